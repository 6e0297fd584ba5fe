"""A QR code as squares in one ink (ISO/IEC 18004)."""

from __future__ import annotations

from itertools import groupby

from report.content.spec import Spec
from report.drawing import Item, Link, Marked, Path, Shape, rectangle
from report.layout.desk import Desk
from report.layout.quiet import guarded
from report.problem import Place, problem

MARGIN = 4
"""Light modules around the code (ISO/IEC 18004, 6.3.8)."""


def qr_code(desk: Desk, said: str, spec: Spec, place: Place) -> tuple[Item, ...]:
    """The code in the box of the look, a margin in its `ground` included; text that no code can hold is a problem."""
    import segno

    x, y, side, _ = spec.box("box")
    try:
        rows = [tuple(row) for row in segno.make(said, error="m", micro=False, boost_error=False).matrix]
    except segno.DataOverflowError:
        desk.report(problem("qr-too-long", place, count=len(said)))
        return ()
    module = side / (len(rows) + 2 * MARGIN)
    points: list[float] = []
    for i, row in enumerate(rows):
        at = 0
        for dark, group in groupby(row):
            length = len(list(group))
            if dark:
                points += _bar(x, y, module, (i, at, length))
            at += length
    ground = Marked("Artifact", (Shape(rectangle(x, y, side, side), fill=spec.colour("ground")),))
    code = Shape(Path("r" * (len(points) // 4), tuple(points)), fill=spec.colour("colour"), overprints=True)
    alt = spec.text("alt").format(said)
    figure = guarded(desk, Marked("Figure", (code,), alt=alt, box=(x, y, side, side)), place)
    return (ground, figure, Link(x, y, side, side, said, alt)) if ":" in said else (ground, figure)


def _bar(x: float, y: float, module: float, run: tuple[int, int, int]) -> tuple[float, float, float, float]:
    """Dark neighbours of a row as one rectangle: row, first column, count."""
    row, column, count = run
    return x + (MARGIN + column) * module, y + (MARGIN + row) * module, count * module, module
