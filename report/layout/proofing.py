"""Finished pages into proofs for review: 样稿 across each, a number at every fifth line, bars beside what changed.

All of it is drawn as outlines in artifacts: the text of a proof, in tags and to extractors, is that of the finished
file. Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, radians, sin

from report.colour import BLACK, WHITE, Cmyk
from report.drawing import Group, Item, Marked, Page, Paged, Shape, moved, rectangle
from report.layout.changebars import Changes, change_bars
from report.layout.textlines import columns, lines
from report.record import replace
from report.typeset import TextStyle
from report.typeset.faces import Faces
from report.typeset.outlines import line_path
from report.units import MM

WATERMARK = "样稿"
INK, OPACITY = Cmyk(0, 0, 0, 0.5), 0.2
"""Light on white and still seen on a solid ground; what lies under it stays legible."""
ACROSS, LEAN = 0.62, 32.0
"""Share of the page's width that the word takes, and degrees by which it rises."""
EVERY = 5
NUMBER, NUMBER_INK = 6.0, Cmyk(0, 0, 0, 0.7)
SAID = 6.5
PROOF = (("Subtype", "Watermark"),)
"""By which what a proof adds is told from the page: an edition may be compared with a proof of it."""
AWAY, EDGE = 3.0 * MM, 4.0 * MM
"""From the number to its lines, and the least to the edge of the page."""


def proofed(paged: Paged, faces: Faces, changes: Changes | None = None) -> Paged:
    """The document as a proof; pages, tags, links and text stay as they are."""
    pages = (replace(page, items=(*page.items, _proof(page, faces, changes))) for page in paged.pages)
    made = tuple(pages)
    if changes is not None and changes.said and made:
        told = Marked("Artifact", tuple(_told(made[0], changes.said, faces)), attributes=PROOF)
        made = (replace(made[0], items=(*made[0].items, told)), *made[1:])
    return replace(paged, pages=made)


def _proof(page: Page, faces: Faces, changes: Changes | None) -> Marked:
    bars = change_bars(page, changes.pages.get(page.number, ())) if changes is not None else ()
    return Marked("Artifact", (*_numbers(page, faces), *bars, _watermark(page, faces)), attributes=PROOF)


def _watermark(page: Page, faces: Faces) -> Item:
    """The word, its middle in the middle of the page."""
    width, height = page.sheet.width, page.sheet.height
    size = ACROSS * width / len(WATERMARK)
    path, across = line_path(WATERMARK, TextStyle("hei", 700, size, size, INK, align="left"), faces)
    c, s = cos(radians(LEAN)), sin(radians(LEAN))
    x, y = -across / 2, 0.36 * size  # the middle of a Han is that far above its baseline
    matrix = (c, -s, s, c, width / 2 + c * x + s * y, height / 2 - s * x + c * y)
    return Group((Shape(path, fill=INK, opacity=OPACITY),), matrix=matrix)


def _numbers(page: Page, faces: Faces) -> Iterator[Item]:
    """Every fifth line of the page, counted column by column."""
    style = TextStyle("hei", 400, NUMBER, NUMBER, NUMBER_INK, align="left")
    count = 0
    for column in columns(lines(page.items)):
        left = min(line.left for line in column)
        for line in column:
            count += 1
            if count % EVERY == 0:
                path, width = line_path(str(count), style, faces)
                x = max(EDGE, left - AWAY - width)
                yield moved(Shape(path, fill=NUMBER_INK), x, line.y)


def _told(page: Page, said: str, faces: Faces) -> Iterator[Item]:
    """What changed in a line at the head of the page, above all type."""
    path, width = line_path(said, TextStyle("hei", 400, SAID, SAID, BLACK, align="left"), faces)
    x, y = max(EDGE, (page.sheet.width - width) / 2), EDGE + SAID
    yield Shape(rectangle(x - 3, y - SAID - 1, width + 6, SAID + 5), WHITE)
    yield moved(Shape(path, fill=BLACK), x, y)
