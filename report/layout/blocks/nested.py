"""Blocks that hold blocks: columns side by side, topics with what stands beside their text."""

from __future__ import annotations

from collections.abc import Sequence

from report.content.model import Columns, Topic
from report.content.spec import Spec
from report.drawing import Item, Marked
from report.layout.blocks.setting import Column, Setting, Spot, lines, rule, text_block
from report.layout.book import Mark
from report.layout.desk import TOLERANCE, plain
from report.layout.pieces import Piece, drawn, stacked, still
from report.problem import Place
from report.record import replace


def columns(setting: Setting, given: Columns, look: Spec, width: float) -> tuple[Piece, ...]:
    """Blocks side by side; columns that are too high for one page go on beside each other on the next."""
    count, gap = max(1, len(given.columns)), look.mm("gap")
    cell = (width - gap * (count - 1)) / count
    made = [setting.inner(f"c{i}").nest(blocks, cell) for i, blocks in enumerate(given.columns)]
    parts = [_parts(pieces, (setting.room, setting.step)) for pieces in made]
    rows = max((len(part) for part in parts), default=0)
    found = []
    for i in range(rows):
        row = [part[i] if i < len(part) else () for part in parts]
        found.append(_beside(row, (cell + gap, setting.step), given.place))
    if found and look.has("rule") and not setting.nested:
        found[0] = _ruled(found[0], look, width)
    return tuple(found)


def _parts(pieces: Sequence[Piece], limits: tuple[float, float]) -> list[tuple[Piece, ...]]:
    """Pieces in stacks of at most a height, parted where they may be, and elsewhere only if nothing else helps;
    `limits` are that height and the distance of baselines."""
    found: list[tuple[Piece, ...]] = []
    rest, (room, step) = tuple(pieces), limits
    while rest:
        placed, height = stacked(rest, step)
        if height <= room + TOLERANCE:
            return [*found, rest]
        fitting = sum(top + piece.height <= room + TOLERANCE for piece, top in placed)
        allowed = [i for i in range(1, fitting + 1) if not rest[i - 1].keep]
        cut = max(allowed, default=max(1, fitting))
        found.append(rest[:cut])
        rest = _opened(rest[cut:])
    return found


def _opened(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Pieces at the head of a column, where the heads of a table repeat."""
    return (pieces[0].head, *pieces) if pieces and pieces[0].head is not None else pieces


def _beside(row: Sequence[tuple[Piece, ...]], pitch: tuple[float, float], place: Place) -> Piece:
    """Stacks side by side as one piece; `pitch` is the distance of their left edges, and that of baselines."""
    across, step = pitch
    stacks = [stacked(pieces, step) for pieces in row]

    def draw(x: float, y: float) -> tuple[Item, ...]:
        return tuple(item for i, (placed, _) in enumerate(stacks) for item in drawn(placed, x + i * across, y))

    inside = [piece for pieces in row for piece in pieces]
    marks = tuple(mark for piece in inside for mark in piece.marks)
    problems = tuple(one for piece in inside for one in piece.problems)
    height = max((height for _, height in stacks), default=0.0)
    return Piece(height, draw, marks=marks, problems=problems, place=place)


def topic(setting: Setting, given: Topic, look: Spec, width: float) -> tuple[Piece, ...]:
    """Number, title and text on the left, what stands beside them on the right; too high for a page, one after the
    other."""
    aside = look.sub("aside")
    left, right = look.mm("width"), aside.mm("width")
    if given.aside and not setting.nested and aside.mm("x") + right <= width + TOLERANCE:
        head = _title(setting, given, look, left)
        words = lines(setting, given.text, setting.desk.style(look.style("text")), Column(left))
        both = _beside(((head, *words), setting.nest(given.aside, right)), (aside.mm("x"), setting.step), given.place)
        if both.height + look.mm("rule-below") <= setting.room:
            return (_ruled(both, look, width),)
    return _one_below_the_other(setting, given, look, width)


def _ruled(piece: Piece, look: Spec, width: float) -> Piece:
    """The piece below a rule across the page."""
    line, down = look.sub("rule"), look.mm("rule-below")
    inner = piece.draw

    def draw(x: float, y: float) -> tuple[Item, ...]:
        return (Marked("Artifact", (rule(line, x, y, width),)), *inner(x, y + down))

    return replace(piece, draw=draw, height=piece.height + down)


def _one_below_the_other(setting: Setting, given: Topic, look: Spec, width: float) -> tuple[Piece, ...]:
    """Title, text and blocks as parts of the flow."""
    head = _title(setting, given, look, width)
    style = setting.desk.style(look.style("text"))
    inset = 0.0 if setting.nested else look.mm("text-x")
    words = lines(setting, given.text, style, Column(width - inset, inset))
    return (head if setting.nested else _ruled(head, look, width), *words, *setting.nest(given.aside, width))


def _title(setting: Setting, given: Topic, look: Spec, width: float) -> Piece:
    """Number, title and claim as a piece that stays with the text."""
    desk = setting.desk
    items: list[Item] = []
    if setting.label:
        style = desk.style(look.style("number"), look.colour("number-colour", look.text("colour")))
        items.append(Marked("P", desk.line(setting.label, 0.0, look.mm("number-at"), style)))
    style = desk.style(look.style("title"), look.colour("title-colour"))
    titled, bottom = text_block(desk, given.title, style, Spot(0.0, look.mm("title-at"), width, "H2"))
    items += titled
    if given.claim:
        claim = desk.style(look.style("claim"), look.colour("claim-colour"), align="left")
        claimed, bottom = text_block(desk, given.claim, claim, Spot(0.0, bottom + look.mm("claim-after"), width))
        items += claimed
    height = bottom + look.mm("text-after")
    mark = Mark("topic", plain(given.title), 2, f"{setting.label} ".lstrip())
    return Piece(height, still(items), keep=True, marks=(mark,), place=given.place)
