"""The chosen breaks are the best lawful ones, proved by weighing all of them; titles break between phrases."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.typeset import Span, set_paragraph
from report.typeset.breaking import Manner, choose
from report.typeset.faces import Faces
from tests.typeset.proof import STYLE, prove, report, strip_of
from tests.typeset.text import lines, set_text

CORPUS = [t for t in (Path(__file__).parent / "corpus.txt").read_text(encoding="utf-8").split("\n") if t]


@pytest.mark.parametrize("em", [8, 12, 17, 22])
@pytest.mark.parametrize("divided", [False, True])
def test_no_lawful_set_of_breaks_is_cheaper(em: int, divided: bool, faces: Faces) -> None:
    for text in CORPUS[:20]:
        strip = strip_of(text, faces, divided=divided)
        manner = Manner(((em - STYLE.indent) * 1000, em * 1000.0))
        found = choose(strip, manner, thorough=True)
        if not found.unlawful:
            assert found.cost == pytest.approx(prove(strip, em).cost, rel=1e-4, abs=1e-2), text


def test_the_short_cuts_lose_nothing_that_shows(faces: Faces) -> None:
    """Line by line or whole, a paragraph that can be good is good."""
    for text in CORPUS:
        for em in (12, 22):
            best = min(prove(strip_of(text, faces, divided=d), em).cost for d in (False, True))
            if best < 5:
                worst = max(
                    (line.stretch for line in set_paragraph([Span(text)], em * 10, STYLE, faces).lines), default=0
                )
                assert worst <= 0.05, text


def test_a_loose_line_is_proved_to_have_no_better_break(faces: Faces) -> None:
    text = "一期工程占地368.5亩，总建筑面积212,400m²，绿化率35.6%。"
    assert list(report(text, 12, faces)) == [
        "1 loose, worst 0.156 em; proved least 1 of 0.156 em: 一期工程占地368.5亩，总建筑面积212,40"
    ]


def test_what_cannot_be_broken_lawfully_is_broken_and_reported(faces: Faces) -> None:
    found = set_text("编号是ABCDEFGHIJKLMNOPQRSTUVWXYZ的那份", 8, faces)
    assert all(line.width <= 80.01 for line in found.lines)
    assert "".join(line.text for line in found.lines) == "编号是ABCDEFGHIJKLMNOPQRSTUVWXYZ的那份"
    assert {p.code for p in found.problems} == {"text-too-wide"}


def test_a_loose_line_is_reported_with_its_place(faces: Faces) -> None:
    from report.problem import Place

    spans = [Span("订单号：2026-0318-0097已经发出", place=Place("a.yaml", 3, 7))]
    found = set_text(spans, 9, faces)
    assert [(p.code, p.severity, p.place) for p in found.problems] == [
        ("loose-line", "notice", Place("a.yaml", 3, 7)),
    ]


def test_forced_ends_end_lines(faces: Faces) -> None:
    assert lines("一行\n又一行\n\n再一行", 9, faces) == ["一行", "又一行", "再一行"]


@pytest.mark.parametrize(
    ("title", "em", "found"),
    [
        ("她们这五年：从田埂到讲台的妇女发展报告", 15, ["她们这五年：", "从田埂到讲台的妇女发展报告"]),
        ("乡村数字化转型与公共服务体系建设实践研究", 8, ["乡村数字化转型", "与公共服务体系", "建设实践研究"]),
        ("乡村数字化转型与公共服务体系建设实践研究", 15, ["乡村数字化转型与公共", "服务体系建设实践研究"]),
        ("短题不动", 15, ["短题不动"]),
    ],
)
def test_titles_break_between_phrases_and_balance(title: str, em: float, found: list[str], faces: Faces) -> None:
    assert lines(title, em, faces, phrases=True, balance=True, align="centre") == found


def test_english_is_hyphenated_by_the_same_breaker(faces: Faces) -> None:
    text = "The composer is the heart of the product, notwithstanding considerable internationalization."
    found = set_text(text, 14, faces, language="en", family="latin-serif")
    assert [line.text + "-" * line.hyphen for line in found.lines] == lines(
        text, 14, faces, language="en", family="latin-serif"
    )
    assert any(line.hyphen for line in found.lines)
    assert all(abs(line.width - 140) < 0.1 for line in found.lines[:-1])


def test_a_ragged_text_is_not_spread(faces: Faces) -> None:
    found = set_text("风停了。灯塔的光一圈一圈地扫过海面，照见归航的船。", 9.3, faces, align="left")
    assert all(line.stretch <= 0 for line in found.lines)


def test_a_paragraph_set_once_is_not_set_again(faces: Faces) -> None:
    spans = [Span("同一段话，同一个样子。")]
    assert set_text(spans, 9, faces) is set_text(list(spans), 9, faces)
    assert set_text(spans, 9, faces) is not set_text(spans, 8, faces)
