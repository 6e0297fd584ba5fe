"""Editions: the last N builds of a report, each in a folder of its own with a manifest of what it says and shows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from report.deliver.edition import as_bytes
from report.deliver.output import Whole, write_folder
from report.named import NamedTuple
from report.patterns import late
from report.problem import ContentError, problem
from report.program import digest

FOLDER = "editions"
MANIFEST = "manifest.json"
FORMAT = 1
NAMED = late(r"(\d{4,})-(?:\d{4}-\d{2}-\d{2}|undated)-([0-9a-f]{8})")
"""The name of an edition: its number, the date of the document, the digest of its files."""
SAID = ("id", "date", "title", "tool", "choices", "inputs", "files", "standards", "figures")
"""What a lock says that a manifest repeats."""
FIRST_DATE = late(r"\d{4}-\d{2}-\d{2}")

Json = dict[str, Any]


class Kept(NamedTuple):
    """The folder of the edition; `fresh` is false when the last one had the same files, so that no other was needed."""

    folder: Path
    fresh: bool


def keep_edition(folder: Path, identifier: str, keep: int) -> Kept:
    """Keep the files that a build left in a folder as an edition, and no more than the last `keep` of them.

    It reads the build's lock, so it serves after a build as well as where nothing had changed. The edition appears
    whole or not at all. Raises ContentError when the files are not those of the lock, OutputError when it cannot be
    written.
    """
    path = folder / f"{identifier}.lock.json"
    lock = _lock(path)
    mark = _mark(lock["files"])
    home = folder / FOLDER
    present = editions(folder)
    if present and present[-1].name.endswith(mark) and len(present) <= keep:
        return Kept(present[-1], fresh=False)
    files = _files(path, lock)
    last: list[str] = []

    def choose(present: Sequence[str]) -> Whole:
        named = sorted((int(found[1]), name) for name in present if (found := NAMED.fullmatch(name)))
        if named and named[-1][1].endswith(mark):
            last.append(named[-1][1])
            return Whole("", {}, _spare([name for _, name in named], keep))
        name = f"{(named[-1][0] if named else 0) + 1:04d}-{_date(lock['date'])}-{mark}"
        told = as_bytes(manifest(name, lock, files))
        return Whole(name, {**files, MANIFEST: told}, _spare([*(name for _, name in named), name], keep))

    made = write_folder(home, choose)
    return Kept(home / last[0], fresh=False) if made is None else Kept(made, fresh=True)


def _spare(names: Sequence[str], keep: int) -> tuple[str, ...]:
    return tuple(names[: max(0, len(names) - keep)])


def _date(date: str) -> str:
    found = FIRST_DATE.match(date)
    return found[0] if found else "undated"


def _mark(files: Mapping[str, str]) -> str:
    """The digest of all files, by which an edition is told from another."""
    said = "".join(f"{name}\0{value}\0" for name, value in sorted(files.items()))
    return hashlib.sha256(said.encode()).hexdigest()[:8]


def _lock(path: Path) -> Json:
    """The lock of a build, with all that a manifest is made of."""
    try:
        lock: Json = json.loads(path.read_bytes())
        said = [lock[key] for key in SAID]
    except (OSError, LookupError, TypeError, ValueError) as error:
        raise ContentError([problem("edition-unfinished", file=path)]) from error
    if not all(part is not None for part in said):
        raise ContentError([problem("edition-unfinished", file=path)])
    return lock


def _files(path: Path, lock: Json) -> dict[str, bytes]:
    """The finished files, which are those of the lock."""
    try:
        files = {str(name): (path.parent / name).read_bytes() for name in lock["files"]}
    except OSError as error:
        raise ContentError([problem("edition-unfinished", file=path)]) from error
    if any(digest(data) != lock["files"][name] for name, data in files.items()):
        raise ContentError([problem("edition-unfinished", file=path)])
    return files


def manifest(name: str, lock: Json, files: Mapping[str, bytes]) -> Json:
    """What an edition says of itself; the same files and inputs give the same, whatever day it is."""
    from report.deliver.differences.described import described

    told = {file: described(data, file, lock["figures"]) for file, data in files.items()}
    return {
        "format": FORMAT,
        "edition": name,
        "id": lock["id"],
        "title": lock["title"],
        "date": lock["date"],
        "tool": lock["tool"],
        "choices": lock["choices"],
        "inputs": lock["inputs"],
        "files": [
            {
                "name": file,
                "delivery": Path(file).stem.removeprefix(f"{lock['id']}-"),
                "sha256": lock["files"][file],
                "bytes": len(data),
                "standards": lock["standards"][file],
                "pages": [page._asdict() for page in told[file].pages],
            }
            for file, data in files.items()
        ],
        "figures": [
            {
                "name": figure,
                "value": value,
                "unit": unit,
                "printed": printed,
                "place": place,
                "pages": {file: list(told[file].printed[figure]) for file in files if told[file].printed[figure]},
            }
            for figure, (value, unit, printed, place) in lock["figures"].items()
        ],
    }


def editions(folder: Path) -> tuple[Path, ...]:
    """The editions of a folder of builds, the oldest first."""
    return tuple(home for _, home in sorted(_numbered((folder / FOLDER).glob("*/"))))


def _numbered(folders: Iterable[Path]) -> Iterable[tuple[int, Path]]:
    return ((int(found[1]), home) for home in folders if (found := NAMED.fullmatch(home.name)))
