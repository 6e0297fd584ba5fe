"""Merged cells, tables across the sheet, numbers of pages that go on from another document."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from report.content.model import Common, Edition, Inline, TableBlock, Text
from report.drawing import Group, runs_of
from report.layout.tables.cells import sheet
from tests.layout.test_tables import block
from tests.layout.tiny import PLACE, Press, marks, text


def merged(rows: int, per: int) -> TableBlock:
    """A table whose first column has runs of equal cells, `per` each."""
    given = block(["text", "text", "integer"], [[f"片{i // per}", f"县{i}", Decimal(i)] for i in range(rows)])
    return replace(given, columns=(replace(given.columns[0], merged=True), *given.columns[1:]))


def test_equal_neighbours_are_one_cell() -> None:
    assert [row.spans for row in sheet(merged(5, 2), "合计")[0].rows] == [
        (2, 1, 1), (0, 1, 1), (2, 1, 1), (0, 1, 1), (1, 1, 1)
    ]  # fmt: skip


def test_a_merged_cell_lies_inside_one_of_the_column_before() -> None:
    rows = [["甲", "子"], ["甲", "子"], ["乙", "子"], ["乙", "丑"]]
    given = block(["text", "text"], rows)
    given = replace(given, columns=tuple(replace(column, merged=True) for column in given.columns))
    assert [row.spans for row in sheet(given, "合计")[0].rows] == [(2, 2), (0, 0), (2, 1), (0, 1)]


def test_without_merged_columns_no_row_has_spans() -> None:
    assert {row.spans for row in sheet(block(["text"], [["甲"], ["甲"]]), "合计")[0].rows} == {()}


def test_a_merged_cell_is_said_once_and_spans_its_rows(press: Press) -> None:
    laid = press.lay(merged(6, 3))
    cells = [mark for mark in marks(laid.pages[0].items) if mark.role == "TD"]
    spans = [dict(cell.attributes).get("RowSpan") for cell in cells]
    assert len(cells) == 6 * 3 - 4
    assert [span for span in spans if span] == ["3", "3"]
    assert laid.text(1).count("片0") == 1


def test_a_merged_cell_that_a_page_parts_is_said_again_but_not_to_readers(press: Press) -> None:
    laid = press.lay(merged(80, 80))
    assert len(laid.pages) >= 2
    shown = ["".join(run.text for run in runs_of(page.items)) for page in laid.pages]
    assert [words.count("片0") for words in shown] == [1] * len(laid.pages)
    assert [laid.text(page.number).count("片0") for page in laid.pages] == [1, *[0] * (len(laid.pages) - 1)]
    assert sum(len([m for m in marks(page.items) if m.role == "TD"]) for page in laid.pages) == 80 * 2 + 1


def test_a_short_merged_cell_is_never_parted(press: Press) -> None:
    laid = press.lay(merged(90, 6))
    for name in (f"片{i}" for i in range(15)):
        assert len(laid.on(name + "县")) == 1, name


def test_a_table_across_stands_on_turned_pages_of_its_own(press: Press) -> None:
    laid = press.lay(text("前面的话。"), replace(merged(60, 6), landscape=True), text("后面的话。"))
    turned = [any(isinstance(item, Group) and item.matrix for item in page.items) for page in laid.pages]
    assert turned == [False, *[True] * (len(turned) - 2), False]
    assert len(turned) >= 4
    assert (laid.on("前面的话"), laid.on("后面的话")) == ([1], [len(turned)])
    assert "".join(laid.said.split()).count("县59") == 1


@pytest.mark.parametrize("first", [1, 9, 10])
def test_pages_count_from_the_first_number(press: Press, first: int) -> None:
    laid = press.lay(text("一页。"), edition=Edition(first_page=first))
    assert [page.number for page in laid.pages] == [1]
    assert [page.label for page in laid.pages] == [str(first)]


def test_a_reference_prints_the_number_that_stands_on_the_page(press: Press) -> None:
    there = replace(text("所引的一段。"), common=Common(anchor="甲"))
    referring = Text(((Inline("见第{页}页", PLACE, link="#甲", deferred="page"),),), PLACE)
    laid = press.lay(referring, there, edition=Edition(first_page=9))
    assert laid.codes == []
    assert "见第9页" in laid.text(1)
