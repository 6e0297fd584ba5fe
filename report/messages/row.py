"""The shape of a row of the message table."""

from __future__ import annotations

from typing import NamedTuple


class Message(NamedTuple):
    """What one problem code says, with {blanks} that the problem's values fill; the hint says what to write instead."""

    zh: str
    en: str
    zh_hint: str = ""
    en_hint: str = ""
