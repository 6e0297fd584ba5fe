"""Colours as inks: process, spot, tints; and the one way in which an RGB becomes CMYK."""

from __future__ import annotations

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
