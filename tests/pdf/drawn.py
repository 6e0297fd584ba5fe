"""A flowable for the tests of foreign drawings; apart, since the writer itself never imports platypus."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.platypus.flowables import Flowable


class Drawn(Flowable):
    """A flowable of 100 by 60 points that is what a function draws."""

    def __init__(self, draw: Callable[[Any], object]) -> None:
        super().__init__()
        self._draw = draw

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return 100, 60

    def draw(self) -> None:
        self._draw(self.canv)
