"""Single pages as small files to be looked at: as they come out in print, or the plate of one ink.

No structure, no standard, no metadata: nobody keeps these. Pictures come from the inks of the delivery, so that a
screen shows what the press will do to them.
"""

from __future__ import annotations

from contextlib import ExitStack
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from report.drawing import Meta, Page, Paged
from report.memory import Memory
from report.paint.painter import paint_page
from report.pdf.backend import Sheets, settled
from report.pdf.canvas import Parts, PdfPainter
from report.pdf.fonts import FontSet
from report.pdf.guestpages import GuestPages
from report.pdf.guests import Guests
from report.pdf.images import Converter, PictureSet
from report.pdf.inks import PRINTED, Inks
from report.pdf.intent import CONDITIONS, Condition
from report.pdf.plates import PROCESS, Film, plate
from report.pdf.tags import Tree
from report.pdf.vectors import Vectors
from report.raster import Pixels
from report.record import replace
from report.standards import SCREEN

if TYPE_CHECKING:
    from PIL import Image

RESOLUTION = 200
"""Pixels an inch of pictures: twice what a screen shows at full size."""
KEPT = 16
"""Pictures that are kept in the colours of the screen."""
NOBODY = Meta("proof", "", "", "", (), "zh-CN", "1970-01-01T00:00:00+00:00")


class _Shown(Converter):
    """Pictures as the inks of the press show them on a screen."""

    def shown(self, found: Pixels) -> Pixels:
        if found.inks != 4:
            return found
        return found._replace(data=_on_screen(found.data, found.width, found.height, found.jpeg), inks=3, jpeg=False)


class _Plated(Converter):
    """Pictures as one ink of the press prints them; grey is in black alone."""

    def __init__(self, condition: Condition, cache: Memory, ink: str) -> None:
        super().__init__(condition, cache, RESOLUTION)
        self._ink = ink

    def shown(self, found: Pixels) -> Pixels:
        if found.inks == 1 and self._ink == "black":
            return found
        if found.inks == 4 and self._ink in PROCESS:
            data = _plate_of(found.data, found.width, found.height, found.jpeg, PROCESS.index(self._ink))
        else:
            data = b"\xff" * (found.width * found.height)
        return found._replace(data=data, inks=1, jpeg=False)


class Proofs:
    """Makes such files in one printing condition; what pages share is worked out once."""

    def __init__(self, condition: Condition, cache: Memory) -> None:
        self.condition, self._cache = condition, cache
        self._inks = Inks(CONDITIONS[SCREEN])
        self._converter = _Shown(condition, cache, RESOLUTION)

    def page(self, page: Page) -> bytes:
        """The page in the colours of the screen."""
        return _written(page, self._inks, self._converter)

    def plate(self, page: Page, ink: str) -> bytes:
        """The plate of an ink: black where it prints."""
        converter = _Plated(self.condition, self._cache, ink)
        return _written(
            replace(page, items=plate(page.items, ink, Vectors(converter, self._inks))), Film(self.condition), converter
        )


def _written(page: Page, inks: Inks, converter: Converter) -> bytes:
    paged = Paged(NOBODY, (page,))
    with settled(), ExitStack() as opened:
        sheets = Sheets("1.7", NOBODY.language, b"<<>>", screen=True)
        parts = Parts(
            sheets,
            FontSet(paged),
            PictureSet(paged),
            Tree(1),
            Guests(sheets, converter, inks),
            GuestPages(sheets, (), opened, screen=True),
            Vectors(converter, inks),
            None,
            NOBODY.language,
            inks,
        )
        sheets.begin(page.sheet)
        paint_page(page, PdfPainter(page.sheet, parts, 0))
        sheets.end(0)
        for key, number in (*parts.fonts.write(sheets.book), *parts.guests.write(sheets.book)):
            sheets.book.font(key, number)
        for key, image in parts.pictures.objects(converter, sheets.book):
            sheets.book.image(key, image)
        return sheets.finished()


@lru_cache(KEPT)
def _on_screen(data: bytes, width: int, height: int, jpeg: bool) -> bytes:
    from PIL import ImageCms

    transform = ImageCms.buildTransform(
        ImageCms.getOpenProfile(str(PRINTED)),
        ImageCms.createProfile("sRGB"),
        "CMYK",
        "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    shown = ImageCms.applyTransform(_opened(data, width, height, jpeg), transform)
    assert shown is not None
    return shown.tobytes()


@lru_cache(KEPT)
def _plate_of(data: bytes, width: int, height: int, jpeg: bool, band: int) -> bytes:
    from PIL import ImageChops

    return ImageChops.invert(_opened(data, width, height, jpeg).getchannel(band)).tobytes()


def _opened(data: bytes, width: int, height: int, jpeg: bool) -> Image.Image:
    from PIL import Image

    return Image.open(BytesIO(data)) if jpeg else Image.frombytes("CMYK", (width, height), data)
