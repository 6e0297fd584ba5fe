"""Which Banxin this is: its version, its own files, its libraries; and the digests of files as they are now."""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report import __version__, resources

if TYPE_CHECKING:
    from report.memory import Memory

LIBRARIES = (
    "reportlab",
    "uharfbuzz",
    "PyYAML",
    "fonttools",
    "matplotlib",
    "numpy",
    "Pillow",
    "deflate",
    "budoux",
    "pyphen",
    "openpyxl",
    "segno",
    "python-barcode",
    "pikepdf",
)
"""Whose version can change what is built."""
CYCLES = 5_000_000, 50, 50
"""After how many new objects a process looks for cycles: one report makes few of them and much else, and to look as
often as Python does took a fifth of the time."""
SETTLED = 2_000_000_000
"""Nanoseconds after which a change of a file gets another time than the change before, on any file system."""
SMALL = 65_536
"""Bytes below which a file is no work to hold whole."""


def tool(memory: Memory | None = None) -> dict[str, Any]:
    """Version, digest of its own files (a checkout changes without a version), its libraries.

    A memory knows the digest of files whose sizes and times it has seen: reading five hundred files took a tenth of a
    short build.
    """
    return {"version": __version__, "code": _code(memory), "libraries": _versions()}


@lru_cache(maxsize=4)
def mark(memory: Memory) -> str:
    """What tells one program from another to what is kept between runs."""
    return digest(repr(running(memory)).encode())


@lru_cache(maxsize=4)
def running(memory: Memory) -> dict[str, Any]:
    """The program that runs: a process stays the one that it began as, and looks at its files once."""
    return tool(memory)


def _code(memory: Memory | None) -> str:
    key = _seen() if memory else ""
    if memory and key and (kept := memory.get(key)):
        return kept.decode()
    code = hashlib.sha256()
    for inner, path in resources.code():
        code.update(f"{inner}\0{_small_digest(path)}\0".encode())
    if memory and key:
        memory.put(key, code.hexdigest().encode())
    return code.hexdigest()


def _small_digest(path: Path) -> str | None:
    """`file_digest` of one of hundreds of small files, of which none is asked for twice."""
    try:
        with path.open("rb", 0) as file:  # without a buffer
            return digest(file.read())
    except OSError:
        return None


def _seen() -> str:
    """Names, sizes and times of the program's files; "" while one of them was just written."""
    stamps = list(resources.stamps())
    settled = max((changed for _, _, changed in stamps), default=0) < time.time_ns() - SETTLED
    return f"program {stamps}" if settled else ""


@cache
def _versions() -> dict[str, str]:
    """Versions of the libraries, by the names of their folders: reading their metadata takes a tenth of a second."""
    wanted = {library.lower(): library for library in LIBRARIES}
    found = dict.fromkeys(LIBRARIES, "")
    for entry in reversed([path for path in sys.path if Path(path).is_dir()]):
        for folder in Path(entry).glob("*.dist-info"):
            name, _, number = folder.name.removesuffix(".dist-info").partition("-")
            named = name.lower().replace("_", "-")
            if named in wanted:
                found[wanted[named]] = number
    return found


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def file_digest(path: Path) -> str | None:
    """sha256 of a file; None when it cannot be read.

    A process that asks again gets the same answer while the file is the same; one just written is read again.
    """
    try:
        about = path.stat()
    except OSError:
        return None
    if time.time_ns() - max(about.st_mtime_ns, about.st_ctime_ns) < SETTLED:
        return _read_digest(path)
    stamp = (about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns)
    return _settled_digest(path, stamp)


def unmoved(files: Iterable[tuple[Path, str | None]]) -> bool:
    """Whether files still have their digests; the smallest are read first, for it is seldom a font that has changed."""
    sized = []
    for path, value in files:
        try:
            sized.append((path.stat().st_size, path, value))
        except OSError:  # a file that is gone has no digest
            sized.append((0, path, value))
    return all(file_digest(path) == value for _, path, value in sorted(sized, key=lambda one: one[0]))


@lru_cache(maxsize=4096)
def _settled_digest(path: Path, _stamp: tuple[int, ...]) -> str | None:
    return _read_digest(path)


def _read_digest(path: Path) -> str | None:
    """A small file is read at once: the buffer costs more than it."""
    try:
        with path.open("rb") as file:
            start = file.read(SMALL)
            if len(start) < SMALL:
                return digest(start)
            file.seek(0)
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
