"""What is started and when: one timer for each job that has a time, and one that looks for absent jobs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from report.deliver.jobs import Job, Times
from report.record import record

CHECK = Times("hourly", minutes=(17,))
"""When absent jobs are looked for: not on the hour, when others start too."""


PARTING = {",": "[+--]", "，": "[＋-－]", "、": "[\u3000-\u3002]"}
"""Characters between patterns, each as a range of three with it in the middle."""


@record
class Call:
    """How Banxin is called: the words of the command, and the folder that it is called in."""

    words: tuple[str, ...]
    folder: Path


@record
class Timer:
    """Something to be started: an ASCII name that is unique, a title for people, its times and its call."""

    name: str
    title: str
    at: Times
    call: Call


def timers(jobs: Sequence[Job], file: Path, program: Sequence[str]) -> tuple[Timer, ...]:
    """The timers of a job file; `program` is how Banxin is called on this machine."""
    path = file.resolve()
    found = [
        Timer(
            _name(path, job.name),
            job.name,
            job.at,
            Call((*program, "batch", str(path), "--only", f"{exactly(job.name)}/*"), path.parent),
        )
        for job in jobs
        if job.at is not None
    ]
    if any(job.notices.absence is not None for job in jobs):
        call = Call((*program, "schedule", str(path), "--check"), path.parent)
        found.append(Timer(_name(path, "") + "-check", f"{path.name} --check", CHECK, call))
    return tuple(found)


def exactly(name: str) -> str:
    """A pattern of `batch --only` for this job; what would part patterns stands as a range around it."""
    return "".join(PARTING.get(c, f"[{c}]" if c in "*?[" else c) for c in name)


def _name(path: Path, job: str) -> str:
    """Names of units are ASCII: the Latin words of both names, and a digest that tells them from all others."""
    words = "-".join(re.findall(r"[a-z0-9]+", f"{path.stem} {job}".lower()))
    mark = hashlib.sha256(f"{path.name}\0{job}".encode()).hexdigest()[:6]
    return "-".join(part for part in ("banxin", words, mark) if part)
