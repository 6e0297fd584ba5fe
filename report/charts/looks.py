"""How each kind of chart over names and series is built, in the lengths, lines and colours of a theme.

The field names are the keys of the theme with `_` for `-`; their types say how each is read. Lengths are points.
"""

from __future__ import annotations

from typing import Annotated

from report.colour import Colour
from report.drawing import Stroke
from report.named import NamedTuple
from report.typeset import TextStyle

Mm = Annotated[float, "mm"]
"""A length that the theme gives in millimetres."""
Pt = Annotated[float, "pt"]
"""A length that the theme gives in points."""


class AxisLook(NamedTuple):
    """An axis of values: its numbers, lines across the plot, least room for the numbers, their distance from the plot,
    about how many steps it has, whether it is always there or only where not every value can be said, and the colour
    on which figures stand clear of its lines."""

    style: TextStyle
    grid: Stroke
    width: Mm
    gap: Mm
    steps: int
    always: bool
    clear: Colour | None


class MarkLook(NamedTuple):
    """余 多 以上: a gap and a pale end of a length; 近: the last part of that length is an outline."""

    length: Mm
    gap: Mm
    stroke: Pt


class FootLook(NamedTuple):
    """What stands around a plot: baseline of the row of names above it, diameter of their dots, distance from name to
    name, baseline of the names below it and of the note under them, most lines of a name, least space between two."""

    names_at: Mm
    key: Mm
    names_gap: Mm
    label_at: Mm
    note_at: Mm
    label_lines: int
    label_gap: Mm


class ColumnLook(NamedTuple):
    """Upright bars: height of the plot down to its lowest line, length of the whole scale, widest bar, space between
    bars of a group, widest distance from group to group, thinnest bar, distance of a figure from its bar; `bare` bars
    leave figures to an axis that is always there, but for those that stand out."""

    plot: Mm
    tallest: Mm
    bar: Mm
    bar_gap: Mm
    pitch: Mm
    least_bar: Mm
    value_gap: Mm
    zero: Stroke
    mark: MarkLook
    around: FootLook
    axis: AxisLook | None
    bare: bool


class LineLook(NamedTuple):
    """Lines: as bars, and the first place's distance from the left, widest distance from place to place, the line, its
    markers (diameter, outline), distance of the words at its end, line from an end to its words, share of the width
    that these words may take."""

    plot: Mm
    tallest: Mm
    inset: Mm
    pitch: Mm
    stroke: Pt
    rest_stroke: Pt
    marker: Mm
    marker_stroke: Pt
    marker_fill: Colour
    value_gap: Mm
    end_gap: Mm
    end_share: float
    leader: Stroke
    zero: Stroke
    mark: MarkLook
    around: FootLook
    axis: AxisLook | None


class StackLook(NamedTuple):
    """Bars in parts: height, distance from bar to bar, top of the first one, least and most room for names, white gap
    between parts, room inside a part beside its figure, baseline of a figure below its part, line that leads to it, how
    far a series' name may stand off its first part."""

    thick: Mm
    pitch: Mm
    first: Mm
    label_width: Mm
    label_most: Mm
    gap: Mm
    inset: Mm
    below_at: Mm
    leader: Stroke
    off: Mm
    mark: MarkLook
    around: FootLook


class DotLook(NamedTuple):
    """Dots on lines: distance from line to line, first one, least and most room for names, room on the right, dot, link
    between the dots of a line, line itself, baseline of a figure above the middle of its dot. The names of the series
    stand below the last line."""

    pitch: Mm
    first: Mm
    label_width: Mm
    label_most: Mm
    right: Mm
    dot: Mm
    link: Stroke
    row: Stroke
    value_gap: Mm
    mark: MarkLook
    around: FootLook


class SlopeLook(NamedTuple):
    """Two periods: height, both uprights' distance from the left, share of the width for words on a side, the uprights,
    lines that tell and the rest, dot, distance of words, line to words that stand off."""

    plot: Mm
    at_uprights: Annotated[tuple[float, ...], "mms"]
    side: float
    upright: Stroke
    stroke: Pt
    rest_stroke: Pt
    dot: Mm
    value_gap: Mm
    leader: Stroke
    mark: MarkLook
    around: FootLook


class PyramidLook(NamedTuple):
    """Two series back to back: height of a bar, distance from bar to bar, top of the first, room for names between
    the sides and its limit, longest bar, distance of a figure."""

    thick: Mm
    pitch: Mm
    first: Mm
    gutter: Mm
    gutter_most: Mm
    longest: Mm
    value_gap: Mm
    mark: MarkLook
    around: FootLook


class WaterfallLook(NamedTuple):
    """Bars that go on from each other: as upright bars, and the line from one to the next."""

    plot: Mm
    tallest: Mm
    bar: Mm
    pitch: Mm
    least_bar: Mm
    value_gap: Mm
    link: Stroke
    zero: Stroke
    mark: MarkLook
    around: FootLook


class ScatterLook(NamedTuple):
    """Points over two axes: height, dot, distance of its name, most points that are all named."""

    plot: Mm
    dot: Mm
    value_gap: Mm
    most_named: int
    zero: Stroke
    around: FootLook
    axis: AxisLook


class MultipleLook(NamedTuple):
    """Small charts side by side: how many in a row at most, distance from one to the next across and down, length of a
    whole scale, baselines of the name and of the lowest line, widest bar, share of the distance that a bar takes."""

    across: int
    pitch: Annotated[tuple[float, ...], "mms"]
    panel: Mm
    tallest: Mm
    name_at: Mm
    base_at: Mm
    bar: Mm
    share: float
    value_gap: Mm
    zero: Stroke
    mark: MarkLook
    around: FootLook


class PartsLook(NamedTuple):
    """A ring in parts: middle of its stroke, stroke, distance of the words, distance of the line that leads to them."""

    radius: Mm
    thickness: Mm
    gap_degrees: float
    value_gap: Mm
    leader: Stroke
    around: FootLook
