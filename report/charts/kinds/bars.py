"""Plots into finished charts: one function for each kind, drawn by matplotlib on axes that cover their exact boxes.

There are no margins, ticks or grounds: lengths are the theme's, to a thousandth of a point.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate
from math import degrees

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Patch, Rectangle, Wedge

from report.charts.plots import Bar, Bars, Drawn, Legend, Proportion, Ring, Words
from report.charts.renderer import DPI, Inks, Phrase, Renderer
from report.colour import Colour
from report.problem import problem
from report.typeset import set_line
from report.typeset.faces import Faces
from report.units import mm

TOLERANCE = 0.01
"""Points by which a label may exceed its room."""
NOON = -90.0
"""12 o'clock in matplotlib's degrees, on axes whose y grows downwards; so angles grow clockwise."""


class Easel:
    """A figure of an exact size in points, with y downwards; `page` are axes over all of it whose units are points."""

    def __init__(self, width: float, height: float, faces: Faces) -> None:
        self.width, self.height, self.faces = width, height, faces
        self.inks = Inks()
        self.figure = Figure(figsize=(width / DPI, height / DPI), dpi=DPI)
        self.figure.patch.set_visible(False)
        self.page = self.axes(0.0, width, width)
        self.page.set_zorder(1)  # over all other axes: labels stand on bars
        self.renderer = Renderer(width, height, faces, self.inks)

    def axes(self, left: float, length: float, units: float) -> Axes:
        """Axes as high as the figure, `length` points long from `left`, on which values run from 0 to `units`."""
        axes = self.figure.add_axes((left / self.width, 0.0, length / self.width, 1.0))
        axes.set_axis_off()
        axes.set_autoscale_on(False)
        axes.set_xlim(0.0, units)
        axes.set_ylim(self.height, 0.0)
        return axes

    def add(self, patch: Patch) -> None:
        patch.set_clip_on(False)
        self.page.add_patch(patch)

    def fill(self, patch: Patch, colour: Colour) -> None:
        """A shape without an outline."""
        patch.set(facecolor=self.inks.rgb(colour), edgecolor="none", linewidth=0.0)
        self.add(patch)

    def outline(self, patch: Patch, colour: Colour, stroke: float) -> None:
        """The outline of a shape."""
        patch.set(facecolor="none", edgecolor=self.inks.rgb(colour), linewidth=stroke, joinstyle="miter")
        self.add(patch)

    def measure(self, words: Words) -> float:
        """The width of a label."""
        return set_line(words.spans, words.style, self.faces).width

    def middle(self, words: Words) -> float:
        """How far the baseline of a label stands below the middle of its characters."""
        style = words.style
        face = self.faces.open(style.family, style.weight, style.slant).face
        return (face.ascent + face.descent) / 2000 * style.size

    def write(self, words: Words, x: float, y: float, room: float) -> float:
        """A label from x on the baseline y; where it ends. One that is wider than its room is a problem."""
        width = self.measure(words)
        if width > room + TOLERANCE:
            over = f"{mm(width - room):.1f}"
            self.renderer.problems.append(problem("line-overflow", words.place, text=words.text, over=over))
        self.page.add_artist(Phrase(x, y, words, self.inks.rgb(words.style.colour)))
        return x + width

    def finish(self) -> Drawn:
        self.figure.draw(self.renderer)
        return Drawn(self.renderer.items, tuple(self.renderer.problems))


OWN = {"axes.formatter.use_mathtext": True}
"""Settings of ours: number formatters that want no mathematics look for a system font as soon as they are made."""


@contextmanager
def easel(width: float, height: float, faces: Faces) -> Iterator[Easel]:
    """An easel under matplotlib's own settings, whatever the machine or the program says."""
    wanted = matplotlib.rcParamsDefault | OWN
    changed = {k: v for k, v in wanted.items() if k != "backend" and matplotlib.rcParams[k] != v}
    with matplotlib.rc_context(changed):
        yield Easel(width, height, faces)


