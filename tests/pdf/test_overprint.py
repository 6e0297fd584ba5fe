"""Black text and thin black lines overprint, nothing else: by operators, and on Ghostscript's separations."""

from __future__ import annotations

import subprocess
from pathlib import Path

from PIL import Image

from report.colour import BLACK, WHITE, Cmyk, Colour, Spot
from report.drawing import Item, Picture, Shape, Stroke, line, rectangle
from tests.pdf import tiny
from tests.tools import need


def states(*items: Item) -> list[tuple[str, bool, bool]]:
    """For every operator that paints: the operator, whether fills overprint then, whether strokes do."""
    fills = strokes = False
    found = []
    data = tiny.pdf((tiny.p(*items),))
    with tiny.opened(data) as file:
        known = file.pages[0].Resources.get("/ExtGState", {})
        for operation in tiny.code(data):
            words = operation.split()
            if words[-1:] == ["gs"] and "/op" in known[words[0]]:
                fills, strokes = bool(known[words[0]].op), bool(known[words[0]].OP)
                assert known[words[0]].OPM == 1
            if words[-1:] and words[-1] in ("f", "S", "B", "Tj", "TJ", "Do"):
                found.append((words[-1], fills, strokes))
    return found


def rule(colour: Colour, width: float) -> Shape:
    return Shape(line(20, 20, 100, 20), stroke=Stroke(colour, width))


def test_black_text_overprints_and_other_text_does_not() -> None:
    words = (
        tiny.line("字", 20, 40, tiny.style(colour=c))[0] for c in (BLACK, WHITE, tiny.RED, Cmyk(0, 0, 0, 0.7), BLACK)
    )
    assert [fills for _, fills, _ in states(*words)] == [True, False, False, False, True]


def test_thin_black_lines_overprint_and_thick_or_coloured_ones_do_not() -> None:
    lines = (rule(BLACK, 0.5), rule(BLACK, 2.5), rule(tiny.RED, 0.5), rule(WHITE, 0.5), rule(Spot("金", tiny.RED), 0.5))
    assert [strokes for _, _, strokes in states(*lines)] == [True, False, False, False, False]


def test_a_black_rim_overprints_but_not_the_fill_that_it_is_drawn_around() -> None:
    rimmed = Shape(rectangle(20, 20, 40, 40), fill=BLACK, stroke=Stroke(BLACK, 0.5))
    assert states(rimmed) == [("B", False, True)]


def test_black_areas_and_pictures_never_overprint(photo: Path) -> None:
    area = Shape(rectangle(20, 20, 40, 40), fill=BLACK)
    picture = Picture(20, 20, 40, 20, str(photo), (0, 0, 40, 20))
    assert states(*tiny.line("字", 20, 40), area, rule(BLACK, 0.5), picture) == [
        ("Tj", True, False),
        ("f", False, False),
        ("S", False, True),
        ("Do", False, False),
    ]


def plates(path: Path, *items: Item) -> dict[str, Image.Image]:
    """Separations at 72 dpi: 0 is full ink, 255 none."""
    (path / "page.pdf").write_bytes(tiny.pdf((tiny.p(*items),)))
    program = [need("gs"), "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=tiffsep", "-r72"]
    subprocess.run(
        [*program, f"-sOutputFile={path / 'out.tif'}", str(path / "page.pdf")], check=True, capture_output=True
    )
    return {ink: Image.open(next(path.glob(f"out*({ink}).tif"))).convert("L") for ink in ("Cyan", "Black")}


def test_on_the_plates_black_text_leaves_the_ground_whole_and_white_text_knocks_it_out(tmp_path: Path) -> None:
    ground = Shape(rectangle(20, 20, 200, 60), fill=tiny.CYAN)
    inside = (34, 34, 230, 90)
    for name, colour, holes in (("black", BLACK, False), ("white", WHITE, True)):
        (tmp_path / name).mkdir()
        found = plates(tmp_path / name, ground, *tiny.line("黑字", 40, 70, tiny.style(48, colour=colour)))
        lightest = found["Cyan"].crop(inside).getextrema()[1]
        assert (lightest > 200) is holes, name
        assert (found["Black"].getextrema()[0] < 50) is not holes, name


def test_a_thin_black_line_leaves_the_ground_whole_and_a_thick_one_does_not(tmp_path: Path) -> None:
    ground = Shape(rectangle(20, 10, 200, 40), fill=tiny.CYAN)
    for width, holes in ((2.0, False), (6.0, True)):
        (tmp_path / str(width)).mkdir()
        found = plates(tmp_path / str(width), ground, rule(BLACK, width))
        assert (found["Cyan"].crop((40, 24, 100, 58)).getextrema()[1] > 200) is holes
