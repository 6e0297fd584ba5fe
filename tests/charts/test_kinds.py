"""Bars, rings and proportion bars: every length as the theme says, honesty marks, labels that must fit."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from report.charts.plots import Bars, Legend, Part, Proportion, Ring, RingLook, draw
from report.content.model import Approx
from report.drawing import Run, Shape
from report.typeset.faces import Faces
from report.units import MM

from .made import CRIMSON, HERE, LOOK, PALE, STYLE, TRACK, bar, box_mm, flat, shapes, texts, words

RING = RingLook(19 * MM, 7 * MM, (22.5 * MM, 27.5 * MM), 11.4, 0.6, 0.6, 29 * MM, 34.5 * MM)


def of_ring(share: float, approx: Approx = "exact") -> Ring:
    return Ring(share, approx, words("70%"), words("以上"), (CRIMSON, PALE, TRACK), RING)


def test_bars_start_at_zero_and_the_longest_has_its_length(faces: Faces) -> None:
    plot = Bars((bar(500), bar(70)), 101 * MM, LOOK)
    drawn = draw(plot, faces)
    long, short = shapes(drawn.items)
    assert box_mm(long) == (0.0, 0.0, 80.0, 5.0)
    assert box_mm(short) == (0.0, 6.5, 11.2, 11.5)
    assert drawn.depth == pytest.approx(11.5 * MM)


def test_over_is_the_stated_number_a_gap_and_a_pale_end_of_fixed_length(faces: Faces) -> None:
    plot = Bars((bar(28000, "over"), bar(5000, "over")), 101 * MM, LOOK)
    boxes = {(box_mm(s), s.fill) for s in shapes(draw(plot, faces).items)}
    assert boxes == {
        ((0.0, 0.0, 80.0, 5.0), CRIMSON),
        ((80.4, 0.0, 82.2, 5.0), PALE),
        ((0.0, 6.5, 14.29, 11.5), CRIMSON),
        ((14.69, 6.5, 16.49, 11.5), PALE),
    }


def test_near_ends_in_an_outline_that_ends_where_the_number_does(faces: Faces) -> None:
    solid, outline = shapes(draw(Bars((bar(2000, "near"),), 101 * MM, LOOK), faces).items)
    assert box_mm(solid) == (0.0, 0.0, 78.2, 5.0)
    assert outline.fill is None
    assert outline.stroke is not None
    half = outline.stroke.width / 2 / MM
    left, top, right, bottom = box_mm(outline)
    assert (left - half, top - half, right + half, bottom + half) == pytest.approx((78.2, 0, 80, 5), abs=0.01)


def test_a_near_bar_shorter_than_its_mark_is_all_outline(faces: Faces) -> None:
    plot = Bars((bar(1000), bar(10, "near")), 101 * MM, LOOK)
    _, outline = shapes(draw(plot, faces).items)
    assert outline.fill is None
    assert box_mm(outline)[2] < 0.8


def test_bars_of_nothing_have_no_length(faces: Faces) -> None:
    found = draw(Bars((bar(0, said="0场"), bar(0, said="0场")), 101 * MM, LOOK), faces)
    assert shapes(found.items) == []
    assert texts(found.items) == ["0场", "0场"]


def test_the_figure_stands_behind_the_end_of_its_bar(faces: Faces) -> None:
    look = LOOK._replace(name_width=29 * MM, longest=42 * MM)
    named = bar(660, said="660")._replace(name=words("助学金"))
    over = bar(600, "over", "600余")._replace(name=words("防汛物资"))
    items = draw(Bars((named, over), 86 * MM, look), faces).items
    places = {r.text: round(r.x / MM, 2) for r in flat(items) if isinstance(r, Run)}
    assert places == {"660": 72.6, "600余": round(29 + 42 * 600 / 660 + 0.4 + 1.8 + 1.6, 2), "助学金": 0, "防汛物资": 0}
    baselines = {r.text: r.y / MM for r in flat(items) if isinstance(r, Run)}
    assert baselines["660"] == pytest.approx(2.5 + 0.38 * 8.5 / MM, abs=0.001)


def test_a_figure_that_runs_past_the_room_is_a_problem_with_its_place(faces: Faces) -> None:
    found = draw(Bars((bar(28000, said="28000余人次参加了培训"),), 101 * MM, LOOK), faces)
    (problem,) = found.problems
    assert (problem.code, problem.place) == ("line-overflow", HERE)
    assert dict(problem.values)["text"] == "28000余人次参加了培训"


def test_a_name_longer_than_its_column_is_a_problem(faces: Faces) -> None:
    look = LOOK._replace(name_width=10 * MM, longest=42 * MM)
    found = draw(Bars((bar(1)._replace(name=words("基层领头雁培训")),), 101 * MM, look), faces)
    assert [p.code for p in found.problems] == ["line-overflow"]


def test_names_of_a_legend_stand_a_pitch_apart_or_farther(faces: Faces) -> None:
    entries = ((words("甲"), CRIMSON), (words("一个比一个间距长得多的名称"), PALE), (words("丙"), CRIMSON))
    legend = Legend(entries, 2.4 * MM, 10 * MM, 30 * MM)
    plot = Bars((bar(1),), 120 * MM, LOOK, legend)
    drawn = draw(plot, faces)
    items = drawn.items
    starts = [r.x / MM for r in flat(items) if isinstance(r, Run) and r.text != "1"]
    assert starts[:2] == pytest.approx([4.0, 34.0], abs=0.01)
    assert starts[2] > 34 + 13 * 8.5 * 0.3528
    assert {r.y for r in flat(items) if isinstance(r, Run) and r.text != "1"} == {round(15 * MM, 4)}
    assert drawn.depth == pytest.approx(15 * MM)


def angles(shape: Shape) -> tuple[float, float]:
    """First and last angle of a piece of the ring, in degrees clockwise from 12 o'clock, from its outer arc."""
    (cx, cy), outer = RING.centre, RING.radius + RING.thickness / 2
    points = zip(shape.path.points[0::2], shape.path.points[1::2], strict=True)
    arc = [(x - cx, cy - y) for x, y in points if abs(math.hypot(x - cx, cy - y) - outer) < 0.01]
    first, last = (round(math.degrees(math.atan2(x, y)), 2) % 360 for x, y in (arc[0], arc[-1]))
    return first, last


