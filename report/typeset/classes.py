"""Characters into classes: what a mark is for the line, by the table of GB/T 15834-2011 and CLREQ.

CLREQ = W3C Requirements for Chinese Text Layout; GB = GB/T 15834-2011 by clause. Rule numbers are those of
docs/typography.md.
"""

from __future__ import annotations

from functools import lru_cache

(
    HAN,
    OPEN,
    CLOSE,
    PAUSE,
    STOP,
    PAIR,
    DOT,
    DASH,
    JOIN,
    SLASH,
    WIDE,
    SPACE,
    BOUND,
    GROUP,
    LATIN,
    LATIN_CLOSE,
    LATIN_OPEN,
    PREFIX,
    SUFFIX,
    WIDE_SUFFIX,
    SIGN,
    URL,
    HYPHENED,
    SOFT,
    NOTE,
    CUT,
    GLUE,
    BROKEN,
    END,
) = range(29)
"""Ideographs; opening and closing brackets and quotes; ，、；：; 。？！; two of ？！ in one em; ·; —— and ……;
～ – —; /; the ideographic space; a word space, one that does not break, one inside a telephone number; letters and
digits; .,:;!?)] and ([ of Latin; currency and № before a number; % after one; ℃ ‰, which are an em wide; ＋－±×÷;
pieces of a URL; the end of a piece after which a hyphen is already there, or has to be set; note marks; a permitted
and a forbidden break without width; the end of a piece that had to be broken anywhere; the end of the text."""

SIZE = 32
"""Room for classes in a pair code: before × SIZE + after."""

_MEMBERS = {
    OPEN: "“‘（《〈「『【〔〖［｛｟﹁﹃",
    CLOSE: "”’）》〉」』】〕〗］｝｠﹂﹄",
    PAUSE: "，、；：",
    STOP: "。！？．",
    DOT: "·・‧•",
    DASH: "…⸺⋯",
    JOIN: "～–—〜",
    SLASH: "/／",
    SPACE: " \t\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f",
    BOUND: "\u00a0\u202f\u2007",
    LATIN_CLOSE: ".,:;!?)]}",
    LATIN_OPEN: "([{",
    PREFIX: "￥$£€¥№#＄",
    SUFFIX: "%°′″",
    WIDE_SUFFIX: "‰℃℉‱％",
    WIDE: "\u3000",
    SIGN: "＋－±×÷＝＜＞≈≥≤",
    NOTE: "⁰¹²³⁴⁵⁶⁷⁸⁹",
    CUT: "\u200b",
    GLUE: "\u2060\ufeff",
}
CLASS = {char: cls for cls, chars in _MEMBERS.items() for char in chars}

WESTERN = frozenset(
    {LATIN, LATIN_CLOSE, LATIN_OPEN, PREFIX, SUFFIX, WIDE_SUFFIX, SIGN, URL, HYPHENED, SOFT, NOTE, BROKEN}
)
"""What stands together in Latin text and numbers."""
WORDS = frozenset({LATIN, URL, HYPHENED, SOFT, SUFFIX})
"""Ends of words and numbers whose letters may open a little at last."""
SPACES = frozenset({SPACE, GROUP, WIDE})
"""What vanishes at the end of a line."""
MARKS = frozenset({CLOSE, PAUSE, STOP, PAIR})
"""Full-width marks that close."""
SILENT = MARKS | SPACES | {OPEN, LATIN_CLOSE, LATIN_OPEN, BOUND, DASH, DOT, CUT, GLUE}
"""What is no character in the sense of a lone last one (rule 11)."""


@lru_cache(maxsize=65536)
def class_of(char: str) -> int:
    """The class of a character; what is not listed is Han when it is wide, else Latin."""
    found = CLASS.get(char)
    if found is not None:
        return found
    return LATIN if ord(char) < 0x2E80 and not 0x2190 <= ord(char) < 0x2C60 and char not in "※§" else HAN
