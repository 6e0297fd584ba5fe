"""A chart in a flow with its title, its values and its source."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from report.content.model import Chart, Column, DataCell, Prose, Series, Table, TableBlock, TableColumn
from report.content.spec import Spec
from report.drawing import Item, Marked, Shape, moved
from report.layout.blocks.setting import (
    Setting,
    Spot,
    caption,
    held,
    label,
    prose_of,
    text_block,
    whole,
    words,
)
from report.layout.blocks.sources import source_line
from report.layout.book import Mark
from report.layout.charts import chart as placed_chart
from report.layout.desk import Desk, Frame, Placed, plain
from report.layout.pieces import Piece, kept
from report.problem import problem
from report.record import replace


def chart(setting: Setting, given: Chart, look: Spec, width: float) -> tuple[Piece, ...]:
    """A chart with its title, its values where the drawing does not say them, its source and its date."""
    desk = setting.desk
    kinds = look.sub("kinds")
    if given.kind in words(look, "scenes"):
        desk.report(problem("chart-not-in-flow", given.place, kind=given.kind))
        return ()
    own = kinds.sub(given.kind) if kinds.has(given.kind) else look.sub("plain")
    items: list[Item] = []
    top = 0.0
    if own.flag("heading") and given.title:
        style = desk.style(look.style("title"))
        titled, top = text_block(desk, given.title, style, Spot(0.0, look.mm("title-at"), width))
        items += titled
        top += look.mm("title-below")
    done = _at_corner(placed_chart(desk, given, own, Frame(0.0, 0.0, width, inf)), top)
    if not done.items:
        return ()
    main = whole((*items, *done.items), done.bottom, given.place)
    place = given.place
    rows = len(given.series) > 1 and own.over(desk.theme.block(given.kind)).has("rows")
    said = _said(given, labelled=own.flag("labelled"), valued=own.flag("values") and not rows)
    lines = [prose for prose in (*said, prose_of(source_line(setting, given), place)) if prose]
    pieces = (main, *caption(setting, lines, look.sub("caption"), width))
    mark = Mark("chart", plain(given.title))
    if not given.listed:
        return under(pieces, mark)
    return (*held(under(pieces, mark)), *setting.inner("data").nest((_listed(setting.desk, given),), width))


def _listed(desk: Desk, given: Chart) -> TableBlock:
    """The values of a chart as a table: a row for each name, a column for each of its series."""
    groups = list(dict.fromkeys(series.group for series in given.series))
    names = list(dict.fromkeys(plain(series.label) or series.fact for series in given.series))
    said = {(plain(s.label) or s.fact, s.group): s for s in given.series}
    blank = DataCell("", None, given.place)
    rows = tuple(
        (DataCell(name, name, given.place), *(_value(said[name, g]) if (name, g) in said else blank for g in groups))
        for name in names
    )
    said_heads = [label(desk, "figures-item"), *(group or label(desk, "figures-value") for group in groups)]
    columns = tuple(Column(name, "text") for name in said_heads)
    heads = (prose_of(name, given.place) for name in said_heads)
    aligns = ("left", *("right" for _ in groups))
    shown = tuple(
        TableColumn(i, head, align, -1, "", 0.0, given.place)
        for i, (head, align) in enumerate(zip(heads, aligns, strict=True))
    )
    data = Table("", columns, rows, "", given.place)
    return TableBlock((), data, shown, -1, total=False, continued=True, note=(), source="", place=given.place)


def _value(series: Series) -> DataCell:
    return DataCell(series.figure.text, series.figure.text, series.place)


def under(pieces: Sequence[Piece], mark: Mark) -> tuple[Piece, ...]:
    """A figure and its captions in one column, under one mark."""
    first = replace(pieces[0], marks=(mark, *pieces[0].marks))
    return kept((first, *pieces[1:]))


def _at_corner(done: Placed, top: float) -> Placed:
    """The drawing with the upper left corner of its figures at the left edge, `top` below the block's top; drawings
    that begin further right or lower stay there."""
    figures = [item for item in done.items if isinstance(item, Marked) and item.box is not None]
    boxes = [item.box for item in figures if item.box is not None]
    if not boxes:
        return done
    points = [shape.path.points for item in figures for shape in item.items if isinstance(shape, Shape)]
    xs, ys = ([value for path in points for value in path[i::2]] for i in (0, 1))
    dx, dy = max(0.0, -min(xs, default=0.0)), top + max(0.0, -min(ys, default=0.0))
    bottom = max(done.bottom, *(box[1] + box[3] for box in boxes), *ys)
    return Placed(tuple(moved(item, dx, dy) for item in done.items), bottom + dy)


def _said(given: Chart, *, labelled: bool, valued: bool) -> tuple[Prose, ...]:
    """What the drawing does not say: the chart's label, and label and printed figure of each value (社区 431个；村
    2135个); a single value without a label has the chart's."""
    label = () if labelled else given.label
    if not valued:
        return (label,)
    alone = len(given.series) == 1 and not given.series[0].label
    name = plain(label) if alone else ""
    said = [f"{plain(series.label) or name or series.fact} {series.figure.text}".strip() for series in given.series]
    return (() if name else label, prose_of("；".join(said), given.place))
