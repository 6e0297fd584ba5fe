"""What a run has done so far, line by line, so that an interrupted one can be gone on with."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from report.deliver.batch.tasks import Outcome, Task
from report.deliver.edition import Json
from report.deliver.lock import UnwritableError
from report.deliver.output import refusal


def lock_of(jobs: Path, home: Path) -> Path:
    """The lock of the runs of a job file, in the folder where they are known (report.deliver.runs)."""
    return home / f"{jobs.stem}.lock"


def journal_of(jobs: Path, home: Path) -> Path:
    """The journal of the run of a job file; it is there only while one is not done."""
    return home / f"{jobs.stem}.run.jsonl"


class Journal:
    """A line for each outcome; `before` are those that an interrupted run delivered, by task."""

    def __init__(self, file: TextIO, before: dict[str, Json]) -> None:
        self._file, self.before = file, before

    def note(self, task: Task, outcome: Outcome) -> None:
        """Write down what came of a task, for good; a disk that is full stops no run, which then has less to resume."""
        told = {"task": key_of(task), "name": outcome.name, "status": outcome.status, "summary": outcome.summary}
        with suppress(OSError):
            self._file.write(json.dumps(told, ensure_ascii=False) + "\n")
            self._file.flush()
            os.fsync(self._file.fileno())


@contextmanager
def journal(path: Path, resume: bool) -> Iterator[Journal]:
    """The journal of a run, which is taken away when the run comes to its end; `resume` keeps an earlier one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        before = _delivered(path) if resume else {}
        file = path.open("a" if resume else "w", encoding="utf-8")
    except OSError as error:
        raise UnwritableError([refusal(error, path)]) from error
    try:
        yield Journal(file, before)
    finally:
        with suppress(OSError):
            file.close()
    with suppress(OSError):
        path.unlink()


def key_of(task: Task) -> str:
    """What makes two tasks the same: report, row, choices and place."""
    told = [str(task.report), task.folder, task.name, task.choices.row, [str(font) for font in task.choices.fonts]]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def _delivered(path: Path) -> dict[str, Json]:
    """The summaries of what was delivered, by task; a line that was cut short by the end of its run is none."""
    found: dict[str, Json] = {}
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return found
    for line in lines:
        with suppress(ValueError, LookupError, TypeError):
            told = json.loads(line)
            if told["status"] in ("delivered", "unchanged"):
                found[str(told["task"])] = dict(told["summary"])
    return found
