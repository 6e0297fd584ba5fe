"""Labels into runs and shapes with their width: text by the composer, mathematics by matplotlib, names in lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from report.charts.words import Words, divided, segments
from report.drawing import Item, Run, moved, runs_of
from report.named import NamedTuple
from report.problem import Problem
from report.record import replace
from report.typeset import set_line, set_paragraph, set_vertical
from report.typeset.faces import Faces, missing_glyph_problem

TOLERANCE = 0.01
"""Points by which a label may exceed its room."""
PLAIN_LINES: Mapping[str, Any] = {
    "align": "left",
    "indent": 0.0,
    "phrases": True,
    "balance": True,
    "hyphenate": False,
    "punctuation": "full",
}
"""How names are broken."""
TIGHTER = (1.0, 0.96, 0.92, 0.88, 0.84)
"""Shares of the room in which a name is broken, until its lines fit as they are set."""
UPRIGHT_PITCH = 1.06
"""Em from character to character in an upright column."""


class Composed(NamedTuple):
    """A label at the origin: its items on the baseline y = 0, its width, what is wrong with it."""

    items: tuple[Item, ...]
    width: float
    problems: tuple[Problem, ...]


class Composer:
    """Sets and measures labels; the same label is set once."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self._set: dict[Words, Composed] = {}

    def set(self, words: Words) -> Composed:
        """One line at its natural width."""
        found = self._set.get(words)
        if found is None:
            found = self._set[words] = self._composed(words)
        return found

    def width(self, words: Words) -> float:
        return self.set(words).width

    def widest(self, labels: Iterable[Words]) -> float:
        """The width of the widest label; 0 for none."""
        return max((self.width(words) for words in labels), default=0.0)

    def middle(self, words: Words) -> float:
        """How far the baseline of a label stands below the middle of its characters."""
        return (self.above(words) - self.below(words)) / 2

    def above(self, words: Words) -> float:
        """How far the em box of a label rises over its baseline."""
        style = words.style
        return self.faces.open(style.family, style.weight, style.slant).face.ascent / 1000 * style.size

    def below(self, words: Words) -> float:
        """How far the em box of a label reaches below its baseline."""
        return words.style.size - self.above(words)

    def lines(self, words: Words, room: float, most: int) -> tuple[Words, ...] | None:
        """A name in at most so many lines of a width, broken between its phrases; None where it does not fit."""
        if self.width(words) <= room + TOLERANCE:
            return (words,)
        if most < 2 or words.has_math or room < 2 * words.style.size:
            return None
        for share in TIGHTER:
            lines = self._lines(words, room * share)
            if lines and len(lines) <= most and all(self.width(line) <= room + TOLERANCE for line in lines):
                return lines
        return None

    def _lines(self, words: Words, room: float) -> tuple[Words, ...]:
        """A name broken as a paragraph of a width; its lines, set on their own, may be wider, since marks are squeezed
        in a paragraph. Nothing where a line is not made of characters of the name."""
        found = set_paragraph(words.spans, room, replace(words.style, **PLAIN_LINES), self.faces)
        lengths = [len(line.text) for line in found.lines]
        return divided(words, lengths) if sum(lengths) == len(words.text) else ()

    def upright(self, words: Words) -> tuple[tuple[Item, ...], float]:
        """A name as a column of upright characters around x = 0 from y = 0 downwards, and its height."""
        pitch = UPRIGHT_PITCH * words.style.size
        items = set_vertical(words.spans, words.style, self.faces, pitch).items(0.0, 0.0)
        return items, max((_foot(run) for run in runs_of(items)), default=0.0)

    def _composed(self, words: Words) -> Composed:
        items: list[Item] = []
        problems: list[Problem] = [*missing(words, self.faces)]
        x = 0.0
        for part, is_math in self._parts(words):
            done = self._math(part) if is_math else self._text(part)
            items += [moved(item, x, 0.0) for item in done.items]
            problems += done.problems
            x += done.width
        return Composed(tuple(items), x, tuple(problems))

    def _parts(self, words: Words) -> Iterator[tuple[Words, bool]]:
        """Stretches of text, and formulas."""
        if not words.has_math:
            yield words, False
            return
        for span in words.spans:
            for part, is_math in segments(span):
                yield Words((part,), words.style), is_math

    def _text(self, words: Words) -> Composed:
        line = set_line(words.spans, words.style, self.faces)
        return Composed(line.runs, line.width, ())

    def _math(self, words: Words) -> Composed:
        from report.charts.maths import formula  # matplotlib: only where there is mathematics

        (span,) = words.spans
        items, width, problems = formula(span, span.style or words.style, self.faces)
        return Composed(items, width, problems)


def _foot(run: Run) -> float:
    """The lower end of a run of a column: upright, turned, or across."""
    return run.y + (run.width if run.vertical or run.turn else 0.0)


def missing(words: Words, faces: Faces) -> Iterator[Problem]:
    """Characters of the text of a label that no face has."""
    for span in words.spans:
        style = span.style or words.style
        for part, is_math in segments(span):
            for i, char in enumerate("" if is_math else part.text):
                if char not in "\n\u3000" and faces.find(char, style.family, style.weight, style.slant) is None:
                    place = part.place._replace(column=part.place.column + i) if part.place else None
                    yield missing_glyph_problem(char, style.family, place)
