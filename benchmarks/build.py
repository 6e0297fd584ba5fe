"""How long the sample takes, as the contract means its words: cold, cached, unchanged.

Each figure is the median of five runs, the three kinds taken in turn; every run is a new process. Prints a table and
asserts nothing: a busy machine says nothing about the program. `python benchmarks/build.py [REPORT]`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 5


class Measured(NamedTuple):
    """One run: wall and processor time in seconds, peak memory in bytes."""

    wall: float
    cpu: float
    peak: int


def run(report: Path, folder: Path, *options: str) -> Measured:
    """Build the report in a new process, with the cache and the output below the folder."""
    line = [sys.executable, str(ROOT / "generate.py"), "build", str(report), "-o", str(folder / "out"), *options]
    environ = {**os.environ, "BANXIN_CACHE": str(folder / "cache")}
    start = perf_counter()
    build = subprocess.Popen(line, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert build.stderr is not None
    with build.stderr as stream:
        said = stream.read().decode(errors="replace")
    _, status, used = os.wait4(build.pid, 0)
    wall = perf_counter() - start
    build.returncode = os.waitstatus_to_exitcode(status)
    if build.returncode:
        sys.exit(said)
    peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)  # getrusage(2): bytes on macOS, else KiB
    return Measured(wall, used.ru_utime + used.ru_stime, peak)


def cold(report: Path, folder: Path) -> Measured:
    for part in ("cache", "out"):
        shutil.rmtree(folder / part, ignore_errors=True)
    return run(report, folder)


def cached(report: Path, folder: Path) -> Measured:
    return run(report, folder, "--force")


def unchanged(report: Path, folder: Path) -> Measured:
    return run(report, folder)


KINDS: tuple[Callable[[Path, Path], Measured], ...] = (cold, cached, unchanged)


def main(report: Path) -> None:
    with TemporaryDirectory(prefix="banxin-bench-") as name:
        rounds = [[kind(report, Path(name)) for kind in KINDS] for _ in range(ROUNDS + 1)][
            1:
        ]  # the first warms the disk
    print(f"{report.name}, Python {sys.version.split()[0]}, {os.cpu_count()} processors, median of {ROUNDS}")
    print(f"{'':10}{'wall s':>8}{'cpu s':>8}{'peak MB':>9}   wall, each run")
    for kind, runs in zip(KINDS, zip(*rounds, strict=True), strict=True):
        wall, cpu, peak = (median(values) for values in zip(*runs, strict=True))
        each = " ".join(f"{r.wall:.2f}" for r in runs)
        print(f"{kind.__name__:10}{wall:8.2f}{cpu:8.2f}{peak / 1e6:9.0f}   {each}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "data/kaifeng/report.yaml")
