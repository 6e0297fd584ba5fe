"""Makes the picture of designing.md: the report of that page, in the theme of that page."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from report import pipeline
from report.deliver.cache import RunCache

DOCS = Path(__file__).parent
PPI = 84
SHARE = 0.62
"""The part of the page, from its top, that the report fills."""


def written(folder: Path) -> Path:
    """The files of the page in a folder; the report's path."""
    page = (DOCS / "designing.md").read_text(encoding="utf-8")
    for name, text in re.findall(r"<!-- (\S+\.yaml) -->\n```yaml\n(.*?)```", page, re.DOTALL):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "报告.yaml"


def built(folder: Path) -> pipeline.Built:
    """The finished report of the page."""
    return pipeline.build(written(folder), pipeline.Options(), RunCache(), lambda _stage, _done, _total: None)


def picture(data: bytes) -> Image.Image:
    """The head of the page."""
    page: Image.Image = pypdfium2.PdfDocument(data)[0].render(scale=PPI / 72).to_pil().convert("RGB")
    return page.crop((0, 0, page.width, round(page.height * SHARE)))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        done = built(Path(folder))
    picture(done.files[0].data).quantize(64).save(DOCS / "designing.png", optimize=True)
