"""Figures in large type: numerals with prefix and unit, cards under a rule, tiles on the module grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.colour import Colour
from report.content.model import Card, Cards, Derived, Figure, Wall
from report.content.spec import Spec
from report.drawing import Item, Marked, Shape, Stroke, line, rectangle
from report.layout.desk import Desk, Frame, Placed, placed, plain
from report.layout.unitcharts import mini_chart
from report.likeness import likest
from report.problem import problem
from report.record import replace
from report.typeset import Line, Span, TextStyle
from report.units import mm

HAN_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两几")


def numeral(desk: Desk, figure: Figure, size: float, colour: Colour, width: float = 0.0) -> Line:
    """Prefix, numeral and unit on one baseline.

    With `width`, the largest size of the theme's ladder that fits, at most `size`: a numeral is never squeezed.
    """
    spec = desk.theme.root.sub("numeral")
    ladder = [size, *(s for s in spec.pts("ladder") if s < size)] if width else [size]
    for step in ladder:
        found = desk.set(_numeral_spans(spec, figure, step, colour), _numeral_style(spec, step, colour))
        if not width or found.width <= width:
            return found
    return found


def _numeral_style(spec: Spec, size: float, colour: Colour) -> TextStyle:
    return TextStyle(
        family=spec.text("face"),
        weight=spec.count("weight"),
        size=size,
        leading=size,
        colour=colour,
        align="left",
        tracking=spec.number("tracking"),
        han_latin=0.0,
    )


def _numeral_spans(spec: Spec, figure: Figure, size: float, colour: Colour) -> list[Span]:
    unit = spec.sub("unit")
    small = max(size * unit.number("ratio"), unit.pt("least"))
    weight = 700 if small < unit.pt("bold-below") else 400
    style = TextStyle(unit.text("face"), weight, small, small, _small(unit, colour), align="left", han_latin=0.0)
    spans = [Span(figure.prefix, style)] if figure.prefix else []
    spans.append(Span(figure.number, None, before=spec.number("before") * small if figure.prefix else 0.0))
    if figure.suffix:
        spans.append(Span(figure.suffix, style, before=spec.number("after") * small))
    return spans


def _small(unit: Spec, colour: Colour) -> Colour:
    """The ink of a unit where the theme has another one for small type: below 9 pt two inks are the most."""
    inks = unit.sub("inks") if unit.has("inks") else None
    for name in inks.names() if inks else ():
        if inks is not None and inks.ink(name) == colour:
            return inks.colour(name)
    return colour


def kind_of(figure: Figure) -> str:
    """figure = Arabic numerals; han = numerals in Han characters; words = no numeral at all."""
    if any(c.isascii() and c.isdigit() for c in figure.number):
        return "figure"
    return "han" if figure.number and all(c in HAN_NUMERALS for c in figure.number) else "words"


def sized(spec: Spec, figure: Figure, size: float) -> float:
    """The size that a figure of this kind takes where Arabic numerals take `size`."""
    match kind_of(figure):
        case "han":
            return size * spec.number("han", 1.0)
        case "words":
            return min(size, spec.pt("words", size))
    return size


def card(desk: Desk, given: Card, spec: Spec, frame: Frame, wanted: float = 0.0) -> Placed:
    """A card: rule on top, numeral (of the `wanted` size, or the look's), label, note; a look that may `grow` gives
    the label as many lines as it has."""
    _check_plain(desk, given)
    items: list[Item] = []
    if spec.has("rule"):
        rule = spec.sub("rule")
        stroke = Stroke(rule.colour("colour"), rule.pt("stroke"))
        items.append(Shape(line(frame.x, frame.y, frame.x + frame.width, frame.y), stroke=stroke))
    size = sized(spec, given.figure, wanted or spec.pt("size"))
    shown = numeral(desk, given.figure, size, spec.colour("colour"), frame.width)
    if shown.width > frame.width:
        over = f"{mm(shown.width - frame.width):.1f}"
        desk.report(problem("line-overflow", given.place, text=given.figure.text, over=over))
    runs = placed(shown, frame.x, frame.y + spec.mm("number-at"))
    bottom = frame.y + spec.mm("height")
    foot = frame.foot if spec.flag("grow") else min(frame.foot, bottom)
    style = desk.style(spec.style("label"), spec.colour("label-colour"))
    at = frame.y + spec.mm("label-at")
    label = desk.text(given.label, Frame(frame.x, at, frame.width, foot), style)
    items += (Marked("P", runs), *label.items)
    reached = label.bottom
    if given.note:
        small = desk.style(spec.style("note"))
        below = at if not given.label else label.bottom + style.leading
        note = desk.text(given.note, Frame(frame.x, below, frame.width, foot), small)
        items += note.items
        reached = note.bottom
    return Placed(tuple(items), max(bottom, reached + spec.mm("below", 0.0)))


def _check_plain(desk: Desk, given: Card) -> None:
    """Width, ground and small chart belong to tiles; a card that has them would lose them."""
    if given.span > 1 or given.ground or given.mini is not None:
        desk.report(problem("card-not-tile", given.place))


def cards(desk: Desk, given: Cards, spec: Spec, frame: Frame) -> Placed:
    """Cards side by side, or one under the other by `step`."""
    columns, gap = spec.count("columns"), spec.mm("gap")
    width = (frame.width - gap * (columns - 1)) / columns
    step = spec.mm("step") if spec.has("step") else spec.mm("height")
    items: list[Item] = []
    bottom = frame.y
    for i, one in enumerate(given.cards):
        row, column = divmod(i, columns)
        x, y = frame.at(column * (width + gap), row * step)
        done = card(desk, one, spec, Frame(x, y, width, frame.foot))
        items += done.items
        bottom = max(bottom, done.bottom)
    return Placed(tuple(items), bottom)


def wall(desk: Desk, given: Wall, spec: Spec, frame: Frame) -> Placed:
    """Tiles in rows on the module grid; a tile of span 2 takes two cells."""
    columns, (width, height) = spec.count("columns"), spec.point("cell")
    across, down = spec.point("gap")
    items: list[Item] = []
    bottom = frame.y
    for number, row in enumerate(tile_rows(given.cards, columns)):
        for one, column in row:
            x, y = frame.at(column * (width + across), number * (height + down))
            items += tile(desk, one, spec, Frame(x, y, width * one.span + across * (one.span - 1), y + height))
        bottom = frame.y + (number + 1) * height + number * down
    return Placed(tuple(items), bottom)


def tile_rows(cards_: Sequence[Card], columns: int) -> Iterator[list[tuple[Card, int]]]:
    """Rows of tiles, each tile with the column in which it begins."""
    row: list[tuple[Card, int]] = []
    column = 0
    for one in cards_:
        if row and column + one.span > columns:
            yield row
            row, column = [], 0
        row.append((one, column))
        column += one.span
    if row:
        yield row


def tile(desk: Desk, one: Card, spec: Spec, frame: Frame) -> tuple[Item, ...]:
    """A tile of a wall: ground, small chart, numeral, label, note."""
    look = desk.theme.table("tiles", one.ground or "plain")
    if look is None:
        known = desk.theme.root.sub("tiles").names()
        near = likest(one.ground, known)
        desk.report(problem("unknown-ground", one.place, name=one.ground, near=near, all="、".join(known)))
        return ()
    pad = look.mm("padding")
    inner = Frame(frame.x + pad, frame.y, frame.width - 2 * pad, frame.foot)
    items: list[Item] = [_ground(look, frame)]
    if one.mini is not None:
        items += mini_chart(desk, one.mini, spec, look, frame)
    size = sized(spec, one.figure, look.pt("size"))
    shown = numeral(desk, one.figure, size, look.colour("number"), inner.width)
    items.append(Marked("P", placed(shown, inner.x, frame.foot - spec.mm("number-from-foot"))))
    at = frame.foot - spec.mm("label-from-foot")
    style = desk.style(spec.style("label"), look.colour("label"))
    label = desk.text(one.label, inner._replace(y=at, foot=frame.foot), style)
    items += label.items
    if one.note:
        small = desk.style(spec.style("note"), look.colour("note"))
        items += desk.text(one.note, inner._replace(y=label.bottom + style.leading, foot=frame.foot), small).items
    return tuple(items)


def _ground(look: Spec, frame: Frame) -> Shape:
    if look.has("fill"):
        return Shape(rectangle(frame.x, frame.y, frame.width, frame.foot - frame.y), fill=look.colour("fill"))
    rule = look.sub("rule")
    stroke = Stroke(rule.colour("colour"), rule.pt("stroke"))
    return Shape(line(frame.x, frame.y, frame.x + frame.width, frame.y), stroke=stroke)


def derived(desk: Desk, given: Derived, spec: Spec, frame: Frame) -> Placed:
    """A figure worked out from facts says so, with its formula: 人均1万元 · 派生数：1391万元 ÷ 1391人."""
    style = replace(desk.style(spec.style("style")), align="left")
    said = derived_text(given, spec.text("label"))
    return Placed((Marked("P", desk.line(said, frame.x, frame.y, style, frame.width)),), frame.y)


def derived_text(given: Derived, word: str) -> str:
    """The line of a derived figure: its label and value, the word for what it is, its formula."""
    return f"{plain(given.label)}{given.figure.text} · {word}：{given.formula}"
