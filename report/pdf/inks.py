"""Colours as a file's operators say them: process inks for the press, sRGB for screens."""

from __future__ import annotations

from report.colour import BLACK, Cmyk, Colour, Screen, Spot, on_screen
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
        return self.light(colour, operator) if self.screen else f"{nums(colour.inks)} {operator}"

    def light(self, colour: Colour, operator: str) -> str:
        """The operator that sets a colour of a screen."""
        shown = nums(part / 255 for part in self.shown(colour))
        return f"{shown} {'rg' if operator == 'k' else 'RG'}"

    def stated(self, red: float, green: float, blue: float) -> Colour:
        """What stands for a colour that a drawing states in sRGB (0 to 1) on a screen, where it is shown as it is."""
        shown = round(red * 255), round(green * 255), round(blue * 255)
        colour = Spot("#{:02X}{:02X}{:02X}".format(*shown), BLACK)
        self._shown[colour] = shown
        return colour

    def shown(self, colour: Colour) -> Screen:
        """A colour on the screen."""
        if colour not in self._shown:
            self._shown[colour] = on_screen((colour,), PRINTED)[0]
        return self._shown[colour]