def bars(plot: Bars, faces: Faces) -> Drawn:
    """Horizontal bars from zero with their figures at their ends and their names before them."""
    look = plot.look
    most = max((bar.value for bar in plot.bars), default=0.0) or 1.0
    with easel(plot.width, plot.depth, faces) as on:
        scale = on.axes(look.name_width, look.longest, most)
        for i, bar in enumerate(plot.bars):
            top = i * look.pitch
            end = _bar(on, scale, bar, plot, top)
            middle = top + look.height / 2
            x = end + look.value_gap
            on.write(bar.said, x, middle + on.middle(bar.said), plot.width - x)
            if bar.name is not None:
                on.write(bar.name, 0.0, middle + on.middle(bar.name), look.name_width - look.value_gap)
        if plot.legend is not None:
            _legend(on, plot.legend, plot)
        return on.finish()


def _bar(on: Easel, scale: Axes, bar: Bar, plot: Bars, top: float) -> float:
    """A bar with its honest end; where it ends, in points. A stated number ends at the same place whatever its mark."""
    look, most = plot.look, scale.get_xlim()[1]
    length = bar.value / most * look.longest
    hollow = min(look.pale_length, length) if bar.approx == "near" else 0.0
    if length > hollow:
        solid = bar.value * (length - hollow) / length
        height = look.height
        scale.barh(top, solid, height=height, align="edge", color=on.inks.rgb(bar.colour), linewidth=0.0, clip_on=False)
    end = look.name_width + length
    if hollow:
        inset, thin = look.near_stroke / 2, look.near_stroke
        corner = (end - hollow + inset, top + inset)
        on.outline(Rectangle(corner, hollow - thin, look.height - thin), bar.colour, look.near_stroke)
    if bar.approx == "over":
        on.fill(Rectangle((end + look.pale_gap, top), look.pale_length, look.height), bar.pale)
        end += look.pale_gap + look.pale_length
    return end


def _legend(on: Easel, legend: Legend, plot: Bars) -> None:
    """Names side by side, a pitch apart or farther where one is long."""
    x, y, gap = 0.0, plot.foot + legend.after, plot.look.value_gap
    for words, colour in legend.entries:
        radius = legend.dot / 2
        on.fill(Circle((x + radius, y - on.middle(words)), radius), colour)
        start = x + legend.dot + gap
        end = on.write(words, start, y, plot.width - start)
        x = max(x + legend.pitch, end + 2 * gap)


def ring(plot: Ring, faces: Faces) -> Drawn:
    """A track, the share on it clockwise from 12 o'clock, the numeral in the middle."""
    look = plot.look
    colour, pale, track = plot.colours
    hole = 2 * look.radius - look.thickness
    with easel(plot.width, plot.depth, faces) as on:
        on.fill(_piece(plot, 0.0, 360.0), track)
        end = 360.0 * plot.share
        hollow = min(look.pale_degrees, end) if plot.approx == "near" else 0.0
        if end > hollow:
            on.fill(_piece(plot, 0.0, end - hollow), colour)
        if hollow:
            on.outline(_piece(plot, end - hollow, end, look.near_stroke), colour, look.near_stroke)
        over = (end + look.pale_gap, min(end + look.pale_gap + look.pale_degrees, 360.0))
        if plot.approx == "over" and over[0] < over[1]:
            on.fill(_piece(plot, *over), pale)
        for words, y in ((plot.number, look.number_at), (plot.mark, look.mark_at)):
            if words is not None:
                on.write(words, look.centre[0] - on.measure(words) / 2, y, hole)
        return on.finish()


def _piece(plot: Ring, start: float, end: float, stroke: float = 0.0) -> Wedge:
    """A piece of the ring between two angles from 12 o'clock, so much smaller that a stroke around it ends there."""
    look = plot.look
    inset = degrees(stroke / 2 / look.radius)
    outer = look.radius + look.thickness / 2 - stroke / 2
    return Wedge(look.centre, outer, NOON + start + inset, NOON + end - inset, width=look.thickness - stroke)


def proportion(plot: Proportion, faces: Faces) -> Drawn:
    """One bar in parts, with the words inside each part."""
    with easel(plot.width, plot.depth, faces) as on:
        whole = sum(part.value for part in plot.parts)
        scale = on.axes(0.0, plot.width, whole)
        starts = accumulate((part.value for part in plot.parts), initial=0.0)
        for part, start in zip(plot.parts, starts, strict=False):
            ink = on.inks.rgb(part.colour)
            scale.barh(0.0, part.value, plot.depth, start, align="edge", color=ink, linewidth=0.0, clip_on=False)
            x = start / whole * plot.width + plot.inset
            room = part.value / whole * plot.width - plot.inset
            on.write(part.words, x, plot.depth / 2 + plot.drop, room)
        return on.finish()
