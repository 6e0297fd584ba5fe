"""Mathematics of a label into runs and shapes: set by matplotlib's mathtext in the faces of the document.

What these faces lack (large signs, rare operators) is drawn as outlines of the fonts that come with matplotlib; no font
of the machine is looked at.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from os.path import realpath
from pathlib import Path
from typing import Any

import matplotlib
from matplotlib import font_manager
from matplotlib.font_manager import FontEntry, FontProperties
from matplotlib.ft2font import LoadFlags
from matplotlib.mathtext import MathTextParser

from report.charts.renderer import DECIMALS, DPI, segments
from report.content.catalogue import FaceRecord
from report.drawing import Item, Run, Shape, rectangle
from report.named import NamedTuple
from report.problem import Problem, problem
from report.typeset import Span, TextStyle
from report.typeset.faces import Faces, missing_glyph_problem

FINE = 64
"""Formulas are set at so many dots to the point, since mathtext rounds their size to whole dots."""
DUMMY = 0xA4
"""What mathtext sets for a character that no font has."""
NORMAL, BOLD = 400, 700


class Formula(NamedTuple):
    """A formula at the origin, its baseline y = 0."""

    items: tuple[Item, ...]
    width: float
    problems: tuple[Problem, ...]


def formula(span: Span, style: TextStyle, faces: Faces) -> Formula:
    """A formula, given without its dollar signs; one that cannot be read is a problem."""
    roles = _roles(style, faces)
    prop = FontProperties(family=[_name(roles["rm"])], size=style.size, math_fontfamily="custom")
    try:
        with _fonts(roles):
            found = MathTextParser("path").parse(f"${span.text}$", dpi=DPI * FINE, prop=prop)
    except ValueError:
        return Formula((), 0.0, (problem("bad-math", span.place, text=span.text),))
    items: list[Item] = [_glyph(glyph, style, faces) for glyph in found.glyphs if not _absent(glyph, span)]
    for x, y, width, height in found.rects:
        items.append(Shape(rectangle(*_rounded(x, -y - height, width, height)), fill=style.colour))
    lacking = (missing_glyph_problem("?", style.family, span.place),) if len(found.glyphs) > len(items) else ()
    return Formula(tuple(items), found.width / FINE, lacking)


def _absent(glyph: Any, span: Span) -> bool:
    return glyph[2] == DUMMY and chr(DUMMY) not in span.text


def _rounded(*dots: float) -> tuple[float, ...]:
    """Dots as points."""
    return tuple(round(float(v) / FINE, DECIMALS) + 0.0 for v in dots)


def _glyph(glyph: Any, style: TextStyle, faces: Faces) -> Item:
    """A glyph of a face of ours as text, of another font as its outline."""
    font, size, code, index, x, y = glyph
    at = _rounded(x, -y)
    record = _paths(faces).get(str(font.fname))
    if record is None:
        font.set_size(size, DPI * FINE)
        font.load_glyph(index, flags=LoadFlags.NO_HINTING)
        vertices, codes = font.get_path()
        points = [_rounded(x + across, -y - up) for across, up in vertices]
        return Shape(segments(codes.tolist(), points), fill=style.colour)
    found = faces.open(*record)
    advance = float(found.font.get_glyph_h_advance(index)) * found.scale
    return Run(at[0], at[1], found.face, size, style.colour, (index,), (advance,), chr(code))


def _paths(faces: Faces) -> dict[str, tuple[str, int, str]]:
    """Files of the catalogue, and what face each is."""
    families = faces.catalogue.families.items()
    return {realpath(f.path): (key, f.weight, f.style) for key, family in families for f in family.faces}


def _roles(style: TextStyle, faces: Faces) -> dict[str, FaceRecord]:
    """Faces for upright, italic and bold letters: those of the label, and the Latin italic that goes with them."""
    family = faces.catalogue.families[style.family]
    upright = min(family.faces, key=lambda f: (f.style != style.slant, abs(f.weight - style.weight)))
    bold = min(family.faces, key=lambda f: abs(f.weight - BOLD))
    latin = faces.catalogue.families.get(family.italic)
    slanted = [f for f in latin.faces if f.style == "italic"] if latin else []
    italic = min(slanted, key=lambda f: abs(f.weight - style.weight)) if slanted else upright
    return {"rm": upright, "it": italic, "bf": bold, "bfit": italic, "cal": italic, "tt": upright, "sf": upright}


def _name(record: FaceRecord) -> str:
    """A name of letters and digits, under which matplotlib knows a face of ours and no other font."""
    return "banxin" + "".join(char for char in record.postscript_name if char.isalnum())


@contextmanager
def _fonts(roles: dict[str, FaceRecord]) -> Iterator[None]:
    """While it lasts matplotlib knows the faces of the roles and its own fonts, and keeps its remarks to itself."""
    manager, log = font_manager.fontManager, logging.getLogger("matplotlib")
    before, level = manager.ttflist, log.level
    manager.ttflist = [*(_entry(record) for record in roles.values()), *_bundled()]
    log.setLevel(logging.CRITICAL)
    settings = {f"mathtext.{role}": _name(record) for role, record in roles.items()}
    try:
        with matplotlib.rc_context({**settings, "mathtext.fallback": "stixsans", "font.enable_last_resort": False}):
            yield
    finally:
        manager.ttflist = before
        log.setLevel(level)


def _entry(record: FaceRecord) -> FontEntry:
    return FontEntry(record.path, record.index, _name(record), weight=NORMAL, size="scalable")


@cache
def _bundled() -> tuple[FontEntry, ...]:
    """The fonts of mathematics that come with matplotlib."""
    folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    files = [*sorted(folder.glob("STIX*.ttf")), folder / "cmex10.ttf", folder / "DejaVuSans.ttf"]
    return tuple(font_manager.ttfFontProperty(font_manager.get_font(file)) for file in files)
