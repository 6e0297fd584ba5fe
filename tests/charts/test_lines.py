"""Lines, areas and slopes: points where their values say, words at their ends, breaks at gaps, cuts that are said."""

from __future__ import annotations

import itertools

import pytest

from report.colour import Colour
from report.drawing import Item, Shape
from report.layout.desk import Desk
from report.units import MM

from .made import HERE, at, box_mm, boxes, placed, run_box, runs, shapes, table, texts

SIX = [f"第{i}年" for i in range(1, 7)]
LINES = {
    "甲类": dict(zip(SIX, (18, 24, 33, 41, 52, 66), strict=True)),
    "乙类": dict(zip(SIX, (30, 31, 34, 33, 37, 40), strict=True)),
}


def ink(desk: Desk, name: str) -> Colour:
    return desk.theme.palette.colours[name]


def paths(items: tuple[Item, ...], colour: Colour, width: float) -> list[list[tuple[float, float]]]:
    """The points of the lines of a colour and a width, in millimetres."""
    found = [s for s in shapes(items) if s.stroke and s.stroke.colour == colour and s.stroke.width == width]
    return [
        [(round(x / MM, 2), round(y / MM, 2)) for x, y in zip(s.path.points[0::2], s.path.points[1::2], strict=True)]
        for s in found
        if set(s.path.verbs) == {"m", "l"}
    ]


def markers(items: tuple[Item, ...], colour: Colour) -> list[Shape]:
    return [s for s in shapes(items) if s.stroke and s.stroke.colour == colour and s.stroke.width == 0.9]


def test_points_stand_where_their_values_say(desk: Desk) -> None:
    """First point 5 mm from the left, 13 mm from point to point, the highest 30 mm over the foot at 10 + 34."""
    items = placed(desk, table("line", LINES, "人", title="折线（人）"))
    (line,) = paths(items, ink(desk, "crimson"), 1.1)
    assert [x for x, _ in line] == [5, 18, 31, 44, 57, 70]
    assert [y for _, y in line] == [round(44 - 30 * v / 66, 2) for v in LINES["甲类"].values()]
    assert texts(items)[1:3] == ["甲类 66", "乙类 40"]
    assert at(items, "甲类 66")[0] == 72.4
    assert at(items, "第1年")[1] == 48
    assert not desk.problems


def test_markers_are_white_and_as_wide_as_the_theme_says(desk: Desk) -> None:
    items = placed(desk, table("line", LINES, "人", title="折线（人）"))
    found = markers(items, ink(desk, "crimson"))
    assert len(found) == 6
    assert {marker.fill for marker in found} == {ink(desk, "white")}
    left, _, right, _ = box_mm(found[0])
    assert right - left + 0.9 / MM == pytest.approx(1.8, abs=0.02)


def test_a_gap_breaks_the_line_and_is_said(desk: Desk) -> None:
    row = {"2019": 5, "2020": 6, "2021": None, "2022": 8, "2023": 9, "2024": 7}
    items = placed(desk, table("line", {"a": row}, "人", title="人（人）"))
    assert [len(line) for line in paths(items, ink(desk, "crimson"), 1.1)] == [2, 3]
    assert texts(items)[-1] == "缺2021的数"


def test_a_series_without_any_value_is_said(desk: Desk) -> None:
    groups = {"甲": {"2019": 5, "2020": 6, "2021": 7}, "乙": {"2019": None, "2020": None, "2021": None}}
    items = placed(desk, table("line", groups, "人", title="人（人）"))
    assert "甲 7" in texts(items)
    assert texts(items)[-1] == "乙没有数"
    assert len(paths(items, ink(desk, "crimson"), 1.1)) == 1


def test_a_value_between_two_gaps_keeps_its_marker(desk: Desk) -> None:
    row = {"2019": 5, "2020": None, "2021": 6, "2022": None, "2023": 9}
    items = placed(desk, table("line", {"a": row}, "人", title="人（人）"))
    assert paths(items, ink(desk, "crimson"), 1.1) == []
    assert len(markers(items, ink(desk, "crimson"))) == 3


