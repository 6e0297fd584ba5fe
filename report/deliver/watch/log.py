"""A log for machines: one JSON object a line, added to the end of a file."""

from __future__ import annotations

import json
import os
from pathlib import Path

from report.deliver.watch.beats import moment
from report.problem import Problem, problem


class RunLog:
    """Adds lines to a file; the first failure to write is kept, and ends the log but not the run."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self.failure: Problem | None = None

    def say(self, event: str, now: float, **values: object) -> None:
        """A line: when, what, and its values."""
        if self._path is None or self.failure is not None:
            return
        told = {"time": moment(now), "event": event, **values}
        line = (json.dumps(told, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # one call a line: what two runs add at once does not mix
            handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o644)
            try:
                os.write(handle, line)
            finally:
                os.close(handle)
        except OSError as error:
            reason = error.strerror or error
            self.failure = problem("record-not-written", severity="warning", file=self._path, reason=reason)
