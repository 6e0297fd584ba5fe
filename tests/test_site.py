"""The manual as a site: every page, link and picture is there, nothing comes from a network, Chinese is found."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from report.messages import all_rows
from tests.chromium import opened, violations
from tests.docscripts import DOCS, loaded


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site")
    assert loaded("site").made(target) == 0, "Sphinx warns, and a warning is an error"
    return target


def test_every_page_is_in_the_contents(site: Path) -> None:
    named = {path.stem for path in DOCS.glob("*.md")}
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


@pytest.fixture
def page(site: Path) -> Iterator[Any]:
    """A page of Chromium that has no network and reads the site from its files."""
    with opened(offline=True) as shown:
        yield shown


SOUGHT = "document.querySelector('.search-summary')?.textContent.length > 0"
"""Whether a search has said how much it found. Its dots may begin anew after it: they say nothing."""


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("脊", {"binding", "print-shop", "messages"}),
        ("装订", {"binding", "format"}),
        ("爬移补偿", {"binding"}),
        ("bleed", {"format", "themes", "print"}),
        ("unknown-fact", {"messages"}),
        ("骑马订 creep", {"binding"}),
    ],
)
def test_what_is_asked_for_is_found(page: Any, site: Path, asked: str, wanted: set[str]) -> None:
    page.goto((site / "index.html").as_uri())
    page.fill("input[name='q']", asked)
    page.press("input[name='q']", "Enter")
    page.wait_for_selector("#search-results ul.search li a")
    page.wait_for_function(SOUGHT)
    found = page.eval_on_selector_all("#search-results li a", "all => all.map(one => one.getAttribute('href'))")
    assert wanted <= {link.partition("#")[0].partition("?")[0].removesuffix(".html") for link in found}


def test_what_is_nowhere_is_not_found(page: Any, site: Path) -> None:
    page.goto((site / "search.html").as_uri() + "?q=鼴鼠")
    page.wait_for_function(SOUGHT)
    assert page.locator("#search-results li").count() == 0


@pytest.mark.parametrize("name", ["format", "blocks", "search"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Any, site: Path, name: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto((site / f"{name}.html").as_uri())
    assert violations(page) == []
