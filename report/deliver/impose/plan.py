"""Leaves and a wish into sheets: where each page lies, how it is clipped, where the sheet is cut and folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.deliver.impose.leaves import Box, Leaf
from report.deliver.impose.order import FOUR, Creep, Side, padded, readers, repeated, saddle
from report.deliver.impose.wanted import OFFICE, SHEETS, Size, Wanted, said, smallest
from report.foreign import Matrix
from report.named import NamedTuple
from report.problem import ContentError, Problem, problem
from report.record import record, replace
from report.units import MM

MARGIN = 14 * MM
"""Room around the bleed for marks and a line of words."""
SAME = 0.5 * MM
"""By how much finished pages of one book may differ: the rounding of other programs."""
SLACK = 0.01
MOST = 14400.0
"""Units that a page of a PDF may be wide or high (ISO 32000-1, annex C)."""
ROUNDING = 1e-6
TIGHT = 5 * MM
"""Room around the bleed for crop marks alone, where a sheet is to hold as much as it can."""
LEAST = {"reader": 2, "printer": 3, "booklet": 3, "repeat": 1}
"""Pages below which a layout is no use."""


class Placed(NamedTuple):
    """A page on a sheet: its number, what of the sheet it may paint, the matrix from its own units; a `fringe` is what
    its shift leaves bare of the bleed, painted from where the page stood before."""

    page: int
    clip: Box
    matrix: Matrix
    fringe: bool = False

    @property
    def strip(self) -> Box:
        """The clip in the page's own units."""
        a, b, c, d, e, f = self.matrix
        whole = a * d - b * c
        left, bottom, right, top = self.clip
        corners = [(x - e, y - f) for x in (left, right) for y in (bottom, top)]
        across = [(d * x - c * y) / whole for x, y in corners]
        up = [(a * y - b * x) / whole for x, y in corners]
        return min(across), min(up), max(across), max(up)


class SheetSide(NamedTuple):
    """A side with its pages in place, and the shift of its pages towards the spine in points."""

    side: Side
    placed: tuple[Placed, ...]
    shift: float


@record
class Plan:
    """All sides, which are of one size: medium from the origin, trim, bleed; where the sheet is cut (x and y) and
    folded (x); whether it has marks."""

    media: Size
    trim: Box
    bleed: Box
    cuts: tuple[tuple[float, ...], tuple[float, ...]]
    folds: tuple[float, ...]
    marks: bool
    creep: Creep
    sides: tuple[SheetSide, ...]


def planned(leaves: Sequence[Leaf], wanted: Wanted, rightwards: bool) -> Plan:
    """The sheets; raises ContentError with what stands in the way."""
    if len(leaves) < LEAST[wanted.layout]:
        least = LEAST[wanted.layout]
        raise ContentError([problem("impose-few-pages", count=len(leaves), least=least, layout=f"@{wanted.layout}")])
    if wanted.layout != "booklet":
        _check_sizes(leaves)
    elif wanted.sheet is None:
        wanted = replace(wanted, sheet=_office(leaves[0]))
    plan = _repeat(leaves, wanted) if wanted.layout == "repeat" else _spreads(leaves, wanted, rightwards)
    if max(plan.media) > MOST:
        raise ContentError([problem("impose-sheet-huge", sheet=said(*plan.media), most=f"{MOST / MM:g}")])
    return plan


def _office(leaf: Leaf) -> Size:
    """The smallest sheet of an office printer for two such pages, or its largest, to which they are scaled."""
    width, height = SHEETS[smallest((2 * leaf.width, leaf.height), OFFICE) or OFFICE[-1]]
    return width * MM, height * MM


def _check_sizes(leaves: Sequence[Leaf]) -> None:
    usual = leaves[0]
    for leaf in leaves:
        if abs(leaf.width - usual.width) > SAME or abs(leaf.height - usual.height) > SAME:
            one, most = said(leaf.width, leaf.height), said(usual.width, usual.height)
            raise ContentError([problem("impose-sizes-differ", page=leaf.number, size=one, usual=most)])


# Two pages beside each other


