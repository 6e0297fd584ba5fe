"""A tagged PDF into passages: each paragraph, heading and table row as text whose every character knows its place.

The structure tree says what belongs together and in which order; pdfium says which characters each piece of it has and
where they stand. Running heads and page numbers are artifacts there, so a page that only moved has not changed.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from report.foreign import MISSHAPEN, view
from report.named import NamedTuple
from report.problem import ContentError, problem
from report.record import record

if TYPE_CHECKING:
    import pikepdf

CELL = "\t"
"""Between the cells of a row and the labels of a figure."""
WHOLE = ("/TR", "/TOCI", "/LI", "/Figure")
"""Elements whose parts are read as one passage."""
APART = ("/TH", "/TD", "/Figure")
"""Elements whose pieces are told apart inside a passage."""
INLINE = ("/Span", "/Link", "/Ruby", "/RB", "/RT", "/RP", "/Em", "/Strong", "/Reference", "/Note", "/Lbl", "/LBody")
"""Elements that are part of the passage around them."""


class Spot(NamedTuple):
    """Where a character stands: page from 1; left, top, right, bottom in points from the top left of the trim."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@record
class Passage:
    """A stretch of text that is read as one: its role in the structure tree, and a spot for each character.

    Separators between cells have the spot of the character before them.
    """

    role: str
    text: str
    spots: tuple[Spot, ...]

    @property
    def pages(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(spot.page for spot in self.spots))


class Reading(NamedTuple):
    """What a PDF says: its passages in reading order, the trimmed size and the text of each page, where artifacts have
    characters (running heads, page numbers), and the marked content of each figure with its page."""

    passages: tuple[Passage, ...]
    sizes: tuple[tuple[float, float], ...]
    texts: tuple[str, ...]
    artifacts: tuple[Spot, ...]
    figures: tuple[tuple[int, frozenset[int]], ...] = ()

    def page_text(self, page: int) -> str:
        """The text of a page, a line a passage."""
        return self.texts[page - 1]


class _Piece(NamedTuple):
    """Marked content: page from 0, its identifier there, the passage that it belongs to and the cell of it."""

    page: int
    identifier: int
    passage: int
    cell: int


