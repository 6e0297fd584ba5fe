"""Codes keep their light margins: nothing stands in them, and they lie on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from report.boxes import Box, around
from report.drawing import COORDINATES, Drawing, Group, Item, Link, Marked, Path, Run, Shape, Sheet
from report.layout.desk import Desk
from report.named import NamedTuple
from report.problem import Place, Problem, problem
from report.record import replace
from report.units import MM, mm

CODE = "code."
"""How the key of a code begins."""
SLACK = 0.05 * MM
EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)
NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)


def guarded(desk: Desk, figure: Marked, place: Place | None) -> Marked:
    """A code, named so that its margins can be watched; its box holds them."""
    key = f"{CODE}{place.line}.{place.column}" if place is not None else f"{CODE}0"
    desk.codes[key] = place
    return replace(figure, key=key)


class _Leaf(NamedTuple):
    """Something that is drawn: what, where, and in which code ("" = none)."""

    item: Item
    box: Box
    code: str


def quiet_problems(desk: Desk, items: Drawing, sheet: Sheet) -> Iterator[Problem]:
    """What stands in the margins of a code, or where one reaches over the edge of the page."""
    if not desk.codes:
        return
    leaves = list(_leaves(items, EVERYWHERE, ""))
    for key, (first, box) in _codes(items, leaves).items():
        place = desk.codes.get(key)
        over = max(-box[0], -box[1], box[2] - sheet.width, box[3] - sheet.height)
        if over > SLACK:
            yield problem("quiet-edge", place, over=f"{mm(over):.1f}")
        for i, leaf in enumerate(leaves):
            if leaf.code != key and _meets(leaf.box, box) and (isinstance(leaf.item, Run) or i > first):
                by = leaf.item.text.strip() if isinstance(leaf.item, Run) else ""
                yield problem("quiet-zone", place, by=by[:12], over=f"{mm(_depth(leaf.box, box)):.1f}")
                break


def extent(item: Item) -> Box | None:
    """The box of all that an item draws; None for one that draws nothing."""
    boxes = [leaf.box for leaf in _leaves((item,), EVERYWHERE, "")]
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _codes(items: Drawing, leaves: Sequence[_Leaf]) -> dict[str, tuple[int, Box]]:
    """Each code of a page with the place of its first leaf in the order of drawing, and its box with the margins."""
    found: dict[str, tuple[int, Box]] = {}
    for key, box in _boxes(items):
        first = next((i for i, leaf in enumerate(leaves) if leaf.code == key), 0)
        found[key] = first, box
    return found


def _boxes(items: Iterable[Item]) -> Iterator[tuple[str, Box]]:
    for item in items:
        if isinstance(item, Marked) and item.key.startswith(CODE) and item.box:
            x, y, width, height = item.box
            yield item.key, (x, y, x + width, y + height)
        elif isinstance(item, Marked | Group):
            yield from _boxes(item.items)


def _leaves(items: Iterable[Item], clip: Box, code: str) -> Iterator[_Leaf]:
    """Everything that is drawn, with its box as far as it is not clipped away."""
    for item in items:
        match item:
            case Marked(items=inner, key=key):
                yield from _leaves(inner, clip, key if key.startswith(CODE) else code)
            case Group(items=inner, clip=path, matrix=matrix):
                within = _cut(clip, path_box(path) or NOWHERE) if path is not None and matrix is None else clip
                for leaf in _leaves(inner, within, code):
                    yield leaf if matrix is None else leaf._replace(box=around(matrix, leaf.box))
            case Link():
                pass  # nothing of it is printed
            case _:
                box = _cut(_box(item), clip)
                if box[0] < box[2] and box[1] < box[3]:
                    yield _Leaf(item, box, code)


def _box(item: Item) -> Box:
    match item:
        case Run():
            return _run_box(item)
        case Shape():
            grown = item.stroke.width / 2 if item.stroke else 0.0
            left, top, right, bottom = path_box(item.path) or NOWHERE
            return left - grown, top - grown, right + grown, bottom + grown
        case Marked() | Group():
            return NOWHERE
        case _:
            return item.x, item.y, item.x + item.width, item.y + item.height


def _run_box(run: Run) -> Box:
    """The em boxes of a run, from ascent to descent."""
    up, down = run.face.ascent * run.size / 1000, run.face.descent * run.size / 1000
    if run.vertical:
        return run.x - run.size / 2, run.y, run.x + run.size / 2, run.y + run.width
    if run.turn:
        return run.x + down, run.y, run.x + up, run.y + run.width
    return run.x, run.y - up, run.x + run.width, run.y - down


def path_box(path: Path) -> Box | None:
    """Left, top, right and bottom of a path's points, None for a path without any; a curve lies within its handles."""
    xs: list[float] = []
    ys: list[float] = []
    at = 0
    for verb in path.verbs:
        values = path.points[at : at + COORDINATES[verb]]
        at += COORDINATES[verb]
        if verb == "r":
            values = (values[0], values[1], values[0] + values[2], values[1] + values[3])
        xs += values[::2]
        ys += values[1::2]
    return (min(xs), min(ys), max(xs), max(ys)) if xs else None


def _cut(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _meets(one: Box, other: Box) -> bool:
    return _depth(one, other) > SLACK


def _depth(one: Box, other: Box) -> float:
    """How far one box reaches into another."""
    return min(one[2] - other[0], other[2] - one[0], one[3] - other[1], other[3] - one[1])
