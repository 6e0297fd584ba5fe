"""Editions under kill -9 and under two writers: what is there is whole."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from report.deliver.keeping import editions, keep_edition
from tests.differences.builds import built, write

ROOT = Path(__file__).parents[2]
WRITER = """
import hashlib, sys
from pathlib import Path
from report.deliver.output import Whole, write_folder
def choose(present):
    number = max((int(name) for name in present), default=0) + 1
    files = {f"{n}.pdf": bytes([number % 256]) * 300_000 for n in range(4)}
    files["manifest.json"] = hashlib.sha256(b"".join(files.values())).hexdigest().encode()
    return Whole(f"{number:06d}", files, tuple(sorted(present)[:-2]))
print("ready", flush=True)
while True:
    write_folder(Path(sys.argv[1]), choose)
"""


def whole(folder: Path) -> bool:
    data = b"".join((folder / f"{n}.pdf").read_bytes() for n in range(4))
    return (folder / "manifest.json").read_bytes().decode() == hashlib.sha256(data).hexdigest()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
def test_a_writer_that_is_killed_leaves_whole_editions(tmp_path: Path) -> None:
    home, chance = tmp_path / "editions", random.Random(7)
    for _ in range(25):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(home)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
        ) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(chance.uniform(0.0, 0.12))
            writer.send_signal(signal.SIGKILL)
        kept = sorted(path for path in home.glob("*") if not path.name.startswith("."))
        assert all(whole(path) for path in kept)
        assert len(kept) <= 4
    assert max(int(path.name) for path in kept) > 25, "the numbers go on after a kill"


def _keep(folder: str) -> str:
    return keep_edition(Path(folder), "small", 3).folder.name


def test_two_that_keep_at_once_keep_one_edition(tmp_path: Path) -> None:
    built(write(tmp_path), tmp_path / "out")
    with ProcessPoolExecutor(3, get_context("spawn")) as executor:
        names = list(executor.map(_keep, [str(tmp_path / "out")] * 6))
    assert len(set(names)) == 1
    assert [path.name for path in editions(tmp_path / "out")] == names[:1]
