"""What a chart drawn by matplotlib shows, as plain values: measured in points, coloured in inks, labelled in spans.

A plot holds everything that can change its drawing, so that a finished one can be kept under a hash of it; it is made
and hashed without matplotlib.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any

from report.charts import loading
from report.charts.grids import GridPlot, Reference
from report.charts.helpers import drawn_by_another
from report.charts.looks import FootLook
from report.charts.words import Words
from report.colour import Colour
from report.content.catalogue import told_of
from report.content.model import Approx
from report.drawing import Item, Stroke
from report.named import NamedTuple
from report.problem import Place, Problem
from report.record import field_names, record
from report.typeset.faces import Faces
from report.typeset.style import TextStyle


class Bar(NamedTuple):
    """One bar: its value, how the printed figure stands to it, the printed figure, and the name before it."""

    value: float
    approx: Approx
    said: Words
    name: Words | None
    colour: Colour
    pale: Colour


class BarLook(NamedTuple):
    """Bars in points: thickness, distance from bar to bar, length of the longest, room for names before them.

    余 多 以上: a gap and a pale end of one length; 近: the last part of that length is an outline. `value_gap` stands
    between the bar and its figure, and between a dot and a name of the legend. Names without a room of their own take
    what they need, `name_most` at most; a note stands `note_at` below the last bar.
    """

    height: float
    pitch: float
    longest: float
    name_width: float
    pale_length: float
    pale_gap: float
    near_stroke: float
    value_gap: float
    name_most: float = 0.0
    note_at: float = 0.0


class Legend(NamedTuple):
    """Names of the bars with a dot of their colour, in a line `after` points below the last bar, `pitch` apart."""

    entries: tuple[tuple[Words, Colour], ...]
    dot: float
    after: float
    pitch: float


@record
class Bars:
    """Horizontal bars from zero, the longest of a given length.

    With `foot_look` names may stand in several lines; `zero` is the line at zero where some bars run to the left.
    """

    bars: tuple[Bar, ...]
    width: float
    look: BarLook
    legend: Legend | None = None
    foot_look: FootLook | None = None
    zero: Stroke | None = None
    notes: tuple[Words, ...] = ()
    reference: Reference | None = None


class RingLook(NamedTuple):
    """A ring in points and degrees: radius to the middle of the stroke; the marks of 余 多 以上 and 近 as for bars."""

    radius: float
    thickness: float
    centre: tuple[float, float]
    pale_degrees: float
    pale_gap: float
    near_stroke: float
    number_at: float
    mark_at: float


@record
class Ring:
    """A share (0 to 1) of a whole, clockwise from 12 o'clock, with its numeral and mark in the middle."""

    share: float
    approx: Approx
    number: Words
    mark: Words | None
    colours: tuple[Colour, Colour, Colour]
    look: RingLook

    @property
    def width(self) -> float:
        return self.look.centre[0] + self.look.radius + self.look.thickness / 2

    @property
    def depth(self) -> float:
        return self.look.centre[1] + self.look.radius + self.look.thickness / 2


class Part(NamedTuple):
    """A part of a whole with the words inside it, and those below it where it is too small."""

    value: float
    words: Words
    colour: Colour
    below: Words | None = None


@record
class Proportion:
    """A bar whose parts share its whole width; words stand `inset` from the left of their part, `drop` below its
    middle."""

    parts: tuple[Part, ...]
    width: float
    depth: float
    inset: float
    drop: float
    below_at: float = 0.0


AS_IT_IS = frozenset({type(None), bool, int, float, str})
"""Kinds that tell all that they are."""
Plot = Bars | Ring | Proportion | GridPlot


class Drawn(NamedTuple):
    """A finished chart with its top left corner at the origin, its depth, and what was found wrong while drawing it."""

    items: tuple[Item, ...]
    depth: float
    problems: tuple[Problem, ...]


def draw(plot: Plot, faces: Faces) -> Drawn:
    """The plot as items. This is the step that imports matplotlib, unless a helper draws."""
    found = drawn_by_another(plot, faces)
    if found is not None:
        return found
    loading.load()
    from report.charts import kinds

    return kinds.drawn(plot, faces)


def key_of(plot: Plot, faces: Faces) -> str:
    """A name for the finished chart: a hash of all that can change it, and of nothing else (not of where it stands)."""
    told = (_told(plot, {}), told_of(faces.catalogue), _code())
    return f"chart-{hashlib.sha256(repr(told).encode()).hexdigest()}"


def _told(value: Any, said: dict[int, bytes]) -> Any:
    """A value that tells all its parts; a place in the author's file changes no drawing. A style is a digest, and
    `said` has those so far by identity: all labels are of a few, which would be written at each."""
    kind = value.__class__
    if kind is Place:
        return None
    names = field_names(kind)
    if not names:
        return (kind.__name__, *_all_told(value, said)) if isinstance(value, tuple) else value
    if kind is TextStyle and id(value) in said:
        return said[id(value)]
    told: Any = kind.__name__, *_all_told([getattr(value, name) for name in names], said)
    if kind is TextStyle:
        told = said[id(value)] = hashlib.sha256(repr(told).encode()).digest()
    return told


def _all_told(parts: Iterable[Any], said: dict[int, bytes]) -> list[Any]:
    """Each part as `_told` has it; nearly all are as they are."""
    return [part if part.__class__ in AS_IT_IS else _told(part, said) for part in parts]


@cache
def _code() -> str:
    """The code that draws and sets: charts, typeset, their plain types, matplotlib, HarfBuzz."""
    package = Path(__file__).parent.parent
    files = [
        *sorted((package / "charts").rglob("*.py")),
        *sorted((package / "typeset").rglob("*.py")),
        *(package / name for name in ("__init__.py", "colour.py", "drawing.py")),
    ]
    told = hashlib.sha256(loading.version())
    shaper = PathFinder.find_spec("uharfbuzz")
    if shaper and shaper.origin:
        files.append(Path(shaper.origin).with_name("_version.py"))
    for path in files:
        told.update(path.read_bytes() if path.is_file() else b"")
    return told.hexdigest()
