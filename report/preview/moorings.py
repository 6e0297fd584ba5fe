"""Blocks of a report by numbers of their own: a block that only moved in its file is laid out as the block it was.

For a layout in the preview, the lines that places name are counted from the block that they belong to, and the block
has a number that it keeps as long as it says the same. What the layout says of places is told in lines of the file
again when somebody asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from report.layout.inside import SIMPLE
from report.layout.sequence import BLOCK
from report.named import NamedTuple
from report.problem import Place, Problem
from report.record import field_names, replace

HALF = BLOCK // 2
ABOVE = 40
"""Lines above the place of a block that still belong to it: the keys of a page stand before its template."""


class Moorings(NamedTuple):
    """Where the blocks now stand: file and line by number."""

    starts: Mapping[int, tuple[str, int]]

    def place(self, given: Place) -> Place:
        """A place of the layout as one of the file."""
        number, below = divmod(given.line, BLOCK)
        return given._replace(line=self.starts[number][1] + below - HALF) if number in self.starts else given

    def problem(self, given: Problem) -> Problem:
        """A problem of the layout with places of the file, in its words too."""
        values = tuple((name, re.sub(r"(?<=:)\d{7,}", self._line, said)) for name, said in given.values)
        return replace(given, values=values, place=self.place(given.place) if given.place else None)

    def _line(self, found: re.Match[str]) -> str:
        return str(self.place(Place("", int(found[0]), 1)).line)


class _Moored(NamedTuple):
    """A block as it was read, as it is laid out, and its number."""

    read: Any
    laid: Any
    number: int


class Harbour:
    """Numbers blocks, take after take."""

    def __init__(self) -> None:
        self._known: tuple[_Moored, ...] = ()
        self._count = 0

    def moored(self, body: Sequence[Any]) -> tuple[tuple[Any, ...], Moorings]:
        """The blocks for the layout, and where they stand."""
        head = _same(self._known, body)
        tail: list[_Moored] = []
        for old, new in zip(reversed(self._known[len(head) :]), reversed(body[len(head) :]), strict=False):
            laid = _laid(new, old.number)
            if laid != old.laid:
                break
            tail.append(_Moored(new, old.laid, old.number))
        between = self._between(
            self._known[len(head) : len(self._known) - len(tail)], body[len(head) : len(body) - len(tail)]
        )
        self._known = (*head, *between, *reversed(tail))
        starts = {one.number: (one.read.place.file, one.read.place.line) for one in self._known}
        return tuple(one.laid for one in self._known), Moorings(starts)

    def _between(self, known: Sequence[_Moored], body: Sequence[Any]) -> Iterator[_Moored]:
        """Blocks of which some are others: what says the same keeps its number, and so does one in the place of one."""
        if len(known) == len(body):
            yield from (_kept(old, new) for old, new in zip(known, body, strict=True))
            return
        was, now = [repr(_laid(old.read, 0)) for old in known], [repr(_laid(one, 0)) for one in body]
        for _, i, j, k, n in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
            if j - i == n - k:
                yield from (_kept(old, new) for old, new in zip(known[i:j], body[k:n], strict=True))
            else:
                yield from map(self._new, body[k:n])

    def _new(self, read: Any) -> _Moored:
        self._count += 1
        return _Moored(read, _laid(read, self._count), self._count)


def _kept(old: _Moored, read: Any) -> _Moored:
    """A block under the number of an old one."""
    laid = _laid(read, old.number)
    return _Moored(read, old.laid if laid == old.laid else laid, old.number)


def _same(known: Sequence[_Moored], body: Sequence[Any]) -> tuple[_Moored, ...]:
    """The blocks from the first on that are what they were, where they were."""
    count = next((i for i, (old, new) in enumerate(zip(known, body, strict=False)) if old.read != new), None)
    return tuple(known[: min(len(known), len(body)) if count is None else count])


def _laid(read: Any, number: int) -> Any:
    """A block with its places counted from its own."""
    place = read.place
    return _moved(read, place.file, place.line - ABOVE, number * BLOCK + HALF - place.line)


def _moved(part: Any, file: str, low: int, down: int) -> Any:
    """A part of a report whose places in a file, from a line on, are so many lines further down."""
    kind = part.__class__
    if kind is Place:
        return Place(file, part.line + down, part.column) if part.line >= low and part.file == file else part
    if kind in SIMPLE:
        return part
    if isinstance(part, tuple):
        found = [_moved(one, file, low, down) for one in part]
        if all(a is b for a, b in zip(part, found, strict=True)):
            return part
        return kind._make(found) if hasattr(part, "_fields") else tuple(found)
    if isinstance(part, Mapping):
        return {name: _moved(one, file, low, down) for name, one in part.items()}
    own = {name: getattr(part, name) for name in field_names(kind)}
    values = {name: _moved(value, file, low, down) for name, value in own.items()}
    different = {name: value for name, value in values.items() if value is not own[name]}
    return replace(part, **different) if different and not isinstance(part, type) else part
