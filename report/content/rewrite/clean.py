"""A report without what pasting left in it: odd spaces, hidden characters, radicals, half-width punctuation.

Keys, comments, quotation marks and everything inside {{ }} stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from report.content.rewrite.characters import CONTROLS, HAN, LEAD
from report.content.rewrite.hygiene import tidied
from report.content.rewrite.text import Edit, Source, Span, edited, source
from report.content.schema.nested import of_file, walk
from report.content.source import Fields, Items, Node, Scalar
from report.named import NamedTuple
from report.patterns import late
from report.problem import ContentError

WORDS = frozenset({"line", "prose", "words"})
"""Kinds of values whose words are printed."""
_BLOCK_HEAD = late(r"^ *(?:- +)*(?:[^#\s].*?)?[:\-] +(?:&\S+ +)?[|>][-+0-9]*[ \t]*(?:#.*)?$")
_SEPARATORS = late("[\x85\u2028\u2029]+")
_LEAD = late(f"[ {''.join(map(chr, LEAD))}]+")
_UNSAFE = late(r":(?:\s|$)|\s#")
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")


class Change(NamedTuple):
    """What one rule changed on one line: radicals, hidden, spaces, indents, stops, brackets, quotes or controls."""

    line: int
    kind: str
    before: str
    after: str


def clean(text: str, name: str = "") -> tuple[str, tuple[Change, ...]]:
    """The repaired text and what was repaired; a text that is no YAML has only its characters and indents repaired."""
    changes, laid, read = _laid_out(text, name)
    if read is None:
        return laid, tuple(changes)
    met = (met.scalar for met in walk(read.root, of_file(read.root)) if met.kind in WORDS)
    repairs = _safe(read, [repair for scalar in met if (repair := _scalar(read, scalar)).edits], name)
    changes += [change for repair in repairs for change in repair.changes]
    return _repaired(read, repairs, name), tuple(dict.fromkeys(sorted(changes)))


class _Repair(NamedTuple):
    """What is done to one text."""

    edits: tuple[Edit, ...]
    changes: tuple[Change, ...]


def _repaired(read: Source, repairs: Iterable[_Repair], name: str) -> str:
    return edited(read, (edit for repair in repairs for edit in repair.edits), name)


def _safe(read: Source, repairs: list[_Repair], name: str) -> list[_Repair]:
    """The repairs that leave the report its keys and lists: a line of a quoted text may come to look like one."""
    try:
        whole = _alike(read.root, source(_repaired(read, repairs, name), name).root)
    except ContentError:
        whole = False
    if whole:
        return repairs
    half = len(repairs) // 2
    return [*_safe(read, repairs[:half], name), *_safe(read, repairs[half:], name)] if half else []


def _alike(one: Node, other: Node) -> bool:
    """Whether two trees differ in the words of their values alone."""
    match one, other:
        case Scalar(), Scalar():
            return True
        case Items(), Items():
            return len(one.items) == len(other.items) and all(map(_alike, one.items, other.items))
        case Fields(), Fields():
            keys = [[key.text for key, _ in fields.entries] for fields in (one, other)]
            return keys[0] == keys[1] and all(
                _alike(a, b) for (_, a), (_, b) in zip(one.entries, other.entries, strict=True)
            )
    return False


def _scalar(read: Source, scalar: Scalar) -> _Repair:
    """The edits of one text, line by line."""
    spans = read.spans(scalar)
    before = "\n".join(read.text[start:end] for start, end in spans)
    steps = list(tidied(before, read.quote(scalar)))
    after = steps[-1].after if steps else before
    if scalar.plain:
        after = after.strip(" ")
        if not _stays_plain(before, after):
            return _Repair((), ())
    told = [Change(_line(read, span), s.kind, a, b) for s in steps for span, a, b in _lines(spans, s.before, s.after)]
    edits = [Edit(span.start, span.end, new) for span, _, new in _lines(spans, before, after)]
    return _Repair(tuple(edits), tuple(told))


def _lines(spans: tuple[Span, ...], before: str, after: str) -> Iterator[tuple[Span, str, str]]:
    """The lines in which two texts differ."""
    for span, old, new in zip(spans, before.split("\n"), after.split("\n"), strict=True):
        if old != new:
            yield span, old, new


def _line(read: Source, span: Span) -> int:
    return read.place(span.start, "").line


def _stays_plain(before: str, after: str) -> bool:
    """Whether a text without quotation marks is still one value: `键:` and a space would make a key of it."""
    return bool(after) and not _UNSAFE.search(after) and (after[0] == before[0] or after[0] not in _INDICATORS)


def _laid_out(text: str, name: str) -> tuple[list[Change], str, Source | None]:
    """The text without characters that YAML forbids, its lines indented by spaces, and its nodes if it has any now.

    How many spaces a tab or a full-width space meant is what makes a report of it.
    """
    steps = sorted({len(lead) for lead in re.findall(r"(?m)^( +)\S", text)})[:1] or [2]
    first: list[tuple[str, str]] = []
    for tab, wide in product(dict.fromkeys((*steps, 2, 4, 8)), (2, 1)):
        lines = list(_raw_lines(text, {**LEAD, 0x09: " " * tab, 0x3000: " " * wide}))
        first = first or lines
        try:
            read = source("".join(after for _, after in lines), name)
        except ContentError:
            if lines == [(line, line) for line, _ in lines]:
                break
            continue
        return _line_changes(lines), "".join(after for _, after in lines), read
    return _line_changes(first), "".join(after for _, after in first), None


def _line_changes(lines: list[tuple[str, str]]) -> list[Change]:
    found = []
    for number, (before, after) in enumerate(lines, 1):
        if before != after:
            kind = "indents" if before.translate(CONTROLS).strip() == after.strip() else "controls"
            found.append(Change(number, kind, before.rstrip("\r\n"), after.rstrip("\r\n")))
    return found


def _raw_lines(text: str, lead: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    """Each line as it is and as it should be laid out; the words of block texts are left to the rules of prose."""
    inside = -1
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        bare = _joined(line.translate(CONTROLS))
        indent = len(bare) - len(bare.lstrip(" "))
        if inside >= 0 and (not bare.strip() or indent > inside):
            yield line, bare
            continue
        after = _indented(bare, lead)
        indent = len(after) - len(after.lstrip(" "))
        inside = indent if _BLOCK_HEAD.match(after.rstrip("\r\n")) else -1
        yield line, after


def _joined(line: str) -> str:
    """A line without the separators that end a line for YAML but not for the person who pasted them."""

    def between(found: re.Match[str]) -> str:
        beside = line[found.start() - 1 : found.start()] + line[found.end() : found.end() + 1]
        return "" if re.fullmatch(f"[{HAN}，。；：、！？]{{2}}", beside) else " "

    return _SEPARATORS.sub(between, line)


def _indented(line: str, lead: Mapping[int, str]) -> str:
    found = _LEAD.match(line)
    if not found or not line[found.end() :].strip():
        return line
    return found[0].translate(lead) + line[found.end() :]
