"""Progress as people see it: a line for each stage, or one bar that moves on a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO
from unicodedata import east_asian_width

from report.messages import Language, fill
from report.messages.command import STAGES
from report.messages.row import Message

BAR = 24
"""Cells of the bar."""


class Progress:
    """Called as progress(stage, done, total). A terminal shows a bar; anything else a line when a stage begins."""

    def __init__(self, stream: TextIO, language: Language, environ: Mapping[str, str]) -> None:
        self._stream, self._language = stream, language
        self._moves = stream.isatty() and environ.get("TERM") != "dumb"
        self._colour = self._moves and not environ.get("NO_COLOR")
        self._begun: set[str] = set()
        self._width = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        name = fill(STAGES.get(stage, Message(stage, stage)), self._language)[0]
        if self._moves:
            self._show(name, done, total)
        elif stage not in self._begun:
            self._write(f"{name}\n")
        self._begun.add(stage)

    def close(self) -> None:
        """Take the bar away, so that the next line starts clean."""
        if self._width:
            self._write("\r" + " " * self._width + "\r")
            self._width = 0

    def _show(self, name: str, done: int, total: int) -> None:
        full = BAR * done // total if total else 0
        bar, rest = "━" * full, "─" * (BAR - full)
        count = f" {done}/{total}" if total > 1 else ""
        label = name + " " * (12 - cells(name))
        width = cells(label) + 2 * BAR + len(count)  # some terminals draw box lines two cells wide
        shown = f"\x1b[32m{bar}\x1b[0m{rest}" if self._colour else bar + rest
        self._write(f"\r{label}{shown}{count}" + " " * max(0, self._width - width))
        self._width = max(self._width, width)

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def cells(text: str) -> int:
    """Columns that a text takes on a terminal."""
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
