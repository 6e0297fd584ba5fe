"""Differences as a marked copy: what changed at a glance, then every page of the new edition with bars and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report import __version__
from report.colour import WHITE
from report.deliver.cache import RunCache
from report.deliver.differences.front import front
from report.deliver.differences.model import Differences, Mark, WordChange
from report.deliver.differences.palette import COLOURS, EDGE, PAPER, PLAIN, PLAIN_NEW, PLAIN_OLD, RED, SMALL, TINTS
from report.deliver.differences.reading import CELL
from report.deliver.differences.telling import BETWEEN, word
from report.deliver.differences.words import Segment
from report.deliver.lettering import Letters
from report.drawing import (
    Destination,
    GuestPage,
    Item,
    Marked,
    Meta,
    Outline,
    Page,
    Paged,
    Path,
    Shape,
    Sheet,
    Stroke,
    line,
    rectangle,
)
from report.messages import Language
from report.named import NamedTuple
from report.pdf.document import PdfSettings, write_pdf
from report.pdf.intent import CONDITIONS
from report.typeset import Span
from report.units import MM

STANDARDS = ("PDF/UA-1",)
GUTTER, EDGES, NOTES, PAD = 14 * MM, 6 * MM, 62 * MM, 4 * MM
"""Beside the page on the left, above and below it; the column of notes on the right, and the air in it."""
BAR = 3.2 * MM
"""From the edge of the page to its change bars."""
BETWEEN_NOTES = 5.0
NUMBER = 13.0
"""Room for the number of a note."""
LONGEST = 160
"""Characters of a run shown in a note."""
NO_DATE = "2024-01-01"


class Change(NamedTuple):
    """What one note says: its number on the page, the marks, and the words that changed, or the page's look."""

    number: int
    marks: tuple[Mark, ...]
    words: WordChange | None

    @property
    def top(self) -> float:
        """Where its bar begins on the sheet."""
        return min(mark.y for mark in self.marks) + EDGES


def marked_copy(found: Differences, language: Language) -> bytes:
    """The PDF; the same editions give the same bytes."""
    letters = Letters()
    sheet_pages = front(found, letters, language)
    first = len(sheet_pages) + 1
    pages = [Page(number, "", sheet, items) for number, (sheet, items) in enumerate(sheet_pages, 1)]
    sizes = _sizes(found)
    by_page = _changes(found)
    for number, size in enumerate(sizes, 1):
        made = _Marked(found, letters, language, size).page(number, by_page.get(number, ()))
        pages.append(Page(first + number - 1, str(number), *made))
    places = {f"#p{number}": Destination(first + number - 1, 0.0, 0.0) for number in range(1, len(sizes) + 1)}
    date = found.new.date if re.fullmatch(r"\d{4}-\d{2}-\d{2}", found.new.date) else NO_DATE
    title = f"{word(language, 'marked-title')}：{found.new.title or found.new.identifier}"
    tongue = "zh-CN" if language == "zh" else "en"
    meta = Meta(f"{found.new.identifier}-diff", title, "", "", (), tongue, f"{date}T00:00:00+00:00")
    paged = Paged(meta, tuple(pages), tuple(_outline(found, first, language)), places)
    return write_pdf(paged, PdfSettings(STANDARDS, CONDITIONS["FOGRA39"], True, RunCache(), __version__))


def _sizes(found: Differences) -> Sequence[tuple[float, float]]:
    from report.foreign import read_guest

    guest = read_guest(found.new.files[found.delivery])
    return [(sheet.width, sheet.height) for sheet in guest.sheets]


def _outline(found: Differences, first: int, language: Language) -> Iterator[Outline]:
    yield Outline(1, word(language, "marked-title"), 1, 0.0)
    for one in found.pages:
        if one.new is not None and one.kind != "moved":
            yield Outline(1, word(language, "page", page=one.new), first + one.new - 1, 0.0)


def _changes(found: Differences) -> dict[int, list[Change]]:
    """The changes of each page from the top; one that runs over a page end has a note on each."""
    told: dict[int, list[tuple[tuple[Mark, ...], WordChange | None]]] = {}
    for change in found.words:
        for page in dict.fromkeys(mark.page for mark in change.marks):
            told.setdefault(page, []).append((tuple(m for m in change.marks if m.page == page), change))
    for one in found.pages:
        for mark in one.marks:
            told.setdefault(mark.page, []).append(((mark,), None))
    ordered = {page: sorted(of_page, key=lambda one: (one[0][0].y, one[0][0].x)) for page, of_page in told.items()}
    return {page: [Change(n, *one) for n, one in enumerate(of_page, 1)] for page, of_page in ordered.items()}


