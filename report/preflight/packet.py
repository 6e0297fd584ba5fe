"""The XMP packet of a file as properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone
from xml.etree import ElementTree

from report.patterns import late
from report.record import record

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
}
PREFIXES = {uri: prefix for prefix, uri in SPACES.items()}
EXTENSION = "{http://www.aiim.org/pdfa/ns/extension/}schemas"
SCHEMA, PROPERTY = "{http://www.aiim.org/pdfa/ns/schema#}", "{http://www.aiim.org/pdfa/ns/property#}"
PREDEFINED = (
    "http://purl.org/dc/elements/1.1/",
    "http://ns.adobe.com/xap/1.0/",
    "http://ns.adobe.com/photoshop/1.0/",
    "http://ns.adobe.com/camera-raw-settings/1.0/",
    "http://ns.adobe.com/tiff/1.0/",
    "http://ns.adobe.com/exif/1.0/",
    "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
    "http://www.aiim.org/pdfa/ns/id/",
)
"""Beginnings of the namespaces that PDF/A-2 knows (ISO 19005-2, 6.6.2.3, by XMP 2005)."""
PDF_KNOWN = ("Keywords", "PDFVersion", "Producer")


@record
class Packet:
    """Properties by prefix and name (`dc:title`), where a prefix is ours for its namespace, whatever the file calls it.

    `undescribed` are properties that PDF/A-2 does not know and no extension schema of the packet describes.
    """

    properties: Mapping[str, str]
    undescribed: tuple[str, ...] = ()

    def get(self, name: str) -> str:
        return self.properties.get(name, "")


def read_packet(data: bytes) -> Packet | None:
    """The packet; nothing where it does not parse. One with entities is not parsed, since they can grow without end."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return None
    try:
        root = ElementTree.fromstring(data.strip(b"\0 \t\r\n"))
    except ElementTree.ParseError:
        return None
    held = list(_properties(root))
    described = set(_described(root))
    names = {_named(tag): text for tag, text in held}
    return Packet(names, tuple(dict.fromkeys(_named(tag) for tag, _ in held if _strange(tag) and tag not in described)))


def _properties(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """What the descriptions say, as elements or as attributes."""
    for description in root.iter(RDF + "Description"):
        for key, value in description.attrib.items():
            if key.startswith("{") and not key.startswith(RDF) and "XML/1998" not in key:
                yield key, value
    for rdf in root.iter(RDF + "RDF"):
        for description in rdf.findall(RDF + "Description"):
            for element in description:
                if element.tag != EXTENSION:
                    yield element.tag, " ".join("".join(element.itertext()).split())


def _described(root: ElementTree.Element) -> Iterator[str]:
    """Tags of the properties that extension schemas describe."""
    for schema in root.iter():
        uri = schema.find(SCHEMA + "namespaceURI")
        if uri is not None and uri.text:
            for name in schema.iter(PROPERTY + "name"):
                yield f"{{{uri.text.strip()}}}{(name.text or '').strip()}"
        given = schema.get(SCHEMA + "namespaceURI")
        if given:
            for one in schema.iter():
                name_ = one.get(PROPERTY + "name") or (one.text or "" if one.tag == PROPERTY + "name" else "")
                yield f"{{{given}}}{name_.strip()}"


def _strange(tag: str) -> bool:
    uri, _, name = tag[1:].partition("}")
    if uri == SPACES["pdf"]:
        return name not in PDF_KNOWN
    return not uri.startswith(PREDEFINED)


def _named(tag: str) -> str:
    uri, _, name = tag[1:].partition("}")
    return f"{PREFIXES.get(uri, uri)}:{name}"


_PDF_DATE = late(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?")


def pdf_date(text: str) -> datetime | None:
    """A date of the information dictionary; one without a zone is taken as universal time."""
    match = _PDF_DATE.match(text)
    if not match:
        return None
    year, month, day, hour, minute, second, sign, hours, minutes = match.groups()
    ahead = timedelta(hours=int(hours or 0), minutes=int(minutes or 0)) * (-1 if sign == "-" else 1)
    try:
        return datetime(
            int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0), int(second or 0),
            tzinfo=timezone(ahead),
        )  # fmt: skip
    except ValueError:
        return None


def xmp_date(text: str) -> datetime | None:
    """A date of the packet."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def same_moment(info: str, xmp: str) -> bool:
    """Whether two dates name the same second."""
    one, other = pdf_date(info), xmp_date(xmp)
    return one is not None and other is not None and one == other.replace(microsecond=0)
