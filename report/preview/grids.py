"""What the layout stands on, as lines to be drawn over a page: columns, baselines, modules of both sides of a leaf."""

from __future__ import annotations

from typing import Any

from report.content.theme import Theme
from report.content.themecheck.grids import Grid, grid_of
from report.layout.frames import Frames, bed
from report.preview.takes import Stage
from report.problem import ReportError

Json = dict[str, Any]


def overlays(stage: Stage) -> Json:
    """Lengths in points from the top left of the trim: `modules` and `columns` are left, top, width and height."""
    theme, sheet = stage.theme, stage.report.sheet
    grid = _module_grid(theme)
    frames = _frames(theme)
    sides = {}
    for number, side in enumerate(("verso", "recto")):
        own = frames[number] if frames else None
        sides[side] = {
            "baseline": _baselines(own, grid, sheet.height),
            "columns": [[x, own.top, own.width, own.height] for x in own.columns] if own else [],
            "modules": _modules(grid, sheet.width, recto=side == "recto") if grid else [],
        }
    return {"safe": sheet.safe, **sides}


def _module_grid(theme: Theme) -> Grid | None:
    try:
        return grid_of(theme)
    except ReportError:  # told among the problems of the theme
        return None


def _frames(theme: Theme) -> tuple[Frames, Frames] | None:
    """The frames of running text, verso and recto, where the theme has any."""
    try:
        found = bed(theme)
    except ReportError:
        return None
    return found.verso, found.recto


def _baselines(frames: Frames | None, grid: Grid | None, height: float) -> Json | None:
    """The first baseline below the head, the last one, and their distance."""
    if frames is not None and frames.step > 0:
        return {"from": frames.line(frames.top), "to": frames.foot, "step": frames.step}
    if grid is not None and grid.baseline > 0:
        return {"from": grid.top, "to": height - grid.bottom, "step": grid.baseline}
    return None


def _modules(grid: Grid, width: float, *, recto: bool) -> list[list[float]]:
    left = grid.inner if recto else width - grid.inner - grid.width
    return [
        [left + i * (grid.column + grid.gutter), grid.top + k * (grid.row + grid.row_gutter), grid.column, grid.row]
        for k in range(grid.rows)
        for i in range(grid.columns)
    ]
