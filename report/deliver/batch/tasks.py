"""One report of a batch: what is to be made, what a worker made of it, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from report.content.row import NO_ROW, Row
from report.deliver.edition import Choices, Json
from report.deliver.jobs.model import NO_LIMITS, Limits
from report.messages import Language
from report.problem import Problem
from report.record import field, record

if TYPE_CHECKING:
    from report.pipeline import Built

Status = Literal["delivered", "unchanged", "resumed", "failed", "left"]
"""`resumed`: an interrupted run had delivered it; `left`: not made, since another one failed."""
DONE: frozenset[Status] = frozenset({"delivered", "unchanged", "resumed"})


@record
class Task:
    """A report to make: of which job, under which name, into which folder or URL; `number` is its place in the job."""

    job: str
    name: str
    report: Path
    folder: str
    row: Row = NO_ROW
    choices: Choices = field(default_factory=Choices)
    limits: Limits = NO_LIMITS
    skip_unchanged: bool = True
    number: int = 0

    @property
    def is_url(self) -> bool:
        return "://" in self.folder


@record
class Manner:
    """How workers work, the same for all reports of a run.

    `straight`: they write into the folder themselves, else the bytes come back. `tool` is the digest of the program of
    the runner: a worker of another version makes other files.
    """

    language: Language = "zh"
    cache: str = ""
    straight: bool = True
    tool: str = ""


@record
class Made:
    """What a worker says of a task; `wanting` are the digests of inputs that it has not got.

    `built` and `certificates` are there when the bytes come back, `summary` when the worker wrote them. `worn` is how
    many reports the worker had made before.
    """

    status: Literal["built", "delivered", "unchanged", "failed", "wanting"]
    problems: tuple[Problem, ...] = ()
    summary: Json = field(default_factory=dict)
    built: Built | None = None
    certificates: Mapping[str, bytes] = field(default_factory=dict)
    wanting: tuple[str, ...] = ()
    began: int = 0
    seconds: float = 0.0
    worn: int = 0


@record
class Outcome:
    """What came of a task; `summary` is that of the folder (contract.md), empty where nothing was delivered."""

    job: str
    name: str
    folder: str
    status: Status
    problems: tuple[Problem, ...] = ()
    summary: Json = field(default_factory=dict)
    seconds: float = 0.0
    report: str = ""
    number: int = 0

    @property
    def delivered(self) -> bool:
        return self.status in DONE


def outcome(
    task: Task, status: Status, problems: tuple[Problem, ...] = (), summary: Json | None = None, seconds: float = 0.0
) -> Outcome:
    """The outcome of a task."""
    own = (task.job, task.name, task.folder)
    return Outcome(*own, status, problems, summary or {}, seconds, str(task.report), task.number)
