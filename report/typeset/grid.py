"""The character grid: a style that sets so many characters a line and so many lines a page (28 by 22 in GB/T 9704)."""

from __future__ import annotations

from report.record import replace
from report.typeset.style import TextStyle


def on_grid(style: TextStyle, room: tuple[float, float], characters: int, lines: int) -> TextStyle:
    """The style with a full em for every mark, characters at one pitch, and lines at one distance.

    `room` is width and height of the type area in points; the first and the last character touch its edges, the last
    baseline stands a descent over its foot.
    """
    width, height = room
    tracking = (width / style.size - characters) / max(1, characters - 1)
    leading = (height - style.size) / max(1, lines - 1)
    return replace(style, tracking=tracking, leading=leading, punctuation="full", han_latin=0.0)
