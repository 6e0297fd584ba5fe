"""The contents page: a row for each chapter with its flower, and one for each page that stands outside chapters."""

from __future__ import annotations

from report.content.model import Contents
from report.content.spec import Spec
from report.drawing import Item, Link, Marked, Shape, Stroke, line
from report.layout.book import Book, Entry, chapter_number
from report.layout.desk import Desk, Frame, Placed
from report.layout.unitcharts import flower_at
from report.problem import problem


def contents(desk: Desk, given: Contents, spec: Spec, frame: Frame, book: Book) -> Placed:
    """Every entry with its real page number; each row leads to its page. Topics are left out at depth 1."""
    if given.charts:
        desk.report(problem("lists-not-here", given.place))
    rule = spec.sub("rule")
    stroke = Stroke(rule.colour("colour"), rule.pt("stroke"))
    items: list[Item] = []
    rows: list[Item] = []
    y = frame.y
    for entry in book.contents:
        items.append(Shape(line(frame.x, y, frame.x + frame.width, y), stroke=stroke))
        height = spec.mm("chapter-row" if entry.chapter else "small-row")
        entry = entry if given.depth > 1 else entry._replace(topics=())  # noqa: PLW2901 (the row as it is shown)
        row = _chapter(desk, entry, spec, frame, y) if entry.chapter else _plain(desk, entry, spec, frame, y)
        link = Link(frame.x, y, frame.width, height, f"page-{entry.page}", entry.title)
        rows.append(Marked("TOCI", (Marked("Reference", (*row, link)),)))
        y += height
    items.append(Shape(line(frame.x, y, frame.x + frame.width, y), stroke=stroke))
    return Placed((*items, Marked("TOC", tuple(rows))), y)


def _plain(desk: Desk, entry: Entry, spec: Spec, frame: Frame, y: float) -> tuple[Item, ...]:
    inset, at = spec.mm("text-x"), y + spec.mm("small-at")
    styles = desk.theme.styles
    title = desk.line(entry.title, frame.x + inset, at, desk.style(styles["contents-row"]), frame.width - inset)
    page = desk.line(str(entry.page), frame.x, at, desk.style(styles["contents-small-page"]), frame.width)
    return (*title, *page)


def _chapter(desk: Desk, entry: Entry, spec: Spec, frame: Frame, y: float) -> tuple[Item, ...]:
    inset = spec.mm("text-x")
    x, room = frame.x + inset, frame.width - inset
    styles = desk.theme.styles
    shapes, texts = spec.colours("colours"), spec.colours("text-colours")
    number = desk.style(styles["contents-chapter"], texts[(entry.chapter - 1) % len(texts)])
    dx, dy = spec.point("flower-at")
    petals = round(entry.flower / spec.number("flower-scale"))
    flower = flower_at(
        (frame.x + dx, y + dy),
        spec.mm("flower-radius"),
        [(petals, shapes[(entry.chapter - 1) % len(shapes)])],
        spec.number("petal"),
    )
    topics = " / ".join(title for title, _ in entry.topics)
    return (
        Marked("Artifact", flower),
        *desk.line(chapter_number(entry.chapter), x, y + spec.mm("chapter-at"), number),
        *desk.line(entry.title, x, y + spec.mm("title-at"), desk.style(styles["contents-title"]), room),
        *desk.line(topics, x, y + spec.mm("topics-at"), desk.style(styles["contents-topics"]), room),
        *desk.line(str(entry.page), frame.x, y + spec.mm("title-at"), desk.style(styles["contents-page"]), frame.width),
    )
