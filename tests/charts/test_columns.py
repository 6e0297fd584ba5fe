"""Upright bars, waterfalls and small multiples: every length as the theme says, figures over their bars."""

from __future__ import annotations

import pytest

from report.charts.placing import Box, apart
from report.colour import BLACK, Colour
from report.drawing import Stroke
from report.layout.desk import Desk
from report.units import MM

from .made import HERE, at, boxes, flat, middle, placed, plotted, run_box, runs, shapes, table, texts

REGIONS = ("甲区", "乙区", "丙区", "丁区")
HELD = table(
    "grouped",
    {
        "线下": dict(zip(REGIONS, (42, 56, 63, 70), strict=True)),
        "线上": dict(zip(REGIONS, (30, 38, 47, 58), strict=True)),
    },
    "场",
    title="分组柱（场）",
)


def ink(desk: Desk, name: str) -> Colour:
    return desk.theme.palette.colours[name]


def test_grouped_bars_stand_at_zero_the_highest_as_long_as_the_theme_says(desk: Desk) -> None:
    """Six millimetres wide, 0.6 between the two, 21 from group to group, 28 for the highest; the foot at 10 + 34."""
    items = placed(desk, HELD)
    assert boxes(items, ink(desk, "crimson"))[:-1] == [
        (4.2, 27.2, 10.2, 44.0),
        (25.2, 21.6, 31.2, 44.0),
        (46.2, 18.8, 52.2, 44.0),
        (67.2, 16.0, 73.2, 44.0),
    ]
    assert boxes(items, ink(desk, "gold"))[0] == (10.8, 32.0, 16.8, 44.0)
    assert middle(items, "42") == (7.2, 26.0)
    assert middle(items, "甲区") == (10.5, 48.0)
    assert not desk.problems


def test_the_title_has_its_rule_and_the_plot_its_line_at_zero(desk: Desk) -> None:
    items = placed(desk, HELD)
    assert at(items, "分组柱（场）") == (0, 5)
    lines = [(s.path.points, s.stroke) for s in shapes(items) if s.stroke and s.fill is None]
    assert ((0.0, 0.0, 86 * MM, 0.0), Stroke(BLACK, 0.4)) in lines
    zero = next(points for points, stroke in lines if stroke and stroke.width == 0.6)
    assert [round(v / MM, 2) for v in zero] == [0, 44, 84, 44]


def test_series_are_named_beside_a_dot_of_their_colour(desk: Desk) -> None:
    items = placed(desk, HELD)
    assert at(items, "线下") == (3, 12)
    dot = boxes(items, ink(desk, "crimson"))[-1]
    assert dot[2] - dot[0] == pytest.approx(2, abs=0.01)


def test_a_unit_is_said_once(desk: Desk) -> None:
    named = placed(desk, table("column", {"a": {"甲": 42, "乙": 7}}, "场", title="场数（场）"))
    assert texts(named) == ["场数（场）", "42", "7", "甲", "乙"]
    said = placed(desk, table("column", {"a": {"甲": 42, "乙": 7}}, "场", title="活动"))
    assert texts(said) == ["活动", "42", "7", "（场）", "甲", "乙"]
    alone = placed(desk, table("column", {"a": {"甲": 42}}, "场", title="活动"))
    assert texts(alone) == ["活动", "42场", "甲"]


def test_bars_of_less_than_nothing_hang_from_the_line(desk: Desk) -> None:
    items = placed(desk, table("column", {"a": {"甲": 35, "乙": -12}}, "人", title="增减（人）"))
    up, down = boxes(items, ink(desk, "crimson"))
    assert up[3] == down[1]
    assert down[3] - up[1] == pytest.approx(28, abs=0.01)
    assert (down[3] - down[1]) / (up[3] - up[1]) == pytest.approx(12 / 35, abs=0.002)
    assert middle(items, "−12")[1] > down[3]
    assert middle(items, "甲")[1] > middle(items, "−12")[1]


