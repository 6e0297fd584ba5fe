"""A report in another theme than the one it was composed for: composed pages become running text.

A theme that is `continuous` (flow.continuous) has no covers and no openers: chapters become headings. A composed page
whose template the theme does not have is read in the order of that template: its heading, its paragraphs, its topics.
Single lines that only name or adorn are left out; figures that stand beside the text are listed in a table at the end.
"""

from __future__ import annotations

from collections.abc import Iterator

from report.content.model import (
    BackCover,
    Blank,
    Block,
    Blocks,
    Break,
    Card,
    Cards,
    Chapter,
    Chart,
    Colophon,
    Column,
    Common,
    Contents,
    Cover,
    DataCell,
    Derived,
    Inline,
    Matter,
    Photo,
    Points,
    Prose,
    Report,
    Section,
    SheetSpec,
    Steps,
    Table,
    TableBlock,
    TableColumn,
    TemplatePage,
    Text,
    TitlePage,
    Topic,
    Wall,
    YearWheel,
)
from report.content.theme import Element, Template, Theme
from report.layout.blocks.setting import prose_of
from report.layout.desk import plain
from report.problem import Place
from report.record import replace

LEFT_OUT = (BackCover, Blank, Break, Colophon, Cover, TitlePage)
"""Blocks that only a bound book has."""
TOP = 2
"""Level of the highest headings in running text; 1 is the title of the whole."""


def in_theme(report: Report, theme: Theme, home: Theme) -> Report:
    """The report as this theme can set it; `home` is the theme that it was composed for."""
    flow = theme.root.sub("flow") if theme.root.has("flow") else None
    continuous = flow is not None and flow.flag("continuous")
    strange = any(isinstance(item, TemplatePage) and _is_strange(item, theme, home) for item in report.body)
    sheet = sheet_in(report.sheet, theme, home)
    if not continuous and not strange:
        return report if sheet == report.sheet else replace(report, sheet=sheet)
    recaster = _Recaster(report, theme, home, continuous=continuous)
    return replace(report, sheet=sheet, body=tuple(recaster.body()))


def sheet_in(sheet: SheetSpec, theme: Theme, home: Theme) -> SheetSpec:
    """The sheet of a report in a theme: what it says itself, and the size and safe distance of the theme where it says
    nothing; the bleed is the press's, not the look's.

    In a theme that only a delivery has, it is all that theme's: unbound, with any count of pages.
    """
    page = theme.root.sub("page")
    width, height, safe = page.mm("width"), page.mm("height"), page.mm("safe")
    if theme is not home:
        return SheetSpec(width, height, page.mm("bleed"), safe, "none", 0, sheet.place)
    if "size" not in sheet.stated:
        sheet = sheet._replace(width=width, height=height)
    return sheet if "safe" in sheet.stated else sheet._replace(safe=safe)


def _is_strange(page: TemplatePage, theme: Theme, home: Theme) -> bool:
    return page.template not in theme.templates and page.template in home.templates


