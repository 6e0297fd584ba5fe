"""The data of a report into typed tables, and its fact table into rows: from text files, workbooks and databases."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from report.content.form import Form, Log, nearest, open_form, word
from report.content.model import Column, DataCell, Table
from report.content.nearest import nearest_file
from report.content.source import Fields, Items, Scalar
from report.content.tables import kinds
from report.content.tables.cells import Rows, Wanted, narrow
from report.content.tables.delimited import read_csv
from report.content.tables.framing import check_names
from report.problem import Place
from report.record import record, replace

BOOKS = frozenset({".xlsx", ".xlsm"})
TABLES = frozenset({".csv", ".tsv"})
TEXTS = TABLES | {".txt"}
OTHERS = frozenset({".xls", ".xlsb", ".xlt", ".et", ".ett", ".ods", ".numbers"})
"""Ends of names: workbooks that are read, text files (tables for sure, or perhaps), workbooks to be saved anew."""
_PACKAGE, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""How a zipped workbook begins, how an old or a locked one does, and what the locked one holds."""


@record
class Files:
    """The report's folder, the environment, and the list of files that are read, to which every reading adds."""

    folder: Path
    inputs: list[str]
    environ: Mapping[str, str]


def read_tables(
    report: Form,
    folder: Path,
    log: Log,
    inputs: list[str],
    environ: Mapping[str, str],
    *,
    given: Mapping[str, Rows] = MappingProxyType({}),
) -> Mapping[str, Table]:
    """Every table of the data by its name; what is wrong is noted, and a table that cannot be read is left out.

    `given` are the rows of tables that a caller hands over; what the report says of their columns holds for them.
    """
    files = Files(folder, inputs, environ)
    node = report.node("data")
    said = node.entries if isinstance(node, Fields) else ()
    named = {name.text for name, _ in said}
    more = ((Scalar(name, True, rows.place), Fields((), rows.place)) for name, rows in given.items())
    found: dict[str, Table] = {}
    for name, value in (*said, *(one for one in more if one[0].text not in named)):
        form = open_form(value, "data", log)
        table = read_table(form, name, files, given.get(name.text)) if form is not None else None
        if table is not None:
            found[name.text] = table
    return found


def read_fact_rows(report: Form, folder: Path, log: Log, inputs: list[str]) -> Rows | None:
    """The rows of the fact table, given as a file or a map of file, sheet, range and head; None where none is given."""
    node = report.node("fact-table")
    files = Files(folder, inputs, {})
    if isinstance(node, Scalar):
        return _file_rows(node.text.strip(), node.place, Wanted(node.place), files, log) if node.text.strip() else None
    if isinstance(node, Items):
        log.add("wrong-type", node.place, key=log.shown(report.shape["fact-table"]), wanted="@text")
        return None
    form = report.form("fact-table", "fact-table")
    if form is None or not form.text("file"):
        return None
    return _file_rows(form.text("file"), form.at("file"), _wanted(form), files, log)


def _wanted(form: Form) -> Wanted:
    last = next(name for name in ("range", "sheet", "file") if form.has(name))
    heads = form.count("head", 1, 1) if form.has("head") else 1
    return Wanted(form.at(last), form.text("sheet"), form.text("range"), heads)


def read_table(form: Form, name: Scalar, files: Files, given: Rows | None = None) -> Table | None:
    """The table of a form with the keys of `data`; None, with a problem, where it cannot be read."""
    rows = _source_rows(form, name.text, files) if given is None else given
    if given is not None:
        check_names(given.head, form.log)
    if rows is None:
        return None
    rows = _only(form, rows)
    if not rows.rows:
        form.log.add("no-rows", rows.place, name=name.text)
        return None
    columns, cells = _typed(form, rows)
    key = _key(form, columns, cells)
    return Table(name.text, columns, cells, key, name.place, form.text("source"))


def _only(form: Form, rows: Rows) -> Rows:
    """The rows whose columns have the wished values."""
    names = [cell.text for cell in rows.head]
    for column, wanted in _by_column(form, "where", names):
        at = names.index(column)
        kept = tuple(row for row in rows.rows if narrow(row[at].text) == narrow(wanted.text))
        rows = replace(rows, rows=kept)
    return rows


def _source_rows(form: Form, name: str, files: Files) -> Rows | None:
    """The rows of the one source that a table names."""
    if form.has("file") and form.has("database"):
        form.log.add("two-sources", form.at("database"), name=name)
        return None
    if form.has("database"):
        from report.content.tables.database import query_rows

        return query_rows(form, name, files.folder, files.inputs, files.environ)
    if not form.has("file"):
        form.log.add("no-source", form.place, name=name)
        return None
    return _file_rows(form.text("file"), form.at("file"), _wanted(form), files, form.log)


def _file_rows(name: str, place: Place, wanted: Wanted, files: Files, log: Log) -> Rows | None:
    path = located(name, place, files, log)
    if path is None or not _readable(path, place, log):
        return None
    files.inputs.append(str(path))
    if path.suffix.lower() in BOOKS:
        from report.content.tables.workbook import read_workbook

        return read_workbook(path, str(path), wanted, log)
    if wanted.sheet or wanted.area:
        log.add("only-workbook", wanted.place, file=name)
    return read_csv(path, str(path), log, wanted.heads)


