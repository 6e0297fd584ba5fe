"""What a process that builds many reports need not do twice: opening fonts, reading catalogues and themes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from pathlib import Path

from report import packed, program
from report.content.catalogue import Catalogue, FaceRecord, read_catalogues
from report.content.theme import Theme, Wanted, read_theme
from report.memory import Memory
from report.problem import Place
from report.record import replace
from report.typeset.faces import Faces, OpenFace

MANY = 2_000
"""Paragraphs of earlier reports of a series that are worth their room; of charts a tenth as many."""
PARTS = ("theme.yaml", "charts.yaml", "pages.yaml")


class Warm:
    """What is kept from one report to the next: opened fonts, catalogues and themes that were read.

    In a `series` many reports are made, most of them once: what they are set of, and their charts, are not left on the
    disk. Where the run is `watched`, what is left for the next run waits until the watcher has been told of this one.
    """

    def __init__(self, *, series: bool = False, watched: bool = False) -> None:
        self.series, self.watched = series, watched
        self.fonts: dict[FaceRecord, OpenFace] = {}
        self._catalogues: dict[tuple[Path, ...], tuple[Catalogue, object]] = {}
        self._faces: tuple[Catalogue, Memory, Faces] | None = None
        self._themes: dict[tuple[Path, Wanted], tuple[Theme, object]] = {}
        self._later: list[Callable[[], object]] = []

    def later(self, job: Callable[[], object]) -> None:
        """Something for `settle`."""
        self._later.append(job)

    def settle(self) -> None:
        """Do what could wait: to put by what was read and set for the next run."""
        while self._later:
            self._later.pop()()

    @contextmanager
    def settled(self) -> Iterator[None]:
        """However the run ends, what could wait is done after it."""
        try:
            yield
        finally:
            self.settle()

    def catalogue(self, path: Path, further: tuple[Path, ...]) -> Catalogue:
        """The catalogue with others on top, read again when one of the files has changed."""
        files = tuple(map(str, (path, *further)))
        known = self._catalogues.get((path, *further))
        if known is None or known[1] != _stamps(files):
            known = self._catalogues[path, *further] = read_catalogues(path, further), _stamps(files)
        return known[0]

    def faces(self, catalogue: Catalogue, memory: Memory) -> Faces:
        """The faces of a catalogue; in a series those of the report before, with the words that were shaped for it."""
        known = self._faces
        if known is None or not self.series or known[0] is not catalogue or known[1] is not memory:
            known = self._faces = catalogue, memory, Faces(catalogue, memory, self.fonts)
            known[2].charts = {} if self.series else None
        found = known[2]
        for kept, most in ((found.paragraphs, MANY), (found.wrong, MANY // 10), (found.charts or {}, MANY // 10)):
            if len(kept) > most:
                kept.clear()
        return found

    def theme(self, folder: Path, place: Place | None, inks: Wanted, memory: Memory | None = None) -> Theme:
        """The theme of a folder, read again when a file of it has changed; a memory may have it from another run."""
        known = self._themes.get((folder, inks))
        if known is None or known[1] != _stamps(known[0].files):
            theme = self._read(folder, place, inks, memory)
            known = self._themes[folder, inks] = theme, _stamps(theme.files)
        return known[0]

    def _read(self, folder: Path, place: Place | None, inks: Wanted, memory: Memory | None) -> Theme:
        """The theme of a folder, as an earlier run understood it where its files are still what they were.

        Reading two themes takes a tenth of a check. Raises ContentError as reading one does.
        """
        if memory is None or not memory.lasts:
            return read_theme(folder, place, inks)
        names = [name for name, _ in inks]
        key = f"theme {folder} {folder.resolve()} {names} {program.mark(memory)}"
        match packed.kept(memory, key):
            case Theme() as theme, digests if digests == _digests(theme):
                return theme
        theme = read_theme(folder, place, inks)
        digests = _digests(theme)
        theme = replace(theme, mark=program.digest(repr((names, list(digests.values()))).encode()))
        self.later(partial(packed.keep, memory, key, (theme, digests)))
        return theme


def _stamps(files: tuple[str, ...]) -> object:
    """What tells one state of files from another."""
    about = [Path(file).stat() for file in files if Path(file).is_file()]
    return [(file.st_ino, file.st_size, file.st_mtime_ns, file.st_ctime_ns) for file in about]


def _digests(theme: Theme) -> dict[str, str | None]:
    """The files of a theme, and those that would be of it if they were there, each with what it holds."""
    return {str(path): program.file_digest(path) for path in _sources(theme)}


def _sources(theme: Theme) -> Iterator[Path]:
    folders = tuple(dict.fromkeys(Path(file).parent for file in theme.files))
    for folder in folders:
        yield from (folder / part for part in PARTS)
    for heir, above in pairwise(folders):  # a theme of that name beside the heir would come first
        yield heir.parent / above.name / PARTS[0]
