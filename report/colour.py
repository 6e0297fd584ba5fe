"""Colours as inks: process, spot, tints; and the one way in which an RGB becomes CMYK."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from report.record import record


@record
class Cmyk:
    """A process colour, inks 0 to 1."""

    c: float
    m: float
    y: float
    k: float

    @property
    def inks(self) -> tuple[float, float, float, float]:
        return (self.c, self.m, self.y, self.k)

    @property
    def total(self) -> float:
        """Total ink, 0 to 4."""
        return self.c + self.m + self.y + self.k

    def tint(self, share: float) -> Cmyk:
        """A lighter colour: every ink times `share` (0 to 1)."""
        return Cmyk(self.c * share, self.m * share, self.y * share, self.k * share)


@record
class Spot:
    """A named ink with its process alternate; `share` is the tint, 0 to 1."""

    name: str
    alternate: Cmyk
    share: float = 1.0

    @property
    def total(self) -> float:
        return self.share

    def tint(self, share: float) -> Spot:
        return Spot(self.name, self.alternate, self.share * share)


Colour = Cmyk | Spot

BLACK = Cmyk(0.0, 0.0, 0.0, 1.0)
WHITE = Cmyk(0.0, 0.0, 0.0, 0.0)


Screen = tuple[int, int, int]
"""A colour in sRGB, each part 0 to 255."""


def on_screen(colours: Sequence[Colour], profile: Path) -> tuple[Screen, ...]:
    """Colours as a screen shows them: relative colorimetric with black point compensation, spots by their alternate."""
    from PIL import Image, ImageCms

    if not colours:
        return ()
    processes = (c.alternate.tint(c.share) if isinstance(c, Spot) else c for c in colours)
    inks = Image.frombytes("CMYK", (len(colours), 1), bytes(round(255 * ink) for one in processes for ink in one.inks))
    transform = ImageCms.buildTransform(
        ImageCms.getOpenProfile(str(profile)),
        ImageCms.createProfile("sRGB"),
        "CMYK",
        "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    shown = ImageCms.applyTransform(inks, transform)
    assert shown is not None
    data = shown.tobytes()
    return tuple((data[i], data[i + 1], data[i + 2]) for i in range(0, len(data), 3))


def contrast(one: Screen, other: Screen) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Screen) -> float:
    """Relative luminance (WCAG 2)."""
    parts = (part / 255 for part in colour)
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def picture_size(path: Path) -> tuple[int, int]:
    """Width and height of a picture file in pixels; raises OSError for what is no picture."""
    from PIL import Image

    with Image.open(path) as image:
        return image.size


def picture_as_cmyk(source: bytes, crop: tuple[int, int, int, int], most: int, profile: Path) -> tuple[bytes, int, int]:
    """The part of a picture as a CMYK JPEG (inverted as Adobe writes it), at most `most` pixels wide.

    RGB goes through lcms, relative colorimetric with black point compensation, from the picture's own profile or sRGB.
    """
    from io import BytesIO

    from PIL import Image, ImageCms

    with Image.open(BytesIO(source)) as opened:
        opened.load()
        embedded = opened.info.get("icc_profile")
        image = opened.crop(crop)
    if image.width > most:
        image = image.resize((most, round(image.height * most / image.width)), Image.Resampling.LANCZOS)
    if image.mode != "CMYK":
        own = ImageCms.ImageCmsProfile(BytesIO(embedded)) if embedded else ImageCms.createProfile("sRGB")
        transform = ImageCms.buildTransform(
            own,
            ImageCms.getOpenProfile(str(profile)),
            "RGB",
            "CMYK",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        converted = ImageCms.applyTransform(image.convert("RGB"), transform)
        assert converted is not None
        image = converted
    out = BytesIO()
    image.save(out, "JPEG", quality=90, subsampling=0, icc_profile=None)
    return out.getvalue(), image.width, image.height
