"""A theme that says only what it changes, and takes the rest from another one."""

from __future__ import annotations

from pathlib import Path

import pytest

from report import resources
from report.colour import Cmyk
from report.content.theme import read_theme
from report.problem import ContentError


def theme(folder: Path, text: str, pages: str = "") -> Path:
    folder.mkdir()
    (folder / "theme.yaml").write_text(text, encoding="utf-8")
    if pages:
        (folder / "pages.yaml").write_text(pages, encoding="utf-8")
    return folder


def test_what_a_theme_does_not_say_its_parent_says(tmp_path: Path) -> None:
    own = theme(tmp_path / "朱砂", "name: 朱砂\ninherits: brochure\ncolours: {crimson: [0, 90, 90, 10]}\n")
    found, parent = read_theme(own), read_theme(resources.themes() / "brochure")
    assert found.name == "朱砂"
    assert found.palette.colours["crimson"] == Cmyk(0, 0.9, 0.9, 0.1)
    assert found.palette.colours["gold"] == parent.palette.colours["gold"]
    assert found.templates.keys() == parent.templates.keys()
    assert len(found.files) == 1 + len(parent.files)


def test_a_style_is_changed_key_by_key(tmp_path: Path) -> None:
    own = theme(tmp_path / "甲", "name: 甲\ninherits: brochure\nstyles: {body: {size: 10}}\n")
    assert (read_theme(own).styles["body"].size, read_theme(own).styles["body"].face) == (10.0, "hei")


def test_a_theme_beside_it_comes_before_a_built_in_one(tmp_path: Path) -> None:
    theme(tmp_path / "底", "name: 底\ninherits: brochure\ncolours: {gold: [0, 0, 100, 0]}\n")
    own = theme(tmp_path / "面", "name: 面\ninherits: 底\n")
    assert read_theme(own).palette.colours["gold"] == Cmyk(0, 0, 1, 0)


@pytest.mark.parametrize(
    ("parent", "code"), [("乙", "theme-inherits-itself"), ("没有", "unknown-theme"), ("../brochure", "theme-value")]
)
def test_a_wrong_parent_is_told(tmp_path: Path, parent: str, code: str) -> None:
    theme(tmp_path / "乙", "name: 乙\ninherits: 甲\n")
    own = theme(tmp_path / "甲", f"name: 甲\ninherits: {parent}\n")
    with pytest.raises(ContentError) as caught:
        read_theme(own)
    assert [found.code for found in caught.value.problems] == [code]
