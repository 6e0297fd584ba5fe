"""Lengths as people write them (mm, cm, pt, 磅, 字号, em, %) into points."""

from __future__ import annotations

from report.patterns import late

MM = 72 / 25.4
"""Points in a millimetre."""

NAMED_SIZES = {
    "初号": 42.0,
    "小初": 36.0,
    "一号": 26.0,
    "小一": 24.0,
    "二号": 22.0,
    "小二": 18.0,
    "三号": 16.0,
    "小三": 15.0,
    "四号": 14.0,
    "小四": 12.0,
    "五号": 10.5,
    "小五": 9.0,
    "六号": 7.5,
    "小六": 6.5,
    "七号": 5.5,
    "八号": 5.0,
}
"""字号 in points, as Chinese type founders and office programs use them."""

_FACTORS = {
    "mm": MM,
    "毫米": MM,
    "cm": 10 * MM,
    "厘米": 10 * MM,
    "in": 72.0,
    "pt": 1.0,
    "磅": 1.0,
}
_LENGTH = late(r"\s*(-?\d+(?:\.\d+)?)\s*(mm|毫米|cm|厘米|in|pt|磅|em|字|%)?\s*")


def length(text: str | int | float, *, bare: float = MM, em: float = 0.0, whole: float = 0.0) -> float:
    """A written length in points.

    `bare` is the worth of a number without a unit, `em` the size that `em` and `字` refer to, `whole` what `%` refers
    to (both in points; 0 forbids the unit). Raises ValueError for anything that is no length.
    """
    if isinstance(text, int | float):
        return text * bare
    if text.strip() in NAMED_SIZES:
        return NAMED_SIZES[text.strip()]
    found = _LENGTH.fullmatch(text)
    if not found:
        raise ValueError(text)
    number, unit = float(found[1]), found[2]
    if unit in ("em", "字") and em:
        return number * em
    if unit == "%" and whole:
        return number / 100 * whole
    if unit is not None and unit not in _FACTORS:
        raise ValueError(text)
    return number * (_FACTORS[unit] if unit else bare)


def mm(points: float) -> float:
    """Points as millimetres, for messages."""
    return points / MM
