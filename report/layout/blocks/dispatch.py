"""Which maker sets which block, and what any block may say of itself: style, bleed, keeping together, name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from report import modules
from report.content.model import (
    Appendix,
    Barcode,
    Block,
    Callout,
    Cards,
    Chart,
    Code,
    Colophon,
    Columns,
    Contents,
    Derived,
    Gallery,
    GuestBlock,
    Honours,
    MapBlock,
    Matter,
    Photo,
    Points,
    Profile,
    Quote,
    Section,
    Steps,
    TableBlock,
    Text,
    Timeline,
    TitlePage,
    Topic,
    Wall,
    YearWheel,
)
from report.content.nearest import nearest
from report.content.spec import Spec
from report.content.theme import Theme
from report.drawing import written_at
from report.layout.blocks.setting import Setting
from report.layout.book import Mark, anchors_of
from report.layout.desk import Desk
from report.layout.frames import Frames
from report.layout.pieces import Draw, Piece, Reach, kept, noted, spaced, stacked
from report.problem import Place, Problem, problem
from report.record import replace
from report.units import mm

Maker = Callable[[Setting, Any, Spec, float], tuple[Piece, ...]]


def _profile(setting: Setting, given: Profile, look: Spec, width: float) -> tuple[Piece, ...]:
    from report.layout.blocks.people import profiles

    return profiles(setting, (given,), look, width)


def _late(module: str, name: str) -> Maker:
    """A maker whose module is imported with the first block of its kind: few reports have blocks of every kind."""
    return modules.late(f"report.layout.{module}", name)


MAKERS: Mapping[type[Block], tuple[str, Maker]] = {
    Text: ("text", _late("blocks.words", "text")),
    Points: ("points", _late("blocks.words", "points")),
    Quote: ("quote", _late("blocks.words", "quote")),
    Callout: ("callout", _late("blocks.words", "callout")),
    Section: ("section", _late("blocks.headings", "section")),
    Topic: ("topic", _late("blocks.nested", "topic")),
    Columns: ("columns", _late("blocks.nested", "columns")),
    Cards: ("cards", _late("blocks.figures", "cards")),
    Wall: ("wall", _late("blocks.figures", "wall")),
    Chart: ("chart", _late("blocks.charts", "chart")),
    Derived: ("derived", _late("blocks.figures", "derived")),
    Steps: ("steps", _late("blocks.figures", "steps")),
    YearWheel: ("wheel", _late("blocks.figures", "wheel")),
    TableBlock: ("table", _late("tables", "table")),
    Photo: ("photo", _late("blocks.pictures", "photo")),
    Gallery: ("gallery", _late("blocks.pictures", "gallery")),
    MapBlock: ("map", _late("blocks.pictures", "base_map")),
    Profile: ("profile", _profile),
    Honours: ("honours", _late("blocks.people", "honours")),
    Timeline: ("timeline", _late("blocks.people", "timeline")),
    Colophon: ("colophon", _late("blocks.people", "colophon")),
    Matter: ("matter", _late("blocks.openings", "matter")),
    Appendix: ("appendix", _late("blocks.openings", "appendix")),
    Barcode: ("barcode", _late("barcode", "barcode")),
    Code: ("code", _late("code", "code")),
    GuestBlock: ("flowable", _late("guest", "guest")),
    Contents: ("contents", _late("blocks.openings", "contents")),
}
"""Name of a block's look, and what makes its pieces."""

HEADINGS = ("section", "subsection", "minor", "least")
"""The looks of headings of level 2, 3, 4 and 5; a theme that has none for a level sets it as the one above."""
HEADS: Mapping[type[Block], tuple[str, Maker]] = {TitlePage: ("title-page", _late("blocks.masthead", "masthead"))}
"""Blocks that have a page of their own unless the theme gives them a look in the flow."""

WORDS: Mapping[type[Block], str] = {
    Chart: "图",
    Photo: "图",
    MapBlock: "图",
    TableBlock: "表",
    Section: "节",
    Topic: "专题",
}
"""The word for a kind of block in references: #图-培训."""


def flowed(setting: Setting, given: Block, frames: Frames) -> tuple[Piece, ...]:
    """The pieces of a block that stands in the flow itself."""
    look = _look(setting, given)
    bleeding = _bleeding(setting, given, look)
    look = bleeding.over(look) if bleeding else look
    reach = _reach(look)
    pieces = _reaching(_made(setting, given, look, frames.measure(reach)), reach)
    return _floating(pieces, look, setting) if look.flag("float") and not given.common.bleed else pieces


def _floating(pieces: Sequence[Piece], look: Spec, setting: Setting) -> tuple[Piece, ...]:
    """A figure that stays whole and may move on to the head of a column; one that is too tall is parted as it is."""
    most = min(setting.room, look.mm("float-most")) if look.has("float-most") else setting.room
    if stacked(pieces, setting.step)[1] > most:
        return tuple(pieces)
    return kept(tuple(replace(piece, floats=True) for piece in pieces))


def flows(theme: Theme, given: Block) -> bool:
    """Whether a block is part of the flow in this theme."""
    kind = type(given)
    return kind in MAKERS or (kind in HEADS and theme.root.sub("flow").sub("blocks").has(HEADS[kind][0]))


def _maker(given: Block) -> tuple[str, Maker]:
    return MAKERS.get(type(given)) or HEADS[type(given)]


def inside(setting: Setting, given: Block, width: float) -> tuple[Piece, ...]:
    """The pieces of a block in a part of a column or in a region of a page."""
    look = _look(setting, given)
    pieces = _made(setting, given, look.sub("nested").over(look) if look.has("nested") else look, width)
    return noted(pieces, (), tuple(only_in_body(given)))


