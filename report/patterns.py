"""Patterns that are compiled when something is first looked for: a set with Han in it takes a tenth of a millisecond,
and a run uses half of those that its modules have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from report.modules import is_alone

if TYPE_CHECKING:
    from re import compile as late
else:

    class late:  # noqa: N801  it stands where `re.compile` would
        """A pattern of `re`."""

        def __init__(self, pattern: str, flags: int = 0) -> None:
            self._given = pattern, flags

        def __getattr__(self, name: str) -> Any:
            """What is asked of it stays at hand: the next question does not come here."""
            found = self.__dict__[name] = getattr(re.compile(*self._given), name)
            return found


@contextmanager
def all_late() -> Iterator[None]:
    """Patterns of a library that is imported meanwhile are late too, where this process is ours."""
    kept = re.compile
    if is_alone():
        re.compile = late
    try:
        yield
    finally:
        re.compile = kept


__all__ = ["all_late", "late"]
