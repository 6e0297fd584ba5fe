"""What a PDF holds, as far as rules ask: plain values, made once by `inspect`."""

from __future__ import annotations

from collections.abc import Mapping

from report.preflight.fonts import Font
from report.preflight.inks import Profile
from report.preflight.marks import Box, Marks
from report.preflight.packet import Packet
from report.preflight.pictures import Image
from report.preflight.separations import Plates
from report.preflight.tags import Tags
from report.record import record


@record
class Intent:
    """An output intent; `shared` identifies the object of its profile."""

    subtype: str
    identifier: str
    info: str
    registry: str
    profile: Profile | None
    components: int
    shared: str


@record
class Note:
    """An annotation: its subtype, its box, whether it acts, what it says, whether it is tagged, hidden, drawn."""

    subtype: str
    box: Box | None
    action: str
    contents: str
    tagged: bool
    hidden: bool
    drawn: bool


@record
class Sheet:
    """A page: its boxes as written (nothing where absent), what stands on it, what it says of itself."""

    number: int
    label: str
    media: Box
    crop: Box | None
    bleed: Box | None
    trim: Box | None
    art: Box | None
    rotate: int
    unit: float
    tabs: str
    group: str
    odd: tuple[str, ...]
    notes: tuple[Note, ...]
    images: tuple[Image, ...]
    marks: Marks

    @property
    def finished(self) -> Box:
        """What is left when the page is cut."""
        return self.trim or self.art or self.crop or self.media

    @property
    def bled(self) -> Box:
        """How far colour may go."""
        return self.bleed or self.crop or self.media


@record
class Layers:
    """Optional content: number of groups, and what is wrong with its configurations."""

    groups: int = 0
    faults: tuple[str, ...] = ()


@record
class Catalog:
    """What the file says of itself as a whole."""

    version: str = ""
    language: str = ""
    marked: bool = False
    shows_title: bool = False
    actions: tuple[str, ...] = ()
    fields: int = 0
    xfa: bool = False
    embedded: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    presentations: bool = False
    structured: bool = False
    outlines: int = 0
    labels: bool = False


@record
class Inspected:
    """A whole file. `odd` holds (what, detail) found in streams of any use; `faults` are parts that are misshapen."""

    size: int
    sha256: str
    header: str
    encrypted: bool
    identifiers: int
    intents: tuple[Intent, ...]
    packet: Packet | None
    packet_there: bool
    packet_filtered: bool
    info: Mapping[str, str]
    catalog: Catalog
    layers: Layers
    sheets: tuple[Sheet, ...]
    fonts: tuple[Font, ...]
    tags: Tags
    odd: tuple[tuple[str, str], ...]
    faults: tuple[str, ...]
    plates: Plates | None = None
    unmeasured: str = ""
    """Why there are no plates."""

    @property
    def claimed(self) -> tuple[str, ...]:
        """The standards that the file says it keeps."""
        packet = self.packet or Packet({})
        found = []
        if packet.get("pdfxid:GTS_PDFXVersion").startswith("PDF/X-4") or any(
            intent.subtype == "GTS_PDFX" for intent in self.intents
        ):
            found.append("PDF/X-4")
        if packet.get("pdfaid:part") == "2":
            found.append("PDF/A-2u")
        if packet.get("pdfuaid:part") == "1":
            found.append("PDF/UA-1")
        return tuple(found)
