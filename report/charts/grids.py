"""Charts over names and series as plain values: what stands where, how it is said, and in what look.

Lengths are points, values base units.
"""

from __future__ import annotations

from collections.abc import Iterator

from report.charts.looks import (
    ColumnLook,
    DotLook,
    LineLook,
    MultipleLook,
    PartsLook,
    PyramidLook,
    ScatterLook,
    SlopeLook,
    StackLook,
    WaterfallLook,
)
from report.charts.scales import Axis
from report.charts.words import Words
from report.colour import Colour
from report.content.model import Approx
from report.drawing import Stroke
from report.named import NamedTuple
from report.record import record


class Datum(NamedTuple):
    """One value: how the printed figure stands to it, the figure, its colours, whether it stands out."""

    value: float
    approx: Approx
    said: Words
    colour: Colour
    pale: Colour
    main: bool = False


class Strand(NamedTuple):
    """A series: its name, its values by name of the grid (None = a gap), its colour, whether it stands out.

    `end` is what stands at its last value, `start` at its first.
    """

    name: Words
    data: tuple[Datum | None, ...]
    colour: Colour
    main: bool = False
    end: Words | None = None
    start: Words | None = None

    @property
    def last(self) -> int:
        """The index of the last value there is."""
        return max(i for i, datum in enumerate(self.data) if datum)

    def values(self) -> Iterator[tuple[int, Datum]]:
        """Every value with its index."""
        return ((i, datum) for i, datum in enumerate(self.data) if datum)


class Reference(NamedTuple):
    """A value with which all others are compared: what it is called, the line at its height."""

    value: float
    said: Words
    stroke: Stroke


@record
class Grid:
    """Names and series; `shares` are the places of the names from 0 to 1, `ordered` that some names may be left out.

    `unit` is said where the title does not name one; `axis` holds all values in round steps; `notes` stand at the foot.
    """

    names: tuple[Words, ...]
    strands: tuple[Strand, ...]
    shares: tuple[float, ...]
    ordered: bool
    unit: Words
    axis: Axis
    notes: tuple[Words, ...] = ()
    reference: Reference | None = None

    def values(self) -> Iterator[Datum]:
        for strand in self.strands:
            yield from (datum for _, datum in strand.values())

    @property
    def low(self) -> float:
        """The lowest value, or zero where all are above."""
        return min(0.0, *self._reached, 0.0)

    @property
    def high(self) -> float:
        """The highest value, or zero where all are below."""
        return max(0.0, *self._reached, 0.0)

    @property
    def _reached(self) -> tuple[float, ...]:
        compared = (self.reference.value,) if self.reference else ()
        return (*(datum.value for datum in self.values()), *compared)


@record
class Columns:
    """Upright bars from zero, one or several for each name."""

    grid: Grid
    width: float
    look: ColumnLook


@record
class Lines:
    """Lines over periods; `cut` says that the axis does not start at zero."""

    grid: Grid
    width: float
    look: LineLook
    cut: bool = False


@record
class Areas:
    """Areas over periods from zero, several one on the other."""

    grid: Grid
    width: float
    look: LineLook


@record
class Stacks:
    """Horizontal bars in parts that add up, one for each name."""

    grid: Grid
    width: float
    look: StackLook


@record
class Dots:
    """Dots on a line for each name, one for each series; `cut` as for lines."""

    grid: Grid
    width: float
    look: DotLook
    cut: bool = False


@record
class Slopes:
    """A line for each series from one period to another."""

    grid: Grid
    width: float
    look: SlopeLook
    cut: bool = False


@record
class Pyramid:
    """Two series back to back around their names."""

    grid: Grid
    width: float
    look: PyramidLook


@record
class Waterfall:
    """One series: bars from zero where `totals` says so, all others from where the bar before ended."""

    grid: Grid
    width: float
    look: WaterfallLook
    totals: tuple[bool, ...]


class Spot(NamedTuple):
    """A point of a scatter: its two values, its name, its colour."""

    x: float
    y: float
    name: Words
    colour: Colour
    main: bool = False


@record
class Scatter:
    """Points over two axes with their names; what each axis shows is said at its end."""

    spots: tuple[Spot, ...]
    across: Axis
    up: Axis
    x_name: Words
    y_name: Words
    notes: tuple[Words, ...]
    width: float
    look: ScatterLook


@record
class Multiples:
    """One small chart of upright bars for each series, all on one scale."""

    grid: Grid
    width: float
    look: MultipleLook


class Piece(NamedTuple):
    """A part of a ring with the words beside it."""

    value: float
    words: Words
    colour: Colour


@record
class PartsRing:
    """A whole in parts, clockwise from 12 o'clock; what the whole is stands in the middle."""

    pieces: tuple[Piece, ...]
    whole: tuple[Words, ...]
    notes: tuple[Words, ...]
    width: float
    look: PartsLook


GridPlot = Columns | Lines | Areas | Stacks | Dots | Slopes | Pyramid | Waterfall | Scatter | Multiples | PartsRing
