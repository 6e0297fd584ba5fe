"""A line for each series from one period to another: name and first value on the left, last value on the right."""

from __future__ import annotations

from report.charts.composing import Composer
from report.charts.grids import Slopes, Strand
from report.charts.kinds import ends, frames
from report.charts.kinds.easel import Easel, Point, easel
from report.charts.kinds.marks import tail
from report.charts.plots import Drawn
from report.charts.scales import Scale
from report.drawing import Stroke
from report.typeset.faces import Faces


def slopes(plot: Slopes, faces: Faces) -> Drawn:
    """Two uprights, the lines between them, words on both sides, the periods below."""
    composer, look, grid = Composer(faces), plot.look, plot.grid
    key = frames.keys(composer, grid, plot.width, look.around, names=False)
    top = frames.key_foot(composer, key) + grid.names[0].style.size / 2
    foot = top + look.plot
    low = grid.axis.low if plot.cut else grid.low
    scale = Scale(low, grid.high, foot, top)
    sides = _uprights(composer, plot)
    left, right = _columns(plot, sides, (top, foot))
    names = frames.band(composer, grid, list(sides), plot.width, look.around)
    said = frames.notes(composer, grid.notes, plot.width)
    before, lost = ends.beside(composer, _words(plot, scale, sides, last=False), left)
    after, missed = ends.beside(composer, _words(plot, scale, sides, last=True), right)
    with easel(plot.width, foot + names.depth + frames.notes_depth(said, look.around), faces, composer) as on:
        for x in sides:
            on.line([(x, top), (x, foot)], look.upright, back=True)
        for strand in sorted(grid.strands, key=lambda s: s.main):
            _draw(on, plot, scale, sides, strand)
        ends.draw(on, before, left, look.leader)
        ends.draw(on, after, right, look.leader)
        for words in (*lost, *missed):
            on.refuse(words)
        frames.draw_keys(on, key, look.around)
        frames.draw_band(on, names, foot)
        frames.draw_notes(on, said, foot + names.depth, look.around)
        return on.finish()


def _uprights(composer: Composer, plot: Slopes) -> Point:
    """Where the uprights stand: as the theme says, or nearer to the edges where words and width want it."""
    look = plot.look
    starts = [ends.End(strand.start, (0.0, 0.0)) for strand in plot.grid.strands if strand.start]
    finishes = [ends.End(strand.end, (0.0, 0.0)) for strand in plot.grid.strands if strand.end]
    least = look.value_gap + ends.widest(composer, starts, look.side * plot.width)
    most = plot.width - look.value_gap - ends.widest(composer, finishes, look.side * plot.width)
    first, second = look.at_uprights
    return (first, second) if second <= most else (min(first, max(least, 0.0)), most)


def _columns(plot: Slopes, sides: Point, heights: tuple[float, float]) -> tuple[ends.Column, ends.Column]:
    """Where words may stand left of the first upright and right of the second."""
    gap, half = plot.look.value_gap, plot.grid.names[0].style.size / 2
    top, foot = heights[0] - half, heights[1] + half
    first, second = sides[0] - gap, sides[1] + gap
    return ends.Column(first, -1.0, first, top, foot, gap), ends.Column(
        second, 1.0, plot.width - second, top, foot, gap
    )


def _points(scale: Scale, sides: Point, strand: Strand) -> tuple[Point, Point]:
    first, last = (datum.value if datum else 0.0 for datum in strand.data)
    return (sides[0], scale.at(first)), (sides[1], scale.at(last))


def _words(plot: Slopes, scale: Scale, sides: Point, *, last: bool) -> list[ends.End]:
    """The words of each series at its first or last value."""
    said = [(strand.end if last else strand.start, strand) for strand in plot.grid.strands]
    return [ends.End(words, _points(scale, sides, strand)[last], strand.main) for words, strand in said if words]


def _draw(on: Easel, plot: Slopes, scale: Scale, sides: Point, strand: Strand) -> None:
    """The line with its dots; what stands out has the heavy line."""
    look = plot.look
    points = _points(scale, sides, strand)
    on.line(points, Stroke(strand.colour, look.stroke if strand.main else look.rest_stroke))
    for point, datum in zip(points, strand.data, strict=True):
        on.disc(point, look.dot, strand.colour)
        if datum:
            tail(on, point, (0.0, -1.0), datum, (look.dot, look.mark))
