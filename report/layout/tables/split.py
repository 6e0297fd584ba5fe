"""A table as pieces of a flow: heads repeated on every page, groups named again, no row alone."""

from __future__ import annotations

from report.content.model import Footnote, Inline, TableBlock
from report.content.spec import Spec
from report.drawing import Item, Marked
from report.layout.blocks.setting import Setting, Spot, caption, held, label, prose_of, rule_of, text_block
from report.layout.blocks.sources import sourced
from report.layout.book import Mark
from report.layout.desk import Desk, marked, plain
from report.layout.pieces import Draw, Piece, still
from report.layout.tables import draw
from report.layout.tables.cells import sheet
from report.layout.tables.measure import Inks, Room, across, is_number
from report.layout.tables.widths import Quick
from report.problem import problem
from report.record import replace
from report.units import mm

KEPT = 0.3
"""Share of a column's height up to which a merged cell is never parted."""
SPACE = "\u2002"
"""Half an em between the number of a note and its text."""


def table(setting: Setting, given: TableBlock, look: Spec, width: float) -> tuple[Piece, ...]:
    """Title, heads, rows, note and source of a table."""
    desk = setting.desk
    shown, problems = sheet(given, label(desk, "total"))
    desk.tell(problems)
    if not shown.columns:
        desk.report(problem("table-without-columns", given.place))
        return ()
    numbers = sum(is_number(column) for column in shown.columns)
    inks = _inks(desk, look, accent=numbers <= look.count("accent-columns"))
    inset = look.mm("gap") / 2 if look.has("box") else look.mm("padding", 0.0)
    room = Room(width - 2 * inset, look.mm("gap"), look.mm("most"), look.mm("least"), look.mm("indent"))
    columns, over = across(shown, inks, room)
    columns = tuple(column._replace(x=column.x + inset) for column in columns)
    if over > 0:
        desk.report(problem("table-too-wide", given.place, over=f"{mm(over):.1f}"))
        return ()
    longest = max((max(row.spans, default=1) for row in shown.rows), default=1)
    parts = (longest - 1) * look.mm("row") > setting.room * KEPT
    box = rule_of(look.sub("box")) if look.has("box") else None
    layout = draw.Layout(setting, shown, columns, inks, look, width, box, parts)
    below = _below(setting, given, look, width)
    body = _body(setting, given, layout)
    pieces = [*_title(setting, given, look, layout), *(held(body) if below else body), *below]
    return (replace(pieces[0], marks=(Mark("table", plain(given.title)),)), *pieces[1:])


def _inks(desk: Desk, look: Spec, *, accent: bool) -> Inks:
    """One setter for each kind of text; figures stand out where few columns hold them."""
    strong = look.colour("accent" if accent else "number-colour")
    text = desk.style(look.style("text"), align="left")
    inline = desk.theme.root.sub("inline")
    styles = (
        desk.style(look.style("heads"), align="left"),
        text,
        replace(desk.style(look.style("number"), strong, align="left"), tabular=True),
        desk.style(look.style("group"), align="left"),
        desk.style(look.style("total"), align="left"),
        replace(desk.style(look.style("number"), strong, align="left"), tabular=True),
        marked(inline.sub("code"), text) if inline.has("code") else text,
    )
    return Inks(*(Quick(desk, style) for style in styles))


def _title(setting: Setting, given: TableBlock, look: Spec, layout: draw.Layout) -> list[Piece]:
    """The title, and at the right edge of its first line what the author put beside it."""
    if not given.title and not given.beside:
        return []
    desk, at = setting.desk, look.mm("title-at")
    beside = desk.style(look.style("beside", "caption"), align="right")
    room = layout.width - (desk.measured(given.beside, beside).width + look.mm("gap") if given.beside else 0.0)
    items, bottom = text_block(desk, given.title, desk.style(look.style("title")), Spot(0.0, at, room, "Caption"))
    drawn: tuple[Item, ...] = (Marked("Table", items, key=layout.key),) if items else ()
    said = (
        (Marked("P", desk.line(given.beside, 0.0, at, beside, layout.width), place=given.place),)
        if given.beside
        else ()
    )
    return [Piece(bottom + look.mm("title-below"), still((*said, *drawn)), keep=True, place=given.place)]


