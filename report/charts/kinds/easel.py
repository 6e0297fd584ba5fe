"""A drawing of an exact size, and what every kind of chart puts on it: matplotlib's artists, drawn by our renderer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import matplotlib
from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Patch, Polygon, Rectangle
from matplotlib.transforms import Affine2D, Transform

from report.charts.composing import TOLERANCE, Composer
from report.charts.placing import Box
from report.charts.plots import Drawn
from report.charts.renderer import Inks, Phrase, Renderer
from report.charts.scales import Scale
from report.charts.words import Words
from report.colour import Colour
from report.drawing import Stroke
from report.modules import is_alone
from report.named import NamedTuple
from report.problem import problem
from report.typeset.faces import Faces
from report.units import mm

BACK, BARS, FRONT = 0.0, 1.0, 2.0
"""Lines of a grid lie under the bars, words and marks over them."""
STEP = 1e-6
"""From what is drawn to what is drawn next, in matplotlib's order."""
Point = tuple[float, float]


class Field(NamedTuple):
    """A part of an easel on which shapes are given in values, by a transform to its points."""

    easel: Easel
    units: Transform

    def bar(self, corner: Point, size: Point, colour: Colour) -> None:
        """A rectangle from a corner in the units of the field, however long."""
        rgb = self.easel.inks.rgb(colour)
        self.easel.add(Rectangle(corner, *size, color=rgb, linewidth=0.0, clip_on=False), BARS, self.units)


