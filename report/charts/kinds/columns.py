"""Upright bars from zero: one or several for each name, with figures, or with an axis where these are too many."""

from __future__ import annotations

from collections.abc import Iterator

from report.charts.composing import Composer
from report.charts.grids import Columns, Datum
from report.charts.kinds import frames
from report.charts.kinds.easel import Easel, easel
from report.charts.kinds.marks import Lane, bar, reach
from report.charts.placing import Box, apart, free
from report.charts.plots import Drawn
from report.charts.scales import Scale
from report.named import NamedTuple
from report.problem import problem
from report.typeset.faces import Faces

FILLED = 0.8
"""Share of the distance from group to group that bars may take."""


class Stake(NamedTuple):
    """One bar: its value, its left and right side, the series and the name it belongs to."""

    datum: Datum
    low: float
    high: float
    strand: int
    name: int


class Plan(NamedTuple):
    """Where everything stands: the plot's left side, whether it has an axis, its scale, bars, figures that are said."""

    left: float
    axis: bool
    scale: Scale
    stakes: tuple[Stake, ...]
    said: tuple[frames.Said, ...]
    dropped: tuple[Datum, ...]


def columns(plot: Columns, faces: Faces) -> Drawn:
    """Bars, figures at their ends, names below; the axis appears where the theme wants it or figures have no room."""
    composer, look, grid = Composer(faces), plot.look, plot.grid
    key = frames.keys(composer, grid, plot.width, look.around)
    foot = key.more + look.plot
    plan = _plan(composer, plot, foot)
    lack = frames.key_foot(composer, key) - _top(composer, plot, plan)
    if lack > 0:
        foot += lack
        plan = _plan(composer, plot, foot)
    names = frames.band(composer, grid, _middles(plot, plan.left), plot.width, look.around)
    said = frames.notes(composer, grid.notes, plot.width)
    right = plan.left + _pitch(plot, plan.left) * len(grid.names)
    depth = foot + names.depth + frames.notes_depth(said, look.around)
    with easel(plot.width, depth, faces, composer) as on:
        if plan.axis and look.axis:
            frames.draw_axis(on, grid.axis, plan.scale, (plan.left, right), look.axis)
        _draw_bars(on, plot, plan)
        if grid.reference:
            frames.draw_reference(on, grid.reference, plan.scale, (plan.left, right))
        for label in plan.said:
            if plan.axis and look.axis and look.axis.clear:
                on.box(frames.box_of(composer, label.words, label.x, label.y), look.axis.clear)
            on.say(label.words, label.x, label.y)
        for datum in plan.dropped:
            on.refuse(datum.said)
        frames.draw_zero(on, plan.scale.at(0.0), plan.left, right, look.zero)
        frames.draw_keys(on, key, look.around)
        frames.draw_band(on, names, foot)
        frames.draw_notes(on, said, foot + names.depth, look.around)
        return on.finish()


def _plan(composer: Composer, plot: Columns, foot: float) -> Plan:
    """All figures where they fit; else an axis and the figures that tell most; without an axis, as many as fit."""
    look = plot.look.axis
    first = _planned(composer, plot, foot, axis=bool(look and look.always))
    if plot.look.bare and first.axis:
        return _thinned(composer, plot, first, {stake for stake in first.stakes if stake.datum.main})
    boxes = [frames.box_of(composer, words, x, y) for words, x, y, _ in first.said]
    bars = [_box(plot, first.scale, stake) for stake in first.stakes]
    if apart(boxes) and all(free(box, bars) for box in boxes):
        return first
    second = _planned(composer, plot, foot, axis=look is not None)
    chosen = _telling(second) if look else set(second.stakes)
    return _thinned(composer, plot, second, chosen)


def _top(composer: Composer, plot: Columns, plan: Plan) -> float:
    """The upper edge of the highest bar or figure."""
    tops = [_box(plot, plan.scale, stake).top for stake in plan.stakes]
    if plan.axis and plot.look.axis:
        tops.append(plan.scale.end - plot.look.axis.style.size / 2)
    return min([*tops, *(label.y - composer.above(label.words) for label in plan.said)], default=0.0)


