"""Workbooks that are too big, or built to grow: told before anything parses them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from report.content.tables import package, workbook
from tests.tables.making import book, read, values

ROWS = [["县区", "家园"], ["兰考", 60]]


def changed(path: Path, part: str, data: bytes) -> None:
    """The workbook with one part written anew or added."""
    with zipfile.ZipFile(path) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as again:
        for name, content in {**parts, part: data}.items():
            again.writestr(name, content)


def part(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as made:
        return made.read(name)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    book(tmp_path / "甲.xlsx", 一=ROWS, 二=[])
    return tmp_path / "甲.xlsx"


@pytest.mark.parametrize(
    ("limit", "value", "code"),
    [
        ("MAX_BYTES", 100, "file-too-big"),
        ("MAX_UNPACKED", 1000, "workbook-unpacked"),
        ("MAX_PARTS", 3, "workbook-parts"),
        ("MAX_SHEETS", 1, "too-many-sheets"),
        ("MAX_CELLS", 3, "too-many-cells"),
    ],
)
def test_a_workbook_within_its_limits_is_read_and_beyond_them_is_not(
    path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, code: str
) -> None:
    assert values(read(path.parent, "{文件: 甲.xlsx, 表: 一}")[0]) == [["兰考", "60"]]
    monkeypatch.setattr(package, limit, value)
    assert read(path.parent, "{文件: 甲.xlsx, 表: 一}") == (None, [f"{code} 甲.xlsx:1:1"])


def test_a_part_that_unpacks_to_far_more_than_it_is_stops_the_reading(path: Path) -> None:
    changed(path, "xl/media/image1.bin", b"\0" * 2 * package.RATIO_FROM)
    assert read(path.parent, "{文件: 甲.xlsx, 表: 一}") == (None, ["workbook-packed 甲.xlsx:1:1"])


ENTITIES = b'<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize("name", ["xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/media/a.png"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_any_part_and_encoding(path: Path, name: str, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>\n<!-- {"x" * 5000} -->{ENTITIES.decode()}<sst>&b;</sst>'
    changed(path, name, text.encode(encoding))
    assert read(path.parent, "{文件: 甲.xlsx, 表: 一}") == (None, ["workbook-entities 甲.xlsx:1:1"])


@pytest.mark.parametrize(
    "spread",
    [
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        "<mergeCells><mergeCell ref = 'A1:XFD1048576'/></mergeCells>",
        '<hyperlinks><hyperlink display="a>b" ref="A1:XFD1048576" location="x"/></hyperlinks>',
        '<x:mergeCells xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<x:mergeCell ref="A:XFD"/></x:mergeCells>',
    ],
)
def test_what_covers_a_whole_sheet_counts_as_its_cells(path: Path, spread: str) -> None:
    sheet = part(path, "xl/worksheets/sheet1.xml").replace(b"</sheetData>", b"</sheetData>" + spread.encode())
    changed(path, "xl/worksheets/sheet1.xml", sheet)
    assert read(path.parent, "{文件: 甲.xlsx, 表: 一}") == (None, ["too-many-cells 甲.xlsx:1:1"])


def test_a_reference_in_disguise_is_not_followed(path: Path) -> None:
    spread = b'</sheetData><mergeCells><mergeCell ref="A1:&#88;FD1048576"/></mergeCells>'
    sheet = part(path, "xl/worksheets/sheet1.xml").replace(b"</sheetData>", spread)
    changed(path, "xl/worksheets/sheet1.xml", sheet)
    assert read(path.parent, "{文件: 甲.xlsx, 表: 一}") == (None, ["not-a-workbook 甲.xlsx:1:1"])


def test_a_cell_far_away_asks_for_a_range(path: Path) -> None:
    made = book(path, 一=ROWS)
    made["一"]["XFD1048576"] = "远"
    made.save(path)
    assert read(path.parent, "{文件: 甲.xlsx}") == (None, ["too-many-cells 甲.xlsx:1:1"])
    assert values(read(path.parent, '{文件: 甲.xlsx, 区域: "A1:B2"}')[0]) == [["兰考", "60"]]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("xl/workbook.xml", b"<workbook>"),
        ("xl/worksheets/sheet1.xml", b"<worksheet"),
        ("xl/styles.xml", b"\xff"),
        ("[Content_Types].xml", b"<Types/>"),
    ],
)
def test_a_broken_part_is_a_broken_workbook(path: Path, name: str, data: bytes) -> None:
    changed(path, name, data)
    assert read(path.parent, "{文件: 甲.xlsx, 表: 一}") == (None, ["not-a-workbook 甲.xlsx:1:1"])


def test_a_package_cut_short_is_a_broken_workbook(path: Path) -> None:
    whole = path.read_bytes()
    for share in (4, 100, len(whole) // 2, len(whole) - 30):
        path.write_bytes(whole[:share])
        assert read(path.parent, "{文件: 甲.xlsx}")[1] == ["not-a-workbook 甲.xlsx:1:1"]


def test_damaged_bytes_are_a_broken_workbook_or_none_that_matters(path: Path) -> None:
    whole = path.read_bytes()
    for at in range(0, len(whole), 97):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        found, problems = read(path.parent, "{文件: 甲.xlsx, 表: 一}")
        assert (found is None) == bool(problems)


def test_the_package_is_counted_before_the_library_sees_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("parsed")

    monkeypatch.setattr(workbook, "_loaded", never)
    monkeypatch.setattr(package, "MAX_CELLS", 3)
    assert read(path.parent, "{文件: 甲.xlsx}")[1] == ["too-many-cells 甲.xlsx:1:1"]
