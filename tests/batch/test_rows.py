"""A row as part of a report: its numbers are facts, its texts are words, over what the report says itself."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from report.content.model import Column, DataCell, Inline
from report.content.read import Checked, read_checked
from report.content.rewrite.convert import convert
from report.content.row import NO_ROW, Row
from report.problem import ContentError, Place

REPORT = """\
格式: 1
变量: {县区: 样县, 代码: "0"}
文档: {编号: "xian-{{ 代码 }}", 标题: "{{ 县区 }}年报", 日期: 2024-01-21, 来源: 办公室}
核对: {数字: 严格}
数据:
  历年: {文件: 历年.csv, 键: 年份, 只取: {县区: "{{ 县区 }}"}, 列: {年份: 年}}
事实:
  户数: {值: 1, 单位: 户, 约: 余, 印作: 1}
正文:
  - 段: "{{ 县区 }}有{{ 户数 }}，村{{ 村数 }}。全县有28户以上，2024年{{ 历年[2024].人次 }}。"
"""
COLUMNS = (Column("县区", "text"), Column("代码", "text"), Column("户数", "integer"), Column("村数", "integer", "个"))


def row(*texts: str) -> Row:
    cells = [DataCell(text, Decimal(text) if text.isdigit() else text or None, at(i)) for i, text in enumerate(texts)]
    return Row(COLUMNS, tuple(cells), "县区.csv:3")


def at(column: int) -> Place:
    return Place("县区.csv", 3, column + 1)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "报告.yaml"
    path.write_text(REPORT, encoding="utf-8")
    table = "县区,年份,人次\n青岚县,2023,5\n青岚县,2024,7\n东屏县,2024,9\n样县,2024,1\n"
    (tmp_path / "历年.csv").write_text(table, encoding="utf-8")
    return path


def without_data(report: Path) -> None:
    """The report without the table of which a county's rows are taken."""
    head, _, rest = REPORT.partition("数据:\n")
    text = head + rest.partition("\n")[2].replace("，2024年{{ 历年[2024].人次 }}", "")
    report.write_text(text, encoding="utf-8")


def inlines(value: Any) -> list[Inline]:
    if isinstance(value, Inline):
        return [value]
    if is_dataclass(value):
        return [found for f in fields(value) for found in inlines(getattr(value, f.name))]
    return [found for part in value for found in inlines(part)] if isinstance(value, tuple) else []


def said(found: Checked) -> str:
    return "".join(inline.text for inline in inlines(found.report.body))


def test_a_row_takes_the_place_of_the_sample(report: Path) -> None:
    own = said(read_checked(report, row=row("青岚县", "3702", "28", "12")))
    assert own == "青岚县有28余户，村12个。全县有28户以上，2024年7。"


def test_fields_that_are_no_prose_take_its_words(report: Path) -> None:
    about = read_checked(report, row=row("青岚县", "3702", "28", "12")).report.about
    assert (about.title, about.identifier) == ("青岚县年报", "xian-3702")


def test_its_numbers_are_facts_whose_source_is_the_row(report: Path) -> None:
    found = read_checked(report, row=row("青岚县", "3702", "28", "12"))
    households, villages = found.report.facts["户数"], found.report.facts["村数"]
    assert (households.value, households.unit, households.printed, households.place) == (28, "户", "28余", at(2))
    assert (villages.value, villages.unit, villages.source) == (12, "个", "县区.csv:3")
    statuses = {entry.text: (entry.status, entry.source) for entry in found.figures}
    assert statuses["28余户"] == ("referenced", "户数")
    assert statuses["12个"] == ("referenced", "村数")
    assert statuses["28户以上"] == ("matched", "户数"), "typed by hand, and matched against the row"


def test_a_figure_in_a_text_of_the_row_is_the_rows(report: Path) -> None:
    without_data(report)
    found = read_checked(report, row=row("下辖300户村", "3702", "28", "12")).figures
    assert ("derived", "县区") in {(entry.status, entry.source) for entry in found}


def test_a_figure_that_the_row_contradicts_stops_a_strict_report(report: Path) -> None:
    with pytest.raises(ContentError) as caught:
        read_checked(report, row=row("青岚县", "3702", "31", "12"))
    assert {p.code for p in caught.value.problems} & {"figure-unmatched", "figure-conflict"}


@pytest.mark.parametrize("empty", [0, 2, 3])
def test_an_empty_cell_is_told_at_the_cell_and_never_falls_back_on_the_sample(empty: int, report: Path) -> None:
    texts = ["青岚县", "3702", "28", "12"]
    texts[empty] = ""
    with pytest.raises(ContentError) as caught:
        read_checked(report, row=row(*texts))
    told = [p for p in caught.value.problems if p.code == "empty-word"]
    assert {p.place for p in told} == {at(empty)}
    assert dict(told[0].values)["where"].startswith(str(report))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_fact_may_leave_its_value_to_the_row(language: str, tmp_path: Path) -> None:
    text = (
        "格式: 1\n文档: {编号: a, 标题: 好, 日期: 2024-01-21}\n事实: {户数: {单位: 户}}\n正文:\n  - 段: 有{{ 户数 }}\n"
    )
    path = tmp_path / "r.yaml"
    path.write_text(convert(text, "en") if language == "en" else text, encoding="utf-8")
    assert said(read_checked(path, row=row("青岚县", "3702", "28", "12"))) == "有28户"
    with pytest.raises(ContentError):
        read_checked(path)


def test_what_a_report_does_not_use_may_be_empty(report: Path) -> None:
    unused = Row(
        (*COLUMNS, Column("备注", "text")), (*row("青岚县", "3702", "28", "12").cells, DataCell("", None, at(4)))
    )
    assert read_checked(report, row=unused).report.about.title == "青岚县年报"


def test_markup_in_a_cell_is_text(report: Path) -> None:
    without_data(report)
    assert said(read_checked(report, row=row("*青{{ 户数 }}岚*", "1", "28", "12"))).startswith(
        "*青{{ 户数 }}岚*有28余户"
    )


def test_the_report_alone_is_its_own_sample(report: Path) -> None:
    report.write_text(REPORT.replace("，村{{ 村数 }}。全县有28户以上", ""), encoding="utf-8")
    assert said(read_checked(report, row=NO_ROW)) == "样县有1户，2024年1。"
