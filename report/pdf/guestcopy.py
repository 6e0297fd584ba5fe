"""Objects of a foreign file into ours: numbered anew, forms cleaned, only what the page's content uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from report.pdf import guestrules
from report.pdf.guestcode import Code, cleaned
from report.pdf.guestrules import Finding
from report.pdf.objects import Store
from report.pdf.syntax import name as written_name
from report.pdf.syntax import stream

LEFT_OUT = frozenset(
    {
        *("/StructParent", "/StructParents", "/OC", "/Metadata", "/PieceInfo", "/LastModified", "/Parent"),
        *("/Alternates", "/OPI", "/Ref", "/Measure", "/PtData", "/Interpolate", "/CIDSet", "/CharSet", "/ProcSet"),
    }
)
"""Entries that lead out of a page's looks, or that PDF/A forbids or checks and no reader needs."""
DEVICE = frozenset({"/TR", "/TR2", "/HT", "/HTO", "/HTP", "/BG", "/BG2", "/UCR", "/UCR2"})
"""Entries of a graphics state that are for one device, and that PDF/A and PDF/X forbid."""
OWN = frozenset({"/Length", "/Filter", "/DecodeParms", "/DL"})
"""Entries of a stream that are said anew."""
CODED = frozenset({"/FlateDecode", "/LZWDecode", "/ASCII85Decode", "/ASCIIHexDecode", "/RunLengthDecode"})
"""Filters whose data is filtered anew, so that its bytes depend on our library alone."""
Told = Callable[[Finding], None]


class Copier:
    """Copies from one file; what is shared there is shared here. `told` hears of what may break a standard; `page` are
    the resources of the page, for forms that have none of their own."""

    def __init__(self, store: Store, told: Told) -> None:
        self._store, self.told = store, told
        self.page: Any = {}
        self._numbers: dict[tuple[int, int], int] = {}
        self._findings: dict[tuple[int, int], list[Finding]] = {}

    def resources(self, given: Any, code: Code) -> bytes:
        """The resources that the code uses, by category and name."""
        self._tell(guestrules.of_code(code.spaces, code.filters, given.get("/ColorSpace", {})))
        parts = []
        for category, names in sorted(code.names.items()):
            held = given.get(category, {})
            entries = [
                written_name(one[1:]) + b" " + self._used(category, held[one]) for one in sorted(names) if one in held
            ]
            if entries:
                parts.append(b"%s<<%s>>" % (category.encode(), b"".join(entries)))
        return b"<<%s>>" % b"".join(parts)

    def value(self, given: Any) -> bytes:
        """Any value; an object of its own becomes a reference to its copy."""
        import pikepdf

        match given:
            case bool():
                return b"true" if given else b"false"
            case int():
                return b"%d" % given
            case Decimal() | float():
                return format(given, "f").encode()
            case None:
                return b"null"
        if given.is_indirect:
            return b"%d 0 R" % self._number(given)
        match given:
            case pikepdf.Array():
                return b"[%s]" % b" ".join(self.value(one) for one in given)
            case pikepdf.Dictionary():
                return self._dictionary(given)
        unparsed: bytes = given.unparse()
        return unparsed

    def _dictionary(self, given: Any) -> bytes:
        self._tell(guestrules.of_object(given))
        if given.get("/Subtype") == "/Type3":  # its glyphs are drawn like pages
            for _, glyph in given.get("/CharProcs", {}).items():
                code = cleaned(glyph)
                self._tell(guestrules.of_code(code.spaces, code.filters, {}))
        return b"<<%s>>" % self._entries(given, LEFT_OUT)

    def _used(self, category: str, given: Any) -> bytes:
        if category == "/ColorSpace":
            self._tell(guestrules.of_space(given))
        if category == "/ExtGState":
            self._tell(guestrules.of_state(given))
            return b"<<%s>>" % self._entries(given, LEFT_OUT | DEVICE)
        return self.value(given)

    def _number(self, given: Any) -> int:
        """The number of an object's copy; each is copied once, and its findings are told to all who use it."""
        key = given.objgen
        if key not in self._numbers:
            self._numbers[key] = number = self._store.reserve()
            heard: list[Finding] = []
            outer, self.told = self.told, heard.append
            try:
                self._store.put(number, self._body(given))
            finally:
                self.told = outer
            self._findings[key] = heard
        self._tell(self._findings.get(key, ()))
        return self._numbers[key]

    def _body(self, given: Any) -> bytes:
        import pikepdf

        match given:
            case pikepdf.Stream():
                self._tell(guestrules.of_object(given))
                return self._stream(given)
            case pikepdf.Dictionary():
                return self._dictionary(given)
            case pikepdf.Array():
                return b"[%s]" % b" ".join(self.value(one) for one in given)
        unparsed: bytes = given.unparse(resolved=True)
        return unparsed

    def _stream(self, given: Any) -> bytes:
        if "/F" in given:
            self.told(Finding("feature", "/F"))
        if given.get("/Subtype") == "/Form" or given.get("/PatternType") == 1:
            code = cleaned(given)
            held = self.resources(given.get("/Resources", self.page), code)
            return stream(code.data, self._entries(given, LEFT_OUT | OWN | {"/Resources"}) + b"/Resources" + held)
        filters = given.get("/Filter")
        named = {str(filters)} if str(filters).startswith("/") else {str(one) for one in filters or ()}
        if named <= CODED:
            return stream(given.read_bytes(), self._entries(given, LEFT_OUT | OWN))
        if "/LZWDecode" in named:
            self.told(Finding("feature", "LZW"))
        return stream(given.read_raw_bytes(), self._entries(given, LEFT_OUT | {"/Length"}), compress=False)

    def _entries(self, given: Any, without: Iterable[str]) -> bytes:
        kept = [key for key in sorted(given.keys()) if key not in without]
        return b"".join(written_name(key[1:]) + b" " + self.value(given[key]) for key in kept)

    def _tell(self, found: Iterable[Finding]) -> None:
        for one in found:
            self.told(one)
