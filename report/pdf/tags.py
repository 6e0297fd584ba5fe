"""The structure tree: elements as marks open them, content by page and number, written as plain objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from report.boxes import Box
from report.drawing import Marked
from report.pdf.objects import Store
from report.pdf.syntax import literal, name, nums, text
from report.problem import Problem, problem
from report.record import field, holder

ROLE_MAP = {"Title": "P"}
"""Roles of ours that PDF 1.7 does not know, and what they stand for (ISO 32000-1, 14.7.3)."""
HEADINGS = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})
MAY_BE_EMPTY = frozenset({"TD", "TH"})
"""Roles that mean something without content: a table has as many cells in every row (14.8.4.3.4)."""
NAMED = frozenset({"Note"})
"""Roles whose elements must have an identifier of their own (ISO 14289-1, 7.9)."""
OWNERS = {"ListNumbering": "List", "Placement": "Layout", "WritingMode": "Layout", "TextAlign": "Layout"}
"""Whose attribute it is, where not a table's (14.8.5)."""


@holder
class Element:
    """A structure element; kids are elements, (page, content number), or (page, annotation's object number, "OBJR")."""

    role: str
    alt: str = ""
    actual: str = ""
    language: str = ""
    box: Box | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    kids: list[Kid] = field(default_factory=list)
    number: int = 0
    key: str = ""
    parent: int = 0
    identifier: str = ""
    headers: tuple[str, ...] = ()


Kid = Element | tuple[int, int] | tuple[int, int, str]


class Tree:
    """The tree while pages are painted; pages count from 0."""

    def __init__(self, pages: int) -> None:
        self.root = Element("Document")
        self._content: list[list[Element]] = [[] for _ in range(pages)]
        self._keyed: dict[str, Element] = {}
        self._annotations: list[Element] = []

    def element(self, mark: Marked, parent: Element, box: Box | None) -> Element:
        """The element of a mark; the same key goes on with the same element."""
        if mark.key and mark.key in self._keyed:
            return self._keyed[mark.key]
        made = Element(mark.role, mark.alt, mark.actual, mark.language, box, mark.attributes, key=mark.key)
        made.identifier = mark.key if mark.role in NAMED else ""
        parent.kids.append(made)
        if mark.key:
            self._keyed[mark.key] = made
        return made

    def content(self, element: Element, page: int) -> str:
        """The operator that opens the next stretch of an element's content on a page.

        Extractors look for replacing text here, on a Span, rather than in the tree; the first stretch carries it.
        """
        number = len(self._content[page])
        said = f"/MCID {number}"
        if element.actual and element.role == "Span":
            begun = any(isinstance(kid, tuple) for kid in element.kids)
            said += f"/ActualText{text('' if begun else element.actual).decode()}"
        self._content[page].append(element)
        element.kids.append((page, number))
        return f"{_said(element.role)}<<{said}>>BDC"

    def annotation(self, element: Element, number: int, page: int) -> int:
        """Makes an annotation the kid of a Link element, the given one or one in it; returns its parent tree key."""
        link = element if element.role == "Link" else Element("Link")
        if link is not element:
            element.kids.append(link)
        link.kids.append((page, number, "OBJR"))
        self._annotations.append(link)
        return len(self._content) + len(self._annotations) - 1

    def skipped_headings(self) -> Iterator[Problem]:
        """Headings that lie more than one level below the one before (ISO 14289-1, 7.4.2)."""
        last = 0
        for element in _walk(self.root):
            if level := _level(element):
                if level > last + 1:
                    page = next((kid[0] + 1 for kid in element.kids if isinstance(kid, tuple)), None)
                    yield problem("heading-skipped", page=page, found=element.role, wanted=f"H{last + 1}")
                last = level

    def write(self, store: Store, pages: Sequence[int]) -> int:
        """The tree as objects; `pages` are object numbers; returns the number of the structure tree root."""
        every = list(_walk(self.root))
        if any(not e.kids and e.role not in MAY_BE_EMPTY for e in every):
            _prune(self.root)
        before, self.root.kids = self.root.kids, _sections(self.root.kids)
        if self.root.kids != before or any(not e.kids for e in every):
            every = list(_walk(self.root))
        root = store.reserve()
        _relate_cells(element for element in every if element.role == "Table")
        self.root.parent = root
        for number, element in enumerate(every, store.block(len(every))):
            element.number = number
        for element in every:
            store.put(element.number, _written(element, pages))
        rows = [b"%d[%s]" % (page, _refs(found)) for page, found in enumerate(self._content)]
        following = len(self._content)
        rows += [b"%d %d 0 R" % (following + i, link.number) for i, link in enumerate(self._annotations)]
        parents = store.add(b"<</Nums[%s]>>" % b" ".join(rows))
        roles = b"".join(name(a) + name(b) for a, b in ROLE_MAP.items())
        entries = (self.root.number, parents, following + len(self._annotations), roles, _named(every))
        store.put(
            root, b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d/RoleMap<<%s>>%s>>" % entries
        )
        return root


@lru_cache(maxsize=64)
def _said(role: str) -> str:
    """A role as content streams name it."""
    return name(role).decode()


def _prune(element: Element) -> None:
    """Takes away elements that hold nothing, such as a link whose words are drawn elsewhere."""
    for kid in element.kids:
        if isinstance(kid, Element):
            _prune(kid)
    element.kids = [k for k in element.kids if not isinstance(k, Element) or k.kids or k.role in MAY_BE_EMPTY]


def _sections(kids: Sequence[Kid]) -> list[Kid]:
    """What stands under a heading as a section with it, and lower ones inside (14.8.4.2); a title stands in none."""
    document = Element("Document")
    open_: list[tuple[int, Element]] = [(0, document)]
    for kid in kids:
        level = _level(kid)
        if level is not None:
            while len(open_) > 1 and open_[-1][0] >= level:
                open_.pop()
        if level:
            section = Element("Sect")
            open_[-1][1].kids.append(section)
            open_.append((level, section))
        open_[-1][1].kids.append(kid)
    return document.kids


