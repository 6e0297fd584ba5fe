"""Labels of a chart as the author and the theme give them, and where mathematics stands in them."""

from __future__ import annotations

from collections.abc import Iterator

from report.patterns import late
from report.problem import Place
from report.record import record
from report.typeset import Span, TextStyle

_MATH = late(r"\\\$|\$(?=[^\s$])([^$\n\u3000-\u9fff\uff00-\uffef]+)(?<=\S)\$(?!\d)")
"""`$…$` with no space inside its signs, no Han between them and no digit after it; `\\$` is a dollar sign."""


@record
class Words:
    """A label: spans and the style of those that have none of their own."""

    spans: tuple[Span, ...]
    style: TextStyle

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    @property
    def place(self) -> Place | None:
        """Where the author wrote it."""
        return next((span.place for span in self.spans if span.place), None)

    @property
    def has_math(self) -> bool:
        return any(is_math for span in self.spans for _, is_math in segments(span))


def segments(span: Span) -> Iterator[tuple[Span, bool]]:
    """A span in parts: text, and mathematics without its dollar signs (True)."""
    text = span.text
    if "$" not in text:
        yield span, False
        return
    start = 0
    for found in _MATH.finditer(text):
        if found.start() > start:
            yield _part(span, start, found.start()), False
        if found[1] is None:
            yield _part(span, found.start() + 1, found.end()), False
        else:
            yield _part(span, found.start() + 1, found.end() - 1), True
        start = found.end()
    if start < len(text):
        yield _part(span, start, len(text)), False


def _part(span: Span, start: int, end: int) -> Span:
    place = span.place._replace(column=span.place.column + start) if span.place else None
    return span._replace(text=span.text[start:end], place=place, before=span.before if start == 0 else 0.0)


def divided(words: Words, lengths: list[int]) -> tuple[Words, ...]:
    """A label in lines of given numbers of characters."""
    lines: list[Words] = []
    start = 0
    for length in lengths:
        lines.append(Words(tuple(_cut(words, start, start + length)), words.style))
        start += length
    return tuple(lines)


def _cut(words: Words, start: int, end: int) -> Iterator[Span]:
    """The spans between two characters."""
    at = 0
    for span in words.spans:
        low, high = max(start - at, 0), min(end - at, len(span.text))
        if low < high:
            yield _part(span, low, high)
        at += len(span.text)
