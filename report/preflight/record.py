"""The record of a judgement: what the certificate shows and `--json` prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from report.preflight.facts import Inspected
from report.preflight.inks import PROCESS
from report.preflight.judgement import Judgement
from report.preflight.rules import A2U, GB9704, UA1, X4
from report.preflight.rules.row import mm
from report.problem import ranges

Json = dict[str, Any]


def as_record(judged: Judgement) -> Json:
    """What stands in the file, without the problems, whose words depend on the language."""
    file = judged.file
    if file is None:
        return {"pages": 0, "standards": _standards(judged), "readable": False}
    return {
        "readable": True,
        "sha256": file.sha256,
        "bytes": file.size,
        "version": file.header,
        "title": file.info.get("Title", ""),
        "producer": file.info.get("Producer", ""),
        "pages": len(file.sheets),
        "standards": _standards(judged),
        "condition": next((intent.identifier for intent in file.intents), ""),
        "boxes": boxes(file),
        "fonts": list(_fonts(file)),
        "images": list(_images(file)),
        "inks": sorted(inks(file), key=_in_order),
        "plates": list(file.plates.names) if file.plates else None,
        "black_text": black_text(file),
        "max_ink": max_ink(file, judged.asked.ink),
    }


def _standards(judged: Judgement) -> list[Json]:
    claimed = judged.file.claimed if judged.file else ()
    names = [name for name in (X4, A2U, UA1, GB9704) if name in judged.asked.standards or name in claimed]
    return [
        {
            "name": name,
            "claimed": name in claimed,
            "judged": name in judged.asked.standards,
            "errors": judged.errors_of(name) if name in judged.asked.standards else None,
        }
        for name in names
    ]


def _in_order(ink: str) -> tuple[int, str]:
    return (PROCESS.index(ink) if ink in PROCESS else len(PROCESS), ink)


def boxes(file: Inspected) -> list[Json]:
    """Each kind of page: finished size, bleed on its four sides (left, bottom, right, top), in millimetres."""
    kinds: dict[tuple[str, ...], list[int]] = {}
    for sheet in file.sheets:
        left, bottom, right, top = sheet.finished
        outer = sheet.bled
        bleed = (left - outer[0], bottom - outer[1], outer[2] - right, outer[3] - top)
        said = (mm(right - left), mm(top - bottom), *(mm(max(0.0, side)) for side in bleed))
        kinds.setdefault(said, []).append(sheet.number)
    return [
        {
            "pages": ranges(pages),
            "trim_mm": [float(said[0]), float(said[1])],
            "bleed_mm": [float(side) for side in said[2:]],
        }
        for said, pages in kinds.items()
    ]


def _fonts(file: Inspected) -> Iterator[Json]:
    """Fonts by name; the horizontal and the vertical use of one are one font."""
    seen: dict[str, Json] = {}
    for font in file.fonts:
        held = seen.setdefault(
            font.name, {"name": font.plain, "kind": font.kind, "embedded": True, "subset": font.subset, "glyphs": 0}
        )
        held["embedded"] = held["embedded"] and font.embedded
        held["glyphs"] += font.used
    yield from seen.values()


def _images(file: Inspected) -> Iterator[Json]:
    for sheet in file.sheets:
        for image in sheet.images:
            yield {
                "page": image.page,
                "name": image.name,
                "pixels": list(image.pixels),
                "ppi": round(image.ppi),
                "space": image.space.family if image.space else "mask",
                "bits": image.bits,
                "max_ink": image.ink,
            }


def inks(file: Inspected) -> set[str]:
    """The inks that the colours of the file call for; a picture calls for all of its space."""
    found: set[str] = set()
    for sheet in file.sheets:
        for path in sheet.marks.paths:
            for paint in (path.fill, path.stroke):
                found |= {ink for ink, share in paint.inks.items() if share > 0.001} if paint else set()
        for text in sheet.marks.texts:
            found |= {ink for ink, share in text.fill.inks.items() if share > 0.001}
        for image in sheet.images:
            families = image.space.families if image.space else ()
            found |= set(PROCESS) if "DeviceCMYK" in families else {"Black"} if "DeviceGray" in families else set()
            found |= set(image.space.spots) if image.space else set()
    return found


def black_text(file: Inspected) -> Json:
    """Strings of black text by how they are black: `k_overprint`, `k_knockout`, `other` (grey, rich, converted)."""
    counts: Counter[str] = Counter()
    for sheet in file.sheets:
        for style, places in sheet.marks.texts.items():
            if style.fill.looks_black and style.mode in (0, 2, 4, 6):
                c, m, y, k = style.fill.process
                if k < 0.995 and style.fill.known and c + m + y < 0.001:
                    continue  # a tint of black alone is grey
                pure = style.fill.pure_black and style.fill.space.components == 4
                kind = ("k_overprint" if style.overprints and style.opm == 1 else "k_knockout") if pure else "other"
                counts[kind] += len(places)
    return {kind: counts[kind] for kind in ("k_overprint", "k_knockout", "other")}


def max_ink(file: Inspected, limit: float) -> Json:
    """The highest total ink in percent, its page, and whether it was measured on plates."""
    if file.plates and file.plates.pages:
        page, held = max(file.plates.pages.items(), key=lambda item: item[1].total)
        return {"percent": held.total, "page": page, "measured": True, "limit": limit}
    highest, page = 0.0, 0
    for sheet in file.sheets:
        paints = [paint for path in sheet.marks.paths for paint in (path.fill, path.stroke) if paint]
        paints += [style.fill for style in sheet.marks.texts]
        # printer's marks are on all plates by their nature, and off the sheet when it is cut
        totals = [paint.total for paint in paints if "All" not in paint.space.inks]
        totals += [image.ink for image in sheet.images if image.ink]
        if totals and max(totals) > highest:
            highest, page = max(totals), sheet.number
    return {"percent": round(highest, 1), "page": page or None, "measured": False, "limit": limit}
