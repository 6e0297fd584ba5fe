"""Ours beside Typst, WeasyPrint and plain ReportLab: `python benchmarks/rivals/run.py [ROUNDS] [-o FILE.json]`.

The same words, fonts, page and type from data to PDF, each run a new process, the programs taken in turn; medians, and
ratios to the best of the others in that run. Works: W1 a brochure with six charts, W1c the same with charts at hand,
W2 two hundred pages without charts, W2c the same after a sentence was changed, W3 a hundred different brochures on two
processors, W4 a run where nothing changed, and pages by the thousand. Bytes are without the colour profile. Asserts
nothing: a busy machine says nothing about us.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from importlib.metadata import version
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, sleep, time_ns

import psutil

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from benchmarks import goals
from benchmarks.rivals import by_us, content

OTHERS = ("typst", "weasyprint", "reportlab")
LIBRARIES = ("typst", "weasyprint", "reportlab", "matplotlib")
BROCHURES = 100


@dataclass(frozen=True)
class Measured:
    """One run: seconds of wall and processor, bytes of memory at the most and of the file, its pages."""

    wall: float
    cpu: float
    peak: int
    bytes: int = 0
    pages: int = 0


Run = Callable[[], Measured]


def timed(line: Sequence[str], environ: Mapping[str, str] | None = None) -> Measured:
    """A program in a new process."""
    start = perf_counter()
    child = subprocess.Popen(
        list(line), env={**os.environ, **(environ or {})}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert child.stderr is not None
    with child.stderr as stream:
        said = stream.read().decode(errors="replace")
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{' '.join(line)}: {said[-2000:]}")
    return Measured(perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def watched(line: Sequence[str], environ: Mapping[str, str] | None = None) -> Measured:
    """A program in a new process with all that it starts: processor time as last seen of each, memory of all at once.

    Who starts workers by a server of processes is not told what they took; so they are looked at ten times a second.
    """
    start, spent, peak = perf_counter(), dict[int, float](), 0
    with subprocess.Popen(list(line), env={**os.environ, **(environ or {})}, stdout=subprocess.DEVNULL) as child:
        whole = psutil.Process(child.pid)
        while child.poll() is None:
            held = 0
            for one in _tree(whole):
                try:
                    times = one.cpu_times()
                    spent[one.pid] = times.user + times.system
                    held += one.memory_info().rss
                except psutil.Error:  # it has just ended
                    continue
            peak = max(peak, held)
            sleep(0.1)
    if child.returncode:
        sys.exit(f"{' '.join(line)} ended with {child.returncode}")
    return Measured(perf_counter() - start, sum(spent.values()), peak)


def _tree(whole: psutil.Process) -> list[psutil.Process]:
    try:
        return [whole, *whole.children(recursive=True)]
    except psutil.Error:
        return []


def sized(found: Measured, path: Path) -> Measured:
    """With bytes and pages of the file; a colour profile, which the others have not, is not counted."""
    import pikepdf

    with pikepdf.open(path) as pdf:
        intents = pdf.Root.get("/OutputIntents", [])
        held = {
            p.objgen: len(p.read_raw_bytes()) for one in intents if (p := one.get("/DestOutputProfile")) is not None
        }
        size = path.stat().st_size - sum(held.values())
        return Measured(found.wall, found.cpu, found.peak, size, len(pdf.pages))


def other(name: str, folder: Path) -> Run:
    program = str(ROOT / f"benchmarks/rivals/by_{name}.py")
    return lambda: sized(timed([sys.executable, program, str(folder)]), folder / f"{name}.pdf")


def ours(report: Path, *options: str, cold: bool) -> Run:
    """Our build; cold: with no cache and no earlier output."""
    folder = report.parent
    out, cache = folder / "out", folder / "cache"
    line = [sys.executable, str(ROOT / "generate.py"), "build", str(report), "-o", str(out), *options]

    def run() -> Measured:
        if cold:
            for part in (out, cache):
                shutil.rmtree(part, ignore_errors=True)
        found = timed(line, {"BANXIN_CACHE": str(cache)})
        return sized(found, next(out.glob("*-press.pdf")))

    return run


def changed(report: Path) -> Run:
    """Our build after one sentence in the middle was changed, with what two builds before left in the cache."""
    run, lines = ours(report, cold=False), report.read_text(encoding="utf-8").splitlines()
    texts = [i for i, line in enumerate(lines) if line.startswith("  - text: ")]
    at, number = texts[len(texts) // 2], count(1)

    def again() -> Measured:
        new = f"{lines[at][:-1]}，这是第{next(number)}次改。"
        report.write_text("\n".join([*lines[:at], new, *lines[at + 1 :], ""]), encoding="utf-8")
        os.utime(report, ns=(0, time_ns() - 10**10))  # nobody saves and builds within two seconds
        return run()

    again(), again()
    return again


def work(made: content.Work, home: Path) -> tuple[Path, Path]:
    """The work in a folder for the others, and as a report of ours."""
    folder = home / made.name
    made.save(folder)
    return folder, by_us.write(made, folder)


def typst_alone(folder: Path) -> Run:
    """Typst where charts and source are at hand."""
    code = (
        "import sys, typst; from pathlib import Path; f = Path(sys.argv[1]); "
        "typst.compile(f / 'typst.typ', output=f / 'typst.pdf', font_paths=[sys.argv[2]], ignore_system_fonts=True)"
    )
    line = [sys.executable, "-c", code, str(folder), str(ROOT / "fonts")]

    def run() -> Measured:
        if not (folder / "typst.typ").is_file():
            other("typst", folder)()
        return sized(timed(line), folder / "typst.pdf")

    return run


def batch_of_ours(home: Path) -> Run:
    """W3: a job file with a report for each brochure, by `banxin batch` on two processes."""
    tasks = []
    for seed in range(BROCHURES):
        report = by_us.write(content.brochure(seed), home / f"b{seed}")
        tasks.append(f"  - {{名: b{seed}, 报告: {report.relative_to(home).as_posix()}, 输出: out/b{seed}}}\n")
    jobs = home / "jobs.yaml"
    jobs.write_text("格式: 1\n任务:\n" + "".join(tasks), encoding="utf-8")
    line = [sys.executable, str(ROOT / "generate.py"), "batch", str(jobs), "--workers", "2"]

    def run() -> Measured:
        for part in ("out", "cache"):
            shutil.rmtree(home / part, ignore_errors=True)
        found = watched(line, {"BANXIN_CACHE": str(home / "cache")})
        return _files(found, list(home.glob("out/**/*-press.pdf")))

    return run


def batch_of_typst(home: Path) -> Run:
    """W3 by Typst and matplotlib: two processes that stay, each brochure from its data."""
    for seed in range(BROCHURES):
        content.brochure(seed).save(home / f"b{seed}")
    program = str(ROOT / "benchmarks/rivals/many_by_typst.py")
    return lambda: _files(watched([sys.executable, program, str(home)]), list(home.glob("b*/typst.pdf")))


def _files(found: Measured, paths: Sequence[Path]) -> Measured:
    """With the bytes of all files, colour profiles too, and their number for pages."""
    return Measured(found.wall, found.cpu, found.peak, sum(path.stat().st_size for path in paths), len(paths))


@dataclass(frozen=True)
class Row:
    """What one program needed for one work: medians."""

    work: str
    by: str
    wall: float
    cpu: float
    peak: int
    bytes: int
    pages: int


def rows(name: str, runs: Mapping[str, Run], rounds: int) -> list[Row]:
    """The programs in turn, so many rounds, after one that warms the disk."""
    found: dict[str, list[Measured]] = {by: [] for by in runs}
    for turn in range(rounds + 1):
        for by, run in runs.items():
            measured = run()
            if turn:
                found[by].append(measured)
    made = [_row(name, by, measured) for by, measured in found.items()]
    best = min((row.wall for row in made if row.by != "banxin"), default=0.0)
    for row in made:
        ratio = f"{row.wall / best:6.2f}" if best else "      "
        size = f"{row.bytes / 1000:8.0f}" if row.bytes else "        "
        print(
            f"{name:5} {row.by:11} {row.wall:7.2f} {row.cpu:7.2f} {ratio} {row.peak / 1e6:7.0f} {size} {row.pages:6}",
            flush=True,
        )
    return made


def _row(name: str, by: str, measured: Sequence[Measured]) -> Row:
    each = zip(*(asdict(one).values() for one in measured), strict=True)
    wall, cpu, peak, size, pages = (median(values) for values in each)
    return Row(name, by, wall, cpu, int(peak), int(size), int(pages))


def starting(rounds: int) -> float:
    """Wall seconds of a build of four plain pages: what starting takes, and little else."""
    with TemporaryDirectory(prefix="banxin-bench-") as name:
        (Path(name) / "four.yaml").write_text(goals.FOUR, encoding="utf-8")
        run = ours(Path(name) / "four.yaml", "--force", cold=False)
        return median(run().wall for _ in range(rounds + 1))


def main(rounds: int, wanted: str) -> list[Row]:
    print(f"{'':5} {'':11} {'wall s':>7} {'cpu s':>7} {'ratio':>6} {'peak MB':>7} {'kB':>8} {'pages':>6}")
    with TemporaryDirectory(prefix="banxin-bench-") as name:
        home = Path(name)
        brochure, report = work(content.brochure(), home)
        long_one, long_report = work(content.long_report(), home)
        edited = changed(by_us.write(content.long_report(), home / "changed"))
        works: dict[str, dict[str, Run]] = {
            "W1": {"banxin": ours(report, cold=True), **{by: other(by, brochure) for by in OTHERS}},
            "W1c": {"banxin": ours(report, "--force", cold=False), "typst": typst_alone(brochure)},
            "W2": {"banxin": ours(long_report, cold=True), **{by: other(by, long_one) for by in OTHERS}},
            "W2c": {"banxin": edited, "typst": other("typst", long_one)},
            "W4": {"banxin": ours(report, cold=False)},
        }
        for pages in (10, 100, 1000):
            works[f"P{pages}"] = {"banxin": ours(work(content.long_report(pages), home)[1], cold=True)}
        found = [row for key, runs in works.items() if re.fullmatch(wanted, key) for row in rows(key, runs, rounds)]
        if re.fullmatch(wanted, "W3"):
            many = {"banxin": batch_of_ours(home / "ours"), "typst": batch_of_typst(home / "typst")}
            found += rows("W3", many, 1)
    return found


if __name__ == "__main__":
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("rounds", nargs="?", type=int, default=5)
    given.add_argument("--only", default=".*", help="works, as a regular expression")
    given.add_argument("-o", "--output", type=Path)
    asked = given.parse_args()
    results = main(asked.rounds, asked.only)
    if asked.output:
        asked.output.parent.mkdir(parents=True, exist_ok=True)
        told = {
            "date": date.today().isoformat(),
            "machine": f"{platform.machine()}, {len(psutil.Process().cpu_affinity() or [])} processors",
            "versions": {"python": platform.python_version(), **{name: version(name) for name in LIBRARIES}},
            "rounds": asked.rounds,
            "start": round(starting(asked.rounds), 3),
            "rows": [asdict(row) for row in results],
        }
        asked.output.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
