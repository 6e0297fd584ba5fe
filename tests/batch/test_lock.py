"""One run at a time: a second one says who is at work, a dead one stands in nobody's way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from report.deliver.lock import HeldError, Owner, held, owner_of
from report.deliver.output import OutputError
from report.messages import render

ROOT = Path(__file__).parents[2]
HOLDER = """
import sys, time
from pathlib import Path
from report.deliver.lock import held
with held(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def holder(path: Path, seconds: float) -> subprocess.Popen[bytes]:
    """Another process that holds the lock."""
    line = [sys.executable, "-c", HOLDER, str(path), str(seconds)]
    process = subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    return process


def test_the_owner_is_named_while_the_block_runs(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.lock"
    with held(path) as owner:
        assert owner_of(path) == owner
        assert owner.pid == os.getpid()
    assert owner_of(path) is None


def test_a_second_run_says_who_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    other = holder(path, 60)
    try:
        with pytest.raises(HeldError) as caught, held(path):
            pass
        assert caught.value.exit_code == 3
        assert f"进程 {other.pid}" in render(caught.value.problems[0])
    finally:
        other.kill()
        other.communicate()


def test_it_waits_as_long_as_it_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    other = holder(path, 0.5)
    with held(path, wait=60) as owner:
        assert owner_of(path) == owner
    other.communicate()


@pytest.mark.skipif(os.name == "nt", reason="no kill -9")
def test_the_lock_of_a_killed_process_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    other = holder(path, 60)
    other.send_signal(signal.SIGKILL)
    other.communicate()
    left = owner_of(path)
    assert left is not None
    assert left.pid == other.pid
    with held(path) as owner:
        assert owner_of(path) == owner


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": "x"}'])
def test_a_file_that_says_nothing_is_no_lock(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    path.write_text(text, encoding="utf-8")
    assert owner_of(path) is None
    with held(path):
        assert json.loads(path.read_text(encoding="utf-8"))["pid"] == os.getpid()


def test_where_no_file_can_be_made_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError), held(tmp_path / "file" / "a.lock"):
        pass


def test_the_lock_is_given_back_when_the_block_fails(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    with pytest.raises(ZeroDivisionError), held(path):
        raise ZeroDivisionError
    with held(path) as owner:
        assert isinstance(owner, Owner)
