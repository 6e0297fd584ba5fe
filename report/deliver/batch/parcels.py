"""Inputs by content: what a report is made from, for workers that cannot see its folder.

A parcel names files and digests. A worker keeps what it has been sent by digest, and says which ones it lacks.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from report.content.read import read_checked
from report.content.row import Row
from report.content.theme import read_theme
from report.memory import Memory
from report.problem import Place, Problem
from report.program import digest
from report.record import record, replace


@record
class Parcel:
    """The files of a report: paths from its folder, each with its digest; `home` is that folder where it came from.

    `blobs` are the contents that travel along.
    """

    home: str
    report: str
    files: Mapping[str, str]
    blobs: Mapping[str, bytes]


def packed(report: Path, row: Row) -> Parcel:
    """The files that a report names, without their contents. Raises ContentError for a report that cannot be read."""
    read = read_checked(report, row=row, ledger=False).report
    home = report.parent
    themes = {read.about.theme, *(delivery.edition.theme for delivery in read.deliveries)}
    named = {Path(path) for path in read.inputs if Path(path).is_file()}
    named |= {path for name in themes if name for path in _theme(home / name)}
    files = {_inside(path, home): _digest(path) for path in sorted(named)}
    return Parcel(str(home), report.name, files, {})


def _theme(folder: Path) -> Iterator[Path]:
    """A theme that lies beside the report, with those that it inherits from; built-in ones are on every machine."""
    if (folder / "theme.yaml").is_file():
        yield from (path for path in folder.rglob("*") if path.is_file())
        inherited = (Path(file) for file in read_theme(folder).files)
        yield from (file for file in inherited if file.resolve().is_relative_to(folder.parent.resolve()))


def _inside(path: Path, home: Path) -> str:
    return Path(os.path.relpath(path, home)).as_posix()


def _digest(path: Path) -> str:
    return digest(path.read_bytes())


def filled(parcel: Parcel, wanted: frozenset[str] | None = None) -> Parcel:
    """The parcel with the contents of these digests (all unless given)."""
    blobs = {}
    for name, value in parcel.files.items():
        if (wanted is None or value in wanted) and value not in blobs:
            blobs[value] = Path(parcel.home, name).read_bytes()
    return replace(parcel, blobs=blobs)


def gathered(parcel: Parcel, store: Memory) -> tuple[Mapping[str, bytes], tuple[str, ...]]:
    """The contents of a parcel by digest, from itself and from the store, and the digests of those that neither has.

    The store takes what came along; a content that is not what its digest says is none.
    """
    held = {value: data for value, data in parcel.blobs.items() if digest(data) == value}
    for value, data in held.items():
        store.put(value, data)
    for value in set(parcel.files.values()) - held.keys():
        kept = store.get(value)
        if kept is not None and digest(kept) == value:
            held[value] = kept
    return held, tuple(sorted(set(parcel.files.values()) - held.keys()))


@contextmanager
def unpacked(parcel: Parcel, contents: Mapping[str, bytes]) -> Iterator[Path]:
    """The report in a folder of its own while the block runs."""
    with TemporaryDirectory(prefix="banxin-") as folder:
        for name, value in parcel.files.items():
            path = Path(folder, *PurePosixPath(name).parts)
            if not path.resolve().is_relative_to(Path(folder).resolve()):
                raise ValueError(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(contents[value])
        yield Path(folder, parcel.report)


def at_home(problem: Problem, away: Path, home: str) -> Problem:
    """A problem of an unpacked report with the paths of the place that it came from."""
    here = str(away)

    def named(text: str) -> str:
        return text.replace(here, home)

    place = Place(named(problem.place.file), *problem.place[1:]) if problem.place else None
    values = tuple((name, named(value)) for name, value in problem.values)
    return replace(problem, place=place, values=values, file=named(problem.file))
