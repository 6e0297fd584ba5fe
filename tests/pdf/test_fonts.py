"""Embedded fonts: one subset a face, codes with one text each, no missing glyph."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest

from report.drawing import Face
from report.pdf.fontprogram import MANY, Program
from report.pdf.fonts import texts_of
from tests.pdf import tiny
from tests.tools import run as said_by


def listed(data: bytes, path: Path) -> list[list[str]]:
    """Name, encoding, embedded, subset, ToUnicode of every font, as pdffonts lists them."""
    (path / "fonts.pdf").write_bytes(data)
    rows = said_by("pdffonts", path / "fonts.pdf").splitlines()[2:]
    return sorted([row.split()[0], *row.split()[-6:-2]] for row in rows)


def font(file: pikepdf.Pdf, key: str = "/F0") -> pikepdf.Object:
    return file.pages[0].Resources.Font[key]


def unicodes(type0: pikepdf.Object) -> dict[str, str]:
    """Codes and their texts."""
    rows = re.findall(rb"<(\w{4})><(\w+)>", type0.ToUnicode.read_bytes().split(b"endcodespacerange")[1])
    return {code.decode(): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in rows}


def test_every_font_is_embedded_a_subset_and_has_its_texts(press: bytes, tmp_path: Path) -> None:
    assert [row[1:] for row in listed(press, tmp_path)] == [
        ["Identity-H", "yes", "yes", "yes"],
        ["Identity-V", "yes", "yes", "yes"],
    ]
    assert {re.sub(r"^[A-Z]{6}\+", "", row[0]) for row in listed(press, tmp_path)} == {"NotoSerifSC-Regular"}


def test_level_and_vertical_text_of_a_face_share_one_program() -> None:
    page = (tiny.p(*tiny.line("青", 20, 20)), tiny.p(*tiny.columns("青", 100, 20, 40)))
    file = tiny.opened(tiny.pdf(page))
    assert font(file).DescendantFonts[0].objgen == font(file, "/F0V").DescendantFonts[0].objgen
    programs = [one for one in file.objects if isinstance(one, pikepdf.Stream) and "/Length1" in one]
    assert len(programs) == 1


def test_glyph_0_is_an_internal_fault() -> None:
    with pytest.raises(AssertionError, match="glyph 0 of song-400 in “甲乙”"):
        tiny.pdf((tiny.run("甲乙", (7, 0), (1000.0, 1000.0)),))


def test_a_truetype_glyph_with_two_texts_has_two_cids() -> None:
    how = tiny.style(family="latin-sans")
    file = tiny.opened(tiny.pdf((tiny.p(*tiny.line("5 µm, μ", 20, 20, how)),)))
    type0 = font(file)
    codes = {text: code for code, text in unicodes(type0).items()}
    micro, mu = codes["µ"], codes["μ"]
    assert micro != mu
    mapping = type0.DescendantFonts[0].CIDToGIDMap.read_bytes()
    glyphs = [mapping[2 * int(code, 16) : 2 * int(code, 16) + 2] for code in (micro, mu)]
    assert glyphs[0] == glyphs[1]


def test_a_cff_glyph_with_two_texts_is_in_two_fonts_over_one_program(compact: Face, tmp_path: Path) -> None:
    run = tiny.run("-\u2010 -", (2, 2, 1, 2), (400.0, 400.0, 250.0, 400.0), face=compact)
    data = tiny.pdf((tiny.p(run),))
    file = tiny.opened(data)
    first, second = font(file), font(file, "/F0b")
    assert str(first.DescendantFonts[0].Subtype) == "/CIDFontType0"
    assert first.DescendantFonts[0].objgen == second.DescendantFonts[0].objgen
    code = next(code for code, text in unicodes(first).items() if text == "-")
    assert unicodes(second) == {code: "\u2010"}
    path = tmp_path / "two.pdf"
    path.write_bytes(data)
    for name, extract in tiny.EXTRACTORS.items():
        assert tiny.squashed(extract(path)) == "-\u2010-", name
    from tests.verapdf import assert_conforms

    assert_conforms(path)


def test_widths_and_vertical_metrics_are_said_where_they_are_not_the_default() -> None:
    page = (tiny.p(*tiny.line("青ab", 20, 20)), tiny.p(*tiny.columns("青（", 100, 20, 40)))
    file = tiny.opened(tiny.pdf(page))
    cid = font(file).DescendantFonts[0]
    codes = {text: int(code, 16) for code, text in unicodes(font(file)).items()}
    widths = {}
    entries = list(cid.W)
    for start, row in zip(entries[::2], entries[1::2], strict=True):
        widths |= {int(start) + i: float(width) for i, width in enumerate(row)}
    assert codes["青"] not in widths
    assert {codes["a"], codes["b"]} <= widths.keys()
    assert cid.DW == 1000
    assert "/DW2" not in cid


def test_the_characters_of_a_cluster_are_dealt_out_to_its_glyphs() -> None:
    def dealt(*texts: str) -> list[str | None]:
        return list(texts_of(tiny.run(texts, (1,) * len(texts), (500.0,) * len(texts))))

    assert dealt("a", "bc", "") == ["a", "b", "c"]
    assert dealt("abc", "", "d") == ["a", "bc", "d"]
    assert dealt("abc", "", "") == ["a", "b", "c"]
    assert dealt("ǹ", "", "x") == ["ǹ", None, "x"]
    assert dealt("——") == ["——"]
    assert texts_of(tiny.run("ab", (1, 2), (1.0, 1.0))) == "ab"


@pytest.mark.parametrize("retain", [False, True])
def test_of_many_subsets_the_later_ones_are_the_bytes_of_the_first(compact: Face, *, retain: bool) -> None:
    for face, glyphs in ((compact, (1, 2)), (tiny.face(), (*range(500, 900, 7), 3))):
        program = Program(face)
        data, ids = program.subset(glyphs, retain)
        for _ in range(MANY + 1):
            assert program.subset(glyphs, retain) == (data, ids)
        assert program.subset(glyphs[:1], retain)[0] != data
