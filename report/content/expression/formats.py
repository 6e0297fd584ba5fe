"""How a value is printed on request: scales, places, thousands, capitals, dates; a qualifier always stays."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from report.content import numerals
from report.content.expression.syntax import Word
from report.content.expression.values import Quantity, Scope, Value, Words, complaint, in_unit
from report.content.form import nearest
from report.content.keys import WORDS, canonical
from report.content.model import Figure
from report.patterns import late
from report.problem import Place
from report.record import record, replace

SCALES = {
    "hundred-million-yuan": (8, "亿元"),
    "ten-thousand-yuan": (4, "万元"),
    "yuan": (0, "元"),
    "hundred-million": (8, "亿"),
    "ten-thousand": (4, "万"),
}
"""Power of ten, and what is printed after the number."""
HAN_DIGITS = "〇一二三四五六七八九"
CAPITAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = late(r"(\d+)\s*(?:位|places)")
_BEFORE = late(r"近|约|不足|超|逾")
_AFTER = late(r"余|多|以上|左右")


@record
class _Wish:
    """What the words of one format ask for."""

    scale: str = ""
    places: int = -1
    thousands: bool = False
    style: str = ""
    unit: str = ""


def formatted(value: Value, words: tuple[Word, ...], scope: Scope) -> Value:
    """The value in the form that the words ask for; raises WrongError with the problem noted."""
    wish = _wish(words, scope)
    first, place = words[0]
    match value:
        case Words(date=True) if wish.style in ("date", "month", "han"):
            return Words(_date(value.text, wish, words))
        case Quantity() if wish.style in ("date", "month"):
            raise complaint(scope, "format-mismatch", place, name=first)
        case Quantity():
            return _number(value, wish, scope, place)
    raise complaint(scope, "format-mismatch", place, name=first)


def _wish(words: tuple[Word, ...], scope: Scope) -> _Wish:
    wish = _Wish()
    at = 0
    while at < len(words):
        text, place = words[at]
        following = words[at + 1][0] if at + 1 < len(words) else ""
        together = _PLACES.fullmatch(text + following) if text.isdigit() else _PLACES.fullmatch(text)
        name = canonical("format", text)
        if together:
            wish = replace(wish, places=int(together[1]))
            at += 2 if text.isdigit() else 1
            continue
        if name is None or name == "places":
            known = [word for word in WORDS["format"] if word != "位"]
            near, listed = nearest(text, known), "、".join([*known, "2位"])
            raise complaint(scope, "unknown-format", place, name=text, near=near, all=listed)
        if name == "unit":
            if not following:
                raise complaint(scope, "format-mismatch", place, name=text)
            wish = replace(wish, style="unit", unit=following)
            at += 2
            continue
        wish = _with(wish, name)
        at += 1
    return wish


def _with(wish: _Wish, name: str) -> _Wish:
    if name in SCALES:
        return replace(wish, scale=name)
    if name == "thousands":
        return replace(wish, thousands=True)
    if name == "han" and wish.style in ("date", "month"):
        return replace(wish, unit="han")
    return replace(wish, style=name)


def _number(value: Quantity, wish: _Wish, scope: Scope, place: Place) -> Quantity:
    match wish.style:
        case "number" if not wish.scale and wish.places < 0 and not wish.thousands:
            return replace(value, unit="", figure=_bare(value))
        case "unit":
            fact = scope.facts.get(value.fact)
            if fact is not None:
                return in_unit(fact, wish.unit)
            return replace(value, unit=wish.unit, figure=numerals.figure(_bare(value).text + wish.unit))
        case "capitals":
            return replace(value, figure=numerals.figure(capitals(value.value, value.unit == "元")))
        case "han":
            return replace(value, figure=numerals.figure(_qualified(value, han(value.value)) + value.unit))
        case "percent":
            whole = value.value if value.unit in ("%", "％") else value.value * 100
            percent = _rounded(whole, wish.places)
            return replace(value, unit="%", figure=numerals.figure(_qualified(value, _digits(percent, wish) + "%")))
    power, after = SCALES.get(wish.scale, (0, ""))
    if after.endswith("元") and value.unit not in ("元", ""):
        raise complaint(scope, "format-unit", place, name=after, unit=value.unit)
    scaled = _rounded(value.value.scaleb(-power), wish.places)
    printed = _qualified(value, _digits(scaled, wish) + after.removesuffix("元"))
    unit = "元" if after.endswith("元") else ("" if wish.style == "number" or wish.scale else value.unit)
    return replace(value, figure=numerals.figure(printed + unit))


def _rounded(value: Decimal, places: int) -> Decimal:
    return value if places < 0 else value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _digits(value: Decimal, wish: _Wish) -> str:
    text = f"{value:f}" if wish.places >= 0 else numerals.plain(value)
    if not wish.thousands:
        return text
    whole, dot, rest = text.partition(".")
    return f"{int(whole):,}{dot}{rest}"


def _qualified(value: Quantity, printed: str) -> str:
    """The printed number with the qualifier that the fact's own form has: 余 and 近 never get lost."""
    if value.approx in ("exact", "claim"):
        return printed
    before, after = _BEFORE.match(value.figure.text), _AFTER.search(value.figure.text)
    return f"{before[0] if before else ''}{printed}{after[0] if after else ''}"