def only_in_body(given: Block) -> Iterator[Problem]:
    """What a block asks for that only blocks in the body itself can have."""
    wishes = {
        "bleed-in-block": given.common.bleed,
        "start-in-block": bool(given.common.start),
        "spread-in-block": isinstance(given, Photo) and given.spread,
    }
    yield from (problem(code, given.place) for code, wished in wishes.items() if wished)


def neighbours(blocks: Sequence[Profile], setting: Setting, frames: Frames) -> tuple[Piece, ...]:
    """Profile cards that follow each other, side by side."""
    from report.layout.blocks.people import profiles

    look = _look(setting, blocks[0])
    reach = _reach(look)
    with setting.desk.apart() as problems:
        pieces = profiles(setting, blocks, look, frames.measure(reach))
    marks = [mark for one in blocks for mark in _anchors(one)]
    pieces = noted(spaced(pieces, look.mm("before"), look.mm("after")), marks, problems)
    return _reaching(pieces, reach)


def grouped(blocks: Sequence[Any]) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Runs of plain profile cards together, everything else alone, each with the number of its first."""
    at = 0
    for plain_profile, group in groupby(blocks, _beside):
        run = tuple(group)
        if plain_profile:
            yield at, run
        else:
            yield from ((at + i, (one,)) for i, one in enumerate(run))
        at += len(run)


def _beside(item: Any) -> bool:
    own = getattr(item, "item", item)
    return isinstance(own, Profile) and not (own.common.start or own.common.style or own.common.bleed)


def _made(setting: Setting, given: Block, look: Spec, width: float) -> tuple[Piece, ...]:
    _, maker = _maker(given)
    with setting.desk.apart() as problems:
        pieces = maker(setting, given, look, width)
    pieces = pieces if type(given) in PLACED else _placed(pieces, given.place)
    pieces = spaced(pieces, look.mm("before"), look.mm("after"))
    if given.common.unsplit:
        over = stacked(pieces)[1] - setting.room
        if over > 0:
            problems.append(problem("unsplit-too-tall", given.place, "warning", over=f"{mm(over):.1f}"))
        else:
            pieces = kept(pieces)
    return noted(pieces, tuple(_anchors(given)), problems)


PLACED = frozenset({Code, Text, Points, Quote, Callout, TableBlock})
"""Blocks whose parts know their own places: paragraphs, rows."""


def _placed(pieces: Iterable[Piece], place: Place) -> tuple[Piece, ...]:
    """Pieces whose marks say where the block was written, unless they know better."""

    def drawer(draw: Draw) -> Draw:
        return lambda x, y: written_at(draw(x, y), place)

    return tuple(replace(piece, draw=drawer(piece.draw)) for piece in pieces)


def _anchors(given: Block) -> Iterator[Mark]:
    names = anchors_of(given.common.anchor, WORDS.get(type(given), ""))
    yield from (Mark("anchor", name) for name in names)


def _reach(look: Spec) -> Reach:
    said = look.text("reach", "column")
    return "wide" if said == "wide" else "sheet" if said == "sheet" else "column"


def _reaching(pieces: Sequence[Piece], reach: Reach) -> tuple[Piece, ...]:
    """Pieces that reach as far as their block, with what stands for them or beside them at breaks; one that says more
    of itself (a caption below a bleeding picture) keeps that."""
    if reach == "column":
        return tuple(pieces)
    known: dict[int, Piece] = {}
    return tuple(found for piece in pieces if (found := _reached(piece, reach, known)) is not None)


def _reached(piece: Piece | None, reach: Reach, known: dict[int, Piece]) -> Piece | None:
    if piece is None or piece.reach != "column":
        return piece
    if id(piece) not in known:
        head, foot, opened = (_reached(one, reach, known) for one in (piece.head, piece.foot, piece.opened))
        known[id(piece)] = replace(piece, reach=reach, head=head, foot=foot, opened=opened)
    return known[id(piece)]


def _look(setting: Setting, given: Block) -> Spec:
    """The look of a block: the theme's for flows over the theme's for all, and the author's style on top."""
    desk = setting.desk
    name = _maker(given)[0]
    if isinstance(given, Section):
        names = [one for one in HEADINGS[: given.level - 1] if desk.theme.root.sub("blocks").has(one)]
        name = names[-1] if names else name
    look = desk.looks.get(name)
    if look is None:
        look = desk.looks[name] = flow_look(desk.theme, name)
    style = given.common.style
    return variant(desk, name, style, given.place).over(look) if style else look


def flow_look(theme: Theme, name: str) -> Spec:
    """What a kind of block looks like in a flow."""
    own = theme.root.sub("flow").sub("blocks")
    return own.sub(name).over(theme.block(name)) if own.has(name) else theme.block(name)


def variant(desk: Desk, name: str, style: str, place: Place) -> Spec:
    """What a style of a block changes; a stranger is reported."""
    theme = desk.theme
    nothing = Spec((), theme.palette, theme.styles)
    if not style:
        return nothing
    all_ = theme.root.sub("variants") if theme.root.has("variants") else nothing
    own = all_.sub(name) if all_.has(name) else nothing
    if own.has(style):
        return own.sub(style)
    known = own.names()
    near = nearest(style, known)
    desk.report(problem("unknown-variant", place, name=style, near=near, all="、".join(known)))
    return nothing


def _bleeding(setting: Setting, given: Block, look: Spec) -> Spec | None:
    """What changes for a block that runs to the edges of the page."""
    if not given.common.bleed:
        return None
    if look.has("bleed"):
        return look.sub("bleed")
    setting.desk.report(problem("bleed-not-here", given.place))
    return None
