"""Imposed files read back with nothing but their own operators and poppler."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pikepdf

from report.units import MM
from tests import tools


class Found(NamedTuple):
    """A page on a sheet: its number, the box it is clipped to, the matrix in front of it (points)."""

    page: int
    clip: tuple[float, ...]
    matrix: tuple[float, ...]


def placed(page: Any) -> list[Found]:
    """The pages of a sheet in the order of their painting; fringes are left out."""
    found, clip, matrix = [], (), ()
    for instruction in pikepdf.parse_content_stream(page):
        operands = instruction.operands
        match str(instruction.operator):
            case "re":
                x, y, width, height = map(float, operands)
                clip = (x, y, x + width, y + height)
            case "cm":
                matrix = tuple(map(float, operands))
            case "Do" if str(operands[0]).startswith("/P"):
                found.append(Found(int(str(operands[0])[2:]), clip, matrix))
    return found


def box(page: Any, key: str) -> tuple[float, ...]:
    return tuple(float(side) for side in page.obj[key])


def text_within(path: Path, number: int, area: tuple[float, float, float, float]) -> str:
    """The characters of a part of a page, sorted; the area in points, from the lower left corner of the page."""
    with pikepdf.open(path) as pdf:
        height = box(pdf.pages[number - 1], "/MediaBox")[3]
    left, bottom, right, top = area
    corner = ["-x", round(left), "-y", round(height - top), "-W", round(right - left), "-H", round(top - bottom)]
    said = tools.run("pdftotext", "-r", 72, "-f", number, "-l", number, *corner, path, "-")
    return "".join(sorted("".join(said.split())))


def mm(points: float) -> float:
    return points / MM
