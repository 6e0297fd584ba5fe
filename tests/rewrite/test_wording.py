"""The house's wording: which words are found, where, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.content.form import Form, Log, open_form
from report.content.model import Inline
from report.content.read import read_report
from report.content.source import parse
from report.content.wording import Rule, findings, paragraphs, rules
from report.messages import words
from report.problem import Place

HERE = Place("f", 1, 1)


def check(text: str, folder: Path) -> tuple[tuple[Rule, ...], Log, list[str]]:
    """The rules of a 核对 map, what was told, and the inputs."""
    log, inputs = Log(), []
    form = open_form(parse(text.encode(), "f"), "check", log)
    assert isinstance(form, Form)
    return rules(form, folder, inputs), log, inputs


def found(text: str, *known: Rule, allowed: tuple[str, ...] = ()) -> list[tuple[str, int]]:
    """The words found in a text and their columns."""
    told = findings([(Inline(text, HERE),)], known, allowed)
    return [(dict(one.values)["word"], one.place.column if one.place else 0) for one in told]


def rule(word: str, instead: str = "") -> Rule:
    return Rule(word, instead, "", "warning")


def test_a_word_is_found_at_its_place() -> None:
    assert found("其它事项，其它人", rule("其它", "其他")) == [("其它", 1), ("其它", 6)]


def test_the_wording_to_use_is_not_found() -> None:
    """“两委” must stand in quotes, a body under its full name: the short form inside the long one is good."""
    quoted, body = rule("两委", "“两委”"), rule("妇联", "妇女联合会（妇联）")
    assert found("村“两委”换届，两委成员", quoted) == [("两委", 9)]
    assert found("市妇女联合会（妇联）与妇联", body) == [("妇联", 12)]


def test_a_word_inside_a_longer_one_is_not_found() -> None:
    assert found("妇女会议、妇女会", rule("妇女会"), allowed=("妇女会议",)) == [("妇女会", 6)]
    assert found("贫困户，贫困户帮扶", rule("贫困户"), rule("贫困户帮扶")) == [("贫困户", 1), ("贫困户帮扶", 5)]


def test_a_word_over_two_stretches_is_found_where_it_begins() -> None:
    """Emphasis, a line of the source and a forced line end do not hide a word."""
    one = Inline("村两", Place("f", 3, 7), "strong")
    other = Inline("\n委", Place("f", 4, 7))
    (told,) = findings([(one, other)], [rule("两委")])
    assert told.place == Place("f", 3, 8)


def test_a_word_in_a_fact_has_the_place_of_the_reference() -> None:
    (told,) = findings([(Inline("共", HERE), Inline("五个两委", Place("f", 1, 2), fact="村"))], [rule("两委")])
    assert told.place == Place("f", 1, 2)


def test_rules_of_the_report(tmp_path: Path) -> None:
    text = "用语:\n  - {词: 两委, 改为: “两委”, 因: 特定用语, 级: 错误}\n  - {词: 其它}\n"
    known, log, inputs = check(text, tmp_path)
    assert known == (Rule("两委", "“两委”", "特定用语", "error"), Rule("其它", "", "", "warning"))
    assert (log.problems, inputs) == ([], [])


@pytest.mark.parametrize("text", ["- {词: 其它, 改为: 其他}\n", "用语:\n  - {词: 其它, 改为: 其他}\n"])
def test_rules_of_a_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "用语.yaml").write_text(text, encoding="utf-8")
    known, log, inputs = check("用语: 用语.yaml\n", tmp_path)
    assert known == (Rule("其它", "其他", "", "warning"),)
    assert (log.problems, inputs) == ([], [str(tmp_path / "用语.yaml")])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("用语: 别处.yaml\n", "missing-file"),
        ("用语: ../用语.yaml\n", "path-outside"),
        ("用语: {词: 其它}\n", "wrong-type"),
        ("用语: [{改为: 其他}]\n", "missing-key"),
        ("用语: [{词: 其它, 级: 严重}]\n", "unknown-word"),
    ],
)
def test_what_is_wrong_with_rules_is_told(tmp_path: Path, text: str, code: str) -> None:
    _, log, _ = check(text, tmp_path)
    assert [problem.code for problem in log.problems] == [code]


def test_what_is_said() -> None:
    (told,) = findings([(Inline("两委", HERE),)], [Rule("两委", "“两委”", "特定用语", "error")])
    assert told.severity == "error"
    assert words(told, "zh") == ("“两委”不合用语表：特定用语", "应写成““两委””；用语表在“核对”的“用语”里")
    (bare,) = findings([(Inline("其它", HERE),)], [rule("其它")])
    assert words(bare, "en") == ("其它 is not house wording", "the list is in `check`, `wording`")


def test_every_text_of_a_report_is_read(tmp_path: Path) -> None:
    path = tmp_path / "report.yaml"
    (tmp_path / "a.jpg").write_bytes(b"x")
    path.write_text(
        """格式: 1
文档: {编号: a, 标题: 题一, 日期: 2024-01-21}
正文:
  - 节: 节二
  - 两栏:
      - [段: "段三**四**"]
      - [图片: {图: a.jpg, 替代: 替五, 说明: 说六}]
  - 页: {版式: 封底, 眉: 眉七, 区: {题: 区八, 数: [数卡: [{印: 九, 名: 名十}]]}}
""",
        encoding="utf-8",
    )
    text = "".join(inline.text for paragraph in paragraphs(read_report(path)[0]) for inline in paragraph)
    assert [char for char in "一二三四五六七八十" if char not in text] == []
