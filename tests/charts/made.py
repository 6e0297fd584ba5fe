"""Charts, plots and looks made by hand, as the reader and the theme would give them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from report.charts.placing import Box
from report.charts.plots import Bar, BarLook, Words
from report.colour import BLACK, Cmyk, Colour
from report.content import numerals
from report.content import theme as theme_module
from report.content.model import Approx, Chart, Figure, Inline, Prose, Series
from report.content.source import Fields, Node, load, parse
from report.content.spec import Spec
from report.content.theme import Theme, read_theme
from report.drawing import Group, Item, Marked, Run, Shape
from report.layout.desk import Desk, Frame
from report.problem import Place
from report.resources import themes
from report.typeset import Span, TextStyle
from report.units import MM

HERE = Place("report.yaml", 7, 3)
STYLE = TextStyle("hei", 700, 8.5, 12.0, BLACK, align="left", han_latin=0.0)
CRIMSON, PALE, TRACK = Cmyk(0.22, 0.98, 0.85, 0.22), Cmyk(0.08, 0.4, 0.24, 0.02), Cmyk(0.0, 0.0, 0.0, 0.15)
LOOK = BarLook(5 * MM, 6.5 * MM, 80 * MM, 0.0, 1.8 * MM, 0.4 * MM, 0.6, 1.6 * MM)


def brochure() -> Theme:
    """The theme brochure with the charts of its charts.yaml."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(theme_module, "load", _with_charts)
        return read_theme(themes() / "brochure")


def _with_charts(path: Path) -> Node:
    """A file of the theme; theme.yaml with what charts.yaml adds to it."""
    found = load(path)
    return merged(found, load(path.with_name("charts.yaml"))) if path.name == "theme.yaml" else found


def merged(first: Node, second: Node) -> Node:
    """A map with what another one adds; the first one's values stay."""
    if not isinstance(first, Fields) or not isinstance(second, Fields):
        return first
    names = {key.text: value for key, value in second.entries}
    kept = tuple(
        (key, merged(value, names.pop(key.text)) if key.text in names else value) for key, value in first.entries
    )
    return Fields((*kept, *((key, value) for key, value in second.entries if key.text in names)), first.place)


def prose(text: str) -> Prose:
    return ((Inline(text, HERE),),) if text else ()


def words(text: str, style: TextStyle = STYLE) -> Words:
    return Words((Span(text, None, HERE),), style)


def bar(value: float, approx: Approx = "exact", said: str = "1") -> Bar:
    return Bar(value, approx, words(said), None, CRIMSON, PALE)


def series(value: float | str, figure: tuple[str, str, str], label: str = "", approx: Approx = "exact") -> Series:
    return Series(Decimal(value), approx, Figure(*figure), prose(label), "", HERE)


def table(kind: str, groups: dict[str, dict[str, float | str | None]], unit: str = "", **more: Any) -> Chart:
    """A chart of a table: series by name, each with its values by name; None is a gap."""
    values = [
        replace(plotted(value, unit, name), group=group) for group, row in groups.items() for name, value in row.items()
    ]
    return chart(kind, *values, **more)


def plotted(value: float | str | None, unit: str, label: str) -> Series:
    """A value as the rows of a table give them; text as it is printed (20余) states its own approximation."""
    if value is None:
        return Series(Decimal("NaN"), "exact", Figure("", "—", ""), prose(label), "", HERE)
    figure = numerals.figure(f"{value}{unit}")
    approx: Approx = "over" if figure.suffix[:1] in "余多" and figure.suffix else "near" if figure.prefix else "exact"
    return Series(numerals.parse(figure.number) or Decimal(0), approx, figure, prose(label), "", HERE)


def chart(kind: str, *values: Series, title: str = "", per: int = 1, **more: Any) -> Chart:
    return Chart(kind, prose(title), prose(more.pop("label", "")), values, HERE, Decimal(per), **more)


def spec(theme: Theme, text: str = "{}") -> Spec:
    """What a template says of a block, as YAML."""
    node = parse(text.encode(), "pages.yaml")
    assert isinstance(node, Fields)
    return Spec((node,), theme.palette, theme.styles)


def flat(items: Sequence[Item]) -> Iterator[Shape | Run]:
    """Shapes and runs, out of their marks and groups."""
    for item in items:
        match item:
            case Marked() | Group():
                yield from flat(item.items)
            case Shape() | Run():
                yield item


