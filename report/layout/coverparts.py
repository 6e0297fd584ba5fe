"""A book whose cover is a file of its own, in two: what each of them says of itself, and what still leads where."""

from __future__ import annotations

from collections.abc import Set

from report.content.model import Delivery, Report
from report.drawing import Meta, Paged
from report.layout.book import COVER, GLUED
from report.record import replace

COVER_PART = "cover"
"""The part of a book that is its cover, in the name of its file."""
COVER_MARKS = ("crop", "fold")
"""What no sheet of a cover is without: nobody could find its folds."""
LABELS = ("封面", "封二", "封三", "封底")
"""What the pages of a cover are called that have no numbers."""


def cover_label(report: Report, ordinal: int, count: int) -> str:
    """The label of a page of a cover that is not counted; "" for all others."""
    if report.sheet.cover_counts:
        return ""
    half = COVER // 2
    if ordinal <= half:
        return LABELS[ordinal - 1]
    return LABELS[ordinal - count - 1] if ordinal > count - half else ""


def cover_meta(meta: Meta) -> Meta:
    """What a cover says of itself."""
    return replace(meta, identifier=f"{meta.identifier}-cover", title=f"{meta.title}（封面）")


def inside(paged: Paged, apart: int) -> Paged:
    """The pages between so many at either end, which are counted anew and led to by what led to them before."""
    if not apart:
        return paged
    numbers = {page.number: i for i, page in enumerate(paged.pages, 1)}
    pages = tuple(replace(page, number=numbers[page.number]) for page in paged.pages)
    outline = tuple(one._replace(page=numbers[one.page]) for one in paged.outline if one.page in numbers)
    there = {n: d for n, d in paged.destinations.items() if d.page in numbers}
    destinations = {name: place._replace(page=numbers[place.page]) for name, place in there.items()}
    return replace(paged, pages=pages, outline=outline, destinations=destinations)


def file_name(report: Report, delivery: Delivery, part: str) -> str:
    """<id>-<delivery>.pdf, and <id>-<delivery>-cover.pdf beside it."""
    return f"{report.about.identifier}-{part_key(delivery.key, part)}.pdf"


def part_key(key: str, part: str) -> str:
    """<delivery>, and <delivery>-cover: a file among those of its report."""
    return f"{key}-{part}" if part else key


def waived(report: Report, part: str) -> Set[str]:
    """Warnings that are none here: the sheet of a cover has no finished size of a book, a glued book needs no multiple
    of four."""
    if part == COVER_PART:
        return {"c09-finished-size"}
    return {"c06-page-count"} if report.sheet.binding in GLUED else frozenset()
