"""Numerals in running text: which of them are figures that need a source, with value, qualifier and unit.

Arabic (half and full width), Chinese and mixed numerals are found (3万, 近百万, 10余万, 97.6%, 5—8个). Dates, ordinals,
list and document numbers, scales of unit charts, idioms and allowed words are set aside, each by a row of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Literal

from report.content import numerals
from report.named import NamedTuple
from report.patterns import late

Qualifier = Literal["exact", "over", "near", "rounded"]


class Claim(NamedTuple):
    """A figure in a text: its words from `start` to `end`, the number they state, its qualifier and unit.

    `aside` names the class by which it needs no source, "" for none.
    """

    text: str
    value: Decimal
    qualifier: Qualifier
    unit: str
    start: int
    end: int
    aside: str = ""


OVER = ("余", "多", "以上", "超过", "超", "逾", "突破", "达到")
NEAR = ("近", "不足", "不到", "将近", "接近")
ROUNDED = ("约", "左右", "大约", "上下")

UNITS = (
    *"元人名位户家个件支场期份项处所间座条篇册本部辆台套对组章节面级批届类种株棵亩吨次起例宗门堂课集幅张枚颗头只匹艘架栋幢层站",
    *"点天村县倍成折字页号岁%％‰",
    "百分点",
    "个百分点",
    "人次",
    "场次",
    "户次",
    "件次",
    "场（次）",
    "万元",
    "亿元",
    "千元",
    "美元",
    "公里",
    "千米",
    "公斤",
    "平方米",
    "平方公里",
    "立方米",
    "小时",
    "分钟",
    "公顷",
    "社区",
    "乡镇",
)
"""Words that may follow a number as its unit, matched longest first."""
LOOSE = frozenset("级层面种类点头起号门字页村县")
"""Units after which a single Han digit is a word, not a figure: 两级, 三面, 两种."""
DIGITS = str.maketrans("０１２３４５６７８９．％－＋", "0123456789.%-+")
"""Full-width digits and signs; the full-width comma of prose is no part of a number."""

FAMILIES = (
    {"人", "名", "位"},
    {"场", "场次", "场（次）"},
    {"%", "％"},
    {"个百分点", "百分点"},
)
"""Units that count the same thing; 人 and 人次 do not."""

IDIOMS = late(
    "千家万户|千方百计|千言万语|千千万万|成千上万|万众一心|万事|万一|万里|百姓|百货|百花|百年"
    "|百业|百科|千年|千秋|十分|十足|十全十美|一五一十|三番五次|四面八方|五湖四海|三三两两"
    "|七上八下|九州|四季|八方|两岸|两会|两侧|两边|两手|两面|双方|三农|三餐|四海|五谷|六一"
    "|五一|七夕|三伏|两委|三八|万家|万物|千里|百里|两性|四时|十佳|百强|千帆|三军|五官|四肢"
    "|两旁|两者|三者"
)
"""Words with numerals in them that count nothing."""

_UNIT = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
_HAN = "〇零一二三四五六七八九十百千万亿两"
_MAIL = r"|[\w.+-]+@[\w.-]+"
_ASIDE: tuple[tuple[str, str, str], ...] = (
    ("phone", "", r"0\d{2,3}-\d{7,8}|(?<!\d)1[3-9]\d{9}(?!\d)|(?:https?://|www\.)[!-~]+" + _MAIL),
    ("date", "—–~～至-", r"\d{4}\s*[—–~～至-]\s*\d{4}\s*年?(?:度)?"),
    ("date", "年", r"\d{4}\s*年\s*(?:\d{1,2}\s*月\s*(?:\d{1,2}\s*日)?)?(?:度|底|初|末|来|前|后|间|以来)?"),
    ("date", "-/.", r"\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?!\d)"),
    ("date", "月", r"\d{1,2}\s*月\s*(?:\d{1,2}\s*日|份|底|初|末|上旬|中旬|下旬)?"),
    ("date", "日", r"\d{1,2}\s*日(?!均)"),
    ("date", ":：", r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"),
    ("date", "年", rf"[{_HAN}]{{4}}年(?:[{_HAN}]{{1,3}}月(?:[{_HAN}]{{1,3}}日)?)?"),
    ("date", "月", rf"[{_HAN}]{{1,3}}月(?:[{_HAN}]{{1,3}}日)?"),
    ("date", "年世", rf"(?:\d+|[{_HAN}]+)\s*(?:年代|世纪|周年|年间|年来|年内|年以来|年)"),
    ("ordinal", "第", rf"第\s*(?:\d+|[{_HAN}]+)(?:[-—–至、]\s*(?:\d+|[{_HAN}]+))?"),
    ("ordinal", "五", rf"[“（(]?十[{_HAN}]?五[”）)]?(?=规划|时期|期间|以来)"),
    ("ordinal", "大", rf"[{_HAN}]{{1,3}}大(?=以来|精神|报告|召开|$|[，。、；])"),
    ("list", "", rf"^\s*(?:\d+[.、．)）](?!\d)|[（(](?:\d+|[{_HAN}]+)[）)]|[{_HAN}]+、)"),
    ("list", "图附件页注例表", r"(?:(?<!代)表|[图附件页注例])\s*\d+(?:[-—.]\d+)*"),
    ("document", "号", r"[〔\[［(（]\d{4}[〕\]］)）]\s*\d+\s*号"),
    ("document", "9I", r"(?:97[89][- ]?)(?:\d+[- ]){3}\d(?!\d)|ISBN\s*[\d -]{10,17}[\dXx]?|(?<!\d)97[789]\d{10}(?!\d)"),
    ("scale", "一", rf"一\S{{1,3}}?(?:代表|表示|为|＝|=)\s*[\d,]*[{_HAN}]*[^\s，。；、（]{{0,3}}"),
    ("scale", "一", rf"一[瓣点格灯屏封院结根朵块人像]{{1,2}}(?:[{_HAN}]+)[^\s，。；、·（]{{0,2}}"),
    ("measure", "×xX*", r"\d+(?:\.\d+)?\s*[×xX*]\s*\d+(?:\.\d+)?\s*(?:mm|毫米|cm|厘米|m|米)?"),
    ("measure", "mckgdp磅毫厘克", r"\d+(?:\.\d+)?\s*(?:mm|cm|km|kg|mg|g|pt|dpi|ppi|磅|毫米|厘米|克)(?![a-zA-Z])"),
    ("measure", "开", r"\d+开"),
)
"""Class and pattern of what is set aside, and characters of which such a thing has at least one; none for any."""
_COUNT = late(
    rf"(?P<before>超过|大约|将近|接近|不足|不到|突破|达到|近|约|超|逾)?"
    rf"(?P<low>[-+]?\d[\d,]*(?:\.\d+)?|[{_HAN}]+)(?P<inner>余|多)?(?: ?(?P<scale>[十百千万亿]+))?(?P<after>余|多)?"
    rf"(?:\s*[—–~～至]\s*(?P<high>\d[\d,]*(?:\.\d+)?[十百千万亿]*))?"
    rf"\s*(?P<unit>{_UNIT})?(?P<tail>以上|左右|上下|多|余)?"
)
MONEY = {"万元": 4, "亿元": 8, "千元": 3}
"""Units of money with a power of ten in them."""
SINGLE = frozenset({"一", "零", "〇"})
"""Numerals that alone count nothing: 一个, 一起."""


def claims(text: str, allowed: Sequence[str] = ()) -> list[Claim]:
    """Every figure of a text in order, those that are set aside among them."""
    plain = text.translate(DIGITS)
    found = [
        claim
        for match in _COUNT.finditer(plain)
        if match["low"] not in SINGLE
        for claim in _read(match, text)
        if _counts(claim, match, plain)
    ]
    if not found:
        return []
    aside = list(_set_aside(plain, allowed))
    kinds = (next((name for name, start, end in aside if start <= claim.start < end), "") for claim in found)
    return [c._replace(aside=kind or _quoted(c, plain)) for c, kind in zip(found, kinds, strict=True)]


def same_family(one: str, other: str) -> bool:
    """Whether two units count the same thing; no unit goes with any."""
    return not one or not other or one == other or any(one in family and other in family for family in FAMILIES)


def _set_aside(text: str, allowed: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    for word in allowed:
        plain = word.translate(DIGITS)
        yield from (("allowed", m.start(), m.end()) for m in re.finditer(re.escape(plain), text)) if plain else ()
    yield from (("word", m.start(), m.end()) for m in IDIOMS.finditer(text))
    present = set(text)
    for kind, needed, pattern in _asides("@" in text):
        if not needed or not needed.isdisjoint(present):
            yield from ((kind, m.start(), m.end()) for m in pattern.finditer(text))


@cache
def _asides(mail: bool) -> tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]:
    """Compiled with the first figure, since many a report has none in its prose.

    Without an @ no address is looked for: any word may begin one, which took as long as all other rows together.
    """
    return tuple(
        (kind, frozenset(needed), re.compile(row if mail else row.removesuffix(_MAIL))) for kind, needed, row in _ASIDE
    )


def _read(match: re.Match[str], text: str) -> Iterator[Claim]:
    """The figure of a match, or both ends of a range."""
    low = numerals.parse(match["low"] + (match["scale"] or ""))
    high = numerals.parse(match["high"]) if match["high"] else None
    if low is None:
        return
    if high is not None and not match["scale"]:
        low = low.scaleb(_scale_of(match["high"]))  # 5—8万 is 5万 to 8万
    power = MONEY.get(match["unit"] or "", 0)
    unit = "元" if power else match["unit"] or ""
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    words = text[start : match.end()].rstrip()
    for value in (low, high):
        if value is not None:
            yield Claim(words, value.scaleb(power), _qualifier(match), unit, start, start + len(words))


def _scale_of(text: str) -> int:
    return sum(numerals.SCALES[c] for c in text if c in numerals.SCALES)


def _qualifier(match: re.Match[str]) -> Qualifier:
    words = {match["before"], match["inner"], match["after"], match["tail"]} - {None, ""}
    for kind, names in (("over", OVER), ("near", NEAR), ("rounded", ROUNDED)):
        if words & set(names):
            return kind  # type: ignore[return-value]
    return "exact"


def _counts(claim: Claim, match: re.Match[str], text: str) -> bool:
    """Whether a numeral is a figure at all: 一 and numerals inside words are not."""
    core = match["low"]
    if core[0] not in _HAN:
        return not (match.start() and text[match.start() - 1].isascii() and text[match.start() - 1].isalpha())
    if set(core) <= set("万亿千百十") and claim.qualifier == "exact":
        return len(core) > 1 and bool(claim.unit)  # 百万人 is a figure, （万元） is not
    return len(core) > 1 or (bool(claim.unit) and claim.unit not in LOOSE)


def _quoted(claim: Claim, text: str) -> str:
    """Numerals of names in quotation marks or book titles count nothing: “6·26”, 《三十而立》."""
    if claim.unit:
        return ""
    for opening, closing in (("“", "”"), ("《", "》")):
        at = text.rfind(opening, 0, claim.start)
        if at >= 0 and closing not in text[at : claim.start] and closing in text[claim.end :]:
            return "name"
    return ""
