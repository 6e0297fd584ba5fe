"""A page template and what fills its regions into one page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from report.content.model import Block, Card, Chart, Prose, TemplatePage, Topic
from report.content.spec import Spec
from report.content.theme import Element, Template
from report.drawing import Item, Marked, Shape, Stroke, line, rectangle
from report.layout.blocks import draw_block, draw_topic
from report.layout.book import Book, PageFacts
from report.layout.cards import card
from report.layout.desk import Desk, Frame, Placed, place_of
from report.layout.furniture import furniture
from report.layout.unitcharts import lattice_in
from report.problem import Problem, problem
from report.typeset import set_vertical


@dataclass(frozen=True, slots=True)
class Filling:
    """A template with what the report puts into it, and the page's place in the book."""

    page: TemplatePage
    template: Template
    facts: PageFacts
    book: Book
    topics: Mapping[str, str]


def choose(page: TemplatePage, number: int, templates: Mapping[str, Template]) -> Template | list[Problem]:
    """The page's template, or what is wrong with the choice and with the names of its regions."""
    template = templates.get(page.template)
    if template is None:
        near = (get_close_matches(page.template, templates, 1, 0.3) or list(templates)[:1])[0]
        return [problem("unknown-template", page.place, name=page.template, near=near)]
    found = []
    if template.side != "any" and template.side != ("recto" if number % 2 else "verso"):
        found.append(problem("template-side", page.place, name=page.template, side=template.side, page_number=number))
    for name in page.regions:
        if name not in template.slots:
            near = (get_close_matches(name, template.slots, 1, 0.3) or [template.slots[0]])[0]
            found.append(
                problem("unknown-region", page.region_places[name], name=name, near=near, all="、".join(template.slots))
            )
    return found or template


def compose(desk: Desk, filling: Filling) -> tuple[Item, ...]:
    """All items of a page: the template's elements in order, then the furniture."""
    desk.page = filling.facts.number
    scheme = _scheme(desk, filling)
    items: list[Item] = []
    for element in filling.template.elements:
        spec = element.spec.schemed(scheme)
        drawer = ELEMENTS.get(element.kind)
        if drawer is None:
            desk.report(problem("unknown-element", spec.place, name=element.kind, near="、".join(ELEMENTS)))
            continue
        items += drawer(desk, filling, element, spec)
    head = filling.template.spec.schemed(scheme)
    items += furniture(desk, filling.facts, filling.book, head)
    return tuple(items)


def _scheme(desk: Desk, filling: Filling) -> tuple[tuple[str, str], ...]:
    """The colours that the author's word chooses for this page: ground, text, soft, tone, flower."""
    spec = filling.template.spec
    if not spec.has("scheme"):
        return ()
    wanted = spec.sub("scheme")
    word = str(filling.page.parameters.get(wanted.text("parameter"), ""))
    table = desk.theme.root.sub(wanted.text("table"))
    if not table.has(word):
        known = [key.text for key, _ in table.layers[0].entries]
        near = (get_close_matches(word, known, 1, 0.0) or known)[0]
        desk.report(problem("unknown-ground", filling.page.place, name=word, near=near, all="、".join(known)))
        word = known[0]
    return tuple((key.text, table.sub(word).text(key.text)) for key, _ in table.sub(word).layers[0].entries)


def _prose(filling: Filling, element: Element) -> Prose:
    region = filling.page.regions.get(element.slot)
    return region if isinstance(region, tuple) and _is_prose(region) else ()  # type: ignore[return-value]


def _is_prose(region: object) -> bool:
    """Prose is a tuple of tuples; a list of blocks is a tuple of records."""
    return isinstance(region, tuple) and all(type(part) is tuple for part in region)


def _field(desk: Desk, filling: Filling, element: Element, spec: Spec) -> tuple[Item, ...]:
    return (Shape(rectangle(*spec.box("box")), fill=spec.colour("fill")),)


def _frame(desk: Desk, filling: Filling, element: Element, spec: Spec) -> tuple[Item, ...]:
    return (Shape(rectangle(*spec.box("box")), stroke=Stroke(spec.colour("colour"), spec.pt("stroke"))),)


def _rule(desk: Desk, filling: Filling, element: Element, spec: Spec) -> tuple[Item, ...]:
    x, y = spec.point("at")
    return (Shape(line(x, y, x + spec.mm("length"), y), stroke=Stroke(spec.colour("colour"), spec.pt("stroke"))),)


def _lattice(desk: Desk, filling: Filling, element: Element, spec: Spec) -> tuple[Item, ...]:
    return lattice_in(spec.box("box"), spec)


