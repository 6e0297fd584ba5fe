"""Tokens into the cells of a column: upright glyphs in their vertical form, Latin turned, two digits side by side."""

from __future__ import annotations

from collections.abc import Iterator

import uharfbuzz as hb

from report.patterns import late
from report.typeset.classes import DASH, HAN, LATIN, PAIR, SIZE, WESTERN
from report.typeset.faces import OpenFace
from report.typeset.setting import TOGETHER
from report.typeset.shaping import FIXED, Cell, Features, Key, Shaper
from report.typeset.tokens import NARROW, QUOTES, Piece, pieces

UPRIGHT, TURNED = 1, 2
"""How a cell stands in a column, beside TOGETHER: upright, or turned."""
_TOGETHER = late(r"[0-9]{1,2}|[A-Za-z]")
_SHAPES = {"“": "『", "”": "』", "‘": "「", "’": "」"}
"""Quotation marks of vertical text (GB/T 15834, 5.1.10; rule 22), for fonts that do not turn “ into 『 themselves."""
_TALL = frozenset("？！：；")
"""Marks that fill their em from top to bottom: no half of them is empty in a column."""


class UprightShaper(Shaper):
    """Cells for columns."""

    def __missing__(self, token: str) -> tuple[Cell, ...]:
        if _TOGETHER.fullmatch(token):
            cells = tuple(self._across(token))
        else:
            cells = tuple(cell for piece in pieces(token) for cell in self.cells(piece))
        self[token] = cells
        return cells

    def _across(self, token: str) -> Iterator[Cell]:
        """Rule 45: numbers of two digits stand upright together, however far apart the characters of the column are;
        one letter stands upright too."""
        for cell in super().cells(Piece(token, LATIN, LATIN)):
            pad, inner = 1000.0 - sum(cell.advances), (0.0,) * (len(cell.advances) - 1)
            own = cell._replace(width=1000.0, pad=pad, inner=inner, odd=True, letters=0, mode=TOGETHER)
            yield own._replace(first=HAN, high=HAN * SIZE)

    def _features(self, face: OpenFace, text: str) -> Features:
        """Two digits that are wider than an em take their half-width forms, where the font has such."""
        features = super()._features(face, text)
        if len(text) == 2 and _TOGETHER.fullmatch(text) and sum(map(face.advance, text)) > 1000:
            features["hwid"] = True
        return features

    def _cell(self, face: OpenFace, text: str, first: int, last: int) -> Cell:
        plain = super()._cell(face, text, first, last)
        if text in FIXED or text.isspace():
            return plain._replace(width=plain.width if text in FIXED else 1000.0, pad=0.0, odd=True, mode=UPRIGHT)
        if first in WESTERN or last in WESTERN or text.endswith(NARROW):
            return plain._replace(mode=TURNED)
        upright = self._upright(face, text, plain)
        if first == DASH and set(upright.glyphs) & set(plain.glyphs):
            return plain._replace(mode=TURNED)  # the font turns only a part of ——
        return upright

    def _upright(self, face: OpenFace, text: str, plain: Cell) -> Cell:
        glyphs, advances, offsets = shape_down(face, text, self.key)
        if text in QUOTES and glyphs == (face.glyph(text),):
            glyphs, advances, offsets = shape_down(face, _SHAPES[text], self.key)
        first, last = (PAIR, PAIR) if text[0] in _TALL else (plain.first, plain.last)
        texts = plain.texts if len(plain.texts) == len(glyphs) else (text, *[""] * (len(glyphs) - 1))
        tracking = 0.0 if first == DASH else self.key.tracking
        inner = (tracking,) * (len(glyphs) - 1)
        return plain._replace(
            first=first,
            high=last * SIZE,
            width=sum(advances) + sum(inner),
            glyphs=glyphs,
            advances=advances,
            texts=texts,
            inner=inner,
            offsets=offsets,
            pad=0.0,
            odd=True,
            glyph=glyphs[0],
            advance=advances[0],
            mode=UPRIGHT,
        )


def shape_down(
    face: OpenFace, text: str, key: Key
) -> tuple[tuple[int, ...], tuple[float, ...], tuple[tuple[int, float, float], ...]]:
    """Glyphs of a text in their vertical form; HarfBuzz gives the shift from the column's axis."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "ttb", "Hani", key.language
    hb.shape(face.font, buffer, {})
    scale, positions = face.scale, buffer.glyph_positions
    return (
        tuple(info.codepoint for info in buffer.glyph_infos),
        tuple(-p.y_advance * scale for p in positions),
        tuple((i, p.x_offset * scale, p.y_offset * scale) for i, p in enumerate(positions)),
    )
