"""Placed pictures as image objects: cropped, in the printing condition's inks, kept by content."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from report import lcms
from report.drawing import Paged, Picture, pictures_of
from report.memory import Memory
from report.pdf.intent import Condition
from report.pdf.objects import Store
from report.pdf.syntax import stream

if TYPE_CHECKING:
    from report.raster import Crop, Pixels

VERSION = "picture-3"
"""Part of the cache key: changes when the conversion does."""
HEAD = struct.Struct(">IIB?I")
"""Before a kept picture: width, height, inks, whether it is JPEG, the length of its mask."""
SPACES = {1: b"DeviceGray", 3: b"DeviceRGB", 4: b"DeviceCMYK"}
MOST_PPI = 450
"""Resolution above which a picture only makes the file larger (print.md G24)."""
DROPS_OUT = 13
"""Ink of 255 below which a tint of 1 to 4 % is not worth a plate (print.md C08)."""
Inks = tuple[float, float, float, float]


class Converter:
    """Pictures into the colours of a condition, each kept by what it is made from; `resolution` is the highest that
    they are to have (pixels an inch, 0 = as much as the press can use)."""

    def __init__(self, condition: Condition, cache: Memory, resolution: int = 0) -> None:
        profile = condition.path
        self._profile, self._cache, self.screen = profile, cache, condition.screen
        self._most = min(resolution or MOST_PPI, MOST_PPI)
        self._inks: dict[tuple[int, ...], Inks] = {}

    @cached_property
    def _profile_hash(self) -> str:
        return hashlib.sha256(self._profile.read_bytes()).hexdigest()[:16]

    def image(self, source: bytes, crop: Crop, width: float, store: Store | None = None) -> bytes:
        """An image object of a part of a picture that is `width` points wide on the page; the mask of a transparent one
        is an object of its own in the store."""
        found = self.shown(self._pixels(source, crop, width))
        entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8" % (found.width, found.height)
        entries += b"/ColorSpace/" + SPACES[found.inks]
        if found.mask and store is not None:
            size = b"/Width %d/Height %d" % (found.width, found.height)
            kind = b"/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8"
            entries += b"/SMask %d 0 R" % store.add(stream(found.mask, kind + size))
        if not found.jpeg:
            return stream(found.data, entries)
        # Pillow writes CMYK inverted as Adobe does, hence the Decode array
        entries += b"/Filter/DCTDecode" + (b"/Decode[1 0 1 0 1 0 1 0]" if found.inks == 4 else b"")
        return stream(found.data, entries, compress=False)

    def shown(self, found: Pixels) -> Pixels:
        """What is put for converted pixels: they themselves."""
        return found

    def _pixels(self, source: bytes, crop: Crop, width: float) -> Pixels:
        from report.raster import Pixels, read_pixels  # many files have no picture

        most = max(1, round(width / 72 * self._most))
        said = f"{VERSION} {self._profile_hash} {crop} {most} "
        key = hashlib.sha256(said.encode() + source).hexdigest()
        kept = self._cache.get(key)
        if kept is None or len(kept) <= HEAD.size:
            found = read_pixels(source, crop, most, self._profile, screen=self.screen)
            mask = zlib.compress(found.mask)
            data = found.data if found.jpeg else zlib.compress(found.data)
            head = HEAD.pack(found.width, found.height, found.inks, found.jpeg, len(mask))
            self._cache.put(key, head + mask + data)
            return found
        across, down, inks, jpeg, size = HEAD.unpack(kept[: HEAD.size])
        mask, data = zlib.decompress(kept[HEAD.size : HEAD.size + size]), kept[HEAD.size + size :]
        return Pixels(data if jpeg else zlib.decompress(data), across, down, inks, jpeg, mask)

    def inks(self, red: float, green: float, blue: float) -> Inks:
        """An RGB colour, 0 to 1, in inks: neutrals in black alone, the rest by the profile."""
        if max(red, green, blue) - min(red, green, blue) < 0.01:
            return 0.0, 0.0, 0.0, round(1 - green, 3)
        colour = tuple(round(v * 255) for v in (red, green, blue))
        if colour not in self._inks:
            self._inks[colour] = _process(colour, self._profile)
        return self._inks[colour]


class PictureSet:
    """Every picture of a file once, as large as its largest use needs; the same part of a source shares an object."""

    def __init__(self, paged: Paged) -> None:
        self._widths: dict[tuple[str, Crop], float] = {}
        for picture in pictures_of(item for page in paged.pages for item in page.items):
            key = (picture.source, picture.crop)
            self._widths[key] = max(picture.width, self._widths.get(key, 0.0))
        self._clear = {source for source, _ in self._widths if _clear(source)}
        self._names: Mapping[tuple[str, Crop], str] = {key: f"I{i}" for i, key in enumerate(self._widths)}

    def name(self, picture: Picture) -> str:
        """The name of the picture's object."""
        return self._names[picture.source, picture.crop]

    def clear(self, picture: Picture) -> bool:
        """Whether the picture may be transparent somewhere."""
        return picture.source in self._clear

    def objects(self, converter: Converter, store: Store) -> Iterator[tuple[str, bytes]]:
        """Names and image objects."""
        for (source, crop), width in self._widths.items():
            yield self._names[source, crop], converter.image(Path(source).read_bytes(), crop, width, store)


def _clear(source: str) -> bool:
    from report.raster import read_header

    return read_header(Path(source)).clear


def _process(colour: tuple[int, ...], profile: Path) -> Inks:
    from PIL import Image

    pixel = lcms.converted(Image.new("RGB", (1, 1), colour), lcms.named("sRGB"), lcms.stored(profile), "CMYK")
    c, m, y, k = (0.0 if ink < DROPS_OUT else round(ink / 255, 3) for ink in pixel.tobytes())
    return c, m, y, k
