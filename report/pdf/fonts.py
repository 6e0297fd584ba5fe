"""Type0 fonts of our own: one subset for each face, CID = glyph of the subset, ToUnicode from the source text.

Layout comes before painting, so the set of glyphs is known and content is written once with final codes ("final" of
engine.md, section 3). A glyph that stands for two texts gets two CIDs, through a CIDToGIDMap.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import uharfbuzz as hb

from report.drawing import Face, Group, Item, Marked, Paged, Run
from report.pdf.objects import Store
from report.pdf.syntax import name, num, nums

DROPPED = "GSUB GPOS GDEF BASE vhea vmtx VORG name post OS/2 STAT cmap gasp prep fpgm cvt DSIG kern hdmx LTSH VDMX"
"""Tables that a CIDFont does not need (ISO 32000-1, 9.9); layout happened before."""


class _Font:
    """One face as it is written: which glyph and text has which code."""

    def __init__(self, face: Face, key: str) -> None:
        self.face, self.key = face, key
        self.hb_face = hb.Face(hb.Blob.from_file_path(face.path), face.index)
        self.scale = 1000 / self.hb_face.upem
        self.pairs: dict[tuple[int, str], int] = {}
        self.codes: dict[tuple[int, str], str] = {}
        self.widths: dict[int, float] = {}
        self.program = b""

    def freeze(self) -> None:
        """Subsets the face; first texts of a glyph take its own code, further ones take codes after the last glyph."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update({glyph for glyph, _ in self.pairs})
        flags = hb.SubsetFlags
        wanted.flags = flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE | flags.NO_BIDI_CLOSURE | flags.NOTDEF_OUTLINE
        for tag in DROPPED.split():
            wanted.drop_table_tag_set.add(int.from_bytes(tag.ljust(4).encode(), "big"))
        if self.compact:
            wanted.flags |= flags.CFF_IDENTITY_CHARSET | flags.DESUBROUTINIZE
        plan = hb.SubsetPlan(self.hb_face, wanted)
        mapping = dict(plan.old_to_new_glyph_mapping)
        subset = plan.execute()
        self.program = bytes(subset.reference_table("CFF ").data) if self.compact else bytes(subset.blob.data)
        self._number(mapping)

    def _number(self, mapping: dict[int, int]) -> None:
        font = hb.Font(self.hb_face)
        following = max(mapping.values()) + 1
        taken: set[int] = set()
        self.glyph_of: dict[int, int] = {}
        for glyph, text in sorted(self.pairs):
            code = mapping[glyph]
            if glyph in taken:
                code, following = following, following + 1
            taken.add(glyph)
            self.glyph_of[code] = mapping[glyph]
            self.pairs[glyph, text] = code
            self.codes[glyph, text] = f"{code:04X}"
            self.widths[glyph] = round(font.get_glyph_h_advance(glyph) * self.scale, 3)

    @property
    def compact(self) -> bool:
        """Whether the outlines are CFF."""
        return "CFF " in self.hb_face.table_tags


class FontSet:
    """All fonts of a document, frozen."""

    def __init__(self, paged: Paged) -> None:
        self._fonts: dict[str, _Font] = {}
        for run in _runs(item for page in paged.pages for item in page.items):
            font = self._fonts.get(run.face.key)
            if font is None:
                font = self._fonts[run.face.key] = _Font(run.face, f"F{len(self._fonts)}")
            for pair in zip(run.glyphs, run.texts, strict=True):
                font.pairs.setdefault(pair, 0)
        for font in self._fonts.values():
            font.freeze()

    def name(self, face: Face) -> str:
        return self._fonts[face.key].key

    def codes(self, run: Run) -> list[str]:
        """The code of each glyph, as four hexadecimal digits."""
        codes = self._fonts[run.face.key].codes
        return [codes[pair] for pair in zip(run.glyphs, run.texts, strict=True)]

    def width(self, face: Face, glyph: int) -> float:
        """The advance that the font program gives a glyph, in thousandths of an em."""
        return self._fonts[face.key].widths[glyph]

    def regular(self, run: Run) -> bool:
        """Whether every advance of the run is the font's own."""
        widths = self._fonts[run.face.key].widths
        return all(abs(a - widths[g]) < 0.5 for a, g in zip(run.advances, run.glyphs, strict=True))

    def write(self, store: Store) -> bytes:
        """All fonts as objects; returns the entries of the font dictionary."""
        return b"".join(b"/%s %d 0 R" % (f.key.encode(), _write(f, store)) for f in self._fonts.values())


def _runs(items: Iterable[Item]) -> Iterator[Run]:
    for item in items:
        if isinstance(item, Run):
            yield item
        elif isinstance(item, Group | Marked):
            yield from _runs(item.items)


def _write(font: _Font, store: Store) -> int:
    tag = hashlib.sha256(repr(sorted(font.pairs)).encode()).digest()
    base = name("".join(chr(65 + b % 26) for b in tag[:6]) + "+" + font.face.postscript_name)
    if font.compact:
        program = store.add_stream(font.program, b"/Subtype/CIDFontType0C")
        kind, mapping, file = b"/CIDFontType0", b"", b"/FontFile3"
    else:
        program = store.add_stream(font.program, b"/Length1 %d" % len(font.program))
        kind, mapping, file = b"/CIDFontType2", _mapping(font, store), b"/FontFile2"
    face = font.face
    metrics = nums((face.ascent, face.descent, face.cap_height)).split()
    descriptor = store.add(
        b"<</Type/FontDescriptor/FontName%s/Flags 4/FontBBox[%s]/ItalicAngle 0/StemV 80/Ascent %s/Descent %s/CapHeight %s%s %d 0 R>>"
        % (base, _box(font), *(m.encode() for m in metrics), file, program)
    )
    descendant = store.add(
        b"<</Type/Font/Subtype%s/BaseFont%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor %d 0 R/DW 1000/W[%s]%s>>" % (kind, base, descriptor, _widths(font), mapping)
    )
    unicode = store.add_stream(_to_unicode(font))
    return store.add(
        b"<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
        % (base, descendant, unicode)
    )


def _mapping(font: _Font, store: Store) -> bytes:
    """Identity, unless a glyph has a second code."""
    if all(code == glyph for code, glyph in font.glyph_of.items()):
        return b"/CIDToGIDMap/Identity"
    table = b"".join(font.glyph_of.get(code, 0).to_bytes(2, "big") for code in range(max(font.glyph_of) + 1))
    return b"/CIDToGIDMap %d 0 R" % store.add_stream(table)


def _box(font: _Font) -> bytes:
    head = font.hb_face.reference_table("head").data
    values = (int.from_bytes(head[i : i + 2], "big", signed=True) * font.scale for i in (36, 38, 40, 42))
    return nums(round(v) for v in values).encode()


def _widths(font: _Font) -> bytes:
    """Widths of codes that are not one em wide."""
    rows = sorted((code, font.widths[glyph]) for (glyph, _), code in font.pairs.items())
    return " ".join(f"{code}[{num(width)}]" for code, width in rows if width != 1000).encode()


def _to_unicode(font: _Font) -> bytes:
    """Codes back to source text, astral characters as surrogate pairs (ISO 32000-1, 9.10.3)."""
    rows = sorted((code, text or "\u200b") for (_, text), code in font.pairs.items())
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
