"""What printed figures count: their unit, what a chart says of it once, and the number behind a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from report.content import numerals
from report.content.model import Figure, Prose, Series
from report.patterns import late

SAME_UNIT = {"名": "人", "位": "人"}
"""Words for one unit: persons are counted as 人, 名 or 位; 人次 are visits, not persons."""
PERCENT = ("%", "％")
PERCENT_UNITS = (*PERCENT, "‰")
SCALES = {"万": 4, "亿": 8}
"""Scale words that a unit may begin with, as powers of ten."""
MINUS = "\u2212"

_SCALE = late(r"(?:[余多来几]|以上|左右|[十百千万亿](?![米克瓦伏卡赫分]))*")
_NAMED_UNIT = late(r"[（(]([^（()）]+)[）)]$")


def plain(prose: Prose) -> str:
    """A text without its markup and forced line ends."""
    return "".join(inline.text for paragraph in prose for inline in paragraph).replace("\n", "")


def unit_of(figure: Figure) -> str:
    """What a figure counts: 人次 in 20余万人次, 元 in 265.8万元, % in 70%以上."""
    bare = figure.suffix[_end_of_scale(figure.suffix) :]
    return re.sub(r"(?:以上|左右)$", "", bare)


def _end_of_scale(suffix: str) -> int:
    found = _SCALE.match(suffix)
    return found.end() if found else 0


def counted(unit: str) -> str:
    """One word for all words of a unit."""
    return SAME_UNIT.get(unit, unit)


def named_unit(title: Prose) -> str:
    """The unit that a title says at its end: 人 in 培训人数（人）; empty where it says none."""
    found = _NAMED_UNIT.search(plain(title))
    return found[1] if found else ""


def common_unit(figures: Iterable[Figure]) -> str:
    """The longest unit that the figures have in common: 万元 of 660万元 and 25万元, 人 of 10万余人 and 3000人.

    Figures that do not end in their unit (70%以上) do not count; where two units meet there is none.
    """
    given = [figure for figure in figures if unit_of(figure) and figure.text.endswith(unit_of(figure))]
    units = {unit_of(figure) for figure in given}
    if len(units) != 1:
        return ""
    (unit,) = units
    before = {figure.text.removesuffix(unit)[-1:] for figure in given}
    return f"{before.pop()}{unit}" if len(before) == 1 and before <= SCALES.keys() else unit


def without_unit(figure: Figure, unit: str) -> str:
    """A printed figure without a unit that is said elsewhere, with a true minus sign."""
    text = figure.text.removesuffix(unit) if unit and figure.suffix.endswith(unit) else figure.text
    return signed(text)


def signed(text: str) -> str:
    """A number with a minus sign in place of a hyphen before it."""
    return re.sub(r"(?<![\d\w])-(?=\d)", MINUS, text)


def power_of(unit: str) -> int:
    """The power of ten of a unit's scale word: 4 of 万人次."""
    return SCALES.get(unit[:1], 0)


def base(series: Series) -> Decimal:
    """The value in base units; 660 said as 660万元 (from a table in 万元) is 6600000."""
    stated = numerals.parse(series.figure.number) if not missing(series) else None
    scale = _scale_of(series.figure)
    if stated is not None and scale and abs(stated) == abs(series.value):
        return series.value.scaleb(scale)
    return series.value


def _scale_of(figure: Figure) -> int:
    """The power of ten of the scale words after a figure's number: 4 of 20余万人次."""
    suffix = figure.suffix[: _end_of_scale(figure.suffix)]
    return sum(numerals.SCALES[char] for char in suffix if char in numerals.SCALES)


def missing(series: Series) -> bool:
    """A gap in the data: there is a row, and no value."""
    return series.value.is_nan()


def slack(series: Series) -> tuple[Decimal, Decimal]:
    """How far the true value may lie below and above the stated one, in base units.

    A percentage stands for all that rounds to it, a rounded number for all that rounds to its last digit but zeros;
    余 may lie above by as much, 近 below.
    """
    near = Decimal(0)
    if series.approx == "rounded":
        near = _step(series.figure, zeros=True) / 2
    elif unit_of(series.figure).startswith(PERCENT_UNITS):
        near = _step(series.figure, zeros=False) / 2
    wide = _step(series.figure, zeros=True)
    return (wide if series.approx == "near" else near), (wide if series.approx == "over" else near)


def _step(figure: Figure, *, zeros: bool) -> Decimal:
    """One in the last printed digit (0.1万 of 21.1万); with `zeros` in the last that is none (1000 of 28000余)."""
    scale = _scale_of(figure)
    stated = numerals.parse(figure.number)
    if stated is None:
        return Decimal(0)
    digits = figure.number.partition(".")
    whole = not digits[2] and (zeros or not figure.number.isascii())
    place = _trailing_zeros(stated) if whole else -len(digits[2])
    return Decimal(1).scaleb(scale + place)


def _trailing_zeros(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, exponent) if isinstance(exponent, int) else 0
