"""What stands on the spine of a book: title and issuer in upright characters, from the head downwards."""

from __future__ import annotations

from report.colour import Colour
from report.content.model import Report
from report.content.spec import Spec
from report.drawing import Item, Marked, Shape, rectangle
from report.layout.desk import Desk
from report.problem import problem
from report.record import replace
from report.typeset import Paragraph, Span, set_vertical
from report.units import mm

LEAST_SIZE = 6.0
"""Points below which nobody reads a spine on a shelf."""
FAR = 1.0
"""How far the ground of a label reaches over its words, in em."""


def spine_items(
    desk: Desk, report: Report, look: Spec, spine: tuple[float, float], *, covered: bool
) -> tuple[Item, ...]:
    """The words of a spine with its left edge and width, artifacts, since the front says them; on one that is `covered`
    by a picture they stand on labels. A spine too narrow has no words, which is told; no spine, nothing."""
    left, width = spine
    if not width:
        return ()
    found: list[Item] = []
    place = report.printing.places.get("spine") or report.sheet.place
    if width < look.mm("least"):
        desk.report(
            problem("spine-narrow", place, "notice", width=f"{mm(width):.1f}", least=f"{mm(look.mm('least')):g}")
        )
        return ()
    colour = look.colour("colour") if look.has("colour") else None
    issuer = _set(desk, look.sub("issuer"), report.about.body, width * look.number("share"), colour)
    foot = look.sub("issuer").mm("foot") + report.sheet.height - desk.theme.root.sub("page").mm("height")
    top = foot - (_length(issuer) if issuer is not None else 0.0)
    head = look.sub("title").mm("at")
    title = _title(desk, look.sub("title"), report.about.title, (width * look.number("share"), top - head), colour)
    if title is None:
        desk.report(problem("spine-long", place, "warning", title=report.about.title, room=f"{mm(top - head):.0f}"))
    for column, y in ((title, head), (issuer, top)):
        if column is not None:
            label = _label(column, look, (left, y, width)) if covered and look.has("label") else ()
            found.append(Marked("Artifact", (*label, *column.items(left + width / 2, y))))
    return tuple(found)


def _title(
    desk: Desk, look: Spec, said: str, room: tuple[float, float], colour: Colour | None = None
) -> Paragraph | None:
    """A title as large as width and height of the room allow; None where that is too small to read."""
    size, height = room
    while size >= LEAST_SIZE:
        column = _set(desk, look, said, size, colour)
        if column is None or _length(column) <= height:
            return column
        size -= 0.5
    return None


def _set(desk: Desk, look: Spec, said: str, size: float, colour: Colour | None = None) -> Paragraph | None:
    """Words in one column, no larger than a size; None without words."""
    spec = look.style("style")
    size = min(size, spec.size)
    if not said or size < LEAST_SIZE:
        return None
    style = replace(desk.style(spec, colour), size=size)
    pitch = spec.pitch * size / spec.size
    return set_vertical([Span(said)], style, desk.faces, pitch, None)


def _length(column: Paragraph) -> float:
    """From the top of the column to the end of its lowest run; what stands across the column ends at its baseline."""
    runs = [run for line in column.lines for run in line.runs]
    return max((run.y + (run.width if run.vertical or run.turn else 0.0) for run in runs), default=0.0)


def _label(column: Paragraph, look: Spec, at: tuple[float, float, float]) -> tuple[Item, ...]:
    """The ground below words on a picture."""
    left, y, width = at
    far = FAR * look.sub("title").style("style").size / 2
    return (Shape(rectangle(left, y - far, width, _length(column) + 2 * far), fill=look.colour("label")),)
