"""Pages of a saddle-stitched book moved towards the fold, since inner sheets stand out by the paper around them and
lose that much at the fore-edge when the book is trimmed.

A sheet stands out by the thickness of the leaves that lie around its fold, so what stands on it moves towards the fold
by as much, and all outer margins are alike in the trimmed book. What runs into the bleed stays where it is: a ground
must reach the edge, and a picture over two pages must meet itself in the fold, which creep does not move.
"""

from __future__ import annotations

from collections.abc import Iterator

from report.content.model import Printing, Report
from report.content.papers import leaf_thickness
from report.drawing import Drawing, Item, Page, Paged, Sheet, moved
from report.layout.book import STITCHED
from report.layout.quiet import extent
from report.problem import Problem, problem
from report.record import replace
from report.units import MM

SLACK = 0.1
"""Points by which what reaches the edge of the bleed may fall short of it."""


def crept(paged: Paged, report: Report, *, apart: bool) -> Paged:
    """The pages of a book with the compensation that its report asks for; `apart` says that the cover is another file,
    whose sheet lies around these."""
    if not report.printing.creep or report.sheet.binding != STITCHED:
        return paged
    printing = report.printing
    step = leaf_thickness(printing)
    cover = leaf_thickness(Printing(paper=printing.cover_paper, weight=printing.cover_weight)) or step
    count = len(paged.pages)
    around = (cover if apart else 0.0, step)
    pages = tuple(_moved(page, around[0] + around[1] * _sheet_of(page.number, count)) for page in paged.pages)
    return replace(paged, pages=pages, meta=replace(paged.meta, creep=f"{step / MM:.3g} mm"))


def creep_problems(report: Report) -> Iterator[Problem]:
    """A compensation that is asked for where nothing tells how thick the paper is."""
    printing = report.printing
    if printing.creep and report.sheet.binding == STITCHED and not leaf_thickness(printing):
        yield problem("creep-unknown", printing.places.get("creep"))


def _sheet_of(number: int, pages: int) -> int:
    """Which sheet a page is on, 0 the outermost."""
    leaf = (number - 1) // 2
    return min(leaf, pages // 2 - 1 - leaf)


def _moved(page: Page, creep: float) -> Page:
    """A page whose type and pictures stand nearer to the fold: to the left on a recto, to the right on a verso."""
    if not creep:
        return page
    shift = -creep if page.number % 2 else creep
    return replace(page, items=tuple(_shifted(page.items, page.sheet, shift)))


def _shifted(items: Drawing, sheet: Sheet, shift: float) -> Iterator[Item]:
    for item in items:
        box = extent(item)
        bleeds = box is not None and (box[0] <= SLACK - sheet.bleed or box[2] >= sheet.width + sheet.bleed - SLACK)
        yield item if bleeds else moved(item, shift, 0.0)
