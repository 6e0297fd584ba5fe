"""Type0 fonts of our own: one subset for each face, CID = glyph of the subset, ToUnicode from the source text.

Layout comes before painting, so the set of glyphs is known and content is written once with final codes. A glyph that
stands for two texts has two codes: a further CID of the same glyph where outlines are TrueType; where they are CFF,
whose CIDs are its glyphs, the same CID in a further Type0 font over the same CIDFont, which differs in ToUnicode alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path

import uharfbuzz as hb

from report.drawing import Face, Paged, Run, runs_of
from report.named import NamedTuple
from report.pdf.fontfile import Embedding, embedded, layer_key
from report.pdf.objects import Store
from report.pdf.syntax import code_of

DROPPED = "GSUB GPOS GDEF BASE vhea vmtx VORG name post OS/2 STAT cmap gasp prep fpgm cvt DSIG kern hdmx LTSH VDMX"
"""Tables that a CIDFont does not need (ISO 32000-1, 9.9); layout happened before."""
MANY = 4
"""The subset of a font in one process from which more are to be expected."""
Upright = tuple[float, float, float]
"""Of a vertical glyph: advance downwards, and its origin from the axis, in thousandths of an em, y upwards."""


class Slot(NamedTuple):
    """Where a glyph is found: font resource, code as it stands in a string; and the program's width for it."""

    font: str
    code: str
    width: float


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

        A process that makes many has the font prepared for it, which takes as long as thirty subsets and makes each
        ten times as fast.
        """
        self._subsets += 1
        if self._subsets == MANY and not self.variations:
            self._source = hb.subset_preprocess(self.hb_face)
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(glyphs)
        flags = hb.SubsetFlags
        wanted.flags = flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE | flags.NO_BIDI_CLOSURE | flags.NOTDEF_OUTLINE
        if retain:
            wanted.flags |= flags.RETAIN_GIDS
        if self.compact:
            wanted.flags |= flags.CFF_IDENTITY_CHARSET | flags.DESUBROUTINIZE
        for tag in DROPPED.split():
            wanted.drop_table_tag_set.add(int.from_bytes(tag.ljust(4).encode(), "big"))
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


class Codes:
    """Codes and their texts: one layer, and further ones where a code would need a second text."""

    def __init__(self) -> None:
        self.layers: list[dict[int, str]] = [{}]

    def layer(self, code: int, text: str) -> int:
        """The number of the layer in which the code stands for the text."""
        for number, layer in enumerate(self.layers):
            if layer.setdefault(code, text) == text:
                return number
        self.layers.append({code: text})
        return len(self.layers) - 1


class _Font:
    """One face as it is written."""

    def __init__(self, face: Face, key: str) -> None:
        self.face, self.key = face, key
        self.program = program_of(face)
        self.pairs: set[tuple[int, str | None]] = set()
        self.upright: dict[int, Upright] = {}
        self.level = False
        self.slots: dict[tuple[int, str | None], Slot] = {}
        self.first = layer_key(key, 0)
        self.known: dict[tuple[int, str, float], str] = {}
        """Codes in the first layer by glyph, text and advance, of glyphs that have the font's own advance."""
        self.exact: dict[tuple[int, str, float], str] = {}
        """The same, of glyphs that have it to the last digit."""

    def collect(self, run: Run) -> None:
        if 0 in run.glyphs:
            raise AssertionError(
                f"glyph 0 of {self.face.key} in “{run.text}”: layout must not let a missing glyph pass"
            )
        self.pairs.update(zip(run.glyphs, texts_of(run), strict=True))
        if not run.vertical:
            self.level = True
            return
        offsets = {i: (dx, dy) for i, dx, dy in run.offsets}
        for i, glyph in enumerate(run.glyphs):
            self.upright.setdefault(glyph, (run.advances[i], *offsets.get(i, (0.0, 0.0))))

    def freeze(self) -> None:
        """Subsets the face and gives every glyph and text its code."""
        known = sorted((glyph, text) for glyph, text in self.pairs if text is not None)
        self.data, self.mapping = self.program.subset({glyph for glyph, _ in known})
        self.codes = Codes()
        self.glyphs: dict[int, int] = {}
        for glyph, text in known:
            code = self._code(glyph)
            layer = self.codes.layer(code, text)
            self.glyphs[code] = glyph
            self.slots[glyph, text] = Slot(layer_key(self.key, layer), code_of(code), self.program.width(glyph))

    def _code(self, glyph: int) -> int:
        """The glyph's own id in the subset, or the next free code for its second text."""
        own = self.mapping[glyph]
        if self.program.compact or own not in self.glyphs:
            return own
        return max(*self.mapping.values(), *self.glyphs) + 1

    def embedding(self) -> Embedding:
        return Embedding(
            self.face,
            self.key,
            self.data,
            self.program.compact,
            self.program.box(),
            tuple(self.codes.layers),
            {code: self.program.width(glyph) for code, glyph in self.glyphs.items()},
            {code: self.mapping[glyph] for code, glyph in self.glyphs.items()},
            {code: self.upright[glyph] for code, glyph in self.glyphs.items() if glyph in self.upright},
            self.level,
        )


