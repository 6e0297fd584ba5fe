"""A second process that has matplotlib at hand when a build comes to its first chart: importing it takes as long as a
third of a short build, and a machine has two processors.

It is started before the report is read, for a report that has charts and was not built before from the same data; what
it draws is what this process would draw. Where it cannot be started or ends, this process draws. It ends with its
input, so with this process however that ends, and looks for modules nowhere but where this process does.
"""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from report.charts.helpers import helped
from report.deliver.cache import FolderCache, RunCache
from report.memory import Memory
from report.variables import surroundings

if TYPE_CHECKING:
    import subprocess

    from report.charts.plots import Drawn, Plot
    from report.typeset.faces import Faces

SIGNS = ("图表".encode(), b"chart")
"""What a report with charts has in it."""
READ = frozenset({".yaml", ".yml"})
SIZE = 4
"""Bytes that say how many follow."""


class Beside:
    """Whether a drawer was started, and what a run leaves for the next one to decide by."""

    def __init__(self, report: Path, memory: Memory) -> None:
        self._memory, self._report = memory, report
        self.drawer: Drawer | None = None
        self._key = f"charts {report.resolve()}" if memory.lasts else ""

    @property
    def wanted(self) -> bool:
        """Whether the report has charts that no earlier run has left finished."""
        if _processors() < 2 or not sys.executable:
            return False
        try:
            text = self._report.read_bytes()
        except OSError:
            return False
        if not any(sign in text for sign in SIGNS):
            return False
        kept = self._memory.get(self._key) if self._key else None
        return kept is None or kept != _stamps(kept.decode(errors="replace").split("\n")[1:])

    def meanwhile(self, *jobs: Callable[[], object]) -> None:
        """What this process does, once, while it waits for a chart."""
        if self.drawer is not None:
            self.drawer.meanwhile(job() for job in jobs)

    def leave(self, inputs: Iterable[str]) -> None:
        """The run ended well, so the charts of these inputs are finished."""
        if self._key:
            self._memory.put(self._key, _stamps(path for path in inputs if Path(path).suffix.lower() not in READ))


@contextmanager
def beside(report: Path, memory: FolderCache | RunCache, further: Sequence[Path]) -> Iterator[Beside]:
    """A drawer for as long as a report is built, where one is wanted; `further` are catalogues of fonts."""
    found = Beside(report, memory)
    if not found.wanted:
        yield found
        return
    folder = memory.folder if isinstance(memory, FolderCache) else ""
    drawer = _started([str(folder), *map(str, further)])
    if drawer is None:
        yield found
        return
    try:
        found.drawer = drawer
        with helped(drawer):
            yield found
    finally:
        drawer.end()


class Drawer:
    """A process that draws one plot after another."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._jobs: list[Iterator[object]] = []
        self._busy = False

    def meanwhile(self, jobs: Iterator[object]) -> None:
        """Steps for this process while it waits, after those that it has."""
        self._jobs.append(jobs)

    def draw(self, plot: Plot, faces: Faces) -> Drawn | None:
        """The finished chart; None where this process must draw it."""
        from report import packed
        from report.charts.plots import Drawn

        asked = packed.to_bytes(plot)
        if self._busy or asked is None or self._process.stdin is None or self._process.stdout is None:
            return None
        try:
            send(self._process.stdin, asked)
        except OSError:
            return None
        self._busy = True
        self._work(self._process.stdout)
        self._busy = False
        try:
            items, depth, problems, opened = packed.from_bytes(received(self._process.stdout), faces.keyed)
            for key in opened:
                faces.keyed(key)
            return Drawn(items, depth, problems)
        except (OSError, ValueError, TypeError):
            return None

    def _work(self, answer: IO[bytes]) -> None:
        """Take steps until the answer is there."""
        while self._jobs:
            if next(self._jobs[0], self) is self:
                del self._jobs[0]
            elif _said(answer):
                return

    def end(self) -> None:
        """Nothing more is asked."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        self._process.wait()


def _started(words: Sequence[str]) -> Drawer | None:
    import subprocess  # takes 5 ms to read

    try:
        process = subprocess.Popen(
            [sys.executable, "-m", "report.deliver.drawing", *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **surroundings(os.environ)},
        )
    except OSError:
        return None
    return Drawer(process)


def _processors() -> int:
    asked = getattr(os, "sched_getaffinity", None)  # not on Windows and macOS
    return len(asked(0)) if asked else os.cpu_count() or 1


def _stamps(paths: Iterable[str]) -> bytes:
    """Files with what tells one state of each from another: a line of states, then a line for each path."""
    lines, states = list(paths), []
    for path in lines:
        try:
            about = Path(path).stat()
            states.append((about.st_size, about.st_mtime_ns))
        except OSError:
            states.append((-1, -1))
    return "\n".join((repr(states), *lines)).encode()


def _said(stream: IO[bytes]) -> bool:
    """Whether something can be read; where nobody can tell, as of the pipes of Windows, it is taken for said."""
    try:
        return bool(select.select([stream], [], [], 0)[0])
    except (OSError, ValueError):
        return True


def send(stream: IO[bytes], data: bytes) -> None:
    stream.write(len(data).to_bytes(SIZE, "big") + data)
    stream.flush()


def received(stream: IO[bytes]) -> bytes:
    """What the other side sent. Raises ValueError where it has ended."""
    head = stream.read(SIZE)
    size = int.from_bytes(head, "big")
    data = stream.read(size)
    if len(head) < SIZE or len(data) < size:
        raise ValueError("ended")
    return data
