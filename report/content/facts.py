"""Facts: each figure of the source once, with value, unit, approximation and printed form, from YAML or a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from report.content import numerals
from report.content.form import Form, Log, nearest, open_form, word
from report.content.keys import SHAPES, Key
from report.content.model import Approx, Fact
from report.content.source import Fields, Node, Scalar
from report.content.tables import Cell, Rows
from report.problem import Place


def facts_of_map(node: Node | None, source: str, log: Log) -> list[Fact]:
    """Facts written in the report: name: {值: …, 单位: …}."""
    found: list[Fact] = []
    for name, value in node.entries if isinstance(node, Fields) else ():
        form = open_form(value, "fact", log)
        if form is not None:
            fact = _fact(form, name.text, name.place, source)
            found += [fact] if fact else []
    return found


def facts_of_table(rows: Rows, source: str, log: Log) -> list[Fact]:
    """Facts of a table whose head names the keys of a fact; an empty cell is an absent key."""
    columns = [_column(cell, log) for cell in rows.head]
    missing = [key for key in SHAPES["fact"] if key.name in ("name", "value") and key not in columns]
    for key in missing:
        log.add("missing-column", rows.place, key=key.zh)
    if missing:
        return []
    found: list[Fact] = []
    for row in rows.rows:
        cells = {key.name: cell for key, cell in zip(columns, row, strict=True) if key and cell.text}
        empty = next((key for key in SHAPES["fact"] if key.name in ("name", "value") and key.name not in cells), None)
        if empty is not None:
            log.add("empty-cell", row[0].place, key=empty.zh)
            continue
        form = _row_form(cells, row[0].place, log)
        fact = _fact(form, cells["name"].text, cells["name"].place, source)
        found += [fact] if fact else []
    return found


def gathered(facts: Iterable[Fact], log: Log) -> Mapping[str, Fact]:
    """Facts by name; a name twice is a mistake (one figure, one home)."""
    found: dict[str, Fact] = {}
    for fact in facts:
        first = found.setdefault(fact.name, fact)
        if first is not fact:
            where = f"{first.place.file}:{first.place.line}"
            log.add("duplicate-fact", fact.place, name=fact.name, first=where)
    return found


def _column(cell: Cell, log: Log) -> Key | None:
    for key in SHAPES["fact"]:
        if cell.text in (key.zh, key.name):
            return key
    names = [key.zh for key in SHAPES["fact"]]
    log.add("unknown-column", cell.place, key=cell.text, near=nearest(cell.text, names), all="、".join(names))
    return None


def _row_form(cells: Mapping[str, Cell], place: Place, log: Log) -> Form:
    """A row of a table as the same map that YAML gives."""
    values: dict[str, Node] = {name: Scalar(cell.text, True, cell.place) for name, cell in cells.items()}
    return Form(log, place, values, {key.name: key for key in SHAPES["fact"]})


def _fact(form: Form, name: str, place: Place, source: str) -> Fact | None:
    """The fact, if it has a value; what is wrong with it is noted."""
    value = _value(form, name, place)
    if value is None:
        return None
    approx = _approx(form)
    printed = form.text("printed") or _printed(value, form.text("approx"))
    fact = Fact(
        name=name,
        value=value,
        unit=form.text("unit"),
        approx=approx,
        printed=printed,
        source=form.text("source") or source,
        label=form.text("label"),
        place=place,
    )
    if not numerals.agrees(printed, value, approx):
        form.log.add("printed-disagrees", form.at("printed"), printed=printed, value=numerals.plain(value), name=name)
    return fact


def _value(form: Form, name: str, place: Place) -> Decimal | None:
    node = form.node("value")
    if node is None:
        return None  # a missing key, told when the map was opened
    if not isinstance(node, Scalar) or not node.text:
        form.log.add("no-value", place, name=name)
        return None
    value = numerals.parse(node.text)
    if value is None:
        form.log.add("bad-number", node.place, text=node.text, name=name)
    return value


def _approx(form: Form) -> Approx:
    if not form.has("approx"):
        return "exact"
    found = word(form.text("approx"), "approx", form.at("approx"), form.log)
    match found:
        case "over" | "near" | "rounded" | "claim":
            return found
    return "exact"


def _printed(value: Decimal, qualifier: str) -> str:
    """The default printed form: figures with 万 or 亿, the qualifier where it belongs."""
    number = numerals.wording(value)
    match qualifier:
        case "近" | "约" | "不足":
            return qualifier + number
        case "余" | "多" | "以上" | "左右":
            return number + qualifier
    return number
