"""A subset of a face as PDF objects: program, descriptor, CIDFont, Type0 fonts, ToUnicode (ISO 32000-1, 9.7)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from report.drawing import Face
from report.named import NamedTuple
from report.pdf.objects import Store
from report.pdf.syntax import name, num, nums


class Embedding(NamedTuple):
    """What is written of a face: by code its text (a layer for each Type0 font), width, glyph, and vertical metrics."""

    face: Face
    key: str
    program: bytes
    compact: bool
    box: tuple[int, ...]
    layers: tuple[Mapping[int, str], ...]
    widths: Mapping[int, float]
    glyphs: Mapping[int, int]
    upright: Mapping[int, tuple[float, float, float]]
    level: bool


def embedded(font: Embedding, store: Store) -> Iterator[tuple[str, int]]:
    """The resource names of the Type0 fonts and their object numbers; a name with V is the vertical one."""
    tag = hashlib.sha256(repr([sorted(layer.items()) for layer in font.layers]).encode()).digest()
    base = name("".join(chr(65 + b % 26) for b in tag[:6]) + "+" + font.face.postscript_name)
    descendant = _descendant(font, base, store)
    modes = "H" * font.level + "V" * bool(font.upright)
    for number, layer in enumerate(font.layers):
        unicode = store.add_stream(_to_unicode(layer))
        for mode in modes:
            type0 = (
                b"<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-%s/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
            )
            yield (
                layer_key(font.key, number) + mode.strip("H"),
                store.add(type0 % (base, mode.encode(), descendant, unicode)),
            )


def layer_key(key: str, layer: int) -> str:
    """The resource name of a layer: F0, F0b, F0c …"""
    return key if layer == 0 else f"{key}{chr(ord('a') + layer)}"


def _descendant(font: Embedding, base: bytes, store: Store) -> int:
    if font.compact:
        program = store.add_stream(font.program, b"/Subtype/CIDFontType0C")
        kind, mapping, file = b"/CIDFontType0", b"", b"/FontFile3"
    else:
        program = store.add_stream(font.program, b"/Length1 %d" % len(font.program))
        kind, mapping, file = b"/CIDFontType2", _mapping(font, store), b"/FontFile2"
    metrics = f"/Ascent {num(font.face.ascent)}/Descent {num(font.face.descent)}/CapHeight {num(font.face.cap_height)}"
    descriptor = store.add(
        b"<</Type/FontDescriptor/FontName%s/Flags 4/FontBBox[%s]/ItalicAngle 0/StemV 80%s%s %d 0 R>>"
        % (base, nums(font.box).encode(), metrics.encode(), file, program)
    )
    return store.add(
        b"<</Type/Font/Subtype%s/BaseFont%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor %d 0 R/DW 1000/W[%s]%s%s>>"
        % (kind, base, descriptor, _widths(font).encode(), _upright(font).encode(), mapping)
    )


def _mapping(font: Embedding, store: Store) -> bytes:
    """Identity, unless a glyph has a second code."""
    if all(code == glyph for code, glyph in font.glyphs.items()):
        return b"/CIDToGIDMap/Identity"
    table = b"".join(font.glyphs.get(code, 0).to_bytes(2, "big") for code in range(max(font.glyphs) + 1))
    return b"/CIDToGIDMap %d 0 R" % store.add_stream(table)


def _widths(font: Embedding) -> str:
    """Widths of codes that are not one em wide; codes in a row share a bracket."""
    parts: list[str] = []
    last = -2
    for code, width in sorted(font.widths.items()):
        if width == 1000:
            continue
        parts.append(f" {num(width)}" if code == last + 1 else f"]{code}[{num(width)}")
        last = code
    return "".join(parts)[1:] + "]" * bool(parts)


def _upright(font: Embedding) -> str:
    """Advance down and origin of vertical glyphs, where they are not what DW2 gives when it is absent (9.7.4.3)."""
    rows = []
    for code, (advance, dx, dy) in sorted(font.upright.items()):
        if (advance, dx, dy) != (1000, -font.widths[code] / 2, -880):
            rows.append(f"{code}[{num(-advance)} {num(-dx)} {num(-dy)}]")
    return f"/W2[{''.join(rows)}]" if rows else ""


def _to_unicode(layer: Mapping[int, str]) -> bytes:
    """Codes back to source text, astral characters as surrogate pairs (9.10.3)."""
    rows = sorted(layer.items())
    out = [
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def",
        "/CMapName/Adobe-Identity-UCS def/CMapType 2 def",
        "1 begincodespacerange<0000><FFFF>endcodespacerange",
    ]
    for at in range(0, len(rows), 100):
        part = rows[at : at + 100]
        out.append(f"{len(part)} beginbfchar")
        out += [f"<{code:04X}><{text.encode('utf-16-be').hex().upper()}>" for code, text in part]
        out.append("endbfchar")
    out.append("endcmap CMapName currentdict/CMap defineresource pop end end")
    return "\n".join(out).encode("ascii")
