"""The value of an expression: facts, document values, cells, sums and products of exact numbers, functions, formats."""

from __future__ import annotations

from decimal import Decimal, localcontext

from report.content import numerals
from report.content.expression.formats import formatted
from report.content.expression.functions import call
from report.content.expression.syntax import Call, Name, Number, Operation, Quoted, Tree, Word, parse
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
    quantity,
    unknown,
)
from report.content.form import nearest
from report.content.keys import SHAPES
from report.content.model import Approx, DataCell, Table
from report.patterns import late
from report.problem import Place

DIGITS = 34
"""Significant digits of a division, as in decimal128."""
MOST_DIGITS = 26
"""Digits before the point of what a report may count with; the decimal module keeps 28 in all."""
DOCUMENT = ("文档", "document")
ISO = late(r"\d{4}-\d\d(-\d\d)?")
"""A variable or cell that is a date, and may be printed as one."""
DATES = frozenset({"date", "as-of", "signed"})


def evaluate(text: str, place: Place, scope: Scope) -> Value | None:
    """The value of an expression whose first character stands at `place`; None, with a problem, when it has none."""
    try:
        tree, formats = parse(text, place, scope)
        value = worked_out(tree, scope)
        if isinstance(value, ColumnOf):
            raise complaint(scope, "column-alone", place, name=value.table.columns[value.index].name)
        for words in formats:
            value = formatted(value, words, scope)
    except WrongError:
        return None
    except ArithmeticError:
        scope.log.add("number-too-long", place, limit=MOST_DIGITS)
        return None
    return value


def holds(text: str, place: Place, scope: Scope) -> tuple[bool, str, str] | None:
    """Whether an equation or inequality holds, and both its sides as printed; None, with a problem, when it is none."""
    for sign in ("==", "<=", ">=", "!=", "<", ">", "＝"):
        left, found, right = text.partition(sign)
        if found:
            break
    else:
        scope.log.add("not-an-equation", place, text=text)
        return None
    sides = []
    for part, at in ((left, 0), (right, len(left) + len(found))):
        lead = len(part) - len(part.lstrip())
        value = evaluate(part.strip(), place._replace(column=place.column + at + lead), scope)
        if not isinstance(value, Quantity):
            if value is not None:
                scope.log.add("not-a-number", place, text=part.strip())
            return None
        sides.append(value)
    a, b = sides
    truths = {"==": a.value == b.value, "＝": a.value == b.value, "!=": a.value != b.value}
    truths |= {"<": a.value < b.value, ">": a.value > b.value, "<=": a.value <= b.value, ">=": a.value >= b.value}
    return truths[found], numerals.plain(a.value), numerals.plain(b.value)


def worked_out(tree: Tree, scope: Scope) -> Operand:
    """The value of a tree; raises WrongError with the problem noted."""
    match tree:
        case Number(value):
            return computed(value, "")
        case Quoted(text):
            return Words(text)
        case Name():
            return _named(tree, scope)
        case Call(name, arguments, place):
            return call(name, arguments, place, scope, worked_out)
        case Operation(sign, left, right, place):
            return _operation(sign, worked_out(left, scope), worked_out(right, scope), place, scope)


def _named(tree: Name, scope: Scope) -> Operand:
    if tree.name in scope.tables and (tree.members or tree.key is not None):
        return _of_table(tree, scope.tables[tree.name], scope)
    if tree.members:
        return _of_document(tree, scope)
    fact = scope.facts.get(tree.name)
    if fact is not None and tree.key is None:
        return quantity(fact)
    word = scope.log.words.get(tree.name)
    if word is not None and word.text and tree.key is None:
        return Words(word.text, date=ISO.fullmatch(word.text) is not None, source=tree.name)
    scope.log.problems.append(unknown(scope, tree.name, tree.place, (*scope.facts, *scope.tables)))
    raise WrongError


