"""What keeps bytes for whoever asks: fonts' digests, composed lines, converted pictures, findings of checks."""

from __future__ import annotations

from typing import Protocol


class Memory(Protocol):
    """Bytes by key; a broken or absent entry is None. What `lasts` is there for the next run."""

    lasts: bool

    def __hash__(self) -> int: ...

    def get(self, key: str) -> bytes | None: ...
    def put(self, key: str, data: bytes) -> None: ...
