"""The preview in a real browser: edit, see the change, make a mistake, see it, mend it; by mouse and by keys."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.chromium import opened, violations
from tests.preview.demo import TEXT, written

ROOT = Path(__file__).parents[2]


@pytest.fixture
def language() -> str:
    return "zh"


@pytest.fixture
def address(tmp_path: Path, language: str) -> Iterator[str]:
    """A preview of its own process; Ctrl-C must end it with the contract's code."""
    path = written(tmp_path)
    environ = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "BANXIN_CACHE": str(tmp_path / "cache"),
        "PYTHONIOENCODING": "utf-8",
    }
    command = [sys.executable, "-m", "report", "preview", str(path), "--lang", language]
    process = subprocess.Popen(command, env=environ, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    found = re.search(r"http://\S+", process.stdout.readline().decode())
    assert found
    try:
        yield found[0]
    finally:
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert {"zh": "预览结束", "en": "the preview has ended"}[language] in said.decode()
    assert "Traceback" not in said.decode()


@pytest.fixture
def page(address: str) -> Iterator[Any]:
    """The page in Chromium; a message of the console is a failure."""
    with opened(viewport={"width": 1440, "height": 900}) as shown:
        shown.context.grant_permissions(["clipboard-read", "clipboard-write"])
        told: list[str] = []
        asked: list[str] = []
        shown.on("console", lambda message: told.append(message.text))
        shown.on("pageerror", lambda error: told.append(str(error)))
        shown.on("request", lambda request: asked.append(request.url))
        shown.goto(address)
        shown.wait_for_selector("figure[data-version='1'] .spot")
        yield shown
        assert told == []
        assert {url.split("/")[2] for url in asked} == {address.split("/")[2]}


def save(folder: Path, text: str) -> None:
    (folder / "report.yaml").write_text(text, encoding="utf-8")


def focused(page: Any) -> str:
    found: str = page.evaluate("document.activeElement.id || document.activeElement.className")
    return found


def test_edit_err_and_mend(page: Any, tmp_path: Path) -> None:
    save(tmp_path, TEXT.replace("常训常新", "年年常新"))
    page.wait_for_selector("figure[data-number='2'][data-version='2']")
    assert page.get_attribute("figure[data-number='1']", "data-version") == "1"
    assert "第 2 页" in page.inner_text("#said")
    page.wait_for_selector(".spot[aria-label*='年年常新']")
    save(tmp_path, TEXT.replace("  - 段: 队伍", "  - 断: 队伍"))
    page.wait_for_selector(".problems .error")
    assert page.is_visible("#banner")
    assert page.locator("figure[data-version]").count() == 2
    page.click(".problems .error .place")
    assert page.evaluate("navigator.clipboard.readText()") == f"{tmp_path / 'report.yaml'}:15"
    page.click("#tab-source")
    assert "断: 队伍" in page.inner_text(".excerpt .here")
    save(tmp_path, TEXT)
    page.wait_for_selector("#banner", state="hidden")
    assert page.locator(".problems li").count() == 0
    page.click(".spot[aria-label*='春耕时节']")
    page.wait_for_selector(".excerpt .here:has-text('春耕时节')")
    page.click("#tab-ledger")
    page.wait_for_selector("#ledger td:has-text('232')")


def test_the_changed_page_is_turned_to_unless_that_is_not_wished(page: Any, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 1440, "height": 420})
    page.keyboard.press("s")
    page.keyboard.press("1")
    page.keyboard.press("Home")
    save(tmp_path, TEXT.replace("常训常新", "年年常新"))
    page.wait_for_selector("figure[data-number='2'][data-version='2']")
    assert page.input_value("#goto") == "2"
    page.keyboard.press("Home")
    page.keyboard.press("w")
    assert page.get_attribute("#follow", "aria-pressed") == "false"
    save(tmp_path, TEXT)
    page.wait_for_selector("html[data-take='3']", state="attached")
    assert page.input_value("#goto") == "1"


def test_everything_by_keys(page: Any) -> None:
    assert focused(page) == "spreads" or page.evaluate("document.activeElement.tagName") == "MAIN"
    for key, name in {"x": "trim", "b": "bleed", "a": "safe", "l": "baseline", "n": "columns", "m": "modules"}.items():
        page.keyboard.press(key)
        assert page.get_attribute(f"[data-overlay='{name}']", "aria-pressed") == "true"
        assert page.locator(f"figure[data-number='1'] svg .o-{name}").count() > 0, name
    page.keyboard.press("Shift+C")
    page.wait_for_selector("figure[data-number='1'][data-plate='cyan']")
    page.keyboard.press("Shift+A")
    page.wait_for_selector("figure[data-number='1'][data-plate='']")
    page.keyboard.press("s")
    page.keyboard.press("End")
    assert page.input_value("#goto") == "2"
    page.keyboard.press("Home")
    assert page.input_value("#goto") == "1"
    page.keyboard.press("1")
    assert page.inner_text("#scale") == "100%"
    page.keyboard.press("+")
    assert page.inner_text("#scale") == "125%"
    page.keyboard.press("0")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(".excerpt .here")
    page.keyboard.press("t")
    page.click("figure[data-number='2'] .open")
    assert page.get_attribute("[data-view='spreads']", "aria-pressed") == "true"
    page.keyboard.press("?")
    assert page.is_visible("#help")
    page.keyboard.press("Escape")
    assert not page.is_visible("#help")


def test_another_delivery_is_chosen_on_the_page(page: Any, tmp_path: Path) -> None:
    assert page.input_value("#delivery") == "印厂"
    assert page.locator("#plates button").count() == 5
    page.select_option("#delivery", "屏幕")
    page.wait_for_selector("#said:has-text('换成了 屏幕')")
    assert page.locator("#plates button").count() == 0
    save(tmp_path, TEXT.replace("常训常新", "年年常新"))
    page.wait_for_selector(".spot[aria-label*='年年常新']")
    assert page.input_value("#delivery") == "屏幕"
    page.focus("#delivery")
    page.keyboard.press("ArrowUp")
    page.wait_for_selector("#plates button >> nth=4")
    page.wait_for_selector(".spot[aria-label*='年年常新']")
    save(tmp_path, TEXT.replace("屏幕: {标准: PDF/A-2u, 色彩: sRGB}", "屏幕: {标准: PDF/A-2u}"))
    page.wait_for_selector(".spot[aria-label*='常训常新']")
    assert page.input_value("#delivery") == "印厂"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 1440), ("light", 640), ("dark", 375)])
def test_axe_finds_nothing(page: Any, tmp_path: Path, scheme: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    assert violations(page) == []
    page.click("#tab-ledger")
    page.wait_for_selector("#ledger td")
    assert violations(page) == []
    page.click(".spot >> nth=1")
    save(tmp_path, TEXT.replace("  - 段: 队伍", "  - 断: 队伍"))
    page.wait_for_selector(".problems .error", state="attached")
    assert violations(page) == []
    page.click("#tab-problems")
    assert violations(page) == []
    page.focus("#stage")
    page.keyboard.press("t")
    page.wait_for_selector(".open")
    assert violations(page) == []
