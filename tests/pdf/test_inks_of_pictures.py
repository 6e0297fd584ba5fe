"""Pictures that come in inks: their own profile, the inversion of Adobe's, black alone, screens."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageCms

from report.deliver.cache import RunCache
from report.drawing import Picture
from report.pdf.document import PdfSettings, write_pdf
from report.pdf.intent import CONDITIONS
from report.raster import read_pixels
from report.standards import SCREEN
from tests.pdf import tiny
from tests.verapdf import assert_conforms

INKS = (30, 180, 140, 20)
COATED, UNCOATED, SCREENS = (CONDITIONS[name].path for name in ("FOGRA39", "FOGRA29", SCREEN))
PART = (0, 0, 32, 16)


def jpeg(inks: tuple[int, ...], profile: Path | None) -> bytes:
    out = BytesIO()
    icc = profile.read_bytes() if profile else None
    Image.new("CMYK", (32, 16), inks).save(out, "JPEG", quality=100, subsampling=0, icc_profile=icc)
    return out.getvalue()


def read(source: bytes, profile: Path, *, screen: bool = False) -> tuple[int, ...]:
    """The colour in the middle of what a file would hold; Pillow reads the inverted JPEG that it writes."""
    found = read_pixels(source, PART, 100, profile, screen=screen)
    return Image.open(BytesIO(found.data)).getpixel((8, 8))  # type: ignore[return-value]


def by_lcms(source: Path, target: Path, mode: str) -> tuple[int, ...]:
    profiles = str(source), str(target)
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    turned = ImageCms.profileToProfile(Image.new("CMYK", (1, 1), INKS), *profiles, intent, mode, flags=flags)
    assert turned is not None
    return turned.getpixel((0, 0))  # type: ignore[return-value]


def test_a_picture_for_another_paper_is_separated_anew() -> None:
    wanted = by_lcms(UNCOATED, COATED, "CMYK")
    assert max(abs(a - b) for a, b in zip(wanted, INKS, strict=True)) > 10, "the two papers differ"
    assert read(jpeg(INKS, UNCOATED), COATED) == pytest.approx(wanted, abs=3)


@pytest.mark.parametrize("profile", [None, COATED])
def test_a_picture_for_this_paper_or_for_none_keeps_its_inks(profile: Path | None) -> None:
    assert read(jpeg(INKS, profile), COATED) == pytest.approx(INKS, abs=2)


def test_a_copy_of_the_profile_with_another_date_is_the_same_profile() -> None:
    other = bytearray(COATED.read_bytes())
    other[24:36] = bytes(12)
    out = BytesIO()
    Image.new("CMYK", (32, 16), INKS).save(out, "JPEG", quality=100, icc_profile=bytes(other))
    assert read(out.getvalue(), COATED) == pytest.approx(INKS, abs=2)


def test_a_broken_profile_or_one_for_other_colours_says_nothing() -> None:
    for data in (b"no profile", SCREENS.read_bytes()):
        out = BytesIO()
        Image.new("CMYK", (32, 16), INKS).save(out, "JPEG", quality=100, icc_profile=data)
        assert read(out.getvalue(), COATED) == pytest.approx(INKS, abs=2)


def test_black_alone_stays_in_black() -> None:
    found = read(jpeg((0, 0, 0, 150), UNCOATED), COATED)
    assert found[:3] == (0, 0, 0)
    assert found[3] == pytest.approx(150, abs=2)


def test_a_jpeg_without_the_mark_of_adobe_is_not_inverted() -> None:
    data = jpeg(tuple(255 - ink for ink in INKS), None)
    at = data.index(b"\xff\xee") if b"\xff\xee" in data else -1
    assert at > 0, "Pillow marks its CMYK as Adobe does"
    length = int.from_bytes(data[at + 2 : at + 4], "big")
    assert read(data[:at] + data[at + 2 + length :], COATED) == pytest.approx(INKS, abs=2)


def test_for_a_screen_it_becomes_srgb_from_its_own_profile() -> None:
    for profile, source in ((UNCOATED, UNCOATED), (COATED, COATED), (None, COATED)):
        wanted = by_lcms(source, SCREENS, "RGB")
        assert read(jpeg(INKS, profile), SCREENS, screen=True) == pytest.approx(wanted, abs=4)


def placed(folder: Path, condition: str, standards: tuple[str, ...]) -> bytes:
    path = folder / "inks.jpg"
    path.write_bytes(jpeg(INKS, UNCOATED))
    figure = tiny.p(Picture(10, 10, 20, 10, str(path), PART), role="Figure", alt="色块", box=(10, 10, 20, 10))
    settings = PdfSettings(standards, CONDITIONS[condition], False, RunCache(), "0.1")
    return write_pdf(tiny.paged((figure,)), settings)


@pytest.mark.parametrize("condition", ["FOGRA39", SCREEN])
def test_the_file_shows_the_colour_that_lcms_gives(tmp_path: Path, condition: str) -> None:
    """Read by pikepdf with the Decode array, which undoes the inversion."""
    press = condition != SCREEN
    data = placed(tmp_path, condition, tiny.ALL if press else tiny.ARCHIVE)
    with pikepdf.open(BytesIO(data)) as file:
        (image,) = (one for one in file.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image")
        assert str(image.ColorSpace) == ("/DeviceCMYK" if press else "/DeviceRGB")
        assert ("/Decode" in image) is press
        shown = Image.open(BytesIO(image.read_raw_bytes())).getpixel((8, 8))
    wanted = by_lcms(UNCOATED, CONDITIONS[condition].path, "CMYK" if press else "RGB")
    assert shown == pytest.approx(wanted, abs=4)
    (tmp_path / "inks.pdf").write_bytes(data)
    assert_conforms(tmp_path / "inks.pdf", flavours=("2u", "ua1"))


def test_no_page_has_a_transition() -> None:
    with pikepdf.open(BytesIO(tiny.pdf(tiny.line("甲", 20, 20), tiny.line("乙", 20, 20)))) as file:
        assert [("/Trans" in page) for page in file.pages] == [False, False]
