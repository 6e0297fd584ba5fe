"""The library: a report, as a file or as values of Python, to its files and problems; mistakes are values."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report import pipeline
from report.content.given import Given, node, rows
from report.deliver.cache import FolderCache, RunCache
from report.deliver.finished import certificate_of
from report.deliver.output import write_files
from report.messages import Language, as_json
from report.problem import ContentError, Place, ReportError, problem
from report.problem import Problem as Found
from report.record import record

if TYPE_CHECKING:
    from report.content.check import Entry
    from report.content.model import Guest
    from report.layout.changebars import Compare

Source = str | os.PathLike[str] | Mapping[str, object]
"""A report: the path of its YAML file, or what such a file would say."""


EMPTY: Mapping[str, Any] = {
    **dict.fromkeys(("code", "severity", "message", "hint", "file"), ""),
    **dict.fromkeys(("line", "column", "page"), 0),
}
"""What stands where a problem has nothing to say."""


@record
class Problem:
    """One thing to tell: `severity` is error, warning or notice; line, column and page count from 1, 0 for none."""

    code: str
    severity: str
    message: str
    hint: str
    file: str
    line: int
    column: int
    page: int


@record
class File:
    """One finished file: a PDF, or the certificate of one, as a page and as JSON (`pages` is 0)."""

    delivery: str
    name: str
    data: bytes
    pages: int
    standards: tuple[str, ...]


@record
class Figure:
    """One figure of the text: where it stands, what it says and what stands behind it.

    `page` is that of the first delivery, 0 where it is printed on none; line and column count from 1. `status` is
    matched, referenced, derived, unmatched, conflicting, ambiguous or aside; `source` is a fact, a cell, a formula, or
    the class by which it was set aside.
    """

    page: int
    file: str
    line: int
    column: int
    text: str
    value: Decimal
    unit: str
    status: str
    source: str
    context: str


@record
class Result:
    """What a build or a check has to say; a build with an error has no files. `figures` is the ledger."""

    id: str
    title: str
    files: tuple[File, ...]
    problems: tuple[Problem, ...]
    figures: tuple[Figure, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong; warnings may be there."""
        return not any(problem.severity == "error" for problem in self.problems)

    def write(self, folder: str | os.PathLike[str]) -> tuple[Path, ...]:
        """Put all files into the folder, or none; returns their paths."""
        home = Path(folder)
        write_files(home, {file.name: file.data for file in self.files})
        return tuple(home / file.name for file in self.files)


def build(
    source: Source,
    *,
    tables: Mapping[str, object] | None = None,
    flowables: Mapping[str, object] | None = None,
    folder: str | os.PathLike[str] = ".",
    only: Sequence[str] = (),
    draft: bool = False,
    since: str | os.PathLike[str] | None = None,
    fonts: Sequence[str | os.PathLike[str]] = (),
    cache: str | os.PathLike[str] | None = None,
    language: Language = "zh",
) -> Result:
    """The files of a report. `tables` are frames by name; `flowables` are Flowables of ReportLab by name, or functions
    that make one; `folder` is where files that a map names lie; `fonts` are further catalogues; `cache` is a folder to
    remember in; `language` is that of the messages. A draft marks what changed `since` an earlier edition: its folder
    or a PDF."""
    try:
        path, given = _given(source, tables or {}, flowables or {}, folder)
        wanted = (only,) if isinstance(only, str) else tuple(only)
        catalogues, compared = tuple(map(Path, fonts)), _since(since, draft)
        options = pipeline.Options(wanted, draft, catalogues, given=given, since=compared, ledger=True)
        built = pipeline.build(path, options, FolderCache(Path(cache)) if cache else RunCache(), _silent)
    except ReportError as error:
        return Result("", "", (), _told(error.problems, language))
    files = (one for file in built.files for one in _files(file, language))
    figures = tuple(_figure(entry, page) for entry, page in built.ledger)
    return Result(built.report_id, built.title, tuple(files), _told(built.problems, language), figures)


def check(
    source: Source,
    *,
    tables: Mapping[str, object] | None = None,
    flowables: Mapping[str, object] | None = None,
    folder: str | os.PathLike[str] = ".",
    fonts: Sequence[str | os.PathLike[str]] = (),
    language: Language = "zh",
) -> Result:
    """Every problem of a report; makes no file."""
    try:
        path, given = _given(source, tables or {}, flowables or {}, folder)
        found = pipeline.check(path, pipeline.Options(fonts=tuple(map(Path, fonts)), given=given), RunCache(), _silent)
    except ReportError as error:
        return Result("", "", (), _told(error.problems, language))
    figures = tuple(_figure(entry, page) for entry, page in found.ledger)
    return Result("", "", (), _told(found.problems, language), figures)


def _files(file: pipeline.BuiltFile, language: Language) -> Iterator[File]:
    """A PDF, and what is delivered with it."""
    yield File(file.delivery, file.name, file.data, file.pages, file.standards)
    for name, data in certificate_of(file, language).items():
        yield File(file.delivery, name, data, int(name.endswith(".pdf")), ())


def _figure(entry: Entry, page: int) -> Figure:
    where = (page, *entry.place)
    source = f"{entry.source} ({entry.other})" if entry.other else entry.source
    return Figure(*where, entry.text, entry.value, entry.unit, entry.status, source, entry.context)


def _given(
    source: Source,
    tables: Mapping[str, object],
    flowables: Mapping[str, object],
    folder: str | os.PathLike[str],
) -> tuple[Path, Given]:
    for kind, given in (("not-a-frame", tables), ("not-a-flowable", flowables)):
        if not isinstance(given, Mapping):
            raise ContentError([problem(kind, Place("dict", 1, 1), kind=type(given).__name__)])
    held = tuple((name, rows(name, frame)) for name, frame in tables.items())
    guests = tuple((name, _handed(name, flowable)) for name, flowable in flowables.items())
    if isinstance(source, Mapping):
        return Path(folder) / "dict", Given(node(source), held, guests)
    return Path(source), Given(None, held, guests)


def _handed(name: str, flowable: object) -> Guest:
    from report.pdf.guests import Handed

    if not callable(flowable) and not hasattr(flowable, "wrapOn"):
        raise ContentError([problem("not-a-flowable", Place(f"flowable {name}", 1, 1), kind=type(flowable).__name__)])
    return Handed(flowable)


def _since(since: str | os.PathLike[str] | None, draft: bool) -> Compare | None:
    if since is None:
        return None
    if not draft:
        raise ContentError([problem("since-needs-draft")])
    from report.deliver.since import Since

    return Since(os.fspath(since))


def _told(problems: Sequence[Found], language: Language) -> tuple[Problem, ...]:
    said = [as_json(problem, language) for problem in problems]
    return tuple(Problem(**{name: one[name] or EMPTY[name] for name in EMPTY}) for one in said)


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""
