"""The verbs of painting as content stream operators (ISO 32000-1, annex A); here y is turned upwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import partial

from report.boxes import UNMOVED, Box, around, product
from report.colour import BLACK, Colour
from report.drawing import Destination, Foreign, Group, GuestPage, Link, Marked, Picture, Run, Shape, Sheet, Vector
from report.named import NamedTuple
from report.pdf.backend import Sheets
from report.pdf.fonts import FontSet
from report.pdf.geometry import Axes
from report.pdf.guestpages import GuestPages
from report.pdf.guests import Guests
from report.pdf.images import PictureSet
from report.pdf.inks import Inks
from report.pdf.links import Annotation, reachable
from report.pdf.state import THIN, State
from report.pdf.syntax import fine, num, nums
from report.pdf.tags import Element, Tree
from report.pdf.text import OutlinePen, even, outlines, shown, turned, upright
from report.pdf.vectors import Vectors


class Parts(NamedTuple):
    """What all pages of a file share; `places` are None where links are left out."""

    sheets: Sheets
    fonts: FontSet
    pictures: PictureSet
    tree: Tree
    guests: Guests
    guest_pages: GuestPages
    vectors: Vectors
    places: Mapping[str, Destination] | None
    language: str
    inks: Inks


FINEST = 100
"""Parts of a point to which lines of text stand: a third of a dot of 2,400 dpi. Leadings are alike so far."""
ARTIFACT = "/Artifact BMC"
"""How an artifact is said of which nothing more is known."""


class _Closing:
    """What is done where a context ends. Long tables open hundreds of thousands: a generator for each cost a fifth."""

    __slots__ = ("_done",)

    def __init__(self, done: Callable[[], object]) -> None:
        self._done = done

    def __enter__(self) -> None:
        """Opened by who made it."""

    def __exit__(self, *_failure: object) -> None:
        self._done()


class PdfPainter:
    """Paints one page; `index` counts from 0."""

    def __init__(self, sheet: Sheet, parts: Parts, index: int) -> None:
        self._sheets, self._fonts, self._pictures, self._tree = parts.sheets, parts.fonts, parts.pictures, parts.tree
        self._guests, self._guest_pages, self._vectors = parts.guests, parts.guest_pages, parts.vectors
        self._places, self._language = parts.places, parts.language.partition("-")[0]
        self._say = parts.sheets.say
        self._state = State(parts.sheets, parts.inks)
        self._axes = Axes(sheet.margin, sheet.margin + sheet.height)
        self._own = parts.language
        self._colour: Colour = BLACK
        self._black = True
        self._index = index
        self._matrix = UNMOVED
        self._spoken, self._pen = "", (0, 0)
        self._elements: list[Element | None] = []
        self._apart = ARTIFACT
        self.links: list[Annotation] = []
        self._stretch = _Closing(partial(self._say, "EMC"))  # not of this painter's: it would hold itself

    def run(self, run: Run) -> None:
        if run.language == self._own or run.language.partition("-")[0] == self._language:
            self._own = run.language
            self._run(run)
            return
        self._say(f"/Span<</Lang({run.language})>>BDC")
        self._run(run)
        self._say("EMC")

    def _run(self, run: Run) -> None:
        x, y = self._axes.point(run.x, run.y)
        state = self._state
        if run.colour is not self._colour:  # the last one's: asking every run whether its colour is black takes long
            self._colour, self._black = run.colour, run.colour == BLACK
        state.fill(run.colour, overprints=self._black)
        state.opacity(1.0)
        spread: float | None = 0.0
        if run.gaps and not (run.offsets or run.vertical or run.turn):
            plain = self._fonts.spaced(run)
            spread = even(run) if plain is not None else None
        else:
            plain = self._fonts.plain(run)
        if plain is not None and spread is not None:
            font, codes = plain
            begun = self._sheets.mark()
            state.font(font, run.size)  # a text state outlives its text object (9.3.1)
            state.rise(0.0)
            state.spread(spread)
            self._say(f"({''.join(codes)}) Tj")
            self._text(begun, x, y)
            return
        slots = self._fonts.slots(run)
        if run.vertical:
            self._say("BT")
            state.spread(0.0)
            for piece in upright(run, slots, self._fonts):
                self._state.font(piece.font, run.size)
                self._say(f"1 0 0 1 {num(x + piece.aside)} {num(y - piece.pen)} Tm")
                self._say(piece.shown)
            state.rise(0.0)
            self._say("ET")
        else:
            begun = self._sheets.mark()
            for piece in shown(run, slots):
                state.font(piece.font, run.size)
                state.rise(piece.aside)
                state.spread(piece.spread)
                self._say(piece.shown)
            state.rise(0.0)
            self._text(begun, x, y, run.turn)
        if None in slots:
            self._outlines(run, x, y, list(outlines(run, slots)))

    def _text(self, begun: int, x: float, y: float, turn: float = 0.0) -> None:
        """Make a text object, its pen at a point, of what was said since `begun`; nothing but a text object before it
        is gone on with: how far the pen moves is nearly always the leading, and a tenth of a page of text."""
        code = self._sheets.code
        said = "\n".join(code[begun:])
        del code[begun:]
        at = round(x * FINEST), round(y * FINEST)
        if turn:
            code.append(f"BT\n{nums(turned(turn))} {num(x)} {num(y)} Tm\n{said}\nET")
        elif code and code[-1] is self._spoken:
            across, up = at[0] - self._pen[0], at[1] - self._pen[1]
            code[-1] = self._spoken = f"{code[-1][:-2]}{num(across / FINEST)} {num(up / FINEST)} Td\n{said}\nET"
        else:
            self._spoken = f"BT\n1 0 0 1 {num(at[0] / FINEST)} {num(at[1] / FINEST)} Tm\n{said}\nET"
            code.append(self._spoken)
        self._pen = at

    def shape(self, shape: Shape) -> None:
        stroke = shape.stroke
        if shape.fill is not None:
            self._state.fill(shape.fill, overprints=shape.overprints and shape.fill == BLACK)
        if stroke is not None:
            self._state.stroke(stroke, overprints=stroke.colour == BLACK and stroke.width < THIN)
        self._state.opacity(shape.opacity, shape.multiply)
        self._say(self._axes.path(shape.path))
        star = "*" if shape.even_odd and shape.fill is not None else ""
        self._say(("S" if shape.fill is None else "f" if stroke is None else "B") + star)

    def picture(self, picture: Picture) -> None:
        x, y = self._axes.point(picture.x, picture.y + picture.height)
        self._state.plain()
        self._say(f"q {nums((picture.width, 0, 0, picture.height, x, y))} cm")
        self._sheets.transparent |= self._pictures.clear(picture)
        self._sheets.doForm(self._pictures.name(picture))
        self._say("Q")

    def foreign(self, item: Foreign) -> None:
        self._state.plain()
        with self._state.kept():
            self._guests.draw(item, self._axes.point(item.x, item.y), self._matrix, self._annotate)

    def guest_page(self, item: GuestPage) -> None:
        x, y = self._axes.point(item.x, item.y + item.height)
        across, up = self._guest_pages.scales(item)
        self._state.plain()
        self._say(f"q {fine(across)} 0 0 {fine(up)} {num(x)} {num(y)} cm")
        self._guest_pages.draw(item, self._index + 1)
        self._say("Q")

    def vector(self, item: Vector) -> None:
        for group in self._vectors.groups(item):
            with self.group(group):
                for one in group.items:
                    assert isinstance(one, Shape)
                    self.shape(one)

    def link(self, link: Link) -> None:
        box = self._axes.box((link.x, link.y, link.width, link.height))
        self._annotate(around(self._matrix, box), link.target, link.text)

    @contextmanager
    def group(self, group: Group) -> Iterator[None]:
        kept = self._matrix
        with self._state.kept():
            if group.matrix is not None:
                own = self._axes.matrix(group.matrix)
                self._matrix = product(own, kept)
                self._say(f"{nums(own)} cm")
            if group.clip is not None:
                self._say(f"{self._axes.path(group.clip)} W n")
            try:
                yield
            finally:
                self._matrix = kept

    def element(self, mark: Marked) -> AbstractContextManager[None]:
        inside = self._innermost() if self._elements else self._tree.root
        artifact = inside is None or mark.role == "Artifact"
        made = None if artifact or inside is None else self._tree.element(mark, inside, self._box(mark))
        self._elements.append(made)
        if artifact:
            self._apart = _artifact(mark)
        return _Closing(self._elements.pop)

    def leaf(self, mark: Marked, run: Run) -> None:
        inside = self._innermost() if self._elements else self._tree.root
        if inside is None or mark.role == "Artifact":
            self._say(ARTIFACT)
        else:
            self._say(self._tree.content(self._tree.element(mark, inside, self._box(mark)), self._index))
        self.run(run)
        self._say("EMC")

    def content(self) -> AbstractContextManager[None]:
        if not self._elements:
            self._say(ARTIFACT)
        else:
            element = self._elements[-1]
            self._say(self._apart if element is None else self._tree.content(element, self._index))
        return self._stretch

    def _box(self, mark: Marked) -> Box | None:
        return around(self._matrix, self._axes.box(mark.box)) if mark.box else None

    def _innermost(self) -> Element | None:
        return self._elements[-1] if self._elements else None

    def _annotate(self, rect: Box, target: str, words: str) -> None:
        """A link that is to be put when all pages have their numbers; one that leads nowhere is left out."""
        if self._places is None or not reachable(target, self._places):
            return
        number = self._sheets.annotate()
        parent = self._tree.annotation(self._innermost() or self._tree.root, number, self._index)
        self.links.append(Annotation(number, rect, target, words, parent))

    def _outlines(self, run: Run, x: float, y: float, glyphs: Iterable[tuple[int, float, float]]) -> None:
        """Glyphs without text as paths, so that no extractor finds a character where the source has none."""
        program = self._fonts.program(run.face)
        a, b, c, d = turned(run.turn)
        scale = run.size * program.scale / 1000
        for glyph, along, across in glyphs:
            pen = OutlinePen()
            program.font.draw_glyph_with_pen(glyph, pen)
            if not pen.code:
                continue  # a space
            matrix = " ".join(fine(v * scale) for v in (a, b, c, d))
            at = nums((x + along * a + across * c, y + along * b + across * d))
            self._say("\n".join((f"q {matrix} {at} cm", *pen.code, "f Q")))


def _artifact(mark: Marked) -> str:
    """How the content of an artifact is said; a watermark says that it is one (14.8.2.2.2), so that a reader can leave
    it out. Artifacts stand in no other one."""
    kind = dict(mark.attributes).get("Subtype")
    return f"/Artifact <</Type/Pagination/Subtype/{kind}>> BDC" if kind else ARTIFACT