def test_zero_has_a_figure_and_no_bar_and_a_gap_has_neither(desk: Desk) -> None:
    items = placed(desk, table("column", {"a": {"甲": 0, "乙": None, "丙": 5}}, "人", title="人数（人）"))
    assert len(boxes(items, ink(desk, "crimson"))) == 1
    assert texts(items) == ["人数（人）", "0", "5", "甲", "乙", "丙", "缺乙的数"]


def test_marks_of_honesty_stand_at_the_ends(desk: Desk) -> None:
    items = placed(desk, table("column", {"a": {"甲": "20余", "乙": "近40"}}, "场", title="场数（场）"))
    crimson, pale = boxes(items, ink(desk, "crimson")), boxes(items, ink(desk, "crimson-40"))
    over, near = crimson
    assert (over[1], over[3]) == (30.0, 44.0)
    assert (pale[0][1], pale[0][3]) == (27.8, 29.6)
    assert (near[1], near[3]) == (17.8, 44.0)
    (outline,) = (s for s in shapes(items) if s.stroke and s.stroke.colour == ink(desk, "crimson"))
    half = 0.3 / MM
    ys = outline.path.points[1::2]
    assert (min(ys) / MM - half, max(ys) / MM + half) == pytest.approx((16.0, 17.8), abs=0.01)
    assert texts(items)[1:3] == ["20余", "近40"]


def test_what_stands_out_is_in_the_first_colour_and_the_rest_is_quiet(desk: Desk) -> None:
    items = placed(desk, table("column", {"a": {"2024": 5, "2025": 7}}, "人", title="人数（人）", highlight="2025"))
    assert len(boxes(items, ink(desk, "crimson"))) == 1
    assert len(boxes(items, ink(desk, "crimson-40"))) == 1
    assert {run.face.key for run in runs(items) if run.text == "7"} == {"hei-700"}


def test_more_bars_than_figures_have_room_for_get_an_axis_and_the_figures_that_tell(desk: Desk) -> None:
    row = {f"{month}月": 1000 + month * 37 % 11 * 333 + month for month in range(1, 32)}
    items = placed(desk, table("column", {"a": row}, "人次", title="人次（人次）"))
    said = texts(items)
    assert {"0", "1000", "2000", "3000", "4000", "5000"} <= set(said)
    assert str(max(row.values())) in said
    assert [text for text in said if text.endswith("月")] == [f"{month}月" for month in range(1, 32, 3)]
    assert not desk.problems


