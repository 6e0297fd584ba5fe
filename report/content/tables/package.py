"""A zipped workbook looked over before it is parsed: sizes, counts, and tricks by which a small file grows huge."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from report.content.form import Log
from report.content.tables.regions import box_of
from report.named import NamedTuple
from report.patterns import late
from report.problem import Place

MAX_BYTES = 64 * 1024 * 1024
MAX_UNPACKED = 256 * 1024 * 1024
MAX_RATIO = 200
RATIO_FROM = 1024 * 1024
"""What a package may hold, packed and unpacked; sheets of one repeated word were measured to shrink to 1/30."""
MAX_PARTS = 4000
MAX_SHEETS = 200
MAX_CELLS = 1_000_000
"""Cells of all sheets; the reader keeps each of them, at 3 to 15 µs and some 300 bytes."""
_CHUNK = 1024

_NAME = rb"<(?:[^\s<>/:]+:)?"
_CELL = late(_NAME + rb"c[\s/>]")
_FORMULA = late(_NAME + rb"f[\s/>]")
_SHEET = late(_NAME + rb"sheetData[\s/>]")
_SPAN = late(
    _NAME + rb"(?:mergeCell|hyperlink|comment)(?=[\s/>])((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>",
)
_REF = late(rb"(?<![\w:])ref\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
"""Cells, formulas, sheets, and what the reader writes out cell by cell: merged cells, links and comments."""


class Contents(NamedTuple):
    """What was counted: cells (those that merged cells and links cover too), sheets, formulas."""

    cells: int = 0
    sheets: int = 0
    formulas: int = 0

    def plus(self, other: Contents) -> Contents:
        return Contents(self.cells + other.cells, self.sheets + other.sheets, self.formulas + other.formulas)


def counted(data: bytes, place: Place, log: Log) -> Contents | None:
    """What a package holds; None, with a problem, where it is none or holds too much."""
    try:
        with ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
            return _contents(package, entries, place, log) if _is_modest(entries, place, log) else None
    except (BadZipFile, LargeZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
        log.add("not-a-workbook", place)
    except RuntimeError:  # zipfile's answer to a part with a password
        log.add("workbook-locked", place, file=place.file)
    return None


def _is_modest(entries: Sequence[ZipInfo], place: Place, log: Log) -> bool:
    """Whether the sizes that the package states are sound; zipfile unpacks no more than they say."""
    limit = MAX_UNPACKED // 1024 // 1024
    packed = [e for e in entries if e.file_size > RATIO_FROM and e.file_size > MAX_RATIO * max(e.compress_size, 1)]
    if len(entries) > MAX_PARTS:
        log.add("workbook-parts", place, given=len(entries), limit=MAX_PARTS)
    elif sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        log.add("workbook-unpacked", place, limit=limit)
    elif packed:
        log.add("workbook-packed", place, part=packed[0].filename, limit=MAX_RATIO)
    else:
        return True
    return False


def _contents(package: ZipFile, entries: Sequence[ZipInfo], place: Place, log: Log) -> Contents | None:
    found = Contents()
    for entry in entries:
        data = package.read(entry)
        if _declares_type(data):
            log.add("workbook-entities", place, part=entry.filename)
            return None
        found = found.plus(_part_contents(data.replace(b"\0", b"")))  # UTF-16 is searched like UTF-8
        if found.cells > MAX_CELLS:
            log.add("too-many-cells", place, limit=MAX_CELLS)
            return None
        if found.sheets > MAX_SHEETS:
            log.add("too-many-sheets", place, limit=MAX_SHEETS)
            return None
    return found


def _declares_type(data: bytes) -> bool:
    """Whether a part has a document type, which brings XML entities; none may have one (ECMA-376 part 2, 6.2.5)."""
    from xml.parsers import expat

    seen: list[str] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_: seen.append("type")
    parser.StartElementHandler = lambda *_: seen.append("element")
    chunks = (data[start : start + _CHUNK] for start in range(0, len(data), _CHUNK))
    with suppress(expat.ExpatError):
        for chunk in chunks:
            parser.Parse(chunk)
            if seen:
                break
        else:
            parser.Parse(b"", True)  # since 2.6 expat puts off what is not whole, to the end if need be
    return "type" in seen


def _part_contents(data: bytes) -> Contents:
    cells = sum(1 for _ in _CELL.finditer(data))
    covered = sum(_area(reference) for reference in _references(data))
    return Contents(cells + covered, len(_SHEET.findall(data)), sum(1 for _ in _FORMULA.finditer(data)))


def _references(data: bytes) -> Iterator[bytes]:
    for span in _SPAN.finditer(data):
        for reference in _REF.finditer(span[1]):
            yield reference[1] or reference[2] or b""


def _area(reference: bytes) -> int:
    """How many cells a reference covers; ValueError for one that is not plain: the reader might see more in it."""
    box = box_of(reference.decode("ascii", "replace"))
    if box is None:
        raise ValueError(reference)
    return box.height * box.width
