"""What a folder of finished files says about itself: its summary, its lock, and whether a new build would repeat it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report import resources
from report.named import NamedTuple
from report.problem import Place, Problem
from report.program import digest, file_digest, tool, unmoved

if TYPE_CHECKING:
    from report.pipeline import Built

LOCK_FORMAT = 1
SUMMARY = "summary.json"
CLOCK_TICK = 10_000_000
"""Nanoseconds by which the time of a file may lag behind the clock: a tick of the kernel."""
Json = dict[str, Any]


class Choices(NamedTuple):
    """What the caller chose for a build; part of what makes two builds the same.

    `row` is the digest of the row that a report of a batch is made of, `since` what a proof is compared with.
    """

    only: tuple[str, ...] = ()
    draft: bool = False
    fonts: tuple[Path, ...] = ()
    row: str = ""
    since: str = ""


class Edition(NamedTuple):
    """An earlier build whose files still stand as it left them: their folder, its summary, and what it warned of."""

    folder: Path
    summary: Json
    problems: tuple[Problem, ...]


def summary(built: Built, folder: Path, problems: list[Json], seconds: float) -> Json:
    """The content of summary.json (contract.md); `problems` as JSON, `seconds` is wall time."""
    return {
        "id": built.report_id,
        "files": [
            {
                "delivery": file.delivery,
                "path": (folder / file.name).as_posix(),
                "pages": file.pages,
                "sha256": digest(file.data),
                "standards": list(file.standards),
                "bytes": len(file.data),
            }
            for file in built.files
        ],
        "fonts": list(built.fonts),
        "figures": dict(built.figures),
        "problems": problems,
        "seconds": seconds,
        "cached": False,
    }


def no_summary(problems: list[Json], seconds: float) -> Json:
    """The summary of a build that delivered nothing."""
    return {
        "id": None,
        "files": [],
        "fonts": [],
        "figures": {"facts": 0, "matched": 0, "unmatched": 0},
        "problems": problems,
        "seconds": seconds,
        "cached": False,
    }


def lock(
    built: Built, report: Path, folder: Path, choices: Choices, began: int, *, made_by: Json | None = None
) -> Json:
    """The content of <id>.lock.json: by what tool, with what choices and from what inputs these files were made.

    Paths are relative, so that the lock says the same wherever the report lies. An input that was saved after the run
    began (nanoseconds of the epoch) is named without its digest, since nobody knows which of its states was read: the
    next run builds again. `made_by` is what `tool` says, for a process that asked it before.
    """
    home = report.resolve().parent
    real: dict[str, str] = {}
    files = {*built.inputs, *(kept.place.file for kept in built.kept.values())}
    named = {file: name(Path(file), home, real) for file in files}
    read = {named[path]: "" if _saved_since(began, path) else value for path, value in built.inputs.items()}
    for path in (resources.fonts() / "fonts.yaml", *choices.fonts):
        read.setdefault(name(path, home, real), file_digest(path) or "")
    return {
        "format": LOCK_FORMAT,
        "id": built.report_id,
        "title": built.title,
        "date": built.date,
        "report": name(report, folder.resolve()),
        "tool": made_by or tool(),
        "choices": _named_choices(choices, home),
        "inputs": dict(sorted(read.items())),
        "files": {file.name: digest(file.data) for file in built.files},
        "standards": {file.name: list(file.standards) for file in built.files},
        "problems": [json_of(problem, home) for problem in built.problems],
        "figures": {key: [*kept[:3], _at(named[kept.place.file], kept.place)] for key, kept in built.kept.items()},
    }


def _at(file: str, place: Place) -> str:
    """A place in a named file as a lock keeps it: file:line:column."""
    return f"{file}:{place.line}:{place.column}"


def _saved_since(began: int, path: str) -> bool:
    try:
        return Path(path).stat().st_mtime_ns > began - CLOCK_TICK
    except OSError:
        return True


def _named_choices(choices: Choices, home: Path) -> Json:
    named = {"only": sorted(choices.only), "draft": choices.draft, "fonts": [name(p, home) for p in choices.fonts]}
    more = {"row": choices.row, "since": choices.since}
    return {**named, **{key: value for key, value in more.items() if value}}


def json_of(problem: Problem, home: Path) -> Json:
    """A problem as a lock keeps it: in no language, its file as the lock names files.

    A file without a place in it is a finished one, which has its bare name wherever the build ran.
    """
    return {
        "code": problem.code,
        "values": dict(problem.values),
        "severity": problem.severity,
        "file": name(Path(problem.place.file), home) if problem.place else problem.file,
        "at": list(problem.place[1:]) if problem.place else None,
        "page": problem.page,
    }


def problem_of(kept: Json, home: Path) -> Problem:
    """The problem that a lock keeps; `home` is the report's folder as the caller named it."""
    place = Place(str(located(kept["file"], home)), *kept["at"]) if kept["at"] else None
    values = tuple(kept["values"].items())
    return Problem(kept["code"], values, kept["severity"], place, kept["page"], "" if place else kept["file"])


