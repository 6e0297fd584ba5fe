"""A report and a theme into finished pages: blocks flow, composed pages stand between them, the book is bound until its
numbers stay as they are, then every page is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

from report.content.model import Report
from report.content.papers import most_stitched
from report.content.theme import Template, Theme
from report.drawing import Destination, Meta, Outline, Page, Paged, Sheet
from report.layout.again import Again, Drawn, Sight, said_of
from report.layout.binding import Bound, wanted_pages, with_inside_covers
from report.layout.book import COVER, STITCHED, Book
from report.layout.coverparts import cover_label, cover_meta, inside
from report.layout.creep import creep_problems
from report.layout.desk import Desk
from report.layout.elements import Filling
from report.layout.fill import Leaf
from report.layout.fitting import fitted
from report.layout.leaves import flowed_items, levelled, page_of_leaf
from report.layout.quiet import quiet_problems
from report.layout.references import reference_problems
from report.layout.standing import Standing
from report.layout.templates import choose, compose
from report.memory import Memory
from report.named import NamedTuple
from report.problem import Problem, Severity, problem
from report.typeset.faces import Faces


class Laid(NamedTuple):
    """A report that is laid out: its pages, its cover where that is a sheet of its own, what was found wrong."""

    paged: Paged
    cover: Paged | None
    problems: tuple[Problem, ...]


def lay_out(
    report: Report,
    theme: Theme,
    faces: Faces,
    cache: Memory,
    progress: Callable[[int, int], None],
    *,
    again: Again | None = None,
) -> tuple[Paged, tuple[Problem, ...]]:
    """All pages with what was found wrong, without a cover that is a sheet of its own; `progress` is told how many of
    how many pages are done, `again` keeps what the next layout need not do."""
    laid = lay_out_book(report, theme, faces, cache, progress, again=again)
    return laid.paged, laid.problems


def lay_out_book(
    report: Report,
    theme: Theme,
    faces: Faces,
    cache: Memory,
    progress: Callable[[int, int], None],
    *,
    again: Again | None = None,
) -> Laid:
    """All pages, and the cover where the edition wants it apart."""
    desk = Desk(theme, faces, cache, report.folder, report.about.language, again=again)
    report = with_inside_covers(desk, report)
    if again is not None:
        again.begin(desk, report)
    bound = fitted(desk, report)
    covers: tuple[Page, ...] = ()
    if report.edition.cover_apart:
        from report.layout.coversheet import cover_pages

        covers = cover_pages(desk, report, bound)
    apart = COVER // 2 if covers else 0
    pages = tuple(_drawn(desk, report, bound, apart, progress))
    cut = any(one.code == "fit-cut" for one in desk.problems)
    counted = _count_problems(report, len(bound.leaves), cut=cut)
    referred = tuple(reference_problems(report, bound.book, pages))
    meta = _meta(report)
    paged = inside(Paged(meta, pages, _outline(bound.book), _destinations(bound.book)), apart)
    cover = Paged(cover_meta(meta), covers) if covers else None
    return Laid(paged, cover, (*counted, *creep_problems(report), *desk.problems, *referred))


def _drawn(
    desk: Desk, report: Report, bound: Bound, apart: int, progress: Callable[[int, int], None]
) -> Iterator[Page]:
    """Every page drawn, except so many at either end that are a cover of their own; a page whose template is wrong is
    reported and left out."""
    level, again = 0, desk.again
    count = len(bound.leaves)
    said = said_of(bound.book)
    standing = Standing(desk, report, bound.book)
    for leaf, facts in list(zip(bound.leaves, bound.book.pages, strict=True))[apart : count - apart]:
        ordinal = bound.book.ordinal(facts.number)
        label = leaf.plate.label if leaf.plate is not None else ""
        label = label or cover_label(report, ordinal, count) or str(facts.number)
        sight = Sight(leaf, facts, label, level, said)
        draw = partial(_page, desk, report, bound, sight)
        if again is None or leaf.plate is not None:
            page, level = standing.page(desk, sight, draw)
        else:
            page, level = again.page(desk, sight, draw)
        if page is not None:
            yield page
            progress(ordinal, count)


def _page(desk: Desk, report: Report, bound: Bound, sight: Sight) -> Drawn:
    leaf, facts, label, level, _ = sight
    sheet = Sheet(report.sheet.width, report.sheet.height, report.sheet.bleed)
    desk.page = facts.number
    _told(desk, leaf)
    page = page_of_leaf(leaf, desk.theme, bound.bed)
    template = choose(page, facts.number, desk.theme.templates)
    if not isinstance(template, Template):
        desk.tell(template)
        return Drawn(None, level)
    topics = leaf.plate.topics if leaf.plate is not None else {}
    covered = bool(leaf.puts) and leaf.puts[0].piece.reach == "sheet"
    filling = Filling(page, template, facts, bound.book, topics, covered)
    items = compose(desk, filling, flowed_items(leaf, facts.number, bound.bed))
    desk.tell(quiet_problems(desk, items, sheet))
    items, level = levelled(items, level)
    return Drawn(Page(bound.book.ordinal(facts.number), label, sheet, items), level)


def _told(desk: Desk, leaf: Leaf) -> None:
    """Problems of what stands on a page, now that its number is known."""
    inner = (one for put in (*leaf.puts, *leaf.notes) for one in put.piece.problems)
    desk.tell((*leaf.problems, *inner))


def _count_problems(report: Report, pages: int, *, cut: bool) -> list[Problem]:
    """What is wrong with the count, unless the cuts that would mend it are told already."""
    sheet = report.sheet
    found = []
    wanted = wanted_pages(sheet)
    if wanted and wanted != pages and not cut:
        found.append(problem("page-count", sheet.place, pages=pages - wanted + sheet.pages, wanted=sheet.pages))
    if sheet.binding == STITCHED and (wanted or pages) % COVER:
        found.append(problem("page-multiple", sheet.place, pages=wanted or pages))
    if sheet.binding == STITCHED:
        found += _thick(report, pages)
    return found


def _thick(report: Report, pages: int) -> Iterator[Problem]:
    """A book of more pages than a stitch holds; half as many again cannot be bound so at all."""
    weight = report.printing.weight
    most = most_stitched(weight)
    if pages > most:
        place = report.printing.places.get("weight") or report.sheet.place
        severity: Severity = "error" if 2 * pages > 3 * most else "warning"
        yield problem("stitch-too-thick", place, severity, pages=pages, most=most, weight=weight or "")


def _outline(book: Book) -> tuple[Outline, ...]:
    """Bookmarks: the headings of the book, none more than one level below the one before."""
    found: list[Outline] = []
    for mark in book.headings:
        level = min(mark.level, found[-1].level + 1 if found else 1)
        found.append(Outline(level, mark.said, book.ordinal(mark.page), mark.y))
    return tuple(found)


def _destinations(book: Book) -> dict[str, Destination]:
    """Where links lead: pages, marks by number, and the names that authors gave."""
    ordinal = book.ordinal
    pages = {f"page-{facts.number}": Destination(ordinal(facts.number), 0.0, 0.0) for facts in book.pages}
    marks = {f"mark-{i}": Destination(ordinal(mark.page), 0.0, mark.y) for i, mark in enumerate(book.marks)}
    notes = {mark.title: Destination(ordinal(mark.page), 0.0, mark.y) for mark in book.marks if mark.kind == "note"}
    return {**pages, **marks, **notes, **book.anchors}


def _meta(report: Report) -> Meta:
    about = report.about
    return Meta(
        identifier=about.identifier,
        title=about.title,
        author=about.body,
        subject=about.subtitle,
        keywords=about.keywords,
        language="zh-CN" if about.language.startswith("zh") else about.language,
        date=f"{about.date}T00:00:00+08:00",
        sources=tuple(_sources(report)),
        number=about.fields.get("document-number", ""),
        signed=about.fields.get("signed", ""),
        body=about.fields.get("produced-by", ""),
    )


def _sources(report: Report) -> Iterator[str]:
    """Where the figures of the report come from, each once: facts, tables, the document itself."""
    given = (fact.source for fact in report.facts.values()), (table.source for table in report.tables.values())
    yield from dict.fromkeys(source for source in (*chain(*given), report.about.fields.get("source")) if source)
