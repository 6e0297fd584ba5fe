"""The values of a chart as a table below it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from report.content.model import Chart, Figure, Series, TemplatePage
from tests.layout.tiny import PLACE, Press, marks, prose


def series(name: str, value: str, group: str = "") -> Series:
    return Series(Decimal(value), "exact", Figure("", value, "人"), prose(name), "", PLACE, group)


def columns(*values: Series) -> Chart:
    return Chart("column", prose("示例人数"), (), values, PLACE, listed=True)


def cells(press: Press, given: Chart) -> list[tuple[str, str]]:
    """Role and words of every cell, row by row."""
    laid = press.lay(given)
    assert laid.codes == []
    return [
        (mark.role, "".join(run.text for run in mark.items if hasattr(run, "text")))
        for page in laid.pages
        for mark in marks(page.items)
        if mark.role in ("TH", "TD")
    ]


def test_a_row_for_each_name(press: Press) -> None:
    found = cells(press, columns(series("甲", "12"), series("乙", "7"), series("丙", "9")))
    assert found[:2] == [("TH", "指标"), ("TH", "数值")]
    assert found[2:] == [("TD", "甲"), ("TD", "12人"), ("TD", "乙"), ("TD", "7人"), ("TD", "丙"), ("TD", "9人")]


def test_a_column_for_each_series_and_nothing_where_there_is_no_value(press: Press) -> None:
    given = (series("甲", "12", "去年"), series("乙", "7", "去年"), series("甲", "14", "今年"))
    chart = replace(columns(*given), kind="grouped")
    assert [words for _, words in cells(press, chart)] == [
        "指标",
        "去年",
        "今年",
        "甲",
        "12人",
        "14人",
        "乙",
        "7人",
        "",
    ]


def test_without_the_wish_there_is_no_table(press: Press) -> None:
    chart = replace(columns(series("甲", "12"), series("乙", "7"), series("丙", "9")), listed=False)
    assert cells(press, chart) == []


def test_a_composed_page_says_that_it_has_no_room(press: Press) -> None:
    from report.content.model import Blocks

    chart = replace(columns(series("甲", "12")), kind="ring")
    page = TemplatePage("小城", "", "", "", {}, {"募集": Blocks((chart,), PLACE)}, {"募集": PLACE}, PLACE)
    assert "data-table-not-here" in press.lay(page).codes