def _spreads(leaves: Sequence[Leaf], wanted: Wanted, rightwards: bool) -> Plan:
    sides = _folded(len(leaves), wanted, rightwards)
    creep = _creep(wanted, max(side.sheet for side in sides))
    cell, most = _cell(leaves, wanted)
    fitted = wanted.layout == "booklet"
    block = 2 * cell[0], cell[1]
    marks = wanted.layout == "printer" if wanted.marks is None else wanted.marks
    media, bleed = _medium(block, most * _reach(leaves), wanted, marks=marks)
    trim = _centred(block, media)
    spine = (trim[0] + trim[2]) / 2
    cells = ((trim[0], trim[1], spine, trim[3]), (spine, trim[1], trim[2], trim[3]))
    outer = _grown(trim, bleed)
    limits = ((*outer[:2], spine, outer[3]), (spine, *outer[1:]))
    made = []
    for side in sides:
        inwards = creep.of(side.sheet, sides[-1].sheet)
        placed: list[Placed] = []
        for page, place, limit, shift in zip(side.cells, cells, limits, (inwards, -inwards), strict=True):
            if page:
                placed += _shifted(leaves[page - 1], place, limit, shift, most if fitted else None)
        made.append(SheetSide(side, tuple(placed), inwards))
    cuts = (trim[0], trim[2]), (trim[1], trim[3])
    return Plan(media, trim, outer, cuts, (spine,), marks, creep, tuple(made))


def _folded(count: int, wanted: Wanted, rightwards: bool) -> tuple[Side, ...]:
    if wanted.layout == "reader":
        return tuple(readers(count, rightwards))
    if count % FOUR and wanted.layout == "printer" and not wanted.blanks:
        raise ContentError([problem("impose-not-by-fours", count=count, more=-count % FOUR)])
    return tuple(saddle(padded(count, inside=wanted.blanks == "inside"), rightwards))


def _creep(wanted: Wanted, sheets: int) -> Creep:
    """How pages are shifted; side by side for a reader they are not."""
    if wanted.layout == "reader" or wanted.creep == "none":
        return Creep()
    if wanted.total is not None:
        return Creep("in", wanted.total / (sheets - 1) if sheets > 1 else 0.0)
    return Creep(wanted.creep, wanted.thickness) if wanted.thickness else Creep()


def _cell(leaves: Sequence[Leaf], wanted: Wanted) -> tuple[Size, float]:
    """The size of a page on the sheet, and by how much the usual page is scaled to it: a booklet's to its paper."""
    usual = leaves[0]
    scale = 1.0
    if wanted.layout == "booklet" and wanted.sheet is not None:
        long, short = max(wanted.sheet), min(wanted.sheet)
        across, up = (long, short) if 2 * usual.width >= usual.height else (short, long)
        scale = min(1.0, across / 2 / usual.width, up / usual.height)
    return (usual.width * scale, usual.height * scale), scale


def _reach(leaves: Sequence[Leaf]) -> float:
    """The bleed of the sheet: the widest of the pages."""
    return max(0.0, *(max(leaf.bleed) for leaf in leaves))


def _medium(block: Size, bleed: float, wanted: Wanted, *, marks: bool) -> tuple[Size, float]:
    """The sheet, turned as the block fits, and how much of the bleed it has room for.

    A press must have all of it; an office printer prints what its paper holds.
    """
    sheet = wanted.sheet
    if sheet is None:
        room = bleed + (MARGIN if marks else 0.0)
        return (block[0] + 2 * room, block[1] + 2 * room), bleed
    need = bleed if wanted.layout != "booklet" else 0.0
    short, long = sorted(sheet)
    turned = ((long, short), (short, long)) if block[0] >= block[1] else ((short, long), (long, short))
    for media in turned:
        room = min(media[0] - block[0], media[1] - block[1]) / 2
        if room >= need - SLACK:
            return media, min(bleed, max(0.0, room))
    raise ContentError([_too_small((block[0] + 2 * need, block[1] + 2 * need), sheet)])


def _too_small(need: Size, sheet: Size) -> Problem:
    return problem("impose-sheet-small", need=said(*need), sheet=said(*sheet), near=smallest(need))


def _shifted(leaf: Leaf, cell: Box, limit: Box, shift: float, most: float | None) -> Iterator[Placed]:
    """A page slid sideways, above what fills the fringe that this leaves bare."""
    before = _placed(leaf, cell, limit, most)
    after = _placed(leaf, _slid(cell, shift), limit, most)
    left, bottom, right, top = before.clip
    if after.clip[0] - left > SLACK:
        yield before._replace(clip=(left, bottom, after.clip[0], top), fringe=True)
    if right - after.clip[2] > SLACK:
        yield before._replace(clip=(after.clip[2], bottom, right, top), fringe=True)
    yield after


# The same page many times


