"""The one way between colour spaces: lcms, relative colorimetric with black point compensation."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image

HEADER = 128
"""Bytes of a profile before its tags, where copies that say the same differ in date and maker (ICC.1:2010, 7.2)."""
SPACES = {"LAB": "Lab"}
"""Names of colour spaces in profiles where Pillow's differ."""


def named(space: str) -> Any:
    """A profile that lcms makes itself: sRGB or LAB."""
    from PIL import ImageCms

    return ImageCms.createProfile(space)  # type: ignore[arg-type]


def stored(path: Path) -> Any:
    """The profile of a file."""
    from PIL import ImageCms

    return ImageCms.getOpenProfile(str(path))


def embedded(data: bytes | None, mode: str) -> Any:
    """The profile that lies in a picture; None where it cannot be read or is one for other colours."""
    from PIL import ImageCms

    if not data:
        return None
    try:
        found = ImageCms.ImageCmsProfile(BytesIO(data))
    except OSError:
        return None  # a profile that cannot be read says nothing
    return found if found.profile.xcolor_space.strip() == SPACES.get(mode, mode) else None


def same(data: bytes, path: Path) -> bool:
    """Whether two profiles have the same tags."""
    return data[HEADER:] == path.read_bytes()[HEADER:]


def converted(image: Image.Image, source: Any, target: Any, mode: str) -> Image.Image:
    """The image, in the colours of the source's profile, in those of the target's."""
    return _applied(image, _between(source, target, image.mode, mode))


def shown(image: Image.Image, profile: Path) -> Image.Image:
    """An image of process inks as a screen shows it; the transform takes longer to make than to use, and is kept."""
    return _applied(image, _to_screen(str(profile)))


@cache
def _to_screen(profile: str) -> Any:
    return _between(stored(Path(profile)), named("sRGB"), "CMYK", "RGB")


def _between(source: Any, target: Any, mode: str, wanted: str) -> Any:
    from PIL import ImageCms

    manner = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
    return ImageCms.buildTransform(source, target, mode, wanted, *manner)


def _applied(image: Image.Image, transform: Any) -> Image.Image:
    from PIL import ImageCms

    found = ImageCms.applyTransform(image, transform)
    assert found is not None
    return found
