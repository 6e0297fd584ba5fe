"""People, honours, events and colophons in a flow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from report.content.model import Colophon, Honours, Profile, Timeline
from report.content.spec import Spec
from report.drawing import Item, Marked, Shape, line
from report.layout.blocks.setting import Setting, Spot, prose_of, rule, rule_of, text_block, whole
from report.layout.blocks.sources import day
from report.layout.desk import TOLERANCE, plain
from report.layout.photos import empty, picture
from report.layout.pieces import Ground, Piece, still
from report.layout.unitcharts import disc
from report.record import replace


def profiles(setting: Setting, given: Sequence[Profile], look: Spec, width: float) -> tuple[Piece, ...]:
    """Neighbouring profile cards, so many in a row."""
    gap = look.mm("gap")
    columns = max(1, min(look.count("columns"), int((width + gap + TOLERANCE) / (look.mm("least") + gap))))
    cell = look.mm("width") if look.has("width") else (width - gap * (columns - 1)) / columns
    found = []
    for start in range(0, len(given), columns):
        items: list[Item] = []
        bottom = look.mm("height")
        for i, one in enumerate(given[start : start + columns]):
            drawn, reached = _profile(setting, one, look, (i * (cell + gap), min(cell, width)))
            items += drawn
            bottom = max(bottom, reached)
        found.append(replace(whole(items, bottom, given[start].place), before=look.mm("between")))
    return tuple(found)


def _profile(setting: Setting, one: Profile, look: Spec, column: tuple[float, float]) -> tuple[tuple[Item, ...], float]:
    """Picture, rule, name, role and a few words."""
    desk, (left, width) = setting.desk, column
    across, down = look.point("photo")
    box = (left, 0.0, across, down)
    named = one.photo and replace(one.photo, alt=one.photo.alt or plain(one.name))
    slot = picture(desk, named, look, box) if named else empty(look, box)
    x, room = left + across + look.mm("inset"), width - across - look.mm("inset")
    items: list[Item] = [*slot, rule(look.sub("rule"), x, 0.0, room)]
    y = look.mm("name-at")
    for prose, name, role in ((one.name, "name", "P"), (one.role, "role", "P"), (one.text, "text", "P")):
        if prose:
            style = desk.style(look.style(name), look.colour(f"{name}-colour"))
            drawn, bottom = text_block(desk, prose, style, Spot(x, y, room, role))
            items += drawn
            y = bottom + look.mm(f"{name}-after")
    return tuple(items), max(down, y - look.mm("text-after") + look.mm("below"))


def honours(setting: Setting, given: Honours, look: Spec, width: float) -> tuple[Piece, ...]:
    """A row for each honour: its level where that changes, its name, its year."""
    desk, pieces = setting.desk, []
    if given.title:
        drawn, bottom = text_block(
            desk, given.title, desk.style(look.style("title")), Spot(0.0, look.mm("title-at"), width)
        )
        pieces.append(replace(whole(drawn, bottom + look.mm("title-below"), given.place), keep=True))
    level_style, year_style = (
        desk.style(look.style(name), look.colour(f"{name}-colour")) for name in ("level", "year")
    )
    named = desk.style(look.style("name"))
    x, year = look.mm("name-x"), look.mm("year-width")
    last = ""
    for item in given.items:
        items: list[Item] = [Marked("Artifact", (rule(look.sub("rule"), 0.0, 0.0, width),))]
        words: list[Item] = []
        if item.level != last:
            words += desk.line(item.level, 0.0, look.mm("at"), level_style, x)
            last = item.level
        name, bottom = text_block(desk, item.name, named, Spot(x, look.mm("at"), width - x - year, "Span"))
        dated = desk.line(f"{item.year}", width - year, look.mm("at"), year_style, year) if item.year else ()
        listed = Marked("LI", (Marked("LBody", (*words, *name, *dated)),))
        items.append(Marked("L", (listed,), key=f"{setting.key}.l", attributes=(("ListNumbering", "None"),)))
        pieces.append(Piece(bottom + look.mm("below"), still(items), snap=not pieces, place=item.place))
    return tuple(pieces)


def timeline(setting: Setting, given: Timeline, look: Spec, width: float) -> tuple[Piece, ...]:
    """Events along an axis, spaced by date, where their words have room; else one below the other."""
    return _across(setting, given, look, width) or _down(setting, given, look.sub("list"), width)


def _across(setting: Setting, given: Timeline, look: Spec, width: float) -> tuple[Piece, ...]:
    desk = setting.desk
    name, dated = desk.style(look.style("name"), align="centre"), desk.style(look.style("date"), align="centre")
    days = [ordinal(event.date) for event in given.events]
    if len(days) < 2 or days[0] == days[-1]:
        return ()
    said = [(desk.measured(e.text, name), desk.measured(day(e.date), dated)) for e in given.events]
    reach = [max(one.width for one in pair) for pair in said]
    left, right = reach[0] / 2, width - reach[-1] / 2
    places = [left + (right - left) * (d - days[0]) / (days[-1] - days[0]) for d in days]
    edges = [(x - w / 2, x + w / 2) for x, w in zip(places, reach, strict=True)]
    clear = look.mm("clear")
    close = any(a[1] + clear > b[0] for a, b in pairwise(edges))
    if close or any("\n" in one.text for one, _ in said):
        return ()
    axis = look.mm("axis-at")
    items: list[Item] = [Marked("Artifact", (Shape(line(0.0, axis, width, axis), stroke=rule_of(look.sub("axis"))),))]
    colours = [c for c in look.colours("colours") if c]
    for i, (x, (above, below)) in enumerate(zip(places, said, strict=True)):
        items.append(Marked("Artifact", (disc(x, axis, look.mm("node"), colours[i % len(colours)]),)))
        words = above.items(x - above.width / 2, axis - look.mm("name-above"))
        items.append(Marked("P", (*words, *below.items(x - below.width / 2, axis + look.mm("date-below")))))
    return (whole(items, look.mm("height"), given.place),)


def _down(setting: Setting, given: Timeline, look: Spec, width: float) -> tuple[Piece, ...]:
    """Dates on the left of an axis, what happened on its right."""
    desk = setting.desk
    axis, drop, below = look.mm("axis-x"), look.mm("at"), look.mm("below")
    stroke, size, colour = rule_of(look.sub("axis")), look.mm("node"), look.colour("colour")
    x = look.mm("text-x")

    def behind(left: float, top: float, bottom: float) -> tuple[Item, ...]:
        cut = Shape(line(left + axis, top, left + axis, bottom), stroke=stroke)
        return (Marked("Artifact", (cut,)),)

    ground = Ground(behind)
    found: list[Piece] = []
    for event in given.events:
        node = Marked("Artifact", (disc(axis, drop - look.mm("rise"), size, colour),))
        dated = desk.line(day(event.date), 0.0, drop, desk.style(look.style("date")), axis - size)
        words, bottom = text_block(desk, event.text, desk.style(look.style("text")), Spot(x, drop, width - x, "Span"))
        items = (node, Marked("P", (*dated, *words)))
        found.append(Piece(bottom + below, still(items), snap=not found, ground=ground, place=event.place))
    return tuple(found)


def ordinal(text: str) -> int:
    """A date as a number of days; a year or a month stands at its beginning."""
    year, month, day_ = (*(int(part) for part in text.split("-")), 1, 1)[:3]
    return date(year, month, day_).toordinal()


def colophon(setting: Setting, given: Colophon, look: Spec, width: float) -> tuple[Piece, ...]:
    """Names in one column, what stands for them in the next."""
    desk = setting.desk
    key, value = desk.style(look.style("key")), desk.style(look.style("value"))
    x = look.mm("value-x")
    found: list[Piece] = []
    for name, prose in given.rows:
        named, low = text_block(
            desk, prose_of(name, given.place), key, Spot(0.0, look.mm("at"), x - look.mm("gap"), "Span")
        )
        said, bottom = text_block(desk, prose, value, Spot(x, look.mm("at"), width - x, "Span"))
        row = Marked("P", (*named, *said))
        found.append(Piece(max(max(low, bottom) + look.mm("below"), look.mm("pitch")), still((row,)), snap=not found))
    return tuple(found)
