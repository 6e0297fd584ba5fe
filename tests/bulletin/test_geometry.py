"""Where things stand on the pages of the bulletin, read from its PDF."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from report.units import MM
from tests import tools
from tests.bulletin.conftest import Bulletin, Glyph

pytestmark = pytest.mark.xdist_group("bulletin")

NEAR = 0.1
"""Millimetres by which a place may differ from the theme's."""
STEP, FIRST = 4.75, 29.0


def body(glyphs: tuple[Glyph, ...]) -> list[Glyph]:
    """Running text: the serif face at nine points."""
    return [glyph for glyph in glyphs if abs(glyph.size - 9) < 0.01 and "Serif" in glyph.font]


def test_the_sheet_is_a4_with_three_millimetres_of_bleed(bulletin: Bulletin) -> None:
    with pikepdf.open(bulletin.paths["press"]) as pdf:
        assert len(pdf.pages) == 4
        for page in pdf.pages:
            left, bottom, right, top = (float(value) for value in page["/TrimBox"])
            assert (right - left, top - bottom) == pytest.approx((210 * MM, 297 * MM), abs=0.001)
            assert [float(value) for value in page["/BleedBox"]] == pytest.approx(
                [left - 3 * MM, bottom - 3 * MM, right + 3 * MM, top + 3 * MM], abs=0.001
            )


def test_every_line_of_text_stands_on_the_grid(bulletin: Bulletin) -> None:
    seen = 0
    for number, glyphs in enumerate(bulletin.glyphs, 1):
        for glyph in body(glyphs):
            lines = (glyph.y - FIRST) / STEP
            assert abs(lines - round(lines)) * STEP < 0.02, f"{glyph.text} on page {number} at {glyph.y:.2f}"
            seen += 1
    assert seen > 800


@pytest.mark.parametrize("page", [1, 2])
def test_text_stands_in_two_columns(bulletin: Bulletin, page: int) -> None:
    """Each from its left edge, none into the gutter or the margin; marks are narrower than their advance there."""
    found = [glyph for glyph in body(bulletin.glyphs[page - 1]) if glyph.text.isalnum()]
    left = [glyph for glyph in found if glyph.x < 105]
    right = [glyph for glyph in found if glyph.x >= 105]
    assert min(glyph.x for glyph in left) == pytest.approx(20, abs=NEAR)
    assert max(glyph.right for glyph in left) <= 102 + NEAR
    if page == 2:
        assert min(glyph.x for glyph in right) == pytest.approx(108, abs=NEAR)
        assert max(glyph.right for glyph in right) <= 190 + NEAR


def test_sections_begin_on_the_first_line_in_both_columns(bulletin: Bulletin) -> None:
    for words, x in (("教育", 24.0), ("就业与社会保障", 112.0)):
        first = bulletin.line(2, words)[0]
        assert first.y == pytest.approx(FIRST, abs=NEAR)
        assert first.x > x
    assert bulletin.line(2, "图3各学段")[0].y == bulletin.line(2, "图4城镇")[0].y
    assert bulletin.line(2, "图4城镇")[0].x == pytest.approx(108, abs=NEAR)


def test_heads_and_folios_stand_outside(bulletin: Bulletin) -> None:
    for page, words in ((2, "示例市2025年"), (4, "示例市2025年")):
        head = bulletin.line(page, words)
        assert (head[0].x, head[0].y) == pytest.approx((20, 14.2), abs=NEAR)
    for page in (2, 3, 4):
        status = bulletin.line(page, "仅供版式参考")
        assert (status[-1].right, status[-1].y) == pytest.approx((190, 14.2), abs=NEAR)
    for page in range(1, 5):
        (folio,) = (glyph for glyph in bulletin.glyphs[page - 1] if glyph.y > 280)
        assert folio.text == str(page)
        assert folio.y == pytest.approx(284, abs=NEAR)
        edge = folio.right - 190 if page % 2 else folio.x - 20
        assert edge == pytest.approx(0, abs=NEAR)


def test_the_head_has_its_rule_and_the_first_page_its_bar(bulletin: Bulletin, tmp_path: Path) -> None:
    """By poppler at ten pixels a millimetre, in the middle of the page."""
    tools.run("pdftoppm", "-r", "254", "-gray", bulletin.paths["office"], tmp_path / "p")
    rows = [np.asarray(Image.open(tmp_path / f"p-{page}.pgm"))[:, 1080] for page in range(1, 5)]
    media = rows[0].shape[0]
    bleed = round((media - 2970) / 2)
    assert (rows[0][: 60 + bleed] < 120).all()
    assert (rows[0][62 + bleed : 190 + bleed] > 250).all()
    for row in rows[1:]:
        dark = np.flatnonzero(row[: 200 + bleed] < 200) - bleed
        assert (dark.min() + dark.max() + 1) / 20 == pytest.approx(17, abs=NEAR)
        assert dark.max() - dark.min() < 5


def test_the_masthead_has_six_figures_on_one_line(bulletin: Bulletin) -> None:
    found = [bulletin.line(1, words)[0] for words in ("312.6", "49.1", "98.2", "96.4", "41.7", "1268")]
    assert {round(glyph.y, 2) for glyph in found} == {round(found[0].y, 2)}
    assert {round(glyph.size, 1) for glyph in found} == {19.0}
    steps = {round(b.x - a.x, 1) for a, b in pairwise(found)}
    assert max(steps) - min(steps) <= 0.5
    assert found[0].x == pytest.approx(20, abs=0.5)