def _text(desk: Desk, filling: Filling, element: Element, spec: Spec) -> tuple[Item, ...]:
    x, y = spec.point("at")
    style = desk.style(spec.style("style"), _own_colour(spec), spec.text("align", ""))
    role = spec.text("role", "P")
    if spec.has("parameter"):
        said = str(filling.page.parameters.get(spec.text("parameter"), ""))
        return (Marked(role, desk.line(said, x, y, style, spec.mm("width"))),)
    prose = _prose(filling, element)
    if not spec.has("foot"):
        return (
            (Marked(role, desk.line(prose, x, y, style, spec.mm("width")), language=spec.text("language", "")),)
            if prose
            else ()
        )
    frame = Frame(x, y, spec.mm("width"), spec.mm("foot"))
    return desk.text(prose, frame, style, between=spec.mm("between", 0), role=role).items


def _own_colour(spec: Spec):  # type: ignore[no-untyped-def]
    return spec.colour("colour") if spec.has("colour") else None


def _vertical(desk: Desk, filling: Filling, element: Element, spec: Spec) -> tuple[Item, ...]:
    """A column of characters; `at` is the top left corner of the first character's em box."""
    prose = _prose(filling, element)
    if not prose:
        return ()
    look = spec.style("style")
    style = desk.style(look, _own_colour(spec))
    x, y = spec.point("at")
    from report.layout.desk import spans

    column = set_vertical(spans([i for p in prose for i in p], style), style, desk.faces, look.pitch)
    for found in column.problems:
        desk.report(found)
    return (Marked(spec.text("role", "P"), column.items(x + style.size / 2, y)),)


def _card(desk: Desk, filling: Filling, element: Element, spec: Spec) -> tuple[Item, ...]:
    region = filling.page.regions.get(element.slot)
    if not isinstance(region, Card):
        return ()
    return card(desk, region, spec.over(desk.theme.block("cards")), _room(spec)).items


def _room(spec: Spec) -> Frame:
    x, y = spec.point("origin")
    foot = spec.mm("foot") if spec.has("foot") else y + spec.mm("height")
    return Frame(x, y, spec.mm("width"), foot)


def _block(desk: Desk, filling: Filling, element: Element, spec: Spec) -> tuple[Item, ...]:
    region = filling.page.regions.get(element.slot)
    if region is None or not isinstance(region, tuple) or _is_prose(region):
        return ()
    return _stack(desk, filling, region, spec, _room(spec))  # type: ignore[arg-type]


def _stack(desk: Desk, filling: Filling, blocks: tuple[Block, ...], spec: Spec, room: Frame) -> tuple[Item, ...]:
    """Blocks one under the other; with `step`, each a fixed distance below the one before."""
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
    if done.bottom > room.foot + 0.01:
        over = f"{(done.bottom - room.foot) / 72 * 25.4:.1f}"
        desk.report(problem("block-overflow", one.place, over=over))


def _chart(desk: Desk, filling: Filling, element: Element, spec: Spec) -> tuple[Item, ...]:
    given = filling.page.parameters.get(spec.text("parameter"))
    if not isinstance(given, Chart):
        return ()
    x, y = spec.point("origin")
    done = draw_block(desk, given, spec, Frame(x, y, 0.0, y), filling.book)
    return (Marked("Artifact", done.items),) if spec.text("role", "") == "Artifact" else done.items


def _topic(desk: Desk, filling: Filling, element: Element, spec: Spec) -> tuple[Item, ...]:
    region = filling.page.regions.get(element.slot)
    topics = [b for b in region if isinstance(b, Topic)] if isinstance(region, tuple) else []
    items: list[Item] = []
    for topic in topics:
        look = spec.over(desk.theme.block("topic"))
        items += draw_topic(desk, topic, filling.topics.get(element.slot, ""), look, _room(spec)).items
        places = spec.subs("aside")
        if len(topic.aside) > len(places):
            extra = topic.aside[len(places)]
            desk.report(problem("too-many-blocks", extra.place, room=len(places), given=len(topic.aside)))
        for one, place in zip(topic.aside, places, strict=False):
            place = place.schemed(spec.scheme)
            items += _stack(desk, filling, (one,), place, _room(place))
    return tuple(items)


ELEMENTS: Mapping[str, Callable[[Desk, Filling, Element, Spec], tuple[Item, ...]]] = {
    "field": _field,
    "frame": _frame,
    "rule": _rule,
    "lattice": _lattice,
    "text": _text,
    "vertical": _vertical,
    "card": _card,
    "block": _block,
    "chart": _chart,
    "topic": _topic,
}
"""The elements that a page template may hold."""
