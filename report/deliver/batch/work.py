"""What a worker does with one report: the same in this process, in another one, and on another machine."""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

from report import program as running
from report.deliver import edition
from report.deliver.batch.limits import OverMemoryError, OverTimeError, full, limited
from report.deliver.batch.parcels import Parcel, at_home, gathered, unpacked
from report.deliver.batch.places import fetched, write
from report.deliver.batch.tasks import Made, Manner, Task
from report.deliver.cache import FolderCache, RunCache, default_folder
from report.deliver.edition import Json
from report.deliver.finished import certified, finished
from report.messages import as_json
from report.modules import alone
from report.named import NamedTuple
from report.problem import ReportError, of_fault, valued
from report.record import replace

if TYPE_CHECKING:
    from report.pipeline import Built
    from report.warm import Warm

_ONE = threading.Lock()
"""A process makes one report at a time: its limits are those of the process, and not every library is for threads."""
NEVER = 2**63 - 1
"""A moment after which nothing was saved: what was sent here is what its digest says."""
SELDOM = 64
"""Reports after which a worker looks for cycles: a report leaves next to none, and in the midst of one nearly all that
is looked at is in use, which took a twentieth of the time."""
_made = 0


def start(manner: Manner) -> None:
    """Make a process a worker. Fonts are opened by the first report that has them, and stay open."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all of a terminal; the runner ends its workers
    threading.Thread(target=_end_with_parent, daemon=True).start()
    alone()
    _cache_of(manner)
    gc.collect()
    gc.freeze()  # what has been read stays, and nobody need look at it again
    gc.set_threshold(*running.CYCLES)


def _end_with_parent() -> None:
    """A worker whose runner was killed has nobody to work for."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@cache
def warm() -> Warm:
    """What this process keeps between reports."""
    from report.warm import Warm

    return Warm(series=True)


@cache
def _cache_of(manner: Manner) -> FolderCache | RunCache:
    return FolderCache(Path(manner.cache)) if manner.cache else RunCache()


@cache
def program() -> Json:
    """This program and its libraries, as a lock has them: a process keeps to what it has loaded."""
    return running.tool()


def tool() -> str:
    """The digest of this program and its libraries."""
    return running.digest(edition.as_bytes(program()))


def make(task: Task, manner: Manner, parcel: Parcel | None = None) -> Made:
    """A task to what came of it; never raises for what is wrong with the report."""
    global _made  # noqa: PLW0603 - the age of this process
    with _ONE:
        began, started = time.time_ns(), time.perf_counter()
        try:
            with limited(task.limits):
                made = _of_version(task, manner, parcel)
        except ReportError as error:
            made = Made("failed", error.problems)
        except OverTimeError:
            made = _failed("over-time", limit=f"{task.limits.seconds:g}")
        except (OverMemoryError, MemoryError):
            made = _over_memory(task)
        except Exception as fault:
            made = _over_memory(task) if full(task.limits) else Made("failed", (of_fault(fault),))
        _made += 1
        if _made % SELDOM == 0:
            gc.collect()
        return replace(made, began=began, seconds=time.perf_counter() - started, worn=_made - 1)


def _over_memory(task: Task) -> Made:
    return _failed("over-memory", limit=f"{task.limits.memory / 1e6:g}" if task.limits.memory else "")


def _failed(code: str, **values: str) -> Made:
    return Made("failed", (valued(code, None, "error", values),))


def _of_version(task: Task, manner: Manner, parcel: Parcel | None) -> Made:
    if manner.tool and manner.tool != tool():
        return _failed("worker-version", host=os.uname().nodename if hasattr(os, "uname") else "")
    if parcel is None:
        return _done(task, manner)
    contents, missing = gathered(parcel, _store(manner))
    if missing:
        return Made("wanting", wanting=missing)
    with unpacked(parcel, contents) as report:
        return _sent(task, manner, parcel, report)


@cache
def _store(manner: Manner) -> FolderCache:
    """Where a worker keeps the inputs that it was sent, the longest unused of which go first."""
    folder = Path(manner.cache) if manner.cache else default_folder(os.environ)
    return FolderCache((folder or Path(gettempdir(), "banxin")) / "inputs")


