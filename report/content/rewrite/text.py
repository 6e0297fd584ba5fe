"""A YAML text with the nodes read from it: where exactly each scalar's words stand, and edits at such places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import unified_diff

from report.content.source import Node, Scalar, parse
from report.named import NamedTuple
from report.patterns import late
from report.problem import ContentError, Place, problem
from report.record import record

BOM = "\ufeff"
BREAK = late("\r\n|[\n\r\x85\u2028\u2029]")
"""Line ends as libyaml counts them."""
_PROPERTY = late(r"&\S+\s+")


class Edit(NamedTuple):
    """The stretch of a text from `start` to `end` becomes `new`."""

    start: int
    end: int
    new: str


class Span(NamedTuple):
    """Where the words of one line of a scalar stand, without indentation and quotation marks."""

    start: int
    end: int


@record
class Source:
    """A text and its root node; `bom` is what stood before it."""

    bom: str
    text: str
    root: Node
    starts: tuple[int, ...]

    def offset(self, place: Place) -> int:
        return self.starts[place.line - 1] + place.column - 1

    def place(self, offset: int, name: str) -> Place:
        line = max(i for i, start in enumerate(self.starts) if start <= offset)
        return Place(name, line + 1, offset - self.starts[line] + 1)

    def spans(self, scalar: Scalar) -> tuple[Span, ...]:
        """The lines of a scalar, blank ones included."""
        at = self.offset(scalar.place)
        while found := _PROPERTY.match(self.text, at):
            at = found.end()
        if scalar.literal:
            return self._block(scalar, at)
        end = self._end(scalar, at)
        return self._lines(at, end) if scalar.plain else self._lines(at + 1, end - 1)

    def quote(self, scalar: Scalar) -> str:
        """The quotation mark in which a scalar stands, if any."""
        at = self.offset(scalar.place)
        while found := _PROPERTY.match(self.text, at):
            at = found.end()
        return "" if scalar.plain or scalar.literal else self.text[at]

    def _end(self, scalar: Scalar, at: int) -> int:
        """The offset after a plain or quoted scalar."""
        match self.text[at : at + 1] if not scalar.plain else "":
            case '"':
                found = re.compile(r'"(?:[^"\\]|\\.)*"', re.S).match(self.text, at)
            case "'":
                found = re.compile(r"'(?:[^']|'')*'").match(self.text, at)
            case _:
                words = [re.escape(word) for word in re.split(r"[ \t\n]+", scalar.text)]
                found = re.compile(f"[ \t{_BREAKS}]+".join(words)).match(self.text, at)
        return found.end() if found else at

    def _lines(self, start: int, end: int) -> tuple[Span, ...]:
        """The lines of a scalar that is folded: blanks around a line end are layout."""
        spans, at = [], start
        for found in BREAK.finditer(self.text, start, end):
            spans.append(Span(at, found.start()))
            at = found.end()
        spans.append(Span(at, end))
        last = len(spans) - 1
        return tuple(self._trimmed(span, i > 0, i < last) for i, span in enumerate(spans))

    def _trimmed(self, span: Span, left: bool, right: bool) -> Span:
        start, end = span
        while left and start < end and self.text[start] in " \t":
            start += 1
        while right and end > start and self.text[end - 1] in " \t":
            end -= 1
        return Span(start, end)

    def _block(self, scalar: Scalar, at: int) -> tuple[Span, ...]:
        """The lines below the head of a block text, down to the first that is less indented."""
        first = next(i for i, start in enumerate(self.starts) if start > at) if at < self.starts[-1] else None
        if first is None:
            return ()
        lines = [Span(start, self._line_end(i)) for i, start in enumerate(self.starts) if i >= first]
        own = next((line for line in scalar.text.split("\n") if line.strip()), "")
        head = next((s for s in lines if self.text[s.start : s.end].strip(" ")), Span(0, 0))
        indent = _lead(self.text[head.start : head.end]) - _lead(own)
        spans = []
        for start, end in lines:
            line = self.text[start:end]
            if line.strip(" ") and _lead(line) < indent:
                break
            spans.append(Span(min(start + indent, end), end))
        while spans and spans[-1].start == spans[-1].end:
            spans.pop()
        return tuple(spans)

    def _line_end(self, line: int) -> int:
        end = self.starts[line + 1] if line + 1 < len(self.starts) else len(self.text)
        while end > self.starts[line] and self.text[end - 1] in "\r\n\x85\u2028\u2029":
            end -= 1
        return end


_BREAKS = "\r\n\x85\u2028\u2029"


def _lead(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def source(text: str, name: str) -> Source:
    """A text with its nodes. Raises ContentError when it is no YAML."""
    bom = BOM if text.startswith(BOM) else ""
    body = text.removeprefix(BOM)
    root = parse(body.encode("utf-8", "surrogatepass"), name)
    return Source(bom, body, root, (0, *(found.end() for found in BREAK.finditer(body))))


def edited(source: Source, edits: Iterable[Edit], name: str) -> str:
    """The text with its edits made; what an anchor repeats is edited once. Raises ContentError where two disagree."""
    text, at, parts = source.text, 0, []
    for edit in sorted(set(edits)):
        if edit.start < at:
            written = text[edit.start : edit.end]
            raise ContentError([problem("rewrite-shared", source.place(edit.start, name), text=written)])
        parts += [text[at : edit.start], edit.new]
        at = edit.end
    return source.bom + "".join(parts) + text[at:]


def difference(before: str, after: str, name: str) -> str:
    """A unified diff of two texts, "" where they are equal."""
    lines = (BREAK_LINES.findall(text) for text in (before, after))
    old, new = lines
    ended = (line if line.endswith("\n") else line + "\n" for line in unified_diff(old, new, name, name))
    return "".join(ended)


BREAK_LINES = late(r"[^\n]*\n|[^\n]+")