class FontSet:
    """All fonts of a document, frozen."""

    def __init__(self, paged: Paged) -> None:
        self._fonts: dict[str, _Font] = {}
        for run in runs_of(item for page in paged.pages for item in page.items):
            font = self._fonts.get(run.face.key)
            if font is None:
                font = self._fonts[run.face.key] = _Font(run.face, f"F{len(self._fonts)}")
            font.collect(run)
        for font in self._fonts.values():
            font.freeze()

    @property
    def faces(self) -> tuple[Face, ...]:
        return tuple(font.face for font in self._fonts.values())

    def slots(self, run: Run) -> list[Slot | None]:
        """A slot for each glyph; None for one that stands for no text and is painted as an outline."""
        slots = self._fonts[run.face.key].slots
        return [
            None if text is None else slots[glyph, text] for glyph, text in zip(run.glyphs, texts_of(run), strict=True)
        ]

    def plain(self, run: Run) -> tuple[str, list[str]] | None:
        """The font and the codes of a run that one string shows: one font, every advance the font's own, no gaps."""
        if run.gaps or run.offsets or run.vertical or run.turn or not run.glyphs:
            return None
        own = self._fonts[run.face.key]
        try:
            known = own.known  # most runs are of characters that stood in another one
            return own.first, [known[key] for key in zip(run.glyphs, run.texts, run.advances, strict=True)]
        except KeyError:
            found = self._plain(run)
        if found is not None and found[0] == own.first and (isinstance(run.texts, str) or "" not in run.texts):
            own.known.update(zip(zip(run.glyphs, run.texts, run.advances, strict=True), found[1], strict=True))
        return found

    def spaced(self, run: Run) -> tuple[str, list[str]] | None:
        """The font and the codes of a run with gaps of which every glyph has the font's own advance: most lines."""
        own = self._fonts[run.face.key]
        keys = list(zip(run.glyphs, run.texts, run.advances, strict=True))
        exact = own.exact
        try:
            return own.first, [exact[key] for key in keys]
        except KeyError:
            for glyph, text, advance in keys:
                slot = own.slots.get((glyph, text)) if text else None
                if slot is None or slot.font != own.first or slot.width != advance:
                    return None
                exact[glyph, text, advance] = slot.code
            return own.first, [exact[key] for key in keys]

    def _plain(self, run: Run) -> tuple[str, list[str]] | None:
        slots = self._fonts[run.face.key].slots
        codes: list[str] = []
        font = ""
        for pair, advance in zip(zip(run.glyphs, texts_of(run), strict=True), run.advances, strict=True):
            slot = slots.get(pair)
            if slot is None or slot.font != font:
                if slot is None or codes:
                    return None
                font = slot.font
            if not -0.5 < advance - slot.width < 0.5:
                return None
            codes.append(slot.code)
        return (font, codes) if codes else None

    def upright(self, face: Face, glyph: int) -> Upright:
        """What the font says of a vertical glyph."""
        return self._fonts[face.key].upright[glyph]

    def program(self, face: Face) -> Program:
        return self._fonts[face.key].program

    def embeddings(self) -> tuple[Embedding, ...]:
        """All fonts as they are written."""
        return tuple(font.embedding() for font in self._fonts.values())

    def write(self, store: Store) -> Iterator[tuple[str, int]]:
        """All fonts as objects: resource names and object numbers."""
        return chain.from_iterable(embedded(font, store) for font in self.embeddings())


def texts_of(run: Run) -> Sequence[str | None]:
    """The text of each glyph, so that texts in order are the source.

    The characters of a cluster are dealt out to its glyphs one by one; None is a glyph for which none is left.
    """
    if isinstance(run.texts, str) or "" not in run.texts:
        return run.texts
    dealt: list[str | None] = []
    for text in run.texts:
        left = (dealt[-1] or "") if dealt and not text else ""
        if text:
            dealt.append(text)
        elif len(left) > 1:
            dealt[-1:] = [left[0], left[1:]]
        else:
            dealt.append(None)
    return dealt
