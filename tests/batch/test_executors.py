"""The same reports wherever they are made: the same bytes from this process, from others, from a Dask cluster."""

from __future__ import annotations

import hashlib
import json
import os
import signal
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from distributed import LocalCluster

from report.deliver.batch import Crew, Manner, Outcome, run
from report.deliver.batch.executors import ClusterError, Inline, cluster, processes
from report.deliver.batch.work import make, tool
from report.messages import render
from tests.batch.making import counties, tasks
from tests.cli.shell import banxin

COUNT = 6


@pytest.fixture(scope="module")
def jobs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return counties(tmp_path_factory.mktemp("counties"), COUNT)


@pytest.fixture(scope="module")
def manner(tmp_path_factory: pytest.TempPathFactory) -> Manner:
    return Manner(cache=str(tmp_path_factory.mktemp("cache")))


def digests(folder: Path) -> dict[str, str]:
    """sha256 of every finished file; not of the summary, which tells how long it took.

    A lock says where its report is, which differs from folder to folder; all else of it is the same.
    """
    found = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "summary.json"):
        data = path.read_bytes()
        if path.name.endswith(".lock.json"):
            data = json.dumps({**json.loads(data), "report": ""}).encode()
        found[path.relative_to(folder).as_posix()] = hashlib.sha256(data).hexdigest()
    return found


def outcomes(found: Iterator[Outcome]) -> list[Outcome]:
    listed = sorted(found, key=lambda one: one.number)
    assert [(one.status, [render(p) for p in one.problems if p.severity == "error"]) for one in listed] == [
        ("delivered", [])
    ] * len(listed)
    return listed


