"""Charts, plots and looks made by hand, as the reader and the theme would give them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from report.charts.plots import Bar, BarLook, Words
from report.colour import BLACK, Cmyk
from report.content.model import Approx, Chart, Figure, Inline, Prose, Series
from report.content.source import Fields, parse
from report.content.spec import Spec
from report.content.theme import Theme
from report.drawing import Group, Item, Marked, Run, Shape
from report.problem import Place
from report.typeset import Span, TextStyle
from report.units import MM

HERE = Place("report.yaml", 7, 3)
STYLE = TextStyle("hei", 700, 8.5, 12.0, BLACK, align="left", han_latin=0.0)
CRIMSON, PALE, TRACK = Cmyk(0.22, 0.98, 0.85, 0.22), Cmyk(0.08, 0.4, 0.24, 0.02), Cmyk(0.0, 0.0, 0.0, 0.15)
LOOK = BarLook(5 * MM, 6.5 * MM, 80 * MM, 0.0, 1.8 * MM, 0.4 * MM, 0.6, 1.6 * MM)


def prose(text: str) -> Prose:
    return ((Inline(text, HERE),),) if text else ()


def words(text: str, style: TextStyle = STYLE) -> Words:
    return Words((Span(text, None, HERE),), style)


def bar(value: float, approx: Approx = "exact", said: str = "1") -> Bar:
    return Bar(value, approx, words(said), None, CRIMSON, PALE)


def series(value: float | str, figure: tuple[str, str, str], label: str = "", approx: Approx = "exact") -> Series:
    return Series(Decimal(value), approx, Figure(*figure), prose(label), "", HERE)


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
