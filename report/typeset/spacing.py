"""What stands between two classes of characters: the one class-pair table of widths, breaks, squeeze and stretch.

Sources: CLREQ = W3C Requirements for Chinese Text Layout; GB = GB/T 15834-2011 by clause. Rule numbers are those of
docs/typography.md. Lengths are thousandths of an em.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from report.named import NamedTuple
from report.typeset.classes import (
    BOUND,
    BROKEN,
    CLOSE,
    CUT,
    DASH,
    DOT,
    END,
    GLUE,
    GROUP,
    HAN,
    HYPHENED,
    JOIN,
    LATIN,
    LATIN_CLOSE,
    LATIN_OPEN,
    MARKS,
    NOTE,
    OPEN,
    PAIR,
    PAUSE,
    PREFIX,
    SIZE,
    SLASH,
    SOFT,
    SPACE,
    SPACES,
    STOP,
    SUFFIX,
    URL,
    WESTERN,
    WIDE,
    WIDE_SUFFIX,
)
from report.typeset.style import TextStyle

NOT_AT_START = frozenset({CLOSE, PAUSE, STOP, PAIR, DOT, LATIN_CLOSE, SUFFIX, WIDE_SUFFIX, JOIN, SLASH, NOTE})
"""Rule 1 (GB 5.1.1-5.1.3, 5.1.6, 5.1.7, 5.1.9; CLREQ basic); rule 6 for % ‰ ℃ °; rule 10 for note marks."""
NOT_AT_END = frozenset({OPEN, LATIN_OPEN, PREFIX})
"""Rule 3 (CLREQ GB level); rule 6 for currency signs."""
GAP_AFTER_HAN = frozenset({LATIN, URL, LATIN_OPEN, PREFIX})
GAP_BEFORE_HAN = frozenset({LATIN, URL, LATIN_CLOSE, SUFFIX, HYPHENED})
"""Rule 25: what takes a quarter of an em beside Han; rule 26 leaves Chinese marks out."""

SHRINK_ORDER = ("space", "dot", "bracket", "pause", "han-latin", "stop")
"""Rule 28: what gives way first when a line is squeezed (CLREQ); the mark at the line's end is always half."""
STRETCH_ORDER = ("space", "han-latin")
"""Rule 29: what opens first, up to half an em, before all other gaps open equally."""

HALF, QUARTER, EIGHTH = 500.0, 250.0, 125.0

DASH_START = 0.25
"""Cost of —— or …… at a line's start where the level permits it (rule 2)."""
UNIT_SPLIT = 2.0
"""Cost of a break between two —— in a row (rule 4)."""
HYPHEN = 3.0
"""Cost of a hyphen (rule 8)."""
SEPARATOR = 0.6
"""Cost of a break in a URL (rule 9) or after a connector."""
GROUP_SPLIT = 3.0
"""Cost of a break between the groups of a telephone number (rule 5)."""
EMERGENCY = 200.0
"""Cost of a break inside a word that is longer than the line."""


Region = Literal["mainland", "traditional", "latin", "solid"]
"""Whose habits a table has; in a solid one nothing is ever taken off a mark."""


class Setup(NamedTuple):
    """What of a style decides the table; `space` is the width of the word space."""

    region: Region
    punctuation: str
    level: str
    han_latin: float
    tight: bool
    squeeze_stops: bool
    hanging: bool
    space: float


class Row(NamedTuple):
    """What stands between two characters: natural width (negative: the empty half of a mark is taken away), whether a
    line may break here, what it may lose and in which turn, what it may gain before all gaps open, whether it opens
    with all, what a break costs, whether it sets a hyphen, what the mark before it loses at a line's end, and whether
    what is before it ends a line in a special way: a space that vanishes, a word that takes a hyphen."""

    width: float
    breaks: bool
    shrink: float = 0.0
    kind: str = ""
    stretch: float = 0.0
    opens: bool = True
    penalty: float = 0.0
    hyphen: bool = False
    tail: float = 0.0
    special: bool = False


