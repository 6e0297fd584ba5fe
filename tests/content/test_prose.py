"""Markup and expressions into inlines that know their place."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.content import prose
from report.content.expression import Quantity, Scope, evaluate
from report.content.form import Log
from report.content.model import Fact, Inline, Prose
from report.content.source import Fields, Scalar, parse
from report.problem import Place
from tests.content.printed import printed_form

HERE = Place("a.yaml", 1, 1)


def fact(name: str, value: str, unit: str, approx: str = "exact", printed: str = "") -> Fact:
    return Fact(name, Decimal(value), unit, approx, printed or value, "", "", HERE)  # type: ignore[arg-type]


FACTS = {
    f.name: f
    for f in (
        fact("村", "2135", "个"),
        fact("社区", "431", "个"),
        fact("参与", "100000", "人", "over", "10万余"),
        fact("救助金", "13910000", "元", "rounded", "1391万"),
        fact("救助", "1391", "人"),
        fact("比例", "70", "%", "over", "70%以上"),
        fact("覆盖", "100", "%", "claim", "全覆盖"),
    )
}
DOCUMENT = {"title": "测", "date": "2024-01-21"}


def scope() -> Scope:
    return Scope(Log(), FACTS, DOCUMENT)


def read(yaml: str) -> tuple[Prose, Log]:
    node = parse(yaml.encode(), "a.yaml")
    assert isinstance(node, Fields)
    around = scope()
    return prose.prose(node.entries[0][1], around), around.log


def shown(found: Prose) -> list[str]:
    marks = {"text": "", "strong": "*", "kai": "/"}
    return ["".join(f"{marks[i.kind]}{i.text}{marks[i.kind]}" for i in p) for p in found]


def test_lines_join_without_a_space_between_han_and_with_one_between_words() -> None:
    found, _ = read("文: |\n  五年同行，\n  再启新程。\n\n  print\n  ready\n")
    assert shown(found) == ["五年同行，再启新程。", "print ready"]


def test_every_inline_knows_its_line_and_column() -> None:
    found, _ = read("文: |\n\n  五年**同行**，\n    有{{ 村 }}村。\n")
    assert [(i.text, i.place.line, i.place.column) for i in found[0]] == [
        ("五年", 3, 3),
        ("同行", 3, 7),
        ("，", 3, 11),
        ("有", 4, 5),
        ("2135个", 4, 6),
        ("村。", 4, 13),
    ]


def test_a_quoted_text_begins_after_its_quotation_mark() -> None:
    found, _ = read('文: "有{{ 村 }}村"')
    assert [i.place.column for i in found[0]] == [5, 6, 13]


def test_marks_may_span_lines_and_values() -> None:
    found, log = read("文: |\n  甲**乙{{ 参与 }}\n  丙**丁*戊*\n")
    assert shown(found) == ["甲*乙**10万余人**丙*丁/戊/"]
    assert not log.problems


def test_two_backslashes_end_a_line() -> None:
    found, _ = read("文: '甲\\\\乙'")
    assert [i.text for i in found[0]] == ["甲", "\n", "乙"]


def test_straight_quotes_become_curly_with_a_warning() -> None:
    found, log = read('文: 我们的"家"在这里，print "ready"')
    assert shown(found)[0].startswith("我们的“家”在这里")
    assert [(p.code, p.severity) for p in log.problems] == [("straight-quotes", "warning")]


def test_quotes_of_latin_text_alone_are_left() -> None:
    found, log = read('文: say "yes" now')
    assert shown(found) == ['say "yes" now']
    assert not log.problems


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("村", "2135个"),
        ("村 | 数", "2135"),
        ("村 + 社区", "2566"),
        ("(村 + 社区) | 单位 处", "2566处"),
        ("救助金 / 救助", "10000"),
        ("参与 | 单位 名", "10万余名"),
        ("比例", "70%以上"),
        ("覆盖", "全覆盖"),
        ("村 × 2 - 社区", "3839"),
        ("村 ÷ 社区", "约4.95"),
        ("文档.标题", "测"),
        ("document.title", "测"),
        ("文档.日期 | 年月日", "2024年1月21日"),
        ("文档.日期 | 年月", "2024年1月"),
        ("文档.日期 | date", "2024年1月21日"),
        ("1,280 + 1", "1281"),
    ],
)
def test_an_expression_prints(expression: str, printed: str) -> None:
    around = scope()
    value = evaluate(expression, HERE, around)
    assert not around.log.problems
    assert printed_form(value) == printed


def test_a_fact_that_stands_alone_is_known_as_itself() -> None:
    found = evaluate("村", HERE, scope())
    assert isinstance(found, Quantity)
    assert found.fact == "村"
    summed = evaluate("村 + 社区", HERE, scope())
    assert isinstance(summed, Quantity)
    assert summed.fact == ""
    assert summed.value == 2566


@pytest.mark.parametrize(
    ("expression", "code", "column"),
    [
        ("村庄", "unknown-fact", 1),
        ("村 +", "expression-ends", 4),
        ("村 村", "expression-syntax", 3),
        ("村 ] 2", "expression-syntax", 3),
        ("村 | 年月日", "format-mismatch", 5),
        ("村 | 大大写", "unknown-format", 5),
        ("参与 + 村", "inexact-operand", 1),
        ("救助 + 村", "units-differ", 1),
        ("文档.页", "unknown-field", 4),
        ("村.值", "fact-member", 3),
        ("村 / 0", "division-by-zero", 1),
    ],
)
def test_a_wrong_expression_is_a_problem_with_its_column(expression: str, code: str, column: int) -> None:
    around = scope()
    assert evaluate(expression, HERE, around) is None
    assert [(p.code, p.place.column if p.place else 0) for p in around.log.problems] == [(code, column)]


@given(
    st.lists(
        st.sampled_from(
            [
                "村",
                "社区",
                "参与",
                "+",
                "/",
                "(",
                ")",
                "|",
                "数",
                "单位",
                "{{",
                "}}",
                "**",
                "*",
                "\\\\",
                "\n",
                " ",
                "1",
                ".",
            ]
        )
    ).map("".join)
)
def test_any_marks_are_inlines_or_problems(text: str) -> None:
    around = scope()
    found = prose.prose(Scalar(text, False, HERE, True, HERE), around)
    assert all(i.text for p in found for i in p)
    assert all(p.place for p in around.log.problems)


def one(yaml: str) -> tuple[tuple[Inline, ...], Log]:
    found, log = read(yaml)
    return found[0], log


@pytest.mark.parametrize(
    ("written", "text", "marks"),
    [
        ("看[这里](#图-培训)吧", "这里", {"link": "#图-培训"}),
        ("见[网站](https://example.org/a)吧", "网站", {"link": "https://example.org/a"}),
        ("这是[要点]{着重}的", "要点", {"dots": True}),
        ("写成[a: 1]{代码}就行", "a: 1", {"kind": "code"}),
        ("在[开封]{专名}的", "开封", {"rule": "name"}),
        ("读[红楼梦]{书名}的", "红楼梦", {"rule": "book"}),
        ("面积m[2]{上标}的", "2", {"script": "super"}),
        ("标题[宽]{字距: 0.05}的", "宽", {"tracking": 0.05}),
        ("word [wide]{tracking: 0.05} on", "wide", {"tracking": 0.05}),
        ("叫〔kāi fēng|开封〕的", "开封", {"ruby": ("kāi", "fēng")}),
        ("叫〔kaifeng|开封〕的", "开封", {"ruby": ("kaifeng",)}),
        ("[王芳]{人名}讲课", "王芳", {"person": "王芳"}),
        ("[见第{页}页](#甲)", "见第{页}页", {"link": "#甲", "deferred": "page"}),
    ],
)
def test_marks_of_a_stretch(written: str, text: str, marks: dict[str, object]) -> None:
    inlines, log = one(f"文: |\n  {written}\n")
    assert not log.problems
    marked = next(i for i in inlines if i.text == text)
    assert {name: getattr(marked, name) for name in marks} == marks


def test_marks_hold_values_and_strong_words() -> None:
    inlines, log = one("文: |\n  共[{{ 村 }}**大**村]{着重, 专名}。\n")
    assert not log.problems
    assert [(i.text, i.kind, i.dots, i.rule, i.fact) for i in inlines] == [
        ("共", "text", False, "", ""),
        ("2135个", "text", True, "name", "村"),
        ("大", "strong", True, "name", ""),
        ("村", "text", True, "name", ""),
        ("。", "text", False, "", ""),
    ]


def test_brackets_that_mark_nothing_are_text() -> None:
    inlines, log = one("文: |\n  数组[1]与[2]都是字\n")
    assert not log.problems
    assert [i.text for i in inlines] == ["数组[1]与[2]都是字"]


def test_an_unknown_mark_is_told_with_the_nearest() -> None:
    _, log = one("文: |\n  [字]{着虫}\n")
    assert [(p.code, dict(p.values)["near"]) for p in log.problems] == [("unknown-word", "着重")]


def test_a_computed_figure_carries_its_formula() -> None:
    inlines, _ = one("文: |\n  共{{ 村 + 社区 }}处\n")
    assert [(i.text, i.formula) for i in inlines] == [("共", ""), ("2566", "村 + 社区"), ("处", "")]
