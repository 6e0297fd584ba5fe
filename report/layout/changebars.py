"""What changed on a page into bars: a rule in the outer margin beside changed lines, a wedge where words are gone.

On a page of columns a bar stands beside its own column, where another one lies between it and the margin. Lengths are
points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from report.colour import BLACK, WHITE
from report.drawing import Group, Item, Marked, Page, Path, Shape, Stroke, line, rectangle
from report.layout.textlines import LineOf, lines
from report.named import NamedTuple
from report.problem import Problem
from report.record import field, record
from report.units import MM

BAR, BAR_EDGE = 1.2, 6.0 * MM
"""How wide a change bar is, and the least from it to the outer edge."""
OUT, PAST = 4.0 * MM, 9.0 * MM
"""From the type to a bar on its right, and to one on its left, where the numbers of lines stand between them."""
INNER = 2.5
"""From a column to a bar in the gutter."""
HALO, STEM = 0.5, 0.5
"""White around what is drawn, which stands on pictures too; the stroke of a wedge."""
WING, RISE = 2.0, 2.6
"""Half the width, and the height, of a wedge below the line; the one in the margin lies on its side."""
ASCENT, DESCENT = 0.88, 0.12
"""Em that a Han rises above its baseline and falls below."""


class Stretch(NamedTuple):
    """What changed: x, y, width, height from the top left of the trim; an `area` is a picture or a figure, without
    width words are gone, and everything else is a piece of one line."""

    x: float
    y: float
    width: float
    height: float
    area: bool = False


@record
class Changes:
    """What changed on each page by its number, what the first page says of it, and what is to be told."""

    pages: Mapping[int, Sequence[Stretch]] = field(default_factory=dict)
    said: str = ""
    problems: tuple[Problem, ...] = ()


Compare = Callable[[str, Sequence[str], str, bytes], Changes]
"""compare(id of the report, keys of all its files, key of this one, this one as it will be): what changed in it."""


class _Bar(NamedTuple):
    x: float
    top: float
    bottom: float


def change_bars(page: Page, stretches: Sequence[Stretch]) -> Iterator[Item]:
    """The bars and wedges of a page."""
    beside = _Margins(page)
    changed = [beside.bar(one) for one in stretches if one.width]
    for bar in _joined(changed):
        yield Shape(rectangle(bar.x - HALO, bar.top - HALO, BAR + 2 * HALO, bar.bottom - bar.top + 2 * HALO), WHITE)
        yield Shape(rectangle(bar.x, bar.top, BAR, bar.bottom - bar.top), fill=BLACK)
    for one in stretches:
        if not one.width:
            wedge = _pointer(beside.bar(one), outward=1.0 if page.number % 2 else -1.0)
            for path in (wedge, *_wedge(one)):
                yield Shape(path, stroke=Stroke(WHITE, 2 * HALO + STEM))
                yield Shape(path, fill=BLACK, stroke=Stroke(BLACK, STEM))


class _Box(NamedTuple):
    """What a line, a table or a figure covers."""

    left: float
    top: float
    right: float
    bottom: float


class _Margins:
    """Where the bars of one page stand."""

    def __init__(self, page: Page) -> None:
        self._lines = lines(page.items)
        self._tables = tuple(_tables(page.items))
        running = (_box(one) for one in self._lines if not any(_inside(one, table) for table in self._tables))
        self._type = (*running, *self._tables)
        self._all = (*self._type, *_figures(page.items))
        self._recto, self._width = bool(page.number % 2), page.sheet.width

    def bar(self, one: Stretch) -> _Bar:
        """The bar beside the line of a stretch, or beside all of an area."""
        box = _Box(one.x, one.y, one.x + one.width, one.y + one.height)
        found = None if one.area else self._line(one)
        if found is None:
            return _Bar(self._x(box, box), box.top, box.bottom)
        own = _box(found)
        table = next((table for table in self._tables if _inside(found, table)), None)
        return _Bar(self._x(table or own, own), own.top, own.bottom)

    def _line(self, one: Stretch) -> LineOf | None:
        """The line whose baseline is nearest to where that of the stretch must be."""
        baseline, foot = one.y + 0.8 * one.height, one.y + one.height
        near = [
            line
            for line in self._lines
            if one.y < line.y < foot + 1 and line.left - 2 < one.x + one.width and one.x < line.right + 2
        ]
        return min(near, key=lambda line: abs(line.y - baseline), default=None)

    def _x(self, own: _Box, at: _Box) -> float:
        """In the gutter if anything stands between this and the outer margin, and in the margin if nothing does."""
        level = [box for box in self._all if box.bottom > at.top and box.top < at.bottom]
        if self._recto:
            outer = min((box.left for box in level if box.left > own.right), default=0.0)
            column = (box.right for box in self._type if _over(box, own) and box.right < outer)
            return max(own.right, *column, 0.0) + INNER if outer else self._margin(own)
        outer = max((box.right for box in level if box.right < own.left), default=0.0)
        column = (box.left for box in self._type if _over(box, own) and box.left > outer)
        return min(own.left, *column, self._width) - INNER - BAR if outer else self._margin(own)

    def _margin(self, own: _Box) -> float:
        """Beside all type and figures, as far out as the edge allows."""
        if self._recto:
            return min(self._width - BAR_EDGE - BAR, max(box.right for box in (own, *self._all)) + OUT)
        return max(BAR_EDGE, min(box.left for box in (own, *self._all)) - PAST - BAR)


def _box(line: LineOf) -> _Box:
    return _Box(line.left, line.y - ASCENT * line.size, line.right, line.y + DESCENT * line.size)


def _over(one: _Box, other: _Box) -> bool:
    return one.left < other.right and other.left < one.right


def _inside(one: LineOf, table: _Box) -> bool:
    across = table.left - 1 < one.left and one.right < table.right + 1
    return across and table.top - 1 < one.y < table.bottom + 1


def _tables(items: Iterable[Item]) -> Iterator[_Box]:
    """What the words of each table, and of each list of contents, cover: parts of their rows stand apart."""
    for mark in _marks(items, ("Table", "TOC")):
        if found := [_box(line) for line in lines(mark.items)]:
            lefts, tops, rights, bottoms = zip(*found, strict=True)
            yield _Box(min(lefts), min(tops), max(rights), max(bottoms))


def _figures(items: Iterable[Item]) -> Iterator[_Box]:
    for mark in _marks(items, ("Figure",)):
        if mark.box is not None:
            x, y, width, height = mark.box
            yield _Box(x, y, x + width, y + height)


def _marks(items: Iterable[Item], roles: tuple[str, ...]) -> Iterator[Marked]:
    for item in items:
        if isinstance(item, Marked) and item.role in roles:
            yield item
        elif isinstance(item, Marked) or (isinstance(item, Group) and item.matrix is None):
            yield from _marks(item.items, roles)


def _joined(bars: Iterable[_Bar]) -> Iterator[_Bar]:
    """Bars that stand over one another with no room for a line between them, as one."""
    held: _Bar | None = None
    for bar in sorted(set(bars)):
        if held is not None and bar.x - held.x < HALO and bar.top - held.bottom < bar.bottom - bar.top:
            held = _Bar(held.x, held.top, max(held.bottom, bar.bottom))
            continue
        if held is not None:
            yield held
        held = bar
    if held is not None:
        yield held


def _wedge(one: Stretch) -> Iterator[Path]:
    """A stroke between the letters and a wedge below them, where words are gone."""
    foot = one.y + one.height
    yield line(one.x, one.y, one.x, foot)
    yield Path("mllz", (one.x - WING, foot + RISE, one.x + WING, foot + RISE, one.x, foot))


def _pointer(bar: _Bar, outward: float) -> Path:
    """A wedge in the margin whose tip shows the line; it stands beyond the place of a bar."""
    base = bar.x + (BAR + 1.5 + RISE if outward > 0 else -1.5 - RISE)
    y = (bar.top + bar.bottom) / 2
    return Path("mllz", (base, y - WING, base, y + WING, base - outward * RISE, y))
