"""What a part of a report holds: every stretch of prose, every block. A walk without recursion: reports are long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from report.content.model import Figure, Inline, Table
from report.problem import Place
from report.record import field_names

SIMPLE = frozenset({type(None), str, int, bool, float, Decimal, Place, Figure, Table})
"""Kinds that hold neither prose nor blocks."""


def held(part: Any) -> Iterable[Any]:
    """What a part holds, in reading order: members of a tuple, values of a mapping, fields of a record."""
    if isinstance(part, tuple):
        return part
    if isinstance(part, Mapping):
        return part.values()
    return [getattr(part, name) for name in field_names(part.__class__)]


def inlines(part: Any) -> Iterator[Inline]:
    """Every stretch of prose in a part of a report, in reading order; the text of a footnote follows its mark."""
    waiting = [iter((part,))]
    while waiting:
        for one in waiting[-1]:
            kind = one.__class__
            if kind in SIMPLE:
                continue
            if kind is Inline:
                yield one
                if not one.footnote:
                    continue
                one = one.footnote  # noqa: PLW2901 (what is walked next)
            waiting.append(iter(held(one)))
            break
        else:
            waiting.pop()


def records(part: Any) -> Iterator[Any]:
    """Every record in a part of a report, in reading order; prose is not looked into."""
    waiting = [iter((part,))]
    while waiting:
        for one in waiting[-1]:
            kind = one.__class__
            if kind in SIMPLE or kind is Inline:
                continue
            if field_names(kind):
                yield one
            waiting.append(iter(held(one)))
            break
        else:
            waiting.pop()
