"""Where a flow stands on its pages: columns, the wide measure, head and foot, the baseline grid."""

from __future__ import annotations

from typing import NamedTuple

from report.content.nearest import nearest
from report.content.spec import Spec
from report.content.theme import Theme
from report.layout.pieces import Reach
from report.problem import ContentError, problem


class Frames(NamedTuple):
    """The columns of a page by left edge, all of one width, from `top` to `foot`; in points.

    `wide` is the left edge and width of the type area, `sheet` of the page with its bleed, `step` the distance of
    baselines, which are counted from `origin`, a depth below the top of the page.
    """

    columns: tuple[float, ...]
    width: float
    top: float
    foot: float
    wide: tuple[float, float]
    sheet: tuple[float, float]
    step: float
    origin: float = 0.0

    @property
    def height(self) -> float:
        return self.foot - self.top

    def measure(self, reach: Reach) -> float:
        """The width of a piece that reaches so far."""
        return {"column": self.width, "wide": self.wide[1], "sheet": self.sheet[1]}[reach]

    def left(self, reach: Reach, column: int) -> float:
        """The left edge of a piece in a column (-1 for none) that reaches so far."""
        if reach == "sheet":
            return self.sheet[0]
        return self.columns[column] if reach == "column" and column >= 0 else self.wide[0]


class Bed(NamedTuple):
    """The frames of a flow on both sides of a leaf; columns are alike, so that text set for one fits the other."""

    template: str
    verso: Frames
    recto: Frames

    def on(self, page: int) -> Frames:
        return self.recto if page % 2 else self.verso


def bed(theme: Theme) -> Bed:
    """The theme's page for flowing blocks; raises ContentError when its two sides differ in measure."""
    flow = theme.root.sub("flow")
    name = flow.text("template")
    template = theme.templates.get(name)
    if template is None:
        raise ContentError([problem("unknown-template", flow.place, name=name, near=nearest(name, theme.templates))])
    page = theme.root.sub("page")
    sheet = (-page.mm("bleed"), page.mm("width") + 2 * page.mm("bleed"))
    frames = template.spec.sub("frames")
    verso, recto = (_side(frames.sub(side), frames, sheet) for side in ("verso", "recto"))
    if (verso.width, verso.height, verso.wide[1]) != (recto.width, recto.height, recto.wide[1]):
        raise ContentError([problem("frames-differ", frames.place)])
    return Bed(name, verso, recto)


def _side(own: Spec, both: Spec, sheet: tuple[float, float]) -> Frames:
    left, width = own.point("wide")
    top, foot = both.point("rows")
    step, origin = both.mm("baseline"), both.mm("origin", 0.0)
    return Frames(own.mms("columns"), both.mm("width"), top, foot, (left, width), sheet, step, origin)
