"""What both READMEs claim of mistakes and commands, and their picture."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from pypdfium2 import PdfDocument

from report import pipeline
from report.commands import COMMANDS
from report.content.keys import WORDS
from report.deliver.cache import RunCache
from report.messages import render
from report.resources import themes
from tests.docscripts import loaded

ROOT = Path(__file__).parents[1]
ALIKE = 1.0
"""Mean difference of two pictures, of 255, that colours reduced to 128 leave."""
NAMES = ("README.md", "README.zh-CN.md")


@pytest.mark.parametrize("name", NAMES)
def test_the_mistakes_that_are_shown_are_those_of_the_report_above(name: str, tmp_path: Path) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    (good,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (told,) = re.findall(r"```text\n(.*?)```", page, re.DOTALL)
    bad = good.replace("      版式: 一览右\n", "").replace("{事实: 村,", "{事实: 村庄,")
    (tmp_path / "report.yaml").write_text(bad, encoding="utf-8")
    found = pipeline.check(tmp_path / "report.yaml", pipeline.Options(), RunCache(), lambda *_: None).problems
    assert [render(one).removeprefix(f"{tmp_path}/") for one in found] == told.splitlines()


@pytest.mark.parametrize("name", NAMES)
def test_every_command_and_theme_is_named(name: str) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    table = "".join(line for line in page.splitlines() if line.startswith("| `banxin"))
    assert [one for one in COMMANDS if not all(re.search(rf"\b{word}\b", table) for word in one.split())] == []
    assert [
        theme for theme in sorted(path.name for path in themes().iterdir() if path.is_dir()) if f"`{theme}`" not in page
    ] == []
    assert [word for word in WORDS["delivery"] if f"`{word}`" not in page] == []


def test_the_spreads_are_those_of_the_sample() -> None:
    spreads = loaded("spreads")
    options = pipeline.Options(only=("印厂",))
    built = pipeline.build(ROOT / "data" / "kaifeng" / "report.yaml", options, RunCache(), lambda *_: None)
    made = spreads.sheet(PdfDocument(built.files[0].data))
    stored = Image.open(ROOT / "docs" / "spreads.png").convert("RGB")
    assert stored.size == made.size
    assert max(ImageStat.Stat(ImageChops.difference(stored, made)).mean) < ALIKE, "run `make docs`"


def test_both_point_to_the_same_pages_and_name_the_same_things() -> None:
    english, chinese = ((ROOT / name).read_text(encoding="utf-8") for name in NAMES)
    for pattern in (r"\]\((docs/.*?)\)", r"PDF/[\w-]+", r"`(docs/.*?|data/.*?|report/|make \w+)`", r"\b(?:64|130)\b"):
        assert sorted(set(re.findall(pattern, english))) == sorted(set(re.findall(pattern, chinese))), pattern
    for path in re.findall(r"\]\((docs/.*?)\)|`((?:docs|data)/.*?)`", english):
        assert (ROOT / "".join(path)).exists(), path
