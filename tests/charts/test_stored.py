"""Finished charts as bytes: the same items come back, and bytes that are not ours give none."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.charts.plots import Bars, Ring, draw
from report.charts.stored import from_bytes, to_bytes
from report.colour import BLACK, Cmyk, Spot
from report.content.catalogue import read_catalogue
from report.drawing import Group, Item, Path, Picture, Run, Shape, Stroke, rectangle
from report.resources import fonts
from report.typeset import set_line
from report.typeset.faces import Faces
from report.units import MM

from .made import CRIMSON, LOOK, PALE, STYLE, TRACK, bar, words
from .test_kinds import RING

FACES = Faces(read_catalogue(fonts() / "fonts.yaml"))


def whole() -> tuple[Item, ...]:
    """Every kind of value that a chart can hold."""
    gold = Spot("泥金", Cmyk(0.24, 0.42, 0.78, 0.12), 0.5)
    pen = Stroke(gold, 0.6, "round", "bevel", (1.5, 0.5))
    shape = Shape(Path("mlcz", (1.5, 2, 3, 4, 5, 6, 7, 8, 9, 10)), CRIMSON, pen, even_odd=True, opacity=0.5)
    runs: tuple[Run, ...] = set_line(words("“春蕾”——ffi 660余").spans, STYLE, FACES).runs
    inner = Group((Shape(rectangle(0, 0, 1, 1), BLACK),), matrix=(1.0, 0.0, 0.0, 1.0, 5.0, 6.0))
    return (shape, Group((inner, *runs), clip=rectangle(0, 0, 9, 9)), *runs)


def test_items_come_back_as_they_were() -> None:
    assert from_bytes(to_bytes(7.5, whole()), FACES) == (7.5, whole())


def test_real_charts_come_back_as_they_were() -> None:
    over = Bars((bar(28000, "over", "28000余"), bar(5000, "near", "近5000")), 101 * MM, LOOK)
    ring = Ring(0.7, "over", words("70%"), words("以上"), (CRIMSON, PALE, TRACK), RING)
    for plot in (over, ring):
        drawn = draw(plot, FACES)
        assert from_bytes(to_bytes(drawn.depth, drawn.items), FACES) == (drawn.depth, drawn.items)


def test_a_face_is_opened_in_the_catalogue_of_the_reader() -> None:
    other = Faces(read_catalogue(fonts() / "fonts.yaml"))
    assert from_bytes(to_bytes(1.0, set_line(words("字").spans, STYLE, FACES).runs), other)
    assert [one.face.key for one in other.opened()] == ["hei-700"]


def test_a_picture_is_no_part_of_a_chart() -> None:
    with pytest.raises(TypeError, match="Picture"):
        to_bytes(1.0, [Picture(0, 0, 1, 1, "a.jpg", (0, 0, 1, 1))])


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"null",
        b"{}",
        b"\x80\x04K\x01.",
        b'["shape"]',
        b"[[],[]]",
        b"[true,[]]",
        b'[1,[["shape","ml",[0,0],null,null,false,1.0]]]',
        b'[1,[["shape","m",[0,1e99],null,null,false,1.0]]]',
        b'[1,[["shape","q",[0,0],null,null,false,1.0]]]',
        b'[1,[["shape","m",[0,0],[0,0,0,1.5],null,false,1.0]]]',
        b'[1,[["shape","m",[0,0],null,[[0,0,0,1],1,"none","miter",[]],false,1.0]]]',
        b'[1,[["run",0,0,"hei-650",9,[0,0,0,1],[1],[500],"a",[],[],false,0,"zh-CN"]]]',
        b'[1,[["run",0,0,"hei-700",9,[0,0,0,1],[1,2],[500],"a",[],[],false,0,"zh-CN"]]]',
        b'[1,[["run",0,0,"hei-700",9,[0,0,0,1],[70000],[500],"a",[],[],false,0,"zh-CN"]]]',
        b"[" * 100_000,
    ],
)
def test_bytes_of_another_form_are_none(damaged: bytes) -> None:
    assert from_bytes(damaged, FACES) is None


@given(st.data())
def test_no_change_of_a_value_is_more_than_another_chart_or_none(data: st.DataObject) -> None:
    """A value replaced anywhere gives well-formed items or none, and never an exception."""
    told = json.loads(to_bytes(7.5, whole()))
    at = told
    while isinstance(at, list) and at:
        holder, index = at, data.draw(st.integers(0, len(at) - 1))
        at = at[index]
    holder[index] = data.draw(st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just([]))
    found = from_bytes(json.dumps(told).encode(), FACES)
    assert found is None or to_bytes(*found)


@given(st.integers(0, 400))
def test_half_an_entry_is_none(length: int) -> None:
    assert from_bytes(to_bytes(7.5, whole())[:length], FACES) is None
