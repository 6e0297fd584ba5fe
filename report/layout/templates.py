"""A page template and what fills its regions into one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import inf

from report.content.model import Blocks, Card, Chart, Inline, Region, TemplatePage, Text
from report.content.spec import Spec
from report.content.theme import Element, Template
from report.drawing import Item, moved, written_at
from report.layout.desk import Desk
from report.layout.elements import ELEMENTS, Filling
from report.layout.furniture import furniture
from report.layout.inside import inlines
from report.layout.settling import PERSON, marks_of_notes
from report.likeness import likest
from report.problem import Problem, problem
from report.record import replace

TAKES: Mapping[str, tuple[type[Region], str]] = {
    "text": (Text, "@region-text"),
    "vertical": (Text, "@region-text"),
    "card": (Card, "@region-card"),
    "block": (Blocks, "@region-blocks"),
    "topic": (Blocks, "@region-blocks"),
    "spread": (Blocks, "@region-blocks"),
    "qr": (Text, "@region-text"),
}
"""What the region of each kind of element takes, and what messages call that."""


def choose(page: TemplatePage, number: int, templates: Mapping[str, Template]) -> Template | list[Problem]:
    """The page's template, or what is wrong with the choice and with what fills it."""
    template = templates.get(page.template)
    if template is None:
        return [problem("unknown-template", page.place, name=page.template, near=_near(page.template, templates))]
    found = [*_side(page, number, template), *_regions(page, template), *_parameters(page, template)]
    return found or template


def compose(desk: Desk, filling: Filling, flowed: tuple[Item, ...] = ()) -> tuple[Item, ...]:
    """All items of a page: the template's elements in order, what flows on it, then the furniture."""
    desk.page = filling.facts.number
    scheme = _scheme(desk, filling)
    items: list[Item] = []
    marks = {inline.link: inline for inline in marks_of_notes(filling.page)}
    marked = bool(marks) or any(inline.link.startswith(PERSON) for inline in inlines(filling.page))
    for element in filling.template.elements:
        drawer = ELEMENTS.get(element.kind)
        if drawer is None:
            desk.report(problem("unknown-element", element.spec.place, name=element.kind, near="、".join(ELEMENTS)))
            continue
        spec = element.spec.schemed(scheme)
        drawn = _written(filling, element, drawer(desk, filling, replace(element, spec=spec)))
        if filling.shift and spec.flag("crosses"):
            drawn = tuple(moved(item, filling.shift, 0.0) for item in drawn)
        items += _noted(desk, filling, drawn, spec, marks) if marked else drawn
    for mark in marks.values():
        desk.report(problem("note-not-here", mark.place, mark=mark.text))
    items += flowed
    head = filling.template.spec.schemed(scheme)
    items += furniture(desk, filling.facts, filling.book, head, covered=filling.covered)
    return tuple(items)


def _written(filling: Filling, element: Element, drawn: tuple[Item, ...]) -> tuple[Item, ...]:
    """What an element draws, its marks written where the region or the parameter is."""
    region = filling.page.regions.get(element.slot)
    named = element.spec.text("parameter") if element.spec.has("parameter") else element.slot
    return written_at(drawn, region.place if region is not None else filling.page.places.get(named))


def _noted(
    desk: Desk, filling: Filling, drawn: tuple[Item, ...], spec: Spec, marks: dict[str, Inline]
) -> tuple[Item, ...]:
    """What an element draws, with the notes of its marks."""
    from report.layout.blocks.dispatch import inside
    from report.layout.blocks.setting import Setting
    from report.layout.notes import in_region, region_of

    setting = Setting(desk, filling.book, f"page-{filling.facts.number}", inf, 0.0, inside, nested=True)
    return in_region(setting, drawn, marks, region_of(spec))


def _side(page: TemplatePage, number: int, template: Template) -> Iterator[Problem]:
    if template.side != "any" and template.side != ("recto" if number % 2 else "verso"):
        side = f"@{template.side}"
        yield problem("template-side", page.place, name=page.template, side=side)


def _regions(page: TemplatePage, template: Template) -> Iterator[Problem]:
    """Regions that the template does not have, or fills with another kind of content."""
    kinds = {element.slot: element.kind for element in template.elements if element.slot}
    for name, region in page.regions.items():
        if name not in kinds:
            near, known = _near(name, kinds), "、".join(kinds)
            yield problem("unknown-region", page.places[name], name=name, near=near, all=known)
        elif kinds[name] in TAKES:
            wanted, said = TAKES[kinds[name]]
            if not isinstance(region, wanted):
                yield problem("region-kind", page.places[name], name=name, wanted=said)


def _parameters(page: TemplatePage, template: Template) -> Iterator[Problem]:
    """Parameters that the template does not know, lacks, or wants of another kind."""
    kinds = {e.spec.text("parameter"): e.kind for e in template.elements if e.spec.has("parameter")}
    if template.spec.has("scheme"):
        kinds[template.spec.sub("scheme").text("parameter")] = "word"
    for name, value in page.parameters.items():
        if name not in kinds:
            near, known = _near(name, kinds), "、".join(kinds)
            yield problem("unknown-parameter", page.places[name], name=name, near=near, all=known)
        elif isinstance(value, Chart) is not (kinds[name] == "chart"):
            wanted = "@parameter-chart" if kinds[name] == "chart" else "@parameter-word"
            yield problem("region-kind", page.places[name], name=name, wanted=wanted)
    for name in kinds:
        if name not in page.parameters:
            yield problem("missing-parameter", page.place, name=name)


def _near(name: str, known: Iterable[str]) -> str:
    return likest(name, known, 0.3)


def _scheme(desk: Desk, filling: Filling) -> tuple[tuple[str, str], ...]:
    """The colours that the author's word chooses for this page: ground, text, soft, tone, flower."""
    spec = filling.template.spec
    if not spec.has("scheme"):
        return ()
    wanted = spec.sub("scheme")
    name = wanted.text("parameter")
    word = str(filling.page.parameters.get(name, ""))
    table = desk.theme.root.sub(wanted.text("table"))
    if not table.has(word):
        known = table.names()
        place = filling.page.places.get(name)
        desk.report(problem("unknown-ground", place, name=word, near=_near(word, known), all="、".join(known)))
        word = known[0]
    row = table.sub(word)
    return tuple((key, row.text(key)) for key in row.names())
