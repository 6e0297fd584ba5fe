"""Values into bytes and back, and nothing that runs."""

from __future__ import annotations

import pickle
from decimal import Decimal
from enum import Enum

import pytest

from report import packed, resources
from report.colour import Cmyk
from report.content.catalogue import read_catalogue
from report.content.theme import built_in, read_theme
from report.deliver.cache import RunCache
from report.drawing import Face, Marked, Run
from report.problem import Place, problem
from report.typeset.faces import Faces

FACE = Face("song-400", "song.otf", 0, "Song", 880, -120, 700)


class Evil:
    """What runs something when it is read."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return print, ("run",)


class Colours(Enum):
    """An enumeration that is not of the package."""

    RED = 1


def test_values_come_back_and_faces_are_those_at_hand() -> None:
    run = Run(1.0, 2.0, FACE, 9.0, Cmyk(0, 0, 0, 1), (1, 2), (1000.0, 500.0), "甲a")
    marked = Marked("P", (run,), place=Place("r.yaml", 3, 4))
    other = Face("song-400", "elsewhere.otf", 0, "Song", 880, -120, 700)
    data = packed.to_bytes((marked, {"a": [1.5, None, True]}, problem("x", Place("r", 1, 1))))
    assert data is not None
    assert b"song.otf" not in data
    drawn, rest, told = packed.from_bytes(data, {"song-400": other}.__getitem__)
    assert drawn.items[0].face is other
    assert drawn.place == Place("r.yaml", 3, 4)
    assert (rest, told) == ({"a": [1.5, None, True]}, problem("x", Place("r", 1, 1)))


@pytest.mark.parametrize("name", ["brochure", "bulletin", "attachment"])
def test_a_theme_comes_back_whole(name: str) -> None:
    theme = read_theme(built_in(name))
    data = packed.to_bytes(theme)
    assert data is not None
    assert packed.from_bytes(data) == theme


def test_what_is_no_value_has_no_bytes() -> None:
    assert packed.to_bytes(lambda: None) is None
    assert packed.to_bytes((1, open)) is not None  # a name, which is refused when it is read
    with pytest.raises(ValueError, match="damaged"):
        packed.from_bytes(packed.to_bytes((1, open)) or b"")


@pytest.mark.parametrize(
    "value",
    [Evil(), Decimal(1), Colours.RED, RunCache(), packed.to_bytes, print, ValueError("x")],
    ids=lambda value: type(value).__name__,
)
def test_nothing_but_plain_values_of_the_package_is_read(value: object, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="damaged"):
        packed.from_bytes(pickle.dumps([value]))
    assert capsys.readouterr().out == ""


def test_damaged_bytes_are_told_as_such() -> None:
    data = packed.to_bytes([Place("甲", 1, 2), FACE, {"a": (1.0, 2.0)}])
    assert data is not None
    known = {"song-400": FACE}.__getitem__
    for at in range(len(data)):
        for torn in (data[:at], data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]):
            try:
                packed.from_bytes(torn, known)
            except ValueError:
                continue


def test_a_face_of_a_name_that_the_catalogue_has_not_is_an_error() -> None:
    faces = Faces(read_catalogue(resources.fonts() / "fonts.yaml"))
    data = packed.to_bytes(Face("nobody-400", "", 0, "", 0, 0, 0))
    with pytest.raises(ValueError, match="damaged"):
        packed.from_bytes(data or b"", faces.keyed)
