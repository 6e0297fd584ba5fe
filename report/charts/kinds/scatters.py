"""Points over two axes, each with its name beside it where there is a free place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.charts.composing import Composer
from report.charts.grids import Scatter, Spot
from report.charts.kinds import frames
from report.charts.kinds.easel import Easel, Point, easel
from report.charts.placing import Box, free, thinned
from report.charts.plots import Drawn
from report.charts.scales import Scale
from report.typeset.faces import Faces


def scatter(plot: Scatter, faces: Faces) -> Drawn:
    """Both axes with what they show, the points, their names."""
    composer, look = Composer(faces), plot.look
    left = frames.gutter(composer, plot.up, look.axis)
    top = look.around.names_at + composer.below(plot.y_name) + look.axis.style.size
    foot = top + look.plot
    up = Scale(plot.up.low, plot.up.high, foot, top)
    across = Scale(plot.across.low, plot.across.high, left, plot.width - look.dot)
    said = frames.notes(composer, plot.notes, plot.width)
    named_at = foot + look.around.label_at + plot.x_name.style.leading
    with easel(plot.width, named_at + frames.notes_depth(said, look.around), faces, composer) as on:
        frames.draw_axis(on, plot.up, up, (left, plot.width), look.axis)
        _draw_across(on, plot, across, foot)
        frames.draw_zero(on, foot, left, plot.width, look.zero)
        on.write(plot.y_name, 0.0, look.around.names_at, plot.width)
        wide = on.measure(plot.x_name)
        on.write(plot.x_name, max(0.0, plot.width - wide), named_at, plot.width)
        points = [(across.at(spot.x), up.at(spot.y)) for spot in plot.spots]
        head = look.around.names_at + composer.below(plot.y_name)
        _draw_spots(on, plot, points, Box(left, head, plot.width, foot))
        frames.draw_notes(on, said, named_at, look.around)
        return on.finish()


def _draw_across(on: Easel, plot: Scatter, scale: Scale, foot: float) -> None:
    """The numbers of the horizontal axis: every k-th, so that none overlap."""
    look = plot.look
    words = frames.numbers(plot.across, look.axis)
    boxes = []
    for value, one in zip(plot.across.ticks, words, strict=True):
        x = min(scale.at(value) - on.measure(one) / 2, plot.width - on.measure(one))
        boxes.append(frames.box_of(on.composer, one, x, foot + look.around.label_at))
    for i in thinned(boxes):
        on.say(words[i], boxes[i].left, foot + look.around.label_at)


def _draw_spots(on: Easel, plot: Scatter, points: Sequence[Point], bounds: Box) -> None:
    """Points, those that stand out on top; then names, which hide no point and no other name."""
    look = plot.look
    order = sorted(range(len(points)), key=lambda i: plot.spots[i].main)
    for i in order:
        on.disc(points[i], look.dot, plot.spots[i].colour)
    half = look.dot / 2
    taken = [Box(x - half, y - half, x + half, y + half) for x, y in points]
    for i in reversed(order):
        spot = plot.spots[i]
        if not spot.name.text or i not in _named(plot):
            continue
        for x, y in _places(on.composer, plot, spot, points[i]):
            box = frames.box_of(on.composer, spot.name, x, y)
            if box.within(bounds) and free(box, taken):
                on.say(spot.name, x, y)
                taken.append(box)
                break
        else:
            on.refuse(spot.name)


def _named(plot: Scatter) -> set[int]:
    """Points with a name: all, or of many those that stand out and the outermost."""
    spots = plot.spots
    every = range(len(spots))
    if len(spots) <= plot.look.most_named:
        return set(every)
    outer = {pick(every, key=key) for pick in (min, max) for key in (lambda i: spots[i].x, lambda i: spots[i].y)}
    return outer | {i for i in every if spots[i].main}


def _places(composer: Composer, plot: Scatter, spot: Spot, point: Point) -> Iterator[Point]:
    """Right, left, above, below, then the four corners."""
    x, y = point
    wide = composer.width(spot.name)
    off = plot.look.dot / 2 + plot.look.value_gap
    level = y + composer.middle(spot.name)
    over, under = y - off - composer.below(spot.name), y + off + composer.above(spot.name)
    yield x + off, level
    yield x - off - wide, level
    yield x - wide / 2, over
    yield x - wide / 2, under
    for height in (over, under):
        yield x + off / 2, height
        yield x - off / 2 - wide, height
