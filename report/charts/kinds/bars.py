"""Horizontal bars: one for each name with its figure at its end, or one bar in parts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from matplotlib.patches import Circle

from report.charts.composing import TOLERANCE, Composer
from report.charts.grids import Datum, Reference
from report.charts.kinds import frames, rows
from report.charts.kinds.easel import Easel, easel
from report.charts.kinds.marks import Lane, bar, reach
from report.charts.looks import MarkLook
from report.charts.placing import Box, spread
from report.charts.plots import Bars, Drawn, Legend, Part, Proportion
from report.charts.scales import Scale
from report.named import NamedTuple
from report.typeset.faces import Faces

SPACE = 0.5
"""Em between two labels below a bar."""


class Plan(NamedTuple):
    """Where bars stand: the scale of their values, the distance from bar to bar, names before them in their lines, the
    upper edge of the first one."""

    scale: Scale
    pitch: float
    names: rows.Names | None
    first: float = 0.0

    def top(self, row: int) -> float:
        """The upper edge of a bar."""
        return self.first + max(0, row) * self.pitch


def bars(plot: Bars, faces: Faces) -> Drawn:
    """Horizontal bars from zero with their figures at their ends and their names before them."""
    composer, look = Composer(faces), plot.look
    plan = _plan(composer, plot)
    foot = plan.top(len(plot.bars) - 1) + look.height
    said = frames.notes(composer, plot.notes, plot.width)
    below = max(0.0, plan.names.reach(-1) - look.height / 2) if plan.names else 0.0
    below += plot.foot_look.label_at if plot.reference and plot.foot_look else 0.0
    after = below + (plot.legend.after if plot.legend else 0.0) + (look.note_at if said else 0.0)
    depth = foot + after + (said[0].style.leading * (len(said) - 1) if said else 0.0)
    with easel(plot.width, depth, faces, composer) as on:
        field = on.rows(plan.scale)
        mark = MarkLook(look.pale_length, look.pale_gap, look.near_stroke)
        for i, one in enumerate(plot.bars):
            top = plan.top(i)
            datum = Datum(one.value, one.approx, one.said, one.colour, one.pale)
            lane = Lane(field, plan.scale, top, top + look.height, False)
            bar(on, lane, datum, mark)
            _write_figure(on, plot, lane, datum, reach(lane, datum, mark))
        if plan.scale.low < 0 and plot.zero:
            at = plan.scale.at(0.0)
            on.line([(at, plan.first), (at, foot)], plot.zero)
        _write_names(on, plot, plan)
        if plot.reference and plot.foot_look:
            _refer(on, plot.reference, plan, (foot, plot.foot_look.label_at))
        if plot.legend is not None:
            _legend(on, plot.legend, plot, foot + below + plot.legend.after)
        for i, words in enumerate(said):
            on.write(words, 0.0, foot + after + i * words.style.leading, plot.width)
        return on.finish()


def _plan(composer: Composer, plot: Bars) -> Plan:
    """The theme's lengths; names without a column of their own get one, and bars are then as long as there is room."""
    look = plot.look
    values = [one.value for one in plot.bars] + ([plot.reference.value] if plot.reference else [])
    low, high = min([0.0, *values]), max([0.0, *values]) or (0.0 if min([0.0, *values]) else 1.0)
    left, long, pitch = look.name_width, look.longest, look.pitch
    names = None
    given = [one.name for one in plot.bars if one.name is not None]
    before = _room(composer, plot, negative=True)
    if given and not look.name_width and plot.foot_look:
        names = rows.names_before(composer, given, (0.0, look.name_most), look.pitch, plot.foot_look)
        left, pitch = names.width, names.pitch
        long = max(1.0, min(look.longest, plot.width - left - before - _room(composer, plot, negative=False)))
    start = left + before
    first = max(0.0, names.reach(0) - look.height / 2) if names else 0.0
    return Plan(Scale(low, high, start, start + long), pitch, names, first)


def _room(composer: Composer, plot: Bars, *, negative: bool) -> float:
    """What figures and marks of honesty need beyond the ends of the bars on one side."""
    look = plot.look
    found = [
        composer.width(one.said) + look.value_gap + (look.pale_gap + look.pale_length if one.approx == "over" else 0.0)
        for one in plot.bars
        if (one.value < 0) is negative
    ]
    return max(found, default=0.0)


