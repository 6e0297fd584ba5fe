"""Rules about pages: boxes, annotations, actions, layers (X15 to X18, X37 to X41, G01 to G06, C01 and others)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from report.preflight.facts import Inspected, Sheet
from report.preflight.marks import Box
from report.preflight.rules.row import A2U, X4, Asked, Found, Rule, area, found, mm, touches
from report.units import MM

SLACK = 0.05
"""Points by which boxes may be off, since writers round."""
SIZES = (
    (297, 420), (210, 297), (148, 210), (105, 148), (176, 250), (125, 176), (182, 257), (210, 285), (285, 420),
    (185, 260), (260, 370), (190, 260), (170, 230), (170, 240), (140, 203), (140, 210), (130, 185), (145, 210),
    (210, 210), (250, 250), (285, 285), (210, 100), (95, 210), (54, 90), (420, 594), (594, 841),
)  # fmt: skip
"""Finished sizes that shops cut every day, in millimetres: ISO, JIS B5, 大16开, 正16开, 32开 and their like."""


def without_trim(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet in file.sheets:
        if (sheet.trim is None) == (sheet.art is None):
            yield found(sheet, what="@trim-and-art" if sheet.trim else "@no-trim")


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer[0] - SLACK <= inner[0]
        and outer[1] - SLACK <= inner[1]
        and outer[2] + SLACK >= inner[2]
        and outer[3] + SLACK >= inner[3]
    )


def boxes_crossed(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet in file.sheets:
        bleed = sheet.bleed or sheet.media
        pairs = [("BleedBox", "MediaBox", sheet.media, bleed)]
        if sheet.trim or sheet.art:
            pairs.append(("TrimBox", "BleedBox", bleed, sheet.finished))
        if sheet.crop:
            pairs.append(("BleedBox", "CropBox", sheet.crop, bleed))
        yield from (found(sheet, inner=inner, outer=outer) for inner, outer, o, i in pairs if not _holds(o, i))


def print_areas(file: Inspected, _asked: Asked) -> Iterator[Found]:
    if file.catalog.areas:
        yield found(names="、".join(file.catalog.areas))


def _pages_with(file: Inspected, what: str) -> Iterator[Found]:
    yield from (found(sheet) for sheet in file.sheets if what in sheet.odd)


def separated_pages(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from _pages_with(file, "separation")


def notes_in_print(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet in file.sheets:
        within = sheet.bleed or sheet.finished
        for note in sheet.notes:
            if note.subtype not in ("PrinterMark", "TrapNet", "Popup") and note.box and touches(note.box, within):
                yield found(sheet, note.box, kind=note.subtype)


def actions(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from (found(what=what) for what in file.catalog.actions)
    if ("script", "") in file.odd and "JavaScript" not in " ".join(file.catalog.actions):
        yield found(what="JavaScript")
    for sheet in file.sheets:
        if "actions" in sheet.odd:
            yield found(sheet, what="AA")
        yield from (found(sheet, note.box, what=f"{note.subtype} {note.action}") for note in sheet.notes if note.action)


ALLOWED = ("GoTo", "GoToR", "GoToE", "URI", "Named", "SubmitForm", "Thread")


def archive_actions(file: Inspected, _asked: Asked) -> Iterator[Found]:
    """ISO 19005-2, 6.5.1 and 6.5.2."""
    for said in file.catalog.actions:
        if said.rpartition("/")[2] not in ALLOWED:
            yield found(what=said)
    if ("script", "") in file.odd and "JavaScript" not in " ".join(file.catalog.actions):
        yield found(what="JavaScript")
    for sheet in file.sheets:
        if "actions" in sheet.odd:
            yield found(sheet, what="AA")
        for note in sheet.notes:
            if note.action and note.action not in ALLOWED:
                yield found(sheet, note.box, what=f"{note.subtype} {note.action}")


def archive_notes(file: Inspected, _asked: Asked) -> Iterator[Found]:
    """ISO 19005-2, 6.3: kinds that move or sound, and those that have no appearance."""
    for sheet in file.sheets:
        for note in sheet.notes:
            if note.subtype in ("3D", "Sound", "Screen", "Movie", "RichMedia") or (
                not note.drawn and note.subtype not in ("Popup", "Link") and note.box and area(note.box)
            ):
                yield found(sheet, note.box, kind=note.subtype)


def forms(file: Inspected, _asked: Asked) -> Iterator[Found]:
    if file.catalog.xfa:
        yield found(what="XFA")
    fields = [sheet for sheet in file.sheets if any(note.subtype == "Widget" for note in sheet.notes)]
    if fields:
        yield found(fields[0], what="Widget")
    elif file.catalog.fields:
        yield found(what="AcroForm")


def layer_faults(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from (found(what=fault) for fault in file.layers.faults)


def presented(file: Inspected, _asked: Asked) -> Iterator[Found]:
    if file.catalog.presentations:
        yield found(what="AlternatePresentations")
    for sheet in file.sheets:
        yield from (found(sheet, what=name) for name in ("transition", "steps") if name in sheet.odd)


def unreadable(file: Inspected, _asked: Asked) -> Iterator[Found]:
    if not file.sheets:
        yield found(what="@no-pages")
    yield from (found(what=fault) for fault in file.faults if not fault.startswith("Page "))
    for sheet in file.sheets:
        if ("broken", "") in sheet.marks.odd or f"Page {sheet.number}" in file.faults:
            yield found(sheet, what="@content")
        elif ("too-much", "") in sheet.marks.odd:
            yield found(sheet, what="@too-much")


def _size(sheet: Sheet) -> tuple[str, str]:
    left, bottom, right, top = sheet.finished
    across, up = mm((right - left) * sheet.unit), mm((top - bottom) * sheet.unit)
    return (up, across) if sheet.rotate in (90, 270) else (across, up)


def sizes_differ(file: Inspected, _asked: Asked) -> Iterator[Found]:
    sizes = Counter(_size(sheet) for sheet in file.sheets)
    if len(sizes) > 1:
        usual = sizes.most_common(1)[0][0]
        for sheet in file.sheets:
            if _size(sheet) != usual:
                yield found(sheet, size=" × ".join(_size(sheet)), usual=" × ".join(usual))


def turned(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from (found(sheet, angle=sheet.rotate) for sheet in file.sheets if sheet.rotate)


def scaled(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from (found(sheet, unit=f"{sheet.unit:g}") for sheet in file.sheets if sheet.unit != 1)


def cropped(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet in file.sheets:
        if sheet.crop and not (_holds(sheet.crop, sheet.media) and _holds(sheet.media, sheet.crop)):
            yield found(sheet)


def empty(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from (found(sheet) for sheet in file.sheets if sheet.marks.empty)


def layers(file: Inspected, _asked: Asked) -> Iterator[Found]:
    if file.layers.groups:
        yield found(count=file.layers.groups)


def bleed_short(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet in file.sheets:
        inner, outer = sheet.finished, sheet.bled
        least = min(inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3])
        if least < 3 * MM - SLACK:
            yield found(sheet, bleed=mm(max(0.0, least)))


def not_by_fours(file: Inspected, _asked: Asked) -> Iterator[Found]:
    count = len(file.sheets)
    if count > 2 and count % 4:
        yield found(count=count, more=4 - count % 4)


def unusual_size(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet in file.sheets:
        across, up = (float(side) for side in _size(sheet))
        if not any(
            max(abs(across - one), abs(up - other)) <= 1 or max(abs(across - other), abs(up - one)) <= 1
            for one, other in SIZES
        ):
            yield found(sheet, size=f"{across:g} × {up:g}")


RULES = (
    Rule("x15-trim-box", (X4,), "error", without_trim),
    Rule("x16-boxes", (X4,), "error", boxes_crossed),
    Rule("x17-print-area", (X4,), "error", print_areas),
    Rule("x18-separated", (X4,), "error", separated_pages),
    Rule("x37-annotation", (X4,), "error", notes_in_print),
    Rule("x38-action", (X4,), "error", actions),
    Rule("x39-form", (X4,), "error", forms),
    Rule("x40-layer-setup", (X4, A2U), "error", layer_faults),
    Rule("x41-presentation", (X4, A2U), "error", presented),
    Rule("a2u-action", (A2U,), "error", archive_actions),
    Rule("a2u-annotation", (A2U,), "error", archive_notes),
    Rule("g01-unreadable", (X4, A2U), "error", unreadable),
    Rule("g02-sizes-differ", (X4,), "error", sizes_differ),
    Rule("g03-turned", (X4,), "warning", turned),
    Rule("g04-scaled", (X4,), "error", scaled),
    Rule("g05-cropped", (X4,), "error", cropped),
    Rule("g06-empty-page", (X4,), "warning", empty),
    Rule("g26-layers", (X4,), "warning", layers),
    Rule("c01-bleed", (X4,), "error", bleed_short),
    Rule("c06-page-count", (X4,), "warning", not_by_fours),
    Rule("c09-finished-size", (X4,), "warning", unusual_size),
)
