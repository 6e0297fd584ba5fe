"""The bytes of any PDF into what it holds; the only module that opens one."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BytesIO
from typing import Any, TypeVar

import pikepdf

from report.preflight.catalog import read_catalog, read_intents, read_layers
from report.preflight.facts import Catalog, Inspected, Layers, Note, Sheet
from report.preflight.fonts import Font, read_font
from report.preflight.marks import Marks
from report.preflight.packet import read_packet
from report.preflight.pictures import Inks, read_images
from report.preflight.resources import Streams, box_of
from report.preflight.tags import Tags, read_tags
from report.preflight.walk import Walk

MISSHAPEN = (
    pikepdf.PdfError,
    AttributeError,
    KeyError,
    IndexError,
    TypeError,
    ValueError,
    ArithmeticError,
    RecursionError,
)
"""What reading raises where a file has something else than it should."""
A4 = (0.0, 0.0, 595.276, 841.89)
T = TypeVar("T")


class Unreadable(Exception):
    """The bytes are no PDF that can be opened; `locked` where a password is missing."""

    def __init__(self, reason: str, locked: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.locked = reason, locked


def inspect(data: bytes) -> Inspected:
    """What the file holds. Raises Unreadable."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return _Reading(pdf, data).whole()
    except pikepdf.PasswordError as error:
        raise Unreadable(str(error), locked=True) from error
    except (pikepdf.PdfError, OSError, RuntimeError) as error:
        raise Unreadable(str(error)) from error


class _Reading:
    """One reading of one file; a part that is misshapen is noted in `faults` and counts as absent."""

    def __init__(self, pdf: pikepdf.Pdf, data: bytes) -> None:
        self._pdf, self._data = pdf, data
        self._faults: list[str] = []
        self._streams, self._inks = Streams(), Inks()

    def tried(self, part: str, read: Callable[[], T], otherwise: T) -> T:
        try:
            return read()
        except MISSHAPEN:
            self._faults.append(part)
            return otherwise

    def whole(self) -> Inspected:
        pdf, data, root = self._pdf, self._data, self._pdf.Root
        pages: list[pikepdf.Page] = self.tried("Pages", lambda: list(pdf.pages), [])
        numbers = {page.obj.objgen: number for number, page in enumerate(pages, 1)}
        sheets = tuple(self._sheet(page, number) for number, page in enumerate(pages, 1))
        tree = root.get("/StructTreeRoot")
        header = re.match(rb"%PDF-(\d\.\d)", data[data.find(b"%PDF-") :])
        held = self.tried("Metadata", lambda: root.get("/Metadata"), None)
        packet = self.tried("Metadata", lambda: read_packet(held.read_bytes()), None) if _streams(held) else None
        return Inspected(
            size=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
            header=header[1].decode() if header else "",
            encrypted=pdf.is_encrypted,
            identifiers=self.tried("ID", lambda: _identifiers(pdf.trailer), 0),
            intents=self.tried("OutputIntents", lambda: tuple(read_intents(root)), ()),
            packet=packet,
            packet_there=_streams(held),
            packet_filtered=_streams(held) and "/Filter" in held,
            info=self.tried("Info", lambda: _information(pdf.trailer), {}),
            catalog=self.tried("Root", lambda: read_catalog(root), Catalog()),
            layers=self.tried("OCProperties", lambda: read_layers(root), Layers()),
            sheets=sheets,
            fonts=tuple(self._fonts()),
            tags=self.tried("StructTreeRoot", lambda: read_tags(tree, numbers), Tags()) if tree is not None else Tags(),
            odd=tuple(dict.fromkeys(self._odd())),
            faults=tuple(self._faults),
        )

    def _fonts(self) -> Iterator[Font]:
        for metrics in self._streams.fonts:
            name = str(metrics.font.get("/BaseFont", ""))
            font = self.tried(f"Font {name}", partial(read_font, metrics), None)
            if font is not None:
                yield font

    def _sheet(self, page: pikepdf.Page, number: int) -> Sheet:
        before = len(self._faults)
        part = f"Page {number}"
        marks = self.tried(
            part, lambda: Walk(self._streams, number).page(page, _inherited(page.obj, "/Resources")), Marks()
        )
        if len(self._faults) > before:
            marks.odd["broken", ""] = None
        held = page.obj
        group = held.get("/Group")
        return Sheet(
            number=number,
            label=self.tried(part, lambda: str(page.label), str(number)),
            media=_inherited_box(held, "/MediaBox") or A4,
            crop=_inherited_box(held, "/CropBox"),
            bleed=box_of(held, "/BleedBox"),
            trim=box_of(held, "/TrimBox"),
            art=box_of(held, "/ArtBox"),
            rotate=self.tried(part, lambda: int(_inherited(held, "/Rotate") or 0) % 360, 0),
            unit=self.tried(part, lambda: float(held.get("/UserUnit", 1)), 1.0),
            tabs=str(held.get("/Tabs", "")).removeprefix("/"),
            group=self.tried(part, lambda: _group(group), "") if group is not None else "",
            odd=tuple(_page_odd(held)),
            notes=self.tried(part, lambda: tuple(map(_note, held.get("/Annots", ()))), ()),
            images=self.tried(
                part, lambda: tuple(i for p in marks.pictures for i in read_images(p, number, self._inks)), ()
            ),
            marks=marks,
        )

    def _odd(self) -> Iterator[tuple[str, str]]:
        """What objects hold that print or archive forbids, wherever they stand."""
        for held in self._pdf.objects:
            if isinstance(held, pikepdf.Stream):
                found: tuple[tuple[str, str], ...] = self.tried("Stream", partial(_stream_odd, held), ())
                yield from found
            elif (
                isinstance(held, pikepdf.Dictionary)
                and "/S" in held
                and ("/JS" in held or str(held["/S"]) == "/JavaScript")
            ):
                yield "script", ""


