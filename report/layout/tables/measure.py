"""How wide the columns of a table are: by what stands in them; numbers are never broken, texts where they must be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.content.model import TableColumn
from report.layout.desk import TOLERANCE
from report.layout.tables.cells import Row, Sheet
from report.layout.tables.widths import NOTED, Quick, noted
from report.named import NamedTuple


class Inks(NamedTuple):
    """The setters of a table's heads, texts, numbers, group rows, totals (its words, its numbers) and code."""

    head: Quick
    text: Quick
    number: Quick
    group: Quick
    total: Quick
    total_number: Quick
    code: Quick

    def of(self, column: TableColumn) -> Quick:
        """The setter of a column's cells."""
        return self.code if column.code else self.number if is_number(column) else self.text


class Across(NamedTuple):
    """A column on the page: left edge, width, alignment, whether it holds numbers, for decimal alignment the longest
    part after the point, in points, whether some of its texts are wider than it, and how far note marks stand to the
    right of its numbers."""

    x: float
    width: float
    align: str
    number: bool
    after: float = 0.0
    wraps: bool = True
    marks: float = 0.0


class Room(NamedTuple):
    """The width of a table, the least space between columns, the most that is added to a column, the least width of
    one that is wrapped, and how far rows of a group stand in."""

    width: float
    gap: float
    most: float
    least: float
    indent: float


def across(sheet: Sheet, inks: Inks, room: Room) -> tuple[tuple[Across, ...], float]:
    """The columns, and by how much the table is too wide."""
    count = len(sheet.columns)
    grouped = any(row.kind == "group" for row in sheet.rows)
    wished = [c.width for c in sheet.columns]
    natural = [wished[i] or _natural(sheet, i, inks, room.indent if grouped and i == 0 else 0.0) for i in range(count)]
    fixed = [bool(wished[i]) or is_number(column) for i, column in enumerate(sheet.columns)]
    least = [natural[i] if fixed[i] else min(natural[i], room.least) for i in range(count)]
    free = room.width - room.gap * (count - 1)
    widths = _fitted(natural, least, free)
    over = max(0.0, sum(least) - free)
    spare = max(0.0, free - sum(widths))
    share = min(spare / count, room.most) if count else 0.0
    found, x = [], 0.0
    for i, column in enumerate(sheet.columns):
        own = widths[i] + (spare - share * (count - 1) if i == 0 else share)
        after = _after(sheet, i, inks.number) if column.align == "decimal" else 0.0
        wraps = bool(wished[i]) or natural[i] > own + TOLERANCE
        marks = _marks(sheet, i, inks.number) if column.align == "right" else 0.0
        found.append(Across(x, own, column.align, is_number(column), after, wraps, marks))
        x += own + room.gap
    return tuple(found), over


def is_number(column: TableColumn) -> bool:
    """Whether a column is set as numbers: it stands to the right or on its decimal points."""
    return column.align in ("right", "decimal")


def _fitted(natural: Sequence[float], least: Sequence[float], free: float) -> list[float]:
    """Natural widths, or where they are too wide together, the wider ones cut down evenly, none below its least."""
    widths = list(natural)
    while sum(widths) > free + 0.01:
        able = [i for i in range(len(widths)) if widths[i] > least[i] + 0.01]
        if not able:
            break
        widest = max(widths[i] for i in able)
        cut = [i for i in able if widths[i] > widest - 0.01]
        others = [widths[i] for i in able if i not in cut]
        target = max([*others, *(least[i] for i in cut), widest - (sum(widths) - free) / len(cut)])
        for i in cut:
            widths[i] = max(target, least[i])
    return widths


def _natural(sheet: Sheet, i: int, inks: Inks, indent: float) -> float:
    """The widest head, cell or total of a column."""
    cell = inks.of(sheet.columns[i])
    decimal = sheet.columns[i].align == "decimal"
    own = max((cell.width(text) for text in dict.fromkeys(_texts(sheet.rows, i))), default=0.0)
    if decimal:
        wholes = (text[: point(text)] for text in _texts(sheet.rows, i))
        own = max(map(cell.width, wholes), default=0.0) + _after(sheet, i, cell)
    totals = [row.texts[i] for row in sheet.rows if row.kind == "total"]
    total = inks.total_number if is_number(sheet.columns[i]) else inks.total
    return max(own + indent, inks.head.width(sheet.heads[i]), *map(total.width, totals), 0.0)


def _after(sheet: Sheet, i: int, cell: Quick) -> float:
    """The longest part from the decimal point on."""
    tails = dict.fromkeys(text[point(text) :] for text in _texts(sheet.rows, i))
    return max(map(cell.width, tails), default=0.0)


def point(text: str) -> int:
    """Where a number's decimal point stands, or what else ends its whole part: the mark of a note, its end."""
    return next((i for i, char in enumerate(text) if char in (".", NOTED)), len(text))


def _marks(sheet: Sheet, i: int, cell: Quick) -> float:
    """The widest note mark of a column."""
    marked = dict.fromkeys(text for text in _texts(sheet.rows, i) if NOTED in text)
    return max((cell.width(text) - cell.width(noted(text)[0]) for text in marked), default=0.0)


def _texts(rows: Sequence[Row], i: int) -> Iterator[str]:
    return (row.texts[i] for row in rows if row.kind != "group")
