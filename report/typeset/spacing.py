"""Classes of characters, and the one table of what stands between two of them.

Sources: CLREQ = Requirements for Chinese Text Layout (W3C); GB = GB/T 15834-2011 by clause. Rule numbers are those of
docs/typography.md.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

HAN, OPEN, CLOSE, PAUSE, STOP, DOT, DASH, LATIN, SPACE, LATIN_CLOSE, LATIN_OPEN, PREFIX, SUFFIX, WIDE, JOIN = range(15)
"""Classes: ideographs; opening and closing brackets and quotes; ，、；：; 。！？; ·; — and …; letters and digits; the word
space; .,:;!?)] and ([ of Latin; currency and № before a number; % ‰ ℃ after one; the ideographic space; ～ – /."""

_MEMBERS = {
    OPEN: "“‘（《〈「『【〔〖［｛｟",
    CLOSE: "”’）》〉」』】〕〗］｝｠",
    PAUSE: "，、；：",
    STOP: "。！？．",
    DOT: "·・‧•",
    DASH: "—…⸺⋯",
    SPACE: " \u00a0\t",
    LATIN_CLOSE: ".,:;!?)]}",
    LATIN_OPEN: "([{",
    PREFIX: "￥$£€¥№#",
    SUFFIX: "%‰℃°‱％",
    WIDE: "\u3000",
    JOIN: "～–/／~",
}
_CLASS = {char: cls for cls, chars in _MEMBERS.items() for char in chars}

NOT_AT_START = frozenset({CLOSE, PAUSE, STOP, DOT, LATIN_CLOSE, SUFFIX, JOIN})
"""Rule 1 (GB 5.1.1–5.1.3, 5.1.6, 5.1.7, 5.1.9; CLREQ basic)."""
NOT_AT_END = frozenset({OPEN, LATIN_OPEN, PREFIX})
"""Rule 3 (CLREQ GB level)."""
WESTERN = frozenset({LATIN, LATIN_CLOSE, LATIN_OPEN, PREFIX, SUFFIX})
"""What stands together in Latin text and numbers; the gap to Han is between these and HAN."""
HALF_RIGHT = frozenset({CLOSE, PAUSE, STOP})
"""Marks whose right half is empty."""

SHRINK_ORDER = ("space", "dot", "bracket", "pause", "han-latin", "stop")
"""Rule 28: what gives way first when a line is squeezed (CLREQ); the mark at the line's end is always half."""
STRETCH_ORDER = ("space", "han-latin", "all")
"""Rule 29: what opens first when a line is spread."""


class Gap(NamedTuple):
    """Between two characters, in em: natural width (negative = the empty half of a mark is taken away), whether a line
    may break here, what it may lose and to which kind that belongs, and what it may gain before all gaps open."""

    width: float
    breaks: bool
    shrink: float
    kind: str
    stretch: float
    opens: bool


@lru_cache(maxsize=200_000)
def class_of(char: str) -> int:
    """The class of a character; what is not listed is Han when wide, else Latin."""
    found = _CLASS.get(char)
    if found is not None:
        return found
    return LATIN if ord(char) < 0x2E80 and not 0x2460 <= ord(char) < 0x2800 and char not in "※〇×÷±" else HAN


def may_break(before: int, after: int, strict: bool) -> bool:
    """Whether a line may end between two classes (rules 1 to 8)."""
    if after in NOT_AT_START or before in NOT_AT_END:
        return False
    if after == SPACE:
        return False
    if before == SPACE:
        return True
    if before == DOT and after in WESTERN:
        return False
    if before == DASH and after == DASH:
        return False
    if after == DASH and strict:
        return False
    return not (before in WESTERN and after in WESTERN)


@lru_cache(maxsize=4096)
def gap(before: int, after: int, han_latin: float, punctuation: str, strict: bool) -> Gap:
    """What stands between two classes in a punctuation style."""
    breaks = may_break(before, after, strict)
    width, shrink, kind, stretch = 0.0, 0.0, "", 0.0
    opens = not (before in WESTERN and after in WESTERN) and before != DASH and after != DASH
    if before == SPACE or after == SPACE:
        # the space itself is the box before the gap: it may fall to 1/8 em less and rise to half an em
        return Gap(0.0, breaks, 0.125 if before == SPACE else 0.0, "space", 0.25 if before == SPACE else 0.0, False)
    if _adjacent(before, after):
        width = -0.5  # rule 13: two marks in a row take one and a half em
    elif before in HALF_RIGHT:
        halved = _always_half(before, punctuation)
        width, shrink = (-0.5, 0.0) if halved else (0.0, 0.5)
        kind = {CLOSE: "bracket", PAUSE: "pause", STOP: "stop"}[before]
    elif after == OPEN:
        width, shrink = (-0.5, 0.0) if punctuation == "half" else (0.0, 0.5)
        kind = "bracket"
    elif _mixed(before, after):
        width, shrink, kind = han_latin, han_latin / 2, "han-latin"
        stretch = max(0.0, 0.5 - han_latin) if han_latin else 0.0
    if DOT in (before, after):
        opens = False
    if before in (JOIN, PREFIX) or after in (JOIN, SUFFIX):
        opens = False  # rule 29: not about connectors and the solidus, nor within a number and its sign
    return Gap(width, breaks, shrink, kind, stretch, opens)


def _adjacent(before: int, after: int) -> bool:
    """Rule 13: a bracket beside any mark, or two marks that both have an empty half between them."""
    if before in HALF_RIGHT and after in HALF_RIGHT:
        return True
    if before in HALF_RIGHT and after == OPEN:
        return True
    return before == OPEN and after == OPEN


def _always_half(before: int, punctuation: str) -> bool:
    """半角: all marks half; 开明: all but 。？！ (rule 24)."""
    return punctuation == "half" or (punctuation == "kaiming" and before != STOP)


def _mixed(before: int, after: int) -> bool:
    """Han beside Latin (rule 25); none between Latin and a Chinese mark (rule 26)."""
    if before == HAN:
        return after in WESTERN - {LATIN_CLOSE}
    return after == HAN and before in WESTERN - {LATIN_OPEN}
