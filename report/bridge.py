"""A paragraph of ours as a Flowable of ReportLab: composed as in a report, in any platypus document.

The font of a document is written when the document is: glyphs become known while it is drawn (`delayedFonts`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfdoc
from reportlab.platypus.flowables import Flowable

from report import resources
from report.colour import Cmyk
from report.content.catalogue import read_catalogues
from report.drawing import Face, Run
from report.pdf.fonts import Slot, texts_of
from report.pdf.guestfonts import LateFont
from report.pdf.syntax import deflated, fine, num
from report.pdf.text import shown
from report.problem import ContentError
from report.record import replace
from report.typeset import Line, Span, TextStyle, set_paragraph
from report.typeset.faces import Faces

LEADING = 1.7
"""Leading in sizes, unless another one is given."""
INKS = 4
ALIGNS = ("left", "right", "centre", "justify")


class Paragraph(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """Chinese text set by whole paragraphs, with the rules of docs/typography.md.

    `family` and `weight` are those of the font catalogue (song, hei, kai, fang), `size` and `leading` are points,
    `indent` is ems of the first line, `colour` is C, M, Y and K from 0 to 1, `language` is BCP 47. `fonts` are further
    catalogues. A new line in the text ends a line. Raises ValueError for a face or a character that is not there.
    """

    def __init__(
        self,
        text: str,
        *,
        family: str = "song",
        weight: int = 400,
        size: float = 10.5,
        leading: float = 0.0,
        align: Literal["left", "right", "centre", "justify"] = "justify",
        indent: float = 2.0,
        colour: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 1.0),
        language: str = "zh-Hans",
        fonts: Sequence[str | Path] = (),
    ) -> None:
        super().__init__()
        if not isinstance(text, str):
            raise TypeError(f"the text of a paragraph is a str, not {type(text).__name__}")
        if size <= 0 or leading < 0:
            raise ValueError("size and leading are points above nothing")
        if len(colour) != INKS or not all(0 <= ink <= 1 for ink in colour):
            raise ValueError("a colour is C, M, Y and K, each from 0 to 1")
        if align not in ALIGNS:
            raise ValueError(f"align is one of {', '.join(ALIGNS)}")
        leading = leading or LEADING * size
        self._spans = (Span(text),)
        self._style = TextStyle(family, weight, size, leading, Cmyk(*colour), align, indent, language=language)
        self._faces = _faces(tuple(map(str, fonts)))
        self._lines: tuple[Line, ...] = ()

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The width that it is given, and a leading for each line."""
        try:
            found = set_paragraph(self._spans, width, self._style, self._faces)
        except ContentError as error:
            raise ValueError(_said(error.problems)) from error
        if any(one.severity == "error" for one in found.problems):
            raise ValueError(_said(found.problems))
        self._lines = found.lines
        self.width, self.height = width, len(found.lines) * self._style.leading
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Two parts, neither with a single line of the paragraph where that can be helped."""
        self.wrap(width, height)
        count, fits = len(self._lines), int((height + 1e-6) / self._style.leading)
        fits = min(fits, count - 2) if count - fits == 1 else fits
        if fits < min(2, count) or fits >= count:
            return [] if fits < count else [self]
        lines, leading = self._lines, self._style.leading
        later = tuple(_risen(line, -fits * leading) for line in lines[fits:])
        return [_Part(lines[:fits], width, self._style), _Part(later, width, self._style)]

    def draw(self) -> None:
        """The lines from the top of the room that `wrap` asked for."""
        _draw(self.canv, self._lines, self.height, self._style)


class _Part(Flowable):  # type: ignore[misc]
    """Lines of a paragraph that stand by themselves; they fall apart again where they must."""

    def __init__(self, lines: tuple[Line, ...], width: float, style: TextStyle) -> None:
        super().__init__()
        self._lines, self._style = lines, style
        self.width, self.height = width, len(lines) * style.leading

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        leading = self._style.leading
        fits = int((height + 1e-6) / leading)
        if fits < 1 or fits >= len(self._lines):
            return [] if fits < len(self._lines) else [self]
        later = tuple(_risen(line, -fits * leading) for line in self._lines[fits:])
        return [_Part(self._lines[:fits], width, self._style), _Part(later, width, self._style)]

    def draw(self) -> None:
        _draw(self.canv, self._lines, self.height, self._style)


def _risen(line: Line, down: float) -> Line:
    return replace(line, y=line.y + down, runs=tuple(replace(run, y=run.y + down) for run in line.runs))


def _said(problems: Sequence[Any]) -> str:
    from report.messages import words

    return "; ".join(words(one, "en")[0] for one in problems)


@cache
def _faces(fonts: tuple[str, ...]) -> Faces:
    return Faces(read_catalogues(resources.fonts() / "fonts.yaml", tuple(map(Path, fonts))))


def _draw(canvas: Any, lines: Sequence[Line], height: float, style: TextStyle) -> None:
    """Runs of glyphs, the first baseline below the top by what a line has above its own."""
    drop = (style.leading + style.size) / 2 - 0.12 * style.size
    held = _Held.of(canvas._doc)
    canvas.saveState()
    for line in lines:
        for run in line.runs:
            _run(canvas, held, run, height - drop - run.y)
    canvas.restoreState()


def _run(canvas: Any, held: _Held, run: Run, y: float) -> None:
    font = held.font(run.face)
    slots = list(_slots(font, run))
    assert isinstance(run.colour, Cmyk)
    canvas.setFillColorCMYK(*run.colour.inks)
    for piece in shown(run, slots):
        state = f"/{piece.font} {num(run.size)} Tf {fine(piece.spread)} Tc {num(piece.aside)} Ts"
        canvas.addLiteral(f"BT 1 0 0 1 {num(run.x)} {num(y)} Tm {state} {piece.shown} 0 Tc 0 Ts ET")


def _slots(font: LateFont, run: Run) -> Iterator[Slot | None]:
    for glyph, text in zip(run.glyphs, texts_of(run), strict=True):
        if text is None:
            yield None
        else:
            yield Slot(font.place(glyph, text), _octal(glyph), font.width(glyph))


def _octal(code: int) -> str:
    """A code of two bytes in letters alone: ReportLab writes what is beyond them in UTF-8."""
    return f"\\{code >> 8:03o}\\{code & 0xFF:03o}"


class _Held:
    """Our fonts in a document of ReportLab: written last, when all glyphs are known."""

    def __init__(self) -> None:
        self._fonts: dict[str, LateFont] = {}

    @classmethod
    def of(cls, document: Any) -> _Held:
        """Those of a document, which writes them at its end."""
        if document.encrypt.__class__ is not pdfdoc.NoEncryption:
            raise ValueError("a paragraph of Banxin cannot stand in an encrypted document; encrypt the finished file")
        found = _DOCUMENTS.get(document)
        if found is None:
            found = _DOCUMENTS[document] = cls()
            document.delayedFonts.append(found)
        return found

    def font(self, face: Face) -> LateFont:
        if face.key not in self._fonts:
            self._fonts[face.key] = LateFont(face, f"BX{len(self._fonts)}")
        return self._fonts[face.key]

    def addObjects(self, document: Any) -> None:  # noqa: N802 - the name that ReportLab calls
        """Every font as objects, and its name among those that pages know."""
        store = _Store(document)
        fonts = document.idToObject["BasicFonts"].dict
        for font in self._fonts.values():
            for key, number in font.write(store):
                fonts[key] = pdfdoc.PDFObjectReference(document.numberToId[number])


_DOCUMENTS: WeakKeyDictionary[Any, _Held] = WeakKeyDictionary()


class _Raw(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object whose bytes are known."""

    def __init__(self, data: bytes = b"null") -> None:
        self.data = data

    def format(self, _document: Any) -> bytes:
        return self.data


class _Store:
    """Objects of ReportLab's document by number (report.pdf.objects.Store)."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._held: dict[int, _Raw] = {}

    def reserve(self) -> int:
        made = _Raw()
        self._document.Reference(made)
        number: int = self._document.objectcounter
        self._held[number] = made
        return number

    def block(self, count: int) -> int:
        numbers = [self.reserve() for _ in range(count)]
        return numbers[0]

    def put(self, number: int, data: bytes) -> None:
        self._held[number].data = data

    def add(self, data: bytes) -> int:
        number = self.reserve()
        self.put(number, data)
        return number

    def add_stream(self, data: bytes, entries: bytes = b"", compress: bool = True) -> int:
        packed = deflated(data) if compress else data
        coded = b"/Filter/FlateDecode" if compress else b""
        return self.add(b"<<%s%s/Length %d>>\nstream\n%s\nendstream" % (entries, coded, len(packed), packed))
