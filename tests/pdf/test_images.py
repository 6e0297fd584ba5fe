"""Placed pictures as image objects."""

from __future__ import annotations

import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from report import raster
from report.deliver.cache import RunCache
from report.drawing import Item, Marked, Picture
from report.pdf.images import HEAD, Converter
from report.pdf.intent import CONDITIONS
from report.raster import Crop, Pixels, read_header, read_pixels
from tests.pdf import tiny
from tests.verapdf import assert_conforms


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
    converter = Converter(CONDITIONS["FOGRA39"], cache)
    source = photo.read_bytes()
    first = converter.image(source, (0, 0, 40, 20), 100)
    (key,) = cache._held
    cache.put(key, cache._held[key][: HEAD.size + len(zlib.compress(b""))] + b"kept")
    assert converter.image(source, (0, 0, 40, 20), 100).endswith(b"kept\nendstream")
    assert converter.image(source, (0, 0, 20, 20), 100) != first
    assert Converter(CONDITIONS["TR006"], cache).image(source, (0, 0, 40, 20), 100) != first


def test_colours_become_inks_with_neutrals_in_black_alone() -> None:
    converter = Converter(CONDITIONS["FOGRA39"], RunCache())
    assert converter.inks(0, 0, 0) == (0, 0, 0, 1)
    assert converter.inks(0.5, 0.5, 0.5) == (0, 0, 0, 0.5)
    assert converter.inks(1, 1, 1) == (0, 0, 0, 0)
    c, m, y, k = converter.inks(1, 0, 0)
    assert c + k < 0.1
    assert min(m, y) > 0.8
    assert sum(converter.inks(0.05, 0.05, 0.2)) <= 3.0


def pixels(path: Path, crop: Crop | None = None, most: int = 100) -> Pixels:
    found = read_header(path)
    assert not found.fault
    return read_pixels(path.read_bytes(), crop or (0, 0, found.width, found.height), most, CONDITIONS["FOGRA39"].path)


def shown(found: Pixels) -> Image.Image:
    if found.jpeg:
        return Image.open(BytesIO(found.data))
    return Image.frombytes("L" if found.inks == 1 else "CMYK", (found.width, found.height), found.data)


def saved(path: Path, mode: str, colour: object, **options: object) -> Path:
    Image.new(mode, (40, 20), colour).save(path, **options)  # type: ignore[arg-type]
    return path


@pytest.mark.parametrize(
    ("name", "mode", "colour", "options"),
    [
        ("a.png", "L", 90, {}),
        ("a.jpg", "L", 90, {}),
        ("a.tif", "L", 90, {"compression": "tiff_lzw"}),
        ("a.tif", "L", 90, {}),
        ("a.png", "I;16", 90 * 257, {}),
        ("a.tif", "I;16", 90 * 257, {}),
        ("a.png", "LA", (90, 255), {}),
        ("a.png", "RGBA", (90, 90, 90, 255), {}),
    ],
)
def test_grey_stays_in_black(tmp_path: Path, name: str, mode: str, colour: object, options: dict[str, object]) -> None:
    found = pixels(saved(tmp_path / name, mode, colour, **options))
    assert (found.inks, found.mask) == (1, b"")
    assert shown(found).getpixel((20, 10)) == pytest.approx(90, abs=1)


@pytest.mark.parametrize("options", [{}, {"compression": "tiff_lzw"}, {"compression": "tiff_adobe_deflate"}])
def test_tiff_in_inks_keeps_them(tmp_path: Path, options: dict[str, object]) -> None:
    found = pixels(saved(tmp_path / "a.tif", "CMYK", (10, 200, 120, 0), **options))
    assert found.inks == 4
    # Pillow reads the inverted JPEG that it writes
    assert shown(found).getpixel((20, 10)) == pytest.approx((10, 200, 120, 0), abs=3)


def test_tiff_in_colour_is_converted(tmp_path: Path) -> None:
    found = pixels(saved(tmp_path / "a.tif", "RGB", (255, 0, 0), compression="tiff_lzw"))
    c, m, y, _ = shown(found).getpixel((20, 10))  # type: ignore[misc]
    assert c < 20
    assert min(m, y) > 200