def test_years_stand_by_their_distance(desk: Desk) -> None:
    row = {"2010年": 5, "2020年": 6, "2021年": 8, "2024年": 9}
    items = placed(desk, table("line", {"a": row}, "人", title="人（人）"))
    xs = [x for x, _ in paths(items, ink(desk, "crimson"), 1.1)[0]]
    assert (xs[1] - xs[0]) / (xs[2] - xs[1]) == pytest.approx(10, rel=0.02)


def test_an_axis_is_cut_for_high_values_only_and_that_is_said(desk: Desk) -> None:
    high = placed(desk, table("line", {"a": {"2022": 95.9, "2023": 97.1, "2024": 98.2}}, "%", title="率（%）"))
    assert texts(high)[-1] == "纵轴自95.5%起"
    figure = next(item for item in high if getattr(item, "role", "") == "Figure")
    assert figure.alt.endswith("纵轴自95.5%起。")  # type: ignore[union-attr]
    (line,) = paths(high, ink(desk, "crimson"), 1.1)
    assert line[0][1] == round(44 - 30 * (95.9 - 95.5) / (98.2 - 95.5), 2)
    low = placed(desk, table("line", {"a": {"2022": 45, "2023": 97.1, "2024": 98.2}}, "%", title="率（%）"))
    assert not any("起" in text for text in texts(low))


@pytest.mark.parametrize("kind", ["column", "grouped", "stacked", "bar", "area", "multiples", "waterfall"])
def test_no_length_and_no_area_is_ever_cut(desk: Desk, kind: str) -> None:
    groups = {"a": {"2022": 96, "2023": 97, "2024": 98}, "b": {"2022": 96, "2023": 97, "2024": 98}}
    if kind == "waterfall":
        groups = {"a": {"2022": 96, "2023": 1, "2024": 97}}
    given = table(kind, {"a": groups["a"]} if kind == "bar" else groups, "人", title="人（人）")
    items = placed(desk, given, "{cut: 0.01}")
    assert not any("自" in text and "起" in text for text in texts(items))
    heights = {
        "column": lambda box: box[3] - box[1],
        "bar": lambda box: box[2] - box[0],
    }.get(kind)
    if heights:
        long = [heights(box) for box in boxes(items, ink(desk, "crimson")) if heights(box) > 5]
        assert min(long) / max(long) == pytest.approx(96 / 98, abs=0.001)


def test_the_line_alone_tells_all_its_values_where_they_have_room(desk: Desk) -> None:
    items = placed(desk, table("line", {"a": {"2022": 3, "2023": 7, "2024": 5}}, "人", title="人（人）"))
    assert texts(items) == ["人（人）", "5", "3", "7", "2022", "2023", "2024"]


def test_one_line_among_others_stands_out(desk: Desk) -> None:
    items = placed(desk, table("line", LINES, "人", title="人（人）", highlight="乙类"))
    assert len(paths(items, ink(desk, "crimson"), 1.1)) == 1
    assert len(paths(items, ink(desk, "k52"), 0.8)) == 1


def test_marks_of_honesty_point_to_where_the_true_value_lies(desk: Desk) -> None:
    row = {"2022": "20余", "2023": "近40", "2024": 50}
    items = placed(desk, table("line", {"a": row}, "人", title="人（人）"))
    over, near = paths(items, ink(desk, "crimson-40"), 1.2)
    (line,) = paths(items, ink(desk, "crimson"), 1.1)
    assert all(y < line[0][1] for _, y in over)
    assert all(y > line[1][1] for _, y in near)
    assert abs(over[0][1] - over[1][1]) == pytest.approx(1.8, abs=0.01)


def test_words_at_the_ends_give_way_to_each_other(desk: Desk) -> None:
    groups = {name: {"2022": 5, "2023": 6, "2024": 20 + i * 0.1} for i, name in enumerate("甲乙丙丁")}
    items = placed(desk, table("line", groups, "人", title="人（人）"))
    ends = sorted((run_box(run) for run in runs(items) if run.text[0] in "甲乙丙丁"), key=lambda box: box.top)
    assert len(ends) == 4
    assert all(b.top >= a.bottom for a, b in itertools.pairwise(ends))
    assert not desk.problems


