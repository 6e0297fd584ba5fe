"""Pages before and after they are drawn: what they mark for the book, what flows on them, the levels of headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from report.content.model import Block, Blocks, Chart, Columns, Common, Section, TableBlock, TemplatePage, Topic
from report.content.theme import Theme
from report.drawing import Group, Item, Marked, Shape, line
from report.layout.blocks.dispatch import WORDS
from report.layout.book import Mark, PageMarks, anchors_of, chapter_number, units
from report.layout.desk import plain
from report.layout.fill import Leaf, Put
from report.layout.frames import Bed
from report.layout.inside import inlines
from report.layout.pieces import drawn
from report.layout.settling import PERSON, marks_of_notes
from report.problem import Place
from report.record import replace

CLOSED = frozenset({"Artifact", "Caption", "Figure", "L", "P", "TOC", "Table"})
"""Roles in which no heading lies."""
NOWHERE = Place("", 0, 0)


def page_of_leaf(leaf: Leaf, theme: Theme, bed: Bed | None) -> TemplatePage:
    """The composed page of a leaf; that of the flow, or the quiet one, for a leaf without a page of its own."""
    if leaf.plate is not None:
        return leaf.plate.page
    name = bed.template if bed is not None and leaf.puts else theme.root.sub("flow").sub("pages").text("quiet")
    return TemplatePage(name, "", "", "", {}, {}, {}, NOWHERE, Common())


def flowed_items(leaf: Leaf, number: int, bed: Bed | None) -> tuple[Item, ...]:
    """What flows on a page, in the order of the text, or is drawn over a composed one."""
    if leaf.plate is not None:
        return leaf.plate.items
    if not leaf.puts or bed is None:
        return ()
    frames = bed.on(number, turned=leaf.turned)

    def left(put: Put) -> float:
        return frames.left(put.piece.reach, put.column)

    found: list[Item] = []
    for x, group in groupby(leaf.puts, left):
        puts = tuple(group)
        found += drawn(((put.piece, put.top - puts[0].top) for put in puts), x, puts[0].top)
    for x, group in groupby(leaf.notes, left):
        puts = tuple(group)
        found += _parting(bed, x, puts[0].top)
        found += drawn(((put.piece, put.top - puts[0].top) for put in puts), x, puts[0].top)
    return (Group(tuple(found), matrix=bed.upright(number)),) if leaf.turned else tuple(found)


def _parting(bed: Bed, x: float, top: float) -> Iterator[Item]:
    """The rule above the notes of a column."""
    if bed.notes is not None:
        y = top - bed.notes.above + bed.notes.at
        yield Marked("Artifact", (Shape(line(x, y, x + bed.notes.length, y), stroke=bed.notes.stroke),))


def marks_of(leaf: Leaf) -> PageMarks:
    """What a page tells the book."""
    if leaf.plate is None:
        return PageMarks(
            tuple(mark._replace(y=put.top) for put in (*leaf.puts, *leaf.notes) for mark in put.piece.marks)
        )
    page = leaf.plate.page
    marks = [
        *_headings(page, leaf.plate.chapter),
        *(Mark("anchor", name) for name in anchors_of(page.common.anchor, "章")),
    ]
    for region in page.regions.values():
        if isinstance(region, Blocks):
            marks += [mark for block in region.blocks for mark in _inner(block)]
    marks += [Mark("note", inline.link) for inline in marks_of_notes(page)]
    marks += [Mark("person", one.link.removeprefix(PERSON)) for one in inlines(page) if one.link.startswith(PERSON)]
    return PageMarks(tuple(marks), page.head)


def _headings(page: TemplatePage, chapter: int) -> Iterator[Mark]:
    if page.chapter:
        yield Mark("chapter", page.chapter, 1, f"{chapter_number(chapter)} ", chapter, _petals(page))
    elif page.contents:
        yield Mark("matter", page.contents, 1)


def _inner(block: Block) -> Iterator[Mark]:
    """The marks of a block in a region, and of the blocks inside it."""
    yield from (Mark("anchor", name) for name in anchors_of(block.common.anchor, WORDS.get(type(block), "")))
    match block:
        case Topic():
            yield Mark("topic", plain(block.title), 2)
            yield from (mark for one in block.aside for mark in _inner(one))
        case Section():
            yield Mark("section", plain(block.title), block.level)
        case Chart():
            yield Mark("chart", plain(block.title))
        case TableBlock():
            yield Mark("table", plain(block.title))
        case Columns():
            yield from (mark for column in block.columns for one in column for mark in _inner(one))
        case _:
            pass


def _petals(page: TemplatePage) -> int:
    """How many petals the opener's flower has."""
    for value in page.parameters.values():
        if isinstance(value, Chart):
            return sum(units(s.value, value.per) for s in value.series)
    return 0


def levelled(items: Iterable[Item], last: int) -> tuple[tuple[Item, ...], int]:
    """Items whose headings never lie more than one level below the one before (ISO 14289-1, 7.4.2), and the level of
    the last heading; `last` is that of the one before them."""
    found: list[Item] = []
    for item in items:
        match item:
            case Marked(role=role) if role in CLOSED:
                found.append(item)
            case Marked(role=role, items=inner):
                level = re.fullmatch(r"H([1-6])", role)
                last = min(int(level[1]), last + 1) if level else last
                within, last = levelled(inner, last)
                named = f"H{last}" if level else role
                found.append(item if within == inner and named == role else replace(item, role=named, items=within))
            case Group(items=inner):
                within, last = levelled(inner, last)
                found.append(item if within == inner else replace(item, items=within))
            case _:
                found.append(item)
    return tuple(found), last
