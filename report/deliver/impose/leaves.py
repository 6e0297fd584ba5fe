"""The pages of any PDF as leaves to be placed: upright, measured from the trim, with the bleed that each side has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from report.foreign import MISSHAPEN, Matrix, View, box_of, inherited, upright, view
from report.named import NamedTuple
from report.problem import ContentError, problem
from report.record import record
from report.units import MM

Box = tuple[float, float, float, float]
USUAL_BLEED = 3 * MM
"""The bleed of a page that has a TrimBox and no BleedBox: what lies further out may be marks."""


class Sides(NamedTuple):
    """The bleed of an upright page on each of its sides, in points."""

    left: float
    bottom: float
    right: float
    top: float


@record
class Leaf:
    """A page: its number, width and height of the trim as shown and its bleed in points.

    `matrix` leads from the page's own units to points, the lower left corner of the trim at the origin; `box` is what
    is shown, bleed and all, in its own units.
    """

    number: int
    width: float
    height: float
    bleed: Sides
    matrix: Matrix
    box: Box


def leaves(file: Any, whole_page: bool) -> tuple[Leaf, ...]:
    """All pages of a file of pikepdf; raises ContentError for pages that nobody can place."""
    found, bare = [], []
    for number, page in enumerate(file.pages, 1):
        if not whole_page and "/TrimBox" not in page.obj and "/ArtBox" not in page.obj:
            bare.append(number)
        try:
            found.append(_leaf(number, page.obj))
        except MISSHAPEN as error:
            raise ContentError([problem("impose-page-broken", page=number, number=number)]) from error
    if bare:
        raise ContentError([problem("impose-no-trim", pages="、".join(map(str, _few(bare))), count=len(bare))])
    return tuple(found)


def _few(numbers: list[int]) -> Iterator[object]:
    yield from numbers[:6]
    if len(numbers) > 6:
        yield "…"


def _leaf(number: int, page: Any) -> Leaf:
    shown = view(page)
    if "/TrimBox" not in page and "/ArtBox" in page:
        shown = shown._replace(box=_within(box_of(page["/ArtBox"]), box_of(inherited(page, "/MediaBox"))))
    box = _bled(page, shown.box, shown.unit)
    outer = View(box, shown.turn, shown.unit)
    matrix = upright(shown)
    width, height = shown.size
    left, bottom = _moved(matrix, *_low_corner(outer))
    across, up = outer.size
    bleed = Sides(-left, -bottom, left + across - width, bottom + up - height)
    return Leaf(number, width, height, bleed, matrix, box)


def _bled(page: Any, trim: Box, unit: float) -> Box:
    """The box to which a page bleeds, within its medium."""
    media = box_of(inherited(page, "/MediaBox"))
    if "/BleedBox" in page:
        given = box_of(page["/BleedBox"])
    else:
        reach = USUAL_BLEED / unit
        crop = box_of(inherited(page, "/CropBox") or inherited(page, "/MediaBox"))
        given = _within(crop, (trim[0] - reach, trim[1] - reach, trim[2] + reach, trim[3] + reach))
    box = _within(given, media)
    return min(box[0], trim[0]), min(box[1], trim[1]), max(box[2], trim[2]), max(box[3], trim[3])


def _within(box: Box, outer: Box) -> Box:
    return max(box[0], outer[0]), max(box[1], outer[1]), min(box[2], outer[2]), min(box[3], outer[3])


def _low_corner(shown: View) -> tuple[float, float]:
    """The corner, in the page's own units, that is the lower left one as shown."""
    left, bottom, right, top = shown.box
    return {0: (left, bottom), 90: (right, bottom), 180: (right, top), 270: (left, top)}[shown.turn]


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
