"""The shape of a rule, what it is asked for, what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from report.named import NamedTuple
from report.preflight.facts import Inspected, Sheet
from report.preflight.marks import Box, is_box
from report.problem import Severity
from report.units import MM

X4, A2U, UA1, GB9704 = "PDF/X-4", "PDF/A-2u", "PDF/UA-1", "GB/T 9704"
"""What a file can be judged by; the practice of print shops goes with PDF/X-4."""


class Asked(NamedTuple):
    """By what a file is judged: standards, the inks it may have beside the process inks, the limit of total ink."""

    standards: tuple[str, ...]
    spots: tuple[str, ...] = ()
    ink: float = 300.0


class Found(NamedTuple):
    """One thing that a rule found: its page, its box on that page in points, the values of its message."""

    page: int | None
    box: Box | None
    values: Mapping[str, str]


class Rule(NamedTuple):
    """A rule: its code, the standards that ask for it, how bad a breach is, the function that looks.

    `measured` rules look at plates and find nothing without them; then they are not judged.
    """

    code: str
    standards: tuple[str, ...]
    severity: Severity
    find: Callable[[Inspected, Asked], Iterable[Found]]
    measured: bool = False

    @property
    def clause(self) -> str:
        """The clause of docs/print.md."""
        return self.code.partition("-")[0].upper()


def found(sheet: Sheet | int | None = None, box: Box | None = None, **values: object) -> Found:
    """A finding on a page, or in the whole file."""
    page = sheet.number if isinstance(sheet, Sheet) else sheet
    return Found(page, box, {name: str(value) for name, value in values.items()})


def mm(points: float) -> str:
    """Points as millimetres for people."""
    return f"{points / MM:.1f}".removesuffix(".0")


def area(box: Box) -> float:
    """Square millimetres."""
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1]) / MM**2


def touches(one: Box, other: Box) -> bool:
    """Whether two boxes share an area."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def seen(boxes: Iterable[Box], within: Box) -> Box | None:
    """The first box of which something lies within another one; lines have no area, so that edges count, but what is
    clipped to nothing does not."""
    for box in boxes:
        if not is_box(box):
            continue
        if box[0] <= within[2] and within[0] <= box[2] and box[1] <= within[3] and within[1] <= box[3]:
            return box
    return None
