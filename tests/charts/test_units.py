"""What figures count, what a chart says of it, and how far a stated number leaves the true one open."""

from __future__ import annotations

from decimal import Decimal

import pytest

from report.charts.units import base, common_unit, named_unit, slack, without_unit
from report.content import numerals
from report.content.model import Approx

from .made import prose, series

FIGURE = numerals.figure


@pytest.mark.parametrize(
    ("figures", "unit"),
    [
        (["660万元", "25万元"], "万元"),
        (["10万余人", "3000人"], "人"),
        (["660万元", "2亿元"], "元"),
        (["5人", "9人次"], ""),
        (["70%以上", "30%"], "%"),
        (["全覆盖"], ""),
        (["20余万人次", "3万人次"], "万人次"),
    ],
)
def test_the_unit_that_figures_have_in_common(figures: list[str], unit: str) -> None:
    assert common_unit([FIGURE(text) for text in figures]) == unit


@pytest.mark.parametrize(
    ("figure", "unit", "said"),
    [
        ("20余万人次", "万人次", "20余"),
        ("12034人次", "万人次", "12034人次"),
        ("-30万元", "万元", "−30"),
        ("70%以上", "%", "70%以上"),
        ("近百万人", "人", "近百万"),
    ],
)
def test_a_figure_without_a_unit_that_is_said_elsewhere(figure: str, unit: str, said: str) -> None:
    assert without_unit(FIGURE(figure), unit) == said


def test_the_unit_of_a_title_stands_at_its_end() -> None:
    assert named_unit(prose("培训人数（万人）")) == "万人"
    assert named_unit(prose("（示例）培训")) == ""


@pytest.mark.parametrize(
    ("value", "figure", "said"),
    [
        ("660", "660万元", "6600000"),
        ("6600000", "660万元", "6600000"),
        ("-1.5", "-1.5亿元", "-150000000"),
        ("200000", "20余万人次", "200000"),
        ("1000000", "近百万人", "1000000"),
        ("0", "0万元", "0"),
        ("42", "42场", "42"),
    ],
)
def test_a_value_in_base_units_whether_the_table_or_the_fact_states_it(value: str, figure: str, said: str) -> None:
    found = FIGURE(figure)
    assert base(series(value, (found.prefix, found.number, found.suffix))) == Decimal(said)


@pytest.mark.parametrize(
    ("figure", "approx", "below", "above"),
    [
        ("38.5%", "exact", "0.05", "0.05"),
        ("2135个", "exact", "0", "0"),
        ("28000余人", "over", "0", "1000"),
        ("近2000人", "near", "1000", "0"),
        ("21.1万人", "rounded", "500", "500"),
        ("近百万人", "near", "1000000", "0"),
        ("全覆盖", "claim", "0", "0"),
    ],
)
def test_how_far_the_true_value_may_lie(figure: str, approx: Approx, below: str, above: str) -> None:
    found = FIGURE(figure)
    given = series("1", (found.prefix, found.number, found.suffix), approx=approx)
    assert slack(given) == (Decimal(below), Decimal(above))
