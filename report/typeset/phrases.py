"""Phrases of a title: what a break costs by how surely the model of budoux sees two phrases there."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from typing import Any

from report.typeset.classes import MARKS, class_of
from report.typeset.strip import Strip

INSIDE, WEAK, BETWEEN = 60.0, 30.0, 4.0
"""Cost of a break inside a word, between words of one phrase, and between phrases; after a mark it costs nothing."""
SURE = 3000.0
"""Score of the model from which a place is surely between phrases."""
PARTICLE = 25.0
"""Cost of a line that begins with a particle or ends in a preposition: both belong to the word on the other side."""
NOT_FIRST = frozenset("的了着过们吗呢吧啊等之地得者性化")
NOT_LAST = frozenset("与和及或从在对把被向由以为到将让")
_WINDOWS = (
    ("UW1", -3, -2), ("UW2", -2, -1), ("UW3", -1, 0), ("UW4", 0, 1), ("UW5", 1, 2), ("UW6", 2, 3), ("BW1", -2, 0),
    ("BW2", -1, 1), ("BW3", 0, 2), ("TW1", -3, 0), ("TW2", -2, 1), ("TW3", -1, 2), ("TW4", 0, 3),
)  # fmt: skip
"""The features of the model: which characters about a place each of them looks at."""


def costs_at(strip: Strip, language: str) -> dict[int, float]:
    """The cost of each place of a segment by the phrases about it."""
    text = "".join(cell.text for cell in strip.content.cells)
    offsets = list(accumulate((len(cell.text) for cell in strip.content.cells), initial=0))
    return {place: _cost(text, offsets[place], language) for place in strip.places if 0 < offsets[place] < len(text)}


@lru_cache(maxsize=8192)
def _cost(text: str, at: int, language: str) -> float:
    before, after = text[at - 1], text[at]
    if class_of(before) in MARKS or before.isspace():
        return 0.0
    cost = PARTICLE * ((after in NOT_FIRST) + (before in NOT_LAST))
    score = _score(text, at, language)
    if score <= 0:
        return cost + INSIDE
    return cost + BETWEEN + WEAK * max(0.0, 1 - score / SURE)


def _score(text: str, at: int, language: str) -> float:
    """What the model gives a place: above nought it is a border."""
    model, base = _model(language)
    found: float = base + sum(
        model.get(feature, {}).get(text[at + a : at + b], 0)
        for feature, a, b in _WINDOWS
        if at + a >= 0 and at + b <= len(text)
    )
    return found


@lru_cache(maxsize=2)
def _model(language: str) -> tuple[Any, float]:
    """The features' weights for a script, and half their sum below nought, from which the score starts."""
    import budoux

    traditional = any(part in language for part in ("Hant", "TW", "HK", "MO"))
    load = (
        budoux.load_default_traditional_chinese_parser if traditional else budoux.load_default_simplified_chinese_parser
    )
    model = load().model
    return model, -0.5 * sum(sum(weights.values()) for weights in model.values())
