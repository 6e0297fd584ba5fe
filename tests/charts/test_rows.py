"""Stacks, dots, pyramids, bars of a table, rings in parts, scatters: lengths, names, figures in their place."""

from __future__ import annotations

import math

import pytest

from report.charts.placing import apart
from report.colour import Colour
from report.layout.desk import Desk
from report.units import MM

from .made import HERE, at, boxes, chart, middle, placed, plotted, run_box, runs, shapes, table, texts

THREE = ("甲区", "乙区", "丙区")


def ink(desk: Desk, name: str) -> Colour:
    return desk.theme.palette.colours[name]


def row(*values: float | str | None) -> dict[str, float | str | None]:
    return dict(zip(THREE, values, strict=False))


STACK = {"入户": row(52, 44, 61), "到站": row(30, 33, 25), "线上": row(18, 23, 14)}


def test_parts_of_a_bar_add_up_with_a_white_gap_between_them(desk: Desk) -> None:
    """Bars 7 mm high, 10 apart, the first 7 under the plot's top; names take 12, so 100 % is 74 long; gaps of 0.3."""
    items = placed(desk, table("stacked", STACK, "%", title="堆积条（%）"))
    unit = 74 / 100
    first = boxes(items, ink(desk, "crimson"))
    assert first[0] == (12.0, 17.0, round(12 + 52 * unit - 0.15, 2), 24.0)
    assert [box[1] for box in first] == [17.0, 27.0, 37.0]
    assert boxes(items, ink(desk, "gold"))[0] == (
        round(12 + 52 * unit + 0.15, 2),
        17.0,
        round(12 + 82 * unit - 0.15, 2),
        24.0,
    )
    assert [box[2] for box in boxes(items, ink(desk, "celadon"))] == [86.0, 86.0, 86.0]
    assert at(items, "52")[0] == 13.5
    assert not desk.problems


def test_series_are_named_over_the_parts_of_the_first_bar(desk: Desk) -> None:
    items = placed(desk, table("stacked", STACK, "%", title="堆积条（%）"))
    assert at(items, "入户") == (12, 14)
    assert at(items, "到站") == (round(12 + 52 * 0.74, 2), 14)


def test_names_that_would_stand_off_their_parts_get_dots(desk: Desk) -> None:
    narrow = {"入户宣传": row(2, 44, 61), "到站咨询": row(3, 33, 25), "线上讲座": row(95, 23, 14)}
    items = placed(desk, table("stacked", narrow, "%", title="堆积条（%）"))
    assert at(items, "入户宣传") == (15, 14)
    assert apart([run_box(run) for run in runs(items)])


def test_figures_of_small_parts_stand_below_their_bar(desk: Desk) -> None:
    items = placed(
        desk, table("stacked", {"甲": row(900, 10), "乙": row(8, 5), "丙": row(4, 800)}, "户", title="户（户）")
    )
    bars = boxes(items, ink(desk, "crimson"))
    for text in ("8", "4"):
        assert middle(items, text)[1] == pytest.approx(bars[0][3] + 2.8, abs=0.01)
    assert middle(items, "900")[1] < bars[0][3]
    assert apart([run_box(run) for run in runs(items)])
    assert not desk.problems


def test_a_bar_one_part_of_which_is_more_ends_pale(desk: Desk) -> None:
    items = placed(desk, table("stacked", {"甲": row("20余", 10), "乙": row(8, 5)}, "户", title="户（户）"))
    (pale,) = boxes(items, ink(desk, "gold-40"))
    (gold, _) = boxes(items, ink(desk, "gold"))
    assert pale[0] - gold[2] == pytest.approx(0.4, abs=0.01)
    assert pale[2] == 86.0


PAIRS = {"期初": row(62, 55, 48), "期末": row(81, 74, 83)}


def test_dots_stand_where_their_values_say_on_an_axis_that_is_cut_and_says_so(desk: Desk) -> None:
    items = placed(desk, table("dot", PAIRS, "分", title="点图（分）"))
    left, long = 12 + 1.4, 86 - 4 - 12 - 1.4
    dots = boxes(items, ink(desk, "crimson"))[:3]
    assert [round((box[0] + box[2]) / 2, 2) for box in dots] == [
        round(left + (value - 40) / 50 * long, 2) for value in (81, 74, 83)
    ]
    assert [round((box[1] + box[3]) / 2, 2) for box in dots] == [16.0, 24.0, 32.0]
    assert dots[0][2] - dots[0][0] == pytest.approx(2.8, abs=0.01)
    assert middle(items, "81") == (round((dots[0][0] + dots[0][2]) / 2, 2), 13.8)
    assert texts(items)[-1] == "横轴自40分起"
    links = [s for s in shapes(items) if s.stroke and s.stroke.width == 1.2]
    assert len(links) == 3


def test_figures_of_dots_that_touch_stand_side_by_side(desk: Desk) -> None:
    items = placed(desk, table("dot", {"期初": row(62, 55), "期末": row(62, 56)}, "分", title="点图（分）"))
    assert apart([run_box(run) for run in runs(items)])
    assert not desk.problems


