"""Pictures on their place: cropped around the point to keep, checked for resolution; a lattice where none is."""

from __future__ import annotations

from pathlib import Path

from report.content.model import Cover, Inline, Photo, Prose, Report
from report.content.spec import Spec
from report.drawing import Marked, Picture, Shape, rectangle
from report.layout.blocks.setting import rule_of
from report.layout.desk import Desk, Frame, Placed
from report.layout.vectors import Size, is_vector, placed
from report.layout.vectors import size_of as vector_size
from report.problem import Severity, problem
from report.record import replace

MILLION = 1_000_000
APART = "\u3000"
"""What stands between a caption and a credit."""
WARN_PPI, LEAST_PPI = 300, 200
"""Effective resolution below which a picture is doubtful, and too low to print (print.md G21, G22)."""


Box = tuple[float, float, float, float]
CREDIT = "credit"
"""Words of the theme for who took a picture."""


def photo(desk: Desk, given: Photo, spec: Spec, frame: Frame) -> Placed:
    """The picture fills the frame's width and the height that the template gives."""
    height = spec.mm("height")
    box = (frame.x, frame.y, frame.width, height)
    items = picture(desk, given, spec, box)
    said = credited(desk, given)
    if said and spec.has("caption") and items[0].role == "Figure":
        look = spec.sub("caption")
        x, y = look.point("at")
        style = desk.style(look.style("style"))
        caption = desk.line(said, frame.x + x, frame.y + y, style, look.mm("width"))
        items = (*items, Marked("Caption", caption))
    return Placed(items, frame.y + height)


def credited(desk: Desk, given: Photo) -> Prose:
    """The caption, and after it who took the picture."""
    if not given.credit:
        return given.caption
    labels = desk.theme.root.sub("labels")
    before, _, after = labels.text(CREDIT).partition("{name}")
    credit = (Inline(before, given.place), *given.credit[0], Inline(after, given.place))
    own = tuple(inline for inline in credit if inline.text)
    if not given.caption:
        return (own,)
    return (*given.caption[:-1], (*given.caption[-1], Inline(APART, given.place), *own))


def picture(
    desk: Desk, given: Photo, spec: Spec, box: Box, shares: tuple[float, float] = (0.0, 1.0)
) -> tuple[Marked, ...]:
    """The picture cropped to a box around its focus; `shares` are the left and right edge of the part that is shown of
    what fills that box's height, for one half of a spread. Without a readable picture, an empty slot."""
    path = Path(desk.folder, given.file)
    size = size_of(desk, given)
    if size is None:
        return empty(spec, box)
    if spec.flag("contain"):
        box = _contained(size, box)
    if is_vector(given):
        return (*placed(desk, given, Size(*size), box, shares), *_framed(spec, box))
    width, height = box[2:]
    left, top, right, bottom = cover(
        (round(size[0]), round(size[1])), width / (shares[1] - shares[0]) / height, given.focus
    )
    across = right - left
    crop = (left + round(across * shares[0]), top, left + round(across * shares[1]), bottom)
    _check_resolution(desk, given, crop, width)
    shown = Marked("Figure", (Picture(*box, str(path), crop, given.place),), alt=given.alt, box=box)
    return (shown, *_framed(spec, box))


def _framed(spec: Spec, box: Box) -> tuple[Marked, ...]:
    """The line around a picture, half of it outside, where the theme has one."""
    if not spec.has("frame"):
        return ()
    return (Marked("Artifact", (Shape(rectangle(*box), stroke=rule_of(spec.sub("frame"))),)),)


def spread_art(report: Report) -> Photo | None:
    """The picture that covers front, spine and back, if the cover has one."""
    cover = next((one for one in report.body if isinstance(one, Cover)), None)
    if cover is None or cover.photo is None or not cover.photo.spread:
        return None
    return replace(cover.photo, alt=cover.photo.alt or report.about.title)


def _contained(size: tuple[float, float], box: Box) -> Box:
    """The upper left part of a box with the shape of the picture."""
    x, y, width, height = box
    scale = min(width / size[0], height / size[1])
    return x, y, size[0] * scale, size[1] * scale


def empty(spec: Spec, box: Box) -> tuple[Marked, ...]:
    """A slot without a picture: pale ground and lattice, never a hole."""
    from report.layout.unitcharts import lattice_in

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


def size_of(desk: Desk, given: Photo) -> tuple[float, float] | None:
    """Width and height in pixels, of a drawing in its own units; or None with a problem when the file is no picture
    that can be printed."""
    if is_vector(given):
        return vector_size(desk, given)
    from report.raster import MOST, read_header

    try:
        found = read_header(Path(desk.folder, given.file))
    except (OSError, ValueError, SyntaxError):
        desk.report(problem("bad-picture", given.place, file=given.file))
        return None
    if found.fault == "huge":
        given_, most = found.width * found.height // MILLION, MOST // MILLION
        desk.report(problem("picture-huge", given.place, file=given.file, given=given_, most=most))
    elif found.fault:
        desk.report(problem("picture-kind", given.place, file=given.file))
    return None if found.fault else (found.width, found.height)


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
