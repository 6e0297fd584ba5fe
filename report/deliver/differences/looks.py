"""Where pages look different: pages of the same text pixel by pixel, others by the pictures that are new.

On a page whose text only flowed on, everything stands elsewhere; there pixels would tell of nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from report.deliver.differences.model import Mark
from report.deliver.differences.reading import Spot

if TYPE_CHECKING:
    import numpy

DPI = 50
PIXEL = 72 / DPI
STEP = 32
"""Levels of a colour by which a pixel must differ, so that edges drawn a fraction aside are the same."""
CELL = 8
"""Pixels of a square of the raster in which differences are gathered."""
FEWEST = 6
"""Pixels of a square that must differ."""


class Pictures:
    """The pages of a PDF as small pictures, cut to the trim."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        self._document = pypdfium2.PdfDocument(data)

    def close(self) -> None:
        self._document.close()

    def photos(self, number: int) -> dict[str, Mark]:
        """The pictures of a page by digest of their data, each with its place."""
        from pypdfium2 import raw

        page = self._document[number - 1]
        try:
            left, _, _, top = page.get_trimbox()
            found: dict[str, Mark] = {}
            for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
                x1, y1, x2, y2 = one.get_bounds()
                x, y, width, height = (round(value, 2) for value in (x1 - left, top - y2, x2 - x1, y2 - y1))
                found[sha256(bytes(one.get_data())).hexdigest()] = Mark(number, x, y, width, height, "look")
            return found
        finally:
            page.close()

    def page(self, number: int, artifacts: Sequence[Spot] = ()) -> numpy.ndarray[Any, Any]:
        """A page (from 1), its artifacts painted over: a page number is no difference, nor is what a proof adds."""
        page = self._document[number - 1]
        try:
            bare(page)
            picture = page.render(scale=DPI / 72).to_numpy().astype("int16")
            left, bottom, right, top = page.get_trimbox()
            corner, _, _, head = page.get_cropbox()
            x, y = (left - corner) / PIXEL, (head - top) / PIXEL
            for spot in artifacts:
                rows = slice(int(y + spot.top / PIXEL), int(y + spot.bottom / PIXEL) + 2)
                picture[rows, int(x + spot.left / PIXEL) : int(x + spot.right / PIXEL) + 2] = 255
            height, width = round((top - bottom) / PIXEL), round((right - left) / PIXEL)
            cut: numpy.ndarray[Any, Any] = picture[round(y) : round(y) + height, round(x) : round(x) + width]
            return cut
        finally:
            page.close()


def bare(page: Any) -> None:
    """Takes from a page what its proof has over it."""
    from pypdfium2 import raw

    added = []
    for at in range(raw.FPDFPage_CountObjects(page)):
        one = raw.FPDFPage_GetObject(page, at)
        marks = (raw.FPDFPageObj_GetMark(one, i) for i in range(raw.FPDFPageObj_CountMarks(one)))
        if any(raw.FPDFPageObjMark_GetParamValueType(mark, b"Subtype") == raw.FPDF_OBJECT_NAME for mark in marks):
            added.append(one)
    for one in added:
        if raw.FPDFPage_RemoveObject(page, one):
            raw.FPDFPageObj_Destroy(one)


def changed_areas(old: numpy.ndarray[Any, Any], new: numpy.ndarray[Any, Any], page: int) -> tuple[Mark, ...]:
    """Where two pictures of a page differ, in boxes around what hangs together; another size differs all over."""
    if old.shape != new.shape:
        height, width, _ = new.shape
        return (Mark(page, 0.0, 0.0, round(width * PIXEL, 2), round(height * PIXEL, 2), "look"),)
    differs = abs(old - new).max(axis=2) > STEP
    rows, columns = differs.shape[0] // CELL + 1, differs.shape[1] // CELL + 1
    squares = (
        {
            (y, x)
            for y in range(rows)
            for x in range(columns)
            if differs[y * CELL : (y + 1) * CELL, x * CELL : (x + 1) * CELL].sum() >= FEWEST
        }
        if differs.any()
        else set()
    )
    return tuple(_boxes(squares, page))


def _boxes(squares: set[tuple[int, int]], page: int) -> Iterator[Mark]:
    """Boxes around squares that touch, or have one square between them."""
    left = sorted(squares)
    while left:
        group, waiting = set(), [left[0]]
        while waiting:
            y, x = waiting.pop()
            if (y, x) in squares:
                squares.discard((y, x))
                group.add((y, x))
                waiting += [(y + dy, x + dx) for dy in range(-2, 3) for dx in range(-2, 3) if dy or dx]
        left = sorted(squares)
        size = CELL * PIXEL
        top, bottom = min(y for y, _ in group), max(y for y, _ in group) + 1
        first, last = min(x for _, x in group), max(x for _, x in group) + 1
        yield Mark(
            page,
            round(first * size, 2),
            round(top * size, 2),
            round((last - first) * size, 2),
            round((bottom - top) * size, 2),
            "look",
        )
