"""Texts as the tests see them: a style of the body, paragraphs as lines of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from report.colour import BLACK
from report.typeset import Paragraph, Span, TextStyle, set_paragraph
from report.typeset.faces import Faces

BODY = TextStyle("song", 400, 10.0, 17.5, BLACK)
"""Ten points, so that an em is ten points and a gap of a tenth of an em is one."""


def body(**changes: Any) -> TextStyle:
    return replace(BODY, **changes)


def set_text(text: str | Sequence[Span], em: float, faces: Faces, **changes: Any) -> Paragraph:
    spans = [Span(text)] if isinstance(text, str) else text
    return set_paragraph(spans, em * BODY.size, body(**changes), faces)


def lines(text: str | Sequence[Span], em: float, faces: Faces, **changes: Any) -> list[str]:
    """The lines of a text set at `em`; a hyphen that was set shows as one."""
    return [line.text + "-" * line.hyphen for line in set_text(text, em, faces, **changes).lines]


def positions(paragraph: Paragraph, number: int) -> list[tuple[str, float]]:
    """Each glyph's text and pen in em of a line."""
    found = []
    for run in paragraph.lines[number].runs:
        at = run.x
        gaps = run.gaps or (0.0,) * len(run.glyphs)
        for text, advance, gap in zip(run.texts, run.advances, gaps, strict=True):
            found.append((text, round(at / BODY.size, 3)))
            at += (advance + gap) * run.size / 1000
    return found
