"""What every block is set with, and the parts that most blocks are made of: lines of text, captions, rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from report.content.model import Block, Inline, Prose
from report.content.source import Items, Scalar
from report.content.spec import Spec
from report.drawing import Item, Marked, Shape, Stroke, line
from report.layout.book import Book
from report.layout.desk import Desk, place_of, spans
from report.layout.pieces import Draw, Ground, Piece, nothing, still
from report.named import NamedTuple
from report.problem import Place
from report.record import replace
from report.typeset import Paragraph, TextStyle, set_paragraph

ALONE = 2
"""Fewest lines of a paragraph that stand together at the head or the foot of a column."""


class Setting(NamedTuple):
    """The desk and the book, a key of the document's own for the block, the height of a whole column, the distance of
    baselines, what makes the blocks inside a block of their setting and width, and the number of a heading; a `nested`
    block stands in a part of the column, where nothing hangs into the margin."""

    desk: Desk
    book: Book
    key: str
    room: float
    step: float
    made: Callable[[Setting, Block, float], tuple[Piece, ...]]
    label: str = ""
    nested: bool = False

    def inner(self, part: object) -> Setting:
        """The setting of a part of the block."""
        return self._replace(key=f"{self.key}.{part}")

    def nest(self, blocks: Sequence[Block], width: float) -> tuple[Piece, ...]:
        """The pieces of blocks inside a block, one block below the other."""
        settings = (self.inner(i)._replace(label="", nested=True) for i in range(len(blocks)))
        return tuple(piece for own, one in zip(settings, blocks, strict=True) for piece in self.made(own, one, width))


def prose_of(text: str, place: Place) -> Prose:
    """A text that the layout adds, where it belongs in the source."""
    return ((Inline(text, place),),) if text else ()


def label(desk: Desk, name: str, /, **values: str) -> str:
    """Words that the theme adds of its own: 来源：{source}."""
    return desk.theme.root.sub("labels").text(name).format(**values)


def paragraphs(desk: Desk, prose: Prose, style: TextStyle, width: float) -> list[Paragraph]:
    """The set paragraphs of a text, what is wrong with them reported."""
    return [paragraph for paragraph, _ in _written(desk, prose, style, width)]


def _written(desk: Desk, prose: Prose, style: TextStyle, width: float) -> Iterator[tuple[Paragraph, Place | None]]:
    """The set paragraphs, each with the place where the author wrote it."""
    for one in prose:
        paragraph = set_paragraph(spans(one, style, desk.theme), width, style, desk.faces)
        desk.tell(paragraph.problems)
        if paragraph.lines:
            yield paragraph, place_of((one,))


def words(spec: Spec, key: str) -> tuple[str, ...]:
    """A list of words of the theme; one word is a list of one."""
    node = spec.node(key)
    if isinstance(node, Items):
        return tuple(item.text for item in node.items if isinstance(item, Scalar))
    return (spec.text(key),)


class Column(NamedTuple):
    """How a text stands in its piece: inset, width, structure role, what is drawn behind it."""

    width: float
    inset: float = 0.0
    role: str = "P"
    ground: Ground | None = None


def lines(setting: Setting, prose: Prose, style: TextStyle, column: Column, between: float = 0.0) -> tuple[Piece, ...]:
    """A text as a piece for each line; first and last lines of paragraphs are not left alone."""
    pieces: list[Piece] = []
    for number, (paragraph, place) in enumerate(_written(setting.desk, prose, style, column.width)):
        key = f"{setting.key}.p{number}"
        count = len(paragraph.lines)
        for i in range(count):
            pieces.append(
                Piece(
                    height=style.leading,
                    draw=_line(paragraph, i, column, key, place),
                    before=between if i == 0 and number else 0.0,
                    keep=i < count - 1 and (count < 2 * ALONE or i < ALONE - 1 or i >= count - ALONE),
                    snap=number == 0 and i == 0,
                    ground=column.ground,
                    place=place_of(prose),
                )
            )
    return tuple(pieces)


def _line(paragraph: Paragraph, i: int, column: Column, key: str, place: Place | None) -> Draw:
    one = paragraph.lines[i]
    drop = paragraph.leading - one.y

    def draw(x: float, y: float) -> tuple[Item, ...]:
        return (Marked(column.role, one.items(x + column.inset, y + drop), key=key, place=place),)

    return draw


class Spot(NamedTuple):
    """Where small text stands in a block: left edge, first baseline, width, structure role."""

    x: float
    y: float
    width: float
    role: str = "P"


def text_block(desk: Desk, prose: Prose, style: TextStyle, spot: Spot) -> tuple[tuple[Item, ...], float]:
    """Paragraphs from a first baseline downwards, and the last baseline (the first one's y when there is no text)."""
    items: list[Item] = []
    y = last = spot.y
    for paragraph, place in _written(desk, prose, style, spot.width):
        items.append(Marked(spot.role, paragraph.items(spot.x, y), place=place))
        last = y + paragraph.height
        y = last + style.leading
    return tuple(items), last


def caption(
    setting: Setting, texts: Sequence[Prose], look: Spec, width: float, role: str = "Caption"
) -> tuple[Piece, ...]:
    """Small lines below a figure, as one piece; none for no text."""
    style = setting.desk.style(look.style("style"))
    items: list[Item] = []
    y = look.mm("at")
    bottom = 0.0
    for prose in texts:
        drawn, bottom = text_block(setting.desk, prose, style, Spot(0.0, y, width, role))
        items += drawn
        y = bottom + style.leading
    if not items:
        return ()
    return (Piece(bottom + look.mm("below", 0.0), still(items), snap=False),)


def rule_of(spec: Spec) -> Stroke:
    """A rule's stroke as the theme has it."""
    return Stroke(spec.colour("colour"), spec.pt("stroke"))


def rule(spec: Spec, x: float, y: float, width: float) -> Shape:
    """A horizontal rule."""
    return Shape(line(x, y, x + width, y), stroke=rule_of(spec))


def whole(items: Sequence[Item], height: float, place: Place | None = None) -> Piece:
    """A block that was drawn at the origin as a piece."""
    return Piece(height, still(items), place=place)


def held(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Pieces of which the last, too, stays with what follows."""
    return (*pieces[:-1], *(replace(piece, keep=True) for piece in pieces[-1:]))


def padding(height: float, ground: Ground, *, keep: bool = False, snap: bool = False) -> Piece:
    """Room above or below a text on its ground."""
    return Piece(height, nothing, keep=keep, snap=snap, ground=ground)
