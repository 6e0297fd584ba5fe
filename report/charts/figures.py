"""Unit charts that are pure geometry: counts and lengths into flowers, lattices, dots, rings, threads, waves, nets.

Every length, colour and count is given; only the outline of a petal is its own. Angles are in degrees, clockwise from
12 o'clock. Lengths are points.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from report.colour import Colour
from report.drawing import Group, Item, Path, Shape, Stroke, line, rectangle
from report.named import NamedTuple

GOLDEN = math.radians(137.50776405)
"""The golden angle, by which petals follow each other."""
CIRCLE = 0.5522847498
"""Length of the handle of a quarter circle drawn as a cubic, for radius 1."""

Point = tuple[float, float]


class Rows(NamedTuple):
    """Units in rows from the top left: how many, how many in a full row, how far apart across and down."""

    units: int
    columns: int
    pitch: Point

    @property
    def depth(self) -> float:
        """From the top of the first row to the top of the last."""
        return max(0, self.units - 1) // self.columns * self.pitch[1]

    @property
    def width(self) -> float:
        """From the left of the first unit of a row to the left of the last."""
        return max(0, min(self.units, self.columns) - 1) * self.pitch[0]

    def places(self, at: Point) -> Iterator[Point]:
        """The top left corner of each unit."""
        for i in range(self.units):
            row, column = divmod(i, self.columns)
            yield at[0] + column * self.pitch[0], at[1] + row * self.pitch[1]


class Hollow(NamedTuple):
    """近: the last `units` units are outlines, `stroke` wide, that end where the full units would."""

    units: int
    stroke: float


FULL = Hollow(0, 0.0)
"""No unit is an outline."""


def circle(cx: float, cy: float, radius: float) -> Path:
    """A circle as four cubics."""
    k = radius * CIRCLE
    r = radius
    points = [cx + r, cy]
    for x1, y1, x2, y2, x, y in (
        (r, k, k, r, 0, r),
        (-k, r, -r, k, -r, 0),
        (-r, -k, -k, -r, 0, -r),
        (k, -r, r, -k, r, 0),
    ):
        points += [cx + x1, cy + y1, cx + x2, cy + y2, cx + x, cy + y]
    return Path("mccccz", tuple(points))


def ellipse(cx: float, cy: float, width: float, height: float) -> Path:
    """An ellipse of a width and height as four cubics."""
    unit = circle(0.0, 0.0, 1.0).points
    return Path("mccccz", tuple(cy + v * height / 2 if i % 2 else cx + v * width / 2 for i, v in enumerate(unit)))


def joined(paths: Sequence[Path]) -> Path:
    """Several paths as one."""
    return Path("".join(p.verbs for p in paths), tuple(v for p in paths for v in p.points))


def flower(
    centre: tuple[float, float], radius: float, groups: Sequence[tuple[int, Colour | None]], petal_width: float
) -> tuple[Shape, ...]:
    """A flower with one petal a unit; groups count from the heart outwards, a group without colour leaves its place.

    `petal_width` is the petal's width in units of the spacing c = R/√(n+½).
    """
    total = sum(count for count, _ in groups)
    spacing = radius / math.sqrt(total + 0.5)
    shapes = []
    first = 0
    for count, colour in groups:
        if colour is not None and count:
            points: list[float] = []
            for i in range(first, first + count):
                points += _petal(centre, i, spacing, radius, petal_width)
            shapes.append(Shape(Path("mccz" * count, tuple(points)), fill=colour))
        first += count
    return tuple(shapes)


def _petal(centre: tuple[float, float], i: int, c: float, radius: float, wide: float) -> tuple[float, ...]:
    """The points of a petal: 0, 0.3, 0.72 and all of its length from its root, 0.75 and 1.25 of its width beside them.

    Written out, since a page has thousands of petals.
    """
    r = c * math.sqrt(i + 0.5)
    angle = i * GOLDEN
    ux, uy = math.cos(angle), math.sin(angle)
    grown = 0.45 + 0.55 * r / radius
    length, width = 3.155 * c * grown, wide * c * (0.85 + 0.15 * grown)
    bx, by = centre[0] + ux * (r - 0.42 * length), centre[1] + uy * (r - 0.42 * length)
    lx, ly, wx, wy = ux * length, uy * length, uy * width, ux * width
    x1, y1, x2, y2 = bx + 0.3 * lx, by + 0.3 * ly, bx + 0.72 * lx, by + 0.72 * ly
    nx, ny, fx, fy = 0.75 * wx, 0.75 * wy, 1.25 * wx, 1.25 * wy
    there = (x1 - nx, y1 + ny, x2 - fx, y2 + fy, bx + lx, by + ly)
    return (bx, by, *there, x2 + fx, y2 - fy, x1 + nx, y1 - ny, bx, by)


def lattice(box: tuple[float, float, float, float], radius: float, stroke: Stroke) -> Group:
    """毬文格: circles of a radius on a square lattice of pitch r·√2, clipped to the box."""
    x, y, width, height = box
    pitch = radius * math.sqrt(2)
    columns, rows = int(width / pitch) + 2, int(height / pitch) + 2
    paths = [circle(x + i * pitch, y + j * pitch, radius) for i in range(columns + 1) for j in range(rows + 1)]
    return Group((Shape(joined(paths), stroke=stroke),), clip=rectangle(*box))


def dots(at: Point, rows: Rows, diameter: float, colour: Colour, hollow: Hollow = FULL) -> tuple[Shape, ...]:
    """Dots in rows."""
    radius = diameter / 2
    thin = radius - hollow.stroke / 2
    centres = [(x + radius, y + radius) for x, y in rows.places(at)]
    return _units(
        [circle(*c, radius) for c in _full(centres, hollow)],
        [circle(*c, thin) for c in _last(centres, hollow)],
        colour,
        hollow,
    )


def squares(at: Point, rows: Rows, side: float, colour: Colour, hollow: Hollow = FULL) -> tuple[Shape, ...]:
    """Squares in rows."""
    corners = list(rows.places(at))
    inset, thin = hollow.stroke / 2, side - hollow.stroke
    full = [rectangle(*corner, side, side) for corner in _full(corners, hollow)]
    outlined = [rectangle(x + inset, y + inset, thin, thin) for x, y in _last(corners, hollow)]
    return _units(full, outlined, colour, hollow)


def _full(places: Sequence[Point], hollow: Hollow) -> Sequence[Point]:
    return places[: max(0, len(places) - hollow.units)]


def _last(places: Sequence[Point], hollow: Hollow) -> Sequence[Point]:
    return places[max(0, len(places) - hollow.units) :]


def _units(full: Sequence[Path], outlined: Sequence[Path], colour: Colour, hollow: Hollow) -> tuple[Shape, ...]:
    """One path for all full units and one for all outlines."""
    shapes = [Shape(joined(full), fill=colour)] if full else []
    if outlined:
        shapes.append(Shape(joined(outlined), stroke=Stroke(colour, hollow.stroke)))
    return tuple(shapes)


def arc(centre: Point, radius: float, start: float, end: float) -> Path:
    """An arc from one angle to another, clockwise."""
    cx, cy = centre
    steps = max(1, math.ceil(abs(end - start) / 30))
    step = math.radians((end - start) / steps)
    handle = 4 / 3 * math.tan(step / 4) * radius
    angle = math.radians(start - 90)
    points = [cx + radius * math.cos(angle), cy + radius * math.sin(angle)]
    for _ in range(steps):
        following = angle + step
        points += [cx + radius * math.cos(angle) - handle * math.sin(angle)]
        points += [cy + radius * math.sin(angle) + handle * math.cos(angle)]
        points += [cx + radius * math.cos(following) + handle * math.sin(following)]
        points += [cy + radius * math.sin(following) - handle * math.cos(following)]
        points += [cx + radius * math.cos(following), cy + radius * math.sin(following)]
        angle = following
    return Path("m" + "c" * steps, tuple(points))


class Band(NamedTuple):
    """A band of upright threads: height, distance from thread to thread, thickness of a thread."""

    height: float
    pitch: float
    thread: float


def threads(at: Point, count: int, band: Band, colour: Colour, hollow: Hollow = FULL) -> tuple[Shape, ...]:
    """Threads side by side from the top left corner: fields, not lines, whose widths a screen would round unevenly."""
    x, y = at
    solid = max(0, count - hollow.units)
    fields = joined([rectangle(x + band.pitch * i, y, band.thread, band.height) for i in range(solid)])
    shapes = [Shape(fields, fill=colour)] if solid else []
    half = hollow.stroke / 2
    for i in range(solid, count):
        corner = (x + band.pitch * i + half, y + half)
        outline = rectangle(*corner, band.thread - hollow.stroke, band.height - hollow.stroke)
        shapes.append(Shape(outline, stroke=Stroke(colour, hollow.stroke)))
    return tuple(shapes)


def weave(at: Point, rows: Rows, cell: Point, colours: tuple[Colour, Colour]) -> tuple[Shape, ...]:
    """A plain weave: cells lie and stand by turns, each in the middle of its square of one pitch."""
    long, short = cell
    across, down = rows.pitch
    lying: list[Path] = []
    standing: list[Path] = []
    for i, (x, y) in enumerate(rows.places(at)):
        row, column = divmod(i, rows.columns)
        cx, cy = x + across / 2, y + down / 2
        if (row + column) % 2 == 0:
            lying.append(rectangle(cx - long / 2, cy - short / 2, long, short))
        else:
            standing.append(rectangle(cx - short / 2, cy - long / 2, short, long))
    pairs = zip((lying, standing), colours, strict=True)
    return tuple(Shape(joined(paths), fill=colour) for paths, colour in pairs if paths)


class WaveField(NamedTuple):
    """Where the dots of a wave may stand: arcs around `centre` from the radius `inner` outwards, `step` apart and with
    dots as far apart on each arc, inside `bounds` (left, top, width, height)."""

    centre: Point
    inner: float
    step: float
    bounds: tuple[float, float, float, float]


def wave(
    field: WaveField, count: int, length: float, diameters: Sequence[float], colour: Colour
) -> tuple[tuple[Shape, ...], int]:
    """A sound wave: dots that are thicker and thinner with the distance, one wave a `length`; and how many fitted.

    Each dot is a zero-length line with round caps, one path for each diameter.
    """
    groups: list[list[float]] = [[] for _ in diameters]
    placed = 0
    for x, y, r in _wave_places(field):
        if placed == count:
            break
        high = 0.5 + 0.5 * math.cos((r - field.inner) / length * 2 * math.pi)
        groups[min(len(diameters) - 1, int(high * len(diameters)))] += (x, y, x, y)
        placed += 1
    shapes = tuple(
        Shape(Path("ml" * (len(points) // 4), tuple(points)), stroke=Stroke(colour, diameter, cap="round"))
        for points, diameter in zip(groups, diameters, strict=True)
        if points
    )
    return shapes, placed


def _wave_places(field: WaveField) -> Iterator[tuple[float, float, float]]:
    """From the horizontal outward alternately below and above, arc after arc, odd arcs shifted by half a step."""
    left, top, width, height = field.bounds
    cx, cy = field.centre
    reach = math.hypot(width, height) / 2 + height
    arcs = int((left + width - cx - field.inner) / field.step) + 2
    for k in range(arcs):
        r = field.inner + field.step * k
        turn = field.step / r
        half = 0.5 if k % 2 == 0 else 0.0
        for i in range(2 * int(reach / field.step) + 1):
            j = i // 2 if i % 2 == 0 else -(i + 1) // 2
            angle = (j + half) * turn
            x, y = cx + r * math.cos(angle), cy + r * math.sin(angle)
            if left <= x <= left + width and top <= y <= top + height:
                yield x, y, r


class Mesh(NamedTuple):
    """How a net hangs: knots in a row, rows, left end and width of its rope, how deep the last row hangs at the ends
    and how much deeper in the middle, and how much narrower it is there."""

    columns: int
    rows: int
    left: float
    top: float
    width: float
    drop: Point
    draw_in: float

    def knot(self, i: int, j: int) -> Point:
        """Where knot i of row j hangs: flat along the rope, an arc below."""
        u = (i + (0.5 if j % 2 else 0.0)) / (self.columns - 0.5)
        v = j / max(1, self.rows - 1)
        flat, deep = self.drop
        x = self.left + self.width * u + self.draw_in * v * (0.5 - u)
        return x, self.top + v * (flat + deep * math.sin(math.pi * u))


def net(mesh: Mesh, count: int, knot: float, colour: Colour, thread: Stroke) -> tuple[Item, ...]:
    """A hanging net of knots of a diameter, each tied to its two neighbours in the next row; a knot is one unit."""
    cells = [divmod(k, mesh.columns) for k in range(min(count, mesh.columns * mesh.rows))]
    places = {(i, j): mesh.knot(i, j) for j, i in cells}
    lines: list[Path] = []
    for (i, j), (x, y) in places.items():
        for q in (i - 1, i) if j % 2 == 0 else (i, i + 1):
            below = places.get((q, j + 1))
            if below:
                lines.append(line(x, y, *below))
    knots = joined([circle(x, y, knot / 2) for x, y in places.values()])
    return Shape(joined(lines), stroke=thread), Shape(knots, fill=colour)
