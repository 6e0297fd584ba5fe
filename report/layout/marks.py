"""Printer's marks around a finished page: crop marks, fold marks, register marks, a colour bar, a slug line.

They stand outside the bleed (print.md C01, G09): nothing of them is on the trimmed sheet. What every plate must show is
in the registration colour, a spot ink named All (ISO 32000-1, 8.6.6.4). Lengths are millimetres until they are drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from report.charts.figures import circle
from report.colour import BLACK, Cmyk, Colour, Spot
from report.drawing import Item, Marked, Page, Paged, Path, Shape, Sheet, Stroke, line, rectangle
from report.named import NamedTuple
from report.record import replace
from report.typeset import Span, TextStyle, set_line
from report.typeset.faces import Faces
from report.units import MM

SLUG = 12 * MM
"""Room around the bleed."""
AWAY, LENGTH = 1 * MM, 9 * MM
"""Where a mark begins outside the bleed, and how long it is."""
HAIR = 0.25
REGISTRATION = Spot("All", Cmyk(1.0, 1.0, 1.0, 1.0))
PATCH = 5 * MM
BAR: tuple[tuple[float, float, float, float], ...] = (
    (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1),
    (0.5, 0, 0, 0), (0, 0.5, 0, 0), (0, 0, 0.5, 0), (0, 0, 0, 0.5),
    (1, 1, 0, 0), (0, 1, 1, 0), (1, 0, 1, 0), (0.5, 0.4, 0.4, 0),
)  # fmt: skip
"""Patches of the colour bar: solids, half tones, overprints, the grey balance."""
PLATES: Mapping[str, Colour] = {
    "C": Cmyk(1, 0, 0, 0),
    "M": Cmyk(0, 1, 0, 0),
    "Y": Cmyk(0, 0, 1, 0),
    "K": BLACK,
}
"""The names of plates, each in its own ink, so that every plate says which it is."""


class Slug(NamedTuple):
    """What the slug line says: name of the file, date of the report, spot inks beside the process plates."""

    file: str
    date: str
    spots: tuple[Spot, ...] = ()


def marked(paged: Paged, wanted: Iterable[str], slug: Slug, faces: Faces, bound: bool) -> Paged:
    """The pages with their marks, on a larger medium; `bound` pages have a spine where they are folded."""
    kinds = tuple(wanted)
    if not kinds:
        return paged
    pages = tuple(_marked(page, kinds, slug, faces, bound=bound) for page in paged.pages)
    return replace(paged, pages=pages)


def _marked(page: Page, kinds: tuple[str, ...], slug: Slug, faces: Faces, *, bound: bool) -> Page:
    sheet = page.sheet._replace(slug=SLUG)
    found: list[Item] = []
    for kind in kinds:
        if kind == "slug":
            found += _slug(page, sheet, slug, faces)
        elif kind == "fold":
            found += _fold(sheet, page, bound=bound)
        elif kind == "registration":
            found += _registration(sheet, page.folds)
        else:
            found += DRAWN[kind](sheet)
    marks = Marked("Artifact", tuple(found), attributes=(("Type", "Layout"),))
    return replace(page, sheet=sheet, items=(*page.items, marks))


def _stroke(width: float = HAIR, dash: tuple[float, ...] = ()) -> Stroke:
    return Stroke(REGISTRATION, width, dash=dash)


def _crop(sheet: Sheet) -> Iterator[Item]:
    """Two lines at each corner of the trim."""
    start, end = sheet.bleed + AWAY, sheet.bleed + AWAY + LENGTH
    for x, outwards in ((0.0, -1), (sheet.width, 1)):
        for y, downwards in ((0.0, -1), (sheet.height, 1)):
            yield Shape(line(x, y + downwards * start, x, y + downwards * end), stroke=_stroke())
            yield Shape(line(x + outwards * start, y, x + outwards * end, y), stroke=_stroke())


def _fold(sheet: Sheet, page: Page, *, bound: bool) -> Iterator[Item]:
    """Dashed lines above and below the spine, or every fold of a sheet of panels; a page that is not bound has none."""
    if not bound:
        return
    folds = page.folds or ((0.0 if page.number % 2 else sheet.width),)
    start, end = sheet.bleed + AWAY, sheet.bleed + AWAY + LENGTH
    for x in folds:
        for y, downwards in ((0.0, -1), (sheet.height, 1)):
            stroke = _stroke(2 * HAIR, (1.5, 1.5))
            yield Shape(line(x, y + downwards * start, x, y + downwards * end), stroke=stroke)


def _registration(sheet: Sheet, folds: tuple[float, ...]) -> Iterator[Item]:
    """A cross in a circle in the middle of every side; above and below folds two, which stand clear of them."""
    away = sheet.bleed + AWAY + LENGTH / 2
    shares = (0.25, 0.75) if folds else (0.5,)
    heads = [(sheet.width * share, y) for share in shares for y in (-away, sheet.height + away)]
    for x, y in (*heads, (-away, sheet.height / 2), (sheet.width + away, sheet.height / 2)):
        yield Shape(circle(x, y, 1.5 * MM), stroke=_stroke())
        arm = 3 * MM
        yield Shape(Path("mlml", (x - arm, y, x + arm, y, x, y - arm, x, y + arm)), stroke=_stroke())


def _bar(sheet: Sheet) -> Iterator[Item]:
    """Patches along the upper edge, left of the middle."""
    top = -(sheet.bleed + AWAY + LENGTH / 2 + PATCH / 2)
    left = sheet.width / 2 - 8 * MM - len(BAR) * PATCH
    for i, inks in enumerate(BAR):
        yield Shape(rectangle(left + i * PATCH, top, PATCH, PATCH), fill=Cmyk(*inks))


def _slug(page: Page, sheet: Sheet, slug: Slug, faces: Faces) -> Iterator[Item]:
    """File, page and date on every plate, and the plate's own name, along the lower edge."""
    y = sheet.height + sheet.bleed + AWAY + LENGTH / 2 + 1 * MM
    x = 5 * MM
    said = f"{slug.file}　{page.label}　{slug.date}　"
    inks: list[tuple[str, Colour]] = [(said, REGISTRATION), *((f"{name} ", ink) for name, ink in PLATES.items())]
    inks += [(f"{spot.name} ", spot) for spot in slug.spots]
    for words, ink in inks:
        style = TextStyle("hei", 400, 6.0, 8.0, ink, align="left", han_latin=0.0)
        set_ = set_line([Span(words)], style, faces)
        yield from set_.items(x, y)
        x += set_.width


DRAWN: Mapping[str, Callable[[Sheet], Iterator[Item]]] = {
    "crop": _crop,
    "colour-bar": _bar,
}
"""Marks that only the sheet decides."""
