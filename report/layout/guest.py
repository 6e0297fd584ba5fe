"""Drawings of other programs as blocks: a figure that stands in the column like a picture."""

from __future__ import annotations

from collections.abc import Iterator

from report.content.model import GuestBlock
from report.content.spec import Spec
from report.drawing import Face, Foreign, Marked
from report.layout.blocks.setting import Setting
from report.layout.desk import Desk
from report.layout.pieces import Piece, still

OTHERS = ("hei", "song")
"""Families whose faces are at hand beside that of the style, where the catalogue has them."""


def guest(setting: Setting, given: GuestBlock, look: Spec, width: float) -> tuple[Piece, ...]:
    """A piece for each part that the drawing falls into where it is higher than a column."""
    faces = tuple(dict.fromkeys(_faces(setting.desk, setting.desk.style(look.style("style")).family)))
    pieces = []
    for made, across, down in given.guest.parts(width, setting.room, faces, given.place):
        drawing = Foreign(0.0, 0.0, across, down, made, faces, given.place)
        figure = Marked("Figure", (drawing,), alt=given.alt, box=(0.0, 0.0, across, down))
        pieces.append(Piece(down, still((figure,)), place=given.place))
    return tuple(pieces)


def _faces(desk: Desk, family: str) -> Iterator[Face]:
    """The style's family first, since it stands in for stock fonts: the regular face and the boldest of each."""
    families = desk.faces.catalogue.families
    for key in (one for one in (family, *OTHERS) if one in families):
        weights = [face.weight for face in families[key].faces if face.style == "normal"]
        for weight in (min(weights, key=_from_regular), max(weights)):
            yield desk.faces.open(key, weight).face


def _from_regular(weight: int) -> int:
    return abs(weight - 400)
