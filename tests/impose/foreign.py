"""PDFs of other hands, made by pikepdf alone: turned, scaled, inheriting, with boxes of all kinds."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

WIDTH, HEIGHT, BLEED = 200, 300, 10
"""The finished page and its bleed in points."""
ART = b"0 1 0 0 k -10 -10 60 60 re f 1 0 0 0 k 150 250 60 60 re f 0 0 0 1 k 20 100 30 120 re f"
"""Corners that bleed, and a bar that shows which way is up; from the trim's lower left corner."""


def book(count: int, **entries: Any) -> bytes:
    """Pages with bleed whose medium begins elsewhere than at nothing; further entries go on every page."""
    pdf = pikepdf.new()
    for number in range(1, count + 1):
        pdf.add_blank_page(page_size=(100, 100))
        page = pdf.pages[-1].obj
        at = 50, 70
        page.MediaBox = Array([0, 0, WIDTH + 120, HEIGHT + 160])
        page.TrimBox = Array([at[0], at[1], at[0] + WIDTH, at[1] + HEIGHT])
        page.BleedBox = Array([at[0] - BLEED, at[1] - BLEED, at[0] + WIDTH + BLEED, at[1] + HEIGHT + BLEED])
        grey = b"0 0 0 %.2f k 80 100 %d 40 re f" % (0.3 + 0.1 * (number % 7), number * 12)
        page.Contents = pikepdf.Stream(pdf, b"q 1 0 0 1 %d %d cm %s %s Q" % (*at, ART, grey))
        page.Resources = Dictionary()
        for key, value in entries.items():
            page[f"/{key}"] = value
    return saved(pdf)


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    out = BytesIO()
    pdf.save(out, **options)
    return out.getvalue()


def turned(angle: int) -> bytes:
    """Four pages that lie on their sides and are shown upright by /Rotate."""
    with pikepdf.open(BytesIO(book(4))) as pdf:
        for page in pdf.pages:
            # content, turned against /Rotate about the middle of the medium, is shown as it was
            box = [float(side) for side in page.obj.MediaBox]
            across, up = box[2], box[3]
            matrix = {
                90: f"0 1 -1 0 {up} 0",
                180: f"-1 0 0 -1 {across} {up}",
                270: f"0 -1 1 0 0 {across}",
            }[angle]
            page.obj.Contents = pikepdf.Stream(pdf, f"q {matrix} cm ".encode() + page.obj.Contents.read_bytes() + b" Q")
            for key in ("/MediaBox", "/TrimBox", "/BleedBox"):
                x1, y1, x2, y2 = (float(side) for side in page.obj[key])
                moved = {
                    90: (up - y2, x1, up - y1, x2),
                    180: (across - x2, up - y2, across - x1, up - y1),
                    270: (y1, across - x2, y2, across - x1),
                }[angle]
                page.obj[key] = Array(moved)
            page.obj.Rotate = angle
        return saved(pdf)


def halved() -> bytes:
    """Pages in units of two points."""
    with pikepdf.open(BytesIO(book(4))) as pdf:
        for page in pdf.pages:
            content = page.obj.Contents.read_bytes()
            page.obj.Contents = pikepdf.Stream(pdf, b"q 0.5 0 0 0.5 0 0 cm " + content + b" Q")
            for key in ("/MediaBox", "/TrimBox", "/BleedBox"):
                page.obj[key] = Array([float(side) / 2 for side in page.obj[key]])
            page.obj.UserUnit = 2
        return saved(pdf)


def inheriting() -> bytes:
    """Pages whose medium and resources stand in the tree above them; the bars are a form of those resources."""
    with pikepdf.open(BytesIO(book(4))) as pdf:
        form = pikepdf.Stream(pdf, b"q 1 0 0 1 50 70 cm " + ART + b" Q")
        form.Type, form.Subtype = Name.XObject, Name.Form
        form.BBox = Array([0, 0, 1000, 1000])
        form.Resources = Dictionary()
        pdf.Root.Pages.MediaBox = pdf.pages[0].obj.MediaBox
        pdf.Root.Pages.Resources = Dictionary(XObject=Dictionary(Art=pdf.make_indirect(form)))
        for page in pdf.pages:
            own = page.obj.Contents.read_bytes().replace(ART, b"")
            parts = (b"q", b"/Art Do", b"Q", own)
            page.obj.Contents = Array([pdf.make_indirect(pikepdf.Stream(pdf, part)) for part in parts])
            del page.obj["/MediaBox"], page.obj["/Resources"]
        return saved(pdf)


def unbalanced() -> bytes:
    """Pages that close what they never opened, or leave it open."""
    with pikepdf.open(BytesIO(book(4))) as pdf:
        for page, (before, after) in zip(
            pdf.pages, ((b"Q ", b""), (b"q ", b""), (b"", b" Q Q"), (b"q q ", b"")), strict=True
        ):
            page.obj.Contents = pikepdf.Stream(pdf, before + page.obj.Contents.read_bytes() + after)
        return saved(pdf)
