"""What an edition keeps of a report's figures: every fact, and every number of its tables, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from report.content import numerals
from report.content.model import Report, Table
from report.named import NamedTuple
from report.problem import Place

MOST_ROWS = 500
"""Rows above which a table is a register and no table of figures: its changes are told by its text alone."""


class KeptFigure(NamedTuple):
    """A figure: exact value, unit, printed form, and where it is written."""

    value: str
    unit: str
    printed: str
    place: Place


def kept_figures(report: Report) -> Mapping[str, KeptFigure]:
    """By name: a fact's own, or table[key].column as an expression would say it; of one name the first counts."""
    found: dict[str, KeptFigure] = {}
    for fact in report.facts.values():
        found[fact.name] = KeptFigure(numerals.plain(fact.value), fact.unit, fact.printed, fact.place)
    for table in report.tables.values():
        for name, figure in _cells(table):
            found.setdefault(name, figure)
    return found


def _cells(table: Table) -> Iterator[tuple[str, KeptFigure]]:
    names = [column.name for column in table.columns]
    if len(table.rows) > MOST_ROWS or not names:
        return
    key = names.index(table.key) if table.key in names else 0
    for row in table.rows:
        for at, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            if at != key and isinstance(cell.value, Decimal):
                figure = KeptFigure(numerals.plain(cell.value), column.unit, cell.text, cell.place)
                yield f"{table.name}[{row[key].text}].{column.name}", figure
