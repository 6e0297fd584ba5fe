"""Creep: what stands on inner sheets moves towards the fold, what bleeds stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from report.colour import BLACK
from report.content.model import Printing
from report.content.read import read_report
from report.drawing import Meta, Page, Paged, Shape, Sheet, rectangle
from report.layout.creep import crept
from report.pipeline import Built
from report.problem import ContentError
from report.units import MM
from tests.binding.books import thin_book

SHEET = Sheet(210 * MM, 285 * MM, 3 * MM)
META = Meta("t", "t", "", "", (), "zh-CN", "2024-01-01T00:00:00+08:00")
GROUND = Shape(rectangle(-3 * MM, -3 * MM, 216 * MM, 291 * MM), fill=BLACK)
BAND = Shape(rectangle(150 * MM, 0.0, 63 * MM, 10.0), fill=BLACK)
BLOCK = Shape(rectangle(50.0, 50.0, 100.0, 10.0), fill=BLACK)


def book(folder: Path, printing: Printing, pages: int, *, apart: bool = False, binding: str = "骑马订") -> Paged:
    """Pages with a ground, a band into the outer bleed and a block, compensated."""
    report, _ = read_report(thin_book(folder, f"装订: {binding}", "  印厂: {}"))
    made = tuple(Page(n, str(n), SHEET, (GROUND, BAND, BLOCK)) for n in range(1, pages + 1))
    return crept(Paged(META, made), replace(report, printing=printing), apart=apart)


def shifts(paged: Paged) -> list[float]:
    """How far the block of each page has moved, in hundredths of a millimetre."""
    return [round((page.items[2].path.points[0] - 50.0) / MM * 100) for page in paged.pages]  # type: ignore[union-attr]


def test_each_sheet_moves_by_a_leaf_more_than_the_one_around_it(tmp_path: Path) -> None:
    printing = Printing(thickness=0.1 * MM, creep=True)
    assert shifts(book(tmp_path, printing, 12)) == [0, 0, -10, 10, -20, 20, -20, 20, -10, 10, 0, 0]


def test_a_cover_apart_lies_around_all_of_them(tmp_path: Path) -> None:
    printing = Printing(thickness=0.1 * MM, cover_paper="gloss", cover_weight=200, creep=True)
    assert shifts(book(tmp_path, printing, 8, apart=True)) == [-17, 17, -27, 27, -27, 27, -17, 17]


def test_what_bleeds_stays(tmp_path: Path) -> None:
    paged = book(tmp_path, Printing(thickness=0.1 * MM, creep=True), 12)
    assert {page.items[0] for page in paged.pages} == {GROUND}
    assert {page.items[1] for page in paged.pages} == {BAND}


@pytest.mark.parametrize(
    ("printing", "binding"),
    [(Printing(thickness=0.1 * MM), "骑马订"), (Printing(thickness=0.1 * MM, creep=True), "胶订")],
)
def test_nothing_moves_unless_it_is_asked_for_and_stitched(tmp_path: Path, printing: Printing, binding: str) -> None:
    assert set(shifts(book(tmp_path, printing, 12, binding=binding))) == {0}


def test_a_screen_shows_no_creep_and_paper_does(build: Callable[[Path], Built], tmp_path: Path) -> None:
    outputs = "  印厂: {}\n  网阅: {}"
    plain = build(thin_book(tmp_path / "a", "装订: 骑马订", outputs, "纸厚: 0.12mm"))
    moved = build(thin_book(tmp_path / "b", "装订: 骑马订", outputs, "纸厚: 0.12mm, 爬移补偿: true"))
    press, screen = ([file.data for file in one.files] for one in (plain, moved))
    assert press[1] == screen[1]
    assert press[0] != screen[0]


def test_unknown_paper_is_told(build: Callable[[Path], Built], tmp_path: Path) -> None:
    with pytest.raises(ContentError) as raised:
        build(thin_book(tmp_path, "装订: 骑马订", "  印厂: {}", "爬移补偿: true"))
    assert [one.code for one in raised.value.problems if one.severity == "error"] == ["creep-unknown"]
