"""Makes the pictures of blocks.md: every example set as a report of its own, cropped to what is printed."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageChops
from reportlab.graphics.shapes import Circle, Drawing, String
from reportlab.lib.colors import red

from report import pipeline
from report.content.given import Given
from report.deliver.cache import RunCache
from report.pdf.guests import Handed

DOCS = Path(__file__).parent
PHOTO = DOCS.parent / "data" / "kaifeng" / "img" / "dusk.jpg"
PAGE_PPI, BLOCK_PPI = 80, 84
"""Resolution of a block that is a page, and of one that stands in the type area."""
AREA = (0.0, 0.06, 1.0, 0.94)
"""The part of a page between the running head and the folio, as shares of its width and height."""
MARGIN = 14
WHOLE = frozenset({"cover", "title-page", "imprint", "contents", "preface", "chapter", "appendix", "back-cover"})
"""Blocks that are a page of their own."""


class Example(NamedTuple):
    """A block's English name and the YAML of a report that shows it."""

    name: str
    text: str


def examples() -> Iterator[Example]:
    """The examples of blocks.md in order."""
    page = (DOCS / "blocks.md").read_text(encoding="utf-8")
    head = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)[0]
    for title, body in re.findall(r"^## (.*?)\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE):
        shown = re.search(r"```yaml\n(.*?)```", body, re.DOTALL)
        if shown:
            items = "".join(f"  {line}\n" for line in shown[1].splitlines())
            yield Example(title.split(" · ")[0].split()[1], f"{head}正文:\n{items}")


def built(example: Example, folder: Path) -> pipeline.Built:
    """The finished report of an example, with the files it names beside it."""
    page = (DOCS / "blocks.md").read_text(encoding="utf-8")
    data = re.findall(r"```csv\n(.*?)```", page, re.DOTALL)[0]
    (folder / "培训.csv").write_text(data, encoding="utf-8")
    shutil.copy(PHOTO, folder / PHOTO.name)
    report = folder / f"{example.name}.yaml"
    report.write_text(example.text, encoding="utf-8")
    given = Given(guests=(("戳记", Handed(stamp)),))
    return pipeline.build(report, pipeline.Options(given=given), RunCache(), lambda _stage, _done, _total: None)


def stamp() -> Drawing:
    """What a program hands over in the example of 外来图形."""
    drawing = Drawing(72, 72)
    drawing.add(Circle(36, 36, 34, strokeColor=red, strokeWidth=2, fillColor=None))
    drawing.add(String(36, 31, "已核对", fontName="Helvetica", fontSize=15, fillColor=red, textAnchor="middle"))
    return drawing


def picture(example: Example, data: bytes) -> Image.Image:
    """The page, or what the block prints on it."""
    whole = example.name in WHOLE
    pdf = pypdfium2.PdfDocument(data)
    leaf = next(page for page in pdf if page.get_textpage().count_chars() > 0)
    left, bottom, right, top = leaf.get_trimbox()
    media = leaf.get_mediabox()
    crop = (left, bottom, media[2] - right, media[3] - top)
    shown = leaf.render(scale=(PAGE_PPI if whole else BLOCK_PPI) / 72, crop=crop).to_pil().convert("RGB")
    return shown if whole else _cropped(shown)


def _cropped(page: Image.Image) -> Image.Image:
    area = page.crop(tuple(round(share * page.size[i % 2]) for i, share in enumerate(AREA)))  # type: ignore[arg-type]
    ground = Image.new("RGB", area.size, area.getpixel((2, area.height // 2)))
    box = ImageChops.difference(area, ground).getbbox() or (0, 0, *area.size)
    return area.crop((0, max(0, box[1] - MARGIN), area.width, min(area.height, box[3] + MARGIN)))


if __name__ == "__main__":
    for example in examples():
        with tempfile.TemporaryDirectory() as folder:
            done = built(example, Path(folder))
        target = DOCS / "blocks" / f"{example.name}.png"
        picture(example, done.files[0].data).quantize(64).save(target, optimize=True)
