"""Pictures of a file: pixels, colour, resolution where they stand, and how much ink they take."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from typing import Any

from report.preflight.inks import Space
from report.preflight.marks import Box, Placed, is_box
from report.record import record

SAMPLES = 250
"""A picture's ink is looked for on about so many lines and columns."""


@record
class Image:
    """A picture as it stands on a page; `ppi` are pixels an inch on the paper, along the worse side.

    `space` is nothing for a mask. `ink` is the highest total of its pixels in percent, nothing where it was not read.
    """

    page: int
    name: str
    pixels: tuple[int, int]
    bits: int
    space: Space | None
    ppi: float
    box: Box
    filters: tuple[str, ...]
    odd: tuple[str, ...] = ()
    ink: float | None = None

    @property
    def one_bit(self) -> bool:
        return self.bits == 1


class Inks:
    """The highest total ink of each picture object, looked for once."""

    def __init__(self) -> None:
        self._known: dict[object, float | None] = {}

    def of(self, image: Any, space: Space | None) -> float | None:
        if space is None or space.components != 4 or space.family not in ("DeviceCMYK", "ICCBased"):
            return None
        key = image.objgen
        if key == (0, 0) or key not in self._known:
            self._known[key] = None
            with suppress(Exception):  # a decoder may fail in any way: the ink is then not known, and is reported so
                self._known[key] = _highest(image)
        return self._known[key]


def _highest(image: Any) -> float:
    """The highest total of a CMYK picture of eight bits, in percent."""
    import numpy

    values = _jpeg(image) if "/DCTDecode" in _filters(image) else _plain(image)
    decode = [float(one) for one in image.get("/Decode", (0, 1) * 4)]
    inverted = decode[:2] == [1, 0]
    totals = values.reshape(-1, 4).astype(numpy.uint16).sum(axis=1)
    return round(float(1020 - totals.min() if inverted else totals.max()) / 2.55, 1)


def _plain(image: Any) -> Any:
    import numpy

    width, height = int(image["/Width"]), int(image["/Height"])
    data = numpy.frombuffer(image.read_bytes(), numpy.uint8)[: width * height * 4].reshape(height, width, 4)
    return data[:: max(1, height // SAMPLES), :: max(1, width // SAMPLES)]


def _jpeg(image: Any) -> Any:
    """The picture decoded at an eighth of its size; Adobe's writer inverts, which the file's Decode undoes."""
    import numpy
    from PIL import Image as Pictures

    with Pictures.open(BytesIO(image.read_raw_bytes())) as picture:
        adobe = "adobe" in picture.info
        picture.draft("CMYK", (picture.width // 8, picture.height // 8))
        values = numpy.asarray(picture)
    return 255 - values if adobe else values  # Pillow turns Adobe's inverted values over; the PDF means them as stored


def read_images(placed: Placed, page: int, inks: Inks) -> Iterator[Image]:
    """The picture, if any of it is seen."""
    held = placed.image if hasattr(placed.image, "get") else placed.image.obj
    width, height = (int(_first(held, *keys) or 0) for keys in (("/Width", "/W"), ("/Height", "/H")))
    if not is_box(placed.box):
        return
    bits = 1 if placed.space is None else int(_first(held, "/BitsPerComponent", "/BPC") or 8)
    across = 72 * width / placed.width if placed.width else 0.0
    down = 72 * height / placed.height if placed.height else 0.0
    yield Image(
        page,
        placed.name.removeprefix("/"),
        (width, height),
        bits,
        placed.space,
        round(min(across, down), 1),
        placed.box,
        _filters(held),
        tuple(_odd(held)),
        inks.of(held, placed.space) if placed.name and bits == 8 else None,
    )


def _first(held: Any, *keys: str) -> Any:
    return next((held[key] for key in keys if key in held), None)


def _filters(held: Any) -> tuple[str, ...]:
    import pikepdf

    value = _first(held, "/Filter", "/F")
    if isinstance(value, pikepdf.Array):
        return tuple(str(one) for one in value)
    return () if value is None else (str(value),)


def _odd(held: Any) -> Iterator[str]:
    if "/Alternates" in held:
        yield "alternates"
    if "/OPI" in held:
        yield "opi"
    if bool(held.get("/Interpolate", False)):
        yield "interpolate"
    if "/Intent" in held:
        yield "intent:" + str(held["/Intent"])
    if "/JPXDecode" in _filters(held) and (channels := jpx_channels(held.read_raw_bytes())) not in (1, 3, 4):
        yield f"jpx:{channels}"


def jpx_channels(data: bytes) -> int:
    """The number of channels of a JPEG 2000 picture, 0 where it cannot be found (ISO 15444-1, SIZ marker)."""
    at = data.find(b"\xff\x4f\xff\x51")
    return int.from_bytes(data[at + 40 : at + 42], "big") if at >= 0 and len(data) >= at + 42 else 0
