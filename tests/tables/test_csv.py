"""Text files of cells: encodings, separators, quotes, heads, and the exact place of every cell."""

from __future__ import annotations

import codecs
import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.content.form import Log
from report.content.tables import delimited, read_csv
from tests.tables.making import columns, read, told, values

TEXT = "县区,家园\n兰考,60\n尉氏,90\n"


def rows(folder: Path, data: bytes, heads: int = 1) -> tuple[list[list[str]], list[str]]:
    (folder / "甲.csv").write_bytes(data)
    log = Log()
    found = read_csv(folder / "甲.csv", "甲.csv", log, heads)
    records = [] if found is None else [found.head, *found.rows]
    return [[cell.text for cell in record] for record in records], told(log, folder)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("gb18030"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace(",", ";").encode(),
        TEXT.replace(",", "\t").encode(),
        TEXT.replace("\n", ",\n").encode(),
        TEXT.replace("\n", "\n\n,\n").encode(),
        ('"' + TEXT.strip().replace(",", '","').replace("\n", '"\n"') + '"').encode(),
    ],
    ids=["utf-8", "bom", "gb18030", "utf-16", "crlf", "cr", "semicolon", "tab", "empty-end", "blank-rows", "quoted"],
)
def test_the_same_table_however_it_was_saved(tmp_path: Path, data: bytes) -> None:
    assert rows(tmp_path, data) == ([["县区", "家园"], ["兰考", "60"], ["尉氏", "90"]], [])


def test_damaged_utf8_is_not_taken_for_gb18030(tmp_path: Path) -> None:
    damaged = ("县区,家园\n" + "兰考县妇女之家," * 6).encode() + b"\xe5\n"
    assert rows(tmp_path, damaged) == ([], ["not-utf8 甲.csv:2:1"])


def test_a_comma_in_a_cell_keeps_the_semicolon_as_separator_out(tmp_path: Path) -> None:
    assert rows(tmp_path, b"a,b;c\n1,2;3\n")[0] == [["a", "b;c"], ["1", "2;3"]]


def test_places_count_characters_through_quotes_and_line_ends(tmp_path: Path) -> None:
    (tmp_path / "甲.csv").write_text('名,"注, 长",数\n"甲\n乙", 丙"丁,"1,280"\n', encoding="utf-8-sig")
    found = read_csv(tmp_path / "甲.csv", "甲.csv", Log())
    assert found is not None
    at = [(cell.text, cell.place.line, cell.place.column) for record in (found.head, *found.rows) for cell in record]
    assert at == [("名", 1, 1), ("注, 长", 1, 3), ("数", 1, 10), ("甲\n乙", 2, 1), ('丙"丁', 3, 4), ("1,280", 3, 9)]


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        ("a,b\n1\n2,3\n", ["row-length 甲.csv:2:1"]),
        ("a,b\n1,2,3\n", ["row-length 甲.csv:2:1"]),
        ("名,值\n贷款,1,280\n", ["thousands-unquoted 甲.csv:2:4"]),
        ('a,b\n"1,2\n', ["bad-csv 甲.csv:2:1"]),
        ("", ["empty-table 甲.csv:1:1"]),
        ("\n , \n", ["empty-table 甲.csv:1:1"]),
        ("各县区阵地统计表,\n县区,家园\n", ["title-row 甲.csv:1:1"]),
        ("a,b,,d\n1,2,3,4\n", ["unnamed-column 甲.csv:1:5"]),
        ("a,b,a\n1,2,3\n", ["duplicate-column 甲.csv:1:5"]),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, data: str, problems: list[str]) -> None:
    assert rows(tmp_path, data.encode())[1] == problems


def test_a_stacked_head_is_joined(tmp_path: Path) -> None:
    stacked = "县区,合计,,其中,\n,男,女,家庭,个人\n兰考,1,2,3,4\n"
    assert rows(tmp_path, stacked.encode(), 2) == (
        [["县区", "合计 男", "合计 女", "其中 家庭", "其中 个人"], ["兰考", "1", "2", "3", "4"]],
        [],
    )


def test_a_column_of_its_own_is_no_group(tmp_path: Path) -> None:
    assert rows(tmp_path, "县区,,合计,\n,面积,男,女\n兰考,9,1,2\n".encode(), 2)[0][0] == [
        "县区",
        "面积",
        "合计 男",
        "合计 女",
    ]


def test_limits_are_told_before_anything_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MAX_ROWS", 2)
    assert rows(tmp_path, b"a,b\n1,2\n3,4\n")[1] == ["too-many-rows 甲.csv:1:1"]
    monkeypatch.setattr(delimited, "MAX_BYTES", 8)
    assert rows(tmp_path, b"a,b\n1,2\n3,4\n") == ([], ["file-too-big 甲.csv:1:1"])


def test_rows_of_the_head_are_those_that_the_report_says(tmp_path: Path) -> None:
    (tmp_path / "甲.csv").write_text("合计,\n男,女\n1,2\n", encoding="utf-8")
    table, problems = read(tmp_path, "{文件: 甲.csv, 表头: 2}")
    assert (columns(table), problems) == ({"合计 男": "integer", "合计 女": "integer"}, [])
    assert values(table) == [["1", "2"]]


CELLS = st.text(st.characters(blacklist_categories=("Cs", "Cc"), whitelist_characters="\n\t"), max_size=8).map(
    str.strip
)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=6), st.sampled_from(",;\t"))
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, body: list[list[str]], separator: str
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL).writerows([["甲", "乙", "丙"], *body])
    path = tmp_path_factory.mktemp("csv") / "甲.csv"
    path.write_bytes(text.getvalue().encode())
    log = Log()
    found = read_csv(path, "甲.csv", log)
    assert found is not None
    assert [[cell.text for cell in row] for row in found.rows] == [row for row in body if any(row)]
    assert log.problems == []
    lines = list(io.StringIO(text.getvalue(), newline=""))
    for cell in (cell for row in found.rows for cell in row):
        rest = "".join(lines[cell.place.line - 1 :])[cell.place.column - 1 :]
        assert rest.startswith('"' + cell.text.replace('"', '""') + '"')