def test_an_area_starts_at_zero_and_several_lie_on_each_other(desk: Desk) -> None:
    groups = {"村": {"2022": 10, "2023": 12, "2024": 20}, "社区": {"2022": 5, "2023": 6, "2024": 10}}
    items = placed(desk, table("area", groups, "个", title="面积（个）"))
    (village,) = [s for s in shapes(items) if s.fill == ink(desk, "crimson")]
    (community,) = [s for s in shapes(items) if s.fill == ink(desk, "gold")]
    ys = [round(y / MM, 2) for y in village.path.points[1::2]]
    assert ys[:3] == [34.0, 32.0, 24.0]
    assert ys[3:6] == [44.0, 44.0, 44.0]
    assert [round(y / MM, 2) for y in community.path.points[1::2]][:3] == [29.0, 26.0, 14.0]
    assert texts(items)[1:3] == ["村 20", "社区 10"]


def test_an_area_over_a_gap_is_left_out(desk: Desk) -> None:
    groups = {
        "村": {"2020": 3, "2021": 4, "2022": None, "2023": 12, "2024": 20},
        "社区": dict.fromkeys(("2020", "2021", "2022", "2023", "2024"), 5),
    }
    items = placed(desk, table("area", groups, "个", title="面积（个）"))
    fields = [s for s in shapes(items) if s.fill == ink(desk, "gold")]
    assert len(fields) == 2
    assert texts(items)[-1] == "村缺2022的数"


SLOPE = {"甲区": {"期初": 38, "期末": 72}, "乙区": {"期初": 55, "期末": 61}, "丙区": {"期初": 24, "期末": 46}}


def test_a_slope_runs_from_the_first_period_to_the_second(desk: Desk) -> None:
    """Uprights at 24 and 62 mm, 36 mm high from half a line below the plot's top; what tells is heavier."""
    items = placed(desk, table("slope", SLOPE, "%", title="坡度（%）", highlight="甲区"))
    top = 10 + 3.5 / MM
    (story,) = paths(items, ink(desk, "crimson"), 1.6)
    assert story == [(24, round(top + 36 * (1 - 38 / 72), 2)), (62, round(top, 2))]
    assert len(paths(items, ink(desk, "k52"), 0.8)) == 2
    assert {"甲区 38", "72", "乙区 55", "61", "丙区 24", "46", "期初", "期末"} <= set(texts(items))
    run = next(run for run in runs(items) if run.text == "甲区 38")
    assert (run.x + run.width) / MM == pytest.approx(22, abs=0.01)
    assert at(items, "72")[0] == 64


def test_a_slope_comes_together_where_there_is_less_room(desk: Desk) -> None:
    items = placed(desk, table("slope", SLOPE, "%", title="坡度（%）"), width=50)
    assert max(run_box(run).right for run in runs(items)) <= 50 * MM + 0.1
    assert not desk.problems


def test_a_slope_of_equal_values_has_no_words_on_each_other(desk: Desk) -> None:
    groups = {name: {"期初": 50, "期末": 50} for name in ("甲区", "乙区", "丙区")}
    items = placed(desk, table("slope", groups, "%", title="坡度（%）"))
    lefts = sorted(run.y for run in runs(items) if run.text.endswith("区 50"))
    assert all(b - a >= 7 for a, b in itertools.pairwise(lefts))
    assert not desk.problems


def test_words_for_which_there_is_no_place_are_a_problem(desk: Desk) -> None:
    groups = {
        f"{a}{b}区": {"期初": 50, "期末": 50 + i}
        for i, (a, b) in enumerate((a, b) for a in "甲乙丙丁戊己" for b in "子丑寅卯辰巳午未")
    }
    placed(desk, table("slope", groups, "%", title="坡度（%）", highlight="甲子区"))
    assert {found.code for found in desk.problems} == {"label-overlap"}
    assert {found.place for found in desk.problems} == {HERE}
    assert "甲子区 50" not in {dict(found.values)["text"] for found in desk.problems}
