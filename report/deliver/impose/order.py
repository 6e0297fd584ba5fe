"""Which pages stand on which side of which sheet, and by how much inner sheets are pushed out: arithmetic alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from report.named import NamedTuple

Face = Literal["front", "back", ""]
Way = Literal["in", "out", "none"]
FOUR = 4
"""Pages of a folded sheet."""


class Side(NamedTuple):
    """A side of a sheet: the sheet's number (1 is the outermost), its face ("" where sheets have one), the page in each
    cell from the left and the top (0 is a blank)."""

    sheet: int
    face: Face
    cells: tuple[int, ...]


class Creep(NamedTuple):
    """How inner sheets are made up for: shifted towards the spine (`in`) or outer ones away from it (`out`), and the
    thickness of the paper in points."""

    way: Way = "none"
    thickness: float = 0.0

    def of(self, sheet: int, sheets: int) -> float:
        """By how much the pages of a sheet are shifted towards the spine, in points.

        A folded sheet lies within those around it, so each of these pushes its edge out by the thickness of a paper.
        """
        match self.way:
            case "in":
                return (sheet - 1) * self.thickness
            case "out":
                return (sheet - sheets) * self.thickness
            case "none":
                return 0.0


def padded(count: int, inside: bool = False) -> tuple[int, ...]:
    """The pages with blanks up to a multiple of four: after the last one, or before it, so that it stays outside."""
    pages = tuple(range(1, count + 1))
    blanks = (0,) * (-count % FOUR)
    return (*pages[:-1], *blanks, pages[-1]) if inside else (*pages, *blanks)


def saddle(pages: Sequence[int], rightwards: bool = False) -> Iterator[Side]:
    """Sheets that are laid into each other and folded; the pages are a multiple of four.

    `rightwards` is a book that is bound on its right, as vertical text is.
    """
    sheets = len(pages) // FOUR
    for i in range(sheets):
        front = pages[-1 - 2 * i], pages[2 * i]
        back = pages[2 * i + 1], pages[-2 - 2 * i]
        yield Side(i + 1, "front", front[::-1] if rightwards else front)
        yield Side(i + 1, "back", back[::-1] if rightwards else back)


def readers(count: int, rightwards: bool = False) -> Iterator[Side]:
    """Pages side by side as the reader has them before him: the first one stands alone."""
    pages = (0, *range(1, count + 1), *((0,) if count % 2 == 0 else ()))
    for i in range(0, len(pages), 2):
        pair = pages[i], pages[i + 1]
        yield Side(i // 2 + 1, "", pair[::-1] if rightwards else pair)


def repeated(count: int, copies: int) -> Iterator[Side]:
    """Every page on a sheet of its own, as often as it has room."""
    for page in range(1, count + 1):
        yield Side(page, "", (page,) * copies)
