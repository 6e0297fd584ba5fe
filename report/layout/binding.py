"""Blocks into numbered pages: filled until their numbers settle, and closed with deliberate blanks where the binding
asks for more pages than the text has."""

from __future__ import annotations

from report.content.model import PLAIN, BackCover, Blank, Cover, Report, SheetSpec, TemplatePage
from report.layout.book import COVER, GLUED, STITCHED, Book, bind
from report.layout.captions import captioned
from report.layout.desk import Desk
from report.layout.fill import Leaf, fill
from report.layout.frames import Bed, bed
from report.layout.leaves import marks_of
from report.layout.numbering import numbered
from report.layout.sequence import Sequencer
from report.named import NamedTuple
from report.problem import Place, problem
from report.record import replace

ROUNDS = 8
"""How often pages are filled until their numbers settle; contents take three."""
MOST_BLANKS = 3
"""Blank pages that may close a book: one less than a folded sheet has."""
LEAF = 2
"""Pages of a leaf: no glued or sewn book has an odd count."""


class Bound(NamedTuple):
    """Pages that are filled and numbered, what they flow on, and how many of them are blanks that close the book."""

    leaves: tuple[Leaf, ...]
    book: Book
    bed: Bed | None
    blanks: int = 0


def wanted_pages(sheet: SheetSpec) -> int:
    """The whole count that the author asks for, cover included; 0 where none is asked for."""
    return sheet.pages + (0 if sheet.cover_counts or not sheet.pages else COVER)


def with_inside_covers(desk: Desk, report: Report) -> Report:
    """The report whose cover is not counted: blank inside covers stand where the author has none, and the first page
    after them has the number of the first page. Without a cover, or without a back cover, that is a problem."""
    body = report.body
    if report.sheet.cover_counts:
        return report
    fronts = bool(body) and isinstance(body[0], Cover | TemplatePage)
    backs = len(body) > 1 and isinstance(body[-1], BackCover | TemplatePage)
    for there, code in ((fronts, "no-front-cover"), (backs, "no-back-cover")):
        if not there:
            desk.report(problem(code, report.sheet.place))
    if not (fronts and backs):
        sheet = report.sheet._replace(cover_counts=True)
        return replace(report, sheet=sheet, edition=report.edition._replace(cover_apart=False))
    side = "" if report.sheet.binding == STITCHED else "recto"
    front = () if isinstance(body[1], Blank) else (Blank(1, _place(body[0])),)
    back = () if isinstance(body[-2], Blank) else (Blank(1, _place(body[-1]), PLAIN._replace(start=side)),)
    first = report.edition.first_page - COVER // 2
    body = (body[0], *front, *body[1:-1], *back, body[-1])
    return replace(report, body=body, edition=report.edition._replace(first_page=first))


def _place(item: object) -> Place:
    place = getattr(item, "place", None)
    return place if isinstance(place, Place) else Place("", 0, 0)


def bound(desk: Desk, report: Report, ground: Bed | None = None) -> Bound:
    """The pages filled again until the book that they are filled with is the book that they make; `ground` stands in
    for the theme's own."""
    items = captioned(numbered(report, desk.theme), desk.theme)
    flows = any(not isinstance(one.item, TemplatePage) for one in items)
    ground = ground or (bed(desk.theme) if flows else None)
    sequencer = Sequencer(desk, items, ground)
    book = Book(report)
    for _ in range(ROUNDS):
        leaves = fill(sequencer.steps(book), ground, report.edition.first_page)
        blanks = _blanks(report, len(leaves)) if desk.theme.root.has("flow") else 0
        leaves = _closed(desk, report, leaves, blanks)
        found = bind(report, [marks_of(leaf) for leaf in leaves])
        if found == book or not sequencer.reads_book:
            return Bound(leaves, found, ground, blanks)
        book = found
    desk.report(problem("pages-unsettled", None, rounds=ROUNDS))
    return Bound(leaves, book, ground, blanks)


def _blanks(report: Report, pages: int) -> int:
    """How many pages are missing from what the author or the binding asks for, if a few blanks can stand for them."""
    sheet = report.sheet
    multiple = COVER if sheet.binding == STITCHED else LEAF if _has_leaves(report) else 1
    wanted = wanted_pages(sheet)
    missing = wanted - pages if wanted >= pages else -pages % multiple
    return missing if missing <= MOST_BLANKS and (pages + missing) % multiple == 0 else -pages % multiple


def _has_leaves(report: Report) -> bool:
    apart = report.edition.cover_apart or not report.sheet.cover_counts
    return apart and report.sheet.binding in GLUED


def _closed(desk: Desk, report: Report, leaves: tuple[Leaf, ...], blanks: int) -> tuple[Leaf, ...]:
    """The pages with blanks before the back cover, or at the end of a book that has none; the first of them is told."""
    if not blanks:
        return leaves
    tail = int(_is_back(desk, report)) if report.sheet.cover_counts else COVER // 2
    place = report.sheet.place
    told = problem("closing-blanks", place, "notice", count=blanks, pages=len(leaves) + blanks)
    closing = (Leaf(problems=(told,)), *(Leaf() for _ in range(blanks - 1)))
    at = len(leaves) - tail
    return (*leaves[:at], *closing, *leaves[at:])


def _is_back(desk: Desk, report: Report) -> bool:
    """Whether the last page is a back cover: the block, or a composed page that stands on a verso."""
    match report.body[-1] if report.body else None:
        case BackCover():
            return True
        case TemplatePage(template=name):
            template = desk.theme.templates.get(name)
            return template is not None and template.side == "verso"
        case _:
            return False
