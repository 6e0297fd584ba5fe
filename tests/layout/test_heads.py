"""What running heads say in a theme that forms them of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from report import resources
from report.content.model import About, Break, Report, SheetSpec
from report.content.theme import read_theme
from report.deliver.cache import RunCache
from report.drawing import runs_of
from report.layout.flow import lay_out
from report.typeset.faces import Faces
from report.units import MM
from tests.layout.tiny import PLACE, Laid, text

HEAD = 14.2
"""The baseline of heads in the theme, in mm."""


def laid(folder: Path, faces: Faces, title: str, status: str) -> Laid:
    """Three pages of the bulletin."""
    fields = {"status": status} if status else {}
    about = About("tiny", title, "", "", "2026-03-08", "", "zh-Hans", "bulletin", (), fields)
    sheet = SheetSpec(210 * MM, 297 * MM, 3 * MM, 5 * MM, "none", 0, PLACE)
    body = (text("一"), Break("any", PLACE), text("二"), Break("any", PLACE), text("三"))
    report = Report(about, sheet, {}, body, (), str(folder), ())
    theme = read_theme(resources.themes() / "bulletin")
    return Laid(*lay_out(report, theme, faces, RunCache(), lambda _done, _total: None))


def heads(found: Laid, page: int) -> list[str]:
    """The heads of a page from left to right."""
    lines = [run for run in runs_of(found.pages[page - 1].items) if run.y == pytest.approx(HEAD * MM)]
    left = "".join(run.text for run in lines if run.x < 100 * MM)
    return [left, "".join(run.text for run in lines if run.x >= 100 * MM)]


def test_the_standing_of_the_document_is_said_on_every_page(tmp_path: Path, faces: Faces) -> None:
    found = laid(tmp_path, faces, "示例公报", "内部资料")
    assert found.codes == []
    assert [heads(found, page) for page in (1, 2, 3)] == [["", "内部资料"], ["示例公报", "内部资料"], ["", "内部资料"]]


def test_without_it_both_sides_have_the_title(tmp_path: Path, faces: Faces) -> None:
    found = laid(tmp_path, faces, "示例公报", "")
    assert [heads(found, page) for page in (2, 3)] == [["示例公报", ""], ["", "示例公报"]]


def test_heads_that_meet_are_told(tmp_path: Path, faces: Faces) -> None:
    found = laid(tmp_path, faces, "示例公报" * 12, "内部资料" * 6)
    assert found.codes == ["line-overflow"]
    assert found.problems[0].page == 2
