"""The elements that a page template may hold, each drawn in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from report.colour import Colour
from report.content.model import Block, Blocks, Card, Chart, Photo, TemplatePage, Text, Topic
from report.content.papers import spine_width
from report.content.spec import Spec
from report.content.theme import Element, Template
from report.drawing import Item, Marked, Shape, Stroke, line, rectangle
from report.layout.book import COVER, GLUED, Book, PageFacts
from report.layout.desk import TOLERANCE, Desk, Frame, Placed, plain, spans
from report.problem import problem
from report.record import record, replace
from report.typeset import set_vertical
from report.units import mm


@record
class Filling:
    """A template with what the report puts into it, and the page's place in the book; `topics`: numbers by region;
    `covered`: a picture of the flow runs over the place of the running head."""

    page: TemplatePage
    template: Template
    facts: PageFacts
    book: Book
    topics: Mapping[str, str]
    covered: bool = False
    shift: float = 0.0
    """How far to the right what crosses the spine stands, on a back cover beside its spine."""


def _field(_desk: Desk, _filling: Filling, element: Element) -> tuple[Item, ...]:
    spec = element.spec
    return (Shape(rectangle(*spec.box("box")), fill=spec.colour("fill")),)


def _frame(_desk: Desk, _filling: Filling, element: Element) -> tuple[Item, ...]:
    spec = element.spec
    return (Shape(rectangle(*spec.box("box")), stroke=_pen(spec)),)


def _rule(_desk: Desk, _filling: Filling, element: Element) -> tuple[Item, ...]:
    spec = element.spec
    x, y = spec.point("at")
    return (Shape(line(x, y, x + spec.mm("length"), y), stroke=_pen(spec)),)


def _lattice(_desk: Desk, _filling: Filling, element: Element) -> tuple[Item, ...]:
    from report.layout.unitcharts import lattice_in

    spec = element.spec
    return lattice_in(spec.box("box"), spec)


def _pen(spec: Spec) -> Stroke:
    return Stroke(spec.colour("colour"), spec.pt("stroke"))


def _own_colour(spec: Spec) -> Colour | None:
    return spec.colour("colour") if spec.has("colour") else None


def _text(desk: Desk, filling: Filling, element: Element) -> tuple[Item, ...]:
    """A text on its baselines: paragraphs down to `foot`, or without one a single line."""
    spec = element.spec
    x, y = spec.point("at")
    width, role = spec.mm("width"), spec.text("role", "P")
    style = desk.style(spec.style("style"), _own_colour(spec), spec.text("align", ""))
    if spec.has("parameter"):
        said = str(filling.page.parameters.get(spec.text("parameter"), ""))
        return (Marked(role, desk.line(said, x, y, style, width)),)
    region = filling.page.regions.get(element.slot)
    if not isinstance(region, Text) or not region.text:
        return ()
    language = spec.text("language", "")
    if spec.has("foot"):
        frame = Frame(x, y, width, spec.mm("foot"))
        return desk.text(region.text, frame, style, between=spec.mm("between", 0), role=role, language=language).items
    if len(region.text) > 1 or any("\n" in inline.text for inline in region.text[0]):
        desk.report(problem("one-line", region.place, name=element.slot))
    return (Marked(role, desk.line(region.text, x, y, style, width), language=language),)


def _vertical(desk: Desk, filling: Filling, element: Element) -> tuple[Item, ...]:
    """A column of characters; `at` is the top left corner of the first em box, `foot` where the column must end. With a
    `ladder` of sizes, as many columns as allowed, the first one's right edge that of a box of the style's size."""
    spec = element.spec
    region = filling.page.regions.get(element.slot)
    if not isinstance(region, Text) or not region.text:
        return ()
    look = spec.style("style")
    style = desk.style(look, _own_colour(spec))
    x, y = spec.point("at")
    foot = spec.mm("foot") if spec.has("foot") else desk.theme.root.sub("page").mm("foot")
    if spec.has("ladder"):
        from report.layout.titles import upright

        fitted = upright(desk, region.text, spec, style, foot - y)
        left = x + style.size - fitted.width
        return (Marked(spec.text("role", "P"), fitted.items(left, y)),)
    given = spans([i for p in region.text for i in p], style, desk.theme)
    column = set_vertical(given, style, desk.faces, look.pitch)
    desk.tell(column.problems)
    text = plain(region.text)
    over = y + look.pitch * (len(text) - 1) + style.size - foot
    if over > TOLERANCE:
        desk.report(problem("column-overflow", region.place, text=text, over=f"{mm(over):.1f}"))
    return (Marked(spec.text("role", "P"), column.items(x + style.size / 2, y)),)


def _spread(desk: Desk, filling: Filling, element: Element) -> tuple[Item, ...]:
    """Half of a picture over two facing pages. `spine` says by binding how much of the picture's middle stands on both
    pages, since the fold of a thick book hides it."""
    spec = element.spec
    region = filling.page.regions.get(element.slot)
    if not isinstance(region, Blocks):
        return ()
    (given,) = region.blocks
    if not isinstance(given, Photo):
        return ()
    from report.layout.photos import picture

    binding = filling.book.report.sheet.binding
    spines = spec.sub("spine") if spec.has("spine") else spec
    hidden = spines.mm(binding) if spines.has(binding) else 0.0
    box = spec.box("box")
    whole = 2 * (box[2] - spec.mm("spine-bleed") - hidden)
    whole += _spine_of(filling.book) if spec.flag("crosses") else 0.0
    shares = (0.0, box[2] / whole) if spec.text("half") == "left" else (1.0 - box[2] / whole, 1.0)
    shown = picture(desk, given, spec, box, shares)
    # One half says for readers what the whole picture shows.
    return shown if given.alt else tuple(replace(mark, role="Artifact") for mark in shown)


def _spine_of(book: Book) -> float:
    """The spine between the halves of a cover's picture; a stitched book has none."""
    glued = book.report.sheet.binding in GLUED
    return spine_width(book.report.printing, max(0, len(book.pages) - COVER)) if glued else 0.0


