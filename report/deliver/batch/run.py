"""Tasks onto any concurrent.futures executor, and their outcomes as they come.

No more tasks are under way than the executor makes at once and one beside, so that when a process dies those who may
have killed it are few. They are then made one by one: who kills a process that makes nothing else is guilty.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait

from report.deliver import edition
from report.deliver.batch.parcels import Parcel, filled, packed
from report.deliver.batch.tasks import Made, Manner, Outcome, Status, Task, outcome
from report.deliver.batch.work import Package, deliver, locked, make, unchanged
from report.named import NamedTuple
from report.problem import ReportError, problem

BESIDE = 1
"""Tasks that wait at the executor, so that no worker waits for the next."""
HEAVY = frozenset({"over-memory"})
"""Problems that a worker which has made other reports may have brought along: they are looked at in a new one."""


class Crew(NamedTuple):
    """Who makes the reports: an executor, how many it makes at once, and how to have a new one when it breaks.

    `sees` says that workers see the folders of the reports; else the inputs are sent.
    """

    executor: Executor
    width: int = 1
    renew: Callable[[], Executor] | None = None
    sees: bool = True


def run(tasks: Sequence[Task], crew: Crew, manner: Manner, go_on: bool = True) -> Iterator[Outcome]:
    """The outcome of every task, in the order in which they are done; `go_on` is whether a failure ends nothing."""
    yield from _Run(crew, manner, go_on).outcomes(deque(tasks))


class _Run:
    """One run: the executor as it is now, what is under way, and who is under suspicion."""

    def __init__(self, crew: Crew, manner: Manner, go_on: bool) -> None:
        self._crew, self._executor = crew, crew.executor
        self._manner, self._go_on = manner, go_on
        self._under_way: dict[Future[Made], _Sent] = {}
        self._lacking: deque[_Sent] = deque()
        self._known: set[str] = set()
        self._stopped = self._broken = self._worn = False

    def outcomes(self, waiting: deque[Task]) -> Iterator[Outcome]:
        suspects: deque[Task] = deque()
        while waiting or suspects or self._lacking or self._under_way:
            if self._stopped:
                yield from self._left(waiting, suspects)
            yield from self._send(waiting, suspects)
            if not self._under_way:
                continue
            done, _ = wait(self._under_way, return_when=FIRST_COMPLETED)
            for future in done:
                sent = self._under_way.pop(future)
                found = self._looked_at(future, sent, suspects)
                if found is not None:
                    self._stopped = self._stopped or not (self._go_on or found.delivered)
                    yield found
            if self._broken:
                self._mend(suspects)

    def _send(self, waiting: deque[Task], suspects: deque[Task]) -> Iterator[Outcome]:
        """Send as many tasks as fit; those under suspicion when nothing else is under way, and alone."""
        while self._lacking:
            yield from self._submitted(self._lacking.popleft())
        while suspects and not self._under_way:
            if self._worn:
                self._renew()
            yield from self._submitted(_Sent(suspects.popleft(), alone=True))
        while waiting and not suspects and len(self._under_way) < self._crew.width + BESIDE:
            if any(sent.alone for sent in self._under_way.values()):
                return
            yield from self._submitted(_Sent(waiting.popleft()))

    def _submitted(self, sent: _Sent) -> Iterator[Outcome]:
        """Submit a task; a report that cannot even be read, or has not changed, is an outcome at once."""
        kept = None if self._crew.sees else _unchanged(sent.task)
        if kept is not None:
            yield outcome(sent.task, "unchanged", kept.problems, kept.summary)
            return
        try:
            parcel = None if self._crew.sees else self._parcel(sent)
        except ReportError as error:
            yield outcome(sent.task, "failed", error.problems)
            return
        except OSError as error:
            yield outcome(sent.task, "failed", (problem("input-vanished", file=error.filename or sent.task.report),))
            return
        try:
            future = self._executor.submit(make, sent.task, self._manner, parcel)
        except OSError as error:  # no process could be begun for it
            yield outcome(sent.task, "failed", (problem("worker-died", reason=error.strerror or error),))
        except (BrokenExecutor, RuntimeError):
            self._broken = True
            self._under_way[_broken_future()] = sent
        else:
            self._under_way[future] = sent._replace(parcel=parcel)

    def _parcel(self, sent: _Sent) -> Parcel:
        """The inputs of a task: what no worker was sent yet travels along; where one lacks the rest, all of it does."""
        if sent.parcel is not None:
            return filled(sent.parcel)
        parcel = packed(sent.task.report, sent.task.row)
        new = frozenset(parcel.files.values()) - self._known
        self._known |= new
        return filled(parcel, new)

    def _looked_at(self, future: Future[Made], sent: _Sent, suspects: deque[Task]) -> Outcome | None:
        """The outcome of what is done; None where it is to be tried again."""
        try:
            made = future.result()
        except BrokenExecutor:
            self._broken = True
            return self._died(sent, suspects)
        except CancelledError:
            return outcome(sent.task, "left")
        except Exception as error:  # of the executor: a worker that was killed too often, a task that cannot travel
            reason = f"{type(error).__name__}: {error}"
            return outcome(sent.task, "failed", (problem("worker-died", reason=reason),))
        if made.status == "wanting" and not sent.again:
            self._lacking.append(sent._replace(again=True))
            return None
        if made.status == "wanting" and sent.parcel is not None:  # even from what was sent along
            changed = (name for name, value in sent.parcel.files.items() if value in made.wanting)
            told = (problem("input-changed", file=name) for name in changed)
            return outcome(sent.task, "failed", tuple(told))
        if self._worn_out(made, sent):
            suspects.append(sent.task)
            self._worn = True
            return None
        return self._finished(sent.task, made)

    def _worn_out(self, made: Made, sent: _Sent) -> bool:
        """Whether a report failed for lack of memory in a process that others had used before."""
        heavy = any(p.code in HEAVY for p in made.problems)
        return heavy and made.worn > 0 and not sent.alone and self._crew.renew is not None

    def _died(self, sent: _Sent, suspects: deque[Task]) -> Outcome | None:
        """A process died: with several under way any of them may have killed it, with one it was that one."""
        if sent.alone or self._crew.renew is None:
            return outcome(sent.task, "failed", (problem("worker-died", reason=""),))
        suspects.append(sent.task)
        return None

    def _mend(self, suspects: deque[Task]) -> None:
        """A new executor; what was under way at the broken one is under suspicion."""
        self._broken = False
        if self._crew.renew is None:
            return
        for future, sent in list(self._under_way.items()):
            if not future.done() or isinstance(future.exception(), BrokenExecutor):
                del self._under_way[future]
                suspects.append(sent.task)
        self._renew()

    def _renew(self) -> None:
        self._worn = False
        if self._crew.renew is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = self._crew.renew()

    def _finished(self, task: Task, made: Made) -> Outcome:
        """The outcome of what a worker made; where bytes came back, they are written here."""
        status: Status = "failed" if made.status in ("failed", "wanting") else "delivered"
        if made.status == "unchanged":
            status = "unchanged"
        if made.built is None:
            return outcome(task, status, made.problems, dict(made.summary), made.seconds)
        try:
            package = Package(made.built, made.certificates, locked(task, made.built, made.began))
            summary = deliver(task, self._manner, package, round(made.seconds, 3))
        except ReportError as error:
            return outcome(task, "failed", error.problems, seconds=made.seconds)
        return outcome(task, "delivered", made.problems, summary, made.seconds)

    def _left(self, waiting: deque[Task], suspects: deque[Task]) -> Iterator[Outcome]:
        for queue in (waiting, suspects):
            while queue:
                yield outcome(queue.popleft(), "left")


class _Sent(NamedTuple):
    """A task under way: alone at the executor, sent for the second time, with its parcel."""

    task: Task
    alone: bool = False
    again: bool = False
    parcel: Parcel | None = None


def _unchanged(task: Task) -> edition.Edition | None:
    """The files of a task that a new build would repeat; workers that do not see its folder cannot tell."""
    return unchanged(task) if task.skip_unchanged else None


def _broken_future() -> Future[Made]:
    future: Future[Made] = Future()
    future.set_exception(BrokenExecutor())
    return future
