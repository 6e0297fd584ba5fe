"""XLSX workbooks into rows: values as they were last worked out, merged cells filled in, hidden rows left out.

The only home of openpyxl, of the readers that are kept up the one that tells hidden rows, named ranges, number formats
and formulas without a value (house rule: imported where it is used).
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

from report.content.form import Log
from report.content.tables import package, regions
from report.content.tables.cells import Cell, Record, Rows, Wanted
from report.content.tables.framing import blank, framed, spans
from report.content.tables.regions import Box, Found
from report.problem import Place
from report.record import record

DIGITS = 15
"""Figures that Excel keeps of a number; more of them are noise of binary fractions."""


def read_workbook(path: Path, shown: str, wanted: Wanted, log: Log) -> Rows | None:
    """The wanted table of a workbook; None, with a problem, where there is none."""
    place = Place(shown, 1, 1)
    data = _data(path, place, log)
    contents = package.counted(data, place, log) if data is not None else None
    if data is None or contents is None:
        return None
    book = _loaded(data, place, log)
    found = regions.find(book, wanted, log) if book is not None else None
    if found is None:
        return None
    if found.box.height * found.box.width > package.MAX_CELLS:
        log.add("too-many-cells", place, limit=package.MAX_CELLS)
        return None
    try:
        formulas = _unsolved(data, found) if contents.formulas else {}
    except Exception:  # as in `_loaded`: formulas are read by another part of the library
        log.add("not-a-workbook", place)
        return None
    return _Sheet(found.sheet, found.box, shown, formulas, log).rows(wanted.heads)


def _data(path: Path, place: Place, log: Log) -> bytes | None:
    try:
        if path.stat().st_size > package.MAX_BYTES:
            log.add("file-too-big", place, limit=package.MAX_BYTES // 1024 // 1024)
            return None
        return path.read_bytes()
    except OSError:
        log.add("cannot-read", place, file=place.file)
        return None


def _loaded(data: bytes, place: Place, log: Log) -> Any | None:
    """The workbook with the values that its program worked out last."""
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about looks and validations, which are not read
            return openpyxl.load_workbook(BytesIO(data), data_only=True, keep_links=False)
    except Exception:  # whatever a broken package makes the library raise, it cannot be read
        log.add("not-a-workbook", place)
        return None


def _unsolved(data: bytes, found: Found) -> Mapping[tuple[int, int], str]:
    """Formulas of the range that have no value, by row and column; an empty text is a value."""
    top, left, bottom, right = found.box
    holes = {
        (cell.row, cell.column)
        for row in found.sheet.iter_rows(top, bottom, left, right)
        for cell in row
        if cell.value is None and cell.data_type == "n"
    }
    return {at: text for at, text in _formulas(data, found) if at in holes} if holes else {}


def _formulas(data: bytes, found: Found) -> Iterator[tuple[tuple[int, int], str]]:
    """Row, column and text of every formula of the range."""
    import openpyxl

    top, left, bottom, right = found.box
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, keep_links=False)
        for row in book[found.sheet.title].iter_rows(top, bottom, left, right):
            cells: Sequence[Any] = row
            yield from (((cell.row, cell.column), str(cell.value)) for cell in cells if cell.data_type == "f")
        book.close()


@record
class _Sheet:
    """A range of a sheet as it becomes a table."""

    sheet: Any
    box: Box
    shown: str
    formulas: Mapping[tuple[int, int], str]
    log: Log

    def rows(self, heads: int) -> Rows | None:
        """The table; hidden rows are told and left out."""
        numbered = [(number, record) for number, record in self._records() if not blank(record)]
        hidden = {number: True for number, _ in numbered if self._is_hidden(number)}
        if hidden:
            first = self._place(next(iter(hidden)), self.box.left)
            self.log.add("hidden-rows", first, "notice", rows=spans(tuple(hidden)))
        seen = {number: list(record) for number, record in numbered if number not in hidden}
        head = list(seen)[:heads]
        spanned = self._fill_merged(seen, set(head))
        rows = framed([tuple(r) for r in seen.values()], heads, self._start(), self.log, spanned)
        return rows and Rows(rows.head, rows.rows, rows.place, typed=True)

    def _records(self) -> Iterator[tuple[int, Record]]:
        top, left, bottom, right = self.box
        for row in self.sheet.iter_rows(top, bottom, left, right):
            yield row[0].row, tuple(self._cell(cell) for cell in row)

    def _is_hidden(self, row: int) -> bool:
        look = self.sheet.row_dimensions.get(row)
        return look is not None and (bool(look.hidden) or look.height == 0)

    def _fill_merged(self, seen: Mapping[int, list[Cell]], head: set[int]) -> bool:
        """Give merged cells their text: in the head all of them, below it those of the same column.

        Returns whether the head has any. A number stands for one row only, so one over several rows is reported.
        """
        spanned = False
        for merged in self.sheet.merged_cells.ranges:
            origin = self._cell(self.sheet.cell(merged.min_row, merged.min_col))
            rows = [row for row in range(merged.min_row, merged.max_row + 1) if row in seen]
            spanned = spanned or any(row in head for row in rows)
            if origin.kind == "number" and len(rows) > 1 and not head & set(rows) and self._holds(merged.min_col):
                self.log.add("merged-number", origin.place, text=origin.text, cells=merged.coord)
            for row in rows:
                last = merged.max_col if row in head else merged.min_col
                for column in range(max(merged.min_col, self.box.left), min(last, self.box.right) + 1):
                    old = seen[row][column - self.box.left]
                    if origin.kind in ("text", "date") or row in head:
                        seen[row][column - self.box.left] = Cell(origin.text, old.place, origin.kind)
        return spanned

    def _holds(self, column: int) -> bool:
        return self.box.left <= column <= self.box.right

    def _cell(self, cell: Any) -> Cell:
        place = self._place(cell.row, cell.column)
        unsolved = self.formulas.get((cell.row, cell.column))
        if unsolved is not None:
            return Cell(unsolved, place, "formula")
        match cell.value:
            case None:
                return Cell("", place)
            case bool(value):
                return Cell(str(value).upper(), place, "flag")
            case int() | float():
                return Cell(_figures(cell.value, cell.number_format or ""), place, "number")
            case datetime() as moment if moment == datetime(moment.year, moment.month, moment.day):
                return Cell(moment.date().isoformat(), place, "date")
            case datetime() as moment:
                return Cell(moment.isoformat(" ", "minutes"), place)
        return Cell(str(cell.value).strip(), place, "error" if cell.data_type == "e" else "text")

    def _place(self, row: int, column: int) -> Place:
        return Place(f"{self.shown}!{self.sheet.title}!{regions.letters(column)}{row}", row, column)

    def _start(self) -> Place:
        return self._place(self.box.top, self.box.left)


def _figures(value: float, look: str) -> str:
    """A number in figures; one that is shown as a share is one: 0.976 as 0.0% is 97.6%.

    In a format, `_` and `*` stand before a sign that only fills space, and a quoted sign is shown without its meaning
    (ECMA-376 part 1, 18.8.31).
    """
    number = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{DIGITS}g}")
    shown = re.sub(r"[_*].", "", look.partition(";")[0])
    if "%" in re.sub(r'"[^"]*"|\\.', "", shown):
        number = number.scaleb(2)
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text + ("%" if "%" in shown else "")
