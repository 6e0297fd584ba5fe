"""What stands around a plot: names of series above it, numbers of its axis beside it, names and notes below it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from report.charts.composing import TOLERANCE, Composer
from report.charts.grids import Grid, Reference
from report.charts.kinds.easel import Easel
from report.charts.looks import AxisLook, FootLook
from report.charts.placing import Box, apart, thinned
from report.charts.scales import Axis, Scale
from report.charts.words import Words
from report.colour import Colour
from report.drawing import Stroke
from report.named import NamedTuple
from report.problem import problem
from report.typeset import Span

SPACE = 0.1
"""Em between two upright names."""
OVER = 0.35
"""Em between the line of a reference and the words over it."""


class Said(NamedTuple):
    """A label on its place: the left end of its baseline; upright ones have their axis and their top."""

    words: Words
    x: float
    y: float
    upright: bool = False


def box_of(composer: Composer, words: Words, x: float, y: float) -> Box:
    """The em box of a label whose baseline starts at a place."""
    return Box(x, y - composer.above(words), x + composer.width(words), y + composer.below(words))


class Key(NamedTuple):
    """Names of series in rows above a plot: labels, dots (centre and colour), and how much deeper than one row."""

    said: tuple[Said, ...]
    dots: tuple[tuple[float, float, Colour], ...]
    more: float


def keys(composer: Composer, grid: Grid, width: float, look: FootLook, *, names: bool = True, left: float = 0.0) -> Key:
    """The unit, then each series' name after a dot of its colour, in as many rows as they need, from the left."""
    strands = [strand for strand in grid.strands if strand.name.text] if names else []
    said: list[Said] = []
    dots: list[tuple[float, float, Colour]] = []
    x, y = left, look.names_at
    if grid.unit.text:
        said.append(Said(grid.unit, 0.0, y))
        x = max(left, composer.width(grid.unit) + look.names_gap)
    start = x
    for strand in strands:
        long = look.key * 1.5 + composer.width(strand.name)
        if x > start and x + long > width + TOLERANCE:
            x, y = start, y + strand.name.style.leading
        dots.append((x + look.key / 2, y - composer.middle(strand.name), strand.colour))
        said.append(Said(strand.name, x + look.key * 1.5, y))
        x += long + look.names_gap
    return Key(tuple(said), tuple(dots), y - look.names_at)


def key_boxes(composer: Composer, key: Key) -> list[Box]:
    """The boxes of the row of names."""
    return [box_of(composer, label.words, label.x, label.y) for label in key.said]


def key_foot(composer: Composer, key: Key) -> float:
    """The lower edge of the row of names; 0 where there is none."""
    return max((label.y + composer.below(label.words) for label in key.said), default=0.0)


def draw_keys(on: Easel, key: Key, look: FootLook, down: float = 0.0) -> None:
    """The rows of names, moved down."""
    for words, x, y, _ in key.said:
        on.write(words, x, y + down, on.width - x)
    for x, y, colour in key.dots:
        on.disc((x, y + down), look.key, colour)


class Band(NamedTuple):
    """Names below a plot, their baselines from its lowest line, how deep they reach, and those that found no place."""

    said: tuple[Said, ...]
    depth: float
    dropped: tuple[Words, ...] = ()


def band(composer: Composer, grid: Grid, middles: Sequence[float], width: float, look: FootLook) -> Band:
    """Names centred below their places: in one line, then every k-th of a sequence, or in lines, or upright.

    Names that cannot stand in any of these ways are dropped, the first of them named in a problem.
    """
    names = grid.names
    slots = _slots(middles, width)
    rooms = [slot - look.label_gap for slot in slots]
    if all(composer.width(name) <= room + TOLERANCE for name, room in zip(names, rooms, strict=True)):
        single = _in_lines(composer, [(name,) for name in names], middles, width, look)
        if apart(_boxes(composer, single.said, look)):
            return single
    if grid.ordered:
        every = _in_lines(composer, [(name,) for name in names], middles, width, look)
        kept = thinned(_boxes(composer, every.said, look), even=_even(grid.shares))
        return every._replace(said=tuple(every.said[i] for i in kept))
    broken = [composer.lines(name, room, look.label_lines) for name, room in zip(names, rooms, strict=True)]
    if all(broken):
        wrapped = _in_lines(composer, [lines for lines in broken if lines], middles, width, look)
        if apart(_boxes(composer, wrapped.said, look)):
            return wrapped
    return _upright(composer, names, middles, width, look)


def _even(shares: Sequence[float]) -> bool:
    """Whether periods stand at equal distances."""
    gaps = [b - a for a, b in itertools.pairwise(shares)]
    return max(gaps, default=0.0) - min(gaps, default=0.0) < 1e-9


