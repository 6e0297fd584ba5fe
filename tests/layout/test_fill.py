"""Pieces into columns and pages."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from report.content.model import Common, TemplatePage
from report.layout.fill import Leaf, fill
from report.layout.frames import Bed, Frames
from report.layout.pieces import Piece, Plate, Spread, Step, Turn, nothing
from tests.layout.tiny import PLACE

STEP, LINES = 10.0, 12


def bed(columns: int = 1) -> Bed:
    """A page of twelve lines of ten points."""
    frames = Frames(
        tuple(i * 110.0 for i in range(columns)), 100.0, 20.0, 20.0 + LINES * STEP, (0, 320), (-9, 338), STEP
    )
    area = (0.0, frames.top, frames.width, frames.height)
    return Bed("page", frames, frames, (area, area))


def lines(count: int, **first: object) -> list[Piece]:
    """Pieces of one line each."""
    return [Piece(STEP, nothing, **(first if i == 0 else {})) for i in range(count)]  # type: ignore[arg-type]


def page(name: str = "plate", side: str = "any") -> Plate:
    return Plate(TemplatePage(name, "", "", "", {}, {}, {}, PLACE, Common()), side)


def kinds(leaves: Sequence[Leaf]) -> list[str]:
    """What each page is: the name of a composed one, the number of pieces on a flowed one, quiet."""
    return [
        leaf.plate.page.template if leaf.plate else str(len(leaf.puts)) if leaf.puts else "quiet" for leaf in leaves
    ]


def test_a_page_holds_its_lines_and_the_next_page_the_rest() -> None:
    assert kinds(fill(lines(30), bed())) == ["12", "12", "6"]


def test_a_heading_goes_with_what_follows() -> None:
    heading = Piece(STEP, nothing, keep=True)
    leaves = fill([*lines(11), heading, *lines(3)], bed())
    assert kinds(leaves) == ["11", "4"]
    assert leaves[1].puts[0].piece is heading


def test_space_before_is_dropped_at_the_head_of_a_page() -> None:
    leaves = fill([*lines(12), *lines(1, before=25.0)], bed())
    assert leaves[1].puts[0].top == 20.0


def test_a_piece_that_snaps_stands_on_the_grid() -> None:
    tall = Piece(13.0, nothing, snap=False)
    leaves = fill([tall, *lines(2)], bed())
    assert [put.top for put in leaves[0].puts] == [20.0, 40.0, 50.0]


def test_a_group_taller_than_a_page_is_parted_and_a_piece_taller_than_a_page_is_told() -> None:
    chain = [Piece(STEP, nothing, keep=i < 19) for i in range(20)]
    assert kinds(fill(chain, bed())) == ["12", "8"]
    (leaf,) = fill([Piece(500.0, nothing, place=PLACE)], bed())
    assert [(one.code, one.place) for one in leaf.problems] == [("block-too-tall", PLACE)]


def test_a_table_that_goes_on_ends_with_its_foot_and_begins_with_its_heads() -> None:
    head, foot = Piece(STEP, nothing), Piece(0.0, nothing)
    rows = [Piece(STEP, nothing, snap=False, head=head, foot=foot) for _ in range(20)]
    first, second = fill(rows, bed())
    assert first.puts[0].piece is head
    assert first.puts[-1].piece is foot
    assert second.puts[0].piece is head
    assert second.puts[-1].piece is rows[-1]


def test_nothing_wide_stands_beside_what_hangs_in_the_margin() -> None:
    hung = Piece(0.0, nothing, keep=True, side=45.0)
    wide = Piece(STEP, nothing, reach="wide")
    (leaf,) = fill([hung, *lines(1), wide], bed())
    assert [put.top for put in leaf.puts] == [20.0, 20.0, 70.0]


def test_a_chapter_finds_its_side_and_the_quiet_page_is_told() -> None:
    leaves = fill([*lines(1), page("opener", "verso"), *lines(1), page("opener", "verso")], bed())
    assert kinds(leaves) == ["1", "opener", "1", "opener"]
    padded = fill([*lines(1), page("opener", "recto"), *lines(1)], bed())
    assert kinds(padded) == ["1", "quiet", "opener", "1"]
    assert [one.code for one in padded[1].problems] == ["quiet-page"]


def test_a_turn_to_a_side_pads() -> None:
    assert kinds(fill([*lines(1), Turn("recto"), *lines(1)], bed())) == ["1", "quiet", "1"]
    assert kinds(fill([*lines(1), Turn("any"), *lines(1)], bed())) == ["1", "1"]


def test_a_spread_waits_for_a_verso_while_the_text_goes_on() -> None:
    spread = Spread(page("left", "verso"), page("right", "recto"))
    assert kinds(fill([*lines(3), spread, *lines(15)], bed())) == ["12", "left", "right", "6"]
    assert kinds(fill([*lines(13), spread, *lines(1)], bed())) == ["12", "2", "quiet", "left", "right"]


def test_columns_are_filled_one_after_the_other_and_balanced_at_the_end() -> None:
    leaves = fill(lines(40), bed(3))
    assert [put.column for put in leaves[0].puts] == [0] * 12 + [1] * 12 + [2] * 12
    assert [put.column for put in leaves[1].puts] == [0, 0, 1, 1]


def test_a_wide_piece_parts_the_columns_of_a_page() -> None:
    wide = Piece(2 * STEP, nothing, reach="wide", before=STEP, after=STEP)
    (leaf,) = fill([*lines(4), wide, *lines(6)], bed(2))
    assert [(put.column, put.top) for put in leaf.puts] == [
        *((0, 20.0), (0, 30.0), (1, 20.0), (1, 30.0)),
        (-1, 50.0),
        *((0, 80.0), (0, 90.0), (0, 100.0), (1, 80.0), (1, 90.0), (1, 100.0)),
    ]


PIECES = st.builds(
    lambda height, keep, before, reach: Piece(height, nothing, keep=keep, before=before, reach=reach),
    st.sampled_from([5.0, 10.0, 20.0, 37.0, 80.0]),
    st.booleans(),
    st.sampled_from([0.0, 5.0, 20.0]),
    st.sampled_from(["column", "column", "wide"]),
)
STEPS = st.lists(
    st.one_of(PIECES, PIECES, PIECES, st.just(Turn("recto")), st.just(page("plate", "verso"))), max_size=40
)


@given(STEPS, st.integers(1, 3))
def test_everything_stands_once_in_order_and_inside_the_frame(steps: list[Step], columns: int) -> None:
    leaves = fill(steps, bed(columns))
    put = [one.piece for leaf in leaves for one in leaf.puts]
    assert put == [step for step in steps if isinstance(step, Piece)]
    assert [leaf.plate for leaf in leaves if leaf.plate] == [step for step in steps if isinstance(step, Plate)]
    frames = bed(columns).verso
    for leaf in leaves:
        assert not leaf.problems or not leaf.puts
        for one in leaf.puts:
            assert frames.top <= one.top
            assert one.top + one.piece.height <= frames.foot + 0.1


@given(STEPS, st.integers(1, 3))
def test_nothing_overlaps(steps: list[Step], columns: int) -> None:
    for leaf in fill(steps, bed(columns)):
        boxes = [(one.column, one.piece.reach, one.top, one.top + one.piece.height) for one in leaf.puts]
        for i, (column, reach, _, bottom) in enumerate(boxes):
            for other, other_reach, top, _ in boxes[i + 1 :]:
                if column == other or "wide" in (reach, other_reach):
                    assert bottom <= top + 0.1 or (columns > 1 and column != other and reach == other_reach == "column")
