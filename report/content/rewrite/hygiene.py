"""The words of one text without what pasting left in them: each rule on its own, all of them until nothing changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from report.content.rewrite.characters import HAN, HIDDEN, RADICALS, SPACES
from report.named import NamedTuple
from report.patterns import late

VALUE, FOREIGN = "\ufdd0", "\ufdd1"
"""Noncharacters that stand for {{ }} and markup, and for addresses, while the rules run."""
_KEPT = late(
    r"(?P<value>\{\{.*?\}\}|\]\([^()\s]*\)|\]\{[^{}]*\}|〔[^|〔〕]*\|)"
    r"|(?P<foreign>[A-Za-z][A-Za-z+.-]*://[^\s，。；：）”]+|www\.[^\s，。；：）”]+|[\w.+-]+@[\w-]+\.[\w.-]+)"
)
_OPEN, _CLOSE = "“‘（《「『【〔", "”’）》」』】〕"
_STOPS = {",": "，", ".": "。", ";": "；", ":": "：", "!": "！", "?": "？"}
_STOP = late(
    rf"(?<=[{HAN}{_CLOSE}%{VALUE}])([,.;:]|[!?]{{1,3}})"
    rf"(?: *(?=[{HAN}{_OPEN}{VALUE}])|(?=[ \n]*(?:\Z|\n|[{HAN}{_OPEN}])))"
)
_ROUND = late(rf"(?<![A-Za-z0-9_\[({FOREIGN}])([(（])([^()（）\n]*)([)）])")
_DOUBLE = late(r'(\\?")(.*?)\1', re.S)
_SINGLE = late(rf"(?<![A-Za-z0-9'])'([^'\n]*[{HAN}][^'\n]*)'(?![A-Za-z0-9'])")
_BESIDE = late(f"[{HAN}{_OPEN}{_CLOSE}]")
_HAN = late(f"[{HAN}{VALUE}]")
_WESTERN = late(rf"[A-Za-z0-9{FOREIGN}]")


class Step(NamedTuple):
    """What one rule made of a text."""

    kind: str
    before: str
    after: str


def tidied(text: str, quote: str) -> Iterator[Step]:
    """The steps by which a text becomes clean; `quote` is the quotation mark that holds it in the file, if any."""
    if VALUE in text or FOREIGN in text:
        return
    changed = True
    while changed:
        changed = False
        for kind, rule in _RULES:
            after = _outside(text, lambda bare, rule=rule: rule(bare, quote))  # type: ignore[misc]
            if after != text:
                yield Step(kind, text, after)
                text, changed = after, True


def _outside(text: str, rule: Callable[[str], str]) -> str:
    """The rule applied to a text whose protected parts it cannot see into."""
    kept = [found[0] for found in _KEPT.finditer(text)]
    bare = _KEPT.sub(lambda found: VALUE if found["value"] else FOREIGN, text)
    parts = iter(kept)
    return re.sub(f"[{VALUE}{FOREIGN}]", lambda _: next(parts), rule(bare))


def _radicals(text: str, _quote: str) -> str:
    return text.translate(RADICALS)


def _spaces(text: str, _quote: str) -> str:
    return text.translate(SPACES)


def _hidden(text: str, _quote: str) -> str:
    return text.translate(HIDDEN)


def _indents(text: str, _quote: str) -> str:
    """Paragraphs indented by hand: the theme indents."""
    return re.sub(r"(?m)^[ \u3000]*\u3000(?=[^ \u3000\n])", "", text)


def _stops(text: str, _quote: str) -> str:
    def wide(found: re.Match[str]) -> str:
        left = text[found.start() - 1]
        right = text[found.end() :].lstrip(" ")[:1]
        if VALUE in (left, right) and not _BESIDE.search(left + right if right.strip() else text):
            return found[0]
        return "".join(_STOPS[sign] for sign in found[1])

    return _STOP.sub(wide, text)


def _brackets(text: str, _quote: str) -> str:
    def wide(found: re.Match[str]) -> str:
        following = text[found.end() : found.end() + 1]
        if found[1] + found[3] == "（）" or not _HAN.search(found[2]) or _WESTERN.match(following):
            return found[0]
        return f"（{found[2]}）"

    return _ROUND.sub(wide, text)


def _quotes(text: str, quote: str) -> str:
    paragraphs = re.split(r"(\n[ \t]*\n)", text)
    return "".join(_curled(part, quote) for part in paragraphs)


def _curled(text: str, quote: str) -> str:
    """Straight quotes beside Han, in pairs; an odd one may be an inch and stays."""

    def curly(found: re.Match[str]) -> str:
        around = text[found.start() - 1 : found.start()] + text[found.end() : found.end() + 1]
        held = (found[1] == '\\"') == (quote == '"')
        return f"“{found[2]}”" if held and _HAN.search(found[2] + around) else found[0]

    if text.count('"') % 2 == 0:
        text = _DOUBLE.sub(curly, text)
    return text if quote == "'" else _SINGLE.sub(r"‘\1’", text)


_RULES: tuple[tuple[str, Callable[[str, str], str]], ...] = (
    ("radicals", _radicals),
    ("hidden", _hidden),
    ("spaces", _spaces),
    ("indents", _indents),
    ("stops", _stops),
    ("brackets", _brackets),
    ("quotes", _quotes),
)