def _repeat(leaves: Sequence[Leaf], wanted: Wanted) -> Plan:
    card = leaves[0].width, leaves[0].height
    bleed = _reach(leaves)
    gap = 2 * bleed if wanted.gap is None else wanted.gap
    marks = wanted.marks is not False
    room = (TIGHT if wanted.sheet else MARGIN) if marks else 0.0
    media, (across, down) = _grid(card, bleed + room, gap, wanted)
    trim = _centred((across * (card[0] + gap) - gap, down * (card[1] + gap) - gap), media)
    lefts = [trim[0] + i * (card[0] + gap) for i in range(across)]
    lows = [trim[3] - card[1] - i * (card[1] + gap) for i in range(down)]
    cells = [(x, y, x + card[0], y + card[1]) for y in lows for x in lefts]
    outer = _grown(trim, bleed)
    sides = []
    for side in repeated(len(leaves), len(cells)):
        leaf = leaves[side.cells[0] - 1]
        placed = tuple(_placed(leaf, cell, _own(cell, gap, trim, bleed)) for cell in cells)
        sides.append(SheetSide(side, placed, 0.0))
    xs = sorted({x for left in lefts for x in (left, left + card[0])})
    ys = sorted({y for low in lows for y in (low, low + card[1])})
    return Plan(media, trim, outer, (tuple(xs), tuple(ys)), (), marks, Creep(), tuple(sides))


def _grid(card: Size, room: float, gap: float, wanted: Wanted) -> tuple[Size, tuple[int, int]]:
    """The sheet and how many cards it holds across and down: those asked for, or as many as there is room for."""
    if wanted.sheet is None:
        across, down = wanted.grid or (1, 1)
        return (_span(across, card[0], gap) + 2 * room, _span(down, card[1], gap) + 2 * room), (across, down)
    short, long = sorted(wanted.sheet)
    found = []
    for media in ((long, short), (short, long)):
        most = [int((side - 2 * room + gap + SLACK) // (one + gap)) for side, one in zip(media, card, strict=True)]
        grid = wanted.grid or (most[0], most[1])
        if grid[0] <= most[0] and grid[1] <= most[1] and min(grid) > 0:
            found.append((grid[0] * grid[1], media, grid))
    if not found:
        grid = wanted.grid or (1, 1)
        need = [_span(n, one, gap) + 2 * room for n, one in zip(grid, card, strict=True)]
        raise ContentError([_too_small((need[0], need[1]), wanted.sheet)])
    _, media, grid = max(found, key=lambda one: one[0])
    return media, grid


def _span(count: int, one: float, gap: float) -> float:
    return count * (one + gap) - gap


def _own(cell: Box, gap: float, trim: Box, bleed: float) -> Box:
    """What a card may paint: its bleed at the edge of the sheet, up to the middle of the gap between two."""
    half = min(gap / 2, bleed)
    reach = (bleed if abs(mine - edge) < SLACK else half for mine, edge in zip(cell, trim, strict=True))
    left, bottom, right, top = reach
    return cell[0] - left, cell[1] - bottom, cell[2] + right, cell[3] + top


# Boxes


def _placed(leaf: Leaf, cell: Box, limit: Box, most: float | None = None) -> Placed:
    """A page in the middle of its cell, at its size or fitted to it but at most so large; what it paints is its bleed
    within the limit."""
    matrix, width, height = leaf.matrix, leaf.width, leaf.height
    across, up = cell[2] - cell[0], cell[3] - cell[1]
    bleed = (-leaf.bleed.left, -leaf.bleed.bottom, width + leaf.bleed.right, height + leaf.bleed.top)
    if most is not None and (width > height) != (across > up):  # a page on its side: the reader turns the booklet
        matrix = _product(matrix, (0, 1, -1, 0, height, 0))
        bleed = (height - bleed[3], bleed[0], height - bleed[1], bleed[2])
        width, height = height, width
    scale = 1.0 if most is None else min(most, across / width + ROUNDING, up / height + ROUNDING)
    x = (cell[0] + cell[2] - width * scale) / 2
    y = (cell[1] + cell[3] - height * scale) / 2
    box = (x + bleed[0] * scale, y + bleed[1] * scale, x + bleed[2] * scale, y + bleed[3] * scale)
    clip = (max(box[0], limit[0]), max(box[1], limit[1]), min(box[2], limit[2]), min(box[3], limit[3]))
    return Placed(leaf.number, clip, _product(matrix, (scale, 0, 0, scale, x, y)))


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does `inner` first, then `outer`."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _centred(block: Size, media: Size) -> Box:
    x, y = (media[0] - block[0]) / 2, (media[1] - block[1]) / 2
    return x, y, x + block[0], y + block[1]


def _grown(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _slid(box: Box, by: float) -> Box:
    return box[0] + by, box[1], box[2] + by, box[3]
