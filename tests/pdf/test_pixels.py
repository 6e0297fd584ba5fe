"""Tiny pages as poppler paints them at 60 dpi; a pixel is 1.2 pt, and edges may lie one pixel off."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from report.colour import WHITE, Cmyk, Spot
from report.drawing import Group, Item, Picture, Run, Shape, Stroke, line, rectangle
from report.drawing import Path as Outline
from tests.pdf import tiny
from tests.tools import need

PIXEL = 1.2
EDGE = 1
"""Pixels by which an edge may differ: anti-aliasing."""


def painted(path: Path, *items: Item) -> Image.Image:
    (path / "page.pdf").write_bytes(tiny.pdf((tiny.p(*items),)))
    program = [need("pdftoppm"), "-r", "60", "-f", "1", "-l", "1", str(path / "page.pdf")]
    with Image.open(BytesIO(subprocess.run(program, capture_output=True, check=True).stdout)) as image:
        return image.convert("RGB")


def pixels(x: float, y: float, width: float, height: float) -> tuple[int, int, int, int]:
    """A box of the trimmed page in pixels of the sheet: left, top, right, bottom."""
    left, top = (x + tiny.SHEET.bleed) / PIXEL, (y + tiny.SHEET.bleed) / PIXEL
    return round(left), round(top), round(left + width / PIXEL), round(top + height / PIXEL)


def inked(image: Image.Image, least: int = 40) -> tuple[int, int, int, int] | None:
    """The box of all pixels that are darker than white by `least` or more in any channel."""
    channels = [channel.point(lambda value: 255 if value <= 255 - least else 0) for channel in image.split()]
    dark = Image.merge("RGB", channels).convert("L").point(lambda value: 255 if value else 0)
    return dark.getbbox()


def assert_near(found: tuple[int, int, int, int] | None, wanted: tuple[int, int, int, int]) -> None:
    assert found is not None, "nothing was painted"
    assert all(abs(a - b) <= EDGE for a, b in zip(found, wanted, strict=True)), (found, wanted)


def mean(image: Image.Image, box: tuple[int, int, int, int]) -> tuple[int, ...]:
    """The mean colour inside a box, a pixel away from its edges."""
    left, top, right, bottom = box
    part = image.crop((left + 1, top + 1, right - 1, bottom - 1)).resize((1, 1), Image.Resampling.BOX)
    return tuple(part.getpixel((0, 0)))


def box(x: float, y: float, width: float, height: float, fill: Cmyk = tiny.RED, **more: object) -> Shape:
    return Shape(rectangle(x, y, width, height), fill=fill, **more)  # type: ignore[arg-type]


def test_a_filled_box_covers_its_pixels_and_no_others(tmp_path: Path) -> None:
    image = painted(tmp_path, box(24, 36, 48, 24))
    assert image.size == (220, 170)
    wanted = pixels(24, 36, 48, 24)
    assert wanted == (30, 40, 70, 60)
    assert_near(inked(image), wanted)
    red, green, blue = mean(image, wanted)
    assert red > 200
    assert max(green, blue) < 60


def test_a_bleeding_box_reaches_the_edge_of_the_sheet(tmp_path: Path) -> None:
    assert_near(inked(painted(tmp_path, box(-12, -12, 264, 30))), (0, 0, 220, 25))


def test_a_group_is_turned_moved_and_clipped(tmp_path: Path) -> None:
    group = Group((box(0, 0, 60, 24),), clip=rectangle(0, 0, 36, 24), matrix=(0, 1, -1, 0, 120, 30))
    assert_near(inked(painted(tmp_path, group)), pixels(96, 30, 24, 36))


def test_what_follows_a_group_is_where_it_would_be_without(tmp_path: Path) -> None:
    group = Group((), clip=rectangle(0, 0, 1, 1), matrix=(2, 0, 0, 2, 50, 50))
    assert_near(inked(painted(tmp_path, group, box(24, 36, 48, 24))), pixels(24, 36, 48, 24))


def test_lines_have_their_width_and_caps(tmp_path: Path) -> None:
    butt = Shape(line(60, 60, 120, 60), stroke=Stroke(tiny.RED, 12))
    square = Shape(line(60, 120, 120, 120), stroke=Stroke(tiny.RED, 12, cap="square"))
    assert_near(inked(painted(tmp_path, butt)), pixels(60, 54, 60, 12))
    assert_near(inked(painted(tmp_path, square)), pixels(54, 114, 72, 12))


def test_even_odd_leaves_a_hole(tmp_path: Path) -> None:
    rings = Outline("rr", (24, 24, 96, 96, 48, 48, 48, 48))
    image = painted(tmp_path, Shape(rings, fill=tiny.RED, even_odd=True))
    assert mean(image, pixels(48, 48, 48, 48)) == (255, 255, 255)
    assert mean(image, pixels(24, 24, 24, 96))[1] < 60


def test_curves_and_closed_paths_are_where_they_should_be(tmp_path: Path) -> None:
    k = 30 * 0.5523
    disc = (60, 30, 60 + k, 30, 90, 60 - k, 90, 60, 90, 60 + k, 60 + k, 90, 60, 90)
    rest = (60 - k, 90, 30, 60 + k, 30, 60, 30, 60 - k, 60 - k, 30, 60, 30)
    image = painted(tmp_path, Shape(Outline("mccccz", disc + rest), fill=tiny.RED))
    assert_near(inked(image), pixels(30, 30, 60, 60))
    assert image.getpixel((37, 37)) == (255, 255, 255), "the corner of the disc's box"


def test_opacity_lets_the_ground_shine_through(tmp_path: Path) -> None:
    image = painted(tmp_path, box(24, 24, 48, 48, Cmyk(0, 0, 0, 1)), box(96, 24, 48, 48, Cmyk(0, 0, 0, 1), opacity=0.5))
    full, half = (mean(image, pixels(x, 24, 48, 48))[0] for x in (24, 96))
    assert full < 60
    assert abs(half - (255 + full) / 2) < 12


def test_what_multiplies_keeps_what_is_under_it_and_what_follows_does_not(tmp_path: Path) -> None:
    yellow = Cmyk(0, 0, 1, 0)
    image = painted(
        tmp_path,
        box(24, 24, 48, 48, Cmyk(0, 0, 0, 1)),
        box(24, 24, 96, 48, yellow, multiply=True),
        box(24, 96, 48, 48, Cmyk(0, 0, 0, 1)),
        box(24, 96, 96, 48, yellow),
    )
    assert max(mean(image, pixels(24, 24, 48, 48))) < 60, "black stays"
    assert mean(image, pixels(72, 24, 48, 48))[2] < 60, "white turns yellow"
    assert mean(image, pixels(24, 96, 48, 48))[0] > 200, "what follows covers again"


def test_white_text_on_a_colour_is_white(tmp_path: Path) -> None:
    ground = box(12, 12, 72, 72, tiny.CYAN)
    image = painted(tmp_path, ground, *tiny.line("口", 24, 66, tiny.style(48, colour=WHITE)))
    inside = image.crop(pixels(12, 12, 72, 72))
    assert sum(pixel == (255, 255, 255) for pixel in inside.get_flattened_data()) > 60


def test_a_spot_ink_is_seen_as_its_alternate(tmp_path: Path) -> None:
    spot = Shape(rectangle(24, 24, 48, 48), fill=Spot("PANTONE 485 C", tiny.RED, 1.0))
    tint = Shape(rectangle(96, 24, 48, 48), fill=Spot("PANTONE 485 C", tiny.RED, 0.5))
    image = painted(tmp_path, spot, tint)
    full, half = (mean(image, pixels(x, 24, 48, 48)) for x in (24, 96))
    assert full[0] > 200
    assert full[1] < 60
    assert 120 < half[1] < 200


def test_a_picture_fills_its_box_in_its_own_colours(tmp_path: Path, photo: Path) -> None:
    image = painted(tmp_path, Picture(24, 36, 96, 48, str(photo), (0, 0, 40, 20)))
    left, right = mean(image, pixels(24, 36, 48, 48)), mean(image, pixels(78, 36, 42, 48))
    assert left[0] > 180
    assert max(left[1:]) < 90
    assert min(right) > 240
    assert_near(inked(image), pixels(24, 36, 48, 48))


def test_a_cropped_picture_shows_its_part(tmp_path: Path, photo: Path) -> None:
    assert inked(painted(tmp_path, Picture(24, 36, 96, 48, str(photo), (22, 0, 40, 20)))) is None


def glyph_box(x: float, y: float, size: float) -> tuple[int, int, int, int]:
    """Where the ink of 口 must be when its origin is at x, y."""
    extents = tiny.faces().open("song", 400).font.get_glyph_extents(tiny.faces().open("song", 400).glyph("口"))
    scale = size / 1000
    top, height = -extents.y_bearing * scale, -extents.height * scale
    return pixels(x + extents.x_bearing * scale, y + top, extents.width * scale, height)


def test_a_glyph_stands_on_its_baseline(tmp_path: Path) -> None:
    assert_near(inked(painted(tmp_path, *tiny.line("口", 48, 96, tiny.style(60)))), glyph_box(48, 96, 60))


def test_a_column_has_its_axis_and_its_top(tmp_path: Path) -> None:
    """The em box of the face is 880 above and 120 below the baseline: its top is at the run's start."""
    image = painted(tmp_path, *tiny.columns("口", 100, 40, 90, 60))
    assert_near(inked(image), glyph_box(100 - 30, 40 + 0.88 * 60, 60))


