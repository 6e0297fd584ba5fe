"""Unit charts of the report in the theme's terms: how many units, in what place, colour and size, with which words.

Every drawer takes the chart, its look and its room, and gives the marked items with the lowest edge they reach.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from report.charts import figures, icons
from report.charts.figures import Hollow, Point, Rows
from report.colour import Colour
from report.content.model import Chart, Figure, Series
from report.content.spec import Spec
from report.drawing import Item, Marked, Path, Shape, Stroke, line
from report.layout.alt import as_figure
from report.layout.book import units
from report.layout.desk import TOLERANCE, Desk, Frame, Placed, placed
from report.problem import problem
from report.units import MM, mm

MOST_UNITS = 20_000
"""More units than this are no chart but a grey field: `per` is too small."""
CORD_STEPS = 40


def flower_at(
    centre: Point, radius: float, groups: Sequence[tuple[int, Colour | None]], petal: float
) -> tuple[Item, ...]:
    """The petals of a flower, without meaning of their own."""
    return figures.flower(centre, radius, groups, petal)


def lattice_in(box: tuple[float, float, float, float], spec: Spec) -> tuple[Item, ...]:
    """The circle lattice over a box."""
    stroke = Stroke(spec.colour("colour"), spec.pt("stroke"))
    return (Marked("Artifact", (figures.lattice(box, spec.mm("radius"), stroke),)),)


def disc(x: float, y: float, diameter: float, colour: Colour) -> Shape:
    """A filled circle around a point."""
    return Shape(figures.circle(x, y, diameter / 2), fill=colour)


def counted(desk: Desk, chart: Chart, series: Series) -> int:
    """Whole units that stand for a value: 余 多 以上 never draw a part of one; none and far too many are problems."""
    count = units(series.value, chart.per)
    if count < 1:
        from report.layout.alt import unit_sign

        said = f"一{unit_sign(chart)}代表{chart.per:f}"
        desk.report(problem("less-than-a-unit", series.place, figure=series.figure.text, scale=said))
    elif count > MOST_UNITS:
        desk.report(problem("too-many-units", series.place, count=count, most=MOST_UNITS))
    return min(max(count, 0), MOST_UNITS)


def hollow_of(series: Series, stroke: float) -> Hollow:
    """近: the last unit is an outline."""
    return Hollow(1, stroke) if series.approx == "near" else figures.FULL


def _within(desk: Desk, series: Series, right: float, frame: Frame) -> None:
    """A chart that runs past the right edge of its room is a problem; its lower edge is checked by the page."""
    over = right - frame.x - frame.width
    if over > TOLERANCE:
        desk.report(problem("block-overflow", series.place, over=f"{mm(over):.1f}"))


def heading(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> tuple[Item, ...]:
    """The chart's title on its line."""
    if not chart.title:
        return ()
    style = desk.style(spec.style("title"))
    return (Marked("P", desk.line(chart.title, frame.x, frame.y + spec.mm("title-at"), style, frame.width)),)


