"""What a chart may not claim: each untrue one with its reason, beside a true one that differs little."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.charts.truth import untrue
from report.content.model import Chart
from report.problem import Place

from .made import HERE, chart, plotted, table

AB = {"甲": 1, "乙": 2}


def ring(*parts: tuple[str, str, str]) -> Chart:
    return chart("ring", *(plotted(value, unit, label) for label, value, unit in parts))


UNTRUE: dict[str, Chart] = {
    "chart-without-values": table("line", {"人次": {"2021": None, "2022": None}}, "人"),
    "mixed-units": chart("grouped", plotted(5, "人", "甲"), plotted(9, "人次", "乙")),
    "negative-value": table("stacked", {"a": {"甲": 5}, "b": {"甲": -1}}, "人"),
    "parts-of-nothing": table("stacked", {"a": {"甲": 0}, "b": {"甲": 0}}, "人"),
    "name-twice": chart("column", plotted(1, "人", "甲"), plotted(2, "人", "甲")),
    "one-series": table("bar", {"a": AB, "b": AB}, "人"),
    "unknown-highlight": table("column", {"a": AB}, "人", highlight="丙"),
    "parts-not-added": table("stacked", {"a": AB, "b": AB}, "人", title="惠及妇女，各项不相加"),
    "parts-not-whole": ring(("村", "2135", "个"), ("社区", "431", "个"), ("合计", "2567", "个")),
    "ring-no-whole": ring(("市级", "37", "个"), ("省级", "55", "个")),
    "stack-not-whole": table("stacked", {"a": {"甲": 52}, "b": {"甲": 41}}, "%"),
    "pyramid-sides": table("pyramid", {"女": AB, "男": AB, "合计": AB}, "人"),
    "slope-periods": table("slope", {"甲区": {"2019": 1, "2020": 2, "2021": 3}}, "%"),
    "slope-gap": table("slope", {"甲区": {"2019": 1, "2020": 2}, "乙区": {"2019": None, "2020": 2}}, "%"),
    "waterfall-short": table("waterfall", {"额": {"期初": 40, "期末": 40}}, "万元"),
    "waterfall-sum": table("waterfall", {"额": {"期初": 40, "拨款": 22, "期末": 63}}, "万元"),
    "scatter-axes": table("scatter", {"a": AB}, "人"),
    "multiples-one": table("multiples", {"a": AB}, "人"),
    "ring-not-share": ring(("甲", "120", "%")),
}

TRUE: tuple[Chart, ...] = (
    table("line", {"人次": {"2021": None, "2022": 5}}, "人"),
    chart("grouped", plotted(5, "人", "甲"), plotted(9, "名", "乙")),
    table("area", {"a": {"2019": -5, "2020": 2, "2021": 3}}, "人"),
    table("column", {"a": AB}, "人", highlight="乙"),
    table("line", {"甲区": AB, "乙区": AB, "丙区": AB}, "人", highlight="甲区、丙区"),
    table("grouped", {"a": AB, "b": AB}, "人", title="惠及妇女，各项不相加"),
    ring(("村", "2135", "个"), ("社区", "431", "个"), ("合计", "2566", "个")),
    ring(("甲", "33.3", "%"), ("乙", "33.3", "%"), ("丙", "33.3", "%")),
    ring(("甲", "20余", "万人"), ("乙", "30", "万人"), ("合计", "51", "万人")),
    table("stacked", {"a": {"甲": "52.1"}, "b": {"甲": "30.2"}, "c": {"甲": "17.8"}}, "%"),
    table("pyramid", {"女": AB, "男": AB}, "人"),
    table("slope", {"甲区": {"2019": 1, "2020": 2}}, "%"),
    table("waterfall", {"额": {"期初": 40, "拨款": 22, "支出": -30, "小计": 32, "募集": 15, "期末": 47}}, "万元"),
    table("waterfall", {"额": {"期初": "40", "拨款": "20余", "期末": "65"}}, "万元"),
    table("scatter", {"收入": AB, "覆盖率": AB}, ""),
    table("scatter", {"a": {"1.5": 3, "2": 4}}, "人"),
    table("multiples", {"a": AB, "b": AB}, "人"),
)


@pytest.mark.parametrize("code", UNTRUE)
def test_an_untrue_chart_has_its_reason_and_its_place(code: str) -> None:
    (found,) = untrue(UNTRUE[code])
    assert (found.code, found.place) == (code, HERE)


@pytest.mark.parametrize("given", TRUE, ids=lambda given: f"{given.kind}-{len(given.series)}")
def test_a_true_chart_has_none(given: Chart) -> None:
    assert list(untrue(given)) == []


def test_the_place_is_that_of_the_value_that_is_wrong() -> None:
    first, last = plotted(5, "人", "甲"), replace(plotted(9, "人次", "乙"), place=Place("data.csv", 3, 5))
    (found,) = untrue(chart("column", first, last))
    assert found.place == Place("data.csv", 3, 5)
    assert dict(found.values) == {"first": "人", "second": "人次", "figure": "9人次"}


def test_each_axis_of_a_scatter_has_its_own_unit() -> None:
    across = replace(plotted(5, "万元", "甲"), group="收入")
    up = replace(plotted(90, "%", "甲"), group="覆盖率")
    assert list(untrue(chart("scatter", across, up))) == []
    (found,) = untrue(chart("scatter", across, up, replace(plotted(9, "人", "乙"), group="覆盖率")))
    assert found.code == "mixed-units"


def test_a_sum_is_told_with_what_it_should_be() -> None:
    (found,) = untrue(UNTRUE["waterfall-sum"])
    assert dict(found.values) == {"total": "620000", "name": "期末", "whole": "63万元"}
