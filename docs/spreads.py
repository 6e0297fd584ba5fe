"""Makes spreads.png, the picture of the README, from the sample's press file: four spreads without their bleed."""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

SPREADS = ((20, 1), (6, 7), (8, 9), (14, 15))
"""Pages side by side; the back cover lies beside the front."""
PPI = 60
GAP = 24
GROUND = (228, 226, 221)


def page(pdf: pypdfium2.PdfDocument, number: int) -> Image.Image:
    """A page as it is after trimming."""
    leaf = pdf[number - 1]
    left, bottom, right, top = leaf.get_trimbox()
    media = leaf.get_mediabox()
    crop = (left, bottom, media[2] - right, media[3] - top)
    drawn: Image.Image = leaf.render(scale=PPI / 72, crop=crop).to_pil().convert("RGB")
    return drawn


def sheet(pdf: pypdfium2.PdfDocument) -> Image.Image:
    """All spreads, two in a row."""
    pairs = [[page(pdf, number) for number in spread] for spread in SPREADS]
    width, height = pairs[0][0].size
    columns, rows = 2, len(pairs) // 2
    whole = Image.new("RGB", (columns * (2 * width + GAP) + GAP, rows * (height + GAP) + GAP), GROUND)
    for i, pair in enumerate(pairs):
        x = GAP + i % columns * (2 * width + GAP)
        y = GAP + i // columns * (height + GAP)
        for k, picture in enumerate(pair):
            whole.paste(picture, (x + k * width, y))
    return whole


if __name__ == "__main__":
    report = Path(sys.argv[1] if len(sys.argv) > 1 else "out/kaifeng/kaifeng-press.pdf")
    sheet(pypdfium2.PdfDocument(report)).quantize(128).save(Path(__file__).with_name("spreads.png"), optimize=True)
