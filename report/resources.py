"""Where themes, profiles, fonts and the sample are: in a checkout, and in an installed wheel."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def themes() -> Path:
    """The folder of the built-in themes, one folder each."""
    return _PACKAGE / "themes"


def profiles() -> Path:
    """The folder of the ICC profiles."""
    return _PACKAGE / "profiles"


def fonts() -> Path:
    """The folder of the bundled fonts and their catalogue; a wheel carries it inside the package (pyproject.toml)."""
    packed = _PACKAGE / "_fonts"
    return packed if packed.is_dir() else _PACKAGE.parent / "fonts"


def own_fonts(environ: Mapping[str, str]) -> Path | None:
    """The folder of the user's own fonts and their catalogue, there or not; None when the user has no home."""
    if sys.platform == "win32":
        base = environ.get("LOCALAPPDATA")
    else:
        base = environ.get("XDG_DATA_HOME") or (environ.get("HOME") and str(Path(environ["HOME"], ".local", "share")))
    return Path(base, "banxin", "fonts") if base else None


def sample() -> Path | None:
    """The report that is built when none is named, as seen from the current folder; a wheel has none."""
    report = _PACKAGE.parent / "data" / "kaifeng" / "report.yaml"
    if not report.is_file():
        return None
    with suppress(OSError, ValueError):  # a current folder that is gone, or elsewhere
        return report.relative_to(Path.cwd())
    return report


def code() -> Iterator[tuple[str, Path]]:
    """Name and place of every file of the package that can change what is built, in order; fonts are inputs instead."""
    for name, entry in sorted(_files(os.fspath(_PACKAGE), "")):
        yield name.replace("\0", "/"), Path(entry.path)


def stamps() -> Iterator[tuple[str, int, int]]:
    """Name, size and time of change (ns) of those files, in order: what can be asked without reading them."""
    for name, entry in sorted(_files(os.fspath(_PACKAGE), "")):
        about = entry.stat()
        yield name, about.st_size, about.st_mtime_ns


def _files(folder: str, inner: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """The files with their names, a NUL between the parts, which sorts before all that a name may hold."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{inner}{entry.name}"
            if entry.name in ("__pycache__", "_fonts"):
                continue
            if entry.is_dir():
                yield from _files(entry.path, name + "\0")
            elif entry.name.endswith((".py", ".yaml", ".icc")):
                yield name, entry
