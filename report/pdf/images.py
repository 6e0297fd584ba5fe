"""Placed pictures as CMYK image objects: cropped, converted by the printing condition's profile, kept by content."""

from __future__ import annotations

import hashlib
import struct
from pathlib import Path
from typing import Protocol

from report.colour import picture_as_cmyk
from report.drawing import Picture
from report.pdf.objects import Store

VERSION = "picture-1"
"""Part of the cache key: changes when the conversion does."""
MOST_PPI = 450
"""Resolution above which a picture only makes the file larger (print.md G24)."""


class PictureCache(Protocol):
    """Bytes by key."""

    def get(self, key: str) -> bytes | None: ...
    def put(self, key: str, data: bytes) -> None: ...


class PictureSet:
    """Every picture of a file once; the same part of the same source shares an object."""

    def __init__(self, profile: Path, cache: PictureCache) -> None:
        self._profile, self._cache = profile, cache
        self._profile_hash = hashlib.sha256(profile.read_bytes()).hexdigest()[:16]
        self.names: dict[tuple[str, tuple[int, int, int, int]], str] = {}
        self._data: dict[str, tuple[bytes, int, int]] = {}

    def place(self, picture: Picture) -> str:
        """The name of the picture's object."""
        key = (picture.source, picture.crop)
        if key not in self.names:
            name = self.names[key] = f"I{len(self.names)}"
            self._data[name] = self._converted(picture)
        return self.names[key]

    def write(self, store: Store) -> bytes:
        rows = []
        for name, (data, width, height) in self._data.items():
            entries = (
                b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceCMYK"
                b"/Filter/DCTDecode/Decode[1 0 1 0 1 0 1 0]" % (width, height)
            )
            rows.append(b"/%s %d 0 R" % (name.encode(), store.add_stream(data, entries, compress=False)))
        return b"".join(rows)

    def _converted(self, picture: Picture) -> tuple[bytes, int, int]:
        """JPEG bytes with width and height; Pillow writes CMYK inverted as Adobe does, hence the Decode array."""
        source = Path(picture.source).read_bytes()
        most = round(picture.width / 72 * MOST_PPI)
        said = f"{VERSION} {self._profile_hash} {picture.crop} {most} "
        key = hashlib.sha256(said.encode() + source).hexdigest()
        kept = self._cache.get(key)
        if kept is not None and len(kept) > 8:
            width, height = struct.unpack(">II", kept[:8])
            return kept[8:], width, height
        data, width, height = picture_as_cmyk(source, picture.crop, most, self._profile)
        self._cache.put(key, struct.pack(">II", width, height) + data)
        return data, width, height
