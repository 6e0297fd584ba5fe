"""Colours as inks: process, spot, tints."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from report import lcms
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
    from PIL import Image

    if not colours:
        return ()
    processes = (c.alternate.tint(c.share) if isinstance(c, Spot) else c for c in colours)
    inks = Image.frombytes("CMYK", (len(colours), 1), bytes(round(255 * ink) for one in processes for ink in one.inks))
    data = lcms.shown(inks, profile).tobytes()
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
