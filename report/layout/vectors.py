"""Pictures that are drawings: a page of a PDF, an SVG; as large as their room, cropped around their focus."""

from __future__ import annotations

from pathlib import Path

from report.content.model import Photo
from report.drawing import Group, GuestPage, Item, Marked, Vector, rectangle
from report.layout.desk import Desk
from report.named import NamedTuple
from report.problem import problem

KINDS = frozenset({"pdf", "svg"})
"""Ends of the names of files that hold drawings."""
FAULTS = {"broken": "picture-broken", "encrypted": "picture-encrypted", "layers": "picture-layers"}
Box = tuple[float, float, float, float]


class Size(NamedTuple):
    """Width and height, in any unit: drawings are as sharp at any size."""

    width: float
    height: float


def is_vector(given: Photo) -> bool:
    return given.file.lower().rpartition(".")[2] in KINDS


def size_of(desk: Desk, given: Photo) -> Size | None:
    """The size of the drawing, or None with a problem when it cannot be placed."""
    path = Path(desk.folder, given.file)
    return _page_size(desk, given, path) if given.file.lower().endswith("pdf") else _drawn_size(desk, given, path)


def _page_size(desk: Desk, given: Photo, path: Path) -> Size | None:
    from report.foreign import read_guest

    guest = read_guest(path)
    if guest.fault:
        desk.report(problem(FAULTS[guest.fault], given.place, file=given.file))
        return None
    if given.number > len(guest.sheets):
        desk.report(problem("picture-page", given.place, file=given.file, number=given.number, pages=len(guest.sheets)))
        return None
    return Size(*guest.sheets[given.number - 1][:2])


def _drawn_size(desk: Desk, given: Photo, path: Path) -> Size | None:
    from report.svg import read_vector

    try:
        found = read_vector(path)
    except (OSError, ValueError):
        desk.report(problem("picture-broken", given.place, file=given.file))
        return None
    if found.strange:
        desk.report(problem("svg-strange", given.place, file=given.file, names="、".join(found.strange)))
        return None
    return Size(found.width, found.height)


def placed(desk: Desk, given: Photo, size: Size, box: Box, shares: tuple[float, float]) -> tuple[Marked, ...]:
    """The drawing cropped to a box around its focus; `shares` are the edges of the part that is shown."""
    x, y, width, height = box
    whole = width / (shares[1] - shares[0])
    scale = max(whole / size.width, height / size.height)
    across, down = size.width * scale, size.height * scale
    left = min(max(given.focus[0] * across - whole / 2, 0.0), across - whole) + whole * shares[0]
    top = min(max(given.focus[1] * down - height / 2, 0.0), down - height)
    source = str(Path(desk.folder, given.file))
    drawn: Item
    if given.file.lower().endswith("pdf"):
        drawn = GuestPage(x - left, y - top, across, down, source, given.number, given.place)
    else:
        drawn = Vector(x - left, y - top, across, down, source, given.place)
    return (Marked("Figure", (Group((drawn,), rectangle(*box)),), alt=given.alt, box=box),)
