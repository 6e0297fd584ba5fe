"""The functions of expressions: over columns of tables, and comparisons that print with their direction word."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal, localcontext

from report.content import numerals
from report.content.expression.syntax import Name, Number, Quoted, Tree
from report.content.expression.values import (
    ColumnOf,
    Operand,
    Quantity,
    Scope,
    Value,
    Words,
    WrongError,
    complaint,
    computed,
)
from report.content.form import nearest
from report.content.keys import WORDS, canonical
from report.content.model import DataCell, Table
from report.problem import Place

Evaluate = Callable[[Tree, Scope], Operand]
TENTH = Decimal("0.1")
BASES = {"上年": "@last-year", "上期": "@last-period"}
"""What messages call the base of a comparison."""
DOUBLED = {Decimal(2): "翻一番", Decimal(4): "翻两番", Decimal(8): "翻三番"}
"""Only exact doubling may be called so."""


class Calling:
    """One call: its name as written, arguments, place, scope, and the way to work out an argument."""

    def __init__(self, name: str, arguments: tuple[Tree, ...], place: Place, scope: Scope, evaluate: Evaluate) -> None:
        self.name, self.arguments, self.place, self.scope, self.evaluate = name, arguments, place, scope, evaluate

    def wrong(self, code: str, **values: object) -> WrongError:
        return complaint(self.scope, code, self.place, **values)

    def column(self, at: int) -> ColumnOf:
        value = self.evaluate(self.arguments[at], self.scope)
        if not isinstance(value, ColumnOf):
            raise self.wrong("wants-column", name=self.name)
        return value

    def number(self, at: int) -> Quantity:
        """An exact number; a rounded one will do, 余 and 近 will not."""
        value = self.evaluate(self.arguments[at], self.scope)
        if not isinstance(value, Quantity):
            raise self.wrong("not-a-number", text=value.text if isinstance(value, Words) else self.name)
        if value.approx in ("over", "near", "claim"):
            raise self.wrong("inexact-operand", text=value.figure.text)
        return value

    def key(self, at: int) -> str:
        """An argument that names a row, as it is written."""
        match self.arguments[at]:
            case Number(_, text) | Quoted(text):
                return text
            case Name(name, None, ()):
                return name
        raise self.wrong("wants-key", name=self.name)


def call(name: str, arguments: tuple[Tree, ...], place: Place, scope: Scope, evaluate: Evaluate) -> Value:
    """The value of a function; raises WrongError with the problem noted."""
    known = canonical("function", name)
    if known is None:
        names = list(WORDS["function"])
        near = nearest(name, names)
        raise complaint(scope, "unknown-function", place, name=name, near=near, all="、".join(names))
    least, most, function = FUNCTIONS[known]
    if not least <= len(arguments) <= most:
        raise complaint(scope, "argument-count", place, name=name, given=len(arguments), wanted=least)
    return function(Calling(name, arguments, place, scope, evaluate))


def numbers(column: ColumnOf) -> list[tuple[Decimal, tuple[DataCell, ...]]]:
    """The numbers of a column with their rows; empty cells are left out."""
    found = []
    for row in column.table.rows:
        value = row[column.index].value
        if isinstance(value, Decimal):
            found.append((value, row))
    return found


def _over(reduce: Callable[[list[Decimal]], Decimal]) -> Callable[[Calling], Value]:
    """A function over the numbers of a column."""

    def function(calling: Calling) -> Value:
        column = calling.column(0)
        found = [value for value, _ in numbers(column)]
        if not found:
            raise calling.wrong("no-numbers", name=_title(column))
        with localcontext(prec=34):
            return computed(reduce(found), column.table.columns[column.index].unit)

    return function


def _extreme(sign: int) -> Callable[[Calling], Value]:
    """The key of the row with the highest (or lowest) number."""

    def function(calling: Calling) -> Value:
        column = calling.column(0)
        found = numbers(column)
        if not found:
            raise calling.wrong("no-numbers", name=_title(column))
        _, row = max(found, key=lambda pair: sign * pair[0])
        return Words(row[key_index(column.table)].text)

    return function


def _count(calling: Calling) -> Value:
    """How many cells of a column are filled."""
    column = calling.column(0)
    return computed(Decimal(sum(row[column.index].value is not None for row in column.table.rows)), "")


def _rank(calling: Calling) -> Value:
    """The place of a row when the column is sorted from the highest; equal numbers share a place."""
    column = calling.column(0)
    own = _cell(calling, column, calling.key(1))
    return computed(Decimal(1 + sum(value > own for value, _ in numbers(column))), "")


def _year_on_year(calling: Calling) -> Value:
    """比上年增长12.3%: a year against the one before it, both of which must be there."""
    column, key = calling.column(0), calling.key(1)
    if not key.isdigit():
        raise calling.wrong("wants-year", name=calling.name, key=key)
    now, before = _cell(calling, column, key), _cell(calling, column, str(int(key) - 1))
    return _change(calling, now, before, "上年")


def _period_on_period(calling: Calling) -> Value:
    """比上期…: a row against the one above it."""
    column, key = calling.column(0), calling.key(1)
    at = _row_index(calling, column.table, key)
    if at == 0:
        raise calling.wrong("no-base", key=key)
    values = [column.table.rows[i][column.index].value for i in (at, at - 1)]
    now, before = (value for value in values if isinstance(value, Decimal)) if _all_numbers(values) else (None, None)
    if now is None or before is None:
        raise calling.wrong("no-base", key=key)
    return _change(calling, now, before, "上期")


def _all_numbers(values: list[Decimal | str | None]) -> bool:
    return all(isinstance(value, Decimal) for value in values)


def _change(calling: Calling, now: Decimal, before: Decimal, base: str) -> Words:
    if before == 0:
        raise calling.wrong("base-zero", base=BASES[base])
    if now == before:
        return Words(f"与{base}持平", value=Decimal(0))
    with localcontext(prec=34):
        share = abs(now - before) / abs(before) * 100
    percent = share.quantize(TENTH, ROUND_HALF_UP)
    if percent == 0:
        return Words(f"与{base}基本持平", value=Decimal(0))
    word = "增长" if now > before else "下降"
    return Words(f"比{base}{word}{numerals.plain(percent)}%", value=percent)


def _share(calling: Calling) -> Value:
    """占12.3%: a part of a whole."""
    part, whole = calling.number(0), calling.number(1)
    if whole.value == 0:
        raise calling.wrong("base-zero", base="@whole")
    if part.unit and whole.unit and part.unit != whole.unit:
        raise calling.wrong("units-differ", one=part.unit, other=whole.unit)
    with localcontext(prec=34):
        percent = (part.value / whole.value * 100).quantize(TENTH, ROUND_HALF_UP)
    return Words(f"占{numerals.plain(percent)}%", value=percent)


def _points(calling: Calling) -> Value:
    """提高1.2个百分点: the difference of two percentages."""
    now, before = calling.number(0), calling.number(1)
    for one in (now, before):
        if one.unit not in ("%", "％", ""):
            raise calling.wrong("wants-percent", unit=one.unit)
    difference = now.value - before.value
    if difference == 0:
        return Words("持平", value=difference)
    word = "提高" if difference > 0 else "下降"
    return Words(f"{word}{numerals.plain(abs(difference))}个百分点", value=abs(difference))


def _times(calling: Calling) -> Value:
    """增至2.5倍; 翻一番 only where the ratio is exactly two."""
    now, before = calling.number(0), calling.number(1)
    if before.value == 0:
        raise calling.wrong("base-zero", base="@base")
    with localcontext(prec=34):
        ratio = now.value / before.value
    if ratio in DOUBLED:
        return Words(DOUBLED[ratio], value=ratio)
    if ratio == 1:
        return Words("持平", value=ratio)
    shown = ratio.quantize(TENTH, ROUND_HALF_UP)
    return Words(f"{'增' if ratio > 1 else '降'}至{numerals.plain(shown)}倍", value=shown)


def key_index(table: Table) -> int:
    """The index of the key column; the first where none is named."""
    return next((i for i, column in enumerate(table.columns) if column.name == table.key), 0)


def _row_index(calling: Calling, table: Table, key: str) -> int:
    at = key_index(table)
    number = numerals.parse(key)
    for i, row in enumerate(table.rows):
        if row[at].text == key or (number is not None and row[at].value == number):
            return i
    known = [row[at].text for row in table.rows]
    near = nearest(key, known)
    raise calling.wrong("no-row", key=key, table=table.name, near=near, all="、".join(known[:12]))


def _cell(calling: Calling, column: ColumnOf, key: str) -> Decimal:
    row = column.table.rows[_row_index(calling, column.table, key)]
    value = row[column.index].value
    if not isinstance(value, Decimal):
        where = f"{row[column.index].place.file}:{row[column.index].place.line}"
        name = column.table.columns[column.index].name
        raise calling.wrong("empty-value", table=column.table.name, column=name, where=where)
    return value


def _title(column: ColumnOf) -> str:
    return f"{column.table.name}.{column.table.columns[column.index].name}"


FUNCTIONS: dict[str, tuple[int, int, Callable[[Calling], Value]]] = {
    "sum": (1, 1, _over(lambda found: sum(found, Decimal(0)))),
    "mean": (1, 1, _over(lambda found: sum(found, Decimal(0)) / len(found))),
    "max": (1, 1, _over(max)),
    "min": (1, 1, _over(min)),
    "top": (1, 1, _extreme(1)),
    "bottom": (1, 1, _extreme(-1)),
    "rank": (2, 2, _rank),
    "count": (1, 1, _count),
    "year-on-year": (2, 2, _year_on_year),
    "period-on-period": (2, 2, _period_on_period),
    "share": (2, 2, _share),
    "points-difference": (2, 2, _points),
    "times": (2, 2, _times),
}
"""Least and most arguments, and what works the function out."""
