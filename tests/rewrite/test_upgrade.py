"""Reports of earlier formats, up and down again."""

from __future__ import annotations

import re

import pytest

from report.content.keys import SHAPES, WORDS
from report.content.rewrite.convert import convert
from report.content.rewrite.upgrade import FORMAT, STEPS, upgrade, version
from report.problem import ContentError
from tests.rewrite.reports import KEPT, SAMPLE, texts

DRAFT = """\
# 草稿
文档: {编号: a, 标题: 五年一览, 日期: 2024-01-21}   # 没有版本
正文:
  - 页:
      版式: 章首
      参数: {花: {事实: 三新组织, 每瓣: 1}}
      区:
        一:
          - 专题:
              题: 正文
              正文: |
                每瓣一个。
  - 引文: {文: 好, 作者: 学员}
"""
PRESENT = """\
# 草稿
格式: 1  # banxin upgrade
文档: {编号: a, 标题: 五年一览, 日期: 2024-01-21}   # 没有版本
正文:
  - 页:
      版式: 章首
      参数: {花: {事实: 三新组织, 每: 1}}
      区:
        一:
          - 专题:
              题: 正文
              文: |
                每瓣一个。
  - 引文: {文: 好, 出处: 学员}
"""


def test_a_draft_becomes_a_report_of_today() -> None:
    assert (version(DRAFT), upgrade(DRAFT)) == (0, PRESENT)


def test_the_way_back_gives_the_draft() -> None:
    assert upgrade(PRESENT, to=0) == DRAFT


def test_words_of_the_draft() -> None:
    old = "format: 0\nbody:\n- chart: {kind: dot-matrix, per-petal: 10, fact: 村}\n"
    new = "format: 1\nbody:\n- chart: {kind: dots, per: 10, fact: 村}\n"
    assert (upgrade(old), upgrade(new, to=0)) == (new, old)


@pytest.mark.parametrize("text", [SAMPLE, convert(SAMPLE, "en"), KEPT])
def test_a_report_of_today_goes_down_and_up_unchanged(text: str) -> None:
    assert upgrade(text) == text
    down = upgrade(text, to=0)
    assert version(down) == 0
    assert upgrade(down) == text


@pytest.mark.parametrize(
    "name", [name for name, text in texts().items() if re.search(r"^(格式|format): 1\b", text, re.M)]
)
def test_a_present_report_is_left_alone(name: str) -> None:
    assert upgrade(texts()[name]) == texts()[name]


@pytest.mark.parametrize("text", ["格式: 9\n", "格式: 一\n"])
def test_a_version_that_is_not_known_is_told(text: str) -> None:
    with pytest.raises(ContentError) as raised:
        upgrade(text, "f")
    (problem,) = raised.value.problems
    assert (problem.code, problem.place) == ("unknown-format-version", ("f", 1, 5))


def test_a_flow_map_gets_its_version_inside() -> None:
    assert upgrade("{文档: {编号: a}, 正文: []}\n") == "{格式: 1, 文档: {编号: a}, 正文: []}\n"


def test_windows_line_ends_stay() -> None:
    assert upgrade("文档: {编号: a}\r\n") == "格式: 1  # banxin upgrade\r\n文档: {编号: a}\r\n"


def test_steps_lead_to_the_present_one_by_one() -> None:
    assert [step.version for step in STEPS] == list(range(1, FORMAT + 1))
    for step in STEPS:
        for renamed in step.keys:
            known = {name for key in SHAPES[renamed.shape] for name in (key.zh, key.name)}
            assert renamed.key in known
            assert not {renamed.zh, renamed.en} & known, "an old name that is also a present one could not go back"
        for table, words in step.words.items():
            assert set(words.values()) <= set(WORDS[table].values())
            assert len(set(words.values())) == len(words)
