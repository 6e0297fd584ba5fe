"""Unit charts of the report in the theme's terms: how many units, in what place, colour and size, with which words."""

from __future__ import annotations

from collections.abc import Sequence

from report.charts import figures, icons
from report.colour import Colour
from report.content.model import Chart, Figure, Series
from report.content.spec import Spec
from report.drawing import Item, Marked, Path, Shape, Stroke, line
from report.layout.alt import describe
from report.layout.book import units
from report.layout.desk import Desk, Frame, Placed, placed
from report.problem import problem
from report.units import MM


def flower_at(
    centre: tuple[float, float], radius: float, groups: Sequence[tuple[int, Colour | None]], petal: float
) -> tuple[Item, ...]:
    return figures.flower(centre, radius, groups, petal)


def lattice_in(box: tuple[float, float, float, float], spec: Spec) -> tuple[Item, ...]:
    """The circle lattice over a box."""
    stroke = Stroke(spec.colour("colour"), spec.pt("stroke"))
    return (Marked("Artifact", (figures.lattice(box, spec.mm("radius"), stroke),)),)


def disc(x: float, y: float, diameter: float, colour: Colour) -> Shape:
    return Shape(figures.circle(x, y, diameter / 2), fill=colour)


def count_of(series: Series, chart: Chart) -> int:
    """Whole units that stand for a value."""
    return units(series.value, chart.per)


def hollow_of(series: Series) -> int:
    """近: the last unit is an outline (design 1.6)."""
    return 1 if series.approx == "near" else 0


def as_figure(chart: Chart, items: Sequence[Item], box: tuple[float, float, float, float]) -> Marked:
    """The drawing as one figure with its meaning in words."""
    return Marked("Figure", tuple(items), alt=chart.alt or describe(chart), box=box)


