"""The one way between colour spaces: lcms, relative colorimetric with black point compensation."""

from __future__ import annotations

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
    from PIL import ImageCms

    transform = ImageCms.buildTransform(
        source,
        target,
        image.mode,
        mode,
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    found = ImageCms.applyTransform(image, transform)
    assert found is not None
    return found
