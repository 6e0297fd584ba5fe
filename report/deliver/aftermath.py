"""What follows when a report of a job has been made: its edition is kept, and compared with the one before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from report.deliver.batch import Outcome
from report.deliver.batch.places import local
from report.deliver.edition import as_bytes
from report.deliver.jobs import Job
from report.deliver.keeping import editions, keep_edition
from report.deliver.output import write_files
from report.deliver.watch import Done, Records, Watch
from report.deliver.watch.watch import Clock
from report.messages import Language, render
from report.problem import Problem, ReportError, problem
from report.record import replace

TWO = 2
"""Editions that a comparison with the one before needs."""


class Following:
    """Follows a run of jobs: editions and comparisons, log, heartbeats, metrics and notices. It stops nothing: what it
    could not do is told as warnings, once."""

    def __init__(
        self, jobs: Sequence[Job], records: Records, environ: Mapping[str, str], clock: Clock, language: Language
    ) -> None:
        self._watch = Watch(jobs, records, environ, clock, language)
        self._language = language
        self._told: dict[Problem, None] = {}

    def started(self, reports: int) -> tuple[Problem, ...]:
        """Before the first of so many reports."""
        return self._watch.started(reports)

    def add(self, job: Job, outcome: Outcome) -> None:
        """After each report."""
        self._told |= dict.fromkeys(follow(job, outcome, self._language))
        self._watch.finished(done_of(outcome, self._language))

    def ended(self, exit_code: int) -> tuple[Problem, ...]:
        """After the last report, or when the run was broken off."""
        return (*self._told, *self._watch.ended(exit_code))


def follow(job: Job, outcome: Outcome, language: Language = "zh") -> tuple[Problem, ...]:
    """Keep and compare as the job says; what could not be done is a warning, since the report itself is delivered.

    The marked copy, and the same as JSON beside it, go into the folder of the finished files when there is a new
    edition; they stay until the next one.
    """
    if not outcome.delivered or (job.keep is None and job.difference is None):
        return ()
    folder = local(outcome.folder)
    if folder is None:
        return (problem("edition-far", job.places.get("keep", job.place), "warning", name=outcome.name),)
    try:
        _keep(job, folder, str(outcome.summary["id"]), language)
    except ReportError as error:
        return tuple(replace(one, severity="warning") for one in error.problems)
    return ()


def _keep(job: Job, folder: Path, identifier: str, language: Language) -> None:
    before = editions(folder)
    compared = job.difference is not None and job.difference.previous
    kept = keep_edition(folder, identifier, max(job.keep or TWO, TWO if compared else 1))
    if compared and kept.fresh and before:
        _compare(job, folder, before[-1], kept.folder, language)


def _compare(job: Job, folder: Path, old: Path, new: Path, language: Language) -> None:
    """What changed since the edition before; a copy is marked only where the job names it."""
    from report.deliver.differences import differences
    from report.deliver.differences.telling import as_json

    found = differences(old, new)
    files: dict[str, bytes] = {}
    stem = "differences"
    if job.difference is not None and job.difference.file:
        from report.deliver.differences.marking import marked_copy

        files[job.difference.file] = marked_copy(found, language)
        stem = Path(job.difference.file).stem
    files[f"{stem}.json"] = as_bytes(as_json(found))
    write_files(folder, files)


def done_of(outcome: Outcome, language: Language = "zh") -> Done:
    """An outcome as a watch follows it: what an interrupted run had delivered was not made again."""
    status = {"delivered": "built", "unchanged": "unchanged", "resumed": "unchanged"}.get(outcome.status, "failed")
    pages = sum(file["pages"] for file in outcome.summary.get("files", ()))
    told = tuple(render(one, language, outcome.report) for one in outcome.problems if one.severity == "error")
    return Done(outcome.job, outcome.name, status, outcome.seconds, pages, told)  # type: ignore[arg-type]
