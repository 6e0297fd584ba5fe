"""Our embedded faces as fonts of ReportLab: codes are given while text is drawn, subsets are made at the end.

A code is the glyph's id in the font file, which the subset keeps; so TrueType and CFF outlines are served alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from types import SimpleNamespace

from report.drawing import Face
from report.patterns import late
from report.pdf.fontfile import Embedding, embedded, layer_key
from report.pdf.fontprogram import program_of
from report.pdf.fonts import Codes
from report.pdf.objects import Store

STANDARD = {
    "Helvetica": (0, 0),
    "Helvetica-Bold": (1, 0),
    "Helvetica-Oblique": (0, 1),
    "Helvetica-BoldOblique": (1, 1),
    "Times-Roman": (0, 0),
    "Times-Bold": (1, 0),
    "Times-Italic": (0, 1),
    "Times-BoldItalic": (1, 1),
    "Courier": (0, 0),
    "Courier-Bold": (1, 0),
    "Courier-Oblique": (0, 1),
    "Courier-BoldOblique": (1, 1),
}
"""Stock fonts that one of our faces can stand in for, as bold and italic; the two of symbols have their own codes."""
_KEY = late(r"(?P<family>.+)-(?P<weight>\d+)(?P<slant>-italic)?")


class LateFont:
    """A face whose glyphs become known while foreign drawings are made."""

    def __init__(self, face: Face, key: str) -> None:
        self.face, self._key = face, key
        self._program = program_of(face)
        self._codes = Codes()

    def glyph(self, char: str) -> int:
        """The glyph of a character, 0 when the face has none."""
        return self._program.font.get_nominal_glyph(ord(char)) or 0

    def width(self, glyph: int) -> float:
        return self._program.width(glyph)

    def place(self, glyph: int, char: str) -> str:
        """The font resource in which the glyph's id stands for the character."""
        return layer_key(self._key, self._codes.layer(glyph, char))

    def write(self, store: Store) -> Iterator[tuple[str, int]]:
        """The font as objects, if any of it was drawn."""
        glyphs = sorted({glyph for layer in self._codes.layers for glyph in layer})
        if glyphs:
            data, _ = self._program.subset(glyphs, retain=True)
            widths = {glyph: self._program.width(glyph) for glyph in glyphs}
            own = {glyph: glyph for glyph in glyphs}
            program = self._program
            layers = tuple(self._codes.layers)
            yield from embedded(
                Embedding(self.face, self._key, data, program.compact, program.box(), layers, widths, own, {}, True),
                store,
            )


class GuestFont:
    """What ReportLab asks of a font (pdfgen.textobject, pdfbase.pdfmetrics), answered by a chain of our faces."""

    _dynamicFont = 1  # noqa: N815 - names are ReportLab's
    _multiByte = 1  # noqa: N815
    shapable = False
    encoding = None
    encName = "UTF-8"  # noqa: N815
    substitutionFonts: tuple[()] = ()  # noqa: N815

    def __init__(self, name: str, chain: Sequence[LateFont], missing: Callable[[str, str], None]) -> None:
        self.fontName = name
        self._chain, self._missing = chain, missing
        self._resources: list[str] = []
        face = chain[0].face
        self.face = SimpleNamespace(name=face.key, ascent=face.ascent, descent=face.descent, builtIn=False)

    def stringWidth(self, text: str | bytes, size: float, encoding: str | None = None) -> float:  # noqa: ARG002, N802
        found = (self._find(char) for char in _decoded(text))
        return sum(font.width(glyph) for font, glyph in found) * size / 1000

    def splitString(self, text: str | bytes, doc: object, encoding: str | None = None) -> list[tuple[int, bytes]]:  # noqa: ARG002, N802
        """Stretches of one font resource, by its number here, as two-byte codes."""
        parts: list[tuple[int, bytes]] = []
        for char in _decoded(text):
            font, glyph = self._find(char)
            number = self._number(font.place(glyph, char))
            code = glyph.to_bytes(2, "big")
            if parts and parts[-1][0] == number:
                parts[-1] = (number, parts[-1][1] + code)
            else:
                parts.append((number, code))
        return parts

    def getSubsetInternalName(self, subset: int, doc: object) -> str:  # noqa: ARG002, N802
        return f"/{self._resources[subset]}"

    def _number(self, resource: str) -> int:
        if resource not in self._resources:
            self._resources.append(resource)
        return self._resources.index(resource)

    def _find(self, char: str) -> tuple[LateFont, int]:
        for wanted in (char, " ") if char.isspace() else (char,):
            for font in self._chain:
                glyph = font.glyph(wanted)
                if glyph:
                    return font, glyph
        self._missing(char, self.fontName)
        raise AssertionError(char)


class Shelf(dict[str, GuestFont]):
    """Fonts by name for ReportLab: keys of our faces, and the stock names; any other name is refused."""

    def __init__(
        self, fonts: Sequence[LateFont], refused: Callable[[str], None], missing: Callable[[str, str], None]
    ) -> None:
        super().__init__()
        self._refused = refused
        for font in fonts:
            chain = [font, *(other for other in fonts if other is not font)]
            dict.__setitem__(self, font.face.key, GuestFont(font.face.key, chain, missing))
        for name, style in STANDARD.items() if fonts else ():
            dict.__setitem__(self, name, self[members([f.face.key for f in fonts], fonts[0].face.key)[style]])

    def __missing__(self, name: str) -> GuestFont:
        self._refused(name)
        raise KeyError(name)

    def __setitem__(self, name: str, font: object) -> None:
        self._refused(name)


def members(keys: Sequence[str], key: str) -> dict[tuple[int, int], str]:
    """The faces of a key's family as plain, bold, italic and bold italic; the key itself where there is none."""
    found = _KEY.fullmatch(key)
    heavy, slanted = key, key
    if found:
        family = [m for m in map(_KEY.fullmatch, keys) if m and m["family"] == found["family"]]
        upright = [m for m in family if not m["slant"]]
        heavy = max(upright, key=lambda m: int(m["weight"]), default=found)[0] if not found["slant"] else key
        slanted = next((m[0] for m in family if m["slant"]), key)
    return {(0, 0): key, (1, 0): heavy, (0, 1): slanted, (1, 1): heavy if slanted == key else slanted}


def _decoded(text: str | bytes) -> str:
    return text.decode() if isinstance(text, bytes) else text
