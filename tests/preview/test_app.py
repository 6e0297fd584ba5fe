"""The addresses of the preview, and who may ask them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from starlette.testclient import TestClient

from report.deliver.cache import RunCache
from report.preview.app import application
from report.preview.show import Show
from tests.preview.demo import rehearsal

TOKEN, PORT = "a-secret", 8000
BASE = f"http://127.0.0.1:{PORT}"


@pytest.fixture(scope="module")
def show(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Show]:
    shown = Show(rehearsal(tmp_path_factory.mktemp("report")), RunCache(), "zh", lambda _: None)
    asyncio.run(shown.retake())
    yield shown
    shown.end()


@pytest.fixture
def stranger(show: Show) -> TestClient:
    return TestClient(application(show, TOKEN, PORT), base_url=BASE)


@pytest.fixture
def browser(stranger: TestClient) -> TestClient:
    assert stranger.get("/", params={"token": TOKEN}).status_code == 200
    return stranger


def picture(browser: TestClient, plate: str = "") -> np.ndarray:
    answer = browser.get("/api/pages/1/1.png", params={"w": 1200, **({"plate": plate} if plate else {})})
    assert answer.headers["content-type"] == "image/png"
    return np.asarray(Image.open(BytesIO(answer.content)).convert("L"))


def test_the_token_becomes_a_cookie_and_leaves_the_address(stranger: TestClient) -> None:
    answer = stranger.get("/", params={"token": TOKEN}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=strict" in answer.headers["set-cookie"]
    assert stranger.get("/api/state").status_code == 200


@pytest.mark.parametrize(
    "path", ["/", "/web/main.js", "/api/state", "/api/events", "/api/ledger", "/api/pages/1/1.png"]
)
def test_nothing_is_told_without_the_token(stranger: TestClient, path: str) -> None:
    assert stranger.get(path).status_code == 403
    assert stranger.get(path, params={"token": "a-guess"}).status_code == 403


@pytest.mark.parametrize("host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:1", ""])
def test_a_foreign_name_is_refused(browser: TestClient, host: str) -> None:
    assert browser.get("/api/state", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers", [{"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}]
)
def test_a_foreign_page_is_refused(browser: TestClient, headers: dict[str, str]) -> None:
    assert browser.get("/api/state", headers=headers).status_code == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_can_be_written(browser: TestClient, method: str) -> None:
    assert browser.request(method, "/api/state").status_code == 405


def test_every_answer_forbids_what_is_not_ours(browser: TestClient) -> None:
    for path in ("/", "/api/state", "/nothing"):
        headers = browser.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
        assert headers["x-content-type-options"] == "nosniff"


def test_the_page_asks_nobody_else(browser: TestClient) -> None:
    names = ["style.css", "main.js", "stage.js", "leaf.js", "overlays.js", "panels.js", "keys.js", "dom.js"]
    texts = [browser.get("/").text, *(browser.get(f"/web/{name}").text for name in names)]
    assert not [
        text for text in texts if "https:" in text or "http://" in text.replace("http://www.w3.org/2000/svg", "")
    ]


def test_the_state_is_all_that_the_page_needs(browser: TestClient) -> None:
    state = browser.get("/api/state").json()
    assert [(page["number"], page["version"]) for page in state["pages"]] == [(1, 1), (2, 1)]
    assert state["plates"] == ["cyan", "magenta", "yellow", "black"]
    assert state["deliveries"] == ["印厂", "屏幕"]
    recto = state["overlays"]["recto"]
    assert recto["baseline"]["step"] == pytest.approx(4.75 / 25.4 * 72)
    assert len(recto["columns"]) == 2


def test_the_ledger_knows_page_and_place(browser: TestClient) -> None:
    rows = {row["text"]: row for row in browser.get("/api/ledger").json()}
    found = next(row for text, row in rows.items() if "232" in text)
    assert (found["page"], found["line"], found["status"]) == (1, 12, "matched")


def test_lines_of_the_report_are_shown_and_of_nothing_else(browser: TestClient, show: Show, tmp_path: Path) -> None:
    file = str(show.rehearsal.path)
    shown = browser.get("/api/source", params={"file": file, "line": 11}).json()
    assert "春耕时节" in shown["lines"][11 - shown["first"]]
    (tmp_path / "secret.yaml").write_text("口令: 1\n", encoding="utf-8")
    others = [str(tmp_path / "secret.yaml"), str(Path(file).parent / "../secret.yaml"), "/etc/passwd", ""]
    assert {browser.get("/api/source", params={"file": other, "line": 1}).status_code for other in others} == {404}
    themes = [one for one in show.take.inputs if one.endswith("theme.yaml")] if show.take else []
    assert themes
    assert {browser.get("/api/source", params={"file": one, "line": 1}).status_code for one in themes} == {404}


@pytest.mark.parametrize("name", ["../app.py", "..%2Fapp.py", "index.html", "nothing.js"])
def test_no_other_file_is_served(browser: TestClient, name: str) -> None:
    assert browser.get(f"/web/{name}").status_code == 404


@pytest.mark.parametrize(
    "path", ["9/1.png?w=400", "1/7.png?w=400", "1/1.png?w=1", "1/1.png?w=99999", "1/1.png?w=4&plate=x"]
)
def test_a_picture_that_cannot_be_is_not_found(browser: TestClient, path: str) -> None:
    assert browser.get(f"/api/pages/{path}").status_code == 404


def test_text_in_black_is_on_the_black_plate_alone(browser: TestClient) -> None:
    whole, black, cyan = picture(browser), picture(browser, "black"), picture(browser, "cyan")
    assert whole.shape == black.shape == cyan.shape
    assert (black < 128).sum() > 500
    dark_text = (black < 60) & (whole < 90)
    assert dark_text.sum() > 200
    assert (cyan[dark_text] > 200).mean() > 0.95


def test_events_begin_with_the_state(show: Show) -> None:
    async def first() -> str:
        async for said in show.events():
            return said
        return ""

    name, data = asyncio.run(first()).strip().split("\n")
    assert name == "event: take"
    assert json.loads(data.removeprefix("data: "))["take"] == 1


def test_a_delivery_that_the_report_does_not_have_changes_nothing(show: Show) -> None:
    before = show.take
    for name in ("", "别的", "印厂"):
        asyncio.run(show.choose(name))
    assert show.take is before
