"""The live preview from save to sight: a file is saved, the event comes, the changed page's picture is fetched.

For the sample's twenty pages and the two hundred of benchmarks/bulletin.py, the medians of nine saves, each of which
changes one paragraph in the middle of the report to what it never was, and of nine that add one before it, which moves
all lines after it. `--profile` shows where a take's time goes.
"""

from __future__ import annotations

import cProfile
import json
import os
import pstats
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import httpx

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.bulletin import write
from report.deliver.cache import RunCache
from report.pipeline import Options
from report.preview.kept import Layered
from report.preview.rehearsal import Rehearsal

SAVES = 9
WIDTH = 900
"""Pixels of the pictures: a page of a spread that fills a usual window."""


def events(answer: httpx.Response) -> Iterator[dict[str, object]]:
    """The states that are sent."""
    for line in answer.iter_lines():
        if line.startswith("data: "):
            yield json.loads(line.removeprefix("data: "))


def edits(report: Path, *, added: bool = False) -> Iterator[str]:
    """The text of the report, with one paragraph that is another one every time, or with one more before it."""
    lines = report.read_text(encoding="utf-8").splitlines(keepends=True)
    texts = [i for i, line in enumerate(lines) if "。" in line and len(line) > 60]
    at = texts[len(texts) // 2]
    for number in range(SAVES + 1):
        changed = lines[at].replace("。", f"{'一二三四五六七八九十'[number]}。", 1)
        yield "".join((*lines[:at], changed * (number + 1 if added else 1), *lines[at + (not added) :]))


def measure(report: Path, folder: Path) -> None:
    """Saves, waits, fetches, for both kinds of edits; prints medians in milliseconds."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "BANXIN_CACHE": str(folder / "cache")}
    command = [sys.executable, "-m", "report", "preview", str(report)]
    with subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdout is not None
        address = server.stdout.readline().decode().partition("：")[2].strip()
        base = address.partition("/?")[0]
        try:
            with httpx.Client(base_url=base, timeout=60, follow_redirects=True) as client:
                client.get(address)
                with client.stream("GET", "/api/events") as answer:
                    states = events(answer)
                    next(one for one in states if one["take"])
                    for said, added in (("a word changed", False), ("a paragraph added", True)):
                        tell(said, list(saved(edits(report, added=added), report, states, client)))
        finally:
            server.send_signal(signal.SIGINT)


def tell(said: str, found: list[tuple[int, float, float, float]]) -> None:
    pages, told, seen, took = found[0][0], *(median(row[i] for row in found[1:]) for i in (1, 2, 3))
    after = f"event {told:.0f} ms, picture on hand {seen:.0f} ms after the save (the take: {took:.0f} ms)"
    print(f"{pages} pages, {said}: {after}")


def saved(
    texts: Iterator[str], report: Path, states: Iterator[dict[str, object]], client: httpx.Client
) -> Iterator[tuple[int, float, float, float]]:
    """Pages, and of each save the milliseconds to the event, to the picture, and of the take alone."""
    for text in texts:
        began = time.perf_counter()
        report.write_text(text, encoding="utf-8")
        state = next(one for one in states if one["changed"])
        told = time.perf_counter()
        number, pages = state["changed"][0], state["pages"]  # type: ignore[index]
        version = pages[number - 1]["version"]  # type: ignore[index]
        picture = client.get(f"/api/pages/{number}/{version}.png", params={"w": WIDTH})
        seen = time.perf_counter()
        assert picture.headers["content-type"] == "image/png"
        yield len(pages), (told - began) * 1000, (seen - began) * 1000, state["seconds"] * 1000  # type: ignore[arg-type, operator]
        time.sleep(0.3)


def profile(report: Path) -> None:
    """Where the time of the second take goes."""
    rehearsal = Rehearsal(report, Options(), Layered(RunCache()))
    texts = edits(report)
    for _ in range(2):
        rehearsal.take()
        report.write_text(next(texts), encoding="utf-8")
    watch = cProfile.Profile()
    watch.runcall(rehearsal.take)
    pstats.Stats(watch).sort_stats("cumulative").print_stats(40)


def main() -> None:
    with TemporaryDirectory(prefix="banxin-preview-") as name:
        folder = Path(name)
        small = Path(shutil.copytree(ROOT / "data" / "kaifeng", folder / "kaifeng")) / "report.yaml"
        (folder / "long").mkdir()
        for report in (small, write(folder / "long")):
            (profile if "--profile" in sys.argv else lambda path: measure(path, folder))(report)


if __name__ == "__main__":
    main()