def _body(setting: Setting, given: TableBlock, layout: draw.Layout) -> list[Piece]:
    """Heads and rows; the first two rows stay with the heads, the last two with each other and what is below."""
    height, heads = draw.head(layout, repeated=False)
    found = [Piece(height, heads, keep=True, snap=not given.title, place=given.place)]
    row_at, rule = draw.rows(layout), draw.closing(layout)
    foot = Piece(0.0, rule, snap=False)
    rows = layout.sheet.rows
    ties = _ties(layout)
    again: dict[str, Piece] = {}
    for i, row in enumerate(rows):
        depth, drawing = row_at(i)
        name = row.group if row.kind == "row" else ""
        if name not in again:
            again[name] = _again(setting, given, layout, name)
        last = i >= len(rows) - 2
        keep = i == 0 or last or row.kind == "group" or rows[i + 1].kind == "total" or ties[i]
        piece = Piece(depth, drawing, keep=keep, snap=False, head=again[name], foot=foot, place=row.place)
        if 0 in row.spans and not ties[i - 1]:
            piece = replace(piece, opened=replace(piece, draw=row_at(i, opened=True)[1]))
        found.append(piece)
    found.append(Piece(0.0, rule, snap=False))
    return found


def _ties(layout: draw.Layout) -> list[bool]:
    """Whether each row stays with the next one because a merged cell that is not parted holds them."""
    rows, line = layout.sheet.rows, layout.look.mm("row")
    found = [False] * len(rows)
    for i, row in enumerate(rows):
        for span in row.spans:
            if span > 1 and (span - 1) * line <= layout.setting.room * KEPT:
                found[i : i + span - 1] = [True] * (span - 1)
    return found


def _again(setting: Setting, given: TableBlock, layout: draw.Layout, group: str) -> Piece:
    """What stands above the rows that go on in another column: 续表, the heads, the name of the group."""
    desk, look = setting.desk, layout.look
    height, heads = draw.head(layout, repeated=True)
    above: tuple[Item, ...] = ()
    top = 0.0
    if given.continued:
        said = label(desk, "continued", title=plain(given.title)).strip()
        style = desk.style(look.style("continued"))
        above, bottom = text_block(
            desk, prose_of(said, given.place), style, Spot(0.0, look.mm("title-at"), layout.width)
        )
        top = bottom + look.mm("title-below")
    named: tuple[Item, ...] = ()
    below = 0.0
    if group:
        said = label(desk, "group-continued", name=group)
        named = layout.inks.group.placed(said, (look.mm("padding", 0.0), look.mm("row-at")), given.place)
        below = look.mm("row")
    return Piece(top + height + below, _headed((above, top), heads, (named, top + height)), snap=False)


def _headed(above: tuple[tuple[Item, ...], float], heads: Draw, below: tuple[tuple[Item, ...], float]) -> Draw:
    """Words above, heads, words below, all artifacts: readers have heard them."""

    def draw_(x: float, y: float) -> tuple[Item, ...]:
        words = (*still(_bare(above[0]))(x, y), *heads(x, y + above[1]), *still(below[0])(x, y + below[1]))
        return (Marked("Artifact", _bare(words)),)

    return draw_


def _bare(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Items out of their marks."""
    found: list[Item] = []
    for item in items:
        found += _bare(item.items) if isinstance(item, Marked) else (item,)
    return tuple(found)


def _below(setting: Setting, given: TableBlock, look: Spec, width: float) -> tuple[Piece, ...]:
    """The note, and the source with its date; what is above stays with them."""
    source = sourced(setting, [given.source], []) if given.source else ""
    notes = tuple(_numbered(one) for one in given.notes)
    note = (
        ((*prose_of(label(setting.desk, "note"), given.place)[0], *given.note[0]), *given.note[1:])
        if given.note
        else ()
    )
    return caption(
        setting, [prose for prose in (notes, note, prose_of(source, given.place)) if prose], look.sub("caption"), width
    )


def _numbered(note: Footnote) -> tuple[Inline, ...]:
    """A note below a table, its number raised before it."""
    mark = Inline(note.number, note.place, note=True, script="super")
    return (mark, Inline(SPACE, note.place), *note.text)
