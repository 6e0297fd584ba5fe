"""What of a page fills the fringe that its shift leaves bare: the colour at its edge, without words.

A page that is shifted towards the spine takes its bleed with it, and some tenths of a millimetre at the edge of the
sheet's bleed would stay white. They are filled from the page where it stood before; words are left out, since whoever
reads the text of a sheet would read them twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from report.deliver.impose.leaves import Box
from report.foreign import Matrix
from report.preflight.code import BROKEN, INLINE, PATH, Instruction, corners, names, numbers
from report.preflight.marks import boxed, product

SHOWN = frozenset((b"Tj", b"TJ", b"'", b'"'))
POINTS = frozenset((b"MP", b"DP"))
PAINTS = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s"))
CLIPS = frozenset((b"W", b"W*"))
STROKE = 20.0
"""Units around a path that its stroke may reach."""


class Fringe:
    """Goes over a page's instructions and keeps what may paint in a strip of it (in the page's own units)."""

    def __init__(self, strip: Box, resources: Any) -> None:
        self._strip, self._resources = strip, resources
        self._ctm: Matrix = (1, 0, 0, 1, 0, 0)
        self._kept: list[Matrix] = []
        self._marked: list[bool] = []
        self._path: list[bytes] = []
        self._clip = b""
        self._out: list[bytes] = []
        self._paints = False

    def of(self, code: Sequence[Instruction]) -> bytes:
        """The operators; empty where nothing paints in the strip, or where the page is not read with certainty."""
        for one in code:
            if one.operator in (INLINE, BROKEN):
                return b""
            self._take(one.operator, one.operands)
        return b"\n".join([*self._out, *[b"Q"] * len(self._kept)]) if self._paints else b""

    def _take(self, operator: bytes, operands: bytes) -> None:
        if operator == PATH:
            self._path.append(operands)
        elif operator in CLIPS:
            self._clip = operator
        elif operator in PAINTS or operator == b"n":
            self._end_path(operator)
        elif operator in (b"BDC", b"BMC", b"EMC"):
            self._mark(operator, operands)
        elif operator == b"Do":
            self._place(operands)
        elif operator not in SHOWN | POINTS:
            self._state(operator, operands)

    def _state(self, operator: bytes, operands: bytes) -> None:
        if operator == b"q":
            self._kept.append(self._ctm)
        elif operator == b"Q" and self._kept:
            self._ctm = self._kept.pop()
        elif operator == b"Q":
            return
        elif operator == b"cm" and len(values := numbers(operands)) == 6:
            self._ctm = product(tuple(values), self._ctm)  # type: ignore[arg-type]
        self._paints |= operator == b"sh"
        self._out.append(operands + b" " + operator)

    def _end_path(self, operator: bytes) -> None:
        segments, self._path = b" ".join(self._path), []
        clip, self._clip = self._clip, b""
        paints = operator in PAINTS and self._meets(segments)
        if paints or clip:
            self._out.append(b" ".join([segments, clip, operator if paints else b"n"]))
        self._paints |= paints

    def _meets(self, segments: bytes) -> bool:
        across, up = corners(segments) if segments else ([], [])
        if not across or not up:
            return False
        left, bottom, right, top = boxed(self._ctm, min(across), min(up), max(across), max(up))
        strip = self._strip
        over = left - STROKE < strip[2] and right + STROKE > strip[0]
        return over and bottom - STROKE < strip[3] and top + STROKE > strip[1]

    def _mark(self, operator: bytes, operands: bytes) -> None:
        """Marked content is of the page's text; but what belongs to a layer stays in it."""
        if operator == b"EMC":
            if self._marked and self._marked.pop():
                self._out.append(b"EMC")
            return
        layered = operands.lstrip().startswith(b"/OC")
        self._marked.append(layered)
        if layered:
            self._out.append(operands + b" " + operator)

    def _place(self, operands: bytes) -> None:
        """Pictures, and drawings that have no words."""
        for name in names(operands)[:1]:
            held = self._resources.get("/XObject", {}).get(name)
            if held is None or "/Font" in held.get("/Resources", {}):
                continue
            self._out.append(operands + b" Do")
            self._paints = True
