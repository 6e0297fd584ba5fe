"""Runs of glyphs as text operators (ISO 32000-1, 9.4): gaps are whole thousandths of an em, rounded along the run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from math import cos, radians, sin
from operator import itemgetter
from typing import Any

from report.drawing import Run
from report.named import NamedTuple
from report.pdf.fonts import FontSet, Slot
from report.pdf.syntax import nums


class Piece(NamedTuple):
    """Glyphs of one font resource, ready to be shown.

    `aside` is how far they stand above the line, or right of the axis when vertical; `pen` is how far below its start a
    vertical piece begins; `spread` is what stands after every glyph. All are points.
    """

    font: str
    shown: str
    aside: float = 0.0
    pen: float = 0.0
    spread: float = 0.0


def shown(run: Run, slots: Sequence[Slot | None]) -> Iterator[Piece]:
    """A level run, piece by piece; one piece where it has one font and no glyph is lifted."""
    if not run.gaps and not run.offsets and regular(run, slots):
        codes = [slot.code for slot in slots if slot is not None]
        yield Piece(font_of(slots), f"({''.join(codes)}) Tj")
        return
    spread = _spread(run)
    each = spread * 1000 / run.size
    if not run.offsets and _at_their_places(run, slots, each):
        said = "".join([slot.code for slot in slots if slot is not None])
        yield Piece(font_of(slots), f"({said}) Tj", spread=spread)
        return
    shifts = {i: (dx, dy) for i, dx, dy in run.offsets}
    font, lift, owed = "", 0.0, 0.0
    parts: list[str | int] = []
    for i, slot in enumerate(slots):
        dx, dy = shifts.get(i, (0.0, 0.0))
        gap = run.gaps[i] if run.gaps else 0.0
        if slot is None:
            owed += run.advances[i] + gap
            continue
        if (slot.font, dy) != (font, lift):
            if parts:
                yield Piece(font, _array(parts), lift * run.size / 1000, spread=spread)
            font, lift, parts = slot.font, dy, []
        step = round(owed + dx) if not -NEAR < owed + dx < NEAR else 0
        if step:
            parts.append(-step)
        parts.append(slot.code)
        owed += run.advances[i] - slot.width + gap - each - step
    if parts:
        yield Piece(font, _array(parts), lift * run.size / 1000, spread=spread)


def even(run: Run) -> float | None:
    """What stands after every glyph of a run whose glyphs have the font's own advances, in points; None where that does
    not bring each near enough to its place."""
    spread = _spread(run)
    return spread if _near(run.gaps, spread * 1000 / run.size) else None


def _at_their_places(run: Run, slots: Sequence[Slot | None], each: float) -> bool:
    """Whether one font and what stands after every glyph alike bring each near enough to its place."""
    if not run.gaps or None in slots or len(set(map(_FONT, slots))) > 1:
        return False
    return _near(map(_step, run.advances, map(_WIDTH, slots), run.gaps), each)


def _near(steps: Iterable[float], each: float) -> bool:
    """Whether glyphs that have `each` after them stand where these steps would bring them."""
    owed = [0.0, *[off - i * each for i, off in enumerate(accumulate(steps), 1)][:-1]]
    return min(owed) > -NEAR and max(owed) < NEAR


_FONT: Callable[[Any], str] = itemgetter(0)
_WIDTH: Callable[[Any], float] = itemgetter(2)
"""Of slots, as a loop in C asks for them."""


def _step(advance: float, own: float, gap: float) -> float:
    return advance - own + gap


FEW = 3
"""Gaps that are said one by one."""
NEAR = 1.0
"""Thousandths of an em by which a glyph may stand beside its place."""
MOST = 0.6
"""Share of the gaps that must be alike for the line to be spread as a whole."""


def _spread(run: Run) -> float:
    """What stands after nearly every glyph of a justified line, in points: gaps that differ by rounding are alike.

    One operator for all of them says it more exactly, and takes a quarter less room, than a number at each.
    """
    gaps = run.gaps[:-1]
    if len(gaps) < FEW:
        return 0.0
    usual = max(set(gaps), key=gaps.count)
    alike = [gap for gap in gaps if -1.0 <= gap - usual <= 1.0]
    if not usual or len(alike) < MOST * len(gaps):
        return 0.0
    return round(sum(alike) / len(alike) * run.size / 1000, 4)


def upright(run: Run, slots: Sequence[Slot | None], fonts: FontSet) -> Iterator[Piece]:
    """A vertical run; a new piece where the font changes or a glyph stands elsewhere than its font says."""
    shifts = {i: (dx, dy) for i, dx, dy in run.offsets}
    parts: list[str | int] = []
    font, aside, pen, start, owed = "", (0.0, 0.0), 0.0, 0.0, 0.0
    for i, slot in enumerate(slots):
        own, x, y = fonts.upright(run.face, run.glyphs[i])
        dx, dy = shifts.get(i, (0.0, 0.0))
        gap = run.gaps[i] if run.gaps else 0.0
        if slot is None:
            pen, owed = pen + run.advances[i] + gap, owed + run.advances[i] + gap
            continue
        off = (dx - x, dy - y)
        if (slot.font, off) != (font, aside):
            if parts:
                yield _column(run, font, parts, aside, start)
            font, aside, start, owed, parts = slot.font, off, pen, 0.0, []
        step = round(owed)
        if step:
            parts.append(step)
        parts.append(slot.code)
        owed += run.advances[i] - own + gap - step
        pen += run.advances[i] + gap
    if parts:
        yield _column(run, font, parts, aside, start)


def _column(run: Run, font: str, parts: list[str | int], aside: tuple[float, float], start: float) -> Piece:
    """The first glyph is shown by itself, since pdfium takes columns that start at one height for one level line."""
    dx, dy = (v * run.size / 1000 for v in aside)
    first = 2 if isinstance(parts[0], int) else 1
    said = "\n".join(_array(some) for some in (parts[:first], parts[first:]) if some)
    return Piece(f"{font}V", said, dx, start * run.size / 1000 - dy)


def outlines(run: Run, slots: Sequence[Slot | None]) -> Iterator[tuple[int, float, float]]:
    """Glyphs without text: glyph id, and its origin along and across the run in points, y upwards."""
    if None not in slots:
        return
    shifts = {i: (dx, dy) for i, dx, dy in run.offsets}
    pen = 0.0
    for i, slot in enumerate(slots):
        dx, dy = shifts.get(i, (0.0, 0.0))
        if slot is None:
            along, across = (dx, dy - pen) if run.vertical else (pen + dx, dy)
            yield run.glyphs[i], along * run.size / 1000, across * run.size / 1000
        pen += run.advances[i] + (run.gaps[i] if run.gaps else 0.0)


class OutlinePen:
    """A glyph's outline as path operators, with the pen protocol of fontTools; quadratic curves become cubic ones."""

    def __init__(self) -> None:
        self.code: list[str] = []
        self._at = (0.0, 0.0)

    def moveTo(self, to: tuple[float, float]) -> None:  # noqa: N802 - the protocol's own names
        self._say(to, "m")

    def lineTo(self, to: tuple[float, float]) -> None:  # noqa: N802
        self._say(to, "l")

    def curveTo(self, a: tuple[float, float], b: tuple[float, float], to: tuple[float, float]) -> None:  # noqa: N802
        self._say((*a, *b, *to), "c")

    def qCurveTo(self, a: tuple[float, float], to: tuple[float, float]) -> None:  # noqa: N802
        (x0, y0), (x, y), (x1, y1) = self._at, a, to
        self.curveTo((x0 + (x - x0) / 1.5, y0 + (y - y0) / 1.5), (x1 + (x - x1) / 1.5, y1 + (y - y1) / 1.5), to)

    def closePath(self) -> None:  # noqa: N802
        self.code.append("h")

    def _say(self, points: tuple[float, ...], verb: str) -> None:
        self._at = (points[-2], points[-1])
        self.code.append(f"{nums(points)} {verb}")


