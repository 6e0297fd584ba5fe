"""Texts of a style into glyphs and widths, quickly: what is set character by character is looked up once each."""

from __future__ import annotations

import re
from functools import cached_property

from report.drawing import Item, Run
from report.layout.desk import Desk
from report.patterns import late
from report.problem import Place
from report.typeset import Line, Span, TextStyle

FIRST_HAN, LAST_HAN = "\u4e00", "\u9fff"
MARKS = ".,%-+"
"""Marks of a number, which in most faces stand beside figures as they are."""
CLOSE = 1e-6
_MARK_BY_MARK = late(f"[{re.escape(MARKS)}]{{2}}")
NOTED = "^"
"""Stands before the number of a note at the end of a cell: 280^1."""


def noted(text: str) -> tuple[str, str]:
    """A cell's words, and the number of its note, "" for none."""
    words, sign, mark = text.rpartition(NOTED)
    return (words, mark) if sign and mark.isdecimal() else (text, "")


class Quick:
    """Sets lines of one style; Han and figures, which neither kern nor give way, are joined from single glyphs."""

    def __init__(self, desk: Desk, style: TextStyle) -> None:
        self.desk, self.style = desk, style
        self._plain: list[dict[str, tuple[Run, int, float]]] = []
        """Of each face the characters that may be joined, with glyph and advance."""
        self._seen: set[str] = set()
        self._widths: dict[str, float] = {}
        self._lines: dict[str, Line] = {}

    def width(self, text: str) -> float:
        """The natural width of a text, in points; that of marks is what they have before they give way."""
        if NOTED in text:
            words, mark = noted(text)
            if mark:
                return self.width(words) + self._mark(mark, None).width
        widths = self._widths
        try:
            return sum([widths[char] for char in text])
        except KeyError:
            for char in text:
                if char not in widths:
                    widths[char] = self._line(char, None).width
            return sum([widths[char] for char in text])

    def placed(self, text: str, at: tuple[float, float], place: Place | None, share: float = 0.0) -> tuple[Item, ...]:
        """The text on a baseline, with so much of its width left of the given x (1: it ends there)."""
        words, mark = noted(text) if NOTED in text else (text, "")
        if mark:
            width = self.width(words)
            marked = self._mark(mark, place).items(at[0] + (1.0 - share) * width, at[1])
            return (*self.placed(words, at, place, share), *marked)
        joined = self._joined(text, place)
        if joined is None:
            line = self._line(text, place)
            return line.items(at[0] - share * line.width, at[1])
        first, glyphs, advances = joined
        left = at[0] - share * sum(advances) * first.size / 1000 if share else at[0]
        x, y = left + first.x, at[1] + first.y
        return (Run(x, y, first.face, first.size, first.colour, glyphs, advances, text, language=first.language),)

    def _joined(self, text: str, place: Place | None) -> tuple[Run, tuple[int, ...], tuple[float, ...]] | None:
        """The run of the first character, and glyphs and advances of all; None where neighbours matter."""
        if not text or _MARK_BY_MARK.search(text):
            return None
        for known in self._plain:
            try:
                runs, glyphs, advances = zip(*[known[char] for char in text], strict=True)
            except KeyError:
                continue
            return runs[0], glyphs, advances
        unseen = [char for char in dict.fromkeys(text) if char not in self._seen]
        for char in unseen:
            self._see(char, place)
        return self._joined(text, place) if unseen else None

    def _see(self, char: str, place: Place | None) -> None:
        """Keep what a character is set as, if it can stand by itself, with others of its face."""
        self._seen.add(char)
        run = self._single(char, place)
        if run is not None:
            known = next((one for one in self._plain if next(iter(one.values()))[0].face is run.face), None)
            if known is None:
                self._plain.append(known := {})
            known[char] = (run, run.glyphs[0], run.advances[0])

    def _single(self, char: str, place: Place | None) -> Run | None:
        """The run of a character that stands by itself; None for one whose neighbours matter."""
        if not (char in "0123456789" or FIRST_HAN <= char <= LAST_HAN or (char in MARKS and self._marks_are_plain)):
            return None
        line = self._line(char, place)
        run = line.runs[0] if len(line.runs) == 1 and not line.extras else None
        if run is None or len(run.glyphs) != 1 or run.offsets or any(run.gaps) or run.text != char:
            return None
        return run

    @cached_property
    def _marks_are_plain(self) -> bool:
        """Whether the marks of numbers do not kern with figures, and figures not with each other."""
        said = "".join(f"{digit}{mark}{digit}{(digit + 1) % 10}" for digit in range(10) for mark in MARKS)
        line = self._line(said, None)
        return len(line.runs) == 1 and abs(line.width - self.width(said)) < CLOSE and not any(line.runs[0].gaps)

    def _mark(self, mark: str, place: Place | None) -> Line:
        """The number of a note, small and raised."""
        return self.desk.set([Span(mark, None, place, note=True, script="super")], self.style)

    def _line(self, text: str, place: Place | None) -> Line:
        found = self._lines.get(text)
        if found is None:
            found = self._lines[text] = self.desk.set([Span(text, None, place)], self.style)
        return found