@pytest.fixture(scope="module")
def inline(jobs: Path, manner: Manner, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What this process makes."""
    out = tmp_path_factory.mktemp("inline")
    assert len(outcomes(run(tasks(jobs, out), Crew(Inline()), manner))) == COUNT
    made = digests(out)
    assert len(made) == 2 * COUNT
    return made


@pytest.mark.parametrize("method", ["forkserver", "spawn"])
def test_processes(method: str, jobs: Path, manner: Manner, inline: dict[str, str], tmp_path: Path) -> None:
    import multiprocessing

    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {method} here")
    with processes(2, manner, method) as executor:
        outcomes(run(tasks(jobs, tmp_path), Crew(executor, 2), manner))
    assert digests(tmp_path) == inline


def test_any_executor_will_do(jobs: Path, manner: Manner, inline: dict[str, str], tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as executor:
        outcomes(run(tasks(jobs, tmp_path), Crew(executor, 2), manner))
    assert digests(tmp_path) == inline


def test_bytes_that_come_back(jobs: Path, manner: Manner, inline: dict[str, str], tmp_path: Path) -> None:
    with processes(2, manner) as executor:
        outcomes(run(tasks(jobs, tmp_path), Crew(executor, 2), replace(manner, straight=False)))
    assert digests(tmp_path) == inline


class Away(Executor):
    """A worker that does not see the folder: it gets tasks whose report is nowhere, and inputs by content."""

    def __init__(self) -> None:
        self.sent: list[int] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
        task, manner, parcel = args
        assert parcel is not None
        self.sent.append(len(parcel.blobs))
        return Inline().submit(fn, replace(task, report=Path("nowhere", "r.yaml")), manner, parcel)


def test_inputs_travel_by_content_and_each_only_once(
    jobs: Path, manner: Manner, inline: dict[str, str], tmp_path: Path
) -> None:
    away, own = Away(), Manner(cache=str(tmp_path / "cache"), straight=False)
    outcomes(run(tasks(jobs, tmp_path / "out"), Crew(away, sees=False), own))
    assert digests(tmp_path / "out") == inline, "the lock, too, says the same"
    assert away.sent == [2] + [1] * (COUNT - 1), "report and picture, then a picture each"
    again = Away()
    outcomes(run(tasks(jobs, tmp_path / "again"), Crew(again, sees=False), replace(own, cache=str(tmp_path / "other"))))
    for kept in (path for path in (tmp_path / "other" / "inputs").rglob("*") if path.is_file()):
        kept.write_bytes(b"damaged")
    outcomes(run(tasks(jobs, tmp_path / "more"), Crew(away, sees=False), replace(own, cache=str(tmp_path / "other"))))
    assert digests(tmp_path / "more") == inline


def test_a_worker_that_lacks_what_others_were_sent_says_so(jobs: Path, inline: dict[str, str], tmp_path: Path) -> None:
    class Many(Away):
        """Each task to another worker, with a cache of its own."""

        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
            task, manner, parcel = args
            own = replace(manner, cache=str(tmp_path / f"cache{len(self.sent) % 3}"))
            return super().submit(fn, task, own, parcel)

    many = Many()
    outcomes(run(tasks(jobs, tmp_path / "out"), Crew(many, sees=False), Manner(straight=False)))
    assert digests(tmp_path / "out") == inline
    assert len(many.sent) > COUNT, "some were sent again"


def test_an_input_that_changes_on_the_way_is_told(jobs: Path, tmp_path: Path) -> None:
    class Changed(Away):
        """What travels along is not what was announced."""

        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
            task, manner, parcel = args
            other = {value: data + b" " for value, data in parcel.blobs.items()}
            return super().submit(fn, task, manner, replace(parcel, blobs=other))

    (first, *_) = tasks(jobs, tmp_path)
    changed = Changed()
    (found,) = run([first], Crew(changed, sees=False), Manner(cache=str(tmp_path / "cache"), straight=False))
    assert len(changed.sent) == 2, "it is sent once more"
    assert {(p.code, dict(p.values)["file"]) for p in found.problems} == {
        ("input-changed", "img/001.jpg"),
        ("input-changed", "县报.yaml"),
    }


def test_problems_of_a_sent_report_name_its_files_at_home(jobs: Path, tmp_path: Path) -> None:
    (first, *_) = tasks(jobs, tmp_path)
    cells = tuple(cell._replace(text="王\U0002a6d6") if cell.text == "王芳" else cell for cell in first.row.cells)
    bad = replace(first, row=replace(first.row, cells=cells))
    (found,) = run([bad], Crew(Away(), sees=False), Manner(cache=str(tmp_path / "cache"), straight=False))
    assert found.status == "failed"
    assert {p.place.file for p in found.problems if p.place} == {str(jobs.with_name("县报.yaml"))}


def test_what_has_not_changed_is_not_sent(jobs: Path, manner: Manner, tmp_path: Path) -> None:
    outcomes(run(tasks(jobs, tmp_path), Crew(Inline()), manner))
    away = Away()
    found = list(run(tasks(jobs, tmp_path), Crew(away, sees=False), manner))
    assert ({one.status for one in found}, away.sent) == ({"unchanged"}, [])


def test_a_worker_of_another_version_makes_nothing(jobs: Path, manner: Manner, tmp_path: Path) -> None:
    (first, *_) = tasks(jobs, tmp_path)
    assert [p.code for p in make(first, replace(manner, tool="another")).problems] == ["worker-version"]
    assert make(first, replace(manner, tool=tool())).status == "delivered"


@pytest.fixture
def dask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A scheduler and two workers on loopback, each a process with a cache of its own."""
    monkeypatch.setenv("BANXIN_CACHE", str(tmp_path / "worker-cache"))
    made = LocalCluster(n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None)
    with made:
        yield made


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # those of Dask
def test_a_cluster_and_one_of_its_workers_killed(dask: Any, jobs: Path, inline: dict[str, str], tmp_path: Path) -> None:
    own = Manner(straight=False, tool=tool())
    killed = False
    found = []
    with cluster(dask.scheduler_address) as (executor, width):
        assert width == 2
        for one in run(tasks(jobs, tmp_path / "out"), Crew(executor, width, sees=False), own):
            found.append(one)
            if not killed:
                os.kill(next(iter(dask.workers.values())).pid, signal.SIGKILL)
                killed = True
    assert sorted(one.status for one in found) == ["delivered"] * COUNT
    assert digests(tmp_path / "out") == inline


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_cluster_writes_straight_to_a_url(dask: Any, jobs: Path, inline: dict[str, str], tmp_path: Path) -> None:
    url = (tmp_path / "share").as_uri()
    with cluster(dask.scheduler_address) as (executor, width):
        outcomes(run(tasks(jobs, url), Crew(executor, width, sees=False), Manner(straight=True, tool=tool())))
    pdfs = {name: value for name, value in inline.items() if name.endswith(".pdf")}
    assert {name: value for name, value in digests(tmp_path / "share").items() if name.endswith(".pdf")} == pdfs


def test_a_cluster_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("report.deliver.batch.executors.PATIENCE", 0.5)
    with pytest.raises(ClusterError) as caught, cluster("tcp://127.0.0.1:9"):
        pass
    assert [p.code for p in caught.value.problems] == ["no-cluster"]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_the_command_on_a_cluster(dask: Any, inline: dict[str, str], tmp_path: Path) -> None:
    folder = counties(tmp_path / "c", COUNT).parent
    (folder / "img" / "002.jpg").unlink()
    own = {"BANXIN_CACHE": str(tmp_path / "cache")}
    done = banxin("batch", folder / "任务.yaml", "--dask", dask.scheduler_address, "--json", **own)
    assert done.code == 1
    assert Counter(one["status"] for one in done.json["jobs"][0]["reports"]) == {"delivered": COUNT - 1, "failed": 1}
    assert f"{folder / '县报.yaml'}:21:13: 错误[missing-file]" in done.err
    assert {name: inline[name] for name in digests(folder / "out")} == digests(folder / "out")
    again = banxin("batch", folder / "任务.yaml", "--dask", dask.scheduler_address, "--json", **own)
    assert Counter(one["status"] for one in again.json["jobs"][0]["reports"]) == {"unchanged": COUNT - 1, "failed": 1}
