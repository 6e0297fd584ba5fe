"""Pages to the count that the author asks for: the theme is tightened or loosened within its limits by a search over
the layout, or it is said what to cut.

The search takes few layouts: the text as it is, the end of the range, and a bisection of the steps between them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby

from report.content.model import Report
from report.drawing import runs_of
from report.layout.binding import Bound, bound, wanted_pages
from report.layout.desk import Desk
from report.layout.fill import Put
from report.layout.frames import bed
from report.layout.looser import HUNDRED, Limits, limits_of, looser, looser_bed
from report.named import NamedTuple
from report.problem import Problem, valued
from report.record import replace
from report.units import mm

STEPS = 16
"""Steps from the theme as it is to the end of its limits."""


class _Tried(NamedTuple):
    """A layout and the desk that it was made on."""

    desk: Desk
    bound: Bound

    @property
    def pages(self) -> int:
        """The pages without the blanks that close the book."""
        return len(self.bound.leaves) - self.bound.blanks


def fitted(desk: Desk, report: Report) -> Bound:
    """The pages of a report, brought to its count if the theme can; what was done is a notice, what was not, an error
    that names the blocks to cut."""
    natural = bound(desk, report)
    wanted, limits = wanted_pages(report.sheet), limits_of(desk.theme)
    pages = len(natural.leaves) - natural.blanks
    if not wanted or limits is None or natural.bed is None or pages == wanted or not _flows(natural):
        return natural
    search = _Search(desk, report, limits, 1 if pages < wanted else -1)
    end = search.at(STEPS)
    if pages > wanted < end.pages:
        desk.tell(_cuts(end.bound, end.pages - wanted, report))
        return _untold(natural)
    if end.pages < wanted and pages < wanted:
        return natural  # what is missing is blank, or told as the wrong count
    found = search.first(wanted)
    if found is None:
        return natural
    step, tried = found
    desk.tell(tried.desk.problems)
    desk.report(_told(report, limits, search.direction * step / STEPS))
    return tried.bound


def _flows(found: Bound) -> bool:
    return any(leaf.plate is None and leaf.puts for leaf in found.leaves)


class _Search:
    """Layouts by how many steps the theme was loosened (direction 1) or tightened (-1); each is made once."""

    def __init__(self, desk: Desk, report: Report, limits: Limits, direction: int) -> None:
        self.desk, self.report, self.limits, self.direction = desk, report, limits, direction
        self._made: dict[int, _Tried] = {}

    def at(self, step: int) -> _Tried:
        if step not in self._made:
            share = self.direction * step / STEPS
            old = self.desk
            theme = looser(old.theme, self.limits, share)
            own = Desk(theme, old.faces, old.cache, old.folder, old.language, codes=old.codes)
            ground = looser_bed(bed(old.theme), self.limits, share)
            self._made[step] = _Tried(own, bound(own, self.report, ground))
        return self._made[step]

    def first(self, wanted: int) -> tuple[int, _Tried] | None:
        """The smallest step that comes to the count, or, tightened, below it, where blanks make up for it."""
        steps = range(1, STEPS + 1)

        def reached(step: int) -> bool:
            pages = self.at(step).pages
            return pages >= wanted if self.direction > 0 else pages <= wanted

        step = steps[min(bisect_left(steps, True, key=reached), STEPS - 1)]
        tried = self.at(step)
        whole = len(tried.bound.leaves)
        return (step, tried) if whole == wanted else None


def _told(report: Report, limits: Limits, share: float) -> Problem:
    """What the fitting changed, in percent."""
    changed = {name: f"{limit * share * HUNDRED:+.1f}" for name, limit in limits._asdict().items()}
    return valued("pages-fitted", report.sheet.place, "notice", {"pages": report.sheet.pages, **changed})


class _Cut(NamedTuple):
    """What leaves a run of flowing pages when it is cut by some: those pages, from the first block on them."""

    pages: tuple[int, ...]
    height: float
    letters: int


def _cuts(tight: Bound, surplus: int, report: Report) -> Iterator[Problem]:
    """The cheapest cuts that save the pages too many, one for each run of text: always the run whose last page holds
    the least gives up that page."""
    runs = list(_runs(tight))
    cut: dict[int, _Cut] = {}
    for _ in range(surplus):
        open_ = [(_page(tight, pages[-1]), i) for i, pages in enumerate(runs) if pages]
        if not open_:
            break
        (height, count), i = min(open_)
        old = cut.get(i, _Cut((), 0.0, 0))
        cut[i] = _Cut((runs[i].pop(), *old.pages), old.height + height, old.letters + count)
    for one in cut.values():
        puts = tight.leaves[one.pages[0]].puts
        place = next((put.piece.place for put in puts if put.piece.place is not None), report.sheet.place)
        at = tight.book.pages[one.pages[0]].number
        told = {"wanted": report.sheet.pages, "over": surplus, "at": at, "saved": len(one.pages), "count": one.letters}
        yield valued("fit-cut", place, "error", {**told, "height": f"{mm(one.height):.0f}"})


def _runs(found: Bound) -> Iterator[list[int]]:
    """The flowing pages that follow one another, by index."""
    for flowing, group in groupby(enumerate(found.leaves), lambda one: one[1].plate is None and bool(one[1].puts)):
        if flowing:
            yield [at for at, _ in group]


def _page(found: Bound, at: int) -> tuple[float, int]:
    """The height that a flowing page fills, column by column, and its characters."""
    puts = found.leaves[at].puts
    columns: dict[int, list[Put]] = {}
    for put in puts:
        columns.setdefault(put.column, []).append(put)
    heights = (max(p.top + p.piece.height for p in own) - min(p.top for p in own) for own in columns.values())
    return sum(heights), sum(len(run.text) for put in puts for run in runs_of(put.piece.draw(0.0, 0.0)))


def _untold(found: Bound) -> Bound:
    """Without a word of the blanks that close a book that is to be cut."""
    leaves = (leaf if leaf.puts or leaf.plate is not None else replace(leaf, problems=()) for leaf in found.leaves)
    return found._replace(leaves=tuple(leaves))
