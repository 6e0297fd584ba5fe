"""Change bars: beside the changed lines and no others, in the margin or the gutter, wedges where words are gone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from report.colour import BLACK
from report.drawing import Item, Marked, Shape
from report.layout.changebars import BAR, BAR_EDGE, INNER, OUT, PAST, Stretch, change_bars
from report.typeset.faces import Faces
from tests.layout.test_proofing import faces, page, text

__all__ = ["faces"]


def black(number: int, changed: Sequence[Stretch], *items: Item) -> list[Shape]:
    """What is drawn, without the white around it."""
    shapes = change_bars(page(*items, number=number), changed)
    return [one for one in shapes if isinstance(one, Shape) and one.fill == BLACK]


def bars(number: int, changed: Sequence[Stretch], *items: Item) -> list[tuple[float, ...]]:
    """x, top, bottom of each bar, rounded."""
    found = (one.path.points for one in black(number, changed, *items) if one.path.verbs == "r")
    assert all(width == BAR for _, _, width, _ in black_boxes(number, changed, *items))
    return [(round(x, 1), round(y, 1), round(y + height, 1)) for x, y, _, height in found]


def black_boxes(number: int, changed: Sequence[Stretch], *items: Item) -> list[tuple[float, ...]]:
    return [one.path.points for one in black(number, changed, *items) if one.path.verbs == "r"]


@pytest.mark.parametrize(("number", "x"), [(1, 180 + OUT), (2, 80 - PAST - BAR)])
def test_a_bar_stands_in_the_outer_margin_beside_the_changed_line_alone(number: int, x: float, faces: Faces) -> None:
    column = text(faces, 4, 80, 100)  # baselines 100, 116, 132, 148
    assert bars(number, [Stretch(100, 107.2, 20, 10)], *column) == [(round(x, 1), 107.2, 117.2)]


def test_bars_of_lines_that_follow_each_other_are_one_and_others_are_not(faces: Faces) -> None:
    column = text(faces, 6, 80, 100)
    changed = [Stretch(80, y - 8.8, 50, 10) for y in (100, 116, 164)]
    assert [bar[1:] for bar in bars(1, changed, *column)] == [(91.2, 117.2), (155.2, 165.2)]


def test_several_changes_of_a_line_have_one_bar(faces: Faces) -> None:
    assert len(bars(1, [Stretch(x, 91.2, 10, 10) for x in (80, 110, 150)], *text(faces, 1, 80, 100))) == 1


@pytest.mark.parametrize(("number", "x"), [(1, 150 + INNER), (2, 220 - INNER - BAR)])
def test_on_a_page_of_columns_the_inner_one_has_its_bars_in_the_gutter(number: int, x: float, faces: Faces) -> None:
    columns = (*text(faces, 3, 50, 100), *text(faces, 3, 220, 100))
    inner, outer = (60, 230) if number % 2 else (230, 60)
    assert bars(number, [Stretch(inner, 91.2, 10, 10)], *columns) == [(round(x, 1), 91.2, 101.2)]
    margin = 320 + OUT if number % 2 else 50 - PAST - BAR
    assert bars(number, [Stretch(outer, 91.2, 10, 10)], *columns)[0][0] == pytest.approx(margin, abs=0.1)


def test_text_beside_a_figure_has_its_bar_between_them(faces: Faces) -> None:
    figure = Marked("Figure", (), box=(220, 80, 120, 200))
    assert bars(1, [Stretch(60, 91.2, 10, 10)], *text(faces, 3, 50, 100), figure)[0][0] == 152.5


@pytest.mark.parametrize("role", ["Table", "TOC"])
def test_a_changed_cell_has_its_bar_beside_the_table(role: str, faces: Faces) -> None:
    cells = tuple(text(faces, 1, x, 100) for x in (50, 220))
    table = Marked(role, tuple(Marked("TR", cell) for cell in cells))
    assert bars(1, [Stretch(60, 91.2, 10, 10)], table)[0][0] == pytest.approx(320 + OUT, abs=0.1)


def test_a_changed_figure_has_a_bar_of_its_height(faces: Faces) -> None:
    figure = Marked("Figure", (), box=(50, 200, 100, 80))
    assert bars(1, [Stretch(50, 200, 100, 80, area=True)], *text(faces, 3, 50, 100), figure)[0][1:] == (200, 280)


def test_where_words_are_gone_stand_a_wedge_below_the_line_and_one_in_the_margin(faces: Faces) -> None:
    found = black(1, [Stretch(120, 91.2, 0, 10)], *text(faces, 1, 80, 100))
    wedges = [one.path.points for one in found if one.path.verbs == "mllz"]
    (margin, below) = sorted(wedges, reverse=True)
    assert below[4:] == (120, 101.2)
    assert min(margin[::2]) > 180
    assert margin[5] == pytest.approx(96.2)


def test_bars_stay_on_the_page(faces: Faces) -> None:
    assert bars(1, [Stretch(0, 0, 408, 300, area=True)]) == [(round(400 - BAR_EDGE - BAR, 1), 0, 300)]
    assert bars(2, [Stretch(0, 0, 408, 300, area=True)]) == [(round(BAR_EDGE, 1), 0, 300)]
