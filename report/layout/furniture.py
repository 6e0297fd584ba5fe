"""Running heads, folios and thumb tabs."""

from __future__ import annotations

from report.content.spec import Spec
from report.drawing import Item, Marked, Shape, rectangle
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
        items += _outside(desk, looks.sub("head"), wanted, "head", book.title if facts.number % 2 == 0 else facts.head)
    if wanted.has("folio"):
        items += _outside(desk, looks.sub("folio"), wanted, "folio", _folio(looks.sub("folio"), facts, book))
    if wanted.flag("tab") and facts.chapter and facts.number % 2:
        items += _tab(desk, looks.sub("tab"), facts, book)
    return (Marked("Artifact", tuple(items), attributes=(("Type", "Pagination"),)),) if items else ()


def _folio(look: Spec, facts: PageFacts, book: Book) -> str:
    """The number of the page, or what the theme makes of it: 第{n}页 共{total}页."""
    return look.text("form", "{n}").format(n=facts.number, total=len(book.pages))


def _outside(desk: Desk, look: Spec, wanted: Spec, key: str, said: str) -> tuple[Item, ...]:
    """A line on the outer edge: left on a verso, right on a recto."""
    verso = desk.page % 2 == 0
    x, y = look.point("verso" if verso else "recto")
    line = desk.measured(said, desk.style(look.style("style"), wanted.colour(key)))
    return placed(line, x if verso else x - line.width, y)


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
