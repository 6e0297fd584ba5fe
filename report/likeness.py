"""The name that a misspelt name is most like; names of the format have a better judge (content/nearest)."""

from __future__ import annotations

from collections.abc import Iterable


def likest(name: str, known: Iterable[str], least: float = 0.6) -> str:
    """The one of the known names that shares most with `name`, at least `least` of 1; "" where none does."""
    from difflib import get_close_matches  # only somebody's mistake needs it, and it takes 2 ms to read

    return next(iter(get_close_matches(name, list(known), 1, least)), "")