def _bare(value: Quantity) -> Figure:
    """The figure without the unit at its end: 2135个 as 2135, 25亿元 as 25亿."""
    figure = value.figure
    return figure._replace(suffix=figure.suffix.removesuffix(value.unit)) if value.unit else figure


def _date(iso: str, wish: _Wish, words: tuple[Word, ...]) -> str:
    """2024-01-21 as 2024年1月21日, 2024年1月, or 二〇二四年一月二十一日."""
    names = {canonical("format", word) for word, _ in words}
    count = 2 if "month" in names else 3
    parts = iso.split("-")[:count]
    if "han" in names or wish.unit == "han":
        year = "".join(HAN_DIGITS[int(digit)] for digit in parts[0])
        return "".join([f"{year}年", *(f"{han(Decimal(p))}{w}" for p, w in zip(parts[1:], "月日", strict=False))])
    return "".join(f"{int(part)}{word}" for part, word in zip(parts, "年月日", strict=False))


def han(value: Decimal) -> str:
    """A whole number in Han characters (二千一百三十五), decimals after 点."""
    whole, _, rest = numerals.plain(abs(value)).partition(".")
    text = _grouped(int(whole), HAN_DIGITS.replace("〇", "零"), "十百千")
    if text.startswith("一十"):
        text = text[1:]
    tail = "点" + "".join(HAN_DIGITS[int(digit)].replace("〇", "零") for digit in rest) if rest else ""
    return ("负" if value < 0 else "") + text + tail


def capitals(value: Decimal, money: bool) -> str:
    """A number in capital numerals: 叁亿陆仟万元整; amounts of money to the 分."""
    whole, _, rest = f"{abs(value):f}".partition(".")
    text = ("负" if value < 0 else "") + _grouped(int(whole), CAPITAL_DIGITS, "拾佰仟")
    if not money:
        decimals = rest.rstrip("0")
        return text + ("点" + "".join(CAPITAL_DIGITS[int(d)] for d in decimals) if decimals else "")
    tenths, hundredths = (int(digit) for digit in (rest + "00")[:2])
    if not tenths and not hundredths:
        return text + "元整"
    small = (CAPITAL_DIGITS[tenths] + "角" if tenths else "零") + (
        CAPITAL_DIGITS[hundredths] + "分" if hundredths else ""
    )
    return f"{text}元{small}"


def _grouped(value: int, digits: str, tens: str) -> str:
    """Digits in groups of four with 万 and 亿, a single 零 for gaps."""
    if value == 0:
        return digits[0]
    groups: list[int] = []
    while value:
        value, low = divmod(value, 10_000)
        groups.append(low)
    text, gap = "", False
    for power in range(len(groups) - 1, -1, -1):
        group = groups[power]
        if group == 0:
            gap = bool(text)
            continue
        if text and (gap or group < 1000):
            text += digits[0]
        text += _four(group, digits, tens) + ("亿" * (power // 2) if power % 2 == 0 else "万" + "亿" * (power // 2))
        gap = False
    return text


def _four(group: int, digits: str, tens: str) -> str:
    text, gap = "", False
    for power in (3, 2, 1, 0):
        digit = group // 10**power % 10
        if digit == 0:
            gap = bool(text)
            continue
        text += (digits[0] if gap else "") + digits[digit] + (tens[power - 1] if power else "")
        gap = False
    return text
