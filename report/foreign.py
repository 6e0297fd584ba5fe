"""A PDF of another hand as far as pages are laid out from it: how large each page is shown, its label, what it loses.

It lies at the ground because layout and the writer must cut and turn a page alike, and neither may import the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from report.named import NamedTuple

if TYPE_CHECKING:
    import pikepdf

Fault = Literal["", "broken", "encrypted", "layers"]
DEEPEST = 50
"""Levels of a page tree that are looked through, so that a tree in a circle ends."""
MISSHAPEN = (AttributeError, KeyError, TypeError, ValueError, RecursionError)
"""What reading raises where a file has something else than it should."""


Matrix = tuple[float, float, float, float, float, float]


class View(NamedTuple):
    """What is shown of a page: its box in its own units (left, bottom, right, top), the clockwise turn in degrees, and
    the points of a unit."""

    box: tuple[float, float, float, float]
    turn: int
    unit: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown, in points."""
        left, bottom, right, top = self.box
        across, up = (right - left) * self.unit, (top - bottom) * self.unit
        return (up, across) if self.turn in (90, 270) else (across, up)


class GuestSheet(NamedTuple):
    """A page as shown, in points; `label` is "" where the file gives its pages none; `notes` counts annotations."""

    width: float
    height: float
    label: str
    notes: int


class Guest(NamedTuple):
    """The pages of a file, or why there are none; whether it holds JavaScript."""

    sheets: tuple[GuestSheet, ...] = ()
    fault: Fault = ""
    scripts: bool = False


def read_guest(path: Path) -> Guest:
    """The pages of a PDF; a file that cannot be read has a fault instead."""
    import pikepdf

    try:
        with opened(path) as file:
            if file.is_encrypted:
                return Guest(fault="encrypted")
            if _hides(file.Root):
                return Guest(fault="layers")
            sheets = tuple(_sheets(file))
            return Guest(sheets, "" if sheets else "broken", _scripts(file.Root))
    except pikepdf.PasswordError:
        return Guest(fault="encrypted")
    except (pikepdf.PdfError, OSError, *MISSHAPEN):
        return Guest(fault="broken")


def opened(path: Path) -> pikepdf.Pdf:
    """The file, to be closed by the caller; read whole, so that it may change or go meanwhile."""
    import pikepdf

    return pikepdf.open(BytesIO(path.read_bytes()))


def view(page: Any) -> View:
    """What is shown of a page: the TrimBox, or the CropBox where it has none, within the MediaBox."""
    media = box_of(inherited(page, "/MediaBox"))
    shown = box_of(page.get("/TrimBox") or inherited(page, "/CropBox") or inherited(page, "/MediaBox"))
    low = [max(a, b) for a, b in zip(shown[:2], media[:2], strict=True)]
    high = [min(a, b) for a, b in zip(shown[2:], media[2:], strict=True)]
    if low[0] >= high[0] or low[1] >= high[1]:
        raise ValueError(shown)
    turn = int(inherited(page, "/Rotate") or 0) % 360
    return View((*low, *high), turn if turn % 90 == 0 else 0, float(page.get("/UserUnit", 1)))  # type: ignore[arg-type]


def upright(shown: View) -> Matrix:
    """From the page's own units to points of the page as shown, its lower left corner at the origin."""
    left, bottom, right, top = shown.box
    a, b, c, d, e, f = {
        0: (1, 0, 0, 1, -left, -bottom),
        90: (0, -1, 1, 0, -bottom, right),
        180: (-1, 0, 0, -1, right, top),
        270: (0, 1, -1, 0, top, -left),
    }[shown.turn]
    unit = shown.unit
    return a * unit, b * unit, c * unit, d * unit, e * unit, f * unit


def inherited(page: Any, key: str) -> Any:
    """An entry of a page, or of the nodes above it; None where none has it (ISO 32000-1, 7.7.3.4)."""
    node = page
    for _ in range(DEEPEST):
        if node is None or key in node:
            break
        node = node.get("/Parent")
    return node.get(key) if node is not None else None


def _sheets(file: pikepdf.Pdf) -> Iterator[GuestSheet]:
    labelled = "/PageLabels" in file.Root
    for page in file.pages:
        notes = page.obj.get("/Annots")
        yield GuestSheet(*view(page.obj).size, page.label if labelled else "", len(notes) if notes is not None else 0)


def _hides(root: Any) -> bool:
    """Whether layers of the file are switched off; their content would be seen on our pages."""
    usual = root.get("/OCProperties", {}).get("/D", {})
    return len(usual.get("/OFF", ())) > 0 or usual.get("/BaseState", "/ON") != "/ON"


def box_of(given: Any) -> tuple[float, float, float, float]:
    """A rectangle with its corners in order (7.9.5)."""
    x1, y1, x2, y2 = (float(one) for one in given)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _scripts(root: Any) -> bool:
    """Whether the document runs JavaScript when it is opened, or holds some by name."""
    action = root.get("/OpenAction")
    opens = hasattr(action, "keys") and action.get("/S") == "/JavaScript"
    return opens or "/JavaScript" in root.get("/Names", {}) or "/AA" in root
