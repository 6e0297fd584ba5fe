"""A line of text as shapes: to be seen, and no text of the document."""

from __future__ import annotations

from collections.abc import Iterator

from report.drawing import Path, Run
from report.typeset.faces import Faces
from report.typeset.paragraph import set_line
from report.typeset.style import Span, TextStyle


class _Pen:
    """Collects the outline of a glyph, with the pen protocol of fontTools, onto a page whose y grows downwards."""

    def __init__(self, x: float, y: float, scale: float) -> None:
        self._x, self._y, self._scale = x, y, scale
        self._at = (0.0, 0.0)
        self.verbs: list[str] = []
        self.points: list[float] = []

    def moveTo(self, to: tuple[float, float]) -> None:  # noqa: N802 - the protocol's own names
        self._say("m", to)

    def lineTo(self, to: tuple[float, float]) -> None:  # noqa: N802
        self._say("l", to)

    def curveTo(self, a: tuple[float, float], b: tuple[float, float], to: tuple[float, float]) -> None:  # noqa: N802
        self._say("c", a, b, to)

    def qCurveTo(self, a: tuple[float, float], to: tuple[float, float]) -> None:  # noqa: N802
        (x0, y0), (x, y), (x1, y1) = self._at, a, to
        self.curveTo((x0 + (x - x0) / 1.5, y0 + (y - y0) / 1.5), (x1 + (x - x1) / 1.5, y1 + (y - y1) / 1.5), to)

    def closePath(self) -> None:  # noqa: N802
        self.verbs.append("z")

    def _say(self, verb: str, *points: tuple[float, float]) -> None:
        self._at = points[-1]
        self.verbs.append(verb)
        for x, y in points:
            self.points += (self._x + x * self._scale, self._y - y * self._scale)


def outlined(text: str, style: TextStyle, faces: Faces) -> tuple[Path, float]:
    """The outlines of a line from the origin of its baseline, and its width, in points."""
    line = set_line([Span(text)], style, faces)
    verbs: list[str] = []
    points: list[float] = []
    for run in line.runs:
        for pen in _pens(run, faces, style):
            verbs += pen.verbs
            points += pen.points
    return Path("".join(verbs), tuple(points)), line.width


def _pens(run: Run, faces: Faces, style: TextStyle) -> Iterator[_Pen]:
    """The glyphs of a run, each where it stands; its face is the style's or one that stands in for it."""
    chain = faces.chain(style.family, style.weight, style.slant)
    opened = next(face for face in chain if face.face == run.face)
    along = run.x
    for i, glyph in enumerate(run.glyphs):
        pen = _Pen(along, run.y, run.size / opened.upem)
        opened.font.draw_glyph_with_pen(glyph, pen)
        yield pen
        along += (run.advances[i] + (run.gaps[i] if run.gaps else 0.0)) * run.size / 1000
