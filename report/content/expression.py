"""The tiny language inside {{ }}: names, numbers, + - × ÷, and formats after a bar. No calls into Python, no loops.

expression = sum { "|" word { word } }      sum = product { ("+" | "-") product }
product = atom { ("*" | "×" | "/" | "÷") atom }      atom = number | name { "." name } | "(" sum ")"
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, localcontext

from report.content import numerals
from report.content.form import Log, nearest
from report.content.keys import SHAPES, WORDS, canonical
from report.content.model import Approx, Fact, Figure, Table
from report.problem import Place, valued

MAX_LENGTH = 400
MAX_DEPTH = 20
PLACES = 2
"""Decimals to which a result is printed that does not come out even."""

_TOKEN = re.compile(r"\s*(?:(?P<number>\d[\d,]*(?:\.\d+)?)|(?P<name>[^\W\d]\w*)|(?P<sign>[-+*×/÷().|])|(?P<other>\S))")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts; `figure` is how it is printed, `fact` its fact when it is one as it stands."""

    value: Decimal
    unit: str
    approx: Approx
    figure: Figure
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A text of the document (文档.标题); `date` says that it is an ISO date."""

    text: str
    date: bool = False


Value = Quantity | Words


@dataclass(frozen=True, slots=True)
class Scope:
    """What names mean: facts, the values of the document by canonical name, tables; and the log of mistakes."""

    log: Log
    facts: Mapping[str, Fact] = field(default_factory=dict)
    document: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)


class _Wrong(Exception):
    """The expression cannot be worked out; the problem has been noted."""


def evaluate(text: str, place: Place, scope: Scope) -> Value | None:
    """The value of an expression whose first character stands at `place`; None, with a problem, when it has none."""
    try:
        if len(text) > MAX_LENGTH:
            raise _complaint(scope, "expression-long", place, limit=MAX_LENGTH)
        return _Evaluation(text, place, scope).whole()
    except _Wrong:
        return None


def quantity(fact: Fact) -> Quantity:
    """A fact as it is printed, with its unit."""
    printed = numerals.with_unit(fact.printed, fact.unit, fact.approx)
    return Quantity(fact.value, fact.unit, fact.approx, numerals.figure(printed), fact.name)


def in_unit(fact: Fact, unit: str) -> Quantity:
    """A fact with another word for its unit (4万人 as 4万名)."""
    return Quantity(fact.value, unit, fact.approx, numerals.figure(fact.printed + unit), fact.name)


def _complaint(scope: Scope, code: str, place: Place, **values: object) -> _Wrong:
    scope.log.problems.append(valued(code, place, "error", values))
    return _Wrong()


class _Evaluation:
    """One reading of one expression from left to right, evaluated as it is read."""

    def __init__(self, text: str, place: Place, scope: Scope) -> None:
        self.place, self.scope = place, scope
        self.tokens = [
            (m.lastgroup or "", m[m.lastgroup or 0], m.start(m.lastgroup or 0)) for m in _TOKEN.finditer(text)
        ]
        self.tokens.append(("end", "", len(text)))
        self.at = self.depth = 0

    def whole(self) -> Value:
        value = self._sum()
        while self._accept("|"):
            value = self._format(value)
        if self._kind() != "end":
            raise self._unexpected()
        return value

    def _sum(self) -> Value:
        value = self._product()
        while sign := self._accept("+", "-"):
            value = self._added(value, self._product(), sign)
        return value

    def _product(self) -> Value:
        value = self._atom()
        while sign := self._accept("*", "×", "/", "÷"):
            value = self._multiplied(value, self._atom(), sign)
        return value

    def _atom(self) -> Value:
        kind, text, _ = self.tokens[self.at]
        here = self._here()
        if kind == "number":
            self.at += 1
            return _computed(Decimal(text.replace(",", "")), "", "exact")
        if kind == "name":
            self.at += 1
            return self._named(text, here)
        if self._accept("("):
            self.depth += 1
            if self.depth > MAX_DEPTH:
                raise _complaint(self.scope, "expression-long", here, limit=MAX_LENGTH)
            value = self._sum()
            if not self._accept(")"):
                raise self._unexpected()
            self.depth -= 1
            return value
        raise self._unexpected()

    def _named(self, name: str, here: Place) -> Value:
        if self._accept("."):
            return self._member(name, here)
        fact = self.scope.facts.get(name)
        if fact is None:
            near = nearest(name, tuple(self.scope.facts))
            raise _complaint(self.scope, "unknown-fact", here, name=name, near=near)
        return quantity(fact)

    def _member(self, name: str, here: Place) -> Words:
        kind, member, _ = self.tokens[self.at]
        place = self._here()
        rows = {key.zh: key for key in SHAPES["document"]} | {key.name: key for key in SHAPES["document"]}
        if name in self.scope.facts:
            raise _complaint(self.scope, "fact-member", place, name=name)
        if name not in ("文档", "document"):
            raise _complaint(self.scope, "unknown-fact", here, name=name, near="文档")
        if kind != "name" or member not in rows:
            known = [key.zh for key in SHAPES["document"]]
            near = nearest(member, known)
            raise _complaint(self.scope, "unknown-field", place, name=member, near=near, all="、".join(known))
        self.at += 1
        field_name = rows[member].name
        return Words(self.scope.document.get(field_name, ""), date=field_name in ("date", "as-of"))

    def _added(self, left: Value, right: Value, sign: str) -> Quantity:
        a, b = self._numbers(left, right)
        if a.unit and b.unit and a.unit != b.unit:
            raise _complaint(self.scope, "units-differ", self.place, one=a.unit, other=b.unit)
        value = a.value + b.value if sign == "+" else a.value - b.value
        return _computed(value, a.unit or b.unit, _approx(a, b))

    def _multiplied(self, left: Value, right: Value, sign: str) -> Quantity:
        a, b = self._numbers(left, right)
        if sign in "*×":
            return _computed(a.value * b.value, a.unit or b.unit, _approx(a, b))
        if b.value == 0:
            raise _complaint(self.scope, "division-by-zero", self.place)
        with localcontext(prec=34):
            return _computed(a.value / b.value, "" if a.unit == b.unit else a.unit, _approx(a, b))

    def _numbers(self, *values: Value) -> tuple[Quantity, Quantity]:
        """Both as exact numbers: 余, 近 and claims cannot be counted with."""
        for value in values:
            if not isinstance(value, Quantity):
                raise _complaint(self.scope, "not-a-number", self.place, text=value.text)
            if value.approx in ("over", "near", "claim"):
                raise _complaint(self.scope, "inexact-operand", self.place, text=value.figure.text)
        left, right = (value for value in values if isinstance(value, Quantity))
        return left, right

    def _format(self, value: Value) -> Value:
        here = self._here()
        word = self._next_name()
        name = canonical("format", word)
        match name, value:
            case "number", Quantity():
                return Quantity(value.value, "", value.approx, _bare(value), value.fact)
            case "unit", Quantity():
                unit = self._next_name()
                fact = self.scope.facts.get(value.fact)
                if fact is not None:
                    return in_unit(fact, unit)
                return _computed(value.value, unit, value.approx, unit)
            case "date", Words(date=True):
                return Words(_written_date(value.text, 3))
            case "month", Words(date=True):
                return Words(_written_date(value.text, 2))
        known = "、".join(WORDS["format"])
        if name is None:
            raise _complaint(
                self.scope, "unknown-format", here, name=word, near=nearest(word, list(WORDS["format"])), all=known
            )
        raise _complaint(self.scope, "format-mismatch", here, name=word)

    def _next_name(self) -> str:
        kind, text, _ = self.tokens[self.at]
        if kind != "name":
            raise self._unexpected()
        self.at += 1
        return text

    def _accept(self, *signs: str) -> str:
        kind, text, _ = self.tokens[self.at]
        if kind == "sign" and text in signs:
            self.at += 1
            return text
        return ""

    def _kind(self) -> str:
        return self.tokens[self.at][0]

    def _here(self) -> Place:
        return self.place._replace(column=self.place.column + self.tokens[self.at][2])

    def _unexpected(self) -> _Wrong:
        kind, text, _ = self.tokens[self.at]
        code = "expression-ends" if kind == "end" else "expression-syntax"
        return _complaint(self.scope, code, self._here(), text=text)


def _computed(value: Decimal, unit: str, approx: Approx, printed_unit: str = "") -> Quantity:
    """A worked-out number; it prints without unit unless one is asked for, and says 约 where it had to be rounded."""
    rounded = value.quantize(Decimal(1).scaleb(-PLACES), ROUND_HALF_UP)
    if rounded == value:
        return Quantity(value, unit, approx, numerals.figure(numerals.plain(value) + printed_unit))
    return Quantity(rounded, unit, "rounded", numerals.figure(f"约{numerals.plain(rounded)}{printed_unit}"))


def _approx(a: Quantity, b: Quantity) -> Approx:
    return "rounded" if "rounded" in (a.approx, b.approx) else "exact"


def _bare(value: Quantity) -> Figure:
    """The figure without the unit at its end: 2135个 as 2135, 25亿元 as 25亿."""
    figure = value.figure
    return figure._replace(suffix=figure.suffix.removesuffix(value.unit)) if value.unit else figure


def _written_date(iso: str, parts: int) -> str:
    """2024-01-21 as 2024年1月21日, or 2024年1月 with two parts."""
    words = [f"{int(part)}{word}" for part, word in zip(iso.split("-"), "年月日", strict=False)]
    return "".join(words[:parts])
