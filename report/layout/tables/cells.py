"""A table of the data as the texts of its cells: numbers as they are printed, group rows, a total that adds up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from report.content.model import DataCell, TableBlock, TableColumn
from report.layout.desk import plain
from report.named import NamedTuple
from report.problem import Place, Problem, problem

SUMMED = frozenset({"integer", "decimal"})
"""Kinds of columns whose values may be added; years, dates and percentages may not."""
TOTALS = frozenset({"合计", "总计", "总数", "共计", "total", "Total"})
"""Names of a row that is the total of those above it."""
SUBTOTALS = frozenset({"小计", "其中", "subtotal", "Subtotal"})
"""Names of rows that a total must not count again."""


class Row(NamedTuple):
    """The texts of a row, one for each shown column; a group row has one alone. `kind` decides how it looks.

    `spans` says of how many rows each cell is, 0 for one that a cell above covers; none where no cells are merged.
    """

    texts: tuple[str, ...]
    place: Place
    kind: Literal["row", "group", "total"] = "row"
    group: str = ""
    spans: tuple[int, ...] = ()

    def span(self, column: int) -> int:
        return self.spans[column] if self.spans else 1


class Sheet(NamedTuple):
    """A table as it is shown: columns, their heads, their rows."""

    columns: tuple[TableColumn, ...]
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def sheet(block: TableBlock, total_word: str) -> tuple[Sheet, tuple[Problem, ...]]:
    """The texts of a table, and where its total is wrong; the column that groups rows is not shown twice."""
    columns = tuple(c for c in block.columns if c.index != block.group)
    data = block.table.rows
    given = _is_total(data[-1], columns) if data else False
    problems: list[Problem] = []
    rows = list(_rows(block, columns, data[:-1] if given else data))
    if given:
        rows.append(Row(tuple(_said(data[-1][c.index], c) for c in columns), data[-1][0].place, "total"))
        if block.total:
            problems += _disagreements(block, columns, data)
    elif block.total and data:
        rows.append(_total(block, columns, data, total_word))
    return Sheet(columns, tuple(_head(c) for c in columns), tuple(_spanned(rows, columns))), tuple(problems)


def _spanned(rows: Sequence[Row], columns: Sequence[TableColumn]) -> Iterator[Row]:
    """Rows with their merged cells: equal neighbours of a column, inside one cell of the merged column before it."""
    if not any(column.merged for column in columns):
        yield from rows
        return
    spans = [[1] * len(columns) for _ in rows]
    begun = [0] * len(columns)
    for i, row in enumerate(rows[1:], 1):
        joined = row.kind == "row" and rows[i - 1].kind == "row"
        for at, column in enumerate(columns):
            if not column.merged:
                continue
            joined = joined and row.texts[at] == rows[i - 1].texts[at]
            if joined:
                spans[i][at] = 0
                spans[begun[at]][at] += 1
            else:
                begun[at] = i
    yield from (row._replace(spans=tuple(own)) for row, own in zip(rows, spans, strict=True))


def _rows(block: TableBlock, columns: Sequence[TableColumn], data: Sequence[tuple[DataCell, ...]]) -> Iterator[Row]:
    """Every row, with a row of its own wherever the group changes."""
    group = ""
    for row in data:
        if block.group >= 0 and row[block.group].text.strip() != group:
            group = row[block.group].text.strip()
            yield Row((group,), row[block.group].place, "group", group)
        yield Row(tuple(_said(row[c.index], c) for c in columns), row[0].place, "row", group)


def _head(column: TableColumn) -> str:
    """A head with its unit: 个数（个）."""
    name = plain(column.label)
    unit = f"（{column.unit}）"
    mark = "".join(f"^{inline.text}" for paragraph in column.label for inline in paragraph if inline.note)
    return (name + unit if column.unit and not name.endswith((unit, f"({column.unit})")) else name) + mark


def _said(cell: DataCell, column: TableColumn) -> str:
    """A cell as it is printed, with the mark of its note."""
    return _plain(cell, column) + (f"^{cell.mark}" if cell.mark else "")


def _plain(cell: DataCell, column: TableColumn) -> str:
    """As the cell stands in the data, or with so many decimals."""
    if column.decimals < 0 or not isinstance(cell.value, Decimal):
        return cell.text.strip()
    return _fixed(cell.value, column.decimals, grouped="," in cell.text or "，" in cell.text)


def _fixed(value: Decimal, places: int, *, grouped: bool) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{rounded:,f}" if grouped else f"{rounded:f}"


def _summed(block: TableBlock, column: TableColumn) -> bool:
    return block.table.columns[column.index].kind in SUMMED


def _is_total(row: Sequence[DataCell], columns: Sequence[TableColumn]) -> bool:
    return any(row[c.index].text.strip() in TOTALS for c in columns)


def _parts(data: Sequence[tuple[DataCell, ...]], index: int) -> list[DataCell]:
    """The cells of a column that a total adds up."""
    rows = (row for row in data if not any(cell.text.strip() in SUBTOTALS | TOTALS for cell in row))
    return [row[index] for row in rows if isinstance(row[index].value, Decimal)]


def _sum(cells: Sequence[DataCell]) -> Decimal:
    return sum((cell.value for cell in cells if isinstance(cell.value, Decimal)), Decimal(0))


def _total(
    block: TableBlock, columns: Sequence[TableColumn], data: Sequence[tuple[DataCell, ...]], total_word: str
) -> Row:
    """The exact sum of every column that can be added, with as many decimals as its cells have."""
    texts = []
    for i, column in enumerate(columns):
        if not _summed(block, column):
            texts.append(total_word if i == 0 else "")
            continue
        cells = _parts(data, column.index)
        places = column.decimals if column.decimals >= 0 else max(map(_places, cells), default=0)
        texts.append(_fixed(_sum(cells), places, grouped=any("," in cell.text for cell in cells)))
    return Row(tuple(texts), block.place, "total")


def _places(cell: DataCell) -> int:
    """Decimals of a cell as they are written."""
    assert isinstance(cell.value, Decimal)
    exponent = cell.value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _disagreements(
    block: TableBlock, columns: Sequence[TableColumn], data: Sequence[tuple[DataCell, ...]]
) -> Iterator[Problem]:
    """Cells of a written total that are not the sum of those above."""
    for column in columns:
        cell = data[-1][column.index]
        if _summed(block, column) and isinstance(cell.value, Decimal):
            found = _sum(_parts(data[:-1], column.index))
            if found != cell.value:
                name = plain(column.label)
                yield problem("total-disagrees", cell.place, name=name, given=cell.text.strip(), found=f"{found:f}")
