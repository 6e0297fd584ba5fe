"""What the caller asks of an imposition: layout, sheet, creep, grid; and the sheets that have names."""

from __future__ import annotations

import re
from typing import Literal

from report.deliver.impose.order import Way
from report.record import record
from report.units import MM

Layout = Literal["reader", "printer", "booklet", "repeat"]
LAYOUTS: tuple[Layout, ...] = ("reader", "printer", "booklet", "repeat")

SHEETS = {
    "A5": (148, 210),
    "A4": (210, 297),
    "A3": (297, 420),
    "A2": (420, 594),
    "A1": (594, 841),
    "B5": (176, 250),
    "B4": (250, 353),
    "B3": (353, 500),
    "SRA4": (225, 320),
    "SRA3": (320, 450),
    "SRA2": (450, 640),
    "正度8开": (273, 393),
    "正度4开": (393, 546),
    "正度对开": (546, 787),
    "正度全开": (787, 1092),
    "大度8开": (298, 444),
    "大度4开": (444, 597),
    "大度对开": (597, 889),
    "大度全开": (889, 1194),
}
"""Sheets as they come, in mm: ISO 216 and 217, and the parts of a sheet of 787 × 1092 (正度) or 889 × 1194 (大度)."""
OFFICE = ("A5", "A4", "A3")
"""Sheets of office printers, the largest last."""

Size = tuple[float, float]


@record
class Wanted:
    """An imposition; lengths in points, the sheet upright or not as it fits, `None` and "" where the layout decides.

    `insists` says that creep was asked for in so many words. `total` is the shift of the innermost sheet where it is
    given and not computed from the thickness of the paper.
    """

    layout: Layout = "printer"
    sheet: Size | None = None
    thickness: float = 0.0
    creep: Way = "in"
    insists: bool = False
    total: float | None = None
    blanks: Literal["", "end", "inside"] = ""
    grid: tuple[int, int] | None = None
    gap: float | None = None
    marks: bool | None = None
    bound: Literal["", "left", "right"] = ""
    whole_page: bool = False
    """Take pages without a TrimBox as they are seen."""


def sheet_named(text: str) -> Size | None:
    """A sheet by name or as 330x488mm, in points; None for neither."""
    name = text.strip().upper().replace("八开", "8开").replace("四开", "4开")
    if name in SHEETS:
        width, height = SHEETS[name]
        return width * MM, height * MM
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*[X×*]\s*(\d+(?:\.\d+)?)\s*(?:MM|毫米)?", name)
    sides = (float(found[1]) * MM, float(found[2]) * MM) if found else None
    return sides if sides and min(sides) >= 20 * MM and max(sides) <= 5000 * MM else None


def smallest(need: Size, names: tuple[str, ...] = tuple(SHEETS)) -> str:
    """The smallest named sheet that holds a size either way; "" where none does."""
    fitting = [name for name in names if _holds(SHEETS[name], need)]
    return min(fitting, key=lambda name: SHEETS[name][0] * SHEETS[name][1], default="")


def said(width: float, height: float) -> str:
    """A size in points as it is told."""
    return " × ".join(f"{round(side / MM, 1):g}" for side in (width, height)) + " mm"


def _holds(sheet: tuple[int, int], need: Size) -> bool:
    sides, wanted = sorted(sheet), sorted(need)
    return all(have * MM >= side - 0.01 for have, side in zip(sides, wanted, strict=True))
