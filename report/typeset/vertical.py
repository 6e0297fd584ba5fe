"""Vertical setting: columns of characters at a fixed pitch, vertical glyph forms, punctuation turned by the font.

Sources: CLREQ, vertical writing; typography rule 45.
"""

from __future__ import annotations

from collections.abc import Sequence

import uharfbuzz as hb

from report.drawing import Run
from report.problem import Problem
from report.typeset.faces import Faces, OpenFace, missing_glyph_problem
from report.typeset.style import Line, Paragraph, Span, TextStyle

SPACES = frozenset(" \u3000")


def set_vertical(
    spans: Sequence[Span],
    style: TextStyle,
    faces: Faces,
    pitch: float,
    height: float | None = None,
    column: float = 0.0,
) -> Paragraph:
    """Columns from right to left, characters downwards at `pitch` points.

    The axis of the first column is x = 0, the top of its first em box y = 0; each next column stands `column` points to
    the left. A space takes one pitch; "\\n", or the end of `height`, starts a new column.
    """
    room = len("".join(s.text for s in spans)) + 1 if height is None else max(1, int(height / pitch))
    problems: list[Problem] = []
    columns: list[list[Run]] = [[]]
    texts: list[str] = [""]
    filled = 0
    for span in spans:
        own = span.style or style
        for i, char in enumerate(span.text):
            if char == "\n" or filled >= room:
                columns.append([])
                texts.append("")
                filled = 0
                if char == "\n":
                    continue
            texts[-1] += char
            if char not in SPACES:
                face = faces.find(char, own.family, own.weight, own.slant)
                if face is None:
                    place = span.place._replace(column=span.place.column + i) if span.place else None
                    problems.append(missing_glyph_problem(char, own.family, place))
                else:
                    _put(columns[-1], face, char, own, (1 - len(columns)) * column, filled * pitch, pitch)
            filled += 1
    lines = tuple(Line(tuple(runs), 0.0, text) for runs, text in zip(columns, texts, strict=True))
    return Paragraph(lines, height or 0.0, column, tuple(problems))


def _put(runs: list[Run], face: OpenFace, char: str, style: TextStyle, x: float, y: float, pitch: float) -> None:
    """The character as a run of its own, or as the next glyph of the run it continues."""
    glyphs, advances, offsets = _shaped(face, char, style.language)
    gap = round(pitch * 1000 / style.size - sum(advances))
    last = runs[-1] if runs else None
    if last is not None and last.face == face.face and abs(last.y + last.width - y) < 0.01:
        at = len(last.glyphs)
        texts = (*last.texts, char, *[""] * (len(glyphs) - 1))
        runs[-1] = Run(
            last.x,
            last.y,
            last.face,
            last.size,
            last.colour,
            last.glyphs + glyphs,
            last.advances + advances,
            texts,
            (*last.gaps, *[0.0] * (len(glyphs) - 1), gap),
            (*last.offsets, *((at + i, dx, dy) for i, (dx, dy) in enumerate(offsets))),
            vertical=True,
        )
        return
    texts = (char, *[""] * (len(glyphs) - 1))
    gaps = (*[0.0] * (len(glyphs) - 1), float(gap))
    shifts = tuple((i, dx, dy) for i, (dx, dy) in enumerate(offsets))
    runs.append(Run(x, y, face.face, style.size, style.colour, glyphs, advances, texts, gaps, shifts, vertical=True))


def _shaped(face: OpenFace, char: str, language: str) -> tuple[tuple[int, ...], tuple[float, ...], list[tuple[float, float]]]:
    """Glyphs of one character in its vertical form; HarfBuzz gives the shift from the column's axis."""
    buffer = hb.Buffer()
    buffer.add_str(char)
    buffer.direction, buffer.script, buffer.language = "ttb", "Hani", language
    hb.shape(face.font, buffer, {})
    scale = face.scale
    positions = buffer.glyph_positions
    return (
        tuple(info.codepoint for info in buffer.glyph_infos),
        tuple(-p.y_advance * scale for p in positions),
        [(p.x_offset * scale, p.y_offset * scale) for p in positions],
    )
