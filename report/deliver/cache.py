"""Bytes kept between runs by key: safe to delete, safe to share between processes, silent when broken."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from report.named import NamedTuple

LIMIT = 512 * 1024 * 1024
"""Bytes that a cache folder may hold."""
ROOM = 0.8
"""Share of the limit that is left after the oldest entries are removed."""
_DIGEST = hashlib.sha256().digest_size


class RunCache:
    """Remembers until the run ends, and touches no disk."""

    lasts = False

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        return self._held.get(key)

    def put(self, key: str, data: bytes) -> None:
        self._held[key] = data


class FolderCache:
    """A file an entry: its name hashes the key, its first bytes hash its data; damaged is the same as absent."""

    lasts = True

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self.folder, self._limit = folder, limit
        self._held: int | None = None

    def get(self, key: str) -> bytes | None:
        """The bytes of a key; None when absent, damaged or unreadable."""
        path = self._path(key)
        try:
            kept = path.read_bytes()
        except OSError:
            return None
        data = kept[_DIGEST:]
        if hashlib.sha256(data).digest() != kept[:_DIGEST]:
            _remove(path)
            return None
        with suppress(OSError):
            os.utime(path)  # the oldest use goes first
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes; an entry that cannot be written is forgotten."""
        size = _DIGEST + len(data)
        if size > self._limit * ROOM:
            return
        path = self._path(key)
        part = path.with_name(f"{os.urandom(8).hex()}.part")
        whole = hashlib.sha256(data).digest() + data
        try:
            try:
                part.write_bytes(whole)
            except FileNotFoundError:  # the first of its folder
                path.parent.mkdir(parents=True, exist_ok=True)
                part.write_bytes(whole)
            part.replace(path)
        except OSError:
            _remove(part)
            return
        self._make_room(size)

    def _path(self, key: str) -> Path:
        hashed = hashlib.sha256(key.encode()).hexdigest()
        return self.folder / hashed[:2] / hashed[2:]

    def _make_room(self, added: int) -> None:
        """Count the folder once, then what is added; other processes are seen at the next count."""
        self._held = sum(e.size for e in self._entries()) if self._held is None else self._held + added
        if self._held <= self._limit:
            return
        entries = sorted(self._entries())
        held = sum(e.size for e in entries)
        for entry in entries:
            if held <= self._limit * ROOM:
                break
            _remove(entry.path)
            held -= entry.size
        self._held = held

    def _entries(self) -> Iterator[_Entry]:
        with suppress(OSError):
            for path in self.folder.glob("??/*"):
                with suppress(OSError):
                    about = path.stat()
                    yield _Entry(about.st_mtime_ns, path, about.st_size)


class _Entry(NamedTuple):
    """An entry of the folder; sorts by last use."""

    used: int
    path: Path
    size: int


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def default_folder(environ: Mapping[str, str]) -> Path | None:
    """Where the cache is: BANXIN_CACHE, or the user's cache folder; None when the user has no home."""
    if environ.get("BANXIN_CACHE"):
        return Path(environ["BANXIN_CACHE"])
    if sys.platform == "win32":
        base = environ.get("LOCALAPPDATA")
    else:
        base = environ.get("XDG_CACHE_HOME") or (environ.get("HOME") and str(Path(environ["HOME"], ".cache")))
    return Path(base, "banxin") if base else None
