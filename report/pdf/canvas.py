"""The verbs of painting as content stream operators (ISO 32000-1, annex A); here y is turned upwards.

State is set only when it changes. Black text and thin black lines overprint in mode 1, nothing else does (print.md G10 to
G15).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from report.colour import BLACK, Cmyk, Colour, Spot
from report.drawing import COORDINATES, Destination, Group, Link, Marked, Path, Picture, Run, Shape, Sheet
from report.pdf.fonts import FontSet
from report.pdf.images import PictureSet
from report.pdf.objects import Store
from report.pdf.syntax import name, num, nums, text
from report.pdf.tags import Element, Tree

THIN = 2.5
"""Points below which a black line overprints (print.md G14)."""
CAPS = {"butt": 0, "round": 1, "square": 2}
JOINS = {"miter": 0, "round": 1, "bevel": 2}


class Ink:
    """What colours and states a file uses: spot colour spaces and opacities, named once for all pages."""

    def __init__(self) -> None:
        self.spots: dict[str, Spot] = {}
        self.opacities: dict[float, str] = {}

    def spot(self, colour: Spot) -> str:
        self.spots.setdefault(colour.name, colour)
        return f"S{list(self.spots).index(colour.name)}"

    def opacity(self, value: float) -> str:
        return self.opacities.setdefault(value, f"A{len(self.opacities)}")

    def states(self) -> bytes:
        """ON overprints in mode 1, OF does not; then the opacities."""
        rows = [
            "/ON<</Type/ExtGState/OP true/op true/OPM 1>>/OF<</Type/ExtGState/OP false/op false/OPM 1>>",
            *(f"/{key}<</Type/ExtGState/ca {num(v)}/CA {num(v)}>>" for v, key in self.opacities.items()),
        ]
        return "".join(rows).encode()

    def spaces(self, store: Store) -> bytes:
        """A Separation space with one tint transform for each spot ink (print.md X34)."""
        rows = []
        for i, spot in enumerate(self.spots.values()):
            full = nums(spot.alternate.inks).encode()
            tint = b"<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[%s]/N 1>>" % full
            rows.append(b"/S%d %d 0 R" % (i, store.add(b"[/Separation%s/DeviceCMYK%s]" % (name(spot.name), tint))))
        return b"".join(rows)


class State(NamedTuple):
    """What the graphics state holds, so that nothing is said twice."""

    fill: Colour | None = None
    stroke: Colour | None = None
    overprint: bool = False
    font: tuple[str, float] | None = None
    width: float = 1.0
    cap: str = "butt"
    join: str = "miter"
    dash: tuple[float, ...] = ()
    opacity: float = 1.0


class Annotation(NamedTuple):
    """A link to be written when all pages have their numbers."""

    rect: tuple[float, float, float, float]
    target: str
    text: str
    element: Element | None


class PdfPainter:
    """Paints one page into `code`."""

    def __init__(
        self,
        sheet: Sheet,
        fonts: FontSet,
        pictures: PictureSet,
        tree: Tree,
        ink: Ink,
        index: int,
        links: bool,
    ) -> None:
        self.code: list[str] = []
        self.transparent = False
        self._left, self._top = sheet.bleed, sheet.bleed + sheet.height
        self._fonts, self._pictures, self._tree, self._ink = fonts, pictures, tree, ink
        self._index, self._links = index, links
        self._elements: list[Element | None] = []
        self._annotations: list[Annotation] = []
        self._state = State()

    def run(self, run: Run) -> None:
        self._fill(run.colour, overprints=run.colour == BLACK)
        if run.vertical:
            self._upright(run)
            return
        self.code.append("BT")
        self._font(run)
        x, y = self._left + run.x, self._top - run.y
        self.code.append(f"1 0 0 1 {num(x)} {num(y)} Tm" if not run.turn else self._turned(run, x, y))
        self.code.append(self._show(run))
        self.code.append("ET")

    def shape(self, shape: Shape) -> None:
        stroke = shape.stroke
        black = (shape.fill is None) and stroke is not None and stroke.colour == BLACK and stroke.width < THIN
        if shape.fill is not None:
            self._fill(shape.fill, overprints=False)
        if stroke is not None:
            self._overprint(black)
            self._stroke(stroke.colour)
            self._pen(stroke.width, stroke.cap, stroke.join, stroke.dash)
        self._opacity(shape.opacity)
        self.code.append(self._path(shape.path))
        star = "*" if shape.even_odd else ""
        self.code.append("S" if shape.fill is None else ("f" if stroke is None else "B") + star)

    def picture(self, picture: Picture) -> None:
        key = self._pictures.place(picture)
        x, y = self._left + picture.x, self._top - picture.y - picture.height
        self._opacity(1.0)
        self.code.append(f"q {nums((picture.width, 0, 0, picture.height, x, y))} cm /{key} Do Q")

    def link(self, link: Link) -> None:
        if self._links:
            left, top = self._left + link.x, self._top - link.y
            rect = (left, top - link.height, left + link.width, top)
            element = self._elements[-1] if self._elements else None
            self._annotations.append(Annotation(rect, link.target, link.text, element))

    @contextmanager
    def group(self, group: Group) -> Iterator[None]:
        self.code.append("q")
        kept = self._state
        if group.matrix is not None:
            self.code.append(f"{nums(self._flipped(group.matrix))} cm")
        if group.clip is not None:
            self.code.append(f"{self._path(group.clip)} W n")
        try:
            yield
        finally:
            self.code.append("Q")
            self._state = kept

    @contextmanager
    def element(self, mark: Marked) -> Iterator[None]:
        inside = self._elements[-1] if self._elements else self._tree.root
        artifact = mark.role == "Artifact" or inside is None
        self._elements.append(None if artifact else self._tree.element(mark, inside or self._tree.root, self._box(mark)))
        try:
            yield
        finally:
            self._elements.pop()

    @contextmanager
    def content(self) -> Iterator[None]:
        element = self._elements[-1] if self._elements else None
        if element is None:
            self.code.append("/Artifact BMC")
        else:
            number = self._tree.content(element, self._index)
            self.code.append(f"/{element.role}<</MCID {number}>>BDC")
        try:
            yield
        finally:
            self.code.append("EMC")

    def annotations(self, store: Store, page_ids: list[int], places: Mapping[str, Destination]) -> list[int]:
        """The page's links as annotations; those to unknown places are left out."""
        numbers = []
        for one in self._annotations:
            place = places.get(one.target)
            if place is None and ":" not in one.target:
                continue
            number = store.reserve()
            parent = self._tree.annotation(one.element, number, self._index) if one.element else None
            parts = [b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%s]" % nums(one.rect).encode()]
            parts.append(b"/Contents" + text(one.text))
            parts += [b"/StructParent %d" % parent] if parent is not None else []
            if place is not None:
                top = num(self._top - place.y)
                parts.append(b"/Dest[%d 0 R/XYZ 0 %s null]" % (page_ids[place.page - 1], top.encode()))
            else:
                parts.append(b"/A<</S/URI/URI%s>>" % text(one.target))
            store.put(number, b"".join(parts) + b">>")
            numbers.append(number)
        return numbers

    def _show(self, run: Run) -> str:
        """TJ with the gaps: a number moves the pen back, in thousandths of an em."""
        codes = self._fonts.codes(run)
        if not run.gaps and not run.offsets and self._fonts.regular(run):
            return f"<{''.join(codes)}> Tj"
        shifts = {i: dx for i, dx, dy in run.offsets if not dy}
        lifted = {i: dy for i, dx, dy in run.offsets if dy}
        parts: list[str] = ["[<"]
        owed = 0.0
        for i, code in enumerate(codes):
            if i in shifts:
                parts.append(_moved(-shifts[i]))
                owed += shifts[i]
            if i in lifted:
                parts.append(f">] TJ {num(lifted[i] * run.size / 1000)} Ts [<{code}>] TJ 0 Ts [<")
            else:
                parts.append(code)
            gap = run.advances[i] - self._fonts.width(run.face, run.glyphs[i])
            gap += (run.gaps[i] if run.gaps else 0.0) - owed
            owed = 0.0
            if abs(gap) >= 0.5 and i + 1 < len(codes):
                parts.append(_moved(-gap))
        return "".join(parts) + ">] TJ"

    def _upright(self, run: Run) -> None:
        """Vertical glyphs one by one from Identity-H: every reader takes them as the text they are."""
        offsets = {i: (dx, dy) for i, dx, dy in run.offsets}
        codes = self._fonts.codes(run)
        self.code.append("BT")
        self._font(run)
        pen = run.y
        for i, code in enumerate(codes):
            dx, dy = offsets.get(i, (0.0, 0.0))
            x = self._left + run.x + dx * run.size / 1000
            y = self._top - pen + dy * run.size / 1000
            self.code.append(f"1 0 0 1 {num(x)} {num(y)} Tm <{code}> Tj")
            pen += (run.advances[i] + (run.gaps[i] if run.gaps else 0.0)) * run.size / 1000
        self.code.append("ET")

    def _turned(self, run: Run, x: float, y: float) -> str:
        from math import cos, radians, sin

        turn = radians(run.turn)
        return f"{nums((cos(turn), -sin(turn), sin(turn), cos(turn), x, y))} Tm"

    def _font(self, run: Run) -> None:
        font = (self._fonts.name(run.face), run.size)
        if font != self._state.font:
            self.code.append(f"/{font[0]} {num(font[1])} Tf")
            self._state = self._state._replace(font=font)

    def _fill(self, colour: Colour, overprints: bool) -> None:
        self._overprint(overprints)
        self._opacity(1.0)
        if colour != self._state.fill:
            self.code.append(self._ink_code(colour, "k", "cs", "scn"))
            self._state = self._state._replace(fill=colour)

    def _stroke(self, colour: Colour) -> None:
        if colour != self._state.stroke:
            self.code.append(self._ink_code(colour, "K", "CS", "SCN"))
            self._state = self._state._replace(stroke=colour)

    def _ink_code(self, colour: Colour, process: str, space: str, tint: str) -> str:
        match colour:
            case Cmyk():
                return f"{nums(colour.inks)} {process}"
            case Spot():
                return f"/{self._ink.spot(colour)} {space} {num(colour.share)} {tint}"

    def _overprint(self, wanted: bool) -> None:
        if wanted != self._state.overprint:
            self.code.append("/ON gs" if wanted else "/OF gs")
            self._state = self._state._replace(overprint=wanted)

    def _opacity(self, value: float) -> None:
        if value != self._state.opacity:
            self.transparent = True
            self.code.append(f"/{self._ink.opacity(value)} gs")
            self._state = self._state._replace(opacity=value)

    def _pen(self, width: float, cap: str, join: str, dash: tuple[float, ...]) -> None:
        state = self._state
        if width != state.width:
            self.code.append(f"{num(width)} w")
        if cap != state.cap:
            self.code.append(f"{CAPS[cap]} J")
        if join != state.join:
            self.code.append(f"{JOINS[join]} j")
        if dash != state.dash:
            self.code.append(f"[{nums(dash)}] 0 d")
        self._state = state._replace(width=width, cap=cap, join=join, dash=dash)

    def _path(self, path: Path) -> str:
        """The segments with y upwards; a rectangle is said from its lower left corner."""
        left, top = self._left, self._top
        points, at = path.points, 0
        parts: list[str] = []
        for verb in path.verbs:
            count = COORDINATES[verb]
            values = points[at : at + count]
            at += count
            if verb == "r":
                x, y, width, height = values
                parts.append(f"{nums((left + x, top - y - height, width, height))} re")
            elif verb == "z":
                parts.append("h")
            else:
                said = " ".join(num(top - v if i % 2 else left + v) for i, v in enumerate(values))
                parts.append(f"{said} {verb}")
        return "\n".join(parts)

    def _flipped(self, matrix: tuple[float, float, float, float, float, float]) -> tuple[float, ...]:
        """The matrix in PDF's coordinates: P M P⁻¹, where P turns y upwards and adds the bleed."""
        a, b, c, d, e, f = matrix
        left, top = self._left, self._top
        return a, -b, -c, d, left + e - a * left + c * top, top - f + b * left - d * top

    def _box(self, mark: Marked) -> tuple[float, float, float, float] | None:
        if mark.box is None:
            return None
        x, y, width, height = mark.box
        return self._left + x, self._top - y - height, self._left + x + width, self._top - y


def _moved(back: float) -> str:
    return f">{num(round(back))}<"
