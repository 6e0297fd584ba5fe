"""ReportLab's own drawings on our pages: with our fonts, inks and links, or refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.colors import CMYKColor, CMYKColorSep, Color

from report.drawing import Face, Foreign
from report.problem import ConformanceError, Place
from tests.pdf import tiny
from tests.pdf.drawn import Drawn
from tests.verapdf import assert_conforms

SONG = tiny.face()
BOLD = tiny.face(weight=700)
HEI = tiny.face("hei")


def foreign(flowable: object, *faces: Face, width: float = 200.0, height: float = 100.0) -> Foreign:
    return Foreign(20.0, 20.0, width, height, flowable, faces or (SONG, BOLD, HEI), Place("report.yaml", 3, 5))


def drawn(draw: Callable[[Any], object], *faces: Face) -> bytes:
    return tiny.pdf((tiny.p(foreign(Drawn(draw), *faces)),))


def refused(draw: Callable[[Any], object], *faces: Face) -> tuple[str, dict[str, str]]:
    with pytest.raises(ConformanceError) as caught:
        drawn(draw, *faces)
    (found,) = caught.value.problems
    assert (found.place, found.page) == (Place("report.yaml", 3, 5), 1)
    return found.code, dict(found.values)


def paragraph() -> object:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    style = ParagraphStyle("x", fontName="song-400", fontSize=12, leading=18, wordWrap="CJK")
    return Paragraph('带<b>粗体</b>与<a href="https://example.com/">链接</a>，<font color="red">红字</font>。', style)


def table() -> object:
    from reportlab.lib import colors
    from reportlab.platypus import Table, TableStyle

    lines = TableStyle(
        [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey)]
    )
    return Table([["项目", "Total"], ["甲", "1,234"]], style=lines)


def barcode() -> object:
    from reportlab.graphics.barcode import createBarcodeDrawing

    return createBarcodeDrawing("Code128", value="BANXIN", humanReadable=True, barHeight=30)


def test_paragraph_table_and_barcode_conform_and_can_be_read_in_both_editions(tmp_path: Path) -> None:
    pages = tuple((tiny.p(foreign(make)),) for make in (paragraph, table, barcode))
    press, archive = tmp_path / "press.pdf", tmp_path / "archive.pdf"
    press.write_bytes(tiny.pdf(*pages))
    archive.write_bytes(tiny.pdf(*pages, standards=tiny.ARCHIVE, links=True))
    assert_conforms(press, archive)
    for path, uris in ((press, []), (archive, ["https://example.com/"])):
        for name, extract in tiny.EXTRACTORS.items():
            said = tiny.squashed(extract(path))
            assert said == "带粗体与链接，红字。项目Total甲1,234BANXIN", name
        with tiny.opened(path.read_bytes()) as file:
            names = {str(font.BaseFont)[8:] for page in file.pages for font in page.Resources.Font.values()}
            links = [str(one.A.URI) for one in file.pages[0].get("/Annots", [])]
        assert names == {"NotoSerifSC-Regular", "NotoSerifSC-Bold"}
        assert links == uris


def test_stock_fonts_are_stood_in_for_and_bold_by_the_heaviest() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(0, 0, "甲")
        canvas.setFont("Times-Bold", 9)
        canvas.drawString(0, 20, "乙")

    code = tiny.code(drawn(draw, SONG, BOLD))
    fonts = re.findall(r"/(\w+) (\S+) Tf", "\n".join(code))
    assert fonts == [("G0", "12"), ("G1", "9")]


def test_widths_that_layout_asks_for_are_those_of_the_faces() -> None:
    found: list[float] = []
    drawn(lambda canvas: found.append(canvas.stringWidth("汉字ab", "Helvetica", 10)))
    wide = sum(
        tiny.faces().open("song", 400).font.get_glyph_h_advance(tiny.faces().open("song", 400).glyph(c)) for c in "ab"
    )
    assert found == [pytest.approx(20 + wide / 100)]


def test_a_character_that_the_first_face_lacks_is_taken_from_the_next(tmp_path: Path) -> None:
    kai = tiny.face("kai")
    path = tmp_path / "rare.pdf"
    path.write_bytes(drawn(lambda canvas: canvas.drawString(0, 0, "甲𠮷"), SONG, kai))
    assert tiny.squashed(tiny.by_poppler(path)) == "甲𠮷"
    assert refused(lambda canvas: canvas.drawString(0, 0, "甲𠮷"), SONG) == (
        "missing-glyph",
        {"char": "𠮷", "code": "U+20BB7", "name": "CJK UNIFIED IDEOGRAPH-20BB7", "family": "song-400"},
    )


def test_fonts_that_are_not_ours_are_refused() -> None:
    assert refused(lambda canvas: canvas.setFont("Symbol", 9), SONG, HEI) == (
        "foreign-font",
        {"font": "Symbol", "all": "song-400、hei-400"},
    )
    assert refused(lambda canvas: canvas.setFont("Verdana", 9))[0] == "foreign-font"

    def register(canvas: Any) -> None:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.cidfonts import UnicodeCIDFont

        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

    assert refused(register)[1]["font"] == "STSong-Light"


def test_every_colour_becomes_process_ink() -> None:
    def draw(canvas: Any) -> None:
        canvas.setFillColor("red")
        canvas.rect(0, 0, 5, 5, stroke=0, fill=1)
        canvas.setStrokeColorRGB(0.5, 0.5, 0.5)
        canvas.setFillGray(0.25)
        canvas.setFillColor((0, 0, 0))
        canvas.setFillColor(CMYKColor(0.1, 0.2, 0.3, 0.4))

    inks = [one for one in tiny.code(drawn(draw)) if one.endswith((" k", " K"))]
    assert re.fullmatch(r"0 [\d.]+ [\d.]+ 0 k", inks[0])
    assert inks[1:] == ["0 0 0 .5 K", "0 0 0 .75 k", "0 0 0 1 k", ".1 .2 .3 .4 k"]


def test_black_text_overprints_and_coloured_text_does_not() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(0, 0, "黑")
        canvas.setFillColor(Color(1, 0, 0))
        canvas.drawString(0, 20, "红")

    code = tiny.code(drawn(draw))
    texts = [i for i, one in enumerate(code) if one.startswith("BT ")]
    assert (code[texts[0] - 1], code[texts[0] + 1]) == ("/ON gs", "/OF gs")
    assert code[texts[1] - 1].endswith(" k")


def test_forms_spots_shadings_and_alpha_are_written_whole(tmp_path: Path) -> None:
    spot = CMYKColorSep(0, 0.95, 1, 0, spotName="PANTONE 485 C", density=0.5)

    def draw(canvas: Any) -> None:
        canvas.linearGradient(0, 0, 100, 0, (Color(1, 0, 0), Color(0, 0, 1)), extend=False)
        canvas.beginForm("stamp")
        canvas.setFillColor(spot)
        canvas.setFillAlpha(0.5)
        canvas.circle(10, 10, 10, stroke=0, fill=1)
        canvas.endForm()
        canvas.doForm("stamp")

    path = tmp_path / "form.pdf"
    path.write_bytes(drawn(draw))
    assert_conforms(path)
    with tiny.opened(path.read_bytes()) as file:
        page = file.pages[0]
        form = page.Resources.XObject["/FormXob.stamp"]
        assert str(page.Group.CS) == "/DeviceCMYK"
        assert str(page.Resources.Shading["/Sh0"].ColorSpace) == "/DeviceCMYK"
        space = form.Resources.ColorSpace["/S0"]
        assert [str(part) for part in space[:3]] == ["/Separation", "/PANTONE 485 C", "/DeviceCMYK"]
        assert [float(ink) for ink in space[3].C1] == [0, 0.95, 1, 0]
        assert any("/ca" in state for state in form.Resources.ExtGState.values())
        assert b"/S0 cs .5 scn" in form.read_bytes()


def test_a_picture_is_converted_and_a_transparent_one_refused(photo: Path, tmp_path: Path) -> None:
    from PIL import Image

    data = drawn(lambda canvas: canvas.drawImage(str(photo), 0, 0, 40, 20))
    with tiny.opened(data) as file:
        (image,) = file.pages[0].Resources.XObject.values()
        assert (image.Width, str(image.ColorSpace)) == (40, "/DeviceCMYK")
    clear = tmp_path / "clear.png"
    Image.new("RGBA", (4, 4)).save(clear)
    assert refused(lambda canvas: canvas.drawImage(str(clear), 0, 0, 40, 20, mask="auto")) == (
        "foreign-feature",
        {"what": "mask"},
    )


def test_what_the_file_cannot_hold_is_refused() -> None:
    assert refused(lambda canvas: canvas.addPostScriptCommand("x")) == (
        "foreign-feature",
        {"what": "addPostScriptCommand"},
    )
    assert refused(lambda canvas: canvas.acroForm)[1] == {"what": "acroForm"}
    assert refused(lambda canvas: canvas.addLiteral("1 0 0 rg"))[1] == {"what": "operator rg"}


def test_what_is_larger_than_its_box_is_refused() -> None:
    with pytest.raises(ConformanceError) as caught:
        tiny.pdf((tiny.p(foreign(Drawn(lambda canvas: None), width=90.0)),))
    assert caught.value.problems[0].values == (("size", "100.0 × 60.0"), ("room", "90.0 × 100.0"))


def test_the_registers_of_the_process_are_given_back_also_after_a_refusal() -> None:
    from reportlab.lib import fonts as families
    from reportlab.pdfbase import pdfmetrics

    before = pdfmetrics._fonts, dict(families._tt2ps_map), dict(families._ps2tt_map)
    refused(lambda canvas: canvas.setFont("Symbol", 9))
    tiny.pdf((tiny.p(foreign(paragraph)),))
    assert pdfmetrics._fonts is before[0]
    assert (families._tt2ps_map, families._ps2tt_map) == before[1:]


def test_our_own_painting_goes_on_unmoved_after_a_guest() -> None:
    def draw(canvas: Any) -> None:
        canvas.translate(50, 50)
        canvas.setFillColor("red")
        canvas.setLineWidth(9)

    own = tiny.line("后", 20, 150)
    code = tiny.code(tiny.pdf((tiny.p(foreign(Drawn(draw)), *own),)))
    assert code.count("q") == code.count("Q")
    assert "0 0 0 1 k" in code[code.index("BT") - 2 : code.index("BT")]


def test_a_compact_face_serves_guests_too(tmp_path: Path, compact: Face) -> None:
    path = tmp_path / "compact.pdf"
    path.write_bytes(drawn(lambda canvas: canvas.drawString(0, 0, "-\u2010-"), compact))
    assert_conforms(path)
    for name, extract in tiny.EXTRACTORS.items():
        assert tiny.squashed(extract(path)) == "-\u2010-", name
    with tiny.opened(path.read_bytes()) as file:
        subtypes = {str(font.DescendantFonts[0].Subtype) for font in file.pages[0].Resources.Font.values()}
    assert subtypes == {"/CIDFontType0"}


def test_the_same_bytes_again() -> None:
    def page() -> bytes:
        return tiny.pdf((tiny.p(foreign(paragraph)),), (tiny.p(foreign(table)),))

    assert page() == page()
