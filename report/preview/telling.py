"""Takes as the page is told of them: pages, problems, figures, lines of the source."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from report.content import numerals
from report.messages import Language, as_json, fill
from report.messages.ledger import CLASSES, STATUSES
from report.preview.grids import overlays
from report.preview.moorings import Moorings
from report.preview.pictures import plates_of
from report.preview.places import spots
from report.preview.takes import Leaf, Take

Json = dict[str, Any]
AROUND = 7
"""Lines of the source shown before and after the one that is meant."""
WIDE = 400
"""Characters of a line that are shown."""
TEXTS = frozenset({".yaml", ".yml", ".csv", ".txt"})
"""Files whose lines can be shown."""


def state(take: Take, file: str, language: Language) -> Json:
    """All that the page shows of a take, but for pictures."""
    stage = take.stage
    found: Json = {
        "take": take.number,
        "file": file,
        "stale": take.stale,
        "seconds": round(take.seconds, 3),
        "changed": [] if take.stale else list(take.changed),
        "problems": [as_json(one, language, file) for one in take.problems],
        "pages": [_page(leaf) for leaf in take.leaves],
    }
    if stage is not None:
        edition = stage.report.edition
        found |= {
            "title": stage.report.about.title,
            "delivery": stage.delivery.name,
            "deliveries": [one.name for one in stage.report.deliveries],
            "first": edition.first_page,
            "plates": list(plates_of(stage)),
            "overlays": overlays(stage),
        }
    return found


def _page(leaf: Leaf) -> Json:
    sheet = leaf.page.sheet
    size = {"width": round(sheet.width, 3), "height": round(sheet.height, 3), "bleed": round(sheet.bleed, 3)}
    return {"number": leaf.page.number, "label": leaf.page.label, "version": leaf.version, **size}


def spots_of(leaf: Leaf, moorings: Moorings) -> list[Json]:
    """The parts of a page with their places, in points from the top left of the trim."""
    return [
        {"box": [round(side, 2) for side in spot.box], "text": spot.text, **_place(*moorings.place(spot.place))}
        for spot in spots(leaf.page.items)
    ]


def ledger(take: Take, language: Language) -> list[Json]:
    """Every figure: what it says, on what ground, where it was written and printed."""
    rows = take.stage.ledger if take.stage is not None else ()
    found = []
    for entry, page in rows:
        source = fill(CLASSES[entry.source], language)[0] if entry.source in CLASSES else entry.source
        told = {"text": entry.text, "value": numerals.plain(entry.value), "unit": entry.unit, "page": page}
        said = {"status": entry.status, "said": fill(STATUSES[entry.status], language)[0], "source": source}
        found.append({**told, **said, "context": entry.context, **_place(*entry.place)})
    return found


def _place(file: str, line: int, column: int) -> Json:
    return {"file": file, "line": line, "column": column}


def excerpt(take: Take, home: Path, file: str, line: int) -> Json | None:
    """Lines around a line of a file of the report; None for any other file, and for one outside the report's folder."""
    if file not in take.inputs or Path(file).suffix.lower() not in TEXTS:
        return None
    path = Path(file).resolve()
    if not path.is_relative_to(home.resolve()):
        return None
    try:
        lines = re.split(r"\r\n|\r|\n", path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return None
    first = max(1, line - AROUND)
    shown = lines[first - 1 : line + AROUND]
    return {"file": file, "line": line, "first": first, "lines": [text[:WIDE] for text in shown]}
