"""ReportLab's canvas and document as pages are written on them: the one module that touches its private names.

`Sheets` accumulates pages, `Book` holds objects and writes the file. Faults of the stock classes stop here: the first
font of a page, ASCII85, `endstream` without an end of line, the time stamp in /ID, the anonymous information.
tests/pdf/test_reportlab_contract.py has a test for every private name used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib import fonts as families
from reportlab.lib.colors import CMYKColor, Color
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from report.boxes import Box
from report.drawing import Sheet
from report.pdf.objects import serialised
from report.pdf.syntax import deflated, name, nums, stream

SETTLED = {"invariant": 1, "pdfComments": 0, "pdfMultiLine": 0, "useA85": 0, "canvas_baseColor": None}
"""Settings of the process that would change the bytes of the file."""


class Raw(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An object whose bytes are ready, or will be when the file is written."""

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def format(self, document: Book) -> bytes:  # noqa: ARG002 - the signature is ReportLab's
        return self.data


class Info(Raw):
    """The information dictionary in place of the stock one, which says (anonymous) and the time of day."""

    invariant = 1

    def digest(self, signature: object) -> None:
        """Adds nothing to the stock signature, which is not used."""


class Catalog(pdfdoc.PDFCatalog):  # type: ignore[misc]
    """The catalog with the entries that the stock one does not know."""

    __NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents", "AF"]  # noqa: RUF012 - ReportLab's own name
    __Refs__ = __NoDefault__


class Leaf(pdfdoc.PDFPage):  # type: ignore[misc]
    """A page with the entries that the stock one does not know."""

    __NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs", "Group"]  # noqa: RUF012


class Resources(pdfdoc.PDFObject):  # type: ignore[misc]
    """What a page or form names, told when the file is written: by then it has all been registered.

    The stock one forgets a form's inks, states and shadings, and has the list of procedure sets, which has told nobody
    anything since PDF 1.4 (ISO 32000-1, 14.2).
    """

    def __init__(self, user: Any) -> None:
        self.user = user

    def format(self, document: Book) -> bytes:
        user = self.user
        used = {
            b"ColorSpace": _referred(user._colorsUsed),
            b"ExtGState": user.ExtGState,
            b"Shading": _referred(user._shadingUsed),
            b"XObject": user.XObjects,
        }
        parts = [b"/%s %s" % (name, pdfdoc.format(one, document)) for name, one in used.items() if one]
        fonts = pdfdoc.format(pdfdoc.PDFObjectReference(pdfdoc.BasicFonts), document)
        return b"<</Font %s%s>>" % (fonts, b"".join(parts))


def _referred(names: Mapping[str, str]) -> Any:
    """Registered objects by the names that their user has for them."""
    found = {own: pdfdoc.PDFObjectReference(name) for name, own in names.items()}
    return pdfdoc.PDFDictionary(found) if found else None


class Deflate:
    """The filter of every stream that ReportLab makes itself."""

    pdfname = "FlateDecode"

    def encode(self, data: str | bytes) -> bytes:
        return deflated(data.encode("latin-1") if isinstance(data, str) else data)


