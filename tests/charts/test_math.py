"""Mathematics in labels: where it begins and ends, how it is set in the faces of the document, what cannot be read."""

from __future__ import annotations

import logging

import pytest

from report.charts.composing import Composer
from report.charts.words import segments
from report.drawing import Run, Shape
from report.typeset import Span
from report.typeset.faces import Faces

from .made import HERE, STYLE, words


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("PM$_{2.5}$浓度", ["PM", "[_{2.5}]", "浓度"]),
        ("$x$与$y^2$", ["[x]", "与", "[y^2]"]),
        ("由$5到$10", ["由$5到$10"]),
        ("$5–$10", ["$5–$10"]),
        ("价 $ 5 $", ["价 $ 5 $"]),
        (r"\$5 与 $z$", ["$", "5 与 ", "[z]"]),
        ("没有", ["没有"]),
    ],
)
def test_mathematics_stands_between_dollar_signs(text: str, parts: list[str]) -> None:
    assert [f"[{part.text}]" if is_math else part.text for part, is_math in segments(Span(text))] == parts


def test_a_part_knows_its_place() -> None:
    places = [part.place for part, _ in segments(Span("PM$_{2.5}$浓度", None, HERE))]
    assert [place.column - HERE.column for place in places if place] == [0, 3, 10]


def test_text_is_set_by_the_composer_and_formulas_in_the_same_faces(faces: Faces) -> None:
    found = Composer(faces).set(words("浓度 $x^2$，CO$_2$"))
    runs = [item for item in found.items if isinstance(item, Run)]
    assert [(run.text, run.face.key) for run in runs] == [
        ("浓度 ", "hei-700"),
        ("x", "latin-sans-400-italic"),
        ("2", "hei-700"),
        ("，CO", "hei-700"),
        ("2", "hei-700"),
    ]
    raised, lowered = runs[2], runs[4]
    assert raised.y < 0 < lowered.y
    assert raised.size == lowered.size == pytest.approx(0.7 * STYLE.size)
    assert [a.x for a in runs] == sorted(a.x for a in runs)
    assert found.width > runs[4].x
    assert not found.problems


def test_a_glyph_keeps_the_width_it_has_in_its_face(faces: Faces) -> None:
    (run,) = (item for item in Composer(faces).set(words("$2$")).items if isinstance(item, Run))
    (plain,) = (item for item in Composer(faces).set(words("2")).items if isinstance(item, Run))
    assert (run.glyphs, run.advances) == (plain.glyphs, plain.advances)


def test_bars_of_fractions_and_signs_that_no_face_has_are_shapes(faces: Faces) -> None:
    found = Composer(faces).set(words(r"$\sqrt{\frac{a}{b}}$"))
    assert [item.text for item in found.items if isinstance(item, Run)] == ["a", "b"]
    shapes = [item for item in found.items if isinstance(item, Shape)]
    assert len(shapes) == 3  # the radical, its bar, the bar of the fraction
    assert all(shape.fill == STYLE.colour for shape in shapes)


@pytest.mark.parametrize("formula", [r"\foo", "x^{", "{a"])
def test_a_formula_that_cannot_be_read_is_a_problem_with_its_place(faces: Faces, formula: str) -> None:
    found = Composer(faces).set(words(f"数${formula}$"))
    (problem,) = found.problems
    assert (problem.code, dict(problem.values)["text"]) == ("bad-math", formula)
    assert problem.place == HERE._replace(column=HERE.column + 2)


def test_matplotlib_keeps_its_fonts_and_its_remarks_to_itself(faces: Faces, caplog: pytest.LogCaptureFixture) -> None:
    from matplotlib import font_manager, rcParams

    before = (list(font_manager.fontManager.ttflist), rcParams["mathtext.fontset"], rcParams["mathtext.rm"])
    with caplog.at_level(logging.DEBUG):
        Composer(faces).set(words(r"$\sum_{i=1}^{n} x_i \geq \bar{x}$"))
    after = (list(font_manager.fontManager.ttflist), rcParams["mathtext.fontset"], rcParams["mathtext.rm"])
    assert before == after
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_a_name_with_mathematics_is_never_broken(faces: Faces) -> None:
    composer = Composer(faces)
    assert composer.lines(words("甲乙丙丁$x^2$戊己庚辛"), 20.0, 9) is None
    lines = composer.lines(words("妇女儿童活动中心和家庭教育指导服务站"), 60.0, 4)
    assert lines is not None
    assert "".join(line.text for line in lines) == "妇女儿童活动中心和家庭教育指导服务站"
    assert all(composer.width(line) <= 60.01 for line in lines)


def test_lines_end_between_phrases(faces: Faces) -> None:
    lines = Composer(faces).lines(words("儿童友好社区示范点建设项目"), 72.0, 3)
    assert lines is not None
    assert [line.text for line in lines] == ["儿童友好社区", "示范点建设项目"]
