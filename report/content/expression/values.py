"""What an expression can be: a number with what it counts, a text of the document, or a column of a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from report.content import numerals
from report.content.form import Log, nearest
from report.content.model import Approx, Fact, Figure, Table
from report.problem import Place, Problem, problem, valued
from report.record import field, record

PLACES = 2
"""Decimals to which a result is printed that does not come out even."""


@record
class Quantity:
    """A number with what it counts; `figure` is how it is printed, `fact` its fact when it is one as it stands."""

    value: Decimal
    unit: str
    approx: Approx
    figure: Figure
    fact: str = ""


@record
class Words:
    """A text; `date` says that it is an ISO date, `value` is the number that the text states, when it states one.

    `source` is the variable or column whose text it is, if it is one's.
    """

    text: str
    date: bool = False
    value: Decimal | None = None
    source: str = ""


@record
class ColumnOf:
    """A column of a table, for functions that count over it."""

    table: Table
    index: int


Value = Quantity | Words
Operand = Quantity | Words | ColumnOf


@record
class Scope:
    """What names mean: facts, the values of the document by canonical name, tables; and the log of mistakes."""

    log: Log
    facts: Mapping[str, Fact] = field(default_factory=dict)
    document: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)


class WrongError(Exception):
    """The expression cannot be worked out; the problem has been noted."""


def complaint(scope: Scope, code: str, place: Place, **values: object) -> WrongError:
    """Notes a problem and gives the error that ends the evaluation."""
    scope.log.problems.append(valued(code, place, "error", values))
    return WrongError()


def unknown(scope: Scope, name: str, place: Place, known: Iterable[str]) -> Problem:
    """What is wrong with a name that stands for nothing: no such thing, or a row that says nothing of it."""
    word = scope.log.words.get(name)
    if word is not None and not word.text:
        where = f"{place.file}:{place.line}"
        return problem("empty-word", word.place, name=name, where=where)
    return problem("unknown-fact", place, name=name, near=nearest(name, (*known, *scope.log.words)))


def quantity(fact: Fact) -> Quantity:
    """A fact as it is printed, with its unit."""
    printed = numerals.with_unit(fact.printed, fact.unit, fact.approx)
    return Quantity(fact.value, fact.unit, fact.approx, numerals.figure(printed), fact.name)


def in_unit(fact: Fact, unit: str) -> Quantity:
    """A fact with another word for its unit (4万人 as 4万名)."""
    return Quantity(fact.value, unit, fact.approx, numerals.figure(fact.printed + unit), fact.name)


def computed(value: Decimal, unit: str, approx: Approx = "exact", printed_unit: str = "") -> Quantity:
    """A worked-out number; it prints without unit unless one is asked for, and says 约 where it had to be rounded."""
    rounded = value.quantize(Decimal(1).scaleb(-PLACES), ROUND_HALF_UP)
    if rounded == value:
        return Quantity(value, unit, approx, numerals.figure(numerals.plain(value) + printed_unit))
    return Quantity(rounded, unit, "rounded", numerals.figure(f"约{numerals.plain(rounded)}{printed_unit}"))
