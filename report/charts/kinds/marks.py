"""Bars and points with their marks of honesty: 余 多 以上 a pale end of one length, 近 an end that is an outline."""

from __future__ import annotations

from math import copysign

from report.charts.grids import Datum
from report.charts.kinds.easel import Easel, Field, Point
from report.charts.looks import MarkLook
from report.charts.placing import Box
from report.charts.scales import Scale
from report.drawing import Stroke
from report.named import NamedTuple


class Lane(NamedTuple):
    """A strip in which a bar lies: a field whose values run along the scale (none where it is only measured), and the
    strip's two edges across it."""

    field: Field | None
    scale: Scale
    low: float
    high: float
    upright: bool

    def box(self, start: float, end: float) -> Box:
        """The strip between two places on the scale."""
        near, far = min(start, end), max(start, end)
        return Box(self.low, near, self.high, far) if self.upright else Box(near, self.low, far, self.high)

    @property
    def onward(self) -> float:
        """Which way values grow: 1 or -1."""
        return copysign(1.0, self.scale.end - self.scale.start)


def reach(lane: Lane, datum: Datum, mark: MarkLook, base: float = 0.0) -> float:
    """Where a bar ends in points, its mark included."""
    end = lane.scale.at(base + datum.value)
    way = lane.onward if datum.value >= 0 else -lane.onward
    return end + way * (mark.gap + mark.length) if datum.approx == "over" else end


def bar(on: Easel, lane: Lane, datum: Datum, mark: MarkLook, base: float = 0.0) -> None:
    """A bar from a value onwards with its honest end; a stated number ends at the same place whatever its mark."""
    start, end = lane.scale.at(base), lane.scale.at(base + datum.value)
    length = abs(end - start)
    hollow = min(mark.length, length) if datum.approx == "near" else 0.0
    way = lane.onward if datum.value >= 0 else -lane.onward
    if length > hollow:
        _solid(lane, datum, datum.value * (length - hollow) / length, base)
    if hollow:
        on.hollow(lane.box(end - way * hollow, end), datum.colour, mark.stroke)
    if datum.approx == "over":
        first = end + way * mark.gap
        on.box(lane.box(first, first + way * mark.length), datum.pale)


def _solid(lane: Lane, datum: Datum, value: float, base: float) -> None:
    """The bar in the units of its values."""
    corner, size = (lane.low, base), (lane.high - lane.low, value)
    if not lane.upright:
        corner, size = corner[::-1], size[::-1]
    assert lane.field is not None
    lane.field.bar(corner, size, datum.colour)


def tail(on: Easel, point: Point, way: Point, datum: Datum, sizes: tuple[float, MarkLook]) -> None:
    """The mark of a point: a pale line on the side where the true value lies, beyond the dot of a diameter.

    `way` points where values grow; 余 lies that way, 近 the other.
    """
    diameter, mark = sizes
    if datum.approx not in ("over", "near"):
        return
    side = 1.0 if datum.approx == "over" else -1.0
    near = diameter / 2 + mark.gap
    ends = [(point[0] + side * way[0] * far, point[1] + side * way[1] * far) for far in (near, near + mark.length)]
    on.line(ends, Stroke(datum.pale, 2 * mark.stroke))
