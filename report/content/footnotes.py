"""Notes of a text: lines that begin with ^1 are no paragraphs of it but what its marks ^1 lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from report.content.expression import Scope
from report.content.model import Footnote, Inline, Prose
from report.patterns import late
from report.problem import Place

_NOTE = late(r"\^(\d+)[ \t\u3000]+(?=\S)")
Written = tuple[str, Place]
"""A line of the source with its place."""


def parted(paragraphs: Iterable[list[Written]]) -> tuple[list[list[Written]], list[tuple[str, list[Written]]]]:
    """The lines of a text by paragraph, and those of its notes by number; a note ends where the next one begins."""
    texts: list[list[Written]] = []
    notes: list[tuple[str, list[Written]]] = []
    for lines in paragraphs:
        open_: list[Written] = []
        texts.append(open_)
        for line, place in lines:
            found = _NOTE.match(line)
            if found:
                open_ = []
                notes.append((found[1], open_))
            start = found.end() if found else 0
            open_.append((line[start:], place._replace(column=place.column + start)))
    return [lines for lines in texts if lines], notes


def attached(text: Prose, notes: Sequence[Footnote], scope: Scope) -> Prose:
    """The text, each mark with its note; a mark without a note, a note without a mark, either twice is a mistake."""
    known = _known(notes, scope)
    _check(marks_in((text,)), known, scope)
    return tuple(tuple(_with(inline, known) for inline in paragraph) for paragraph in text)


def _known(notes: Sequence[Footnote], scope: Scope) -> dict[str, Footnote]:
    """Notes by their numbers; a number that is given twice is a mistake."""
    known: dict[str, Footnote] = {}
    for note in notes:
        if note.number in known:
            scope.log.add("note-twice", note.place, mark=note.number, first=known[note.number].place.line)
        known.setdefault(note.number, note)
    return known


def check_table(marks: Iterable[tuple[str, Place]], notes: Sequence[Footnote], scope: Scope) -> None:
    """Tells of marks of a table and notes below it that do not go together; several cells may share a note."""
    _check(marks, _known(notes, scope), scope, again=True)


def _check(
    marks: Iterable[tuple[str, Place]], known: dict[str, Footnote], scope: Scope, *, again: bool = False
) -> None:
    """Tells of marks and notes that do not go together; with `again`, several marks may lead to one note."""
    seen: dict[str, Place] = {}
    for mark, place in marks:
        if mark not in known:
            scope.log.add("note-missing", place, mark=mark)
        elif mark in seen and not again:
            scope.log.add("note-mark-twice", place, mark=mark, first=seen[mark].line)
        seen.setdefault(mark, place)
    for note in known.values():
        if note.number not in seen:
            scope.log.add("note-unmarked", note.place, mark=note.number)


def _with(inline: Inline, known: dict[str, Footnote]) -> Inline:
    note = known.get(inline.text) if inline.note else None
    return inline._replace(footnote=note.text) if note else inline


def marks_in(parts: Iterable[Prose]) -> Iterator[tuple[str, Place]]:
    """The marks of some texts, with their places."""
    yield from (
        (inline.text, inline.place) for text in parts for paragraph in text for inline in paragraph if inline.note
    )
