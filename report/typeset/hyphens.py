"""Words into syllables: where Latin words may be divided, by the patterns of pyphen (rule 8)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from report.patterns import late
from report.typeset.classes import SOFT, URL
from report.typeset.shaping import Cell, cut
from report.typeset.strip import Content

_WORD = late("[A-Za-z\u00c0-\u024f]{5,}")
LEFT, RIGHT = 2, 3
"""Fewest letters before and after a hyphen."""


def parts(content: Content, language: str) -> dict[int, list[Cell]]:
    """The cells of words that can be divided, each in its syllables."""
    found = {}
    for k, cell in enumerate(content.cells):
        if len(cell.text) >= LEFT + RIGHT and len(cell.glyphs) > 1 and URL not in (cell.first, cell.last):
            points = _points(cell.text, language)
            divided = cut(cell, list(points), SOFT) if points else []
            if len(divided) > 1:
                found[k] = divided
    return found


@lru_cache(maxsize=16384)
def _points(text: str, language: str) -> tuple[int, ...]:
    """Offsets in a piece of text at which a hyphen may stand; capitals alone are no word."""
    return tuple(
        word.start() + at
        for word in _WORD.finditer(text)
        if not word[0].isupper()
        for at in _patterns(language).positions(word[0])
        if LEFT <= at <= len(word[0]) - RIGHT
    )


@lru_cache(maxsize=8)
def _patterns(language: str) -> Any:
    """The patterns of a language; words in Chinese text are taken as English."""
    import pyphen

    known = pyphen.language_fallback(language.replace("-", "_")) if not language.startswith("zh") else None
    return pyphen.Pyphen(lang=known or "en_US", left=LEFT, right=RIGHT)
