"""The year wheel: months as a ring, spans as arcs outside it, days as nodes on it, and the list that names them."""

from __future__ import annotations

import calendar
import math

from report.charts import figures
from report.content.model import YearWheel
from report.content.spec import Spec
from report.drawing import Item, Marked, Shape, Stroke
from report.layout.desk import Desk, Frame, Placed, plain
from report.layout.unitcharts import disc

YEAR = 2023
"""A common year: days of February 29th are not on the wheel."""


def year_wheel(desk: Desk, given: YearWheel, spec: Spec, frame: Frame) -> Placed:
    """Geometry and labels; angles count clockwise from 12 o'clock, a month is 30 degrees."""
    cx, cy = (a + b for a, b in zip(spec.point("centre"), (frame.x, frame.y), strict=True))
    radius = spec.mm("radius")
    items: list[Item] = [*_months(desk, given, spec, cx, cy), *_spans(given, spec, cx, cy)]
    style = desk.style(spec.style("text"))
    middle = Frame(cx - radius, frame.y + spec.mm("text-at"), 2 * radius, cy + radius)
    said = desk.text(given.text, middle, style)
    for node in given.nodes:
        x, y = _polar(cx, cy, radius, _angle(node.month, node.day))
        items.append(disc(x, y, spec.mm("node"), spec.ink(node.colour, node.place)))
    box = (cx - radius * 1.3, cy - radius * 1.3, radius * 2.6, radius * 2.6)
    figure = Marked("Figure", tuple(items), alt=_alt(given), box=box)
    return Placed((figure, *said.items, *_legend(desk, given, spec, frame)), cy + radius * 1.2)


def _months(desk: Desk, given: YearWheel, spec: Spec, cx: float, cy: float) -> list[Item]:
    radius, gap = spec.mm("radius"), spec.number("gap-degrees") / 2
    style = desk.style(spec.style("month"))
    items: list[Item] = []
    for month in range(1, 13):
        start = 30.0 * (month - 1)
        colour = spec.colour("active" if month in given.months else "passive")
        piece = figures.arc((cx, cy), radius, start + gap, start + 30 - gap)
        items.append(Shape(piece, stroke=Stroke(colour, spec.mm("thickness"))))
        x, y = _polar(cx, cy, radius, start + 15)
        width = 2 * spec.mm("thickness")
        items += desk.line(str(month), x - width / 2, y + style.size * 0.36, style, width)
    return items


def _spans(given: YearWheel, spec: Spec, cx: float, cy: float) -> list[Item]:
    look = spec.sub("span")
    stroke = Stroke(look.colour("colour"), look.mm("thickness"))
    inset = look.number("inset")
    items: list[Item] = []
    for first, last in given.spans:
        piece = figures.arc((cx, cy), look.mm("radius"), 30.0 * (first - 1) + inset, 30.0 * last - inset)
        items.append(Shape(piece, stroke=stroke))
    return items


def _legend(desk: Desk, given: YearWheel, spec: Spec, frame: Frame) -> list[Item]:
    look = spec.sub("legend")
    x, y = (a + b for a, b in zip(look.point("at"), (frame.x, frame.y), strict=True))
    name, note = desk.style(look.style("name")), desk.style(look.style("note"))
    rows = [(n.name, n.note, spec.ink(n.colour, n.place)) for n in given.nodes]
    if given.spans:
        rows.append((given.span_name, given.span_note, spec.sub("span").colour("colour")))
    items: list[Item] = []
    for i, (named, said, colour) in enumerate(rows):
        at = y + i * look.mm("step")
        items.append(disc(x, at - look.mm("dot-rise"), look.mm("dot"), colour))
        left = frame.x + look.mm("text-x")
        first = desk.line(named, left, at, name, look.mm("width"))
        second = desk.line(said, left, at + look.mm("note-after"), note, look.mm("width"))
        items.append(Marked("P", (*first, *second)))
    return items


def _angle(month: int, day: int) -> float:
    days = calendar.monthrange(YEAR, month)[1]
    return 30.0 * (month - 1) + 30.0 * min(day - 0.5, days) / days


def _polar(cx: float, cy: float, radius: float, degrees: float) -> tuple[float, float]:
    turned = math.radians(degrees - 90)
    return cx + radius * math.cos(turned), cy + radius * math.sin(turned)


def _alt(given: YearWheel) -> str:
    nodes = "、".join(f"{plain(n.name)}（{n.month}月）" for n in given.nodes)
    spans = "、".join(f"{a}月至{b}月" for a, b in given.spans)
    return f"年轮图：一年十二个月，节点为{nodes}；弧段为{plain(given.span_name)}（{spans}）。"
