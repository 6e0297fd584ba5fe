"""Cells, functions and formats in expressions."""

from decimal import Decimal

import pytest

from report.content.expression import Scope, Words, evaluate, holds
from report.content.form import Log
from report.content.model import Column, DataCell, Fact, Table
from report.problem import Place
from tests.content.printed import printed_form

HERE = Place("a.yaml", 1, 1)


def cell(text: str, line: int) -> DataCell:
    value: Decimal | str | None = None if not text else Decimal(text) if text.replace(".", "").isdigit() else text
    return DataCell(text, value, Place("t.csv", line, 1))


def table(name: str, heads: list[tuple[str, str, str]], rows: list[list[str]]) -> Table:
    columns = tuple(Column(*head) for head in heads)
    cells = tuple(tuple(cell(text, line) for text in row) for line, row in enumerate(rows, 2))
    return Table(name, columns, cells, columns[0].name, Place("t.csv", 1, 1))


TRAINING = table(
    "培训",
    [("年份", "year", ""), ("场次", "integer", "场"), ("人次", "integer", "人次")],
    [["2022", "10", "1000"], ["2023", "10", "1123"], ["2024", "8", ""], ["2025", "16", "2246"]],
)
PLACES = table(
    "阵地", [("县区", "text", ""), ("家园", "integer", "个")], [["兰考", "60"], ["尉氏", "90"], ["通许", "64"]]
)


def fact(name: str, value: str, unit: str, approx: str = "exact", printed: str = "") -> Fact:
    return Fact(name, Decimal(value), unit, approx, printed or value, "", "", HERE)  # type: ignore[arg-type]


FACTS = {
    f.name: f
    for f in (
        fact("贷款", "360000000", "元", "rounded", "3.6亿"),
        fact("参与", "100000", "人", "over", "10万余"),
        fact("去年", "40", "%"),
        fact("今年", "41.2", "%"),
        fact("甲", "200", "个"),
        fact("乙", "100", "个"),
    )
}


def scope() -> Scope:
    return Scope(Log(), FACTS, {"date": "2026-03-08"}, {"培训": TRAINING, "阵地": PLACES})


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("培训[2025].人次", "2246"),
        ("培训[2025].人次 | 单位 人次", "2246人次"),
        ("阵地[兰考].家园", "60"),
        ("阵地[“兰考”].家园", "60"),
        ("合计(阵地.家园)", "214"),
        ("sum(阵地.家园)", "214"),
        ("平均(阵地.家园)", "约71.33"),
        ("最大项(阵地.家园)", "尉氏"),
        ("最小项(阵地.家园)", "兰考"),
        ("最大(阵地.家园)", "90"),
        ("计数(培训.人次)", "3"),
        ("排名(阵地.家园, 通许)", "2"),
        ("同比(培训.人次, 2023)", "比上年增长12.3%"),
        ("同比(培训.场次, 2024)", "比上年下降20%"),
        ("同比(培训.场次, 2023)", "与上年持平"),
        ("环比(培训.场次, 2025)", "比上期增长100%"),
        ("占比(乙, 甲)", "占50%"),
        ("百分点差(今年, 去年)", "提高1.2个百分点"),
        ("百分点差(去年, 今年)", "下降1.2个百分点"),
        ("倍(甲, 乙)", "翻一番"),
        ("倍(乙, 甲)", "降至0.5倍"),
        ("倍(培训[2025].人次, 培训[2022].人次)", "增至2.2倍"),
        ("贷款", "3.6亿元"),
        ("贷款 | 亿元", "3.6亿元"),
        ("贷款 | 万元", "36000万元"),
        ("贷款 | 元 千分", "360,000,000元"),
        ("贷款 | 亿 2位", "3.60亿"),
        ("贷款 | 大写", "叁亿陆仟万元整"),
        ("培训[2025].人次 | 万 1位", "0.2万"),
        ("参与 | 万", "10万余"),
        ("乙 / 甲 | 百分 1位", "50.0%"),
        ("今年 | 百分", "41.2%"),
        ("甲 | 汉字", "二百个"),
        ("文档.日期 | 年月日", "2026年3月8日"),
        ("文档.日期 | 年月日 汉字", "二〇二六年三月八日"),
        ("文档.日期 | 汉字", "二〇二六年三月八日"),
    ],
)
def test_an_expression_prints(expression: str, printed: str) -> None:
    around = scope()
    value = evaluate(expression, HERE, around)
    assert not around.log.problems
    assert printed_form(value) == printed


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ("同比(培训.人次, 2022)", "no-row"),
        ("同比(培训.人次, 2025)", "empty-value"),
        ("同比(培训.人次, 兰考)", "wants-year"),
        ("环比(培训.人次, 2022)", "no-base"),
        ("培训[2030].人次", "no-row"),
        ("培训[2025].人数", "no-column"),
        ("培训[2024].人次", "empty-value"),
        ("阵地.家园", "column-alone"),
        ("合计(甲)", "wants-column"),
        ("合计()", "argument-count"),
        ("总计(阵地.家园)", "unknown-function"),
        ("占比(参与, 甲)", "inexact-operand"),
        ("百分点差(甲, 乙)", "wants-percent"),
        ("倍(甲, 乙 - 乙)", "base-zero"),
        ("甲 | 万元", "format-unit"),
        ("阵地[兰考].县区 + 1", "not-a-number"),
    ],
)
def test_what_cannot_be_said_is_refused(expression: str, code: str) -> None:
    around = scope()
    assert evaluate(expression, HERE, around) is None
    assert [p.code for p in around.log.problems] == [code]


def test_doubling_is_called_so_only_when_exact() -> None:
    around = scope()
    for expression, words in (("倍(甲, 乙)", "翻一番"), ("倍(甲 + 1, 乙)", "增至2倍"), ("倍(甲 × 2, 乙)", "翻两番")):
        value = evaluate(expression, HERE, around)
        assert isinstance(value, Words)
        assert value.text == words


@pytest.mark.parametrize(
    ("value", "capital"),
    [
        ("0", "零元整"),
        ("10", "壹拾元整"),
        ("1005", "壹仟零伍元整"),
        ("100000001", "壹亿零壹元整"),
        ("12.3", "壹拾贰元叁角"),
        ("20.05", "贰拾元零伍分"),
        ("50000", "伍万元整"),
        ("1050000", "壹佰零伍万元整"),
        ("360000000", "叁亿陆仟万元整"),
    ],
)
def test_amounts_in_capitals(value: str, capital: str) -> None:
    from report.content.expression.formats import capitals

    assert capitals(Decimal(value), money=True) == capital


def test_equations_hold_or_not() -> None:
    around = scope()
    assert holds("合计(阵地.家园) == 214", HERE, around) == (True, "214", "214")
    assert holds("贷款 / 甲 < 100000", HERE, around) == (False, "1800000", "100000")
    assert holds("甲", HERE, around) is None
    assert around.log.problems[-1].code == "not-an-equation"
