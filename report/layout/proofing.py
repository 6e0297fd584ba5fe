"""Finished pages into proofs for review: 样稿 across each, a number at every fifth line, bars beside what changed.

All of it is drawn as outlines in artifacts: the text of a proof, in tags and to extractors, is that of the finished
file. Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import cos, radians, sin
from typing import NamedTuple

from report.colour import BLACK, Cmyk
from report.drawing import Drawing, Group, Item, Marked, Page, Paged, Run, Shape, moved, rectangle
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
AWAY, EDGE = 3.0 * MM, 4.0 * MM
"""From the number to its lines, and the least to the edge of the page."""
BAR, BAR_EDGE = 1.2, 6.0 * MM
"""How wide a change bar is, and how far it stands from the outer edge."""
SILENT = frozenset({"Artifact", "Figure", "Formula", "RT", "RP"})
"""What holds no lines of text that a reviewer names by number."""
CLOSE = 0.6
"""Em within which two baselines are one line: notes marks, figures of another size."""

Bars = Mapping[int, Sequence[tuple[float, float]]]
"""By the number of the page: the top and bottom of what changed there, from the top of the trim."""


class LineOf(NamedTuple):
    """A line of text: its baseline, its left and right end, the size of its largest type."""

    y: float
    left: float
    right: float
    size: float


def proofed(paged: Paged, faces: Faces, bars: Bars | None = None) -> Paged:
    """The document as a proof; pages, tags, links and text stay as they are."""
    drawn = {page.number: _proof(page, faces, (bars or {}).get(page.number, ())) for page in paged.pages}
    return replace(paged, pages=tuple(replace(p, items=(*p.items, drawn[p.number])) for p in paged.pages))


def _proof(page: Page, faces: Faces, bars: Sequence[tuple[float, float]]) -> Marked:
    items = (*_numbers(page, faces), *_bars(page, bars), _watermark(page, faces))
    return Marked("Artifact", items)


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


def _bars(page: Page, bars: Sequence[tuple[float, float]]) -> Iterator[Item]:
    """Bars at the outer edge: on the right of a recto."""
    x = page.sheet.width - BAR_EDGE - BAR if page.number % 2 else BAR_EDGE
    for top, bottom in bars:
        yield Shape(rectangle(x, top, BAR, max(BAR, bottom - top)), fill=BLACK)


def lines(items: Drawing) -> tuple[LineOf, ...]:
    """The lines of running text on a page, tables too, from top to bottom; neither charts nor heads and folios."""
    runs = sorted(_runs(items), key=lambda run: (run.y, run.x))
    found: list[LineOf] = []
    for run in runs:
        one = LineOf(run.y, run.x, run.x + run.width, run.size)
        near = next((i for i, line in enumerate(found) if _same(line, one)), None)
        if near is None:
            found.append(one)
        else:
            found[near] = _joined(found[near], one)
    return tuple(sorted(found))


def _same(a: LineOf, b: LineOf) -> bool:
    """Whether both are one line: on one baseline, or so close that the smaller is a mark of the larger."""
    together = max(a.left, b.left) - min(a.right, b.right) < 4 * max(a.size, b.size)
    return together and abs(a.y - b.y) < (CLOSE * max(a.size, b.size) if a.size != b.size else 0.5)


def _joined(a: LineOf, b: LineOf) -> LineOf:
    larger = a if a.size >= b.size else b
    return LineOf(larger.y, min(a.left, b.left), max(a.right, b.right), larger.size)


def columns(found: Iterable[LineOf]) -> tuple[tuple[LineOf, ...], ...]:
    """Lines above one another together, from left to right; in each, one line a baseline, from top to bottom."""
    groups: list[list[LineOf]] = []
    for line in sorted(found, key=lambda line: (line.left, line.y)):
        over = [g for g in groups if any(line.left < other.right and other.left < line.right for other in g)]
        groups = [g for g in groups if g not in over]
        groups.append([line, *(other for g in over for other in g)])
    ordered = sorted((sorted(group) for group in groups), key=lambda group: min(line.left for line in group))
    return tuple(tuple(_distinct(group)) for group in ordered)


def _distinct(group: Sequence[LineOf]) -> Iterator[LineOf]:
    """One line for each baseline: cells of a row, and columns under one heading, share it."""
    last: LineOf | None = None
    for line in group:
        if last is None or line.y - last.y >= 0.5:
            yield line
            last = line


def _runs(items: Iterable[Item]) -> Iterator[Run]:
    """Upright runs of what a reviewer reads; a run in a turned group has no line of the page."""
    for item in items:
        if isinstance(item, Run):
            if not (item.vertical or item.turn) and item.text.strip():
                yield item
        elif isinstance(item, Marked):
            if item.role not in SILENT:
                yield from _runs(item.items)
        elif isinstance(item, Group) and item.matrix is None:
            yield from _runs(item.items)
