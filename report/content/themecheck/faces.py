"""Faces and inks of a theme that are not to be had: families and weights, inks beyond what a paper takes."""

from __future__ import annotations

from collections.abc import Iterator

from report.content.catalogue import Catalogue
from report.content.nearest import nearest
from report.content.source import Fields, Node, Scalar
from report.content.theme import Theme
from report.problem import Problem, problem


def face_problems(theme: Theme, catalogue: Catalogue) -> Iterator[Problem]:
    """Families and weights of styles, numerals and marked words that the catalogue does not have."""
    styles = theme.root.node("styles")
    for name, style in theme.styles.items():
        node = styles.get(name) if isinstance(styles, Fields) else None
        yield from _face_problems(style.face, style.weight, node, catalogue)
    for node in _further(theme):
        face, weight = node.get("face"), node.get("weight")
        if isinstance(face, Scalar):
            value = weight.value if isinstance(weight, Scalar) else None
            yield from _face_problems(face.text, value if isinstance(value, int) else None, node, catalogue)


def _further(theme: Theme) -> Iterator[Fields]:
    """Maps outside the styles that name a face."""
    inline, numeral = theme.root.node("inline"), theme.root.node("numeral")
    for _, node in inline.entries if isinstance(inline, Fields) else ():
        if isinstance(node, Fields):
            yield node
    if isinstance(numeral, Fields):
        yield numeral
        unit = numeral.get("unit")
        if isinstance(unit, Fields):
            yield unit


def _face_problems(name: str, weight: int | None, node: Node | None, catalogue: Catalogue) -> Iterator[Problem]:
    place = node.place if node is not None else None
    family = catalogue.families.get(name)
    if family is None:
        near = nearest(name, catalogue.families)
        yield problem("unknown-family", place, name=name, near=near, available="、".join(catalogue.families))
    elif weight is not None and weight not in family.weights:
        available = "、".join(map(str, family.weights))
        yield problem("unknown-weight", place, family=name, wanted=weight, available=available)


def ink_problems(theme: Theme, limit: int) -> Iterator[Problem]:
    """Colours that carry more ink, in percent, than a printing condition allows (print.md G20)."""
    colours = theme.root.node("colours")
    for name, colour in theme.palette.colours.items():
        total = round(colour.total * 100)
        if total > limit:
            node = colours.get(name) if isinstance(colours, Fields) else None
            yield problem("ink-limit", node.place if node else None, name=name, total=total, limit=limit)
