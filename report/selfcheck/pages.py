"""Pages against what paper, press and readers bear: inks, sizes, distances from the trim, marks with their meaning.

Every run of every build passes here, in at most a millisecond a page: a colour at a size is judged once a file, and
where a run stands is worked out only when it lies near an edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, hypot, radians, sin, sqrt

from report.boxes import UNMOVED, Box, Matrix, around, product
from report.colour import Colour, Spot
from report.drawing import Group, Link, Marked, Page, Run, Shape, Sheet, Stroke
from report.problem import Gathered, Place, Problem, Severity
from report.selfcheck.asked import EDGE, Asked
from report.units import MM

ROUNDING = 0.05
"""Points that a place may be off: the theme's millimetres are rounded."""
SMALL, TINY, BODY = 9.0, 5.0, 12.0
"""Sizes below which type has at most two inks, one ink, and no rich black, in points (print.md G16, G17)."""
RICH = 0.85
"""Black from here on is meant as black."""
HAIR = 0.25
"""The thinnest line that a plate holds, in points (print.md G18)."""
TRACE = 0.001
"""What is less is no ink."""
PICTURED = frozenset({"Figure", "Formula"})
"""Roles that must say in words what they show (ISO 14289-1, 7.3 and 7.7)."""
REGISTRATION = "All"
"""The spot that stands on every plate; only printer's marks have it (ISO 32000-1, 8.6.6.4)."""
QUOTED = 12
"""Characters of a text that a message quotes."""
PAGE_CODES = frozenset(
    {
        "type-near-trim",
        "type-many-inks",
        "type-rich-black",
        "colour-over-ink",
        "spot-undeclared",
        "line-too-thin",
        "content-unmarked",
        "figure-without-alt",
        "page-boxes",
        "bleed-short",
    }
)
"""All that is found here."""
Fault = tuple[str, dict[str, object]]
"""A code and its values."""


def page_problems(pages: Sequence[Page], asked: Asked) -> tuple[Problem, ...]:
    """Everything that is wrong with the pages."""
    gathered = Gathered()
    look = _Look(asked, gathered)
    for page in pages:
        look.at(page)
    return gathered.problems()


class _Look:
    """Goes over pages, one after the other."""

    def __init__(self, asked: Asked, gathered: Gathered) -> None:
        self._asked, self._gathered = asked, gathered
        self._tagged = asked.tagged
        self._near = max(asked.safe, EDGE) - ROUNDING if asked.printed else -1e9
        self._types: dict[tuple[int, float], tuple[Fault, ...]] = {}
        self._inks: dict[int, tuple[Fault, ...]] = {}
        self._page = 0
        self._sheet = Sheet(0.0, 0.0, 0.0)

    def at(self, page: Page) -> None:
        self._page, self._sheet = page.number, page.sheet
        self._boxes(page.sheet)
        self._items(page.items, None, UNMOVED)

    def _add(self, faults: Sequence[Fault], text: str = "") -> None:
        for code, values in faults:
            self._gathered.note(code, self._page, text, **values)  # type: ignore[arg-type]

    def _boxes(self, sheet: Sheet) -> None:
        """MediaBox, BleedBox and TrimBox nest as long as nothing between them is negative."""
        place, bleed = self._asked.place, f"{sheet.bleed / MM:.3g}"
        if min(sheet.width, sheet.height) <= 0 or min(sheet.bleed, sheet.slug) < 0:
            size = f"{sheet.width / MM:.1f} × {sheet.height / MM:.1f}"
            self._gathered.note("page-boxes", self._page, place=place, size=size, bleed=bleed)
        elif self._asked.pressed and sheet.bleed < EDGE - ROUNDING:
            self._gathered.note("bleed-short", self._page, place=place, bleed=bleed)

    def _items(self, items: Sequence[object], artifact: bool | None, matrix: Matrix) -> None:
        """`artifact` is None outside of all marks."""
        for item in items:
            kind = item.__class__
            if kind is Run:
                self._run(item, artifact, matrix)  # type: ignore[arg-type]
            elif kind is Shape:
                self._shape(item, matrix)  # type: ignore[arg-type]
            elif isinstance(item, Marked):
                if item.role in PICTURED and self._tagged and not (item.alt or item.actual or artifact):
                    self._gathered.note("figure-without-alt", self._page, place=_place(item), role=item.role)
                self._items(item.items, bool(artifact) or item.role == "Artifact", matrix)
            elif isinstance(item, Group):
                self._items(item.items, artifact, product(item.matrix, matrix) if item.matrix else matrix)
            elif artifact is None and self._tagged and not isinstance(item, Link):
                self._gathered.note(
                    "content-unmarked", self._page, place=_place(item), what="@" + kind.__name__.lower()
                )

    # Type

    def _run(self, run: Run, artifact: bool | None, matrix: Matrix) -> None:
        if artifact is None and self._tagged:
            self._gathered.note("content-unmarked", self._page, _quoted(run), what="@run")
        size = run.size if matrix is UNMOVED else round(run.size * _scale(matrix), 3)
        key = id(run.colour), size
        faults = self._types.get(key)
        if faults is None:
            faults = self._types[key] = (*self._inked(run.colour), *_type_faults(run.colour, size, self._asked))
        if faults:
            self._add(faults, _quoted(run))
        near, sheet = self._near, self._sheet
        x, y = run.x, run.y
        if (
            matrix is not UNMOVED
            or run.vertical
            or run.turn
            or x < near
            or y < near + size
            or y > sheet.height - near - size
            or x + (sum(run.advances) + sum(run.gaps)) * size / 1000 > sheet.width - near
        ):
            self._edge(run, artifact, around(matrix, _box(run)))

    def _edge(self, run: Run, artifact: bool | None, box: Box) -> None:
        """Artifacts repeat what stands elsewhere, such as thumb tabs: they may be nearer than the report's own
        distance."""
        left, top, right, bottom = box
        sheet = self._sheet
        room = min(left, top, sheet.width - right, sheet.height - bottom)
        if room >= self._near or right <= 0 or bottom <= 0 or left >= sheet.width or top >= sheet.height:
            return
        least, severity = (EDGE, _ERROR) if room < EDGE - ROUNDING else (self._asked.safe, _WARNING)
        if (artifact and severity == "warning") or not run.text.strip():
            return
        told = {"room": f"{max(0.0, room) / MM:.1f}", "least": f"{least / MM:.4g}"}
        self._gathered.note("type-near-trim", self._page, _quoted(run), severity, **told)  # type: ignore[arg-type]

    # Colours and lines

    def _shape(self, shape: Shape, matrix: Matrix) -> None:
        if shape.fill is not None:
            self._colour(shape.fill)
        if shape.stroke is not None:
            self._colour(shape.stroke.colour)
            if shape.stroke.width < HAIR - TRACE or matrix is not UNMOVED:
                self._line(shape.stroke, matrix)

    def _line(self, stroke: Stroke, matrix: Matrix) -> None:
        width = stroke.width * _scale(matrix)
        if self._asked.printed and width < HAIR - TRACE:
            self._gathered.note("line-too-thin", self._page, width=f"{width:.2f}")

    def _colour(self, colour: Colour) -> None:
        faults = self._inks.get(id(colour))
        if faults is None:
            faults = self._inks[id(colour)] = self._inked(colour)
        if faults:
            self._add(faults)

    def _inked(self, colour: Colour) -> tuple[Fault, ...]:
        """What is wrong with a colour wherever it stands."""
        asked = self._asked
        if not asked.printed:
            return ()
        if isinstance(colour, Spot):
            known = colour.name == REGISTRATION or colour.name in asked.spots
            return () if known else (("spot-undeclared", {"name": colour.name}),)
        total = colour.total * 100
        if total > asked.ink + 0.5:
            return (("colour-over-ink", {"colour": said(colour), "total": round(total), "limit": f"{asked.ink:g}"}),)
        return ()


