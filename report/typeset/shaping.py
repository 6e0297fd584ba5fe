"""Tokens into cells: every piece of text shaped by HarfBuzz once for each face, and kept.

Cluster is not index: —— may be one glyph of two em, and a quotation mark may take a variation selector to become full
width. So a cell carries the glyphs and the source text of its piece. Lengths are thousandths of an em.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

import uharfbuzz as hb

from report.named import NamedTuple
from report.patterns import late
from report.typeset import classes, halves
from report.typeset.classes import BROKEN, DASH, DOT, GLUE, PAIR, SIZE, WORDS
from report.typeset.costs import LETTER
from report.typeset.faces import Faces, OpenFace, selector
from report.typeset.style import TextStyle
from report.typeset.tokens import NARROW, QUOTES, WIDENED, Piece, code_pieces, pieces

_GRAPHEME = late(".[\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f\U000e0100-\U000e01ef]*", re.DOTALL)
_SELECTORS = frozenset("\ufe00\ufe01\ufe02\ufe0e\ufe0f")
FIXED = {"\u2002": 500.0, "\u2003": 1000.0, "\u2004": 333.0, "\u2005": 250.0, "\u2006": 167.0, "\u2009": 167.0,
          "\u200a": 100.0, "\u202f": 167.0, "\u205f": 222.0, "\u200b": 0.0, "\u2060": 0.0, "\ufeff": 0.0,
          "\u3000": 1000.0}  # fmt: skip
"""Spaces of a set width: they become layout and are never looked up in a font."""


Features = dict[str, bool | int | list[tuple[int, int, int]]]
"""OpenType features, for the whole text or for stretches of it."""


class Key(NamedTuple):
    """What decides how a token is shaped."""

    family: str
    weight: int
    slant: str
    language: str
    tabular: bool
    tracking: float
    vertical: bool = False
    fixed: bool = False


class Cell(NamedTuple):
    """A piece of text with its glyphs. `high` is its last class times SIZE, `inner` what is added after each of its
    glyphs but the last, `pad` after the last one, `offsets` (glyph, dx, dy). A cell is `odd` unless it is one glyph for
    one character without more. `letters` is how much its joints may open at last (rule 27); `glyph` and
    `advance` are those of the first glyph, `mode` is how it stands in a column."""

    text: str
    face: OpenFace
    first: int
    high: int
    width: float
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    texts: tuple[str, ...]
    inner: tuple[float, ...]
    offsets: tuple[tuple[int, float, float], ...]
    pad: float
    odd: bool
    letters: float
    glyph: int
    advance: float
    mode: int = 0

    @property
    def last(self) -> int:
        return self.high // SIZE


class Shaper(dict[str, tuple[Cell, ...]]):
    """Cells by token for one face and its stand-ins; what is not there yet is shaped. `absent` has no glyph at all,
    `foreign` says whether a stand-in was ever needed, `widest` is the widest cell so far."""

    def __init__(self, faces: Faces, key: Key) -> None:
        super().__init__()
        self.faces, self.key = faces, key
        self.absent: set[str] = set()
        self.foreign = False
        self.widest = 0.0
        self.singles = Singles(self)
        self.main = faces.open(key.family, key.weight, key.slant)
        self.space = halves.HALF if key.fixed else self.main.advance(" ")
        self.hyphen = halves.HALF if key.fixed else self.main.advance("-")

    def __missing__(self, token: str) -> tuple[Cell, ...]:
        parts = code_pieces(token) if self.key.fixed else pieces(token)
        cells = tuple(cell for piece in parts for cell in self.cells(piece))
        self.widest = max(self.widest, *(cell.width for cell in cells), 0.0)
        self[token] = cells
        return cells

    def cells(self, piece: Piece) -> Iterator[Cell]:
        """The cells of a piece: one, unless its characters are in several faces."""
        parts = [(face, "".join(t for t, _ in group)) for face, group in groupby(self._placed(piece), itemgetter(1))]
        for i, (face, text) in enumerate(parts):
            first = piece.first if i == 0 else GLUE
            last = piece.last if i == len(parts) - 1 else GLUE
            yield self._cell(face, text, first, last)

    def _placed(self, piece: Piece) -> Iterator[tuple[str, OpenFace]]:
        """Every grapheme with the first face of the chain that has the whole of it (rule 41); what no face has whole is
        taken apart."""
        for text in _GRAPHEME.findall(piece.text):
            face = self._face_of(text)
            if face is not None:
                yield text, face
                continue
            for char in text:
                own = self._face_of(char)
                if own is not None:
                    yield char, own
                elif not selector(char):
                    self.absent.add(char)

    def _face_of(self, text: str) -> OpenFace | None:
        if text in FIXED or text.isspace():
            return self.main
        face = self._half(text) if self.key.fixed else None
        face = face or self.faces.find_all(text, self.key.family, self.key.weight, self.key.slant)
        self.foreign = self.foreign or (face is not None and face is not self.main)
        return face

    def _half(self, text: str) -> OpenFace | None:
        return halves.face_of(text, self.faces.chain(self.key.family, self.key.weight, self.key.slant))

    def _fixed(self, face: OpenFace, text: str, first: int, last: int) -> Cell:
        """A cell on its columns; its letters never open."""
        source = text[0] if text[0] in QUOTES and text[1:] == NARROW else text
        narrow = halves.features(source)
        kept: Features = {"kern": False, "liga": not narrow, **({"hwid": narrow} if narrow else {})}
        kept["fwid"] = source in QUOTES and face.family.cjk_quotes == "fwid"
        glyphs, advances, texts, offsets = shape(face, source, self.key, kept)
        gaps, shifts, width = halves.set_(advances, texts, offsets)
        if source in FIXED:
            width = FIXED[source]
            gaps, shifts = (width - advances[0],), offsets
        odd = len(glyphs) != 1 or bool(shifts or gaps[-1]) or len(texts[0]) != 1
        return Cell(
            source, face, first, last * SIZE, width, glyphs, advances, texts, gaps[:-1], shifts, gaps[-1], odd, 0.0,
            glyphs[0], advances[0],
        )  # fmt: skip

    def _cell(self, face: OpenFace, text: str, first: int, last: int) -> Cell:
        if self.key.fixed:
            return self._fixed(face, text, first, last)
        source = text[0] if text[0] in QUOTES and text[1:] == NARROW else text
        glyphs, advances, texts, offsets = shape(face, text, self.key, self._features(face, text))
        tracking = self.key.tracking if DASH not in (first, last) else 0.0
        inner = [tracking] * (len(glyphs) - 1)
        width = sum(advances) + sum(inner)
        wanted = FIXED.get(text, width)
        if first == DOT and len(glyphs) == 1:
            # rule 19: half an em with the point in its middle
            wanted, offsets = 500.0, ((0, (500.0 - width) / 2, 0.0),)
        elif text[0] in "？！" and len(text) > 1 and len(glyphs) == len(text):
            # rule 14: each mark in half an em
            inner = [-500.0] * (len(glyphs) - 1)
            width = sum(advances) + sum(inner)
            wanted = 1000.0 if first == PAIR else width
            if "Hant" in self.key.language or "HK" in self.key.language:
                offsets = tuple((i, -250.0, 0.0) for i in range(len(glyphs)))
        pad = wanted - width
        odd = len(glyphs) != 1 or bool(offsets or pad) or len(texts[0]) != 1
        loose = first in WORDS or last in WORDS
        letters = sum(loosening(face, glyphs, advances)) if loose else 0.0
        return Cell(
            source, face, first, last * SIZE, wanted, glyphs, advances, texts, tuple(inner), offsets, pad, odd, letters,
            glyphs[0], advances[0],
        )  # fmt: skip

    def _features(self, face: OpenFace, text: str) -> Features:
        """Kerning; quotes full width or proportional by where they stand (rule 22); digits of one width on request."""
        features: Features = {"kern": True}
        alone = text[0] in QUOTES and len(text.rstrip(NARROW + WIDENED)) == 1
        if alone and not text.endswith(NARROW):
            features["fwid"] = face.family.cjk_quotes == "fwid"
        elif not QUOTES.isdisjoint(text) and face.family.cjk_quotes == "default":
            features["pwid"] = [(at, at + 1, 1) for at, char in enumerate(text) if char in QUOTES]
        if self.key.tabular:
            features.update(dict.fromkeys(face.family.digits_features, True))
        return features


def loosening(face: OpenFace, glyphs: Sequence[int], advances: Sequence[float]) -> list[float]:
    """By how much each joint between letters may open: LETTER less what kerning has opened it already."""
    kerning = (
        advance - face.font.get_glyph_h_advance(glyph) * face.scale
        for glyph, advance in zip(glyphs[:-1], advances, strict=False)
    )
    return [max(0.0, LETTER - max(0.0, kern)) for kern in kerning]


class Singles(dict[str, Cell]):
    """The cells of plain characters; KeyError for one that no face has."""

    def __init__(self, shaper: Shaper) -> None:
        super().__init__()
        self.shaper = shaper

    def __missing__(self, char: str) -> Cell:
        cells = self.shaper[char]
        if not cells:
            raise KeyError(char)
        self[char] = cells[0]
        return cells[0]


def shaper_for(style: TextStyle, faces: Faces, *, vertical: bool = False) -> Shaper:
    """The shaper of a style, one for all sizes; or the one for columns."""
    key = Key(
        style.family,
        style.weight,
        style.slant,
        style.language,
        style.tabular,
        style.tracking * 1000,
        vertical,
        style.fixed,
    )
    found = faces.shapers.get(key)
    if found is None:
        found = faces.shapers[key] = _shaper(faces, key)
    assert isinstance(found, Shaper)
    return found


def _shaper(faces: Faces, key: Key) -> Shaper:
    if not key.vertical:
        return Shaper(faces, key)
    from report.typeset.upright import UprightShaper

    return UprightShaper(faces, key)


def shape(
    face: OpenFace, text: str, key: Key, features: Features
) -> tuple[tuple[int, ...], tuple[float, ...], tuple[str, ...], tuple[tuple[int, float, float], ...]]:
    """Glyphs, advances, source text of each glyph, and offsets of a text in one face."""
    sent, kept = text, text
    if text in FIXED or text.isspace():
        sent = " "
    elif text[0] in QUOTES and len(text) == 2 and text[1] == NARROW:
        sent = kept = text[0]
    elif len(text) == 1 and text in QUOTES and face.family.cjk_quotes == "vs":
        sent = text + WIDENED
    elif len(text) > 1 and text[-1] in _SELECTORS and not face.has(text[-1]) and not _varies(face, text):
        sent = text[:-1]
    buffer = hb.Buffer()
    buffer.add_str(sent)
    language = (face.family.digits_language if key.tabular else "") or key.language
    buffer.direction, buffer.script = "ltr", "Hani" if language.startswith("zh") else "Latn"
    buffer.language = language
    hb.shape(face.font, buffer, features)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    scale = face.scale
    starts = [info.cluster for info in infos]
    texts = []
    for i, at in enumerate(starts):
        after = next((c for c in starts[i + 1 :] if c > at), len(kept))
        texts.append("" if i and starts[i - 1] == at else kept[at:after] if len(infos) > 1 else kept)
    return (
        tuple(info.codepoint for info in infos),
        tuple(p.x_advance * scale for p in positions),
        tuple(texts),
        tuple((i, p.x_offset * scale, p.y_offset * scale) for i, p in enumerate(positions) if p.x_offset or p.y_offset),
    )


def _varies(face: OpenFace, text: str) -> bool:
    return bool(face.font.get_variation_glyph(ord(text[0]), ord(text[-1])))


def cut(cell: Cell, points: list[int], last: int) -> list[Cell]:
    """A cell cut at offsets of its text into cells whose inner ends have the class `last`; an offset inside a cluster
    is left out."""
    ends = [0]
    for text in cell.texts:
        ends.append(ends[-1] + len(text))
    at = [k for k in range(1, len(cell.glyphs)) if ends[k] in points and cell.texts[k]]
    result = []
    for a, b in zip([0, *at], [*at, len(cell.glyphs)], strict=True):
        final = b == len(cell.glyphs)
        inner = cell.inner[a : b - 1]
        advances = cell.advances[a:b]
        pad = cell.pad if final else cell.inner[b - 1]
        result.append(
            cell._replace(
                text="".join(cell.texts[a:b]),
                first=cell.first if a == 0 else classes.LATIN,
                high=cell.high if final else last * SIZE,
                width=sum(advances) + sum(inner) + pad,
                glyphs=cell.glyphs[a:b],
                advances=advances,
                texts=cell.texts[a:b],
                inner=inner,
                offsets=tuple((i - a, dx, dy) for i, dx, dy in cell.offsets if a <= i < b),
                pad=pad,
                odd=True,
                letters=sum(loosening(cell.face, cell.glyphs[a:b], advances)) if cell.letters else 0.0,
                glyph=cell.glyphs[a],
                advance=cell.advances[a],
            )
        )
    return result


def broken(cell: Cell) -> list[Cell]:
    """A cell that is wider than the line, cut between all its clusters."""
    return cut(cell, list(range(1, len(cell.text))), BROKEN)
