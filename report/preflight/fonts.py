"""Fonts of a PDF: embedded or not, subset, readable, as wide as they say."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from report.named import NamedTuple
from report.patterns import late
from report.record import record

TAGGED = late(r"^[A-Z]{6}\+")
FILES = ("/FontFile", "/FontFile2", "/FontFile3")
IDENTITY = ("/Identity-H", "/Identity-V")
STANDARD_14 = ("Courier", "Helvetica", "Times", "Symbol", "ZapfDingbats")


@record
class Font:
    """What a font of the file is.

    `width` gives the advance of a code in thousandths of an em; `two` says that codes take two bytes; `used` are the
    codes that are shown, `unmapped` those without text, `missing` those without a glyph, `crooked` those whose width
    in the PDF and in the font file differ. `cids` is "" where there is no CIDSet, else `right` or `wrong`.
    """

    name: str
    kind: str
    embedded: bool
    subset: bool
    readable: bool
    vertical: bool
    two: bool
    pages: tuple[int, ...]
    used: int
    unmapped: int
    missing: int
    crooked: int
    cids: str

    @property
    def plain(self) -> str:
        """The name without the tag of a subset."""
        return TAGGED.sub("", self.name)


class Metrics:
    """What laying glyphs side by side takes: made once a font, asked for every string."""

    def __init__(self, font: Any) -> None:
        self.font = font
        self.kind = str(font.get("/Subtype", ""))
        self.encoding = font.get("/Encoding")
        self.two = self.kind == "/Type0"
        self.inner = _descendant(font) if self.two else font
        self.vertical = self.two and str(self.encoding).endswith("-V")
        self.scale = 1.0
        self.shown: set[bytes] = set()
        self.pages: set[int] = set()
        if self.two:
            self.default = _number(self.inner.get("/DW"), 1000.0)
            self.widths: Mapping[int, float] = dict(_cid_widths(self.inner.get("/W")))
        else:
            self.default = 500.0 if "/Widths" not in font else 0.0
            first = int(_number(font.get("/FirstChar"), 0))
            given = font.get("/Widths", ())
            self.widths = {first + i: _number(width, 0.0) for i, width in enumerate(given)}
            if self.kind == "/Type3":
                self.scale = 1000 * abs(_number(font.get("/FontMatrix", (0.001,))[0], 0.001))

    def codes(self, text: bytes) -> Sequence[int]:
        if not self.two:
            return text
        return struct.unpack(f">{len(text) // 2}H", text[: len(text) & ~1])

    def advance(self, text: bytes) -> float:
        """The length of a string along the line, in thousandths of an em, without extra spacing."""
        codes = self.codes(text)
        if self.vertical:
            return 1000.0 * len(codes)
        get, default = self.widths.get, self.default
        return self.scale * sum([get(code, default) for code in codes])


def _descendant(font: Any) -> Any:
    import pikepdf

    inner = font.get("/DescendantFonts")
    return inner[0] if inner is not None and len(inner) else pikepdf.Dictionary()


def _number(value: Any, otherwise: float) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return otherwise


def _cid_widths(array: Any) -> Iterator[tuple[int, float]]:
    """The pairs of /W: `first [w w w]` and `first last w`."""
    import pikepdf

    values = list(array) if array is not None else []
    at = 0
    while at + 1 < len(values):
        first, second = int(values[at]), values[at + 1]
        if isinstance(second, pikepdf.Array):
            yield from ((first + i, float(width)) for i, width in enumerate(second))
            at += 2
        elif at + 2 < len(values):
            width = float(values[at + 2])
            yield from ((cid, width) for cid in range(first, min(int(second), first + 65535) + 1))
            at += 3
        else:
            return


def read_font(metrics: Metrics) -> Font:
    """All that rules ask of a font."""
    font, inner = metrics.font, metrics.inner
    descriptor = inner.get("/FontDescriptor")
    files = [key for key in FILES if descriptor is not None and key in descriptor]
    name = str(font.get("/BaseFont", font.get("/Name", "/Type3"))).removeprefix("/")
    codes = frozenset(code for text in metrics.shown for code in metrics.codes(text))
    mapped = _mapped(font.get("/ToUnicode"))
    type3 = metrics.kind == "/Type3"
    outlines = _outlines(descriptor[files[0]]) if files == ["/FontFile2"] else None
    glyphs = _glyphs(metrics, codes)
    return Font(
        name=name,
        kind=_kind(metrics, inner),
        embedded=type3 or bool(files),
        subset=bool(TAGGED.match(name)),
        readable=mapped is not None or _readable_by_name(metrics),
        vertical=metrics.vertical,
        two=metrics.two,
        pages=tuple(sorted(metrics.pages)),
        used=len(codes),
        unmapped=len(codes - mapped) if mapped is not None else 0 if _readable_by_name(metrics) else len(codes),
        missing=_missing(metrics, codes, glyphs, outlines),
        crooked=_crooked(metrics, glyphs, outlines),
        cids=_cid_set(descriptor, codes) if metrics.two else "",
    )


def _kind(metrics: Metrics, inner: Any) -> str:
    kinds = {"/CIDFontType2": "CID TrueType", "/CIDFontType0": "CID CFF"}
    return kinds.get(str(inner.get("/Subtype", "")), metrics.kind.removeprefix("/"))


def _readable_by_name(metrics: Metrics) -> bool:
    """Whether a simple font says its text by the names of a standard encoding."""
    import pikepdf

    encoding = metrics.encoding
    if metrics.two:
        return str(encoding) not in IDENTITY and isinstance(encoding, pikepdf.Name)
    named = encoding.get("/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else encoding
    return str(named) in ("/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding") or (
        isinstance(encoding, pikepdf.Dictionary) and metrics.kind != "/Type3"
    )


_CHARS = late(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = late(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_PAIR = late(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = late(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])")


def _mapped(cmap: Any) -> frozenset[int] | None:
    """The codes that ToUnicode turns into text; nothing where there is no such map."""
    import pikepdf

    if not isinstance(cmap, pikepdf.Stream):
        return frozenset(range(65536)) if isinstance(cmap, pikepdf.Name) else None
    data = cmap.read_bytes()
    found: set[int] = set()
    for part in _CHARS.findall(data):
        found.update(int(code, 16) for code, text in _PAIR.findall(part) if _is_text(text))
    for part in _RANGES.findall(data):
        for first, last, text, _ in _RANGE.findall(part):
            if not text or _is_text(text):
                found.update(range(int(first, 16), min(int(last, 16), 65535) + 1))
    return frozenset(found)


def _is_text(hexadecimal: bytes) -> bool:
    """Whether it stands for something: U+0000, U+FEFF and U+FFFE are none (ISO 19005-2, 6.2.11.7.2)."""
    return bytes(hexadecimal).replace(b" ", b"").upper() not in (b"", b"0000", b"FEFF", b"FFFE")


class _Outlines(NamedTuple):
    """Of a TrueType file: number of glyphs, advance of each in thousandths of an em."""

    glyphs: int
    advances: tuple[float, ...]


def _outlines(stream: Any) -> _Outlines | None:
    """Nothing where the file is damaged or no TrueType."""
    data = stream.read_bytes()
    try:
        tables = _tables(data)
        (units,) = struct.unpack_from(">H", data, tables[b"head"] + 18)
        (count,) = struct.unpack_from(">H", data, tables[b"maxp"] + 4)
        (measured,) = struct.unpack_from(">H", data, tables[b"hhea"] + 34)
        pairs = struct.unpack_from(f">{2 * measured}H", data, tables[b"hmtx"])
    except (struct.error, KeyError):
        return None
    if not units or not measured:
        return None
    widths = [1000 * width / units for width in pairs[0::2]]
    return _Outlines(count, (*widths, *[widths[-1]] * (count - measured)))


def _tables(data: bytes) -> Mapping[bytes, int]:
    (count,) = struct.unpack_from(">H", data, 4)
    rows = (struct.unpack_from(">4sLLL", data, 12 + 16 * i) for i in range(count))
    return {tag: offset for tag, _, offset, _ in rows}


def _glyphs(metrics: Metrics, codes: frozenset[int]) -> Mapping[int, int] | None:
    """Which glyph of a TrueType file each code shows; nothing where that takes more than a table of the PDF."""
    import pikepdf

    if not metrics.two or str(metrics.encoding) not in IDENTITY:
        return None
    table = metrics.inner.get("/CIDToGIDMap")
    if isinstance(table, pikepdf.Stream):
        data = table.read_bytes()
        return {code: int.from_bytes(data[2 * code : 2 * code + 2], "big") for code in codes}
    return {code: code for code in codes}


def _missing(
    metrics: Metrics, codes: frozenset[int], glyphs: Mapping[int, int] | None, outlines: _Outlines | None
) -> int:
    """Codes that show .notdef."""
    import pikepdf

    if glyphs is not None:
        limit = outlines.glyphs if outlines else 65536
        return sum(glyph == 0 or glyph >= limit for glyph in glyphs.values())
    if isinstance(metrics.encoding, pikepdf.Dictionary):
        return len(codes & _named_notdef(metrics.encoding.get("/Differences", ())))
    return 0


def _named_notdef(differences: Any) -> frozenset[int]:
    found: set[int] = set()
    at = 0
    for one in differences:
        try:
            at = int(one)
        except (TypeError, ValueError):
            if str(one) == "/.notdef":
                found.add(at)
            at += 1
    return frozenset(found)


def _crooked(metrics: Metrics, glyphs: Mapping[int, int] | None, outlines: _Outlines | None) -> int:
    """Codes whose width differs by more than a thousandth of an em (ISO 19005-2, 6.2.11.5)."""
    if glyphs is None or outlines is None:
        return 0
    held = outlines.advances
    get, default = metrics.widths.get, metrics.default
    return sum(abs(get(code, default) - held[glyph]) > 1.01 for code, glyph in glyphs.items() if glyph < len(held))


def _cid_set(descriptor: Any, codes: frozenset[int]) -> str:
    if descriptor is None or "/CIDSet" not in descriptor:
        return ""
    bits = descriptor["/CIDSet"].read_bytes()
    named = all(code >> 3 < len(bits) and bits[code >> 3] >> (7 - (code & 7)) & 1 for code in codes)
    return "right" if named else "wrong"
