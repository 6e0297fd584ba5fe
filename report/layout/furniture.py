"""Running heads, folios and thumb tabs: where the theme has them, and what it lets them say."""

from __future__ import annotations

from collections.abc import Mapping

from report.content.spec import Spec
from report.drawing import Item, Marked, Shape, rectangle
from report.layout.blocks.setting import rule, words
from report.layout.book import Book, PageFacts
from report.layout.desk import TOLERANCE, Desk, placed
from report.problem import problem
from report.typeset import Span, set_vertical
from report.units import mm


def furniture(desk: Desk, facts: PageFacts, book: Book, template: Spec, *, covered: bool) -> tuple[Item, ...]:
    """What the template's `furniture` asks for, in the theme's places; all of it is an artifact for readers. A page has
    no head where a picture has `covered` its place."""
    if not template.has("furniture"):
        return ()
    wanted = template.sub("furniture")
    looks = desk.theme.root.sub("furniture")
    items: list[Item] = []
    if wanted.has("head") and not covered:
        items += _head(desk, looks.sub("head"), wanted, _sayings(facts, book))
    if wanted.has("folio"):
        items += _at_edge(desk, looks.sub("folio"), wanted, "folio", _folio(looks.sub("folio"), facts, book))
    if wanted.flag("tab") and facts.chapter and facts.number % 2:
        items += _tab(desk, looks.sub("tab"), facts, book)
    return (Marked("Artifact", tuple(items), attributes=(("Type", "Pagination"),)),) if items else ()


def _folio(look: Spec, facts: PageFacts, book: Book) -> str:
    """The number of the page, or what the theme makes of it: 第{n}页 共{total}页."""
    return look.text("form", "{n}").format(n=facts.number, total=book.counted)


def _sayings(facts: PageFacts, book: Book) -> Mapping[str, str]:
    """What a theme can name in its heads: {title}, {subtitle}, {body}, {status}, and {head}, where the page stands."""
    about = book.report.about
    own = {"title": book.title, "head": facts.head}
    return {**own, "subtitle": about.subtitle, "body": about.body, "status": about.fields.get("status", "")}


def _head(desk: Desk, look: Spec, wanted: Spec, sayings: Mapping[str, str]) -> tuple[Item, ...]:
    """The head on the outer edge, the one on the inner edge if the theme has one, and the rule below them."""
    verso = desk.page % 2 == 0
    outer = _said(look, desk.page, sayings) if look.has("says") else sayings["title" if verso else "head"]
    items = list(_at_edge(desk, look, wanted, "head", outer))
    if look.has("inner"):
        inner = look.sub("inner").over(look)
        said = _said(inner, desk.page, sayings)
        said = "" if said == outer else said
        _check_room(desk, (look, outer), (inner, said))
        items += _at_edge(desk, inner, wanted, "head", said, inside=True)
    if look.has("rule"):
        own = look.sub("rule")
        items.append(rule(own, *own.point("at"), own.mm("length")))
    return tuple(items)


def _check_room(desk: Desk, outer: tuple[Spec, str], inner: tuple[Spec, str]) -> None:
    """Two heads that meet on their line are told."""
    side = "recto" if desk.page % 2 else "verso"
    edges = [look.point(side)[0] for look, _ in (outer, inner)]
    used = sum(desk.measured(said, desk.style(look.style("style"))).width for look, said in (outer, inner) if said)
    over = used - abs(edges[0] - edges[1])
    if over > TOLERANCE:
        desk.report(problem("line-overflow", None, text=outer[1], over=f"{mm(over):.1f}"))


def _said(look: Spec, page: int, sayings: Mapping[str, str]) -> str:
    """The first of the theme's forms in which every name says something."""
    forms = words(look.sub("says"), "recto" if page % 2 else "verso")
    told = (form for form in forms if all(said or f"{{{name}}}" not in form for name, said in sayings.items()))
    return next(told, "").format(**sayings)


def _at_edge(desk: Desk, look: Spec, wanted: Spec, key: str, said: str, *, inside: bool = False) -> tuple[Item, ...]:
    """A line on the outer edge, left on a verso and right on a recto, or on the edge `inside`."""
    if not said:
        return ()
    verso = desk.page % 2 == 0
    x, y = look.point("verso" if verso else "recto")
    line = desk.measured(said, desk.style(look.style("style"), wanted.colour(key)))
    return placed(line, x if verso is not inside else x - line.width, y)


def _tab(desk: Desk, look: Spec, facts: PageFacts, book: Book) -> tuple[Item, ...]:
    """The chapter's title in a field that runs into the bleed, one step lower for each chapter, and after the last of
    the rows at the top again; the field grows with the title as far as it may."""
    x, y, width, height = look.box("box")
    down = look.mm("step") * ((facts.chapter - 1) % look.count("rows"))
    title = next(e.title for e in book.contents if e.chapter == facts.chapter)
    style = look.style("style")
    text = desk.style(style)
    column = set_vertical([Span(title)], text, desk.faces, style.pitch)
    used = style.pitch * (len(title) - 1) + style.size
    over = used - look.mm("most")
    if over > TOLERANCE:
        desk.report(problem("tab-overflow", None, text=title, over=f"{mm(over):.1f}"))
    if used > height:
        height = used + 2 * look.mm("padding")
    axis, _ = look.point("at")
    field = Shape(rectangle(x, y + down, width, height), fill=look.colour("fill"))
    return (field, *column.items(axis, y + down + (height - used) / 2))
