"""Rules about colour spaces and transparency (X32 to X34, X36, G07 to G09, G25, A2U)."""

from __future__ import annotations

from collections.abc import Iterator

from report.preflight.facts import Inspected, Intent, Sheet
from report.preflight.inks import Space
from report.preflight.marks import Box
from report.preflight.rules.row import A2U, X4, Asked, Found, Rule, found, seen

PROFILED = ("ICCBased", "CalRGB", "CalGray", "Lab")


def _spaces(file: Inspected) -> Iterator[tuple[Sheet, Space, str, Box]]:
    """Every space of every page, with what uses it first and where."""
    for sheet in file.sheets:
        for space, (what, box) in sheet.marks.spaces.items():
            yield sheet, space, what, box


def _cmyk(intents: list[Intent]) -> bool:
    return any(intent.components == 4 for intent in intents)


def device_rgb(file: Inspected, _asked: Asked) -> Iterator[Found]:
    """Only where a CMYK intent says how the file is printed; without one G07 speaks."""
    if _cmyk(list(file.intents)):
        for sheet, space, what, box in _spaces(file):
            if "DeviceRGB" in space.families:
                yield found(sheet, box, what=f"@{what}")


def bad_profiles(file: Inspected, _asked: Asked) -> Iterator[Found]:
    printed = {intent.profile.digest for intent in file.intents if intent.profile and intent.components == 4}
    for sheet, space, what, box in _spaces(file):
        for one in space.chain:
            if one.family == "ICCBased" and (not one.valid or one.profile in printed):
                yield found(sheet, box, what=f"@{what}", fault="@profile-same" if one.valid else "@profile-broken")


def spots_differ(file: Inspected, _asked: Asked) -> Iterator[Found]:
    known: dict[str, tuple[Space | None, str]] = {}
    for sheet, space, _, box in _spaces(file):
        for one in space.chain:
            if one.family == "Separation":
                for ink in one.spots:
                    if known.setdefault(ink, (one.base, one.tint)) != (one.base, one.tint):
                        yield found(sheet, box, name=ink)


def _blends(sheet: Sheet) -> set[str]:
    """The families of the blend spaces of a page and of what stands on it."""
    groups = {family for space in sheet.marks.groups for family in space.families}
    return groups | ({sheet.group} if sheet.group else set())


def rgb_blend(file: Inspected, _asked: Asked) -> Iterator[Found]:
    if _cmyk(list(file.intents)):
        yield from (found(sheet) for sheet in file.sheets if "DeviceRGB" in _blends(sheet))


def not_process(file: Inspected, _asked: Asked) -> Iterator[Found]:
    """What X32 has told is not told again."""
    told = _cmyk(list(file.intents))
    for sheet, space, what, box in _spaces(file):
        families = [f for f in space.families if f in PROFILED or (f == "DeviceRGB" and not told)]
        if families:
            yield found(sheet, box, what=f"@{what}", space=_called(space, families[0]))


def _called(space: Space, family: str) -> str:
    kinds = {1: "Gray", 3: "RGB", 4: "CMYK"}
    components = next((one.components for one in space.chain if one.family == family), 0)
    return f"ICC {kinds.get(components, '?')}" if family == "ICCBased" else family


def spots(file: Inspected, asked: Asked) -> Iterator[Found]:
    for sheet, space, _, box in _spaces(file):
        for ink in (ink for one in space.chain for ink in one.spots):
            if ink not in asked.spots:
                yield found(sheet, box, name=ink)


def all_inks(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet in file.sheets:
        for style, boxes in sheet.marks.paths.items():
            paints = [paint for paint in (style.fill, style.stroke) if paint and "All" in paint.space.inks]
            box = seen(boxes, sheet.finished) if paints else None
            if box:
                yield found(sheet, box)
        for text, boxes in sheet.marks.texts.items():
            box = seen(boxes, sheet.finished) if "All" in text.fill.space.inks else None
            if box:
                yield found(sheet, box)


def blend_not_cmyk(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet in file.sheets:
        if sheet.marks.transparent and sheet.group != "DeviceCMYK":
            yield found(sheet, space=sheet.group or "-")


def archive_colour(file: Inspected, _asked: Asked) -> Iterator[Found]:
    """ISO 19005-2, 6.2.4.3: device colour takes an intent of the same kind; grey does with any."""
    intents = [intent for intent in file.intents if intent.subtype == "GTS_PDFA1" and intent.profile]
    held = {intent.components for intent in intents}
    allowed = {"DeviceGray": {1, 3, 4}, "DeviceRGB": {3}, "DeviceCMYK": {4}}
    for sheet, space, what, box in _spaces(file):
        for family in space.families:
            if family in allowed and not held & allowed[family]:
                yield found(sheet, box, what=f"@{what}", space=family)


def archive_blend(file: Inspected, _asked: Asked) -> Iterator[Found]:
    """ISO 19005-2, 6.2.10: without an intent a page with transparency says its blend space."""
    if not any(intent.subtype == "GTS_PDFA1" for intent in file.intents):
        yield from (found(s) for s in file.sheets if s.marks.transparent and s.group in ("", "none"))


def archive_overprint(file: Inspected, _asked: Asked) -> Iterator[Found]:
    """ISO 19005-2, 6.2.4.2."""
    for sheet in file.sheets:
        for path, boxes in sheet.marks.paths.items():
            for paint, over in ((path.fill, path.overprints), (path.stroke, path.strokes_overprint)):
                if (
                    paint
                    and over
                    and path.opm == 1
                    and paint.space.family == "ICCBased"
                    and paint.space.components == 4
                ):
                    yield found(sheet, boxes[0])
        for text, boxes in sheet.marks.texts.items():
            space = text.fill.space
            if text.overprints and text.opm == 1 and space.family == "ICCBased" and space.components == 4:
                yield found(sheet, boxes[0])


RULES = (
    Rule("x32-device-rgb", (X4,), "error", device_rgb),
    Rule("x33-profile", (X4,), "error", bad_profiles),
    Rule("x34-spot-twice", (X4, A2U), "error", spots_differ),
    Rule("x36-rgb-blend", (X4,), "error", rgb_blend),
    Rule("a2u-colour", (A2U,), "error", archive_colour),
    Rule("a2u-blend", (A2U,), "error", archive_blend),
    Rule("a2u-overprint", (A2U,), "error", archive_overprint),
    Rule("g07-not-process", (X4,), "error", not_process),
    Rule("g08-spot", (X4,), "error", spots),
    Rule("g09-all-inks", (X4,), "error", all_inks),
    Rule("g25-blend-not-cmyk", (X4,), "error", blend_not_cmyk),
)
