"""What a page must know of the whole book: chapters, running heads, contents, numbers of topics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from report.content.model import Blocks, Chart, Prose, TemplatePage, Topic

CHAPTER_NUMBERS = "零一二三四五六七八九十"


class Entry(NamedTuple):
    """A row of the contents; `chapter` 0 is a page that belongs to none; topics with their pages."""

    title: str
    page: int
    chapter: int
    topics: tuple[tuple[Prose, int], ...]
    flower: int


class PageFacts(NamedTuple):
    """A page's place in the book: number, running head, chapter, and whether it opens that chapter."""

    number: int
    head: str
    chapter: int
    opens: bool


class Book(NamedTuple):
    """The pages' places and the contents, known before anything is set: composed pages have fixed numbers."""

    title: str
    pages: tuple[PageFacts, ...]
    contents: tuple[Entry, ...]


def bind(title: str, pages: Sequence[TemplatePage]) -> Book:
    """The book of these pages in this order, one sheet side each."""
    places: list[PageFacts] = []
    chapter, head = 0, ""
    inside = False
    for number, page in enumerate(pages, 1):
        if page.chapter:
            chapter += 1
            head, inside = chapter_head(chapter, page.chapter), True
        elif page.contents:
            head, inside = page.contents, False
        places.append(PageFacts(number, page.head or head, chapter if inside else 0, bool(page.chapter)))
    return Book(title, tuple(places), tuple(_entries(pages, places)))


def chapter_number(chapter: int) -> str:
    """第一章; Han numerals up to 99 as they are written in titles."""
    tens, ones = divmod(chapter, 10)
    if tens == 0:
        return f"第{CHAPTER_NUMBERS[ones]}章"
    lead = "" if tens == 1 else CHAPTER_NUMBERS[tens]
    return f"第{lead}十{CHAPTER_NUMBERS[ones] if ones else ''}章"


def chapter_head(chapter: int, title: str) -> str:
    return f"{chapter_number(chapter)} {title}"


def _entries(pages: Sequence[TemplatePage], places: Sequence[PageFacts]) -> Iterator[Entry]:
    for page, place in zip(pages, places, strict=True):
        if place.opens:
            topics = [
                (t.title, q.number)
                for p, q in zip(pages, places, strict=True)
                if q.chapter == place.chapter
                for t in topics_of(p)
            ]
            yield Entry(page.chapter, place.number, place.chapter, tuple(topics), _petals(page))
        elif page.contents:
            yield Entry(page.contents, place.number, 0, (), 0)


def topics_of(page: TemplatePage) -> Iterator[Topic]:
    """The topics of a page in reading order."""
    for region in page.regions.values():
        if isinstance(region, Blocks):
            yield from (b for b in region.blocks if isinstance(b, Topic))


def _petals(page: TemplatePage) -> int:
    """How many petals the opener's flower has."""
    for value in page.parameters.values():
        if isinstance(value, Chart):
            return sum(units(s.value, value.per) for s in value.series)
    return 0


def units(value: Decimal, per: Decimal) -> int:
    """Whole units of a unit chart: 余 多 以上 never draw a part of a unit (design 1.6)."""
    return int(value / per)
