"""Drawings in SVG as shapes in the colours of the printing condition, each file read once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from report.colour import Cmyk, Colour
from report.drawing import Group, Shape, Stroke, Vector
from report.pdf.images import Converter
from report.pdf.inks import Inks

if TYPE_CHECKING:
    from report.svg import Part, Rgb
    from report.svg import Vector as Drawn


class Vectors:
    """All drawings of a file."""

    def __init__(self, converter: Converter, inks: Inks) -> None:
        self._converter, self._inks = converter, inks
        self._read: dict[str, Drawn] = {}

    def groups(self, item: Vector) -> Iterator[Group]:
        """The shapes of a drawing, each through the matrix that leads from its units to the page."""
        if item.source not in self._read:
            from report.svg import read_vector

            self._read[item.source] = read_vector(Path(item.source))
        found = self._read[item.source]
        across, down = item.width / found.width, item.height / found.height
        for part in found.parts:
            a, b, c, d, e, f = part.matrix
            matrix = (a * across, b * down, c * across, d * down, e * across + item.x, f * down + item.y)
            yield Group((self._shape(part),), matrix=matrix)

    def _shape(self, part: Part) -> Shape:
        pen = part.pen
        stroke = Stroke(self._ink(pen.colour), pen.width, pen.cap, pen.join, pen.dash) if pen else None
        fill = self._ink(part.fill) if part.fill is not None else None
        return Shape(part.path, fill, stroke, part.even_odd, part.opacity)

    def _ink(self, colour: Rgb) -> Colour:
        return self._inks.stated(*colour) if self._converter.screen else Cmyk(*self._converter.inks(*colour))
