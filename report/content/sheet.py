"""版面 and 印刷: the size and binding of a book, and what it is printed on."""

from __future__ import annotations

import re

from report import units
from report.content.form import Form, nearest
from report.content.keys import SIZES, canonical
from report.content.model import Printing, SheetSpec
from report.content.source import Fields

LEAST_WEIGHT = 20
"""Grams a square metre of the thinnest paper that is printed."""
LEAST_LEAF, MOST_LEAF = 0.02 * units.MM, 1 * units.MM
"""Thickness of the thinnest paper, and of more than any board that is folded."""


def sheet(form: Form) -> SheetSpec:
    own = form.form("sheet", "sheet")
    if own is None:
        width, height = SIZES["大度16开"]
        return SheetSpec(
            width * units.MM, height * units.MM, 3 * units.MM, 5 * units.MM, "none", 0, None, stated=frozenset()
        )
    width, height = _size(own)
    binding = own.word("binding", "binding", "none")
    counts = not own.has("cover-counts") or own.flag("cover-counts")
    return SheetSpec(
        width=width,
        height=height,
        bleed=_length(own, "bleed", "3mm"),
        safe=_length(own, "safe", "5mm"),
        binding=binding,
        pages=own.count("pages", 0, 1) if own.has("pages") else 0,
        place=own.place,
        cover_counts=counts or binding == "none",  # what is not bound has no cover
        stated=frozenset(name for name in ("size", "safe") if own.has(name)),
    )


def printing(form: Form) -> Printing:
    """Paper, spine and finish; a weight that is none is reported."""
    own = form.form("printing", "printing")
    if own is None:
        return Printing()
    return Printing(
        paper=_paper(own, "paper"),
        weight=_weight(own, "weight"),
        thickness=_thickness(own),
        cover_paper=_paper(own, "cover-paper"),
        cover_weight=_weight(own, "cover-weight"),
        spine=_length(own, "spine", "0mm"),
        flaps=_length(own, "flaps", "0mm"),
        creep=own.flag("creep"),
        quantity=own.count("quantity", 0, 1) if own.has("quantity") else 0,
        finish=own.text("finish"),
        places={name: node.place for name, node in own.values.items()},
    )


def _paper(own: Form, name: str) -> str:
    """A paper by its canonical name; one that no table knows keeps its own."""
    said = own.text(name)
    return canonical("paper", said) or said


def _weight(own: Form, name: str) -> int:
    """Grams a square metre: 100, 100g, 100 克 or 100g/m²."""
    if not own.has(name):
        return 0
    found = re.fullmatch(r"(\d{2,3})\s*(g|克|g/m2|g/m²|克/平方米)?", own.text(name))
    if found is None or int(found[1]) < LEAST_WEIGHT:
        own.log.add("bad-weight", own.at(name), text=own.text(name))
        return 0
    return int(found[1])


def _thickness(own: Form) -> float:
    """The thickness of a leaf; what is thicker than board is a slip of the decimal point."""
    value = _length(own, "thickness", "0mm")
    if own.has("thickness") and not LEAST_LEAF <= value <= MOST_LEAF:
        own.log.add("bad-thickness", own.at("thickness"), text=own.text("thickness"))
        return 0.0
    return value


def _size(own: Form) -> tuple[float, float]:
    """A finished size by name, or {宽: …, 高: …}, in points."""
    node = own.node("size")
    standard = tuple(side * units.MM for side in SIZES["大度16开"])
    if isinstance(node, Fields):
        given = own.form("size", "size")
        return (
            (_length(given, "width", "210mm"), _length(given, "height", "285mm"))
            if given
            else (standard[0], standard[1])
        )
    name = own.text("size", "大度16开")
    if name not in SIZES:
        own.log.add("unknown-size", own.at("size"), name=name, near=nearest(name, list(SIZES)), all="、".join(SIZES))
        return standard[0], standard[1]
    width, height = SIZES[name]
    return width * units.MM, height * units.MM


def _length(own: Form, name: str, default: str) -> float:
    """A length in points, from nothing up to a metre."""
    text = own.text(name, default)
    try:
        value = units.length(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1000 * units.MM:
        own.log.add("bad-length", own.at(name), text=text)
        return units.length(default)
    return value
