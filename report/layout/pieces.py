"""What a flow is made of: pieces that no break divides, and what stands between them on pages of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from report.content.model import TemplatePage
from report.drawing import Drawing, Item, Marked, moved
from report.layout.book import Mark
from report.named import NamedTuple
from report.problem import Place, Problem
from report.record import record, replace

Draw = Callable[[float, float], tuple[Item, ...]]
"""Items of a piece whose top left corner stands at a point."""
Behind = Callable[[float, float, float], tuple[Item, ...]]
"""Items behind a block, from a left edge, a top and a bottom."""
Reach = Literal["column", "wide", "sheet"]
"""How far across a piece stands: its column, the whole type area, or from edge to edge with the bleed."""


@record(eq=False)
class Ground:
    """What is drawn behind neighbouring pieces that share it."""

    draw: Behind


@record(eq=False)
class Piece:
    """Something on a page that is never divided; lengths in points.

    `before` and `after` are the least space above and below, none above at a column's head. `keep` holds it in one
    column with the piece that follows. With `snap` its top stands on the baseline grid. `side` is how far down what it
    hangs into the margin reaches: nothing wide, and nothing else that hangs, stands beside that. `head` is drawn above
    it where it opens a column, `foot` below it where a column ends with it and what follows has a head; `opened` stands
    for it at the head of a page. `notes` are lines that stand at the foot of the same column. What `floats` may stand
    at the head of a later column while the text goes on, never before it. `problems` belong to the page on which it
    comes to stand.
    """

    height: float
    draw: Draw
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    snap: bool = True
    reach: Reach = "column"
    side: float = 0.0
    head: Piece | None = None
    foot: Piece | None = None
    opened: Piece | None = None
    notes: tuple[Piece, ...] = ()
    floats: bool = False
    ground: Ground | None = None
    marks: tuple[Mark, ...] = ()
    problems: tuple[Problem, ...] = ()
    place: Place | None = None


class Turn(NamedTuple):
    """What follows begins on a new page, or on the next page of a side (any, recto, verso); with `turned` it stands
    across the sheet."""

    side: str = "any"
    place: Place | None = None
    turned: bool = False


class Plate(NamedTuple):
    """A composed page: the side it stands on, whether quiet pages may be put before it, its chapter, and the numbers of
    its topics by region; what is drawn over its template, and a page label other than its number."""

    page: TemplatePage
    side: str = "any"
    padded: bool = True
    chapter: int = 0
    topics: Mapping[str, str] = MappingProxyType({})
    items: Drawing = ()
    label: str = ""


class Spread(NamedTuple):
    """Two facing pages, verso and recto; what follows them in the text may stand before them."""

    left: Plate
    right: Plate


Step = Piece | Turn | Plate | Spread
"""A step of the flow."""


def nothing(_x: float, _y: float) -> tuple[Item, ...]:
    """Draws nothing."""
    return ()


def still(items: Iterable[Item]) -> Draw:
    """What was drawn at the origin."""
    drawn = tuple(items)
    return lambda x, y: tuple(moved(item, x, y) for item in drawn)


def space(height: float) -> Piece:
    """Room that stays where it is, at a column's head too."""
    return Piece(height, nothing, keep=True, snap=False)


def spaced(pieces: Sequence[Piece], before: float, after: float) -> tuple[Piece, ...]:
    """A block with at least so much space around it."""
    if not pieces:
        return ()
    found = [*pieces]
    if before > found[0].before:
        found[0] = replace(found[0], before=before)
    if after > found[-1].after:
        found[-1] = replace(found[-1], after=after)
    return tuple(found)


def kept(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Pieces that stay in one column."""
    return (*(replace(piece, keep=True) for piece in pieces[:-1]), *pieces[-1:])


def noted(pieces: Sequence[Piece], marks: Sequence[Mark], problems: Sequence[Problem]) -> tuple[Piece, ...]:
    """A block whose first piece carries its marks and problems; a block of which nothing could be drawn still does."""
    if not (marks or problems):
        return tuple(pieces)
    first = pieces[0] if pieces else Piece(0.0, nothing, snap=False)
    return (
        replace(first, marks=(*marks, *first.marks), problems=(*problems, *first.problems)),
        *pieces[1:],
    )


def stacked(pieces: Sequence[Piece], step: float = 0.0) -> tuple[tuple[tuple[Piece, float], ...], float]:
    """Every piece with its top below the top of the first, and the height of all; with `step`, tops of pieces that
    snap stand on multiples of it."""
    placed: list[tuple[Piece, float]] = []
    y = gap = 0.0
    for piece in pieces:
        y += max(gap, piece.before) if placed else 0.0
        if piece.snap and step:
            y = up(y, step)
        placed.append((piece, y))
        y += piece.height
        gap = piece.after
    reach = max((top + piece.side for piece, top in placed), default=0.0)
    return tuple(placed), max(y, reach)


def up(y: float, step: float) -> float:
    """The next line of the grid at or below y."""
    lines = -(-(y - 0.01) // step)
    return lines * step


def drawn(placed: Iterable[tuple[Piece, float]], x: float, y: float) -> tuple[Item, ...]:
    """Pieces in one column, their grounds behind them; `y` is the top of the first."""
    put = tuple(placed)
    grounds: list[Item] = []
    for ground, tops in _grounds(put):
        grounds += ground.draw(x, y + tops[0], y + tops[1])
    return tuple(joined([*grounds, *(item for piece, top in put for item in piece.draw(x, y + top))]))


def _grounds(put: Sequence[tuple[Piece, float]]) -> Iterator[tuple[Ground, tuple[float, float]]]:
    """Each ground with the top and bottom of the neighbours that share it."""
    open_: tuple[Ground, tuple[float, float]] | None = None
    for piece, top in put:
        bottom = top + piece.height
        if open_ is not None and piece.ground is open_[0]:
            open_ = (open_[0], (open_[1][0], bottom))
            continue
        if open_ is not None:
            yield open_
        open_ = (piece.ground, (top, bottom)) if piece.ground is not None else None
    if open_ is not None:
        yield open_


def joined(items: Iterable[Item]) -> Iterator[Item]:
    """Neighbouring marks of one key as one: the lines of a paragraph, the rows of a table. Artifacts between them (the
    rules of rows) come first."""
    open_: Marked | None = None
    inside: list[Item] = []
    for item in items:
        if open_ is not None and isinstance(item, Marked) and item.role == "Artifact":
            yield item
            continue
        if isinstance(item, Marked) and item.key:
            if open_ is not None and open_.key == item.key:
                inside += item.items
                continue
            yield from _closed(open_, inside)
            open_, inside = item, list(item.items)
            continue
        yield from _closed(open_, inside)
        open_ = None
        yield item
    yield from _closed(open_, inside)


def _closed(mark: Marked | None, inside: Sequence[Item]) -> Iterator[Marked]:
    """The mark with everything that was found for it."""
    if mark is not None:
        yield replace(mark, items=tuple(joined(inside)))
