"""Workbooks: sheets, ranges, names, merged heads, hidden rows, numbers as text, dates, formulas, errors."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table as ListObject

from report.messages.tables import ROWS as MESSAGES
from tests.tables.making import book, columns, read, report, told, values

PLACES = [["县区", "家园"], ["兰考", 60], ["尉氏", 90]]
READ = [["兰考", "60"], ["尉氏", "90"]]


def test_a_sheet_is_read_with_the_address_of_every_cell(tmp_path: Path) -> None:
    book(tmp_path / "阵地.xlsx", 汇总=PLACES)
    found, problems = read(tmp_path, "{文件: 阵地.xlsx}")
    assert (values(found), problems, columns(found)) == (READ, [], {"县区": "text", "家园": "integer"})
    assert found is not None
    place = found.rows[1][1].place
    assert (place.file, place.line, place.column) == (f"{tmp_path}/阵地.xlsx!汇总!B3", 3, 2)


@pytest.mark.parametrize(
    "where",
    [
        "表: 汇总, 区域: 'A3:B5'",
        "表: 汇总, 区域: '$a$3：$b$5'",
        "区域: '汇总!A3:B5'",
        "区域: \"'汇总'!$A$3:$B$5\"",
        "表: 汇总, 区域: 'A3:B99'",
        "表: 汇总, 区域: '3:5'",
        "区域: 阵地表",
        "区域: 局部",
        "表: 汇总, 区域: 局部",
        "区域: List1",
    ],
)
def test_a_range_has_many_names(tmp_path: Path, where: str) -> None:
    made = book(tmp_path / "阵地.xlsx", 说明=[["编者"], ["某"]], 汇总=[["各县区统计"], ["单位：个"], *PLACES])
    sheet = made["汇总"]
    made.defined_names["阵地表"] = DefinedName("阵地表", attr_text="汇总!$A$3:$B$5")
    sheet.defined_names["局部"] = DefinedName("局部", attr_text="汇总!$A$3:$B$5")
    sheet.add_table(ListObject(displayName="List1", ref="A3:B5"))
    made.save(tmp_path / "阵地.xlsx")
    found, problems = read(tmp_path, f"{{文件: 阵地.xlsx, {where}}}")
    assert (values(found), problems) == (READ, [])


@pytest.mark.parametrize(
    ("where", "problem"),
    [
        ("表: 汇", "unknown-sheet"),
        ("区域: 甲表", "unknown-range"),
        ("区域: 'A0:B2'", "unknown-range"),
        ("表: 汇总, 区域: 两块", "range-not-one"),
        ("表: 汇总, 区域: '明细!A1:B3'", "range-elsewhere"),
        ("表: 汇总, 区域: 'D9:E10'", "empty-table"),
    ],
)
def test_a_wrong_range_is_told_where_it_was_written(tmp_path: Path, where: str, problem: str) -> None:
    made = book(tmp_path / "阵地.xlsx", 汇总=PLACES, 明细=PLACES)
    made.defined_names["两块"] = DefinedName("两块", attr_text="汇总!$A$1:$A$3,汇总!$B$1:$B$3")
    made.save(tmp_path / "阵地.xlsx")
    entry = f"{{文件: 阵地.xlsx, {where}}}"
    column = len("  甲: ") + 1 + entry.index(where.rpartition(": ")[2])
    assert read(tmp_path, entry) == (None, [f"{problem} 报告.yaml:2:{column}"])


def test_the_only_sheet_that_is_shown_and_filled_needs_no_name(tmp_path: Path) -> None:
    made = book(tmp_path / "阵地.xlsx", 汇总=PLACES, Sheet2=[], 底稿=PLACES)
    assert read(tmp_path, "{文件: 阵地.xlsx}")[1] == ["which-sheet 报告.yaml:2:11"]
    made["底稿"].sheet_state = "hidden"
    made.save(tmp_path / "阵地.xlsx")
    assert values(read(tmp_path, "{文件: 阵地.xlsx}")[0]) == READ
    assert values(read(tmp_path, "{文件: 阵地.xlsx, 表: 底稿}")[0]) == READ


def test_merged_heads_are_joined(tmp_path: Path) -> None:
    rows = [["县区", "合计", None, "备注", "网格"], [None, "男", "女", None, "员\n数"], ["兰考", 1, 2, "新", 3]]
    made = book(tmp_path / "甲.xlsx", 一=rows)
    for merged in ("A1:A2", "B1:C1", "D1:D2"):
        made["一"].merge_cells(merged)
    made.save(tmp_path / "甲.xlsx")
    found, problems = read(tmp_path, "{文件: 甲.xlsx, 表头: 2}")
    assert (list(columns(found)), problems) == (["县区", "合计 男", "合计 女", "备注", "网格 员数"], [])
    assert values(found) == [["兰考", "1", "2", "新", "3"]]


def test_an_empty_head_cell_beside_merged_ones_is_no_part_of_a_group(tmp_path: Path) -> None:
    made = book(tmp_path / "甲.xlsx", 一=[["合计", None, None], ["男", "女", "户"], [1, 2, 3]])
    made["一"].merge_cells("A1:B1")
    made.save(tmp_path / "甲.xlsx")
    assert list(columns(read(tmp_path, "{文件: 甲.xlsx, 表头: 2}")[0])) == ["合计 男", "合计 女", "户"]


def test_a_text_over_several_rows_stands_in_each_and_a_number_in_none(tmp_path: Path) -> None:
    made = book(
        tmp_path / "甲.xlsx", 一=[["县区", "乡", "户"], ["兰考", "东", 5], [None, "西", None], ["合计", None, 5]]
    )
    for merged in ("A2:A3", "C2:C3", "A4:B4"):
        made["一"].merge_cells(merged)
    made.save(tmp_path / "甲.xlsx")
    found, problems = read(tmp_path, "{文件: 甲.xlsx}")
    assert values(found) == [["兰考", "东", "5"], ["兰考", "西", None], ["合计", None, "5"]]
    assert problems == ["merged-number 甲.xlsx!一!C2:2:3"]


def test_hidden_rows_are_left_out_and_named(tmp_path: Path) -> None:
    rows = [["县区", "家园"], *([f"县{i}", i] for i in range(2, 9))]
    made = book(tmp_path / "甲.xlsx", 一=rows)
    for row in (3, 6, 7):
        made["一"].row_dimensions[row].hidden = True
    made["一"].row_dimensions[20].hidden = True
    made.save(tmp_path / "甲.xlsx")
    from report.content.form import Log
    from report.content.tables import read_tables

    log = Log()
    found = read_tables(report("数据: {甲: {文件: 甲.xlsx}}\n"), tmp_path, log, [], {})["甲"]
    assert [row[1] for row in values(found)] == ["2", "4", "5", "8"]
    assert told(log, tmp_path) == ["hidden-rows 甲.xlsx!一!A3:3:1"]
    assert (log.problems[0].severity, dict(log.problems[0].values)) == ("notice", {"rows": "3、6—7"})


def test_numbers_stored_as_text_are_numbers_and_named(tmp_path: Path) -> None:
    book(tmp_path / "甲.xlsx", 一=[["县区", "家园"], ["兰考", "1,280"], ["尉氏", 90], ["通许", " ６４ "]])
    found, problems = read(tmp_path, "{文件: 甲.xlsx}")
    assert values(found) == [["兰考", "1280"], ["尉氏", "90"], ["通许", "64"]]
    assert problems == ["numbers-as-text 甲.xlsx!一!B2:2:2"]


def test_numbers_are_those_that_a_reader_sees(tmp_path: Path) -> None:
    rows = [["名", "数"], ["甲", 0.1 + 0.2], ["乙", 97.6], ["丙", 1e-7], ["丁", 28000], ["戊", 123456789012]]
    book(tmp_path / "甲.xlsx", 一=rows)
    shown = [row[1] for row in values(read(tmp_path, "{文件: 甲.xlsx}")[0])]
    assert shown == ["0.3", "97.6", "0.0000001", "28000", "123456789012"]


@pytest.mark.parametrize(
    ("number", "look", "text", "kind"),
    [
        (0.976, "0.0%", "97.6", "percent"),
        (1, "0%", "100", "percent"),
        (97.6, '0.0"%"', "97.6", "percent"),
        (97.6, "0.0\\%", "97.6", "percent"),
        (97.6, "0.0_%", "97.6", "decimal"),
        (28000, '0!.0,"万"', "28000", "integer"),
    ],
)
def test_a_share_is_what_is_shown(tmp_path: Path, number: float, look: str, text: str, kind: str) -> None:
    made = book(tmp_path / "甲.xlsx", 一=[["名", "率"], ["甲", number]])
    made["一"]["B2"].number_format = look
    made.save(tmp_path / "甲.xlsx")
    found, problems = read(tmp_path, "{文件: 甲.xlsx}")
    assert (values(found)[0][1], columns(found)["率"], problems) == (text, kind, [])


def test_dates_are_dates_however_they_are_shown(tmp_path: Path) -> None:
    rows = [["事", "日"], ["一", date(2024, 1, 21)], ["二", datetime(2024, 3, 8)], ["三", date(2024, 12, 1)]]
    made = book(tmp_path / "甲.xlsx", 一=rows)
    made["一"]["B3"].number_format = 'yyyy"年"m"月"d"日"'
    made.save(tmp_path / "甲.xlsx")
    found, problems = read(tmp_path, "{文件: 甲.xlsx}")
    assert (columns(found)["日"], problems) == ("date", [])
    assert [row[1] for row in values(found)] == ["2024-01-21", "2024-03-08", "2024-12-01"]


def test_a_moment_is_no_date(tmp_path: Path) -> None:
    book(tmp_path / "甲.xlsx", 一=[["事", "时"], ["一", datetime(2024, 1, 21, 9, 30)], ["二", time(9, 30)]])
    _, problems = read(tmp_path, "{文件: 甲.xlsx, 列: {时: 日期}}")
    assert problems == ["cell-not-date 甲.xlsx!一!B2:2:2", "cell-not-date 甲.xlsx!一!B3:3:2"]


def with_cells(path: Path, cells: str) -> None:
    """A workbook whose second row is this XML, as no writer of workbooks would write it."""
    from zipfile import ZipFile

    book(path, 一=[["名", "数"], ["MARK", 1]])
    with ZipFile(path) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    name = "xl/worksheets/sheet1.xml"
    start, _row, end = parts[name].partition(b'<row r="2"')
    row_end = end.index(b"</row>") + len(b"</row>")
    parts[name] = start + f'<row r="2">{cells}</row>'.encode() + end[row_end:]
    with ZipFile(path, "w") as changed:
        for part, data in parts.items():
            changed.writestr(part, data)


TEXT_CELL = '<c r="A2" t="inlineStr"><is><t>甲</t></is></c>'


@pytest.mark.parametrize(
    ("cell", "value", "problems"),
    [
        ('<c r="B2"><f>SUM(B3:B9)</f><v>42</v></c>', "42", []),
        ('<c r="B2"><f>SUM(B3:B9)</f></c>', None, ["formula-without-value 甲.xlsx!一!B2:2:2"]),
        ('<c r="B2" t="str"><f>IF(A2="","",A2)</f><v></v></c>', None, []),
        ('<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', None, ["error-cell 甲.xlsx!一!B2:2:2"]),
        ('<c r="B2" t="e"><v>#N/A</v></c>', None, ["error-cell 甲.xlsx!一!B2:2:2"]),
        ('<c r="B2" t="b"><v>1</v></c>', "TRUE", []),
    ],
)
def test_formulas_give_their_last_value(tmp_path: Path, cell: str, value: str | None, problems: list[str]) -> None:
    with_cells(tmp_path / "甲.xlsx", TEXT_CELL + cell)
    found, said = read(tmp_path, "{文件: 甲.xlsx}")
    assert (values(found), said) == ([["甲", value]], problems)


def test_a_flag_is_no_number(tmp_path: Path) -> None:
    with_cells(tmp_path / "甲.xlsx", TEXT_CELL + '<c r="B2" t="b"><v>1</v></c>')
    assert read(tmp_path, "{文件: 甲.xlsx, 列: {数: 整数}}")[1] == ["cell-not-integer 甲.xlsx!一!B2:2:2"]


def test_a_title_over_the_table_is_not_its_head(tmp_path: Path) -> None:
    made = book(tmp_path / "甲.xlsx", 一=[["各县区统计", None], *PLACES])
    made["一"].merge_cells("A1:B1")
    made.save(tmp_path / "甲.xlsx")
    assert read(tmp_path, "{文件: 甲.xlsx}")[1] == ["title-row 甲.xlsx!一!A1:1:1"]
    assert values(read(tmp_path, '{文件: 甲.xlsx, 区域: "A2:B4"}')[0]) == READ


def test_empty_columns_and_rows_around_and_between_are_left_out(tmp_path: Path) -> None:
    rows = [[], [None, "县区", None, "家园"], [None, "兰考", None, 60], [], [None, "尉氏", None, 90]]
    book(tmp_path / "甲.xlsx", 一=rows)
    found, problems = read(tmp_path, "{文件: 甲.xlsx}")
    assert (values(found), problems) == (READ, [])


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"PK\x03\x04 broken", "not-a-workbook 甲.xlsx:1:1"),
        (b"name,value\n1,2\n", "not-a-workbook 甲.xlsx:1:1"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "save-as-xlsx 报告.yaml:2:11"),
    ],
)
def test_a_name_does_not_make_a_workbook(tmp_path: Path, data: bytes, problem: str) -> None:
    (tmp_path / "甲.xlsx").write_bytes(data)
    assert read(tmp_path, "{文件: 甲.xlsx}") == (None, [problem])


def test_a_workbook_with_a_password_is_told_from_an_old_one(tmp_path: Path) -> None:
    head = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504)
    head[30:32], head[48:52] = (9).to_bytes(2, "little"), (2).to_bytes(4, "little")
    sectors = b"\0" * 1024 + "EncryptedPackage".encode("utf-16-le").ljust(128, b"\0") + b"\0" * 384
    (tmp_path / "甲.xlsx").write_bytes(bytes(head) + sectors)
    assert read(tmp_path, "{文件: 甲.xlsx}") == (None, ["workbook-locked 报告.yaml:2:11"])


def test_a_workbook_named_csv_is_told(tmp_path: Path) -> None:
    book(tmp_path / "甲.xlsx", 一=PLACES)
    (tmp_path / "甲.xlsx").rename(tmp_path / "甲.csv")
    assert read(tmp_path, "{文件: 甲.csv}") == (None, ["named-csv 报告.yaml:2:11"])


def test_looks_that_the_library_does_not_know_are_no_matter(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in PLACES:
        sheet.append(row)
    made.save(tmp_path / "甲.xlsx")
    from zipfile import ZipFile

    with ZipFile(tmp_path / "甲.xlsx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = "xl/worksheets/sheet1.xml"
    extension = b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"></ext></extLst></worksheet>'
    parts[name] = parts[name].replace(b"</worksheet>", extension)
    with ZipFile(tmp_path / "甲.xlsx", "w") as package:
        for part, data in parts.items():
            package.writestr(part, data)
    assert values(read(tmp_path, "{文件: 甲.xlsx}")[0]) == READ


def test_what_is_said_of_a_workbook_names_what_to_do() -> None:
    assert all(row.zh_hint and row.en_hint for row in MESSAGES.values())