def shapes(items: Sequence[Item]) -> list[Shape]:
    return [item for item in flat(items) if isinstance(item, Shape)]


def texts(items: Sequence[Item]) -> list[str]:
    return [item.text for item in flat(items) if isinstance(item, Run)]


def box_mm(shape: Shape) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a shape's points in millimetres, to 0.01."""
    xs, ys = shape.path.points[0::2], shape.path.points[1::2]
    left, top, right, bottom = (round(v / MM, 2) for v in (min(xs), min(ys), max(xs), max(ys)))
    return left, top, right, bottom


def run_box(run: Run) -> Box:
    """The em boxes of a run: of a line, of an upright column, or turned a quarter clockwise."""
    above, below = run.face.ascent / 1000 * run.size, -run.face.descent / 1000 * run.size
    if run.vertical:
        return Box(run.x - run.size / 2, run.y, run.x + run.size / 2, run.y + run.width)
    if run.turn:
        return Box(run.x - below, run.y, run.x + above, run.y + run.width)
    return Box(run.x, run.y - above, run.x + run.width, run.y + below)


def runs(items: Sequence[Item]) -> list[Run]:
    return [item for item in flat(items) if isinstance(item, Run)]


def placed(desk: Desk, given: Chart, look: str = "{}", width: float = 86.0) -> tuple[Item, ...]:
    """The items of a chart in the theme's look, its block at the origin, so wide in millimetres."""
    from report.layout.charts import chart as drawn

    return drawn(desk, given, spec(desk.theme, look), Frame(0.0, 0.0, width * MM, 900.0)).items


def boxes(items: Sequence[Item], colour: Colour) -> list[tuple[float, float, float, float]]:
    """The boxes of the shapes filled in a colour, in millimetres."""
    return [box_mm(shape) for shape in shapes(items) if shape.fill == colour]


def at(items: Sequence[Item], text: str) -> tuple[float, float]:
    """Left end and baseline of a label in millimetres."""
    (run,) = (run for run in runs(items) if run.text == text)
    return round(run.x / MM, 2), round(run.y / MM, 2)


def middle(items: Sequence[Item], text: str) -> tuple[float, float]:
    """The middle of a label's width, and its baseline."""
    (run,) = (run for run in runs(items) if run.text == text)
    return round((run.x + run.width / 2) / MM, 2), round(run.y / MM, 2)


YEARS = ("2021年", "2022年", "2023年", "2024年")


def _years(*values: float | str | None) -> dict[str, float | str | None]:
    return dict(zip(YEARS, values, strict=True))


TWO = {"线下": _years(42, 56, "63余", 70), "线上": _years(30, None, 47, "近58")}
WHOLE = {"入户": _years(52, 44, 61, 40), "到站": _years(48, 56, 39, 60)}
EVERY: tuple[Chart, ...] = (
    table("column", {"a": _years(-12, "20余", None, 30)}, "场", title="柱形", highlight="2024年"),
    table("grouped", TWO, "场", title="分组（场）"),
    table("stacked", WHOLE, "%", title="堆积（%）"),
    table("line", TWO, "人", title="折线"),
    table("area", WHOLE, "个", title="面积"),
    table("dot", TWO, "分", title="点图（分）"),
    table("slope", {"甲区": {"期初": 38, "期末": "近72"}, "乙区": {"期初": 55, "期末": 61}}, "%", title="坡度（%）"),
    table("pyramid", WHOLE, "人", title="金字塔（人）"),
    table(
        "waterfall",
        {"额": {"期初": 40, "拨款 $\\Delta$": "22余", "支出": -30, "期末": 32}},
        "万元",
        title="瀑布（万元）",
    ),
    table("scatter", {"收入": {"甲": 2, "乙": 4}, "覆盖": {"甲": 80, "乙": 95}}, "", title="散点"),
    table("multiples", TWO, "件", title="小多图（件）"),
    table("bar", {"a": {"甲": 5, "乙": -3}}, "个", title="条形"),
    chart("ring", plotted(3, "个", "村"), plotted(1, "个", "社区"), plotted(4, "个", "合计"), title="环（个）"),
    chart("ring", plotted(70, "%", "比例")),
    chart("proportion", plotted(990, "个", "村"), plotted(10, "个", "社区"), title="占比条（个）"),
)
"""A chart of each kind that is drawn by matplotlib, with gaps, marks, formulas and values below zero."""
