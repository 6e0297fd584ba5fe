"""Where in a workbook a table stands: a sheet and a range, given as A3:D9, as a name, or not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from report.content.form import Log, nearest
from report.content.tables.cells import Wanted, narrow
from report.named import NamedTuple
from report.patterns import late
from report.problem import Place

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
"""What a sheet can hold (ECMA-376 part 1, 18.18.7)."""
_ADDRESS = late(r"\$?([A-Z]{1,3})?\$?([0-9]{1,7})?(?::\$?([A-Z]{1,3})?\$?([0-9]{1,7})?)?")

_NO_NAME = r"[:\\/?*\[\]!]"
"""What no name of a sheet may hold."""


class Box(NamedTuple):
    """A range of cells; rows and columns count from 1, and both ends belong to it."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def height(self) -> int:
        return self.bottom - self.top + 1

    @property
    def width(self) -> int:
        return self.right - self.left + 1


class Found(NamedTuple):
    """A sheet of a workbook and a range in it."""

    sheet: Any
    box: Box


def box_of(text: str) -> Box | None:
    """The range that an address names: A3:D9, B4, A:D or 3:9; None for anything else."""
    found = _ADDRESS.fullmatch(text)
    if not found or not (found[1] or found[2]):
        return None
    first, last = (found[1], found[2]), (found[3], found[4])
    if last == (None, None):
        if ":" in text or None in first:
            return None
        last = first
    if (first[0] is None) != (last[0] is None) or (first[1] is None) != (last[1] is None):
        return None
    columns = sorted((_column(first[0] or "A"), _column(last[0] or "XFD")))
    rows = sorted((int(first[1] or 1), int(last[1] or MOST_ROWS)))
    good = rows[0] >= 1 and rows[1] <= MOST_ROWS and columns[1] <= MOST_COLUMNS
    return Box(rows[0], columns[0], rows[1], columns[1]) if good else None


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def letters(column: int) -> str:
    """The letters of a column that counts from 1."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def find(book: Any, wanted: Wanted, log: Log) -> Found | None:
    """The sheet and the range that are wanted, no larger than what is filled; None, with a problem, where none is."""
    at = wanted.place
    sheet_name, box = wanted.sheet, None
    if wanted.area:
        target = _target(book, wanted, at, log)
        if target is None:
            return None
        sheet_name, box = target
    sheet = _sheet(book, sheet_name, at, log)
    if sheet is None:
        return None
    filled = Box(sheet.min_row, sheet.min_column, sheet.max_row, sheet.max_column)
    found = filled if box is None else _common(box, filled)
    if found is None:
        log.add("empty-table", at)
        return None
    return Found(sheet, found)


def _common(one: Box, other: Box) -> Box | None:
    """What two ranges share."""
    box = Box(
        max(one.top, other.top), max(one.left, other.left), min(one.bottom, other.bottom), min(one.right, other.right)
    )
    return box if box.top <= box.bottom and box.left <= box.right else None


def _target(book: Any, wanted: Wanted, at: Place, log: Log) -> tuple[str, Box] | None:
    """The sheet's name ("" = not said) and the box of a written range."""
    written = _address(wanted.area)
    if written is None:
        name = narrow(wanted.area)
        known = _names(book, wanted.sheet)
        text = next((text for own, text in known.items() if own.casefold() == name.casefold()), None)
        if text is None:
            log.add("unknown-range", at, name=wanted.area, near=nearest(name, tuple(known)), all="、".join(known))
            return None
        written = _address(text)
        if written is None:
            log.add("range-not-one", at, name=wanted.area, text=text)
            return None
    sheet, box = written
    if sheet and wanted.sheet and sheet != wanted.sheet:
        log.add("range-elsewhere", at, name=wanted.area, sheet=sheet, given=wanted.sheet)
        return None
    return sheet or wanted.sheet, box


def _address(text: str) -> tuple[str, Box] | None:
    """汇总!$A$3:$D$9 as the sheet's name and a box; quotation marks around the name are dropped."""
    sheet, _, cells = text.replace("！", "!").rpartition("!")
    box = box_of(narrow(cells).upper())
    if sheet.startswith("'") and sheet.endswith("'") and len(sheet) > 1:
        sheet = sheet[1:-1].replace("''", "'")
    return (sheet.strip(), box) if box and not re.search(_NO_NAME, sheet) else None


def _names(book: Any, sheet: str) -> Mapping[str, str]:
    """Named ranges and tables with their addresses; a name of the sheet, if one is given, goes before others."""
    found: dict[str, str] = {}
    for own in sorted(book.worksheets, key=lambda own: own.title != sheet):
        quoted = "'" + own.title.replace("'", "''") + "'"
        for name, defined in own.defined_names.items():
            found.setdefault(name, defined.attr_text or "")
        for table in own.tables.values():
            found.setdefault(table.displayName, f"{quoted}!{table.ref}")
    for name, defined in book.defined_names.items():
        found.setdefault(name, defined.attr_text or "")
    return {name: text for name, text in found.items() if not name.startswith("_xlnm")}  # Excel's own, such as filters


def _sheet(book: Any, name: str, at: Place, log: Log) -> Any | None:
    """The sheet of a name; without one the only visible sheet that is not empty."""
    titles = [sheet.title for sheet in book.worksheets]
    if name:
        found = next((sheet for sheet in book.worksheets if sheet.title.strip() == name), None)
        if found is None:
            log.add("unknown-sheet", at, name=name, near=nearest(name, titles), all="、".join(titles))
        return found
    filled = [s for s in book.worksheets if s.sheet_state == "visible" and (s.max_row, s.max_column) != (1, 1)]
    if len(filled) == 1:
        return filled[0]
    if not filled:
        log.add("empty-table", at)
    else:
        log.add("which-sheet", at, all="、".join(sheet.title for sheet in filled))
    return None