def _streams(held: Any) -> bool:
    return isinstance(held, pikepdf.Stream)


def _stream_odd(held: Any) -> tuple[tuple[str, str], ...]:
    return tuple(_stream_faults(held))


def _stream_faults(held: Any) -> Iterator[tuple[str, str]]:
    for name in _names(held.get("/Filter")):
        if name in ("/LZWDecode", "/Crypt"):
            yield name.removeprefix("/").removesuffix("Decode").lower(), ""
    if "/F" in held and str(held.get("/Type", "")) != "/EmbeddedFile":
        yield "external", ""
    subtype = str(held.get("/Subtype", ""))
    if "/OPI" in held:
        yield "opi", ""
    if subtype == "/PS" or str(held.get("/Subtype2", "")) == "/PS":
        yield "postscript", ""
    if "/Ref" in held and subtype == "/Form":
        yield "reference", ""


def _names(value: Any) -> list[str]:
    if isinstance(value, pikepdf.Array):
        return [str(one) for one in value]
    return [] if value is None else [str(value)]


def _identifiers(trailer: Any) -> int:
    held = trailer.get("/ID", ())
    return sum(isinstance(one, pikepdf.String) and len(bytes(one)) > 0 for one in held)


def _information(trailer: Any) -> Mapping[str, str]:
    info = trailer.get("/Info")
    return {} if info is None else {str(key)[1:]: str(info[key]).removeprefix("/") for key in info.keys()}  # noqa: SIM118


def _inherited(page: Any, key: str) -> Any:
    """An entry of a page or of a node above it."""
    at = page
    for _ in range(50):
        if key in at:
            return at[key]
        at = at.get("/Parent")
        if at is None:
            return None
    return None


def _inherited_box(page: Any, key: str) -> tuple[float, float, float, float] | None:
    held = _inherited(page, key)
    return None if held is None else box_of({key: held}, key)


def _group(group: Any) -> str:
    """The blend space of a page group: a name, `ICCBased`, or `none` where there is a group without one."""
    space = group.get("/CS")
    if space is None:
        return "none"
    return str(space[0] if isinstance(space, pikepdf.Array) else space).removeprefix("/")


def _page_odd(page: Any) -> Iterator[str]:
    if "/AA" in page:
        yield "actions"
    transition = page.get("/Trans")
    if transition is not None and str(transition.get("/S", "/R")) != "/R":  # an empty one is no effect
        yield "transition"
    if "/PresSteps" in page:
        yield "steps"
    if "/SeparationInfo" in page:
        yield "separation"


def _note(note: Any) -> Note:
    action = note.get("/A")
    acts = str(action.get("/S", "/?")).removeprefix("/") if action is not None else "AA" if "/AA" in note else ""
    return Note(
        subtype=str(note.get("/Subtype", "")).removeprefix("/"),
        box=box_of(note, "/Rect"),
        action=acts,
        contents=str(note.get("/Contents", "")),
        tagged="/StructParent" in note,
        hidden=bool(int(note.get("/F", 0)) & 2),
        drawn="/AP" in note,
    )
