"""How far a batch is, in one line that a terminal writes over and sparse ones elsewhere; the table at its end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from report.deliver.batch import Outcome
from report.messages import fill, words
from report.messages.batch import WORDS
from report.terminal import BAR, Screen, cells

PART = 0.1
"""Share of a job after which a program that reads the progress gets a line."""
EVERY = 30.0
"""Seconds after which it gets one anyway."""
FEW = 30
"""Reports that are all shown in the table; of more, only those that were not made."""
WIDEST = 40
"""Cells of the longest name and remark in the table."""


class Meter:
    """The progress of one job: what is done, how fast, and how long the rest will take."""

    def __init__(self, screen: Screen, job: str, total: int) -> None:
        self._screen, self._job, self._total = screen, job, total
        self._done = self._failed = self._made = 0
        self._began = self._told = perf_counter()
        self._share = 0.0

    def add(self, outcome: Outcome) -> None:
        """Count an outcome and show where things stand."""
        self._done += 1
        self._failed += outcome.status == "failed"
        self._made += outcome.seconds > 0  # what was known before takes no time, and tells nothing of the rest
        now = perf_counter()
        if self._screen.progress.moves:
            self._screen.progress.line(self._said("batch-progress", now))
        elif self._done / self._total >= self._share + PART or now - self._told > EVERY:
            self._share, self._told = self._done / self._total, now
            self._screen.mutter(self._said("batch-line", now))

    def close(self) -> None:
        self._screen.progress.close()

    def _said(self, key: str, now: float) -> str:
        rate = self._made / (now - self._began) if now > self._began else 0.0
        full = BAR * self._done // max(self._total, 1)
        values: dict[str, object] = {
            "job": self._job,
            "bar": "━" * full + "─" * (BAR - full),
            "done": self._done,
            "total": self._total,
            "rate": f"{rate:.1f}",
            "left": self._time((self._total - self._done) / rate if rate else 0.0),
            "failed": self._failed or "",
        }
        return self._screen.word(key, **values)

    def _time(self, seconds: float) -> str:
        if seconds < 100:
            return self._screen.word("seconds-left", count=round(seconds))
        if seconds < 6000:
            return self._screen.word("minutes-left", count=round(seconds / 60))
        return self._screen.word("hours-left", count=f"{seconds / 3600:.1f}")


def table(outcomes: list[Outcome], screen: Screen) -> Iterator[str]:
    """The outcomes as a table whose columns stand below one another, Chinese or not."""
    shown = outcomes if len(outcomes) <= FEW else [one for one in outcomes if not one.delivered]
    if not shown:
        return
    head = fill(WORDS["batch-head"], screen.language)[0].split("|")
    rows = [head, *(_row(one, screen) for one in shown)]
    widths = [max(cells(row[i]) for row in rows) for i in range(len(head))]
    for row in rows:
        yield "  ".join(
            _padded(text, width, i in (3, 4, 5)) for i, (text, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()


def _row(one: Outcome, screen: Screen) -> list[str]:
    files = one.summary.get("files", [])
    pages = sum(file["pages"] for file in files)
    size = sum(file["bytes"] for file in files)
    status = screen.word("unchanged-one" if one.status == "unchanged" else one.status)
    return [
        _cut(one.job),
        _cut(one.name),
        status,
        str(pages) if files else "",
        f"{size / 1e3:.0f} kB" if files else "",
        f"{one.seconds:.1f} s" if one.seconds else "",
        _remark(one, screen),
    ]


def _remark(one: Outcome, screen: Screen) -> str:
    """The first error, or the first warning, in words, with the place where it is."""
    found = next((p for p in one.problems if p.severity == "error"), None)
    if found is None:
        return ""
    place = f"{Path(found.place.file).name}:{found.place.line} " if found.place else ""
    return place + words(found, screen.language)[0]


def _cut(text: str) -> str:
    """A text of no more cells than a column has."""
    if cells(text) <= WIDEST:
        return text
    kept = ""
    for char in text:
        if cells(kept + char) >= WIDEST:
            break
        kept += char
    return kept + "…"


def _padded(text: str, width: int, right: bool) -> str:
    room = " " * (width - cells(text))
    return room + text if right else text + room
