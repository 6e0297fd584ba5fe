"""Every private or undocumented name of ReportLab that report/pdf relies on, and what it does.

When one of these fails after an upgrade, the module to mend is report/pdf/backend.py (fonts: guestfonts.py).
"""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from reportlab import rl_config
from reportlab.lib import fonts as families
from reportlab.lib.colors import CMYKColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from report.pdf.backend import SETTLED, Raw


@pytest.fixture
def canvas() -> Canvas:
    return Canvas("", pageCompression=0, invariant=1, pdfVersion=(1, 6), lang="zh-CN")


def test_canvas_makes_its_document_itself_and_the_class_can_be_swapped(canvas: Canvas) -> None:
    assert type(canvas._doc) is pdfdoc.PDFDocument
    assert canvas._doc._pdfVersion == (1, 6)
    assert type(canvas._doc.Catalog) is pdfdoc.PDFCatalog
    assert canvas._doc.Catalog is canvas._doc._catalog


def test_a_page_is_its_preamble_and_its_code(canvas: Canvas) -> None:
    assert "/F1 12 Tf" in canvas._preamble, (
        "the stock start sets Helvetica, which _make_preamble is overridden to avoid"
    )
    canvas._preamble = ""
    canvas.addLiteral("q Q")
    assert canvas._code == ["q Q"]
    canvas.showPage()
    page = canvas._doc.Pages.pages[-1]
    assert type(page) is pdfdoc.PDFPage
    assert page.stream.split() == ["q", "Q"]
    assert canvas._code == []


