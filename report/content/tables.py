"""Table files into rows of cells that know their place. CSV: UTF-8, or GB 18030 as WPS and Excel save it."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from report.content.form import Log
from report.problem import Place

MAX_BYTES = 64 * 1024 * 1024
MAX_ROWS = 1_000_000


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell, and where it begins in the file."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Rows:
    """A table as it was read: its head, and rows of the same length."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    place: Place


def read_csv(path: Path, shown: str, log: Log) -> Rows | None:
    """The table; rows with too few or too many fields are reported and left out. None when nothing can be read."""
    place = Place(shown, 1, 1)
    text = _text(path, place, log)
    if text is None:
        return None
    records = _records(text, place, log)
    if not records:
        log.add("empty-table", place)
        return None
    head = records[0]
    rows = []
    for record in records[1:]:
        if len(record) != len(head):
            log.add("row-length", record[0].place, given=len(record), wanted=len(head))
        else:
            rows.append(record)
    return Rows(head, tuple(rows), place)


def _text(path: Path, place: Place, log: Log) -> str | None:
    """The file's text; Chinese Windows programs save CSV in GB 18030 unless told otherwise."""
    try:
        if path.stat().st_size > MAX_BYTES:
            log.add("file-too-big", place, limit=MAX_BYTES // 1024 // 1024)
            return None
        data = path.read_bytes()
    except OSError:
        log.add("cannot-read", place, file=place.file)
        return None
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    log.add("not-utf8", place)
    return None


def _records(text: str, place: Place, log: Log) -> list[tuple[Cell, ...]]:
    lines = text.splitlines(keepends=True)
    reader = csv.reader(lines, strict=True)
    records: list[tuple[Cell, ...]] = []
    first = 0
    while len(records) <= MAX_ROWS:
        try:
            fields = next(reader, None)
        except csv.Error:
            log.add("bad-csv", place._replace(line=first + 1))
            return records
        if fields is None:
            return records
        if any(field.strip() for field in fields):
            starts = _starts(lines[first : reader.line_num], place._replace(line=first + 1))
            records.append(tuple(Cell(field.strip(), at) for field, at in zip(fields, starts, strict=False)))
        first = reader.line_num
    log.add("too-many-rows", place, limit=MAX_ROWS)
    return records


def _starts(lines: Sequence[str], place: Place) -> Iterator[Place]:
    """Where the fields of one record begin: after each comma that is outside quotes."""
    yield place
    quoted = False
    for number, line in enumerate(lines):
        for column, char in enumerate(line):
            if char == '"':
                quoted = not quoted
            elif char == "," and not quoted:
                yield place._replace(line=place.line + number, column=column + 2)
