"""Lines that are set as they are written: spaces and line ends stay, nothing is squeezed or spread.

A line that is too long goes on in the next one, below the last of its columns or further in than it began; its words
stay those of one line of the source.
"""

from __future__ import annotations

from collections.abc import Iterator

from report.content.model import Code
from report.content.spec import Spec
from report.drawing import Item, Marked, Shape, rectangle
from report.layout.blocks.setting import Setting, padding
from report.layout.desk import Desk
from report.layout.pieces import Draw, Ground, Piece
from report.patterns import late
from report.typeset import TextStyle

_APART = late(r"\S {2,}(?=\S)")
ALONE = 2
"""Lines of a block that are not left alone at the end or the head of a column."""


def code(setting: Setting, given: Code, look: Spec, width: float) -> tuple[Piece, ...]:
    """A piece for each line, on a ground of their own."""
    desk, style = setting.desk, setting.desk.style(look.style("style"))
    left, right = look.point("overhang")

    def behind(x: float, top: float, bottom: float) -> tuple[Item, ...]:
        field = Shape(rectangle(x - left, top, width + left + right, bottom - top), fill=look.colour("fill"))
        return (Marked("Artifact", (field,)),)

    ground, inset = Ground(behind), look.mm("inset")
    room = width - inset - look.mm("padding")
    rows = [row for line in given.text.split("\n") for row in _rows(desk, line, style, (room, look.mm("hang")))]
    pieces = []
    for i, (text, in_) in enumerate(rows):
        held = i < ALONE - 1 or i == len(rows) - ALONE
        draw = _line(setting, text, inset + in_ + _wider(desk, text, style), style)
        pieces.append(Piece(style.leading, draw, keep=held, snap=False, ground=ground, place=given.place))
    head = padding(look.mm("above"), ground, keep=True, snap=True)
    return (head, *pieces, padding(look.mm("below"), ground))


def _rows(desk: Desk, line: str, style: TextStyle, room: tuple[float, float]) -> Iterator[tuple[str, float]]:
    """A line in rows that fit, each with its indent: broken at a space where there is one in its second half."""
    width, hang = room
    rest, indent = line.replace("\t", "    "), 0.0
    width -= _wider(desk, rest, style)
    hang = _hang(desk, rest, style, (width, hang))
    while desk.measured(rest, style).width > width - indent:
        low, high = 1, len(rest)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if desk.measured(rest[:middle], style).width <= width - indent else (low, middle)
        space = rest.rfind(" ", low // 2, low + 1)
        end = space + 1 if space > 0 and rest[:space].strip() else low
        yield rest[:end], indent
        rest, indent = rest[end:], hang
    yield rest, indent


def _hang(desk: Desk, line: str, style: TextStyle, room: tuple[float, float]) -> float:
    """Where a line goes on: where what stands apart in it begins, as the words beside an option, or a step further in
    than the line itself; never beyond the middle."""
    width, step = room
    column = _APART.search(line)
    lead = line[: column.end()] if column else ""
    at = desk.measured(lead, style).width + _wider(desk, lead, style) if lead else 0.0
    if 0 < at <= width / 2:
        return at
    spaces = line[: len(line) - len(line.lstrip(" "))]
    begun = desk.measured(spaces, style).width + _wider(desk, spaces, style) if spaces else 0.0
    return min(begun + step, width / 2)


def _wider(desk: Desk, text: str, style: TextStyle) -> float:
    """What spaces at a line's head lack to half an em each: the face's own are narrow, and code is indented by them."""
    count = len(text) - len(text.lstrip(" "))
    return count * (style.size / 2 - desk.measured(" ", style).width) if count else 0.0


def _line(setting: Setting, text: str, inset: float, style: TextStyle) -> Draw:
    """A row as a stretch of the block's one paragraph of code."""

    def draw(x: float, y: float) -> tuple[Item, ...]:
        words = setting.desk.line(text, x + inset, y + style.leading * 0.75, style) if text.strip() else ()
        inner = Marked("Code", words, key=f"{setting.key}.code")
        return (Marked("P", (inner,), key=f"{setting.key}.p"),) if words else ()

    return draw