def test_the_preamble_is_made_by_a_method_at_the_start_and_for_every_size(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[Canvas] = []
    monkeypatch.setattr(Canvas, "_make_preamble", lambda self: calls.append(self))  # noqa: PLW0108 - must be a method
    canvas = Canvas("")
    canvas.setPageSize((10, 10))
    assert calls == [canvas, canvas]
    assert not canvas._doc.fontMapping, "without a preamble no font is named"


def test_pages_and_catalog_write_the_entries_that_they_list(canvas: Canvas) -> None:
    for kind in (pdfdoc.PDFCatalog, pdfdoc.PDFPage):
        assert isinstance(kind.__NoDefault__, list)
        assert isinstance(kind.__Refs__, list)
        assert not {"OutputIntents", "StructParents", "Group"} & set(kind.__NoDefault__)
    canvas._doc.Catalog.StructTreeRoot = b"7 0 R"
    assert b"/StructTreeRoot 7 0 R" in pdfdoc.format(canvas._doc.Catalog, canvas._doc, toplevel=1)


def test_a_page_keeps_the_resources_contents_and_boxes_that_it_is_given(canvas: Canvas) -> None:
    canvas.addLiteral("q Q")
    canvas.showPage()
    page = canvas._doc.Pages.pages[-1]
    assert (page._colorsUsed, page._shadingUsed, page.XObjects, page.ExtGState) == ({}, {}, None, None)
    asked: list[object] = []
    page.check_format = asked.append
    pdfdoc.format(page, canvas._doc, toplevel=1)
    assert asked == [canvas._doc]
    del page.check_format
    page.Resources, page.Contents, page.MediaBox = b"<<>>", b"7 0 R", b"[0 0 9 9]"
    said = pdfdoc.format(page, canvas._doc, toplevel=1)
    assert b"/Contents 7 0 R" in said
    assert b"/Resources <<>>" in said
    assert b"/MediaBox [0 0 9 9]" in said


def test_objects_are_registered_by_name_and_number(canvas: Canvas) -> None:
    document = canvas._doc
    made = Raw(b"<<>>")
    reference = document.Reference(made)
    number, version = document.idToObjectNumberAndVersion[reference.name]
    assert (document.numberToId[number], version) == (reference.name, 0)
    assert document.idToObject[reference.name] is made
    assert pdfdoc.format(made, document, toplevel=1) == b"<<>>"
    assert pdfdoc.format(reference, document) == b"%d 0 R" % number
    assert document.Reference(made).name == reference.name


def test_fonts_of_all_pages_are_one_dictionary(canvas: Canvas) -> None:
    canvas._doc.idToObject[pdfdoc.BasicFonts].dict["F0"] = Raw(b"9 0 R")
    resources = pdfdoc.PDFResourceDictionary()
    resources.basicFonts()
    assert resources.Font.name == pdfdoc.BasicFonts
    assert b"/F0 9 0 R" in pdfdoc.format(canvas._doc.idToObject[pdfdoc.BasicFonts], canvas._doc)


def test_streams_take_the_document_s_filters_and_end_without_an_end_of_line(canvas: Canvas) -> None:
    class Reverse:
        pdfname = "Reverse"

        def encode(self, data: bytes) -> bytes:
            return data[::-1]

    canvas._doc.defaultStreamFilters = (Reverse(),)
    said = pdfdoc.format(pdfdoc.PDFStream(content=b"abc"), canvas._doc, toplevel=1)
    assert said.endswith(b"stream\ncbaendstream\n"), "backend._ended adds the end of line to exactly this"
    assert b"/Filter [ /Reverse ]" in said


def test_the_file_is_asked_of_format_after_the_information_was_digested(
    canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdfdoc.PDFDocument, "format", lambda self: b"%PDF")
    digested: list[object] = []
    monkeypatch.setattr(canvas._doc.info, "digest", digested.append, raising=False)
    canvas.addLiteral("q Q")
    assert canvas.getpdfdata() == b"%PDF"
    assert len(digested) == 1


def test_graphics_states_of_a_page_are_asked_of_a_method(canvas: Canvas) -> None:
    assert canvas._extgstate.getState() is None
    canvas.setFillAlpha(0.5)
    assert set(canvas._extgstate._c) == {("ca", 0.5)}
    assert set(canvas._extgstate.getState().dict) == {"gRLs0"}
    asked: list[object] = []
    canvas._setExtGState = lambda thing: (asked.append(thing), setattr(thing, "ExtGState", None))
    canvas.showPage()
    assert asked == [canvas._doc.Pages.pages[-1]]


def test_inks_and_shadings_in_use_are_kept_by_name(canvas: Canvas) -> None:
    canvas._colorsUsed["S0"] = "S0"
    canvas.linearGradient(0, 0, 1, 1, [CMYKColor(0, 0, 0, 1), CMYKColor(0, 0, 0, 0)])
    assert list(canvas._shadingUsed) == ["Sh0"]
    canvas.showPage()
    page = canvas._doc.Pages.pages[-1]
    assert (page._colorsUsed, list(page._shadingUsed)) == ({"S0": "S0"}, ["Sh0"])


def test_every_colour_passes_the_function_of_the_canvas(canvas: Canvas) -> None:
    assert Canvas._enforceColorSpace is None
    canvas._enforceColorSpace = lambda colour: CMYKColor(0, 0, 0, 1)
    canvas.setFillColor("red")
    canvas.setStrokeColorRGB(1, 0, 0)
    text = canvas.beginText()
    text.setFillColor((0, 1, 0))
    assert canvas._code == ["0 0 0 1 k", "0 0 0 1 K"]
    assert "0 0 0 1 k" in text.getCode()
    assert canvas._fillColorObj.cmyk() == (0, 0, 0, 1)
    assert {"_fillColorObj", "_currentMatrix", "_extgstate"} <= set(Canvas.STATE_ATTRIBUTES)


def test_annotations_of_a_page_are_references(canvas: Canvas) -> None:
    made = Raw()
    canvas._addAnnotation(made)
    assert [reference.name for reference in canvas._annotationrefs] == [canvas._doc.Reference(made).name]


def test_rectangles_are_taken_through_the_current_matrix(canvas: Canvas) -> None:
    canvas._currentMatrix = (2, 0, 0, 2, 10, 0)
    assert canvas._absRect((1, 1, 2, 2), 1) == (12, 2, 14, 4)
    assert canvas._absRect((1, 1, 2, 2), 0) == (1, 1, 2, 2)


def test_forms_and_pictures_are_found_by_name_when_the_file_is_written(canvas: Canvas) -> None:
    canvas.doForm("I0")
    canvas._doc.addForm("I0", Raw(b"<<>>"))
    assert canvas._code == ["/FormXob.I0 Do"]
    assert canvas._doc.hasForm("I0")
    form = pdfdoc.PDFFormXObject(0, 0, 1, 1)
    assert form.Resources is None, "backend.Sheets._setExtGState gives it resources, which format() then keeps"


def test_fonts_are_looked_up_in_one_table(monkeypatch: pytest.MonkeyPatch) -> None:
    font = object()
    monkeypatch.setattr(pdfmetrics, "_fonts", {"song-400": font})
    assert pdfmetrics.getFont("song-400") is font
    assert isinstance(families._tt2ps_map, dict)
    assert isinstance(families._ps2tt_map, dict)


def test_transparency_of_a_picture_is_known_once_it_is_read() -> None:
    from PIL import Image

    for mode, clear in (("RGB", False), ("RGBA", True)):
        file = BytesIO()
        Image.new(mode, (2, 2)).save(file, "PNG")
        reader = ImageReader(BytesIO(file.getvalue()))
        reader.getRGBData()
        assert (reader._dataA is not None) is clear


def test_settings_of_the_process_have_the_names_that_are_settled() -> None:
    assert all(hasattr(rl_config, key) for key in SETTLED)


def test_spot_inks_are_asked_of_the_document(canvas: Canvas, monkeypatch: pytest.MonkeyPatch) -> None:
    from reportlab.lib.colors import CMYKColorSep

    monkeypatch.setattr(pdfdoc.PDFDocument, "addColor", lambda self, cmyk: ("S7", "S7"))
    canvas.setFillColor(CMYKColorSep(0, 1, 1, 0, spotName="PANTONE 485 C", density=0.5))
    assert re.fullmatch(r"/S7 cs \.?0?\.5 scn", canvas._code[-1])
    assert canvas._colorsUsed == {"S7": "S7"}


def test_a_page_without_a_transition_gets_an_empty_one(canvas: Canvas) -> None:
    canvas.showPage()
    page = canvas._doc.Pages.pages[-1]
    assert page.Trans.dict in (None, {}), "which `Sheets.end` takes away"
