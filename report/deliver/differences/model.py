"""What changed between two editions, as values."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from report.deliver.differences.words import Segment
from report.named import NamedTuple
from report.record import record


class Datum(NamedTuple):
    """A figure as an edition keeps it: value and printed form as text, and where it is written (file:line:column)."""

    value: str
    unit: str
    printed: str
    place: str

    @property
    def shown(self) -> str:
        """As it is printed, with its unit where the printed form has none; words (全覆盖) need none."""
        bare = self.unit in self.printed or not any(c.isdigit() or c in "百千万亿" for c in self.printed)
        return self.printed if bare else self.printed + self.unit


@record
class Recorded:
    """An edition on the disk: what it says of itself, and its PDFs by delivery in the order they were made."""

    path: Path
    label: str
    identifier: str
    title: str
    date: str
    files: Mapping[str, Path]
    figures: Mapping[str, Datum] | None
    """None for an edition of a version of Banxin that kept none."""
    inputs: Mapping[str, str]
    tool: Mapping[str, object]


class Mark(NamedTuple):
    """A stretch of a page that changed: page from 1; x, y, width, height in points from the top left of the trim.

    `removed` has no width: it stands where words are gone. `look` is a picture, a chart or a place that changed.
    """

    page: int
    x: float
    y: float
    width: float
    height: float
    kind: Literal["changed", "added", "removed", "moved", "look"]


class FigureChange(NamedTuple):
    """A figure that changed, came (`old` is None) or went (`new` is None), and the pages of the new edition (of the old
    one if it went) on which it is printed."""

    name: str
    old: Datum | None
    new: Datum | None
    pages: tuple[int, ...]


@record
class WordChange:
    """A sentence, a row of a table or a label that changed; pages are None where the edition does not have it."""

    kind: Literal["changed", "added", "removed", "moved"]
    role: str
    segments: tuple[Segment, ...]
    old_page: int | None
    page: int | None
    marks: tuple[Mark, ...]

    @property
    def old(self) -> str:
        return "".join(one.old for one in self.segments)

    @property
    def new(self) -> str:
        return "".join(one.new for one in self.segments)


class PageChange(NamedTuple):
    """A page that is not as it was: changed, added or removed, or the same at another number (moved).

    `words` and `look` say what of a changed page is different; marks are those of its look. `text` is how a page that
    was added or removed begins; its sentences are told by nothing else.
    """

    kind: Literal["changed", "added", "removed", "moved"]
    old: int | None
    new: int | None
    words: int = 0
    look: bool = False
    marks: tuple[Mark, ...] = ()
    text: str = ""


@record
class Differences:
    """All that changed between two editions; `delivery` is the file that was compared, `pages_old` and `pages_new` how
    many pages it has."""

    old: Recorded
    new: Recorded
    delivery: str
    figures: tuple[FigureChange, ...]
    words: tuple[WordChange, ...]
    pages: tuple[PageChange, ...]
    inputs: tuple[tuple[Literal["changed", "added", "removed"], str], ...]
    tool_changed: bool
    pages_old: int
    pages_new: int

    @property
    def same(self) -> bool:
        """Whether both say and show the same."""
        return not (self.figures or self.words or self.pages)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every mark in the new edition, by page and from the top."""
        found = [mark for change in self.words for mark in change.marks]
        found += [mark for page in self.pages for mark in page.marks]
        return tuple(sorted(found))
