"""Killed at any instant: what stands in a folder is whole, and the next run finishes the work."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from report.deliver.edition import digest
from report.deliver.output import ASIDE
from tests.batch.making import counties
from tests.cli.shell import banxin

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no kill -9")
ROOT = Path(__file__).parents[2]
MOMENTS = 200
NAMES = ("a.pdf", "b.pdf", "summary.json", "a.lock.json")
SIZE = 30_000
NURSERY = f"""
import itertools, os, sys
from pathlib import Path
from report.deliver.output import write_files
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        for letter in itertools.cycle("BA"):
            write_files(Path(sys.argv[1]), {{name: letter.encode() * {SIZE} for name in {NAMES}}})
    print(child, flush=True)
    os.waitpid(child, 0)
"""


def whole(folder: Path) -> set[str]:
    """The letters of which the files of a folder are made, each of one alone and of its full length."""
    shown = {p.name: p.read_bytes() for p in folder.iterdir() if not p.name.startswith(ASIDE)}
    assert shown.keys() == set(NAMES)
    assert {len(data) for data in shown.values()} == {SIZE}
    assert all(len(set(data)) == 1 for data in shown.values())
    return {chr(data[0]) for data in shown.values()}


def test_a_writer_killed_at_two_hundred_random_instants(tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / name).write_bytes(b"A" * SIZE)
    chosen, seen = random.Random(7), set()
    line = [sys.executable, "-c", NURSERY, str(tmp_path)]
    with subprocess.Popen(line, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as nursery:
        assert nursery.stdin is not None
        assert nursery.stdout is not None
        for _ in range(MOMENTS):
            nursery.stdin.write("\n")
            nursery.stdin.flush()
            child = int(nursery.stdout.readline())
            time.sleep(chosen.random() * 0.02)
            os.kill(child, signal.SIGKILL)
            seen.add(tuple(sorted(whole(tmp_path))))
        nursery.stdin.close()
    assert len(seen) > 1, "it was killed at work"


def running(folder: Path, *more: str) -> subprocess.Popen[str]:
    line = [sys.executable, "-m", "report", "batch", str(folder / "任务.yaml"), "--workers", "2", *more]
    environ = {**os.environ, "BANXIN_CACHE": str(folder / "cache"), "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environ, start_new_session=True
    )


def delivered(folder: Path) -> dict[str, bytes]:
    """The finished reports of a folder, each as its summary says."""
    found = {}
    for summary in sorted(folder.glob("out/*/summary.json")):
        for file in json.loads(summary.read_text(encoding="utf-8"))["files"]:
            data = (summary.parent / Path(file["path"]).name).read_bytes()
            assert digest(data) == file["sha256"]
            found[summary.parent.name] = data
    return found


@pytest.mark.slow
def test_a_batch_killed_again_and_again_is_gone_on_with(tmp_path: Path) -> None:
    """The runner and its workers are killed in the middle of the work; the last run makes what is left, and no more."""
    counties(tmp_path, 12)
    chosen = random.Random(3)
    for turn in range(3):
        with running(tmp_path, *(("--resume",) if turn else ())) as run:
            assert run.stderr is not None
            assert "/12" in run.stderr.readline(), "it is at work"
            time.sleep(chosen.random() * 0.2)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(run.pid, signal.SIGKILL)
        kept = delivered(tmp_path)
    done = banxin("batch", tmp_path / "任务.yaml", "--resume", "--json", BANXIN_CACHE=str(tmp_path / "cache"))
    assert done.code == 0, done.err
    statuses = {one["name"]: one["status"] for one in done.json["jobs"][0]["reports"]}
    assert set(statuses.values()) <= {"delivered", "resumed", "unchanged"}
    assert list(statuses.values()).count("resumed") >= 1
    assert len(delivered(tmp_path)) == 12
    assert {name: delivered(tmp_path)[name] for name in kept} == kept
    assert not (tmp_path / ".banxin" / "任务.run.jsonl").exists()


@pytest.mark.slow
def test_workers_end_with_their_runner(tmp_path: Path) -> None:
    import psutil

    counties(tmp_path, 30)
    with running(tmp_path) as run:
        assert run.stderr is not None
        run.stderr.readline()
        workers = psutil.Process(run.pid).children(recursive=True)
        assert workers
        os.kill(run.pid, signal.SIGKILL)
    _, alive = psutil.wait_procs(workers, timeout=30)
    assert alive == []
