"""Labels that do not overlap: boxes of ems, places along a line, places around a point."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from report.named import NamedTuple

TOLERANCE = 0.01
"""Points by which boxes may meet."""


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def hits(self, other: Box) -> bool:
        """Whether two boxes share more than an edge."""
        return (
            self.left < other.right - TOLERANCE
            and other.left < self.right - TOLERANCE
            and self.top < other.bottom - TOLERANCE
            and other.top < self.bottom - TOLERANCE
        )

    def within(self, other: Box) -> bool:
        """Whether it lies inside another."""
        return (
            self.left > other.left - TOLERANCE
            and self.top > other.top - TOLERANCE
            and self.right < other.right + TOLERANCE
            and self.bottom < other.bottom + TOLERANCE
        )

    def grown(self, by: float) -> Box:
        """The box with a margin on all sides."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


def free(box: Box, taken: Iterable[Box]) -> bool:
    """Whether a box hits none of those that are taken."""
    return not any(box.hits(other) for other in taken)


def crosses(box: Box, start: tuple[float, float], end: tuple[float, float]) -> bool:
    """Whether a straight line passes through the inside of a box."""
    first, last = 0.0, 1.0
    room = box.grown(-TOLERANCE)
    for a, b, low, high in ((start[0], end[0], room.left, room.right), (start[1], end[1], room.top, room.bottom)):
        if a == b:
            if not low < a < high:
                return False
            continue
        near, far = sorted(((low - a) / (b - a), (high - a) / (b - a)))
        first, last = max(first, near), min(last, far)
    return first < last


def apart(boxes: Sequence[Box]) -> bool:
    """Whether no two of the boxes overlap."""
    ordered = sorted(boxes)
    for i, box in enumerate(ordered):
        for other in ordered[i + 1 :]:
            if other.left >= box.right:
                break
            if box.hits(other):
                return False
    return True


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> tuple[float, ...] | None:
    """Middles of things of given sizes between two bounds, as near as can be to where they are wanted.

    None overlap, and those wanted at one place keep their order. Where they do not fit there is no answer. (Pool
    adjacent violators: least squares.)
    """
    if sum(sizes) > high - low + TOLERANCE:
        return None
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], i))
    offsets = _offsets([sizes[i] for i in order])
    pooled = _isotonic([wanted[i] - offset for i, offset in zip(order, offsets, strict=True)])
    first = low + sizes[order[0]] / 2 if order else low
    last = high - sizes[order[-1]] / 2 - offsets[-1] if order else high
    found = [0.0] * len(wanted)
    for i, z, offset in zip(order, pooled, offsets, strict=True):
        found[i] = min(max(z, first), max(first, last)) + offset
    return tuple(found)


def _offsets(sizes: Sequence[float]) -> list[float]:
    """Distance of each middle from the first, where all stand close."""
    offsets = [0.0] * len(sizes)
    for i in range(1, len(sizes)):
        offsets[i] = offsets[i - 1] + (sizes[i - 1] + sizes[i]) / 2
    return offsets


def _isotonic(values: Sequence[float]) -> list[float]:
    """The nearest values that never fall."""
    pools: list[tuple[float, int]] = []
    for value in values:
        total, count = value, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            before, many = pools.pop()
            total, count = total + before, count + many
        pools.append((total, count))
    return [total / count for total, count in pools for _ in range(count)]


def thinned(boxes: Sequence[Box], *, even: bool = True) -> tuple[int, ...]:
    """Every k-th of a row of boxes, the last among them, with the smallest k at which none overlap.

    Of boxes at uneven distances the last, the first and then each that overlaps none before it.
    """
    count = len(boxes)
    if not even:
        return _taken_in_turn(boxes)
    for step in range(1, count + 1):
        kept = range((count - 1) % step, count, step)
        if apart([boxes[i] for i in kept]):
            return tuple(kept)
    return ()


def _taken_in_turn(boxes: Sequence[Box]) -> tuple[int, ...]:
    kept: list[int] = []
    for i in (len(boxes) - 1, *range(len(boxes) - 1)):
        if free(boxes[i], [boxes[k] for k in kept]):
            kept.append(i)
    return tuple(sorted(kept))
