"""Plots into items on their place, from the cache where it has them."""

from __future__ import annotations

from functools import partial

from report.charts import plots, stored
from report.charts.plots import Plot
from report.drawing import Item, moved
from report.layout.desk import Desk


def finished(desk: Desk, plot: Plot, x: float, y: float) -> tuple[tuple[Item, ...], float]:
    """The plot's items at a place, and its depth; what was drawn with a problem is not kept."""
    key = plots.key_of(plot, desk.faces)
    found = _kept(desk, key)
    if found is None:
        drawn = plots.draw(plot, desk.faces)
        desk.tell(drawn.problems)
        found = drawn.depth, drawn.items
        if not drawn.problems:
            _keep(desk, key, found)
    depth, items = found
    return tuple(moved(item, x, y) for item in items), depth


def _kept(desk: Desk, key: str) -> tuple[float, tuple[Item, ...]] | None:
    """A chart that is finished: from this process, or from the disk."""
    if desk.faces.charts is not None and key in desk.faces.charts:
        return desk.faces.charts[key]  # type: ignore[return-value]
    kept = desk.cache.get(key)
    return stored.from_bytes(kept, desk.faces) if kept is not None else None


def _keep(desk: Desk, key: str, found: tuple[float, tuple[Item, ...]]) -> None:
    if desk.faces.charts is not None:
        desk.faces.charts[key] = found
    else:
        desk.faces.once_sound(partial(_put, desk, key, found))


def _put(desk: Desk, key: str, found: tuple[float, tuple[Item, ...]]) -> None:
    desk.cache.put(key, stored.to_bytes(*found))
