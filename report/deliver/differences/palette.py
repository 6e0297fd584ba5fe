"""Colours and type of the marked copy."""

from __future__ import annotations

from report.colour import BLACK, Cmyk
from report.deliver.lettering import plain_style
from report.record import replace

RED = Cmyk(0.0, 0.9, 0.85, 0.0)
COLOURS = {
    "changed": Cmyk(0.0, 0.3, 1.0, 0.0),
    "added": Cmyk(0.6, 0.0, 0.9, 0.0),
    "removed": RED,
    "moved": Cmyk(0.7, 0.25, 0.0, 0.0),
    "look": Cmyk(0.55, 0.75, 0.0, 0.0),
}
"""By kind of mark."""
TINTS = {
    "changed": Cmyk(0.0, 0.1, 0.5, 0.0),
    "added": Cmyk(0.24, 0.0, 0.4, 0.0),
    "moved": Cmyk(0.28, 0.08, 0.0, 0.0),
}
"""What is laid over words, through which they stay as dark as they are."""
PAPER, EDGE, GREY = Cmyk(0.0, 0.0, 0.0, 0.04), Cmyk(0.0, 0.0, 0.0, 0.35), Cmyk(0.0, 0.0, 0.0, 0.65)
PLAIN = plain_style(8.0, 11.5)
PLAIN_OLD, PLAIN_NEW = replace(PLAIN, colour=GREY), replace(PLAIN, weight=700)
SMALL = plain_style(7.5, 10.0, RED, 700)
TITLE = plain_style(20.0, 28.0, BLACK, 700, "song")
HEAD = plain_style(11.0, 16.0, BLACK, 700)
TEXT = plain_style(8.5, 12.5)
TEXT_OLD, TEXT_NEW = replace(TEXT, colour=GREY), replace(TEXT, weight=700)
