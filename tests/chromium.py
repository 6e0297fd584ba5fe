"""Headless Chromium and axe-core for tests: there, or the test is skipped (a failure where CI=true)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.tools import missing, need

AXE = Path(__file__).parent / "editors/node_modules/axe-core/axe.min.js"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 20_000


@contextmanager
def opened(**wishes: Any) -> Iterator[Any]:
    """A page of a browser of its own, whose context is as wished."""
    program = need("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        missing("playwright is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        shown = browser.new_context(**wishes).new_page()
        shown.set_default_timeout(PATIENCE)
        yield shown
        browser.close()


def violations(page: Any) -> list[str]:
    """What axe-core finds on a page."""
    if not AXE.is_file():
        missing("axe-core is not installed: run `npm ci` in tests/editors")
    page.evaluate(f"() => {{ {AXE.read_text(encoding='utf-8')}; }}")
    found = page.evaluate("axe.run().then((all) => all.violations)")
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]