def located(name: str, place: Place, files: Files, log: Log) -> Path | None:
    """A file of the report's folder; None, with a problem, where it is not there or lies outside."""
    path = files.folder / name
    try:
        inside, there = path.resolve().is_relative_to(files.folder.resolve()), path.is_file()
    except (OSError, ValueError):  # a name that no file system takes
        inside, there = True, False
    if inside and there:
        return path
    if inside:
        log.add("missing-file", place, file=name, near=nearest_file(Path(name).name, _beside(path)))
    else:
        log.add("path-outside", place, file=name)
    return None


def _beside(path: Path) -> list[str]:
    """Names of tables in the folder where a file was looked for."""
    try:
        return sorted(one.name for one in path.parent.glob("*") if one.suffix.lower() in BOOKS | TABLES)
    except (OSError, ValueError):
        return []


def _readable(path: Path, place: Place, log: Log) -> bool:
    """Whether the file is of a kind that can be read, by its name and by its first bytes."""
    suffix = path.suffix.lower()
    start = _bytes_at(path, 0, len(_COMPOUND))
    if start == _COMPOUND and _is_locked(path):
        log.add("workbook-locked", place, file=path.name)
    elif suffix in OTHERS or start == _COMPOUND:
        log.add("save-as-xlsx", place, file=path.name)
    elif suffix not in BOOKS | TEXTS:
        log.add("unknown-table-file", place, file=path.name)
    elif suffix in TEXTS and start.startswith(_PACKAGE):
        log.add("named-csv", place, file=path.name)
    else:
        return True
    return False


def _is_locked(path: Path) -> bool:
    """Whether a compound file holds a workbook with a password ([MS-OFFCRYPTO] 2.3.4.4).

    Its head tells the size of sectors and the one where the names of its streams begin ([MS-CFB] 2.2).
    """
    head = _bytes_at(path, 0, 512)
    if len(head) < 512:
        return False
    (shift,), (sector,) = struct.unpack_from("<H", head, 30), struct.unpack_from("<I", head, 48)
    return _LOCKED in _bytes_at(path, (sector + 1) << min(shift, 12), 64 * 128)


def _bytes_at(path: Path, offset: int, count: int) -> bytes:
    """Some bytes of a file; none where it cannot be read, which its reader will tell."""
    try:
        with path.open("rb", 0) as file:  # without a buffer
            file.seek(offset)
            return file.read(count)
    except OSError:
        return b""


def _typed(form: Form, rows: Rows) -> tuple[tuple[Column, ...], tuple[tuple[DataCell, ...], ...]]:
    """Columns by their declared or apparent kind, and the cells with their values."""
    names = [cell.text for cell in rows.head]
    declared = {
        name: word(value.text, "type", value.place, form.log) for name, value in _by_column(form, "columns", names)
    }
    units = {name: value.text for name, value in _by_column(form, "unit", names)}
    columns: list[Column] = []
    valued: list[list[DataCell]] = []
    for i, name in enumerate(names):
        cells = [row[i] for row in rows.rows]
        kind = declared.get(name) or kinds.inferred(name, cells, form.log)
        columns.append(Column(name, kind, units.get(name, "%" if kind == "percent" else "")))
        valued.append(kinds.column_values(name, cells, kind, rows.typed, form.log))
    return tuple(columns), tuple(zip(*valued, strict=True))


def _by_column(form: Form, key: str, names: Sequence[str]) -> list[tuple[str, Scalar]]:
    """What a map says of columns, by their names; strangers are reported."""
    node = form.node(key)
    found = []
    for name, value in node.entries if isinstance(node, Fields) else ():
        if name.text not in names:
            near = nearest(name.text, names)
            form.log.add("unknown-column", name.place, key=name.text, near=near, all="、".join(names))
        elif isinstance(value, Scalar):
            found.append((name.text, form.log.filled(value)))
        else:
            form.log.add("wrong-type", value.place, key=name.text, wanted="@text")
    return found


def _key(form: Form, columns: Sequence[Column], rows: Sequence[Sequence[DataCell]]) -> str:
    """The column by which rows are found: as given, else the first where it tells all rows apart."""
    names = [column.name for column in columns]
    given = form.text("key")
    if not given:
        values = [row[0].value for row in rows]
        return names[0] if None not in values and len(set(values)) == len(values) else ""
    if given not in names:
        near = nearest(given, names)
        form.log.add("unknown-column", form.at("key"), key=given, near=near, all="、".join(names))
        return ""
    index = names.index(given)
    _check_key(given, [row[index] for row in rows], form.log)
    return given


def _check_key(name: str, cells: Sequence[DataCell], log: Log) -> None:
    """Keys that are empty, or that two rows share."""
    seen: dict[Decimal | str, Place] = {}
    for cell in cells:
        if cell.value is None:
            if not cell.text:
                log.add("empty-key", cell.place, column=name)
        elif (first := seen.setdefault(cell.value, cell.place)) != cell.place:
            log.add("duplicate-key-value", cell.place, column=name, text=cell.text, first=f"{first.file}:{first.line}")
