"""Where a flow stands on its pages: columns, the wide measure, head and foot, the baseline grid."""

from __future__ import annotations

from report.content.nearest import nearest
from report.content.spec import Spec
from report.content.theme import Theme
from report.drawing import Stroke
from report.layout.pieces import Reach, up
from report.named import NamedTuple
from report.problem import ContentError, problem

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]


class Frames(NamedTuple):
    """The columns of a page by left edge, all of one width, from `top` to `foot`; in points.

    `wide` is the left edge and width of the type area, `sheet` of the page with its bleed, `step` the distance of
    baselines, which are counted from `origin` below the top of the page.
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

    def line(self, y: float) -> float:
        """The next line of the baseline grid at or below y."""
        return self.origin + up(y - self.origin, self.step)


class Apart(NamedTuple):
    """What parts the notes at the foot of a column from the text: the room between them, and a rule in it."""

    above: float
    at: float
    length: float
    stroke: Stroke


class Bed(NamedTuple):
    """The frames of a flow on both sides of a leaf; columns are alike, so that text set for one fits the other.
    `notes` is None in a theme that has no place for notes."""

    template: str
    verso: Frames
    recto: Frames
    areas: tuple[Box, Box]
    notes: Apart | None = None

    def on(self, page: int, *, turned: bool = False) -> Frames:
        """The frames of a page; on a turned one, whose lines run from the foot of the sheet to its head, those of its
        type area on its side."""
        frames = self.recto if page % 2 else self.verso
        if not turned:
            return frames
        _, _, width, height = self.area(page)
        return Frames((0.0,), height, 0.0, width, (0.0, height), (0.0, height), frames.step)

    def area(self, page: int) -> Box:
        """Left, top, width and height of the type area."""
        return self.areas[page % 2]

    def upright(self, page: int) -> Matrix:
        """What turns the items of a turned page: their heads are to the left, at the binding of a recto and at the
        fore-edge of a verso (GB/T 9704-2012)."""
        left, top, _, height = self.area(page)
        return 0.0, -1.0, 1.0, 0.0, left, top + height


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
    sides = [frames.sub(side) for side in ("verso", "recto")]
    verso, recto = (_side(own, frames, sheet) for own in sides)
    if (verso.width, verso.height, verso.wide[1]) != (recto.width, recto.height, recto.wide[1]):
        raise ContentError([problem("frames-differ", frames.place)])
    areas = tuple(_area(own, one) for own, one in zip(sides, (verso, recto), strict=True))
    return Bed(name, verso, recto, (areas[0], areas[1]), _apart(flow.sub("notes")) if flow.has("notes") else None)


def _area(own: Spec, frames: Frames) -> Box:
    """The type area of a side: its own, or the wide measure from head to foot."""
    return own.box("area") if own.has("area") else (frames.wide[0], frames.top, frames.wide[1], frames.height)


def _apart(look: Spec) -> Apart:
    rule = look.sub("rule")
    stroke = Stroke(rule.colour("colour"), rule.pt("stroke"))
    return Apart(look.mm("above"), rule.mm("at"), rule.mm("length"), stroke)


def _side(own: Spec, both: Spec, sheet: tuple[float, float]) -> Frames:
    left, width = own.point("wide")
    top, foot = both.point("rows")
    step, origin = both.mm("baseline"), both.mm("origin", 0.0)
    return Frames(own.mms("columns"), both.mm("width"), top, foot, (left, width), sheet, step, origin)
