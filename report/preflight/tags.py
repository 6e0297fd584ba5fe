"""The structure tree as the elements that accessibility rules ask for, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from report.named import NamedTuple
from report.record import record

_ROLES = """
Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
Figure Formula Form
"""
STANDARD = frozenset(_ROLES.split())
"""Standard structure types (ISO 32000-1, 14.8.4)."""
ASKED = frozenset(["Figure", "Formula", "TH", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Link", "Note"])
MOST = 400_000
"""Elements that are followed, so that a tree in a circle ends."""


class Element(NamedTuple):
    """An element whose role rules ask for; `page` is 0 where the tree does not say it, `text` is Alt or ActualText."""

    role: str
    page: int
    text: str
    scope: str
    headers: bool
    identified: bool


@record
class Tags:
    """The elements that are asked for, the number of all, and roles that map to no standard one."""

    elements: tuple[Element, ...] = ()
    count: int = 0
    unknown: tuple[str, ...] = ()


def read_tags(root: Any, pages: Mapping[object, int]) -> Tags:
    """The tree below StructTreeRoot; `pages` gives the number of a page by its object."""
    roles = _Roles(root.get("/RoleMap"))
    found: list[Element] = []
    count = 0
    for element, page in _elements(root, pages):
        count += 1
        role = roles.standard(str(element.get("/S", "")).removeprefix("/"))
        if role in ASKED:
            found.append(_element(element, role, page))
    return Tags(tuple(found), count, tuple(roles.unknown))


class _Roles:
    """Roles into standard roles by the role map."""

    def __init__(self, mapped: Any) -> None:
        self._map = {} if mapped is None else {str(k)[1:]: str(mapped[k])[1:] for k in mapped.keys()}  # noqa: SIM118
        self._known: dict[str, str] = {}
        self.unknown: dict[str, None] = {}

    def standard(self, role: str) -> str:
        if role not in self._known:
            self._known[role] = self._found(role)
        return self._known[role]

    def _found(self, role: str) -> str:
        at = role
        for _ in range(len(self._map) + 1):
            if at in STANDARD:
                return at
            at = self._map.get(at, "")
        self.unknown[role] = None
        return role


def _elements(root: Any, pages: Mapping[object, int]) -> Iterator[tuple[Any, int]]:
    """Every element with its page, parents before children."""
    import pikepdf

    waiting = [(kid, 0) for kid in reversed(_kids(root))]
    for _ in range(MOST):
        if not waiting:
            return
        element, page = waiting.pop()
        own = element.get("/Pg")
        page = pages.get(own.objgen, 0) if own is not None else page
        yield element, page
        waiting += [(kid, page) for kid in reversed(_kids(element)) if isinstance(kid, pikepdf.Dictionary)]


def _kids(element: Any) -> list[Any]:
    import pikepdf

    held = element.get("/K")
    if isinstance(held, pikepdf.Array):
        return [kid for kid in held if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return [held] if isinstance(held, pikepdf.Dictionary) and "/S" in held else []


def _element(element: Any, role: str, page: int) -> Element:
    text = str(element.get("/Alt", "")) or str(element.get("/ActualText", ""))
    scope, headers = _table_attributes(element.get("/A")) if role == "TH" else ("", False)
    return Element(role, page, text.strip(), scope, headers, "/ID" in element)


def _table_attributes(attributes: Any) -> tuple[str, bool]:
    import pikepdf

    held = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
    for one in held:
        if isinstance(one, pikepdf.Dictionary) and ("/Scope" in one or "/Headers" in one):
            return str(one.get("/Scope", "")).removeprefix("/"), "/Headers" in one
    return "", False
