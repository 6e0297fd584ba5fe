"""Rules about what is painted: overprint, lines, ink (G11, G14, G15, G18 to G20, C08, C10, C11, C13)."""

from __future__ import annotations

from collections.abc import Iterator

from report.preflight.facts import Inspected, Sheet
from report.preflight.inks import Paint
from report.preflight.marks import Box, PathStyle
from report.preflight.rules.row import GB9704, X4, Asked, Found, Rule, area, found, seen

THIN, HAIR = 0.5, 0.25
LEAST_AREA = 15.0
"""Square millimetres over which the limit of ink counts."""


def _painted(file: Inspected) -> Iterator[tuple[Sheet, PathStyle, Box]]:
    """Every style of path that stands on the sheet as cut or bled, with its first place."""
    for sheet in file.sheets:
        for style, boxes in sheet.marks.paths.items():
            box = seen(boxes, sheet.bled) if style.alpha > 0 else None
            if box:
                yield sheet, style, box


def _paints(style: PathStyle) -> Iterator[tuple[Paint, bool]]:
    """Fill and stroke, each with whether it overprints."""
    if style.fill:
        yield style.fill, style.overprints
    if style.stroke:
        yield style.stroke, style.strokes_overprint


def points(width: float) -> str:
    return f"{width:.3g}"


def white_overprints(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet, style, box in _painted(file):
        if any(paint.white and over for paint, over in _paints(style)):
            yield found(sheet, box)


def thin_black_knocks_out(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet, style, box in _painted(file):
        if style.stroke and style.stroke.pure_black and style.width < 2.5 and not style.strokes_overprint:
            yield found(sheet, box, width=points(style.width))


def wrong_overprint(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet, style, box in _painted(file):
        for paint, over in _paints(style):
            yield from _wrong(sheet, box, paint, over, style.opm)
    for sheet in file.sheets:
        for text, boxes in sheet.marks.texts.items():
            yield from _wrong(sheet, boxes[0], text.fill, text.overprints, text.opm)


def _wrong(sheet: Sheet, box: Box, paint: Paint, over: bool, opm: int) -> Iterator[Found]:
    if over and paint.space.family == "DeviceCMYK" and opm != 1:
        yield found(sheet, box, what="OPM 0")
    elif over and paint.space.family == "DeviceGray":
        yield found(sheet, box, what="DeviceGray")


def hair_lines(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet, style, box in _painted(file):
        if style.stroke and style.width < HAIR - 0.001:
            yield found(sheet, box, width=points(style.width))


def thin_many_inks(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet, style, box in _painted(file):
        if style.stroke and style.width < THIN - 0.001 and style.stroke.count > 1:
            yield found(sheet, box, width=points(style.width), colour=style.stroke.said)


def too_much_ink(file: Inspected, asked: Asked) -> Iterator[Found]:
    """On plates where there are some, since what lies below counts; else colour by colour and picture by picture."""
    if file.plates:
        for page, measured in file.plates.pages.items():
            if measured.total > asked.ink + 1:
                yield found(page, measured.at, total=f"{measured.total:.0f}", most=f"{asked.ink:g}")
        return
    for sheet, style, box in _painted(file):
        for paint, _ in _paints(style):
            if paint.total > asked.ink + 0.5 and area(box) >= LEAST_AREA:
                yield found(sheet, box, total=f"{paint.total:.0f}", most=f"{asked.ink:g}")
    for sheet in file.sheets:
        for image in sheet.images:
            if image.ink and image.ink > asked.ink + 6:  # JPEG moves pixels by a percent or two an ink
                yield found(sheet, image.box, total=f"{image.ink:.0f}", most=f"{asked.ink:g}")


def faint(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet, style, box in _painted(file):
        for paint, _ in _paints(style):
            highest = max(paint.inks.values(), default=0.0) * style.alpha
            if 0.005 <= highest < 0.045:
                yield found(sheet, box, share=f"{100 * highest:.0f}")


def white_hair_lines(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet, style, box in _painted(file):
        if style.stroke and style.stroke.white and style.width < THIN - 0.001:
            yield found(sheet, box, width=points(style.width))


def black_areas(file: Inspected, asked: Asked) -> Iterator[Found]:
    for sheet, style, box in _painted(file):
        fill = style.fill
        if fill and fill.looks_black and fill.total > asked.ink + 0.5 and area(box) >= LEAST_AREA:
            yield found(sheet, box, colour=fill.said, total=f"{fill.total:.0f}")


def not_official(file: Inspected, _asked: Asked) -> Iterator[Found]:
    """GB/T 9704: K 100 and M 80 Y 80."""
    for sheet in file.sheets:
        paints = {style.fill: boxes[0] for style, boxes in sheet.marks.texts.items()}
        for style, boxes in sheet.marks.paths.items():
            paints.update({paint: boxes[0] for paint, _ in _paints(style)})
        for paint, box in paints.items():
            if not paint.white and not paint.pure_black and not _red(paint):
                yield found(sheet, box, colour=paint.said)


def _red(paint: Paint) -> bool:
    return all(abs(one - other) < 0.005 for one, other in zip(paint.process, (0, 0.8, 0.8, 0), strict=True))


RULES = (
    Rule("g11-white-overprint", (X4,), "error", white_overprints),
    Rule("g14-black-line-overprint", (X4,), "warning", thin_black_knocks_out),
    Rule("g15-overprint-mode", (X4,), "error", wrong_overprint),
    Rule("g18-hair-line", (X4,), "error", hair_lines),
    Rule("g19-line-inks", (X4,), "warning", thin_many_inks),
    Rule("g20-total-ink", (X4,), "error", too_much_ink),
    Rule("c08-faint-tint", (X4,), "warning", faint),
    Rule("c10-white-line", (X4,), "warning", white_hair_lines),
    Rule("c11-black-area", (X4,), "error", black_areas),
    Rule("c13-official-colours", (GB9704,), "notice", not_official),
)
