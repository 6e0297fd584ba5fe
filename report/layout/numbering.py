"""The numbers of chapters, sections and topics, in reading order, before anything is set."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from report.content.model import (
    Appendix,
    Attachment,
    Block,
    Blocks,
    Chapter,
    Contents,
    Matter,
    Report,
    Section,
    TemplatePage,
    Topic,
)
from report.content.spec import Spec
from report.content.theme import Theme
from report.layout.blocks.dispatch import HEADINGS
from report.layout.book import han_number
from report.named import NamedTuple
from report.record import field, holder


class Numbered(NamedTuple):
    """An item of the body with its number as it is shown; `chapter` counts from 1, 0 is outside chapters; `topics` are
    the numbers of topics by region of a composed page."""

    item: TemplatePage | Block
    label: str = ""
    chapter: int = 0
    topics: Mapping[str, str] = MappingProxyType({})


@holder
class _Counts:
    """How many of each there were so far: chapters; headings of level 2 and below in their parent; topics by
    chapter."""

    chapters: int = 0
    chapter: int = 0
    headings: list[int] = field(default_factory=list)
    attachments: int = 0
    topics: dict[int, int] = field(default_factory=dict)

    def begin(self, chapter: int) -> None:
        self.chapter = chapter
        self.headings.clear()

    def next_chapter(self) -> int:
        self.chapters += 1
        self.begin(self.chapters)
        return self.chapters

    def next_topic(self) -> str:
        """1-1, 1-2 …: topics count within their chapter; outside they have no number."""
        if not self.chapter:
            return ""
        self.topics[self.chapter] = self.topics.get(self.chapter, 0) + 1
        return f"{self.chapter}-{self.topics[self.chapter]}"


def numbered(report: Report, theme: Theme) -> tuple[Numbered, ...]:
    """Every item of the body with its number."""
    counts = _Counts()
    forms = theme.root.sub("numbering") if theme.root.has("numbering") else None
    return tuple(_one(item, counts, forms, theme) for item in report.body)


def _one(item: TemplatePage | Block, counts: _Counts, forms: Spec | None, theme: Theme) -> Numbered:
    label = ""
    topics: Mapping[str, str] = {}
    match item:
        case TemplatePage():
            topics = _page(item, counts, theme)
        case Chapter():
            counts.next_chapter()
        case Matter() | Appendix() | Contents():
            counts.begin(0)
        case Attachment():
            counts.begin(0)
            counts.attachments += 1
            label = str(counts.attachments)
        case Section():
            label = "" if _unnumbered(item, theme) else _section(item, counts, forms)
        case Topic():
            label = counts.next_topic()
        case _:
            pass
    return Numbered(item, label, counts.chapter, topics)


def _page(page: TemplatePage, counts: _Counts, theme: Theme) -> Mapping[str, str]:
    """The topics of a composed page count in the order of the template's regions."""
    if page.chapter:
        counts.next_chapter()
    elif page.contents:
        counts.begin(0)
    template = theme.templates.get(page.template)
    numbers: dict[str, str] = {}
    for slot in template.slots if template else ():
        region = page.regions.get(slot)
        if isinstance(region, Blocks) and any(isinstance(block, Topic) for block in region.blocks):
            number = counts.next_topic()
            if number:
                numbers[slot] = number
    return numbers


def _unnumbered(item: Section, theme: Theme) -> bool:
    """Whether the style that the author chose says `number: none`."""
    if not item.common.style or not theme.root.has("variants") or not theme.root.sub("variants").has("section"):
        return False
    looks = theme.root.sub("variants").sub("section")
    return looks.has(item.common.style) and looks.sub(item.common.style).text("number", "") == "none"


def _section(item: Section, counts: _Counts, forms: Spec | None) -> str:
    """一、 or （一） or 2.1, as the theme forms it."""
    depth = item.level - 1
    del counts.headings[depth:]
    counts.headings += [0] * (depth - len(counts.headings))
    counts.headings[-1] += 1
    name, number = HEADINGS[min(depth, len(HEADINGS)) - 1], counts.headings[-1]
    if forms is None or not forms.has(name):
        return ""
    return forms.text(name).format(n=number, han=han_number(number), chapter=counts.chapter)