NOTHING = Row(0.0, False)
"""What stands between classes that never meet."""


class Table(NamedTuple):
    """The rows of a setup, and the columns of them that prefix sums need; `of` maps a pair code to its row, `opens` and
    `breaks` translate rows to 0 and 1."""

    rows: tuple[Row, ...]
    of: tuple[int, ...]
    heads: tuple[float, ...]
    width: tuple[float, ...]
    cut: tuple[float, ...]
    shrink: tuple[float, ...]
    stretch: tuple[float, ...]
    opens: bytes
    breaks: bytes
    penalty: tuple[float, ...]
    special: frozenset[int]


def region_of(language: str) -> Region:
    """The habits of a language (each edition has its own table)."""
    if not language.startswith("zh"):
        return "latin"
    return "traditional" if any(part in language for part in ("Hant", "TW", "HK", "MO")) else "mainland"


def setup_of(style: TextStyle, space: float) -> Setup:
    """The part of a style that decides the table."""
    return Setup(
        region_of(style.language),
        style.punctuation,
        style.level,
        style.han_latin * 1000,
        style.tight,
        style.squeeze_stops,
        style.hanging,
        round(space),
    )


@lru_cache(maxsize=64)
def table(setup: Setup) -> Table:
    """The whole table of a setup."""
    found: dict[Row, int] = {}
    of = []
    for before in range(SIZE):
        line = _line(before, setup) if before < END else []
        of += [found.setdefault(row, len(found)) for row in line]
        of += [found.setdefault(NOTHING, len(found))] * (SIZE - len(line))
    rows = tuple(found)
    return Table(
        rows,
        tuple(of),
        tuple(HALF if cls == OPEN and setup.region != "solid" else 0.0 for cls in range(SIZE)),  # rule 16
        tuple(r.width for r in rows),
        tuple(r.width + r.tail for r in rows),
        tuple(r.shrink for r in rows),
        tuple(r.stretch for r in rows),
        bytes(r.opens for r in rows).ljust(256),
        bytes(r.breaks for r in rows).ljust(256),
        tuple(r.penalty for r in rows),
        frozenset(i for i, r in enumerate(rows) if r.special),
    )


def _line(before: int, setup: Setup) -> list[Row]:
    """The rows after one class: by the class that follows, the end of the text last."""
    *line, end = _common(before, setup.level, _tail(before, setup))
    if before in (SPACE, BOUND, GROUP):
        return [*(_space_row(row, setup) for row in line), end]
    if _empty_right(before, setup):
        return [*(_mark_row(row, before, after, setup) for after, row in enumerate(line)), end]
    if setup.han_latin:
        beside = GAP_AFTER_HAN if before == HAN else {HAN} if before in GAP_BEFORE_HAN else ()
        for after in beside:  # rules 25, 26: none between Latin and a Chinese mark
            line[after] = _gap_row(line[after], setup.han_latin)
    if setup.region != "solid":
        line[OPEN] = _mark_row(line[OPEN], before, OPEN, setup)
    return [*line, end]


@lru_cache(maxsize=512)
def _common(before: int, level: str, tail: float) -> tuple[Row, ...]:
    """What nearly all setups agree about."""
    hyphen, special = before == SOFT, before in SPACES or before == SOFT
    line = [
        Row(
            0.0,
            may_break(before, after, level),
            0.0,
            "",
            0.0,
            _opens(before, after),
            _penalty(before, after),
            hyphen,
            tail,
            special,
        )
        for after in range(END)
    ]
    return (*line, Row(0.0, True, 0.0, "", 0.0, False, _penalty(before, END), hyphen, tail, special))


def _gap_row(common: Row, width: float) -> Row:
    shrink, stretch = max(0.0, width - EIGHTH), max(0.0, HALF - width)
    return common._replace(width=width, shrink=shrink, kind="han-latin", stretch=stretch, opens=False)


