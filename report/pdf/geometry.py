"""From the trimmed page (origin top left, y downwards) to PDF's own axes (origin bottom left of the sheet, y up)."""

from __future__ import annotations

from collections.abc import Iterator

from report.boxes import Box, Matrix
from report.drawing import COORDINATES, Path
from report.named import NamedTuple
from report.pdf.syntax import nums

SEGMENTS = {verb: "%.3f " * count + verb.replace("z", "h") for verb, count in COORDINATES.items()}
"""The operator of each verb but r, with its operands."""


class Axes(NamedTuple):
    """Where the top left corner of the trimmed page is on the sheet."""

    left: float
    top: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.left + x, self.top - y

    def box(self, box: Box) -> Box:
        """x, y, width, height as left, bottom, right, top."""
        x, y, width, height = box
        return self.left + x, self.top - y - height, self.left + x + width, self.top - y

    def matrix(self, matrix: Matrix) -> Matrix:
        """P M P⁻¹, where P turns y upwards and adds the bleed."""
        a, b, c, d, e, f = matrix
        left, top = self
        return a, -b, -c, d, left + e - a * left + c * top, top - f + b * left - d * top

    def path(self, path: Path) -> str:
        """The segments as operators; all numbers are formatted at once, since flowers have a hundred thousand."""
        if "r" in path.verbs:
            return "\n".join(self._segments(path))
        left, top = self
        values = list(path.points)
        values[0::2] = [left + x for x in path.points[0::2]]
        values[1::2] = [top - y for y in path.points[1::2]]
        return ("\n".join([SEGMENTS[verb] for verb in path.verbs]) % tuple(values)).replace(".000 ", " ")

    def _segments(self, path: Path) -> Iterator[str]:
        """One by one; a rectangle is said from its lower left corner."""
        at = 0
        for verb in path.verbs:
            values = path.points[at : at + COORDINATES[verb]]
            at += COORDINATES[verb]
            if verb == "r":
                x, y, width, height = values
                yield f"{nums((self.left + x, self.top - y - height, width, height))} re"
            else:
                yield self.path(Path(verb, values))
