"""Charts as blocks: what is refused, what is said beside the drawing, how it is tagged."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from report.content.model import Chart
from report.drawing import Item, Marked
from report.layout.charts import DRAWERS
from report.layout.charts import chart as placed
from report.layout.desk import Desk, Frame
from report.layout.unitcharts import mini_chart
from report.messages import charts as messages
from report.messages import fill
from report.units import MM

from .made import HERE, chart, series, shapes, spec, texts

FRAME = Frame(93 * MM, 200 * MM, 101 * MM, 258 * MM)


def set_chart(desk: Desk, given: Chart, look: str = "{}") -> tuple[Item, ...]:
    return placed(desk, given, spec(desk.theme, look), FRAME).items


def codes(desk: Desk) -> list[str]:
    return [found.code for found in desk.problems]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (chart("pie", series(1, ("", "1", "人"))), "unknown-chart"),
        (chart("bar"), "chart-without-values"),
        (chart("bar", series(5, ("", "5", "人")), series(9, ("", "9", "人次"))), "mixed-units"),
        (chart("proportion", series(5, ("", "5", "场")), series(9, ("", "9", "余场次"))), "mixed-units"),
        (chart("warp", series(5, ("", "5", "万元")), series(9, ("", "9", "万人"))), "mixed-units"),
        (chart("dots", series(-5, ("", "-5", "人"))), "negative-value"),
        (chart("ring", series(120, ("", "120", "%"))), "ring-not-share"),
        (chart("ring", series(70, ("", "70", "人"))), "ring-not-share"),
        (chart("proportion", series(0, ("", "0", "人"))), "parts-of-nothing"),
    ],
)
def test_an_untrue_chart_is_a_problem_with_its_place_and_is_not_drawn(desk: Desk, given: Chart, code: str) -> None:
    assert set_chart(desk, given) == ()
    (found,) = desk.problems
    assert (found.code, found.place) == (code, HERE)


@pytest.mark.parametrize(
    "given",
    [
        chart("bar", series(5, ("", "5", "万人")), series(9, ("", "9000", "余名"), approx="over"), per=1),
        chart("bar", series(5, ("", "5", "万元")), series(9, ("", "2", "亿元"))),
        chart("ring", series(100, ("", "全覆盖", ""), approx="claim")),
        chart("ring", series(0, ("", "0", "%"))),
    ],
)
def test_a_true_chart_is_drawn(desk: Desk, given: Chart) -> None:
    assert set_chart(desk, given)
    assert codes(desk) == []


@pytest.mark.parametrize(("per", "code"), [(5000, "less-than-a-unit"), (1, "too-many-units")])
def test_a_unit_that_fits_no_value_is_a_problem(desk: Desk, per: int, code: str) -> None:
    value = series(4000, ("", "4000", "人")) if per > 1 else series(2_500_000_000, ("", "25", "亿元"))
    set_chart(desk, chart("dots", value, per=per))
    assert codes(desk) == [code]


def test_a_missing_character_in_a_chart_is_found(desk: Desk) -> None:
    set_chart(desk, chart("bar", series(5, ("", "5", "\ue000"))))
    assert codes(desk) == ["missing-glyph"]


def test_a_unit_that_the_title_names_is_not_said_again(desk: Desk) -> None:
    values = (series(28000, ("", "28000", "余人"), approx="over"), series(2, ("", "2", "万人次")))
    items = set_chart(desk, chart("bar", values[0], title="培训人数（人）"))
    assert texts(items) == ["培训人数（人）", "28000余"]
    assert texts(set_chart(desk, chart("bar", values[0], title="培训人数"))) == ["培训人数", "28000余人"]
    assert texts(set_chart(desk, chart("bar", values[1], title="参与（人）"))) == ["参与（人）", "2万人次"]


def test_names_stand_before_the_bars_where_the_template_gives_them_room(desk: Desk) -> None:
    given = chart("bar", series(6600000, ("", "660", "万元"), "“春蕾”助学金"), title="募集（万元）")
    look = "{longest: 42, label-width: 29}"
    assert texts(set_chart(desk, given, look)) == ["募集（万元）", "660", "“春蕾”助学金"]
    assert "“春蕾”助学金" not in texts(set_chart(desk, given))


def test_a_ring_says_its_share_and_its_mark(desk: Desk) -> None:
    over = chart("ring", series(70, ("", "70", "%以上"), "代表比例", "over"))
    near = chart("ring", series(70, ("近", "70", "%"), "代表比例"))
    assert texts(set_chart(desk, over)) == ["70%", "以上", "代表比例"]
    assert texts(set_chart(desk, near)) == ["70%", "近", "代表比例"]


def test_a_proportion_says_names_and_bare_figures(desk: Desk) -> None:
    given = chart("proportion", series(2135, ("", "2135", "个"), "村"), series(431, ("", "431", "余个"), "社区"))
    assert "".join(texts(set_chart(desk, given))) == "村 2135社区 431余"
    shares = chart("proportion", series(52, ("", "52", "%"), "甲"), series(48, ("", "48", "%以上"), "乙"))
    assert "".join(texts(set_chart(desk, shares))) == "甲 52%乙 48%以上"


def test_title_figure_and_label_are_tagged_in_this_order(desk: Desk) -> None:
    given = chart("bar", series(5, ("", "5", "场"), "甲"), title="场数（场）", legend=True)
    title, figure = set_chart(desk, given)
    assert isinstance(title, Marked)
    assert isinstance(figure, Marked)
    assert (title.role, figure.role) == ("P", "Figure")
    assert figure.alt == "条形图，场数（场）。甲：5场。"
    assert figure.box is not None
    assert [round(v / MM, 2) for v in figure.box] == [93, 208.5, 101, 15]
    ring, label = set_chart(desk, chart("ring", series(70, ("", "70", "%"), "比例")))
    assert isinstance(ring, Marked)
    assert isinstance(label, Marked)
    assert (ring.role, label.role) == ("Figure", "P")


def test_the_words_of_the_author_stand_for_ours(desk: Desk) -> None:
    (figure,) = set_chart(desk, chart("bar", series(5, ("", "5", "场")), alt="五场培训"))
    assert isinstance(figure, Marked)
    assert figure.alt == "五场培训"


LOOKS = {
    "flower": "{radius: 70, petal: 0.637, colours: [crimson]}",
    "dots": "{}",
    "squares": "{side: 5.2, pitch: 5.88, columns: 17, colour: crimson, title: block-title, at: 8, stroke: 0.5}",
    "pictogram": "{size: [4.1, 4.92]}",
    "weave": "{columns: 32, pitch: 1.75, cell: [1.55, 0.85], colours: [gold, gold-deep]}",
    "net": "{columns: 15, rows: 10, left: 8, span: 80, draw-in: 9, top: 20, drop: [9, 20], knot: 2.6, colour: gold,"
    " thread: {stroke: 0.5, colour: thread}, rope: {box: [0, 20, 90], stroke: 0.8, colour: gold}}",
}


@pytest.mark.parametrize("kind", LOOKS)
@pytest.mark.parametrize("count", [1, 30, 37])
def test_a_unit_chart_draws_as_many_units_as_the_value_has(desk: Desk, kind: str, count: int) -> None:
    """余 draws whole units only: 3799 at 100 each is 37."""
    given = chart(kind, series(count * 100 + 99, ("", str(count * 100), "余人"), "人", "over"), per=100, icon="person")
    drawn = Counter(verb for shape in shapes(set_chart(desk, given, LOOKS[kind])) for verb in shape.path.verbs)
    starts = drawn["m"] + drawn["r"]
    ties = drawn["l"] if kind == "net" else 0
    parts = {"pictogram": 2, "net": 1}.get(kind, 1)
    assert (starts - ties) // parts == count
    assert codes(desk) == []


@pytest.mark.parametrize("kind", ["dots", "squares", "pictogram"])
def test_near_leaves_the_last_unit_an_outline(desk: Desk, kind: str) -> None:
    given = chart(kind, series(2000, ("近", "2000", "人"), approx="near"), per=100, icon="person")
    drawn = shapes(set_chart(desk, given, LOOKS[kind]))
    hollow = [shape for shape in drawn if shape.fill is None]
    starts = sum(shape.path.verbs.count("m") + shape.path.verbs.count("r") for shape in hollow)
    assert starts == (2 if kind == "pictogram" else 1)
    assert all(shape.stroke is not None for shape in hollow)


def test_units_that_the_place_cannot_hold_are_a_problem(desk: Desk) -> None:
    set_chart(desk, chart("net", series(151, ("", "151", "人"))), LOOKS["net"])
    assert codes(desk) == ["units-disagree"]


@pytest.mark.parametrize(
    ("kind", "look"),
    [
        ("dots", "{columns: 31}"),
        ("squares", LOOKS["squares"].replace("columns: 17", "columns: 18")),
        ("pictogram", "{size: [4.1, 4.92], columns: 24}"),
        ("weave", "{columns: 60, pitch: 1.75, cell: [1.55, 0.85], colours: [gold, gold-deep]}"),
    ],
)
def test_units_that_run_past_the_right_edge_are_a_problem(desk: Desk, kind: str, look: str) -> None:
    set_chart(desk, chart(kind, series(100, ("", "100", "人")), icon="person"), look)
    assert [(found.code, found.place) for found in desk.problems] == [("block-overflow", HERE)]


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [("dots", 190, "block-overflow"), ("ring", 70, "unknown-chart"), ("dots", 0, "less-than-a-unit")],
)
def test_a_small_chart_that_its_tile_cannot_hold_is_a_problem(desk: Desk, kind: str, value: int, code: str) -> None:
    tile, ground = desk.theme.block("wall"), desk.theme.table("tiles", "泥金")
    assert ground is not None
    small = chart(kind, series(value, ("", str(value), "%")))
    mini_chart(desk, small, tile, ground, Frame(0.0, 0.0, 86 * MM, 55 * MM))
    assert codes(desk) == [code]


def test_a_chart_of_units_moves_with_its_frame(desk: Desk) -> None:
    given = chart("net", series(20, ("", "20", "人")))
    look = spec(desk.theme, LOOKS["net"])
    here, there = (shapes(placed(desk, given, look, FRAME._replace(x=x)).items) for x in (0.0, 30.0))
    assert [b.path.points[0] - a.path.points[0] for a, b in zip(here, there, strict=True)] == pytest.approx([30.0] * 3)


def test_every_kind_of_the_format_has_its_drawer() -> None:
    from report.content.builders.figures import SAME
    from report.content.keys import WORDS
    from report.layout.alt import KINDS

    asked = {SAME.get(kind, kind) for kind in WORDS["chart"].values()}
    assert asked - {"radar"} <= set(DRAWERS) == set(KINDS)  # a radar is refused


@pytest.mark.parametrize("code", messages.ROWS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_message_says_what_to_do(code: str, language: str) -> None:
    row = messages.ROWS[code]
    values = [(name, "7") for name in re.findall(r"{(\w+)}", row.zh + row.zh_hint)]
    message, hint = fill(row, "zh" if language == "zh" else "en", values)
    assert message
    assert hint
    assert "{" not in message + hint
