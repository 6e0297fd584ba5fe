"""Text in columns of half an em: letters and figures take one, Han and their marks two, as on a terminal for Chinese.

Faces for Chinese have Latin letters of half an em behind the feature `hwid` (OpenType 1.9, registered features). What a
face has in neither width stands in the middle of its columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil
from unicodedata import east_asian_width

from report.named import NamedTuple
from report.typeset.faces import OpenFace

HALF = 500.0
"""A column in thousandths of an em."""
NEAR = 20.0
"""By how much a glyph may be wider than its columns."""
DRAWN = ("\u2190", "\u21ff"), ("\u2500", "\u25ff")
"""Arrows, lines of boxes and shapes: signs of one column wherever drawings are made of characters."""
LINES = "\u2500", "\u259f"
"""Signs that join those beside them: their own glyphs reach over their column, and do no harm there."""
LAST_LETTER = "\u024f"
"""Up to here letters are Latin ones, with or without accents."""
_WIDE = frozenset("WFA")
SLIM = 650.0
"""A glyph of a sign up to so wide can stand in one column with air beside it."""


class Set(NamedTuple):
    """Glyphs on their columns: what is added after each, how each is shifted, the width of all."""

    gaps: tuple[float, ...]
    offsets: tuple[tuple[int, float, float], ...]
    width: float


def drawn(char: str) -> bool:
    """Whether a character is a sign of a drawing."""
    return any(first <= char <= last for first, last in DRAWN)


def joins(char: str) -> bool:
    """Whether it is a line of one."""
    return LINES[0] <= char <= LINES[1]


def features(text: str) -> list[tuple[int, int, int]]:
    """The stretches of a text for which half-width letters are wanted; `hwid` would halve full-width ones, too."""
    edges = [i for i, (a, b) in enumerate(pairwise(text), 1) if a.isascii() != b.isascii()]
    return [(a, b, 1) for a, b in pairwise((0, *edges, len(text))) if text[a].isascii()]


def face_of(char: str, chain: Iterable[OpenFace]) -> OpenFace | None:
    """The first face that has the character in half an em; None where that does not matter or none has."""
    if char.isascii():
        return next((face for face in chain if face.has(char) and face.halves), None)
    if drawn(char) and not joins(char):
        return next((face for face in chain if face.has(char) and face.advance(char) <= SLIM), None)
    return None


def set_(advances: Sequence[float], texts: Sequence[str], offsets: Sequence[tuple[int, float, float]]) -> Set:
    """Each glyph in the middle of its columns; one that belongs to the glyph before it stays with that."""
    wide = [_columns(text, advance) if text else advance for text, advance in zip(texts, advances, strict=True)]
    gaps = tuple(columns - advance for columns, advance in zip(wide, advances, strict=True))
    return Set(gaps, tuple(_shifts(gaps, offsets)), sum(wide))


def _columns(text: str, advance: float) -> float:
    """What a glyph takes by what it stands for (UAX 11), so that it is the same in every face."""
    if drawn(text[0]) or (text[0] <= LAST_LETTER and text[0].isalpha()) or text[0] == "·":
        return HALF
    if not _WIDE.isdisjoint(map(east_asian_width, text)):
        return 2 * HALF * len(text)
    return HALF * max(1, ceil((advance - NEAR) / HALF))


def _shifts(gaps: Sequence[float], offsets: Sequence[tuple[int, float, float]]) -> Iterator[tuple[int, float, float]]:
    own = {i: (dx, dy) for i, dx, dy in offsets}
    for i, gap in enumerate(gaps):
        dx, dy = own.get(i, (0.0, 0.0))
        if dx + gap / 2 or dy:
            yield i, dx + gap / 2, dy