def test_a_palette_is_not_blurred_and_its_transparency_is_a_mask(tmp_path: Path) -> None:
    image = Image.new("P", (40, 20), 0)
    image.putpalette([255, 255, 255, 200, 0, 0])
    image.paste(1, (0, 0, 20, 20))
    image.save(tmp_path / "logo.png", transparency=0)
    found = pixels(tmp_path / "logo.png")
    assert not found.jpeg
    assert len(set(shown(found).crop((0, 0, 20, 20)).getcolors() or ())) == 1
    assert found.mask == (b"\xff" * 20 + b"\0" * 20) * 20


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_as_the_camera_was_held(tmp_path: Path, orientation: int) -> None:
    """The mark is in the upper left corner of every one of the eight files."""
    upright = Image.new("RGB", (40, 20), "white")
    upright.paste((0, 0, 0), (0, 0, 10, 10))
    undone = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # Pillow's transposes that the orientations are undone by
    held = upright if orientation == 1 else upright.transpose(Image.Transpose(undone[orientation]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / "held.jpg"
    held.save(path, exif=exif, quality=95)
    assert read_header(path)[:2] == (40, 20)
    for crop, dark in (((0, 0, 10, 10), True), ((30, 10, 40, 20), False), ((0, 10, 10, 20), False)):
        k = shown(pixels(path, crop)).convert("L").getpixel((5, 5))
        assert (k < 60) is dark, crop  # type: ignore[operator]


def test_a_transparent_picture_has_a_mask_and_the_page_a_group(tmp_path: Path) -> None:
    image = Image.new("RGBA", (40, 20), (200, 0, 0, 255))
    image.putalpha(Image.linear_gradient("L").resize((40, 20)))
    image.save(tmp_path / "a.png")
    item = Picture(10, 10, 80, 40, str(tmp_path / "a.png"), (0, 0, 40, 20))
    data = tiny.pdf((Marked("Figure", (item,), alt="红", box=(10, 10, 80, 40)),))
    file = tiny.opened(data)
    (placed,) = [one for one in file.objects if isinstance(one, pikepdf.Stream) and "/SMask" in one]
    assert (placed.SMask.ColorSpace, placed.SMask.Width, placed.Filter) == ("/DeviceGray", 40, "/FlateDecode")
    assert str(file.pages[0].Group.CS) == "/DeviceCMYK"
    (tmp_path / "a.pdf").write_bytes(data)
    assert_conforms(tmp_path / "a.pdf", flavours=("2b", "2u", "ua1"))


def test_pictures_too_large_for_memory_are_told_by_their_header(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raster, "MOST", 1_000)
    image = Image.new("RGB", (100, 60), "white")
    image.paste((0, 0, 0), (0, 0, 50, 60))
    for name, options, size, fault in (
        ("a.jpg", {}, (25, 15), ""),  # read four times smaller
        ("b.jpg", {"progressive": True}, (100, 60), "huge"),
        ("a.png", {}, (100, 60), "huge"),
    ):
        image.save(tmp_path / name, **options)  # type: ignore[arg-type]
        assert read_header(tmp_path / name)[:3] == (*size, fault)
    found = pixels(tmp_path / "a.jpg", (0, 0, 10, 10))
    assert (found.width, found.height) == (10, 10)
    assert shown(found).convert("L").getpixel((5, 5)) < 20  # type: ignore[operator]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux says how much memory was used at most")
def test_a_huge_picture_takes_little_memory(tmp_path: Path) -> None:
    """A hundred megapixels, placed small: a whole reading takes 400 MB."""
    path = tmp_path / "huge.jpg"
    Image.linear_gradient("L").resize((10_000, 10_000)).convert("RGB").save(path)
    said = (
        "import re, sys; from pathlib import Path; from report.raster import read_pixels; "
        "from report.pdf.intent import CONDITIONS; path = Path(sys.argv[1]); "
        "read_pixels(path.read_bytes(), (0, 0, 10_000, 10_000), 1_000, CONDITIONS['FOGRA39'].path); "
        "print(re.search(r'VmHWM:\\s*(\\d+)', Path('/proc/self/status').read_text())[1])"
    )
    done = subprocess.run([sys.executable, "-c", said, str(path)], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 150_000


def test_kinds_that_cannot_be_printed_are_told(tmp_path: Path) -> None:
    Image.new("F", (4, 4)).save(tmp_path / "a.tif")
    assert read_header(tmp_path / "a.tif").fault == "kind"
