"""Text is set once: what stands from earlier, in this run or another, is given again.

A report of which every paragraph stands needs no composer, which takes a twentieth of its build to import.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from report.modules import late
from report.typeset.faces import Faces
from report.typeset.style import Line, Paragraph, Span, TextStyle

MEMO = 20_000
"""Paragraphs that are kept set."""
_paragraph, _line = (late("report.typeset.paragraph", name) for name in ("paragraph", "line"))
"""What is made anew: the composer is imported for it."""


def set_paragraph(spans: Sequence[Span], measure: float, style: TextStyle, faces: Faces) -> Paragraph:
    """The paragraph in lines of `measure` points, the first one indented as the style says.

    A last line and a line before a forced end are not spread. Nothing runs past the measure: a word wider than it is
    broken anywhere and reported. The same content in the same style and measure is set once; where it was written only
    matters to what is wrong with it.
    """
    bare = (_bare(spans), measure, style)
    found = faces.paragraphs.get(bare)
    if found is None:
        placed = (bare, tuple([span.place for span in spans]))
        found = faces.wrong.get(placed) if faces.wrong else None
    if found is None:
        found = faces.standing.get(bare) if faces.standing else None
        found = found or _paragraph(tuple(spans), measure, style, faces)
        assert isinstance(found, Paragraph)
        if found.problems:
            _keep(faces.wrong, placed, found)
        else:
            _keep(faces.paragraphs, bare, found)
    assert isinstance(found, Paragraph)
    return found


def set_line(spans: Sequence[Span], style: TextStyle, faces: Faces) -> Line:
    """One line at its natural width, ends untrimmed, for labels and numerals; the runs start at x = 0."""
    key = (_bare(spans), style)
    found = faces.paragraphs.get(key)
    if found is None:
        found = faces.standing.get(key) if faces.standing else None
        found = found or _line(key[0], style, faces)
        assert isinstance(found, Line)
        _keep(faces.paragraphs, key, found)
    assert isinstance(found, Line)
    return found


def _bare(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans wherever they are written."""
    return tuple(span if span.place is None else span._replace(place=None) for span in spans)


def _keep(kept: dict[Hashable, object], key: Hashable, found: Paragraph | Line) -> None:
    """Keep what was set for the next time."""
    if len(kept) >= MEMO:
        kept.clear()
    kept[key] = found


def set_vertical(  # noqa: PLR0917 (a public signature)
    spans: Sequence[Span],
    style: TextStyle,
    faces: Faces,
    pitch: float,
    height: float | None = None,
    column: float = 0.0,
) -> Paragraph:
    """Columns from right to left, characters downwards at `pitch` points.

    The axis of the first column is x = 0, the top of its first em box y = 0; each next column stands `column` points to
    the left. "\\n", or the end of `height`, starts a new column. Without a height every mark and space takes one pitch;
    with one, marks are squeezed, columns break lawfully and, in a justified style, end on one line.
    """
    from report.typeset import vertical

    return vertical.columns(spans, style, faces, pitch, height, column)
