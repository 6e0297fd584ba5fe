"""Characters that come with pasted text and do not belong in a report, and what stands in their place."""

from __future__ import annotations

import unicodedata

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇々"
"""Han characters, as the inside of a class of a regular expression."""

_RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺳⺴⺶⺹⺺⺻⺼⺾⺿⻀⻁⻂⻃⻄⻅"
    "⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
)
_UNIFIED = (
    "厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒㓁冗羊耂肀聿肉艹艹艹虎衤覀西见"
    "角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
"""CJK Radicals Supplement and the ideographs that look the same (Unicode 14, EquivalentUnifiedIdeograph.txt)."""
_KANGXI = range(0x2F00, 0x2FD6)
_COMPATIBLE = (range(0xF900, 0xFB00), range(0x2F800, 0x2FA20))
_ODD_SPACES = (0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F)
_HIDDEN = (
    *(0xAD, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFC),
    *range(0x200E, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2061, 0x2070),
)
"""Soft hyphen, zero-width characters, marks of direction, the place of an object; variation selectors choose glyphs."""

RADICALS = str.maketrans(_RADICALS, _UNIFIED) | {
    code: unicodedata.normalize("NFKC", chr(code))
    for part in (_KANGXI, *_COMPATIBLE)
    for code in part
    if unicodedata.normalize("NFKC", chr(code)) != chr(code)
}
SPACES = dict.fromkeys(_ODD_SPACES, " ")
HIDDEN = dict.fromkeys(_HIDDEN, "")
CONTROLS = dict.fromkeys((*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)), "")
"""Control characters, which YAML forbids; a word processor's forced line end (U+000B) is one."""
LEAD = {0x3000: "  "} | SPACES | HIDDEN
"""What stands before a line's first word instead of spaces."""
