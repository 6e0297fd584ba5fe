"""Cells of a column into values of its kind: as declared, or as all its cells allow."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from report.content import numerals
from report.content.form import Log
from report.content.model import DataCell
from report.content.tables.cells import Cell, flawed, narrow
from report.patterns import late
from report.record import replace

NUMERIC = frozenset({"year", "integer", "decimal", "percent"})
MOST_DIGITS = 15
"""Longer figures are numbers of documents or people, which nobody adds up; spreadsheets keep no more digits either."""
MOST_NAMED = 6
"""Cells that one message names."""

_YEAR_COLUMN = late(r"年|.*年份|.*年度|.*年$|year", re.IGNORECASE)
_YEAR = late(r"([12]\d{3})(?:年度?)?")
_DATE = late(r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:(?:-|/|\.|月)(\d{1,2})日?|月)?")
_NOTED = late(r"(.+?)\s*\^(\d+)")
_DIGIT = late(r"\d")
_PLAIN = late(r"[0-9]{1,40}(?:\.[0-9]{1,40})?")
_CODE = late(r"0\d.*")


def column_values(name: str, cells: Sequence[Cell], kind: str, typed: bool, log: Log) -> list[DataCell]:
    """The cells with their values; each that is not of the kind is reported and stands empty."""
    found = [_marked(name, cell, kind, log) for cell in cells]
    if typed and kind in NUMERIC:
        _note_texts(name, [cell for cell in cells if cell.kind == "text" and cell.text], log)
    if kind == "percent":
        _check_signs(name, [cell for cell in cells if _percent(narrow(cell.text)) is not None], log)
    return found


def inferred(name: str, cells: Sequence[Cell], log: Log) -> str:
    """The kind of a column that was not declared: numbers only where every cell is one."""
    filled = [cell for cell in cells if cell.text and cell.kind not in ("error", "formula")]
    texts = [narrow(_parted(cell.text)[0]) for cell in filled]
    if not filled:
        return "text"
    if all(cell.kind == "date" for cell in filled):
        return "date"
    numbers = [_is_number(text) for text in texts]
    if all(numbers):
        return _numeric_kind(name, texts)
    if sum(numbers) * 2 >= len(numbers) and sum(numbers) > 1:
        odd = filled[numbers.index(False)]
        log.add("mixed-column", odd.place, "warning", column=name, text=odd.text, numbers=sum(numbers))
    return "text"


def _numeric_kind(name: str, texts: Sequence[str]) -> str:
    if any("年" in text for text in texts):
        return "year" if all(_YEAR.fullmatch(text) for text in texts) else "text"
    if any(text.endswith("%") for text in texts):
        return "percent"
    if any(_CODE.fullmatch(text) or (len(text) > MOST_DIGITS and _digits(text) > MOST_DIGITS) for text in texts):
        return "text"
    if _YEAR_COLUMN.fullmatch(name) and all(_YEAR.fullmatch(text) for text in texts):
        return "year"
    return "integer" if all(_integer(text) is not None for text in texts) else "decimal"


def _digits(text: str) -> int:
    return sum(char.isdigit() for char in text)


def _is_number(text: str) -> bool:
    """Whether a text has figures and names a number or a year; 一 and 百 alone are words."""
    if not _DIGIT.search(text):
        return False
    return _percent(text) is not None or _YEAR.fullmatch(text) is not None


def _year(text: str) -> Decimal | None:
    found = _YEAR.fullmatch(text)
    return Decimal(found[1]) if found else None


def _decimal(text: str) -> Decimal | None:
    """A number as reports write them; plain figures, which are most, need no reading."""
    return Decimal(text) if _PLAIN.fullmatch(text) else numerals.parse(text)


def _integer(text: str) -> Decimal | None:
    value = _decimal(text)
    return value if value is not None and value == value.to_integral_value() else None


def _percent(text: str) -> Decimal | None:
    return _decimal(text.removesuffix("%"))


def _date(text: str) -> str | None:
    """An ISO date, or an ISO month where no day is given."""
    found = _DATE.fullmatch(text)
    if not found:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3] or 1))
    except ValueError:
        return None
    return day.isoformat() if found[3] else day.isoformat()[:7]


def _text(text: str) -> str:
    return text


READERS: Mapping[str, Callable[[str], Decimal | str | None]] = {
    "year": _year,
    "integer": _integer,
    "decimal": _decimal,
    "percent": _percent,
    "date": _date,
    "text": _text,
}
"""How a text of each kind of column is read; None where it is not of the kind."""
NOT_OF: Mapping[str, str] = {
    "year": "cell-not-year",
    "integer": "cell-not-integer",
    "decimal": "cell-not-decimal",
    "percent": "cell-not-percent",
    "date": "cell-not-date",
}
"""What is told of a cell that is not of its column's kind; anything is a text."""


def _parted(text: str) -> tuple[str, str]:
    """A text without the mark of a note at its end, and the number of that note: 280^1."""
    found = _NOTED.fullmatch(text) if "^" in text else None
    return (found[1], found[2]) if found else (text, "")


def _marked(name: str, cell: Cell, kind: str, log: Log) -> DataCell:
    """The cell with its value; the mark of a note is no part of that."""
    text, mark = _parted(cell.text)
    if not mark:
        return _valued(name, cell, kind, log)
    return _valued(name, replace(cell, text=text), kind, log)._replace(mark=mark)


def _valued(name: str, cell: Cell, kind: str, log: Log) -> DataCell:
    """The value of a cell; an empty one has none, and a text stays as it was written."""
    if flawed(cell, log) or not cell.text:
        return DataCell(cell.text, None, cell.place)
    value = READERS[kind](cell.text if kind == "text" else narrow(cell.text))
    if value is None:
        log.add(NOT_OF[kind], cell.place, column=name, text=cell.text)
    return DataCell(cell.text, value, cell.place)


def _note_texts(name: str, texts: Sequence[Cell], log: Log) -> None:
    """Numbers that a spreadsheet holds as text: it leaves them out of its own sums."""
    numbers = [cell for cell in texts if _percent(narrow(cell.text)) is not None]
    if numbers:
        named = "、".join(cell.place.file.rpartition("!")[2] for cell in numbers[:MOST_NAMED])
        more = "…" if len(numbers) > MOST_NAMED else ""
        log.add("numbers-as-text", numbers[0].place, "notice", column=name, cells=named + more, count=len(numbers))


def _check_signs(name: str, cells: Sequence[Cell], log: Log) -> None:
    """A share without its sign among others with it: 0.976 may be meant as 97.6%."""
    bare = [cell for cell in cells if not narrow(cell.text).endswith("%")]
    if bare and len(bare) < len(cells):
        log.add("percent-mixed", bare[0].place, "warning", column=name, text=bare[0].text)
