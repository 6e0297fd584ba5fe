"""The graphics state, and text set in it."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot, sqrt

from report.preflight.code import names, numbers, strings, without_strings
from report.preflight.inks import BLACK, Paint, Space
from report.preflight.marks import EVERYWHERE, UNMOVED, Box, Marks, Matrix, TextStyle, boxed, meet, product
from report.preflight.resources import Frame, Streams

TOP, BOTTOM = 0.8, 0.1
"""Where the ink of a line ends above and below the baseline, in ems: what Han and Latin fonts have in common."""
FILLED, STROKED = (0, 2, 4, 6), (1, 2, 5, 6)
"""Text render modes (ISO 32000-1, 9.3.6)."""


@dataclass(slots=True)
class State:
    """The graphics state (ISO 32000-1, 8.4) as far as rules ask for it."""

    ctm: Matrix = UNMOVED
    clip: Box = EVERYWHERE
    fill: Paint = BLACK
    stroke: Paint = BLACK
    width: float = 1.0
    overprints: bool = False
    strokes_overprint: bool = False
    opm: float = 0
    alpha: float = 1.0
    font: int = -1
    size: float = 0.0
    mode: int = 0
    leading: float = 0.0
    spacing: float = 0.0
    stretch: float = 1.0
    rise: float = 0.0


class Lettering:
    """The state of a walk over a page, and the operators of text; `number` counts pages from 1."""

    def __init__(self, streams: Streams, number: int) -> None:
        self.marks = Marks()
        self.state = State()
        self._streams, self._number = streams, number
        self._frame = Frame({}, streams)
        self._marked: list[bool] = []
        self._line = self._pen = UNMOVED

    def painted(self) -> None:
        """Count what stands outside marked content."""
        self.marks.unmarked += not any(self._marked)

    def used(self, space: Space, what: str, box: Box) -> None:
        """Note a colour space where it is used first."""
        if space not in self.marks.spaces:
            self.marks.spaces[space] = (what, box)

    def begin_text(self, _operands: bytes) -> None:
        self._line = self._pen = UNMOVED

    def text_matrix(self, operands: bytes) -> None:
        values = numbers(operands)
        if len(values) == 6:
            self._line = self._pen = tuple(values)  # type: ignore[assignment]

    def next_line(self, x: float, y: float) -> None:
        self._line = self._pen = product((1.0, 0.0, 0.0, 1.0, x, y), self._line)

    def move(self, operands: bytes) -> None:
        if len(values := numbers(operands)) == 2:
            self.next_line(*values)

    def move_leading(self, operands: bytes) -> None:
        if len(values := numbers(operands)) == 2:
            self.state.leading = -values[1]
            self.next_line(*values)

    def line_down(self, _operands: bytes) -> None:
        self.next_line(0.0, -self.state.leading)

    def set_font(self, operands: bytes) -> None:
        found, values = names(operands), numbers(operands.rstrip().rpartition(b" ")[2])
        if found and values:
            self.state.font, self.state.size = self._frame.font(found[0], self._number), values[0]

    def show_below(self, operands: bytes) -> None:
        self.line_down(b"")
        self.show(operands)

    def show(self, operands: bytes) -> None:
        """Tj, TJ and their like."""
        state = self.state
        text = b"".join(strings(operands))
        if not text or not 0 <= state.font < len(self._streams.fonts):
            return
        metrics = self._streams.fonts[state.font]
        metrics.shown.add(text)
        count = len(text) // 2 if metrics.two else len(text)
        kerns = sum(numbers(without_strings(operands))) if operands.lstrip().startswith(b"[") else 0.0
        length = (metrics.advance(text) - kerns) / 1000 * state.size + state.spacing * count
        matrix = product(self._pen, state.ctm)
        if metrics.vertical:
            box = boxed(matrix, -state.size / 2, -length, state.size / 2, 0.0)
            self._pen = product((1.0, 0.0, 0.0, 1.0, 0.0, -length), self._pen)
        else:
            length *= state.stretch
            box = boxed(matrix, 0.0, state.rise - BOTTOM * state.size, length, state.rise + TOP * state.size)
            self._pen = product((1.0, 0.0, 0.0, 1.0, length, 0.0), self._pen)
        self.painted()
        self._add_text(box, matrix)

    def _add_text(self, box: Box, matrix: Matrix) -> None:
        state = self.state
        size = round(abs(state.size) * hypot(matrix[2], matrix[3]), 2)
        width = round(state.width * scale(state.ctm), 3) if state.mode in STROKED else 0.0
        stroke = state.stroke if state.mode in STROKED else BLACK
        style = TextStyle(
            state.font, size, state.mode, state.fill, stroke, width, state.overprints, int(state.opm), state.alpha
        )
        self.marks.texts.setdefault(style, []).append(meet(box, state.clip))
        if state.mode in FILLED:
            self.used(state.fill.space, "text", box)
        if state.mode in STROKED:
            self.used(state.stroke.space, "text", box)


def scale(matrix: Matrix) -> float:
    """How much longer lines become, on average."""
    a, b, c, d, _, _ = matrix
    return sqrt(abs(a * d - b * c))
