"""Values of Python into what a reader of files makes: maps and lists into nodes, frames into rows, each with its place.

A place in a map is named by its path (`dict 正文[2].段`), a cell by its row and column (`frame 培训 row 3 人次`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from report.content.source import Fields, Items, Node, Scalar
from report.content.tables.cells import Cell, Rows
from report.named import NamedTuple
from report.problem import ContentError, Place, Problem, problem

if TYPE_CHECKING:
    from report.content.model import Guest


class Given(NamedTuple):
    """What a caller hands over in place of files: the report itself, tables and drawings by name."""

    root: Node | None = None
    tables: tuple[tuple[str, Rows], ...] = ()
    guests: tuple[tuple[str, Guest], ...] = ()


def node(value: object, path: str = "") -> Node:
    """A map, a list or a value as a node."""
    place = Place(f"dict {path}".strip(), 1, 1)
    if hasattr(value, "item") and hasattr(value, "dtype"):  # a scalar of numpy
        value = value.item()
    match value:
        case Mapping():
            entries = ((str(key), one) for key, one in value.items())
            return Fields(tuple((Scalar(k, True, place), node(v, f"{path}.{k}".strip("."))) for k, v in entries), place)
        case str():
            return Scalar(value, False, place)
        case bool():
            return Scalar(str(value).lower(), True, place)
        case None:
            return Scalar("", True, place)
        case int() | float() | Decimal() | date():
            return Scalar(f"{value:f}" if isinstance(value, Decimal) else str(value), True, place)
        case Sequence():
            return Items(tuple(node(one, f"{path}[{i}]") for i, one in enumerate(value, 1)), place)
    raise ContentError([problem("value-kind", place, kind=type(value).__name__)])


def rows(name: str, frame: Any) -> Rows:
    """A frame of pandas or polars as a table; raises ContentError with every cell that is no single value."""
    place = Place(f"frame {name}", 1, 1)
    if type(frame).__name__ == "LazyFrame":
        raise ContentError([problem("not-a-frame", place, kind="LazyFrame（.collect()）")])
    if not hasattr(frame, "columns"):
        raise ContentError([problem("not-a-frame", place, kind=type(frame).__name__)])
    columns = [str(column) for column in frame.columns]
    body: list[tuple[Cell, ...]] = []
    problems: list[Problem] = []
    for number, row in enumerate(_records(frame), 1):
        cells = []
        for at, (column, value) in enumerate(zip(columns, row, strict=True), 1):
            where = Place(f"frame {name} row {number} {column}", number, at)
            cell = _cell(value, where)
            if cell is None:
                problems.append(problem("value-kind", where, kind=type(value).__name__))
                cell = Cell("", where)
            cells.append(cell)
        body.append(tuple(cells))
    if problems:
        raise ContentError(problems)
    return Rows(tuple(Cell(column, place) for column in columns), tuple(body), place, typed=True)


def _records(frame: Any) -> Iterator[Sequence[object]]:
    """Rows of polars, or of pandas without the index."""
    records: Iterator[Sequence[object]] = (
        frame.iter_rows() if hasattr(frame, "iter_rows") else frame.itertuples(index=False, name=None)
    )
    return records


def _cell(value: Any, place: Place) -> Cell | None:
    """A cell; None for what is no single value."""
    if hasattr(value, "item") and not isinstance(value, str):  # a scalar of numpy
        value = value.item()
    if value is None or value != value or type(value).__name__ in ("NaTType", "NAType"):  # noqa: PLR0124 - NaN
        return Cell("", place)
    match value:
        case bool():
            return Cell(str(value).lower(), place, "flag")
        case int() | float() | Decimal():
            return Cell(f"{Decimal(repr(value)) if isinstance(value, float) else Decimal(value):f}", place, "number")
        case datetime() | date():
            return Cell(value.strftime("%Y-%m-%d"), place, "date")
        case str():
            return Cell(value, place)
    return None
