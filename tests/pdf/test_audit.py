"""What may not leave the writer: each fault made by a page that has it, and refused with the page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from report.drawing import Destination, Foreign, Item, Link, Shape, Stroke, line
from report.messages import render
from report.pdf.audit import Audit
from report.pdf.document import Source, write_pdf
from report.pdf.fontfile import Embedding
from report.pdf.intent import CONDITIONS
from report.problem import ConformanceError, Problem
from report.standards import SCREEN, standards_named
from tests.pdf import tiny
from tests.pdf.drawn import Drawn

X4 = standards_named(("PDF/X-4", "PDF/UA-1"))
FIRST = tiny.p(*tiny.line("甲", 60, 60))


def says(*code: str) -> Item:
    """A foreign drawing of raw operators."""
    return tiny.p(
        Foreign(20.0, 20.0, 200.0, 100.0, Drawn(lambda c: [c.addLiteral(one) for one in code]), (tiny.face(),))
    )


def told(*pages: tuple[Item, ...], **more: Any) -> tuple[Problem, ...]:
    with pytest.raises(ConformanceError) as caught:
        tiny.pdf(*pages, **more)
    for one in caught.value.problems:
        assert "{" not in render(one) + render(one, "en")
    return caught.value.problems


def codes(*pages: tuple[Item, ...], **more: Any) -> list[str]:
    return [one.code for one in told(*pages, **more)]


FAULTS: dict[str, tuple[str, ...]] = {
    "code-unmarked": ("EMC", "0 0 m 9 9 l S", "/Artifact BMC"),
    "black-knocks-out": ("0 0 0 1 k", "BT (x) Tj ET"),
    "white-overprints": ("/ON gs", "0 0 0 0 k", "BT (x) Tj ET"),
    "code-broken": ("q",),
}


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_of_the_code(code: str) -> None:
    (one,) = told((FIRST,), (says(*FAULTS[code]),))
    assert (one.code, one.page) == (code, 2)


@pytest.mark.parametrize("code", [("Q", "Q"), ("EMC",), ("nan 0 m 9 9 l S",), ("q",) * 29 + ("Q",) * 29])
def test_what_is_out_of_balance(code: tuple[str, ...]) -> None:
    assert "code-broken" in codes((says(*code),))


def test_a_coordinate_that_is_no_number() -> None:
    bad = Shape(line(20, 20, float("nan"), 20), stroke=Stroke(tiny.BLACK, 0.5))
    assert codes((tiny.p(bad, role="Artifact"),)) == ["code-broken"]


def test_words_that_look_like_faults_are_none() -> None:
    assert tiny.pdf((tiny.p(*tiny.line("nan inf rg EMC q", 20, 40)),))
    assert tiny.pdf((says("0 1 1 0 k", "BT ( nan 0 0 0 1 k EMC q) Tj ET"), FIRST))


def test_colours_of_the_other_kind() -> None:
    """A foreign drawing is refused RGB earlier; this is what would be left of a fault of ours."""
    for screen, entry, space in ((False, "1 0 0 rg", "RGB"), (True, "0 0 0 1 k", "CMYK"), (False, "0 g", "grey")):
        audit = Audit(X4, screen=screen)
        audit.page(3, ["/P<</MCID 0>>BDC", entry, "EMC"])
        (one,) = audit.problems()
        assert (one.code, one.page, dict(one.values)["space"]) == ("colour-space-written", 3, space)


def test_a_press_file_in_the_colours_of_a_screen() -> None:
    screen = replace(tiny.settings(), condition=CONDITIONS[SCREEN])
    with pytest.raises(ConformanceError) as caught:
        write_pdf(tiny.paged((tiny.p(Shape(line(20, 20, 90, 20), fill=tiny.RED), role="Artifact"),)), screen)
    (one,) = caught.value.problems
    assert (one.code, dict(one.values)["space"]) == ("colour-space-written", "RGB")


def test_a_press_file_with_a_link() -> None:
    link = tiny.p(*tiny.line("见封面", 20, 95), Link(20, 85, 36, 12, "cover", "回到封面"))
    (one,) = told((link,), links=True, places={"cover": Destination(1, 0.0, 0.0)})
    assert (one.code, dict(one.values)["standards"]) == ("entry-forbidden", "PDF/X-4")


def test_an_archive_of_part_two_with_a_file_in_it() -> None:
    held = replace(tiny.settings(tiny.ARCHIVE), sources=(Source("a.csv", "text/csv", b"1"),))
    with pytest.raises(ConformanceError) as caught:
        write_pdf(tiny.paged((FIRST,)), held)
    assert [one.code for one in caught.value.problems] == ["entry-forbidden"]


@pytest.mark.parametrize("text", ["\ufeff", "\ufffe", "\0", "\ud840"])
def test_a_glyph_that_stands_for_no_text(text: str) -> None:
    font = Embedding(tiny.face(), "F0", b"x", False, (0, 0, 1, 1), ({3: "甲"}, {3: text}), {}, {}, {}, True)
    audit = Audit(X4, screen=False)
    audit.fonts([font])
    assert [one.code for one in audit.problems()] == ["glyph-without-text"]


def test_a_glyph_of_a_page_that_stands_for_no_text() -> None:
    (one,) = told((tiny.p(tiny.run(("\ufeff",), (40,), (1000,))),))
    assert (one.code, dict(one.values)["shown"]) == ("glyph-without-text", "U+FEFF")


def test_a_font_without_a_program() -> None:
    font = Embedding(tiny.face(), "F0", b"", False, (0, 0, 1, 1), ({3: "甲"},), {}, {}, {}, True)
    audit = Audit(X4, screen=False)
    audit.fonts([font])
    assert [one.code for one in audit.problems()] == ["font-not-embedded"]


def cell(role: str, **more: Any) -> Item:
    return tiny.p(*tiny.line("项", 20, 110), role=role, **more)


@pytest.mark.parametrize(
    ("item", "code"),
    [
        (tiny.p(cell("TD"), role="Table"), "structure-misplaced"),
        (tiny.p(tiny.p(cell("TD"), role="P"), role="TR"), "structure-misplaced"),
        (tiny.p(cell("P"), role="L"), "structure-misplaced"),
        (cell("LI"), "structure-misplaced"),
        (cell("TOCI"), "structure-misplaced"),
        (tiny.p(tiny.p(cell("TH"), role="TR"), role="Table"), "head-cell-unscoped"),
        (cell("H3"), "heading-skipped"),
    ],
)
def test_a_structure_that_readers_stumble_over(item: Item, code: str) -> None:
    assert code in codes((item,))


def test_a_file_without_tags_may_have_any_structure() -> None:
    assert tiny.pdf((tiny.p(cell("TD"), role="Table"),), standards=("PDF/X-4",))


def test_black_words_among_others_in_a_foreign_text_overprint() -> None:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    def words() -> object:
        style = ParagraphStyle("x", fontName="song-400", fontSize=12, leading=18, wordWrap="CJK")
        return Paragraph('黑字，<font color="red">红字</font>，又黑字。', style)

    data = tiny.pdf((tiny.p(Foreign(20.0, 20.0, 200.0, 100.0, words, (tiny.face(),))),))
    (text,) = [entry for entry in tiny.code(data) if "Tj" in entry]
    shown = [word for word in text.split() if word in ("/ON", "/OF", "Tj")]
    assert shown == ["/ON", "Tj", "/OF", "Tj", "/ON", "Tj"]
