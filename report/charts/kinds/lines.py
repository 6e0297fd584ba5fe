"""Lines over periods: markers, name and last value at the end of each, a break where a value is missing."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from matplotlib.patches import Circle

from report.charts.composing import Composer
from report.charts.grids import Areas, Datum, Lines, Strand
from report.charts.kinds import ends, frames
from report.charts.kinds.easel import Easel, Point, easel
from report.charts.kinds.marks import tail
from report.charts.placing import Box, crosses, free
from report.charts.plots import Drawn
from report.charts.scales import Scale
from report.charts.words import Words
from report.drawing import Stroke
from report.named import NamedTuple
from report.typeset.faces import Faces

CROWDED = 1.5
"""Diameters of a marker from point to point below which only some points have one."""


class Field(NamedTuple):
    """Where a chart over periods stands: left and right side, places of the periods, scale, room for words at the ends,
    whether an axis is drawn."""

    left: float
    right: float
    xs: tuple[float, ...]
    scale: Scale
    column: ends.Column
    axis: bool

    def point(self, index: int, value: float) -> Point:
        return self.xs[index], self.scale.at(value)

    @property
    def floor(self) -> float:
        """The height of the line at zero, or at the end nearest to it of a scale without zero."""
        return self.scale.at(min(max(self.scale.low, 0.0), self.scale.high))


def field(composer: Composer, plot: Lines | Areas, span: tuple[float, float], foot: float) -> Field:
    """The field above a foot line; words at the ends keep its right side free."""
    grid, look = plot.grid, plot.look
    axis = look.axis if look.axis and look.axis.always else None
    left = frames.gutter(composer, grid.axis, axis) if axis else 0.0
    low, high = (min(grid.axis.low, span[0]), max(grid.axis.high, span[1])) if axis else span
    wanted = [ends.End(strand.end, (0.0, 0.0)) for strand in grid.strands if strand.end]
    room = ends.widest(composer, wanted, look.end_share * plot.width)
    first = left + look.inset
    most = plot.width - first - (look.end_gap + room if wanted else look.marker)
    long = max(0.0, min(look.pitch * max(1, len(grid.names) - 1), most))
    xs = tuple(first + long * share for share in grid.shares)
    edge = first + long + look.end_gap
    column = ends.Column(edge, 1.0, plot.width - edge, foot - look.plot, foot + look.around.label_at / 2, look.end_gap)
    right = min(plot.width, first + long + max(look.inset, look.marker / 2))
    return Field(left, right, xs, Scale(low, high, foot, foot - look.tallest), column, bool(axis))


def lines(plot: Lines, faces: Faces) -> Drawn:
    """Lines, their words at the right, names of the periods below."""
    composer, look, grid = Composer(faces), plot.look, plot.grid
    key = frames.keys(composer, grid, plot.width, look.around, names=False)
    foot = key.more + look.plot
    at = field(composer, plot, (grid.axis.low if plot.cut else grid.low, grid.high), foot)
    names = frames.band(composer, grid, at.xs, plot.width, look.around)
    said = frames.notes(composer, grid.notes, plot.width)
    beside, dropped = ends.beside(composer, list(_ends(plot, at)), at.column)
    depth = foot + names.depth + frames.notes_depth(said, look.around)
    with easel(plot.width, depth, faces, composer) as on:
        ground(on, plot, at, beside)
        if grid.reference:
            frames.draw_reference(on, grid.reference, at.scale, (at.left, at.xs[-1]))
        for strand in sorted(grid.strands, key=lambda s: s.main):
            _draw_line(on, plot, at, strand)
        ends.draw(on, beside, at.column, look.leader)
        for words in dropped:
            on.refuse(words)
        write_figures(on, plot, at, frames.key_boxes(composer, key))
        frames.draw_keys(on, key, look.around)
        frames.draw_band(on, names, foot)
        frames.draw_notes(on, said, foot + names.depth, look.around)
        return on.finish()


def ground(on: Easel, plot: Lines | Areas, at: Field, beside: Sequence[ends.Beside]) -> None:
    """The axis, if there is one, and the line at zero, which ends before words at its height."""
    short = at.xs[-1] + plot.look.marker / 2
    right = min(at.right, short) if at.axis or ends.reaches(beside, at.floor) else at.right
    if at.axis and plot.look.axis:
        frames.draw_axis(on, plot.grid.axis, at.scale, (at.left, right), plot.look.axis)
    frames.draw_zero(on, at.floor, at.left, right, plot.look.zero)


def _ends(plot: Lines, at: Field) -> Iterator[ends.End]:
    for strand in plot.grid.strands:
        datum = strand.data[strand.last]
        if strand.end and datum:
            yield ends.End(strand.end, at.point(strand.last, datum.value), strand.main)


def stretches(strand: Strand) -> list[list[int]]:
    """Indices of values that follow each other without a gap."""
    found: list[list[int]] = []
    for i, _ in strand.values():
        if found and found[-1][-1] == i - 1:
            found[-1].append(i)
        else:
            found.append([i])
    return found


def _draw_line(on: Easel, plot: Lines, at: Field, strand: Strand) -> None:
    look = plot.look
    rest = look.rest_stroke if any(s.main for s in plot.grid.strands) and not strand.main else look.stroke
    points = {i: at.point(i, datum.value) for i, datum in strand.values()}
    for stretch in stretches(strand):
        if len(stretch) > 1:
            on.line([points[i] for i in stretch], Stroke(strand.colour, rest, "round", "round"))
    for i, datum in strand.values():
        tail(on, points[i], (0.0, -1.0), datum, (look.marker, look.mark))
        if i in _marked(plot, at, strand):
            spot = Circle(points[i], (look.marker - look.marker_stroke) / 2)
            fill = strand.colour if datum.main else look.marker_fill
            on.outline(spot, strand.colour, look.marker_stroke, fill)


def _marked(plot: Lines, at: Field, strand: Strand) -> set[int]:
    """Points with a marker: all, or where they would touch, the last, those that stand out and those on their own."""
    indices = [i for i, _ in strand.values()]
    close = any(b - a < CROWDED * plot.look.marker for a, b in zip(at.xs, at.xs[1:], strict=False))
    if not close:
        return set(indices)
    alone = {stretch[0] for stretch in stretches(strand) if len(stretch) == 1}
    return alone | {strand.last} | {i for i, datum in strand.values() if datum.main}


def write_figures(on: Easel, plot: Lines | Areas, at: Field, taken: Sequence[Box]) -> None:
    """Figures at points that stand out, and at all points of a line that is alone and has no axis; where these do not
    all find room, at its first, highest and lowest."""
    placed = _placed(on.composer, plot, at, (_figures(plot, at), taken))
    if any(place is None for _, place in placed):
        telling = [pair for pair in _figures(plot, at) if _tells(plot, pair)]
        placed = _placed(on.composer, plot, at, (telling, taken))
    for datum, place in placed:
        if place is not None:
            on.say(*place)
        elif datum.main:
            on.refuse(datum.said)


def _figures(plot: Lines | Areas, at: Field) -> list[tuple[int, Datum]]:
    """Which points have a figure of their own, those that stand out first; the last one has it in its words."""
    alone = len(plot.grid.strands) == 1 and not at.axis
    found = [
        (i, datum)
        for strand in plot.grid.strands
        for i, datum in strand.values()
        if (i != strand.last or not strand.end) and (alone or datum.main)
    ]
    return sorted(found, key=lambda pair: not pair[1].main)


def _tells(plot: Lines | Areas, pair: tuple[int, Datum]) -> bool:
    index, datum = pair
    values = [one.value for one in plot.grid.values()]
    return datum.main or index == 0 or datum.value in (min(values), max(values))


Place = tuple[Words, float, float]


def _placed(
    composer: Composer, plot: Lines | Areas, at: Field, crowd: tuple[Sequence[tuple[int, Datum]], Sequence[Box]]
) -> list[tuple[Datum, Place | None]]:
    """A place for each figure where it crosses no line and no other figure."""
    wanted, around = crowd
    taken = list(around)
    paths = [[at.point(i, d.value) for i, d in s.values()] for s in plot.grid.strands]
    found: list[tuple[Datum, Place | None]] = []
    for index, datum in wanted:
        place = _place(composer, plot, at, (index, datum), (paths, taken))
        if place is not None:
            taken.append(frames.box_of(composer, *place))
        found.append((datum, place))
    return found


def _place(
    composer: Composer,
    plot: Lines | Areas,
    at: Field,
    pair: tuple[int, Datum],
    crowd: tuple[Sequence[Sequence[Point]], Sequence[Box]],
) -> Place | None:
    """Above the point, or where there is no field below it."""
    paths, taken = crowd
    look, words = plot.look, pair[1].said
    point = at.point(pair[0], pair[1].value)
    off = look.marker / 2 + look.value_gap
    left = max(0.0, min(point[0] - composer.width(words) / 2, at.column.edge - composer.width(words)))
    over, under = point[1] - off, point[1] + off + composer.above(words)
    for y in (over, under) if isinstance(plot, Lines) else (over,):
        box = frames.box_of(composer, words, left, y)
        crossed = any(crosses(box, a, b) for path in paths for a, b in itertools.pairwise(path))
        inside = box.top >= 0.0 and box.bottom <= at.scale.start
        if free(box, taken) and not crossed and inside:
            return words, left, y
    return None
