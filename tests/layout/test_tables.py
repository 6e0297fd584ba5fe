"""Tables: texts of cells, totals, widths, alignment, and how they go on over pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.colour import BLACK
from report.content.model import Column, Common, DataCell, Table, TableBlock, TableColumn
from report.layout.desk import Desk
from report.layout.tables.cells import sheet
from report.layout.tables.widths import Quick
from report.typeset import Span, TextStyle, set_line
from report.units import MM
from tests.layout.making import PLACE, cell, places, prose, table
from tests.layout.tiny import Laid, Press, marks, runs, words_of


def block(kinds: Sequence[str], rows: Sequence[Sequence[Decimal | str]], **changes: object) -> TableBlock:
    """A table of columns 甲, 乙 … of some kinds."""
    columns = tuple(Column("甲乙丙丁戊"[i], kind) for i, kind in enumerate(kinds))
    data = Table("示例", columns, tuple(tuple(map(cell, row)) for row in rows), "", PLACE)
    given = {"group": -1, "total": False, "note": (), "source": "", "title": (), **changes}
    return table(data, **given)


def texts(given: TableBlock) -> list[tuple[str, ...]]:
    return [row.texts for row in sheet(given, "合计")[0].rows]


def test_cells_say_what_the_data_says_and_decimals_only_on_request() -> None:
    given = block(["text", "decimal"], [["一", Decimal("1.50")], ["二", Decimal("2.345")]])
    assert texts(given) == [("一", "1.50"), ("二", "2.345")]
    rounded = replace(given, columns=(given.columns[0], replace(given.columns[1], decimals=1)))
    assert texts(rounded) == [("一", "1.5"), ("二", "2.3")]


def test_a_total_is_exact_and_has_the_decimals_of_its_cells() -> None:
    given = block(
        ["text", "integer", "decimal", "percent"], [["一", Decimal(1), Decimal("0.1"), Decimal(50)]] * 3, total=True
    )
    assert texts(given)[-1] == ("合计", "3", "0.3", "")


def test_a_total_that_is_written_is_checked_not_added() -> None:
    rows = [["一", Decimal(1)], ["小计", Decimal(1)], ["二", Decimal(2)], ["合计", Decimal(4)]]
    shown, problems = sheet(block(["text", "integer"], rows, total=True), "合计")
    assert len(shown.rows) == 4
    assert shown.rows[-1].kind == "total"
    assert [(one.code, dict(one.values)) for one in problems] == [
        ("total-disagrees", {"name": "乙", "given": "4", "found": "3"})
    ]
    assert sheet(block(["text", "integer"], [*rows[:3], ["合计", Decimal(3)]], total=True), "合计")[1] == ()


def test_a_thousands_comma_of_the_data_stays_and_none_is_added() -> None:
    comma = DataCell("1,280", Decimal(1280), PLACE)
    given = block(["text", "integer"], [["一", Decimal(1)]], total=True)
    rows = ((cell("一"), comma), (cell("二"), comma))
    assert texts(replace(given, table=replace(given.table, rows=rows)))[-1] == ("合计", "2,560")


def test_groups_have_rows_of_their_own_and_their_column_is_not_shown() -> None:
    rows = [["东", "一", Decimal(1)], ["东", "二", Decimal(2)], ["西", "三", Decimal(3)]]
    shown, _ = sheet(block(["text", "text", "integer"], rows, group=0), "合计")
    assert [(row.kind, row.texts) for row in shown.rows] == [
        ("group", ("东",)),
        ("row", ("一", "1")),
        ("row", ("二", "2")),
        ("group", ("西",)),
        ("row", ("三", "3")),
    ]
    assert shown.heads == ("乙", "丙")


def column_of(laid: Laid, page: int, names: Sequence[str]) -> list[float]:
    """The right ends of some words of a page."""
    found = {run.text: run.x + run.width for run in runs(laid.pages[page - 1].items)}
    return [round(found[name], 2) for name in names]


def test_numbers_end_on_one_line_and_decimals_stand_on_their_points(press: Press) -> None:
    rows = [
        ["一", Decimal(5), Decimal("12.5")],
        ["二", Decimal(1234), Decimal("3.25")],
        ["三", Decimal(77), Decimal(9)],
    ]
    given = block(["text", "integer", "decimal"], rows)
    shown = (given.columns[0], replace(given.columns[1], align="right"), replace(given.columns[2], align="decimal"))
    laid = press.lay(replace(given, columns=shown))
    assert len(set(column_of(laid, 1, ["5", "1234", "77"]))) == 1
    found = {run.text: run for run in runs(laid.pages[0].items)}
    points = {
        text: found[text].x + sum(found[text].advances[: text.index(".") if "." in text else None]) * 9.5 / 1000
        for text in ("12.5", "3.25", "9")
    }
    assert max(points.values()) - min(points.values()) < 0.01


def test_the_table_is_marked_as_one_table_with_heads_in_scope(press: Press) -> None:
    laid = press.lay(table(places(60)))
    assert len(laid.pages) == 2
    tables = [mark for page in laid.pages for mark in marks(page.items) if mark.role == "Table"]
    assert len(tables) == 2
    assert len({mark.key for mark in tables}) == 1
    heads = [mark for page in laid.pages for mark in marks(page.items) if mark.role == "TH"]
    assert [words_of(mark.items) for mark in heads] == ["县区", "家园（个）", "面积（平方米）", "示例东片", "示例西片"]
    assert [dict(mark.attributes).get("Scope") for mark in heads] == ["Column", "Column", "Column", "Row", "Row"]
    assert dict(heads[3].attributes)["ColSpan"] == "3"
    captions = [mark for page in laid.pages for mark in marks(page.items) if mark.role == "Caption"]
    assert words_of(captions[0].items) == "示例各县区“妇女之家”数量"


def test_a_long_table_repeats_its_heads_and_says_that_it_goes_on(press: Press) -> None:
    laid = press.lay(table(places(60)))
    second = "".join(line for line in laid.trace(2) if line.startswith("run"))
    for words in ("续表", "县区", "家园（个）", "示例西片（续）"):
        assert words in second
    silent = press.lay(table(places(60), continued=False))
    again = "".join(line for line in silent.trace(2) if line.startswith("run"))
    assert "续表" not in again
    assert "县区" in again


def test_every_row_stands_once_and_none_alone(press: Press) -> None:
    for count in range(27, 40):
        laid = press.lay(table(places(count), group=-1, title=()))
        assert laid.said.count("县") - laid.said.count("县区") == count
        rows = [laid.text(page.number).count("示例") for page in laid.pages]
        assert min(rows) >= 2, (count, rows)
        for page in laid.pages:
            assert max(run.y for run in runs(page.items)) <= 260 * MM


def test_words_are_wrapped_and_numbers_are_not(press: Press) -> None:
    rows = [["很长的说明" * 20, "另一个说明" * 12, Decimal(123456789)]]
    laid = press.lay(block(["text", "text", "integer"], rows))
    assert laid.codes == []
    found = [run for run in runs(laid.pages[0].items) if run.text == "123456789"]
    assert len(found) == 1
    assert laid.said.count("很长的说明") == 20
    assert max(run.x + run.width for run in runs(laid.pages[0].items)) <= 194 * MM + 0.1


def test_a_table_wider_than_the_page_is_told_with_its_place(press: Press) -> None:
    rows = [[Decimal(10**40 + i) for i in range(5)]]
    laid = press.lay(block(["integer"] * 5, rows))
    assert [(one.code, one.place, one.page) for one in laid.problems] == [("table-too-wide", PLACE, 1)]


def test_a_wished_width_is_kept(press: Press) -> None:
    given = block(["text", "text"], [["一", "二"]])
    narrow = (replace(given.columns[0], width=30 * MM), replace(given.columns[1], width=40 * MM))
    plain, wished = (press.lay(replace(given, columns=c)) for c in (given.columns, narrow))
    lefts = [{run.text: run.x for run in runs(laid.pages[0].items)} for laid in (plain, wished)]
    assert lefts[0]["二"] != lefts[1]["二"]


def test_zebra_is_a_style_of_the_theme(press: Press) -> None:
    given = block(["text"], [["一"], ["二"], ["三"], ["四"]])
    striped = press.lay(replace(given, common=Common(style="斑马")))
    assert sum("fill 0/0/0/8" in line for line in striped.trace(1)) == 2
    unknown = press.lay(replace(given, common=Common(style="斑驳")))
    assert [one.code for one in unknown.problems] == ["unknown-variant"]
    assert dict(unknown.problems[0].values)["near"] == "斑马"


STYLES = [
    TextStyle("song", 700, 9.5, 13, BLACK, align="left", han_latin=0.0, tabular=True),
    TextStyle("hei", 400, 8.5, 13, BLACK, align="left", han_latin=0.0),
]


@pytest.mark.parametrize("style", STYLES, ids=["number", "text"])
def test_joined_glyphs_are_those_of_the_composer(style: TextStyle, desk: Desk) -> None:
    quick = Quick(desk, style)

    @given(st.text("0123456789.,%-+一二妇女联合会第条", min_size=1, max_size=12))
    def same(said: str) -> None:
        line = set_line([Span(said)], style, desk.faces)
        assert quick.placed(said, (10.0, 20.0), None) == line.items(10.0, 20.0)
        assert quick.width(said) >= line.width - 0.01

    same()


def test_columns_without_a_label_are_no_columns(press: Press) -> None:
    given = block(["text"], [["一"]])
    laid = press.lay(replace(given, columns=()))
    assert laid.codes == ["table-without-columns"]


def columns_of(laid: Laid) -> list[str]:
    return [words_of(mark.items) for mark in marks(laid.pages[0].items) if mark.role == "TH"]


def test_a_unit_stands_in_the_head_once(press: Press) -> None:
    given = block(["text", "integer"], [["一", Decimal(1)]])
    unit = TableColumn(1, prose("个数（个）"), "right", -1, "个", 0.0, PLACE)
    assert columns_of(press.lay(replace(given, columns=(given.columns[0], unit)))) == ["甲", "个数（个）"]


def test_a_column_of_code_stands_in_half_ems(press: Press) -> None:
    given = block(["text", "text"], [["mi", "mi"], ["key", "value"]])
    coded = replace(given, columns=(replace(given.columns[0], code=True), given.columns[1]))
    laid = press.lay(coded)
    assert laid.codes == []
    first, second = (run for run in runs(laid.pages[0].items) if run.text == "mi")
    assert set(first.advances) == {500.0}
    assert set(second.advances) != {500.0}
