"""A job into tasks: itself, or one for each row of its table. A row that cannot be made is an outcome already."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from report.content.form import Form, Log
from report.content.keys import keys_of
from report.content.model import Table
from report.content.nearest import nearest
from report.content.row import NO_ROW, Row
from report.content.source import Node, Scalar
from report.content.tables import Files, read_table
from report.deliver.batch.tasks import Outcome, Task, outcome
from report.deliver.edition import Choices
from report.deliver.jobs import Job, blanks
from report.deliver.jobs.model import RowSource
from report.deliver.jobs.read import OWN_BLANK
from report.named import NamedTuple
from report.patterns import late
from report.problem import ContentError, Place, Problem, problem, valued
from report.record import replace

LONGEST = 200
"""Bytes of a name in UTF-8: file systems take 255, and other names are made of it."""
FORBIDDEN = late(r'[<>:"/\\|?*\x00-\x1f]|^\.|[. ]$')
"""What no name of a folder may hold on some system (Windows takes neither <>:"|?* nor a dot or space at the end)."""
_KEYS = {"worksheet": "sheet", "range": "range", "head": "head", "columns": "columns", "unit": "unit", "query": "query"}
"""Keys of 逐行 by those of a table of the data that mean the same."""


class Plan(NamedTuple):
    """The tasks of a job, the outcomes of rows that cannot be made, and what is to be told besides."""

    tasks: tuple[Task, ...]
    failed: tuple[Outcome, ...]
    problems: tuple[Problem, ...]


def planned(job: Job, choices: Choices, environ: Mapping[str, str]) -> Plan:
    """The tasks of a job. Raises ContentError where its table cannot be read or its patterns name no column."""
    if job.rows is None:
        folder = _placed(job, _filled(job.output, dict.fromkeys(OWN_BLANK, job.name)))
        return Plan((_task(job, job.name, folder, NO_ROW, choices),), (), ())
    log = Log(language=job.rows.form.log.language)
    table = read_rows(job.rows, job.folder, log, environ)
    if table is not None:
        _check_blanks(job, job.rows, table, log)
    lines = {(row[0].place.file, row[0].place.line) for row in table.rows} if table is not None else set()
    own = [p for p in log.problems if p.place is None or p.place[:2] not in lines]
    if table is None or any(p.severity == "error" for p in own):
        raise ContentError([_of_job(p) for p in log.problems])
    of_rows = [p for p in log.problems if p not in own and p.severity == "error"]
    told = tuple(p for p in log.problems if p not in of_rows)
    tasks, failed = _of_rows(job, job.rows, table, of_rows, choices)
    return Plan(tasks, failed, told)


def _of_job(found: Problem) -> Problem:
    """A problem as it is for a job file, whose folder is not the report's."""
    return replace(found, code="no-job-table") if found.code == "missing-file" else found


def read_rows(rows: RowSource, folder: Path, log: Log, environ: Mapping[str, str]) -> Table | None:
    """The table of which each row is a report, read as a table of a report's data is."""
    form = rows.form
    home = "database" if form.has("query") else "file"
    values: dict[str, Node] = {_KEYS[name]: node for name, node in form.values.items() if name in _KEYS}
    values[home] = form.values["table"]
    data = Form(log, form.place, values, {key.name: key for key in keys_of("data")})
    return read_table(data, Scalar(rows.form.text("table"), True, form.at("table")), Files(folder, [], environ))


def _of_rows(
    job: Job, rows: RowSource, table: Table, problems: list[Problem], choices: Choices
) -> tuple[tuple[Task, ...], tuple[Outcome, ...]]:
    tasks: list[Task] = []
    failed: list[Outcome] = []
    seen: dict[str, Place] = {}
    folders: dict[str, Place] = {}
    for cells in table.rows:
        found = [p for p in problems if p.place and p.place[:2] == cells[0].place[:2]]
        values = {column.name: cell.text for column, cell in zip(table.columns, cells, strict=True)}
        name = _filled(rows.name, values)
        place = next(
            (cells[i].place for i, c in enumerate(table.columns) if c.name in blanks(rows.name)), cells[0].place
        )
        found += _name_problems(name, place, seen)
        row = Row(table.columns, cells, rows.form.text("source") or _where(cells[0].place))
        found += [p for part in _filled_parts(job, values) for p in _part_problems(part, cells[0].place)]
        part = _filled(job.output, {**values, **dict.fromkeys(OWN_BLANK, name)})
        found = found or list(_once(part, place, folders))  # two names may still be one folder
        task = _task(job, name or _where(cells[0].place), _placed(job, part), row, choices)
        task = replace(task, number=len(tasks) + len(failed))
        if found:
            failed.append(outcome(task, "failed", tuple(found)))
        else:
            tasks.append(task)
    return tuple(tasks), tuple(failed)


def _name_problems(name: str, place: Place, seen: dict[str, Place]) -> Iterator[Problem]:
    """What keeps a row's name from being the name of a folder of its own."""
    if not name.strip():
        yield problem("row-without-name", place)
        return
    yield from _part_problems(name, place)
    yield from _once(name, place, seen)


def _once(name: str, place: Place, seen: dict[str, Place]) -> Iterator[Problem]:
    """What is wrong with a name that was seen before; some file systems do not tell A from a."""
    first = seen.setdefault(name.casefold(), place)
    if first is not place:
        yield problem("row-name-twice", place, name=name, first=_where(first))


def _part_problems(part: str, place: Place) -> Iterator[Problem]:
    if len(part.encode("utf-8", "replace")) > LONGEST:
        yield problem("row-name-long", place, name=f"{part[:20]}…", length=len(part.encode()), limit=LONGEST)
    elif FORBIDDEN.search(part):
        yield problem("row-name-sign", place, name=part)


def _filled_parts(job: Job, values: Mapping[str, str]) -> list[str]:
    """The cells that are part of the path of the output."""
    return [values[name] for name in blanks(job.output) if name in values and name not in OWN_BLANK and values[name]]


def _where(place: Place) -> str:
    """A row as people call it: its file and line."""
    return f"{Path(place.file).name}:{place.line}"


def _task(job: Job, name: str, folder: str, row: Row, choices: Choices) -> Task:
    own = choices._replace(row=_digest(row)) if row.columns else choices
    return Task(job.name, name, job.report, folder, row, own, job.limits, job.skip_unchanged)


def _digest(row: Row) -> str:
    """What tells one row from another: its columns, its cells, its source; not the line where it stands."""
    told = [[column.name, column.kind, column.unit, cell.text, cell.mark] for column, cell in row.named()]
    return hashlib.sha256(json.dumps([told, row.source], ensure_ascii=False).encode()).hexdigest()


def _filled(pattern: str, values: Mapping[str, str]) -> str:
    return re.sub(r"\{([^{}]*)\}", lambda found: values.get(found[1].strip(), ""), pattern)


def _placed(job: Job, folder: str) -> str:
    """A folder from that of the job file; a URL as it stands."""
    return folder if "://" in folder else str(job.folder / folder)


def _check_blanks(job: Job, rows: RowSource, table: Table, log: Log) -> None:
    """Every blank of the patterns is a column, or the name."""
    names = [column.name for column in table.columns]
    given = ((name, rows.form.at("name")) for name in blanks(rows.name) if name not in names)
    at = job.places.get("output", job.place)
    others = ((name, at) for name in blanks(job.output) if name not in (*names, *OWN_BLANK))
    for name, place in (*given, *others):
        values = {"key": name, "near": nearest(name, names), "all": "、".join(names)}
        log.problems.append(valued("unknown-column", place, "error", values))
