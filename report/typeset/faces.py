"""A face's glyphs: which characters it has, which face stands in for it, whether it is whole and may be embedded."""

from __future__ import annotations

import hashlib
import struct
import unicodedata
from collections.abc import Hashable, Iterator
from pathlib import Path

import uharfbuzz as hb

from report.content.catalogue import Catalogue, FaceRecord, Family
from report.drawing import Face
from report.problem import ContentError, Place, Problem, problem

EMBEDDING_REFUSED = 0x0002
BITMAP_ONLY = 0x0200
"""OS/2 fsType: restricted licence embedding; bitmap embedding only (OpenType 1.9, OS/2 table)."""

REFUSED_KINDS = {b"wOFF": "WOFF", b"wOF2": "WOFF2", b"%!PS": "Type 1", b"\x80\x01": "Type 1"}


class OpenFace:
    """An opened face: its HarfBuzz font, its family's habits, its coverage."""

    __slots__ = ("_glyphs", "face", "family", "font", "hb_face", "scale", "upem")

    def __init__(self, face: Face, family: Family, hb_face: hb.Face) -> None:
        self.face, self.family, self.hb_face = face, family, hb_face
        self.font = hb.Font(hb_face)
        self.font.set_variations(dict(face.variations))
        self.upem: int = hb_face.upem
        self.scale = 1000 / self.upem
        self._glyphs: dict[str, int] = {}

    def glyph(self, char: str) -> int:
        """The nominal glyph of a character, 0 when the face has none."""
        found = self._glyphs.get(char)
        if found is None:
            found = self.font.get_nominal_glyph(ord(char)) or 0
            self._glyphs[char] = found
        return found

    def has(self, char: str) -> bool:
        return self.glyph(char) != 0

    def advance(self, char: str) -> float:
        """The advance of a character's nominal glyph, in thousandths of an em."""
        return float(self.font.get_glyph_h_advance(self.glyph(char)) * self.scale)


class Faces:
    """The faces of a catalogue, each opened and checked when it is first wanted."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._open: dict[tuple[str, int, str], OpenFace] = {}
        self._found: dict[tuple[str, str, int, str], OpenFace | None] = {}
        self.shapers: dict[Hashable, object] = {}
        """What has been shaped, by face and habits (report.typeset.shaping)."""
        self.paragraphs: dict[Hashable, object] = {}
        """What has been set, by content, style and measure (report.typeset.paragraph)."""

    def open(self, family: str, weight: int, style: str = "normal") -> OpenFace:
        """The face, whole and permitted; raises ContentError naming what there is instead."""
        key = (family, weight, style)
        if key not in self._open:
            entry = self.catalogue.families.get(family)
            if entry is None:
                known = "、".join(self.catalogue.families)
                raise ContentError([problem("unknown-family", name=family, available=known)])
            record = next((f for f in entry.faces if f.weight == weight and f.style == style), None)
            if record is None:
                available = "、".join(f"{f.weight} {f.style}" for f in entry.faces)
                wanted = f"{weight} {style}"
                raise ContentError([problem("unknown-weight", family=family, wanted=wanted, available=available)])
            self._open[key] = _opened(entry, record)
        return self._open[key]

    def chain(self, family: str, weight: int, style: str = "normal") -> Iterator[OpenFace]:
        """The face and its stand-ins in order, opened one by one as they are asked for."""
        for key in self.catalogue.fallback.get(family, (family,)):
            entry = self.catalogue.families[key]
            slant = style if any(f.style == style for f in entry.faces) else "normal"
            weights = [f.weight for f in entry.faces if f.style == slant]
            nearest = weight if key == family else min(weights, key=lambda w: abs(w - weight))
            record = next((f for f in entry.faces if f.weight == nearest), None)
            if entry.optional and (record is None or not Path(record.path).is_file()):
                continue
            yield self.open(key, nearest, slant)

    def find(self, char: str, family: str, weight: int, style: str = "normal") -> OpenFace | None:
        """The first face of the chain that has the character; None when none has."""
        key = (char, family, weight, style)
        try:
            return self._found[key]
        except KeyError:
            found = next((face for face in self.chain(family, weight, style) if face.has(char)), None)
            self._found[key] = found
            return found

    def find_all(self, text: str, family: str, weight: int, style: str = "normal") -> OpenFace | None:
        """The first face of the chain that has every character of a grapheme; selectors may be missing (rule 41)."""
        if len(text) == 1:
            return self.find(text, family, weight, style)
        needed = [char for char in text if not selector(char)]
        return next((f for f in self.chain(family, weight, style) if all(map(f.has, needed))), None)

    def used(self) -> tuple[Face, ...]:
        """The faces opened so far, by key."""
        return tuple(sorted((f.face for f in self._open.values()), key=lambda f: f.key))


def selector(char: str) -> bool:
    """Whether a character only chooses a variant of the one before it."""
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def missing_glyph_problem(char: str, family: str, place: Place | None) -> Problem:
    """A character that no font of the chain has."""
    code = f"U+{ord(char):04X}"
    name = unicodedata.name(char, "?")
    rare = "missing-glyph-rare" if 0x20000 <= ord(char) <= 0x2FFFF else "missing-glyph"
    return problem(rare, place, char=char, code=code, name=name, family=family)


def _opened(family: Family, record: FaceRecord) -> OpenFace:
    path = Path(record.path)
    if not path.is_file():
        raise ContentError([problem("font-missing", file=path.name, family=family.key)])
    data = path.read_bytes()
    _check_whole(record, data)
    _check_kind(record, data)
    blob = hb.Blob.from_file_path(record.path)
    key = f"{family.key}-{record.weight}" + ("" if record.style == "normal" else f"-{record.style}")
    face = Face(
        key, record.path, record.index, record.postscript_name, *family.em_box, family.cap_height, record.variations
    )
    return OpenFace(face, family, hb.Face(blob, record.index))


def _check_whole(record: FaceRecord, data: bytes) -> None:
    """The file is the one of the catalogue, byte for byte."""
    if record.sha256 and hashlib.sha256(data).hexdigest() != record.sha256:
        raise ContentError([problem("font-hash", file=Path(record.path).name)])


def _check_kind(record: FaceRecord, data: bytes) -> None:
    """Only sfnt fonts, static or pinned, whose licence bits allow embedding."""
    name = Path(record.path).name
    for start, kind in REFUSED_KINDS.items():
        if data.startswith(start):
            raise ContentError([problem("font-kind", file=name, kind=kind)])
    tables = _tables(data, record.index)
    if b"fvar" in tables and not record.variations:
        raise ContentError([problem("font-variable", file=name)])
    if b"OS/2" in tables:
        offset = tables[b"OS/2"]
        fs_type = struct.unpack(">H", data[offset + 8 : offset + 10])[0]
        if fs_type & EMBEDDING_REFUSED or fs_type & BITMAP_ONLY:
            raise ContentError([problem("font-licence", file=name, bits=fs_type)])


def _tables(data: bytes, index: int) -> dict[bytes, int]:
    """Table tags of an sfnt (or one font of a collection) with their offsets."""
    start = struct.unpack(">I", data[12 + 4 * index : 16 + 4 * index])[0] if data[:4] == b"ttcf" else 0
    count = struct.unpack(">H", data[start + 4 : start + 6])[0]
    records = (data[start + 12 + 16 * i : start + 28 + 16 * i] for i in range(count))
    return {r[:4]: struct.unpack(">I", r[8:12])[0] for r in records}