def test_a_turned_glyph_lies_on_its_side(tmp_path: Path) -> None:
    (level,) = tiny.line("口", 60, 60, tiny.style(60))
    assert isinstance(level, Run)
    turned = Run(level.x, level.y, level.face, 60, level.colour, level.glyphs, level.advances, level.texts, turn=90)
    left, top, right, bottom = glyph_box(0, 0, 60)
    origin = 10
    wanted = (
        50 + 10 - (bottom - origin),
        50 + (left - origin) + 10,
        50 + 10 - (top - origin),
        50 + (right - origin) + 10,
    )
    assert_near(inked(painted(tmp_path, turned)), wanted)


@pytest.mark.parametrize("vertical", [False, True])
def test_an_outline_in_place_of_a_glyph_looks_the_same(tmp_path: Path, vertical: bool) -> None:
    glyph = tiny.faces().open("song", 400).glyph("口")
    common = {"x": 100.0, "y": 100.0, "size": 60.0, "vertical": vertical}
    common["offsets"] = ((0, -500.0, -880.0), (1, -500.0, -880.0)) if vertical else ()
    as_text, as_outline = (
        painted(tmp_path, tiny.run(texts, (glyph, glyph), (1000.0, 1000.0), **common))
        for texts in (("口", "口"), ("口", ""))
    )
    assert_near(inked(as_outline), inked(as_text) or (0, 0, 0, 0))
    ink = [sum(255 - pixel[1] for pixel in image.get_flattened_data()) for image in (as_text, as_outline)]
    assert abs(ink[0] - ink[1]) < 0.04 * ink[0]
