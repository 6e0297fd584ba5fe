"""What a process that builds many reports need not do twice: opening fonts, reading catalogues and themes."""

from __future__ import annotations

from pathlib import Path

from report.content.catalogue import Catalogue, FaceRecord, read_catalogues
from report.content.theme import Theme, Wanted, read_theme
from report.problem import Place
from report.typeset.faces import OpenFace


class Warm:
    """What is kept from one report to the next: opened fonts, catalogues and themes that were read."""

    def __init__(self) -> None:
        self.fonts: dict[FaceRecord, OpenFace] = {}
        self._catalogues: dict[tuple[Path, ...], tuple[Catalogue, object]] = {}
        self._themes: dict[tuple[Path, Wanted], tuple[Theme, object]] = {}

    def catalogue(self, path: Path, further: tuple[Path, ...]) -> Catalogue:
        """The catalogue with others on top, read again when one of the files has changed."""
        files = tuple(map(str, (path, *further)))
        known = self._catalogues.get((path, *further))
        if known is None or known[1] != _stamps(files):
            known = self._catalogues[path, *further] = read_catalogues(path, further), _stamps(files)
        return known[0]

    def theme(self, folder: Path, place: Place | None, inks: Wanted) -> Theme:
        """The theme of a folder, read again when one of its files has changed."""
        known = self._themes.get((folder, inks))
        if known is None or known[1] != _stamps(known[0].files):
            theme = read_theme(folder, place, inks)
            known = self._themes[folder, inks] = theme, _stamps(theme.files)
        return known[0]


def _stamps(files: tuple[str, ...]) -> object:
    """What tells one state of files from another."""
    about = [Path(file).stat() for file in files if Path(file).is_file()]
    return [(file.st_ino, file.st_size, file.st_mtime_ns, file.st_ctime_ns) for file in about]