def _space_row(common: Row, setup: Setup) -> Row:
    """Word spaces (rules 28, 29): in Chinese from a quarter to half an em, in Latin text down to two thirds."""
    latin = setup.region == "latin"
    least = setup.space * 2 / 3 if latin else QUARTER
    shrink, stretch = max(0.0, setup.space - least), max(0.0, HALF - setup.space)
    return common._replace(shrink=shrink, kind="space", stretch=stretch, opens=latin)


def _mark_row(common: Row, before: int, after: int, setup: Setup) -> Row:
    """Marks and their empty halves: rule 13 for two in a row, rule 18 as the limit, rule 24 for the named styles."""
    right, left = _empty_right(before, setup), after == OPEN
    kind = {PAUSE: "pause", STOP: "stop"}.get(before, "bracket")
    forbidden = kind == "stop" and not setup.squeeze_stops
    if right and left:
        taken = HALF if not setup.tight else 2 * HALF
        taken = 2 * HALF if setup.punctuation == "half" else taken
        return common._replace(width=-taken, shrink=0.0 if forbidden else 2 * HALF - taken, kind=kind)
    if (right and after in MARKS) or (left and before in MARKS | {OPEN}):
        return common._replace(width=-HALF)
    halved = _always_half(before, setup) if right else setup.punctuation == "half"
    return common._replace(width=-HALF) if halved else common._replace(shrink=0.0 if forbidden else HALF, kind=kind)


def may_break(before: int, after: int, level: str) -> bool:
    """Whether a line may end between two classes (rules 1 to 10)."""
    if after in NOT_AT_START or before in NOT_AT_END or GLUE in (before, after):
        return False
    if after in (SPACE, BOUND, GROUP, WIDE, CUT) or before == BOUND:
        return False
    if before in SPACES or before == CUT:
        return True
    if before == SLASH:
        return level == "basic" and after not in WESTERN
    if after == DASH and level == "strict" and before != DASH:
        return False
    if before == BROKEN:
        return True
    if before in WESTERN and after in WESTERN:
        return (before == after == URL) or before == SOFT or (before == HYPHENED and after == LATIN)
    return not (before == DOT and after in WESTERN)


def _penalty(before: int, after: int) -> float:
    if before == SOFT:
        return HYPHEN
    if before == BROKEN:
        return EMERGENCY
    if before == DASH == after:
        return UNIT_SPLIT
    if after == DASH:
        return DASH_START
    if before == GROUP:
        return GROUP_SPLIT
    return SEPARATOR if before in (JOIN, HYPHENED) or before == after == URL else 0.0


def _opens(before: int, after: int) -> bool:
    """Rules 27, 29: never inside words, numbers and ——, nor about connectors and the solidus.

    A URL may open beside its separators: they are no letters.
    """
    if before in WESTERN and after in WESTERN:
        return before == after == URL
    if {before, after} & {JOIN, SLASH, BOUND, SPACE, GROUP, CUT, GLUE, END}:
        return False
    return not (before == after == DASH or before == PREFIX or after in (SUFFIX, WIDE_SUFFIX, NOTE))


def _empty_right(before: int, setup: Setup) -> bool:
    """Marks with an empty right half; in Taiwan and Hong Kong the pauses and stops stand in the middle of their em."""
    if setup.region == "solid":
        return False
    return before in (CLOSE, PAUSE, STOP) if setup.region != "traditional" else before == CLOSE


def _always_half(before: int, setup: Setup) -> bool:
    """半角: all marks half; 开明: all but 。？！ (rule 24)."""
    return setup.punctuation == "half" or (setup.punctuation == "kaiming" and before != STOP)


def _tail(before: int, setup: Setup) -> float:
    """Rule 15: a mark takes half an em at a line's end, in all styles but 全角; rule 23: or none, where marks hang."""
    if setup.hanging and before in (PAUSE, STOP):
        return 2 * HALF
    return HALF if _empty_right(before, setup) and setup.punctuation != "full" else 0.0
