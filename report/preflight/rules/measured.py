"""Rules that are measured on plates (C02, C03, C12); without Ghostscript they are not judged."""

from __future__ import annotations

from collections.abc import Iterator

from report.preflight.facts import Inspected
from report.preflight.rules.row import X4, Asked, Found, Rule, found
from report.preflight.separations import PROCESS


def colour_stops(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for page, measured in file.plates.pages.items() if file.plates else ():
        for edge in measured.edges:
            yield found(page, edge.box, side=f"@{edge.side}", length=f"{edge.length:.0f}")


def black_text_coloured(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for page, measured in file.plates.pages.items() if file.plates else ():
        yield from (found(page, box) for box in measured.dirty)


def other_plates(file: Inspected, asked: Asked) -> Iterator[Found]:
    for name in file.plates.names if file.plates else ():
        if name not in (*PROCESS, *asked.spots):
            yield found(name=name)


RULES = (
    Rule("c02-bleed-colour", (X4,), "error", colour_stops, measured=True),
    Rule("c03-black-measured", (X4,), "error", black_text_coloured, measured=True),
    Rule("c12-plates", (X4,), "warning", other_plates, measured=True),
)