class Book(pdfdoc.PDFDocument):  # type: ignore[misc]
    """The document: the stock object registry, our objects by number, our file writer."""

    defaultStreamFilters = (Deflate(),)  # noqa: N815 - ReportLab's own name
    ready: dict[int, bytes]
    """Objects by number that ReportLab's registry need not know: a long table has a hundred thousand."""
    heads = b""
    """All objects of the file without their streams, once it is written."""

    def reserve(self) -> int:
        """A number for an object that comes later."""
        return self.add(b"")

    def block(self, count: int) -> int:
        """The first of so many numbers in a row, whose objects nothing asks for by name."""
        first: int = self.objectcounter + 1
        self.objectcounter += count
        return first

    def put(self, number: int, data: bytes) -> None:
        if number in self.numberToId:
            self.idToObject[self.numberToId[number]].data = data
        else:
            self.ready[number] = data

    def add(self, data: bytes) -> int:
        """A new object; returns its number."""
        self.objectcounter += 1
        number: int = self.objectcounter
        self.ready[number] = data
        return number

    def add_stream(self, data: bytes, entries: bytes = b"", compress: bool = True) -> int:
        return self.add(stream(data, entries, compress))

    def number(self, reference: Any) -> int:
        """The object number behind a reference."""
        found: int = self.idToObjectNumberAndVersion[reference.name][0]
        return found

    def font(self, key: str, number: int) -> None:
        """Names a font in the one font dictionary of all pages."""
        self.idToObject[pdfdoc.BasicFonts].dict[key] = Raw(b"%d 0 R" % number)

    def image(self, key: str, data: bytes) -> None:
        """The object behind a name that pages have used with `doForm`."""
        self.addForm(key, Raw(data))

    def spot(self, ink: str, inks: tuple[float, float, float, float]) -> str:
        """The key of a spot ink's colour space; one alternate and tint transform in the whole file (ISO 15930-7)."""
        spots: dict[str, str] = self.__dict__.setdefault("spots", {})
        if ink not in spots:
            spots[ink] = f"S{len(spots)}"
            tint = b"<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[%s]/N 1>>" % nums(inks).encode()
            self.Reference(Raw(b"[/Separation%s/DeviceCMYK%s]" % (name(ink), tint)), spots[ink])
        return spots[ink]

    def addColor(self, cmyk: Any) -> tuple[str, str]:  # noqa: N802
        """The spot ink of a foreign drawing."""
        key = self.spot(cmyk.spotName, cmyk.cmyk())
        return key, key

    def addPage(self, page: Any) -> None:  # noqa: N802
        page.__class__ = Leaf
        super().addPage(page)

    def format(self) -> bytes:
        """The whole file; formatting an object may register further ones."""
        objects: list[bytes] = []
        while len(objects) < self.objectcounter:
            number = len(objects) + 1
            data = self.ready.get(number)
            objects.append(self._formatted(number) if data is None else data)
        self.heads = b"\n".join([_head(data) for data in objects])
        root = self.number(self.Reference(self.Catalog))
        info = self.number(self.Reference(self.info)) if self._pdfVersion < (2, 0) else 0
        return serialised("{}.{}".format(*self._pdfVersion), objects, root, info)

    def _formatted(self, number: int) -> bytes:
        """The bytes of an object of ReportLab's registry."""
        found = self.idToObject[self.numberToId[number]]
        if found.__class__ is Raw:
            data: bytes = found.data
            return data
        return _ended(found, pdfdoc.format(found, self, toplevel=1))


def _head(data: bytes) -> bytes:
    """An object without its stream."""
    return data[: data.find(b"stream")] if data.endswith(b"endstream") else data


def _ended(found: Any, data: bytes) -> bytes:
    """A stream of the stock classes ends without the end of line that ISO 19005-2, 6.1.7.1 asks for."""
    if isinstance(found, Raw):
        return data
    tail = b"endstream\n"
    return data[: -len(tail)] + b"\nendstream" if data.endswith(tail) else data.rstrip(b"\n")


