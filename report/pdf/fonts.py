"""Type0 fonts of our own: one subset for each face, CID = glyph of the subset, ToUnicode from the source text.

Layout comes before painting, so the set of glyphs is known and content is written once with final codes. A glyph that
stands for two texts has two codes: a further CID of the same glyph where outlines are TrueType; where they are CFF,
whose CIDs are its glyphs, the same CID in a further Type0 font over the same CIDFont, which differs in ToUnicode alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from report.drawing import Face, Paged, Run, runs_of
from report.named import NamedTuple
from report.pdf.fontfile import Embedding, embedded, layer_key
from report.pdf.fontprogram import Program, program_of
from report.pdf.objects import Store
from report.pdf.syntax import code_of

Upright = tuple[float, float, float]
"""Of a vertical glyph: advance downwards, and its origin from the axis, in thousandths of an em, y upwards."""


class Slot(NamedTuple):
    """Where a glyph is found: font resource, code as it stands in a string; and the program's width for it."""

    font: str
    code: str
    width: float


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
            known = own.known.__getitem__  # most runs are of characters that stood in another one
            return own.first, [*map(known, zip(run.glyphs, run.texts, run.advances, strict=True))]
        except KeyError:
            found = self._plain(run)
        if found is not None and found[0] == own.first and (isinstance(run.texts, str) or "" not in run.texts):
            own.known.update(zip(zip(run.glyphs, run.texts, run.advances, strict=True), found[1], strict=True))
        return found

    def spaced(self, run: Run) -> tuple[str, list[str]] | None:
        """The font and the codes of a run with gaps of which every glyph has the font's own advance: most lines."""
        own = self._fonts[run.face.key]
        try:
            return own.first, [*map(own.exact.__getitem__, zip(run.glyphs, run.texts, run.advances, strict=True))]
        except KeyError:
            for glyph, text, advance in zip(run.glyphs, run.texts, run.advances, strict=True):
                slot = own.slots.get((glyph, text)) if text else None
                if slot is None or slot.font != own.first or slot.width != advance:
                    return None
                own.exact[glyph, text, advance] = slot.code
            return self.spaced(run)

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
