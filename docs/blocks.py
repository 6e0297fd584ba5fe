"""Makes the pictures of blocks.md: every example set as a report of its own, cropped to what is printed."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
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
WHOLE = frozenset({"page", "cover", "title-page", "imprint", "contents", "chapter", "appendix", "back-cover"})
"""Blocks that are a page of their own."""
SIDE_BY_SIDE: Mapping[str, tuple[int, ...]] = {"preface": (0, 1), "attachment": (0, 1), "break": (0, 1, 2, 3)}
"""Blocks that only several pages show, and which pages of their example those are."""
WIDTH, GAP, GROUND = 695, 12, (228, 226, 221)
"""Width of a picture of pages side by side, what is between them, and what they lie on."""
BASE_MAP = """\
<svg xmlns="http://www.w3.org/2000/svg" width="450" height="240" viewBox="0 0 450 240">
<g stroke="#ffffff" stroke-width="3">
<path fill="#cfe0d8" d="M12 62 L120 14 L196 40 L168 118 L60 132 Z"/>
<path fill="#e6d9b8" d="M196 40 L318 12 L344 92 L262 128 L168 118 Z"/>
<path fill="#d9c3bd" d="M318 12 L438 58 L420 150 L344 92 Z"/>
<path fill="#e9e3d6" d="M60 132 L168 118 L262 128 L250 214 L96 226 Z"/>
<path fill="#bdd2d9" d="M262 128 L344 92 L420 150 L372 222 L250 214 Z"/>
</g>
<path fill="none" stroke="#5f8fa3" stroke-width="5" d="M12 104 C90 88 130 150 214 124 S330 170 432 116"/>
<g fill="#a3202b"><circle cx="112" cy="76" r="5"/><circle cx="252" cy="72" r="8"/><circle cx="374" cy="80" r="5"/>
<circle cx="166" cy="180" r="5"/><circle cx="322" cy="178" r="5"/></g>
</svg>
"""


class Example(NamedTuple):
    """The blocks that a section of the page shows, by their English names, and the YAML of a report that has them; the
    first name is that of the picture."""

    kinds: tuple[str, ...]
    text: str

    @property
    def name(self) -> str:
        return self.kinds[0]


def page() -> str:
    """The page that the examples stand on."""
    return (DOCS / "blocks.md").read_text(encoding="utf-8")


NAMED = re.compile(r"^(\S+\.(?:csv|yaml)):\n\n```\w+\n(.*?)```", re.DOTALL | re.MULTILINE)
"""A file that examples read, with its name."""


def examples() -> Iterator[Example]:
    """The examples of blocks.md in order."""
    shown = NAMED.sub("", page())
    head = re.findall(r"```yaml\n(.*?)```", shown, re.DOTALL)[0]
    for title, body in re.findall(r"^## (.*?)\n(.*?)(?=^## |\Z)", shown, re.DOTALL | re.MULTILINE):
        (text,) = re.findall(r"```yaml\n(.*?)```", body, re.DOTALL)
        items = "".join(f"  {line}\n" for line in text.splitlines())
        yield Example(tuple(part.split()[1] for part in title.split(" · ")), f"{head}正文:\n{items}")


def built(example: Example, folder: Path, more: str = "") -> pipeline.Built:
    """The finished report of an example, with the files it names beside it; `more` is said in every report."""
    furnish(example, folder, more)
    report = folder / f"{example.name}.yaml"
    report.write_text(example.text + more, encoding="utf-8")
    given = Given(guests=(("戳记", Handed(stamp)),))
    return pipeline.build(report, pipeline.Options(given=given), RunCache(), lambda _stage, _done, _total: None)


def furnish(example: Example, folder: Path, more: str = "") -> None:
    """Put the files that an example names into a folder."""
    for name, text in NAMED.findall(page()):
        (folder / name).write_text(text, encoding="utf-8")
    shutil.copy(PHOTO, folder / PHOTO.name)
    (folder / "底图.svg").write_text(BASE_MAP, encoding="utf-8")
    if "年表.pdf" in example.text:
        chart = next(one for one in examples() if one.name == "chart")
        (folder / "年表.pdf").write_bytes(built(chart, folder, more).files[0].data)


def stamp() -> Drawing:
    """What a program hands over in the example of 外来图形."""
    drawing = Drawing(72, 72)
    drawing.add(Circle(36, 36, 34, strokeColor=red, strokeWidth=2, fillColor=None))
    drawing.add(String(36, 31, "已核对", fontName="Helvetica", fontSize=15, fillColor=red, textAnchor="middle"))
    return drawing


def picture(example: Example, data: bytes) -> Image.Image:
    """The page, or what the block prints on it, or pages side by side."""
    pdf = pypdfium2.PdfDocument(data)
    if example.name in SIDE_BY_SIDE:
        return _beside([pdf[number] for number in SIDE_BY_SIDE[example.name]])
    leaf = next(page for page in pdf if page.get_textpage().count_chars() > 0)
    return _drawn(leaf, PAGE_PPI) if example.name in WHOLE else _cropped(_drawn(leaf, BLOCK_PPI))


def _drawn(leaf: pypdfium2.PdfPage, ppi: float) -> Image.Image:
    """A page as it is after trimming."""
    left, bottom, right, top = leaf.get_trimbox()
    media = leaf.get_mediabox()
    crop = (left, bottom, media[2] - right, media[3] - top)
    drawn: Image.Image = leaf.render(scale=ppi / 72, crop=crop).to_pil().convert("RGB")
    return drawn


def _beside(leaves: list[pypdfium2.PdfPage]) -> Image.Image:
    """Pages in a row, all of one width."""
    across = (WIDTH - GAP * (len(leaves) + 1)) // len(leaves)
    pages = [_drawn(leaf, 2 * PAGE_PPI) for leaf in leaves]
    small = [one.resize((across, round(across * one.height / one.width)), Image.Resampling.LANCZOS) for one in pages]
    row = Image.new("RGB", (WIDTH, max(one.height for one in small) + 2 * GAP), GROUND)
    for i, one in enumerate(small):
        row.paste(one, (GAP + i * (across + GAP), GAP))
    return row


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
