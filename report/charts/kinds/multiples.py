"""Small charts of upright bars side by side, one for each series, all on one scale."""

from __future__ import annotations

from collections.abc import Iterator

from report.charts.composing import TOLERANCE, Composer
from report.charts.grids import Datum, Multiples, Strand
from report.charts.kinds import frames
from report.charts.kinds.easel import Easel, Point, easel
from report.charts.kinds.marks import Lane, bar, reach
from report.charts.placing import Box, free
from report.charts.plots import Drawn
from report.charts.scales import Scale
from report.charts.words import Words
from report.named import NamedTuple
from report.problem import problem
from report.typeset.faces import Faces


class Panels(NamedTuple):
    """Where the small charts stand: how many in a row, the first one's top, distance down, names in lines, how much
    deeper than one line they are, room for figures under a bar that hangs, what stands above all."""

    across: int
    top: float
    down: float
    names: tuple[tuple[Words, ...], ...]
    more: float
    below: float
    taken: tuple[Box, ...] = ()

    def corner(self, index: int, pitch: float) -> Point:
        row, column = divmod(index, self.across)
        return pitch * column, self.top + self.down * row


def multiples(plot: Multiples, faces: Faces) -> Drawn:
    """The small charts in rows, each with its name on top."""
    composer, look, grid = Composer(faces), plot.look, plot.grid
    key = frames.keys(composer, grid, plot.width, look.around, names=False)
    panels = _panels(composer, plot, frames.key_foot(composer, key))
    last = panels.corner(len(grid.strands) - 1, look.pitch[0])[1]
    foot = last + panels.more + look.base_at + panels.below
    said = frames.notes(composer, grid.notes, plot.width)
    with easel(plot.width, foot + look.zero.width + frames.notes_depth(said, look.around), faces, composer) as on:
        for i, strand in enumerate(grid.strands):
            _draw_panel(on, plot, strand, panels._replace(taken=tuple(frames.key_boxes(composer, key))), i)
        frames.draw_keys(on, key, look.around)
        frames.draw_notes(on, said, foot, look.around)
        if look.panel / len(grid.names) * look.share < look.zero.width:
            on.renderer.problems.append(problem("bars-too-thin", grid.names[0].place, count=len(grid.names)))
        return on.finish()


def _panels(composer: Composer, plot: Multiples, head: float) -> Panels:
    look, strands = plot.look, plot.grid.strands
    across = max(1, min(look.across, 1 + int((plot.width - look.panel + TOLERANCE) // look.pitch[0])))
    room = min(look.panel, plot.width)
    names = tuple(composer.lines(s.name, room, look.around.label_lines) or (s.name,) for s in strands)
    more = max((len(lines) - 1) * lines[0].style.leading for lines in names)
    hanging = [datum for s in strands for _, datum in s.values() if datum.main and datum.value < 0]
    below = max((look.value_gap + datum.said.style.size for datum in hanging), default=0.0)
    top = head + look.around.label_gap if head else 0.0
    return Panels(across, top, look.pitch[1] + more + below, names, more, below)


def _draw_panel(on: Easel, plot: Multiples, strand: Strand, panels: Panels, index: int) -> None:
    """One series: its name, its bars, the line at zero, the figure of the bar that stands out."""
    look, grid = plot.look, plot.grid
    left, top = panels.corner(index, look.pitch[0])
    base = top + panels.more + look.base_at
    scale = Scale(grid.low, grid.high or (0.0 if grid.low else 1.0), base, base - look.tallest)
    field = on.columns(scale)
    pitch = min(look.bar / look.share, look.panel / len(grid.names))
    lanes = {i: Lane(field, scale, left + pitch * i, left + pitch * (i + look.share), True) for i, _ in strand.values()}
    for i, datum in strand.values():
        bar(on, lanes[i], datum, look.mark)
    zero = scale.at(0.0)
    on.line([(left, zero), (left + pitch * (len(grid.names) - 1 + look.share), zero)], look.zero)
    taken = list(panels.taken)
    taken += [lanes[i].box(zero, reach(lanes[i], datum, look.mark)) for i, datum in strand.values()]
    for k, words in enumerate(panels.names[index]):
        y = top + look.name_at + k * words.style.leading
        on.write(words, left, y, look.panel)
        taken.append(frames.box_of(on.composer, words, left, y))
    _write_figures(on, plot, (strand, top), lanes, taken)


def _write_figures(
    on: Easel, plot: Multiples, panel: tuple[Strand, float], lanes: dict[int, Lane], taken: list[Box]
) -> None:
    """The figure of the bar that stands out, inside its panel and on nothing else."""
    strand, top = panel
    for i, datum in strand.values():
        if not datum.main:
            continue
        places = _places(on, plot, lanes[i], datum, taken)
        boxes = (frames.box_of(on.composer, datum.said, x, y) for x, y in places)
        found = next((box for box in boxes if free(box, taken) and box.right <= on.width and box.top >= top), None)
        if found is None:
            on.refuse(datum.said)
        else:
            on.say(datum.said, found.left, found.bottom - on.composer.below(datum.said))


def _places(on: Easel, plot: Multiples, lane: Lane, datum: Datum, taken: list[Box]) -> Iterator[Point]:
    """Beyond the end of its bar, to the right of it, over the bars beside it."""
    words, look = datum.said, plot.look
    wide, end = on.measure(words), reach(lane, datum, look.mark)
    left = max(0.0, min((lane.low + lane.high - wide) / 2, on.width - wide))
    y = end - look.value_gap if datum.value >= 0 else end + look.value_gap + on.composer.above(words)
    yield left, y
    yield lane.high + look.value_gap, end + on.composer.above(words)
    beside = [box.top for box in taken if box.left < left + wide and left < box.right]
    yield left, min(beside, default=y) - look.value_gap
