"""Where the words of a scalar stand in the text."""

from __future__ import annotations

import re

import pytest

from report.content.rewrite.text import Edit, difference, edited, source
from report.content.source import Scalar
from report.problem import ContentError
from tests.rewrite.reports import scalars, texts

LAID_OUT = """\
甲: &x 一 二
乙: "三\\t四
  五"
丙: '六''七'
丁: |

    八
      九

    十
戊: >-
  十一
  十二
己: 十三
  十四   # 注
庚: [十五, "十六"]
辛: |2
    十七
   十八
"""


def shown(text: str) -> dict[str, list[str]]:
    """The lines of each value, by its key."""
    read = source(text, "")
    keys = list(scalars(read.root))
    pairs = zip(keys[::2], keys[1::2], strict=False)
    return {key.text: [text[a:b] for a, b in read.spans(value)] for key, value in pairs if isinstance(value, Scalar)}


def test_lines_of_every_kind_of_scalar() -> None:
    found = shown(LAID_OUT.replace('庚: [十五, "十六"]\n', ""))
    assert found == {
        "甲": ["一 二"],
        "乙": ["三\\t四", "五"],
        "丙": ["六''七"],
        "丁": ["", "八", "  九", "", "十"],
        "戊": ["十一", "十二"],
        "己": ["十三", "十四"],
        "辛": ["  十七", " 十八"],
    }


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(end: str) -> None:
    text = "甲: |\n  一\n\n  二\n乙: '三'\n".replace("\n", end)
    assert shown(text) == {"甲": ["一", "", "二"], "乙": ["三"]}


@pytest.mark.parametrize("name", texts())
def test_the_lines_are_the_value(name: str) -> None:
    text = texts()[name]
    read = source(text, name)
    for scalar in scalars(read.root):
        if '"' not in read.quote(scalar):
            lines = " ".join(text[start:end] for start, end in read.spans(scalar))
            assert re.sub(r"\s+", " ", lines).strip() == re.sub(r"\s+", " ", scalar.text).strip()


def test_a_place_and_its_offset_are_the_same() -> None:
    read = source("\ufeff甲: 一\n乙: 二\n", "f")
    for scalar in scalars(read.root):
        assert read.place(read.offset(scalar.place), "f") == scalar.place


def test_two_edits_of_one_place_are_refused_unless_they_agree() -> None:
    read = source("甲: 一\n", "f")
    assert edited(read, [Edit(0, 1, "乙"), Edit(0, 1, "乙")], "f") == "乙: 一\n"
    with pytest.raises(ContentError) as raised:
        edited(read, [Edit(0, 1, "乙"), Edit(0, 1, "丙")], "f")
    (problem,) = raised.value.problems
    assert (problem.code, problem.place) == ("rewrite-shared", ("f", 1, 1))


def test_a_difference_names_the_file_and_ends_its_lines() -> None:
    assert difference("甲\n乙", "甲\n丙", "f").splitlines() == [
        "--- f",
        "+++ f",
        "@@ -1,2 +1,2 @@",
        " 甲",
        "-乙",
        "+丙",
    ]
    assert difference("甲\n", "甲\n", "f") == ""
