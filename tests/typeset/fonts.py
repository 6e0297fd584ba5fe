"""Small fonts made on the spot: outlines of either kind, collections, variable ones."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables._f_v_a_r import Axis
from fontTools.ttLib.tables.TupleVariation import TupleVariation


def _square(pen: object, width: int) -> None:
    points = [(50, 0), (width - 50, 0), (width - 50, 700), (50, 700)]
    pen.moveTo(points[0])  # type: ignore[attr-defined]
    for point in points[1:]:
        pen.lineTo(point)  # type: ignore[attr-defined]
    pen.closePath()  # type: ignore[attr-defined]


def built(characters: str, name: str, *, width: int = 1000, compact: bool = False, fs_type: int = 0) -> TTFont:
    """A font of squares that has these characters; `compact` gives CFF outlines."""
    names = [".notdef", *(f"c{ord(char):X}" for char in characters)]
    builder = FontBuilder(1000, isTTF=not compact)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(char): f"c{ord(char):X}" for char in characters})
    if compact:
        pens = {n: T2CharStringPen(width, None) for n in names}
        for pen in pens.values():
            _square(pen, width)
        strings = {n: pen.getCharString() for n, pen in pens.items()}
        builder.setupCFF(name, {"FullName": name}, strings, {})
    else:
        glyphs = {}
        for n in names:
            pen = TTGlyphPen(None)
            _square(pen, width)
            glyphs[n] = pen.glyph()
        builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(names, (width, 50)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2(fsType=fs_type)
    builder.setupPost()
    return builder.font


def saved(font: TTFont, path: Path) -> Path:
    font.save(path)
    return path


def collection(fonts: Iterable[TTFont], path: Path) -> Path:
    made = TTCollection()
    made.fonts = list(fonts)
    made.save(path)
    return path


def variable(characters: str, name: str) -> TTFont:
    """A font whose glyphs grow 200 units wider from weight 400 to 900."""
    font = built(characters, name)
    builder = FontBuilder(font=font)
    axis = Axis()
    axis.axisTag, axis.minValue, axis.defaultValue, axis.maxValue = "wght", 400, 400, 900
    builder.setupFvar([("wght", 400, 400, 900, "Weight")], [])
    deltas = [(0, 0), (200, 0), (200, 0), (0, 0), (0, 0), (200, 0), (0, 0), (0, 0)]
    builder.setupGvar({n: [TupleVariation({"wght": (0, 1, 1)}, deltas)] for n in font.getGlyphOrder()})
    return font
