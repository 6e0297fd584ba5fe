"""Vertical setting: columns of characters from right to left, as real text, by the same breaks and spaces as lines.

Sources: CLREQ, vertical writing; typography rules 22, 42, 43, 45. The pen goes down a column's axis; what is
measured as width of a line is height here.
"""

from __future__ import annotations

from collections.abc import Sequence

from report.drawing import Group, Item, Link, Marked, Run, moved
from report.problem import Problem
from report.record import replace
from report.typeset import marks
from report.typeset.breaking import Choice, Manner, choose
from report.typeset.faces import Faces
from report.typeset.paragraph import missing, segments
from report.typeset.setting import TOGETHER, UNIT, Setter, trimmed
from report.typeset.strip import Content, Strip, content, measured
from report.typeset.style import Line, Paragraph, Span, TextStyle
from report.typeset.upright import TURNED, UPRIGHT

CENTRE = 0.38
"""How far the middle of the em box stands over the baseline, in em."""


def columns(  # noqa: PLR0917
    spans: Sequence[Span],
    style: TextStyle,
    faces: Faces,
    pitch: float,
    height: float | None,
    column: float,
) -> Paragraph:
    """The columns of `set_vertical`, made anew."""
    grid = height is None
    own = _pitched(style, pitch)
    spans = [span._replace(style=span.style and _pitched(span.style, pitch)) for span in spans]
    lines: list[Line] = []
    for given in segments(spans):
        strip = _strip(given, own, faces, grid=grid)
        manner = Manner((float("inf") if height is None else height * 1000 / style.size,), style.align == "justify")
        choice = choose(strip, manner) if strip.rows else Choice((0,), 0.0)
        setter = VerticalSetter(strip, given, own, faces)
        start = 0
        for end in choice.ends:
            lines.append(_column(setter, (start, end), height, -len(lines) * column))
            start = end
    problems: tuple[Problem, ...] = tuple(missing(spans, own, faces, vertical=True))
    return Paragraph(tuple(lines), height or 0.0, column, problems)


def _pitched(style: TextStyle, pitch: float) -> TextStyle:
    return replace(style, tracking=pitch / style.size - 1)


def _strip(spans: tuple[Span, ...], style: TextStyle, faces: Faces, *, grid: bool) -> Strip:
    """The measured column; on a grid all gaps are the pitch's."""
    given = _spaced(content(spans, style, faces, vertical=True), style)
    if not grid:
        return measured(given, style, faces)
    return measured(given, replace(style, punctuation="full", han_latin=0.0), faces, solid=True)


def _spaced(given: Content, style: TextStyle) -> Content:
    """The content with tracking as extra gaps; turned words keep their own spaces."""
    if given.extra is not None:
        return given
    count = len(given.cells)
    more = [0.0 if c.mode == TURNED else style.tracking * 1000 for c in given.cells]
    return replace(given, spans=[0] * count, scales=[1.0] * count, extra=more)


def _column(setter: VerticalSetter, reach: tuple[int, int], height: float | None, axis: float) -> Line:
    """One column: its cells spread or squeezed to the height, from y = 0 downwards."""
    strip, style = setter.strip, setter.style
    start, end = reach
    if start == end:
        return Line((), 0.0, "")
    last = end == len(strip.rows)
    spread = 0.0
    if height is not None:
        need = height * 1000 / style.size - strip.width(start, end)
        spread = need if style.align == "justify" and not last else min(0.0, need)
    stop = trimmed(setter.cells, start, end)
    gaps = setter.gaps(start, stop, spread)
    head = strip.starts[start] - strip.at[start] if height is not None else 0.0
    top = -head * style.size / 1000
    runs = setter.runs(start, stop, gaps, top, axis)
    extras = tuple(_beside(item, axis, style.size) for item in marks.extras(setter, (start, stop), gaps, top, 0.0))
    each = spread / 1000 / max(1, stop - start - 1)
    return Line(tuple(runs), 0.0, setter.text(start, end), 0.0, each, extras, bases=marks.bases(setter, (start, stop)))


class VerticalSetter(Setter):
    """Sets columns: x of a line is the way down, y the axis of the column."""

    def runs(self, i: int, j: int, gaps: list[int], x: float, y: float) -> list[Run]:
        found = []
        scales = self.strip.content.scales
        top = x
        for a, b in self._stretches(i, j):
            cell = self.cells[a]
            own = gaps[a - i : b - i]
            run = self._run(cell.face, (a, b), own, 0.0, 0.0)
            if run.glyphs:
                found.append(_turned(run, cell.mode, y, top))
            scale = scales[a] if scales else 1.0
            top += (sum(c.width for c in self.cells[a:b]) * scale + sum(own) / UNIT) * self.style.size / 1000
        return found


def _turned(run: Run, mode: int, axis: float, top: float) -> Run:
    """A run of a line on its place in a column: upright, turned about its pen, or across (rule 45)."""
    if mode == UPRIGHT:
        return replace(run, x=axis, y=top, vertical=True)
    if mode == TURNED:
        return replace(run, x=axis - CENTRE * run.size - run.y, y=top, turn=90.0)
    assert mode == TOGETHER
    return replace(run, x=axis - run.width / 2, y=top + (CENTRE + 0.5) * run.size)


def _beside(item: Item, axis: float, size: float) -> Item:
    """What stands under a line stands right of a column, but for the rules of names, which stand left (rules 42, 43);
    what stands over it stands right, turned."""
    match item:
        case Marked("Artifact", shapes):
            left = any(getattr(shape, "stroke", None) is not None for shape in shapes)
            side = -1.0 if left else 1.0
            return replace(item, items=(Group(shapes, None, (0.0, 1.0, side, 0.0, axis + side * CENTRE * size, 0.0)),))
        case Marked("RT", runs):
            return replace(item, items=tuple(_reading(run, axis, size) for run in runs if isinstance(run, Run)))
        case Link(x, _, width, height, target, text):
            return Link(axis - height / 2, x, height, width, target, text)
        case Marked():
            return moved(item, axis - size / 2, 0.0)
    return item


def _reading(run: Run, axis: float, size: float) -> Run:
    return replace(run, x=axis + (0.5 + 0.12) * size, y=run.x, turn=90.0)
