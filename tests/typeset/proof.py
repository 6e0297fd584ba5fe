"""Proves for given paragraphs that no lawful set of breaks is better: `python -m tests.typeset.proof TEXT EM`.

Everything is weighed anew from the cells and the rows of the class-pair table, without the sums and short cuts of the
composer: every lawful end of every line, however loose, in every order.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from report.colour import BLACK
from report.content.catalogue import read_catalogue
from report.resources import fonts
from report.typeset import Span, TextStyle, costs, hyphens, set_paragraph
from report.typeset.classes import SILENT, SOFT, SPACES
from report.typeset.faces import Faces
from report.typeset.paragraph import exchanged
from report.typeset.strip import Strip, content, measured

STYLE = TextStyle("song", 400, 10.0, 17.5, BLACK, indent=2.0)
SMALL = 0.011


class Weighed(NamedTuple):
    """A line: its cost in the composer's terms, how far its gaps open (thousandths of an em), its fitness."""

    cost: float
    each: float
    fit: int


class Proof(NamedTuple):
    """The cost of the best set of breaks, the fewest loose lines of any set, and the least looseness of the loosest."""

    cost: float
    fewest_loose: int
    least_worst: float


def strip_of(text: str, faces: Faces, *, divided: bool = False) -> Strip:
    given = content((Span(text),), STYLE, faces)
    parts = hyphens.parts(given, STYLE.language) if divided else {}
    return measured(exchanged(given, parts) if parts else given, STYLE, faces)


def prove(strip: Strip, em: int) -> Proof:
    """What the best of all lawful sets of breaks comes to."""
    lines = _Lines(strip, em)
    return Proof(lines.cheapest(0, 1, False), lines.fewest(0), lines.narrowest(0))


class _Lines:
    """All lawful lines of a paragraph, each weighed from its cells."""

    def __init__(self, strip: Strip, em: int) -> None:
        self.cells, self.stop, self.em = strip.content.cells, len(strip.rows), em
        self.table, self.strip = strip.table, strip
        self.rows = [strip.table.rows[r] for r in strip.rows]
        self.fewest, self.narrowest = cache(self.fewest), cache(self.narrowest)  # type: ignore[method-assign]
        self.cheapest, self.weighed = cache(self.cheapest), cache(self.weighed)  # type: ignore[method-assign]

    def weighed(self, i: int) -> list[tuple[int, Weighed]]:
        """Every lawful line from a cell."""
        room = self.em * 1000 - (STYLE.indent * 1000 if i == 0 else 0)
        found: list[tuple[int, Weighed]] = []
        for j in reversed([k for k in range(i + 1, self.stop + 1) if self.rows[k - 1].breaks]):
            line = self._line(i, j, room, pushed=bool(found))
            if line:
                found.append((j, line))
        return found

    def _line(self, i: int, j: int, room: float, *, pushed: bool) -> Weighed | None:
        need = room - self._width(i, j)
        penalty = self.rows[j - 1].penalty + (costs.LONE if self._lone(i) else 0.0)
        gaps = self.rows[i : j - 1]
        if need < -SMALL:
            able = sum(r.shrink for r in gaps)
            over = -need
            if over > able + costs.SLACK:
                return None
            squeezed = costs.SQUEEZE * (over / able) ** 2 if over < able else costs.SQUEEZE + over / 100
            return Weighed(squeezed + penalty, 0.0, 0)
        if j == self.stop:
            return Weighed(penalty, 0.0, 1)
        eased = sum(r.stretch for r in gaps)
        letters = sum(c.letters for c in self.cells[i:j])
        room_ = costs.Room(eased, round(eased / 250), sum(r.opens for r in gaps), letters)
        each, tracked = costs.each_gap(max(0.0, need - SMALL), room_)
        cost = costs.looseness(each, tracked) + (costs.PUSHED_OUT if pushed and self._open(need, room_) else 0.0)
        return Weighed(cost + penalty, each, 1 if each <= costs.GOOD else 2 if each <= costs.LOOSE else 3)

    def _open(self, need: float, room: costs.Room) -> bool:
        return need - SMALL - room.eased > costs.GOOD * room.opens

    def _width(self, i: int, j: int) -> float:
        """From the cells and rows alone."""
        last = j
        while last > i + 1 and self.cells[last - 1].last in SPACES:
            last -= 1
        inside = sum(c.width for c in self.cells[i:last]) + sum(r.width for r in self.rows[i : last - 1])
        hyphen = self.strip.hyphen if self.cells[last - 1].last == SOFT else 0.0
        return inside - self.rows[last - 1].tail + hyphen - self.table.heads[self.cells[i].first]

    def _lone(self, i: int) -> bool:
        own = [c for c in self.cells[i:] if c.first not in SILENT or c.last not in SILENT]
        return i > 0 and sum(max(1, len(c.text)) for c in own) <= 1

    def cheapest(self, i: int, fit: int, hyphen: bool) -> float:
        if i == self.stop:
            return 0.0
        best = float("inf")
        for j, line in self.weighed(i):
            soft = self.cells[j - 1].last == SOFT
            extra = costs.UNLIKE * (abs(line.fit - fit) > 1) + costs.HYPHENS * (soft and hyphen)
            best = min(best, line.cost + extra + self.cheapest(j, line.fit, soft))
        return best

    def fewest(self, i: int) -> int:
        """The fewest lines looser than a tenth of an em; a lone last character is no way out."""
        if i == self.stop:
            return 0
        ways = [(line.each > costs.LOOSE + 0.5) + self.fewest(j) for j, line in self._decent(i)]
        return min(ways, default=self.stop)

    def narrowest(self, i: int) -> float:
        """How loose the loosest line has to be."""
        if i == self.stop:
            return 0.0
        return min((max(line.each, self.narrowest(j)) for j, line in self._decent(i)), default=float("inf"))

    def _decent(self, i: int) -> list[tuple[int, Weighed]]:
        return [] if self._lone(i) else self.weighed(i)


def report(text: str, em: int, faces: Faces) -> Iterator[str]:
    """For each paragraph that has loose lines: how many and how loose, and what no lawful set of breaks can better."""
    for paragraph in filter(None, text.split("\n")):
        lines = set_paragraph([Span(paragraph)], em * STYLE.size, STYLE, faces).lines[:-1]
        loose = [line.stretch for line in lines if line.stretch > 0.1]
        if loose:
            found = min(prove(strip_of(paragraph, faces, divided=d), em) for d in (False, True))
            least = f"{found.fewest_loose} of {found.least_worst / 1000:.3f} em"
            yield f"{len(loose)} loose, worst {max(loose):.3f} em; proved least {least}: {paragraph[:24]}"


def main(arguments: Sequence[str]) -> int:
    faces = Faces(read_catalogue(fonts() / "fonts.yaml"))
    for said in report(Path(arguments[0]).read_text(encoding="utf-8"), int(arguments[1]), faces):
        sys.stdout.write(said + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
