"""Tiny documents for the tests of the writer, and what independent programs read out of them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf

from report.colour import BLACK, Cmyk, Colour
from report.content.catalogue import read_catalogue
from report.deliver.cache import RunCache
from report.drawing import Destination, Face, Item, Marked, Meta, Outline, Page, Paged, Run, Sheet, moved
from report.pdf.document import PdfSettings, write_pdf
from report.pdf.intent import CONDITIONS
from report.resources import fonts
from report.typeset import Span, TextStyle, set_line, set_paragraph, set_vertical
from report.typeset.faces import Faces
from tests.tools import need

ALL = ("PDF/X-4", "PDF/A-2u", "PDF/UA-1")
ARCHIVE = ("PDF/A-2u", "PDF/UA-1")
META = Meta("tiny", "小册子", "某人", "试验", ("甲", "乙"), "zh-CN", "2024-01-21T08:30:00+08:00")
SHEET = Sheet(240.0, 180.0, 12.0)
"""In whole pixels of 60 dpi: 1.2 pt each."""
RED = Cmyk(0.0, 1.0, 1.0, 0.0)
CYAN = Cmyk(1.0, 0.0, 0.0, 0.0)


@cache
def faces() -> Faces:
    return Faces(read_catalogue(fonts() / "fonts.yaml"))


def face(family: str = "song", weight: int = 400) -> Face:
    return faces().open(family, weight).face


def style(size: float = 12.0, family: str = "song", colour: Colour = BLACK, language: str = "zh-Hans") -> TextStyle:
    return TextStyle(family, 400, size, size * 1.5, colour, language=language)


def line(text: str, x: float, y: float, how: TextStyle | None = None) -> tuple[Item, ...]:
    """One line with its first baseline at y."""
    return tuple(moved(run, x, y) for run in set_line([Span(text)], how or style(), faces()).runs)


def paragraph(text: str, x: float, y: float, measure: float, how: TextStyle | None = None) -> tuple[Item, ...]:
    return set_paragraph([Span(text)], measure, how or style(), faces()).items(x, y)


def columns(text: str, x: float, y: float, height: float, size: float = 12.0) -> tuple[Item, ...]:
    """Vertical columns from the right, the first one's axis at x."""
    return set_vertical([Span(text)], style(size), faces(), size, height, size * 1.5).items(x, y)


def run(text: str | tuple[str, ...], glyphs: tuple[int, ...], advances: tuple[float, ...], **more: object) -> Run:
    """A run from its glyphs, at 20, 40 in the song face unless said otherwise."""
    given = {"x": 20.0, "y": 40.0, "face": face(), "size": 12.0, "colour": BLACK, **more}
    return Run(glyphs=glyphs, advances=advances, texts=text, **given)  # type: ignore[arg-type]


def p(*items: Item, role: str = "P", **more: object) -> Marked:
    return Marked(role, items, **more)  # type: ignore[arg-type]


def paged(
    *pages: tuple[Item, ...],
    sheet: Sheet = SHEET,
    outline: tuple[Outline, ...] = (),
    places: Mapping[str, Destination] | None = None,
    labels: tuple[str, ...] = (),
) -> Paged:
    made = (Page(i, labels[i - 1] if labels else str(i), sheet, items) for i, items in enumerate(pages, 1))
    return Paged(META, tuple(made), outline, dict(places or {}))


def settings(standards: tuple[str, ...] = ALL, links: bool = False) -> PdfSettings:
    return PdfSettings(standards, CONDITIONS["FOGRA39"], links, RunCache(), "0.1")


def pdf(*pages: tuple[Item, ...], standards: tuple[str, ...] = ALL, links: bool = False, **more: object) -> bytes:
    return write_pdf(paged(*pages, **more), settings(standards, links))  # type: ignore[arg-type]


def opened(data: bytes) -> pikepdf.Pdf:
    """The file, open as long as the value is held."""
    return pikepdf.open(BytesIO(data))


def code(data: bytes, page: int = 0) -> list[str]:
    """The operators of a page, a line each."""
    with opened(data) as file:
        return spelled(file.pages[page].Contents.read_bytes()).split("\n")


STRING = re.compile(r"(?<!Lang)\(((?:\\.|[^\\()])*)\)", re.DOTALL)


def spelled(content: bytes) -> str:
    """Content with its strings of two-byte codes in hexadecimal digits, as they are read and compared by eye."""
    return STRING.sub(lambda found: f"<{_bytes(found[1]).hex().upper()}>", content.decode("latin-1"))


def _bytes(said: str) -> bytes:
    return re.sub(r"\\(.)", lambda found: {"r": "\r"}.get(found[1], found[1]), said, flags=re.DOTALL).encode("latin-1")


def squashed(text: str) -> str:
    """Without white space, which extractors add where gaps are wide."""
    return "".join(text.split())


def by_poppler(path: Path) -> str:
    return _said("pdftotext", path, "-")


def by_mutool(path: Path) -> str:
    return _said("mutool", "draw", "-q", "-F", "txt", path)


def by_pdfium(path: Path) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        texts = []
        for page in document:
            reader = page.get_textpage()
            texts.append(reader.get_text_range())
            reader.close()
            page.close()
        return "".join(texts)
    finally:
        document.close()


def by_pdfminer(path: Path) -> str:
    from pdfminer.high_level import extract_text
    from pdfminer.layout import LAParams

    return extract_text(path, laparams=LAParams(detect_vertical=True))


EXTRACTORS: Mapping[str, Callable[[Path], str]] = {
    "poppler": by_poppler,
    "mutool": by_mutool,
    "pdfium": by_pdfium,
    "pdfminer": by_pdfminer,
}


def _said(program: str, *arguments: object) -> str:
    done = subprocess.run([need(program), *map(str, arguments)], capture_output=True, check=True)
    return done.stdout.decode()
