"""The take that is on, and whoever watches it: a new one is made in a thread beside, and told to all."""

from __future__ import annotations

import asyncio
import gc
import json
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from report.memory import Memory
from report.messages import Language
from report.preview.pictures import Asked, Pictures
from report.preview.rehearsal import Rehearsal
from report.preview.takes import Leaf, Take
from report.preview.telling import state

REST = 2.0
"""Seconds after a take in which its pages are drawn, before what is no longer wanted is cleared away."""
HEARTBEAT = 15.0
"""Seconds after which a silent stream says that it lives."""


class Show:
    """One report on show."""

    def __init__(self, rehearsal: Rehearsal, memory: Memory, language: Language, told: Callable[[Take], None]) -> None:
        self.rehearsal, self.language = rehearsal, language
        self.take: Take | None = None
        self.state = json.dumps({"take": 0, "file": str(rehearsal.path), "pages": [], "problems": [], "stale": True})
        self._pictures = Pictures(memory)
        self._told = told
        self._composer, self._drawer = ThreadPoolExecutor(1), ThreadPoolExecutor(1)
        self._tidying: asyncio.TimerHandle | None = None
        self._watching: set[asyncio.Queue[str | None]] = set()

    @property
    def home(self) -> Path:
        """The report's folder: nothing outside it is shown."""
        return self.rehearsal.path.parent

    async def retake(self) -> None:
        """Lay out again, and tell everybody."""
        loop = asyncio.get_running_loop()
        if self._tidying is not None:
            self._tidying.cancel()
        gc.disable()  # a search for cycles in the middle of a long report takes a quarter of the take
        take = await loop.run_in_executor(self._composer, self.rehearsal.take)
        self.take = take
        self.state = json.dumps(state(take, str(self.rehearsal.path), self.language), ensure_ascii=False)
        for queue in self._watching:
            queue.put_nowait(self.state)
        self._told(take)
        self._tidying = loop.call_later(REST, _tidy)

    async def choose(self, delivery: str) -> None:
        """Shows another delivery of the report, to everybody."""
        if self.rehearsal.show(delivery):
            await self.retake()

    def leaf(self, number: int) -> Leaf | None:
        """A page by its number."""
        leaves = self.take.leaves if self.take is not None else ()
        return next((leaf for leaf in leaves if leaf.page.number == number), None)

    async def picture(self, asked: Asked) -> bytes | None:
        """A page that is still what was asked for, as a picture."""
        take, leaf = self.take, self.leaf(asked.number)
        if take is None or take.stage is None or leaf is None or leaf.version != asked.version:
            return None
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._drawer, self._pictures.png, take.stage, leaf, asked)

    async def events(self) -> AsyncIterator[str]:
        """The state now, and whenever there is a new one, as server-sent events; ends with the show."""
        queue: asyncio.Queue[str | None] = asyncio.Queue()
        queue.put_nowait(self.state)
        self._watching.add(queue)
        try:
            while True:
                try:
                    said = await asyncio.wait_for(queue.get(), HEARTBEAT)
                except TimeoutError:
                    yield ": \n\n"
                    continue
                if said is None:
                    return
                yield f"event: take\ndata: {said}\n\n"
        finally:
            self._watching.discard(queue)

    def end(self) -> None:
        """Let go of everybody."""
        gc.enable()
        for queue in self._watching:
            queue.put_nowait(None)
        self._composer.shutdown(wait=False, cancel_futures=True)
        self._drawer.shutdown(wait=False, cancel_futures=True)


def _tidy() -> None:
    """Looks for cycles, and never again in what has stayed until now: fonts, theme, the pages on show."""
    gc.collect()
    gc.freeze()
