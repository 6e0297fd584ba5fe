"""Charts of a report on their place: what must be true of them, who draws each kind, finished ones from the cache."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import inf

from report import modules
from report.charts.truth import shown, untrue
from report.content.model import Chart
from report.content.spec import Spec
from report.drawing import Item, Marked, Shape, line
from report.layout.alt import as_figure
from report.layout.charts import kinds
from report.layout.charts.finished import finished
from report.layout.charts.looks import stroke
from report.layout.desk import Desk, Frame, Placed
from report.problem import problem
from report.record import replace

__all__ = ["DRAWERS", "chart"]

Draw = Callable[[Desk, Chart, Spec, Frame], Placed]


def chart(desk: Desk, given: Chart, spec: Spec, frame: Frame) -> Placed:
    """Any chart in the look of the theme, with what the template says on top; an untrue one is not drawn."""
    drawer = DRAWERS.get(given.kind)
    if drawer is None:
        desk.report(problem("unknown-chart", given.place, kind=given.kind, all="、".join(DRAWERS)))
        return Placed((), frame.y)
    found = tuple(untrue(given))
    desk.tell(found)
    if found:
        return Placed((), frame.y)
    return drawer(desk, given, spec, frame)


def _late(module: str, name: str) -> Draw:
    """A drawer of a module that few reports need."""
    return modules.late(f"report.layout.{module}", name)


def _own(draw: Draw) -> Draw:
    """A drawer that finds its look under the name of the kind and counts the values that are there."""

    def drawn(desk: Desk, given: Chart, spec: Spec, frame: Frame) -> Placed:
        there = given if given.kind == "bar" else replace(given, series=shown(given))
        return draw(desk, there, spec.over(desk.theme.block(given.kind)), frame)

    return drawn


def _squares(desk: Desk, given: Chart, spec: Spec, frame: Frame) -> Placed:
    """One value in a field of squares, several in a row each where the theme has rows."""
    if len(given.series) > 1 and spec.has("rows"):
        from report.layout.charts.squarerows import square_rows

        return square_rows(desk, given, spec, frame)
    return _late("unitcharts", "squares")(desk, given, spec, frame)


def _grid(desk: Desk, given: Chart, spec: Spec, frame: Frame) -> Placed:
    return _plotted(desk, given, given.kind, spec, frame)


def _ring(desk: Desk, given: Chart, spec: Spec, frame: Frame) -> Placed:
    """One share of a whole, or a whole in parts."""
    if len(given.series) == 1:
        return _late("charts.parts", "share_ring")(desk, given, spec.over(desk.theme.block("ring")), frame)
    return _plotted(desk, given, "parts-ring", spec, frame)


def _plotted(desk: Desk, given: Chart, kind: str, spec: Spec, frame: Frame) -> Placed:
    """The title, and below it the plot in the look of its block."""
    look = spec.over(desk.theme.block(kinds.BUILDERS[kind][0]))
    width = min(frame.width, look.mm("most")) if look.has("most") else frame.width
    plot = kinds.built(desk, given, kind, look, width)
    if plot is None:
        return Placed((), frame.y)
    head, top = _headed(desk, given, look, frame._replace(width=width))
    items, depth = finished(desk, plot, frame.x, top)
    notes = [words.text for words in (plot.notes if hasattr(plot, "notes") else plot.grid.notes)]
    return Placed((*head, as_figure(given, items, (frame.x, top, width, depth), notes)), top + depth)


def _headed(desk: Desk, given: Chart, look: Spec, frame: Frame) -> tuple[tuple[Item, ...], float]:
    """Rule and title on top of a plot, unless the flow has set a heading, and where the plot then begins."""
    items: list[Item] = []
    if look.flag("heading"):
        return (), frame.y
    if look.has("rule"):
        rule = Shape(line(frame.x, frame.y, frame.x + frame.width, frame.y), stroke=stroke(look, "rule"))
        items.append(Marked("Artifact", (rule,)))
    if not given.title:
        return tuple(items), frame.y + (look.mm("bare-at") if items else 0.0)
    room = Frame(frame.x, frame.y + look.mm("title-at"), frame.width, inf)
    title = desk.text(given.title, room, desk.style(look.style("title")))
    return (*items, *title.items), frame.y + look.mm("at") + title.bottom - room.y


DRAWERS: Mapping[str, Draw] = {
    "flower": _own(_late("unitcharts", "flower")),
    "dots": _own(_late("unitcharts", "dots")),
    "squares": _own(_squares),
    "pictogram": _own(_late("unitcharts", "pictogram")),
    "weave": _own(_late("unitcharts", "weave")),
    "warp": _own(_late("unitcharts", "warp")),
    "wave": _own(_late("unitcharts", "wave")),
    "lanterns": _own(_late("unitcharts", "lanterns")),
    "courtyards": _own(_late("unitcharts", "courtyards")),
    "net": _own(_late("unitcharts", "net")),
    "ring": _ring,
    "proportion": _own(_late("charts.parts", "proportion")),
    "bar": _own(_late("charts.parts", "bar")),
    **{kind: _grid for kind in kinds.BUILDERS if kind != "parts-ring"},
}
"""The drawer of each kind of chart."""
