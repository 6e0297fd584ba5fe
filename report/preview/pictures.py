"""Pages as pictures: a page is written as a file of its own, drawn by PDFium, and kept until it changes."""

from __future__ import annotations

from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

from report.colour import Spot
from report.drawing import Page, Paged
from report.memory import Memory
from report.named import NamedTuple
from report.pdf.document import PdfSettings, write_pdf
from report.pdf.plates import PROCESS, separable
from report.pdf.proofs import NOBODY, RESOLUTION, Proofs
from report.preview.kept import Kept
from report.preview.separations import ghostscript, separated
from report.preview.takes import Leaf, Stage

if TYPE_CHECKING:
    from PIL import Image

LEAST, MOST = 40, 6000
"""Widths of pictures in pixels."""


class Asked(NamedTuple):
    """A picture: which page in which version, how wide in pixels, which plate ("" = all inks together)."""

    number: int
    version: int
    width: int
    plate: str = ""


class Pictures:
    """Draws the pages of the last stage; PDFium works for one thread at a time."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._lock = Lock()
        self._proofs: Proofs | None = None
        self._files: Kept[tuple[int, int, str], bytes] = Kept(len)
        self._kept: Kept[Asked, bytes] = Kept(len)

    def png(self, stage: Stage, leaf: Leaf, asked: Asked) -> bytes | None:
        """The page with its bleed; None for a plate that cannot be made."""
        with self._lock:
            found = self._kept.get(asked)
            if found is None:
                image = self._drawn(stage, leaf, asked)
                if image is None:
                    return None
                found = _png(image)
                self._kept.put(asked, found)
            return found

    def _drawn(self, stage: Stage, leaf: Leaf, asked: Asked) -> Image.Image | None:
        width = leaf.page.sheet.width + 2 * leaf.page.sheet.margin
        if asked.plate and not separable(leaf.page.items):
            program = ghostscript()
            data = write_pdf(Paged(NOBODY, (leaf.page,)), self._press(stage)) if program else b""
            return separated(program, data, asked.plate, asked.width / width * 72) if program else None
        key = (asked.number, asked.version, asked.plate)
        file = self._files.get(key)
        if file is None:
            file = self._written(stage, leaf.page, asked.plate)
            self._files.put(key, file)
        return _rendered(file, asked.width / width, grey=bool(asked.plate))

    def _written(self, stage: Stage, page: Page, plate: str) -> bytes:
        if self._proofs is None or self._proofs.condition != stage.condition:
            self._proofs = Proofs(stage.condition, self._memory)
        return self._proofs.plate(page, plate) if plate else self._proofs.page(page)

    def _press(self, stage: Stage) -> PdfSettings:
        return PdfSettings((), stage.condition, links=False, cache=self._memory, tool_version="", resolution=RESOLUTION)


def plates_of(stage: Stage) -> tuple[str, ...]:
    """The inks of a delivery: none on a screen, the four and the theme's spots on a press."""
    if stage.condition.screen:
        return ()
    spots = {colour.name for colour in stage.theme.palette.colours.values() if isinstance(colour, Spot)}
    return (*PROCESS, *sorted(spots))


def _rendered(file: bytes, scale: float, *, grey: bool) -> Image.Image:
    import pypdfium2

    document = pypdfium2.PdfDocument(file)
    try:
        page = document[0]
        bitmap = page.render(scale=scale, grayscale=grey, rev_byteorder=True)
        image = bitmap.to_pil()
        drawn: Image.Image = (
            image.convert("L") if grey else image.convert("RGB") if image.mode != "RGB" else image.copy()
        )
        bitmap.close()
        page.close()
    finally:
        document.close()
    return drawn


def _png(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", compress_level=1)
    return out.getvalue()
