"""Where themes, profiles, fonts and the sample are: in a checkout, and in an installed wheel."""

from __future__ import annotations

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
    for path in sorted(_PACKAGE.rglob("*")):
        inner = path.relative_to(_PACKAGE)
        if path.suffix in {".py", ".yaml", ".icc"} and inner.parts[0] != "_fonts":
            yield inner.as_posix(), path
