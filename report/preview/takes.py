"""What a rehearsal of a report shows: its pages, each with the take in which it last changed, and all that is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from report.content.check import Entry
from report.content.model import Delivery, Report
from report.content.theme import Theme
from report.drawing import Group, GuestPage, Item, Marked, Page, Paged, Picture, Vector
from report.named import NamedTuple
from report.pdf.intent import Condition
from report.pipeline import paged_ledger
from report.preview.moorings import Moorings
from report.problem import Problem

Stamp = tuple[int, int]
"""Size of a file and the time of its last change; (-1, -1) for none."""


class Leaf(NamedTuple):
    """A page, and the number of the take in which it became what it is."""

    page: Page
    version: int


class Stage:
    """A report as it was laid out in one delivery."""

    def __init__(self, report: Report, theme: Theme, delivery: Delivery, condition: Condition, paged: Paged) -> None:
        self.report, self.theme, self.delivery, self.condition, self.paged = report, theme, delivery, condition, paged
        self.figures: tuple[Entry, ...] = ()
        self.moorings = Moorings({})

    @cached_property
    def ledger(self) -> tuple[tuple[Entry, int], ...]:
        """Every figure with its page (0 = none), worked out when somebody asks."""
        return tuple(paged_ledger(self.figures, self.paged))


class Take(NamedTuple):
    """One rehearsal. A `stale` one could not be laid out: its pages are those of the last one that could."""

    number: int
    stage: Stage | None
    leaves: tuple[Leaf, ...]
    problems: tuple[Problem, ...]
    stale: bool
    seconds: float
    inputs: tuple[str, ...]

    @property
    def changed(self) -> tuple[int, ...]:
        """The numbers of the pages that this take changed."""
        return tuple(leaf.page.number for leaf in self.leaves if leaf.version == self.number)


def compared(before: Sequence[Leaf], pages: Iterable[Page], number: int, moved: frozenset[str]) -> Iterator[Leaf]:
    """The pages, those that are what they were under their old version; `moved` are files whose content changed."""
    for i, page in enumerate(pages):
        old = before[i] if i < len(before) else None
        same = old is not None and old.page == page and not (moved and moved & sources(page.items))
        yield Leaf(page, old.version if same and old is not None else number)


def sources(items: Iterable[Item]) -> frozenset[str]:
    """The files that a page shows."""
    return frozenset(_sources(items))


def _sources(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        match item:
            case Picture() | Vector() | GuestPage():
                yield item.source
            case Group() | Marked():
                yield from _sources(item.items)
            case _:
                pass


def stamp(path: str) -> Stamp:
    """What tells that a file has changed."""
    try:
        about = Path(path).stat()
    except OSError:
        return -1, -1
    return about.st_size, about.st_mtime_ns
