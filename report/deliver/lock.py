"""One run at a time: a lock that knows its owner, waits as long as it is told, and dies with its process.

The lock is the system's, on a file that stays; the file only says whose it is. So what a killed process leaves behind
is no lock, and the next run takes it over without asking whether the old one still lives.
"""

from __future__ import annotations

import errno
import json
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from report.deliver.output import OutputError, refusal
from report.named import NamedTuple
from report.problem import ReportError, problem

POLL = 0.1
"""Seconds between two looks at a lock that another run holds."""
BUSY = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})
"""How systems say that another process holds the lock."""
_BYTE = 1 << 30
"""The byte that Windows locks: far beyond the text, which stays readable."""


class Owner(NamedTuple):
    """Who holds a lock: host, process, and when it began (ISO, UTC)."""

    host: str
    pid: int
    since: str


class HeldError(ReportError):
    """Another run holds the lock; nothing was done."""

    exit_code = 3


class UnwritableError(OutputError):
    """What a run keeps of itself cannot be written; nothing was done."""

    exit_code = 3


@contextmanager
def held(path: Path, wait: float = 0.0) -> Iterator[Owner]:
    """Hold the lock of a file while the block runs, after `wait` seconds at most.

    Raises HeldError naming the owner, and UnwritableError where the file cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise UnwritableError([refusal(error, path)]) from error
    try:
        _take(handle, path, time.monotonic() + wait)
        owner = Owner(socket.gethostname(), os.getpid(), datetime.now(UTC).isoformat(timespec="seconds"))
        _sign(handle, owner)
        try:
            yield owner
        finally:
            _sign(handle, None)
    finally:
        os.close(handle)


def owner_of(path: Path) -> Owner | None:
    """Who wrote the file last; None for nobody."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return Owner(str(told["host"]), int(told["pid"]), str(told["since"]))
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _take(handle: int, path: Path, until: float) -> None:
    while not _locked(handle):
        if time.monotonic() >= until:
            owner = owner_of(path) or Owner("?", 0, "?")
            raise HeldError([problem("run-held", file=path, **owner._asdict())])
        time.sleep(POLL)


def _locked(handle: int) -> bool:
    """Take the system's lock if nobody has it; a file system without locks (some shares) locks nothing."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, _BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in BUSY
    return True


def _sign(handle: int, owner: Owner | None) -> None:
    """Write whose the lock is into its file, or nothing when it is given back."""
    with suppress(OSError):
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        if owner is not None:
            os.write(handle, json.dumps(owner._asdict()).encode())
