"""Plots into items on their place, from the cache where it has them."""

from __future__ import annotations

from report.charts import plots, stored
from report.charts.plots import Plot
from report.drawing import Item, moved
from report.layout.desk import Desk


def finished(desk: Desk, plot: Plot, x: float, y: float) -> tuple[tuple[Item, ...], float]:
    """The plot's items at a place, and its depth; what was drawn with a problem is not kept."""
    key = plots.key_of(plot, desk.faces)
    kept = desk.cache.get(key)
    found = stored.from_bytes(kept, desk.faces) if kept is not None else None
    if found is None:
        drawn = plots.draw(plot, desk.faces)
        for one in drawn.problems:
            desk.report(one)
        if not drawn.problems:
            desk.faces.once_sound(lambda: desk.cache.put(key, stored.to_bytes(drawn.depth, drawn.items)))
        found = drawn.depth, drawn.items
    depth, items = found
    return tuple(moved(item, x, y) for item in items), depth
