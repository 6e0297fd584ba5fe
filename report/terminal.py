"""What a command says, onto two streams: progress, problems, results. A reader that has gone stops no build."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter, time_ns
from typing import Any, TextIO
from unicodedata import east_asian_width

from report.messages import Language, as_json, fill, render
from report.messages.command import STAGES, word
from report.messages.row import Message
from report.problem import Place, Problem

BAR = 24
"""Cells of the bar."""
EXCERPT = 68
"""Cells of a source line shown below a problem, so that it fits in 80 with its indent."""
SHOWN = (".yaml", ".yml", ".csv")
"""Files whose lines are text that the user wrote."""


class Outlet:
    """A stream whose failure is kept instead of raised; a character that its encoding lacks is written as an escape."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.encoding = (getattr(stream, "encoding", None) or "utf-8").lower()
        self.failure: OSError | None = None

    def write(self, text: str) -> None:
        """Write and flush; nothing once the stream has failed."""
        if self.failure:
            return
        try:
            self._stream.write(text.encode(self.encoding, "backslashreplace").decode(self.encoding))
            self._stream.flush()
        except OSError as failure:
            self.failure = failure

    def moves(self) -> bool:
        """Whether a line can be written over: a terminal."""
        return self._stream.isatty()

    @property
    def holds_all(self) -> bool:
        """Whether every character can be written as itself."""
        return self.encoding.startswith("utf")


class Screen:
    """Where a command writes and in what language; made when the run begins (`began`, nanoseconds of the epoch)."""

    def __init__(self, stdout: TextIO, stderr: TextIO, language: Language, environ: Mapping[str, str]) -> None:
        self.out, self._err = Outlet(stdout), Outlet(stderr)
        self.language = language
        self.progress = Progress(self._err, language, environ)
        self.began, self._started = time_ns(), perf_counter()

    @property
    def seconds(self) -> float:
        return round(perf_counter() - self._started, 3)

    def say(self, text: str) -> None:
        """A result, on standard output."""
        self.progress.close()
        self.out.write(text + "\n")

    def say_json(self, value: Any) -> None:
        """A result as one JSON document; pure ASCII where the stream has no Unicode, since \\xe9 is no JSON."""
        self.say(json.dumps(value, ensure_ascii=not self.out.holds_all, indent=2))

    def tell(self, problems: Sequence[Problem], file: str) -> None:
        """Problems on standard error, one a line; `file` stands where a problem has no place.

        On a terminal each is followed by the line of the source with a caret below the column; a program that reads
        the stream gets the lines alone.
        """
        sources: dict[str, list[str]] = {}
        for problem in problems:
            self.mutter(render(problem, self.language, file))
            if problem.place and self._err.moves():
                for line in excerpt(problem.place, sources):
                    self.mutter(line)

    @property
    def watched(self) -> bool:
        """Whether somebody sits there and waits for the end."""
        return self._err.moves()

    @property
    def answers(self) -> bool:
        """Whether somebody sits there to be asked."""
        return sys.stdin is not None and sys.stdin.isatty() and self.watched

    def ask(self, question: str) -> str:
        """What the user answers on one line; "" for Enter alone, or where no answer can come any more."""
        self.progress.close()
        self._err.write(question)
        try:
            return sys.stdin.readline().strip()
        except (UnicodeDecodeError, OSError):
            return ""

    def mutter(self, text: str) -> None:
        """Text on standard error, below the progress."""
        self.progress.close()
        self._err.write(text + "\n")

    def told(self, problems: Sequence[Problem], file: str) -> list[dict[str, Any]]:
        """Problems as JSON has them."""
        return [as_json(problem, self.language, file) for problem in problems]

    def word(self, key: str, **values: object) -> str:
        return fill(word(key), self.language, values.items())[0]


class Progress:
    """Called as progress(stage, done, total). A terminal shows a bar; anything else a line when a stage begins."""

    def __init__(self, outlet: Outlet, language: Language, environ: Mapping[str, str]) -> None:
        self._outlet, self._language = outlet, language
        self._moves = outlet.moves() and environ.get("TERM") != "dumb"
        self._colour = self._moves and not environ.get("NO_COLOR")
        self._begun: set[str] = set()
        self._width = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        name = fill(STAGES.get(stage, Message(stage, stage)), self._language)[0]
        if self._moves:
            self._show(name, _share(stage, done, total), f" {done}/{total}" if total > 1 else "")
        elif stage not in self._begun:
            self._outlet.write(f"{name}\n")
        self._begun.add(stage)

    @property
    def moves(self) -> bool:
        """Whether a line can be written over."""
        return self._moves

    def line(self, text: str) -> None:
        """One line in the place of the one before."""
        width = cells(text) + BAR  # some terminals draw box lines two cells wide
        self._outlet.write(f"\r{text}" + " " * max(0, self._width - width))
        self._width = max(self._width, width)

    def close(self) -> None:
        """Take the bar away, so that the next line starts clean."""
        if self._width:
            self._outlet.write("\r" + " " * self._width + "\r")
            self._width = 0

    def _show(self, name: str, share: float, count: str) -> None:
        full = int(BAR * share)
        bar, rest = "━" * full, "─" * (BAR - full)
        label = name + " " * (12 - cells(name))
        width = cells(label) + 2 * BAR + len(count)  # some terminals draw box lines two cells wide
        shown = f"\x1b[32m{bar}\x1b[0m{rest}" if self._colour else bar + rest
        self._outlet.write(f"\r{label}{shown}{count}" + " " * max(0, self._width - width))
        self._width = max(self._width, width)


def _share(stage: str, done: int, total: int) -> float:
    """How much of a run is behind, from 0 to 1, taking every stage as equally long."""
    before = list(STAGES).index(stage) if stage in STAGES else 0
    return (before + (done / total if total else 0)) / len(STAGES)


def excerpt(place: Place, sources: dict[str, list[str]]) -> tuple[str, ...]:
    """The line of a text that a place names and a caret below its column; none where it cannot be shown.

    `sources` keeps the lines of the files that were read.
    """
    if place.file not in sources:
        shown = Path(place.file).suffix.lower() in SHOWN
        try:
            sources[place.file] = Path(place.file).read_text("utf-8-sig").splitlines() if shown else []
        except (OSError, UnicodeDecodeError):
            sources[place.file] = []
    lines = sources[place.file]
    if not 0 < place.line <= len(lines):
        return ()
    line = "".join(c if c.isprintable() else " " for c in lines[place.line - 1])
    at = min(place.column - 1, len(line))
    start = at
    while start and cells(line[start - 1 : at]) <= EXCERPT // 2:
        start -= 1
    lead = "…" if start else ""
    end = at
    while end < len(line) and cells(line[start : end + 1]) <= EXCERPT:
        end += 1
    tail = "…" if end < len(line) else ""
    indent = " " * (4 + cells(lead + line[start:at]))
    return f"    {lead}{line[start:end]}{tail}", f"{indent}^"


def cells(text: str) -> int:
    """Columns that a text takes on a terminal."""
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
