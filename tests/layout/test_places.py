"""Marks know where the author wrote them, and no comparison of pages sees it."""

from __future__ import annotations

from dataclasses import replace

from report.drawing import Marked, written_at
from report.problem import Place

HERE, THERE = Place("a.yaml", 1, 1), Place("a.yaml", 9, 1)


def test_a_mark_that_knows_its_place_keeps_it() -> None:
    one, other, rule = written_at((Marked("P", (), place=THERE), Marked("P", ()), Marked("Artifact", ())), HERE)
    assert [mark.place for mark in (one, other, rule) if isinstance(mark, Marked)] == [THERE, HERE, None]


def test_a_mark_that_moved_in_its_source_is_the_same_mark() -> None:
    mark = Marked("P", (), place=HERE)
    assert mark == replace(mark, place=THERE)
    assert hash(mark) == hash(replace(mark, place=THERE))
