"""Small drawings that stand for one unit: boxes into persons, screens, envelopes, lanterns, courtyards.

Each fits a box of a given size; the ratios inside are the drawing's own shape.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from report.charts.figures import circle, ellipse
from report.colour import WHITE, Colour
from report.drawing import Item, Path, Shape, Stroke, line, rectangle
from report.named import NamedTuple

Box = tuple[float, float, float, float]
"""Left, top, width, height."""


def person(box: Box, colour: Colour, outline: float) -> tuple[Item, ...]:
    """Head and shoulders; with `outline` only their line."""
    x, y, s, height = box
    head = circle(x + s * 0.5, y + s * 0.28, s * 0.22)
    down = height / 1.2
    points = (
        *(x + s * 0.08, y + height),
        *(x + s * 0.10, y + down * 0.72, x + s * 0.28, y + down * 0.58, x + s * 0.5, y + down * 0.58),
        *(x + s * 0.72, y + down * 0.58, x + s * 0.90, y + down * 0.72, x + s * 0.92, y + height),
    )
    return tuple(_solid(path, colour, outline) for path in (head, Path("mccz", points)))


def screen(box: Box, colour: Colour, outline: float) -> tuple[Item, ...]:
    """An upright screen."""
    return (_solid(rectangle(*box), colour, outline),)


def envelope(box: Box, colour: Colour, outline: float) -> tuple[Item, ...]:
    """A closed letter with its flap as a white line."""
    x, y, width, height = box
    flap = (
        *(x + width * 0.04, y + height * 0.074),
        *(x + width * 0.5, y + height * 0.556),
        *(x + width * 0.96, y + height * 0.074),
    )
    fold = Stroke(colour if outline else WHITE, outline or width * 0.0286)
    return _solid(rectangle(*box), colour, outline), Shape(Path("mll", flap), stroke=fold)


ICONS: Mapping[str, Callable[[Box, Colour, float], tuple[Item, ...]]] = {
    "person": person,
    "screen": screen,
    "envelope": envelope,
}
"""Icons of pictograms by name."""


def _solid(path: Path, colour: Colour, outline: float) -> Shape:
    return Shape(path, stroke=Stroke(colour, outline)) if outline else Shape(path, fill=colour)


class LanternStyle(NamedTuple):
    """Sizes of a lantern: body and cap (width, height), cord above, tassels below; thin line of cord and tassels."""

    body: tuple[float, float]
    cap: tuple[float, float]
    hang: float
    tassel: float
    line: tuple[float, float]


def lantern(x: float, y: float, style: LanternStyle, colours: tuple[Colour, Colour, Colour]) -> tuple[Item, ...]:
    """A lantern that hangs at (x, y); colours of body and tassels, caps, cord."""
    (width, height), (cap_width, cap_height) = style.body, style.cap
    red, gold, cord = colours
    top = y + style.hang - 0.2 * cap_height
    body_top = top + cap_height
    foot = body_top + height
    tassels = [line(x + dx, foot + cap_height, x + dx, foot + cap_height + style.tassel) for dx in _spread(cap_width)]
    return (
        Shape(line(x, y, x, y + style.hang), stroke=Stroke(cord, style.line[0])),
        Shape(rectangle(x - cap_width / 2, top, cap_width, cap_height), fill=gold),
        Shape(ellipse(x, body_top + height / 2, width, height), fill=red),
        Shape(rectangle(x - cap_width / 2, foot, cap_width, cap_height), fill=gold),
        *(Shape(path, stroke=Stroke(red, style.line[1])) for path in tassels),
    )


def _spread(width: float) -> tuple[float, float, float]:
    return -width * 0.28, 0.0, width * 0.28


class CourtyardStyle(NamedTuple):
    """Colours and line of a courtyard."""

    wall: Colour
    line: Stroke
    roof: Colour
    plaque: Colour
    gate: Colour


def courtyard(x: float, y: float, w: float, style: CourtyardStyle) -> tuple[Item, ...]:
    """A gate house of width w: wall, concave roof with eaves, ridge, plaque, moon gate."""
    h = w * 0.92
    roof = (
        *(x - w * 0.04, y + h * 0.40),
        *(x + w * 0.12, y + h * 0.40, x + w * 0.20, y + h * 0.20, x + w * 0.22, y + h * 0.04),
        *(x + w * 0.78, y + h * 0.04),
        *(x + w * 0.80, y + h * 0.20, x + w * 0.88, y + h * 0.40, x + w * 1.04, y + h * 0.40),
        *(x + w, y + h * 0.47),
        *(x, y + h * 0.47),
    )
    return (
        Shape(rectangle(x + w * 0.10, y + h * 0.40, w * 0.80, h * 0.60), fill=style.wall, stroke=style.line),
        Shape(Path("mclcllz", roof), fill=style.roof),
        Shape(rectangle(x + w * 0.18, y, w * 0.64, h * 0.07), fill=style.roof),
        Shape(rectangle(x + w * 0.39, y + h * 0.54, w * 0.22, h * 0.09), fill=style.plaque),
        Shape(circle(x + w * 0.5, y + h * 0.68 + w * 0.16, w * 0.16), fill=style.gate, stroke=style.line),
    )
