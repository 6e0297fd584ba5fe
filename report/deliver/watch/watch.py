"""What a batch tells while it runs, and what becomes of it: lines of the log, heartbeats, metrics, notices."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from report.deliver.jobs import Job
from report.deliver.output import OutputError, write_files
from report.deliver.watch import metrics
from report.deliver.watch.beats import Beat, Counts, all_beats, as_json, file_of, read_beat
from report.deliver.watch.log import RunLog
from report.deliver.watch.notices import Notice, send, wanting
from report.deliver.watch.records import Records
from report.messages import Language, fill
from report.messages.watch import WORDS
from report.problem import Problem, problem
from report.record import record, replace

Clock = Callable[[], float]
"""Seconds of the epoch."""
INTERRUPTED = 130
"""The exit code of a run that was stopped."""
TOLD = 20
"""Failed reports that a notice names before it counts the rest."""


@record
class Done:
    """What became of one report: `name` is that of the job, or of the row; `messages` are lines for people."""

    job: str
    name: str
    status: Literal["built", "unchanged", "failed"]
    seconds: float = 0.0
    pages: int = 0
    messages: tuple[str, ...] = ()


class Watch:
    """Follows one run of some jobs. Nothing that it cannot do stops a report; it is told as a warning."""

    def __init__(
        self, jobs: Sequence[Job], records: Records, environ: Mapping[str, str], clock: Clock, language: Language = "zh"
    ) -> None:
        self._jobs = {job.name: job for job in jobs}
        self._records, self._environ, self._clock, self._language = records, environ, clock, language
        self._log = RunLog(records.log)
        self._done: dict[str, list[Done]] = {name: [] for name in self._jobs}
        self._began = clock()

    def started(self, reports: int) -> tuple[Problem, ...]:
        """Before the first report; `reports` is how many there are. What is missing for notices is told now, since a
        failure is a bad moment to find out."""
        self._began = self._clock()
        self._log.say("started", self._began, jobs=list(self._jobs), reports=reports)
        told = self._beat({name: replace(self._beat_of(name), started=self._began) for name in self._jobs})
        channels = dict.fromkeys(channel for job in self._jobs.values() for channel in job.notices.failure)
        unset = [name for channel in channels for name in wanting(channel, self._environ)]
        return (*told, *(problem("notice-variable", severity="warning", name=name) for name in dict.fromkeys(unset)))

    def finished(self, done: Done) -> None:
        """After each report."""
        self._done[done.job].append(done)
        self._log.say(
            "finished",
            self._clock(),
            job=done.job,
            name=done.name,
            status=done.status,
            seconds=round(done.seconds, 3),
            pages=done.pages,
            messages=list(done.messages),
        )

    def ended(self, exit_code: int) -> tuple[Problem, ...]:
        """After the last report, or when the run was interrupted; returns what could not be recorded or told."""
        now = self._clock()
        beats = {name: self._ended(name, now, whole=exit_code != INTERRUPTED) for name in self._jobs}
        told = [*self._beat(beats), *self._measure()]
        for name, job in self._jobs.items():
            failed = [done for done in self._done[name] if done.status == "failed"]
            if failed and job.notices.failure:
                notice = self._failure(name, failed)
                unsent = list(send(notice, job.notices.failure, self._environ, now))
                self._log.say("notice", now, job=name, subject=notice.subject, unsent=[one.code for one in unsent])
                told += unsent
        counts = {name: _counts(done) for name, done in self._done.items()}
        seconds = round(now - self._began, 3)
        totals = {kind: sum(getattr(one, kind) for one in counts.values()) for kind in ("built", "unchanged", "failed")}
        self._log.say("ended", now, exit_code=exit_code, seconds=seconds, **totals)
        return (*told, *([self._log.failure] if self._log.failure else []))

    def _beat_of(self, name: str) -> Beat:
        return read_beat(self._records.heartbeats, name) or Beat(name, self._began)

    def _ended(self, name: str, now: float, whole: bool) -> Beat:
        """The heartbeat after a run. One that made nothing, or was interrupted, is no success."""
        before, last = self._beat_of(name), _counts(self._done[name])
        good = whole and last.reports > 0 and not last.failed
        return replace(
            before,
            started=self._began,
            ended=now,
            succeeded=now if good else before.succeeded,
            alarmed=None if good else before.alarmed,
            runs=before.runs + 1,
            last=last,
            total=before.total.plus(last),
        )

    def _beat(self, beats: Mapping[str, Beat]) -> list[Problem]:
        return keep_beats(self._records, tuple(beats.values()))

    def _measure(self) -> list[Problem]:
        path = self._records.metrics
        if path is None:
            return []
        told = metrics.exposition(all_beats(self._records.heartbeats))
        return _written(lambda: write_files(path.parent, {path.name: told}))

    def _failure(self, name: str, failed: Sequence[Done]) -> Notice:
        counts = _counts(self._done[name])
        values = {"job": name, "failed": counts.failed, "built": counts.built, "unchanged": counts.unchanged}
        lines = [f"{done.name}: {'; '.join(done.messages)}" for done in failed[:TOLD]]
        if len(failed) > TOLD:
            lines.append(self._word("notice-more", count=len(failed) - TOLD))
        data = {
            "event": "failure",
            **values,
            "reports": [{"name": done.name, "messages": list(done.messages)} for done in failed],
        }
        text = "\n".join([self._word("notice-counts", **values), *lines])
        return Notice(self._word("notice-failed", **values), text, data)

    def _word(self, key: str, **values: object) -> str:
        return fill(WORDS[key], self._language, values.items())[0]


def keep_beats(records: Records, beats: Sequence[Beat]) -> list[Problem]:
    """Write heartbeats; what could not be written is a warning."""
    files = {file_of(beat.job): as_json(beat) for beat in beats}
    return _written(lambda: write_files(records.heartbeats, files))


def _written(write: Callable[[], None]) -> list[Problem]:
    try:
        write()
    except OutputError as error:
        return [replace(one, severity="warning") for one in error.problems]
    return []


def _counts(done: Sequence[Done]) -> Counts:
    by = {kind: sum(one.status == kind for one in done) for kind in ("built", "unchanged", "failed")}
    pages = sum(one.pages for one in done if one.status == "built")
    return Counts(by["built"], by["unchanged"], by["failed"], pages, round(sum(one.seconds for one in done), 3))
