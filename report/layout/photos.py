"""Pictures on their place: cropped around the point to keep, checked for resolution; a lattice where none is."""

from __future__ import annotations

from pathlib import Path

from report.content.model import Photo
from report.content.spec import Spec
from report.drawing import Marked, Picture, Shape, rectangle
from report.layout.desk import Desk, Frame, Placed
from report.layout.unitcharts import lattice_in
from report.problem import Severity, problem

WARN_PPI, LEAST_PPI = 300, 200
"""Effective resolution below which a picture is doubtful, and too low to print (print.md G21, G22)."""


def photo(desk: Desk, given: Photo, spec: Spec, frame: Frame) -> Placed:
    """The picture fills the frame's width and the height that the template gives."""
    height = spec.mm("height")
    box = (frame.x, frame.y, frame.width, height)
    path = Path(desk.folder, given.file)
    size = _size(desk, given, path)
    if size is None:
        return Placed(empty(spec, box), frame.y + height)
    crop = cover(size, frame.width / height, given.focus)
    _check_resolution(desk, given, crop, frame.width)
    picture = Picture(*box, str(path), crop, given.place)
    items = [Marked("Figure", (picture,), alt=given.alt, box=box)]
    if given.caption and spec.has("caption"):
        look = spec.sub("caption")
        x, y = look.point("at")
        style = desk.style(look.style("style"))
        caption = desk.line(given.caption, frame.x + x, frame.y + y, style, look.mm("width"))
        items.append(Marked("Caption", caption))
    return Placed(tuple(items), frame.y + height)


def empty(spec: Spec, box: tuple[float, float, float, float]) -> tuple[Marked, ...]:
    """A slot without a picture: pale ground and lattice, never a hole."""
    ground = Shape(rectangle(*box), fill=spec.colour("ground"))
    return (Marked("Artifact", (ground, *lattice_in(box, spec.sub("lattice")))),)


def cover(size: tuple[int, int], ratio: float, focus: tuple[float, float]) -> tuple[int, int, int, int]:
    """The largest part of a picture with this ratio of width to height, as near to the focus as the edges allow."""
    width, height = size
    used_width = min(width, round(height * ratio))
    used_height = min(height, round(width / ratio))
    left = min(max(round(focus[0] * width - used_width / 2), 0), width - used_width)
    top = min(max(round(focus[1] * height - used_height / 2), 0), height - used_height)
    return left, top, left + used_width, top + used_height


def _size(desk: Desk, given: Photo, path: Path) -> tuple[int, int] | None:
    """Width and height in pixels, or None with a problem when the file is no picture."""
    from report.colour import picture_size

    try:
        return picture_size(path)
    except (OSError, ValueError):
        desk.report(problem("bad-picture", given.place, file=given.file))
        return None


def _check_resolution(desk: Desk, given: Photo, crop: tuple[int, int, int, int], width: float) -> None:
    ppi = (crop[2] - crop[0]) / (width / 72)
    if ppi < WARN_PPI - 0.5:
        severity: Severity = "error" if ppi < LEAST_PPI else "warning"
        wanted = round(width / 72 * WARN_PPI)
        desk.report(
            problem(
                "low-resolution", given.place, severity, file=given.file, ppi=int(ppi), least=LEAST_PPI, pixels=wanted
            )
        )
