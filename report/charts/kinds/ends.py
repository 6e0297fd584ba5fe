"""Words beside the ends of lines: as near as can be, one over the other, with a thin line where one stands off."""

from __future__ import annotations

from collections.abc import Sequence

from report.charts.composing import Composer
from report.charts.kinds.easel import Easel, Point
from report.charts.placing import spread
from report.charts.words import Words
from report.drawing import Stroke
from report.named import NamedTuple

LINES = 3
"""Most lines of the words at an end."""
OFF = 0.75
"""Em by which words may stand off their end without a line that leads to them."""
FAR = 1.5
"""Distances from an end to its words beyond which a line leads to them."""
SIDE = 0.15
"""Em of space between the words of two ends."""


class End(NamedTuple):
    """Words wanted beside a point; of those for which there is no room the ones that stand out stay."""

    words: Words
    at: Point
    main: bool = False


class Beside(NamedTuple):
    """Words on their place: lines, the place nearest to their point, the middle of their height."""

    lines: tuple[Words, ...]
    at: Point
    x: float
    middle: float


class Column(NamedTuple):
    """Where words may stand: the edge that faces their points, which way they run from it (1 right, -1 left), how wide
    they may be, from where to where, and how far their points are from the edge."""

    edge: float
    way: float
    room: float
    top: float
    foot: float
    gap: float


def beside(composer: Composer, ends: Sequence[End], column: Column) -> tuple[list[Beside], list[Words]]:
    """Words on their places, and those for which there is none."""
    kept = list(ends)
    dropped: list[Words] = []
    while kept:
        lines = [composer.lines(end.words, column.room, LINES) or (end.words,) for end in kept]
        sizes = [_height(one) for one in lines]
        middles = spread([end.at[1] for end in kept], sizes, column.top, column.foot)
        if middles is not None:
            placed = zip(kept, lines, middles, strict=True)
            return [Beside(one, end.at, column.edge, middle) for end, one, middle in placed], dropped
        least = max(range(len(kept)), key=lambda i: (not kept[i].main, i))
        dropped.append(kept.pop(least).words)
    return [], dropped


def _height(lines: Sequence[Words]) -> float:
    style = lines[0].style
    return (len(lines) - 1) * style.leading + style.size * (1 + SIDE)


def widest(composer: Composer, ends: Sequence[End], most: float) -> float:
    """The width that words need, broken in lines where they are wider than the most."""
    found = 0.0
    for end in ends:
        lines = composer.lines(end.words, most, LINES) or (end.words,)
        found = max(found, composer.widest(lines))
    return found


def reaches(placed: Sequence[Beside], y: float) -> bool:
    """Whether some words stand at a height."""
    return any(abs(one.middle - y) < _height(one.lines) / 2 for one in placed)


def draw(on: Easel, placed: Sequence[Beside], column: Column, leader: Stroke) -> None:
    """Words with the lines that lead to those that stand off."""
    for lines, at, x, middle in placed:
        style = lines[0].style
        first = middle + on.middle(lines[0]) - (len(lines) - 1) * style.leading / 2
        for i, words in enumerate(lines):
            wide = on.measure(words)
            left = x if column.way > 0 else x - wide
            on.write(words, left, first + i * style.leading, column.room)
        if abs(middle - at[1]) > OFF * style.size or abs(x - at[0]) > FAR * column.gap:
            on.line([at, (x - column.way * 0.2 * style.size, middle)], leader)
