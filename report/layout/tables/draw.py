"""Rows of a table drawn: heads, cells on their alignment, group rows, totals, rules."""

from __future__ import annotations

from itertools import chain
from typing import Protocol

from report.content.model import Inline, Prose
from report.content.spec import Spec
from report.drawing import Item, Marked, Path, Shape, Stroke, line, rectangle
from report.layout.blocks.setting import Setting, paragraphs, prose_of, rule_of
from report.layout.desk import TOLERANCE
from report.layout.pieces import Draw
from report.layout.tables.cells import Row, Sheet
from report.layout.tables.measure import Across, Inks, point
from report.layout.tables.widths import NOTED, Quick, noted
from report.named import NamedTuple
from report.problem import Place
from report.record import record
from report.typeset import Paragraph


@record
class Layout:
    """A measured table: what is needed to draw any of its rows. Where merged cells are so high that a page may part
    them (`parts`), the words of all stand in their first rows."""

    setting: Setting
    sheet: Sheet
    columns: tuple[Across, ...]
    inks: Inks
    look: Spec
    width: float
    box: Stroke | None = None
    parts: bool = False

    @property
    def key(self) -> str:
        return f"{self.setting.key}.table"

    def sides(self, x: float, y: float, height: float) -> tuple[Shape, ...]:
        """The upright lines of a row, where lines stand between columns and around the table."""
        stroke = self.box
        if stroke is None:
            return ()
        edges = (0.0, *map(self.edge, range(1, len(self.columns))), self.width)
        points = tuple(chain.from_iterable((x + at, y, x + at, y + height) for at in edges))
        return (Shape(Path("ml" * len(edges), points), stroke=stroke),)

    def edge(self, column: int) -> float:
        """The line before a column, in the middle of the gap."""
        return self.columns[column].x - self.look.mm("gap") / 2

    def stroke(self, name: str) -> Stroke:
        return rule_of(self.look.sub(name))


def head(layout: Layout, *, repeated: bool) -> tuple[float, Draw]:
    """The row of heads between its rules; repeated on a later page it is no part of the table again."""
    look, inks = layout.look, layout.inks
    drop, line_height = look.mm("head-at"), look.mm("line")
    titled = list(zip(layout.sheet.heads, map(_headed, layout.columns), layout.sheet.columns, strict=True))
    cells = [Cell(text, one, _wrapped(layout, text, one, inks.head, c.place), inks.head) for text, one, c in titled]
    places = [column.place for _, _, column in titled]
    deepest = max(map(_depth, cells), default=1)
    height = look.mm("head") + (deepest - 1) * line_height
    top, under = layout.stroke("top"), layout.stroke("under")
    fill = look.colour("head-fill") if look.has("head-fill") else None

    def draw(x: float, y: float) -> tuple[Item, ...]:
        field = (Shape(rectangle(x, y, layout.width, height), fill=fill),) if fill is not None else ()
        lines = (_rule(x, y, layout.width, top), _rule(x, y + height, layout.width, under))
        rules = Marked("Artifact", (*field, *lines, *layout.sides(x, y, height)))
        words = [
            _placed(cell, x, y + drop + (deepest - _depth(cell)) * line_height, place)
            for cell, place in zip(cells, places, strict=True)
        ]
        if repeated:
            return (rules, Marked("Artifact", tuple(item for cell in words for item in cell)))
        heads = tuple(Marked("TH", cell, attributes=(("Scope", "Column"),)) for cell in words)
        return (rules, Marked("Table", (Marked("TR", heads, place=places[0] if places else None),), key=layout.key))

    return height, draw


def _headed(one: Across) -> Across:
    """A head stands to the right over figures that stand on their points."""
    return one._replace(align="right") if one.align == "decimal" else one


class RowAt(Protocol):
    """Height and drawing of a row by its number; `opened` says again what cells above have said."""

    def __call__(self, number: int, *, opened: bool = False) -> tuple[float, Draw]: ...


def rows(layout: Layout) -> RowAt:
    """A function that gives height and drawing of a row by its number."""
    look = layout.look
    plain_height, line_height, drop = look.mm("row"), look.mm("line"), look.mm("row-at")
    hair, summed = layout.stroke("hair"), layout.stroke("sum")
    zebra = look.colour("zebra") if look.has("zebra") else None
    indent = look.mm("indent") if any(row.kind == "group" for row in layout.sheet.rows) else 0.0
    count = len(layout.columns)

    def height(number: int, cells: list[Cell] | None = None) -> float:
        found = _cells(layout, layout.sheet.rows[number], indent) if cells is None else cells
        deepest = max((_depth(cell) for cell in found if cell.span == 1), default=1)
        tall = max((_depth(cell) for cell in found if cell.span > 1), default=1)
        inside = max((cell.span for cell in found), default=1)
        return plain_height + (max(deepest, tall - inside + 1) - 1) * line_height

    def row_at(number: int, *, opened: bool = False) -> tuple[float, Draw]:
        row = layout.sheet.rows[number]
        own = _cells(layout, row, indent, opened=opened)
        depth = height(number, None if opened else own)

        def draw(x: float, y: float) -> tuple[Item, ...]:
            behind: list[Item] = [_hair(layout, number, (x, y + depth), hair), *layout.sides(x, y, depth)]
            if row.kind == "total":
                behind.append(_rule(x, y, layout.width, summed))
            if zebra is not None and number % 2:
                behind.insert(0, Shape(rectangle(x, y, layout.width, depth), fill=zebra))
            made = []
            for cell in own:
                down = _middle(cell, [height(number + k) for k in range(1, cell.span)]) if cell.span > 1 else 0.0
                words = _placed(cell, x, y + drop + down, row.place)
                if cell.span == 0:
                    behind += words
                    continue
                if row.kind != "group" and cell.span == 1:
                    made.append(Marked("TD", words))
                    continue
                spans = (("ColSpan", str(count)),) if row.kind == "group" else ()
                if cell.span > 1:
                    spans = (*spans, ("RowSpan", str(cell.span)))
                made.append(Marked("TH" if row.kind == "group" else "TD", words, attributes=(*spans, *_scope(row))))
            return (
                Marked("Artifact", tuple(behind)),
                Marked("Table", (Marked("TR", tuple(made), place=row.place),), key=layout.key),
            )

        def _middle(cell: Cell, below: list[float]) -> float:
            """How far a merged cell's words stand below those of its first row: in the middle, unless any may part."""
            if layout.parts:
                return 0.0
            return (sum(below) - (_depth(cell) - 1) * line_height) / 2

        return depth, draw

    return row_at


