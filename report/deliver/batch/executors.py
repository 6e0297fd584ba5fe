"""Where reports are made: in this process, in processes of this machine, on the workers of a Dask cluster."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from report.deliver.batch.tasks import Manner
from report.deliver.batch.work import start
from report.deliver.beginning import context
from report.problem import ReportError, problem

INSTALL = 'pip install "banxin[dask]"'
PATIENCE = 10
"""Seconds to wait for a scheduler."""
T = TypeVar("T")


class ClusterError(ReportError):
    """The cluster cannot be reached."""

    exit_code = 3


class NoProcessesError(ReportError):
    """There can be no further processes here."""

    exit_code = 3


class Inline(Executor):
    """Makes each report when it is submitted, in this process."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def cores() -> int:
    """Cores that this process may use."""
    with suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def processes(workers: int, manner: Manner, method: str = "") -> ProcessPoolExecutor:
    """Workers of this machine. Raises NoProcessesError where the system has not what they need, such as semaphores in
    a container without /dev/shm."""
    try:
        return ProcessPoolExecutor(workers, context(method), start, (manner,))
    except (OSError, ImportError, NotImplementedError) as error:
        reason = str(error) or type(error).__name__
        raise NoProcessesError([problem("no-processes", None, "warning", reason=reason)]) from error


def kill(executor: Executor) -> None:
    """End an executor without waiting for what its processes are at."""
    children = multiprocessing.active_children() if isinstance(executor, ProcessPoolExecutor) else []
    executor.shutdown(wait=False, cancel_futures=True)
    for child in children:
        child.terminate()


@contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """The executor of a Dask cluster and how many reports it makes at once. Raises ClusterError."""
    try:
        from distributed import Client
    except ModuleNotFoundError as error:
        raise ClusterError([problem("dask-missing", command=INSTALL)]) from error
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as error:
        reason = str(error) or type(error).__name__
        raise ClusterError([problem("no-cluster", address=address, reason=reason)]) from error
    with client:
        threads = sum(client.nthreads().values())  # type: ignore[no-untyped-call]
        if not threads:
            raise ClusterError([problem("no-workers", address=address)])
        yield client.get_executor(pure=False), threads  # type: ignore[no-untyped-call]