def flower(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> Placed:
    """A petal a unit; several values lie one around the other, the first at the heart."""
    radius = spec.mm("radius")
    colours = spec.colours("colours")
    groups = [(count_of(s, chart), colours[i % len(colours)]) for i, s in enumerate(chart.series)]
    drawn = figures.flower((frame.x, frame.y), radius, groups, spec.number("petal"))
    size = 2.2 * radius
    figure = as_figure(chart, drawn, (frame.x - size / 2, frame.y - size / 2, size, size))
    return Placed((figure,), frame.y)


def heading(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> tuple[Item, ...]:
    """The chart's title on its line."""
    if not chart.title:
        return ()
    style = desk.style(spec.style("title"))
    return (Marked("P", desk.line(chart.title, frame.x, frame.y + spec.mm("title-at"), style, frame.width)),)


def dots(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> Placed:
    """One matrix, or with `groups` in the template several side by side, each with its number."""
    title = heading(desk, chart, spec, frame)
    diameter, pitch = spec.mm("diameter"), spec.mm("pitch")
    groups = spec.subs("groups")
    if len(chart.series) > max(1, len(groups)):
        extra = chart.series[max(1, len(groups))]
        desk.report(problem("too-many-values", extra.place, room=max(1, len(groups)), given=len(chart.series)))
    drawn: list[Item] = []
    words: list[Item] = []
    bottom = frame.y
    colours = [c for c in spec.colours("colours") if c]
    for i, series in enumerate(chart.series[: max(1, len(groups))]):
        count = count_of(series, chart)
        columns = groups[i].count("columns") if groups else spec.count("columns")
        x, y = frame.at(groups[i].mm("x") if groups else 0.0, spec.mm("at"))
        colour = colours[i % len(colours)]
        drawn += figures.dots(x, y, count, columns, diameter, pitch, colour, hollow_of(series), spec.pt("stroke"))
        bottom = max(bottom, y + ((count - 1) // columns) * pitch + diameter)
        if groups:
            words += _group_words(desk, series, spec, Frame(x, frame.y, frame.width, frame.foot), i)
            bottom = max(bottom, frame.y + spec.mm("label-at"))
    box = (frame.x, frame.y, frame.width, bottom - frame.y)
    return Placed((*title, as_figure(chart, drawn, box), *words), bottom)


def _group_words(desk: Desk, series: Series, spec: Spec, frame: Frame, i: int) -> tuple[Item, ...]:
    from report.layout.cards import numeral

    colours = [c for c in spec.colours("text-colours") if c]
    bare = Figure(series.figure.prefix, series.figure.number, "")
    number = numeral(desk, bare, spec.pt("size"), colours[i % len(colours)])
    label = desk.line(series.label, frame.x, frame.y + spec.mm("label-at"), desk.style(spec.style("label")))
    return (Marked("P", (*placed(number, frame.x, frame.y + spec.mm("number-at")), *label)),)


def pictogram(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> Placed:
    """A row of small drawings, one a unit."""
    draw = icons.ICONS.get(chart.icon)
    if draw is None:
        desk.report(problem("unknown-icon", chart.place, name=chart.icon, all="、".join(icons.ICONS)))
        return Placed((), frame.y)
    title = heading(desk, chart, spec, frame)
    width, height = spec.point("size")
    colour, columns = spec.colour("colour"), spec.count("columns")
    drawn: list[Item] = []
    series = chart.series[0]
    count = count_of(series, chart)
    for i, (dx, dy) in enumerate(figures.grid(count, columns, spec.point("pitch"))):
        x, y = frame.at(dx, dy + spec.mm("at"))
        hollow = spec.pt("stroke") if i >= count - hollow_of(series) else 0.0
        drawn += draw(x, y, width, height, colour, hollow)
    bottom = frame.y + spec.mm("at") + ((count - 1) // columns) * spec.point("pitch")[1] + height
    return Placed((*title, as_figure(chart, drawn, (frame.x, frame.y, frame.width, bottom - frame.y))), bottom)


def weave(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> Placed:
    """A cell of a plain weave a unit."""
    count, columns, pitch = count_of(chart.series[0], chart), spec.count("columns"), spec.mm("pitch")
    first, second = (c for c in spec.colours("colours") if c)
    drawn = figures.weave(frame.x, frame.y, count, columns, pitch, spec.point("cell"), (first, second))
    bottom = frame.y + ((count - 1) // columns + 1) * pitch
    return Placed((as_figure(chart, drawn, (frame.x, frame.y, frame.width, bottom - frame.y)),), bottom)


def warp(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> Placed:
    """Bands of threads on a loom, a thread a unit, each band with its number and name."""
    title = heading(desk, chart, spec, frame)
    bands = spec.subs("bands")
    if len(chart.series) > len(bands):
        extra = chart.series[len(bands)]
        desk.report(problem("too-many-values", extra.place, room=len(bands), given=len(chart.series)))
    beams = spec.sub("beams")
    stroke = Stroke(beams.colour("colour"), beams.pt("stroke"))
    drawn: list[Item] = []
    for y in beams.mms("at"):
        drawn.append(Shape(line(frame.x, frame.y + y, frame.x + frame.width, frame.y + y), stroke=stroke))
    words: list[Item] = []
    for series, band in zip(chart.series, bands, strict=False):
        drawn += _band(series, chart, band, spec, frame)
        words += _band_words(desk, series, band, spec, frame)
    bottom = frame.y + max(beams.mms("at"))
    box = (frame.x, frame.y + spec.mm("title-at"), frame.width, bottom - frame.y - spec.mm("title-at"))
    return Placed((*title, as_figure(chart, drawn, box), *words), bottom)


def _band(series: Series, chart: Chart, band: Spec, spec: Spec, frame: Frame) -> tuple[Item, ...]:
    """余 多 以上: two more threads in the pale colour; 近: the last thread an outline."""
    pitch, thickness, count = spec.mm("pitch"), spec.mm("thread"), count_of(series, chart)
    y, height = frame.y + band.mm("y"), band.mm("height")
    hollow = spec.pt("near-stroke") if series.approx == "near" else 0.0
    shapes = figures.threads(frame.x, y, height, count, pitch, thickness, band.colour("colour"), hollow)
    if series.approx == "over":
        x = frame.x + pitch * count
        shapes += figures.threads(x, y, height, spec.count("over-threads"), pitch, thickness, band.colour("pale"), 0.0)
    return shapes


def _band_words(desk: Desk, series: Series, band: Spec, spec: Spec, frame: Frame) -> tuple[Item, ...]:
    from report.layout.cards import numeral

    colour = band.colour("text", band.text("colour"))
    x, y = frame.at(*band.point("number"))
    number = numeral(desk, series.figure, band.pt("size"), colour)
    name = desk.line(series.label, *frame.at(*band.point("name")), desk.style(spec.style("label")))
    return (Marked("P", (*placed(number, x, y), *name)),)


def wave(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> Placed:
    """A field of dots in waves, a dot a unit; a field that cannot hold them all is a problem."""
    count = count_of(chart.series[0], chart)
    bounds = spec.box("bounds")
    drawn, fitted = figures.wave(
        spec.point("centre"),
        spec.mm("inner"),
        spec.mm("step"),
        bounds,
        spec.mm("wave"),
        count,
        spec.mms("diameters"),
        spec.colour("colour"),
    )
    if fitted != count:
        desk.report(problem("units-disagree", chart.place, wanted=count, drawn=fitted))
    return Placed((as_figure(chart, drawn, bounds),), bounds[1] + bounds[3])


def lanterns(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> Placed:
    """Cords in arcs with a lantern a unit, running on into the bleed on both sides."""
    posts, counts, sag = spec.points("cords"), [round(v / MM) for v in spec.mms("counts")], spec.mm("sag")
    count = count_of(chart.series[0], chart)
    if sum(counts) != count:
        desk.report(problem("units-disagree", chart.place, wanted=count, drawn=sum(counts)))
    cord = spec.sub("cord")
    stroke = Stroke(cord.colour("colour"), cord.pt("stroke"))
    red, gold = (c for c in spec.colours("colours") if c)
    look = icons.LanternStyle(spec.point("body"), spec.point("cap"), spec.mm("hang"), spec.mm("tassel"), (0.5, 0.4))
    tails = [
        Shape(line(*tail, *post), stroke=stroke) for tail, post in zip(spec.points("tails"), (posts[0], posts[-1]), strict=True)
    ]
    drawn: list[Item] = [*tails]
    for (x0, y0), (x1, y1), hung in zip(posts, posts[1:], counts, strict=True):
        arc = [_swag(x0, y0, x1, y1, sag, i / 40) for i in range(41)]
        drawn.append(Shape(Path("m" + "l" * 40, tuple(v for p in arc for v in p)), stroke=stroke))
        for i in range(hung):
            x, y = _swag(x0, y0, x1, y1, sag, (i + 0.5) / hung)
            drawn += icons.lantern(x, y, look, (red, gold, stroke.colour))
    bottom = max(y for _, y in posts) + sag + spec.point("body")[1] * 2
    box = (posts[0][0], posts[0][1], posts[-1][0] - posts[0][0], bottom - posts[0][1])
    return Placed((as_figure(chart, drawn, box),), bottom)


def _swag(x0: float, y0: float, x1: float, y1: float, sag: float, t: float) -> tuple[float, float]:
    return x0 + (x1 - x0) * t, y0 + (y1 - y0) * t + 4 * sag * t * (1 - t)


def courtyards(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> Placed:
    """Rows of houses, a house so many units."""
    rows = [round(v / MM) for v in spec.mms("rows")]
    count = count_of(chart.series[0], chart)
    if sum(rows) != count:
        desk.report(problem("units-disagree", chart.place, wanted=count, drawn=sum(rows)))
    wall = spec.sub("wall")
    look = icons.CourtyardStyle(
        wall.colour("fill"),
        Stroke(wall.colour("colour"), wall.pt("stroke")),
        spec.colour("roof"),
        spec.colour("plaque"),
        spec.colour("gate"),
    )
    across, down = spec.point("pitch")
    house = spec.mm("house")
    drawn: list[Item] = []
    for r, number in enumerate(rows):
        left = frame.x + spec.mm("centre") - number * across / 2
        for i in range(number):
            drawn += icons.courtyard(left + across * i + (across - house) / 2, frame.y + spec.mm("first") + down * r, house, look)
    bottom = frame.y + spec.mm("first") + down * (len(rows) - 1) + house
    width = max(rows) * across
    box = (frame.x + spec.mm("centre") - width / 2, frame.y + spec.mm("first"), width, bottom - spec.mm("first"))
    return Placed((as_figure(chart, drawn, box),), bottom)


def net(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> Placed:
    """A hanging net, a knot so many units."""
    count = count_of(chart.series[0], chart)
    columns, rows = spec.count("columns"), spec.count("rows")
    if count > columns * rows:
        desk.report(problem("units-disagree", chart.place, wanted=count, drawn=columns * rows))
    thread, rope = spec.sub("thread"), spec.sub("rope")
    low, deep = spec.mms("drop")
    area = (frame.x + spec.mm("left"), frame.y + spec.mm("top"), spec.mm("span"))
    stroke = Stroke(thread.colour("colour"), thread.pt("stroke"))
    drawn = figures.net(
        columns, rows, count, area, (low, deep), spec.mm("draw-in"), spec.mm("knot"), spec.colour("colour"), stroke
    )
    x, y, width = rope.mms("box")
    held = Shape(line(x, y, x + width, y), stroke=Stroke(rope.colour("colour"), rope.pt("stroke")))
    bottom = area[1] + low + deep
    return Placed((as_figure(chart, (held, *drawn), (area[0], area[1], area[2], low + deep)),), bottom)


def mini_chart(desk: Desk, chart: Chart, spec: Spec, look: Spec, frame: Frame) -> tuple[Item, ...]:
    """The small unit chart in the upper right corner of a tile."""
    colour = look.colour("mini", "crimson")
    series = chart.series[0]
    count = count_of(series, chart)
    right = frame.x + frame.width
    if chart.kind == "flower":
        own = spec.sub("mini-flower")
        dx, dy = own.point("inset")
        drawn: tuple[Item, ...] = figures.flower(
            (right - dx, frame.y + dy), own.mm("radius"), [(count, colour)], own.number("petal")
        )
        size = own.mm("radius") * 2.2
        return (as_figure(chart, drawn, (right - dx - size / 2, frame.y + dy - size / 2, size, size)),)
    own = spec.sub("mini-dots" if chart.kind == "dots" else "mini-squares")
    columns = own.count("narrow-columns") if count > own.number("narrow-above", 1e9) else own.count("columns")
    pitch, (dx, dy) = own.mm("pitch"), own.point("inset")
    side = own.mm("diameter") if chart.kind == "dots" else own.mm("side")
    x, y = right - dx - (columns - 1) * pitch - side, frame.y + dy
    if chart.kind == "dots":
        drawn = figures.dots(x, y, count, columns, side, pitch, colour, hollow_of(series), own.pt("stroke"))
    else:
        drawn = (figures.squares(x, y, count, columns, side, pitch, colour),)
    rows = (count - 1) // columns + 1
    return (as_figure(chart, drawn, (x, y, columns * pitch, rows * pitch)),)


