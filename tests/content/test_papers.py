"""Paper into thickness, spine and the most that a stitch holds."""

from __future__ import annotations

import pytest

from report.content.keys import WORDS
from report.content.model import Printing
from report.content.papers import PAPERS, leaf_thickness, most_stitched, spine_width
from report.units import MM


def test_every_paper_that_has_a_name_has_a_row() -> None:
    assert set(PAPERS) == set(WORDS["paper"].values())


@pytest.mark.parametrize("name", PAPERS)
def test_a_row_is_credible(name: str) -> None:
    paper = PAPERS[name]
    assert 0.7 < paper.bulk < 2.2
    assert paper.weights == tuple(sorted(paper.weights))
    assert paper.source


def test_ninety_six_pages_of_100_g_offset_make_5_8_mm() -> None:
    assert spine_width(Printing("offset", 100), 96) == pytest.approx(5.8 * MM)


def test_what_is_measured_goes_before_the_table() -> None:
    measured = Printing("offset", 100, thickness=0.13 * MM)
    assert leaf_thickness(measured) == pytest.approx(0.13 * MM)
    assert spine_width(measured, 96) == pytest.approx(6.3 * MM)  # 6.24, rounded up
    assert spine_width(measured._replace(spine=7 * MM), 96) == pytest.approx(7 * MM)


def test_a_whole_tenth_is_not_rounded_up() -> None:
    assert spine_width(Printing(thickness=0.1 * MM), 100) == pytest.approx(5 * MM)


def test_a_paper_of_no_table_has_no_thickness() -> None:
    assert leaf_thickness(Printing("珠光纸", 120)) == 0
    assert spine_width(Printing("珠光纸", 120), 96) == 0


@pytest.mark.parametrize(("weight", "most"), [(0, 64), (80, 64), (105, 48), (128, 48), (157, 32), (200, 24), (250, 24)])
def test_a_stitch_holds_less_of_heavier_paper(weight: int, most: int) -> None:
    assert most_stitched(weight) == most
