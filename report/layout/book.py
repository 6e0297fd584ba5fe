"""What a page must know of the whole book: chapters, running heads, contents, lists of figures, names of places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from report.content.model import Report
from report.drawing import Destination
from report.named import NamedTuple
from report.record import field, record

STITCHED = "saddle-stitch"
GLUED = ("perfect", "sewn")
"""Bindings with a spine."""
COVER = 4
"""Pages of a cover: outside and inside, front and back."""
CHAPTER_NUMBERS = "零一二三四五六七八九十"


class Mark(NamedTuple):
    """What a page tells the book: a heading, a chart or table for the lists, a name to refer to, a note, a person.

    `level` is that of headings: 1 for chapters and what stands beside them, 2 for sections and topics, 3 for
    subsections, 0 for what is no heading. A heading that is not `listed` stands in no contents. `chapter` counts from
    1; 0 is outside chapters. `y` is the top of what is marked, in points.
    """

    kind: Literal["chapter", "matter", "section", "topic", "chart", "table", "anchor", "note", "person"]
    title: str
    level: int = 0
    label: str = ""
    chapter: int = 0
    flower: int = 0
    listed: bool = True
    y: float = 0.0
    page: int = 0

    @property
    def said(self) -> str:
        """The title with its number, as contents and outline show it."""
        return f"{self.label}{self.title}"


class Entry(NamedTuple):
    """A row of the contents of a composed page; `chapter` 0 belongs to none; topics with their pages."""

    title: str
    page: int
    chapter: int
    topics: tuple[tuple[str, int], ...]
    flower: int


class PageFacts(NamedTuple):
    """A page's place in the book: number, running head, chapter (0 outside)."""

    number: int
    head: str
    chapter: int


class PageMarks(NamedTuple):
    """A page before it is numbered: what it marks, and its own running head if it has one."""

    marks: tuple[Mark, ...]
    head: str = ""


@record
class Book:
    """The pages' places and all that was marked on them, in reading order; `report` is what the book is made of."""

    report: Report
    pages: tuple[PageFacts, ...] = ()
    marks: tuple[Mark, ...] = field(default=())

    @property
    def title(self) -> str:
        return self.report.about.title

    @property
    def counted(self) -> int:
        """How many pages there are, without those of a cover that has no numbers."""
        sheet = self.report.sheet
        return len(self.pages) - (0 if sheet.cover_counts else COVER)

    @property
    def headings(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if mark.level and mark.listed)

    @property
    def contents(self) -> tuple[Entry, ...]:
        """The headings of level 1 with those of level 2 below them."""
        found: list[Entry] = []
        for mark in self.headings:
            if mark.level == 1:
                found.append(Entry(mark.title, mark.page, mark.chapter, (), mark.flower))
            elif mark.level == 2 and found:
                found[-1] = found[-1]._replace(topics=(*found[-1].topics, (mark.title, mark.page)))
        return tuple(found)

    @property
    def anchors(self) -> Mapping[str, Destination]:
        """Where the names lead that authors gave to blocks."""
        anchors = (mark for mark in self.marks if mark.kind == "anchor")
        return {mark.title: Destination(self.ordinal(mark.page), 0.0, mark.y) for mark in anchors}

    def number(self, ordinal: int) -> int:
        """The number that is printed on a page of the file."""
        return ordinal + self.report.edition.first_page - 1

    def ordinal(self, number: int) -> int:
        """Which page of the file has a number: the first one has that of the edition."""
        return number - self.report.edition.first_page + 1


def bind(report: Report, pages: Sequence[PageMarks]) -> Book:
    """The book of these pages in this order, one sheet side each; they count from the edition's first page."""
    facts: list[PageFacts] = []
    marks: list[Mark] = []
    head, chapter = "", 0
    for number, page in enumerate(pages, report.edition.first_page):
        for mark in page.marks:
            marks.append(mark._replace(page=number))
            if mark.level == 1:
                chapter = mark.chapter
                head = mark.said
        facts.append(PageFacts(number, page.head or head, chapter))
    return Book(report, tuple(facts), tuple(marks))


def chapter_number(chapter: int) -> str:
    """第一章; Han numerals up to 99 as they are written in titles."""
    return f"第{han_number(chapter)}章"


def han_number(number: int) -> str:
    """二十一; from a hundred on in figures."""
    tens, ones = divmod(number, 10)
    if number > 99:
        return str(number)
    if tens == 0:
        return CHAPTER_NUMBERS[ones]
    lead = "" if tens == 1 else CHAPTER_NUMBERS[tens]
    return f"{lead}十{CHAPTER_NUMBERS[ones] if ones else ''}"


def units(value: Decimal, per: Decimal) -> int:
    """Whole units of a unit chart: 余 多 以上 never draw a part of a unit (design 1.6)."""
    return int(value / per)


def anchors_of(name: str, word: str) -> Iterator[str]:
    """The names under which a block can be referred to: its own, and that with the word for its kind (图-培训)."""
    if name:
        yield name
        if word:
            yield f"{word}-{name}"
