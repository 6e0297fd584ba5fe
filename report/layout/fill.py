"""Pieces into columns and pages: what must stay together stays, tables go on under their heads, chapters find their
side, and nothing is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from report.layout.desk import TOLERANCE
from report.layout.frames import Bed, Frames
from report.layout.pieces import Piece, Plate, Spread, Step, Turn, nothing, stacked
from report.named import NamedTuple
from report.problem import Place, Problem, problem
from report.record import record, replace
from report.units import mm


class Put(NamedTuple):
    """A piece on its page: column, top."""

    piece: Piece
    column: int
    top: float


@record
class Leaf:
    """A page before it is drawn: a composed one, a flowed one (`plate` is None), or a quiet one (neither); with the
    lines of notes at the feet of its columns. What flows on a `turned` one stands across the sheet."""

    plate: Plate | None = None
    puts: tuple[Put, ...] = ()
    notes: tuple[Put, ...] = ()
    problems: tuple[Problem, ...] = ()
    turned: bool = False


class _Set(NamedTuple):
    """A group set in a column: its pieces, the bottom, what follows must clear, and what the last piece wants below."""

    puts: tuple[Put, ...]
    bottom: float
    side: float
    gap: float


class _Place(NamedTuple):
    """Where the next group may stand: `opens` a column, where heads repeat; `tight` keeps only the gap above it; with
    `snap` it begins on the grid, though it be the middle of a paragraph."""

    column: int
    y: float
    side: float = 0.0
    gap: float = 0.0
    opens: bool = True
    tight: bool = True
    snap: bool = True


Group = tuple[Piece, ...]
"""Pieces that stay in one column."""


def fill(steps: Iterable[Step], bed: Bed | None, first: int = 1) -> tuple[Leaf, ...]:
    """The pages of a whole book in order, the first one numbered `first`; without pieces it needs no bed."""
    filler = _Filler(bed, first)
    group: list[Piece] = []
    for step in steps:
        if isinstance(step, Piece):
            group.append(step)
            if step.keep:
                continue
        if group:
            filler.group(tuple(group))
            group.clear()
        match step:
            case Turn():
                filler.turn(step)
            case Plate():
                filler.plate(step)
            case Spread():
                filler.spread(step)
    if group:
        filler.group(tuple(group))
    filler.close()
    return tuple(filler.leaves)


class _Filler:
    """The pages so far, and the one that is being filled: what is settled on it, and the band of columns below that."""

    def __init__(self, bed: Bed | None, first: int) -> None:
        self.bed, self.first = bed, first
        self.leaves: list[Leaf] = []
        self._waiting: list[Spread] = []
        self._floats: list[tuple[Group, int]] = []
        self._begun = self._turned = False
        self._puts: list[Put] = []
        self._band: list[Group] = []
        self._band_puts: list[Put] = []
        self._start = self._at = _Place(0, 0.0)
        self._problems: list[Problem] = []

    @property
    def number(self) -> int:
        """The page that is being filled, or would be."""
        return len(self.leaves) + self.first

    @property
    def frames(self) -> Frames:
        assert self.bed is not None
        return self.bed.on(self.number, turned=self._turned)

    def group(self, group: Group) -> None:
        """Sets a group where there is room for it; too tall for any column, it is cut where it may be, or reported.
        What floats waits for the head of a column instead, behind what waits already."""
        if not self._begun:
            self._open()
        if not group[0].floats and any(piece.floats for piece in group):
            self._drain()  # a heading that keeps a figure stands behind the figures that wait
        while (group[0].floats and self._floats) or not self._try(group):
            if self._at_head:
                self._forced(group)
                return
            if group[0].floats:
                self._floats.append((group, self.number))
                return
            self._next_column(group[0])

    def turn(self, turn: Turn) -> None:
        """Ends the page, and puts a quiet one where the side asks for it."""
        self.close()
        self._pad(turn.side, turn.place)
        self._turned = turn.turned

    def plate(self, plate: Plate) -> None:
        self.close()
        if plate.padded:
            self._pad(plate.side, plate.page.place)
        self.leaves.append(Leaf(plate))

    def spread(self, spread: Spread) -> None:
        """Facing pages wait for the next verso; the text fills the page before them."""
        self._waiting.append(spread)
        if not self._begun:
            self._spreads()

    def close(self) -> None:
        """Ends the page that is being filled; what still waits gets its column, and spreads their verso."""
        self._drain()
        self._end_page()
        if self._waiting:
            self._pad("verso", self._waiting[0].left.page.place)
            self._spreads()

    def _drain(self) -> None:
        while self._floats:
            self._next_column()

    @property
    def _at_head(self) -> bool:
        return self._at.opens and self._at.column == 0

    def _open(self) -> None:
        self._spreads()
        self._begun = True
        self._begin_band(_Place(0, self.frames.top))
        self._settle()

    def _settle(self) -> None:
        """As many of the groups that wait as there is room for at the head of the column, in their order; what is wider
        than a column stands above all columns of a page."""
        while self._floats:
            group, since = self._floats[0]
            if _across(group, self.frames) and (self._at.column or self._band):
                return
            if not self._try(group):
                if not self._at_head:
                    return
                self._forced(group)
            self._floats.pop(0)
            if self.number > since + 1:
                away = {"page": self.number, "count": self.number - since}
                self._problems.append(problem("figure-carried", group[0].place, "warning", **away))

    def _begin_band(self, at: _Place) -> None:
        self._band.clear()
        self._band_puts.clear()
        self._start = self._at = at

    def _spreads(self) -> None:
        while self._waiting and self.number % 2 == 0:
            spread = self._waiting.pop(0)
            self.leaves += [Leaf(spread.left), Leaf(spread.right)]

    def _try(self, group: Group) -> bool:
        across = _across(group, self.frames)
        if across:
            return self._try_across(group[:across], group[across:])
        found = _set(group, self._at, self.frames, across=False)
        if not self._holds(found, (self._at.column,)):
            return False
        self._band.append(group)
        self._band_puts += found.puts
        self._at = _after(found, self._at.column, group)
        return True

    def _try_across(self, group: Group, below: Group) -> bool:
        """Pieces across all columns under the band, whose columns are balanced, and what stays with them `below` in the
        first column."""
        while self._floats and not group[0].floats and self._at.column + 1 < len(self.frames.columns):
            self._next_column()
        puts, at = self._balanced() if self._band else ([], self._at)
        found = _set(group, at._replace(tight=at.opens, snap=False), self.frames, across=True)
        start = _Place(0, found.bottom, gap=found.gap, opens=False)
        under = _set(below, start, self.frames, across=False)
        every = range(len(self.frames.columns))
        fits = self._holds(found, every) and self._holds(under, (0,))
        if self._band and (fits or not group[0].floats):
            self._puts += puts
            self._begin_band(at)
        if not fits:
            return False
        self._puts += found.puts
        self._begin_band(start)
        if below:
            self._band.append(below)
            self._band_puts += under.puts
            self._at = _after(under, 0, below)
        return True

    def _holds(self, found: _Set, columns: Sequence[int]) -> bool:
        """Whether what is set, and the notes at the feet of its columns, are on the page."""
        return max(found.bottom, found.side) <= self.frames.foot - self._noted(found.puts, columns) + TOLERANCE

    def _forced(self, group: Group) -> None:
        """Parts a group at the head of a page; a single piece that is taller than the page is a problem."""
        if len(group) > 1:
            for piece in group:
                self.group((piece,))
            return
        (piece,) = group
        least = 0 if piece.height else 1
        for kept in range(len(piece.notes) - 1, least - 1, -1):
            if self._try((replace(piece, notes=piece.notes[:kept]),)):
                self.group((Piece(0.0, nothing, snap=False, notes=piece.notes[kept:]),))
                return
        found = _set(group, self._at, self.frames, across=False)
        bottom = max(found.bottom, found.side) + self._noted(found.puts, (self._at.column,))
        self._problems.append(problem("block-too-tall", piece.place, over=f"{mm(bottom - self.frames.foot):.1f}"))
        self._puts += found.puts
        self._at = _after(found, len(self.frames.columns) - 1, group)

    def _noted(self, puts: Sequence[Put], columns: Sequence[int]) -> float:
        """The room that notes take at the foot of columns, with those of pieces that are not settled yet."""
        placed = (*self._puts, *self._band_puts, *puts)
        return max(self._depth(_notes(placed, column)) for column in columns)

    def _depth(self, notes: Sequence[Piece]) -> float:
        """The height of notes with the room above them."""
        above = self.bed.notes.above if self.bed is not None and self.bed.notes is not None else 0.0
        return above + stacked(notes)[1] if notes else 0.0

    def _next_column(self, following: Piece | None = None) -> None:
        """The next column of the band, or of a new page; a table that goes on there ends here with its foot."""
        puts = self._band_puts or self._puts
        puts += list(_feet(puts, following)) if following is not None else ()
        if self._at.column + 1 < len(self.frames.columns):
            self._at = self._start._replace(column=self._at.column + 1, opens=True)
            self._settle()
        else:
            self._end_page(full=True)
            self._open()

    def _balance(self) -> None:
        puts, at = self._balanced()
        self._puts += puts
        self._begin_band(at)

    def _balanced(self) -> tuple[list[Put], _Place]:
        """The groups of the band in columns of the least height that holds them; what follows stands below all."""
        frames = self.frames
        foot = self._start.y + frames.step
        least = sum(min(one.height, (one.opened or one).height) for group in self._band for one in group)
        while (foot - self._start.y + TOLERANCE) * len(frames.columns) < least and foot < frames.foot - TOLERANCE:
            foot += frames.step  # not even without any space between them would all stand above it
        found = None
        while found is None and foot < frames.foot - TOLERANCE:
            found = self._columned(foot)
            foot += frames.step
        puts = self._band_puts if found is None else found
        bottom = max((put.top + put.piece.height for put in puts), default=self._start.y)
        gap = max((put.piece.after for put in puts), default=0.0)
        return puts, _Place(0, bottom, gap=gap, opens=False)

    def _columned(self, foot: float) -> list[Put] | None:
        """The groups of the band in columns down to a foot, or None when they need more columns than there are."""
        frames, at = self.frames, self._start
        puts: list[Put] = []
        for group in self._band:
            found = _set(group, at, frames, across=False)
            while max(found.bottom, found.side) > self._foot(foot, (*puts, *found.puts), at.column) + TOLERANCE:
                if at.column + 1 == len(frames.columns):
                    return None
                puts += _feet(puts, group[0])
                at = self._start._replace(column=at.column + 1, opens=True)
                found = _set(group, at, frames, across=False)
            puts += found.puts
            at = _after(found, at.column, group)
        return puts

    def _foot(self, foot: float, puts: Sequence[Put], column: int) -> float:
        """The foot of a column above the notes of what stands in it."""
        return min(foot, self.frames.foot - self._depth(_notes((*self._puts, *puts), column)))

    def _end_page(self, *, full: bool = False) -> None:
        if not self._begun:
            return
        if len(self.frames.columns) > 1 and self._band and not full:
            self._balance()
        puts = (*self._puts, *self._band_puts)
        notes = tuple(_at_feet(puts, self.frames))
        self.leaves.append(Leaf(None, puts, notes, tuple(self._problems), self._turned))
        self._begun = False
        self._puts.clear()
        self._band_puts.clear()
        self._problems.clear()

    def _pad(self, side: str, place: Place | None) -> None:
        """A quiet page, which is told, where the next one stands on the other side."""
        if side != "any" and (self.number % 2 == 1) != (side == "recto"):
            self.leaves.append(Leaf(problems=(problem("quiet-page", place, "notice"),)))


def _across(group: Group, frames: Frames) -> int:
    """How many pieces of a group stand across all columns: all up to the last one that is wider than one."""
    if len(frames.columns) == 1:
        return 0
    return max((i for i, piece in enumerate(group, 1) if piece.reach != "column"), default=0)


def _after(found: _Set, column: int, group: Group) -> _Place:
    """Where the next group stands below one that is set; a figure may have parted the lines of a paragraph."""
    return _Place(column, found.bottom, found.side, found.gap, opens=False, tight=False, snap=group[-1].floats)


def _set(group: Group, at: _Place, frames: Frames, *, across: bool) -> _Set:
    """A group from a place downwards; with `across`, all of it stands at the left edge of the type area."""
    puts: list[Put] = []
    y, side, gap, column = at.y, at.side, at.gap, -1 if across else at.column
    for i, given in enumerate(group):
        opens = i == 0 and at.opens
        piece = given.opened if opens and given.opened is not None and at.column == 0 else given
        y += gap if i == 0 and at.tight else max(gap, piece.before)
        if opens and piece.head is not None:
            puts.append(Put(piece.head, column, y))
            y += piece.head.height
        if piece.reach != "column" or piece.side:
            y = max(y, side)
        if piece.snap or (i == 0 and at.snap and not (opens and piece.head is not None)):
            y = frames.line(y)
        puts.append(Put(piece, column, y))
        side = y + piece.side if piece.side else side
        y += piece.height
        gap = piece.after
    return _Set(tuple(puts), y, side, gap)


def _notes(puts: Iterable[Put], column: int) -> list[Piece]:
    """The notes of a column; those of pieces that stand across all are the first one's."""
    return [line for put in puts if put.piece.notes and max(put.column, 0) == column for line in put.piece.notes]


def _at_feet(puts: Sequence[Put], frames: Frames) -> Iterator[Put]:
    """The notes of a page, each column's last line on its foot."""
    for column in range(len(frames.columns)):
        placed, height = stacked(_notes(puts, column))
        yield from (Put(line, column, frames.foot - height + top) for line, top in placed)


def _feet(puts: Sequence[Put], following: Piece) -> Iterator[Put]:
    """The foot of a table that goes on in the next column."""
    last = puts[-1] if puts else None
    if last is not None and last.piece.foot is not None and following.head is not None:
        yield Put(last.piece.foot, last.column, last.top + last.piece.height)
