"""Cards, walls of figures, derived figures, steps and the wheel of a year in a flow."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from report.content.model import (
    Card,
    Cards,
    Derived,
    Steps,
    Wall,
    YearWheel,
)
from report.content.spec import Spec
from report.drawing import Item, Marked, Shape, line, rectangle
from report.layout.blocks.setting import (
    Setting,
    Spot,
    prose_of,
    rule,
    rule_of,
    text_block,
    whole,
)
from report.layout.cards import card, derived_text, tile, tile_rows
from report.layout.desk import Frame
from report.layout.pieces import Piece, still
from report.layout.wheel import year_wheel
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
