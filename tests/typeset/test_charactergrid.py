"""A character grid: every Han in a cell of one em, letters and figures in whole cells."""

from __future__ import annotations

from itertools import accumulate

import pytest

from report.typeset.faces import Faces
from report.typeset.style import Line
from tests.typeset.text import set_text

EM = 10.0
TEXT = (
    "本说明的数据取自开封市妇联2024年1月21日刊发的工作情况，统计期为河南省妇女十三大以来的五年。"
    "所列数字按原文写法照录，“余”“多”“近”“以上”等字样一律保留，不作推算，不作补充。"
)


def cells(line: Line, em: float) -> list[tuple[str, float]]:
    """Every character with where it stands, in cells from the left edge."""
    found = []
    for run in line.runs:
        steps = [a + g for a, g in zip(run.advances, run.gaps or (0.0,) * len(run.advances), strict=True)]
        places = accumulate(steps[:-1], initial=run.x / em * 1000)
        found += [(text, at / 1000) for text, at in zip(run.texts, places, strict=True)]
    return found


@pytest.mark.parametrize("family", ["fang", "song", "hei", "kai"])
def test_han_and_marks_stand_in_their_cells(faces: Faces, family: str) -> None:
    made = set_text(TEXT, 28, faces, family=family, grid=True, punctuation="full", size=EM, indent=2.0)
    for line in made.lines:
        if line.stretch == 0:
            for text, at in cells(line, EM):
                assert text in "0123456789" or abs(at - round(at)) < 0.01, (line.text, text, at)


def test_lines_are_28_cells_wide(faces: Faces) -> None:
    made = set_text(TEXT, 28, faces, grid=True, punctuation="full", size=EM, indent=2.0)
    assert [round(line.width / EM, 2) for line in made.lines[:-1]] == [26.0, *[28.0] * (len(made.lines) - 2)]


def test_a_figure_stands_in_the_middle_of_its_cells(faces: Faces) -> None:
    (line,) = set_text("五1年", 28, faces, family="fang", grid=True, size=EM).lines
    places = dict(cells(line, EM))
    digit = faces.open("fang", 400, "normal").advance("1") / 1000
    assert places["年"] == pytest.approx(2.0)
    assert places["1"] == pytest.approx(1 + (1 - digit) / 2, abs=0.002)


def test_a_line_that_begins_or_ends_with_a_figure_keeps_whole_cells(faces: Faces) -> None:
    made = set_text("国国国123国国1国国国国", 5, faces, family="fang", grid=True, size=EM)
    assert [round(line.width / EM, 2) for line in made.lines[:-1]] == [5.0] * (len(made.lines) - 1)
    for line in made.lines:
        assert all(abs(at - round(at)) < 0.01 for text, at in cells(line, EM) if text == "国"), line.text


def test_a_mark_that_may_not_begin_a_line_takes_the_last_character_with_it(faces: Faces) -> None:
    made = set_text("国" * 10 + "。" + "国" * 3, 10, faces, grid=True, size=EM, punctuation="full")
    assert [line.text for line in made.lines] == ["国" * 9, "国。国国国"]
    assert made.lines[0].stretch == pytest.approx(1 / 8, abs=0.001)
