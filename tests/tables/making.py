"""Small reports, text files and workbooks for tests, and what is read from them as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

from report.content.form import Form, Log, open_form
from report.content.model import Table
from report.content.source import parse
from report.content.tables import Rows, read_fact_rows, read_tables


def report(text: str) -> Form:
    """The form of a report of which only some keys are written."""
    form = open_form(parse(text.encode(), "报告.yaml"), "report", Log())
    assert form is not None
    return form


def read(folder: Path, entry: str, environ: Mapping[str, str] | None = None) -> tuple[Table | None, list[str]]:
    """The table 甲 of a report whose data is one line of YAML, and the problems told."""
    log = Log()
    found = read_tables(report(f"数据:\n  甲: {entry}\n"), folder, log, [], environ or {})
    return found.get("甲"), told(log, folder)


def read_facts(folder: Path, entry: str) -> tuple[Rows | None, list[str]]:
    """The rows of the fact table that one line of YAML names, and the problems told."""
    log = Log()
    rows = read_fact_rows(report(f"事实表: {entry}\n"), folder, log, [])
    return rows, told(log, folder)


def told(log: Log, folder: Path) -> list[str]:
    """Each problem as its code and its place; files are named from the folder."""
    places = (p.place for p in log.problems)
    shown = (":".join(map(str, place)).replace(f"{folder}/", "") if place else "" for place in places)
    return [f"{problem.code} {at}".strip() for problem, at in zip(log.problems, shown, strict=True)]


def values(table: Table | None) -> list[list[Decimal | str | None]]:
    """The values of a table, numbers as written."""
    assert table is not None
    return [
        [cell.value if not isinstance(cell.value, Decimal) else f"{cell.value:f}" for cell in r] for r in table.rows
    ]


def columns(table: Table | None) -> dict[str, str]:
    """The kind of each column by its name."""
    assert table is not None
    return {column.name: column.kind for column in table.columns}


def book(path: Path, **sheets: Sequence[Sequence[Any]]) -> Any:
    """A workbook with these rows in these sheets, saved; what is changed in it must be saved anew."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    made.save(path)
    return made
