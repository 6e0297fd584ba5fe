"""Rules about text: black, overprint, size, place (G10, G12, G13, G16, G17, G30, G31, C03 to C05, C07, C11)."""

from __future__ import annotations

from collections.abc import Iterator

from report.preflight.facts import Inspected, Sheet
from report.preflight.marks import Box, TextStyle
from report.preflight.rules.row import X4, Asked, Found, Rule, found, seen, touches
from report.units import MM

FILLED, INVISIBLE = (0, 2, 4, 6), (3, 7)
"""Text render modes (ISO 32000-1, 9.3.6)."""
SMALL, BODY = 9.0, 12.0
SAFE = 3 * MM - 0.05


def _shown(file: Inspected) -> Iterator[tuple[Sheet, TextStyle, Box]]:
    """Every style of text that is filled and stands on the sheet as cut or bled, with its first place."""
    for sheet in file.sheets:
        for style, boxes in sheet.marks.texts.items():
            box = seen(boxes, sheet.bled) if style.mode in FILLED and style.alpha > 0 else None
            if box:
                yield sheet, style, box


def points(size: float) -> str:
    return f"{size:.1f}".removesuffix(".0")


def white_overprints(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet, style, box in _shown(file):
        if style.fill.white and style.overprints:
            yield found(sheet, box, size=points(style.size))


def black_knocks_out(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet, style, box in _shown(file):
        overprints = style.overprints and style.opm == 1
        if style.size < BODY and style.fill.pure_black and style.fill.space.components == 4 and not overprints:
            yield found(sheet, box, size=points(style.size))


def grey_black(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet, style, box in _shown(file):
        if style.fill.pure_black and style.fill.space.components == 1 and not style.fill.space.inks:
            yield found(sheet, box, size=points(style.size))


def rich_small_black(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet, style, box in _shown(file):
        c, m, y, k = style.fill.process
        if style.size < BODY and k >= 0.85 and c + m + y > 0.005:
            yield found(sheet, box, size=points(style.size), colour=style.fill.said)


def many_inks(file: Inspected, _asked: Asked) -> Iterator[Found]:
    """Rich black is G16's."""
    for sheet, style, box in _shown(file):
        most = 1 if style.size < 5 else 2
        if style.size < SMALL and style.fill.count > most and style.fill.process[3] < 0.85:
            yield found(sheet, box, size=points(style.size), colour=style.fill.said, most=most)


def invisible(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet in file.sheets:
        for style, boxes in sheet.marks.texts.items():
            if style.mode in INVISIBLE:
                yield found(sheet, boxes[0])
                break


def emboldened(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet, style, box in _shown(file):
        if style.mode in (2, 6) and style.size < BODY and style.width > 0 and style.stroke == style.fill:
            yield found(sheet, box, size=points(style.size))


def black_by_conversion(file: Inspected, _asked: Asked) -> Iterator[Found]:
    """Black that a profile makes: it comes out on all four plates."""
    for sheet, style, box in _shown(file):
        space = style.fill.space
        if style.fill.looks_black and (space.red_green_blue or (space.family == "ICCBased" and space.components == 4)):
            yield found(sheet, box, size=points(style.size), colour=style.fill.said)


def black_on_tint(file: Inspected, _asked: Asked) -> Iterator[Found]:
    """Large black type; small is G12's."""
    for sheet in file.sheets:
        grounds = [
            box for path, boxes in sheet.marks.paths.items() if path.fill and not path.fill.white for box in boxes
        ]
        grounds += [image.box for image in sheet.images]
        for style, boxes in sheet.marks.texts.items():
            if style.size >= BODY and style.fill.pure_black and not style.overprints and style.mode in FILLED:
                box = next((box for box in boxes if any(_inside(box, ground) for ground in grounds)), None)
                if box:
                    yield found(sheet, box, size=points(style.size))


def _inside(inner: Box, outer: Box) -> bool:
    across, up = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] < across < outer[2] and outer[1] < up < outer[3]


def near_the_edge(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet in file.sheets:
        left, bottom, right, top = sheet.finished
        for style, boxes in sheet.marks.texts.items():
            for box in boxes if style.mode not in INVISIBLE else ():
                room = min(box[0] - left, box[1] - bottom, right - box[2], top - box[3])
                if room < SAFE and touches(box, sheet.finished):
                    yield found(sheet, box, room=f"{max(0.0, room) / MM:.1f}")


def tiny(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet, style, box in _shown(file):
        least = 7 if style.fill.white or style.fill.count > 1 else 5
        if style.size < least - 0.01:
            yield found(sheet, box, size=points(style.size), least=least)


def four_plates_black(file: Inspected, _asked: Asked) -> Iterator[Found]:
    """Black of all four plates in text; below 12 pt G16 speaks."""
    for sheet, style, box in _shown(file):
        if BODY <= style.size <= 24 and style.fill.looks_black and min(style.fill.process) > 0.01:
            yield found(sheet, box, colour=style.fill.said, total=f"{style.fill.total:.0f}")


RULES = (
    Rule("g10-white-text-overprint", (X4,), "error", white_overprints),
    Rule("g12-black-overprint", (X4,), "error", black_knocks_out),
    Rule("g13-grey-black", (X4,), "error", grey_black),
    Rule("g16-rich-black", (X4,), "error", rich_small_black),
    Rule("g17-many-inks", (X4,), "error", many_inks),
    Rule("g30-invisible-text", (X4,), "warning", invisible),
    Rule("g31-fake-bold", (X4,), "warning", emboldened),
    Rule("c03-black-plate", (X4,), "error", black_by_conversion),
    Rule("c04-black-on-tint", (X4,), "warning", black_on_tint),
    Rule("c05-safe-zone", (X4,), "error", near_the_edge),
    Rule("c07-tiny-text", (X4,), "warning", tiny),
    Rule("c11-four-blacks", (X4,), "error", four_plates_black),
)