def read_pdf(data: bytes, name: str) -> Reading:
    """The passages of a file. `name` is for people. Raises ContentError for no PDF, or one without a structure."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as file:
            if "/StructTreeRoot" not in file.Root:
                raise ContentError([problem("diff-untagged", file=name)])
            views = [view(page.obj) for page in file.pages]
            roles: list[str] = []
            pieces = list(_Walk(file, roles).pieces(file.Root.StructTreeRoot.get("/K"), None, ()))
    except (pikepdf.PdfError, *MISSHAPEN) as error:
        raise ContentError([problem("diff-unreadable", file=name)]) from error
    wanted = {(piece.page, piece.identifier) for piece in pieces}
    artifacts: list[Spot] = []
    held = _characters(data, wanted, [(one.box[0], one.box[3]) for one in views], artifacts)
    passages = tuple(_passages(pieces, roles, held))
    sizes, texts = tuple(one.size for one in views), _texts(passages, len(views))
    return Reading(passages, sizes, texts, tuple(artifacts), tuple(_figures(pieces, roles)))


def _figures(pieces: Iterable[_Piece], roles: Sequence[str]) -> Iterator[tuple[int, frozenset[int]]]:
    """The page of each figure, from 1, and the identifiers of its content there."""
    found: dict[tuple[int, int], set[int]] = {}
    for piece in pieces:
        if roles[piece.passage] == "Figure":
            found.setdefault((piece.page + 1, piece.passage), set()).add(piece.identifier)
    yield from ((page, frozenset(held)) for (page, _), held in found.items())


def _texts(passages: tuple[Passage, ...], pages: int) -> tuple[str, ...]:
    """The text of every page, a line for each passage or the part of it that stands there."""
    lines: list[list[str]] = [[] for _ in range(pages)]
    for one in passages:
        for page in one.pages:
            part = "".join(c for c, s in zip(one.text, one.spots, strict=True) if s.page == page).strip(CELL)
            lines[page - 1] += [part] if part else []
    return tuple("\n".join(of_page) for of_page in lines)


class _Walk:
    """The leaves of a structure tree in reading order; `roles` gets the role of each passage."""

    def __init__(self, file: pikepdf.Pdf, roles: list[str]) -> None:
        self._pages = {page.obj.objgen: index for index, page in enumerate(file.pages)}
        self._roles = roles
        self._cells = 0

    def pieces(self, node: Any, page: int | None, path: tuple[tuple[str, int, int], ...]) -> Iterator[_Piece]:
        """`path` holds role, passage and cell of each element above that opened one."""
        import pikepdf

        if isinstance(node, int):
            yield from self._leaf(node, page, path)
        elif isinstance(node, pikepdf.Array):
            for kid in node:
                yield from self.pieces(kid, page, path)
        elif isinstance(node, pikepdf.Dictionary):
            page = self._pages.get(node.Pg.objgen, page) if "/Pg" in node else page
            if node.get("/Type") == "/MCR":
                yield from self._leaf(int(node.MCID), page, path)
            elif node.get("/Type") != "/OBJR" and "/K" in node:
                yield from self.pieces(node.K, page, self._opened(str(node.get("/S")), path))

    @staticmethod
    def _leaf(identifier: int, page: int | None, path: tuple[tuple[str, int, int], ...]) -> Iterator[_Piece]:
        if page is not None and path:
            yield _Piece(page, int(identifier), path[-1][1], path[-1][2])

    def _opened(self, role: str, path: tuple[tuple[str, int, int], ...]) -> tuple[tuple[str, int, int], ...]:
        above = path[-1] if path else None
        joins = above is not None and (role in INLINE or any(one[0] in WHOLE for one in path))
        self._cells += role in APART or not joins
        if above is not None and joins:
            return (*path, (role, above[1], self._cells if role in APART else above[2]))
        self._roles.append(role.removeprefix("/"))
        return (*path, (role, len(self._roles) - 1, self._cells))


_Held = Mapping[tuple[int, int], list[tuple[str, Spot, int]]]
"""Characters of marked content by page and identifier: each with its spot and the number of its text object."""


def _characters(
    data: bytes, wanted: set[tuple[int, int]], corners: list[tuple[float, float]], artifacts: list[Spot]
) -> _Held:
    """What is wanted; the spots of all other characters go to `artifacts`."""
    import pypdfium2

    found: dict[tuple[int, int], list[tuple[str, Spot, int]]] = {}
    with pypdfium2.PdfDocument(data) as document:
        for index, (left, top) in enumerate(corners):
            page = document[index]
            text = page.get_textpage()
            try:
                for identifier, character, spot, run in _of_page(text.raw, index + 1, left, top):
                    if (index, identifier) in wanted:
                        found.setdefault((index, identifier), []).append((character, spot, run))
                    else:
                        artifacts.append(spot)
            finally:
                text.close()
                page.close()
    return found


def _of_page(text: Any, number: int, left: float, top: float) -> Iterator[tuple[int, str, Spot, int]]:
    """Each character of a page: marked content, itself, its spot, and a number that changes with the text object."""
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    marks: dict[int, int] = {}
    for at in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, at)
        if raw.FPDFText_IsGenerated(text, at) == 1 or code in (0, 0xFFFE, 0xFFFF) or code < 32:
            continue
        run = raw.FPDFText_GetTextObject(text, at)
        if not run:
            continue
        key = ctypes.addressof(run.contents)
        if key not in marks:
            marks[key] = raw.FPDFPageObj_GetMarkedContentID(run)
        raw.FPDFText_GetLooseCharBox(text, at, box)
        spot = Spot(number, box.left - left, top - box.top, box.right - left, top - box.bottom)
        yield marks[key], chr(code), spot, key


def _passages(pieces: list[_Piece], roles: list[str], held: _Held) -> Iterator[Passage]:
    """Pieces of one passage follow one another."""
    letters: list[str] = []
    spots: list[Spot] = []
    last: _Piece | None = None
    for piece in pieces:
        if last is not None and piece.passage != last.passage:
            yield from _made(roles[last.passage], letters, spots)
            letters, spots = [], []
        elif last is not None and piece.cell != last.cell and letters:
            letters.append(CELL)
            spots.append(spots[-1])
        before: int | None = None
        for character, spot, run in held.get((piece.page, piece.identifier), ()):
            if roles[piece.passage] == "Figure" and before not in (None, run):
                letters.append(CELL)
                spots.append(spots[-1])
            letters.append(character)
            spots.append(spot)
            before = run
        last = piece
    if last is not None:
        yield from _made(roles[last.passage], letters, spots)


def _made(role: str, letters: list[str], spots: list[Spot]) -> Iterator[Passage]:
    """The passage, if it has text. An entry of the contents goes without its page: what only moved has not changed."""
    while role == "TOCI" and letters and letters[-1].isdecimal():
        letters.pop()
        spots.pop()
    if letters:
        yield Passage(role, "".join(letters), tuple(spots))