def _planned(composer: Composer, plot: Columns, foot: float, *, axis: bool) -> Plan:
    grid, look = plot.grid, plot.look
    left = frames.gutter(composer, grid.axis, look.axis) if axis and look.axis else 0.0
    low, high = (min(0.0, grid.axis.low), grid.axis.high) if axis else (grid.low, grid.high)
    scale = Scale(low, high, foot - _below(plot, low), foot - look.tallest - _below(plot, low))
    stakes = tuple(_stakes(plot, left))
    said = tuple(_figure(composer, plot, (left, scale), stake) for stake in stakes)
    return Plan(left, axis, scale, stakes, said, ())


def _below(plot: Columns, low: float) -> float:
    """Room under the lowest line for figures of bars that hang down."""
    if low >= 0:
        return 0.0
    hanging = [datum for datum in plot.grid.values() if datum.value < 0]
    size = max((datum.said.style.size for datum in hanging), default=0.0)
    return plot.look.value_gap + size + plot.look.mark.gap + plot.look.mark.length


def _pitch(plot: Columns, left: float) -> float:
    return min(plot.look.pitch, (plot.width - left) / max(1, len(plot.grid.names)))


def _middles(plot: Columns, left: float) -> list[float]:
    pitch = _pitch(plot, left)
    return [left + pitch * (i + 0.5) for i in range(len(plot.grid.names))]


def _stakes(plot: Columns, left: float) -> Iterator[Stake]:
    """The bars' sides, group after group; bars are as wide as the theme has them or as there is room."""
    look, strands = plot.look, plot.grid.strands
    count = len(strands)
    gap = min(look.bar_gap, _pitch(plot, left) * (1 - FILLED) / count)
    wide = min(look.bar, (_pitch(plot, left) * FILLED - gap * (count - 1)) / count)
    for i, middle in enumerate(_middles(plot, left)):
        start = middle - (wide * count + gap * (count - 1)) / 2
        for k, strand in enumerate(strands):
            datum = strand.data[i]
            if datum:
                side = start + k * (wide + gap)
                yield Stake(datum, side, side + wide, k, i)


def _box(plot: Columns, scale: Scale, stake: Stake) -> Box:
    """The room of a bar with its mark."""
    lane = Lane(None, scale, stake.low, stake.high, True)
    return lane.box(scale.at(0.0), reach(lane, stake.datum, plot.look.mark))


def _figure(composer: Composer, plot: Columns, field: tuple[float, Scale], stake: Stake) -> frames.Said:
    """The figure over the end of a bar, or under one that hangs, between the plot's left side and the chart's right."""
    left, scale = field
    words = stake.datum.said
    end = reach(Lane(None, scale, stake.low, stake.high, True), stake.datum, plot.look.mark)
    hangs = stake.datum.value < 0
    y = end + plot.look.value_gap + composer.above(words) if hangs else end - plot.look.value_gap
    middle, wide = (stake.low + stake.high) / 2, composer.width(words)
    return frames.Said(words, max(left, min(middle - wide / 2, plot.width - wide)), y)


def _telling(plan: Plan) -> set[Stake]:
    """The bars that tell most: those that stand out, the first, last, highest and lowest."""
    stakes = plan.stakes
    high, low = (pick(stakes, key=lambda s: s.datum.value) for pick in (max, min))
    return {stake for stake in stakes if stake.datum.main} | {stakes[0], stakes[-1], high, low}


def _thinned(composer: Composer, plot: Columns, plan: Plan, chosen: set[Stake]) -> Plan:
    """The chosen figures, as far as they overlap no bar and no other figure; what stands out comes first."""
    taken = [_box(plot, plan.scale, stake) for stake in plan.stakes]
    pairs = [(s, f) for s, f in zip(plan.stakes, plan.said, strict=True) if s in chosen]
    said, dropped = [], []
    for stake, figure in sorted(pairs, key=lambda pair: not pair[0].datum.main):
        box = frames.box_of(composer, figure.words, figure.x, figure.y)
        if free(box, taken):
            said.append(figure)
            taken.append(box)
        elif stake.datum.main or not plan.axis:
            dropped.append(stake.datum)
    return plan._replace(said=tuple(said), dropped=tuple(dropped))


def _draw_bars(on: Easel, plot: Columns, plan: Plan) -> None:
    field = on.columns(plan.scale)
    for stake in plan.stakes:
        bar(on, Lane(field, plan.scale, stake.low, stake.high, True), stake.datum, plot.look.mark)
    thin = min((stake.high - stake.low for stake in plan.stakes), default=plot.look.bar)
    if thin < plot.look.least_bar:
        name = plot.grid.names[0]
        on.renderer.problems.append(problem("bars-too-thin", name.place, count=len(plan.stakes)))
