"""matplotlib, imported without a look at the machine: no list of its fonts, no settings of the user, no file left.

Charts are set in the document's own faces, so the list of system fonts that matplotlib makes on its first import (one
to three seconds) would be made for nothing.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from importlib.machinery import PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any
from warnings import catch_warnings

from report.modules import is_alone
from report.variables import meanwhile

FOLDER = "MPLCONFIGDIR"
"""The variable that names matplotlib's folder for settings and caches."""
WANTED = ("matplotlib.backend_bases", "matplotlib.lines", "matplotlib.patches")
"""What charts are drawn with: figures and axes would take half as long again to read."""
OWN_FONTS = "MPL_IGNORE_SYSTEM_FONTS"
"""The variable that keeps matplotlib, where it makes a list after all, to the fonts that come with it."""
ABSENT = {"__class__": "FontEntry", "fname": "absent", "name": "DejaVu Sans", "index": 0}
"""The only font of the list: matplotlib looks for its file when someone first asks for a font, misses it and makes the
true list then. So other users of matplotlib in the same process lose nothing."""


def load() -> None:
    """Import what charts need of matplotlib; does nothing where that has been done."""
    if not all(name in sys.modules for name in WANTED):
        from tempfile import TemporaryDirectory

        with TemporaryDirectory(prefix="banxin-") as folder, meanwhile({FOLDER: folder, OWN_FONTS: "1"}):
            _leave_list(Path(folder))
            if is_alone():
                _load_little()
            else:
                _load_all()


def _load_all() -> None:
    for name in WANTED:
        import_module(name)


def _load_little() -> None:
    """Without what charts never ask for; a matplotlib that is not content with that is loaded whole."""
    known = set(sys.modules)
    try:
        with _stood_in(), _unexplained():
            _load_all()
    except (ImportError, AttributeError, TypeError):
        for name in [name for name in sys.modules if name.startswith("matplotlib") and name not in known]:
            del sys.modules[name]
        _load_all()


STAND_INS: dict[str, tuple[str, ...]] = {
    "matplotlib._fontconfig_pattern": ("parse_fontconfig_pattern", "generate_fontconfig_pattern"),
    "matplotlib.textpath": ("TextPath", "TextToPath"),
    "matplotlib.texmanager": ("TexManager",),
    "pyparsing": (),
}
"""Modules that read mathematics, TeX and patterns of fonts, which are nearly half of the import, and what is taken from
each. Mathematics in a chart imports them itself."""


class _StandIn(ModuleType):
    """A module that stands in for one of the same name."""

    __version__ = "9999"  # matplotlib asks it of all that it depends on

    def __init__(self, name: str) -> None:
        super().__init__(name)
        for part in STAND_INS[name]:
            setattr(self, part, partial(_Made, name, part) if part[0].isupper() else partial(_called, name, part))


def _called(module: str, name: str, *given: Any) -> Any:
    """A function of the true module; while that is not read, what it says of matplotlib's own settings goes unread."""
    true = import_module(module)
    return {} if isinstance(true, _StandIn) else getattr(true, name)(*given)


class _Made:
    """An object of the true module, made when someone looks into it."""

    def __init__(self, module: str, name: str, *given: Any, **named: Any) -> None:
        self._make: Callable[[], Any] = lambda: getattr(import_module(module), name)(*given, **named)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._make(), name)


@contextmanager
def _stood_in() -> Iterator[None]:
    """Modules that stand in while matplotlib is imported; afterwards the true ones can be."""
    given = [name for name in STAND_INS if name not in sys.modules]
    sys.modules.update({name: _StandIn(name) for name in given})
    try:
        yield
    finally:
        for name in given:
            del sys.modules[name]


@contextmanager
def _unexplained() -> Iterator[None]:
    """matplotlib's classes without the help texts that it composes for them, which are a third of its import. Its
    private names may change: where they have, it explains itself."""
    import matplotlib.artist

    explaining: Any = sys.modules.get("matplotlib._docstring")
    artist: Any = matplotlib.artist.Artist
    spared = [
        (explaining, "_ArtistPropertiesSubstitution", "__call__", lambda _, one: one),
        (explaining, "Substitution", "__call__", lambda _, one: one),
    ]
    kept: list[tuple[Any, str, Any]] = []
    for module, name, method, instead in spared:
        if hasattr(getattr(module, name, None), method):
            kept.append((getattr(module, name), method, getattr(getattr(module, name), method)))
            setattr(getattr(module, name), method, instead)
    if NAMED in vars(artist):
        kept.append((artist, NAMED, vars(artist)[NAMED]))
        setattr(artist, NAMED, classmethod(lambda cls: setattr(cls.set, "_autogenerated_signature", True)))
    try:
        with catch_warnings(action="ignore"):
            yield
    finally:
        for home, method, own in kept:
            setattr(home, method, own)


NAMED = "_update_set_signature_and_docstring"


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
