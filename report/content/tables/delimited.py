"""Text files of cells into rows: commas, semicolons or tabs; UTF-8, or GB 18030 as WPS and Excel save it."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from report.content.form import Log
from report.content.tables.cells import Cell, Record, Rows
from report.content.tables.framing import framed
from report.problem import Place

MAX_BYTES = 64 * 1024 * 1024
MAX_ROWS = 1_000_000
SEPARATORS = ",;\t"
"""What may stand between cells; one is taken where those before it find a single column."""
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ENCODINGS = ("utf-8", "gb18030")
_BROKEN_SHARE = 10
"""A file of which fewer than one in this many letters is no UTF-8 is damaged UTF-8 and not GB 18030."""


def read_csv(path: Path, shown: str, log: Log, heads: int = 1) -> Rows | None:
    """The table; rows with too few or too many cells are reported and left out. None when nothing can be read."""
    place = Place(shown, 1, 1)
    text = _text(path, place, log)
    return None if text is None else framed(_records(text, place, log), heads, place, log)


def _text(path: Path, place: Place, log: Log) -> str | None:
    """The file's text."""
    try:
        if path.stat().st_size > MAX_BYTES:
            log.add("file-too-big", place, limit=MAX_BYTES // 1024 // 1024)
            return None
        data = path.read_bytes()
    except OSError:
        log.add("cannot-read", place, file=place.file)
        return None
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")
    for encoding in (marked,) if marked else _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            if _mostly_utf8(data):
                break
        else:
            return text
    log.add("not-utf8", place._replace(line=_bad_line(data)))
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether a few bytes are wrong in a file that is UTF-8 otherwise; as GB 18030 it would be read as rubbish."""
    letters = [char for char in data.decode("utf-8", "replace") if not char.isascii()]
    return letters.count("\ufffd") * _BROKEN_SHARE < len(letters)


def _bad_line(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data[: error.start].count(b"\n") + 1
    return 1


def _records(text: str, place: Place, log: Log) -> list[Record]:
    """Every record that is not an empty line, up to the first that cannot be read."""
    lines = list(io.StringIO(text, newline=""))
    separator = _separator(lines)
    reader = csv.reader(lines, strict=True, delimiter=separator)
    records: list[Record] = []
    first = 0
    while len(records) <= MAX_ROWS:
        try:
            fields = next(reader, None)
        except csv.Error:
            log.add("bad-csv", place._replace(line=first + 1))
            return records
        if fields is None:
            return records
        if fields:
            starts = _starts(lines[first : reader.line_num], fields, separator, place._replace(line=first + 1))
            records.append(tuple([Cell(field.strip(), at) for field, at in zip(fields, starts, strict=False)]))
        first = reader.line_num
    log.add("too-many-rows", place, limit=MAX_ROWS)
    return records


def _separator(lines: Sequence[str]) -> str:
    """The first that finds more than one cell in the first record; the comma where none does."""
    for separator in SEPARATORS:
        try:
            first = next((fields for fields in csv.reader(lines, delimiter=separator) if fields), [])
        except csv.Error:
            continue
        if len(first) > 1:
            return separator
    return ","


def _starts(lines: Sequence[str], fields: Sequence[str], separator: str, place: Place) -> Iterator[Place]:
    """Where the cells of one record begin."""
    if len(lines) > 1 or '"' in lines[0]:
        yield from _quoted_starts(lines, separator, place)
        return
    column = place.column
    for field in fields:
        yield Place(place.file, place.line, column)
        column += len(field) + 1


def _quoted_starts(lines: Sequence[str], separator: str, place: Place) -> Iterator[Place]:
    """The same where separators may stand between quotes; a quote opens only as the first character of a cell."""
    yield place
    fresh, quoted, open_now = True, False, False
    for number, line in enumerate(lines):
        for column, char in enumerate(line):
            if char == '"' and (fresh or quoted):
                quoted = True
                open_now = not open_now
            elif char == separator and not open_now:
                yield place._replace(line=place.line + number, column=column + 2)
                fresh, quoted = True, False
                continue
            fresh = False
