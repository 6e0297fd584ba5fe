"""Facts: each figure of the source once, with value, unit, approximation and printed form, from YAML or a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from pathlib import Path

from report.content import numerals
from report.content.form import Form, Log, nearest, open_form, word
from report.content.keys import SHAPES, WORDS, Key
from report.content.model import Approx, DataCell, Fact
from report.content.source import Fields, Node, Scalar
from report.content.tables import Cell, Rows
from report.content.tables.cells import flawed
from report.problem import Place

MOST_DECIMALS = 12
KEPT = ("section", "group", "remark")
"""What a fact carries for its readers and nothing is made of."""
WRITTEN = ("name", "value", "unit", "approx", "printed", "source", "as-of", "label", *KEPT)
"""Columns of a written fact table, by canonical name."""
USUAL: Mapping[Approx, str] = {"exact": "确数", "over": "余", "near": "近", "rounded": "取整", "claim": "说法"}
"""The word that stands for an approximation where the printed form has none of its own."""
BEFORE, AFTER, AFTER_UNIT = frozenset("近约") | {"不足"}, frozenset("余多"), frozenset({"以上", "左右"})
"""Where a word of approximation stands: 近2000人, 2000余人, 2000人以上."""
_ROUNDING: Mapping[Approx, str] = {"over": ROUND_FLOOR, "near": ROUND_CEILING}
"""余 states what is reached, 近 what is not passed; all others go to the nearest."""


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
        sound = [cell for cell in row if not flawed(cell, log)]
        if len(sound) == len(row):
            fact = _row_fact({key.name: cell for key, cell in zip(columns, row, strict=True) if key}, row, source, log)
            found += [fact] if fact else []
    return found


def facts_of_row(name: str, cell: DataCell, unit: str, source: str, log: Log) -> list[Fact]:
    """The fact of a cell of a row of which the report is made."""
    given = {"value": cell.text, "unit": unit}
    cells = {key: Cell(text, cell.place) for key, text in given.items() if text}
    fact = _fact(_row_form(cells, cell.place, log), name, cell.place, source)
    return [fact] if fact else []


def gathered(facts: Iterable[Fact], log: Log) -> Mapping[str, Fact]:
    """Facts by name; a name twice is a mistake (one figure, one home)."""
    found: dict[str, Fact] = {}
    for fact in facts:
        first = found.setdefault(fact.name, fact)
        if first is not fact:
            where = f"{first.place.file}:{first.place.line}"
            log.add("duplicate-fact", fact.place, name=fact.name, first=where)
    return found


def write_facts(facts: Iterable[Fact], path: Path, language: str = "zh") -> None:
    """Facts as a table that reads back to the same facts: .csv, or .xlsx with a sheet; `language` is that of its head.

    Raises ContentError for another kind of file, and where it cannot be written.
    """
    from report.content.tables.writing import write_rows

    keys = {key.name: key for key in SHAPES["fact"]}
    english = language == "en"
    head = [keys[name].name if english else keys[name].zh for name in WRITTEN]
    write_rows(path, "facts" if english else "事实", head, [_written(fact, english) for fact in facts])


def _written(fact: Fact, english: bool) -> list[str | Decimal]:
    """A fact by the columns of a written table."""
    own = (text for text, name in WORDS["approx"].items() if name == fact.approx and text in fact.printed)
    approx = fact.approx if english else next(own, USUAL[fact.approx])
    own_words = (fact.section, fact.group, fact.remark)
    return [fact.name, fact.value, fact.unit, approx, fact.printed, fact.source, fact.as_of, fact.label, *own_words]


def _row_fact(cells: Mapping[str, Cell], row: tuple[Cell, ...], source: str, log: Log) -> Fact | None:
    filled = {name: cell for name, cell in cells.items() if cell.text}
    empty = next((key for key in SHAPES["fact"] if key.name in ("name", "value") and key.name not in filled), None)
    if empty is not None:
        log.add("empty-cell", row[0].place, key=empty.zh)
        return None
    return _fact(_row_form(filled, row[0].place, log), filled["name"].text, filled["name"].place, source)


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
    unit = form.text("unit") or ("%" if _is_share(form) else "")
    approx = _approx(form)
    decimals = _decimals(form)
    if decimals is not None and approx == "exact" and _rounded(value, decimals, approx) != value:
        approx = "rounded"
    printed = form.text("printed") or printed_form(value, _word(form, approx), unit, decimals, _scale(form))
    fact = Fact(
        name=name,
        value=value,
        unit=unit,
        approx=approx,
        printed=printed,
        source=form.text("source") or source,
        label=form.text("label"),
        place=place,
        as_of=_as_of(form),
        section=form.text("section"),
        group=form.text("group"),
        remark=form.text("remark"),
    )
    if form.has("printed") and not numerals.agrees(printed, value, approx):
        form.log.add("printed-disagrees", form.at("printed"), printed=printed, value=numerals.plain(value), name=name)
    return fact


def _value(form: Form, name: str, place: Place) -> Decimal | None:
    node = form.node("value")
    if node is None:
        return None  # a missing key, told when the map was opened
    if not isinstance(node, Scalar) or not node.text:
        form.log.add("no-value", place, name=name)
        return None
    value = numerals.parse(node.text.strip().rstrip("%％") if _is_share(form) else node.text)
    if value is None:
        form.log.add("bad-number", node.place, text=node.text, name=name)
    return value


def _is_share(form: Form) -> bool:
    """Whether the value is written with its sign, and the unit is that sign or is not given: 97.6%."""
    return form.text("value").endswith(("%", "％")) and form.text("unit") in ("", "%")


def _approx(form: Form) -> Approx:
    if not form.has("approx"):
        return "exact"
    found = word(form.text("approx"), "approx", form.at("approx"), form.log)
    match found:
        case "over" | "near" | "rounded" | "claim":
            return found
    return "exact"


def _word(form: Form, approx: Approx) -> str:
    """The word of approximation to print: as written, or the usual one for an English name that promises one."""
    written = form.text("approx")
    if written == approx and approx in ("over", "near"):
        return USUAL[approx]
    return written if written in BEFORE | AFTER | AFTER_UNIT else ""


def _decimals(form: Form) -> int | None:
    if not form.has("decimals"):
        return None
    given = form.count("decimals", 0)
    if given > MOST_DECIMALS:
        form.log.add("too-many-decimals", form.at("decimals"), given=given, limit=MOST_DECIMALS)
        return None
    return given


def _as_of(form: Form) -> str:
    """An ISO date, month or year; a workbook's date is one already."""
    text = form.text("as-of")
    if text and not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", text):
        form.log.add("bad-date", form.at("as-of"), text=text)
    return text


