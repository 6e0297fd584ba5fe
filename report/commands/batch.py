"""batch: many reports by a job file; one bad report stops nothing, and the exit code says how many there were."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from contextlib import contextmanager
from fnmatch import fnmatchcase
from itertools import chain, groupby
from time import perf_counter, time

from report.commands.arguments import GOOD, INTERRUPTED, Usage, near
from report.commands.meter import Meter, table
from report.commands.reports import fonts_of, report_file
from report.deliver.aftermath import Following
from report.deliver.batch import Crew, Manner, Outcome, Plan, Task, planned, run
from report.deliver.batch.executors import Inline, NoProcessesError, cluster, cores, kill, processes
from report.deliver.batch.journal import Journal, journal, journal_of, key_of, lock_of
from report.deliver.batch.places import HERE
from report.deliver.batch.tasks import DONE, outcome
from report.deliver.batch.work import tool
from report.deliver.cache import default_folder
from report.deliver.edition import Choices, Json
from report.deliver.jobs import Job, read_jobs
from report.deliver.lock import held
from report.deliver.runs import home_of
from report.deliver.watch import read_records
from report.named import NamedTuple
from report.problem import ContentError, Problem, problem
from report.record import replace
from report.terminal import Screen

SOME_FAILED, NONE_DELIVERED = 1, 3
NAMED = 3
"""Reports that are named where many have the same warning."""


class Planned(NamedTuple):
    """A job with what is to be made for it."""

    job: Job
    plan: Plan

    @property
    def reports(self) -> int:
        return len(self.plan.tasks) + len(self.plan.failed)


class Notes(NamedTuple):
    """Where a run is written down: for one that goes on with it, and for who watches."""

    journal: Journal
    following: Following


def batch(asked: argparse.Namespace, screen: Screen, environ: Mapping[str, str]) -> int:
    path = report_file(asked.jobs)
    jobs = _wanted(_planned(read_jobs(path), Choices(fonts=fonts_of(environ)), environ), asked.only)
    for one in jobs:
        screen.tell(one.plan.problems, str(path))
    home = home_of(path, environ)
    records = read_records(path, home)
    records = replace(records, log=asked.log or records.log, metrics=asked.metrics or records.metrics)
    following = Following([one.job for one in jobs], records, environ, time, screen.language)
    found: dict[str, list[Outcome]] = {}
    started = perf_counter()
    with held(lock_of(path, home)), journal(journal_of(path, home), asked.resume) as kept:
        screen.tell(following.started(sum(one.reports for one in jobs)), str(path))
        code = INTERRUPTED
        try:
            for together in _together(jobs):
                found |= _made(together, asked, screen, environ, Notes(kept, following))
            code = _exit_code(jobs, found)
        except KeyboardInterrupt:
            screen.mutter(screen.word("batch-resume", file=path))
            raise
        finally:
            screen.tell(following.ended(code), str(path))
    _tell(jobs, found, perf_counter() - started, asked.json, screen)
    return code


def _planned(jobs: tuple[Job, ...], choices: Choices, environ: Mapping[str, str]) -> tuple[Planned, ...]:
    """The tasks of all jobs. Raises ContentError with the mistakes of all of them."""
    found: list[Planned] = []
    problems: list[Problem] = []
    for job in jobs:
        try:
            found.append(Planned(job, planned(job, choices, environ)))
        except ContentError as error:
            problems += error.problems
    problems += _shared(found)
    if problems:
        raise ContentError(problems)
    return tuple(found)


def _shared(jobs: list[Planned]) -> Iterator[Problem]:
    """Jobs whose files would go into one folder, the later over the earlier."""
    homes: dict[str, Job] = {}
    for job, plan in jobs:
        others = {task.folder: homes[task.folder] for task in plan.tasks if task.folder in homes}
        for folder, other in list(others.items())[:1]:
            place = job.places.get("output", job.place)
            yield problem("jobs-share-folder", place, name=job.name, other=other.name, folder=folder)
        homes |= {task.folder: job for task in plan.tasks}


def _wanted(jobs: tuple[Planned, ...], pattern: str | None) -> tuple[Planned, ...]:
    """The reports whose name, job, or JOB/NAME one of the patterns fits."""
    if pattern is None:
        return jobs
    patterns = [part for part in re.split("[,，、]", pattern) if part]

    def fits(job: str, name: str) -> bool:
        return any(fnmatchcase(said, p) for p in patterns for said in (name, job, f"{job}/{name}"))

    chosen = []
    for job, plan in jobs:
        tasks = tuple(task for task in plan.tasks if fits(job.name, task.name))
        failed = tuple(one for one in plan.failed if fits(job.name, one.name))
        if tasks or failed:
            chosen.append(Planned(job, plan._replace(tasks=tasks, failed=failed)))
    if not chosen:
        names = [task.name for one in jobs for task in one.plan.tasks]
        raise Usage("only-nothing", "batch", pattern=pattern, near=near(pattern, names))
    return tuple(chosen)


def _together(jobs: tuple[Planned, ...]) -> Iterator[list[Planned]]:
    """Neighbours that one crew can make at once: many a job is of one report only, and would keep one worker busy."""

    def alike(one: Planned) -> tuple[object, ...]:
        job = one.job
        alone = () if job.failure.go_on else (job.name,)  # where a failure ends a job, it ends that job alone
        return job.limits.workers, job.output.partition("://")[0] if "://" in job.output else "", *alone

    for _, group in groupby(jobs, alike):
        yield list(group)


def _made(
    jobs: list[Planned], asked: argparse.Namespace, screen: Screen, environ: Mapping[str, str], notes: Notes
) -> dict[str, list[Outcome]]:
    """The outcomes of jobs that are made together, each in the order of its rows."""
    by_name = {one.job.name: one.job for one in jobs}
    tasks = [replace(t, skip_unchanged=False) if asked.force else t for one in jobs for t in one.plan.tasks]
    failed = [known for one in jobs for known in one.plan.failed]
    by_number = {(task.job, task.number): task for task in tasks}
    name = jobs[0].job.name if len(jobs) == 1 else screen.word("batch-jobs", count=len(jobs))
    meter = Meter(screen, name, len(tasks) + len(failed))
    found: dict[tuple[str, int], Outcome] = {}

    def add(done: Outcome) -> None:
        found[done.job, done.number] = done
        meter.add(done)
        notes.following.add(by_name[done.job], done)

    for known in chain[Outcome](failed, _resumed(tasks, notes.journal)):
        add(known)
    waiting = [task for task in tasks if (task.job, task.number) not in found]
    go_on = jobs[0].job.failure.go_on
    if failed and not go_on:
        for task in waiting:
            add(outcome(task, "left"))
        waiting = []
    if waiting:
        with _crew(jobs[0].job, waiting, asked, environ, screen) as (crew, manner):
            for done in run(waiting, crew, manner, go_on):
                notes.journal.note(by_number[done.job, done.number], done)
                add(done)
    meter.close()
    return {job: [found[key] for key in sorted(found) if key[0] == job] for job in by_name}


def _resumed(tasks: list[Task], kept: Journal) -> Iterator[Outcome]:
    for task in tasks:
        summary = kept.before.get(key_of(task))
        if summary is not None:
            yield outcome(task, "resumed", summary=summary)


@contextmanager
def _crew(
    job: Job, tasks: list[Task], asked: argparse.Namespace, environ: Mapping[str, str], screen: Screen
) -> Iterator[tuple[Crew, Manner]]:
    """Who makes the reports of a job: a Dask cluster, or processes of this machine."""
    folder = default_folder(environ)
    here = job.output.startswith(f"{HERE}://")
    manner = Manner(screen.language, str(folder) if folder else "", not here, "")
    if asked.dask:
        away = Manner(manner.language, "", "://" in job.output and not here, tool())  # a worker has its own cache
        with cluster(asked.dask) as (executor, width):
            yield Crew(executor, min(asked.workers or job.limits.workers or width, width), None, sees=False), away
        return
    workers = min(asked.workers or job.limits.workers or cores(), len(tasks))
    pool = _Pool(workers, manner)
    try:
        crew = Crew(pool.renew(), workers, pool.renew)
    except NoProcessesError as error:
        screen.tell(error.problems, "")
        yield Crew(Inline()), manner
        return
    try:
        yield crew, manner
    except BaseException:
        pool.kill()
        raise
    pool.close()


class _Pool:
    """Processes that are had anew when one of them dies."""

    def __init__(self, workers: int, manner: Manner) -> None:
        self._workers, self._manner = workers, manner
        self._executor: Executor = Inline()

    def renew(self) -> Executor:
        self._executor = processes(self._workers, self._manner)
        return self._executor

    def kill(self) -> None:
        kill(self._executor)

    def close(self) -> None:
        self._executor.shutdown()


def _tell(
    jobs: tuple[Planned, ...], found: Mapping[str, list[Outcome]], seconds: float, as_json: bool, screen: Screen
) -> None:
    """Problems, then the table and the counts, or all of it as JSON."""
    outcomes = [one for job in found.values() for one in job]
    for one in outcomes:
        if not one.delivered and one.problems:
            screen.mutter(screen.word("batch-failed", name=one.name))
            screen.tell(one.problems, one.report)
    _tell_warnings([one for one in outcomes if one.delivered], screen)
    counts = _counts(outcomes, seconds)
    if as_json:
        told = [_job_json(one.job, found[one.job.name], screen) for one in jobs]
        screen.say_json({"jobs": told, **counts, "exit": _exit_code(jobs, found)})
        return
    for line in table(outcomes, screen):
        screen.say(line)
    for key, status in (("batch-unchanged", "unchanged"), ("batch-resumed", "resumed")):
        count = sum(one.status == status for one in outcomes)
        if count:
            screen.say(screen.word(key, count=count))
    rate = counts["total"] / seconds if seconds else 0.0
    shown = {**counts, "left": counts["left"] or "", "seconds": f"{seconds:.1f}", "rate": f"{rate:.1f}"}
    screen.say(screen.word("batch-total", **shown))


def _tell_warnings(outcomes: list[Outcome], screen: Screen) -> None:
    """What reports that were delivered warn of: once, though each row may have it."""
    found: dict[tuple[str, object], list[tuple[Outcome, Problem]]] = {}
    for one in outcomes:
        for each in one.problems:
            found.setdefault((each.code, each.place or one.number), []).append((one, each))
    for same in found.values():
        screen.tell([same[0][1]], same[0][0].report)
        names = list(dict.fromkeys(one.name for one, _ in same[1:]))
        if names:
            more = "、".join(names[:NAMED]) + ("…" if len(names) > NAMED else "")
            screen.mutter(screen.word("batch-same", count=len(names), names=more))


def _counts(outcomes: list[Outcome], seconds: float) -> Json:
    statuses: tuple[str, ...] = (*sorted(DONE), "failed", "left")
    counts = {status: sum(one.status == status for one in outcomes) for status in statuses}
    return {"total": len(outcomes), **counts, "seconds": round(seconds, 3)}


def _job_json(job: Job, outcomes: list[Outcome], screen: Screen) -> Json:
    reports = [
        {
            "name": one.name,
            "status": one.status,
            "folder": one.folder,
            "files": one.summary.get("files", []),
            "problems": screen.told(one.problems, one.report),
            "seconds": round(one.seconds, 3),
        }
        for one in outcomes
    ]
    return {"name": job.name, "report": str(job.report), "reports": reports}


def _exit_code(jobs: tuple[Planned, ...], found: Mapping[str, list[Outcome]]) -> int:
    """0 all delivered, 1 some failed, 3 none delivered; the first job with a failure and a code of its own decides."""
    outcomes = [one for job in found.values() for one in job]
    if all(one.delivered for one in outcomes):
        return GOOD
    for job, _ in jobs:
        if job.failure.exit_code is not None and not all(one.delivered for one in found[job.name]):
            return job.failure.exit_code
    return SOME_FAILED if any(one.delivered for one in outcomes) else NONE_DELIVERED
