"""The language that runs of glyphs are said to be in, for who has a page read out."""

from __future__ import annotations

import pytest

from report.typeset import Span, TextStyle, set_paragraph
from report.typeset.faces import Faces
from report.typeset.setting import spoken
from tests.pdf import tiny


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("从家出发", "zh-CN"),
        ("GDP 与 CPI", "zh-CN"),
        ("GDP CPI", "zh-CN"),
        ("Excel", "zh-CN"),
        ("12.5 kWh", "zh-CN"),
        ("60 km/h", "zh-CN"),
        ("", "zh-CN"),
        ("这里用 Microsoft Excel 制表", "zh-CN"),
        ("Microsoft Excel", "en"),
        ("Statistics Bureau of Kaifeng", "en"),
        ("It’s the “first” edition — naïve readers", "en"),
        ("readers who know the word 家", "zh-CN"),
    ],
)
def test_words_in_latin_letters_alone_are_no_chinese(text: str, said: str) -> None:
    assert spoken(text, "zh-CN") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kaifeng", "en"),
        ("开封", "zh"),
        ("，", "en"),
        ("the county 兰考 and others", "en"),
        ("开封 the old city", "en"),
    ],
)
def test_han_alone_is_no_english(text: str, said: str) -> None:
    assert spoken(text, "en") == said


def languages(text: str, language: str = "zh-Hans") -> list[str]:
    faces: Faces = tiny.faces()
    style: TextStyle = tiny.style(language=language)
    found = set_paragraph([Span(text)], 240.0, style, faces)
    return [run.language for line in found.lines for run in line.runs]


def test_an_english_paragraph_in_a_chinese_document_is_english_on_every_line() -> None:
    text = "This bulletin was written by the bureau; it tells what changed in the year, for readers abroad."
    assert len(languages(text)) > 1
    assert set(languages(text)) == {"en"}
    assert set(languages("全市共有妇联组织二千五百余个，覆盖所有的村和社区。")) == {"zh-CN"}
    assert set(languages("开封", "en")) == {"zh"}
