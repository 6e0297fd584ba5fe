"""Pages of rows for the print shop: a title, a table of heads and texts, a foot. They are Chinese, since shops read it,
and bear no date of their own: the same content has the same page, and who signs it writes the day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from report import __version__
from report.colour import BLACK, Cmyk, Colour
from report.deliver.cache import RunCache
from report.deliver.lettering import Letters, plain_style
from report.drawing import Item, Marked, Meta, Page, Paged, Shape, Sheet, Stroke, line
from report.named import NamedTuple
from report.pdf.document import PdfSettings, write_pdf
from report.pdf.intent import CONDITIONS
from report.typeset import TextStyle
from report.units import MM

SHEET = Sheet(210 * MM, 297 * MM, 0.0)
LEFT, RIGHT, TOP, FOOT = 18 * MM, 192 * MM, 62 * MM, 268 * MM
LABEL = 26 * MM
SIZE, LEADING, GAP = 8.5, 13.0, 4.0
GREY, RED, GREEN = Cmyk(0, 0, 0, 0.7), Cmyk(0, 0.9, 0.8, 0), Cmyk(0.8, 0, 0.7, 0)
STANDARDS = ("PDF/A-2u", "PDF/UA-1")
DATE = "2024-01-01T00:00:00+00:00"
"""The date in the metadata, which is the same for all."""


class Row(NamedTuple):
    """A row: its head, its paragraphs, how they are coloured."""

    head: str
    texts: Sequence[str]
    colours: Sequence[Colour] = ()


def as_file(
    pages: Iterable[tuple[Item, ...]], identifier: str, title: str, subject: str, screen: bool = False
) -> bytes:
    """The pages as PDF/A-2u and PDF/UA-1, in printing inks or as a screen shows them."""
    meta = Meta(identifier, title, "", subject, (), "zh-CN", DATE)
    paged = Paged(meta, tuple(Page(n, str(n), SHEET, items) for n, items in enumerate(pages, 1)))
    condition = CONDITIONS["sRGB" if screen else "FOGRA39"]
    return write_pdf(paged, PdfSettings(STANDARDS, condition, False, RunCache(), __version__))


class Setter:
    """Sets lines, paragraphs and rows of such a page."""

    def __init__(self) -> None:
        self._letters = Letters()
        self.line = self._letters.line

    def row(self, row: Row, y: float) -> tuple[Item, float]:
        """A row from y downwards, and where the next begins."""
        rule = Marked("Artifact", (Shape(line(LEFT, y, RIGHT, y), stroke=Stroke(Cmyk(0, 0, 0, 0.3), 0.25)),))
        base = at = y + GAP + SIZE
        head = self.line(row.head, LEFT, base, style(SIZE, weight=700))
        texts: list[Item] = []
        for text, colour in zip(row.texts, row.colours or [BLACK] * len(row.texts), strict=True):
            items, height = self.paragraph(text, at, colour)
            texts.append(Marked("P", items))
            at += height
        cells = (Marked("TH", head, attributes=(("Scope", "Row"),)), Marked("TD", tuple(texts)))
        return Marked("TR", (rule, *cells)), at - LEADING + GAP + 2.0

    def paragraph(self, text: str, y: float, colour: Colour) -> tuple[tuple[Item, ...], float]:
        """A paragraph of the second column, and its height."""
        return self._letters.paragraph(text, (LEFT + LABEL, y), RIGHT - LEFT - LABEL, style(SIZE, colour))


def style(size: float, colour: Colour = BLACK, weight: int = 400, family: str = "hei") -> TextStyle:
    return plain_style(size, LEADING if size <= SIZE else 1.5 * size, colour, weight, family)
