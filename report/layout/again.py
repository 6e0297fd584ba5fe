"""What a layout leaves for the next one of the same report in this process: blocks that are set, pages that are drawn.

A writer changes a paragraph of two hundred pages. What is laid out is the same as from nothing, because whatever a
result depends on is compared before it is used: the block with its number, and for a page the very pieces that stand
on it. Everything else that a layout reads (theme, faces, sheet, document) must be what it was, or nothing is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

from report.content.model import Appendix, Fact, Report
from report.drawing import Page
from report.layout.book import Book, PageFacts
from report.layout.fill import Leaf
from report.layout.inside import records
from report.layout.pieces import Piece
from report.named import NamedTuple
from report.problem import Place, Problem
from report.record import replace

if TYPE_CHECKING:
    from report.layout.desk import Desk


class _Known(NamedTuple):
    """What blocks may say of facts that are not in them: lists of all of them, and the sources and days of some."""

    facts: tuple[Fact, ...] = ()
    sources: tuple[tuple[str, str, str], ...] = ()


def bare_of(report: Report) -> Report:
    """What a layout reads of a report beside its blocks and its facts."""
    return replace(report, body=(), deliveries=(), facts={}, tables={}, inputs=())


def known_of(report: Report) -> _Known:
    """What a report knows of its facts."""
    facts = tuple(report.facts.values())
    return _Known(facts, tuple((fact.name, fact.source, fact.as_of) for fact in facts))


class _Run(NamedTuple):
    """Blocks that were set: what they were, what was known of facts, their pieces, what was found wrong, the places of
    codes among them."""

    given: tuple[object, ...]
    known: _Known
    pieces: tuple[Piece, ...]
    problems: tuple[Problem, ...]
    codes: dict[str, Place | None]


class Drawn(NamedTuple):
    """A page, None where its template is wrong, and the level of its last heading."""

    page: Page | None
    level: int


class Sight(NamedTuple):
    """All that a flowed page shows: what stands on it, its place in the book, the label it has, the level of the last
    heading before it, and what running heads and thumb tabs say of the whole book."""

    leaf: Leaf
    facts: PageFacts
    label: str
    level: int
    book: Hashable


class Again:
    """Keeps what the last layout made, for the next one."""

    def __init__(self) -> None:
        self._ground: tuple[object, ...] = ()
        self._known = _Known()
        self._runs: dict[str, list[_Run]] = {}
        self._new: dict[str, list[_Run]] = {}
        self._pages: dict[int, tuple[Sight, Drawn, tuple[Problem, ...]]] = {}

    def begin(self, desk: Desk, report: Report) -> None:
        """Another layout begins; what was not used by the one before is let go."""
        theme, faces = desk.theme, desk.faces
        bare, known = bare_of(report), known_of(report)
        self._known = self._known if self._known == known else known
        same = bool(self._ground) and self._ground[0] is theme and self._ground[1] is faces
        if not (same and self._ground[2] == bare):
            self._runs, self._new, self._pages = {}, {}, {}
        self._ground = theme, faces, bare
        self._runs, self._new = self._new, {}

    def pieces(
        self, desk: Desk, key: str, given: tuple[object, ...], make: Callable[[], tuple[Piece, ...]]
    ) -> tuple[Piece, ...]:
        """The pieces of the blocks that have a key; `given` is all that they are made of."""
        known = (*self._new.get(key, ()), *self._runs.get(key, ()))
        found = next((one for one in known if one.given == given and self._holds(one)), None)
        found = found._replace(known=self._known) if found is not None else self._made(desk, given, make)
        desk.tell(found.problems)
        desk.codes.update(found.codes)
        held = self._new.setdefault(key, [])
        if not any(one.pieces is found.pieces for one in held):
            held.append(found)
        return found.pieces

    def _holds(self, run: _Run) -> bool:
        """Whether what blocks say of facts that are not in them is still so."""
        now = self._known
        return run.known is now or (
            run.known.sources == now.sources and not any(isinstance(one, Appendix) for one in records(run.given))
        )

    def _made(self, desk: Desk, given: tuple[object, ...], make: Callable[[], tuple[Piece, ...]]) -> _Run:
        """Blocks that are set now; what is reported meanwhile is theirs."""
        codes, desk.codes = desk.codes, {}
        try:
            with desk.overheard() as problems:
                pieces = make()
        finally:
            own, desk.codes = desk.codes, codes
        return _Run(given, self._known, pieces, tuple(problems), own)

    def page(self, desk: Desk, sight: Sight, make: Callable[[], Drawn]) -> Drawn:
        """A page as it is drawn; only what flowed is known by its pieces, and codes look at all that is beside them."""
        number = desk.page = sight.facts.number
        if sight.leaf.plate is not None or desk.codes:
            return make()
        known = self._pages.get(number)
        if known is None or known[0] != sight:
            with desk.overheard() as found:
                drawn = make()
            known = self._pages[number] = sight, drawn, tuple(found)
        desk.tell(known[2])
        return known[1]


def said_of(book: Book) -> Hashable:
    """What running heads, folios and thumb tabs say of a whole book, beside what its report says of itself."""
    chapters = tuple((mark.title, mark.chapter) for mark in book.headings if mark.level == 1)
    return book.counted, chapters