def test_a_pyramid_has_one_scale_on_both_sides(desk: Desk) -> None:
    """Bars 4.8 mm high, 5.8 apart, the first 3 under the top; 14 mm between the sides; the longest 30.4."""
    sides = {"女": row(18, 26, 38), "男": row(16, 24, 35)}
    items = placed(desk, table("pyramid", sides, "人", title="塔（人）"))
    women, men = boxes(items, ink(desk, "crimson")), boxes(items, ink(desk, "celadon"))
    assert women[2] == (5.6, 24.6, 36.0, 29.4)
    assert [box[2] for box in women] == [36.0] * 3
    assert [box[0] for box in men] == [50.0] * 3
    assert men[2][2] - 50 == pytest.approx(30.4 * 35 / 38, abs=0.01)
    run = next(run for run in runs(items) if run.text == "38")
    assert (run.x + run.width) / MM == pytest.approx(5.6 - 1.2, abs=0.01)
    assert middle(items, "甲区")[0] == 43
    name = next(run for run in runs(items) if run.text == "女")
    assert (name.x + name.width) / MM == pytest.approx(36, abs=0.01)


def test_bars_of_a_table_have_names_before_them_and_grow_apart_for_long_ones(desk: Desk) -> None:
    values = {"妇女之家": 187, "儿童友好社区示范点建设项目和家庭教育指导服务站": 55, "微家": -37}
    items = placed(desk, table("bar", {"个数": values}, "个", title="阵地（个）"))
    first, second, third = boxes(items, ink(desk, "crimson"))
    assert third[2] == first[0] == second[0]
    assert (second[2] - second[0]) / (first[2] - first[0]) == pytest.approx(55 / 187, abs=0.002)
    assert second[1] - first[1] > 6.5
    assert "−37" in texts(items)
    assert apart([run_box(run) for run in runs(items)])
    assert not desk.problems


def test_a_missing_bar_is_said(desk: Desk) -> None:
    items = placed(desk, table("bar", {"个数": row(5, None, 7)}, "个", title="阵地"))
    assert texts(items)[-1] == "单位：个；缺乙区的数"


def test_one_bar_of_a_table_stands_out(desk: Desk) -> None:
    items = placed(desk, table("bar", {"个数": row(5, 6, 7)}, "个", title="阵地（个）", highlight="丙区"))
    assert len(boxes(items, ink(desk, "crimson"))) == 1
    assert len(boxes(items, ink(desk, "crimson-40"))) == 2


def test_a_ring_in_parts_runs_clockwise_and_names_each_part_beside_it(desk: Desk) -> None:
    values = (plotted(3, "个", "村"), plotted(1, "个", "社区"), plotted(4, "个", "合计"))
    items = placed(desk, chart("ring", *values, title="环（个）"))
    village, community = (s for s in shapes(items) if s.fill in (ink(desk, "crimson"), ink(desk, "gold")))
    centre, outer = (43 * MM, (10 + 18) * MM), 18 * MM
    for shape, angles in ((village, (0.6, 269.4)), (community, (270.6, 359.4))):
        points = zip(shape.path.points[0::2], shape.path.points[1::2], strict=True)
        arc = [p for p in points if abs(math.dist(p, centre) - outer) < 0.01]
        found = [math.degrees(math.atan2(x - centre[0], centre[1] - y)) % 360 for x, y in (arc[0], arc[-1])]
        assert found == pytest.approx(angles, abs=0.05)
    assert {"村 3个", "社区 1个", "合计", "4个"} == set(texts(items)[1:])
    assert at(items, "村 3个")[0] > 43 + 18
    assert not desk.problems


def test_a_share_alone_is_still_a_ring_of_one_part(desk: Desk) -> None:
    items = placed(desk, chart("ring", plotted(70, "%", "比例")))
    assert texts(items) == ["70%", "比例"]


def test_a_scatter_puts_one_series_on_each_axis(desk: Desk) -> None:
    given = table("scatter", {"收入": row(2, 4, 3), "覆盖": row(80, 95, 90)}, "万元", title="散点")
    items = placed(desk, given)
    centres = [((b[0] + b[2]) / 2, (b[1] + b[3]) / 2) for b in boxes(items, ink(desk, "crimson"))]
    xs, ys = [c[0] for c in centres], [c[1] for c in centres]
    assert (xs[2] - xs[0]) / (xs[1] - xs[0]) == pytest.approx(0.5, abs=0.01)
    assert (ys[0] - ys[2]) / (ys[0] - ys[1]) == pytest.approx(10 / 15, abs=0.01)
    assert {"甲区", "乙区", "丙区", "收入（万元）", "覆盖（万元）"} <= set(texts(items))
    assert apart([run_box(run) for run in runs(items)])


def test_names_of_points_that_crowd_are_problems_and_lie_on_nothing(desk: Desk) -> None:
    names = [f"{a}{b}县妇联" for a in "甲乙丙" for b in "子丑寅卯"]
    close = {name: 50 + i * 0.01 for i, name in enumerate(names)}
    spread = {"x": close, "y": dict(close)}
    spread["x"]["远县"], spread["y"]["远县"] = 1.0, 1.0
    items = placed(desk, table("scatter", spread, "人", title="散点"), "{most-named: 20}")
    assert {found.code for found in desk.problems} == {"label-overlap"}
    assert {found.place for found in desk.problems} == {HERE}
    assert apart([run_box(run) for run in runs(items)])


def test_a_part_too_small_for_its_words_has_them_below(desk: Desk) -> None:
    given = chart("proportion", plotted(990, "个", "村"), plotted(10, "个", "社区"), title="组成（个）")
    items = placed(desk, given, width=101)
    assert at(items, "社区 10")[1] > 8 + 7.5
    assert not desk.problems