def _slots(middles: Sequence[float], width: float) -> list[float]:
    """The room of each name: to half-way of its neighbours, and as much on the other side."""
    if len(middles) < 2:
        return [width for _ in middles]
    gaps = [b - a for a, b in itertools.pairwise(middles)]
    sides = zip([gaps[0], *gaps], [*gaps, gaps[-1]], strict=True)
    return [min(a, b) for a, b in sides]


def _boxes(composer: Composer, said: Sequence[Said], look: FootLook) -> list[Box]:
    """The boxes of labels, with the least space on their right."""
    boxes = [box_of(composer, words, x, y) for words, x, y, _ in said]
    return [box._replace(right=box.right + look.label_gap) for box in boxes]


def _held(middle: float, wide: float, width: float) -> float:
    """The left end of a centred label that stays inside the chart where it can."""
    return max(0.0, min(middle - wide / 2, width - wide))


def _in_lines(
    composer: Composer, names: Sequence[Sequence[Words]], middles: Sequence[float], width: float, look: FootLook
) -> Band:
    said = []
    depth = 0.0
    for lines, middle in zip(names, middles, strict=True):
        for i, line in enumerate(lines):
            y = look.label_at + i * line.style.leading
            said.append(Said(line, _held(middle, composer.width(line), width), y))
            depth = max(depth, y)
    return Band(tuple(said), depth)


def _upright(
    composer: Composer, names: Sequence[Words], middles: Sequence[float], width: float, look: FootLook
) -> Band:
    """Columns of characters where they do not touch; else as many as have room."""
    half = max(name.style.size for name in names) / 2
    top = look.label_at - composer.above(names[0])
    places = [max(half, min(middle, width - half)) for middle in middles]
    kept = thinned([Box(x - half, 0.0, x + half * (1 + SPACE), 1.0) for x in places])
    said = tuple(Said(names[i], places[i], top, upright=True) for i in kept)
    heights = [_height(composer, names[i]) for i in kept]
    dropped = tuple(name for i, name in enumerate(names) if i not in kept)
    return Band(said, top + max(heights), dropped)


def _height(composer: Composer, words: Words) -> float:
    return composer.width(words) if words.has_math else composer.upright(words)[1]


def draw_band(on: Easel, found: Band, base: float) -> None:
    """The names of a band below a line."""
    for words, x, y, upright in found.said:
        if upright:
            on.say_upright(words, x, base + y)
        else:
            on.write(words, x, base + y, on.width - x)
    if found.dropped:
        first = found.dropped[0]
        on.renderer.problems.append(problem("labels-too-dense", first.place, text=first.text, count=len(found.dropped)))


def notes(composer: Composer, given: Sequence[Words], width: float) -> tuple[Words, ...]:
    """Notes in lines of a width."""
    return tuple(line for words in given for line in composer.lines(words, width, len(words.text)) or (words,))


def notes_depth(lines: Sequence[Words], look: FootLook) -> float:
    """How much deeper a chart is with its notes."""
    return look.note_at + (len(lines) - 1) * lines[0].style.leading if lines else 0.0


def draw_notes(on: Easel, lines: Sequence[Words], above: float, look: FootLook) -> None:
    """Notes under what ends at a depth."""
    for i, words in enumerate(lines):
        on.write(words, 0.0, above + look.note_at + i * words.style.leading, on.width)


def gutter(composer: Composer, axis: Axis, look: AxisLook) -> float:
    """The room of an axis's numbers with their distance from the plot."""
    return max(look.width, composer.widest(numbers(axis, look)) + look.gap)


def numbers(axis: Axis, look: AxisLook) -> tuple[Words, ...]:
    """The numbers of an axis as labels."""
    return tuple(Words((Span(text),), look.style) for text in axis.texts)


def draw_axis(on: Easel, axis: Axis, scale: Scale, sides: tuple[float, float], look: AxisLook) -> None:
    """Numbers right-aligned before the plot, and a line across it at each but zero."""
    left, right = sides
    for value, words in zip(axis.ticks, numbers(axis, look), strict=True):
        y = scale.at(value)
        on.say(words, left - look.gap - on.measure(words), y + on.middle(words))
        if value != 0:
            on.line([(left, y), (right, y)], look.grid, back=True)


def draw_zero(on: Easel, y: float, left: float, right: float, stroke: Stroke) -> None:
    on.line([(left, y), (right, y)], stroke)


def draw_reference(on: Easel, given: Reference, scale: Scale, sides: tuple[float, float]) -> None:
    """A line at the height of a reference, its words over its right end."""
    left, right = sides
    y = scale.at(given.value)
    on.line([(left, y), (right, y)], given.stroke)
    x = right - on.measure(given.said)
    on.write(given.said, x, y - OVER * given.said.style.size, on.width - x)
