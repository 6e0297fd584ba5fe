"""All that layout says to painting: faces, runs, shapes, pictures, marks, pages.

Lengths are points. The origin is the top left corner of the trimmed page and y grows downwards; only `pdf/` flips.
Every value is immutable, so that pages can be cached, compared, traced and painted more than once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeVar

from report.colour import Colour
from report.named import NamedTuple
from report.problem import Place
from report.record import field, record, replace


@record
class Face:
    """One face of the catalogue, as painting needs to know it.

    `key` is unique in a document (`song-700`); `path` is the font file and `index` its number in a collection;
    `ascent` and `descent` are the em box in thousandths of an em (descent negative). `variations` pins the axes of a
    variable font.
    """

    key: str
    path: str
    index: int
    postscript_name: str
    ascent: float
    descent: float
    cap_height: float
    variations: tuple[tuple[str, float], ...] = ()


@record
class Run:
    """Glyphs of one face, size and colour on one baseline (or one vertical axis).

    `x`, `y` is the pen before the first glyph. `glyphs` are ids of the font file. `advances` are the natural advances
    of the glyphs in thousandths of an em, `gaps` what is added after each glyph (thousandths of an em, already rounded
    so that the sum is right; empty = none). `offsets` shifts single glyphs: (index, dx, dy) in thousandths of an em,
    y upwards as in the font. `texts` is the source text of each glyph ("" for a glyph that belongs to the one before);
    it may be a plain string when every glyph stands for exactly one character. With `vertical`, the pen goes down,
    `x` is the centre of the column, and advances and gaps are downward. `turn` rotates the run clockwise in degrees
    about its pen (90 for Latin in a vertical line).
    """

    x: float
    y: float
    face: Face
    size: float
    colour: Colour
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    texts: tuple[str, ...] | str
    gaps: tuple[float, ...] = ()
    offsets: tuple[tuple[int, float, float], ...] = ()
    vertical: bool = False
    turn: float = 0.0
    language: str = "zh-CN"

    @property
    def text(self) -> str:
        """The source text of the whole run."""
        return self.texts if isinstance(self.texts, str) else "".join(self.texts)

    @property
    def width(self) -> float:
        """Length of the run along its pen, with gaps, in points."""
        return (sum(self.advances) + sum(self.gaps)) * self.size / 1000


class Path(NamedTuple):
    """A path: one letter a segment, and the coordinates of all segments in order.

    m x y · l x y · c x1 y1 x2 y2 x y (cubic) · z (close) · r x y w h (rectangle).
    """

    verbs: str
    points: tuple[float, ...]


class Stroke(NamedTuple):
    """How a path is drawn along its line; `dash` is on/off lengths in points."""

    colour: Colour
    width: float
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    dash: tuple[float, ...] = ()


@record
class Shape:
    """A path that is filled, stroked, or both (fill first); with `multiply`, as an ink over what is there; a black fill
    `overprints` where that is asked for."""

    path: Path
    fill: Colour | None = None
    stroke: Stroke | None = None
    even_odd: bool = False
    opacity: float = 1.0
    multiply: bool = False
    overprints: bool = False


@record
class Picture:
    """A raster picture that fills its box; `crop` is the used part of the source in pixels (left, top, right, bottom).

    `source` is the file. Layout has checked that it can be read; pdf converts it to the delivery's colour space.
    """

    x: float
    y: float
    width: float
    height: float
    source: str
    crop: tuple[int, int, int, int]
    place: Place | None = None


@record
class Link:
    """An area that leads to a destination of this document or to a URI."""

    x: float
    y: float
    width: float
    height: float
    target: str
    text: str


@record
class Group:
    """Items drawn through an affine matrix (a b c d e f, as in PDF but with y downwards) and a clip path inside it."""

    items: tuple[Item, ...]
    clip: Path | None = None
    matrix: tuple[float, float, float, float, float, float] | None = None


@record
class Marked:
    """Items with a meaning: a structure role (PDF 1.7, 14.8.4) or `Artifact`.

    Nesting is the tree: a `Marked` inside a `Marked` is its child. The same `key` on several pages is one element that
    goes on (a paragraph over a page break). `attributes` are role-specific, such as ("Scope", "Column").
    `box` is x, y, width, height for figures. `actual` replaces the text of the glyphs for readers and extractors.
    `place` is where the author wrote it: a page that only moved in its source is still the same page, and no file says
    it.
    """

    role: str
    items: tuple[Item, ...]
    key: str = ""
    alt: str = ""
    actual: str = ""
    language: str = ""
    box: tuple[float, float, float, float] | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    place: Place | None = field(default=None, compare=False)


@record
class Foreign:
    """A ReportLab flowable at the top left of its box, in points; it must fit.

    `flowable` is a platypus Flowable, or a function without arguments that makes one, which may then name fonts by the
    keys of `faces`. The first face stands in for the stock fonts, the others for what it lacks.
    """

    x: float
    y: float
    width: float
    height: float
    flowable: object
    faces: tuple[Face, ...]
    place: Place | None = None


@record
class GuestPage:
    """A page of another PDF that fills its box; `source` is the file, `number` counts its pages from 1."""

    x: float
    y: float
    width: float
    height: float
    source: str
    number: int
    place: Place | None = None


@record
class Vector:
    """A drawing in SVG that fills its box; `source` is the file, which layout has read; pdf converts its colours."""

    x: float
    y: float
    width: float
    height: float
    source: str
    place: Place | None = None


Item = Run | Shape | Picture | Link | Group | Marked | Foreign | GuestPage | Vector
Drawing = tuple[Item, ...]


class Sheet(NamedTuple):
    """The size of a page: trim width and height, the bleed around it, and the room for marks around that (`slug`), in
    points."""

    width: float
    height: float
    bleed: float
    slug: float = 0.0

    @property
    def margin(self) -> float:
        """From the edge of the medium to the trim."""
        return self.bleed + self.slug


@record
class Page:
    """One finished page; `number` counts from 1, `label` is what is printed or shown for it; `folds` are where a sheet
    of several panels is folded, from the left edge of its trim in points."""

    number: int
    label: str
    sheet: Sheet
    items: Drawing
    folds: tuple[float, ...] = ()


class Outline(NamedTuple):
    """An entry of the outline (bookmarks): level 1 is the highest; y is the top of what it leads to, in points."""

    level: int
    title: str
    page: int
    y: float


class Destination(NamedTuple):
    """A named place that links lead to."""

    page: int
    x: float
    y: float


@record
class Meta:
    """What the file says of itself. Dates are ISO 8601 with offset, from the report and never from the clock."""

    identifier: str
    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    language: str
    date: str
    sources: tuple[str, ...] = ()
    """Where the figures come from."""
    number: str = ""
    signed: str = ""
    body: str = ""
    """发文字号, 成文日期 (a day, as 2026-01-21) and 制作单位 of an official document."""
    creep: str = ""
    """What the pages of each sheet were moved towards the fold: who imposes them must not do it again."""


@record
class Paged:
    """A whole laid-out document."""

    meta: Meta
    pages: tuple[Page, ...]
    outline: tuple[Outline, ...] = ()
    destinations: dict[str, Destination] = field(default_factory=dict)


Leaf = TypeVar("Leaf", Run, Link, Picture)


def runs_of(items: Iterable[Item]) -> Iterator[Run]:
    """Every run in a drawing, in drawing order."""
    return _every(items, Run)


def _every(items: Iterable[Item], kind: type[Leaf]) -> Iterator[Leaf]:
    """Every item of a kind that holds no others, in drawing order."""
    waiting = [iter(items)]  # a stack: a generator inside another one for each level cost more than all else
    while waiting:
        for item in waiting[-1]:
            if item.__class__ is kind:
                yield item
            elif isinstance(item, (Marked, Group)):
                if len(item.items) != 1 or item.items[0].__class__ is not kind:
                    waiting.append(iter(item.items))
                    break
                yield item.items[0]  # a cell of a table
        else:
            waiting.pop()


def links_of(items: Iterable[Item]) -> Iterator[Link]:
    """Every link in a drawing, in drawing order."""
    return _every(items, Link)


def pictures_of(items: Iterable[Item]) -> Iterator[Picture]:
    """Every raster picture in a drawing, in drawing order."""
    return _every(items, Picture)


def written_at(items: Iterable[Item], place: Place | None) -> tuple[Item, ...]:
    """The items, those with a meaning and no place of their own written at this one."""
    if place is None:
        return tuple(items)
    return tuple(
        replace(item, place=place)
        if isinstance(item, Marked) and item.place is None and item.role != "Artifact"
        else item
        for item in items
    )


def rectangle(x: float, y: float, width: float, height: float) -> Path:
    """The path of a rectangle."""
    return Path("r", (x, y, width, height))


def line(x1: float, y1: float, x2: float, y2: float) -> Path:
    """The path of a straight line."""
    return Path("ml", (x1, y1, x2, y2))


def moved(item: Item, dx: float, dy: float) -> Item:
    """The item, shifted."""
    if not dx and not dy:
        return item
    match item:
        case Run():
            return _moved_run(item, dx, dy)
        case Picture() | Link() | Foreign() | GuestPage() | Vector():
            return replace(item, x=item.x + dx, y=item.y + dy)
        case Shape():
            return replace(item, path=_moved_path(item.path, dx, dy))
        case Marked():
            box = item.box and (item.box[0] + dx, item.box[1] + dy, item.box[2], item.box[3])
            return replace(item, items=tuple(moved(i, dx, dy) for i in item.items), box=box)
        case Group():
            if item.matrix:
                a, b, c, d, e, f = item.matrix
                return Group(item.items, item.clip, (a, b, c, d, e + dx, f + dy))
            return Group(
                tuple(moved(i, dx, dy) for i in item.items), item.clip and _moved_path(item.clip, dx, dy), None
            )


def _moved_run(run: Run, dx: float, dy: float) -> Run:
    """Written out, since `replace` takes four times as long and most of a page is runs."""
    return Run(
        run.x + dx,
        run.y + dy,
        run.face,
        run.size,
        run.colour,
        run.glyphs,
        run.advances,
        run.texts,
        run.gaps,
        run.offsets,
        run.vertical,
        run.turn,
        run.language,
    )


def _moved_path(path: Path, dx: float, dy: float) -> Path:
    points = list(path.points)
    points[::2] = [x + dx for x in points[::2]]
    points[1::2] = [y + dy for y in points[1::2]]
    at = 0
    for verb in path.verbs if "r" in path.verbs else "":
        if verb == "r":  # width and height stay
            points[at + 2 : at + 4] = path.points[at + 2 : at + 4]
        at += COORDINATES[verb]
    return Path(path.verbs, tuple(points))


COORDINATES = {"m": 2, "l": 2, "c": 6, "z": 0, "r": 4}
"""How many coordinates each verb of a path takes."""
