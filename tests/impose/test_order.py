"""The order of pages and the creep of sheets, folded by hand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.deliver.impose.order import Creep, Side, padded, readers, repeated, saddle
from report.deliver.impose.wanted import sheet_named, smallest
from report.units import MM


def folded(sides: Sequence[Side]) -> list[int]:
    """The pages as they are read once the sheets lie in each other and are folded, the first sheet outside.

    A leaf is the right half of a front with the left half of the back behind it, then, after the middle, the right half
    of a back with the left half of the front behind it.
    """
    fronts, backs = sides[0::2], sides[1::2]
    first = [page for front, back in zip(fronts, backs, strict=True) for page in (front.cells[1], back.cells[0])]
    second = [page for front, back in zip(fronts, backs, strict=True) for page in (front.cells[0], back.cells[1])]
    return [*first, *reversed(second)]


def test_eight_pages_are_two_sheets() -> None:
    assert [(side.sheet, side.face, side.cells) for side in saddle(range(1, 9))] == [
        (1, "front", (8, 1)),
        (1, "back", (2, 7)),
        (2, "front", (6, 3)),
        (2, "back", (4, 5)),
    ]


@given(st.integers(1, 40))
def test_any_book_folds_back_into_its_order(fours: int) -> None:
    assert folded(tuple(saddle(range(1, 4 * fours + 1)))) == list(range(1, 4 * fours + 1))


def test_a_book_that_is_bound_on_its_right_is_mirrored() -> None:
    left, right = (list(saddle(range(1, 9), way)) for way in (False, True))
    assert [side.cells for side in right] == [side.cells[::-1] for side in left]


def test_blanks_stand_at_the_end_or_before_the_back_cover() -> None:
    assert padded(6) == (1, 2, 3, 4, 5, 6, 0, 0)
    assert padded(6, inside=True) == (1, 2, 3, 4, 5, 0, 0, 6)
    assert padded(8) == tuple(range(1, 9))


def test_a_reader_sees_the_first_page_alone() -> None:
    assert [side.cells for side in readers(4)] == [(0, 1), (2, 3), (4, 0)]
    assert [side.cells for side in readers(3)] == [(0, 1), (2, 3)]


def test_a_card_is_repeated_on_a_sheet_of_its_own() -> None:
    assert [side.cells for side in repeated(2, 3)] == [(1, 1, 1), (2, 2, 2)]


@pytest.mark.parametrize(
    ("way", "shifts"), [("in", [0, 0.1, 0.2, 0.3]), ("out", [-0.3, -0.2, -0.1, 0]), ("none", [0] * 4)]
)
def test_creep_is_a_thickness_for_every_sheet_around(way: str, shifts: list[float]) -> None:
    creep = Creep(way, 0.1)  # type: ignore[arg-type]
    assert [creep.of(sheet, 4) for sheet in (1, 2, 3, 4)] == pytest.approx(shifts)


def test_sheets_have_names_or_sides() -> None:
    assert sheet_named("sra3") == (320 * MM, 450 * MM)
    assert sheet_named("大度八开") == sheet_named("大度8开") == (298 * MM, 444 * MM)
    assert sheet_named("330x488mm") == (330 * MM, 488 * MM)
    assert sheet_named("A33") is None
    assert sheet_named("0x5mm") is None
    assert smallest((426 * MM, 291 * MM)) == "大度8开"
    assert smallest((9000.0, 9000.0)) == ""
