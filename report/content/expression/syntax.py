"""The text inside {{ }} into a tree. The language is tiny: names, numbers, cells, functions, + - × ÷, and formats.

expression = sum { "|" format }          format = word { word }
sum = product { ("+" | "-") product }    product = atom { ("*" | "×" | "/" | "÷") atom }
atom = number | text | "(" sum ")" | name [ "[" key "]" ] { "." name } | name "(" [ sum { "," sum } ] ")"
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from report.content.expression.values import Scope, WrongError, complaint
from report.content.keys import SHAPES, WORDS
from report.patterns import late
from report.problem import Place
from report.record import record

MAX_LENGTH = 400
MAX_DEPTH = 20
SUMS = {"+": "+", "-": "-"}
PRODUCTS = {"*": "×", "×": "×", "/": "÷", "÷": "÷"}
_HYPHENED = sorted(
    {word for table in ("format", "function") for word in WORDS[table].values() if "-" in word}
    | {key.name for key in SHAPES["document"] if "-" in key.name},
    key=len,
    reverse=True,
)
"""English names of the language that have a hyphen; no subtraction of facts is mistaken for one."""
_TOKEN = late(
    r"\s*(?:(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"|(?P<name>(?:{'|'.join(_HYPHENED)})(?![\w-])|[^\W\d]\w*)"
    r"|(?P<text>\"[^\"]*\"|'[^']*'|“[^”]*”)"
    r"|(?P<sign>[-+*×/÷().|\[\],，])"
    r"|(?P<other>\S))"
)


@record
class Number:
    value: Decimal
    text: str
    place: Place


@record
class Quoted:
    text: str
    place: Place


@record
class Name:
    """A name with what follows it: `培训[2025].人次` is 培训, key 2025, members (人次)."""

    name: str
    key: str | None
    members: tuple[tuple[str, Place], ...]
    place: Place


@record
class Call:
    name: str
    arguments: tuple[Tree, ...]
    place: Place


@record
class Operation:
    sign: str
    left: Tree
    right: Tree
    place: Place


Tree = Number | Quoted | Name | Call | Operation
Word = tuple[str, Place]


def parse(text: str, place: Place, scope: Scope) -> tuple[Tree, tuple[tuple[Word, ...], ...]]:
    """The tree and the formats after it; raises WrongError with the problem noted."""
    if len(text) > MAX_LENGTH:
        raise complaint(scope, "expression-long", place, limit=MAX_LENGTH)
    return _Reading(text, place, scope).whole()


class _Reading:
    """One reading of one expression from left to right."""

    def __init__(self, text: str, place: Place, scope: Scope) -> None:
        self.place, self.scope = place, scope
        found = ((m.lastgroup or "", m[m.lastgroup or 0], m.start(m.lastgroup or 0)) for m in _TOKEN.finditer(text))
        self.tokens = [*found, ("end", "", len(text))]
        self.at = self.depth = 0

    def whole(self) -> tuple[Tree, tuple[tuple[Word, ...], ...]]:
        tree = self._sum()
        formats = []
        while self._accept("|"):
            formats.append(self._words())
        if self.tokens[self.at][0] != "end":
            raise self._unexpected()
        return tree, tuple(formats)

    def _words(self) -> tuple[Word, ...]:
        """A format: one or more words; a number and 位 may stand together (2位)."""
        words: list[Word] = []
        while self.tokens[self.at][0] in ("name", "number"):
            words.append((self.tokens[self.at][1], self._here()))
            self.at += 1
        if not words:
            raise self._unexpected()
        return tuple(words)

    def _sum(self) -> Tree:
        return self._chain(SUMS, self._product)

    def _product(self) -> Tree:
        return self._chain(PRODUCTS, self._atom)

    def _chain(self, signs: dict[str, str], inner: Callable[[], Tree]) -> Tree:
        left = inner()
        while sign := self._accept(*signs):
            left = Operation(signs[sign], left, inner(), self.place)
        return left

    def _atom(self) -> Tree:
        kind, text, _ = self.tokens[self.at]
        here = self._here()
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise complaint(self.scope, "expression-long", here, limit=MAX_LENGTH)
        try:
            if kind == "number":
                self.at += 1
                return Number(Decimal(text.replace(",", "")), text, here)
            if kind == "text":
                self.at += 1
                return Quoted(text[1:-1], here)
            if kind == "name":
                self.at += 1
                return self._named(text, here)
            if self._accept("("):
                inner = self._sum()
                self._want(")")
                return inner
            raise self._unexpected()
        finally:
            self.depth -= 1

    def _named(self, name: str, here: Place) -> Tree:
        if self._accept("("):
            arguments: list[Tree] = []
            while not self._accept(")"):
                if arguments and not self._accept(",", "，"):
                    raise self._unexpected()
                arguments.append(self._sum())
            return Call(name, tuple(arguments), here)
        key = self._key() if self._accept("[") else None
        members: list[Word] = []
        while self._accept("."):
            kind, text, _ = self.tokens[self.at]
            if kind != "name":
                raise self._unexpected()
            members.append((text, self._here()))
            self.at += 1
        return Name(name, key, tuple(members), here)

    def _key(self) -> str:
        """The key of a row: a number, a word or a quoted text."""
        kind, text, _ = self.tokens[self.at]
        if kind not in ("number", "name", "text"):
            raise self._unexpected()
        self.at += 1
        self._want("]")
        return text[1:-1] if kind == "text" else text

    def _want(self, sign: str) -> None:
        if not self._accept(sign):
            raise self._unexpected()

    def _accept(self, *signs: str) -> str:
        kind, text, _ = self.tokens[self.at]
        if kind == "sign" and text in signs:
            self.at += 1
            return text
        return ""

    def _here(self) -> Place:
        return self.place._replace(column=self.place.column + self.tokens[self.at][2])

    def _unexpected(self) -> WrongError:
        kind, text, _ = self.tokens[self.at]
        code = "expression-ends" if kind == "end" else "expression-syntax"
        return complaint(self.scope, code, self._here(), text=text)
