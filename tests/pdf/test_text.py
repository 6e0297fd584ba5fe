"""Runs as operators: codes, gaps in whole thousandths, glyphs beside the line, columns."""

from __future__ import annotations

import re

from report.drawing import Run
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
    assert shown(square("一二")) == ["1 0 0 1 32 152 Tm", "<00010002> Tj"]


def test_gaps_are_whole_numbers_that_do_not_drift() -> None:
    words = "一二三四五六七八九十"
    said = numbers(shown(square(words, gaps=(33.4,) * 9 + (0.0,))))
    assert said == [-33, -34, -33, -34, -33, -33, -34, -33, -34]
    assert abs(-sum(said) - 9 * 33.4) < 0.5


def test_the_gap_after_the_last_glyph_is_not_said() -> None:
    assert shown(square("一二", gaps=(100.0, 500.0)))[-1] == "[<0001>-100<0002>] TJ"


def test_a_shifted_glyph_moves_alone_and_a_raised_one_rises_alone() -> None:
    assert numbers(shown(square("一二三", offsets=((1, 250.0, 0.0),)))) == [-250, 250]
    said = shown(square("一二三", offsets=((1, 0.0, 500.0),)))
    assert [one for one in said if one.endswith("Ts")] == ["6 Ts", "0 Ts"]
    assert len([one for one in said if one.endswith("TJ")]) == 3


def test_a_run_is_turned_about_its_pen() -> None:
    assert shown(square("一", turn=90.0))[0] == "0 -1 1 0 32 152 Tm"
    assert shown(square("一", turn=45.0))[0] == "0.707 -0.707 0.707 0.707 32 152 Tm"


def test_a_column_runs_down_with_gaps_and_its_first_glyph_stands_alone() -> None:
    offsets = tuple((i, -500.0, -880.0) for i in range(3))
    said = shown(square("一二三", vertical=True, gaps=(100.0, 100.0, 0.0), offsets=offsets))
    assert said[:3] == ["/F0V 12 Tf", "1 0 0 1 32 152 Tm", "[<0001>] TJ"]
    assert re.fullmatch(r"\[100<000[23]>100<000[23]>\] TJ", said[3])


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
