"""Placed pictures as image objects."""

from __future__ import annotations

from pathlib import Path

import pikepdf
from PIL import Image

from report.deliver.cache import RunCache
from report.drawing import Item, Picture
from report.pdf.images import Converter
from report.pdf.intent import CONDITIONS
from tests.pdf import tiny


def images(*items: Item) -> list[pikepdf.Object]:
    file = tiny.opened(tiny.pdf(tuple(tiny.p(item) for item in items)))
    return [file, *(one for one in file.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image")]


def test_one_part_of_a_picture_is_one_object_as_large_as_its_largest_use(tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    Image.new("RGB", (2000, 1000), "red").save(path)
    part = (0, 0, 2000, 1000)
    small, large = Picture(10, 10, 36, 18, str(path), part), Picture(60, 10, 72, 36, str(path), part)
    _, one = images(small, large)
    assert (one.Width, one.Height) == (450, 225), "450 ppi at 72 pt"
    assert len(images(small, Picture(60, 10, 72, 36, str(path), (0, 0, 1000, 1000)))) == 3


def test_a_picture_is_not_made_larger_than_it_is(photo: Path) -> None:
    _, one = images(Picture(10, 10, 200, 100, str(photo), (0, 0, 40, 20)))
    assert (one.Width, one.Height, str(one.ColorSpace), one.BitsPerComponent) == (40, 20, "/DeviceCMYK", 8)
    assert "/Interpolate" not in one


def test_a_converted_picture_is_kept_by_what_it_is_made_from(photo: Path) -> None:
    cache = RunCache()
    converter = Converter(CONDITIONS["FOGRA39"].path, cache)
    source = photo.read_bytes()
    first = converter.image(source, (0, 0, 40, 20), 100)
    (key,) = cache._held
    cache.put(key, cache._held[key][:8] + b"kept")
    assert converter.image(source, (0, 0, 40, 20), 100).endswith(b"kept\nendstream")
    assert converter.image(source, (0, 0, 20, 20), 100) != first
    assert Converter(CONDITIONS["TR006"].path, cache).image(source, (0, 0, 40, 20), 100) != first


def test_colours_become_inks_with_neutrals_in_black_alone() -> None:
    converter = Converter(CONDITIONS["FOGRA39"].path, RunCache())
    assert converter.inks(0, 0, 0) == (0, 0, 0, 1)
    assert converter.inks(0.5, 0.5, 0.5) == (0, 0, 0, 0.5)
    assert converter.inks(1, 1, 1) == (0, 0, 0, 0)
    c, m, y, k = converter.inks(1, 0, 0)
    assert c + k < 0.1
    assert min(m, y) > 0.8
    assert sum(converter.inks(0.05, 0.05, 0.2)) <= 3.0
