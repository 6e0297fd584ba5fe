"""Rows of squares, one row a name and one square a unit: the first series filled, the others in outline."""

from __future__ import annotations

from report.charts import figures
from report.charts.figures import Hollow, Rows
from report.charts.truth import groups_of, name_of, names_of, shown
from report.colour import Colour
from report.content.model import Chart
from report.content.spec import Spec
from report.drawing import Item, Shape
from report.layout.alt import as_figure
from report.layout.desk import TOLERANCE, Desk, Frame, Placed
from report.layout.unitcharts import counted, heading
from report.problem import problem
from report.units import mm


def square_rows(desk: Desk, chart: Chart, spec: Spec, frame: Frame) -> Placed:
    """The rows with their names before them, and below them what filled and outlined squares are."""
    look = spec.sub("rows")
    style = desk.style(look.style("label"))
    side, pitch, inset = spec.mm("side"), look.point("pitch"), look.mm("label-width")
    groups = groups_of(chart)
    drawn: list[Item] = []
    names: list[Item] = []
    for row, name in enumerate(names_of(chart)):
        top = frame.y + spec.mm("at") + row * pitch[1]
        names += desk.line(name, frame.x, top + side / 2 + 0.36 * style.size, style, inset)
        x = frame.x + inset
        for series in (one for one in shown(chart) if name_of(one) == name):
            count = counted(desk, chart, series) if series.value else 0
            drawn += _run(look, (x, top, side), Rows(count, max(1, count), pitch), groups.index(series.group))
            x += count * pitch[0]
        over = x - pitch[0] + side - frame.x - frame.width
        if over > TOLERANCE:
            desk.report(problem("block-overflow", chart.place, over=f"{mm(over):.1f}"))
    bottom = frame.y + spec.mm("at") + (len(names_of(chart)) - 1) * pitch[1] + side
    named = _key(desk, look, groups, frame._replace(y=bottom + look.mm("key-at"))) if len(groups) > 1 else ()
    foot = bottom + (look.mm("key-at") if named else 0.0)
    figure = as_figure(chart, (*drawn, *names, *named), (frame.x, frame.y, frame.width, foot - frame.y))
    return Placed((*heading(desk, chart, spec, frame), figure), foot)


def _run(look: Spec, at: tuple[float, float, float], rows: Rows, group: int) -> tuple[Shape, ...]:
    """Squares of one series of a row from their left edge, top and side."""
    x, y, side = at
    outlined = rows.units if group else 0
    return figures.squares((x, y), rows, side, _colour(look, group), Hollow(outlined, look.pt("stroke")))


def _colour(look: Spec, group: int) -> Colour:
    colours = [colour for colour in look.colours("colours") if colour]
    return colours[group % len(colours)]


def _key(desk: Desk, look: Spec, groups: tuple[str, ...], frame: Frame) -> tuple[Item, ...]:
    """A small square and a name for each series, side by side, ending at the right edge."""
    style = desk.style(look.style("label"))
    side = look.mm("key")
    found: list[Item] = []
    x = frame.x + frame.width
    for group in reversed(range(len(groups))):
        words = desk.measured(groups[group], style)
        x -= words.width
        found += words.items(x, frame.y)
        x -= 1.5 * side
        found += _run(look, (x, frame.y - 0.36 * style.size - side / 2, side), Rows(1, 1, (side, side)), group)
        x -= look.mm("key-gap")
    return tuple(found)
