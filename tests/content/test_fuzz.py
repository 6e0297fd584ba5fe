"""Anything may be typed: loader, expressions and markup answer with a value or with problems, never with an exception.

2,000 examples each; `make fuzz` (for the night) takes 100,000.
"""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from report.content import prose
from report.content.expression import evaluate
from report.content.read import read_report
from report.content.source import Scalar, parse
from report.problem import ContentError, Place
from tests.content.test_functions import scope

EXAMPLES = int(os.environ.get("BANXIN_EXAMPLES", "2000"))
HERE = Place("a.yaml", 1, 1)

YAML = [
    "- ",
    "键",
    ": ",
    "：",
    "|",
    ">",
    "[",
    "]",
    "{",
    "}",
    ",",
    "'",
    '"',
    "#",
    "&a",
    "*a",
    "!",
    "%",
    "@",
    "`",
    "\n",
    "\n  ",
    "\t",
]
NAMES = [
    "格式",
    "文档",
    "正文",
    "页",
    "版式",
    "区",
    "图表",
    "类",
    "花",
    "事实",
    "值",
    "段",
    "节",
    "表格",
    "数据",
    "核对",
]
MARKS = [
    "**",
    "*",
    "[",
    "]",
    "(#a)",
    "{着重}",
    "〔",
    "|",
    "〕",
    "^1",
    "{{",
    "}}",
    "\\\\",
    "甲",
    "village",
    " ",
    '"',
    "\n",
]
TERMS = [
    "培训",
    "阵地",
    "贷款",
    "甲",
    "[2025]",
    ".人次",
    "合计(",
    "同比(",
    ")",
    ",",
    "+",
    "-",
    "×",
    "/",
    "|",
    "亿",
    "2位",
    "1",
    "'",
    "“",
]


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(st.sampled_from([*YAML, *NAMES, "1", "一"])).map("".join) | st.text(max_size=60))
def test_the_loader_takes_anything(text: str) -> None:
    problems: tuple[object, ...] = ("nodes",)
    try:
        parse(text.encode("utf-8", "surrogatepass"), "a.yaml")
    except ContentError as error:
        problems = error.problems
    assert problems


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(st.sampled_from(TERMS)).map(" ".join) | st.text(max_size=60))
def test_an_expression_is_a_value_or_a_problem(text: str) -> None:
    around = scope()
    assert (evaluate(text, HERE, around) is None) == bool(around.log.problems)


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(st.sampled_from([*MARKS, *TERMS])).map("".join) | st.text(max_size=60))
def test_prose_is_inlines_or_problems(text: str) -> None:
    around = scope()
    found = prose.prose(Scalar(text, False, HERE, True, HERE), around)
    assert all(inline.text or inline.link.startswith("#") for paragraph in found for inline in paragraph)
    assert all(problem.place for problem in around.log.problems)


BODY = st.recursive(
    st.sampled_from([*NAMES, "1", "2.5", "真", "{{ 甲 }}", "**重**", "2024-01-21"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=3),
    max_leaves=8,
)


def written(value: object) -> str:
    """A value as flow YAML."""
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(inner)}" for key, inner in value.items()) + "}"
    return "'" + str(value) + "'"


@settings(max_examples=max(1, EXAMPLES // 10), deadline=None)
@given(st.lists(BODY, max_size=3), BODY)
def test_a_report_of_any_shape_is_read_or_told(tmp_path_factory: object, body: list[object], document: object) -> None:
    folder = Path(tmp_path_factory.getbasetemp())  # type: ignore[attr-defined]
    path = folder / "fuzz.yaml"
    path.write_text(f"格式: 1\n文档: {written(document)}\n正文: {written(body)}\n", encoding="utf-8")
    problems: tuple[object, ...] = ("report",)
    try:
        read_report(path)
    except ContentError as error:
        problems = error.problems
    assert problems
