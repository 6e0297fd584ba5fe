"""Horizontal bars in parts that add up: white gaps between them, figures inside, series named above the first bar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.charts.composing import TOLERANCE, Composer
from report.charts.grids import Datum, Stacks
from report.charts.kinds import frames, rows
from report.charts.kinds.easel import Easel, easel
from report.charts.placing import Box, spread
from report.charts.plots import Drawn
from report.charts.scales import Scale
from report.charts.words import Words
from report.drawing import Stroke
from report.named import NamedTuple
from report.record import replace
from report.typeset.faces import Faces

THIRD = 3
"""A part gives at most a third of its length to the gaps beside it."""
SPACE = 0.5
"""Em between two figures below a bar."""


class Part(NamedTuple):
    """A part of a bar: its value, its left and right end, the row and the series it belongs to."""

    datum: Datum
    start: float
    end: float
    row: int
    strand: int


class Below(NamedTuple):
    """A figure that stands below its part: its left end, and the middle of the part."""

    words: Words
    x: float
    part: Part


class Plan(NamedTuple):
    """Where everything stands: names, scale, parts, figures inside and below, what has no place, tops of the rows."""

    names: rows.Names
    scale: Scale
    parts: tuple[Part, ...]
    inside: tuple[frames.Said, ...]
    below: tuple[Below, ...]
    dropped: tuple[Words, ...]
    tops: tuple[float, ...]


def stacks(plot: Stacks, faces: Faces) -> Drawn:
    """The bars with their parts, the totals' marks of honesty at their ends."""
    composer, look, grid = Composer(faces), plot.look, plot.grid
    parts_at = _parts(composer, plot)
    direct = _direct(composer, plot, parts_at)
    key = frames.keys(composer, grid, plot.width, look.around, names=direct is None, left=parts_at.names.width)
    plan = _plan(composer, plot, parts_at, key.more)
    lowest = plan.tops[-1] + look.thick
    if any(one.part.row == len(plan.tops) - 1 for one in plan.below):
        lowest += look.below_at + composer.below(plan.below[0].words)
    said = frames.notes(composer, grid.notes, plot.width)
    depth = lowest + frames.notes_depth(said, look.around)
    with easel(plot.width, depth, faces, composer) as on:
        _draw_parts(on, plot, plan)
        _draw_ends(on, plot, plan)
        _write_figures(on, plot, plan)
        rows.draw_names(on, plan.names, [top + look.thick / 2 for top in plan.tops], look.around)
        frames.draw_keys(on, key, look.around)
        for label in direct or ():
            on.say(label.words, label.x, label.y)
        frames.draw_notes(on, said, lowest, look.around)
        return on.finish()


class _Across(NamedTuple):
    """What is known before the rows have their place."""

    names: rows.Names
    scale: Scale
    parts: tuple[Part, ...]


def _parts(composer: Composer, plot: Stacks) -> _Across:
    grid, look = plot.grid, plot.look
    widths = (look.label_width, look.label_most)
    names = rows.names_before(composer, grid.names, widths, look.pitch, look.around)
    over = any(datum.approx == "over" for datum in grid.values())
    room = look.mark.gap + look.mark.length if over else 0.0
    totals = [sum(datum.value for s in grid.strands if (datum := s.data[i])) for i in range(len(grid.names))]
    scale = Scale(0.0, max(totals, default=0.0) or 1.0, names.width, plot.width - room)
    return _Across(names, scale, tuple(_each_part(plot, scale)))


def _each_part(plot: Stacks, scale: Scale) -> Iterator[Part]:
    for row in range(len(plot.grid.names)):
        total = 0.0
        for k, strand in enumerate(plot.grid.strands):
            datum = strand.data[row]
            if datum:
                yield Part(datum, scale.at(total), scale.at(total + datum.value), row, k)
                total += datum.value


def _plan(composer: Composer, plot: Stacks, across: _Across, more: float) -> Plan:
    look = plot.look
    small = [part for part in across.parts if not _fits(composer, plot, part)]
    below, dropped = _below(composer, plot, small, across.scale)
    pitch = across.names.pitch
    if below:
        pitch = max(pitch, look.thick + look.below_at + max(b.words.style.size for b in below) / 2)
    count = len(plot.grid.names)
    first = more + max(look.first, across.names.reach(0) - look.thick / 2 + look.around.names_at)
    tops = tuple(first + i * pitch for i in range(count))
    inside = tuple(
        frames.Said(p.datum.said, p.start + look.inset, tops[p.row] + look.thick / 2 + composer.middle(p.datum.said))
        for p in across.parts
        if _fits(composer, plot, p)
    )
    return Plan(across.names, across.scale, across.parts, inside, below, dropped, tops)


