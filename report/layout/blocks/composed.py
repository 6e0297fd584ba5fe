"""Blocks in regions of composed pages: those with a look of their own there; any other as it is in a flow."""

from __future__ import annotations

from report.content.model import (
    Block,
    Cards,
    Chart,
    Colophon,
    Contents,
    Derived,
    Photo,
    Quote,
    Steps,
    Text,
    Topic,
    Wall,
    YearWheel,
)
from report.content.spec import Spec
from report.drawing import Item, Marked, Shape, Stroke, line, rectangle, written_at
from report.layout.blocks.dispatch import MAKERS, inside, only_in_body, variant
from report.layout.blocks.setting import Setting
from report.layout.book import Book
from report.layout.desk import Desk, Frame, Placed, place_of
from report.layout.pieces import drawn, stacked
from report.problem import problem


def draw_block(desk: Desk, given: Block, spec: Spec, frame: Frame, book: Book) -> Placed:
    """Any block in the look of the theme, with what the template says on top."""
    found = _drawn(desk, given, spec, frame, book)
    return found._replace(items=written_at(found.items, given.place))


def _drawn(desk: Desk, given: Block, spec: Spec, frame: Frame, book: Book) -> Placed:
    desk.tell(only_in_body(given))

    def look(name: str) -> Spec:
        own = spec.over(desk.theme.block(name))
        return variant(desk, name, given.common.style, given.place).over(own)

    match given:
        case Cards():
            from report.layout.cards import cards

            return cards(desk, given, look("cards"), frame)
        case Wall():
            from report.layout.cards import wall

            return wall(desk, given, look("wall"), frame)
        case Chart():
            from report.layout.charts import chart

            if given.listed:
                desk.report(problem("data-table-not-here", given.place, "warning"))
            return chart(desk, given, variant(desk, "chart", given.common.style, given.place).over(spec), frame)
        case Text():
            return _text(desk, given, look("text"), frame)
        case Topic():
            return draw_topic(desk, given, "", look("topic"), frame)
        case Quote():
            return _quote(desk, given, look("quote"), frame)
        case Photo():
            from report.layout.photos import photo

            return photo(desk, given, look("photo"), frame)
        case Steps():
            return _steps(desk, given, look("steps"), frame)
        case YearWheel():
            from report.layout.wheel import year_wheel

            return year_wheel(desk, given, look("wheel"), frame)
        case Contents():
            from report.layout.contents import contents

            return contents(desk, given, look("contents"), frame, book)
        case Colophon():
            return _colophon(desk, given, look("colophon"), frame)
        case Derived():
            from report.layout.cards import derived

            return derived(desk, given, look("derived"), frame)
        case _ if type(given) in MAKERS:
            return _flowed(desk, given, frame, book)
        case _:
            desk.report(problem("block-not-here", given.place, block=type(given).__name__))
            return Placed((), frame.y)


def _flowed(desk: Desk, given: Block, frame: Frame, book: Book) -> Placed:
    """A block of the flow, stacked in the room; its problems are told for this page."""
    key = f"page-{desk.page}.{given.place.line}.{given.place.column}"
    setting = Setting(
        desk, book, key, frame.foot - frame.y, desk.theme.root.sub("flow").mm("step"), inside, nested=True
    )
    pieces = inside(setting, given, frame.width)
    desk.tell(found for piece in pieces for found in piece.problems)
    placed, height = stacked(pieces, setting.step)
    return Placed(drawn(placed, frame.x, frame.y), frame.y + height)


def draw_topic(desk: Desk, given: Topic, number: str, spec: Spec, frame: Frame) -> Placed:
    """Number, title, claim and text of a topic; what stands beside it is placed by the template."""
    x, y, width, foot = frame
    items: list[Item] = []
    title_y = y + spec.mm("title-at")
    if number:
        style = desk.style(spec.style("number"), spec.colour("number-colour", spec.text("colour")))
        items.append(Marked("P", desk.line(number, x, y + spec.mm("number-at"), style)))
    style = desk.style(spec.style("title"), spec.colour("title-colour"))
    items.append(Marked("H2", desk.line(given.title, x, title_y, style, width), place=place_of(given.title)))
    if given.claim:
        style = desk.style(spec.style("claim"), spec.colour("claim-colour"))
        items.append(Marked("P", desk.line(given.claim, x, title_y, style, width), place=place_of(given.claim)))
    style = desk.style(spec.style("text"), spec.colour("text-colour"))
    text = desk.text(given.text, Frame(x, y + spec.mm("text-at"), width, foot), style)
    return Placed((*items, *text.items), text.bottom)


def _text(desk: Desk, given: Text, spec: Spec, frame: Frame) -> Placed:
    return desk.text(given.text, frame, desk.style(spec.style("style")))


def _quote(desk: Desk, given: Quote, spec: Spec, frame: Frame) -> Placed:
    """The words, a short rule, the source."""
    said = desk.text(given.text, frame, desk.style(spec.style("style")), role="BlockQuote")
    items = list(said.items)
    bottom = said.bottom
    rule = spec.sub("rule")
    y = bottom + rule.mm("after")
    stroke = Stroke(rule.colour("colour"), rule.pt("stroke"))
    items.append(Shape(line(frame.x, y, frame.x + rule.mm("length"), y), stroke=stroke))
    if given.source:
        bottom += spec.mm("source-after")
        style = desk.style(spec.style("source"), spec.colour("source-colour"))
        items.append(Marked("P", desk.line(given.source, frame.x, bottom, style, frame.width)))
    return Placed(tuple(items), bottom)


def _steps(desk: Desk, given: Steps, spec: Spec, frame: Frame) -> Placed:
    """Numbered steps side by side under a bar each."""
    columns, gap = spec.count("columns"), spec.mm("gap")
    width = (frame.width - gap * (columns - 1)) / columns
    items: list[Item] = []
    for i, step in enumerate(given.steps):
        row, column = divmod(i, columns)
        x, y = frame.at(column * (width + gap), row * spec.mm("height"))
        items.append(Shape(rectangle(x, y, width, spec.mm("bar")), fill=spec.colour("colour")))
        number = desk.line(str(i + 1), x, y + spec.mm("number-at"), desk.style(spec.style("number")))
        title = desk.line(step.title, x, y + spec.mm("title-at"), desk.style(spec.style("title")), width)
        text_frame = Frame(x, y + spec.mm("text-at"), width, y + spec.mm("height"))
        text = desk.text(step.text, text_frame, desk.style(spec.style("text")))
        items += [Marked("P", number), Marked("H2", title, place=place_of(step.title)), *text.items]
    rows = (len(given.steps) + columns - 1) // columns
    return Placed(tuple(items), frame.y + rows * spec.mm("height"))


def _colophon(desk: Desk, given: Colophon, spec: Spec, frame: Frame) -> Placed:
    """Names in one column, what stands for them in the next, a row a pitch."""
    key, value = desk.style(spec.style("key")), desk.style(spec.style("value"))
    inset = spec.mm("value-x")
    items: list[Item] = []
    y = frame.y
    for i, (name, prose) in enumerate(given.rows):
        y = frame.y + i * spec.mm("pitch")
        named = desk.line(name, frame.x, y, key, inset)
        said = desk.line(prose, frame.x + inset, y, value, frame.width - inset)
        items.append(Marked("P", (*named, *said), place=place_of(prose)))
    return Placed(tuple(items), y)
