"""Each check of laid-out pages: a page that fails it, and pages that do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.colour import BLACK, WHITE, Cmyk, Spot
from report.drawing import Group, Item, Link, Page, Picture, Shape, Sheet, Stroke, Vector, line, rectangle
from report.messages import render
from report.problem import Place, Problem
from report.selfcheck import PAGE_CODES, Asked, page_problems
from report.units import MM
from tests.pdf import tiny

ASKED = Asked(("PDF/X-4", "PDF/UA-1"), safe=5 * MM)
SCREEN = Asked(("PDF/UA-1",), printed=False)
RICH = Cmyk(0.3, 0.3, 0.3, 1.0)
HEAVY = Cmyk(0.9, 0.9, 0.9, 0.9)
GOLD = Spot("金", Cmyk(0.1, 0.2, 0.6, 0.1))
PLACE = Place("report.yaml", 7, 3)
PICTURE = Picture(40.0, 40.0, 40.0, 20.0, "a.png", (0, 0, 40, 20), PLACE)


def found(*pages: tuple[Item, ...], asked: Asked = ASKED, sheet: Sheet = tiny.SHEET) -> tuple[Problem, ...]:
    return page_problems([Page(i, str(i), sheet, items) for i, items in enumerate(pages, 1)], asked)


def text(x: float = 60.0, y: float = 60.0, size: float = 12.0, colour: Cmyk | Spot = BLACK) -> Item:
    return tiny.p(*tiny.line("五年同行", x, y, tiny.style(size, colour=colour)))


def rule(width: float) -> Shape:
    return Shape(line(20, 20, 100, 20), stroke=Stroke(BLACK, width))


FAILS: dict[str, tuple[Item, ...]] = {
    "type-near-trim": (text(x=6.0),),
    "type-many-inks": (text(size=8.5, colour=Cmyk(0.2, 0.2, 0.2, 0.0)),),
    "type-rich-black": (text(size=11.5, colour=RICH),),
    "colour-over-ink": (tiny.p(Shape(rectangle(20, 20, 60, 60), fill=HEAVY), role="Artifact"),),
    "spot-undeclared": (text(colour=GOLD),),
    "line-too-thin": (tiny.p(rule(0.2), role="Artifact"),),
    "content-unmarked": tiny.line("五年同行", 60, 60),
    "figure-without-alt": (tiny.p(PICTURE, role="Figure"),),
}


@pytest.mark.parametrize("code", FAILS)
def test_a_page_that_fails(code: str) -> None:
    (one,) = found(FAILS[code])
    assert (one.code, one.severity, one.page) == (code, "error", 1)
    said = render(one)
    assert "{" not in said
    assert "；" in said, "what to do about it"


def test_every_check_has_a_page_that_fails_it() -> None:
    assert {*FAILS, "page-boxes", "bleed-short"} == PAGE_CODES


def test_good_pages_have_no_problem() -> None:
    good: tuple[Item, ...] = (
        text(),
        text(size=8.5, colour=Cmyk(0.0, 0.8, 0.8, 0.0)),
        text(size=14.0, colour=RICH),
        text(size=8.5, colour=WHITE),
        tiny.p(Shape(rectangle(-12, -12, 264, 204), fill=Cmyk(0.6, 0.4, 0.4, 1.0)), role="Artifact"),
        Shape(rectangle(0, 0, 20, 20), fill=tiny.CYAN),
        tiny.p(PICTURE, role="Figure", alt="照片"),
        tiny.p(rule(0.25), role="Artifact"),
        Link(20, 20, 20, 20, "a", "甲"),
    )
    assert found(good, asked=replace(ASKED, spots=("金",))) == ()
    assert found((text(colour=GOLD),), asked=replace(ASKED, spots=("金",))) == ()


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        (Sheet(240.0, 180.0, 2 * MM), "bleed-short"),
        (Sheet(240.0, 180.0, 0.0), "bleed-short"),
        (Sheet(240.0, 180.0, -1.0), "page-boxes"),
        (Sheet(240.0, 0.0, 12.0), "page-boxes"),
        (Sheet(240.0, 180.0, 12.0, -3.0), "page-boxes"),
    ],
)
def test_boxes_lie_within_one_another(sheet: Sheet, code: str) -> None:
    assert [one.code for one in found((), sheet=sheet)] == [code]


def test_only_a_print_shop_needs_a_bleed() -> None:
    sheet = Sheet(240.0, 180.0, 0.0)
    assert found((), sheet=sheet, asked=Asked(("PDF/A-2u", "PDF/UA-1"))) == ()


@pytest.mark.parametrize(
    ("item", "severity"),
    [
        (text(x=10.0), "warning"),
        (text(x=6.0), "error"),
        (text(x=177.0), None),
        (text(x=181.0), "warning"),
        (text(x=185.0), "error"),
        (text(y=12.0), "error"),
        (text(y=174.0), "error"),
        (text(x=-90.0), None),
        (tiny.p(text(x=10.0), role="Artifact"), None),
        (tiny.p(text(x=6.0), role="Artifact"), "error"),
        (tiny.p(*tiny.columns("五年同行", 100, 20, 158)), None),
        (tiny.p(*tiny.columns("五年同行", 234, 40, 100)), "error"),
        (tiny.p(Group((text(),), matrix=(1, 0, 0, 1, -54, 0))), "error"),
        (tiny.p(Group((text(x=6.0),), matrix=(1, 0, 0, 1, 60, 0))), None),
    ],
)
def test_text_keeps_away_from_the_trim(item: Item, severity: str | None) -> None:
    """12 pt type on 240 by 180 pt; 8.5 pt (3 mm) stop the build, 14.2 pt (5 mm) warn."""
    assert [one.severity for one in found((item,))] == ([severity] if severity else [])


def test_a_report_may_keep_closer_to_the_trim_than_is_usual_but_never_closer_than_the_knife() -> None:
    assert found((text(x=10.0),), asked=replace(ASKED, safe=2 * MM)) == ()
    assert len(found((text(x=6.0),), asked=replace(ASKED, safe=2 * MM))) == 1


def test_a_group_makes_type_and_lines_smaller() -> None:
    half = (0.5, 0.0, 0.0, 0.5, 60.0, 60.0)
    small = Group((text(size=14.0, colour=Cmyk(0.3, 0.3, 0.3, 0.0)),), matrix=half)
    assert [one.code for one in found((small,))] == ["type-many-inks"]
    assert [one.code for one in found((Group((tiny.p(rule(0.4), role="Artifact"),), matrix=half),))] == [
        "line-too-thin"
    ]


def test_what_is_no_text_must_be_marked_too_and_its_place_is_told() -> None:
    (one,) = found((Vector(40, 40, 20, 20, "a.svg", PLACE),))
    assert (one.code, one.place) == ("content-unmarked", PLACE)
    (alt,) = found((tiny.p(PICTURE, role="Figure"),))
    assert alt.place == PLACE
    assert render(alt).startswith("report.yaml:7:3: 错误[figure-without-alt]")


def test_the_same_on_many_pages_is_told_once_with_its_pages() -> None:
    bad = (text(size=8.5, colour=Cmyk(0.2, 0.2, 0.2, 0.0)),)
    (one,) = found(bad, (), bad, bad)
    assert one.page == 1
    assert "另见第 3–4 页" in render(one)
    assert "'五年同行': small type" in render(one, "en")


def test_a_screen_has_no_plates_and_no_knife() -> None:
    for code in ("type-near-trim", "type-many-inks", "type-rich-black", "colour-over-ink", "spot-undeclared"):
        assert found(FAILS[code], asked=SCREEN) == (), code
    assert found(FAILS["line-too-thin"], asked=SCREEN) == ()
    assert len(found(FAILS["figure-without-alt"], asked=SCREEN)) == 1


def test_a_file_without_tags_needs_no_marks() -> None:
    plain = Asked(("PDF/X-4",))
    assert found(FAILS["content-unmarked"], asked=plain) == ()
    assert found(FAILS["figure-without-alt"], asked=plain) == ()
