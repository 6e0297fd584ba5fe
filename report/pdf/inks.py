"""Colours as a file's operators say them: process inks for the press, sRGB for screens."""

from __future__ import annotations

from report.colour import Cmyk, Colour, Screen, Spot, on_screen
from report.pdf.intent import CONDITIONS, Condition
from report.pdf.syntax import nums

PRINTED = CONDITIONS["FOGRA39"].path
"""The condition whose look a screen shows: colours of themes are stated in its inks."""


class Inks:
    """The colours of one file; those of a screen are worked out once each."""

    def __init__(self, condition: Condition) -> None:
        self.condition = condition
        self._shown: dict[Colour, Screen] = {}

    @property
    def screen(self) -> bool:
        return self.condition.screen

    def process(self, colour: Cmyk, operator: str) -> str:
        """The operator that sets a process colour: `k` or `K`, on a screen `rg` or `RG`."""
        if not self.screen:
            return f"{nums(colour.inks)} {operator}"
        shown = nums(part / 255 for part in self.shown(colour))
        return f"{shown} {'rg' if operator == 'k' else 'RG'}"

    def flat(self, colour: Spot) -> Cmyk:
        """What stands for a spot ink where none is printed."""
        return colour.alternate.tint(colour.share)

    def shown(self, colour: Colour) -> Screen:
        """A colour on the screen."""
        if colour not in self._shown:
            self._shown[colour] = on_screen((colour,), PRINTED)[0]
        return self._shown[colour]
