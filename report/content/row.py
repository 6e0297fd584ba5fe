"""A row of a table that a report is made of: its numbers are facts of the report, all its cells are words of it.

A row takes the place of what the report says for itself, so that one report serves as the sample and for every row: a
column of the name of a fact gives that fact its value (unit, qualifier and label stay), one of the name of a variable
gives its text.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from report.content.facts import facts_of_row
from report.content.form import Form, Log
from report.content.model import Column, DataCell, Fact
from report.content.source import Fields, Node, Scalar
from report.record import record, replace

VARIABLES = ("变量", "variables")
COUNTED = frozenset({"integer", "decimal", "percent"})
"""Kinds of columns whose cells are facts."""


@record
class Row:
    """The cells of a row by their columns; `source` is where their figures come from."""

    columns: tuple[Column, ...]
    cells: tuple[DataCell, ...]
    source: str = ""

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Columns and cells as texts."""
        return tuple((column.name, cell.text) for column, cell in self.named())

    def named(self) -> Iterator[tuple[Column, DataCell]]:
        return zip(self.columns, self.cells, strict=True)


NO_ROW = Row((), ())


def words(root: Node, row: Row) -> Mapping[str, Scalar]:
    """What {{ name }} stands for in a text of the report: its variables, and over them the cells of the row."""
    found: dict[str, Scalar] = {}
    entries = root.entries if isinstance(root, Fields) else ()
    for key, value in entries:
        if key.text in VARIABLES and isinstance(value, Fields):
            found |= {name.text: text for name, text in value.entries if isinstance(text, Scalar)}
    return found | {column.name: Scalar(cell.text, True, cell.place) for column, cell in row.named()}


def variable_problems(form: Form) -> None:
    """Notes what is wrong with the variables that a report gives."""
    node = form.node("variables")
    for name, value in node.entries if isinstance(node, Fields) else ():
        if not isinstance(value, Scalar):
            form.log.add("wrong-type", value.place, key=name.text, wanted="@text")


def with_values(node: Node | None, row: Row, language: str) -> Node | None:
    """The facts of a report with the values of a row; one whose cell is empty is left out.

    `language` is that of the report's keys.
    """
    cells = {column.name: cell for column, cell in row.named()}
    if not isinstance(node, Fields) or not cells:
        return node
    entries = []
    for name, value in node.entries:
        cell = cells.get(name.text)
        if cell is None:
            entries.append((name, value))
        elif cell.text:
            entries.append(
                (replace(name, place=cell.place), _valued(value, cell, "value" if language == "en" else "值"))
            )
    return Fields(tuple(entries), node.place)


def _valued(fact: Node, cell: DataCell, name: str) -> Node:
    """A fact with the value of a cell in the place of its own, and of its printed form."""
    if not isinstance(fact, Fields):
        return fact
    kept = [(key, value) for key, value in fact.entries if key.text not in ("值", "value", "印作", "printed")]
    value = Scalar(cell.text, True, cell.place)
    return Fields(((Scalar(name, True, cell.place), value), *kept), cell.place)


def row_facts(row: Row, known: Container[str], source: str, log: Log) -> list[Fact]:
    """The facts of the columns of numbers that the report itself does not name."""
    return [
        fact
        for column, cell in row.named()
        if column.kind in COUNTED and column.name not in known and cell.text
        for fact in facts_of_row(column.name, cell, column.unit, row.source or source, log)
    ]
