"""The figures of a PDF as they are drawn: what each is made of, told from where on a page it stands."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from typing import Any

from report.deliver.differences.model import Mark
from report.deliver.differences.reading import Reading
from report.named import NamedTuple

NEAR = 0.1
"""Points by which coordinates of a figure that only moved may differ."""


class Figure(NamedTuple):
    """A figure: its place, kind and colour of each of its parts, and their coordinates from its corner."""

    mark: Mark
    kinds: tuple[tuple[int, ...], ...]
    numbers: tuple[float, ...]

    def like(self, other: Figure) -> bool:
        """Whether both are one drawing, wherever it stands."""
        return self.kinds == other.kinds and all(
            abs(a - b) < NEAR for a, b in zip(self.numbers, other.numbers, strict=True)
        )


def figures(data: bytes, reading: Reading) -> tuple[Figure, ...]:
    """Every figure of a file, in reading order; one without anything drawn is none."""
    import pypdfium2

    found: list[Figure] = []
    with pypdfium2.PdfDocument(data) as document:
        for number, held in reading.figures:
            page = document[number - 1]
            try:
                left, _, _, top = page.get_trimbox()
                parts = list(_parts(page, held))
            finally:
                page.close()
            if parts:
                found.append(_figure(number, parts, left, top))
    return tuple(found)


class _Part(NamedTuple):
    """A path, a picture, a text: its kind with colour and count of points, its bounds, its points from the first."""

    kind: tuple[int, ...]
    bounds: tuple[float, float, float, float]
    points: tuple[float, ...]


def _figure(number: int, parts: list[_Part], left: float, top: float) -> Figure:
    lefts, bottoms, rights, tops = zip(*(part.bounds for part in parts), strict=True)
    x, y = min(lefts), max(tops)
    width, height = round(max(rights) - x, 2), round(y - min(bottoms), 2)
    numbers = [value - (x if i % 2 == 0 else y) for part in parts for i, value in enumerate(part.bounds)]
    numbers += [value for part in parts for value in part.points]
    return Figure(
        Mark(number, round(x - left, 2), round(top - y, 2), width, height, "look"),
        tuple(part.kind for part in parts),
        tuple(numbers),
    )


def _parts(page: Any, held: Iterable[int]) -> Iterator[_Part]:
    from pypdfium2 import raw

    wanted = frozenset(held)
    box = [ctypes.c_float() for _ in range(4)]
    ink = [ctypes.c_uint() for _ in range(4)]
    for at in range(raw.FPDFPage_CountObjects(page)):
        one = raw.FPDFPage_GetObject(page, at)
        if raw.FPDFPageObj_GetMarkedContentID(one) not in wanted or not raw.FPDFPageObj_GetBounds(one, *box):
            continue
        coloured = raw.FPDFPageObj_GetFillColor(one, *ink)
        points = tuple(_points(one)) if raw.FPDFPageObj_GetType(one) == raw.FPDF_PAGEOBJ_PATH else ()
        colour = tuple(part.value for part in ink) if coloured else ()
        kind = (raw.FPDFPageObj_GetType(one), len(points), *colour)
        left, bottom, right, top = (side.value for side in box)
        yield _Part(kind, (left, bottom, right, top), points)


def _points(path: Any) -> Iterator[float]:
    """The points of a path from its first one."""
    from pypdfium2 import raw

    x, y = ctypes.c_float(), ctypes.c_float()
    first: tuple[float, float] | None = None
    for at in range(raw.FPDFPath_CountSegments(path)):
        if raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(path, at), x, y):
            first = first or (x.value, y.value)
            yield x.value - first[0]
            yield y.value - first[1]
