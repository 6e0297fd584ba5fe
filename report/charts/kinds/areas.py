"""Areas over periods from zero: one under its line, or several one on the other, named at their right end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.charts.composing import Composer
from report.charts.grids import Areas, Strand
from report.charts.kinds import ends, frames
from report.charts.kinds.easel import Easel, easel
from report.charts.kinds.lines import Field, field, ground, write_figures
from report.charts.plots import Drawn
from report.drawing import Stroke
from report.typeset.faces import Faces


def areas(plot: Areas, faces: Faces) -> Drawn:
    """The fields, their words at the right, names of the periods below."""
    composer, look, grid = Composer(faces), plot.look, plot.grid
    key = frames.keys(composer, grid, plot.width, look.around, names=False)
    foot = key.more + look.plot
    levels = _levels(grid.strands)
    tops = [v for level in levels[1:] for v in level if v is not None]
    at = field(composer, plot, (min(0.0, *tops, 0.0), max(0.0, *tops, 0.0)), foot)
    names = frames.band(composer, grid, at.xs, plot.width, look.around)
    said = frames.notes(composer, grid.notes, plot.width)
    beside, dropped = ends.beside(composer, list(_ends(plot, at, levels)), at.column)
    depth = foot + names.depth + frames.notes_depth(said, look.around)
    with easel(plot.width, depth, faces, composer) as on:
        ground(on, plot, at, beside)
        for strand, lower, upper in zip(grid.strands, levels, levels[1:], strict=False):
            _draw(on, plot, at, strand, (lower, upper))
        if len(grid.strands) == 1:
            write_figures(on, plot, at, frames.key_boxes(composer, key))
        ends.draw(on, beside, at.column, look.leader)
        for words in dropped:
            on.refuse(words)
        frames.draw_keys(on, key, look.around)
        frames.draw_band(on, names, foot)
        frames.draw_notes(on, said, foot + names.depth, look.around)
        return on.finish()


Level = list[float | None]


def _levels(strands: Sequence[Strand]) -> list[Level]:
    """Zero, then the upper edge of each field; no field stands on one that has a gap."""
    count = len(strands[0].data)
    whole = [all(strand.data[i] for strand in strands) for i in range(count)]
    levels: list[Level] = [[0.0 if whole[i] else None for i in range(count)]]
    for strand in strands:
        below = levels[-1]
        levels.append([_sum(below[i], strand, i) for i in range(count)])
    return levels


def _sum(below: float | None, strand: Strand, index: int) -> float | None:
    datum = strand.data[index]
    return None if below is None or datum is None else below + datum.value


def _ends(plot: Areas, at: Field, levels: Sequence[Level]) -> Iterator[ends.End]:
    """Words in the middle of a field's end, or at the end of the only line."""
    alone = len(plot.grid.strands) == 1
    for strand, lower, upper in zip(plot.grid.strands, levels, levels[1:], strict=False):
        last = max((i for i, v in enumerate(upper) if v is not None), default=None)
        if strand.end and last is not None:
            low, high = lower[last], upper[last]
            assert low is not None
            assert high is not None
            yield ends.End(strand.end, at.point(last, high if alone else (low + high) / 2), strand.main)


def _draw(on: Easel, plot: Areas, at: Field, strand: Strand, edges: tuple[Level, Level]) -> None:
    """A field in as many parts as gaps leave, with the line of its upper edge; a period on its own is an upright."""
    lower, upper = edges
    alone = len(plot.grid.strands) == 1
    datum = strand.data[strand.last]
    assert datum is not None
    for part in _parts(upper):
        over = [at.point(i, v) for i in part if (v := upper[i]) is not None]
        under = [at.point(i, v) for i in reversed(part) if (v := lower[i]) is not None]
        if len(over) > 1:
            on.area([*over, *under], datum.pale if alone else strand.colour)
            on.line(over, Stroke(strand.colour if alone else plot.look.marker_fill, plot.look.stroke, "butt", "round"))
        else:
            on.line([*over, *under], Stroke(strand.colour, plot.look.stroke))


def _parts(level: Level) -> list[list[int]]:
    found: list[list[int]] = []
    for i, value in enumerate(level):
        if value is None:
            continue
        if found and found[-1][-1] == i - 1:
            found[-1].append(i)
        else:
            found.append([i])
    return found
