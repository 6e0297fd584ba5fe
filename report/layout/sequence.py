"""The body of a report as steps of a flow: pieces of blocks, turns of pages, composed pages, pages that blocks make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from report.charts.helpers import meanwhile
from report.content.model import (
    Appendix,
    Attachment,
    BackCover,
    Blank,
    Break,
    Callout,
    Chapter,
    Chart,
    Contents,
    Cover,
    Matter,
    Photo,
    Points,
    Quote,
    Section,
    TableBlock,
    TemplatePage,
    Text,
    TitlePage,
)
from report.content.spec import Spec
from report.layout.blocks.dispatch import MAKERS, flow_look, flowed, flows, grouped, inside, neighbours, variant
from report.layout.blocks.setting import Setting
from report.layout.book import Book
from report.layout.desk import Desk
from report.layout.frames import Bed, Frames
from report.layout.numbering import Numbered
from report.layout.pieces import Piece, Plate, Step, Turn
from report.layout.settling import Known, known, moves, settled
from report.named import NamedTuple
from report.problem import Problem, ReportError, problem

if TYPE_CHECKING:
    from report.foreign import Guest


WORDS = frozenset({Text, Points, Quote, Callout, Section, TableBlock})
"""Blocks that draw nothing but words: they can be made before their turn."""
BLOCK = 1_000_000
"""Lines that a block may have where the preview counts them for each block by itself."""


class _Early(NamedTuple):
    """Blocks that were made before their turn, and what is to be told of them in it."""

    items: tuple[object, ...]
    pieces: tuple[Piece, ...]
    problems: Sequence[Problem]

    def told(self, desk: Desk) -> tuple[Piece, ...]:
        desk.tell(self.problems)
        return self.pieces


class Sequencer:
    """Makes the steps of a body anew for every book; what does not read the book is made once."""

    def __init__(self, desk: Desk, items: Sequence[Numbered], bed: Bed | None) -> None:
        self.desk, self.items, self.bed = desk, items, bed
        self._made: dict[int, tuple[tuple[object, ...], tuple[Piece, ...]]] = {}
        self._early: dict[int, _Early] = {}
        self._offered = False
        self._names = any(_names(one.item) for one in items)
        self._moving = frozenset(i for i, one in enumerate(items) if moves(one.item, persons=self._names))
        self._guests: dict[Path, Guest] = {}

    @property
    def reads_book(self) -> bool:
        """Whether anything shows numbers of pages or of notes."""
        return bool(self._moving) or any(_shows_book(one.item) for one in self.items)

    def steps(self, book: Book) -> Iterator[Step]:
        """The steps of the whole body."""
        flowing = False
        if self.bed is not None and self.desk.theme.root.sub("flow").has("masthead"):
            from report.layout.blocks.documenthead import document_head

            frames = self.bed.verso
            setting = Setting(self.desk, book, "masthead", frames.height, frames.step, inside)
            yield from document_head(setting, self.desk.theme.root.sub("flow").sub("masthead"))
        now = known(book, self.desk.theme)
        for at, given in grouped(self.items):
            run = tuple(self._settled(at + i, one, now) for i, one in enumerate(given))
            one = run[0]
            if isinstance(one.item, TemplatePage):
                yield self._composed(one, padded=flowing)
                continue
            assert self.bed is not None
            flowing = True
            if isinstance(one.item, Chart) and not self._offered:
                self._offered = True
                meanwhile(self._ahead(book, now))
            yield from self._steps(at, run, self._setting(at, one, book, self.bed.verso), self.bed.verso)

    def _ahead(self, book: Book, now: Known) -> Iterator[None]:
        """Makes blocks of words before their turn, a step for each; what is wrong in one is told in its turn."""
        for at, (given, *others) in grouped(self.items):
            item = given.item
            if at in self._made or others or type(item) not in WORDS or not flows(self.desk.theme, item):
                continue
            if self.bed is None or self.desk.again is not None or (isinstance(item, TableBlock) and item.landscape):
                continue
            one = self._settled(at, given, now)
            try:
                with self.desk.overheard() as problems:
                    made = self._set((one,), self._setting(at, one, book, self.bed.verso), self.bed.verso)
            except ReportError:
                continue
            self._early[at] = _Early((one.item,), made, problems)
            yield

    def _settled(self, at: int, one: Numbered, now: Known) -> Numbered:
        return (
            one._replace(item=settled(one.item, now, _key(at, one), persons=self._names)) if at in self._moving else one
        )

    def _setting(self, at: int, one: Numbered, book: Book, frames: Frames) -> Setting:
        return Setting(self.desk, book, _key(at, one), frames.height, frames.step, inside, label=one.label)

    def _composed(self, one: Numbered, *, padded: bool) -> Plate:
        """A composed page stands on the side of its template; before the first flow its author counts the pages."""
        page = one.item
        assert isinstance(page, TemplatePage)
        variant(self.desk, "page", page.common.style, page.place)
        template = self.desk.theme.templates.get(page.template)
        side = page.common.start or (template.side if template else "any")
        return Plate(page, side, padded or bool(page.common.start), chapter=one.chapter, topics=one.topics)

    def _steps(self, at: int, run: Sequence[Numbered], setting: Setting, frames: Frames) -> Iterator[Step]:
        one = run[0]
        item = one.item
        plates = self._plates(one, setting)
        if plates is not None:
            for plate in plates:
                variant(self.desk, "page", plate.page.common.style, plate.page.place)
                yield plate._replace(chapter=one.chapter)
        elif isinstance(item, Break):
            yield Turn(item.side, item.place)
        elif isinstance(item, Photo) and item.spread:
            from report.layout.blocks import fronts

            yield fronts.spread(self.desk, item, self._pages)
        elif not isinstance(item, TemplatePage) and flows(self.desk.theme, item):
            start = item.common.start or self._begins(one)
            across = isinstance(item, TableBlock) and item.landscape
            if start or across:
                yield Turn(start or "any", item.place, across)
            if across and self.bed is not None:
                frames = self.bed.on(1, turned=True)
                setting = setting._replace(room=frames.height)
            yield from self._pieces(at, run, setting, frames)
            if across:
                yield Turn("any", item.place)
        else:
            self.desk.report(problem("block-not-here", item.place, block=type(item).__name__))

    def _pieces(self, at: int, run: Sequence[Numbered], setting: Setting, frames: Frames) -> tuple[Piece, ...]:
        """The pieces of a block, or of neighbouring profile cards, made once unless they show the book."""
        item = run[0].item
        if _shows_book(item):
            assert not isinstance(item, TemplatePage)
            return flowed(setting, item, frames)
        items = tuple(one.item for one in run)
        if at not in self._made or self._made[at][0] != items:
            make = partial(self._set, run, setting, frames)
            again, given = self.desk.again, (run, setting.room, setting.step, frames, bool(self._moving))
            if (early := self._early.pop(at, None)) is not None and early.items == items:
                make = partial(early.told, self.desk)
            self._made[at] = items, make() if again is None else again.pieces(self.desk, setting.key, given, make)
        return self._made[at][1]

    def _set(self, run: Sequence[Numbered], setting: Setting, frames: Frames) -> tuple[Piece, ...]:
        """The pieces of blocks as they are made anew."""
        items = tuple(one.item for one in run)
        if len(run) > 1:
            made = neighbours(items, setting, frames)  # type: ignore[arg-type]
        else:
            (item,) = items
            assert not isinstance(item, TemplatePage)
            made = flowed(setting, item, frames)
        if not self._moving:
            return made
        from report.layout.notes import footed

        return footed(setting, made, items, frames.width)

    def _plates(self, one: Numbered, setting: Setting) -> Iterator[Plate] | None:
        """The pages of a block that has pages of its own."""
        if not isinstance(one.item, Cover | TitlePage | Chapter | BackCover | Attachment | Blank):
            return None
        if flows(self.desk.theme, one.item):
            return None
        from report.layout.blocks import fronts

        pages = self._pages
        match one.item:
            case Cover():
                return iter((fronts.cover(setting, one.item, pages),))
            case TitlePage():
                return iter((fronts.title_page(setting, one.item, pages),))
            case Chapter():
                return iter((fronts.chapter(setting, one.item, pages, one),))
            case BackCover():
                return iter((fronts.back_cover(setting, one.item, pages),))
            case Attachment():
                title = fronts.attachment(setting, one.item, pages, one)
                return iter((title, *self._attached(one.item, setting)))
            case Blank():
                return fronts.blanks(setting, one.item, pages)

    def _attached(self, given: Attachment, setting: Setting) -> Iterator[Plate]:
        """The pages of an attachment, whose file is read once."""
        from report.foreign import read_guest
        from report.layout.attachments import attached

        path = Path(self.desk.folder, given.file)
        if path not in self._guests:
            self._guests[path] = read_guest(path)
        return attached(setting, given, path, self._guests[path], self._pages)

    def _begins(self, one: Numbered) -> str:
        """The side on which blocks with a title of their own begin, "" for blocks that go on where they are."""
        if not isinstance(one.item, Matter | Appendix | Contents):
            return ""
        name = MAKERS[type(one.item)][0]
        own = variant(self.desk, name, one.item.common.style, one.item.place)
        return own.over(flow_look(self.desk.theme, name)).text("start", "any")

    @property
    def _pages(self) -> Spec:
        return self.desk.theme.root.sub("flow").sub("pages")


def _key(at: int, one: Numbered) -> str:
    """The document's own key for a block: its number in the body, or the one that it keeps where others come and go."""
    number = one.item.place.line // BLOCK
    return f"k{number}" if number else f"b{at}"


def _names(item: object) -> bool:
    return isinstance(item, Appendix) and item.automatic == "names"


def _shows_book(item: object) -> bool:
    """Whether a block is made of the pages of the others."""
    return isinstance(item, Contents) or _names(item)
