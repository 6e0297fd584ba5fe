"""The structure tree against what readers rely on: which element stands in which, head cells that say their way."""

from __future__ import annotations

from collections.abc import Mapping

from report.pdf.tags import Element
from report.problem import Gathered, Problem

_ROWS = frozenset({"Table", "THead", "TBody", "TFoot"})
PARENTS: Mapping[str, frozenset[str]] = {
    "TR": _ROWS,
    "THead": frozenset({"Table"}),
    "TBody": frozenset({"Table"}),
    "TFoot": frozenset({"Table"}),
    "TH": frozenset({"TR"}),
    "TD": frozenset({"TR"}),
    "LI": frozenset({"L"}),
    "LBody": frozenset({"LI"}),
    "TOCI": frozenset({"TOC"}),
}
"""Elements that mean something in these only (ISO 14289-1, 7.2, and ISO 32000-1, 14.8.4)."""
KIDS: Mapping[str, frozenset[str]] = {
    "Table": frozenset({"TR", "THead", "TBody", "TFoot", "Caption"}),
    "TR": frozenset({"TH", "TD"}),
    "L": frozenset({"L", "LI", "Caption"}),
    "LI": frozenset({"Lbl", "LBody"}),
    "TOC": frozenset({"TOC", "TOCI", "Caption"}),
}
"""What may stand in an element that has a form."""


def structure_problems(root: Element) -> tuple[Problem, ...]:
    """Elements that stand where they mean nothing, and head cells whose way nobody knows."""
    gathered = Gathered()
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if len(element.kids) == 1 and element.kids[0].__class__ is tuple:  # a cell: most of all
            continue
        parent, kinds = element.role, KIDS.get(element.role)
        kids = [kid for kid in element.kids if isinstance(kid, Element)]
        for kid in kids:
            role, homes = kid.role, PARENTS.get(kid.role)
            if (homes and parent not in homes) or (kinds and role not in kinds):
                gathered.note("structure-misplaced", _page(kid), role=role, parent=parent)
            if role == "TH" and not any(key in ("Scope", "Headers") for key, _ in kid.attributes):
                gathered.note("head-cell-unscoped", _page(kid))
        waiting += reversed(kids)
    return gathered.problems()


def _page(element: Element) -> int:
    """The page on which an element begins."""
    waiting = [element]
    while waiting:
        for kid in waiting.pop().kids:
            if not isinstance(kid, Element):
                return kid[0] + 1
            waiting.append(kid)
    return 1
