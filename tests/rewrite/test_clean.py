"""Pasted text made clean, and nothing else touched."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.content.rewrite.characters import CONTROLS, HIDDEN, RADICALS, SPACES
from report.content.rewrite.clean import clean
from report.content.rewrite.hygiene import tidied
from report.content.source import Fields, Items, Node, Scalar, parse
from report.problem import ContentError
from tests.rewrite.reports import KEPT, SAMPLE


def tidy(text: str, quote: str = "") -> str:
    steps = list(tidied(text, quote))
    return steps[-1].after if steps else text


@pytest.mark.parametrize(
    ("pasted", "clean_text"),
    [
        ("⽀持⼥性⻓期⺠生", "支持女性长期民生"),
        ("豈不", "豈不"),
        ("全市\u00a0100\u2003个", "全市 100 个"),
        ("基\u200b层\u00ad组织\ufeff", "基层组织"),
        ("五年间,全市", "五年间，全市"),
        ("其中: 培训", "其中：培训"),
        ("好! 再来", "好！再来"),
        ("真的?!是的", "真的？！是的"),
        ("办到了.", "办到了。"),
        ("办到了.\n\n接着", "办到了。\n\n接着"),
        ("党员(含预备党员)参加", "党员（含预备党员）参加"),
        ("党员（含预备党员)参加", "党员（含预备党员）参加"),
        ("(一)加强", "（一）加强"),
        ('推进"两委"换届', "推进“两委”换届"),
        ("推进'两委'换届", "推进‘两委’换届"),
        ("　　五年间", "五年间"),
        ("共{{ 村 }}.", "共{{ 村 }}。"),
        ("共{{ 村 }},其中", "共{{ 村 }}，其中"),
        ("见[图](#图-a),其中", "见[图](#图-a)，其中"),
        ('他说"好",就走', "他说“好”，就走"),
    ],
)
def test_what_is_repaired(pasted: str, clean_text: str) -> None:
    assert tidy(pasted) == clean_text
    assert tidy(clean_text) == clean_text


@pytest.mark.parametrize(
    "text",
    [
        "12:30 开会，3,000 人，97.6%，第3.2节",
        "Hello, world! (see PDF)",
        "见 https://example.org/a,b?c=文,d。",
        "写信 a.b@example.org,",
        "{{ 合计(阵地.家园), \"甲,乙\" }}",
        "[字,符]{字距: 0.05}",
        "〔pīn yīn|拼音〕",
        "PDF(文件)与 5\"屏",
        "就业　增收　健康",
        "等等...",
        "葛\U000e0100城，齐︀",
        "甲 乙",
        "{{ 甲 }}:{{ 乙 }}",
        "Total {{ 甲 }}.",
        "３．５万，Ａ类",
    ],
)  # fmt: skip
def test_what_stays(text: str) -> None:
    assert tidy(text) == text.replace("[字,符]", "[字，符]")


def test_quotes_of_yaml_are_told_from_quotes_of_prose() -> None:
    assert tidy('他说\\"好\\"', '"') == "他说“好”"
    assert tidy('他说"好"', "'") == "他说“好”"
    assert tidy("他说''好''", "'") == "他说''好''"


PASTED = """\
# 注释,半角: "引号"
格式: 1
文档: {编号: a, 标题: ⾦色年华,真好, 日期: 2024-01-21}
事实:
  ⾦额: {值: 1, 来源: "市卫健委,2024"}
正文:
  - 段: |
      　　五年间,全市{{ ⾦额 | 数 }}.
      用了\u200b心.

      再来,一段
  - 图片: {图: "甲,乙.jpg", 替代: 田间,课堂}
  - 数卡: [{事实: ⾦额, 名: '"好"人'}]
"""
CLEAN = """\
# 注释,半角: "引号"
格式: 1
文档: {编号: a, 标题: 金色年华,真好, 日期: 2024-01-21}
事实:
  ⾦额: {值: 1, 来源: "市卫健委,2024"}
正文:
  - 段: |
      五年间，全市{{ ⾦额 | 数 }}。
      用了心。

      再来，一段
  - 图片: {图: "甲,乙.jpg", 替代: 田间,课堂}
  - 数卡: [{事实: ⾦额, 名: '“好”人'}]
