"""The structure tree: elements as marks open them, content by page and number, written as plain objects."""

from __future__ import annotations

from dataclasses import dataclass, field

from report.drawing import Marked
from report.pdf.objects import Store
from report.pdf.syntax import name, nums, text

ROLE_MAP = {"Title": "P"}
"""Roles of ours that PDF 1.7 does not know, and what they stand for (ISO 32000-1, 14.7.3)."""


@dataclass
class Element:
    """A structure element; kids are elements, (page, content number), or an annotation's object number with its page."""

    role: str
    alt: str = ""
    actual: str = ""
    language: str = ""
    box: tuple[float, float, float, float] | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    kids: list[Element | tuple[int, int] | tuple[int, int, str]] = field(default_factory=list)
    number: int = 0


class Tree:
    """The tree while pages are painted."""

    def __init__(self, pages: int) -> None:
        self.root = Element("Document")
        self._content: list[list[Element]] = [[] for _ in range(pages)]
        self._keyed: dict[str, Element] = {}
        self._annotations: list[Element] = []

    def element(self, mark: Marked, parent: Element, box: tuple[float, float, float, float] | None) -> Element:
        """The element of a mark; the same key goes on with the same element."""
        if mark.key and mark.key in self._keyed:
            return self._keyed[mark.key]
        made = Element(mark.role, mark.alt, mark.actual, mark.language, box, mark.attributes)
        parent.kids.append(made)
        if mark.key:
            self._keyed[mark.key] = made
        return made

    def content(self, element: Element, page: int) -> int:
        """The number of the next stretch of marked content on a page."""
        number = len(self._content[page])
        self._content[page].append(element)
        element.kids.append((page, number))
        return number

    def annotation(self, element: Element, number: int, page: int) -> int:
        """Makes an annotation a kid of a Link element inside `element`; returns its key in the parent tree."""
        link = Element("Link", kids=[(page, number, "OBJR")])
        element.kids.append(link)
        self._annotations.append(link)
        return len(self._content) + len(self._annotations) - 1

    def write(self, store: Store, page_ids: list[int]) -> int:
        """The tree as objects; returns the number of the structure tree root."""
        root = store.reserve()
        elements = list(_walk(self.root))
        for element in elements:
            element.number = store.reserve()
        self._write_element(self.root, root, store, page_ids)
        rows = [b"%d[%s]" % (page, _refs(found)) for page, found in enumerate(self._content)]
        pages = len(self._content)
        rows += [b"%d %d 0 R" % (pages + i, link.number) for i, link in enumerate(self._annotations)]
        parents = store.add(b"<</Nums[%s]>>" % b"".join(rows))
        roles = b"".join(name(a) + name(b) for a, b in ROLE_MAP.items())
        store.put(
            root,
            b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d/RoleMap<<%s>>>>"
            % (self.root.number, parents, pages + len(self._annotations), roles),
        )
        return root

    def _write_element(self, element: Element, parent: int, store: Store, page_ids: list[int]) -> None:
        first = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), None)
        kids: list[bytes] = []
        for kid in element.kids:
            match kid:
                case Element():
                    self._write_element(kid, element.number, store, page_ids)
                    kids.append(b"%d 0 R" % kid.number)
                case (page, number, _):
                    kids.append(b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (page_ids[page], number))
                case (page, number):
                    same = page == first
                    kids.append(b"%d" % number if same else b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (page_ids[page], number))
        parts = [b"<</Type/StructElem/S%s/P %d 0 R" % (name(element.role), parent)]
        parts += [b"/Pg %d 0 R" % page_ids[first]] if first is not None else []
        parts += [b"/Alt" + text(element.alt)] if element.alt else []
        parts += [b"/ActualText" + text(element.actual)] if element.actual else []
        parts += [b"/Lang" + text(element.language)] if element.language else []
        parts += [b"/A" + _attributes(element)] if element.box or element.attributes else []
        store.put(element.number, b"".join(parts) + b"/K[%s]>>" % b" ".join(kids))


def _attributes(element: Element) -> bytes:
    parts = []
    if element.box:
        parts.append(b"<</O/Layout/Placement/Block/BBox[%s]>>" % nums(element.box).encode())
    if element.attributes:
        rows = b"".join(name(key) + name(value) for key, value in element.attributes)
        parts.append(b"<</O/Table%s>>" % rows)
    return b"[%s]" % b"".join(parts)


def _walk(element: Element) -> list[Element]:
    found = [element]
    for kid in element.kids:
        if isinstance(kid, Element):
            found += _walk(kid)
    return found


def _refs(elements: list[Element]) -> bytes:
    return b" ".join(b"%d 0 R" % e.number for e in elements)
