"""A page as one plate of it: every colour as much black as it has of the ink, what overprints without it left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from report.colour import BLACK, Cmyk, Colour
from report.drawing import Drawing, Foreign, Group, GuestPage, Item, Link, Marked, Run, Shape, Vector
from report.pdf.inks import Inks
from report.pdf.state import THIN
from report.pdf.syntax import num
from report.pdf.vectors import Vectors
from report.record import replace

PROCESS = ("cyan", "magenta", "yellow", "black")
"""The process inks, in the order of a colour's parts."""


class Film(Inks):
    """The colours of a plate: black where there is ink, as dense as there is of it."""

    @property
    def screen(self) -> bool:
        return True

    def process(self, colour: Cmyk, operator: str) -> str:
        return f"{num(1 - colour.k)} {'g' if operator == 'k' else 'G'}"


def separable(items: Iterable[Item]) -> bool:
    """Whether plates can be told from the page alone: what stands in other files is known to these only."""
    for item in items:
        if isinstance(item, Foreign | GuestPage):
            return False
        if isinstance(item, Group | Marked) and not separable(item.items):
            return False
    return True


def plate(items: Iterable[Item], ink: str, vectors: Vectors) -> Drawing:
    """What the plate of an ink (one of PROCESS, or the name of a spot) prints, as tints of black; pictures stay."""
    return tuple(_plate(items, ink, vectors))


def _plate(items: Iterable[Item], ink: str, vectors: Vectors) -> Iterator[Item]:
    for item in items:
        match item:
            case Run():
                yield from _run(item, ink)
            case Shape():
                yield from _shape(item, ink)
            case Vector():
                yield from _plate(vectors.groups(item), ink, vectors)
            case Group() | Marked():
                yield replace(item, items=plate(item.items, ink, vectors))
            case Link():
                pass
            case _:
                yield item


def _run(run: Run, ink: str) -> Iterator[Run]:
    """Black text overprints: it leaves other plates as they are."""
    share = _share(run.colour, ink)
    if share or run.colour != BLACK:
        yield replace(run, colour=_tint(share))


def _shape(shape: Shape, ink: str) -> Iterator[Shape]:
    stroke = shape.stroke
    fill = _tint(_share(shape.fill, ink)) if shape.fill is not None else None
    if stroke is not None:
        share = _share(stroke.colour, ink)
        overprints = stroke.colour == BLACK and stroke.width < THIN
        stroke = None if overprints and not share else stroke._replace(colour=_tint(share))
    if fill is not None or stroke is not None:
        yield replace(shape, fill=fill, stroke=stroke)


def _share(colour: Colour, ink: str) -> float:
    """How much of an ink a colour has, 0 to 1."""
    if isinstance(colour, Cmyk):
        return colour.inks[PROCESS.index(ink)] if ink in PROCESS else 0.0
    return colour.share if colour.name == ink else 0.0


def _tint(share: float) -> Cmyk:
    return Cmyk(0.0, 0.0, 0.0, share)
