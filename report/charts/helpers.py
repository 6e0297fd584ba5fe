"""Who draws in place of this process; known before anything of charts is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from report.charts.plots import Drawn, Plot
    from report.typeset.faces import Faces

    Draw = Callable[[Plot, Faces], Drawn | None]
    """The finished chart; None where this process must draw it."""

_helpers: list[Draw] = []


@contextmanager
def helped(by: Draw) -> Iterator[None]:
    """Plots are drawn by a helper for a while."""
    _helpers.append(by)
    try:
        yield
    finally:
        _helpers.remove(by)


def drawn_by_another(plot: Plot, faces: Faces) -> Drawn | None:
    """What the first helper that can gives."""
    return next((found for helper in _helpers if (found := helper(plot, faces)) is not None), None)
