"""Jobs that have not succeeded for longer than they may be absent, and the notice of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from report.deliver.jobs import Job
from report.deliver.watch.beats import Beat, moment, read_beat
from report.deliver.watch.notices import Notice, send
from report.deliver.watch.records import Records
from report.deliver.watch.watch import keep_beats
from report.messages import Language, fill
from report.messages.watch import WORDS
from report.named import NamedTuple
from report.problem import Problem
from report.record import replace

HOUR = 3600.0


class Absence(NamedTuple):
    """A job that is looked after: its heartbeat, the seconds since its last success (or since it was first looked at),
    and whether that is too long."""

    job: Job
    beat: Beat
    silent: float
    late: bool


def absences(jobs: Sequence[Job], records: Records, now: float) -> tuple[tuple[Absence, ...], list[Problem]]:
    """Every job that says how long it may be absent; a job that is seen for the first time starts to count now."""
    found: list[Absence] = []
    fresh: list[Beat] = []
    for job in jobs:
        if job.notices.absence is None:
            continue
        beat = read_beat(records.heartbeats, job.name)
        if beat is None:
            beat = Beat(job.name, now)
            fresh.append(beat)
        silent = now - max(beat.succeeded or 0.0, beat.since if beat.succeeded is None else 0.0)
        found.append(Absence(job, beat, silent, silent > job.notices.absence))
    return tuple(found), keep_beats(records, fresh) if fresh else []


def alarm(
    found: Sequence[Absence], records: Records, environ: Mapping[str, str], now: float, language: Language
) -> list[Problem]:
    """Tell of the absent; of the same one again only when as much time has passed once more."""
    told: list[Problem] = []
    due = [one for one in found if one.late and _is_due(one, now)]
    for one in due:
        told += send(_notice(one, language), one.job.notices.failure, environ, now)
    if due:
        told += keep_beats(records, [replace(one.beat, alarmed=now) for one in due])
    return told


def _is_due(one: Absence, now: float) -> bool:
    return one.beat.alarmed is None or now - one.beat.alarmed > (one.job.notices.absence or 0.0)


def _notice(one: Absence, language: Language) -> Notice:
    hours = f"{one.silent / HOUR:.1f}"
    last = moment(one.beat.succeeded) if one.beat.succeeded is not None else ""
    values = {
        "job": one.job.name,
        "hours": hours,
        "limit": f"{(one.job.notices.absence or 0.0) / HOUR:g}",
        "last": last,
    }
    key = "notice-absent" if last else "notice-never"
    subject, text = (fill(WORDS[name], language, values.items())[0] for name in ("notice-silent", key))
    return Notice(
        subject, text, {"event": "absence", "job": one.job.name, "hours": float(hours), "succeeded": last or None}
    )
