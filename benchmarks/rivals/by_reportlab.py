"""Sets work.json by ReportLab's own platypus and charts: `by_reportlab.py FOLDER` writes reportlab.pdf beside it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.charts.linecharts import HorizontalLineChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Table

from benchmarks.rivals.content import Look, Work, load
from report.resources import fonts


def build(folder: Path) -> None:
    work = load(folder)
    look = work.look
    for name in {look.font, look.head}:
        pdfmetrics.registerFont(TTFont(name, fonts() / f"{name}.ttf"))
    size = (look.width * mm, look.height * mm)
    measure, depth = (look.width - look.inner - look.outer) * mm, (look.height - look.top - look.bottom) * mm
    frame = Frame(look.inner * mm, look.bottom * mm, measure, depth, 0, 0, 0, 0)
    book = BaseDocTemplate(str(folder / "reportlab.pdf"), pagesize=size, title=work.title)
    book.addPageTemplates(
        PageTemplate(frames=[frame], onPage=lambda c, _: c.drawString(30, 30, str(c.getPageNumber())))
    )
    book.build(list(_story(work, measure)))


def _story(work: Work, measure: float) -> Iterator[Flowable]:
    look = work.look
    text = ParagraphStyle("p", fontName=look.font, fontSize=look.size, leading=look.leading, wordWrap="CJK")
    text.firstLineIndent = 2 * look.size
    head = ParagraphStyle("h", parent=text, fontName=look.head, firstLineIndent=0, keepWithNext=1)
    for kind, held in work.blocks:
        match kind:
            case "h1" | "h2":
                yield Paragraph(escape(held), head)
            case "p":
                yield Paragraph(escape(held), text)
            case "chart":
                yield Paragraph(escape(held["title"]), head)
                yield _chart(held, look, measure)
            case "table":
                yield Paragraph(escape(held["title"]), head)
                rows = [held["head"], *([str(one) for one in row] for row in held["rows"])]
                style = [("FONT", (0, 0), (-1, -1), look.font, look.size), ("ALIGN", (1, 0), (-1, -1), "RIGHT")]
                yield Table(rows, colWidths=[measure / len(rows[0])] * len(rows[0]), style=style, repeatRows=1)


def _chart(held: dict[str, Any], look: Look, measure: float) -> Drawing:
    drawing = Drawing(measure, 60 * mm)
    chart = VerticalBarChart() if held["kind"] == "column" else HorizontalLineChart()
    chart.x, chart.y, chart.width, chart.height = 25, 20, measure - 30, 50 * mm
    chart.data = [tuple(held["y"])]
    chart.categoryAxis.categoryNames = [str(one) for one in held["x"]]
    chart.categoryAxis.labels.fontName = chart.valueAxis.labels.fontName = look.font
    drawing.add(chart)
    return drawing


if __name__ == "__main__":
    build(Path(sys.argv[1]))
