"""The lines of running text on a finished page, and the columns that they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from report.drawing import Drawing, Group, Item, Marked, Run
from report.named import NamedTuple

SILENT = frozenset({"Artifact", "Figure", "Formula", "RT", "RP"})
"""What holds no lines of text that a reviewer names by number."""
CLOSE = 0.6
"""Em within which two baselines are one line: notes marks, figures of another size."""


class LineOf(NamedTuple):
    """A line of text: its baseline, its left and right end, the size of its largest type."""

    y: float
    left: float
    right: float
    size: float


def lines(items: Drawing) -> tuple[LineOf, ...]:
    """The lines of running text on a page, tables too, from top to bottom; neither charts nor heads and folios."""
    runs = sorted(_runs(items), key=lambda run: (run.y, run.x))
    found: list[LineOf] = []
    for run in runs:
        one = LineOf(run.y, run.x, run.x + run.width, run.size)
        near = next((i for i, line in enumerate(found) if _same(line, one)), None)
        if near is None:
            found.append(one)
        else:
            found[near] = _joined(found[near], one)
    return tuple(sorted(found))


def _same(a: LineOf, b: LineOf) -> bool:
    """Whether both are one line: on one baseline, or so close that the smaller is a mark of the larger."""
    together = max(a.left, b.left) - min(a.right, b.right) < 4 * max(a.size, b.size)
    return together and abs(a.y - b.y) < (CLOSE * max(a.size, b.size) if a.size != b.size else 0.5)


def _joined(a: LineOf, b: LineOf) -> LineOf:
    larger = a if a.size >= b.size else b
    return LineOf(larger.y, min(a.left, b.left), max(a.right, b.right), larger.size)


def columns(found: Iterable[LineOf]) -> tuple[tuple[LineOf, ...], ...]:
    """Lines above one another together, from left to right; in each, one line a baseline, from top to bottom."""
    groups: list[list[LineOf]] = []
    for line in sorted(found, key=lambda line: (line.left, line.y)):
        over = [g for g in groups if any(line.left < other.right and other.left < line.right for other in g)]
        groups = [g for g in groups if g not in over]
        groups.append([line, *(other for g in over for other in g)])
    ordered = sorted((sorted(group) for group in groups), key=lambda group: min(line.left for line in group))
    return tuple(tuple(_distinct(group)) for group in ordered)


def _distinct(group: Sequence[LineOf]) -> Iterator[LineOf]:
    """One line for each baseline: cells of a row, and columns under one heading, share it."""
    last: LineOf | None = None
    for line in group:
        if last is None or line.y - last.y >= 0.5:
            yield line
            last = line


def _runs(items: Iterable[Item]) -> Iterator[Run]:
    """Upright runs of what a reviewer reads; a run in a turned group has no line of the page."""
    for item in items:
        if isinstance(item, Run):
            if not (item.vertical or item.turn) and item.text.strip():
                yield item
        elif isinstance(item, Marked):
            if item.role not in SILENT:
                yield from _runs(item.items)
        elif isinstance(item, Group) and item.matrix is None:
            yield from _runs(item.items)
