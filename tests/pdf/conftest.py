"""A tiny document with everything in it, written once."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.colour import WHITE
from report.drawing import Destination, Face, Group, Item, Link, Outline, Picture, Shape, Stroke, line, rectangle
from tests.pdf import tiny


@pytest.fixture(scope="session")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Left half red, right half white, 40 by 20 pixels."""
    from PIL import Image

    image = Image.new("RGB", (40, 20), "white")
    image.paste((228, 3, 18), (0, 0, 20, 20))
    path = tmp_path_factory.mktemp("photo") / "photo.png"
    image.save(path)
    return path


def everything(photo: Path) -> tuple[tuple[Item, ...], ...]:
    """Two pages: cover with picture, flower and vertical title; text with Latin, a table, a list, a link, a tint."""
    petal = Shape(rectangle(0, -2, 20, 4), fill=tiny.RED, opacity=0.5)
    flower = Group(tuple(Group((petal,), matrix=turn) for turn in ((1, 0, 0, 1, 0, 0), (0, 1, -1, 0, 0, 0))))
    flower = Group(flower.items, clip=rectangle(-30, -30, 60, 60), matrix=(1, 0, 0, 1, 60, 130))
    cover = (
        tiny.p(Shape(rectangle(-12, -12, 264, 204), fill=tiny.CYAN), role="Artifact"),
        tiny.p(*tiny.columns("她们这五年（画册）", 200, 30, 60), role="H1"),
        tiny.p(
            Picture(20, 20, 40, 20, str(photo), (0, 0, 40, 20)), role="Figure", alt="红白各半", box=(20, 20, 40, 20)
        ),
        tiny.p(flower, role="Figure", alt="两瓣", box=(30, 100, 60, 60)),
        tiny.p(*tiny.line("反白", 100, 60, tiny.style(colour=WHITE))),
    )
    words = "2566个村居同心，含Latin与“引号”——一字一格。"
    row = tiny.p(
        tiny.p(*tiny.line("项", 20, 110), role="TH", attributes=(("Scope", "Row"), ("ColSpan", "1"))),
        tiny.p(*tiny.line("数", 60, 110), role="TD"),
        role="TR",
    )
    text = (
        tiny.p(*tiny.line("第一章", 20, 20), role="H2"),
        tiny.p(*tiny.paragraph(words, 20, 40, 150), key="body"),
        tiny.p(Shape(line(20, 80, 200, 80), stroke=Stroke(tiny.BLACK, 0.5)), role="Artifact"),
        tiny.p(*tiny.line("见封面", 20, 95), Link(20, 85, 36, 12, "cover", "回到封面"), role="P"),
        tiny.p(row, role="Table"),
        tiny.p(*tiny.line("网址", 100, 95), Link(100, 85, 24, 12, "https://example.com/甲?a=(1)", "网站")),
    )
    return cover, text


PLACES = {"cover": Destination(1, 0.0, 0.0)}
OUTLINE = (Outline(1, "封面", 1, 0.0), Outline(1, "第一章", 2, 10.0), Outline(3, "正文", 2, 30.0))


@pytest.fixture(scope="session")
def press(photo: Path) -> bytes:
    """All standards at once, without links."""
    return tiny.pdf(*everything(photo), outline=OUTLINE, places=PLACES, labels=("封面", "1"))


@pytest.fixture(scope="session")
def archive(photo: Path) -> bytes:
    """PDF/A and PDF/UA, with links."""
    return tiny.pdf(
        *everything(photo), standards=tiny.ARCHIVE, links=True, outline=OUTLINE, places=PLACES, labels=("封面", "1")
    )


@pytest.fixture(scope="session")
def compact(tmp_path_factory: pytest.TempPathFactory) -> Face:
    """A font with CFF outlines: glyph 1 is the space, glyph 2 stands for hyphen-minus and hyphen."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.t2CharStringPen import T2CharStringPen

    shapes = {}
    for name, width, box in ((".notdef", 500, None), ("space", 250, None), ("hyphen", 400, (50, 250, 350, 300))):
        pen = T2CharStringPen(width, None)
        if box:
            left, bottom, right, top = box
            pen.moveTo((left, bottom))
            for corner in ((right, bottom), (right, top), (left, top)):
                pen.lineTo(corner)
            pen.closePath()
        shapes[name] = (width, pen.getCharString())
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(list(shapes))
    builder.setupCharacterMap({0x20: "space", 0x2D: "hyphen", 0x2010: "hyphen"})
    builder.setupCFF("Tiny", {}, {name: string for name, (_, string) in shapes.items()}, {})
    builder.setupHorizontalMetrics({name: (width, 0) for name, (width, _) in shapes.items()})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Tiny", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    path = tmp_path_factory.mktemp("fonts") / "tiny.otf"
    builder.save(path)
    return Face("tiny-400", str(path), 0, "Tiny", 880, -120, 700)
