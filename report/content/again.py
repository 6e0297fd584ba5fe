"""What a reading of a report leaves for the next one in this process: tables whose files are as they were, and what the
check of figures found in paragraphs that are as they were."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from time import time_ns
from typing import Any

from report.content.form import Log
from report.content.model import Report, Table
from report.content.register import Register
from report.content.source import Fields, Node
from report.named import NamedTuple
from report.problem import Problem

DATABASE = frozenset({"database", "库"})
"""Keys of what may change without a file that says so."""
TICK = 10_000_000
"""Nanoseconds by which the time of a file may lag behind the clock."""
Stamp = tuple[int, ...]


class _Tables(NamedTuple):
    """Tables as they were read: from what, with what words and language of keys; what that added to the log."""

    given: tuple[object, ...]
    stamps: tuple[Stamp, ...]
    found: Mapping[str, Table]
    problems: tuple[Problem, ...]
    language: str
    inputs: tuple[str, ...]


class Reread:
    """Keeps what the last reading found, for the next one."""

    def __init__(self) -> None:
        self._tables: _Tables | None = None
        self._said: tuple[object, ...] = ()
        self._register: Register | None = None
        self._entries: dict[Any, tuple[Any, ...]] = {}
        self._new: dict[Any, tuple[Any, ...]] = {}

    def tables(
        self, node: Node | None, log: Log, inputs: list[str], read: Callable[[], Mapping[str, Table]]
    ) -> Mapping[str, Table]:
        """The tables of the data; read again when the report says otherwise of them, or a file has changed."""
        given = (node, log.language, dict(log.words))
        kept = self._tables
        if kept is None or kept.given != given or kept.stamps != tuple(map(_stamp, kept.inputs)):
            problems, files, began = len(log.problems), len(inputs), time_ns()
            found = read()
            told, added = tuple(log.problems[problems:]), tuple(inputs[files:])
            known = _Tables(given, tuple(map(_stamp, added)), found, told, log.language, added)
            late = any(max(stamp[2:], default=0) > began - TICK for stamp in known.stamps)  # read before it was saved?
            wrong = any(one.severity == "error" for one in told) or _names_database(node)
            self._tables = None if late or wrong else known
            return found
        log.problems += kept.problems
        log.language = kept.language
        inputs += kept.inputs
        return kept.found

    def ground(self, report: Report) -> Register:
        """Another check of figures begins; the same facts and tables give the same register, and paragraphs are judged
        alike only by it."""
        said = (report.facts, report.tables, report.checks.allow)
        if self._register is None or said != self._said:
            self._register, self._new = Register(report.facts, report.tables), {}
        self._said, self._entries, self._new = said, self._new, {}
        return self._register

    def entries(self, part: Any, judge: Callable[[], Iterable[Any]]) -> tuple[Any, ...]:
        """What the check says of a paragraph."""
        found = self._new.get(part, self._entries.get(part))
        if found is None:
            found = tuple(judge())
        self._new[part] = found
        return found


def _stamp(path: str) -> Stamp:
    try:
        about = Path(path).stat()
    except OSError:
        return (-1,)
    return about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns


def _names_database(node: Node | None) -> bool:
    forms = node.entries if isinstance(node, Fields) else ()
    return any(key.text in DATABASE for key in _keys(value for _, value in forms))


def _keys(forms: Iterable[Node]) -> Iterator[Any]:
    for form in forms:
        if isinstance(form, Fields):
            yield from (key for key, _ in form.entries)
