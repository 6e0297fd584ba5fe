"""What a job file says, as values."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from report.content.form import Form
from report.problem import Place
from report.record import field, record


@record
class Times:
    """When a job runs, by the clock of the machine; an empty tuple means every one.

    `weekdays` count from 0 (Sunday) as cron does; `last_day` is the last day of the month, beside `days`. Either days
    or weekdays are given, never both. `text` is what was written.
    """

    text: str
    minutes: tuple[int, ...] = ()
    hours: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    last_day: bool = False


@record
class RowSource:
    """逐行: the table of which each row is a report, and the pattern of the rows' names.

    `form` holds what was written of the table: it is read when the job runs, not when the file is.
    """

    name: str
    form: Form
    place: Place


@record
class Limits:
    """限: seconds and bytes of memory that one report may take, and how many are made at once; None is no limit."""

    seconds: float | None = None
    memory: int | None = None
    workers: int | None = None


@record
class Failure:
    """失败: whether the other reports are still made, and the exit code of a run in which some failed (None: 1)."""

    go_on: bool = True
    exit_code: int | None = None


@record
class Mail:
    """通道 邮件: a mail server; `user` and `password` are the names of environment variables, "" for none."""

    host: str
    port: int
    security: Literal["ssl", "starttls", "none"]
    sender: str
    to: tuple[str, ...]
    user: str
    password: str
    place: Place


@record
class Hook:
    """通道 企业微信 and webhook: `url` is the name of the environment variable that holds the address."""

    kind: Literal["wecom", "webhook"]
    url: str
    place: Place


Channel = Mail | Hook


@record
class Notices:
    """通知: who hears of a failure and of an absence, and after how many seconds without a run that is one."""

    failure: tuple[Channel, ...] = ()
    absence: float | None = None


@record
class Difference:
    """差异: compare with the edition before, and the name of the marked PDF ("" for none)."""

    previous: bool = True
    file: str = ""


NO_LIMITS, GO_ON, NO_NOTICES = Limits(), Failure(), Notices()


@record
class Job:
    """One entry of 任务. Paths count from `folder`, where the job file lies; `places` are those of its values.

    `output` is the pattern of the folder of the finished files, with {名} and the columns of the row as blanks; it may
    be a URL. `keep` is how many editions stay (None: none are kept).
    """

    name: str
    report: Path
    output: str
    folder: Path
    place: Place
    rows: RowSource | None = None
    at: Times | None = None
    skip_unchanged: bool = True
    keep: int | None = None
    limits: Limits = NO_LIMITS
    failure: Failure = GO_ON
    notices: Notices = NO_NOTICES
    difference: Difference | None = None
    places: Mapping[str, Place] = field(default_factory=dict)