_ERROR: Severity = "error"
_WARNING: Severity = "warning"


def said(colour: Colour) -> str:
    """A colour for people."""
    if isinstance(colour, Spot):
        return f"{colour.name} {colour.share * 100:.0f}%"
    return " ".join(f"{name}{ink * 100:.0f}" for name, ink in zip("CMYK", colour.inks, strict=True))


def _type_faults(colour: Colour, size: float, asked: Asked) -> tuple[Fault, ...]:
    """Small type is of one or two inks, black of black alone: plates are never quite in register."""
    if isinstance(colour, Spot) or not asked.printed or size >= BODY:
        return ()
    told: dict[str, object] = {"size": f"{size:.4g}", "colour": said(colour)}
    count = sum(ink > TRACE for ink in colour.inks)
    if colour.k >= RICH:
        return (("type-rich-black", told),) if count > 1 else ()
    most = 1 if size < TINY else 2
    return (("type-many-inks", {**told, "most": most}),) if size < SMALL and count > most else ()


def _box(run: Run) -> Box:
    """Left, top, right and bottom of a run by the em boxes of its face."""
    size, along = run.size, run.width
    if run.vertical:
        return run.x - size / 2, run.y, run.x + size / 2, run.y + along
    up, down = run.face.ascent * size / 1000, -run.face.descent * size / 1000
    if not run.turn:
        return run.x, run.y - up, run.x + along, run.y + down
    c, s = cos(radians(run.turn)), sin(radians(run.turn))
    return around((c, s, -s, c, run.x, run.y), (0.0, -up, along, down))


def _scale(matrix: Matrix) -> float:
    """How much larger a matrix makes things, on the whole."""
    a, b, c, d, _, _ = matrix
    return sqrt(hypot(a, b) * hypot(c, d))


def _quoted(run: Run) -> str:
    text = " ".join(run.text.split())
    return text if len(text) <= QUOTED else text[: QUOTED - 1] + "…"


def _place(item: object) -> Place | None:
    """The place of the first thing in it that knows one."""
    if isinstance(item, Marked | Group):
        return next((place for inner in item.items if (place := _place(inner)) is not None), None)
    found: Place | None = getattr(item, "place", None)
    return found
