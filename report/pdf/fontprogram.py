"""A font file, opened: widths, boxes, and subsets of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from report.drawing import Face

DROPPED = tuple(
    tag.ljust(4)
    for tag in (
        *("GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "VORG", "name", "post", "OS/2", "STAT", "cmap"),
        *("gasp", "prep", "fpgm", "cvt", "DSIG", "kern", "hdmx", "LTSH", "VDMX"),
    )
)
"""Tables that a CIDFont does not need (ISO 32000-1, 9.9); layout happened before."""
MANY = 4
"""The subset of a font in one process from which more are to be expected."""


class Program:
    """A font file, opened."""

    def __init__(self, face: Face) -> None:
        self.hb_face = hb.Face(hb.Blob.from_file_path(face.path), face.index)
        self.font = hb.Font(self.hb_face)
        self.variations = face.variations
        self.font.set_variations(dict(face.variations))
        self.scale = 1000 / self.hb_face.upem
        self.compact = "CFF " in self.hb_face.table_tags
        self._subsets = 0
        self._source = self.hb_face

    def width(self, glyph: int) -> float:
        """The advance of a glyph, in thousandths of an em."""
        return float(round(self.font.get_glyph_h_advance(glyph) * self.scale, 3))

    def box(self) -> tuple[int, ...]:
        """The box of all glyphs, in thousandths of an em."""
        head = self.hb_face.reference_table("head").data
        return tuple(round(int.from_bytes(head[i : i + 2], "big", signed=True) * self.scale) for i in (36, 38, 40, 42))

    def subset(self, glyphs: Iterable[int], retain: bool = False) -> tuple[bytes, dict[int, int]]:
        """The program with these glyphs only, and their ids in it; `retain` keeps the ids.

        A process that makes many takes them from a bare copy, which is made in the time of six and makes each ten times
        as fast: most of it is to find the texts of all glyphs, which is for a `cmap` that is dropped.
        """
        self._subsets += 1
        if self._subsets == MANY and not self.variations:
            self._source = _bare(self.hb_face)
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(glyphs)
        flags = hb.SubsetFlags
        wanted.flags = flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE | flags.NO_BIDI_CLOSURE | flags.NOTDEF_OUTLINE
        if retain:
            wanted.flags |= flags.RETAIN_GIDS
        if self.compact:
            wanted.flags |= flags.CFF_IDENTITY_CHARSET | flags.DESUBROUTINIZE
        for tag in DROPPED:
            wanted.drop_table_tag_set.add(int.from_bytes(tag.encode(), "big"))
        for axis, value in self.variations:
            wanted.pin_axis_location(self.hb_face, axis, value)
        plan = hb.SubsetPlan(self._source, wanted)
        made = plan.execute()
        data = made.reference_table("CFF ").data if self.compact else made.blob.data
        return bytes(data), dict(plan.old_to_new_glyph_mapping)


def program_of(face: Face) -> Program:
    """The opened file of a face, which a process that writes many documents opens once: what HarfBuzz finds out of a
    font for its first subset takes longer than the subset."""
    about = Path(face.path).stat()
    return _opened(face, (about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns))


@lru_cache(maxsize=32)
def _opened(face: Face, _stamp: tuple[int, ...]) -> Program:
    return Program(face)


def _bare(face: hb.Face) -> hb.Face:
    """The font without the tables that no subset has."""
    tables = [(tag, face.reference_table(tag).data) for tag in sorted(face.table_tags) if tag not in DROPPED]
    listed, at = [], 12 + 16 * len(tables)
    for tag, data in tables:
        listed.append(tag.encode() + bytes(4) + at.to_bytes(4, "big") + len(data).to_bytes(4, "big"))
        at += len(data)
    head = b"\x00\x01\x00\x00" + len(tables).to_bytes(2, "big") + bytes(6)
    return hb.Face(hb.Blob(b"".join((head, *listed, *(data for _, data in tables)))))
