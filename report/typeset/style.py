"""What the composer is given and what it gives back: styles, spans, lines, paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from report.colour import Colour
from report.drawing import Item, Marked, Run, Shape, moved
from report.named import NamedTuple
from report.problem import Place, Problem
from report.record import record


@record
class TextStyle:
    """How text is set. Size and leading in points; indent, tracking and the Han–Latin gap in em of the size.

    `punctuation` is one of the four named styles (rule 24), `level` the strictness of line ends (rules 1 to 3),
    `tabular` makes digits of one width. `language` (BCP 47) chooses the rule table: zh-Hans, zh-Hant, zh-HK, en.
    `tight` sets adjacent marks in 1 em instead of 1.5 (rule 13), `squeeze_stops` lets 。？！ give way last (rule 28),
    `hanging` hangs ，。、 at the line's end (rule 23). `phrases` breaks a title between phrases, `balance` makes
    its lines alike. `grid` sets every character in a cell of one em (report.typeset.charactergrid), `fixed`
    letters in half an em and Han in one (report.typeset.halves). `drop_cap` is the height of an initial in lines, 0
    for none.
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
    hyphenate: bool = True
    tight: bool = False
    squeeze_stops: bool = True
    hanging: bool = False
    phrases: bool = False
    balance: bool = False
    grid: bool = False
    drop_cap: int = 0
    fixed: bool = False

    def __hash__(self) -> int:
        """Of what tells nearly all styles of a theme from one another; of all fields it took five times as long."""
        return hash((self.family, self.weight, self.size, self.leading, self.align))


class Icon(NamedTuple):
    """A small vector picture in the line: shapes in em, origin at the top left of the em box, y downwards."""

    shapes: tuple[Shape, ...]
    width: float
    alt: str = ""


class Span(NamedTuple):
    """Text of one style; "\\n" in it ends a line.

    A span never crosses a line of the source, so the place of its character i is `place` plus i columns. `before` is
    extra space in front of it, `rise` how far its baseline stands above the line's, both in points. `dots` puts an
    emphasis dot at each Han, `rule` the line of a proper name or of a book title under the span. `ruby` holds one
    reading for the whole span, or one for each of its characters. `link` is the target the span leads to. A `note`
    never starts a line. `script` sets the span small and raised or lowered. `icon` stands in place of the text.
    """

    text: str
    style: TextStyle | None = None
    place: Place | None = None
    before: float = 0.0
    rise: float = 0.0
    dots: bool = False
    rule: Literal["", "name", "book"] = ""
    ruby: tuple[str, ...] = ()
    link: str = ""
    note: bool = False
    script: Literal["", "super", "sub"] = ""
    icon: Icon | None = None


@record
class Line:
    """One set line: runs from the left edge of the measure, `y` below the first baseline, in points.

    `stretch` is what was added to the gaps, in em a gap (negative: squeezed). `extras` are dots, rules, ruby, links
    and icons; `bases` are the runs, by number, first and after last, that each reading among them belongs to. A line
    whose word goes on in the next one ends in a `hyphen`, a run of its own that `text` leaves out.
    """

    runs: tuple[Run, ...]
    width: float
    text: str
    y: float = 0.0
    stretch: float = 0.0
    extras: tuple[Item, ...] = ()
    hyphen: bool = False
    bases: tuple[tuple[int, int], ...] = ()

    def items(self, x: float = 0.0, y: float = 0.0) -> tuple[Item, ...]:
        """Runs and extras with the line's origin at (x, y); y does not include the line's own y."""
        runs: tuple[Item, ...] = self.runs
        if self.hyphen:
            runs = (*self.runs[:-1], Marked("Span", (self.runs[-1],), actual="\u00ad"))
        found = (*_read(runs, self.bases, self.extras),) if self.bases else (*runs, *self.extras)
        return tuple(moved(item, x, y) for item in found) if x or y else found


def _read(runs: Sequence[Item], bases: Sequence[tuple[int, int]], extras: Sequence[Item]) -> Iterator[Item]:
    """Runs, each base together with its reading, then what else stands beside them."""
    readings = [item for item in extras if isinstance(item, Marked) and item.role == "RT"]
    done = 0
    for (start, end), reading in zip(bases, readings, strict=True):
        yield from runs[done:start]
        yield Marked("Ruby", (Marked("RB", tuple(runs[start:end])), reading))
        done = end
    yield from runs[done:]
    yield from (item for item in extras if item not in readings)


@record
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

    def items(self, x: float, y: float) -> tuple[Item, ...]:
        """All there is to paint, with the left edge of the measure at x and the first baseline at y."""
        return tuple(item for line in self.lines for item in line.items(x, y))