def printed_form(value: Decimal, word: str, unit: str, decimals: int | None = None, scale: str = "") -> str:
    """The printed form of a fact that has none of its own; measured on the sample, where 53 of 56 come out as printed.

    万 and 亿 stand where one decimal of them is exact (any number of them that `decimals` asks for), but not before 余
    and 多 unless they are whole: 2.8万, 28000余. A unit that has its own 万 takes the figures. One followed by zeros
    is a word after 近: 近千, 近百万. The share sign belongs to the number: 100%, 70%以上. 10万余 and 10余万 are
    different claims; the narrower one is the default.
    """
    idiom = _near_word(value, word) if decimals is None and not scale else ""
    number = idiom or _number(value, word, unit, decimals, scale) + ("%" if unit == "%" else "")
    if word in BEFORE:
        return word + number
    if word in AFTER_UNIT:
        return number + (unit if unit != "%" else "") + word
    return number + word


def _scale(form: Form) -> str:
    """万 or 亿 where the value was typed with it: 6.2万."""
    text = form.text("value")
    return text[-1] if text[-1:] in ("万", "亿") and text[-2:-1].isdigit() else ""


def _near_word(value: Decimal, word: str) -> str:
    """百, 千, 百万 and the like, which 近 goes before without a figure; 近10万 keeps its own."""
    if word != "近" or value <= 0 or value.normalize().as_tuple().digits != (1,):
        return ""
    return {2: "百", 3: "千", 4: "万", 6: "百万", 7: "千万", 8: "亿"}.get(value.adjusted(), "")


def _number(value: Decimal, word: str, unit: str, decimals: int | None, typed: str) -> str:
    """The figures with 亿 or 万 where they are no less exact, or where they were typed so."""
    if typed and not unit.startswith(("万", "亿")):
        return _figures(value.scaleb(-numerals.SCALES[typed]), decimals, word) + typed
    least = 0 if word in AFTER else 1
    for power, scale in ((8, "亿"), (4, "万")):
        scaled = value.scaleb(-power)
        exact = scaled == round(scaled, least if decimals is None else max(decimals, least))
        if abs(scaled) >= 1 and exact and not unit.startswith(("万", "亿")):
            return _figures(scaled, decimals, word) + scale
    return _figures(value, decimals, word)


def _figures(value: Decimal, decimals: int | None, word: str) -> str:
    if decimals is None:
        return numerals.plain(value)
    approx: Approx = "over" if word in AFTER | {"以上"} else "near" if word in ("近", "不足") else "rounded"
    return f"{_rounded(value, decimals, approx):f}"


def _rounded(value: Decimal, decimals: int, approx: Approx) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), _ROUNDING.get(approx, ROUND_HALF_UP))
