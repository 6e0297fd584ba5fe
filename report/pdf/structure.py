"""The structure tree against what readers rely on: which element stands in which, head cells that say their way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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
    page = 1
    for parent, element in _pairs(root):
        page = next((kid[0] + 1 for kid in element.kids if isinstance(kid, tuple)), page)
        role = element.role
        homes, kinds = PARENTS.get(role), KIDS.get(parent)
        if (homes and parent not in homes) or (kinds and role not in kinds):
            gathered.note("structure-misplaced", page, role=role, parent=parent)
        if role == "TH" and not any(key in ("Scope", "Headers") for key, _ in element.attributes):
            gathered.note("head-cell-unscoped", page)
    return gathered.problems()


def _pairs(root: Element) -> Iterator[tuple[str, Element]]:
    """Every element below the root with its parent's role, in order."""
    waiting: list[tuple[str, Element]] = [("", root)]
    while waiting:
        parent, element = waiting.pop()
        if parent:
            yield parent, element
        waiting += [(element.role, kid) for kid in reversed(element.kids) if isinstance(kid, Element)]
