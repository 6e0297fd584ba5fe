"""What begins a page under a title of its own: prefaces, contents, appendices."""

from __future__ import annotations

from report.content import numerals
from report.content.model import (
    Appendix,
    Column,
    Contents,
    DataCell,
    Fact,
    Matter,
    Prose,
    Table,
    TableBlock,
    TableColumn,
)
from report.content.spec import Spec
from report.drawing import Item, Link, Marked
from report.layout.blocks.headings import page_title
from report.layout.blocks.setting import Column as Measure
from report.layout.blocks.setting import Setting, Spot, label, lines, prose_of, rule, text_block
from report.layout.blocks.sources import day
from report.layout.book import Mark
from report.layout.desk import plain
from report.layout.pieces import Piece, still
from report.problem import Place, problem

EMPTY = {"sources": "no-sources", "terms": "no-terms"}
"""What to say of an automatic appendix without content."""
LISTS = ("chart", "table")
"""What has lists of its own after the contents."""


def matter(setting: Setting, given: Matter, look: Spec, width: float) -> tuple[Piece, ...]:
    """A preface or closing."""
    title = given.title or prose_of(label(setting.desk, given.kind), given.place)
    head = page_title(setting, title, look, Mark("matter", plain(title), 1), width)
    style = setting.desk.style(look.style("text"))
    return (*head, *lines(setting, given.text, style, Measure(width), look.mm("between", 0.0)))


def appendix(setting: Setting, given: Appendix, look: Spec, width: float) -> tuple[Piece, ...]:
    """A title, and text or a table made of the report's facts."""
    head = page_title(setting, given.title, look, Mark("matter", plain(given.title), 1), width)
    words = lines(setting, given.text, setting.desk.style(look.style("text")), Measure(width))
    if not given.automatic:
        return (*head, *words)
    if given.automatic == "names":
        from report.layout.blocks.names import names

        return (*head, *words, *names(setting, given, look.sub("names"), width))
    block = _listed(setting, given)
    if block is None:
        return (*head, *words)
    return (*head, *words, *setting.inner("auto").nest((block,), width))


def _listed(setting: Setting, given: Appendix) -> TableBlock | None:
    """The facts of the report as a table: where they come from, or what their names mean."""
    facts = tuple(setting.book.report.facts.values())
    rows: list[tuple[str, ...]]
    heads: tuple[str, ...]
    if given.automatic == "terms":
        facts = tuple(fact for fact in facts if fact.label)
        rows = [(fact.name, fact.label) for fact in facts]
        heads = ("term", "meaning")
    else:
        as_of = setting.book.report.about.as_of
        rows = [(fact.name, _printed(fact), fact.source, day(fact.as_of or as_of)) for fact in facts]
        heads = ("fact", "printed", "origin", "date")
    if not rows:
        setting.desk.report(problem(EMPTY[given.automatic], given.place))
        return None
    names = [label(setting.desk, f"head-{name}") for name in heads]
    places = [fact.place for fact in facts]
    return _table(given.place, names, [tuple(_cells(row, at)) for row, at in zip(rows, places, strict=True)])


def _printed(fact: Fact) -> str:
    return numerals.with_unit(fact.printed, fact.unit, fact.approx)


def _cells(texts: tuple[str, ...], place: Place) -> list[DataCell]:
    return [DataCell(text, text or None, place) for text in texts]


def _table(place: Place, names: list[str], rows: list[tuple[DataCell, ...]]) -> TableBlock:
    columns = tuple(Column(name, "text") for name in names)
    shown = tuple(TableColumn(i, prose_of(name, place), "left", -1, "", 0.0, place) for i, name in enumerate(names))
    data = Table("", columns, tuple(rows), "", place)
    return TableBlock((), data, shown, -1, total=False, continued=True, note=(), source="", place=place)


def contents(setting: Setting, given: Contents, look: Spec, width: float) -> tuple[Piece, ...]:
    """The headings of the book with their pages, down to a level; after them its charts and tables if asked."""
    named = prose_of(label(setting.desk, "contents"), given.place)
    head = page_title(setting, named, look, Mark("matter", plain(named), 1, listed=False), width)
    found: list[Piece] = []
    marks = enumerate(setting.book.marks)
    found += [
        _row(setting, (i, mark), look.sub(f"level-{mark.level}"), width, first=not found)
        for i, mark in marks
        if mark.level and mark.listed and mark.level <= given.depth
    ]
    for kind in LISTS if given.charts else ():
        rows = [(i, mark) for i, mark in enumerate(setting.book.marks) if mark.kind == kind and mark.title]
        if rows:
            title = prose_of(label(setting.desk, f"list-{kind}"), given.place)
            found.append(_list_title(setting, title, look.sub("list"), width))
            found += [_row(setting.inner(kind), row, look.sub("level-2"), width) for row in rows]
    return (*head, *found)


def _list_title(setting: Setting, title: Prose, look: Spec, width: float) -> Piece:
    style = setting.desk.style(look.style("style"))
    items, bottom = text_block(setting.desk, title, style, Spot(0.0, look.mm("at"), width))
    return Piece(bottom + look.mm("below"), still(items), before=look.mm("before"), keep=True)


def _row(setting: Setting, numbered: tuple[int, Mark], look: Spec, width: float, *, first: bool = False) -> Piece:
    """A title, its page at the right edge; the whole row leads there."""
    number, mark = numbered
    desk, (inset, paper) = setting.desk, look.point("insets")
    items: list[Item] = []
    if look.has("rule"):
        items.append(Marked("Artifact", (rule(look.sub("rule"), 0.0, 0.0, width),)))
    at = look.mm("at")
    prose = prose_of(mark.said, setting.book.report.sheet.place or Place("", 0, 0))
    titled, bottom = text_block(
        desk, prose, desk.style(look.style("style")), Spot(inset, at, width - inset - paper, "Span")
    )
    paged = desk.line(str(mark.page), width - paper, at, desk.style(look.style("page"), align="right"), paper)
    height = bottom + look.mm("below")
    link = Link(0.0, 0.0, width, height, f"mark-{number}", mark.said)
    entry = Marked("TOCI", (Marked("Reference", (*titled, *paged, link)),))
    items.append(Marked("TOC", (entry,), key=f"{setting.key}.toc"))
    return Piece(height, still(items), snap=first, before=look.mm("before", 0.0))
