"""Files that lie in the document: what it was made from, as PDF/A-3 asks (ISO 19005-3, 6.8)."""

from __future__ import annotations

from collections.abc import Sequence

from report.pdf.document import Source
from report.pdf.metadata import pdf_date
from report.pdf.objects import Store
from report.pdf.syntax import literal, name, text

SOURCE, DATA = "Source", "Data"
"""What a file is to the document (AFRelationship): the report itself, what it reads."""


def embedded(sources: Sequence[Source], date: str, store: Store) -> tuple[bytes, bytes]:
    """The entries Names and AF of the catalog; file names in the order of their bytes (ISO 32000-1, 7.9.6)."""
    rows = []
    for given in sorted(sources, key=lambda one: text(one.name)):
        params = b"/Params<</Size %d/ModDate(D:%s)>>" % (len(given.data), pdf_date(date).encode())
        stored = store.add_stream(given.data, b"/Type/EmbeddedFile/Subtype" + name(given.mime) + params)
        kind = SOURCE if given.mime.endswith("yaml") else DATA
        plain = literal(given.name) if given.name.isascii() else text(given.name)
        files = b"/EF<</F %d 0 R/UF %d 0 R>>/AFRelationship%s" % (stored, stored, name(kind))
        spec = b"<</Type/Filespec/F%s/UF%s/Desc%s%s>>" % (plain, text(given.name), text(given.name), files)
        rows.append((text(given.name), store.add(spec)))
    listed = b"".join(b"%s %d 0 R " % row for row in rows)
    names = b"<</EmbeddedFiles<</Names[%s]>>>>" % listed
    return names, b"[%s]" % b" ".join(b"%d 0 R" % number for _, number in rows)