def flower(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> Placed:
    """A petal a unit around the frame's corner; several values lie one around the other, the first at the heart."""
    radius = spec.mm("radius")
    colours = spec.colours("colours")
    groups = [(counted(desk, chart, s), colours[i % len(colours)]) for i, s in enumerate(chart.series)]
    drawn = figures.flower((frame.x, frame.y), radius, groups, spec.number("petal"))
    return Placed((as_figure(chart, drawn, _around((frame.x, frame.y), radius)),), frame.y)


def _around(centre: Point, radius: float) -> tuple[float, float, float, float]:
    """The box of a flower, tips of its outer petals included."""
    reach = 1.1 * radius
    return centre[0] - reach, centre[1] - reach, 2 * reach, 2 * reach


def dots(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> Placed:
    """One matrix, or with `groups` in the template several side by side, each with its number."""
    diameter, groups = spec.mm("diameter"), spec.subs("groups")
    drawn: list[Item] = []
    words: list[Item] = []
    bottom = frame.y
    colours = [c for c in spec.colours("colours") if c]
    for i, series in enumerate(_roomy(desk, chart, max(1, len(groups)))):
        columns = groups[i].count("columns") if groups else spec.count("columns")
        rows = Rows(counted(desk, chart, series), columns, (spec.mm("pitch"), spec.mm("pitch")))
        x, y = frame.at(groups[i].mm("x") if groups else 0.0, spec.mm("at"))
        hollow = hollow_of(series, spec.pt("stroke"))
        drawn += figures.dots((x, y), rows, diameter, colours[i % len(colours)], hollow)
        bottom = max(bottom, y + rows.depth + diameter)
        _within(desk, series, x + rows.width + diameter, frame)
        if groups:
            words += _group_words(desk, series, spec, frame._replace(x=x), i)
            bottom = max(bottom, frame.y + spec.mm("label-at"))
    figure = as_figure(chart, drawn, (frame.x, frame.y, frame.width, bottom - frame.y))
    return Placed((*heading(desk, chart, spec, frame), figure, *words), bottom)


def _roomy(desk: Desk, chart: Chart, room: int) -> tuple[Series, ...]:
    """The values that the place can show; more than that is a problem."""
    if len(chart.series) > room:
        desk.report(problem("too-many-values", chart.series[room].place, room=room, given=len(chart.series)))
    return chart.series[:room]


def _group_words(desk: Desk, series: Series, spec: Spec, frame: Frame, i: int) -> tuple[Item, ...]:
    from report.layout.cards import numeral  # cards place tiles, and tiles hold charts

    colours = [c for c in spec.colours("text-colours") if c]
    bare = Figure(series.figure.prefix, series.figure.number, "")
    number = numeral(desk, bare, spec.pt("size"), colours[i % len(colours)])
    label = desk.line(series.label, frame.x, frame.y + spec.mm("label-at"), desk.style(spec.style("label")))
    return (Marked("P", (*placed(number, frame.x, frame.y + spec.mm("number-at")), *label)),)


def squares(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> Placed:
    """A square a unit, in rows."""
    (series,) = _roomy(desk, chart, 1)
    rows = Rows(counted(desk, chart, series), spec.count("columns"), (spec.mm("pitch"), spec.mm("pitch")))
    at, side = frame.at(0.0, spec.mm("at")), spec.mm("side")
    drawn = figures.squares(at, rows, side, spec.colour("colour"), hollow_of(series, spec.pt("stroke")))
    _within(desk, series, at[0] + rows.width + side, frame)
    bottom = at[1] + rows.depth + side
    figure = as_figure(chart, drawn, (frame.x, frame.y, frame.width, bottom - frame.y))
    return Placed((*heading(desk, chart, spec, frame), figure), bottom)


def pictogram(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> Placed:
    """A row of small drawings, one a unit."""
    draw = icons.ICONS.get(chart.icon)
    if draw is None:
        desk.report(problem("unknown-icon", chart.place, name=chart.icon, all="、".join(icons.ICONS)))
        return Placed((), frame.y)
    (series,) = _roomy(desk, chart, 1)
    width, height = spec.point("size")
    colour, at = spec.colour("colour"), frame.at(0.0, spec.mm("at"))
    rows = Rows(counted(desk, chart, series), spec.count("columns"), spec.point("pitch"))
    hollow = hollow_of(series, spec.pt("stroke"))
    drawn: list[Item] = []
    for i, (x, y) in enumerate(rows.places(at)):
        drawn += draw((x, y, width, height), colour, hollow.stroke if i >= rows.units - hollow.units else 0.0)
    _within(desk, series, at[0] + rows.width + width, frame)
    bottom = at[1] + rows.depth + height
    figure = as_figure(chart, drawn, (frame.x, frame.y, frame.width, bottom - frame.y))
    return Placed((*heading(desk, chart, spec, frame), figure), bottom)


def weave(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> Placed:
    """A cell of a plain weave a unit."""
    (series,) = _roomy(desk, chart, 1)
    pitch = spec.mm("pitch")
    rows = Rows(counted(desk, chart, series), spec.count("columns"), (pitch, pitch))
    first, second = (c for c in spec.colours("colours") if c)
    drawn = figures.weave((frame.x, frame.y), rows, spec.point("cell"), (first, second))
    _within(desk, series, frame.x + rows.width + pitch, frame)
    bottom = frame.y + rows.depth + pitch
    return Placed((as_figure(chart, drawn, (frame.x, frame.y, frame.width, bottom - frame.y)),), bottom)


def warp(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> Placed:
    """Bands of threads on a loom, a thread a unit, each band with its number and name."""
    bands, beams = spec.subs("bands"), spec.sub("beams")
    stroke = Stroke(beams.colour("colour"), beams.pt("stroke"))
    edges = [frame.y + y for y in beams.mms("at")]
    drawn: list[Item] = [Shape(line(frame.x, y, frame.x + frame.width, y), stroke=stroke) for y in edges]
    words: list[Item] = []
    for series, band in zip(_roomy(desk, chart, len(bands)), bands, strict=False):
        count = counted(desk, chart, series)
        _within(desk, series, frame.x + spec.mm("pitch") * (count - 1) + spec.mm("thread"), frame)
        drawn += _band(series, count, band, spec, frame)
        words += _band_words(desk, series, band, spec, frame)
    top = frame.y + spec.mm("title-at")
    figure = as_figure(chart, drawn, (frame.x, top, frame.width, max(edges) - top))
    return Placed((*heading(desk, chart, spec, frame), figure, *words), max(edges))


def _band(series: Series, count: int, band: Spec, spec: Spec, frame: Frame) -> tuple[Item, ...]:
    """余 多 以上: a few more threads in the pale colour; 近: the last thread an outline."""
    look = figures.Band(band.mm("height"), spec.mm("pitch"), spec.mm("thread"))
    x, y = frame.at(0.0, band.mm("y"))
    shapes = figures.threads((x, y), count, look, band.colour("colour"), hollow_of(series, spec.pt("near-stroke")))
    if series.approx == "over":
        shapes += figures.threads(
            (x + look.pitch * count, y), spec.count("over-threads"), look, band.colour("pale"), figures.FULL
        )
    return shapes


def _band_words(desk: Desk, series: Series, band: Spec, spec: Spec, frame: Frame) -> tuple[Item, ...]:
    from report.layout.cards import numeral  # cards place tiles, and tiles hold charts

    colour = band.colour("text", band.text("colour"))
    x, y = frame.at(*band.point("number"))
    number = numeral(desk, series.figure, band.pt("size"), colour)
    name = desk.line(series.label, *frame.at(*band.point("name")), desk.style(spec.style("label")))
    return (Marked("P", (*placed(number, x, y), *name)),)


def wave(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> Placed:
    """A field of dots in waves, a dot a unit; a field that cannot hold them all is a problem."""
    (series,) = _roomy(desk, chart, 1)
    count = counted(desk, chart, series)
    left, top, width, height = spec.box("bounds")
    bounds = (*frame.at(left, top), width, height)
    field = figures.WaveField(frame.at(*spec.point("centre")), spec.mm("inner"), spec.mm("step"), bounds)
    drawn, fitted = figures.wave(field, count, spec.mm("wave"), spec.mms("diameters"), spec.colour("colour"))
    _agreed(desk, chart, count, fitted)
    return Placed((as_figure(chart, drawn, bounds),), bounds[1] + height)


def _agreed(desk: Desk, chart: Chart, wanted: int, drawn: int) -> None:
    """A chart shows the value it is given, or says that it cannot."""
    if wanted != drawn:
        desk.report(problem("units-disagree", chart.place, wanted=wanted, drawn=drawn))


def lanterns(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> Placed:
    """Cords in arcs with a lantern a unit, running on to their tails on both sides."""
    (series,) = _roomy(desk, chart, 1)
    posts, tails = ([frame.at(*p) for p in spec.points(key)] for key in ("cords", "tails"))
    counts = [round(v / MM) for v in spec.mms("counts")]
    _agreed(desk, chart, counted(desk, chart, series), sum(counts))
    cord = spec.sub("cord")
    stroke = Stroke(cord.colour("colour"), cord.pt("stroke"))
    ends = zip(tails, (posts[0], posts[-1]), strict=True)
    drawn: list[Item] = [Shape(line(*tail, *post), stroke=stroke) for tail, post in ends]
    for span, hung in zip(pairwise(posts), counts, strict=True):
        drawn += _garland(span, hung, spec, stroke)
    bottom = max(y for _, y in posts) + spec.mm("sag") + spec.point("body")[1] * 2
    box = (posts[0][0], posts[0][1], posts[-1][0] - posts[0][0], bottom - posts[0][1])
    return Placed((as_figure(chart, drawn, box),), bottom)


def _garland(span: tuple[Point, Point], hung: int, spec: Spec, stroke: Stroke) -> list[Item]:
    """One cord with its lanterns."""
    sag = spec.mm("sag")
    thin = (spec.pt("hang-stroke", stroke.width), spec.pt("tassel-stroke", stroke.width))
    look = icons.LanternStyle(spec.point("body"), spec.point("cap"), spec.mm("hang"), spec.mm("tassel"), thin)
    red, gold = (c for c in spec.colours("colours") if c)
    cord = [v for i in range(CORD_STEPS + 1) for v in _swag(span, sag, i / CORD_STEPS)]
    drawn: list[Item] = [Shape(Path("m" + "l" * CORD_STEPS, tuple(cord)), stroke=stroke)]
    for i in range(hung):
        drawn += icons.lantern(*_swag(span, sag, (i + 0.5) / hung), look, (red, gold, stroke.colour))
    return drawn


def _swag(span: tuple[Point, Point], sag: float, t: float) -> Point:
    """A point of a hanging cord: a parabola between two posts."""
    (x0, y0), (x1, y1) = span
    return x0 + (x1 - x0) * t, y0 + (y1 - y0) * t + 4 * sag * t * (1 - t)


def courtyards(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> Placed:
    """Rows of houses, a house so many units."""
    (series,) = _roomy(desk, chart, 1)
    rows = [round(v / MM) for v in spec.mms("rows")]
    _agreed(desk, chart, counted(desk, chart, series), sum(rows))
    look = _courtyard_style(spec)
    (across, down), house = spec.point("pitch"), spec.mm("house")
    centre, first = frame.at(spec.mm("centre"), spec.mm("first"))
    drawn: list[Item] = []
    for r, number in enumerate(rows):
        left = centre - number * across / 2 + (across - house) / 2
        for i in range(number):
            drawn += icons.courtyard(left + across * i, first + down * r, house, look)
    bottom = first + down * (len(rows) - 1) + house
    width = max(rows) * across
    return Placed((as_figure(chart, drawn, (centre - width / 2, first, width, bottom - first)),), bottom)


def _courtyard_style(spec: Spec) -> icons.CourtyardStyle:
    wall = spec.sub("wall")
    outline = Stroke(wall.colour("colour"), wall.pt("stroke"))
    return icons.CourtyardStyle(
        wall.colour("fill"), outline, spec.colour("roof"), spec.colour("plaque"), spec.colour("gate")
    )


def net(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> Placed:
    """A hanging net, a knot so many units."""
    (series,) = _roomy(desk, chart, 1)
    count, drop = counted(desk, chart, series), spec.point("drop")
    left, top = frame.at(spec.mm("left"), spec.mm("top"))
    mesh = figures.Mesh(spec.count("columns"), spec.count("rows"), left, top, spec.mm("span"), drop, spec.mm("draw-in"))
    _agreed(desk, chart, count, min(count, mesh.columns * mesh.rows))
    thread, rope = spec.sub("thread"), spec.sub("rope")
    stroke = Stroke(thread.colour("colour"), thread.pt("stroke"))
    drawn = figures.net(mesh, count, spec.mm("knot"), spec.colour("colour"), stroke)
    x, y, width = rope.mms("box")
    held = line(*frame.at(x, y), *frame.at(x + width, y))
    rope_shape = Shape(held, stroke=Stroke(rope.colour("colour"), rope.pt("stroke")))
    figure = as_figure(chart, (rope_shape, *drawn), (left, top, mesh.width, sum(drop)))
    return Placed((figure,), top + sum(drop))


def mini_chart(desk: Desk, chart: Chart, spec: Spec, look: Spec, frame: Frame) -> tuple[Item, ...]:
    """The small unit chart in the upper right corner of a tile."""
    colour = look.colour("mini", look.text("number"))
    right = frame.x + frame.width
    (series,) = _roomy(desk, chart, 1)
    count = counted(desk, chart, series)
    if chart.kind == "flower":
        own = spec.sub("mini-flower")
        dx, dy = own.point("inset")
        centre, radius = (right - dx, frame.y + dy), own.mm("radius")
        drawn: tuple[Item, ...] = figures.flower(centre, radius, [(count, colour)], own.number("petal"))
        return (as_figure(chart, drawn, _around(centre, radius)),)
    if chart.kind not in ("dots", "squares"):
        desk.report(problem("unknown-chart", chart.place, kind=chart.kind, all="flower、dots、squares"))
        return ()
    own = spec.sub(f"mini-{chart.kind}")
    narrow = own.has("narrow-above") and count > own.count("narrow-above")
    columns, pitch = own.count("narrow-columns" if narrow else "columns"), own.mm("pitch")
    rows, (dx, dy) = Rows(count, columns, (pitch, pitch)), own.point("inset")
    side = own.mm("diameter" if chart.kind == "dots" else "side")
    at = (right - dx - (columns - 1) * pitch - side, frame.y + dy)
    over = at[1] + rows.depth + side - frame.foot
    if over > TOLERANCE:
        desk.report(problem("block-overflow", series.place, over=f"{mm(over):.1f}"))
    draw = figures.dots if chart.kind == "dots" else figures.squares
    drawn = draw(at, rows, side, colour, hollow_of(series, own.pt("stroke")))
    return (as_figure(chart, drawn, (*at, columns * pitch, rows.depth + pitch)),)
