"""Boxes that hit, lines that cross them, things spread along a line, rows that are thinned out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.charts.placing import Box, apart, crosses, spread, thinned

SIZES = st.lists(st.tuples(st.floats(-50, 250), st.floats(0.1, 40)), min_size=1, max_size=12)


def test_boxes_that_share_an_edge_do_not_hit() -> None:
    box = Box(0, 0, 10, 5)
    assert not box.hits(Box(10, 0, 20, 5))
    assert box.hits(Box(9, 4, 20, 9))
    assert apart([box, Box(10, 0, 20, 5), Box(0, 5, 10, 9)])
    assert not apart([Box(0, 0, 30, 5), Box(40, 0, 50, 5), Box(5, 4, 6, 9)])


@pytest.mark.parametrize(
    ("line", "through"),
    [
        (((-5, 2), (20, 2)), True),
        (((-5, -5), (20, 20)), True),
        (((5, 1), (5, 1)), True),
        (((0, 5), (10, 5)), False),
        (((-5, 4), (2, 12)), False),
        (((3, -9), (3, 9)), True),
        (((20, 0), (30, 5)), False),
    ],
)
def test_a_line_through_a_box(line: tuple[tuple[float, float], tuple[float, float]], through: bool) -> None:
    assert crosses(Box(0, 0, 10, 5), *line) is through


@given(SIZES)
def test_what_is_spread_does_not_overlap_and_stays_inside(given_: list[tuple[float, float]]) -> None:
    wanted, sizes = [w for w, _ in given_], [s for _, s in given_]
    found = spread(wanted, sizes, 0, 200)
    if found is None:
        assert sum(sizes) > 200
        return
    order = sorted(range(len(found)), key=lambda i: found[i])
    assert [wanted[i] for i in order] == sorted(wanted)
    assert all(sizes[i] / 2 - 0.02 <= found[i] <= 200 - sizes[i] / 2 + 0.02 for i in order)
    assert all(found[b] - found[a] >= (sizes[a] + sizes[b]) / 2 - 0.02 for a, b in pairwise(order))


def test_what_has_room_stays_where_it_is_wanted_and_what_has_not_gives_way_evenly() -> None:
    assert spread([10, 50, 90], [8, 8, 8], 0, 100) == (10, 50, 90)
    assert spread([50, 50], [8, 8], 0, 100) == (46, 54)
    assert spread([2, 99], [8, 8], 0, 100) == (4, 96)
    assert spread([5, 5, 5], [40, 40, 40], 0, 100) is None


def test_a_row_is_thinned_evenly_from_its_end() -> None:
    row = [Box(10 * i, 0, 10 * i + 14, 5) for i in range(7)]
    assert thinned(row) == (0, 2, 4, 6)
    assert thinned(row[:6]) == (1, 3, 5)
    assert thinned([Box(30 * i, 0, 30 * i + 14, 5) for i in range(4)]) == (0, 1, 2, 3)
    assert thinned([]) == ()


def test_a_row_at_uneven_distances_keeps_its_ends() -> None:
    row = [Box(x, 0, x + 14, 5) for x in (0, 30, 60, 66)]
    assert thinned(row, even=False) == (0, 1, 3)
