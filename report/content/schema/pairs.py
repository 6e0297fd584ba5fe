"""Words of the tables in pairs, one Chinese and one English, and those that stand as they are in either language."""

from __future__ import annotations

from typing import Literal

from report.content.keys import WORDS

Language = Literal["zh", "en"]

PRINTED = frozenset({"余", "多", "以上", "近", "不足", "左右", "约"})
"""Words of approximation that are printed beside the figure: their English names would not say which one to print."""


def pairs(table: str) -> dict[str, str]:
    """Chinese word to English word, each of them once."""
    return {zh: en for zh, en in WORDS[table].items() if table != "approx" or zh not in PRINTED}


def translated(table: str, word: str, to: Language) -> str:
    """The word in the other language; itself where it has no other name."""
    forth = pairs(table)
    return {en: zh for zh, en in forth.items()}.get(word, word) if to == "zh" else forth.get(word, word)


def offered(table: str, language: Language) -> list[str]:
    """The words of a table that a file in this language may use."""
    forth = pairs(table)
    own = list(forth) if language == "zh" else list(forth.values())
    both = [word for zh, en in WORDS[table].items() if zh not in forth for word in (zh, en)]
    return list(dict.fromkeys([*own, *(word for word in both if word not in forth.values())]))
