"""What a part of a report holds: every stretch of prose, every block. A walk without recursion: reports are long."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any

from report.content.model import Column, Common, DataCell, Figure, Inline, Table
from report.problem import Place
from report.record import field_names

SIMPLE = frozenset(
    {type(None), str, int, bool, float, Decimal, *(Place, Figure, Table, Column, DataCell, Common)},
)
"""Kinds that hold neither prose nor blocks."""
_SAID = frozenset({"None", "tuple", "Mapping", "Literal", "Approx", *(kind.__name__ for kind in SIMPLE)})
"""Names of which the annotation of a field is made that holds neither."""


def held(part: Any) -> Iterable[Any]:
    """What a part holds, in reading order: members of a tuple, values of a mapping, fields of a record; not those in
    which, by their annotation, there is neither prose nor a block."""
    return _taken_apart(part.__class__)(part)


@cache
def _taken_apart(kind: Any) -> Callable[[Any], Iterable[Any]]:
    if issubclass(kind, Mapping):
        return lambda part: part.values()
    if issubclass(kind, tuple) and not hasattr(kind, "_fields"):
        return lambda part: part
    said = getattr(kind, "__annotations__", {})  # those of the class itself
    names = [name for name in getattr(kind, "_fields", field_names(kind)) if not _is_simple(said.get(name, ""))]
    if len(names) == 1:
        return lambda part, name=names[0]: (getattr(part, name),)  # type: ignore[misc]
    return attrgetter(*names) if names else lambda _: ()


def _is_simple(annotation: str) -> bool:
    """Whether a field can hold neither prose nor a block; of what it does not know it does not say so."""
    words = re.findall(r"\"[^\"]*\"|'[^']*'|(\w+)", annotation)  # what is quoted is the value of a Literal
    return bool(words) and _SAID.issuperset(filter(None, words))


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