class Easel:
    """A drawing of an exact size in points, with y downwards.

    Artists stand on it without a figure and axes: those have ticks, limits and grounds that nobody asks for, and take
    longer to read and make than a chart to draw.
    """

    def __init__(self, width: float, height: float, faces: Faces, composer: Composer | None = None) -> None:
        self.width, self.height, self.faces = width, height, faces
        self.inks = Inks()
        self._drawn = 0
        self._artists: list[Artist] = []
        self._points = Affine2D().scale(1.0, -1.0).translate(0.0, height)
        self.renderer = Renderer(width, height, faces, self.inks)
        self.composer = self.renderer.composer = composer or self.renderer.composer

    def field(self, box: Box, across: tuple[float, float], down: tuple[float, float]) -> Field:
        """A field over a box: values from left to right, and from top to bottom."""
        wide = (box.right - box.left) / (across[1] - across[0])
        high = (box.bottom - box.top) / (down[1] - down[0])
        values = Affine2D().translate(-across[0], -down[0]).scale(wide, high).translate(box.left, box.top)
        return Field(self, values + self._points)

    def rows(self, scale: Scale) -> Field:
        """A field as high as the drawing on which values run across a scale, to the right or to the left."""
        low, high = _values(scale)
        across = (low, high) if scale.start <= scale.end else (high, low)
        left, right = sorted((scale.start, scale.end))
        return self.field(Box(left, 0.0, right, self.height), across, (0.0, self.height))

    def columns(self, scale: Scale) -> Field:
        """A field as wide as the drawing on which values run up a scale."""
        low, high = _values(scale)
        return self.field(Box(0.0, scale.end, self.width, scale.start), (0.0, self.width), (high, low))

    def add(self, artist: Artist, layer: float = FRONT, units: Transform | None = None) -> None:
        """Something whose units are points unless others are given; what is added later to a layer lies on top,
        whatever it is."""
        self._drawn += 1
        artist.set_zorder(layer + self._drawn * STEP)
        artist.set_transform(self._points if units is None else units)
        self._artists.append(artist)

    def fill(self, patch: Patch, colour: Colour) -> None:
        """A shape without an outline."""
        patch.set(facecolor=self.inks.rgb(colour), edgecolor="none", linewidth=0.0)
        self.add(patch)

    def outline(self, patch: Patch, colour: Colour, stroke: float, fill: Colour | None = None) -> None:
        """The outline of a shape."""
        face = self.inks.rgb(fill) if fill else "none"
        patch.set(facecolor=face, edgecolor=self.inks.rgb(colour), linewidth=stroke, joinstyle="miter")
        self.add(patch)

    def area(self, points: Sequence[Point], colour: Colour) -> None:
        """A closed field under everything else."""
        self.add(Polygon(points, closed=True, facecolor=self.inks.rgb(colour), edgecolor="none", linewidth=0.0), BACK)

    def box(self, box: Box, colour: Colour) -> None:
        """A filled rectangle; one without size is not drawn."""
        if box.right > box.left and box.bottom > box.top:
            self.fill(Rectangle((box.left, box.top), box.right - box.left, box.bottom - box.top), colour)

    def hollow(self, box: Box, colour: Colour, stroke: float) -> None:
        """The outline of a rectangle whose outer edge is the box."""
        inner = box.grown(-stroke / 2)
        size = (max(0.0, inner.right - inner.left), max(0.0, inner.bottom - inner.top))
        self.outline(Rectangle((inner.left, inner.top), *size), colour, stroke)

    def disc(self, centre: Point, diameter: float, colour: Colour) -> None:
        self.fill(Circle(centre, diameter / 2), colour)

    def line(self, points: Sequence[Point], stroke: Stroke, *, back: bool = False) -> None:
        """A line through points; `back` lies under the bars."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        drawn = Line2D(xs, ys, color=self.inks.rgb(stroke.colour), linewidth=stroke.width)
        drawn.set_solid_capstyle(stroke.cap if stroke.cap != "square" else "projecting")
        drawn.set_solid_joinstyle(stroke.join)
        self.add(drawn, BACK if back else FRONT)

    def measure(self, words: Words) -> float:
        """The width of a label."""
        return self.composer.width(words)

    def middle(self, words: Words) -> float:
        """How far the baseline of a label stands below the middle of its characters."""
        return self.composer.middle(words)

    def write(self, words: Words, x: float, y: float, room: float) -> float:
        """A label from x on the baseline y; where it ends. One that is wider than its room is a problem."""
        width = self.measure(words)
        if width > room + TOLERANCE:
            over = f"{mm(width - room):.1f}"
            self.renderer.problems.append(problem("line-overflow", words.place, text=words.text, over=over))
        self.say(words, x, y)
        return x + width

    def say(self, words: Words, x: float, y: float) -> None:
        """A label whose place is known to be free, from x on the baseline y."""
        self.add(Phrase(x, y, words))

    def say_upright(self, words: Words, axis: float, top: float) -> None:
        """A label as a column of characters; one with mathematics is turned instead."""
        if words.has_math:
            self.add(Phrase(axis - self.middle(words), top, words, turn=-90))
        else:
            self.add(Phrase(axis, top, words, upright=True))

    def refuse(self, words: Words) -> None:
        """A label for which there is no free place."""
        self.renderer.problems.append(problem("label-overlap", words.place, text=words.text))

    def finish(self) -> Drawn:
        for artist in sorted(self._artists, key=Artist.get_zorder):
            artist.draw(self.renderer)
        return Drawn(self.renderer.items, self.height, tuple(dict.fromkeys(self.renderer.problems)))


def _values(scale: Scale) -> tuple[float, float]:
    """The values of a scale; matplotlib needs two."""
    return (scale.low, scale.high) if scale.low < scale.high else (scale.low, scale.low + 1.0)


OWN = {"axes.formatter.use_mathtext": True}
"""Settings of ours: number formatters that want no mathematics look for a system font as soon as they are made."""


@contextmanager
def easel(width: float, height: float, faces: Faces, composer: Composer | None = None) -> Iterator[Easel]:
    """An easel under matplotlib's own settings, whatever the machine or the program says; a process of ours says them
    once."""
    if is_alone():
        _settled()
        yield Easel(width, height, faces, composer)
        return
    with matplotlib.rc_context(_changed()):
        yield Easel(width, height, faces, composer)


def _changed() -> dict[str, Any]:
    """The settings that are not as they should be."""
    wanted = matplotlib.rcParamsDefault | OWN
    return {k: v for k, v in wanted.items() if k != "backend" and matplotlib.rcParams[k] != v}


@cache
def _settled() -> None:
    matplotlib.rcParams.update(_changed())