def _of_table(tree: Name, table: Table, scope: Scope) -> Operand:
    """A column, or with a key one of its cells."""
    names = [column.name for column in table.columns]
    if len(tree.members) != 1 or tree.members[0][0] not in names:
        name, place = tree.members[0] if tree.members else ("", tree.place)
        near, known = nearest(name, names), "、".join(names)
        raise complaint(scope, "no-column", place, name=name, table=table.name, near=near, all=known)
    index = names.index(tree.members[0][0])
    if tree.key is None:
        return ColumnOf(table, index)
    return cell_value(table, index, row_of(table, tree.key, tree.place, scope), tree.place, scope)


def row_of(table: Table, key: str, place: Place, scope: Scope) -> tuple[DataCell, ...]:
    """The row whose key cell says `key`."""
    at = next((i for i, column in enumerate(table.columns) if column.name == table.key), 0)
    for row in table.rows:
        if row[at].text == key or (isinstance(row[at].value, Decimal) and numerals.parse(key) == row[at].value):
            return row
    known = [row[at].text for row in table.rows]
    near = nearest(key, known)
    raise complaint(scope, "no-row", place, key=key, table=table.name, near=near, all="、".join(known[:12]))


def cell_value(table: Table, index: int, row: tuple[DataCell, ...], place: Place, scope: Scope) -> Value:
    """The value of a cell; an empty one is a mistake where it is named."""
    value = row[index].value
    if value is None:
        where = f"{row[index].place.file}:{row[index].place.line}"
        raise complaint(scope, "empty-value", place, table=table.name, column=table.columns[index].name, where=where)
    if isinstance(value, Decimal):
        return computed(value, table.columns[index].unit)
    return Words(value)


def _of_document(tree: Name, scope: Scope) -> Words:
    member, place = tree.members[0]
    if tree.name in scope.facts:
        raise complaint(scope, "fact-member", place, name=tree.name)
    if tree.name not in DOCUMENT:
        known = (*DOCUMENT[:1], *scope.tables)
        raise complaint(scope, "unknown-fact", tree.place, name=tree.name, near=nearest(tree.name, known))
    rows = {name: key for key in SHAPES["document"] for name in (key.zh, key.name)}
    if member not in rows or len(tree.members) > 1:
        known = tuple(key.zh for key in SHAPES["document"])
        raise complaint(scope, "unknown-field", place, name=member, near=nearest(member, known), all="、".join(known))
    name = rows[member].name
    return Words(scope.document.get(name, ""), date=name in DATES)


def _operation(sign: str, left: Operand, right: Operand, place: Place, scope: Scope) -> Quantity:
    a, b = (exact(value, place, scope) for value in (left, right))
    approx: Approx = "rounded" if "rounded" in (a.approx, b.approx) else "exact"
    if sign in "+-":
        if a.unit and b.unit and a.unit != b.unit:
            raise complaint(scope, "units-differ", place, one=a.unit, other=b.unit)
        value = a.value + b.value if sign == "+" else a.value - b.value
        return computed(value, a.unit or b.unit, approx)
    if sign == "×":
        return computed(a.value * b.value, a.unit or b.unit, approx)
    if b.value == 0:
        raise complaint(scope, "division-by-zero", place)
    with localcontext(prec=DIGITS):
        return computed(a.value / b.value, "" if a.unit == b.unit else a.unit, approx)


def exact(value: Operand, place: Place, scope: Scope) -> Quantity:
    """A number that can be counted with: 余, 近 and claims cannot."""
    if isinstance(value, ColumnOf):
        raise complaint(scope, "column-alone", place, name=value.table.columns[value.index].name)
    if isinstance(value, Words):
        raise complaint(scope, "not-a-number", place, text=value.text)
    if value.approx in ("over", "near", "claim"):
        raise complaint(scope, "inexact-operand", place, text=value.figure.text)
    return value


__all__ = ["Tree", "Word", "cell_value", "evaluate", "exact", "holds", "row_of", "worked_out"]
