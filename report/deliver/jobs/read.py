"""A job file into jobs: every mistake is noted with its place, and all of them are told at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from report.content.form import Form, Log, open_form, scalars, word
from report.content.nearest import nearest_file
from report.content.source import Fields, load
from report.deliver.jobs.channels import read_channels
from report.deliver.jobs.model import (
    GO_ON,
    NO_LIMITS,
    NO_NOTICES,
    Channel,
    Difference,
    Failure,
    Job,
    Limits,
    Notices,
    RowSource,
    Times,
)
from report.deliver.jobs.quantities import duration, memory
from report.deliver.jobs.times import NotTimes, read_times
from report.problem import ContentError, Place

FORMAT = 1
OUTPUT = {"zh": "out/{名}", "en": "out/{name}"}
"""Where files go when a job does not say."""
OWN_BLANK = ("名", "name")
"""The blank of an output pattern that every job fills: the name of the job, or of its row."""
MOST_WORKERS = 256


def read_jobs(path: Path) -> tuple[Job, ...]:
    """The jobs of a file, in its order. Raises ContentError with every problem."""
    root = load(path)
    log = Log()
    form = open_form(root, "jobs", log) if isinstance(root, Fields) and not _is_report(root) else None
    if form is None:
        log.add("not-a-job-file", root.place)
        raise ContentError(log.problems)
    if form.has("format") and form.number("format", Decimal(FORMAT)) != FORMAT:
        log.add("unknown-format-version", form.at("format"), given=form.text("format"), known=FORMAT)
    channels = read_channels(form)
    jobs = tuple(_jobs(form, path.parent, channels))
    if form.has("jobs") and not form.items("jobs"):
        log.add("no-jobs", form.at("jobs"))
    if log.problems:
        raise ContentError(sorted(log.problems, key=lambda p: p.place[1:] if p.place else (0, 0)))
    return jobs


def _is_report(root: Fields) -> bool:
    """Whether a file is a report, of which a message for every key would say nothing more."""
    return not any(key.text in ("任务", "jobs") for key, _ in root.entries) and any(
        key.text in ("正文", "body", "文档", "document") for key, _ in root.entries
    )


def _jobs(form: Form, folder: Path, channels: Mapping[str, Channel]) -> Iterator[Job]:
    seen: dict[str, Place] = {}
    for own in form.forms("jobs", "job"):
        job = _job(own, folder, channels)
        first = seen.setdefault(job.name, job.place)
        if job.name and first is not job.place:
            form.log.add("duplicate-job", own.at("name"), name=job.name, first=first.line)
        yield job


def _job(own: Form, folder: Path, channels: Mapping[str, Channel]) -> Job:
    rows = _rows(own)
    return Job(
        name=own.text("name"),
        report=_report(own, folder),
        output=_output(own, rows),
        folder=folder,
        place=own.place,
        rows=rows,
        at=_times(own),
        skip_unchanged=own.flag("skip-unchanged") if own.has("skip-unchanged") else True,
        keep=_keep(own),
        limits=_limits(own),
        failure=_failure(own),
        notices=_notices(own, channels),
        difference=_difference(own),
        places={name: node.place for name, node in own.values.items()},
    )


def _report(own: Form, folder: Path) -> Path:
    """The report, which must be there."""
    named = own.text("report")
    path = folder / named
    try:
        there = path.is_file()
    except (OSError, ValueError):
        there = False
    if named and not there:
        beside = [p.name for p in sorted(path.parent.glob("*.y*ml"))] if path.parent.is_dir() else []
        own.log.add("no-job-report", own.at("report"), file=named, near=nearest_file(path.name, beside))
    return path


def _rows(own: Form) -> RowSource | None:
    form = own.form("rows", "job-rows")
    if form is None:
        return None
    name = form.text("name")
    if form.has("name") and not blanks(name):
        form.log.add("rows-all-one-name", form.at("name"), text=name)
    if form.has("query") and form.has("range"):
        form.log.add("query-has-no-range", form.at("range"))
    return RowSource(name, form, form.place)


def blanks(pattern: str) -> list[str]:
    """The names between the braces of a pattern."""
    return [name.strip() for name in re.findall(r"\{([^{}]*)\}", pattern)]


def _output(own: Form, rows: RowSource | None) -> str:
    pattern = own.text("output") or OUTPUT["en" if own.log.language == "en" else "zh"]
    if not own.has("output"):
        return pattern
    strangers = [name for name in blanks(pattern) if name not in OWN_BLANK] if rows is None else []
    for name in strangers:
        own.log.add("unknown-blank", own.at("output"), name=name, near=OWN_BLANK[own.log.language == "en"])
    if rows is not None and not blanks(pattern):
        own.log.add("rows-all-one-folder", own.at("output"), text=pattern)
    if "{" in re.sub(r"\{[^{}]*\}", "", pattern) or "}" in re.sub(r"\{[^{}]*\}", "", pattern):
        own.log.add("broken-blank", own.at("output"), text=pattern)
    return pattern


def _times(own: Form) -> Times | None:
    if not own.has("at"):
        return None
    try:
        return read_times(own.text("at"))
    except NotTimes as error:
        own.log.add(error.code, own.at("at"), text=own.text("at"), what=error.what)
        return None


def _keep(own: Form) -> int | None:
    """12 期, 12 editions or 12."""
    if not own.has("keep"):
        return None
    found = re.fullmatch(r"(\d{1,4}) ?(?:期|份|editions?)?", own.text("keep"))
    if found is None or int(found[1]) < 1:
        own.log.add("bad-keep", own.at("keep"), text=own.text("keep"))
        return None
    return int(found[1])


def _limits(own: Form) -> Limits:
    form = own.form("limits", "job-limits")
    if form is None:
        return NO_LIMITS
    seconds, most = duration(form.text("time")), memory(form.text("memory"))
    if form.has("time") and seconds is None:
        form.log.add("bad-duration", form.at("time"), text=form.text("time"))
    if form.has("memory") and most is None:
        form.log.add("bad-memory", form.at("memory"), text=form.text("memory"))
    workers = form.count("workers", 1, 1) if form.has("workers") else None
    if workers is not None and workers > MOST_WORKERS:
        form.log.add("too-many-workers", form.at("workers"), given=workers, limit=MOST_WORKERS)
    return Limits(seconds, most, workers)


def _failure(own: Form) -> Failure:
    form = own.form("failure", "job-failure")
    if form is None:
        return GO_ON
    code = form.count("exit-code", 1) if form.has("exit-code") else None
    if code is not None and code > 255:
        form.log.add("bad-exit-code", form.at("exit-code"), given=code)
    return Failure(form.flag("go-on") if form.has("go-on") else True, code)


def _notices(own: Form, channels: Mapping[str, Channel]) -> Notices:
    form = own.form("notify", "job-notify")
    if form is None:
        return NO_NOTICES
    found = []
    for scalar in scalars(form.items("failure"), form.log):
        name = word(scalar.text, "channel", scalar.place, form.log)
        if name is not None and name not in channels:
            form.log.add("channel-without-settings", scalar.place, name=scalar.text)
        elif name is not None:
            found.append(channels[name])
    absence = duration(form.text("absence"))
    if form.has("absence") and absence is None:
        form.log.add("bad-duration", form.at("absence"), text=form.text("absence"))
    return Notices(tuple(found), absence)


def _difference(own: Form) -> Difference | None:
    form = own.form("difference", "job-difference")
    if form is None:
        return None
    file = form.text("file")
    if file and not re.fullmatch(r"[^/\\:]+\.pdf", file, re.IGNORECASE):
        form.log.add("difference-name", form.at("file"), file=file)
    return Difference(form.flag("previous") if form.has("previous") else True, file)
