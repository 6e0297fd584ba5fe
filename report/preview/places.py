"""Where on a page stands what the author wrote where: boxes of the trimmed page, each with a place in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import cos, radians, sin

from report.boxes import UNMOVED, Box, Matrix, around, product
from report.drawing import Group, Item, Link, Marked, Run, Shape, runs_of
from report.layout.quiet import path_box
from report.named import NamedTuple
from report.problem import Place

SHOWN = 40
"""Characters of a text by which a reader knows it again."""


class Spot(NamedTuple):
    """A part of a page: its box, where it was written, its first words."""

    box: Box
    place: Place
    text: str


def spots(items: Iterable[Item]) -> tuple[Spot, ...]:
    """Every part of a page that knows its place, in reading order; parts of one place next to each other are one."""
    found: list[Spot] = []
    for spot in _spots(items, UNMOVED):
        last = found[-1] if found else None
        if last is not None and last.place == spot.place and _near(last.box, spot.box):
            text = (last.text + spot.text)[:SHOWN]
            found[-1] = Spot(_around((last.box, spot.box)), spot.place, text)
        else:
            found.append(spot)
    return tuple(found)


def _spots(items: Iterable[Item], matrix: Matrix) -> Iterator[Spot]:
    for item in items:
        match item:
            case Marked(place=Place() as place, items=inner):
                within = tuple(_spots(inner, matrix))
                box = _box(inner, matrix) if not within or any(spot.place != place for spot in within) else None
                if box is not None:
                    words = "".join(run.text for run in runs_of(inner)) or item.alt
                    yield Spot(box, place, " ".join(words.split())[:SHOWN])
                yield from within
            case Marked(items=inner):
                yield from _spots(inner, matrix)
            case Group(items=inner):
                yield from _spots(inner, product(item.matrix, matrix) if item.matrix else matrix)
            case _:
                pass


def _box(items: Iterable[Item], matrix: Matrix) -> Box | None:
    """Around everything that is painted."""
    boxes = tuple(_boxes(items, matrix))
    return _around(boxes) if boxes else None


def _boxes(items: Iterable[Item], matrix: Matrix) -> Iterator[Box]:
    for item in items:
        match item:
            case Run():
                yield _moved(_of_run(item), matrix)
            case Shape(path=path):
                if found := path_box(path):
                    yield _moved(found, matrix)
            case Marked(items=inner):
                yield from _boxes(inner, matrix)
            case Group(items=inner, clip=clip):
                within = product(item.matrix, matrix) if item.matrix else matrix
                if clip is not None and (found := path_box(clip)):
                    yield _moved(found, within)
                else:
                    yield from _boxes(inner, within)
            case Link():
                pass
            case _:
                yield _moved((item.x, item.y, item.x + item.width, item.y + item.height), matrix)


def _of_run(run: Run) -> Box:
    """The em boxes of a run, turned as it is turned."""
    up, down = -run.face.ascent * run.size / 1000, -run.face.descent * run.size / 1000
    if run.vertical:
        return run.x - run.size / 2, run.y, run.x + run.size / 2, run.y + run.width
    across, along = cos(radians(run.turn)), sin(radians(run.turn))
    turned = (across, along, -along, across, run.x, run.y)
    return _moved((0.0, up, run.width, down), turned)


def _moved(box: Box, matrix: Matrix) -> Box:
    return box if matrix is UNMOVED else around(matrix, box)


def _around(boxes: Iterable[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _near(one: Box, other: Box) -> bool:
    """Whether two boxes touch, or nearly do, so that one box can stand for both."""
    room = 12.0
    across = one[0] - room <= other[2] and other[0] - room <= one[2]
    return across and one[1] - room <= other[3] and other[1] - room <= one[3]
