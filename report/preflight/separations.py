"""Pages as plates, by Ghostscript where it is found: how much ink lies where, and what comes out of the plates."""

from __future__ import annotations

import math
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from report.named import NamedTuple
from report.preflight.inks import Paint
from report.preflight.marks import Box
from report.record import record
from report.units import MM

if TYPE_CHECKING:
    from report.preflight.facts import Sheet

DPI = 100
"""Dots an inch of the plates: ink counts over square millimetres, so that finer ones say nothing more."""
WINDOW = round(math.sqrt(15) / 25.4 * DPI)
"""The side of 15 mm² in dots."""
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
SIDES = ("left", "bottom", "right", "top")
STOPS, SHORT = 3.0, 20.0
"""Millimetres of an edge along which colour stops at the cut, or before it has gone 3 mm beyond: less is the tip of a
shape that was meant to end there."""


class Edge(NamedTuple):
    """A side of a page at which colour does not go on, how many millimetres of it, where they lie."""

    side: str
    length: float
    box: Box


@record
class Measured:
    """A page on its plates: the highest total ink over 15 mm² in percent and where, edges without bleed, black text
    that is not on the black plate alone."""

    total: float
    at: Box | None
    edges: tuple[Edge, ...]
    dirty: tuple[Box, ...]


@record
class Plates:
    """The plates that come out of the file, and each page on them."""

    names: tuple[str, ...]
    pages: Mapping[int, Measured]


class Failed(Exception):
    """Ghostscript is missing or gives up; the words are a term of the messages."""


