"""Limits on what one report may take: time by the system's timer, memory by the system's limit.

Where a thread is not the main one, or the system has neither (Windows; macOS has no limit of memory), a thread watches
with psutil. What hangs in code that no signal reaches is ended with its process a little later.
"""

from __future__ import annotations

import ctypes
import faulthandler
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

from report.deliver.jobs.model import Limits

GRACE = 10.0
"""Seconds after the limit when a process ends that did not heed it."""
FULL = 0.9
"""Share of the limit on memory at which a process counts as full."""
LOOK = 0.05
"""Seconds between two looks of the watching thread."""


class LimitError(BaseException):
    """The report took more than it may; no Exception, so that nothing on the way takes it for a fault of its own."""


class OverTimeError(LimitError):
    """It took too long."""


class OverMemoryError(LimitError):
    """It took too much memory."""


@contextmanager
def limited(limits: Limits) -> Iterator[None]:
    """Keep the block within limits; raises OverTimeError and OverMemoryError (or MemoryError, from the system)."""
    main = threading.current_thread() is threading.main_thread()
    with ExitStack() as held:
        watched = Limits(
            None if limits.seconds is None or (main and hasattr(signal, "setitimer")) else limits.seconds,
            None if limits.memory is None or sys.platform == "linux" else limits.memory,
        )
        if watched != Limits():
            held.enter_context(_watched(watched))
        if limits.seconds is not None and main:
            held.enter_context(_ended(limits.seconds + GRACE))
        if limits.seconds is not None and watched.seconds is None:
            held.enter_context(_timed(limits.seconds))
        if limits.memory is not None and watched.memory is None:
            held.enter_context(_within(limits.memory))  # last: the others need threads, and those memory
        yield


def full(limits: Limits) -> bool:
    """Whether this process holds nearly what it may: then a fault of a library is most likely for lack of memory."""
    if limits.memory is None or sys.platform != "linux":
        return False
    import psutil

    return bool(psutil.Process().memory_info().data > FULL * limits.memory)


@contextmanager
def _timed(seconds: float) -> Iterator[None]:
    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise OverTimeError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _ended(seconds: float) -> Iterator[None]:
    """A thread of C that needs no interpreter ends the process: what holds it too long hears no signal."""
    with Path(os.devnull).open("w") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


@contextmanager
def _within(memory: int) -> Iterator[None]:
    """The system's limit on data (setrlimit(2)): private memory, neither mapped fonts nor code."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


@contextmanager
def _watched(limits: Limits) -> Iterator[None]:
    over = threading.Event()
    thread = threading.Thread(target=_watch, args=(limits, threading.get_ident(), over), daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _watch(limits: Limits, watched: int, over: threading.Event) -> None:
    """Look at clock and memory until the block is over; throw the error into its thread once."""
    import psutil

    process, until = psutil.Process(), time.monotonic() + (limits.seconds or 0.0)
    while not over.wait(LOOK):
        late = limits.seconds is not None and time.monotonic() > until
        full = limits.memory is not None and process.memory_info().rss > limits.memory
        if late or full:
            error = OverTimeError if late else OverMemoryError
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(watched), ctypes.py_object(error))
            return
