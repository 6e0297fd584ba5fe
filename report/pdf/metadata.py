"""Document information and XMP that say the same; dates come from the report, never from the clock."""

from __future__ import annotations

import hashlib

from report.drawing import Meta
from report.pdf.syntax import name, text
from report.standards import Standard

SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
}
OWN_SPACE = "http://ns.adobe.com/pdfx/1.3/"
"""Where XMP keeps the entries of the information dictionary that PDF does not know."""
EXTENSION_SPACES = {
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
EXTENSIONS = (
    ("pdf", "Adobe PDF", "Trapped", "Text", "internal"),
    ("pdfuaid", "PDF/UA identification", "part", "Integer", "internal"),
    ("pdfxid", "PDF/X identification", "GTS_PDFXVersion", "Text", "internal"),
)
"""Properties that PDF/A-2 does not know of itself (ISO 19005-2, 6.6.2.3)."""


REVISION = 2020
"""The year of PDF/A-4 (ISO 19005-4:2020), which has no levels of conformance."""


def escape(value: str) -> str:
    """Text as XML holds it; `html` and `xml.sax` would bring all entities and a web client with them."""
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def producer(version: str) -> str:
    return f"Banxin {version}"


def info(meta: Meta, version: str) -> bytes:
    """The information dictionary, equal to the XMP."""
    date = b"(D:%s)" % pdf_date(meta.date).encode()
    parts = [b"<</Title" + text(meta.title)]
    parts += [b"/Author" + text(meta.author)] if meta.author else []
    parts += [b"/Subject" + text(meta.subject)] if meta.subject else []
    parts += [b"/Keywords" + text(_keywords(meta))] if meta.keywords else []
    parts += [name(key) + text(value) for key, _, value in _particulars(meta)]
    parts.append(b"/Creator%s/Producer%s" % (text(producer(version)), text(producer(version))))
    parts.append(b"/CreationDate%s/ModDate%s/Trapped/False>>" % (date, date))
    return b"".join(parts)


def xmp(meta: Meta, standards: tuple[Standard, ...], version: str) -> bytes:
    """The XMP packet, unfiltered, with identification and extension schemas as the standards ask."""
    known = {**SPACES, "pdfx": OWN_SPACE} if _particulars(meta) else SPACES
    spaces = "".join(f' xmlns:{key}="{uri}"' for key, uri in known.items())
    rows = "\n".join(_rows(meta, standards, version))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about=""{spaces}>\n{rows}\n</rdf:Description>\n'
        f'{_extensions(meta, standards)}</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    ).encode()


def document_id(identifier: str, title: str) -> str:
    """The name of a document in XMP, by which its editions are known as one as long as its title stays."""
    identity = hashlib.sha256(f"{identifier}\n{title}".encode()).hexdigest()
    return f"uuid:{identity[:8]}-{identity[8:12]}-5{identity[13:16]}-8{identity[17:20]}-{identity[20:32]}"


def _rows(meta: Meta, standards: tuple[Standard, ...], version: str) -> list[str]:
    made = escape(producer(version))
    rows = [
        "<dc:format>application/pdf</dc:format>",
        f"<dc:title>{_alternatives(meta.title)}</dc:title>",
        f"<dc:language><rdf:Bag><rdf:li>{escape(meta.language)}</rdf:li></rdf:Bag></dc:language>",
    ]
    if meta.author:
        rows.append(f"<dc:creator><rdf:Seq><rdf:li>{escape(meta.author)}</rdf:li></rdf:Seq></dc:creator>")
    if meta.subject:
        rows.append(f"<dc:description>{_alternatives(meta.subject)}</dc:description>")
    if meta.sources:
        rows.append(f"<dc:source>{escape('；'.join(meta.sources))}</dc:source>")
    rows += [f"<pdfx:{key}>{escape(value)}</pdfx:{key}>" for key, _, value in _particulars(meta)]
    if meta.keywords:
        words = "".join(f"<rdf:li>{escape(word)}</rdf:li>" for word in meta.keywords)
        rows.append(f"<dc:subject><rdf:Bag>{words}</rdf:Bag></dc:subject>")
        rows.append(f"<pdf:Keywords>{escape(_keywords(meta))}</pdf:Keywords>")
    rows += [
        f"<xmp:CreatorTool>{made}</xmp:CreatorTool>",
        *(f"<xmp:{key}>{meta.date}</xmp:{key}>" for key in ("CreateDate", "ModifyDate", "MetadataDate")),
        f"<pdf:Producer>{made}</pdf:Producer>",
        "<pdf:Trapped>False</pdf:Trapped>",
        f"<xmpMM:DocumentID>{document_id(meta.identifier, meta.title)}</xmpMM:DocumentID>",
        "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>",
        "<xmpMM:VersionID>1</xmpMM:VersionID>",
    ]
    for standard in standards:
        rows += _identification(standard)
    return rows


def _identification(standard: Standard) -> list[str]:
    if standard.part:
        level = standard.conformance
        below = f"<pdfaid:conformance>{level}</pdfaid:conformance>" if level else f"<pdfaid:rev>{REVISION}</pdfaid:rev>"
        return [f"<pdfaid:part>{standard.part}</pdfaid:part>", below]
    if standard.name == "PDF/UA-1":
        return ["<pdfuaid:part>1</pdfuaid:part>"]
    return [f"<pdfxid:GTS_PDFXVersion>{standard.name}</pdfxid:GTS_PDFXVersion>"]


CREEP = "CreepCompensation"
"""The entry by which `impose` knows that the pages have been moved."""


def _particulars(meta: Meta) -> tuple[tuple[str, str, str], ...]:
    """What a document says of itself: key, meaning and value of each entry that is given."""
    every = (
        ("DocumentNumber", "Number of the official document (发文字号)", meta.number),
        ("DateSigned", "Day of signature (成文日期)", meta.signed),
        ("ProducedBy", "Body that produced the file (制作单位)", meta.body),
        (CREEP, "Creep that the pages make up for already (爬移补偿)", meta.creep),
    )
    return tuple(row for row in every if row[2])


def _extensions(meta: Meta, standards: tuple[Standard, ...]) -> str:
    if not any(s.part for s in standards):
        return ""
    spaces = "".join(f' xmlns:{key}="{uri}"' for key, uri in EXTENSION_SPACES.items())
    schemas = "".join(
        _schema(title, SPACES[key], key, _property(prop, kind, category, f"{title}: {prop}"))
        for key, title, prop, kind, category in EXTENSIONS
    )
    if own := _particulars(meta):
        listed = "".join(_property(key, "Text", "external", meaning) for key, meaning, _ in own)
        schemas += _schema("Particulars of the document", OWN_SPACE, "pdfx", listed)
    return (
        f'<rdf:Description rdf:about=""{spaces}><pdfaExtension:schemas><rdf:Bag>\n{schemas}'
        "</rdf:Bag></pdfaExtension:schemas></rdf:Description>\n"
    )


def _schema(title: str, space: str, prefix: str, properties: str) -> str:
    return (
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaSchema:schema>{title}</pdfaSchema:schema>"
        f"<pdfaSchema:namespaceURI>{space}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property></rdf:li>\n"
    )


def _property(key: str, kind: str, category: str, meaning: str) -> str:
    return (
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{key}</pdfaProperty:name><pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
        f"<pdfaProperty:category>{category}</pdfaProperty:category>"
        f"<pdfaProperty:description>{meaning}</pdfaProperty:description></rdf:li>"
    )


def _alternatives(value: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(value)}</rdf:li></rdf:Alt>'


def _keywords(meta: Meta) -> str:
    return ", ".join(meta.keywords)


def pdf_date(iso: str) -> str:
    """2024-01-21T00:00:00+08:00 as D:20240121000000+08'00'."""
    digits = "".join(c for c in iso[:19] if c.isdigit())
    zone = iso[19:]
    return digits + (f"{zone[:3]}'{zone[4:6]}'" if zone[:1] in ("+", "-") else "Z")
