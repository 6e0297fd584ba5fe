"""Text into tokens, and tokens into the pieces between which a line may break: words, numbers, URLs, ——, ？！.

A token is what shaping has to see at once; everything else is one character with its combining marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from report.named import NamedTuple
from report.patterns import late
from report.typeset.classes import (
    BOUND,
    CLASS,
    DASH,
    GROUP,
    HAN,
    HYPHENED,
    JOIN,
    LATIN,
    LATIN_CLOSE,
    LATIN_OPEN,
    NOTE,
    PAIR,
    SOFT,
    STOP,
    URL,
    class_of,
)

QUOTES = frozenset("“”‘’")
NARROW = "\ufe00"
"""Variation selector after a quote that stands among Latin (Unicode, StandardizedVariants)."""
WIDENED = "\ufe01"

_WEST = (
    "!-\\.0-~\u00a1-\u00b6\u00b8-\u024f\u0300-\u036f\u0370-\u052f\u1e00-\u1fff\u2010-\u2012\u2030-\u2037\u2070-\u209c"
    "\u20a0-\u20bf\u2100-\u214f\u2212\u2264\u2265＋－￥％＄\ufe00-\ufe0f"
)
_UNITS = (
    "[kKMGTmcdnμµ]?(?:Wh|W|Hz|Pa|eV|V|A|B|b|L|l|g|t|N|J|Ω|mol)|[kcmdnμµ]?m[²³23]?|dB|min|ha|h|ms|s|rpm|dpi|pt|px|fps|ppm"
    "|ft|in|mph|kn|lx|lm|cd|[%‰℃℉°]C?|km/h|m/s"
)
_URL = (
    r"(?:https?://|ftp://|www\.)[!-~]+|[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/[!-~]*"
)
_CHUNK = (
    rf"(?:(?<=[0-9A-Za-z])[’/×÷·](?=[0-9A-Za-z])|[{_WEST}])+"
    rf"(?:(?<=[0-9]) (?:{_UNITS})(?![A-Za-z0-9])|(?<=[0-9]) (?=[0-9]{{2,}}(?![0-9.,:/]|[.,:/][0-9]))[0-9]+)*"
)
_MARK = "\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f\U000e0100-\U000e01ef"
_HAN = "\u3400-\u9fff，。、；：（）《》「」"
_TOKEN = late(
    rf"[{_HAN}]+(?![{_MARK}])|{_URL}|{_CHUNK}|——|……|⋯⋯|[？！]{{2,3}}|.[{_MARK}]*",
    re.DOTALL,
)
_POINTS = frozenset("，。、；：（）《》「」")
_MARKED = late(f"[{_MARK}]")
_IS_URL = late(_URL)
_TRAILING = late(r"[.,;:!?)\]}'\"]+$")
_BREAK_AFTER = "/.?&=-_#@"
_BREAK_BEFORE = "&=_#@-"
_CODE = late(
    r"(?<=[A-Za-z0-9)\]}>][/._=:,;|&-])(?<![0-9][.,:])(?=[A-Za-z0-9(\[{<$])|(?<=[A-Za-z0-9])(?=[(\[{<])|(?<=[a-z])(?=[A-Z])"
)
_SPLIT = late(r"(?<=[A-Za-z]{2}-)(?=[A-Za-z]{2})|(?<=[A-Za-z]{2}/)(?=[A-Za-z]{2})|(?= )|(?<= )|(?<=\u00ad)")


class Piece(NamedTuple):
    """Text that holds together, with the classes of its first and last character."""

    text: str
    first: int
    last: int


def runs(text: str) -> list[str]:
    """The tokens of a text, in order and without a rest, but with plain characters left together.

    Quotes among Latin carry the selector NARROW.
    """
    found: list[str] = _TOKEN.findall(text)
    if any(quote in text for quote in QUOTES):
        _narrow(found)
    return found


def plain(token: str) -> bool:
    """Whether a token of `runs` is a row of plain characters, each of which is a token."""
    single = "\u3400" <= token[0] <= "\u9fff" or token[0] in _POINTS
    return single and (len(token) == 1 or not _MARKED.match(token, 1))


def tokens(text: str) -> list[str]:
    """The tokens of a text, one by one."""
    found: list[str] = []
    for token in runs(text):
        found += token if plain(token) else (token,)
    return found


def _narrow(found: list[str]) -> None:
    """Marks the quotes that are Latin ones: no Chinese beside them (rule 22)."""
    for i, token in enumerate(found):
        if token in QUOTES:
            before, after = _neighbour(found, i, -1), _neighbour(found, i, 1)
            chinese = _chinese(before) or _chinese(after)
            latin = (before and after) or not any(_chinese(t[0]) for t in found)
            if not chinese and latin:
                found[i] = token + NARROW


def _neighbour(found: Sequence[str], i: int, step: int) -> str:
    """The nearest character on one side that is no space and no quote already marked; "" at the end of the text."""
    i += step
    while 0 <= i < len(found):
        token = found[i]
        if not token.isspace() and not token.endswith(NARROW):
            return token[-1] if step < 0 else token[0]
        i += step
    return ""


def _chinese(char: str) -> bool:
    return char != "" and (char in "—…" or (char > "—" and char not in QUOTES and class_of(char) != LATIN))


@lru_cache(maxsize=65536)
def pieces(token: str) -> tuple[Piece, ...]:
    """The pieces of a token (rules 5 to 9): one, but for URLs, compounds, telephone numbers and numbers with units."""
    if len(token) == 1:
        cls = class_of(token)
        return (Piece(token, cls, cls),)
    if token[0] in QUOTES and token[1:] == NARROW:
        cls = LATIN_OPEN if token[0] in "“‘" else LATIN_CLOSE
        return (Piece(token, cls, cls),)
    if token[0] in "？！":
        # rule 14: two take one em, three take two; only three leave an empty half
        return (Piece(token, STOP if len(token) == 3 else PAIR, STOP if len(token) == 3 else PAIR),)
    if token in ("——", "……", "⋯⋯"):
        return (Piece(token, DASH, DASH),)
    if class_of(token[0]) == HAN or not _western(token):
        cls = class_of(token[0])
        return (Piece(token, cls, cls),)
    if _IS_URL.fullmatch(token):
        return _url_pieces(token)
    return _chunk_pieces(token)


@lru_cache(maxsize=8192)
def code_pieces(token: str) -> tuple[Piece, ...]:
    """The pieces of a token that is code: it may part between names, never inside one, and takes no hyphen."""
    if len(token) < 2 or not token.isascii():
        return pieces(token)
    return tuple(Piece(part, URL, URL) for part in _CODE.split(token))


def _western(token: str) -> bool:
    """Whether a token is a word or number, and not one character with its marks."""
    return token[0] not in CLASS or len(token.rstrip("\ufe00\ufe0f")) > 1


def _url_pieces(token: str) -> tuple[Piece, ...]:
    """Rule 9: breaks beside / . ? & = - _ # @, none between two separators, no hyphen; a comma after it is no part."""
    tail = _TRAILING.search(token)
    body = token[: tail.start()] if tail else token
    cuts = [0]
    for k in range(2, len(body) - 1):
        after = body[k - 1] in _BREAK_AFTER and body[k] not in _BREAK_AFTER
        before = body[k] in _BREAK_BEFORE and body[k - 1] not in _BREAK_AFTER
        if after or before:
            cuts.append(k)
    cuts.append(len(body))
    parts = [Piece(body[a:b], URL, URL) for a, b in pairwise(cuts)]
    if tail:
        parts.append(Piece(tail[0], LATIN_CLOSE, LATIN_CLOSE))
    return tuple(parts)


def _chunk_pieces(token: str) -> tuple[Piece, ...]:
    """Compounds break after their hyphen; the space before a unit never, the one in a telephone number if it must."""
    parts = [part for part in _SPLIT.split(token) if part]
    result = []
    for i, part in enumerate(parts):
        if part == " ":
            group = i + 1 < len(parts) and parts[i + 1][0].isdigit()
            result.append(Piece(part, *(GROUP, GROUP) if group else (BOUND, BOUND)))
            continue
        last = _edge(part, len(part) - 1)
        if i + 1 < len(parts) and parts[i + 1] != " ":
            last = SOFT if part.endswith("\u00ad") else HYPHENED
        result.append(Piece(part.rstrip("\u00ad") or part, _edge(part, 0), last))
    return tuple(result)


def _edge(part: str, at: int) -> int:
    """The class of a chunk's first or last character; a solidus or hyphen at a word's end belongs to the word."""
    cls = class_of(part[at])
    if cls == NOTE and at:
        return LATIN
    return LATIN if cls in (HAN, JOIN, DASH) else cls
