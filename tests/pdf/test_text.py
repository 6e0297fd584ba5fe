"""Runs as operators: codes, gaps in whole thousandths, glyphs beside the line, columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from hypothesis import given
from hypothesis.strategies import integers, lists

from report.colour import BLACK
from report.drawing import Run, Shape, moved, rectangle
from tests.pdf import tiny


def shown(run: Run) -> list[str]:
    """The operators between BT and ET."""
    code = tiny.code(tiny.pdf((tiny.p(run),)))
    return code[code.index("BT") + 1 : code.index("ET")]


def square(text: str, **more: object) -> Run:
    """Han characters one em wide."""
    found = tuple(tiny.faces().open("song", 400).glyph(char) for char in text)
    return tiny.run(text, found, (1000.0,) * len(text), **more)


def numbers(operators: list[str]) -> list[int]:
    """All adjustments of all TJ arrays."""
    return [int(n) for one in operators if one.endswith("TJ") for n in re.findall(r"(?<=[>\[])(-?\d+)(?=<)", one)]


def test_a_run_without_gaps_is_one_string() -> None:
    assert shown(square("一二")) == ["1 0 0 1 32 152 Tm", "/F0 12 Tf", "<00010002> Tj"]


def test_neighbours_are_one_text_object_whose_pen_says_how_far_it_moves() -> None:
    """Leadings and differences of lines are nearly always the same; what stands between ends the object."""
    one, two, three = (moved(square("一二"), 0.004 * i, 18.004 * i) for i in range(3))
    code = tiny.code(tiny.pdf((tiny.p(one, two, three),)))
    assert code[code.index("BT") + 1 : code.index("ET")] == [
        "1 0 0 1 32 152 Tm", "/F0 12 Tf", "<00010002> Tj",
        "0 -18 Td", "<00010002> Tj", "0.01 -18.01 Td", "<00010002> Tj",
    ]  # fmt: skip
    between = Shape(rectangle(0, 0, 9, 9), fill=BLACK)
    code = tiny.code(tiny.pdf((tiny.p(one, between, two, square("一", turn=90.0), three),)))
    assert [line for line in code if line.endswith(("Tm", "Td"))] == [
        "1 0 0 1 32 152 Tm", "1 0 0 1 32 134 Tm", "0 -1 1 0 32 152 Tm", "1 0 0 1 32.01 115.99 Tm"
    ]  # fmt: skip


def places(operators: list[str], size: float = 12.0) -> list[float]:
    """Where each glyph of one string begins, in thousandths of an em, by what the operators say."""
    spread = next((float(one.split()[0]) for one in operators if one.endswith("Tc")), 0.0) * 1000 / size
    found, at = [], 0.0
    for codes, step in re.findall(r"<([0-9A-F]+)>|(-?\d+)", next(one for one in operators if one[-2:] in ("TJ", "Tj"))):
        for _ in range(len(codes) // 4):
            found.append(at)
            at += 1000 + spread
        at -= float(step or 0)
    return found


def true(gaps: Sequence[float]) -> list[float]:
    return list(accumulate((1000.0 + gap for gap in gaps[:-1]), initial=0.0))


def test_gaps_that_are_alike_are_said_once() -> None:
    gaps = (33.0, 34.0, 33.0, 34.0, 33.0, 33.0, 34.0, 33.0, 34.0, 0.0)
    said = shown(square("一二三四五六七八九十", gaps=gaps))
    assert (said[2], numbers(said), said[-1].count("<")) == ("0.4013 Tc", [], 1)
    assert all(abs(a - b) < 1 for a, b in zip(places(said), true(gaps), strict=True))


def test_a_gap_of_its_own_is_said_beside_the_others() -> None:
    gaps = (33.0, 33.0, 250.0, 33.0, 33.0, 33.0, -500.0, 33.0, 33.0, 0.0)
    said = shown(square("一二三四五六七八九十", gaps=gaps))
    assert numbers(said) == [-217, 533]
    assert all(abs(a - b) < 1 for a, b in zip(places(said), true(gaps), strict=True))


@given(lists(integers(-500, 500) | integers(30, 33), min_size=1, max_size=25))
def test_glyphs_stand_within_a_thousandth_of_their_place(gaps: list[int]) -> None:
    spaced = (*map(float, gaps), 0.0)
    said = shown(square("一二三四五六七八九十"[: len(spaced)] + "百" * (len(spaced) - 10), gaps=spaced))
    assert all(abs(a - b) <= 1.001 for a, b in zip(places(said), true(spaced), strict=True))


def test_the_spread_of_a_line_ends_with_it() -> None:
    spread = square("一二三四五", gaps=(40.0, 40.0, 40.0, 40.0, 0.0))
    code = tiny.code(tiny.pdf((tiny.p(spread, square("六七"), square("八", vertical=True), spread),)))
    assert [one for one in code if one.endswith("Tc")] == ["0.48 Tc", "0 Tc", "0.48 Tc"]


def test_the_gap_after_the_last_glyph_is_not_said() -> None:
    assert shown(square("一二", gaps=(100.0, 500.0)))[-1] == "[<0001>-100<0002>] TJ"


def test_a_shifted_glyph_moves_alone_and_a_raised_one_rises_alone() -> None:
    assert numbers(shown(square("一二三", offsets=((1, 250.0, 0.0),)))) == [-250, 250]
    said = shown(square("一二三", offsets=((1, 0.0, 500.0),)))
    assert [one for one in said if one.endswith("Ts")] == ["6 Ts", "0 Ts"]
    assert len([one for one in said if one.endswith("Tj")]) == 3


def test_a_run_is_turned_about_its_pen() -> None:
    assert shown(square("一", turn=90.0))[0] == "0 -1 1 0 32 152 Tm"
    assert shown(square("一", turn=45.0))[0] == "0.707 -0.707 0.707 0.707 32 152 Tm"


def test_a_column_runs_down_with_gaps_and_its_first_glyph_stands_alone() -> None:
    offsets = tuple((i, -500.0, -880.0) for i in range(3))
    said = shown(square("一二三", vertical=True, gaps=(100.0, 100.0, 0.0), offsets=offsets))
    assert said[:3] == ["/F0V 12 Tf", "1 0 0 1 32 152 Tm", "<0001> Tj"]
    assert re.fullmatch(r"\[100<000[23]>100<000[23]>\] TJ", said[3])


def test_a_space_that_stands_for_no_text_is_not_drawn() -> None:
    space = tiny.faces().open("song", 400).glyph(" ")
    one = tiny.faces().open("song", 400).glyph("一")
    said = tiny.code(tiny.pdf((tiny.p(tiny.run(("一", ""), (one, space), (1000.0, 250.0))),)))
    assert not [line for line in said if line.endswith(("cm", "f Q"))]


def test_a_glyph_off_the_axis_of_its_font_starts_a_piece_of_its_own() -> None:
    offsets = ((0, -500.0, -880.0), (1, -500.0, -880.0), (2, -250.0, -880.0))
    glyphs = tuple(tiny.faces().open("song", 400).glyph(char) for char in "一二一")
    run = tiny.run("一二一", glyphs, (1000.0,) * 3, vertical=True, offsets=offsets)
    matrices = [one for one in shown(run) if one.endswith("Tm")]
    assert matrices == ["1 0 0 1 32 152 Tm", "1 0 0 1 35 128 Tm"]


def test_what_is_set_is_not_set_again() -> None:
    code = tiny.code(tiny.pdf((tiny.p(square("一"), square("二"), square("三", size=9.0)),)))
    assert [one for one in code if one.endswith("Tf")] == ["/F0 12 Tf", "/F0 9 Tf"]
    assert [one for one in code if one.endswith(" k")] == ["0 0 0 1 k"]
    assert [one for one in code if one.endswith(" gs")] == ["/OT gs"]
