"""A theme whose running text stands in two columns: one baseline grid, balanced ends, tables across both."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from report import resources
from report.content.model import PLAIN, Section, TemplatePage
from report.content.theme import read_theme
from report.layout.frames import bed
from report.problem import ContentError
from report.typeset.faces import Faces
from report.units import MM
from tests.layout.making import places, table
from tests.layout.tiny import PLACE, SENTENCE, Press, prose, runs, text

CHANGES = {
    "theme.yaml": [("hang: {x: -45, width: 41, rule: {x: -45, length: 176, stroke: 0.4, colour: k30}}", "hang: none")],
    "pages.yaml": [
        ("width: 131\n    rows:", "width: 84\n    rows:"),
        ("columns: [61]", "columns: [16, 108]"),
        ("columns: [63]", "columns: [18, 110]"),
    ],
}


def changed(folder: Path, changes: dict[str, list[tuple[str, str]]]) -> Path:
    """The brochure theme with some words of it changed."""
    home = folder / "theme"
    shutil.copytree(resources.themes() / "brochure", home)
    for name, pairs in changes.items():
        path = home / name
        said = path.read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in said
            said = said.replace(old, new)
        path.write_text(said, encoding="utf-8")
    return home


@pytest.fixture
def wide(faces: Faces, tmp_path: Path) -> Press:
    return Press(read_theme(changed(tmp_path, CHANGES)), faces, tmp_path)


def test_both_columns_stand_on_one_grid_and_end_together(wide: Press) -> None:
    laid = wide.lay(*(text(SENTENCE * 3) for _ in range(40)))
    assert laid.codes == []
    assert len(laid.pages) == 2
    for page in laid.pages:
        left = {round(run.y / MM, 2) for run in runs(page.items) if run.x < 105 * MM}
        right = {round(run.y / MM, 2) for run in runs(page.items) if run.x > 105 * MM}
        assert all(y % 5 == 0 for y in left | right)
        assert abs(max(left) - max(right)) <= 10
        assert max(run.x + run.width for run in runs(page.items)) <= 194 * MM + 0.1
    assert laid.said == SENTENCE * 120


def test_a_table_across_both_columns_parts_the_text(wide: Press) -> None:
    laid = wide.lay(
        Section(2, prose("前面的节"), PLACE),
        text(SENTENCE * 12),
        table(places(8), common=PLAIN),
        text(SENTENCE * 12),
    )
    assert laid.codes == []
    assert len(laid.pages) == 1
    said = laid.text(1).replace("\u2060", "")
    assert said.startswith("一、前面的节" + SENTENCE * 12 + "示例各县区")
    assert said.endswith("日" + SENTENCE * 12)
    rows = [run for run in runs(laid.pages[0].items) if run.text.startswith("示例")]
    words = [run for run in runs(laid.pages[0].items) if run.text[0] in SENTENCE]
    above, below = max(run.y for run in words if run.y < rows[0].y), min(run.y for run in words if run.y > rows[-1].y)
    assert above < rows[0].y < below
    assert {run.x > 105 * MM for run in words if run.y < rows[0].y} == {True, False}


def test_a_long_table_goes_on_over_pages_in_the_wide_measure(wide: Press) -> None:
    laid = wide.lay(text(SENTENCE * 4), table(places(80), common=PLAIN), text(SENTENCE * 4))
    assert laid.codes == []
    assert laid.said.count("县") - laid.said.count("县区") == 80
    for page in laid.pages[1:-1]:
        lines = "".join(line for line in laid.trace(page.number) if line.startswith("run"))
        assert "续表" in lines


def test_sides_of_unlike_measure_are_refused(tmp_path: Path, faces: Faces) -> None:
    home = changed(tmp_path, {"pages.yaml": [("wide: [18, 176]", "wide: [18, 170]")]})
    with pytest.raises(ContentError) as caught:
        bed(read_theme(home))
    assert [one.code for one in caught.value.problems] == ["frames-differ"]


def test_a_report_of_composed_pages_needs_no_flow(faces: Faces, tmp_path: Path) -> None:
    home = changed(tmp_path, {"theme.yaml": [("\nflow:\n", "\nunused:\n")]})
    blank = TemplatePage("空白页", "", "", "", {}, {}, {}, PLACE)
    assert Press(read_theme(home), faces, tmp_path).lay(blank).codes == []
