"""The walk over a page, seen through the painter that writes verbs as text."""

from __future__ import annotations

from contextlib import suppress

from report.colour import BLACK, WHITE, Cmyk, Spot
from report.drawing import (
    Face,
    Foreign,
    Group,
    Item,
    Link,
    Marked,
    Page,
    Picture,
    Run,
    Shape,
    Sheet,
    Stroke,
    line,
    rectangle,
)
from report.paint.painter import paint_page
from report.paint.trace import Trace

FACE = Face("song-400", "song.ttf", 0, "Song", 880, -120, 729)


def text(words: str, x: float = 10, y: float = 20) -> Run:
    return Run(x, y, FACE, 12, BLACK, tuple(range(1, len(words) + 1)), (1000.0,) * len(words), words)


def box(x: float) -> Shape:
    return Shape(rectangle(x, 0, 5, 5), fill=Cmyk(0, 1, 1, 0))


def trace(*items: Item) -> list[str]:
    painter = Trace()
    paint_page(Page(1, "1", Sheet(100, 100, 9), items), painter)
    return painter.lines


def test_a_marked_run_is_one_stretch_of_content() -> None:
    assert trace(Marked("P", (text("青"), text("衿", 22)))) == [
        "<P>",
        "{",
        "run 10.00 20.00 song-400 12 0/0/0/100 青",
        "run 22.00 20.00 song-400 12 0/0/0/100 衿",
        "}",
        "</P>",
    ]


def test_content_is_cut_where_an_element_begins() -> None:
    assert trace(Marked("P", (box(1), Marked("Span", (text("青"),)), box(2)))) == [
        "<P>",
        "{",
        "shape r 1.00 0.00 5.00 5.00 fill 0/100/100/0",
        "}",
        "<Span>",
        "{",
        "run 10.00 20.00 song-400 12 0/0/0/100 青",
        "}",
        "</Span>",
        "{",
        "shape r 2.00 0.00 5.00 5.00 fill 0/100/100/0",
        "}",
        "</P>",
    ]


def test_a_group_of_mere_shapes_lies_inside_the_content_and_one_with_elements_around_it() -> None:
    plain = Group((box(1),), clip=rectangle(0, 0, 9, 9), matrix=(1, 0, 0, 1, 5, 5))
    assert trace(plain) == [
        "{",
        "push clip (1, 0, 0, 1, 5, 5)",
        "shape r 1.00 0.00 5.00 5.00 fill 0/100/100/0",
        "pop",
        "}",
    ]
    assert trace(Group((Marked("P", (box(1),)),))) == [
        "push",
        "<P>",
        "{",
        "shape r 1.00 0.00 5.00 5.00 fill 0/100/100/0",
        "}",
        "</P>",
        "pop",
    ]


def test_strokes_spots_pictures_links_and_foreign_drawings_are_said() -> None:
    stroke = Shape(line(0, 0, 10, 0), stroke=Stroke(Spot("金", WHITE, 0.5), 0.5))
    picture = Picture(1, 2, 30, 40, "a.jpg", (0, 0, 300, 400))
    foreign = Foreign(1, 2, 30, 40, object(), (FACE,))
    link = Link(1, 2, 3, 4, "chapter-2", "第二章")
    assert trace(stroke, picture, foreign, link) == [
        "{",
        "shape ml 0.00 0.00 10.00 0.00 stroke 0.5 金 0.5",
        "picture 1.00 2.00 30.00 40.00 (0, 0, 300, 400)",
        "foreign 1.00 2.00 30.00 40.00 object song-400",
        "}",
        "link chapter-2 第二章",
    ]


def test_what_is_open_is_closed_when_painting_fails() -> None:
    class Stops(Trace):
        def run(self, run: Run) -> None:
            raise ValueError(run.text)

    painter = Stops()
    page = Page(1, "1", Sheet(100, 100, 9), (Marked("P", (Group((text("停"),)),)),))
    with suppress(ValueError):
        paint_page(page, painter)
    assert painter.lines == ["<P>", "{", "push", "pop", "}", "</P>"]
