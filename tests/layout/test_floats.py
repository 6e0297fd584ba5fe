"""Figures that do not fit: they wait for the head of a later column while the text goes on."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from report.layout.fill import Leaf, fill
from report.layout.pieces import Piece, Step, Turn, nothing
from tests.layout.test_fill import LINES, STEP, bed, lines
from tests.layout.tiny import PLACE


def figure(height: float, **more: object) -> Piece:
    return Piece(height, nothing, floats=True, place=PLACE, **more)  # type: ignore[arg-type]


def where(leaves: Sequence[Leaf], piece: Piece) -> tuple[int, int, float]:
    """Page from 1, column and top of a piece."""
    found = [(n, put.column, put.top) for n, leaf in enumerate(leaves, 1) for put in leaf.puts if put.piece is piece]
    assert len(found) == 1
    return found[0]


def test_a_figure_that_fits_stands_where_it_is_written() -> None:
    one = figure(40)
    leaves = fill([*lines(3), one, *lines(30)], bed(2))
    assert where(leaves, one) == (1, 0, 50.0)


def test_one_that_does_not_fit_stands_at_the_head_of_the_next_column_and_text_fills_this_one() -> None:
    one = figure(60)
    leaves = fill([*lines(8), one, *lines(40)], bed(2))
    assert where(leaves, one) == (1, 1, 20.0)
    first = [put for put in leaves[0].puts if put.column == 0]
    assert len(first) == LINES


def test_from_the_last_column_it_goes_to_the_next_page() -> None:
    one = figure(60)
    leaves = fill([*lines(20), one, *lines(40)], bed(2))
    assert where(leaves, one) == (2, 0, 20.0)
    assert len(leaves[0].puts) == 2 * LINES


def test_figures_keep_their_order() -> None:
    """The second one would fit where it is written, but the first one waits."""
    first, second = figure(60), figure(20)
    leaves = fill([*lines(8), first, *lines(1), second, *lines(40)], bed(2))
    assert where(leaves, first) == (1, 1, 20.0)
    assert where(leaves, second) == (1, 1, 80.0)


def test_a_figure_under_a_heading_does_not_overtake_one_that_waits() -> None:
    first, heading, second = figure(60), Piece(STEP, nothing, keep=True), figure(20)
    leaves = fill([*lines(8), first, heading, second, *lines(4)], bed(2))
    assert where(leaves, first) == (1, 1, 20.0)
    assert where(leaves, heading) == (1, 1, 80.0)
    assert where(leaves, second) == (1, 1, 90.0)


def test_a_wide_one_stands_above_the_columns_of_the_next_page() -> None:
    one = figure(80, reach="wide")
    leaves = fill([*lines(16), one, *lines(40)], bed(2))
    assert where(leaves, one) == (2, -1, 20.0)
    assert len(leaves[0].puts) == 2 * LINES


def test_a_chapter_waits_for_the_figures_before_it() -> None:
    one = figure(60)
    leaves = fill([*lines(20), one, Turn(), *lines(1)], bed(2))
    assert where(leaves, one)[0] == 2
    assert len(leaves) == 3


def test_lines_that_a_figure_parts_go_on_on_the_grid() -> None:
    one = figure(63)
    text = [Piece(STEP, nothing, snap=i == 0) for i in range(40)]
    leaves = fill([*lines(8), one, *text], bed(2))
    assert where(leaves, one) == (1, 1, 20.0)
    after = next(put for put in leaves[0].puts if put.column == 1 and put.piece is not one)
    assert after.top == 90.0


def test_one_that_is_carried_far_is_told() -> None:
    waiting = [figure(100) for _ in range(6)]
    leaves = fill([*lines(20), *waiting, *lines(20)], bed(2))
    told = [(n, one.code, one.severity) for n, leaf in enumerate(leaves, 1) for one in leaf.problems]
    assert told == [(3, "figure-carried", "warning")] * 2 + [(4, "figure-carried", "warning")] * 2


def test_a_wide_heading_keeps_its_text_and_the_text_its_columns() -> None:
    heading = Piece(STEP, nothing, reach="wide", keep=True)
    leaves = fill([*lines(4), heading, *lines(6)], bed(2))
    (leaf,) = leaves
    assert [(put.column, put.top) for put in leaf.puts[5:]] == [(i // 3, 50.0 + i % 3 * STEP) for i in range(6)]
    late = fill([*lines(23), heading, *lines(6)], bed(2))
    assert where(late, heading) == (2, -1, 20.0)


FLOWS = st.lists(
    st.one_of(
        st.builds(lambda keep: Piece(STEP, nothing, keep=keep), st.booleans()),
        st.builds(figure, st.sampled_from([20.0, 37.0, 80.0])),
        st.builds(lambda height: figure(height, reach="wide"), st.sampled_from([20.0, 80.0])),
        st.builds(lambda: Piece(STEP, nothing, reach="wide")),
        st.just(Turn()),
    ),
    max_size=50,
)


@given(FLOWS, st.integers(1, 3))
def test_everything_stands_once_figures_in_order_and_none_before_its_text(steps: list[Step], columns: int) -> None:
    leaves = fill(steps, bed(columns))
    put = [one.piece for leaf in leaves for one in leaf.puts]
    given_ = [step for step in steps if isinstance(step, Piece)]
    assert len(put) == len(given_)
    assert [one for one in put if one.floats] == [one for one in given_ if one.floats]
    assert [one for one in put if not one.floats] == [one for one in given_ if not one.floats]
    at = {id(piece): i for i, piece in enumerate(put)}
    for i, piece in enumerate(given_):
        if piece.floats:
            assert all(at[id(before)] < at[id(piece)] for before in given_[:i])
    frames = bed(columns).verso
    for leaf in leaves:
        for one in leaf.puts:
            assert frames.top <= one.top
            assert one.top + one.piece.height <= frames.foot + 0.1
