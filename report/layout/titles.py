"""Vertical titles: as large as their ladder of sizes allows, in as many columns as they need."""

from __future__ import annotations

from report.content.model import Prose
from report.content.spec import Spec, StyleSpec
from report.drawing import Item
from report.layout.desk import TOLERANCE, Desk, place_of, plain, spans
from report.named import NamedTuple
from report.problem import problem
from report.record import replace
from report.typeset import Paragraph, TextStyle, set_vertical
from report.units import mm


class Upright(NamedTuple):
    """A vertical title from its upper left corner: columns from right to left, width and height in points."""

    columns: Paragraph
    axis: float
    width: float
    height: float

    def items(self, x: float, y: float) -> tuple[Item, ...]:
        return self.columns.items(x + self.axis, y)


def upright(desk: Desk, title: Prose, look: Spec, style: TextStyle, room: float) -> Upright:
    """A title in a room of some height: the largest size of the look's `ladder` at which it takes no more `columns`
    than the look has; what does not fit at the smallest is reported."""
    base = look.style("style")
    found: Upright | None = None
    for size in look.pts("ladder"):
        found = _at_size(desk, title, base, replace(style, size=size), (room, look.number("apart")))
        if found.height <= room + TOLERANCE and len(found.columns.lines) <= look.count("columns"):
            break
    else:
        assert found is not None
        over = max(found.height - room, base.pitch)
        desk.report(problem("column-overflow", place_of(title), text=plain(title), over=f"{mm(over):.1f}"))
    desk.tell(found.columns.problems)
    return found


def _at_size(desk: Desk, title: Prose, base: StyleSpec, style: TextStyle, room: tuple[float, float]) -> Upright:
    """Columns of about one length at a size, and a new one where the author ends a line; `room` is the height and the
    distance of columns in em."""
    height, apart = room
    pitch = base.pitch * style.size / base.size
    given = spans([inline for paragraph in title for inline in paragraph], style, desk.theme)
    parts = "".join(span.text for span in given).split("\n")
    longest = max(1, int((height - style.size) / pitch) + 1)
    each = max(_even(len(part), longest) for part in parts)
    used = pitch * (each - 1) + style.size
    set_ = set_vertical(given, replace(style, align="left"), desk.faces, pitch, used + TOLERANCE, apart * style.size)
    width = style.size + apart * style.size * (len(set_.lines) - 1)
    return Upright(set_, width - style.size / 2, width, used)


def _even(count: int, most: int) -> int:
    """Characters of each column where so many stand in columns of at most so many."""
    columns = max(1, -(-count // most))
    return -(-count // columns)