class Sheets(Canvas):  # type: ignore[misc]
    """Pages as they are painted."""

    def __init__(self, version: str, language: str, info: bytes, *, screen: bool = False) -> None:
        self.screen = screen
        self.states: dict[str, Raw] = {}
        self.transparent = False
        numbers = tuple(int(part) for part in version.split("."))
        super().__init__("", pageCompression=0, invariant=1, pdfVersion=numbers, lang=language)
        self._doc.__class__ = Book
        self._doc.ready = {}
        self._doc.Catalog.__class__ = Catalog
        self._doc.info = Info(info)
        self.setViewerPreference("DisplayDocTitle", "true")

    @property
    def book(self) -> Book:
        found: Book = self._doc
        return found

    def begin(self, sheet: Sheet) -> None:
        """A page of this size: MediaBox at the origin, marks around the bleed, the bleed around the trim."""
        margin, slug, width, height = sheet.margin, sheet.slug, sheet.width, sheet.height
        self.setPageSize((round(width + 2 * margin, 3), round(height + 2 * margin, 3)))
        right, top = margin + width, margin + height
        self._boxes = {
            "MediaBox": b"[%s]" % nums((0, 0, *self._pagesize)).encode(),
            "TrimBox": b"[%s]" % nums((margin, margin, right, top)).encode(),
            "BleedBox": b"[%s]" % nums((slug, slug, right + sheet.bleed, top + sheet.bleed)).encode(),
        }

    def end(self, parent: int) -> None:
        """Closes the page; `parent` is its key in the structure's parent tree."""
        self.showPage()
        page = self._doc.Pages.pages[-1]
        page.StructParents, page.Tabs, page.Trans = parent, "/S", None  # the stock page has an empty transition
        vars(page).update(self._boxes)
        page.Contents = b"%d 0 R" % self.book.add_stream(page.stream.encode("latin-1"))
        if self.transparent:
            space = b"DeviceRGB" if self.screen else b"DeviceCMYK"
            page.Group = Raw(b"<</S/Transparency/CS/%s/I true>>" % space)
        self.states, self.transparent = {}, False

    def page_number(self, index: int) -> int:
        """The object number of a closed page; pages count from 0 here."""
        return self.book.number(self._doc.Reference(self._doc.Pages.pages[index]))

    def state(self, key: str, entries: bytes) -> None:
        """Sets graphics state parameters; one key has the same entries in the whole file."""
        self.addLiteral(f"/{self.stated(key, entries)} gs")

    def stated(self, key: str, entries: bytes) -> str:
        """Gives the page a graphics state by a name, which is returned."""
        self.states[key] = Raw(b"<</Type/ExtGState%s>>" % entries)
        return key

    def spot(self, ink: str, inks: tuple[float, float, float, float]) -> str:
        """The name of a spot ink's colour space on this page."""
        key = self.book.spot(ink, inks)
        self._colorsUsed[key] = key
        return key

    def annotate(self) -> int:
        """An annotation of this page, to be put later; returns its object number."""
        made = Raw()
        self._addAnnotation(made)
        return self.book.number(self.book.Reference(made))

    def entry(self, key: str, data: bytes) -> None:
        """An entry of the catalog."""
        setattr(self._doc.Catalog, key, data)

    def finished(self) -> bytes:
        """The whole file."""
        data: bytes = self.getpdfdata()
        return data

    @property
    def say(self) -> Callable[[str], None]:
        """What adds code to the open page, without ReportLab's questions about it."""
        added: Callable[[str], None] = self._code.append
        return added

    @property
    def code(self) -> list[str]:
        """The code of the open page, an entry for each call that drew something."""
        found: list[str] = self._code
        return found

    def mark(self) -> int:
        """Where the page's code ends now, for `since`."""
        return len(self._code)

    def since(self, mark: int) -> str:
        """What was drawn after a mark."""
        return "\n".join(self._code[mark:])

    def absolute(self, rect: Box | None, relative: int) -> Box:
        """A rectangle of the matrix in force on the sheet."""
        found: Box = self._absRect(rect, relative)
        return found

    def fills_black(self) -> bool:
        """Whether a fill now would be of the black ink alone."""
        return isinstance(self._fillColorObj, CMYKColor) and self._fillColorObj.cmyk() == (0, 0, 0, 1)

    @contextmanager
    def lent(self, ink: Callable[[Any], Any], matrix: tuple[float, ...]) -> Iterator[None]:
        """The page for a foreign drawing: ReportLab's first state, every colour through `ink`, `matrix` in force."""
        self.saveState()
        self._enforceColorSpace, self._currentMatrix = ink, matrix
        self._fillColorObj = self._strokeColorObj = Color(0, 0, 0) if self.screen else CMYKColor(0, 0, 0, 1)
        black = "0 0 0 rg 0 0 0 RG" if self.screen else "0 0 0 1 k 0 0 0 1 K"
        self.addLiteral(f"{black} 1 w 0 J 0 j [] 0 d")
        try:
            yield
        finally:
            del self._enforceColorSpace
            self.restoreState()

    def _make_preamble(self) -> None:
        """Nothing before a page: the stock start sets Helvetica."""
        self._preamble = ""

    def _setExtGState(self, thing: Any) -> None:  # noqa: N802
        """The states of a page (or form), the stock ones and ours, its shadings, which stock forms go without, and so
        all that it names."""
        stock = self._extgstate.getState()
        entries = {**(stock.dict if stock else {}), **self.states}
        thing.ExtGState = pdfdoc.PDFDictionary(entries) if entries else None
        thing._shadingUsed = self._shadingUsed
        thing.Resources = Resources(thing)
        opaque = {("ca", 1), ("CA", 1), ("BM", "/Normal")}
        self.transparent |= any(one[0] in ("ca", "CA", "BM") and one not in opaque for one in self._extgstate._c)


@contextmanager
def settled() -> Iterator[None]:
    """ReportLab's process-wide settings as the file needs them, put back at the end."""
    kept = {key: getattr(rl_config, key) for key in SETTLED}
    vars(rl_config).update(SETTLED)
    try:
        yield
    finally:
        vars(rl_config).update(kept)


@contextmanager
def registered(fonts: dict[str, Any], bold: Mapping[tuple[str, int, int], str]) -> Iterator[None]:
    """Only these fonts by name, and their families (name, bold, italic), while a foreign drawing is made."""
    kept = pdfmetrics._fonts, dict(families._tt2ps_map), dict(families._ps2tt_map)
    pdfmetrics._fonts = fonts
    for (face, heavy, slanted), member in bold.items():
        families.addMapping(face, heavy, slanted, member)
    try:
        yield
    finally:
        pdfmetrics._fonts = kept[0]
        for table, old in ((families._tt2ps_map, kept[1]), (families._ps2tt_map, kept[2])):
            table.clear()
            table.update(old)


def scratch() -> Any:
    """A canvas on which foreign drawings are measured, and nothing is kept."""
    return Canvas(BytesIO())


def has_alpha(reader: Any) -> bool:
    """Whether a picture that ReportLab has read is transparent anywhere."""
    reader.getRGBData()
    found: bool = reader._dataA is not None
    return found