def _qr(desk: Desk, filling: Filling, element: Element) -> tuple[Item, ...]:
    """The region's text as a QR code of squares in one ink, with the white margin that the standard asks for."""
    spec = element.spec
    region = filling.page.regions.get(element.slot)
    if not isinstance(region, Text) or not region.text:
        return ()
    from report.layout.qr import qr_code

    return qr_code(desk, plain(region.text), spec, region.place)


def _card(desk: Desk, filling: Filling, element: Element) -> tuple[Item, ...]:
    spec = element.spec
    region = filling.page.regions.get(element.slot)
    if not isinstance(region, Card):
        return ()
    from report.layout.cards import card

    return card(desk, region, spec.over(desk.theme.block("cards")), _room(spec)).items


def _room(spec: Spec) -> Frame:
    x, y = spec.point("origin")
    foot = spec.mm("foot") if spec.has("foot") else y + spec.mm("height")
    return Frame(x, y, spec.mm("width"), foot)


def _block(desk: Desk, filling: Filling, element: Element) -> tuple[Item, ...]:
    spec = element.spec
    region = filling.page.regions.get(element.slot)
    return _stack(desk, filling, region.blocks, spec, _room(spec)) if isinstance(region, Blocks) else ()


def _stack(desk: Desk, filling: Filling, blocks: tuple[Block, ...], spec: Spec, room: Frame) -> tuple[Item, ...]:
    """Blocks one under the other; with `step`, each a fixed distance below the one before."""
    from report.layout.blocks.composed import draw_block

    items: list[Item] = []
    y = room.y
    for i, one in enumerate(blocks):
        top = room.y + i * spec.mm("step") if spec.has("step") else y
        done = draw_block(desk, one, spec, room._replace(y=top), filling.book)
        items += done.items
        y = done.bottom
        _check_foot(desk, one, done, room)
    return tuple(items)


def _check_foot(desk: Desk, one: Block, done: Placed, room: Frame) -> None:
    over = done.bottom - room.foot
    if over > TOLERANCE:
        desk.report(problem("block-overflow", one.place, over=f"{mm(over):.1f}"))


def _chart(desk: Desk, filling: Filling, element: Element) -> tuple[Item, ...]:
    spec = element.spec
    given = filling.page.parameters.get(spec.text("parameter"))
    if not isinstance(given, Chart):
        return ()
    from report.layout.blocks.composed import draw_block

    x, y = spec.point("origin")
    done = draw_block(desk, given, spec, Frame(x, y, 0.0, y), filling.book)
    return (Marked("Artifact", done.items),) if spec.text("role", "") == "Artifact" else done.items


def _topic(desk: Desk, filling: Filling, element: Element) -> tuple[Item, ...]:
    """A topic's words in the region, and what stands beside them in the places that the template gives."""
    from report.layout.blocks.composed import draw_topic

    spec = element.spec
    region = filling.page.regions.get(element.slot)
    items: list[Item] = []
    for number, given in enumerate(region.blocks if isinstance(region, Blocks) else ()):
        if not isinstance(given, Topic):
            desk.report(problem("not-a-topic", given.place, name=element.slot))
        elif number:
            desk.report(problem("too-many-blocks", given.place, room=1, given=number + 1))
        else:
            look = spec.over(desk.theme.block("topic"))
            title = filling.topics.get(element.slot, "")
            items += draw_topic(desk, given, title, look, _room(spec)).items
            items += _aside(desk, filling, given, spec)
    return tuple(items)


def _aside(desk: Desk, filling: Filling, topic: Topic, spec: Spec) -> tuple[Item, ...]:
    places = spec.subs("aside")
    if len(topic.aside) > len(places):
        extra = topic.aside[len(places)]
        desk.report(problem("too-many-blocks", extra.place, room=len(places), given=len(topic.aside)))
    items: list[Item] = []
    for one, where in zip(topic.aside, places, strict=False):
        place = where.schemed(spec.scheme)
        items += _stack(desk, filling, (one,), place, _room(place))
    return tuple(items)


ELEMENTS: Mapping[str, Callable[[Desk, Filling, Element], tuple[Item, ...]]] = {
    "field": _field,
    "frame": _frame,
    "rule": _rule,
    "lattice": _lattice,
    "text": _text,
    "vertical": _vertical,
    "card": _card,
    "spread": _spread,
    "qr": _qr,
    "block": _block,
    "chart": _chart,
    "topic": _topic,
}
"""Kinds of elements by name."""
