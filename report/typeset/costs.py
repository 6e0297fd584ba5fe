"""What a line costs: looseness, squeeze, a lone last character, unlike neighbours (rules 11, 12, 30, 35).

A cost of 1 is a gap that opens by GOOD; all costs are on that scale.
"""

from __future__ import annotations

from report.named import NamedTuple

GOOD = 50.0
"""Thousandths of an em a gap up to which a line is good (typography.md, the meter)."""
LOOSE = 100.0
"""Beyond this a line is loose (rule 30)."""
NOT_GOOD, IS_LOOSE = 25.0, 60.0
"""What passing either limit costs on top: the number of such lines counts more than how far they go."""
LETTER = 26.0
"""Thousandths of an em by which Latin letters may open in a line that would not be good otherwise: less than the eye
sees (the meter takes 0.03 em for none, rule 27)."""
TRACKING = 6.0
"""Cost of a line whose letters are opened to their limit."""
SLOPE = 6.0
"""What each further GOOD beyond LOOSE costs, and the square of it half as much."""
SQUEEZE = 0.8
"""A line squeezed to its limit: better than one opened by GOOD (rule 12, push in before pushing out)."""
SLACK = 30.0
"""Thousandths of an em by which a line may be too full when all is squeezed: shared by its gaps nobody sees them."""
LONE = 400.0
"""A last line of one character (rule 11) costs more than any looseness that a rearrangement can bring."""
PUSHED_OUT = 30.0
"""A line opened by more than GOOD though the next piece could have been squeezed in (rule 12)."""
UNLIKE = 1.0
"""Two neighbours of which one is tight and one open, or one even and one loose: of tight, even, open and loose only
neighbouring kinds go together (Knuth and Plass)."""
HYPHENS = 6.0
"""Two lines in a row that end in a hyphen."""
RAGGED = 0.15
"""A line that is not justified, an em short."""
LINE = 60.0
"""A line more in a title: it is set in as few as will do."""


def looseness(each: float, tracked: float = 0.0) -> float:
    """The cost of gaps opened by `each` thousandths of an em, with Latin letters opened to a share of their limit."""
    cost = TRACKING * tracked
    if each <= GOOD:
        return cost + (each / GOOD) ** 2
    cost += 1.0 + NOT_GOOD + (each - GOOD) / GOOD * SLOPE
    if each <= LOOSE:
        return cost
    over = (each - LOOSE) / GOOD
    return cost + IS_LOOSE + over * over * SLOPE / 2


class Room(NamedTuple):
    """What in a line can take more: word spaces and Han-Latin gaps by `eased` in all, `eases` of them; gaps that open
    with all others; what letters inside Latin words can take."""

    eased: float
    eases: int
    opens: int
    letters: float


def each_gap(need: float, room: Room) -> tuple[float, float]:
    """How far each gap opens when `need` more is wanted, and to which share of their limit letters do (rule 29).

    Up to GOOD the gaps that may open do; then letters as far as they may; then the gaps up to LOOSE; what goes beyond
    is shared by all gaps, word spaces and Han-Latin gaps too.
    """
    rest = need - room.eased
    if rest <= 0:
        return 0.0, 0.0
    if rest <= GOOD * room.opens:
        return rest / room.opens, 0.0
    able = room.letters
    rest -= able
    if rest <= GOOD * room.opens:
        return GOOD, (rest + able - GOOD * room.opens) / able
    tracked = 1.0 if able else 0.0
    if rest <= LOOSE * room.opens:
        return rest / room.opens, tracked
    return LOOSE + (rest - LOOSE * room.opens) / max(1, room.opens + room.eases), tracked
