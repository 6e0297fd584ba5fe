"""Charts of the others: matplotlib's, as SVG, in the same font and size as ours."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from report.resources import fonts

WIDTH, HEIGHT = 131 / 25.4, 60 / 25.4
"""Inches."""


@cache
def _ready() -> Any:
    import matplotlib as mpl

    mpl.use("svg")
    from matplotlib import font_manager

    font_manager.fontManager.addfont(str(fonts() / "NotoSansSC-Regular.ttf"))
    mpl.rcParams.update({"font.family": "Noto Sans SC", "font.size": 7.5, "svg.hashsalt": "banxin"})
    from matplotlib.figure import Figure

    return Figure


def svg(chart: dict[str, Any]) -> bytes:
    """One chart: values beside the columns, or a line with its last value."""
    figure = _ready()(figsize=(WIDTH, HEIGHT))
    axes = figure.add_axes((0.06, 0.12, 0.92, 0.74))
    axes.set_title(chart["title"] + "（个）", loc="left", fontsize=8)
    if chart["kind"] == "column":
        bars = axes.bar(chart["x"], chart["y"], width=0.6, color="#b5352c")
        axes.bar_label(bars)
    else:
        axes.plot(chart["x"], chart["y"], color="#b5352c")
        axes.annotate(str(chart["y"][-1]), (chart["x"][-1], chart["y"][-1]))
    axes.set_xticks(chart["x"])
    axes.spines[["top", "right", "left"]].set_visible(False)
    out = io.BytesIO()
    figure.savefig(out, format="svg", metadata={"Date": None})
    return out.getvalue()
