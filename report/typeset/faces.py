"""A face's glyphs: which characters it has, which face stands in for it, whether it is whole and may be embedded."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import uharfbuzz as hb

from report.content.catalogue import Catalogue, FaceRecord, Family
from report.drawing import Face
from report.memory import Memory
from report.problem import ContentError, Place, Problem, problem
from report.typeset.sound import Digest

EMBEDDING_REFUSED = 0x0002
BITMAP_ONLY = 0x0200
"""OS/2 fsType: restricted licence embedding; bitmap embedding only (OpenType 1.9, OS/2 table)."""

REFUSED_KINDS = {b"wOFF": "WOFF", b"wOF2": "WOFF2", b"%!PS": "Type 1", b"\x80\x01": "Type 1"}

HALF_EM = 500.0
"""In thousandths of an em."""


class OpenFace:
    """An opened face: its HarfBuzz font, its family's habits, its coverage."""

    __slots__ = ("_glyphs", "_halves", "face", "family", "font", "hb_face", "scale", "upem")

    def __init__(self, face: Face, family: Family, hb_face: hb.Face) -> None:
        self.face, self.family, self.hb_face = face, family, hb_face
        self.font = hb.Font(hb_face)
        self.font.set_variations(dict(face.variations))
        self.upem: int = hb_face.upem
        self.scale = 1000 / self.upem
        self._glyphs: dict[str, int] = {}
        self._halves: bool | None = None

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

    @property
    def halves(self) -> bool:
        """Whether its Latin letters can be had in half an em."""
        if self._halves is None:
            buffer = hb.Buffer()
            buffer.add_str("mi")
            buffer.guess_segment_properties()
            hb.shape(self.font, buffer, {"hwid": True, "kern": False})
            self._halves = all(p.x_advance * self.scale == HALF_EM for p in buffer.glyph_positions)
        return self._halves


class Faces:
    """The faces of a catalogue, each opened and checked when it is first wanted; `memory` knows unchanged files.

    `opened` are those that reports before this one opened in the same process. Who does not check answers to one who
    opens the same faces and does.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        memory: Memory | None = None,
        opened: dict[FaceRecord, OpenFace] | None = None,
        *,
        checks: bool = True,
    ) -> None:
        self.catalogue, self._memory, self._checks = catalogue, memory, checks
        self._opened = {} if opened is None else opened
        self._open: dict[tuple[str, int, str], OpenFace] = {}
        self._found: dict[tuple[str, str, int, str], OpenFace | None] = {}
        self._late: list[Digest] | None = None
        self._waiting: list[Callable[[], object]] = []
        self.shapers: dict[Hashable, object] = {}
        """What has been shaped, by face and habits (report.typeset.shaping)."""
        self.paragraphs: dict[Hashable, object] = {}
        """What has been set, by content, style and measure (report.typeset.once)."""
        self.wrong: dict[Hashable, object] = {}
        """What has been set with something wrong, by where it was written too."""
        self.charts: dict[Hashable, object] | None = None
        """What has been drawn (report.layout.charts.finished), in a process that makes many reports."""
        self.standing: dict[Hashable, object] = {}
        """What earlier runs have set (report.typeset.standing)."""

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
            if record not in self._opened:
                self._check(entry, record)
                self._opened[record] = _opened(entry, record)
            self._open[key] = self._opened[record]
        return self._open[key]

    def _check(self, family: Family, record: FaceRecord) -> None:
        """The file is there, and is the one that the catalogue means, unless that is found later."""
        name = Path(record.path).name
        if not Path(record.path).is_file():
            raise ContentError([problem("font-missing", file=name, family=family.key)])
        if not record.sha256 or not self._checks:
            return
        digest = Digest(record, self._memory)
        if self._late is not None and not digest.known:
            digest.begin(self._late[-1] if self._late else None)
            self._late.append(digest)
        elif not digest.sound():
            raise ContentError([problem("font-hash", file=name)])

    @contextmanager
    def sound_at_end(self) -> Iterator[None]:
        """The fonts that are opened meanwhile are digested beside all else; however it ends, they are the files that
        the catalogue means, or ContentError is raised."""
        self._late = []
        try:
            yield
        finally:
            late, self._late = self._late, None
            waiting, self._waiting = self._waiting, []
            strange = [digest.record for digest in late if not digest.sound()]
            if strange:
                self._forget(strange)
                raise ContentError([problem("font-hash", file=Path(record.path).name) for record in strange])
            for do in waiting:
                do()

    def _forget(self, strange: list[FaceRecord]) -> None:
        """Fonts that are not what they should be, and all that was found out with them."""
        for record in strange:
            self._opened.pop(record, None)
        for known in (self._open, self._found, self.shapers, self.paragraphs, self.wrong, self.charts or {}):
            known.clear()

    def once_sound(self, do: Callable[[], object]) -> None:
        """Does what lasts beyond this run, but not before the fonts that it is made of are known to be sound."""
        if self._late:
            self._waiting.append(do)
        else:
            do()

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

    def keyed(self, key: str) -> Face:
        """The face that has a key, opened and checked as for any text; raises KeyError for a key of none."""
        for family in self.catalogue.families.values():
            for record in family.faces:
                if face_key(family.key, record.weight, record.style) == key:
                    return self.open(family.key, record.weight, record.style).face
        raise KeyError(key)

    def opened(self) -> tuple[OpenFace, ...]:
        """The faces opened so far with their glyphs, in the order of their opening."""
        return tuple(self._open.values())


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
    with Path(record.path).open("rb") as file:
        check_kind(record, file)
    blob = hb.Blob.from_file_path(record.path)
    key = face_key(family.key, record.weight, record.style)
    face = Face(
        key, record.path, record.index, record.postscript_name, *family.em_box, family.cap_height, record.variations
    )
    return OpenFace(face, family, hb.Face(blob, record.index))


def face_key(family: str, weight: int, style: str) -> str:
    """The name of a face in a document: song-700, and the style where it is not the normal one."""
    return f"{family}-{weight}" + ("" if style == "normal" else f"-{style}")


def check_kind(record: FaceRecord, file: BinaryIO) -> None:
    """Only sfnt fonts, static or pinned, whose licence bits allow embedding."""
    name = Path(record.path).name
    kind = REFUSED_KINDS.get(_part(file, 0, 4)) or REFUSED_KINDS.get(_part(file, 0, 2))
    if kind:
        raise ContentError([problem("font-kind", file=name, kind=kind)])
    tables = _tables(file, record.index)
    if b"fvar" in tables and not record.variations:
        raise ContentError([problem("font-variable", file=name)])
    if b"OS/2" in tables:
        fs_type = struct.unpack(">H", _part(file, tables[b"OS/2"] + 8, 2))[0]
        if fs_type & EMBEDDING_REFUSED or fs_type & BITMAP_ONLY:
            raise ContentError([problem("font-licence", file=name, bits=fs_type)])


def _tables(file: BinaryIO, index: int) -> dict[bytes, int]:
    """Table tags of an sfnt (or one font of a collection) with their offsets."""
    start = struct.unpack(">I", _part(file, 12 + 4 * index, 4))[0] if _part(file, 0, 4) == b"ttcf" else 0
    count = struct.unpack(">H", _part(file, start + 4, 2))[0]
    records = (_part(file, start + 12 + 16 * i, 16) for i in range(count))
    return {r[:4]: struct.unpack(">I", r[8:12])[0] for r in records}


def _part(file: BinaryIO, offset: int, length: int) -> bytes:
    file.seek(offset)
    return file.read(length)
