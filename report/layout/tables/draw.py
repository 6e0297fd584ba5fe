"""Rows of a table drawn: heads, cells on their alignment, group rows, totals, rules."""

from __future__ import annotations

from collections.abc import Callable

from report.content.spec import Spec
from report.drawing import Item, Marked, Shape, Stroke, line, rectangle
from report.layout.blocks.setting import Setting, paragraphs, prose_of, rule_of
from report.layout.desk import TOLERANCE
from report.layout.pieces import Draw
from report.layout.tables.cells import Row, Sheet
from report.layout.tables.measure import Across, Inks
from report.layout.tables.widths import Quick
from report.problem import Place
from report.record import record
from report.typeset import Paragraph


@record
class Layout:
    """A measured table: what is needed to draw any of its rows."""

    setting: Setting
    sheet: Sheet
    columns: tuple[Across, ...]
    inks: Inks
    look: Spec
    width: float

    @property
    def key(self) -> str:
        return f"{self.setting.key}.table"

    def stroke(self, name: str) -> Stroke:
        return rule_of(self.look.sub(name))


def head(layout: Layout, *, repeated: bool) -> tuple[float, Draw]:
    """The row of heads between its rules; repeated on a later page it is no part of the table again."""
    look, inks = layout.look, layout.inks
    drop, line_height = look.mm("head-at"), look.mm("line")
    titled = list(zip(layout.sheet.heads, map(_headed, layout.columns), layout.sheet.columns, strict=True))
    cells = [(text, one, _wrapped(layout, text, one, inks.head, c.place), inks.head) for text, one, c in titled]
    places = [column.place for _, _, column in titled]
    deepest = max(map(_depth, cells), default=1)
    height = look.mm("head") + (deepest - 1) * line_height
    top, under = layout.stroke("top"), layout.stroke("under")
    fill = look.colour("head-fill") if look.has("head-fill") else None

    def draw(x: float, y: float) -> tuple[Item, ...]:
        field = (Shape(rectangle(x, y, layout.width, height), fill=fill),) if fill is not None else ()
        rules = Marked("Artifact", (*field, _rule(x, y, layout.width, top), _rule(x, y + height, layout.width, under)))
        words = [
            _placed(cell, x, y + drop + (deepest - _depth(cell)) * line_height, place)
            for cell, place in zip(cells, places, strict=True)
        ]
        if repeated:
            return (rules, Marked("Artifact", tuple(item for cell in words for item in cell)))
        heads = tuple(Marked("TH", cell, attributes=(("Scope", "Column"),)) for cell in words)
        return (rules, Marked("Table", (Marked("TR", heads),), key=layout.key))

    return height, draw


def _headed(one: Across) -> Across:
    """A head stands to the right over figures that stand on their points."""
    return one._replace(align="right") if one.align == "decimal" else one


def rows(layout: Layout) -> Callable[[int], tuple[float, Draw]]:
    """A function that gives height and drawing of a row by its number."""
    look = layout.look
    plain_height, line_height, drop = look.mm("row"), look.mm("line"), look.mm("row-at")
    hair, summed = layout.stroke("hair"), layout.stroke("sum")
    zebra = look.colour("zebra") if look.has("zebra") else None
    indent = look.mm("indent") if any(row.kind == "group" for row in layout.sheet.rows) else 0.0
    count = len(layout.columns)

    def row_at(number: int) -> tuple[float, Draw]:
        row = layout.sheet.rows[number]
        cells = _cells(layout, row, indent)
        deepest = max(map(_depth, cells))
        height = plain_height + (deepest - 1) * line_height

        def draw(x: float, y: float) -> tuple[Item, ...]:
            behind: list[Item] = [_rule(x, y + height, layout.width, hair)]
            if row.kind == "total":
                behind.append(_rule(x, y, layout.width, summed))
            if zebra is not None and number % 2:
                behind.insert(0, Shape(rectangle(x, y, layout.width, height), fill=zebra))
            made = []
            for cell in cells:
                words = _placed(cell, x, y + drop, row.place)
                spans = (("ColSpan", str(count)),) if row.kind == "group" else ()
                made.append(Marked("TH" if row.kind == "group" else "TD", words, attributes=(*spans, *_scope(row))))
            return (Marked("Artifact", tuple(behind)), Marked("Table", (Marked("TR", tuple(made)),), key=layout.key))

        return height, draw

    return row_at


def _scope(row: Row) -> tuple[tuple[str, str], ...]:
    return (("Scope", "Row"),) if row.kind == "group" else ()


_Cell = tuple[str, Across, Paragraph | None, Quick]


def _depth(cell: _Cell) -> int:
    """Lines of a cell."""
    return len(cell[2].lines) if cell[2] is not None else 1


def _cells(layout: Layout, row: Row, indent: float) -> list[_Cell]:
    """Texts of a row with their columns, wrapped where they are too long, in the ink of their kind."""
    inks = layout.inks
    if row.kind == "group":
        padding = layout.look.mm("padding", 0.0)
        whole = Across(padding, layout.width - 2 * padding, "left", number=False)
        return [(row.texts[0], whole, _wrapped(layout, row.texts[0], whole, inks.group, row.place), inks.group)]
    found: list[_Cell] = []
    for i, (text, one) in enumerate(zip(row.texts, layout.columns, strict=True)):
        if row.kind == "total":
            ink = inks.total_number if one.number else inks.total
        else:
            ink = inks.number if one.number else inks.text
            if i == 0 and indent and row.group:
                one = one._replace(x=one.x + indent, width=one.width - indent)  # noqa: PLW2901 (the shifted column)
        found.append((text, one, _wrapped(layout, text, one, ink, row.place) if text else None, ink))
    return found


def _wrapped(layout: Layout, text: str, one: Across, ink: Quick, place: Place) -> Paragraph | None:
    """The text in lines where it is wider than its column; None where one line is enough."""
    if not one.wraps or ink.width(text) <= one.width + TOLERANCE:
        return None
    found = paragraphs(layout.setting.desk, prose_of(text, place), ink.style, one.width)
    return found[0] if found and len(found[0].lines) > 1 else None


def _placed(cell: _Cell, x: float, y: float, place: Place) -> tuple[Item, ...]:
    """A cell's words with the left edge of its table at x, its first baseline at y."""
    text, one, wrapped, ink = cell
    if wrapped is not None:
        return wrapped.items(x + one.x, y)
    if not text:
        return ()
    left = x + one.x
    match one.align:
        case "right":
            return ink.placed(text, (left + one.width, y), place, 1.0)
        case "centre":
            return ink.placed(text, (left + one.width / 2, y), place, 0.5)
        case "decimal":
            whole = text.partition(".")[0]
            return ink.placed(text, (left + one.width - one.after - ink.width(whole), y), place)
    return ink.placed(text, (left, y), place)


def _rule(x: float, y: float, width: float, stroke: Stroke) -> Shape:
    return Shape(line(x, y, x + width, y), stroke=stroke)


def closing(layout: Layout) -> Draw:
    """The rule below the last row."""
    foot = layout.stroke("foot")
    return lambda x, y: (Marked("Artifact", (_rule(x, y, layout.width, foot),)),)
