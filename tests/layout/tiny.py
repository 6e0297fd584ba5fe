"""Tiny reports made by hand, laid out, and what stands on their pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from report.content.model import (
    About,
    Block,
    Card,
    Edition,
    Fact,
    Figure,
    Inline,
    Prose,
    Report,
    SheetSpec,
    TemplatePage,
    Text,
)
from report.content.theme import Theme
from report.deliver.cache import RunCache
from report.drawing import Group, Item, Link, Marked, Page, Paged, Run
from report.layout.flow import lay_out
from report.paint.painter import paint_page
from report.paint.trace import Trace
from report.problem import Place, Problem
from report.typeset.faces import Faces
from report.units import MM

PLACE = Place("report.yaml", 7, 3)
SENTENCE = "春耕时节，妇女们围坐田埂听讲；学会了的，再教给下一个人。"


def prose(*paragraphs: str) -> Prose:
    return tuple((Inline(text, PLACE),) for text in paragraphs if text)


def linked(text: str, target: str) -> Prose:
    return ((Inline(text, PLACE, link=target),),)


def text(*paragraphs: str) -> Text:
    return Text(prose(*paragraphs), PLACE)


def card(number: str, unit: str = "个", label: str = "示例") -> Card:
    return Card(Figure("", number, unit), prose(label), (), PLACE)


def fact(name: str, printed: str, unit: str = "个", source: str = "示例办公室", label: str = "") -> Fact:
    return Fact(name, Decimal(printed), unit, "exact", printed, source, label, PLACE)


@dataclass(frozen=True)
class Laid:
    """A laid-out report and what was found wrong."""

    paged: Paged
    problems: tuple[Problem, ...]

    @property
    def pages(self) -> tuple[Page, ...]:
        return self.paged.pages

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems]

    def text(self, page: int) -> str:
        """The words of a page without white space, running matter left out."""
        return "".join("".join(run.text.split()) for run in runs(self.pages[page - 1].items))

    @property
    def said(self) -> str:
        return "".join(self.text(page.number) for page in self.pages)

    def on(self, words: str) -> list[int]:
        """The pages on which words stand."""
        return [page.number for page in self.pages if words in self.text(page.number)]

    def trace(self, page: int) -> list[str]:
        trace = Trace()
        paint_page(self.pages[page - 1], trace)
        return trace.lines

    def roles(self, page: int) -> list[str]:
        """The marks of a page in drawing order, running matter left out."""
        return [mark.role for mark in marks(self.pages[page - 1].items) if mark.role != "Artifact"]


@dataclass(frozen=True)
class Press:
    """Lays out blocks in the brochure theme."""

    theme: Theme
    faces: Faces
    folder: Path
    facts: Mapping[str, Fact] = field(default_factory=dict)

    def lay(
        self,
        *body: Block | TemplatePage,
        facts: Iterable[Fact] = (),
        binding: str = "none",
        edition: Edition = Edition(),  # noqa: B008 - it is immutable
        pages: int = 0,
    ) -> Laid:
        about = About("tiny", "示例册", "示例副题", "示例单位", "2026-03-08", "2025-12-31", "zh-Hans", "brochure", ())
        sheet = SheetSpec(210 * MM, 285 * MM, 3 * MM, 5 * MM, binding, pages, PLACE)
        named = {one.name: one for one in facts}
        report = Report(about, sheet, named, body, (), str(self.folder), (), edition=edition)
        return Laid(*lay_out(report, self.theme, self.faces, RunCache(), lambda _done, _total: None))


def marks(items: Iterable[Item]) -> Iterator[Marked]:
    """Every mark with all that lies in it, artifacts and what they hold left out."""
    for item in items:
        match item:
            case Marked(role="Artifact"):
                continue
            case Marked():
                yield item
                yield from marks(item.items)
            case Group():
                yield from marks(item.items)


def runs(items: Iterable[Item]) -> Iterator[Run]:
    """Every run that is no artifact, in drawing order."""
    for item in items:
        match item:
            case Run():
                yield item
            case Marked(role="Artifact"):
                continue
            case Marked() | Group():
                yield from runs(item.items)


def links(items: Iterable[Item]) -> Iterator[Link]:
    for item in items:
        match item:
            case Link():
                yield item
            case Marked() | Group():
                yield from links(item.items)


def words_of(items: Iterable[Item]) -> str:
    return "".join(run.text for run in runs(items))
