"""Colours as inks: process, spot, tints."""

from __future__ import annotations

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
