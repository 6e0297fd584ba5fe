"""Spans into a strip: the cells of a paragraph in one row, with the prefix sums by which any line of it is measured.

All is done by whole-row passes in C; no Python object is made for a character. Lengths are thousandths of the
paragraph's em; a span of another size has a scale.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, compress, islice
from operator import add, itemgetter, mul, sub

from report.record import record, replace
from report.typeset import charactergrid
from report.typeset.classes import END, GLUE, HAN, NOTE, OPEN, SIZE, SOFT, SPACES
from report.typeset.costs import GOOD, Room, each_gap
from report.typeset.faces import Faces, OpenFace
from report.typeset.shaping import Cell, Shaper, shaper_for
from report.typeset.spacing import Table, region_of, setup_of, table
from report.typeset.style import Span, TextStyle
from report.typeset.tokens import NARROW, QUOTES, Piece, pieces, plain, runs, tokens

_FIRST, _HIGH, _WIDTH, _LETTERS = map(itemgetter, (2, 3, 4, 12))
ICON = "\ufffc"
SCRIPT_SIZE = 0.6
"""Size of superscripts and note marks, in em of the text."""


@record
class Content:
    """The cells of a segment (text without forced ends): with the span, scale and extra gap of each where they
    differ, and the face of all where it is one. No line may end before a cell that is `kept`; no
    cell is wider than `bound`. `leads` is what stands before each cell on a character grid."""

    cells: tuple[Cell, ...] | list[Cell]
    spans: Sequence[int] | None = None
    scales: Sequence[float] | None = None
    extra: Sequence[float] | None = None
    face: OpenFace | None = None
    kept: frozenset[int] = frozenset()
    bound: float = float("inf")
    leads: Sequence[float] | None = None


@record(slots=False)
class Strip:
    """A measured segment. `rows` are rows of the table, one a gap; `lawful[k]` is 1 where a line may end after cell k;
    `at` is where each cell begins when nothing is trimmed.

    The line from cell i to j (exclusive) is `ends[j] - starts[i]` wide, its ends trimmed. What is needed for few lines
    only is looked up one by one, sums over all gaps are made when many lines are to be weighed.
    """

    content: Content
    table: Table
    rows: bytes
    firsts: bytes
    lawful: bytes
    at: list[float]
    hyphen: float

    @cached_property
    def places(self) -> list[int]:
        """The lawful ends."""
        return list(compress(range(1, len(self.rows) + 1), self.lawful))

    @cached_property
    def widest(self) -> float:
        """The width of the widest cell."""
        return max(_scaled(map(_WIDTH, self.content.cells), self.content.scales), default=0.0)

    @cached_property
    def starts(self) -> list[float]:
        """Where a line begins that starts with each cell: an opening mark loses its outer half (rule 16)."""
        if self.content.leads is not None:
            return list(map(sub, self.at, (*self.content.leads, 0.0)))
        if OPEN not in self.firsts:
            return self.at
        heads = map(self.table.heads.__getitem__, self.firsts + bytes([END]))
        return list(map(add, self.at, _scaled(heads, self.content.scales)))

    @cached_property
    def ends(self) -> list[float]:
        """Where a line ends that is broken after each cell: a mark is half, a space vanishes, a word takes a hyphen."""
        cuts = _column(self.table.cut, self.rows, self.content)
        ends = [0.0, *map(sub, islice(self.at, 1, None), cuts)]
        if self.content.leads is not None and self.content.extra is not None:
            trails = map(sub, self.content.extra, (*self.content.leads[1:], 0.0))
            ends = [0.0, *map(add, islice(ends, 1, None), trails)]  # a run keeps its whole cells at a line's end
        if not self.table.special.isdisjoint(self.rows):
            _special_ends(ends, list(map(_HIGH, self.content.cells)), self.hyphen, self.content.scales)
        return ends

    @cached_property
    def shrink(self) -> list[float]:
        """Prefix sums of what gaps may lose."""
        return _sums(self.table.shrink, self.rows, self.content.scales)

    @cached_property
    def stretch(self) -> list[float]:
        """Prefix sums of what word spaces and Han-Latin gaps may gain."""
        return _sums(self.table.stretch, self.rows, self.content.scales)

    @cached_property
    def opens(self) -> list[int]:
        """Prefix counts of the gaps that open with all others."""
        return list(accumulate(self.rows.translate(self.table.opens), initial=0))

    @cached_property
    def letters(self) -> list[float]:
        """Prefix sums of what joints between Latin letters may open by."""
        return list(accumulate(map(_LETTERS, self.content.cells), initial=0.0))

    @cached_property
    def present(self) -> tuple[list[tuple[int, float]], list[tuple[int, float]], list[int]]:
        """The rows of this segment that may lose or gain, with how much, and those that do not open."""
        table, present = self.table, sorted(set(self.rows))
        shrink = [(row, table.shrink[row]) for row in present if table.shrink[row]]
        stretch = [(row, table.stretch[row]) for row in present if table.stretch[row]]
        return shrink, stretch, [row for row in present if not table.opens[row]]

    def width(self, i: int, j: int) -> float:
        return self.ends[j] - self.starts[i]

    def start(self, i: int) -> float:
        """One of `starts`."""
        if self.content.leads is not None:
            return self.at[i] - self.content.leads[i]
        head = self.table.heads[self.firsts[i]]
        return self.at[i] + (head * self.content.scales[i] if self.content.scales else head)

    def end(self, j: int) -> float:
        """One of `ends`, without making them all where it is plain."""
        row = self.rows[j - 1]
        if self.content.scales is None and row not in self.table.special:
            return self.at[j] - self.table.cut[row]
        return self.ends[j]

    def can_lose(self, i: int, j: int) -> float:
        """How much a line can be squeezed."""
        if self.content.scales is not None:
            return self.shrink[j - 1] - self.shrink[i]
        count, stop = self.rows.count, j - 1
        return sum([count(row, i, stop) * much for row, much in self.present[0]])

    def eased(self, i: int, j: int) -> float:
        """How much the word spaces and Han-Latin gaps of a line can gain."""
        if self.content.scales is not None:
            return self.stretch[j - 1] - self.stretch[i]
        count, stop = self.rows.count, j - 1
        return sum([count(row, i, stop) * much for row, much in self.present[1]])

    def opening(self, i: int, j: int) -> int:
        """How many gaps of a line open with all others."""
        count, stop = self.rows.count, j - 1
        return stop - i - sum([count(row, i, stop) for row in self.present[2]])

    def room(self, i: int, j: int) -> Room:
        """What can open in a line."""
        eased = self.eased(i, j)
        letters = self.letters
        return Room(eased, round(eased / 250), self.opening(i, j), letters[j] - letters[i])

    def each(self, i: int, j: int, need: float) -> float:
        """How far the gaps of a line open when it needs more."""
        rest, opens = need - self.eased(i, j), self.opening(i, j)
        if rest <= GOOD * opens:
            return max(0.0, rest / opens) if opens else 0.0
        return each_gap(need, self.room(i, j))[0]

    def penalty(self, j: int) -> float:
        """What a break after cell j - 1 costs by its kind."""
        return self.table.penalty[self.rows[j - 1]]


def own_style(span: Span, style: TextStyle) -> TextStyle:
    """The style of a span, small when it is a script."""
    own = span.style or style
    return replace(own, size=own.size * SCRIPT_SIZE) if span.script else own


def content(spans: Sequence[Span], style: TextStyle, faces: Faces, *, vertical: bool = False) -> Content:
    """The cells of spans that hold no forced end; for a line or a column."""
    if len(spans) == 1 and _plain(spans[0]):
        own = spans[0].style or style
        shaper = shaper_for(own, faces, vertical=vertical)
        cells = _cells(spans[0].text, shaper)
        face = None if shaper.foreign else shaper.main
        if own.size == style.size and (vertical or not own.tracking):
            return Content(cells, face=face, bound=shaper.widest)
        scale, more = own.size / style.size, own.tracking * own.size * 1000 / style.size
        return Content(cells, None, [scale] * len(cells), [more] * len(cells), face)
    return _mixed(spans, style, faces, vertical=vertical)


def _cells(text: str, shaper: Shaper) -> list[Cell]:
    found: list[Cell] = []
    singles = shaper.singles.__getitem__
    for token in runs(text):
        if plain(token):
            try:
                found += map(singles, token)
            except KeyError:
                return list(chain.from_iterable(map(shaper.__getitem__, tokens(text))))
        else:
            found += shaper[token]
    return found


def _plain(span: Span) -> bool:
    return not (span.script or span.note or span.icon or span.before)


def _mixed(spans: Sequence[Span], style: TextStyle, faces: Faces, *, vertical: bool) -> Content:
    """Cells of several spans: tokens are those of the whole text, so that a change of face is no break."""
    found: list[Cell] = []
    numbers: list[int] = []
    scales: list[float] = []
    extra: list[float] = []
    for number, cells in enumerate(_by_span(spans, style, faces, vertical=vertical)):
        span, own = spans[number], own_style(spans[number], style)
        if cells and (span.note or span.script):
            cells[0] = cells[0]._replace(first=NOTE)  # rule 10
        if span.before and extra:
            extra[-1] += span.before * 1000 / style.size
        found += cells
        numbers += [number] * len(cells)
        scales += [own.size / style.size] * len(cells)
        extra += [own.tracking * own.size * 1000 / style.size] * len(cells)
    return Content(found, numbers, scales, extra)


def _by_span(spans: Sequence[Span], style: TextStyle, faces: Faces, *, vertical: bool) -> Iterator[list[Cell]]:
    texts = [ICON if span.icon else span.text for span in spans]
    found = tokens("".join(texts))
    edges = list(accumulate(map(_source_length, found), initial=0))
    at, done = 0, 0
    rest: list[Piece] = []
    for span, border in zip(spans, accumulate(map(len, texts)), strict=True):
        shaper = shaper_for(span.style or style, faces, vertical=vertical)
        own, rest = _parted(rest, border - done)
        cells = [cell for piece in own for cell in shaper.cells(piece)]
        until = max(at, bisect_right(edges, border) - 1)
        if span.icon:
            cells.append(_icon(shaper, span.icon.width))
        else:
            cells += chain.from_iterable(map(shaper.__getitem__, found[at:until]))
        if not rest and edges[until] < border:
            own, rest = _parted(pieces(found[until]), border - edges[until])
            cells += (cell for piece in own for cell in shaper.cells(piece))
            until += 1
        at, done = until, border
        yield cells


def _source_length(token: str) -> int:
    return 1 if token[0] in QUOTES and token[1:] == NARROW else len(token)


def _parted(found: Sequence[Piece], at: int) -> tuple[list[Piece], list[Piece]]:
    """Pieces of a token on both sides of a border of spans; the border is glue, so that rules 4 to 8 still hold."""
    left: list[Piece] = []
    right: list[Piece] = []
    done = 0
    for piece in found:
        size = len(piece.text)
        if done + size <= at:
            left.append(piece)
        elif done >= at:
            right.append(piece)
        else:
            left.append(Piece(piece.text[: at - done], piece.first, GLUE))
            right.append(Piece(piece.text[at - done :], GLUE, piece.last))
        done += size
    return left, right


def _icon(shaper: Shaper, width: float) -> Cell:
    return Cell("", shaper.main, HAN, HAN * SIZE, width * 1000, (), (), (), (), (), 0.0, True, 0, 0, 0.0)


def measured(given: Content, style: TextStyle, faces: Faces, *, solid: bool = False) -> Strip:
    """The segment measured; `solid` leaves marks as wide as they are."""
    if style.fixed and not solid:
        return measured(given, replace(style, han_latin=0.0), faces, solid=True)
    if style.grid and not solid:
        return measured(_gridded(given), replace(style, han_latin=0.0), faces, solid=True)
    cells, scales = given.cells, given.scales
    shaper = shaper_for(style, faces)
    found = table(setup_of(style, shaper.space)._replace(region="solid" if solid else region_of(style.language)))
    firsts = bytes(map(_FIRST, cells))
    rows = bytes(map(found.of.__getitem__, map(add, map(_HIGH, cells), firsts[1:] + bytes([END]))))
    widths = _scaled(map(_WIDTH, cells), scales)
    at = list(accumulate(map(add, widths, _column(found.width, rows, given)), initial=0.0))
    lawful = rows.translate(found.breaks)
    if given.kept:
        lawful = bytes(can and k + 1 not in given.kept for k, can in enumerate(lawful))
    return Strip(given, found, rows, firsts, lawful, at, shaper.hyphen)


def _gridded(given: Content) -> Content:
    """The content with its runs of letters and figures on whole cells."""
    if given.leads is not None:
        return given
    before, after = charactergrid.pads(given.cells, given.scales)
    if not any(before) and not any(after):  # most paragraphs: without sizes of their own they are set twice as fast
        return replace(given, leads=before)
    extra = list(map(add, after, (*before[1:], 0.0)))
    if given.extra is not None:
        extra = list(map(add, extra, given.extra))
    scales = given.scales or [1.0] * len(given.cells)
    return replace(given, scales=scales, extra=extra, leads=before)


def _scaled(values: Iterable[float], scales: Sequence[float] | None) -> Iterable[float]:
    return map(mul, values, (*scales, 1.0)) if scales else values


def _column(column: Sequence[float], rows: bytes, given: Content) -> Iterable[float]:
    """What each row gives, with the size of its text and the extra gaps of its span."""
    values = _scaled(map(column.__getitem__, rows), given.scales)
    return map(add, values, given.extra) if given.extra else values


def _sums(column: Sequence[float], rows: bytes, scales: Sequence[float] | None) -> list[float]:
    return list(accumulate(_scaled(map(column.__getitem__, rows), scales), initial=0.0))


def _special_ends(ends: list[float], highs: list[int], hyphen: float, scales: Sequence[float] | None) -> None:
    """Spaces vanish at a line's end; a word that goes on takes its hyphen with it (rule 8)."""
    for k, high in enumerate(highs):
        if high == SOFT * SIZE:
            ends[k + 1] += hyphen * (scales[k] if scales else 1.0)
        elif high in _SPECIAL:
            ends[k + 1] = ends[k]


_SPECIAL = frozenset(cls * SIZE for cls in (*SPACES, SOFT))
