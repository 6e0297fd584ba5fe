"""Dots on a line for each name, linked from the lowest to the highest, each with its figure above."""

from __future__ import annotations

from report.charts.composing import Composer
from report.charts.grids import Datum, Dots
from report.charts.kinds import frames, rows
from report.charts.kinds.easel import Easel, easel
from report.charts.kinds.marks import tail
from report.charts.placing import spread
from report.charts.plots import Drawn
from report.charts.scales import Scale
from report.charts.words import Words
from report.named import NamedTuple
from report.typeset.faces import Faces

SPACE = 0.4
"""Em between two figures over one line."""


class Row(NamedTuple):
    """The dots of a name: their places and values in the order of the series, figures above, those without a place."""

    y: float
    dots: tuple[tuple[float, Datum], ...]
    said: tuple[frames.Said, ...]
    dropped: tuple[Words, ...]


def dots(plot: Dots, faces: Faces) -> Drawn:
    """The lines, their dots, the series' names below them."""
    composer, look, grid = Composer(faces), plot.look, plot.grid
    widths = (look.label_width, look.label_most)
    names = rows.names_before(composer, grid.names, widths, look.pitch, look.around)
    scale = Scale(grid.axis.low, grid.axis.high, names.width + look.dot / 2, plot.width - look.right)
    found = [_row(composer, plot, scale, names, i) for i in range(len(grid.names))]
    key = frames.keys(composer, grid, plot.width, look.around, left=names.width)
    last = found[-1].y
    keyed = last + frames.key_foot(composer, key) if key.said else last + look.dot / 2
    said = frames.notes(composer, grid.notes, plot.width)
    depth = keyed + frames.notes_depth(said, look.around)
    with easel(plot.width, depth, faces, composer) as on:
        for row in found:
            on.line([(names.width, row.y), (plot.width - look.right, row.y)], look.row, back=True)
            _draw_row(on, plot, row)
        rows.draw_names(on, names, [row.y for row in found], look.around)
        frames.draw_keys(on, key, look.around, last)
        frames.draw_notes(on, said, keyed, look.around)
        return on.finish()


def _row(composer: Composer, plot: Dots, scale: Scale, names: rows.Names, index: int) -> Row:
    look = plot.look
    y = max(look.first, names.reach(0)) + names.pitch * index
    data = [datum for strand in plot.grid.strands if (datum := strand.data[index])]
    places = [scale.at(datum.value) for datum in data]
    wide = [composer.width(datum.said) + SPACE * datum.said.style.size for datum in data]
    middles = spread(places, wide, names.width, plot.width)
    if middles is None:
        return Row(y, tuple(zip(places, data, strict=True)), (), tuple(datum.said for datum in data))
    said = tuple(
        frames.Said(datum.said, middle - composer.width(datum.said) / 2, y - look.value_gap)
        for datum, middle in zip(data, middles, strict=True)
    )
    return Row(y, tuple(zip(places, data, strict=True)), said, ())


def _draw_row(on: Easel, plot: Dots, row: Row) -> None:
    look = plot.look
    places = [x for x, _ in row.dots]
    if len(places) > 1:
        on.line([(min(places), row.y), (max(places), row.y)], look.link)
    for x, datum in row.dots:
        on.disc((x, row.y), look.dot, datum.colour)
        tail(on, (x, row.y), (1.0, 0.0), datum, (look.dot, look.mark))
    for label in row.said:
        on.say(label.words, label.x, label.y)
    for words in row.dropped:
        on.refuse(words)
