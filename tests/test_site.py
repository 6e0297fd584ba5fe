"""The manual as a site: every page, link and picture is there, nothing comes from a network, Chinese is found."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from report.messages import all_rows
from tests.docscripts import DOCS, loaded


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site")
    assert loaded("site").made(target) == 0, "Sphinx warns, and a warning is an error"
    return target


def test_every_page_is_in_the_contents(site: Path) -> None:
    named = {path.stem for path in DOCS.glob("*.md")} | {"messages"}
    assert named <= {path.stem for path in site.glob("*.html")}
    contents = (site / "index.html").read_text(encoding="utf-8")
    assert [name for name in sorted(named - {"index"}) if f'href="{name}.html"' not in contents] == []


def test_nothing_comes_from_a_network(site: Path) -> None:
    loaded = re.compile(r"(?:<script[^>]+src|<link[^>]+href|<img[^>]+src)=[\"'](?:https?:)?//|@import url\([\"']?http")
    pages = [*site.rglob("*.html"), *site.rglob("*.css")]
    assert pages
    assert [path.name for path in pages if loaded.search(path.read_text(encoding="utf-8"))] == []


def test_chinese_is_found_by_its_pairs(site: Path) -> None:
    index = json.loads((site / "searchindex.js").read_text(encoding="utf-8").removeprefix("Search.setIndex(")[:-1])
    found = index["terms"]["书脊"]
    names = {index["docnames"][number] for number in (found if isinstance(found, list) else [found])}
    assert {"binding", "print-shop"} <= names
    assert "Script=Han" in (site / "_static" / "language_data.js").read_text(encoding="utf-8")


def test_every_message_has_its_place(site: Path) -> None:
    said = (site / "messages.html").read_text(encoding="utf-8")
    assert [code for code in all_rows() if f">{code}<" not in said] == []
