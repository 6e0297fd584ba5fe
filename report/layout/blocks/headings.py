"""Headings: sections that hang in the margin or stand in the column, and the titles of what begins a page."""

from __future__ import annotations

from report.content.model import Prose, Section
from report.content.spec import Spec
from report.drawing import Item, Marked, Run, Shape, rectangle
from report.layout.blocks.setting import Setting, Spot, rule, text_block
from report.layout.book import Mark
from report.layout.desk import place_of, plain, spans
from report.layout.pieces import Piece, space, still
from report.layout.titles import upright
from report.record import replace
from report.typeset import Paragraph, Span, set_paragraph

JOINER = "\u2060"
"""Keeps a number on the line of the first word of its title; it has no glyph."""


def section(setting: Setting, given: Section, look: Spec, width: float) -> tuple[Piece, ...]:
    """A heading of level 2 or 3 with its number; it stays with what follows."""
    mark = Mark("section", plain(given.title), given.level, setting.label)
    own = look.sub("hang") if look.has("hang") and not setting.nested else None
    inset = look.mm("inset", 0.0)
    measure = own.mm("width") if own else width - inset
    set_ = titled(setting, given.title, look, measure)
    role = f"H{given.level}"
    top = look.mm("title-at")
    items: list[Item] = [Marked(role, set_.items(own.mm("x") if own else inset, top))]
    if look.has("bar"):
        items.insert(0, _bar(look.sub("bar"), top))
    if own and own.has("rule"):
        line = own.sub("rule")
        items.insert(0, rule(line, line.mm("x"), 0.0, line.mm("length")))
    depth = top + set_.height + look.mm("below")
    height = look.mm("height") if own else depth
    side = depth if own else 0.0
    piece = Piece(height, still(items), keep=True, side=side, marks=(mark,), place=given.place)
    return (piece,)


def _bar(look: Spec, baseline: float) -> Marked:
    """A short upright bar before a heading."""
    box = rectangle(0.0, baseline - look.mm("rise"), look.mm("width"), look.mm("height"))
    return Marked("Artifact", (Shape(box, fill=look.colour("colour")),))


def titled(setting: Setting, title: Prose, look: Spec, width: float) -> Paragraph:
    """The title's lines, broken where phrases end, with its number in a colour of its own."""
    desk = setting.desk
    style = replace(desk.style(look.style("style")), phrases=True, balance=True)
    numbered = replace(style, colour=look.colour("number-colour"))
    given = spans([inline for paragraph in title for inline in paragraph], style, desk.theme)
    number = [Span(setting.label + JOINER, numbered, place_of(title))] if setting.label else []
    found = set_paragraph([*number, *given], width, style, desk.faces)
    desk.tell(found.problems)
    return replace(found, lines=tuple(replace(line, runs=tuple(map(_silent, line.runs))) for line in found.lines))


def _silent(run: Run) -> Run:
    """The run without the joiner in its text: it held the line together, and nobody wrote it."""
    if JOINER not in run.texts:
        return run
    return replace(run, texts=tuple("" if text == JOINER else text for text in run.texts))


def page_title(setting: Setting, title: Prose, look: Spec, mark: Mark, width: float) -> tuple[Piece, ...]:
    """The title of what begins a page: upright in the margin, with room above its text, or above the text where the
    look has a `title-at`."""
    desk = setting.desk
    if look.has("title-at"):
        return (_level_title(setting, title, look, mark, width),)
    style = desk.style(look.style("style"))
    found = upright(desk, title, look, style, setting.room)
    items = (Marked("H1", found.items(look.mm("x"), 0.0)),)
    first = Piece(0.0, still(items), keep=True, side=found.height, marks=(mark,), place=place_of(title))
    sink = look.mm("sink", 0.0)
    return (first, space(sink)) if sink else (first,)


def _level_title(setting: Setting, title: Prose, look: Spec, mark: Mark, width: float) -> Piece:
    """A title across the text, and the rule below it if the look has one."""
    style = replace(setting.desk.style(look.style("style")), phrases=True, balance=True)
    items, bottom = text_block(setting.desk, title, style, Spot(0.0, look.mm("title-at"), width, "H1"))
    bottom += look.mm("title-below")
    if look.has("rule"):
        items = (Marked("Artifact", (rule(look.sub("rule"), 0.0, bottom, width),)), *items)
    return Piece(bottom + look.mm("sink", 0.0), still(items), keep=True, marks=(mark,), place=place_of(title))
