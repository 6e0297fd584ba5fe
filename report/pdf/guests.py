"""Foreign drawings on our pages: with our fonts, our inks, our pictures and our links, or refused."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from reportlab.lib.colors import CMYKColor, CMYKColorSep, Color, toColor
from reportlab.lib.utils import ImageReader

from report.boxes import Box, Matrix
from report.colour import Cmyk
from report.drawing import Face, Foreign
from report.pdf.backend import Sheets, has_alpha, registered, scratch
from report.pdf.images import Converter
from report.pdf.inks import Inks
from report.pdf.objects import Store
from report.problem import ConformanceError, Place, Problem, ReportError, problem

if TYPE_CHECKING:
    from report.pdf.guestfonts import LateFont

SLACK = 0.01
"""Points by which a flowable may be larger than its box: its own rounding."""
Follow = Callable[[Box, str, str], None]
"""What makes a link of the page: rectangle on the sheet, target, words."""


class Handed:
    """A Flowable of ReportLab, or a function that makes one, as the layout knows it (content.model.Guest)."""

    def __init__(self, flowable: Any) -> None:
        self._flowable = flowable

    def parts(
        self, width: float, room: float, faces: Sequence[Face], place: Place
    ) -> Sequence[tuple[object, float, float]]:
        """What it falls into where it is higher than a column, each with its size; raises ConformanceError."""
        from report.pdf.guestfonts import LateFont, Shelf, members

        fonts = [LateFont(face, f"M{i}") for i, face in enumerate(faces)]
        keys = [face.key for face in faces]
        families = {(key, *style): member for key in keys for style, member in members(keys, key).items()}
        said = _Refusals(Foreign(0.0, 0.0, width, room, self._flowable, tuple(faces), place), 0)
        with registered(Shelf(fonts, said.no_font, said.no_glyph), families), said.told():
            made = self._flowable() if callable(self._flowable) else self._flowable
            if not hasattr(made, "wrapOn"):
                said.refuse(f"{type(made).__name__}")
            return list(_fitted(made, scratch(), (width, room), said))


def _fitted(
    made: Any, canvas: Any, size: tuple[float, float], said: _Refusals
) -> Iterator[tuple[object, float, float]]:
    waiting = [made]
    while waiting:
        part = waiting.pop(0)
        across, down = part.wrapOn(canvas, *size)
        if across > size[0] + SLACK:
            said.no_room(across, down)
        if down > size[1] + SLACK:
            divided = part.splitOn(canvas, *size)
            if len(divided) < 2:
                said.no_room(across, down)
            waiting = [*divided, *waiting]
            continue
        yield part, across, down


class Guests:
    """All foreign drawings of a file, which share fonts and pictures."""

    def __init__(self, sheets: Sheets, converter: Converter, inks: Inks) -> None:
        self.sheets, self.converter, self.inks = sheets, converter, inks
        self._fonts: dict[str, LateFont] = {}
        self._images: dict[bytes, str] = {}

    def draw(self, item: Foreign, corner: tuple[float, float], matrix: Matrix, follow: Follow) -> None:
        """Draws a flowable with the top left of its box at `corner` of the sheet."""
        from report.pdf.guestfonts import Shelf, members
        from report.pdf.hosting import Hosted

        visit = _Visit(item, self, follow)
        fonts = [self._font(face) for face in item.faces]
        keys = [face.key for face in item.faces]
        families = {(key, *style): member for key in keys for style, member in members(keys, key).items()}
        sheets = self.sheets
        with registered(Shelf(fonts, visit.no_font, visit.no_glyph), families), sheets.lent(visit.ink, matrix):
            sheets.__class__, sheets.host = Hosted, visit
            try:
                with visit.told():
                    self._put(item, corner, visit)
            finally:
                sheets.__class__ = Sheets

    def write(self, store: Store) -> Iterator[tuple[str, int]]:
        """The fonts that were drawn with: resource names and object numbers."""
        for font in self._fonts.values():
            yield from font.write(store)

    def image(self, data: bytes) -> str:
        """The name of an image object."""
        if data not in self._images:
            self._images[data] = f"G{len(self._images)}"
            self.sheets.book.image(self._images[data], data)
        return self._images[data]

    def _put(self, item: Foreign, corner: tuple[float, float], visit: _Visit) -> None:
        made: Any = item.flowable() if callable(item.flowable) else item.flowable
        width, height = made.wrapOn(self.sheets, item.width, item.height)
        if width > item.width + SLACK or height > item.height + SLACK:
            visit.no_room(width, height)
        mark = self.sheets.mark()
        made.drawOn(self.sheets, corner[0], corner[1] - height)
        self.sheets.checked(mark)

    def _font(self, face: Face) -> LateFont:
        if face.key not in self._fonts:
            from report.pdf.guestfonts import LateFont

            self._fonts[face.key] = LateFont(face, f"G{len(self._fonts)}")
        return self._fonts[face.key]


class _Refusals:
    """What a foreign drawing may not do, with the place where it was asked for; page 0 while that is not known."""

    def __init__(self, item: Foreign, page: int) -> None:
        self._item, self._number = item, page

    def refuse(self, what: str) -> NoReturn:
        self._raise(problem("foreign-feature", self._item.place, page=self._page, what=what))

    def no_room(self, width: float, height: float) -> NoReturn:
        item = self._item
        size, room = f"{width:.1f} × {height:.1f}", f"{item.width:.1f} × {item.height:.1f}"
        self._raise(problem("foreign-overflow", item.place, page=self._page, size=size, room=room))

    def no_font(self, name: str) -> NoReturn:
        known = "、".join(face.key for face in self._item.faces)
        self._raise(problem("foreign-font", self._item.place, page=self._page, font=name, all=known))

    def no_glyph(self, char: str, family: str) -> NoReturn:
        values = {"char": char, "code": f"U+{ord(char):04X}", "name": unicodedata.name(char, "?"), "family": family}
        self._raise(Problem("missing-glyph", tuple(values.items()), place=self._item.place, page=self._page))

    @contextmanager
    def told(self) -> Iterator[None]:
        """A fault of the drawing is told as its own, whatever it raises."""
        try:
            yield
        except ReportError:
            raise
        except Exception as fault:
            what = f"{type(fault).__name__}: {fault}"
            raise ConformanceError([problem("foreign-failed", self._item.place, page=self._page, what=what)]) from fault

    @property
    def _page(self) -> int | None:
        return self._number or None

    def _raise(self, found: Problem) -> NoReturn:
        raise ConformanceError([found])


class _Visit(_Refusals):
    """One foreign drawing's host: answers what the file can do, and refuses the rest."""

    def __init__(self, item: Foreign, guests: Guests, follow: Follow) -> None:
        super().__init__(item, guests.sheets.getPageNumber())
        self._guests, self.link = guests, follow

    def ink(self, colour: Any) -> Any:
        """Any colour of ReportLab in process inks or as a spot ink, or as a screen shows it, with its alpha."""
        if isinstance(colour, str):
            colour = toColor(colour)
        if isinstance(colour, tuple | list):
            colour = toColor(tuple(colour))
        if self._guests.inks.screen:
            return self._shown(colour)
        if isinstance(colour, CMYKColorSep) and colour.spotName:
            return colour
        if isinstance(colour, CMYKColor):
            return CMYKColor(*colour.cmyk(), density=colour.density, alpha=colour.alpha)
        inks = self._guests.converter.inks(colour.red, colour.green, colour.blue)
        return CMYKColor(*inks, alpha=colour.alpha)

    def _shown(self, colour: Any) -> Any:
        """A colour in sRGB; one in inks is turned into that."""
        if not isinstance(colour, CMYKColor):
            return colour
        inks = Cmyk(*colour.cmyk()).tint(colour.density)
        return Color(*(part / 255 for part in self._guests.inks.shown(inks)), alpha=colour.alpha)

    def image(self, image: Any, mask: Any, width: float) -> str:
        reader = _reader(image)
        if mask not in (None, "auto") or has_alpha(reader):
            self.refuse("mask")
        source = _source(image, reader)
        if source is None:
            self.refuse(f"{reader.mode} picture")
        return self._guests.image(self._guests.converter.image(source, (0, 0, *reader.getSize()), width))

    def size(self, image: Any) -> tuple[int, int]:
        across, down = _reader(image).getSize()
        return across, down


def _reader(image: Any) -> Any:
    return image if isinstance(image, ImageReader) else ImageReader(image)


def _source(image: Any, reader: Any) -> bytes | None:
    """A picture file: the given one where there is one, else the pixels as PNM, which knows no inks."""
    if isinstance(image, str | Path):
        return Path(image).read_bytes()
    kind = {"RGB": b"P6", "L": b"P5"}.get(reader.mode)
    return kind and b"%s %d %d 255\n%s" % (kind, *reader.getSize(), reader.getRGBData())
