"""Unit charts that are pure geometry: flowers, lattices, dots, rings, threads, waves. Design, sections 1.7 and 1.11.

Every length, colour and count is given; only the outline of a petal is its own. Angles of rings are in degrees, clockwise
from 12 o'clock. Lengths are points.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from report.colour import Colour
from report.drawing import Group, Item, Path, Shape, Stroke, line, rectangle

GOLDEN = math.radians(137.50776405)
"""The golden angle, by which petals follow each other."""
CIRCLE = 0.5522847498
"""Length of the handle of a quarter circle drawn as a cubic, for radius 1."""


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


def _petal(centre: tuple[float, float], i: int, c: float, radius: float, wide: float) -> list[float]:
    r = c * math.sqrt(i + 0.5)
    angle = i * GOLDEN
    ux, uy = math.cos(angle), math.sin(angle)
    grown = 0.45 + 0.55 * r / radius
    length, width = 3.155 * c * grown, wide * c * (0.85 + 0.15 * grown)
    bx, by = centre[0] + ux * (r - 0.42 * length), centre[1] + uy * (r - 0.42 * length)
    outline = ((0, 0), (0.30, 0.75), (0.72, 1.25), (1, 0), (0.72, -1.25), (0.30, -0.75), (0, 0))
    points: list[float] = []
    for along, across in outline:
        points.append(bx + ux * length * along - uy * width * across)
        points.append(by + uy * length * along + ux * width * across)
    return points


def lattice(box: tuple[float, float, float, float], radius: float, stroke: Stroke) -> Group:
    """毬文格: circles of a radius on a square lattice of pitch r·√2, clipped to the box."""
    x, y, width, height = box
    pitch = radius * math.sqrt(2)
    columns, rows = int(width / pitch) + 2, int(height / pitch) + 2
    paths = [circle(x + i * pitch, y + j * pitch, radius) for i in range(columns + 1) for j in range(rows + 1)]
    return Group((Shape(joined(paths), stroke=stroke),), clip=rectangle(*box))


def grid(count: int, columns: int, pitch: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """Places of units in rows from the top left."""
    for i in range(count):
        row, column = divmod(i, columns)
        yield column * pitch[0], row * pitch[1]


def dots(
    x: float, y: float, count: int, columns: int, diameter: float, pitch: float, colour: Colour, hollow: int, outline: float
) -> tuple[Shape, ...]:
    """Dots in rows; the last `hollow` ones are outlines of the given width."""
    places = [(x + dx + diameter / 2, y + dy + diameter / 2) for dx, dy in grid(count, columns, (pitch, pitch))]
    solid = joined([circle(cx, cy, diameter / 2) for cx, cy in places[: count - hollow]])
    shapes = [Shape(solid, fill=colour)] if count > hollow else []
    if hollow:
        rings = joined([circle(cx, cy, (diameter - outline) / 2) for cx, cy in places[count - hollow :]])
        shapes.append(Shape(rings, stroke=Stroke(colour, outline)))
    return tuple(shapes)


def squares(x: float, y: float, count: int, columns: int, side: float, pitch: float, colour: Colour) -> Shape:
    """Squares in rows."""
    return Shape(
        joined([rectangle(x + dx, y + dy, side, side) for dx, dy in grid(count, columns, (pitch, pitch))]), fill=colour
    )


def arc(cx: float, cy: float, radius: float, start: float, end: float) -> Path:
    """An arc from one angle to another, clockwise."""
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


def ring_arc(cx: float, cy: float, radius: float, start: float, end: float, stroke: Stroke) -> tuple[Shape, ...]:
    """A piece of a ring; the radius is to the middle of the stroke."""
    return (Shape(arc(cx, cy, radius, start, end), stroke=stroke),)


def threads(
    x: float, y: float, height: float, count: int, pitch: float, thickness: float, colour: Colour, hollow: float
) -> tuple[Shape, ...]:
    """A band of upright threads; with `hollow` (an outline's width) the last one is an outline."""
    solid = count - (1 if hollow else 0)
    places = [x + pitch * i + thickness / 2 for i in range(solid)]
    shapes = [Shape(joined([line(q, y, q, y + height) for q in places]), stroke=Stroke(colour, thickness))]
    if hollow:
        half = hollow / 2
        box = rectangle(x + pitch * solid + half, y + half, thickness - hollow, height - hollow)
        shapes.append(Shape(box, stroke=Stroke(colour, hollow)))
    return tuple(shapes)


def weave(
    x: float, y: float, count: int, columns: int, pitch: float, cell: tuple[float, float], colours: tuple[Colour, Colour]
) -> tuple[Shape, Shape]:
    """A plain weave: cells lie and stand by turns; a cell is one unit."""
    long, short = cell
    lying: list[Path] = []
    standing: list[Path] = []
    for i, (dx, dy) in enumerate(grid(count, columns, (pitch, pitch))):
        row, column = divmod(i, columns)
        cx, cy = x + dx + pitch / 2, y + dy + pitch / 2
        if (row + column) % 2 == 0:
            lying.append(rectangle(cx - long / 2, cy - short / 2, long, short))
        else:
            standing.append(rectangle(cx - short / 2, cy - long / 2, short, long))
    return Shape(joined(lying), fill=colours[0]), Shape(joined(standing), fill=colours[1])


def wave(
    centre: tuple[float, float],
    inner: float,
    step: float,
    bounds: tuple[float, float, float, float],
    length: float,
    count: int,
    diameters: Sequence[float],
    colour: Colour,
) -> tuple[tuple[Shape, ...], int]:
    """A sound wave: dots on arcs around a centre, thicker and thinner with the distance; how many fitted.

    Arcs stand `step` apart and dots as far on each arc; `length` is one wave. Each dot is a zero-length line with round
    caps, one path for each diameter.
    """
    groups: list[list[float]] = [[] for _ in diameters]
    placed = 0
    for x, y, r in _wave_places(centre, inner, step, bounds):
        if placed == count:
            break
        high = 0.5 + 0.5 * math.cos((r - inner) / length * 2 * math.pi)
        groups[min(len(diameters) - 1, int(high * len(diameters)))] += (x, y, x, y)
        placed += 1
    shapes = tuple(
        Shape(Path("ml" * (len(points) // 4), tuple(points)), stroke=Stroke(colour, diameter, cap="round"))
        for points, diameter in zip(groups, diameters, strict=True)
        if points
    )
    return shapes, placed


def _wave_places(
    centre: tuple[float, float], inner: float, step: float, bounds: tuple[float, float, float, float]
) -> Iterator[tuple[float, float, float]]:
    """From the horizontal outward alternately below and above, arc after arc, odd arcs shifted by half a step."""
    left, top, width, height = bounds
    reach = math.hypot(width, height) / 2 + height
    arcs = int((left + width - centre[0] - inner) / step) + 2
    for k in range(arcs):
        r = inner + step * k
        turn = step / r
        half = 0.5 if k % 2 == 0 else 0.0
        for i in range(2 * int(reach / step) + 1):
            j = i // 2 if i % 2 == 0 else -(i + 1) // 2
            angle = (j + half) * turn
            x, y = centre[0] + r * math.cos(angle), centre[1] + r * math.sin(angle)
            if left <= x <= left + width and top <= y <= top + height:
                yield x, y, r


def net_knot(i: int, j: int, columns: int, rows: int, box: tuple[float, float, float], drop: tuple[float, float], draw_in: float) -> tuple[float, float]:
    """Where knot i of row j hangs: flat along the rope, an arc below; `box` is left, top, width."""
    left, top, width = box
    u = (i + (0.5 if j % 2 else 0.0)) / (columns - 0.5)
    v = j / (rows - 1)
    return left + width * u + draw_in * v * (0.5 - u), top + v * (drop[0] + drop[1] * math.sin(math.pi * u))


def net(
    columns: int,
    rows: int,
    count: int,
    box: tuple[float, float, float],
    drop: tuple[float, float],
    draw_in: float,
    knot: float,
    colour: Colour,
    thread: Stroke,
) -> tuple[Item, ...]:
    """A hanging net of knots, each tied to its two neighbours in the next row; a knot is one unit."""
    places = {
        (i, j): net_knot(i, j, columns, rows, box, drop, draw_in)
        for j in range(rows)
        for i in range(columns)
        if j * columns + i < count
    }
    lines: list[Path] = []
    for (i, j), (x, y) in places.items():
        for q in (i - 1, i) if j % 2 == 0 else (i, i + 1):
            below = places.get((q, j + 1))
            if below:
                lines.append(line(x, y, *below))
    knots = joined([circle(x, y, knot / 2) for x, y in places.values()])
    return Shape(joined(lines), stroke=thread), Shape(knots, fill=colour)
