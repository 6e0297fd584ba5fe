"""What a check found, kept by its inputs: the same report is not laid out twice to be told the same."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from report import program
from report.deliver import edition
from report.deliver.edition import Choices, Json
from report.memory import Memory
from report.named import NamedTuple
from report.problem import Problem

if TYPE_CHECKING:
    from report.content.check import Entry


class Row(NamedTuple):
    """A figure of the ledger as text; page "" where it is not printed."""

    page: str
    file: str
    line: str
    column: str
    text: str
    value: str
    unit: str
    status: str
    source: str
    context: str


class Findings(NamedTuple):
    """Problems and the ledger of figures of one report."""

    problems: tuple[Problem, ...]
    ledger: tuple[Row, ...]


def recalled(report: Path, choices: Choices, cache: Memory) -> Findings | None:
    """The findings of an earlier check, if tool and inputs are still the same."""
    kept = cache.get(_key(report, choices))
    if kept is None:
        return None
    home = report.parent
    try:
        old: Json = json.loads(kept)
        read = ((edition.located(file, home), value) for file, value in old["inputs"].items())
        if old["tool"] != program.mark(cache) or not program.unmoved(read):
            return None
        problems = tuple(edition.problem_of(one, home) for one in old["problems"])
        return Findings(problems, tuple(Row(*row) for row in old["ledger"]))
    except (LookupError, TypeError, ValueError, AttributeError):  # of another shape
        return None


def keep(report: Path, choices: Choices, found: Findings, inputs: Mapping[str, str], cache: Memory) -> None:
    """Remember findings with the digests of everything that was read; a server's answer is never remembered."""
    if "" in inputs.values():
        return
    home = report.parent.resolve()
    real: dict[str, str] = {}
    read = {edition.name(Path(path), home, real): digest for path, digest in inputs.items()}
    kept = {
        "tool": program.mark(cache),
        "inputs": read,
        "problems": [edition.json_of(problem, home) for problem in found.problems],
        "ledger": [list(row) for row in found.ledger],
    }
    cache.put(_key(report, choices), edition.as_bytes(kept))


def _key(report: Path, choices: Choices) -> str:
    return f"findings {report.resolve()} {[str(path) for path in choices.fonts]}"


def row_of(entry: Entry, page: int) -> Row:
    """An entry of the ledger as text."""
    from report.content import numerals

    file, line, column = entry.place
    source = f"{entry.source} ({entry.other})" if entry.other else entry.source
    value = numerals.plain(entry.value)
    where = (str(page) if page else "", file, str(line), str(column))
    return Row(*where, entry.text, value, entry.unit, entry.status, source, entry.context)


def as_csv(rows: Iterable[Row], head: Iterable[str], words: Mapping[str, str]) -> bytes:
    """The ledger for a spreadsheet: UTF-8 with its mark, which Excel and WPS need to read Chinese.

    `words` are the names of statuses, and of the classes that were set aside, in the reader's language.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head)
    for row in rows:
        source = words.get(row.source, row.source) if row.status == "aside" else row.source
        writer.writerow(row._replace(status=words.get(row.status, row.status), source=source))
    return text.getvalue().encode("utf-8-sig")
