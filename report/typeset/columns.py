"""Blocks of lines into columns of one height on the baseline grid: no lone first or last line, headings kept."""

from __future__ import annotations

from collections.abc import Sequence

from report.named import NamedTuple

ALONE = 2
"""Fewest lines of a paragraph that stand together at the foot or the head of a column (rule 38)."""


class Block(NamedTuple):
    """A paragraph or heading: how many lines, how many empty ones before it (none at a column's head), and whether it
    stays with what follows (rule 39)."""

    lines: int
    before: int = 0
    keep: bool = False


class Part(NamedTuple):
    """Lines `start` to `stop` (exclusive) of a block, the first of them on grid line `at` of its column."""

    block: int
    start: int
    stop: int
    at: int


def fill(blocks: Sequence[Block], height: int) -> tuple[tuple[Part, ...], ...]:
    """The columns, each of `height` grid lines (at least one); a block too long for its rule fills as it can."""
    columns: list[list[Part]] = [[]]
    used = 0
    for number, block in enumerate(blocks):
        start = 0
        while start < block.lines:
            at = used + block.before if used and start == 0 else used
            count = _fitting(blocks, number, start, height - at, fresh=used == 0)
            if count:
                columns[-1].append(Part(number, start, start + count, at))
                start += count
                used = at + count
            if start < block.lines:
                columns.append([])
                used = 0
    return tuple(tuple(column) for column in columns if column)


def _fitting(blocks: Sequence[Block], number: int, start: int, room: int, *, fresh: bool) -> int:
    """How many lines of a block may stand in the room that is left; in a fresh column at least one."""
    left = blocks[number].lines - start
    if left <= room and (fresh or left + _following(blocks, number) <= room):
        return left
    if left <= room:
        return 0
    count = min(room, left - ALONE)
    least = ALONE if start == 0 else 1
    if count >= least and not blocks[number].keep:
        return count
    return max(1, min(room, left)) if fresh else 0


def _following(blocks: Sequence[Block], number: int) -> int:
    """Lines that have to stand below a heading in its column."""
    if not blocks[number].keep or number + 1 == len(blocks):
        return 0
    after = blocks[number + 1]
    if after.keep:
        return after.before + after.lines + _following(blocks, number + 1)
    return after.before + (after.lines if after.lines < 2 * ALONE else ALONE)
