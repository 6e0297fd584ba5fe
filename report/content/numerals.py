"""Numbers as Chinese reports write them: 1,280 · 6.2万 · 20余万 · 近百万 into exact values, and values into words."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from report.content.model import Approx, Figure
from report.patterns import late

SCALES = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
"""Powers of ten of the counting words."""
DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
QUALIFIERS = "余多近约超逾"
HAN_NUMERALS = "〇零一二三四五六七八九十百千万亿两"

WIDE = str.maketrans("０１２３４５６７８９．，％－＋", "0123456789.,%-+")
_NUMBER = late(r"([-+]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?([十百千万亿]*)")
_HAN = late(f"[{HAN_NUMERALS}]+")
_ARABIC = late(r"[-+]?\d[\d,]*(?:\.\d+)?")
_PRINTED = late(rf"([{QUALIFIERS}]|不足)?(?:({_ARABIC.pattern})|([{HAN_NUMERALS}]+))(.*)", re.DOTALL)


@lru_cache(maxsize=1 << 15)  # a column of a table is read for its kind, for its finer kind and for its values
def parse(text: str) -> Decimal | None:
    """The exact value of a written number: `1,280`, `97.6`, `6.2万`, `３.６亿`, `百万`; None for anything else."""
    plain = text.strip().translate(WIDE).replace(" ", "")
    found = _NUMBER.fullmatch(plain)
    if plain and found and (found[2] or found[3]):
        number = Decimal(f"{found[1]}{(found[2] or '0').replace(',', '')}{found[3] or ''}")
        return number.scaleb(sum(SCALES[c] for c in found[4]))
    return _han(plain) if _HAN.fullmatch(plain) else None


def _han(text: str) -> Decimal | None:
    """A number in Han characters: 二十七, 百万, 一千三百九十一, 三亿六千万; None where they make no number."""
    total = section = digit = 0
    pending = False
    for char in text:
        if char in DIGITS:
            if pending and digit:
                return None
            digit, pending = DIGITS[char], True
        elif SCALES[char] < 4:
            section += (digit if pending else 1) * 10 ** SCALES[char]
            digit, pending = 0, False
        else:
            section += digit
            if SCALES[char] == 8:
                total = (total + (section or 1)) * 10**8
            else:
                total += (section or 1) * 10**4
            section = digit = 0
            pending = False
    return Decimal(total + section + digit)


def printed_value(printed: str) -> Decimal | None:
    """The number that a printed form names: 20余万 is 200000, 近百万 is 1000000; None where it names none."""
    bare = re.sub(f"[{QUALIFIERS}]", "", printed.strip().translate(WIDE))
    found = re.search(rf"(?:{_ARABIC.pattern})[百千万亿]*|[{HAN_NUMERALS}]+", bare)
    return parse(found[0]) if found else None


def agrees(printed: str, value: Decimal, approx: Approx) -> bool:
    """Whether a printed form can stand for a value; words that are no count stand for themselves.

    余 多 以上 state a number that the value reaches, 近 one that it does not pass; other forms state the value, rounded
    to the digits that are printed.
    """
    if approx == "claim":
        return True
    stated = printed_value(printed)
    if stated is None:
        return False
    if approx == "over":
        return value >= stated
    if approx == "near":
        return value <= stated
    step = Decimal(1).scaleb(_last_place(printed, stated))
    return abs(value - stated) * 2 <= (step if approx == "rounded" else 0)


def _last_place(printed: str, stated: Decimal) -> int:
    """The power of ten of the last printed digit: 4 for 25万, 3 for 21.1万."""
    scale = sum(SCALES[c] for c in printed if c in SCALES)
    found = _ARABIC.search(printed.translate(WIDE))
    if found is None:
        return stated.adjusted()
    decimals = len(found[0].partition(".")[2])
    return scale - decimals


def plain(value: Decimal) -> str:
    """All digits of a value, without trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def wording(value: Decimal) -> str:
    """A value in figures as a report prints it: 万 and 亿 where one decimal of them is exact, else all its digits."""
    for power, unit in ((8, "亿"), (4, "万")):
        scaled = value.scaleb(-power)
        if abs(scaled) >= 1 and scaled == round(scaled, 1):
            return f"{plain(scaled)}{unit}"
    return plain(value)


def with_unit(printed: str, unit: str, approx: Approx) -> str:
    """The printed form with its unit; a claim and a form that already has the unit take none."""
    return printed if approx == "claim" or (unit and unit in printed) else printed + unit


def figure(text: str) -> Figure:
    """A printed figure in parts: 近 + 2000 + 人, 20 + 余万人次, 近 + 百万 + 人; words without a number stay whole."""
    found = _PRINTED.fullmatch(text)
    if not found:
        return Figure("", text, "")
    prefix, arabic, han, rest = found.groups()
    if han and not set(han) & set("十百千万亿"):
        return Figure("", text, "")
    return Figure(prefix or "", arabic or han, rest)
