"""Set words as the outlines of their glyphs: for files that hold no font of ours, and for what is no text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from report.drawing import Path, Run
from report.typeset.faces import Faces
from report.typeset.once import set_line
from report.typeset.style import Span, TextStyle

Segment = tuple[str, tuple[float, ...]]
"""A segment (m, l, c, z) and its coordinates in points, y upwards."""


def line_path(text: str, style: TextStyle, faces: Faces) -> tuple[Path, float]:
    """A line of text as a shape, to be seen and no text of the document: its path from the origin of its baseline, y
    downwards, and its width, in points."""
    line = set_line([Span(text)], style, faces)
    segments = list(outlined(line.runs, faces))
    points = (value for _, given in segments for value in given)
    turned = tuple(-value if i % 2 else value for i, value in enumerate(points))
    return Path("".join(verb for verb, _ in segments), turned), line.width


def outlined(runs: Iterable[Run], faces: Faces) -> Iterator[Segment]:
    """The outlines of horizontal runs; y of a run counts downwards from the same origin."""
    opened = {face.face.key: face for face in faces.opened()}
    for run in runs:
        face = opened[run.face.key]
        em = run.size / 1000
        slid = {i: (dx * em, dy * em) for i, dx, dy in run.offsets}
        x = run.x
        for i, glyph in enumerate(run.glyphs):
            dx, dy = slid.get(i, (0.0, 0.0))
            pen = _Pen(x + dx, dy - run.y, run.size / face.upem)
            face.font.draw_glyph_with_pen(glyph, pen)
            yield from pen.segments
            x += (run.advances[i] + (run.gaps[i] if run.gaps else 0.0)) * em


class _Pen:
    """A pen of fontTools' protocol that notes cubic segments in points."""

    def __init__(self, x: float, y: float, unit: float) -> None:
        self._x, self._y, self._unit = x, y, unit
        self._at = (0.0, 0.0)
        self.segments: list[Segment] = []

    def _add(self, verb: str, *points: tuple[float, float]) -> None:
        flat = (value for x, y in points for value in (self._x + x * self._unit, self._y + y * self._unit))
        self.segments.append((verb, tuple(flat)))
        self._at = points[-1] if points else self._at

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - names are fontTools'
        self._add("m", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("l", point)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("c", *points)

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        first, last = (
            (a + 2 / 3 * (c - a), b + 2 / 3 * (d - b)) for (a, b), (c, d) in ((self._at, control), (end, control))
        )
        self._add("c", first, last, end)

    def closePath(self) -> None:  # noqa: N802
        self._add("z")

    def endPath(self) -> None:  # noqa: N802
        self._add("z")
