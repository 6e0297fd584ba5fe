"""A report and a theme into finished pages: the book is bound first, then each page is set."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from report.content.model import Block, Blocks, Report, TemplatePage, Topic
from report.content.theme import Template, Theme
from report.drawing import Destination, Meta, Outline, Page, Paged, Sheet
from report.layout.book import Book, bind, chapter_head
from report.layout.desk import Cache, Desk, plain
from report.layout.elements import Filling
from report.layout.templates import choose, compose
from report.problem import Problem, problem
from report.typeset.faces import Faces

SHEETS_OF_FOUR = "saddle-stitch"


def lay_out(
    report: Report, theme: Theme, faces: Faces, cache: Cache, progress: Callable[[int, int], None]
) -> tuple[Paged, tuple[Problem, ...]]:
    """All pages with what was found wrong; `progress` is told how many of how many pages are done."""
    book = bind(report.about.title, report.pages)
    desk = Desk(theme, faces, cache, report.folder)
    sheet = Sheet(report.sheet.width, report.sheet.height, report.sheet.bleed)
    pages: list[Page] = []
    for filling in _fillings(desk, report, theme, book):
        number = filling.facts.number
        pages.append(Page(number, str(number), sheet, compose(desk, filling)))
        progress(number, len(report.pages))
    desk.problems += [problem("block-not-here", item.place, block=type(item).__name__) for item in _loose(report)]
    problems = (*_count_problems(report), *desk.problems)
    destinations = {f"page-{p.number}": Destination(p.number, 0.0, 0.0) for p in pages}
    return Paged(_meta(report), tuple(pages), _outline(book), destinations), problems


def _loose(report: Report) -> Iterator[Block]:
    """Blocks that stand in no page."""
    yield from (item for item in report.body if not isinstance(item, TemplatePage))


def _fillings(desk: Desk, report: Report, theme: Theme, book: Book) -> list[Filling]:
    """Pages with their templates; a page whose template is wrong is reported and left out."""
    found: list[Filling] = []
    counts: dict[int, int] = {}
    for page, facts in zip(report.pages, book.pages, strict=True):
        desk.page = facts.number
        template = choose(page, facts.number, theme.templates)
        if not isinstance(template, Template):
            for one in template:
                desk.report(one)
            continue
        numbers = _topic_numbers(page, template, facts.chapter, counts)
        found.append(Filling(page, template, facts, book, numbers))
    return found


def _topic_numbers(page: TemplatePage, template: Template, chapter: int, counts: dict[int, int]) -> Mapping[str, str]:
    """1-1, 1-2 …: topics count within their chapter, in the order of the template's regions."""
    numbers: dict[str, str] = {}
    for slot in template.slots:
        region = page.regions.get(slot)
        if chapter and isinstance(region, Blocks) and any(isinstance(b, Topic) for b in region.blocks):
            counts[chapter] = counts.get(chapter, 0) + 1
            numbers[slot] = f"{chapter}-{counts[chapter]}"
    return numbers


def _count_problems(report: Report) -> list[Problem]:
    pages, sheet = len(report.pages), report.sheet
    found = []
    if sheet.pages and sheet.pages != pages:
        found.append(problem("page-count", sheet.place, pages=pages, wanted=sheet.pages))
    if sheet.binding == SHEETS_OF_FOUR and pages % 4:
        found.append(problem("page-multiple", sheet.place, pages=pages))
    return found


def _outline(book: Book) -> tuple[Outline, ...]:
    """Bookmarks: the entries of the contents, chapters with their topics below them."""
    entries = []
    for entry in book.contents:
        title = chapter_head(entry.chapter, entry.title) if entry.chapter else entry.title
        entries.append(Outline(1, title, entry.page, 0.0))
        entries += [Outline(2, plain(topic), page, 0.0) for topic, page in entry.topics]
    return tuple(entries)


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
    )
