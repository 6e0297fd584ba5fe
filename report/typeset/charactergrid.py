"""Text on a character grid: every Han and every mark takes one cell of an em, what is between takes whole cells.

GB/T 9704-2012 sets a page of 22 lines of 28 characters. A run of letters, figures or narrow marks is as wide as it is;
what it lacks to whole cells stands half before and half after it, but beside a mark all on the other side. A line whose
last character would be followed by a mark that may not begin a line (rule 1) gives up that character and is spread to
the measure, as in any other style.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.typeset.classes import MARKS, OPEN, SIZE, WESTERN
from report.typeset.shaping import Cell

EM = 1000.0
"""A cell of the grid in thousandths of the paragraph's em."""
NEAR = 0.5
"""Thousandths of an em by which a character may miss its cell and still be one that fits."""


def pads(cells: Sequence[Cell], scales: Sequence[float] | None) -> tuple[list[float], list[float]]:
    """What stands before and after each cell so that all runs take whole cells, in thousandths of the em."""
    before, after = [0.0] * len(cells), [0.0] * len(cells)
    if scales is None and {cell.width for cell in cells} == {EM} and not _western(cells):
        return before, after  # most paragraphs
    for i, j, width in _runs(cells, scales):
        lack = -width % EM
        if NEAR < lack < EM - NEAR:
            share = 0.5
            if i and cells[i - 1].last == OPEN:
                share = 0.0
            elif j < len(cells) and cells[j].first in MARKS:
                share = 1.0
            before[i], after[j - 1] = lack * share, lack * (1.0 - share)
    return before, after


def _western(cells: Sequence[Cell]) -> bool:
    """Whether any cell begins or ends with what takes no cell of its own."""
    classes = {cell.first for cell in cells} | {high // SIZE for high in {cell.high for cell in cells}}
    return not WESTERN.isdisjoint(classes)


def _runs(cells: Sequence[Cell], scales: Sequence[float] | None) -> Iterator[tuple[int, int, float]]:
    """Neighbours that are no whole cells, from their first to behind their last, and how wide they are together."""
    first, total = -1, 0.0
    for k, cell in enumerate(cells):
        width = cell.width if scales is None else cell.width * scales[k]
        over = width % EM
        if (over <= NEAR or over >= EM - NEAR) and cell.first not in WESTERN and cell.last not in WESTERN:
            if first >= 0:
                yield first, k, total
                first, total = -1, 0.0
            continue
        first = k if first < 0 else first
        total += width
    if first >= 0:
        yield first, len(cells), total
