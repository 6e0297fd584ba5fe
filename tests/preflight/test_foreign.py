"""Files of other programs: a fair list that a person can read, and no fault."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from report.messages import render
from report.preflight import Judgement, judge

LONG = 25
"""Lines that somebody reads to the end."""


def told(data: bytes, *standards: str) -> tuple[Judgement, set[str]]:
    judged = judge(data, standards, separations=False)
    assert judged.file is not None
    assert judged.file.faults == ()
    assert len(judged.problems) <= LONG, "\n".join(map(render, judged.problems))
    return judged, {problem.code for problem in judged.problems}


def test_a_chart_of_matplotlib() -> None:
    import matplotlib

    matplotlib.use("pdf")
    from matplotlib.figure import Figure

    figure, into = Figure(), BytesIO()
    axes = figure.add_subplot()
    axes.plot([1, 2, 3])
    axes.imshow([[1, 2], [3, 4]], alpha=0.5)
    figure.savefig(into, format="pdf")
    judged, codes = told(into.getvalue())
    assert judged.asked.standards == ("PDF/X-4",)
    assert codes >= {
        "x04-output-intent",
        "x15-trim-box",
        "g07-not-process",
        "g28-type3",
        "g25-blend-not-cmyk",
        "c01-bleed",
    }


def test_marked_content_with_arrays_in_its_properties_is_read() -> None:
    """As Typst writes it; the quick reading does not cover it, so the slow one must."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(100, 100))
    mark = b"/Artifact<</Attached[/Bottom]/Subtype/Footer/Type/Pagination>>BDC 0 0 0 1 k 10 10 5 5 re f EMC"
    pdf.pages[0].obj.Contents = pikepdf.Stream(pdf, mark)
    into = BytesIO()
    pdf.save(into)
    _, codes = told(into.getvalue())
    assert "g01-unreadable" not in codes
    assert "g06-empty-page" not in codes


def test_a_page_of_the_bare_library() -> None:
    from reportlab.pdfgen import canvas

    into = BytesIO()
    sheet = canvas.Canvas(into, pagesize=(595, 842))
    for _ in range(8):
        sheet.setFillColorRGB(0, 0, 0)
        sheet.drawString(100, 400, "Hello")
        sheet.linkURL("https://example.com", (100, 400, 140, 412))
        sheet.showPage()
    sheet.save()
    _, codes = told(into.getvalue())
    assert codes >= {"x19-font-embedded", "x37-annotation", "x38-action", "c03-black-plate", "c01-bleed"}
    assert not codes & {"g18-hair-line", "g21-picture-soft", "g02-sizes-differ", "c06-page-count"}
    _, codes = told(into.getvalue(), "PDF/UA-1")
    assert codes >= {"ua1-untagged", "ua1-language", "ua1-title", "ua1-link"}


def test_a_document_of_weasyprint() -> None:
    weasyprint = pytest.importorskip("weasyprint")
    html = "<html lang=zh><title>甲</title><h1>标题</h1><p style='color:#c00'>正文<a href='https://example.com'>链</a>"
    _, codes = told(weasyprint.HTML(string=html).write_pdf())
    assert codes >= {"g07-not-process", "x37-annotation", "c01-bleed"}
    assert "x19-font-embedded" not in codes


def test_a_document_of_typst(tmp_path: Path) -> None:
    source = tmp_path / "a.typ"
    source.write_text('= 标题\n正文 #link("https://example.com")[链]', encoding="utf-8")
    if shutil.which("typst"):
        subprocess.run(["typst", "compile", str(source)], check=True)
        data = source.with_suffix(".pdf").read_bytes()
    else:
        data = pytest.importorskip("typst").compile(str(source))
    _, codes = told(data, "PDF/X-4")
    assert codes >= {"x37-annotation", "c01-bleed"}
    assert "x19-font-embedded" not in codes


def test_a_circle_of_forms_ends() -> None:
    """Two forms that call each other, and a page that calls them often."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    one, other = (pdf.make_stream(b"/F Do /F Do 0 0 10 10 re f") for _ in range(2))
    for form, target in ((one, other), (other, one)):
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox = pikepdf.Array([0, 0, 10, 10])
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=target))
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=one))
    page.obj.Contents = pdf.make_stream(b"/F Do")
    into = BytesIO()
    pdf.save(into)
    judged = judge(into.getvalue(), separations=False)
    assert judged.file is not None
    assert len(judged.file.sheets) == 1
