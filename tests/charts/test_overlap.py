"""Whatever the data: no label lies on another or outside its chart; one that is wider than its room is a problem."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from report.charts.placing import Box, apart
from report.content.catalogue import read_catalogue
from report.content.model import Chart
from report.deliver.cache import RunCache
from report.drawing import Marked
from report.layout import charts
from report.layout.desk import Desk, Frame
from report.resources import fonts
from report.typeset.faces import Faces
from report.units import MM

from .made import brochure, run_box, runs, spec, table

THEME = brochure()
FACES = Faces(read_catalogue(fonts() / "fonts.yaml"))
OVERHANG = 2.5
"""Points by which the em boxes of a chart's outermost words may stick out of it."""
PARTS = ("妇女", "儿童", "活动", "中心", "家庭", "教育", "指导", "服务", "示范区", "甲", "Ab", "2021年")
NAMES = st.lists(st.sampled_from(PARTS), min_size=1, max_size=6).map("".join)
Values = Mapping[str, dict[str, float | str | None]]


@st.composite
def tables(draw: st.DrawFn, low: int, series: tuple[int, int], most: int = 12, gaps: bool = True) -> Values:
    """Names (years, or phrases of all lengths) and series with values of one order; one in seven missing."""
    years = st.integers(2, 30).map(lambda count: [f"{1995 + i}年" for i in range(count)])
    names = draw(years | st.lists(NAMES, min_size=2, max_size=most, unique=True))
    order = draw(st.sampled_from([10, 100, 99999]))
    value = st.integers(low * order, order)
    printed = value.map(str) | value.map(str) | value.map(lambda number: f"{number}余")
    cell = st.one_of(*[printed] * 6, st.none()) if gaps else printed
    groups = draw(st.lists(NAMES, min_size=series[0], max_size=series[1], unique=True))
    return {group: {name: draw(cell) for name in names} for group in groups}


@st.composite
def falls(draw: st.DrawFn) -> Values:
    """A waterfall that adds up."""
    names = draw(st.lists(NAMES, min_size=3, max_size=9, unique=True))
    order = draw(st.sampled_from([10, 100, 99999]))
    changes = [draw(st.integers(-order, order)) for _ in names[1:]]
    return {"额": dict(zip(names, [*changes, sum(changes)], strict=True))}


def slopes(values: Values) -> Values:
    """Two periods of a table without gaps."""
    return {
        group: dict(zip(("期初", "2025年末"), list(row.values())[:2], strict=True)) for group, row in values.items()
    }


KINDS: Mapping[str, st.SearchStrategy[Values]] = {
    "column": tables(-1, (1, 1), most=40),
    "grouped": tables(-1, (1, 5)),
    "line": tables(-1, (1, 5)),
    "area": tables(0, (1, 5)),
    "stacked": tables(0, (1, 5)),
    "dot": tables(-1, (1, 4)),
    "bar": tables(-1, (1, 1)),
    "slope": tables(-1, (1, 4), gaps=False).map(slopes),
    "pyramid": tables(0, (2, 2)),
    "multiples": tables(-1, (2, 6)),
    "scatter": tables(-1, (2, 2)),
    "waterfall": falls(),
}


def drawn(given_: Chart, width: float) -> tuple[list[Box], Box, set[str]]:
    """Boxes of all labels of the figure, the figure's own box, the codes of what was found."""
    desk = Desk(THEME, FACES, RunCache(), ".")
    placed = charts.chart(desk, given_, spec(THEME), Frame(0.0, 0.0, width, 900.0))
    codes = {found.code for found in desk.problems}
    for item in placed.items:
        if isinstance(item, Marked) and item.box:
            x, y, wide, deep = item.box
            return [run_box(run) for run in runs([item])], Box(x, y, x + wide, y + deep).grown(OVERHANG), codes
    return [], Box(0.0, 0.0, 0.0, 0.0), codes


@pytest.mark.parametrize("kind", KINDS)
def test_no_label_lies_on_another_or_outside_the_chart(kind: str) -> None:
    @settings(
        max_examples=25,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    @given(KINDS[kind], st.sampled_from([56, 86, 131]), st.sampled_from(["样张（人）", "样张"]), st.integers(0, 3))
    def check(groups: Values, width: int, title: str, marked: int) -> None:
        names = ["", *groups, *next(iter(groups.values()))]
        given_ = table(kind, dict(groups), "人", title=title, highlight=names[marked % len(names)])
        boxes, figure, codes = drawn(given_, width * MM)
        if "line-overflow" not in codes:
            assert apart(boxes)
            assert all(box.within(figure) for box in boxes)
            checked.append(len(boxes))

    checked: list[int] = []
    check()
    assert sum(count > 3 for count in checked) > 10
