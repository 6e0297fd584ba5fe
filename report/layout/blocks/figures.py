"""Cards, walls of figures, charts and derived figures in a flow, each with its source."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from report.content.model import (
    Card,
    Cards,
    Chart,
    Column,
    DataCell,
    Derived,
    Prose,
    Series,
    Steps,
    Table,
    TableBlock,
    TableColumn,
    Wall,
    YearWheel,
)
from report.content.spec import Spec
from report.drawing import Item, Marked, Shape, line, moved, rectangle
from report.layout.blocks.setting import (
    Setting,
    Spot,
    caption,
    held,
    label,
    prose_of,
    rule,
    rule_of,
    text_block,
    whole,
    words,
)
from report.layout.blocks.sources import source_line
from report.layout.book import Mark
from report.layout.cards import card, derived_text, tile, tile_rows
from report.layout.charts import chart as placed_chart
from report.layout.desk import Desk, Frame, Placed, plain
from report.layout.pieces import Piece, kept, still
from report.layout.wheel import year_wheel
from report.problem import problem
from report.record import replace


def cards(setting: Setting, given: Cards, look: Spec, width: float) -> tuple[Piece, ...]:
    """Rows of one to `columns` cards, as even as can be; the fewer in a row, the larger their figures."""
    rows = _even(given.cards, look.count("columns"))
    columns = max(len(row) for row in rows) if rows else 0
    gap, across = look.mm("gap"), max(columns, look.count("least-columns"))
    cell = (width - gap * (across - 1)) / across
    size = look.pts("sizes")[columns - 1] if columns else 0.0
    found = []
    for row in rows:
        done = [
            card(setting.desk, one, look, Frame(i * (cell + gap), 0.0, cell, inf), size) for i, one in enumerate(row)
        ]
        items = [item for one in done for item in one.items]
        bottom = max(one.bottom for one in done)
        if look.has("strip"):
            items.insert(
                0, _strip(look.sub("strip"), (width, bottom), [i * (cell + gap) for i in range(1, len(row))], gap)
            )
        found.append(replace(whole(items, bottom, row[0].place), before=look.mm("between")))
    return tuple(found)


def _strip(look: Spec, size: tuple[float, float], lefts: Sequence[float], gap: float) -> Marked:
    """Rules above and below a row of cards, and uprights before each but the first."""
    width, bottom = size
    upright = look.sub("upright")
    stroke, (top, foot) = rule_of(upright), upright.point("rows")
    uprights = [Shape(line(x - gap, top, x - gap, foot), stroke=stroke) for x in lefts]
    return Marked(
        "Artifact", (rule(look.sub("top"), 0.0, 0.0, width), *uprights, rule(look.sub("foot"), 0.0, bottom, width))
    )


def _even(cards_: Sequence[Card], most: int) -> list[tuple[Card, ...]]:
    """Rows of at most so many, the first ones one longer where the number does not divide."""
    rows = -(-len(cards_) // most)
    found: list[tuple[Card, ...]] = []
    start = 0
    for i in range(rows):
        count = len(cards_) // rows + (i < len(cards_) % rows)
        found.append(tuple(cards_[start : start + count]))
        start += count
    return found


def wall(setting: Setting, given: Wall, look: Spec, width: float) -> tuple[Piece, ...]:
    """A piece for each row of tiles."""
    columns, (_, height), (across, down) = look.count("columns"), look.point("cell"), look.point("gap")
    cell = (width - across * (columns - 1)) / columns
    found = []
    for row in tile_rows(given.cards, columns):
        items: list[Item] = []
        for one, column in row:
            x = column * (cell + across)
            items += tile(setting.desk, one, look, Frame(x, 0.0, cell * one.span + across * (one.span - 1), height))
        found.append(replace(whole(items, height, row[0][0].place), before=down))
    return tuple(found)


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


def derived(setting: Setting, given: Derived, look: Spec, width: float) -> tuple[Piece, ...]:
    """A derived figure with its formula."""
    said = prose_of(derived_text(given, look.text("label")), given.place)
    style = setting.desk.style(look.style("style"))
    items, bottom = text_block(setting.desk, said, style, Spot(0.0, style.leading, width))
    return (whole(items, bottom + look.mm("below"), given.place),)


def steps(setting: Setting, given: Steps, look: Spec, width: float) -> tuple[Piece, ...]:
    """Rows of numbered steps, each under a bar."""
    columns, gap = look.count("columns"), look.mm("gap")
    cell = (width - gap * (columns - 1)) / columns
    found = []
    for start in range(0, len(given.steps), columns):
        items: list[Item] = []
        bottom = 0.0
        for i in range(start, min(start + columns, len(given.steps))):
            drawn, reached = _step(setting, given, i, look, ((i - start) * (cell + gap), cell))
            items += drawn
            bottom = max(bottom, reached)
        found.append(replace(whole(items, bottom + look.mm("below"), given.place), before=look.mm("between")))
    return tuple(found)


def _step(setting: Setting, given: Steps, i: int, look: Spec, column: tuple[float, float]) -> tuple[list[Item], float]:
    desk, (x, width), step = setting.desk, column, given.steps[i]
    items: list[Item] = [Shape(rectangle(x, 0.0, width, look.mm("bar")), fill=look.colour("colour"))]
    items.append(Marked("P", desk.line(str(i + 1), x, look.mm("number-at"), desk.style(look.style("number")))))
    title = desk.style(look.style("title"))
    named, last = text_block(desk, step.title, title, Spot(x, look.mm("title-at"), width))
    below = look.mm("text-at") - look.mm("title-at")
    words, bottom = text_block(desk, step.text, desk.style(look.style("text")), Spot(x, last + below, width))
    return [*items, *named, *words], bottom


def wheel(setting: Setting, given: YearWheel, look: Spec, width: float) -> tuple[Piece, ...]:
    """The year wheel with its list, at the size of the theme."""
    done = year_wheel(setting.desk, given, look, Frame(0.0, 0.0, width, look.mm("height")))
    rows = len(given.nodes) + (1 if given.spans else 0)
    legend = look.sub("legend")
    listed = legend.point("at")[1] + rows * legend.mm("step")
    return (Piece(max(look.mm("height"), listed), still(done.items), place=given.place),)
