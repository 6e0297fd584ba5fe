"""What goes wrong with workers: they die, hang, grow; only the guilty report fails, and it is said why."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from report.deliver.batch import Crew, Manner, Outcome, run
from report.deliver.batch import work as worker
from report.deliver.batch.executors import Inline, kill, processes
from report.deliver.batch.limits import OverMemoryError, OverTimeError, limited
from report.deliver.batch.tasks import Made, Task
from report.deliver.jobs import Limits
from report.deliver.jobs.model import NO_LIMITS
from report.problem import problem
from tests.batch.making import counties, tasks

MANNER = Manner()


def task(name: str, number: int, limits: Limits = NO_LIMITS) -> Task:
    return Task("任务", name, Path("r.yaml"), "out", number=number, limits=limits)


def statuses(found: Iterator[Outcome]) -> dict[str, str]:
    return {one.name: one.status for one in found}


class Deadly(Executor):
    """An executor that breaks when it makes a report that is called so; a broken one takes nothing."""

    def __init__(self, alive: list[str]) -> None:
        self.alive, self.broken = alive, False

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
        given, *_ = args
        if self.broken:
            raise BrokenExecutor
        self.alive.append(given.name)
        if given.name.startswith("deadly"):
            self.broken = True

        def made(*_args: Any) -> Made:
            if self.broken:
                raise BrokenExecutor
            return Made("failed" if given.name.startswith("bad") else "delivered")

        return Inline().submit(made)


@pytest.mark.parametrize("width", [1, 2, 5])
def test_only_the_guilty_fails(width: int) -> None:
    made: list[str] = []
    names = ["a", "b", "deadly c", "d", "e", "deadly f", "g"]
    crew = Crew(Deadly(made), width, lambda: Deadly(made))
    found = statuses(run([task(name, i) for i, name in enumerate(names)], crew, MANNER))
    assert found == {name: "failed" if name.startswith("deadly") else "delivered" for name in names}
    assert all(made.count(name) <= 3 for name in names)


def test_without_a_new_executor_the_rest_fails_in_words() -> None:
    found = list(run([task(name, i) for i, name in enumerate("ab")], Crew(Deadly([])), MANNER))
    assert {one.status for one in found} == {"delivered"}
    found = list(run([task(name, i) for i, name in enumerate(["deadly", "b", "c"])], Crew(Deadly([])), MANNER))
    assert {one.name: [p.code for p in one.problems] for one in found} == {
        name: ["worker-died"] for name in ("deadly", "b", "c")
    }


def test_a_failure_may_end_the_run() -> None:
    names = ["a", "bad b", "c", "d", "e"]
    found = statuses(run([task(name, i) for i, name in enumerate(names)], Crew(Deadly([])), MANNER, go_on=False))
    assert found["bad b"] == "failed"
    assert found["e"] == "left"
    assert set(found) == set(names)


def test_a_report_that_failed_for_memory_in_a_used_process_gets_a_new_one() -> None:
    renewed: list[int] = []

    class Used(Executor):
        def __init__(self, worn: int) -> None:
            self.worn = worn

        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
            heavy = Made("failed", (problem("over-memory", limit="1"),), worn=self.worn)
            return Inline().submit(lambda: heavy if self.worn else Made("delivered"))

    def renew() -> Executor:
        renewed.append(1)
        return Used(0)

    assert statuses(run([task("a", 0), task("b", 1)], Crew(Used(3), 1, renew), MANNER)) == {
        "a": "delivered",
        "b": "delivered",
    }
    assert len(renewed) == 1


@pytest.mark.skipif(os.name == "nt", reason="no kill -9")
def test_a_real_process_that_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = tasks(counties(tmp_path, 5), tmp_path / "out")
    killed: list[int] = []

    class Tracked:
        """Kills one of the processes while reports are under way."""

        def renew(self) -> Executor:
            self.executor = processes(2, MANNER)
            return self.executor

    tracked = Tracked()
    found = []
    for one in run(listed, Crew(tracked.renew(), 2, tracked.renew), replace(MANNER, cache=str(tmp_path / "cache"))):
        found.append(one)
        if not killed:
            import multiprocessing

            victim = multiprocessing.active_children()[0]
            assert victim.pid
            os.kill(victim.pid, signal.SIGKILL)
            killed.append(victim.pid)
    tracked.executor.shutdown()
    assert killed
    assert len(found) == 5
    assert {one.status for one in found} <= {"delivered", "unchanged"}, "unchanged: written before its process died"


class Bomb:
    """What kills the process that unpacks it."""

    def __reduce__(self) -> tuple[Callable[[int], Any], tuple[int]]:
        return os._exit, (9,)


def test_a_report_that_kills_its_process_fails_alone(tmp_path: Path) -> None:
    listed = list(tasks(counties(tmp_path, 5), tmp_path / "out"))
    bomb: Any = Bomb()
    listed[2] = replace(listed[2], row=replace(listed[2].row, source=bomb))
    own = replace(MANNER, cache=str(tmp_path / "cache"))
    executors: list[Executor] = []

    def renew() -> Executor:
        executors.append(processes(2, own))
        return executors[-1]

    found = sorted(run(listed, Crew(renew(), 2, renew), own), key=lambda one: one.number)
    for executor in executors:
        executor.shutdown()
    assert [one.delivered for one in found] == [True, True, False, True, True]
    assert [p.code for p in found[2].problems] == ["worker-died"]
    assert len(executors) == 3, "one that broke, one for the suspects, one after the guilty"


# Limits


def busy(seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pass


def in_thread(work: Callable[[], None]) -> BaseException | None:
    """What a block raises in a thread that is not the main one."""
    raised: list[BaseException] = []

    def caught() -> None:
        try:
            work()
        except BaseException as error:
            raised.append(error)

    thread = threading.Thread(target=caught)
    thread.start()
    thread.join()
    return raised[0] if raised else None


def test_time_is_limited_in_the_main_thread_and_in_others() -> None:
    def work() -> None:
        with limited(Limits(seconds=0.2)):
            busy(30)

    with pytest.raises(OverTimeError):
        work()
    assert isinstance(in_thread(work), OverTimeError)
    with limited(Limits(seconds=30)):
        pass


@pytest.mark.parametrize("main", [True, False])
def test_memory_is_limited(main: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    import psutil

    if not main:  # as where the system has no limit
        monkeypatch.setattr("report.deliver.batch.limits.sys.platform", "darwin")
    most = psutil.Process().memory_info().rss + 300_000_000

    def work() -> None:
        held = []
        with limited(Limits(memory=most)):
            for _ in range(100):
                held.append(bytearray(b"x") * 20_000_000)
                busy(0.02)

    if main:
        with pytest.raises((MemoryError, OverMemoryError)):
            work()
    else:
        assert isinstance(in_thread(work), OverMemoryError)
    assert bytearray(400_000_000), "the limit is gone with its block"


def slow(*_args: Any, **_kwargs: Any) -> Any:
    busy(30)


def hungry(*_args: Any, **_kwargs: Any) -> Any:
    return [bytearray(10_000_000) for _ in range(10_000)]


@pytest.mark.parametrize(
    ("does", "limits", "code", "limit"),
    [
        (slow, Limits(seconds=0.2), "over-time", "0.2"),
        (hungry, Limits(memory=2_000_000_000), "over-memory", "2000"),
    ],
)
def test_a_report_over_its_limit_is_explained(
    does: Callable[..., Any], limits: Limits, code: str, limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "_built", does)
    (found,) = worker.make(task("a", 0, limits), replace(MANNER, straight=False)).problems
    assert (found.code, dict(found.values)) == (code, {"limit": limit})


def test_what_hears_no_signal_is_ended_with_its_process(tmp_path: Path) -> None:
    """A sum that holds the interpreter for hours: the process ends a little after the limit."""
    import subprocess
    import sys

    script = (
        "from report.deliver.batch import limits\nfrom report.deliver.jobs import Limits\n"
        "limits.GRACE = 0.3\n"
        "with limits.limited(Limits(seconds=0.2)):\n    sum(range(10**13))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], timeout=60, cwd=Path(__file__).parents[2], capture_output=True
    )
    assert done.returncode == 1
    assert b"OverTimeError" not in done.stderr, "it was not told, it was ended"


def test_a_fault_of_ours_is_one_reports_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(*_args: Any) -> Any:
        raise ZeroDivisionError("x")

    monkeypatch.setattr(worker, "_built", fault)
    assert [p.code for p in worker.make(task("a", 0), replace(MANNER, straight=False)).problems] == ["internal-fault"]


def test_a_batch_that_is_broken_off_leaves_no_processes() -> None:
    import multiprocessing

    executor = processes(2, MANNER)
    executor.submit(time.sleep, 60)
    until = time.monotonic() + 30
    while not multiprocessing.active_children() and time.monotonic() < until:
        time.sleep(0.05)
    children = multiprocessing.active_children()
    assert children
    kill(executor)
    for child in children:
        child.join(20)
        assert not child.is_alive()


@pytest.mark.skipif(sys.platform != "linux", reason="the system limits no memory")
def test_real_processes_over_their_limits(tmp_path: Path) -> None:
    """A limit that no report can keep fails each of them with its reason, and every process is used on."""
    listed = tasks(counties(tmp_path, 4), tmp_path / "out")
    tight = [replace(listed[0], limits=Limits(memory=20_000_000)), replace(listed[1], limits=Limits(seconds=0.001))]
    own = replace(MANNER, cache=str(tmp_path / "cache"))
    executors = []

    def renew() -> Executor:
        executors.append(processes(2, own))
        return executors[-1]

    found = {one.name: one for one in run([*tight, *listed[2:]], Crew(renew(), 2, renew), own)}
    for executor in executors:
        executor.shutdown()
    assert [[p.code for p in found[f"第{i}县"].problems] for i in (1, 2)] == [["over-memory"], ["over-time"]]
    assert {found[f"第{i}县"].status for i in (3, 4)} == {"delivered"}


def test_a_report_leaves_next_to_no_cycles(tmp_path: Path) -> None:
    """Workers look for them seldom, so what is done with must go by itself."""
    report = tmp_path / "r.yaml"
    (tmp_path / "甲.csv").write_text("名,数\n" + "".join(f"第{i}项,{i}\n" for i in range(40)), "utf-8")
    report.write_text(
        "格式: 1\n文档: {编号: t, 标题: 一本, 日期: 2026-03-08, 主题: brochure}\n数据: {甲: {文件: 甲.csv}}\n正文:\n"
        + "".join(f"  - 节: 第{i}节\n  - 段: 各县区把阵地建到妇女身边。\n" for i in range(30))
        + "  - 表格: {题: 表, 数据: 甲, 续表: true}\n",
        "utf-8",
    )
    gc.collect()
    gc.disable()
    try:
        for number in range(2):
            gc.collect()
            given = replace(task("r", number), report=report, folder=str(tmp_path / f"out{number}"))
            made = worker.make(given, Manner(cache=str(tmp_path / "cache")))
            assert made.status == "delivered", made.problems
        assert gc.collect() < 200
    finally:
        gc.enable()