class _Recaster:
    """The body anew; `figures` are the facts seen beside texts, each with the heading below which it was seen."""

    def __init__(self, report: Report, theme: Theme, home: Theme, *, continuous: bool) -> None:
        self.report, self.theme, self.home, self.continuous = report, theme, home, continuous
        self.figures: dict[str, str] = {}
        self.heading = ""
        chapters = any(isinstance(item, Chapter) for item in report.body)
        self.deeper = 1 if chapters and continuous else 0

    def body(self) -> Iterator[TemplatePage | Block]:
        for item in self.report.body:
            if isinstance(item, TemplatePage):
                yield from self._page(item) if _is_strange(item, self.theme, self.home) else (item,)
            elif self.continuous:
                yield from self._block(item)
            else:
                yield item
        if self.figures:
            yield self._listed()

    def _page(self, page: TemplatePage) -> Iterator[Block]:
        """The regions of a page in the order of its template, below one heading."""
        template = self.home.templates[page.template]
        heading = _heading(page, template)
        if heading is not None:
            self.heading = plain(heading.title)
            yield heading
        for element in template.elements:
            region = page.regions.get(element.slot)
            if isinstance(region, Blocks):
                yield from (made for block in region.blocks for made in self._inner(block))
            elif isinstance(region, Card):
                self._seen(region.fact)
            elif isinstance(region, Text) and element.kind == "text" and _runs_on(element):
                yield Text(region.text, region.place, region.common)

    def _inner(self, block: Block) -> Iterator[Block]:
        """A block of a composed page; what stands there as a picture of a figure is listed as the figure."""
        match block:
            case Topic():
                yield Section(TOP + 1, block.title, block.place)
                yield Text(block.text, block.place, block.common)
                yield from (made for one in block.aside for made in self._inner(one))
            case Cards() | Wall():
                for card in block.cards:
                    self._seen(card.fact)
            case Chart():
                for series in block.series:
                    self._seen(series.fact)
            case Steps():
                items = tuple(_joined(step.title, step.text) for step in block.steps)
                yield from self._block(Points(items, True, block.place, block.common))
            case YearWheel():
                items = tuple(_joined(node.name, node.note) for node in block.nodes)
                yield from self._block(Points(items, False, block.place, block.common))
            case Contents() | Derived():
                pass
            case _:
                yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Block]:
        """A block of the body in running text."""
        match block:
            case Chapter():
                self.heading = plain(block.title)
                yield Section(TOP, block.title, block.place, block.common._replace(style="", start=""))
            case Section():
                yield replace(block, level=block.level + self.deeper)
            case Matter() if block.title:
                yield Section(TOP, block.title, block.place)
                yield Text(block.text, block.place, block.common)
            case Matter():
                yield Text(block.text, block.place, block.common)
            case Cards() | Wall():
                yield from self._inner(block)
            case Points() if self.continuous:
                yield Text(tuple(self._pointed(block)), block.place, block.common)
            case Photo():
                yield replace(block, spread=False, common=block.common._replace(bleed=False))
            case _ if not isinstance(block, LEFT_OUT):
                yield block

    def _pointed(self, block: Points) -> Iterator[tuple[Inline, ...]]:
        """The items of a list as paragraphs, each with its number where it has one."""
        form = _label(self.theme, "point")
        for number, item in enumerate(block.items, 1):
            for i, paragraph in enumerate(item):
                sign = (Inline(form.format(n=number), paragraph[0].place),) if block.numbered and not i else ()
                yield (*sign, *paragraph)

    def _seen(self, fact: str) -> None:
        if fact and fact in self.report.facts:
            self.figures.setdefault(fact, self.heading)

    def _listed(self) -> TableBlock:
        """The figures as a table: heading, what is counted, how many, in which unit."""
        place = self.report.sheet.place or Place("", 0, 0)
        heads = [_label(self.theme, f"figures-{name}") for name in ("category", "item", "value", "unit")]
        rows = tuple(self._row(name, category) for name, category in self.figures.items())
        columns = tuple(Column(head, "text") for head in heads)
        aligns = ("centre", "left", "right", "centre")
        shown = tuple(
            TableColumn(i, prose_of(head, place), align, -1, "", 0.0, place, merged=i == 0)
            for i, (head, align) in enumerate(zip(heads, aligns, strict=True))
        )
        data = Table("", columns, rows, "", place)
        title = prose_of(_label(self.theme, "figures-title"), place)
        start = Common(start="any")
        return TableBlock(
            title, data, shown, -1, total=False, continued=True, note=(), source="", place=place, common=start
        )

    def _row(self, name: str, category: str) -> tuple[DataCell, ...]:
        fact = self.report.facts[name]
        unit = "" if fact.approx == "claim" or (fact.unit and fact.unit in fact.printed) else fact.unit
        texts = (category, fact.label or name, fact.printed, unit)
        return tuple(DataCell(text, text or None, fact.place) for text in texts)


def _heading(page: TemplatePage, template: Template) -> Section | None:
    """The heading of a page: what its template sets as one, or the title by which contents know it."""
    texts = (page.regions.get(element.slot) for element in template.elements if _is_heading(element))
    title = next((region.text for region in texts if isinstance(region, Text) and region.text), ())
    said = page.chapter or page.contents
    if not title and said:
        title = prose_of(said, page.place)
    return Section(TOP, title, page.place) if title else None


def _is_heading(element: Element) -> bool:
    return bool(element.slot) and element.spec.text("role", "") == "H1"


def _runs_on(element: Element) -> bool:
    """Whether a text is one of paragraphs, and not of what only the composed page shows (only-here)."""
    return element.spec.has("foot") and not element.spec.flag("only-here")


def _joined(title: Prose, text: Prose) -> Prose:
    """A name and what is said of it as one paragraph, without forced ends of lines."""
    inlines = [inline for paragraph in title for inline in paragraph]
    more = [inline for paragraph in text for inline in paragraph]
    if inlines and more:
        inlines.append(Inline("：", more[0].place))
    said = tuple(inline._replace(text=inline.text.replace("\n", "")) for inline in (*inlines, *more))
    return (said,) if said else ()


def _label(theme: Theme, name: str) -> str:
    """Words that the theme adds of its own."""
    return theme.root.sub("labels").text(name)
