"""Heartbeats: a small file for each job that says when it last ran, last succeeded, and what it has done so far."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from report.patterns import late
from report.record import record

FORMAT = 1
SUFFIX = ".json"
UNSAFE = late(r'[\x00-\x1f\x7f/\\:*?"<>|]|^\.|[. ]$')
"""What a name of a file may not hold on one of the systems."""


@record
class Counts:
    """Reports by outcome, and what they took."""

    built: int = 0
    unchanged: int = 0
    failed: int = 0
    pages: int = 0
    seconds: float = 0.0

    def plus(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(
            self.built + other.built,
            self.unchanged + other.unchanged,
            self.failed + other.failed,
            self.pages + other.pages,
            round(self.seconds + other.seconds, 3),
        )

    @property
    def reports(self) -> int:
        return self.built + self.unchanged + self.failed


@record
class Beat:
    """The state of a job. Times are seconds of the epoch; None is never.

    `since` is when the job was first looked at, from which an absence counts as long as nothing has succeeded;
    `alarmed` is when an absence was last told.
    """

    job: str
    since: float
    started: float | None = None
    ended: float | None = None
    succeeded: float | None = None
    alarmed: float | None = None
    runs: int = 0
    last: Counts = Counts()
    total: Counts = Counts()


def file_of(job: str) -> str:
    """The name of a job's heartbeat; a name that no file may have gets a digest, so that two jobs never share one."""
    safe = UNSAFE.sub("_", job)
    mark = "" if safe == job else "-" + hashlib.sha256(job.encode()).hexdigest()[:8]
    return f"{safe}{mark}{SUFFIX}"


def read_beat(folder: Path, job: str) -> Beat | None:
    """The heartbeat of a job; None where there is none, or none that can be read."""
    return _read(folder / file_of(job))


def all_beats(folder: Path) -> tuple[Beat, ...]:
    """Every heartbeat of a folder, by job."""
    found = (_read(path) for path in sorted(folder.glob(f"*{SUFFIX}")))
    return tuple(sorted((beat for beat in found if beat is not None), key=lambda beat: beat.job))


def as_json(beat: Beat) -> bytes:
    """The file of a heartbeat: times as people read them (UTC)."""
    told = {
        "format": FORMAT,
        "job": beat.job,
        **{name: _written(getattr(beat, name)) for name in TIMES},
        "runs": beat.runs,
        "last": _counts(beat.last),
        "total": _counts(beat.total),
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


TIMES = ("since", "started", "ended", "succeeded", "alarmed")
COUNTS = ("built", "unchanged", "failed", "pages", "seconds")


def moment(seconds: float) -> str:
    """A time as logs and heartbeats have it."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")


def _written(seconds: float | None) -> str | None:
    return None if seconds is None else moment(seconds)


def _counts(counts: Counts) -> dict[str, Any]:
    return {name: getattr(counts, name) for name in COUNTS}


def _read(path: Path) -> Beat | None:
    try:
        told = json.loads(path.read_bytes())
        if told["format"] != FORMAT:
            return None
        times = {name: datetime.fromisoformat(told[name]).timestamp() if told[name] else None for name in TIMES}
        since = times.pop("since")
        return Beat(
            job=str(told["job"]),
            since=since or 0.0,
            **times,
            runs=int(told["runs"]),
            last=_counted(told["last"]),
            total=_counted(told["total"]),
        )
    except (OSError, LookupError, TypeError, ValueError, RecursionError):  # of another shape: as good as none
        return None


def _counted(told: Mapping[str, Any]) -> Counts:
    built, unchanged, failed, pages = (int(told[name]) for name in COUNTS[:-1])
    return Counts(built, unchanged, failed, pages, float(told["seconds"]))
