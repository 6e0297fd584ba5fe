"""Plots into finished charts: one function for each kind, drawn by matplotlib on fields that cover their exact boxes.

There are no margins, ticks or grounds: lengths are the theme's, to a thousandth of a point.
"""

from __future__ import annotations

from report.charts import grids, plots
from report.charts.kinds.areas import areas
from report.charts.kinds.bars import bars, proportion
from report.charts.kinds.columns import columns
from report.charts.kinds.dots import dots
from report.charts.kinds.lines import lines
from report.charts.kinds.multiples import multiples
from report.charts.kinds.pyramids import pyramid
from report.charts.kinds.rings import parts_ring, ring
from report.charts.kinds.scatters import scatter
from report.charts.kinds.slopes import slopes
from report.charts.kinds.stacks import stacks
from report.charts.kinds.waterfalls import waterfall
from report.charts.plots import Drawn, Plot
from report.typeset.faces import Faces


def drawn(plot: Plot, faces: Faces) -> Drawn:
    """The plot as items."""
    match plot:
        case plots.Bars():
            return bars(plot, faces)
        case plots.Ring():
            return ring(plot, faces)
        case plots.Proportion():
            return proportion(plot, faces)
        case grids.Columns():
            return columns(plot, faces)
        case grids.Lines():
            return lines(plot, faces)
        case grids.Areas():
            return areas(plot, faces)
        case grids.Stacks():
            return stacks(plot, faces)
        case grids.Dots():
            return dots(plot, faces)
        case grids.Slopes():
            return slopes(plot, faces)
        case grids.Pyramid():
            return pyramid(plot, faces)
        case grids.Waterfall():
            return waterfall(plot, faces)
        case grids.Scatter():
            return scatter(plot, faces)
        case grids.Multiples():
            return multiples(plot, faces)
        case grids.PartsRing():
            return parts_ring(plot, faces)
