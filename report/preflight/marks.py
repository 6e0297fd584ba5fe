"""What a page shows: texts, paths and pictures, each with ink, size and place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from report.named import NamedTuple
from report.preflight.inks import Paint, Space

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)


class TextStyle(NamedTuple):
    """How a string is shown; `size` and `width` (of strokes) are points on the page."""

    font: int
    size: float
    mode: int
    fill: Paint
    stroke: Paint
    width: float
    overprints: bool
    opm: int
    alpha: float


class PathStyle(NamedTuple):
    """How a path is painted; `fill` and `stroke` are nothing where it is not filled or stroked."""

    fill: Paint | None
    stroke: Paint | None
    width: float
    overprints: bool
    strokes_overprint: bool
    opm: int
    alpha: float


class Placed(NamedTuple):
    """A picture where it stands: its object, its box on the page, the points that its width and height take."""

    image: Any
    name: str
    box: Box
    width: float
    height: float
    space: Space | None
    fill: Paint


@dataclass(slots=True)
class Marks:
    """What the walk over one page leaves.

    `spaces` are the colour spaces used, each with what uses it first and where; `groups` the blend spaces; `odd` holds
    (what, name) of what is rare. `unmarked` counts what is painted outside marked content, `balance` is what q and Q
    leave open, `depth` how deep they nest.
    """

    texts: dict[TextStyle, list[Box]] = field(default_factory=dict)
    paths: dict[PathStyle, list[Box]] = field(default_factory=dict)
    pictures: list[Placed] = field(default_factory=list)
    spaces: dict[Space, tuple[str, Box]] = field(default_factory=dict)
    groups: dict[Space, None] = field(default_factory=dict)
    odd: dict[tuple[str, str], None] = field(default_factory=dict)
    transparent: bool = False
    unmarked: int = 0
    depth: int = 0
    balance: int = 0

    @property
    def empty(self) -> bool:
        return not (self.texts or self.paths or self.pictures)


def product(m: Matrix, n: Matrix) -> Matrix:
    """First m, then n."""
    a, b, c, d, e, f = m
    g, h, i, j, k, o = n
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + o


def boxed(matrix: Matrix, left: float, bottom: float, right: float, top: float) -> Box:
    """The upright box around a box that went through a matrix."""
    a, b, c, d, e, f = matrix
    if b == 0 and c == 0:
        xs: tuple[float, ...] = (a * left + e, a * right + e)
        ys: tuple[float, ...] = (d * bottom + f, d * top + f)
    else:
        points = ((left, bottom), (left, top), (right, bottom), (right, top))
        xs = tuple(a * x + c * y + e for x, y in points)
        ys = tuple(b * x + d * y + f for x, y in points)
    return min(xs), min(ys), max(xs), max(ys)


def meet(one: Box, other: Box) -> Box:
    """What two boxes share; left above right where they share nothing."""
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def is_box(box: Box) -> bool:
    return box[0] <= box[2] and box[1] <= box[3]