def unchanged(report: Path, folder: Path | None, choices: Choices, *, made_by: Json | None = None) -> Edition | None:
    """The earlier build that a new build of this report would only repeat; without a folder, of those in out/<id>."""
    for path in _locks(folder):
        try:
            old = read_json(path)
            own_folder = folder is not None or path.parent.name == old["id"]
            whole = own_folder and all(file_digest(path.parent / file) == value for file, value in old["files"].items())
            if whole and repeats(old, report, path.parent, choices, made_by):
                return _edition(path.parent, old, report.parent)
        except (LookupError, TypeError, ValueError, AttributeError):  # a lock or summary of another shape: build again
            continue
    return None


def _locks(folder: Path | None) -> Iterable[Path]:
    return sorted(folder.glob("*.lock.json") if folder else Path("out").glob("*/*.lock.json"))


def repeats(old: Json, report: Path, folder: Path, choices: Choices, made_by: Json | None) -> bool:
    """Whether report, tool, choices and inputs are still those of a lock, which names the report from `folder`."""
    home = report.resolve().parent
    return (
        old["format"] == LOCK_FORMAT
        and located(old["report"], folder).resolve() == report.resolve()
        and old["choices"] == _named_choices(choices, home)
        and old["tool"] == (made_by or tool())
        and unmoved((located(file, home), value) for file, value in old["inputs"].items())
    )


def _edition(folder: Path, old: Json, home: Path) -> Edition | None:
    """The build of a lock; None when its summary is gone or of another build."""
    told = read_json(folder / SUMMARY)
    files = [{**file, "path": (folder / Path(file["path"]).name).as_posix()} for file in told["files"]]
    described = {Path(file["path"]).name: file["sha256"] for file in files}
    if told.keys() != no_summary([], 0).keys() or told["id"] != old["id"] or described != old["files"]:
        return None
    problems = tuple(problem_of(kept, home) for kept in old["problems"])
    return Edition(folder, {**told, "files": files, "cached": True}, problems)


def name(path: Path, home: Path, real: dict[str, str] | None = None) -> str:
    """A file as a lock names it: from the report's folder, or `banxin:` for what comes with the tool. `real` has the
    folders so far as they are without links, for who names many files."""
    resolved = _resolved(path, {} if real is None else real)
    for kind, root in _own_folders():
        if resolved.is_relative_to(root):
            return f"banxin:{kind}/{resolved.relative_to(root).as_posix()}"
    with suppress(ValueError):  # another drive on Windows has no relative path
        return Path(os.path.relpath(resolved, home)).as_posix()
    return resolved.as_posix()


def _resolved(path: Path, real: dict[str, str]) -> Path:
    """`path.resolve()`, which asks for each part of each path again."""
    folder, own = os.path.split(path)
    if own in ("", "..") or os.path.islink(path):  # noqa: PTH114 - a third of the time, and there are many
        return path.resolve()
    if folder not in real:
        real[folder] = os.path.realpath(folder)
    return Path(real[folder], own)


def located(named: str, home: Path) -> Path:
    """The file that a lock names; the inverse of `name`."""
    kind, slash, rest = named.removeprefix("banxin:").partition("/")
    own = dict(_own_folders())
    if named.startswith("banxin:") and slash and kind in own:
        return own[kind] / rest
    return home / named


@cache
def _own_folders() -> tuple[tuple[str, Path], ...]:
    return ("fonts", resources.fonts().resolve()), ("themes", resources.themes().resolve())


def as_bytes(value: Json) -> bytes:
    """JSON as these files hold it: readable, UTF-8 (what a path may hold beside it escaped), in the order given."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


class Kept(NamedTuple):
    """What a lock says of the build that wrote it: its report, and what the caller chose."""

    report: Path
    choices: Choices


def read_lock(path: Path) -> Kept | None:
    """A lock, or None for one of another shape."""
    try:
        held = read_json(path)
        report = located(held["report"], path.parent)
        chosen = held["choices"]
        fonts = tuple(located(name, report.parent) for name in chosen["fonts"])
        return Kept(report, Choices(tuple(chosen["only"]), bool(chosen["draft"]), fonts))
    except (LookupError, TypeError, ValueError, AttributeError):
        return None


def read_json(path: Path) -> Json:
    """A JSON object from a file. Raises ValueError or TypeError for anything else."""
    try:
        value = json.loads(path.read_bytes())
    except (OSError, RecursionError) as error:
        raise ValueError(path.name) from error
    if not isinstance(value, dict):
        raise TypeError(path.name)
    return value