def test_a_ring_runs_clockwise_from_noon_to_its_share(faces: Faces) -> None:
    track, arc = shapes(draw(of_ring(0.7), faces).items)
    assert (track.fill, arc.fill) == (TRACK, CRIMSON)
    assert angles(arc) == pytest.approx((0, 252), abs=0.01)
    assert box_mm(track) == (0.0, 5.0, 45.0, 50.0)


def test_a_ring_over_its_number_has_a_pale_piece_of_fixed_length_that_never_passes_noon(faces: Faces) -> None:
    _, _, pale = shapes(draw(of_ring(0.7, "over"), faces).items)
    assert pale.fill == PALE
    assert angles(pale) == pytest.approx((252.6, 264), abs=0.01)
    _, _, cut = shapes(draw(of_ring(0.99, "over"), faces).items)
    assert angles(cut) == pytest.approx((357, 0), abs=0.01)
    assert len(shapes(draw(of_ring(1.0, "over"), faces).items)) == 2


def test_a_ring_near_its_number_ends_in_an_outline(faces: Faces) -> None:
    _, arc, outline = shapes(draw(of_ring(0.7, "near"), faces).items)
    assert angles(arc) == pytest.approx((0, 240.6), abs=0.01)
    assert (outline.fill, outline.stroke and outline.stroke.colour) == (None, CRIMSON)


def test_an_empty_and_a_full_ring(faces: Faces) -> None:
    assert len(shapes(draw(of_ring(0.0), faces).items)) == 1
    _, full = shapes(draw(of_ring(1.0), faces).items)
    assert box_mm(full) == (0.0, 5.0, 45.0, 50.0)


def test_the_numeral_stands_in_the_middle_of_the_ring_and_must_fit_it(faces: Faces) -> None:
    number, mark = (r for r in flat(draw(of_ring(0.7, "over"), faces).items) if isinstance(r, Run))
    assert [(r.x + r.width / 2) / MM for r in (number, mark)] == pytest.approx([22.5, 22.5], abs=0.01)
    assert [round(r.y / MM, 2) for r in (number, mark)] == [29, 34.5]
    big = replace(of_ring(0.7), number=words("百分之七十以上", replace(STYLE, size=22.0)))
    assert [p.code for p in draw(big, faces).problems] == ["line-overflow"]


def test_parts_share_the_whole_bar(faces: Faces) -> None:
    parts = (Part(2135, words("村 2135"), CRIMSON), Part(431, words("社区 431"), PALE))
    found = draw(Proportion(parts, 101 * MM, 7.5 * MM, 2 * MM, 1.35 * MM), faces)
    village, community = shapes(found.items)
    assert box_mm(village) == (0.0, 0.0, 84.04, 7.5)
    assert box_mm(community) == (84.04, 0.0, 101.0, 7.5)
    inside = [(round(r.x / MM, 2), round(r.y / MM, 2), r.text) for r in flat(found.items) if isinstance(r, Run)]
    assert inside == [(2.0, 5.1, "村 2135"), (86.04, 5.1, "社区 431")]
    assert not found.problems


def test_words_that_do_not_fit_their_part_are_a_problem(faces: Faces) -> None:
    parts = (Part(99, words("村"), CRIMSON), Part(1, words("社区 431"), PALE))
    found = draw(Proportion(parts, 101 * MM, 7.5 * MM, 2 * MM, 1.35 * MM), faces)
    assert [(p.code, dict(p.values)["text"]) for p in found.problems] == [("line-overflow", "社区 431")]


def test_settings_of_the_program_change_nothing(faces: Faces) -> None:
    import matplotlib

    plot = Bars((bar(3, "over"), bar(2, "near")), 101 * MM, LOOK)
    plain = draw(plot, faces)
    with matplotlib.rc_context({"patch.force_edgecolor": True, "lines.linewidth": 9, "axes.xmargin": 0.4}):
        assert draw(plot, faces) == plain
