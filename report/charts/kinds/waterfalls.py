"""Bars that go on from each other: totals from zero, between them what was added and what was taken."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from report.charts.composing import Composer
from report.charts.grids import Datum, Waterfall
from report.charts.kinds import frames
from report.charts.kinds.easel import Easel, Field, easel
from report.charts.kinds.marks import Lane, bar, reach
from report.charts.placing import Box, free
from report.charts.plots import Drawn
from report.charts.scales import Scale
from report.named import NamedTuple
from report.problem import problem
from report.typeset.faces import Faces

FILLED = 0.8


class Step(NamedTuple):
    """A bar: its value, where it starts and where the sum then stands, its sides."""

    datum: Datum
    base: float
    level: float
    low: float
    high: float


def waterfall(plot: Waterfall, faces: Faces) -> Drawn:
    """The bars, figures over them, lines from each to the next, names below."""
    composer, look, grid = Composer(faces), plot.look, plot.grid
    key = frames.keys(composer, grid, plot.width, look.around, names=False)
    steps = tuple(_steps(plot))
    scale, foot = _scale(plot, steps, frames.key_foot(composer, key))
    names = frames.band(composer, grid, [(s.low + s.high) / 2 for s in steps], plot.width, look.around)
    said = frames.notes(composer, grid.notes, plot.width)
    with easel(plot.width, foot + names.depth + frames.notes_depth(said, look.around), faces, composer) as on:
        _draw(on, plot, scale, steps)
        _write_figures(on, plot, scale, (steps, foot))
        frames.draw_zero(on, scale.at(0.0), 0.0, _pitch(plot) * len(steps), look.zero)
        frames.draw_keys(on, key, look.around)
        frames.draw_band(on, names, foot)
        frames.draw_notes(on, said, foot + names.depth, look.around)
        return on.finish()


def _scale(plot: Waterfall, steps: tuple[Step, ...], head: float) -> tuple[Scale, float]:
    """The scale and the plot's lowest line; figures over the highest bar and under the lowest have their room."""
    look = plot.look
    edges = [0.0, *(step.base for step in steps), *(step.level for step in steps)]
    room = look.value_gap + max(step.datum.said.style.size for step in steps)
    marks = look.mark.gap + look.mark.length if any(step.datum.approx == "over" for step in steps) else 0.0
    below = room + marks if min(edges) < 0 else 0.0
    foot = head + max(look.plot, look.tallest + room + marks + below)
    scale = Scale(min(edges), max(edges), foot - below, foot - below - look.tallest)
    return scale, foot


def _steps(plot: Waterfall) -> Iterator[Step]:
    look = plot.look
    (strand,) = plot.grid.strands
    pitch = _pitch(plot)
    wide = min(look.bar, pitch * FILLED)
    level = 0.0
    for i, datum in strand.values():
        middle = pitch * (i + 0.5)
        base = 0.0 if plot.totals[i] else level
        level = base + datum.value
        yield Step(datum, base, level, middle - wide / 2, middle + wide / 2)


def _pitch(plot: Waterfall) -> float:
    return min(plot.look.pitch, plot.width / len(plot.grid.names))


def _lane(field: Field | None, scale: Scale, step: Step) -> Lane:
    return Lane(field, scale, step.low, step.high, True)


def _draw(on: Easel, plot: Waterfall, scale: Scale, steps: tuple[Step, ...]) -> None:
    field = on.columns(scale)
    for step, following in itertools.pairwise(steps):
        y = scale.at(step.level)
        on.line([(step.high, y), (following.low, y)], plot.look.link)
    for step in steps:
        bar(on, _lane(field, scale, step), step.datum, plot.look.mark, step.base)
    thin = steps[0].high - steps[0].low
    if thin < plot.look.least_bar:
        on.renderer.problems.append(problem("bars-too-thin", plot.grid.names[0].place, count=len(steps)))


def _box(plot: Waterfall, scale: Scale, step: Step) -> Box:
    """The room of a bar with its mark."""
    lane = _lane(None, scale, step)
    return lane.box(scale.at(step.base), reach(lane, step.datum, plot.look.mark, step.base))


def _write_figures(on: Easel, plot: Waterfall, scale: Scale, field: tuple[tuple[Step, ...], float]) -> None:
    """Each figure over its bar, or under one that hangs below zero; not over another bar, line or figure."""
    steps, foot = field
    bars = [_box(plot, scale, step) for step in steps]
    links = [
        Box(a.high, scale.at(a.level), b.low, scale.at(a.level)).grown(plot.look.link.width)
        for a, b in itertools.pairwise(steps)
    ]
    taken = [*bars, *links]
    for step, room in zip(steps, bars, strict=True):
        words = step.datum.said
        left = max(0.0, min((step.low + step.high - on.measure(words)) / 2, on.width - on.measure(words)))
        over = room.top - plot.look.value_gap
        under = room.bottom + plot.look.value_gap + on.composer.above(words)
        hangs = step.level < 0 and step.base <= 0
        for y in (under, over) if hangs else (over, under):
            box = frames.box_of(on.composer, words, left, y)
            if free(box, taken) and box.bottom <= foot:
                on.say(words, left, y)
                taken.append(box)
                break
        else:
            on.refuse(words)