class _Marked:
    """Sets one page of the new edition with its marks."""

    def __init__(self, found: Differences, letters: Letters, language: Language, size: tuple[float, float]) -> None:
        self._found, self._letters, self._language = found, letters, language
        self._width, self._height = size
        self._sheet = Sheet(GUTTER + self._width + NOTES, self._height + 2 * EDGES, 0.0)

    def page(self, number: int, changes: Sequence[Change]) -> tuple[Sheet, tuple[Item, ...]]:
        source = str(self._found.new.files[self._found.delivery])
        box = (GUTTER, EDGES, self._width, self._height)
        guest = Marked("Figure", (GuestPage(*box, source, number),), alt=self._word("alt", page=number), box=box)
        ground = Shape(rectangle(0.0, 0.0, self._sheet.width, self._sheet.height), PAPER)
        leaf = Shape(rectangle(*box), WHITE)
        frame = Shape(rectangle(*box), stroke=Stroke(EDGE, 0.4))
        drawn = [item for change in changes for mark in change.marks for item in self._drawn(mark)]
        bars = [*self._bars(changes), *self._tags(changes)]
        head = self._head(number)
        notes = self._notes(changes)
        artifacts = (Marked("Artifact", (ground, leaf)), guest, Marked("Artifact", (frame, *drawn, *bars)))
        return self._sheet, (*artifacts, head, *notes)

    def _word(self, key: str, **values: object) -> str:
        return word(self._language, key, **values)

    def _head(self, number: int) -> Marked:
        """Above the notes: which page this is, and what became of it."""
        status = next((one for one in self._found.pages if one.new == number), None)
        said = [self._word("page", page=number)]
        if status is not None and status.kind != "changed":
            said.append(self._word(status.kind))
        if status is not None and status.old not in (None, number):
            said.append(self._word("was", page=status.old))
        x = GUTTER + self._width + PAD
        return Marked("P", self._letters.line("　".join(said), x, EDGES + SMALL.size, SMALL))

    def _drawn(self, mark: Mark) -> Iterator[Shape]:
        """The mark itself: colour over what changed, a wedge where words are gone, a frame around a picture."""
        x, y, colour = mark.x + GUTTER, mark.y + EDGES, COLOURS[mark.kind]
        if mark.kind == "removed":
            foot, wing = y + mark.height, 2.2
            yield Shape(line(x, y, x, foot), stroke=Stroke(colour, 0.7))
            yield Shape(Path("mllz", (x - wing, foot + 2.6, x + wing, foot + 2.6, x, foot - 0.6)), colour)
        elif mark.kind == "look" or mark.height >= self._height:
            frame = (
                max(x, GUTTER + 1),
                max(y, EDGES + 1),
                min(mark.width, self._width - 2),
                min(mark.height, self._height - 2),
            )
            yield Shape(rectangle(*frame), stroke=Stroke(colour, 1.0, dash=(4.0, 2.5)))
        else:
            yield Shape(rectangle(x, y, mark.width, mark.height), TINTS[mark.kind], multiply=True)
            yield Shape(line(x, y + mark.height, x + mark.width, y + mark.height), stroke=Stroke(colour, 0.9))

    @staticmethod
    def _bars(changes: Sequence[Change]) -> Iterator[Item]:
        """A bar beside the page for the height of each change."""
        for change in changes:
            foot = max(mark.y + mark.height for mark in change.marks) + EDGES
            yield Shape(line(GUTTER - BAR, change.top, GUTTER - BAR, foot), stroke=Stroke(RED, 1.6))

    def _tags(self, changes: Sequence[Change]) -> Iterator[Item]:
        """The numbers of changes before their bars; of several that begin on one line, the first and the last."""
        at = 0
        while at < len(changes):
            end = at + 1
            while end < len(changes) and changes[end].top - changes[at].top < SMALL.leading - 1.0:
                end += 1
            numbers = dict.fromkeys((changes[at].number, changes[end - 1].number))
            text = "–".join(map(str, numbers))
            x = GUTTER - BAR - 2.5 - self._letters.width(text, SMALL)
            yield from self._letters.line(text, x, changes[at].top + 6.5, SMALL)
            at = end

    def _notes(self, changes: Sequence[Change]) -> Iterator[Marked]:
        """Each as near to its mark as those above it allow, and moved up as far as the foot asks."""
        if not changes:
            return
        measure, x = NOTES - 2 * PAD - NUMBER, GUTTER + self._width + PAD
        top, foot = EDGES + 22.0, self._sheet.height - EDGES
        told = [
            (change, self._letters.paragraph(self._note(change), (0.0, 0.0), measure, PLAIN)[1]) for change in changes
        ]
        while len(told) > 1 and sum(height + BETWEEN_NOTES for _, height in told) > foot - top - PLAIN.leading:
            told.pop()
        wished = [(change.top, height) for change, height in told]
        for (change, _), y in zip(told, stacked(wished, top, foot - PLAIN.leading), strict=True):
            number = self._letters.line(str(change.number), x, y + PLAIN.size, SMALL)
            items, _ = self._letters.paragraph(self._note(change), (x + NUMBER, y + PLAIN.size), measure, PLAIN)
            yield Marked("P", (*number, *items))
        if len(told) < len(changes):
            more = self._word("more", count=len(changes) - len(told))
            yield Marked("P", self._letters.line(more, x + NUMBER, foot, SMALL))

    def _note(self, change: Change) -> list[Span]:
        """What became what, run by run."""
        if change.words is None:
            return [Span(self._word(change.marks[0].kind))]
        kind = change.words.kind
        if kind == "moved":
            return [Span(self._word("moved") + "　"), Span(self._word("old-page", page=change.words.old_page))]
        runs = [one for one in change.words.segments if not one.same]
        spans: list[Span] = []
        for one in runs:
            spans += [Span("\n")] if spans else []
            spans += self._run(one)
        return spans

    def _run(self, one: Segment) -> Iterator[Span]:
        old, new = (_cut(text).replace(CELL, BETWEEN) for text in one)
        if old and new:
            yield Span(old, PLAIN_OLD)
            yield Span(" → ")
            yield Span(new, PLAIN_NEW)
        else:
            yield Span(self._word("added" if new else "removed") + " ", PLAIN_OLD)
            yield Span(new or old, PLAIN_NEW if new else PLAIN)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def stacked(wished: Sequence[tuple[float, float]], top: float, foot: float) -> list[float]:
    """The tops of notes, each given as where it would stand and its height: as near to that as the ones above allow,
    never over one another, and above the foot as long as all have room there."""
    found: list[float] = []
    y = top
    for wish, height in wished:
        y = max(y, wish)
        found.append(y)
        y += height + BETWEEN_NOTES
    limit = foot
    for at in reversed(range(len(found))):
        found[at] = min(found[at], limit - wished[at][1])
        limit = found[at] - BETWEEN_NOTES
    return found
