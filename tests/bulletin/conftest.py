"""The sample bulletin, built once for all tests of this folder, and what stands where on its pages."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest
from pypdfium2 import PdfDocument, raw

from report import pipeline
from report.deliver.cache import RunCache
from report.units import MM
from tests import tools

SOURCE = Path(__file__).parents[2] / "data" / "bulletin" / "report.yaml"


class Glyph(NamedTuple):
    """A character on a page: the start of its baseline and the end of its advance in mm from the upper left corner of
    the trimmed page, and its size in points."""

    text: str
    x: float
    y: float
    right: float
    size: float
    font: str


@dataclass(frozen=True)
class Bulletin:
    """The built sample: its files by delivery, and the text of each page without white space."""

    built: pipeline.Built
    paths: dict[str, Path]
    texts: tuple[str, ...]
    glyphs: tuple[tuple[Glyph, ...], ...]

    def line(self, page: int, words: str) -> tuple[Glyph, ...]:
        """The first stretch of a page that reads so."""
        found = self.glyphs[page - 1]
        at = "".join(glyph.text for glyph in found).index(words)
        return found[at : at + len(words)]


def silent(_stage: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


@pytest.fixture(scope="session")
def bulletin(tmp_path_factory: pytest.TempPathFactory) -> Bulletin:
    built = pipeline.build(SOURCE, pipeline.Options(), RunCache(), silent)
    folder = tmp_path_factory.mktemp("bulletin")
    for file in built.files:
        (folder / file.name).write_bytes(file.data)
    paths = {file.delivery: folder / file.name for file in built.files}
    pages = tools.run("pdftotext", "-raw", paths["office"], "-").split("\f")[:-1]
    glyphs = tuple(tuple(_glyphs(page)) for page in PdfDocument(paths["office"]))
    return Bulletin(built, paths, tuple("".join(page.split()) for page in pages), glyphs)


def _glyphs(page: object) -> Iterator[Glyph]:
    left, _, _, top = page.get_trimbox()  # type: ignore[attr-defined]
    text = page.get_textpage()  # type: ignore[attr-defined]
    x, y, name = ctypes.c_double(), ctypes.c_double(), ctypes.create_string_buffer(80)
    for i in range(text.count_chars()):
        said = text.get_text_range(i, 1)
        if not said.strip():
            continue
        raw.FPDFText_GetCharOrigin(text, i, x, y)
        raw.FPDFText_GetFontInfo(text, i, name, 80, ctypes.c_int())
        right = text.get_charbox(i, loose=True)[2]
        size = raw.FPDFText_GetFontSize(text, i)
        yield Glyph(said, (x.value - left) / MM, (top - y.value) / MM, (right - left) / MM, size, name.value.decode())
