"""Columns of half an em: code and drawings of characters stand as they were written."""

from __future__ import annotations

from itertools import accumulate

import pytest

from report.typeset import Line, Span, set_line
from report.typeset.faces import Faces
from tests.typeset.text import body, lines

EM = 10.0


def line(text: str, faces: Faces, family: str = "hei") -> Line:
    return set_line([Span(text)], body(family=family, fixed=True, han_latin=0.25), faces)


def columns(found: Line) -> list[tuple[str, float]]:
    """Every character with the column in which its pen stands."""
    placed = []
    for run in found.runs:
        gaps = run.gaps or (0.0,) * len(run.advances)
        steps = [advance + gap for advance, gap in zip(run.advances, gaps, strict=True)]
        pens = accumulate(steps[:-1], initial=run.x / EM * 1000)
        placed += [(text, round(pen / 500, 2)) for text, pen in zip(run.texts, pens, strict=True)]
    return placed


@pytest.mark.parametrize("family", ["hei", "song", "fang", "kai"])
@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("    名: {值: 2135}", [0, 1, 2, 3, 4, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17]),
        ("│  ├─ 表", [0, 1, 2, 3, 4, 5, 6]),
        ("a → b ▼", [0, 1, 2, 3, 4, 5, 6]),
        ("（甲），“乙”。x", [0, 2, 4, 6, 8, 10, 12, 14, 16]),
        ("mmWWiill…", [0, 1, 2, 3, 4, 5, 6, 7, 8]),
        ("fi ffi é×１", [0, 1, 2, 3, 4, 5, 6, 7, 8, 10]),
    ],
)
def test_letters_take_a_column_and_han_two(text: str, at: list[int], family: str, faces: Faces) -> None:
    found = columns(line(text, faces, family))
    assert [char for char, _ in found] == list(text)
    assert [column for _, column in found] == pytest.approx(at, abs=0.02)


def test_nothing_is_squeezed(faces: Faces) -> None:
    assert line("《甲》（乙）。", faces).width == pytest.approx(7 * EM)
    assert line("——……？！·", faces).width == pytest.approx(6.5 * EM)


def test_lines_of_boxes_meet(faces: Faces) -> None:
    """The glyph is an em wide and stands in the middle of half an em, so that it reaches into its neighbours."""
    (run,) = line("└──", faces).runs
    assert run.advances == (1000.0, 1000.0, 1000.0)
    assert [dx for _, dx, _ in run.offsets] == [-250.0, -250.0, -250.0]


def test_letters_keep_their_width_in_a_line_that_is_spread(faces: Faces) -> None:
    """Code inside a paragraph: the words beside it open, its letters do not."""
    code = Span("banxin.yaml", body(family="hei", fixed=True))
    text = [Span("把这个文件"), code, Span("放进文件夹，再看一遍它说了什么。")]
    assert "".join(lines(text, 12, faces)).startswith("把这个文件banxin.yaml")


def test_code_parts_between_its_names_without_a_hyphen(faces: Faces) -> None:
    code = "banxin_last_success_timestamp(job=1.25)"
    found = lines(code, 10, faces, family="hei", fixed=True, align="left")
    assert found == ["banxin_last_success_", "timestamp(job=1.25)"]