class Press:
    """Ghostscript at work on one file, beside whatever else is done meanwhile; a context, since it leaves files."""

    def __init__(self, data: bytes) -> None:
        self._program = shutil.which("gs") or shutil.which("gswin64c")
        self._folder = TemporaryDirectory(prefix="banxin-plates-", ignore_cleanup_errors=True)
        self._running: subprocess.Popen[bytes] | None = None
        if self._program:
            source = Path(self._folder.name, "file.pdf")
            source.write_bytes(data)
            self._running = subprocess.Popen(
                [self._program, *_OPTIONS, f"-sOutputFile={self._folder.name}/p%d.tif", str(source)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

    def __enter__(self) -> Press:
        return self

    def __exit__(self, *_failure: object) -> None:
        if self._running and self._running.poll() is None:
            self._running.kill()
            self._running.wait()
        self._folder.cleanup()

    def plates(self, sheets: tuple[Sheet, ...]) -> Plates:
        """What the plates show. Raises Failed."""
        if self._running is None:
            raise Failed("@no-ghostscript")
        try:
            code = self._running.wait(60 + 5 * len(sheets))
        except subprocess.TimeoutExpired:
            raise Failed("@ghostscript-slow") from None
        files = sorted(Path(self._folder.name).glob("p*(*).tif"))
        found: dict[int, dict[str, Path]] = {}
        for file in files:
            if match := re.fullmatch(r"p(\d+)\((.+)\)\.tif", file.name):
                found.setdefault(int(match[1]), {})[match[2]] = file
        if code or len(found) != len(sheets):
            raise Failed("@ghostscript-failed")
        names = dict.fromkeys((*PROCESS, *(name for plates in found.values() for name in plates)))
        return Plates(tuple(names), {sheet.number: _measured(found[sheet.number], sheet) for sheet in sheets})


_OPTIONS = ("-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", f"-r{DPI}", "-dUseCropBox=false")


def _measured(files: Mapping[str, Path], sheet: Sheet) -> Measured:
    import numpy

    plates = {name: _ink(path) for name, path in files.items()}
    total: Any = numpy.sum(list(plates.values()), axis=0, dtype=numpy.uint16)
    highest, row, column = _densest(total)
    upright = sheet.rotate == 0 and sheet.unit == 1
    lines = _Lines(sheet.media, total.shape[0])
    at = lines.box(row, column, WINDOW) if upright else None
    edges = tuple(_edges(total, sheet, lines)) if upright else ()
    dirty = tuple(_dirty(plates, sheet, lines)) if upright else ()
    return Measured(round(highest, 1), at, edges, dirty)


def _ink(path: Path) -> Any:
    """A plate as bytes, 255 for full ink."""
    import numpy
    from PIL import Image

    with Image.open(path) as plate:
        return 255 - numpy.asarray(plate)


def _densest(total: Any) -> tuple[float, int, int]:
    """The highest mean over a window in percent, and the window's corner."""
    import numpy

    sums = numpy.zeros((total.shape[0] + 1, total.shape[1] + 1), numpy.int64)
    numpy.cumsum(numpy.cumsum(total, axis=0, dtype=numpy.int64), axis=1, out=sums[1:, 1:])
    size = min(WINDOW, *total.shape)
    windows = sums[size:, size:] - sums[:-size, size:] - sums[size:, :-size] + sums[:-size, :-size]
    row, column = numpy.unravel_index(int(windows.argmax()), windows.shape)
    return float(windows[row, column]) / size**2 / 2.55, int(row), int(column)


class _Lines:
    """Points of the page as rows and columns of a plate."""

    def __init__(self, media: Box, rows: int) -> None:
        self._left, self._top, self._rows = media[0], media[3], rows

    def column(self, x: float) -> int:
        return round((x - self._left) * DPI / 72)

    def row(self, y: float) -> int:
        return round((self._top - y) * DPI / 72)

    def part(self, box: Box) -> tuple[slice, slice]:
        """The rows and columns of a box."""
        rows = slice(max(0, self.row(box[3])), max(0, self.row(box[1])) + 1)
        return rows, slice(max(0, self.column(box[0])), max(0, self.column(box[2])) + 1)

    def box(self, row: int, column: int, size: int) -> Box:
        left, top = self._left + column * 72 / DPI, self._top - row * 72 / DPI
        return left, top - size * 72 / DPI, left + size * 72 / DPI, top


def _edges(total: Any, sheet: Sheet, lines: _Lines) -> Iterator[Edge]:
    """Sides along which there is ink just inside the cut, and paper outside."""
    left, bottom, right, top = sheet.finished
    rows, columns = lines.part(sheet.finished)
    for side in SIDES:
        inner, near, far = (_line(total, side, sheet.finished, lines, depth * MM) for depth in (-0.6, 0.5, 2.6))
        along = rows if side in ("left", "right") else columns
        inked = inner[along] > 8
        for outer, least in ((near, STOPS), (far, SHORT)):
            start, count = _longest(inked & (outer[along] < 3))
            if count * 25.4 / DPI >= least:
                low, high = (start * 72 / DPI, (start + count) * 72 / DPI)
                box = {
                    "left": (left, top - high, left, top - low),
                    "right": (right, top - high, right, top - low),
                    "bottom": (left + low, bottom, left + high, bottom),
                    "top": (left + low, top, left + high, top),
                }[side]
                yield Edge(side, round(count * 25.4 / DPI, 1), box)
                break


def _line(total: Any, side: str, trim: Box, lines: _Lines, outside: float) -> Any:
    """The row or column of dots that runs along a side, so far outside it; paper where the sheet ends."""
    import numpy

    left, bottom, right, top = trim
    if side in ("left", "right"):
        at = lines.column(left - outside if side == "left" else right + outside)
        inside = 0 <= at < total.shape[1]
        return total[:, at] if inside else numpy.zeros(total.shape[0], total.dtype)
    at = lines.row(top + outside if side == "top" else bottom - outside)
    return total[at, :] if 0 <= at < total.shape[0] else numpy.zeros(total.shape[1], total.dtype)


def _longest(flags: Any) -> tuple[int, int]:
    """The longest run of true: where it starts and how long it is."""
    import numpy

    padded = numpy.concatenate(([0], flags.astype(numpy.int8), [0]))
    changes = numpy.flatnonzero(numpy.diff(padded))
    if not len(changes):
        return 0, 0
    starts, ends = changes[0::2], changes[1::2]
    longest = int((ends - starts).argmax())
    return int(starts[longest]), int(ends[longest] - starts[longest])


def _dirty(plates: Mapping[str, Any], sheet: Sheet, lines: _Lines) -> Iterator[Box]:
    """Boxes of pure black text that have coloured ink, though nothing coloured is painted there."""
    import numpy

    colour = numpy.max([plate for name, plate in plates.items() if name != "Black"], axis=0)
    for box in _coloured(sheet):
        colour[lines.part(box)] = 0
    for style, boxes in sheet.marks.texts.items():
        if style.fill.pure_black and style.mode in (0, 2, 4, 6):
            for box in boxes:
                part = colour[lines.part(box)]
                if part.size and part.max() > 25:
                    yield box
                    break


def _coloured(sheet: Sheet) -> Iterator[Box]:
    marks = sheet.marks
    yield from (image.box for image in sheet.images)
    for path, boxes in marks.paths.items():
        if any(paint and not _only_black(paint) for paint in (path.fill, path.stroke)):
            yield from boxes
    for text, boxes in marks.texts.items():
        if not _only_black(text.fill):
            yield from boxes


def _only_black(paint: Paint) -> bool:
    """Whether a colour is known to take no plate but the black one; a spot ink is a plate of its own."""
    return paint.known and all(share < 0.001 for ink, share in paint.inks.items() if ink != "Black")
