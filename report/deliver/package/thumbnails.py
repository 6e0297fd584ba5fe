"""All pages of a job at a glance, as they face each other: a contact sheet for the order of pages, not for colours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from report.colour import Cmyk
from report.deliver.impose.order import readers
from report.deliver.onepage import GREY, LEFT, RIGHT, SIZE, Setter, as_file, style
from report.deliver.package.parts import ROLES, Job, Part
from report.drawing import Item, Marked, Picture, Shape, Stroke, rectangle
from report.named import NamedTuple
from report.units import MM

if TYPE_CHECKING:
    from PIL import Image

ACROSS = 3
"""Pairs of pages in a row."""
APART, BELOW = 6 * MM, 9 * MM
"""Room between pairs, and below a row for the numbers of its pages."""
FIRST, LAST = 40 * MM, 285 * MM
PPI = 200
EDGE = Stroke(Cmyk(0, 0, 0, 0.3), 0.25)


class Thumbnail(NamedTuple):
    """A page as a picture file, with its size in pixels and the words below it."""

    file: Path
    width: int
    height: int
    said: str


class Pair(NamedTuple):
    """What lies side by side: two pages, one of them and a gap, or a sheet that is as wide as both."""

    pages: tuple[Thumbnail | None, ...]

    def height(self, width: float) -> float:
        """The height at which the pair is as wide as that, in points."""
        each = (width / len(self.pages), [page for page in self.pages if page])
        return max((each[0] * page.height / page.width for page in each[1]), default=0.0)


def contact_sheet(job: Job) -> bytes:
    """The sheets as PDF/A-2u and PDF/UA-1 in screen colours."""
    with TemporaryDirectory() as folder:
        pairs = [pair for part in job.parts for pair in _pairs(job, part, Path(folder))]
        setter = Setter()
        pages = list(_pages(job, pairs, setter))
        return as_file(pages, f"{job.name}-thumbnails", f"缩略图：{job.report.about.title}", "全部页面", screen=True)


def _pairs(job: Job, part: Part, folder: Path) -> Iterator[Pair]:
    """The pages of a file as they face each other; those of a cover's sheet, or of loose leaves, stand alone."""
    shown = list(_thumbnails(part, folder))
    if part.role == "cover":
        yield from (Pair((page,)) for page in shown)
        return
    if job.report.sheet.binding == "none":
        alone = [*shown, *([None] if len(shown) % 2 else [])]
        yield from (Pair((alone[i], alone[i + 1])) for i in range(0, len(alone), 2))
        return
    for side in readers(len(shown)):
        yield Pair(tuple(shown[number - 1] if number else None for number in side.cells))


def _thumbnails(part: Part, folder: Path) -> Iterator[Thumbnail]:
    import pypdfium2

    document = pypdfium2.PdfDocument(part.data)
    try:
        for number in range(1, len(document) + 1):
            image = _finished(document[number - 1], 2.0 if part.role == "cover" else 1.0)
            file = folder / f"{part.stem}-{number}.png"
            out = BytesIO()
            image.save(out, "PNG")
            file.write_bytes(out.getvalue())
            said = f"{ROLES[part.role]} {number}" if part.role != "book" else str(number)
            yield Thumbnail(file, image.width, image.height, said)
    finally:
        document.close()


def _finished(page: Any, wide: float) -> Image.Image:
    """A page cut to its trim, as many pixels wide as its place on the sheet asks for."""
    left, bottom, right, top = page.get_trimbox()
    outer = page.get_mediabox()
    crop = (left - outer[0], bottom - outer[1], outer[2] - right, outer[3] - top)
    pixels = _pair_width() / 2 / 72 * PPI * wide
    picture: Image.Image = page.render(scale=pixels / (right - left), crop=crop).to_pil().convert("RGB")
    return picture


def _pair_width() -> float:
    return (RIGHT - LEFT - (ACROSS - 1) * APART) / ACROSS


def _pages(job: Job, pairs: Sequence[Pair], setter: Setter) -> Iterator[tuple[Item, ...]]:
    """Pairs in rows from the top, pages of the sheet as they fill."""
    width = _pair_width()
    rows = [pairs[i : i + ACROSS] for i in range(0, len(pairs), ACROSS)]
    items: list[Item] = list(_head(job, setter))
    y = FIRST
    for row in rows:
        height = max(pair.height(width) for pair in row)
        if y + height + BELOW > LAST and y > FIRST:
            yield tuple(items)
            items, y = [], 18 * MM
        for i, pair in enumerate(row):
            items += _pair(pair, LEFT + i * (width + APART), y, width, setter)
        y += height + BELOW
    yield tuple(items)


def _head(job: Job, setter: Setter) -> Iterator[Item]:
    yield Marked("H1", setter.line("缩略图", LEFT, 24 * MM, style(18, weight=700, family="song")))
    said = f"《{job.report.about.title}》 · {job.name} · 只看页序与版面，颜色以打样为准"
    yield Marked("P", setter.line(said, LEFT, 33 * MM, style(SIZE, GREY)))


def _pair(pair: Pair, x: float, y: float, width: float, setter: Setter) -> Iterator[Item]:
    each = width / len(pair.pages)
    for i, page in enumerate(pair.pages):
        if page is None:
            continue
        left, height = x + i * each, each * page.height / page.width
        box = (left, y, each, height)
        picture = Picture(*box, str(page.file), (0, 0, page.width, page.height))
        edge = Marked("Artifact", (Shape(rectangle(*box), stroke=EDGE),))
        yield Marked("Figure", (picture,), alt=f"第 {page.said} 页", box=box)
        yield edge
        yield Marked("P", setter.line(page.said, left, y + height + 4 * MM, style(7, GREY)))
