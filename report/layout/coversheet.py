"""Cover, spine and back cover as one sheet, with flaps if there are any: the panels of pages that are composed already
side by side, what crosses the spine in one piece."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from report.content.model import BackCover, Cover, Prose, Report
from report.content.papers import spine_width
from report.content.spec import Spec
from report.content.theme import Element, Template
from report.drawing import Group, Item, Marked, Page, Shape, Sheet, moved, rectangle
from report.layout.binding import Bound
from report.layout.book import COVER, GLUED, STITCHED
from report.layout.desk import Desk, Frame
from report.layout.elements import Filling
from report.layout.leaves import flowed_items, levelled, page_of_leaf
from report.layout.photos import picture, spread_art
from report.layout.quiet import quiet_problems
from report.layout.spine import spine_items
from report.layout.templates import choose, compose
from report.named import NamedTuple
from report.problem import problem
from report.record import replace
from report.units import MM, mm

OUTSIDE, INSIDE = "封面", "封二封三"
"""Labels of the two sides of a cover."""
UNDER = 1.0 * MM
"""How far a panel reaches under the ground beside it, within its bleed."""
CROSSES = "crosses"
"""The flag of elements that go on over the spine."""
Box = tuple[float, float, float, float]
Kept = Callable[[Element], bool]


class Panels(NamedTuple):
    """Where the parts of a cover stand, in points from the left edge of its trim: back flap, back cover, spine, front,
    front flap."""

    width: float
    height: float
    bleed: float
    spine: float
    flap: float

    @property
    def middle(self) -> float:
        """The left edge of the spine."""
        return self.flap + self.width

    @property
    def right(self) -> float:
        """The left edge of the panel to the right of the spine."""
        return self.middle + self.spine

    @property
    def whole(self) -> float:
        return self.right + self.width + self.flap

    @property
    def folds(self) -> tuple[float, ...]:
        """Where the sheet is folded."""
        spine = (self.middle, self.right) if self.spine else (self.middle,)
        return (self.flap, *spine, self.right + self.width) if self.flap else spine

    def strip(self, left: float, right: float) -> Box:
        """From one edge to another, over the whole height with its bleed, and into the bleed where the sheet ends."""
        start = left - self.bleed if left <= 0 else left
        end = right + self.bleed if right >= self.whole else right
        return start, -self.bleed, end - start, self.height + 2 * self.bleed


def panels_of(desk: Desk, report: Report, pages: int) -> Panels | None:
    """The panels of a book of so many pages; None, with a problem, where it has no cover that could stand alone."""
    sheet, printing = report.sheet, report.printing
    if sheet.binding not in (STITCHED, *GLUED):
        desk.report(problem("cover-unbound", sheet.place))
        return None
    if pages < 2 * COVER:
        desk.report(problem("cover-alone", sheet.place, pages=pages, least=2 * COVER))
        return None
    spine = 0.0 if sheet.binding == STITCHED else spine_width(printing, pages - COVER)
    if not spine and sheet.binding != STITCHED:
        desk.report(problem("spine-unknown", printing.places.get("paper") or sheet.place))
        return None
    if printing.flaps > sheet.width:
        place = printing.places.get("flaps")
        desk.report(problem("flap-wide", place, flap=f"{mm(printing.flaps):g}", width=f"{mm(sheet.width):g}"))
        return None
    return Panels(sheet.width, sheet.height, sheet.bleed, spine, printing.flaps)


def cover_pages(desk: Desk, report: Report, bound: Bound) -> tuple[Page, ...]:
    """The outside of the cover, and the inside if anything stands there; nothing, with a problem, where the first or
    the last page is no cover."""
    panels = panels_of(desk, report, len(bound.leaves))
    if panels is None:
        return ()
    for at, code in ((0, "no-front-cover"), (-1, "no-back-cover")):
        if bound.leaves[at].plate is None:
            desk.report(problem(code, report.sheet.place))
            return ()
    make = _Maker(desk, report, bound, panels)
    sides = ((OUTSIDE, make.outside()), (INSIDE, make.inside()))
    sheet = Sheet(panels.whole, panels.height, panels.bleed)
    for _, items in sides:
        desk.tell(quiet_problems(desk, items, sheet))
    shown = [(label, levelled(items, 0)[0]) for label, items in sides if items]
    return tuple(
        Page(number, label, sheet, items, folds=panels.folds) for number, (label, items) in enumerate(shown, 1)
    )


class _Maker:
    """Draws the two sides of one cover."""

    def __init__(self, desk: Desk, report: Report, bound: Bound, panels: Panels) -> None:
        self.desk, self.report, self.bound, self.panels = desk, report, bound, panels
        self.art = spread_art(report)

    def outside(self) -> tuple[Item, ...]:
        """Picture over all, front, back, grounds of spine and flaps, what of the front crosses the spine, the words of
        spine and flaps; read in that order."""
        panels = self.panels
        front = self._panel(0, panels.right, kept=_own)
        back = self._panel(-1, panels.flap, kept=_own, shift=panels.spine)
        crossing = self._composed(0, kept=_crossing)
        over = Marked("Artifact", (self._clipped(crossing, panels.right, panels.strip(panels.middle, panels.right)),))
        self.desk.page = 0
        look = self._spine_look(crossed=bool(crossing))
        words = spine_items(self.desk, self.report, look, self._spine, covered=self.art is not None) if look else ()
        spread = (*self._picture(), front, back, *self._grounds(crossed=bool(crossing)), *((over,) if crossing else ()))
        return (*spread, *words, *self._flaps())

    @property
    def _spine(self) -> tuple[float, float]:
        return self.panels.middle, self.panels.spine

    def inside(self) -> tuple[Item, ...]:
        """The inside covers, that of the front to the left."""
        left, right = self._composed(1), self._composed(-2)
        if not left and not right:
            return ()
        panels = self.panels
        return (
            self._clipped(left, panels.flap, panels.strip(panels.flap, panels.middle)),
            self._clipped(right, panels.right, panels.strip(panels.right, panels.right + panels.width)),
        )

    def _panel(self, at: int, left: float, kept: Kept, shift: float = 0.0) -> Group:
        """A page of the cover in its place, cut off where it is folded, or a little farther, under the ground of what
        is beside it, so that no seam shows."""
        start, top, width, height = self.panels.strip(left, left + self.panels.width)
        grounds = [box for _, box in self._strips()]
        before = UNDER if any(abs(box[0] + box[2] - left) < UNDER for box in grounds) else 0.0
        after = UNDER if any(abs(box[0] - left - self.panels.width) < UNDER for box in grounds) else 0.0
        box = (start - before, top, width + before + after, height)
        return self._clipped(self._composed(at, kept, shift), left, box)

    def _clipped(self, items: tuple[Item, ...], left: float, box: Box) -> Group:
        return Group(tuple(moved(item, left, 0.0) for item in items), clip=rectangle(*box))

    def _composed(self, at: int, kept: Kept | None = None, shift: float = 0.0) -> tuple[Item, ...]:
        """A page of the book, or those elements of its template that are to be kept."""
        desk, bound = self.desk, self.bound
        leaf, facts = bound.leaves[at], bound.book.pages[at]
        desk.tell(leaf.problems)
        page = page_of_leaf(leaf, desk.theme, bound.bed)
        template = choose(page, facts.number, desk.theme.templates)
        if not isinstance(template, Template):
            desk.tell(template)
            return ()
        if kept is not None:
            template = replace(template, elements=tuple(one for one in template.elements if kept(one)))
        topics = leaf.plate.topics if leaf.plate is not None else {}
        flowed = () if kept is _crossing else flowed_items(leaf, facts.number, bound.bed)
        return compose(desk, Filling(page, template, facts, bound.book, topics, shift=shift), flowed)

    def _picture(self) -> tuple[Item, ...]:
        """The picture over the whole sheet, flaps included."""
        if self.art is None:
            return ()
        spread = next((e for t in self.desk.theme.templates.values() for e in t.elements if _is_art(e)), None)
        look = spread.spec if spread is not None else self.desk.theme.block("photo")
        return picture(self.desk, self.art, look, self.panels.strip(0.0, self.panels.whole))

    def _strips(self, *, crossed: bool = False) -> Iterator[tuple[Spec, Box]]:
        """The strips that have a ground of their own: spine and flaps, and where a picture runs over all, only flaps
        with words."""
        panels, spine, flaps = self.panels, self._spine_look(crossed=crossed), self._look("flaps")
        if spine is not None and spine.has("ground") and panels.spine and self.art is None:
            yield spine, panels.strip(panels.middle, panels.right)
        if flaps is None or not flaps.has("ground") or not panels.flap:
            return
        for left, words in self._flap_words():
            if words or self.art is None:
                yield flaps, panels.strip(left, left + panels.flap)

    def _grounds(self, *, crossed: bool) -> tuple[Item, ...]:
        shapes = tuple(
            Shape(rectangle(*box), fill=look.colour("ground")) for look, box in self._strips(crossed=crossed)
        )
        return (Marked("Artifact", shapes),) if shapes else ()

    def _flap_words(self) -> tuple[tuple[float, Prose], tuple[float, Prose]]:
        """The left edge of each flap, the front one first, and its words."""
        words = {type(one): one.flap for one in self.report.body if isinstance(one, Cover | BackCover)}
        return (self.panels.right + self.panels.width, words.get(Cover, ())), (0.0, words.get(BackCover, ()))

    def _flaps(self) -> Iterator[Item]:
        """The words of each flap."""
        look, panels = self._look("flaps"), self.panels
        if look is None or not panels.flap:
            return
        inset, style = look.mm("inset"), self.desk.style(look.style("style"))
        for left, words in self._flap_words():
            frame = Frame(left + inset, look.mm("at"), panels.flap - 2 * inset, look.mm("foot"))
            yield from self.desk.text(words, frame, style, between=look.mm("between", 0.0)).items

    def _spine_look(self, *, crossed: bool) -> Spec | None:
        """The look of a spine, and of one that art of the front crosses."""
        look = self._look("spine")
        return look.sub("crossed").over(look) if look is not None and crossed and look.has("crossed") else look

    def _look(self, name: str) -> Spec | None:
        root = self.desk.theme.root
        return root.sub(name) if root.has(name) else None


def _is_art(element: Element) -> bool:
    return element.kind == "spread" and element.spec.flag(CROSSES)


def _own(element: Element) -> bool:
    """What belongs to a panel; the picture over all of them is drawn once."""
    return not _is_art(element)


def _crossing(element: Element) -> bool:
    return element.spec.flag(CROSSES) and not _is_art(element)