def _level(kid: Kid) -> int | None:
    """The level of a heading, 0 for a title, None for what begins nothing."""
    if not isinstance(kid, Element):
        return None
    if kid.role == "Title":
        return 0
    return int(kid.role[1]) if kid.role in HEADINGS else None


def _relate_cells(tables: Iterable[Element]) -> None:
    """Names the heads of each cell where rows stand in groups: the head of a group is none of its rows, and Scope alone
    does not reach what is below it (14.8.5.7)."""
    count = 0
    for table in tables:
        rows = [kid.kids for kid in table.kids if isinstance(kid, Element) and kid.role == "TR"]
        cells = [[kid for kid in kids if isinstance(kid, Element)] for kids in rows]
        if not any(map(_heads_group, cells[1:])):
            continue
        for head in (cell for row in cells for cell in row if cell.role == "TH"):
            count += 1
            head.identifier = f"th-{count}"
        heads = {column: cell.identifier for row in _placed(cells[:1]) for column, cell in row}
        group: tuple[str, ...] = ()
        for row, found in zip(cells[1:], _placed(cells[1:]), strict=True):
            if _heads_group(row):
                group = (row[0].identifier,)
                continue
            for column, cell in found:
                cell.headers = (*((heads[column],) if column in heads else ()), *group)


def _heads_group(row: Sequence[Element]) -> bool:
    return len(row) == 1 and row[0].role == "TH"


def _placed(rows: Sequence[Sequence[Element]]) -> Iterator[list[tuple[int, Element]]]:
    """The cells of each row with their columns; a cell of several rows takes its column in the next ones too."""
    taken: dict[int, int] = {}
    for row in rows:
        column = 0
        found: list[tuple[int, Element]] = []
        below = {at: left - 1 for at, left in taken.items() if left > 1}
        for cell in row:
            while column in taken:
                column += 1
            found.append((column, cell))
            across, down = (int(dict(cell.attributes).get(key, "1")) for key in ("ColSpan", "RowSpan"))
            if down > 1:
                below |= dict.fromkeys(range(column, column + across), down - 1)
            column += across
        taken = below
        yield found


def _written(element: Element, pages: Sequence[int]) -> bytes:
    """The object of an element that knows its parent's number; tells its kids its own."""
    parent, own = element.parent, element.number
    alone = element.kids[0] if len(element.kids) == 1 else None
    if isinstance(alone, tuple) and len(alone) == 2 and not _says_more(element):
        said = (name(element.role), parent, pages[alone[0]], alone[1])  # a cell, a label: one stretch of content
        return b"<</Type/StructElem/S%s/P %d 0 R/Pg %d 0 R/K[%d]>>" % said
    first = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), None)
    kids: list[bytes] = []
    for kid in element.kids:
        match kid:
            case Element():
                kid.parent = own
                kids.append(b"%d 0 R" % kid.number)
            case (page, number, _):
                kids.append(b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (pages[page], number))
            case (page, number):
                same = page == first
                kids.append(b"%d" % number if same else b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (pages[page], number))
    parts = [b"<</Type/StructElem/S%s/P %d 0 R" % (name(element.role), parent)]
    parts += [b"/Pg %d 0 R" % pages[first]] if first is not None else []
    parts += [b"/ID" + literal(element.identifier)] if element.identifier else []
    parts += [b"/Alt" + text(element.alt)] if element.alt else []
    parts += [b"/ActualText" + text(element.actual)] if element.actual else []
    parts += [b"/Lang" + text(element.language)] if element.language else []
    parts += [b"/A" + _attributes(element)] if element.box or element.attributes or element.headers else []
    return b"".join(parts) + b"/K[%s]>>" % b" ".join(kids)


def _says_more(element: Element) -> bool:
    """Whether an element says anything but its role."""
    said = element.alt or element.actual or element.language or element.box or element.attributes
    return bool(said or element.headers or element.identifier)


def _named(elements: Sequence[Element]) -> bytes:
    """The tree of the elements that have identifiers, sorted by them (14.7.2)."""
    found = sorted((element.identifier, element.number) for element in elements if element.identifier)
    names = b"".join(literal(key) + b"%d 0 R" % number for key, number in found)
    return b"/IDTree<</Names[%s]>>" % names if found else b""


def _attributes(element: Element) -> bytes:
    """A dictionary for each owner; a value is a number or a name."""
    owned: dict[str, bytes] = {}
    if element.box:
        owned["Layout"] = b"/Placement/Block/BBox[%s]" % nums(element.box).encode()
    for key, value in element.attributes:
        owner = OWNERS.get(key, "Table")
        said = b" " + value.encode() if value.isdecimal() else name(value)
        owned[owner] = owned.get(owner, b"") + name(key) + said
    if element.headers:
        owned["Table"] = owned.get("Table", b"") + b"/Headers[%s]" % b"".join(map(literal, element.headers))
    return b"[%s]" % b"".join(b"<</O%s%s>>" % (name(owner), entries) for owner, entries in owned.items())


def _walk(element: Element) -> Iterator[Element]:
    """An element and all below it, in order."""
    waiting = [element]
    while waiting:
        found = waiting.pop()
        yield found
        kids = found.kids
        if len(kids) == 1 and kids[0].__class__ is tuple:  # a cell: most of all
            continue
        waiting += [kid for kid in reversed(kids) if isinstance(kid, Element)]


def _refs(elements: list[Element]) -> bytes:
    return b" ".join(b"%d 0 R" % e.number for e in elements)
