"""Picture files into pixels for the press: upright, cut out, no larger than they are printed, in black or in four inks.

JPEG is read at the size that is wanted, other kinds whole. What would not fit in memory counts as smaller than it is if
it is JPEG, and is refused by its header if it is not.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report import lcms
from report.named import NamedTuple

if TYPE_CHECKING:
    from PIL import Image

Crop = tuple[int, int, int, int]
MOST = 100_000_000
"""Pixels that are held at once: 400 MB."""
REDUCTIONS = (1, 2, 4, 8)
"""How many times smaller JPEG can be read."""
ORIENTATION = 0x0112
TURNED = frozenset({5, 6, 7, 8})
"""Orientations of a camera (Exif 2.3, 4.6.4 A) by which width and height change places."""
GREY = frozenset({"1", "L", "LA", "La", "I;16", "I;16L", "I;16B"})
CLEAR = frozenset({"LA", "La", "PA", "RGBA", "RGBa"})
KINDS = GREY | CLEAR | {"P", "RGB", "RGBX", "CMYK", "LAB", "YCbCr", "HSV"}
"""Kinds of pixels as Pillow names them: without colour, with transparency, all that can be printed."""
QUALITY = 90
PRINTED = Path(__file__).parent / "profiles" / "coated-fogra39l-300.icc"
"""What CMYK without a profile is taken to be."""
NOISE = 3
"""Ink of 255 that JPEG leaves in a plate that was empty."""


class Header(NamedTuple):
    """Width and height upright in pixels that can be read, and why the picture cannot be printed ("" where it can):
    huge, kind."""

    width: int
    height: int
    fault: str = ""
    clear: bool = False
    """Whether it may be transparent somewhere."""


class Pixels(NamedTuple):
    """An image as a PDF holds it: its data, JPEG or bare samples, in one ink (black, 255 is white) or in four; `mask`
    is a byte a pixel, 255 where it is opaque, or empty."""

    data: bytes
    width: int
    height: int
    inks: int
    jpeg: bool
    mask: bytes = b""


def read_header(path: Path) -> Header:
    """What can be told without reading the pixels; raises OSError or ValueError for what is no picture."""
    with _opened(path) as image:
        width, height = _size(image)
        fault = "huge" if width * height > MOST else "" if image.mode in KINDS else "kind"
        return Header(width, height, fault, image.mode in CLEAR or "transparency" in image.info)


def read_pixels(source: bytes, crop: Crop, most: int, profile: Path, *, screen: bool = False) -> Pixels:
    """A part of a picture, at most `most` pixels wide, in the inks of a printing condition, or in sRGB for a screen.

    Grey stays in black alone. RGB goes through lcms, relative colorimetric with black point compensation, from the
    picture's own profile or sRGB, and so does CMYK from a profile of its own that is not the condition's; other CMYK
    keeps its inks for a press, and is taken to be for coated paper on a screen.
    """
    with _opened(BytesIO(source)) as opened:
        embedded = opened.info.get("icc_profile")
        drawn = opened.mode in CLEAR | {"P", "1"} or "transparency" in opened.info
        plain = opened.format == "JPEG" and "adobe" not in opened.info
        image = _part(opened, crop, most)
    colour, mask = _apart(image)
    if colour.mode == "L":
        return _kept(colour, mask, jpeg=not drawn)
    if colour.mode == "CMYK":
        colour = _true_inks(colour, plain=plain)
    if screen:
        colour = _turned(colour, embedded, profile, "RGB")
    elif colour.mode == "CMYK":
        colour = _reprinted(colour, embedded, profile)
    else:
        colour = _turned(colour, embedded, profile, "CMYK")
    return _kept(colour, mask, jpeg=not drawn)


def _opened(source: Path | BytesIO) -> Image.Image:
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # a limit of Pillow's own would refuse large JPEG, which is read smaller
    return Image.open(source)


def _orientation(image: Image.Image) -> int:
    """How the camera was held; 1 for a picture that says nothing of it, or nothing that can be read."""
    try:
        return int(image.getexif().get(ORIENTATION, 1))
    except (OSError, SyntaxError, TypeError, ValueError):
        return 1


def _reduction(image: Image.Image) -> int:
    """How many times smaller the file has to be read; progressive JPEG holds all of it in memory all the same."""
    if image.format != "JPEG" or image.info.get("progressive"):
        return 1
    pixels = image.width * image.height
    return next((times for times in REDUCTIONS if pixels <= MOST * times**2), REDUCTIONS[-1])


def _size(image: Image.Image) -> tuple[int, int]:
    """Width and height as the picture is read, upright."""
    times = _reduction(image)
    width, height = -(-image.width // times), -(-image.height // times)
    return (height, width) if _orientation(image) in TURNED else (width, height)


def _part(image: Any, crop: Crop, most: int) -> Image.Image:
    """The part of a picture, upright, made smaller where it is too wide."""
    from PIL import Image, ImageOps

    full = _size(image)
    share = min(1.0, most / (crop[2] - crop[0])) / _reduction(image)
    image.draft(None, tuple(max(1, int(side * share)) for side in image.size))
    image.load()
    if _orientation(image) != 1:
        image = ImageOps.exif_transpose(image)
    image = _eight_bits(image)
    across, down = image.width / full[0], image.height / full[1]
    left, top, right, bottom = (round(v * by) for v, by in zip(crop, (across, down) * 2, strict=True))
    if right - left <= most:
        found: Image.Image = image.crop((left, top, right, bottom))
        return found
    if image.mode in ("P", "1"):
        image = image.convert("RGBA" if image.mode == "P" else "L")
    size = (most, max(1, round((bottom - top) * most / (right - left))))
    resized: Image.Image = image.resize(size, Image.Resampling.LANCZOS, (left, top, right, bottom))
    return resized


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey of sixteen bits in eight."""
    if not image.mode.startswith("I;16"):
        return image
    from PIL import Image

    wide = image.convert("I")
    return Image.frombytes("L", wide.size, wide.point(lambda value: value * (1 / 256)).convert("L").tobytes())


