"""Rows of text and numbers into a CSV file or a workbook; the same rows always give the same bytes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from report.content.tables.workbook import DIGITS
from report.problem import ContentError, problem

Value = str | Decimal
LONGEST = 60
"""Half-width characters to which a column of a workbook grows."""


def write_rows(path: Path, title: str, head: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
    """Write a table; `title` names the sheet. Raises ContentError for a name that is neither .csv nor .xlsx."""
    data = as_bytes(path, title, head, rows)
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise ContentError([problem("cannot-write-table", file=str(path))]) from None


def as_bytes(path: Path, title: str, head: Sequence[str], rows: Sequence[Sequence[Value]]) -> bytes:
    """What a file of that name holds."""
    match path.suffix.lower():
        case ".csv":
            return _csv(head, rows)
        case ".xlsx":
            return _settled(_workbook(title, head, rows))
        case _:
            raise ContentError([problem("unknown-table-file", file=path.name)])


def _csv(head: Sequence[str], rows: Sequence[Sequence[Value]]) -> bytes:
    """UTF-8 with the mark by which Excel and WPS know it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows([_digits(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _digits(value: Value) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else value


def _workbook(title: str, head: Sequence[str], rows: Sequence[Sequence[Value]]) -> bytes:
    import openpyxl
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.utils.exceptions import IllegalCharacterError

    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = title
    sheet.freeze_panes = "A2"
    for number, row in enumerate([head, *rows], 1):
        for column, value in enumerate(row, 1):
            try:
                _fill(sheet.cell(number, column), value)
            except IllegalCharacterError:
                raise ContentError([problem("unwritable-text", text=_digits(value))]) from None
    for column in range(1, len(head) + 1):
        sheet.cell(1, column).font = Font(bold=True)
        widest = max(_width(_digits(row[column - 1])) for row in [head, *rows])
        sheet.column_dimensions[get_column_letter(column)].width = min(widest, LONGEST) + 2
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(cell: Any, value: Value) -> None:
    """A number where the cell keeps it exactly; else text, even if it begins like a formula."""
    if isinstance(value, Decimal) and abs(value.adjusted()) < DIGITS and _held(value) == value:
        cell.value = int(value) if value == value.to_integral_value() else float(value)
        return
    cell.value = _digits(value) or None
    if cell.value is not None:
        cell.data_type, cell.number_format = "s", "@"


def _held(value: Decimal) -> Decimal:
    """What a workbook keeps of a number."""
    return Decimal(f"{float(value):.{DIGITS}g}")


def _width(text: str) -> int:
    """Half-width characters that the longest line of a text takes."""
    return max((sum(1 if char.isascii() else 2 for char in line) for line in text.splitlines()), default=0)


def _settled(data: bytes) -> bytes:
    """The same package without the time of its making."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as made, ZipFile(out, "w") as settled:
        for name in sorted(made.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = made.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", b"", content)
            entry = ZipInfo(name)
            entry.create_system = 3  # the same on every system
            settled.writestr(entry, content, ZIP_DEFLATED)
    return out.getvalue()