def _hair(layout: Layout, number: int, at: tuple[float, float], stroke: Stroke) -> Shape:
    """The line below a row, from behind the cells that go on in the next one."""
    following = layout.sheet.rows[number + 1 : number + 2]
    going = [i for i, span in enumerate(following[0].spans) if span == 0] if following else []
    left = layout.edge(max(going) + 1) if going and max(going) + 1 < len(layout.columns) else 0.0
    return _rule(at[0] + left, at[1], layout.width - left, stroke)


def _scope(row: Row) -> tuple[tuple[str, str], ...]:
    return (("Scope", "Row"),) if row.kind == "group" else ()


class Cell(NamedTuple):
    """A text with its column, its lines where it is wrapped, its ink, and of how many rows it is: 0 where a cell above
    covers it and it is said again at the head of a page."""

    text: str
    column: Across
    wrapped: Paragraph | None
    ink: Quick
    span: int = 1


def _depth(cell: Cell) -> int:
    """Lines of a cell."""
    return len(cell.wrapped.lines) if cell.wrapped is not None else 1


def _cells(layout: Layout, row: Row, indent: float, *, opened: bool = False) -> list[Cell]:
    """Texts of a row with their columns, wrapped where they are too long, in the ink of their kind; cells that one
    above covers are left out, but for a row that opens a page."""
    inks = layout.inks
    if row.kind == "group":
        padding = layout.look.mm("padding", 0.0)
        whole = Across(padding, layout.width - 2 * padding, "left", number=False)
        return [Cell(row.texts[0], whole, _wrapped(layout, row.texts[0], whole, inks.group, row.place), inks.group)]
    found: list[Cell] = []
    for i, (text, one) in enumerate(zip(row.texts, layout.columns, strict=True)):
        span = row.span(i)
        if span == 0 and not opened:
            continue
        if row.kind == "total":
            ink = inks.total_number if one.number else inks.total
        else:
            ink = inks.of(layout.sheet.columns[i])
            if i == 0 and indent and row.group:
                one = one._replace(x=one.x + indent, width=one.width - indent)  # noqa: PLW2901 (the shifted column)
        wrapped = _wrapped(layout, text, one, ink, row.place) if text else None
        found.append(Cell(text, one, wrapped, ink, span))
    return found


def _wrapped(layout: Layout, text: str, one: Across, ink: Quick, place: Place) -> Paragraph | None:
    """The text in lines where it is wider than its column; None where one line is enough."""
    if not one.wraps or ink.width(text) <= one.width + TOLERANCE:
        return None
    found = paragraphs(layout.setting.desk, _prose(text, place), ink.style, one.width)
    return found[0] if found and len(found[0].lines) > 1 else None


def _prose(text: str, place: Place) -> Prose:
    """A cell's text, its note mark raised."""
    words, mark = noted(text) if NOTED in text else (text, "")
    return ((Inline(words, place), Inline(mark, place, note=True, script="super")),) if mark else prose_of(text, place)


def _placed(cell: Cell, x: float, y: float, place: Place) -> tuple[Item, ...]:
    """A cell's words with the left edge of its table at x, its first baseline at y."""
    text, one, wrapped, ink, _ = cell
    if wrapped is not None:
        return wrapped.items(x + one.x, y)
    if not text:
        return ()
    left = x + one.x
    match one.align:
        case "right":
            return ink.placed(text, (left + one.width - one.marks, y), place, 1.0)
        case "centre":
            return ink.placed(text, (left + one.width / 2, y), place, 0.5)
        case "decimal":
            whole = text[: point(text)]
            return ink.placed(text, (left + one.width - one.after - ink.width(whole), y), place)
    return ink.placed(text, (left, y), place)


def _rule(x: float, y: float, width: float, stroke: Stroke) -> Shape:
    return Shape(line(x, y, x + width, y), stroke=stroke)


def closing(layout: Layout) -> Draw:
    """The rule below the last row."""
    foot = layout.stroke("foot")
    return lambda x, y: (Marked("Artifact", (_rule(x, y, layout.width, foot),)),)
