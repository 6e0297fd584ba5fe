"""matplotlib, imported without a look at the machine: no list of its fonts, no settings of the user, no file left.

Charts are set in the document's own faces, so the list of system fonts that matplotlib makes on its first import (one
to three seconds) would be made for nothing.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.machinery import PathFinder
from pathlib import Path
from tempfile import TemporaryDirectory

FOLDER = "MPLCONFIGDIR"
"""The variable that names matplotlib's folder for settings and caches."""
OWN_FONTS = "MPL_IGNORE_SYSTEM_FONTS"
"""The variable that keeps matplotlib, where it makes a list after all, to the fonts that come with it."""
ABSENT = {"__class__": "FontEntry", "fname": "absent", "name": "DejaVu Sans", "index": 0}
"""The only font of the list: matplotlib looks for its file when someone first asks for a font, misses it and makes the
true list then. So other users of matplotlib in the same process lose nothing."""


def load() -> None:
    """Import what charts need of matplotlib; does nothing where that has been done."""
    if "matplotlib.figure" not in sys.modules:
        with TemporaryDirectory(prefix="banxin-") as folder, _set(FOLDER, folder), _set(OWN_FONTS, "1"):
            _leave_list(Path(folder))
            import matplotlib.figure  # noqa: F401  the import is the purpose


def version() -> bytes:
    """What tells one matplotlib from another, found without importing it; empty where it says nothing."""
    home = _home()
    try:
        return (home / "_version.py").read_bytes() if home else b""
    except OSError:
        return b""


def _leave_list(folder: Path) -> None:
    """A list of fonts under the name by which matplotlib looks for it; where its form is unknown, none."""
    home = _home()
    try:
        source = (home / "font_manager.py").read_text(encoding="utf-8") if home else ""
    except OSError:
        source = ""
    found = re.search(r"^    __version__ = '([\w.]+)'$", source, re.MULTILINE)
    if found:
        fonts = {
            "__class__": "FontManager",
            "_version": found[1],
            "_FontManager__default_weight": "normal",
            "default_size": None,
            "defaultFamily": {"ttf": "DejaVu Sans", "afm": "Helvetica"},
            "afmlist": [],
            "ttflist": [ABSENT],
        }
        (folder / f"fontlist-v{found[1]}.json").write_text(json.dumps(fonts), encoding="utf-8")


def _home() -> Path | None:
    """Where matplotlib is installed."""
    spec = PathFinder.find_spec("matplotlib")
    return Path(spec.origin).parent if spec and spec.origin else None


@contextmanager
def _set(name: str, value: str) -> Iterator[None]:
    """A variable of the environment for a while."""
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before
