"""GB/T 9704-2012 to the tenth of a millimetre, read from the PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from report import resources
from tests import tools
from tests.attachment.conftest import File, Glyph
from tests.verapdf import judge

pytestmark = pytest.mark.xdist_group("attachment")

NEAR = 0.1
TOP, INNER, OUTER, WIDTH, HEIGHT = 37.0, 28.0, 26.0, 156.0, 225.0
LINES, CHARACTERS = 22, 28
PITCH, LINE = WIDTH / CHARACTERS, HEIGHT / LINES
SMALL_FOUR = 14 * 25.4 / 72
"""An em of 四号 in mm."""
BODY = "Zhuque"


def left(page: int) -> float:
    return INNER if page % 2 else OUTER


def baseline(line: int) -> float:
    """Where a character of 三号 仿宋 (its em box reaches 0.85 em up) has its baseline in the middle of a line."""
    return TOP + LINE * (line - 0.5) + (0.85 - 0.5) * PITCH


def text_lines(file: File, page: int) -> list[tuple[float, list[Glyph]]]:
    """Lines of the body text: in 仿宋 of 三号."""
    return [
        (y, glyphs)
        for y, glyphs in file.lines(page)
        if all(BODY in glyph.font and abs(glyph.size - PITCH) < 0.01 for glyph in glyphs)
    ]


def test_the_sheet_is_a4(office: File) -> None:
    assert "595.276 x 841.89 pts (A4)" in tools.run("pdfinfo", office.path)


def test_every_line_stands_on_one_of_22(office: File) -> None:
    seen = set()
    for page in range(1, 6):
        for y, _ in text_lines(office, page):
            number = round((y - TOP) / LINE + 0.1)
            assert y == pytest.approx(baseline(number), abs=NEAR)
            assert 1 <= number <= LINES
            seen.add(number)
    assert seen >= set(range(5, LINES + 1))


def test_full_lines_hold_28_characters_from_edge_to_edge(office: File) -> None:
    full = 0
    for page in range(1, 6):
        for _, glyphs in text_lines(office, page):
            han = all(ord(glyph.text) > 0x2E00 or glyph.text in "“”…—·" for glyph in glyphs)
            if han and len(glyphs) == CHARACTERS:
                full += 1
                for i, glyph in enumerate(glyphs):
                    assert glyph.x == pytest.approx(left(page) + i * PITCH, abs=NEAR)
    assert full >= 6


def test_han_stands_in_its_cell(office: File) -> None:
    """All but the lines that gave up a character to a mark stand on the grid, figures or not."""
    lines = [(left(page), glyphs) for page in range(1, 6) for _, glyphs in text_lines(office, page)]
    on_grid = 0
    for edge, glyphs in lines:
        han = [glyph for glyph in glyphs if ord(glyph.text) > 0x3400]
        on_grid += all(abs((g.x - edge) / PITCH - round((g.x - edge) / PITCH)) * PITCH < NEAR for g in han)
    assert on_grid / len(lines) >= 0.9


def test_the_mark_the_title_and_the_headings(office: File) -> None:
    lines = office.lines(1)
    (mark_y, mark), (title_y, title), (first_y, first) = lines[:3]
    assert "".join(glyph.text for glyph in mark) == "附件1"
    assert (mark[0].x, mark_y) == (pytest.approx(INNER, abs=NEAR), pytest.approx(baseline(1), abs=NEAR))
    assert "SansSC-Bold" in mark[0].font
    assert title[0].size == pytest.approx(22 * 25.4 / 72, abs=0.01)
    assert "SerifSC-Bold" in title[0].font
    middle = (title[0].x + title[-1].x + title[-1].size) / 2
    assert middle == pytest.approx(INNER + WIDTH / 2, abs=NEAR)
    assert TOP + 2 * LINE < title_y < TOP + 3 * LINE
    assert first_y == pytest.approx(baseline(5), abs=NEAR)
    assert "".join(glyph.text for glyph in first) == "一、党建引领"
    assert first[0].x == pytest.approx(INNER + 2 * PITCH, abs=NEAR)
    faces = {line[0].text + line[1].text: line[0].font for _, line in lines if line[0].text in "一（"}
    assert "SansSC-Bold" in faces["一、"]
    assert "WenKai" in faces["（一"]


@pytest.mark.parametrize("page", [1, 2, 3, 4])
def test_the_folio_is_7_mm_below_and_one_character_in(office: File, page: int) -> None:
    y, glyphs = office.lines(page)[-1]
    assert "".join(glyph.text for glyph in glyphs) == f"— {page} —"
    with TTFont(resources.fonts() / "NotoSerifSC-Regular.ttf") as font:
        dash = font["glyf"][font.getBestCmap()[0x2014]]
        advance = font["hmtx"][font.getBestCmap()[0x2014]][0]
    assert y - dash.yMax / 1000 * SMALL_FOUR == pytest.approx(TOP + HEIGHT + 7, abs=NEAR)
    if page % 2:
        assert glyphs[-1].x + advance / 1000 * SMALL_FOUR == pytest.approx(INNER + WIDTH - SMALL_FOUR, abs=NEAR)
    else:
        assert glyphs[0].x == pytest.approx(OUTER + SMALL_FOUR, abs=NEAR)


def test_nothing_but_the_folio_leaves_the_type_area(office: File) -> None:
    for page, glyphs in enumerate(office.pages, 1):
        for glyph in glyphs:
            if glyph.y < TOP + HEIGHT:
                assert left(page) - NEAR <= glyph.x
                assert (
                    glyph.x + (0 if glyph.text.isascii() or glyph.text == "·" else glyph.size)
                    <= left(page) + WIDTH + NEAR
                ), glyph


def test_all_is_black(office: File, small: File) -> None:
    for file in (office, small):
        coverage = tools.run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=inkcov", "-o", "-", file.path)
        rows = [line.split() for line in coverage.splitlines() if "CMYK" in line]
        assert rows
        assert all(row[:3] == ["0.00000"] * 3 and float(row[3]) > 0 for row in rows)


def test_pages_go_on_from_the_document(small: File) -> None:
    folios = ["".join(glyph.text for glyph in small.lines(page)[-1][1]) for page in range(1, len(small.pages) + 1)]
    assert folios == [f"— {9 + i} —" for i in range(len(folios))]
    assert small.lines(1)[-1][1][0].x > 150
    assert "Page    1" not in tools.run("pdfinfo", small.path)


def test_headings_count_by_their_level(small: File) -> None:
    said = ["".join(glyph.text for glyph in glyphs) for _, glyphs in small.lines(1)]
    assert [text for text in said if text[:1] in "一（1附"] == [
        "附件2",
        "一、总体情况",
        "（一）组织",
        "1．县区",
        "1．建组织",
    ]


def test_a_table_across_has_its_head_to_the_left_on_both_sides(small: File) -> None:
    turned = [page for page, glyphs in enumerate(small.pages, 1) if any(glyph.turned for glyph in glyphs)]
    assert len(turned) >= 2
    assert {page % 2 for page in turned} == {0, 1}
    for page in turned:
        glyphs = [glyph for glyph in small.pages[page - 1] if glyph.turned]
        (head,) = (glyph for glyph in glyphs if glyph.text == "甲")
        assert all(head.x < glyph.x for glyph in glyphs if glyph.text == "第")
        inside = left(page + 8), left(page + 8) + WIDTH
        assert all(inside[0] - NEAR <= glyph.x <= inside[1] + NEAR for glyph in glyphs)
        assert all(TOP - NEAR <= glyph.y <= TOP + HEIGHT + NEAR for glyph in glyphs)


def test_every_fact_of_composed_pages_is_in_the_table(office: File) -> None:
    text = "".join("".join(tools.run("pdftotext", "-raw", office.path, "-").split()))
    assert "附表主要数据表" in text
    assert all(word in text for word in ("领头雁", "28000余", "25亿", "近百万", "2422"))


def test_conforms(office: File, small: File) -> None:
    found = judge([office.path, small.path])
    assert {key: failures for key, failures in found.items() if failures} == {}
    for file in (office, small):
        tools.run("qpdf", "--check", file.path)


def test_the_sample_is_the_same_report(office: File) -> None:
    assert office.built.figures["unmatched"] <= 15
    assert Path(office.built.files[0].name).name == "kaifeng-office.pdf"
