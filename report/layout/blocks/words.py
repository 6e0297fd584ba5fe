"""Running text, lists of points, quotes and callouts into pieces."""

from __future__ import annotations

from report.content.model import Callout, Points, Prose, Quote, Text
from report.content.spec import Spec
from report.drawing import Item, Marked, Shape, rectangle
from report.layout.blocks.setting import Column, Setting, Spot, held, lines, padding, text_block
from report.layout.desk import Desk
from report.layout.pieces import Behind, Draw, Ground, Piece, still
from report.record import replace
from report.typeset import TextStyle


def text(setting: Setting, given: Text, look: Spec, width: float) -> tuple[Piece, ...]:
    return led(setting, given.text, look, Column(width))


def led(setting: Setting, prose: Prose, look: Spec, column: Column) -> tuple[Piece, ...]:
    """A text, of which the first of several paragraphs is its title where the look has a `lead`."""
    style, between = setting.desk.style(look.style("style")), look.mm("between", 0.0)
    if not look.has("lead") or len(prose) < 2:
        return lines(setting, prose, style, column, between)
    title = lines(setting.inner("lead"), prose[:1], setting.desk.style(look.style("lead")), column)
    first, *rest = lines(setting, prose[1:], style, column, between)
    return (*held(title), replace(first, before=look.mm("lead-after", 0.0)), *rest)


def points(setting: Setting, given: Points, look: Spec, width: float) -> tuple[Piece, ...]:
    """A list: a sign or a number in the margin of each item."""
    desk, inset = setting.desk, look.mm("inset")
    style, sign = desk.style(look.style("style")), desk.style(look.style("sign"), look.colour("sign-colour"))
    found: list[Piece] = []
    for i, item in enumerate(given.items):
        written = look.text("number").format(i + given.first) if given.numbered else look.text("dot")
        made = lines(setting.inner(i), item, style, Column(width - inset, inset, "LBody"))
        for j, piece in enumerate(made):
            draw = piece.draw if j else _signed(desk, piece, (written, sign), style.leading)
            before = look.mm("between", 0.0) if found and j == 0 else 0.0
            listed = _listed(draw, (f"{setting.key}.list", f"{setting.key}.{i}.item"), numbered=given.numbered)
            found.append(replace(piece, draw=listed, before=before, snap=not found))
    return tuple(found)


def _signed(desk: Desk, piece: Piece, sign: tuple[str, TextStyle], drop: float) -> Draw:
    """The first line of an item with its sign before it."""
    said, style = sign

    def draw(x: float, y: float) -> tuple[Item, ...]:
        return (Marked("Lbl", desk.line(said, x, y + drop, style)), *piece.draw(x, y))

    return draw


def _listed(inner: Draw, keys: tuple[str, str], *, numbered: bool) -> Draw:
    """A line as part of its item of its list."""
    kind = (("ListNumbering", "Decimal" if numbered else "Disc"),)

    def draw(x: float, y: float) -> tuple[Item, ...]:
        item = Marked("LI", inner(x, y), key=keys[1])
        return (Marked("L", (item,), key=keys[0], attributes=kind),)

    return draw


def quote(setting: Setting, given: Quote, look: Spec, width: float) -> tuple[Piece, ...]:
    """A bar beside the words, the source below them."""
    desk, inset = setting.desk, look.mm("inset")
    bar = look.sub("bar")
    thick, colour, above = bar.mm("width"), bar.colour("colour"), bar.mm("above")

    def behind(x: float, top: float, bottom: float) -> tuple[Item, ...]:
        return (Marked("Artifact", (Shape(rectangle(x, top + above, thick, bottom - top - above), fill=colour),)),)

    ground = Ground(behind)
    style = desk.style(look.style("style"))
    said = lines(setting, given.text, style, Column(width - inset, inset, "BlockQuote", ground))
    source = desk.style(look.style("source"), look.colour("source-colour"))
    items, bottom = text_block(desk, given.source, source, Spot(inset, look.mm("source-at"), width - inset))
    if not items:
        return (*held(said), padding(look.mm("below"), ground))
    return (*held(said), Piece(bottom + look.mm("below"), still(items), snap=False, ground=ground))


def callout(setting: Setting, given: Callout, look: Spec, width: float) -> tuple[Piece, ...]:
    """A note on a ground of its own, with a bar on its left."""
    ground = Ground(_panel(look, width))
    inset = look.mm("inset")
    said = led(setting, given.text, look, Column(width - inset - look.mm("padding"), inset, "P", ground))
    if not said:
        return ()
    said = (replace(said[0], snap=False), *said[1:])
    return (
        padding(look.mm("above"), ground, keep=True, snap=True),
        *held(said),
        padding(look.mm("below"), ground),
    )


def _panel(look: Spec, width: float) -> Behind:
    fill, bar = look.colour("fill"), look.sub("bar")
    thick, colour = bar.mm("width"), bar.colour("colour")
    left, right = look.point("overhang")

    def behind(x: float, top: float, bottom: float) -> tuple[Item, ...]:
        height = bottom - top
        field = Shape(rectangle(x - left, top, width + left + right, height), fill=fill)
        return (Marked("Artifact", (field, Shape(rectangle(x, top, thick, height), fill=colour))),)

    return behind
