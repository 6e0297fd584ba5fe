"""Columns of lines: no lone first or last line, headings kept with what follows, one grid."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from report.typeset.columns import Block, fill


def seen(blocks: list[Block], height: int) -> list[str]:
    """A column a string: block number and lines of each part."""
    return [" ".join(f"{p.block}:{p.start}-{p.stop}@{p.at}" for p in column) for column in fill(blocks, height)]


def test_38_no_single_last_line_at_the_head_of_a_column() -> None:
    assert seen([Block(6)], 5) == ["0:0-4@0", "0:4-6@0"]


def test_38_no_single_first_line_at_the_foot_of_a_column() -> None:
    assert seen([Block(4), Block(6)], 5) == ["0:0-4@0", "1:0-4@0", "1:4-6@0"]


def test_38_two_and_three_lines_stay_together() -> None:
    assert seen([Block(4), Block(3)], 6) == ["0:0-4@0", "1:0-3@0"]
    assert seen([Block(3), Block(2)], 4) == ["0:0-3@0", "1:0-2@0"]


def test_39_a_heading_stays_with_two_lines_of_its_text() -> None:
    assert seen([Block(4), Block(1, keep=True), Block(5)], 6) == ["0:0-4@0", "1:0-1@0 2:0-5@1"]
    assert seen([Block(3), Block(1, keep=True), Block(5)], 6) == ["0:0-3@0 1:0-1@3 2:0-2@4", "2:2-5@0"]


def test_37_empty_lines_are_whole_lines_and_none_stand_at_a_head() -> None:
    assert seen([Block(2), Block(2, before=1)], 6) == ["0:0-2@0 1:0-2@3"]
    assert seen([Block(5), Block(2, before=1)], 6) == ["0:0-5@0", "1:0-2@0"]


@given(
    st.lists(st.builds(Block, st.integers(1, 12), st.integers(0, 2), st.booleans()), max_size=12), st.integers(4, 20)
)
def test_every_line_stands_once_and_in_order(blocks: list[Block], height: int) -> None:
    parts = [part for column in fill(blocks, height) for part in column]
    assert [(n, k) for n, b in enumerate(blocks) for k in range(b.lines)] == [
        (p.block, k) for p in parts for k in range(p.start, p.stop)
    ]
    assert all(p.at + p.stop - p.start <= height for p in parts)
