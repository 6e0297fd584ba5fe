"""What was made last, kept in the process as far as there is room: pictures, and bytes that also lie on the disk."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from report.memory import Memory

ROOM = 96 * 1024 * 1024
"""Bytes that are held."""
K = TypeVar("K")
V = TypeVar("V")


class Kept(Generic[K, V]):
    """Values by key; the one that was not asked for longest goes first."""

    def __init__(self, size: Callable[[V], int], room: int = ROOM) -> None:
        self._size, self._room = size, room
        self._values: OrderedDict[K, V] = OrderedDict()
        self._held = 0

    def get(self, key: K) -> V | None:
        found = self._values.get(key)
        if found is not None:
            self._values.move_to_end(key)
        return found

    def put(self, key: K, value: V) -> None:
        old = self._values.pop(key, None)
        self._held += self._size(value) - (self._size(old) if old is not None else 0)
        self._values[key] = value
        while self._held > self._room and len(self._values) > 1:
            _, oldest = self._values.popitem(last=False)
            self._held -= self._size(oldest)


class Layered:
    """A memory in the process before the one on the disk: what was asked for once is at hand without opening a file."""

    def __init__(self, below: Memory) -> None:
        self._below, self.lasts = below, below.lasts
        self._held: Kept[str, bytes] = Kept(len, 2 * ROOM)

    def get(self, key: str) -> bytes | None:
        found = self._held.get(key)
        if found is None:
            found = self._below.get(key)
            if found is not None:
                self._held.put(key, found)
        return found

    def put(self, key: str, data: bytes) -> None:
        self._held.put(key, data)
        self._below.put(key, data)
