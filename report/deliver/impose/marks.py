"""Marks of an imposed sheet as PDF operators: crop, fold and register marks and a line that names the sheet.

They stand outside the bleed, where no finished page shows them, in the ink that is on every plate. The words are the
outlines of their glyphs: a sheet made of foreign pages needs no font of ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from report import resources
from report.charts.figures import circle
from report.colour import Cmyk, Spot
from report.content.catalogue import read_catalogue
from report.deliver.impose.leaves import Box
from report.deliver.impose.order import Side
from report.deliver.impose.plan import Plan, SheetSide
from report.drawing import COORDINATES
from report.layout.marks import BAR, PATCH
from report.named import NamedTuple
from report.pdf.syntax import nums
from report.typeset import Span, TextStyle, set_line
from report.typeset.faces import Faces
from report.typeset.outlines import outlined
from report.units import MM

AWAY, LENGTH, SHORTEST, EDGE = 1 * MM, 9 * MM, 2 * MM, 1 * MM
"""Where a mark begins outside the bleed, how long it is at most and at least, and what it leaves of the sheet."""
TARGET = 3 * MM
"""Half the width of a register mark."""
HAIR = 0.25
REGISTRATION = Spot("All", Cmyk(1.0, 1.0, 1.0, 1.0))
SIZE, GAP = 6.0, 1.0
"""Size of the words, and how far they stay below the marks."""
FACES = {"front": "正面", "back": "背面", "": ""}


class Room(NamedTuple):
    """Where marks go beside the bleed: from and to, as distances from it."""

    start: float
    end: float

    @property
    def is_enough(self) -> bool:
        return self.end - self.start >= SHORTEST


def room(plan: Plan) -> tuple[Room, Room]:
    """The room to the left and right, and above and below."""
    across, up = plan.bleed[0], plan.bleed[1]
    return Room(AWAY, min(AWAY + LENGTH, across - EDGE)), Room(AWAY, min(AWAY + LENGTH, up - EDGE))


class Marks:
    """The marks of all sides of a plan; `name` is that of the file, which the line of words says. Process inks have a
    `bar` of colours."""

    def __init__(self, plan: Plan, name: str, *, bar: bool = False) -> None:
        self._plan, self._name = plan, name
        self._faces = Faces(read_catalogue(resources.fonts() / "fonts.yaml"))
        self._across, self._up = room(plan)
        self._drawn = "\n".join([*self._crop(), *self._fold(), *self._targets()])
        self._bar = "\n".join(self._patches()) if bar else ""

    def of(self, side: SheetSide) -> bytes:
        """Operators in the colour space All, which the caller names /All."""
        drawn = "\n".join([self._drawn, *self._words(side), self._bar])
        return f"/Artifact BMC\nq\n/All CS 1 SCN /All cs 1 scn\n{HAIR} w\n{drawn}\nQ\nEMC".encode()

    def _ends(self) -> tuple[Box, Room, Room]:
        return self._plan.bleed, self._across, self._up

    def _crop(self) -> Iterator[str]:
        (left, bottom, right, top), across, up = self._ends()
        for x in self._plan.cuts[0] if up.is_enough else ():
            yield _line(x, top + up.start, x, top + up.end)
            yield _line(x, bottom - up.start, x, bottom - up.end)
        for y in self._plan.cuts[1] if across.is_enough else ():
            yield _line(left - across.start, y, left - across.end, y)
            yield _line(right + across.start, y, right + across.end, y)

    def _fold(self) -> Iterator[str]:
        (_, bottom, _, top), _, up = self._ends()
        if self._plan.folds and up.is_enough:
            lines = [_line(x, top + up.start, x, top + up.end) for x in self._plan.folds]
            lines += [_line(x, bottom - up.start, x, bottom - up.end) for x in self._plan.folds]
            yield "\n".join(["q", f"{2 * HAIR} w [1.5 1.5] 0 d", *lines, "Q"])

    def _targets(self) -> Iterator[str]:
        """Register marks: left and right in the middle, above and below over the last column, clear of the fold."""
        (left, bottom, right, top), across, up = self._ends()
        xs, ys = self._plan.cuts
        middle = self._clear(ys)
        if across.end >= AWAY + 2 * TARGET:
            away = (across.start + across.end) / 2
            yield _target(left - away, middle)
            yield _target(right + away, middle)
        if up.end >= AWAY + 2 * TARGET:
            away = (up.start + up.end) / 2
            last = [*xs, *self._plan.folds]
            x = (xs[-1] + max(one for one in last if one < xs[-1])) / 2
            yield _target(x, top + away)
            yield _target(x, bottom - away)

    def _patches(self) -> Iterator[str]:
        """The colour bar above the first column, in its middle, where there is room for all of it."""
        across, (_, _, _, top) = len(BAR) * PATCH, self._plan.bleed
        edges = [*self._plan.cuts[0], *self._plan.folds]
        left = min(edges)
        right = min(edge for edge in edges if edge > left)
        if self._up.end - self._up.start < PATCH or right - left < across + 4 * TARGET:
            return
        x = (left + right - across) / 2
        y = top + (self._up.start + self._up.end - PATCH) / 2
        for i, inks in enumerate(BAR):
            yield f"{nums(inks)} k {nums((x + i * PATCH, y, PATCH, PATCH))} re f"

    def _clear(self, ys: tuple[float, ...]) -> float:
        """The middle of the sheet, or of the card nearest to it, so that no crop mark runs through."""
        middle = (ys[0] + ys[-1]) / 2
        centres = [(low + high) / 2 for low, high in zip(ys[::2], ys[1::2], strict=False)]
        return min([middle, *centres], key=lambda y: (any(abs(y - cut) < TARGET + EDGE for cut in ys), abs(y - middle)))

    def _words(self, side: SheetSide) -> Iterator[str]:
        """The name of the sheet along its lower edge, below the marks where there is room."""
        left, bottom, right, _ = self._plan.bleed
        low = min(self._up.end + GAP + SIZE, bottom - EDGE)
        if low - SIZE < AWAY:
            return
        style = TextStyle("hei", 400, SIZE, SIZE, REGISTRATION, align="left", han_latin=0.0)
        shown = "".join(c if self._faces.find(c, "hei", 400) else "〓" for c in label(self._name, side))
        set_words = set_line([Span(shown)], style, self._faces)
        scale = min(1.0, (right - left) / set_words.width)
        yield f"q {nums((scale, 0, 0, scale, self._plan.trim[0], bottom - low))} cm"
        for verb, points in outlined(set_words.runs, self._faces):
            yield "h" if verb == "z" else f"{nums(points)} {verb}"
        yield "f Q"


def label(name: str, side: SheetSide) -> str:
    """What the line says: file, sheet, pages from left to right, shift."""
    shift = f"爬移 {side.shift / MM:.2f} mm" if side.shift else ""
    said = [name, sheet_said(side.side), f"页 {pages_said(side.side)}", shift]
    return "　".join(word for word in said if word)


def sheet_said(side: Side) -> str:
    return f"第 {side.sheet} 张{FACES[side.face]}"


def pages_said(side: Side) -> str:
    """The pages of a side; a grid of one page names it once."""
    pages = side.cells if len(set(side.cells)) > 1 else side.cells[:1]
    return " | ".join(str(page) if page else "白" for page in pages)


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"{nums((x1, y1))} m {nums((x2, y2))} l S"


def _target(x: float, y: float) -> str:
    ring = circle(x, y, TARGET / 2)
    at, parts = 0, []
    for verb in ring.verbs:
        count = COORDINATES[verb]
        parts.append(f"{nums(ring.points[at : at + count])} {'h' if verb == 'z' else verb}".strip())
        at += count
    cross = (_line(x - TARGET, y, x + TARGET, y), _line(x, y - TARGET, x, y + TARGET))
    return "\n".join([*parts, "S", *cross])