def test_a_name_too_long_for_its_bar_is_broken_between_phrases_or_set_upright(desk: Desk) -> None:
    broken = placed(
        desk, table("column", {"a": {f"{n}区妇女儿童活动中心": 5 for n in "甲乙丙丁"}}, "人", title="人（人）")
    )
    assert texts(broken)[5:7] == ["甲区", "妇女儿童活动中心"]
    upright = placed(desk, table("column", {"a": {f"{n}区妇联": 5 for n in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"}}, "人"))
    assert sum(run.vertical for run in runs(upright)) == 16
    assert apart([run_box(run) for run in runs(upright)])
    assert not desk.problems


def test_names_that_have_no_place_are_a_problem_that_names_the_first(desk: Desk) -> None:
    row = {f"{a}{b}县": 5 for a in "甲乙丙丁戊己庚" for b in "子丑寅卯辰巳"}
    placed(desk, table("column", {"a": row}, "人", title="人（人）"))
    (found,) = desk.problems
    assert (found.code, found.place) == ("labels-too-dense", HERE)
    assert dict(found.values) == {"text": "甲子县", "count": "21"}


def test_more_series_than_colours_are_a_problem(desk: Desk) -> None:
    assert placed(desk, table("grouped", {name: {"甲": 5} for name in "abcdef"}, "人")) == ()
    assert [found.code for found in desk.problems] == ["too-many-series"]


def test_long_numbers_of_an_axis_are_said_in_a_larger_unit(desk: Desk) -> None:
    axis = "{axis: {style: chart-note, grid: {stroke: 0.35, colour: k15}, width: 6, gap: 1.5, steps: 5, always: true}}"
    items = placed(desk, table("column", {"a": {"甲": 1234567, "乙": 1500000}}, "人", title="常住人口"), axis)
    assert {"0", "50", "100", "150", "（万人）", "1234567人", "1500000人"} <= set(texts(items))
    grid = [s for s in shapes(items) if s.stroke and s.stroke.width == 0.35]
    assert len(grid) == 3


WATER = table(
    "waterfall", {"额": {"期初": 40, "拨款": 22, "募集": 15, "支出": -30, "期末": 47}}, "万元", title="瀑布（万元）"
)


def test_a_waterfall_goes_on_from_bar_to_bar(desk: Desk) -> None:
    items = placed(desk, WATER)
    unit = 30 / 77
    totals = boxes(items, BLACK)
    assert [(box[0], box[2]) for box in totals] == [(3.0, 14.0), (71.0, 82.0)]
    assert [round(box[3] - box[1], 2) for box in totals] == [round(40 * unit, 2), round(47 * unit, 2)]
    up = boxes(items, ink(desk, "crimson"))
    (down,) = boxes(items, ink(desk, "celadon"))
    assert up[0][3] == totals[0][1]
    assert up[1][3] == up[0][1]
    assert down[1] == up[1][1]
    assert down[3] == pytest.approx(totals[1][1], abs=0.01)
    assert texts(items)[1:6] == ["40", "+22", "+15", "−30", "47"]
    links = [s for s in shapes(items) if s.stroke and s.stroke.width == 0.4 and s.stroke.colour != BLACK]
    assert len(links) == 4
    assert not desk.problems


def test_a_waterfall_may_fall_below_zero(desk: Desk) -> None:
    row = {"期初": 20, "支出": -50, "小计": -30, "募集": 45, "期末": 15}
    items = placed(desk, table("waterfall", {"额": row}, "万元", title="瀑布（万元）"))
    assert not desk.problems
    drawn = [box for colour in ("crimson", "celadon", "ink") for box in boxes(items, ink(desk, colour))]
    assert max(box[3] for box in drawn) - min(box[1] for box in drawn) == pytest.approx(30, abs=0.01)


def test_small_multiples_share_one_scale_and_tell_their_last_value(desk: Desk) -> None:
    groups = {
        "甲区": {"2023": 4, "2024": 8},
        "乙区": {"2023": 2, "2024": 1},
        "丙区": {"2023": 3, "2024": 2},
        "丁区": {"2023": 1, "2024": 6},
    }
    items = placed(desk, table("multiples", groups, "件", title="小倍数（件）"))
    dark = boxes(items, ink(desk, "crimson"))
    assert [round(box[3] - box[1], 2) for box in dark] == pytest.approx([9.5, 1.19, 2.38, 7.12], abs=0.011)
    assert [box[3] for box in dark] == [24.0, 24.0, 24.0, 44.0]
    assert [round(box[0] % 29.5, 1) for box in dark] == [4.3] * 4
    assert len(boxes(items, ink(desk, "crimson-40"))) == 4
    assert texts(items)[-1] == "各图由左至右为2023至2024，同一纵轴，深色为2024"
    narrow = placed(desk, table("multiples", groups, "件"), width=56)
    assert max(box[2] for box in boxes(narrow, ink(desk, "crimson"))) < 56


def test_every_label_lies_in_the_figure(desk: Desk) -> None:
    for given in (HELD, WATER, table("column", {"a": {"甲": 1}}, "人")):
        items = placed(desk, given)
        figure = next(item for item in items if getattr(item, "role", "") == "Figure")
        x, y, width, depth = figure.box  # type: ignore[union-attr, misc]
        room = Box(x, y, x + width, y + depth).grown(1.0)
        assert all(run_box(run).within(room) for run in runs([figure]))
        assert all(run_box(run).within(room) for run in runs([figure]))
        assert flat([figure])


def test_a_value_of_a_fact_and_one_of_a_table_have_one_scale(desk: Desk) -> None:
    """660 in a column of 万元 and 6600000 of a fact in 元 are one length."""
    from .made import chart, series

    fact = series(6600000, ("", "660", "万元"), "甲")
    items = placed(desk, chart("column", fact, plotted(660, "万元", "乙"), title="募集（万元）"))
    first, second = boxes(items, ink(desk, "crimson"))
    assert first[1] == second[1]