def _apart(image: Image.Image) -> tuple[Image.Image, bytes]:
    """Colour and mask; the colour of a palette or a transparent picture that is grey throughout is grey."""
    from PIL import ImageChops

    mask = b""
    if image.mode in CLEAR or "transparency" in image.info:
        image = image.convert("RGBA")
        alpha = image.getchannel("A")
        mask = alpha.tobytes() if alpha.getextrema()[0] != 255 else b""
        drawn = True
    else:
        drawn = image.mode in ("P", "1")
    if image.mode in GREY:
        return image.convert("L"), mask
    if image.mode in ("CMYK", "LAB"):
        return image, mask
    colour = image if image.mode == "RGB" else image.convert("RGB")
    if drawn:
        red, green, blue = colour.split()
        if not (ImageChops.difference(red, green).getbbox() or ImageChops.difference(green, blue).getbbox()):
            return green, mask
    return colour, mask


def _turned(image: Image.Image, embedded: bytes | None, profile: Path, mode: str) -> Image.Image:
    """The picture in the colours of a profile, from its own or from what pictures of its kind are taken to be."""
    own = lcms.embedded(embedded, image.mode) if image.mode in ("RGB", "CMYK") else None
    if own is None and image.mode == "CMYK":
        own = lcms.stored(PRINTED)
    elif own is None:
        own = lcms.named("LAB" if image.mode == "LAB" else "sRGB")
    return lcms.converted(image, own, lcms.stored(profile), mode)


def _reprinted(image: Image.Image, embedded: bytes | None, profile: Path) -> Image.Image:
    """A picture that comes in inks, in those of the printing condition.

    Without a profile of its own, or with that of the condition, it keeps its inks: whoever separated it knew the press.
    What is in black alone stays there, since no conversion of one press to another would leave it.
    """
    if not embedded or lcms.same(embedded, profile) or lcms.embedded(embedded, "CMYK") is None:
        return image
    if max(high for _, high in image.getextrema()[:3]) <= NOISE:  # type: ignore[misc]
        from PIL import Image

        clear = Image.new("L", image.size, 0)
        return Image.merge("CMYK", (clear, clear, clear, image.getchannel("K")))
    return _turned(image, embedded, profile, "CMYK")


def _true_inks(image: Image.Image, *, plain: bool) -> Image.Image:
    """Pillow takes every JPEG in inks to be inverted as Adobe's are; one without Adobe's mark is not."""
    if not plain:
        return image
    from PIL import ImageChops

    return ImageChops.invert(image)


def _kept(image: Image.Image, mask: bytes, *, jpeg: bool) -> Pixels:
    """The picture as JPEG, or where it was drawn, bare."""
    inks = len(image.getbands())
    if not jpeg:
        return Pixels(image.tobytes(), image.width, image.height, inks, jpeg=False, mask=mask)
    out = BytesIO()
    image.save(out, "JPEG", quality=QUALITY, subsampling=0, icc_profile=None)
    return Pixels(out.getvalue(), image.width, image.height, inks, jpeg=True, mask=mask)
