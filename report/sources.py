"""What a report was made from: digests of its inputs, and the files that lie in a document that can be made again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from report import __version__
from report.content.model import Report
from report.pdf.document import Source

MIMES = {
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
    ".csv": "text/csv",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".json": "application/json",
    ".txt": "text/plain",
}
"""Kinds of files that a document can be made from again, and lie in it (PDF/A-3)."""


def sources_of(report: Report) -> tuple[Source, ...]:
    """The report, its parts and its data, and a list of the digests of all that was read."""
    home = Path(report.folder).resolve()
    paths = sorted({Path(path).resolve() for path in report.inputs if Path(path).is_file()})
    named = [(path.relative_to(home).as_posix() if path.is_relative_to(home) else path.name, path) for path in paths]
    held = [Source(name, MIMES[p.suffix.lower()], p.read_bytes()) for name, p in named if p.suffix.lower() in MIMES]
    lock = {"tool": __version__, "inputs": {name: _hashed(path) for name, path in named}}
    row = [Source("row.json", MIMES[".json"], _json(dict(report.row)))] if report.row else []
    return (*held, *row, Source("lock.json", MIMES[".json"], _json(lock)))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n"


def hashes(paths: tuple[str, ...], known: Mapping[str, str]) -> dict[str, str]:
    """sha256 of files by path, those that are `known` unread; "" for an input that is no file, such as a server."""
    return {path: known.get(path) or _hashed(Path(path)) for path in sorted(set(paths))}


def _hashed(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
