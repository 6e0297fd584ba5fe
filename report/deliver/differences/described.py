"""What a manifest says of a PDF: its pages with text and digest, the pages of each figure."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from report.deliver.differences.compare import page_texts, printed_on
from report.deliver.differences.looks import Pictures
from report.deliver.differences.model import Datum
from report.deliver.differences.reading import read_pdf
from report.named import NamedTuple


class PageSaid(NamedTuple):
    """A page: its number, the digest of what it says and shows (text, and a picture at 50 dpi), its text."""

    number: int
    sha256: str
    text: str


class Described(NamedTuple):
    """A file: its pages, and the pages of each figure by its name."""

    pages: tuple[PageSaid, ...]
    printed: Mapping[str, tuple[int, ...]]


def described(data: bytes, name: str, figures: Mapping[str, Sequence[str]]) -> Described:
    """A PDF of ours; `figures` as a lock keeps them."""
    reading = read_pdf(data, name)
    pictures = Pictures(data)
    try:
        pages = []
        for number in range(1, len(reading.sizes) + 1):
            text = reading.page_text(number)
            shown = hashlib.sha256(text.encode("utf-8", "surrogatepass") + pictures.page(number).tobytes())
            pages.append(PageSaid(number, shown.hexdigest(), text))
    finally:
        pictures.close()
    texts = page_texts(reading)
    printed = {figure: printed_on(Datum(*said), texts) for figure, said in figures.items()}
    return Described(tuple(pages), printed)
