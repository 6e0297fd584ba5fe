"""Nothing that a user may write or name makes the reading of tables fail: what is wrong becomes a problem."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.content.form import Log
from report.content.tables import database
from report.content.tables.address import address
from report.content.tables.query import bare, is_ordered, refusal
from report.content.tables.regions import box_of, letters
from report.problem import Place
from tests.tables.making import book, read

HERE = Place("报告.yaml", 1, 1)
CELLS = st.sampled_from(
    ["甲", "", "1,280", '"', "2024年", "97.6%", "\n", "；", ",", ";", "\t", "６", "-", "年份", "\x00", "é"]
)


@given(
    st.lists(CELLS, max_size=30).map("".join) | st.text(max_size=30), st.sampled_from(["utf-8", "gb18030", "utf-16"])
)
def test_any_text_is_a_table_or_problems(tmp_path_factory: pytest.TempPathFactory, text: str, encoding: str) -> None:
    folder = tmp_path_factory.mktemp("csv")
    (folder / "甲.csv").write_bytes(text.encode(encoding, "surrogatepass" if encoding != "gb18030" else "ignore"))
    found, problems = read(folder, "{文件: 甲.csv}")
    assert found is not None or problems


@given(st.binary(max_size=60))
def test_any_bytes_are_a_table_or_problems(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("bytes")
    for name in ("甲.csv", "甲.xlsx"):
        (folder / name).write_bytes(data)
        found, problems = read(folder, f"{{文件: {name}}}")
        assert found is not None or problems


VALUES = st.sampled_from(["甲", "", "1,280", " 6 ", "=1+1", "2024年", 97.6, 1e300, -1e-9, 7, True, None, "\n"])
RANGES = st.sampled_from(["A1:C3", "B2", "A:C", "1:2", "一!A1:B2", "二!A1", "C3:A1", "A1:XFD1048576", "名", "!", "A1:"])


@given(
    st.lists(st.lists(VALUES, max_size=4), max_size=5),
    st.lists(st.sampled_from(["A1:B1", "A1:A2", "B2:C3", "A1:D5", "C1:C9"]), max_size=2),
    RANGES | st.text(max_size=5).map(lambda text: text.replace("'", "''")) | st.none(),
    st.integers(1, 3),
)
def test_any_workbook_is_a_table_or_problems(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[list[object]],
    merged: list[str],
    area: str | None,
    heads: int,
) -> None:
    folder = tmp_path_factory.mktemp("book")
    made = book(folder / "甲.xlsx", 一=rows)
    for cells in merged:
        made["一"].merge_cells(cells)
    made["一"].row_dimensions[2].hidden = True
    made.save(folder / "甲.xlsx")
    if area is not None and not area.isprintable():
        area = None
    where = "" if area is None else f", 区域: '{area}'"
    found, problems = read(folder, f"{{文件: 甲.xlsx, 表头: {heads}{where}}}")
    assert found is not None or problems


@given(st.data())
def test_a_part_with_a_slip_is_a_workbook_or_a_problem(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("slip")
    book(folder / "甲.xlsx", 一=[["县区", "家园"], ["兰考", 60]])
    with zipfile.ZipFile(folder / "甲.xlsx") as made:
        parts = {name: made.read(name) for name in made.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    at = data.draw(st.integers(0, len(parts[name]) - 1))
    slip = data.draw(st.sampled_from([b"", b"<", b'"', b"9", b"A", b"<c/>", b"\xff", b"/>"]))
    with zipfile.ZipFile(folder / "甲.xlsx", "w") as changed:
        for part, content in {**parts, name: parts[name][:at] + slip + parts[name][at + 1 :]}.items():
            changed.writestr(part, content)
    found, problems = read(folder, "{文件: 甲.xlsx}")
    assert found is not None or problems


WORDS = st.sampled_from(
    ["SELECT", " ", "1", "'", '"', "--", "/*", "*/", ";", "INTO", "(", "甲", "\\", "\n", "ORDER BY", "$$"]
)


@given(st.lists(WORDS, max_size=12).map("".join) | st.text(max_size=20))
def test_any_query_is_let_through_or_refused_inside_it(text: str) -> None:
    refused = refusal(text)
    assert refused is None or 0 <= refused.offset <= len(text)
    assert isinstance(is_ordered(text), bool)
    assert not bare(text).endswith(";;") or text.count(";") > 1


PARTS = st.sampled_from(
    ["postgresql", "sqlite", "://", "${A}", "${B}", ":", "@", "/", "?", "host=", "&", "甲", "%41", "[", "]", "5432"]
)


@given(st.lists(PARTS, max_size=10).map("".join) | st.text(max_size=20))
def test_any_address_is_a_database_or_a_problem(text: str) -> None:
    log = Log()
    found = address(text, HERE, {"A": "geheim"}, log)
    assert (found is None) == bool(log.problems)
    assert found is None or found.kind in (*database.SERVERS, "sqlite")
    assert "geheim" not in str(log.problems)


@given(st.text(st.sampled_from("ABXFD0123456789:$ "), max_size=12))
def test_any_address_of_cells_is_a_box_inside_a_sheet_or_none(text: str) -> None:
    box = box_of(text)
    assert box is None or (1 <= box.top <= box.bottom <= 2**20 and 1 <= box.left <= box.right <= 2**14)


@given(st.integers(1, 2**14))
def test_letters_name_a_column(column: int) -> None:
    box = box_of(f"{letters(column)}1")
    assert box is not None
    assert box.left == column


def test_a_name_of_any_length_is_a_problem(tmp_path: Path) -> None:
    assert read(tmp_path, f"{{文件: {'长' * 5000}.csv}}")[1] == ["missing-file 报告.yaml:2:11"]
    assert read(tmp_path, f'{{库: {"长" * 5000}.db, 查询: "SELECT 1"}}')[1] == ["missing-file 报告.yaml:2:10"]
