"""Finished files onto the disk, whole or not at all; what they were made from, and whether that has changed since."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from report import __version__, resources
from report.problem import Problem, ReportError, problem

if TYPE_CHECKING:
    from report.pipeline import Built

LOCK_FORMAT = 1
LIBRARIES = ("reportlab", "uharfbuzz", "PyYAML", "fonttools", "matplotlib", "pillow")
"""Whose version can change what is built."""

Json = dict[str, Any]


class OutputError(ReportError):
    """A file cannot be written; nothing was changed."""


class Choices(NamedTuple):
    """What the caller chose for a build; part of what makes two builds the same."""

    only: tuple[str, ...] = ()
    draft: bool = False
    fonts: tuple[Path, ...] = ()


class Edition(NamedTuple):
    """An earlier build whose files still stand as it left them: their folder, and its summary."""

    folder: Path
    summary: Json


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all of the files into the folder, or none; a reader never sees half of one. Raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".banxin-", dir=folder, ignore_cleanup_errors=True) as aside:
            new, old = Path(aside, "new"), Path(aside, "old")
            new.mkdir()
            old.mkdir()
            for name, data in files.items():
                _write_synced(new / name, data)
            _swap(folder, tuple(files), new, old)
        _sync_folder(folder)
    except OSError as error:
        raise OutputError([_refusal(error, folder)]) from error


def _write_synced(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _swap(folder: Path, names: tuple[str, ...], new: Path, old: Path) -> None:
    """New files into their places; when one refuses (Windows, open in a viewer), those already there go back."""
    done: list[str] = []
    try:
        for name in names:
            if (folder / name).is_file():
                _keep(folder / name, old / name)
            (new / name).replace(folder / name)
            done.append(name)
    except OSError:
        for name in done:
            if (old / name).exists():
                (old / name).replace(folder / name)
            else:
                (folder / name).unlink()
        raise


def _keep(path: Path, spare: Path) -> None:
    """A second name for a file, or a copy where the file system has no links."""
    try:
        spare.hardlink_to(path)
    except OSError:
        shutil.copy2(path, spare)


def _sync_folder(folder: Path) -> None:
    """Make the new names last through a power cut; a system that opens no folders (Windows) does so by itself."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


REFUSALS = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EACCES: "write-denied",
    errno.EPERM: "write-denied",
    errno.EROFS: "write-denied",
    errno.ENOTDIR: "not-a-folder",
    errno.EEXIST: "not-a-folder",
    errno.EISDIR: "not-a-folder",
}
"""What a refusal of the system means to the user."""


def _refusal(error: OSError, folder: Path) -> Problem:
    file = error.filename2 or error.filename or folder
    code = REFUSALS.get(error.errno or 0, "cannot-write")
    shown = folder / Path(str(file)).name if ".banxin-" in str(file) else file
    return problem(code, file=shown, reason=error.strerror or error)


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
        "seconds": round(seconds, 3),
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
        "seconds": round(seconds, 3),
        "cached": False,
    }


def lock(built: Built, report: Path, folder: Path, choices: Choices) -> Json:
    """The content of <id>.lock.json: by what tool, with what choices and from what inputs these files were made.

    Paths are relative, so that the lock says the same wherever the report lies.
    """
    home = report.resolve().parent
    read = {name(Path(path), home): value for path, value in built.inputs.items()}
    for path in (resources.fonts() / "fonts.yaml", *choices.fonts):
        read.setdefault(name(path, home), file_digest(path) or "")
    return {
        "format": LOCK_FORMAT,
        "id": built.report_id,
        "report": Path(os.path.relpath(report.resolve(), folder.resolve())).as_posix(),
        "tool": tool(),
        "choices": _named_choices(choices, home),
        "inputs": dict(sorted(read.items())),
        "files": {file.name: digest(file.data) for file in built.files},
    }


def _named_choices(choices: Choices, home: Path) -> Json:
    return {"only": sorted(choices.only), "draft": choices.draft, "fonts": [name(p, home) for p in choices.fonts]}


def unchanged(report: Path, folders: Iterable[Path], choices: Choices) -> Edition | None:
    """The earlier build in one of these folders that a new build of this report would only repeat."""
    for folder in folders:
        for path in folder.glob("*.lock.json"):
            old = _read_json(path)
            if (folder / str(old.get("report"))).resolve() == report.resolve() and same(old, report, folder, choices):
                return _edition(folder, old)
    return None


def same(old: Json, report: Path, folder: Path, choices: Choices) -> bool:
    """Whether tool, choices, inputs and finished files are still those of a lock."""
    home = report.resolve().parent
    try:
        return (
            old["format"] == LOCK_FORMAT
            and old["choices"] == _named_choices(choices, home)
            and old["tool"] == tool()
            and all(file_digest(folder / file) == value for file, value in old["files"].items())
            and all(file_digest(located(file, home)) == value for file, value in old["inputs"].items())
        )
    except (KeyError, TypeError, AttributeError):  # a lock of another shape: build again
        return False


def _edition(folder: Path, old: Json) -> Edition | None:
    """The build of a lock; None when its summary is gone or of another build."""
    told = _read_json(folder / "summary.json")
    names = [Path(file["path"]).name for file in told.get("files", ())]
    if told.get("id") != old["id"] or names != list(old["files"]):
        return None
    files = [{**file, "path": (folder / name).as_posix()} for file, name in zip(told["files"], names, strict=True)]
    return Edition(folder, {**told, "files": files, "cached": True})


def name(path: Path, home: Path) -> str:
    """A file as a lock names it: from the report's folder, or `banxin:` for what comes with the tool."""
    resolved = path.resolve()
    for kind, root in _own_folders():
        if resolved.is_relative_to(root):
            return f"banxin:{kind}/{resolved.relative_to(root).as_posix()}"
    with suppress(ValueError):  # another drive on Windows has no relative path
        return Path(os.path.relpath(resolved, home)).as_posix()
    return resolved.as_posix()


def located(named: str, home: Path) -> Path:
    """The file that a lock names; the inverse of `name`."""
    kind, slash, rest = named.removeprefix("banxin:").partition("/")
    own = dict(_own_folders())
    if named.startswith("banxin:") and slash and kind in own:
        return own[kind] / rest
    return home / named


def _own_folders() -> Iterator[tuple[str, Path]]:
    yield "fonts", resources.fonts().resolve()
    yield "themes", resources.themes().resolve()


def tool() -> Json:
    """Which Banxin this is: version, digest of its own files (a checkout changes without a version), its libraries."""
    code = hashlib.sha256()
    for path in resources.code():
        code.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return {"version": __version__, "code": code.hexdigest(), "libraries": {name: _version(name) for name in LIBRARIES}}


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def as_bytes(value: Json) -> bytes:
    """JSON as these files hold it: readable, UTF-8, the order as given."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _read_json(path: Path) -> Json:
    """A JSON object from a file; an empty one for anything else."""
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def file_digest(path: Path) -> str | None:
    """sha256 of a file; None when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
