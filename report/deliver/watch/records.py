"""记录: where a job file has its runs recorded: log, heartbeats, metrics."""

from __future__ import annotations

from pathlib import Path

from report.content.form import Form, Log, open_form
from report.content.source import Fields, load
from report.problem import ContentError
from report.record import record

HEARTBEATS = "heartbeats"
"""Where heartbeats go, in the folder where runs are known (report.deliver.runs), unless the job file says otherwise."""


@record
class Records:
    """Files of a job file's runs: a folder of heartbeats; a log and a file of metrics, if they are wanted."""

    heartbeats: Path
    log: Path | None = None
    metrics: Path | None = None


def read_records(path: Path, home: Path) -> Records:
    """What a job file says of its records; paths count from its folder, and what it does not name is in `home`. Raises
    ContentError."""
    root = load(path)
    log = Log()
    form = open_form(root, "jobs", log) if isinstance(root, Fields) else None
    own = form.form("records", "job-records") if form is not None else None
    found = _records(own, path.parent, home / HEARTBEATS)
    if own is not None and log.problems:
        raise ContentError(log.problems)
    return found


def _records(own: Form | None, folder: Path, beats: Path) -> Records:
    if own is None:
        return Records(beats)
    if own.has("metrics") and not own.text("metrics").endswith(".prom"):
        own.log.add("metrics-name", own.at("metrics"), file=own.text("metrics"))
    log, metrics = (folder / own.text(key) if own.text(key) else None for key in ("log", "metrics"))
    return Records(folder / own.text("heartbeats") if own.text("heartbeats") else beats, log, metrics)
