"""Cells as a file holds them, before columns have types: texts that know their place, in rows of one length."""

from __future__ import annotations

import unicodedata
from typing import Literal

from report.content.form import Log
from report.named import NamedTuple
from report.problem import Place
from report.record import record

CellKind = Literal["text", "number", "date", "flag", "error", "formula"]
"""What the program that wrote the file took a cell for; all cells of a text file are text, formula is one unsolved."""


@record
class Cell:
    """The text of a cell, and where it stands: the file of a workbook's cell is 阵地.xlsx!汇总!B4."""

    text: str
    place: Place
    kind: CellKind = "text"


Record = tuple[Cell, ...]


@record
class Rows:
    """A table as it was read: its head, and rows of the same length; `typed` says that numbers are told from text."""

    head: Record
    rows: tuple[Record, ...]
    place: Place
    typed: bool = False


class Wanted(NamedTuple):
    """Which part of a file is the table ("" = the only one), how many rows its head has, and where that is written."""

    place: Place
    sheet: str = ""
    area: str = ""
    heads: int = 1


def narrow(text: str) -> str:
    """Full-width figures and signs as their ASCII twins, without spaces around."""
    if text.isascii():
        return text.strip()
    return unicodedata.normalize("NFKC", text).replace("−", "-").strip()


def flawed(cell: Cell, log: Log) -> bool:
    """Whether a cell holds an error or an unsolved formula, which is reported."""
    if cell.kind == "error":
        log.add("error-cell", cell.place, text=cell.text)
    elif cell.kind == "formula":
        log.add("formula-without-value", cell.place, text=cell.text)
    return cell.kind in ("error", "formula")