def _fits(composer: Composer, plot: Stacks, part: Part) -> bool:
    return composer.width(part.datum.said) + 2 * plot.look.inset <= part.end - part.start + TOLERANCE


def _below(
    composer: Composer, plot: Stacks, small: Sequence[Part], scale: Scale
) -> tuple[tuple[Below, ...], tuple[Words, ...]]:
    """Figures of parts that are too small for them, below the bar and beside each other."""
    found: list[Below] = []
    dropped: list[Words] = []
    for row in range(len(plot.grid.names)):
        parts = [part for part in small if part.row == row and part.datum.said.text]
        words = [_dark(part.datum.said, plot) for part in parts]
        sizes = [composer.width(one) + SPACE * one.style.size for one in words]
        wanted = [(part.start + part.end) / 2 for part in parts]
        middles = spread(wanted, sizes, scale.start, plot.width)
        if middles is None:
            dropped += words
            continue
        for part, one, middle in zip(parts, words, middles, strict=True):
            found.append(Below(one, middle - composer.width(one) / 2, part))
    return tuple(found), tuple(dropped)


def _dark(words: Words, plot: Stacks) -> Words:
    """The figure in the colour of the names: below its part it stands on paper."""
    colour = plot.grid.names[0].style.colour
    return Words(words.spans, replace(words.style, colour=colour))


def _direct(composer: Composer, plot: Stacks, across: _Across) -> tuple[frames.Said, ...] | None:
    """Series' names above the parts of the first bar; None where one would stand too far off."""
    look, grid = plot.look, plot.grid
    firsts = {part.strand: part for part in across.parts if part.row == 0}
    named = [(i, strand.name) for i, strand in enumerate(grid.strands) if strand.name.text]
    if not named:
        return ()
    if any(i not in firsts for i, _ in named):
        return None
    unit = composer.width(grid.unit) + look.around.names_gap if grid.unit.text else 0.0
    wide = [composer.width(name) for _, name in named]
    wanted = [firsts[i].start + w / 2 for (i, _), w in zip(named, wide, strict=True)]
    sizes = [w + look.around.names_gap for w in wide]
    low, high = max(across.scale.start, unit) - look.around.names_gap / 2, plot.width + look.around.names_gap / 2
    middles = spread(wanted, sizes, low, high)
    if middles is None or any(abs(a - b) > look.off for a, b in zip(wanted, middles, strict=True)):
        return None
    y = look.around.names_at
    return tuple(frames.Said(name, m - w / 2, y) for (_, name), m, w in zip(named, middles, wide, strict=True))


def _draw_parts(on: Easel, plot: Stacks, plan: Plan) -> None:
    """Parts with a white gap around their boundary; the two outer ends of a bar are where its value says."""
    field = on.rows(plan.scale)
    for k, part in enumerate(plan.parts):
        first = k == 0 or plan.parts[k - 1].row != part.row
        last = k + 1 == len(plan.parts) or plan.parts[k + 1].row != part.row
        long = part.end - part.start
        half = min(plot.look.gap, long / THIRD) / 2
        start, end = part.start + (0.0 if first else half), part.end - (0.0 if last else half)
        if long <= 0:
            continue
        unit = (plan.scale.high - plan.scale.low) / (plan.scale.end - plan.scale.start)
        corner = (start - plan.scale.start) * unit, plan.tops[part.row]
        field.bar(corner, ((end - start) * unit, plot.look.thick), part.datum.colour)


def _draw_ends(on: Easel, plot: Stacks, plan: Plan) -> None:
    """余: a bar one of whose parts is more than said is itself more than it shows."""
    look = plot.look
    for row, top in enumerate(plan.tops):
        parts = [part for part in plan.parts if part.row == row]
        if any(part.datum.approx == "over" for part in parts):
            start = parts[-1].end + look.mark.gap
            on.box(Box(start, top, start + look.mark.length, top + look.thick), parts[-1].datum.pale)


def _write_figures(on: Easel, plot: Stacks, plan: Plan) -> None:
    look = plot.look
    for label in plan.inside:
        on.say(label.words, label.x, label.y)
    for words, x, part in plan.below:
        foot = plan.tops[part.row] + look.thick
        middle, at = (part.start + part.end) / 2, x + on.measure(words) / 2
        on.say(words, x, foot + look.below_at)
        if abs(middle - at) > words.style.size / 2:
            lead = foot + look.below_at - on.composer.above(words)
            on.line([(middle, foot), (at, max(lead, foot))], Stroke(look.leader.colour, look.leader.width))
    for words in plan.dropped:
        on.refuse(words)
