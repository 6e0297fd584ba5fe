"""The pictures of the manual as drawings: leaves of the reports that its pages show, cut to what is printed on them."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pikepdf
import pypdfium2
from PIL import Image, ImageChops

import report

SCREEN = "输出: {网阅: {}}\n"
"""What makes an example one for the screen, as this book is: PDF/A allows the inks of one condition only."""
MM = 72 / 25.4
COLUMN, WIDE = (57.0, 197.0), (13.0, 197.0)
"""Left and right edges, in millimetres, of what is shown of a page of the brochure: its column of text, or all."""
AREA = (0.06, 0.94)
"""The part of the page between the running head and the folio."""
ROW, GAP, GROUND = 521.0, 9.0, (228, 226, 221)
"""Points that leaves side by side take, what is between them, and what they lie on."""
ROUND, BELOW = 3.0, 14.0
"""Points of the page that are left above and below a block, and below the head of a page."""


def drawn(folder: Path, program: Callable[[str], ModuleType]) -> None:
    """Puts the drawings into a folder, each under the name of its picture; `program` gives another program of docs."""
    blocks, designing, benchmarks = map(program, ("blocks", "designing", "benchmarks"))
    for example in blocks.examples():
        with tempfile.TemporaryDirectory() as name:
            data = blocks.built(example, Path(name), SCREEN).files[0].data
        if example.name in blocks.SIDE_BY_SIDE:
            _beside(data, blocks.SIDE_BY_SIDE[example.name], folder / f"{example.name}.pdf")
        else:
            _leaf(data, folder / f"{example.name}.pdf", whole=example.name in blocks.WHOLE)
    with tempfile.TemporaryDirectory() as name:
        path = designing.written(Path(name))
        path.write_text(path.read_text(encoding="utf-8") + SCREEN, encoding="utf-8")
        data = report.build(path).files[0].data
    _leaf(data, folder / "designing.pdf", share=designing.SHARE)
    _leaf(benchmarks.leaf(benchmarks.results()), folder / "results.pdf", share=benchmarks.BODY)


def _beside(data: bytes, numbers: Sequence[int], path: Path) -> None:
    """Leaves in a row on a pale ground, all of one width."""
    with pikepdf.open(io.BytesIO(data)) as pdf, pikepdf.new() as out:
        leaves = [pdf.pages[number] for number in numbers]
        sizes = [(float(box[2] - box[0]), float(box[3] - box[1])) for box in (leaf.trimbox for leaf in leaves)]
        across = (ROW - GAP * (len(leaves) + 1)) / len(leaves)
        deep = max(high * across / wide for wide, high in sizes) + 2 * GAP
        row = out.add_blank_page(page_size=(ROW, deep))
        row.contents_add(f"{' '.join(f'{part / 255:.3f}' for part in GROUND)} rg 0 0 {ROW} {deep:.3f} re f".encode())
        for i, (leaf, (wide, high)) in enumerate(zip(leaves, sizes, strict=True)):
            left, top = GAP + i * (across + GAP), deep - GAP
            row.contents_add(f"1 g {left:.3f} {top:.3f} {across:.3f} -{high * across / wide:.3f} re f ".encode())
            row.add_overlay(leaf, pikepdf.Rectangle(left, top - high * across / wide, left + across, top))
        out.save(path, deterministic_id=True)


def _leaf(data: bytes, path: Path, *, whole: bool = False, share: float = 0.0) -> None:
    """The first leaf with words on it: the whole, what is printed in so much of it from its top, or the rows that a
    block takes."""
    leaves = pypdfium2.PdfDocument(data)
    number = next(i for i, leaf in enumerate(leaves) if leaf.get_textpage().count_chars() > 0)
    left, bottom, right, top = leaves[number].get_trimbox()
    if share:
        bottom = top - _printed(leaves[number], (0.0, share))[3] - BELOW
    elif not whole:
        left, bottom, right, top = _inked(leaves[number])
    with pikepdf.open(io.BytesIO(data)) as pdf:
        kept = pdf.pages[number]
        for box in ("/TrimBox", "/CropBox"):
            kept.obj[box] = pikepdf.Array([left, bottom, right, top])
        for key in ("/BleedBox", "/ArtBox"):
            if key in kept.obj:
                del kept.obj[key]
        with pikepdf.new() as out:
            out.pages.append(kept)
            out.save(path, deterministic_id=True)


def _inked(leaf: Any) -> tuple[float, float, float, float]:
    """The box of what is printed between head and folio; all boxes of one kind are of one width, so that blocks keep
    their proportions to each other."""
    left, _, _, top = leaf.get_trimbox()
    box = _printed(leaf, AREA)
    edges = COLUMN if box[0] >= COLUMN[0] * MM else WIDE
    return left + edges[0] * MM, top - box[3] - ROUND, left + edges[1] * MM, top - box[1] + ROUND


def _printed(leaf: Any, area: tuple[float, float]) -> tuple[float, float, float, float]:
    """The box of what is printed between two shares of the height, in points from the top left corner of the trim."""
    left, bottom, right, top = leaf.get_trimbox()
    media = leaf.get_mediabox()
    shown = leaf.render(scale=1, crop=(left, bottom, media[2] - right, media[3] - top)).to_pil().convert("RGB")
    first, last = (round(share * shown.height) for share in area)
    part = shown.crop((0, first, shown.width, last))
    ground = Image.new("RGB", part.size, part.getpixel((2, part.height // 2)))
    box = ImageChops.difference(part, ground).getbbox() or (0, 0, *part.size)
    return box[0], first + box[1], box[2], first + box[3]
