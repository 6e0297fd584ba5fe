"""Columns and their kinds: as declared, as inferred, and what a cell that does not fit is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.content.model import Table
from tests.tables.making import columns, read, values


def table(folder: Path, text: str, entry: str = "{文件: 甲.csv}") -> tuple[Table | None, list[str]]:
    (folder / "甲.csv").write_text(text, encoding="utf-8")
    return read(folder, entry)


@pytest.mark.parametrize(
    ("name", "cells", "kind"),
    [
        ("家园", ["60", "90"], "integer"),
        ("家园", ["1,280", "６０"], "integer"),
        ("家园", ["6.2万", "90"], "integer"),
        ("面积", ["6.25", "−9"], "decimal"),
        ("比例", ["97.6%", "100％"], "percent"),
        ("年份", ["2024", "2025"], "year"),
        ("统计年度", ["2024", "2025"], "year"),
        ("年龄", ["2024", "2025"], "integer"),
        ("期", ["2024年", "2025年"], "year"),
        ("家园", ["2024", "2025"], "integer"),
        ("代码", ["0102", "4102"], "text"),
        ("证号", ["410203198001011234", "410203198001011235"], "text"),
        ("季度", ["一", "二"], "text"),
        ("日期", ["2024-01-21", "2024-01-22"], "text"),
        ("县区", ["兰考", "尉氏"], "text"),
        ("空", ["", ""], "text"),
    ],
)
def test_a_column_that_is_not_declared_is_what_all_its_cells_allow(
    tmp_path: Path, name: str, cells: list[str], kind: str
) -> None:
    text = f"行,{name}\n" + "".join(f'r{i},"{cell}"\n' for i, cell in enumerate(cells))
    found, problems = table(tmp_path, text)
    assert (columns(found)[name], problems) == (kind, [])


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("年", "2024年", "2024"),
        ("整数", "１，２８０", "1280"),
        ("整数", "6.2万", "62000"),
        ("整数", "12.0", "12.0"),
        ("小数", "-0.50", "-0.50"),
        ("百分", "97.6%", "97.6"),
        ("百分", "97.6", "97.6"),
        ("日期", "2024年1月21日", "2024-01-21"),
        ("日期", "2024/1/21", "2024-01-21"),
        ("日期", "2024-1", "2024-01"),
        ("文本", "0102", "0102"),
        ("整数", "", None),
        ("文本", "", None),
    ],
)
def test_a_declared_column_is_read_exactly(tmp_path: Path, kind: str, cell: str, value: str | None) -> None:
    found, problems = table(tmp_path, f'行,数\nr,"{cell}"\n', f"{{文件: 甲.csv, 列: {{数: {kind}}}}}")
    assert (values(found), problems) == ([["r", value]], [])


@pytest.mark.parametrize(
    ("kind", "cell", "code"),
    [
        ("年", "24", "cell-not-year"),
        ("整数", "12.5", "cell-not-integer"),
        ("整数", "—", "cell-not-integer"),
        ("小数", "约5", "cell-not-decimal"),
        ("百分", "两成", "cell-not-percent"),
        ("日期", "2024-02-30", "cell-not-date"),
        ("日期", "去年", "cell-not-date"),
    ],
)
def test_a_cell_of_another_kind_is_told_and_stands_empty(tmp_path: Path, kind: str, cell: str, code: str) -> None:
    found, problems = table(tmp_path, f"行,数\nr,{cell}\n", f"{{文件: 甲.csv, 列: {{数: {kind}}}}}")
    assert (values(found), problems) == ([["r", None]], [f"{code} 甲.csv:2:3"])


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    entry = "{文件: 甲.csv, 键: 县, 列: {家园: 整数, 面积: 小数, 人: 整数}, 单位: {家: 个}}"
    _, problems = table(tmp_path, "县区,家园,面积\n兰考,许多,9\n尉氏,90,大\n", entry)
    assert problems == [
        "unknown-column 报告.yaml:2:44",
        "unknown-column 报告.yaml:2:57",
        "cell-not-integer 甲.csv:2:4",
        "cell-not-decimal 甲.csv:3:7",
        "unknown-column 报告.yaml:2:21",
    ]


def test_a_number_column_with_one_slip_is_pointed_out(tmp_path: Path) -> None:
    found, problems = table(tmp_path, "县区,家园\n兰考,60\n尉氏,9O\n通许,64\n")
    assert (columns(found)["家园"], problems) == ("text", ["mixed-column 甲.csv:3:4"])


def test_a_share_without_its_sign_among_others_is_pointed_out(tmp_path: Path) -> None:
    found, problems = table(tmp_path, "县区,比例\n兰考,97.6%\n尉氏,0.98\n")
    assert (values(found)[1], problems) == (["尉氏", "0.98"], ["percent-mixed 甲.csv:3:4"])


@pytest.mark.parametrize(
    ("text", "key", "problems"),
    [
        ("县区,家园\n兰考,60\n尉氏,90\n", "县区", []),
        ("县区,家园\n兰考,60\n兰考,90\n", "县区", ["duplicate-key-value 甲.csv:3:1"]),
        ("县区,家园\n兰考,60\n,90\n", "县区", ["empty-key 甲.csv:3:1"]),
        ("年份,家园\n2024,60\n2024年,90\n", "年份", ["duplicate-key-value 甲.csv:3:1"]),
    ],
)
def test_keys_tell_rows_apart(tmp_path: Path, text: str, key: str, problems: list[str]) -> None:
    kinds = ", 列: {年份: 年}" if key == "年份" else ""
    found, said = table(tmp_path, text, f"{{文件: 甲.csv, 键: {key}{kinds}}}")
    assert found is not None
    assert (found.key, said) == (key, problems)


def test_without_a_key_the_first_column_is_one_if_it_can(tmp_path: Path) -> None:
    keys = [table(tmp_path, f"县区,家园\n兰考,60\n{name},90\n")[0] for name in ("尉氏", "兰考")]
    assert [found and found.key for found in keys] == ["县区", ""]


def test_units_belong_to_columns(tmp_path: Path) -> None:
    found, _ = table(tmp_path, "县区,家园,比例\n兰考,60,9%\n", "{文件: 甲.csv, 单位: {家园: 个}}")
    assert found is not None
    assert [column.unit for column in found.columns] == ["", "个", "%"]


def test_a_table_knows_its_name_and_place(tmp_path: Path) -> None:
    found, _ = table(tmp_path, "a,b\n1,2\n")
    assert found is not None
    assert (found.name, found.place[1:], found.rows[0][1].place[1:]) == ("甲", (2, 3), (2, 3))


@pytest.mark.parametrize(
    ("entry", "problems"),
    [
        ("{文件: 乙.csv}", ["missing-file 报告.yaml:2:11"]),
        ("{文件: ../乙.csv}", ["path-outside 报告.yaml:2:11"]),
        ("{键: 县区}", ["no-source 报告.yaml:2:6"]),
        ('{文件: "a\\0.csv"}', ["missing-file 报告.yaml:2:11"]),
        ("{文件: 甲.csv, 库: 乙.db}", ["two-sources 报告.yaml:2:21"]),
        ("{文件: 甲.csv, 表: 汇总}", ["only-workbook 报告.yaml:2:21"]),
        ("{文件: 甲.docx}", ["unknown-table-file 报告.yaml:2:11"]),
        ("{文件: 甲.xls}", ["save-as-xlsx 报告.yaml:2:11"]),
        ("{文件: 甲.et}", ["save-as-xlsx 报告.yaml:2:11"]),
        ("{文件: 甲.csv, 列: {县区: 数}}", ["unknown-word 报告.yaml:2:26"]),
        ("{文件: 甲.csv, 表头: 0}", ["not-a-count 报告.yaml:2:22"]),
        ("{文件: 空.csv}", ["no-rows 空.csv:1:1"]),
        ("甲.csv", ["wrong-type 报告.yaml:2:6"]),
    ],
)
def test_a_source_that_cannot_be_read_is_told(tmp_path: Path, entry: str, problems: list[str]) -> None:
    for name in ("甲.docx", "甲.xls", "甲.et"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "空.csv").write_text("县区,家园\n", encoding="utf-8")
    assert table(tmp_path, "县区,家园\n兰考,60\n", entry)[1] == problems


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    inside = tmp_path / "稿"
    inside.mkdir()
    (tmp_path / "乙.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (inside / "甲.csv").symlink_to(tmp_path / "乙.csv")
    assert read(inside, "{文件: 甲.csv}")[1] == ["path-outside 报告.yaml:2:11"]
