"""Who draws in place of this process; known before anything of charts is read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from report.charts.plots import Drawn, Plot
    from report.typeset.faces import Faces


class Helper(Protocol):
    """Draws elsewhere, and lets this process work while it waits."""

    def draw(self, plot: Plot, faces: Faces) -> Drawn | None:
        """The finished chart; None where this process must draw it."""

    def meanwhile(self, jobs: Iterator[object]) -> None:
        """What to do while a chart is drawn, a step for each value; steps that are not reached are not needed."""


_helpers: list[Helper] = []


@contextmanager
def helped(by: Helper) -> Iterator[None]:
    """Plots are drawn by a helper for a while."""
    _helpers.append(by)
    try:
        yield
    finally:
        _helpers.remove(by)


def drawn_by_another(plot: Plot, faces: Faces) -> Drawn | None:
    """What the first helper that can gives."""
    return next((found for helper in _helpers if (found := helper.draw(plot, faces)) is not None), None)


def meanwhile(jobs: Iterator[object]) -> None:
    """Steps for the first helper; nobody takes them where this process draws."""
    if _helpers:
        _helpers[0].meanwhile(jobs)
