"""Two series back to back around their names, both on one scale."""

from __future__ import annotations

from report.charts.composing import Composer
from report.charts.grids import Datum, Pyramid
from report.charts.kinds import frames
from report.charts.kinds.easel import Easel, easel
from report.charts.kinds.marks import Lane, bar, reach
from report.charts.plots import Drawn
from report.charts.scales import Scale
from report.charts.words import Words
from report.typeset.faces import Faces

THIRD = 1 / 3
"""Share of the width that names between the sides may take."""


def pyramid(plot: Pyramid, faces: Faces) -> Drawn:
    """Bars to the left and to the right with figures at their ends, names between them, series' names on top."""
    composer, look, grid = Composer(faces), plot.look, plot.grid
    gutter = _gutter(composer, plot)
    lines = [composer.lines(name, gutter, look.around.label_lines) or (name,) for name in grid.names]
    pitch = max(look.pitch, *(len(one) * one[0].style.leading for one in lines))
    key = frames.keys(composer, grid, plot.width, look.around, names=False)
    said = frames.notes(composer, grid.notes, plot.width)
    left, right = _scales(composer, plot, gutter)
    down = _under_unit(composer, plot, left, key)
    first = look.first + down
    last = first + pitch * (len(lines) - 1) + look.thick
    with easel(plot.width, last + frames.notes_depth(said, look.around), faces, composer) as on:
        frames.draw_keys(on, key, look.around)
        for strand, scale in zip(grid.strands, (left, right), strict=True):
            _draw_side(on, plot, scale, (first, pitch), strand.data)
            _name_side(on, plot, scale, strand.name, down)
        for i, one in enumerate(lines):
            _name_row(on, gutter, one, first + pitch * i + look.thick / 2)
        frames.draw_notes(on, said, last, look.around)
        return on.finish()


def _gutter(composer: Composer, plot: Pyramid) -> float:
    """The room for names between the sides: the theme's, or as much as they need up to its limit."""
    look = plot.look
    return max(
        look.gutter,
        min(look.gutter_most, plot.width * THIRD, composer.widest(plot.grid.names) + 2 * look.around.label_gap),
    )


def _scales(composer: Composer, plot: Pyramid, gutter: float) -> tuple[Scale, Scale]:
    """One scale to the left and one to the right; bars are shorter where figures need the room."""
    look = plot.look
    half = (plot.width - gutter) / 2
    over = any(datum.approx == "over" for datum in plot.grid.values())
    mark = look.mark.gap + look.mark.length if over else 0.0
    room = composer.widest(datum.said for datum in plot.grid.values()) + look.value_gap + mark
    long = max(1.0, min(look.longest, half - room))
    high = plot.grid.high or 1.0
    return Scale(0.0, high, half, half - long), Scale(0.0, high, half + gutter, half + gutter + long)


def _under_unit(composer: Composer, plot: Pyramid, left: Scale, key: frames.Key) -> float:
    """How far all is moved down, so that the left series' name does not stand in the unit."""
    unit, name = plot.grid.unit, plot.grid.strands[0].name
    needed = composer.width(unit) + composer.width(name) + plot.look.around.label_gap
    return name.style.leading if key.said and needed > left.start else 0.0


def _draw_side(
    on: Easel, plot: Pyramid, scale: Scale, rows: tuple[float, float], data: tuple[Datum | None, ...]
) -> None:
    look, (first, pitch) = plot.look, rows
    field = on.rows(scale)
    for i, datum in enumerate(data):
        if datum is None:
            continue
        top = first + pitch * i
        lane = Lane(field, scale, top, top + look.thick, False)
        bar(on, lane, datum, look.mark)
        end = reach(lane, datum, look.mark)
        y = top + look.thick / 2 + on.middle(datum.said)
        wide = on.measure(datum.said)
        x = end + look.value_gap if scale.end > scale.start else end - look.value_gap - wide
        on.write(datum.said, x, y, on.width - x)


def _name_side(on: Easel, plot: Pyramid, scale: Scale, name: Words, down: float) -> None:
    """The series' name over the foot of its bars."""
    wide = on.measure(name)
    rightward = scale.end > scale.start
    x = scale.start if rightward else max(0.0, scale.start - wide)
    on.write(name, x, plot.look.around.names_at + down, (on.width if rightward else scale.start) - x)


def _name_row(on: Easel, gutter: float, lines: tuple[Words, ...], middle: float) -> None:
    leading = lines[0].style.leading
    first = middle + on.middle(lines[0]) - (len(lines) - 1) * leading / 2
    for i, words in enumerate(lines):
        x = (on.width - on.measure(words)) / 2
        on.write(words, x, first + i * leading, gutter)