def _done(task: Task, manner: Manner) -> Made:
    """A report whose folder this worker sees."""
    if task.skip_unchanged:
        kept = unchanged(task)
        if kept is not None:
            return Made("unchanged", kept.problems, kept.summary)
    began, started = time.time_ns(), time.perf_counter()
    built = _built(task, task.report, manner)
    certificates = certified(built, manner.language)
    if not manner.straight:
        return Made("built", built.problems, built=_light(built), certificates=certificates)
    seconds = round(time.perf_counter() - started, 3)
    package = Package(built, certificates, locked(task, built, began))
    return Made("delivered", built.problems, deliver(task, manner, package, seconds))


def unchanged(task: Task) -> edition.Edition | None:
    """What stands where a task's files go, if a new build would repeat it."""
    if not task.is_url:
        return edition.unchanged(task.report, Path(task.folder), task.choices, made_by=program())
    home = task.report.parent  # from there a lock that lies under a URL names the report
    for text in fetched(task.folder, lambda name: name.endswith(".lock.json")).values():
        with suppress(LookupError, TypeError, ValueError, AttributeError):  # a lock of another shape: build again
            old = json.loads(text)
            if edition.repeats(old, task.report, home, task.choices, program()):
                return _under_url(task, old)
    return None


def _under_url(task: Task, old: Json) -> edition.Edition | None:
    """The build of a lock under a URL; None where its files are not those that it wrote."""
    held = fetched(task.folder, lambda name: name in old["files"] or name == edition.SUMMARY)
    summary = json.loads(held.get(edition.SUMMARY, b"{}"))
    if any(running.digest(held.get(file, b"")) != value for file, value in old["files"].items()):
        return None
    if {Path(file["path"]).name: file["sha256"] for file in summary["files"]} != old["files"]:
        return None
    problems = tuple(edition.problem_of(kept, task.report.parent) for kept in old["problems"])
    return edition.Edition(Path(task.folder), {**summary, "cached": True}, problems)


def _sent(task: Task, manner: Manner, parcel: Parcel, report: Path) -> Made:
    """A report that was sent here; what it says of its files is said of those at home."""
    away, started = report.parent, time.perf_counter()
    try:
        built = _built(task, report, manner)
    except ReportError as error:
        return Made("failed", tuple(at_home(p, away, parcel.home) for p in error.problems))
    certificates = certified(built, manner.language)
    problems = tuple(at_home(p, away, parcel.home) for p in built.problems)
    inputs = {_home_path(path, away, parcel.home): value for path, value in built.inputs.items()}
    home = replace(_light(built), problems=problems, inputs=inputs)
    if not manner.straight:
        return Made("built", problems, built=home, certificates=certificates)
    lock = locked(replace(task, report=report), built, NEVER)  # a lock names files from the report's folder
    seconds = round(time.perf_counter() - started, 3)
    return Made("delivered", problems, deliver(task, manner, Package(home, certificates, lock), seconds))


def _home_path(path: str, away: Path, home: str) -> str:
    return str(Path(home, Path(path).relative_to(away))) if Path(path).is_relative_to(away) else path


def _built(task: Task, report: Path, manner: Manner) -> Built:
    from report import pipeline

    choices = task.choices
    options = pipeline.Options(choices.only, choices.draft, choices.fonts, task.row)
    return pipeline.build(report, options, _cache_of(manner), _silent, warm())


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Progress inside a report, which nobody watches in a batch."""


def _light(built: Built) -> Built:
    """The build without the readings of preflight, whose certificates are made."""
    return replace(built, files=tuple(replace(file, judged=None) for file in built.files))


def locked(task: Task, built: Built, began: int) -> Json:
    """The lock of a build that began then (nanoseconds of the epoch)."""
    home = task.report.parent if task.is_url else Path(task.folder)
    return edition.lock(built, task.report, home, task.choices, began, made_by=program())


class Package(NamedTuple):
    """What is delivered: a build, its certificates, its lock."""

    built: Built
    certificates: Mapping[str, bytes]
    lock: Json


def deliver(task: Task, manner: Manner, package: Package, seconds: float) -> Json:
    """Write the files of a build into the folder or URL of its task; returns the summary. Raises OutputError."""
    built, certificates, lock = package
    told = [as_json(p, manner.language, str(task.report)) for p in built.problems]
    summary = edition.summary(built, Path(task.folder), told, seconds)
    if task.is_url:
        for file in summary["files"]:
            file["path"] = f"{task.folder.rstrip('/')}/{Path(file['path']).name}"
    write(task.folder, finished(built, certificates, summary, lock))
    return summary
