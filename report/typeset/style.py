"""What the composer is given and what it gives back: styles, spans, lines, paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from report.colour import Colour
from report.drawing import Run, moved
from report.problem import Place, Problem


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How text is set. Size and leading in points; indent, tracking and the Han–Latin gap in em of the size.

    `punctuation` is one of the four named styles (typography rule 24), `level` the strictness of line ends
    (rules 1 to 3), `tabular` makes digits of one width.
    """

    family: str
    weight: int
    size: float
    leading: float
    colour: Colour
    align: Literal["left", "right", "centre", "justify"] = "justify"
    indent: float = 0.0
    tracking: float = 0.0
    han_latin: float = 0.25
    punctuation: Literal["full", "kaiming", "half", "line-end-half"] = "line-end-half"
    level: Literal["basic", "gb", "strict"] = "gb"
    slant: Literal["normal", "italic"] = "normal"
    tabular: bool = False
    language: str = "zh-Hans"


class Span(NamedTuple):
    """Text of one style; "\\n" in it ends a line.

    A span never crosses a line of the source, so the place of its character i is `place` plus i columns. `before` is
    extra space in front of it, `rise` how far its baseline stands above the line's, both in points.
    """

    text: str
    style: TextStyle | None = None
    place: Place | None = None
    before: float = 0.0
    rise: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """One set line: runs from the left edge of the measure, `y` below the first baseline, in points.

    `stretch` is what was added to the gaps, in em a gap (negative: squeezed).
    """

    runs: tuple[Run, ...]
    width: float
    text: str
    y: float = 0.0
    stretch: float = 0.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Set lines (or columns, when vertical)."""

    lines: tuple[Line, ...]
    measure: float
    leading: float
    problems: tuple[Problem, ...] = ()

    @property
    def height(self) -> float:
        """From the first baseline to the last."""
        return max(0, len(self.lines) - 1) * self.leading

    def items(self, x: float, y: float) -> tuple[Run, ...]:
        """All runs with the left edge of the measure at x and the first baseline at y."""
        return tuple(moved_run(run, x, y) for line in self.lines for run in line.runs)


def moved_run(run: Run, dx: float, dy: float) -> Run:
    """The run, shifted."""
    shifted = moved(run, dx, dy)
    assert isinstance(shifted, Run)
    return shifted