def turned(turn: float) -> tuple[float, float, float, float]:
    """The matrix of a run turned clockwise by degrees; a right angle is exact."""
    c, s = {0.0: (1.0, 0.0), 90.0: (0.0, 1.0), 180.0: (-1.0, 0.0), 270.0: (0.0, -1.0)}.get(
        turn, (cos(radians(turn)), sin(radians(turn)))
    )
    return c, -s, s, c


def regular(run: Run, slots: Sequence[Slot | None]) -> bool:
    """Whether the run has one font and every advance is the font's own."""
    font = slots[0].font if slots and slots[0] else ""
    for advance, slot in zip(run.advances, slots, strict=True):
        if slot is None or slot.font != font or not -0.5 < advance - slot.width < 0.5:
            return False
    return True


def font_of(slots: Sequence[Slot | None]) -> str:
    """The font of the first glyph that stands for a text."""
    return next(slot.font for slot in slots if slot is not None)


def _array(parts: list[str | int]) -> str:
    """Codes, and what moves the pen between them."""
    said: list[str] = []
    codes = ""
    for part in (*parts, 0):
        if isinstance(part, str):
            codes += part
        else:
            said += [f"({codes})", str(part)] if codes else [str(part)]
            codes = ""
    return f"[{''.join(said[:-1])}] TJ" if len(said) > 2 else f"{said[0]} Tj"