def _refer(on: Easel, given: Reference, plan: Plan, down: tuple[float, float]) -> None:
    """A line across all bars at the place of a reference, its words below."""
    foot, label_at = down
    x, half = plan.scale.at(given.value), on.measure(given.said) / 2
    size = given.said.style.size
    on.line([(x, max(0.0, plan.first - size / 2)), (x, foot + label_at - size)], given.stroke)
    on.say(given.said, max(0.0, min(x - half, on.width - 2 * half)), foot + label_at)


def _write_figure(on: Easel, plot: Bars, lane: Lane, datum: Datum, end: float) -> None:
    y = (lane.low + lane.high) / 2 + on.middle(datum.said)
    gap = plot.look.value_gap
    x = end - gap - on.measure(datum.said) if datum.value < 0 else end + gap
    if plot.reference and datum.value >= 0:  # the line of the reference would run through figures beside their bars
        x = plot.width - on.measure(datum.said)
    on.write(datum.said, x, y, plot.width - x)


def _write_names(on: Easel, plot: Bars, plan: Plan) -> None:
    look = plot.look
    if plan.names is not None and plot.foot_look:
        middles = [plan.top(i) + look.height / 2 for i in range(len(plot.bars))]
        rows.draw_names(on, plan.names, middles, plot.foot_look)
        return
    for i, one in enumerate(plot.bars):
        if one.name is not None:
            y = plan.top(i) + look.height / 2 + on.middle(one.name)
            on.write(one.name, 0.0, y, look.name_width - look.value_gap)


def _legend(on: Easel, legend: Legend, plot: Bars, y: float) -> None:
    """Names side by side, a pitch apart or farther where one is long."""
    x, gap = 0.0, plot.look.value_gap
    for words, colour in legend.entries:
        radius = legend.dot / 2
        on.fill(Circle((x + radius, y - on.middle(words)), radius), colour)
        start = x + legend.dot + gap
        end = on.write(words, start, y, plot.width - start)
        x = max(x + legend.pitch, end + 2 * gap)


def proportion(plot: Proportion, faces: Faces) -> Drawn:
    """One bar in parts, the words inside each part, or below it where the part is too small and the theme has room."""
    composer = Composer(faces)
    whole = sum(part.value for part in plot.parts)
    scale = Scale(0.0, whole, 0.0, plot.width)
    edges = list(accumulate((part.value for part in plot.parts), initial=0.0))
    small = [i for i, part in enumerate(plot.parts) if part.below and not _fits(composer, plot, part, whole)]
    below = _below(composer, plot, small, [scale.at(edge) for edge in edges])
    depth = plot.depth + (plot.below_at + composer.below(below[0].words) if below else 0.0)
    with easel(plot.width, depth, faces, composer) as on:
        field = on.field(Box(0.0, 0.0, plot.width, plot.depth), (0.0, whole), (0.0, plot.depth))
        for i, (part, start) in enumerate(zip(plot.parts, edges, strict=False)):
            field.bar((start, 0.0), (part.value, plot.depth), part.colour)
            x = scale.at(start) + plot.inset
            if not (below and i in small):
                room = scale.at(part.value) - plot.inset
                on.write(part.words, x, plot.depth / 2 + plot.drop, room)
        for label in below:
            on.say(label.words, label.x, label.y)
        return on.finish()


def _fits(composer: Composer, plot: Proportion, part: Part, whole: float) -> bool:
    return composer.width(part.words) <= part.value / whole * plot.width - plot.inset + TOLERANCE


def _below(
    composer: Composer, plot: Proportion, small: Sequence[int], edges: Sequence[float]
) -> tuple[frames.Said, ...]:
    """Words of small parts under the bar, beside each other; none where they have no room there either."""
    words = [below for i in small if (below := plot.parts[i].below)]
    sizes = [composer.width(one) + SPACE * one.style.size for one in words]
    wanted = [(edges[i] + edges[i + 1]) / 2 for i in small]
    middles = spread(wanted, sizes, 0.0, plot.width) if words else None
    if middles is None:
        return ()
    y = plot.depth + plot.below_at
    return tuple(frames.Said(w, m - composer.width(w) / 2, y) for w, m in zip(words, middles, strict=True))