"""


def test_only_words_that_are_printed_are_touched() -> None:
    """Keys, references, files, comments and {{ }} stay; a comma in a flow map parts its values and is not prose."""
    after, changes = clean(PASTED, "f")
    assert after == CLEAN
    assert {change.kind for change in changes} == {"radicals", "indents", "stops", "hidden", "quotes"}
    assert {change.line for change in changes} == {3, 8, 9, 11, 13}
    assert clean(after) == (after, ())


def test_a_value_never_becomes_a_key() -> None:
    """A no-break space after a colon, made a plain one, would turn a value into a map."""
    text = "格式: 1\n正文:\n  - 节: 主题:\u00a0A\n  - 节: 第1期\u00a0#特刊\n  - 节: \u200b- 甲\n"
    assert clean(text) == (text, ())


@pytest.mark.parametrize(
    ("laid_out", "after"),
    [
        ("文档:\n\t编号: a\n\t标题: 五年\n", "文档:\n  编号: a\n  标题: 五年\n"),
        ("文档:\n　编号: a\n", "文档:\n  编号: a\n"),
        ("文档:\n  编号: a\n　　标题: 五年\n", "文档:\n  编号: a\n  标题: 五年\n"),
        ("文档:\n\u00a0\u00a0编号: a\n", "文档:\n  编号: a\n"),
        ("正文:\n - 段: |\n\t\t好\n", "正文:\n - 段: |\n    好\n"),
        ("文档: {标题: 五\x0b年\x00}\n", "文档: {标题: 五年}\n"),
        ("文档: {标题: 五年\u2028一览}\n", "文档: {标题: 五年一览}\n"),
    ],
)
def test_lines_are_indented_by_spaces(laid_out: str, after: str) -> None:
    text, changes = clean("格式: 1\n" + laid_out)
    assert text == "格式: 1\n" + after
    assert changes
    assert clean(text) == (text, ())


@pytest.mark.parametrize("text", [SAMPLE, KEPT])
def test_a_clean_report_stays_as_it_is(text: str) -> None:
    assert clean(text) == (text, ())


def test_what_is_no_yaml_has_its_lines_repaired_only() -> None:
    assert clean("文档:\n\t编号: [a,\n") == ("文档:\n  编号: [a,\n", clean("文档:\n\t编号: [a,\n")[1])


def test_radicals_become_ideographs() -> None:
    """Every compatibility ideograph becomes what Unicode says it is; the twelve unified ones among them stay."""
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFA6E), *range(0x2F800, 0x2FA1E)):
        wanted = unicodedata.normalize("NFKC", chr(code))
        assert chr(code).translate(RADICALS) == wanted
    assert "﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩".translate(RADICALS) == "﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩"
    assert "⺁⻘⻳".translate(RADICALS) == "厂青龟"


def test_no_character_is_in_two_tables() -> None:
    tables = [set(table) for table in (RADICALS, SPACES, HIDDEN, CONTROLS)]
    assert sum(map(len, tables)) == len(set().union(*tables)) + len(set(SPACES) & set(CONTROLS))
    assert {0x3000, 0xFE00, 0xE0100}.isdisjoint(set().union(*tables))


LETTERS = st.text("两委好人年 aB1\u00a0\u200b⼥,.:;!?()（）\"'“”　\n{}[]#-*，。%/", max_size=24)


@given(LETTERS)
@settings(max_examples=300, deadline=None)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    for quote in ("", '"', "'"):
        assert tidy(tidy(text, quote), quote) == tidy(text, quote)


@given(LETTERS)
@settings(max_examples=300, deadline=None)
def test_lines_stay_lines(text: str) -> None:
    assert tidy(text).count("\n") == text.count("\n")


@given(st.lists(LETTERS, min_size=1, max_size=4), st.sampled_from(["|", '"', "'", ""]))
@settings(max_examples=300, deadline=None)
def test_the_shape_of_a_report_stays(values: list[str], style: str) -> None:
    """Whatever is pasted into it, a report keeps its keys and its lists, and cleaning twice is cleaning once."""
    body = "".join(f"  - 段: {written(value, style)}\n" for value in values)
    text = f"格式: 1\n正文:\n{body}"
    after, _ = clean(text)
    assert clean(after)[0] == after
    before = shape(text)
    if before is not None:
        assert shape(after) == before


def written(value: str, style: str) -> str:
    """A value in one of the styles of YAML."""
    match style:
        case "|":
            return "|\n" + "".join(f"      {line}\n" for line in ["好", *value.split("\n")])
        case '"':
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\n      ") + '"'
        case "'":
            return "'" + value.replace("'", "''").replace("\n", "\n      ") + "'"
    return value.replace("\n", " ")


def shape(text: str) -> list[str] | None:
    """The keys of a text and the places of its values in the tree; None for what is no YAML."""
    try:
        return list(outline(parse(text.encode(), "")))
    except ContentError:
        return None


def outline(node: Node) -> Iterator[str]:
    match node:
        case Scalar():
            yield "."
        case Items(items):
            yield "["
            for item in items:
                yield from outline(item)
        case Fields(entries):
            for key, value in entries:
                yield key.text
                yield from outline(value)
