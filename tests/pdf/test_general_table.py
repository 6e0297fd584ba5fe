"""The text layer of every bundled Han face: the 8105 characters of 通用规范汉字表 (tests/typeset/tongyong.txt) and all
that the face has of plane 2, as four extractors read them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from report.drawing import Item, Sheet, runs_of
from tests.pdf import tiny

TABLE = (Path(__file__).parents[1] / "typeset" / "tongyong.txt").read_text(encoding="utf-8").replace("\n", "")
FACES = (("song", 400), ("song", 700), ("song", 900), ("hei", 400), ("hei", 700), ("kai", 400), ("fang", 400))
SHEET = Sheet(560.0, 780.0, 0.0)
ROW, ROWS, SIZE = 50, 45, 10.0


@cache
def beyond(family: str, weight: int) -> str:
    """What a face has of plane 2, compatibility ideographs too."""
    with TTFont(tiny.face(family, weight).path, lazy=True) as font:
        found = sorted(font.getBestCmap())
    return "".join(chr(code) for code in found if 0x20000 <= code < 0x30000)


def page(text: str, family: str, weight: int) -> tuple[Item, ...]:
    """Rows of characters, each a paragraph."""
    how = replace(tiny.style(SIZE, family), weight=weight)
    rows = (text[at : at + ROW] for at in range(0, len(text), ROW))
    return tuple(tiny.p(*tiny.line(row, 20, 30 + 16 * k, how)) for k, row in enumerate(rows))


@pytest.fixture(scope="module", params=FACES, ids=lambda face: f"{face[0]}-{face[1]}")
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The text and the file that it is set in."""
    family, weight = request.param
    text = TABLE + beyond(family, weight)
    pages = [page(text[at : at + ROW * ROWS], family, weight) for at in range(0, len(text), ROW * ROWS)]
    assert {run.face for one in pages for run in runs_of(one)} == {tiny.face(family, weight)}, "no other face helps out"
    path = tmp_path_factory.mktemp("table") / f"{family}-{weight}.pdf"
    path.write_bytes(tiny.pdf(*pages, sheet=SHEET))
    return text, path


def test_the_table_is_whole_and_every_face_has_characters_of_plane_2() -> None:
    assert len(set(TABLE)) == len(TABLE) == 8105
    assert all(len(beyond(*face)) > 150 for face in FACES)


@pytest.mark.parametrize("extractor", tiny.EXTRACTORS)
def test_every_character_is_read_back(made: tuple[str, Path], extractor: str) -> None:
    text, path = made
    said = tiny.squashed(tiny.EXTRACTORS[extractor](path))
    assert [(f"{ord(a):x}", f"{ord(b):x}") for a, b in zip(text, said, strict=False) if a != b][:5] == []
    assert said == text
