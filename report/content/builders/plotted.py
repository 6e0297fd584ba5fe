"""Tables of the data into plotted values and shown tables; what a chart may not claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from report import units
from report.content import numerals, prose
from report.content.builders.bench import Bench
from report.content.footnotes import check_table, marks_in
from report.content.form import Form, nearest, open_form
from report.content.model import Chart, Column, DataCell, Prose, Series, Table, TableBlock, TableColumn
from report.content.source import Fields, Items, Node, Scalar
from report.named import NamedTuple
from report.problem import Place, Problem, problem

LEAST_PERIODS = 3
"""Periods below which a line pretends to a trend (docs/format.md, figure check 6)."""
OVER_TIME = frozenset({"line", "area"})
"""Kinds that draw what lies between two periods."""
NUMERIC = frozenset({"year", "integer", "decimal", "percent"})


class _Values(NamedTuple):
    """A column of values that a chart names: its unit, what the series is called ("" for the column's own name)."""

    column: str
    unit: str
    label: str
    place: Place


def data_series(bench: Bench, form: Form) -> list[Series | None]:
    """A value for each row of a table, for each column of values that the chart names."""
    table = _table(bench, form)
    if table is None:
        return []
    across = column(bench, table, form.text("x") or table.key or table.columns[0].name, form.at("x"))
    found: list[Series | None] = []
    for name, unit, said, place in _value_columns(bench, form, table):
        index = column(bench, table, name, place)
        if index is None or across is None:
            continue
        if table.columns[index].kind not in NUMERIC:
            bench.log.add("column-not-numbers", place, name=name)
            continue
        own = table.columns[index]
        scale = _scale(own, unit, [row[index].value for row in table.rows])
        found += [_plotted(row, across, index, (unit or own.unit, *scale), said or name) for row in table.rows]
    return found


def _scale(own: Column, unit: str, values: Sequence[object]) -> tuple[int, int]:
    """The power of ten of a column's labels, and their decimals: 0.860 beside 0.915, since figures of one column are
    written to the same place; those that are not scaled are written as the data has them."""
    power = _power(own, unit)
    scaled = [value.scaleb(-power).normalize().as_tuple().exponent for value in values if isinstance(value, Decimal)]
    return power, max((-one for one in scaled if isinstance(one, int)), default=0) if power else -1


def _power(own: Column, unit: str) -> int:
    """The power of ten by which an axis says a column's values: 4 for 万人次 of a column in 人次 or of whole counts."""
    counts = own.unit or (own.kind == "integer" and unit[1:])
    return numerals.SCALES.get(unit[:1], 0) if counts and unit[1:] == counts else 0


def _plotted(row: Sequence[DataCell], across: int, index: int, said: tuple[str, int, int], group: str) -> Series | None:
    """An empty cell is a gap, not a zero."""
    cell, (unit, power, places) = row[index], said
    label = prose.words(row[across].text, row[across].place, row[across].place.file)
    if not isinstance(cell.value, Decimal):
        return Series(Decimal("NaN"), "exact", numerals.figure("—"), label, "", cell.place, group)
    scaled = cell.value.scaleb(-power)
    printed = numerals.plain(scaled) if places < 0 else f"{scaled:.{max(0, places)}f}"
    figure = numerals.figure(f"{printed}{unit}")
    return Series(cell.value, "exact", figure, label, "", cell.place, group)


def _value_columns(bench: Bench, form: Form, table: Table) -> Iterator[_Values]:
    """The columns of values: 纵: 人次, 纵: {列: 人次, 单位: 人次}, or a list of them."""
    given = form.node("y")
    nodes = given.items if isinstance(given, Items) else (given,) if given is not None else ()
    for node in nodes:
        if isinstance(node, Scalar):
            yield _Values(node.text, "", "", node.place)
        elif isinstance(node, Fields) and (axis := open_form(node, "axis", bench.log)):
            label = _plain(bench.line(axis, "label"))
            yield _Values(axis.text("column"), axis.text("unit"), label, axis.at("column"))
    if not nodes:
        yield from (
            _Values(c.name, c.unit, "", form.place) for c in table.columns if c.kind in NUMERIC and c.name != table.key
        )


def _plain(words: Prose) -> str:
    return "".join(inline.text for paragraph in words for inline in paragraph)


def _table(bench: Bench, form: Form) -> Table | None:
    name = form.text("data")
    found = bench.scope.tables.get(name)
    if found is None and form.has("data"):
        known = tuple(bench.scope.tables)
        bench.log.add("unknown-table", form.at("data"), name=name, near=nearest(name, known), all="、".join(known))
    return found


def column(bench: Bench, table: Table, name: str, place: Place) -> int | None:
    """The index of a column; a stranger is reported."""
    names = [c.name for c in table.columns]
    if name in names:
        return names.index(name)
    bench.log.add("no-column", place, name=name, table=table.name, near=nearest(name, names), all="、".join(names))
    return None


def refused(chart: Chart) -> Iterator[Problem]:
    """Charts that would say what the data does not (docs/format.md, figure check 6)."""
    if chart.kind == "radar":
        yield problem("radar-refused", chart.place)
    if chart.kind in OVER_TIME:
        there = [series for series in chart.series if not series.value.is_nan()]
        groups = {series.group for series in there}
        periods = min((sum(s.group == group for s in there) for group in groups), default=0)
        if periods < LEAST_PERIODS:
            yield problem("too-few-periods", chart.place, given=periods, least=LEAST_PERIODS)


def table(bench: Bench, form: Form) -> TableBlock | None:
    """A table of the data with the columns that are asked for, or all."""
    data = _table(bench, form)
    if data is None:
        return None
    listed = [shown for node in form.items("columns") if (shown := _column(bench, data, node))]
    if not form.has("columns"):
        listed = [_shown(bench, data, i, None, form.place) for i in range(len(data.columns))]
    group = column(bench, data, form.text("group"), form.at("group")) if form.has("group") else None
    title = bench.unnoted(form, "title")
    note, notes = prose.noted(form.node("note"), bench.scope)
    heads = (shown.label for shown in listed)
    cells = (row[shown.index] for row in data.rows for shown in listed)
    marks = (*marks_in((title, *heads, note)), *((cell.mark, cell.place) for cell in cells if cell.mark))
    check_table(marks, notes, bench.scope)
    return TableBlock(
        title=title,
        table=data,
        columns=tuple(listed),
        group=-1 if group is None else group,
        total=form.flag("total"),
        continued=form.flag("continued"),
        note=note,
        source=form.text("source") or data.source,
        place=form.place,
        beside=bench.line(form, "beside"),
        common=bench.common(form),
        landscape=form.flag("landscape"),
        notes=notes,
    )


def _column(bench: Bench, data: Table, node: Node) -> TableColumn | None:
    if isinstance(node, Scalar):
        index = column(bench, data, node.text, node.place)
        return None if index is None else _shown(bench, data, index, None, node.place)
    form = open_form(node, "column", bench.log)
    if form is None:
        return None
    index = column(bench, data, form.text("column"), form.at("column"))
    return None if index is None else _shown(bench, data, index, form, form.place)


def _shown(bench: Bench, data: Table, index: int, form: Form | None, place: Place) -> TableColumn:
    """A shown column; numbers stand to the right unless the author says otherwise."""
    own = data.columns[index]
    number = own.kind in NUMERIC and own.kind != "year"
    width = form.text("width") if form else ""
    label = bench.unnoted(form, "label") if form else ()
    return TableColumn(
        index=index,
        label=label or prose.words(own.name, data.place, data.name),
        align=form.word("align", "align", "right" if number else "left") if form else ("right" if number else "left"),
        decimals=form.count("decimals", 0) if form and form.has("decimals") else -1,
        unit=(form.text("unit") if form else "") or own.unit,
        width=_length(bench, width, form.at("width")) if form and width else 0.0,
        place=place,
        merged=form.flag("merged") if form else False,
        code=form.flag("code") if form else False,
    )


def _length(bench: Bench, text: str, place: Place) -> float:
    try:
        return units.length(text)
    except ValueError:
        bench.log.add("bad-length", place, text=text)
        return 0.0
