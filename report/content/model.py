"""The report as typed values: what the author wrote, checked, with every expression already worked out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple

from report.problem import Place

Approx = Literal["exact", "over", "near", "rounded", "claim"]
"""How a printed figure stands to its value: over = 余 多 以上; near = 近; rounded = 取整; claim = words."""


class Inline(NamedTuple):
    """A stretch of prose of one kind, from one line of the source; "\\n" in it is a forced line end.

    `fact` names the fact whose printed form this is, when it is one.
    """

    text: str
    place: Place
    kind: Literal["text", "strong", "kai"] = "text"
    fact: str = ""


Prose = tuple[tuple[Inline, ...], ...]
"""Paragraphs of inlines."""


class Figure(NamedTuple):
    """A printed figure in the parts that a big numeral needs: 近 + 2000 + 人, or 20 + 余万人次."""

    prefix: str
    number: str
    suffix: str

    @property
    def text(self) -> str:
        return self.prefix + self.number + self.suffix


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure of the source, its exact value and the form in which it is printed (without unit)."""

    name: str
    value: Decimal
    unit: str
    approx: Approx
    printed: str
    source: str
    label: str
    place: Place


@dataclass(frozen=True, slots=True)
class Card:
    """A figure with its label; `span` and `ground` are for tiles; `mini` is a small unit chart in a tile."""

    figure: Figure
    label: Prose
    note: Prose
    place: Place
    fact: str = ""
    span: int = 1
    ground: str = ""
    mini: Chart | None = None


@dataclass(frozen=True, slots=True)
class Cards:
    """数卡: figures side by side."""

    cards: tuple[Card, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Wall:
    """数墙: tiles of figures on the module grid."""

    cards: tuple[Card, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Series:
    """One plotted value: exact value, honesty mark, printed figure with unit, label."""

    value: Decimal
    approx: Approx
    figure: Figure
    label: Prose
    fact: str
    place: Place


@dataclass(frozen=True, slots=True)
class Chart:
    """图表: a kind and the values it shows; `per` is what one unit stands for; `icon` the sign of a pictogram."""

    kind: str
    title: Prose
    label: Prose
    series: tuple[Series, ...]
    place: Place
    per: Decimal = Decimal(1)
    icon: str = ""
    legend: bool = False
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """段: paragraphs of running text."""

    text: Prose
    place: Place


@dataclass(frozen=True, slots=True)
class Topic:
    """专题: title, claim (a short word beside the title), text, and what stands beside the text."""

    title: Prose
    claim: Prose
    text: Prose
    aside: tuple[Block, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Quote:
    """引文: words and who said them."""

    text: Prose
    source: Prose
    place: Place


@dataclass(frozen=True, slots=True)
class Photo:
    """图片: a file of the report's folder; `focus` is the point to keep, as shares of width and height."""

    file: str
    focus: tuple[float, float]
    alt: str
    caption: Prose
    place: Place


@dataclass(frozen=True, slots=True)
class Step:
    title: Prose
    text: Prose


@dataclass(frozen=True, slots=True)
class Steps:
    """步骤: numbered steps side by side."""

    steps: tuple[Step, ...]
    place: Place


class WheelNode(NamedTuple):
    """A day of the year (month, day) on the year wheel; `colour` is a token of the theme."""

    month: int
    day: int
    name: Prose
    note: Prose
    colour: str
    place: Place


@dataclass(frozen=True, slots=True)
class YearWheel:
    """年轮: the year as a ring; months that matter, days as nodes, spans of months as arcs (first, last)."""

    text: Prose
    nodes: tuple[WheelNode, ...]
    spans: tuple[tuple[int, int], ...]
    span_name: Prose
    span_note: Prose
    months: tuple[int, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Contents:
    """目录: made from the finished pages."""

    place: Place


@dataclass(frozen=True, slots=True)
class Colophon:
    """版权: names and what stands for them."""

    rows: tuple[tuple[str, Prose], ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Derived:
    """派生: a figure worked out from facts, with its formula in printed figures (1391万元 ÷ 1391人)."""

    label: Prose
    figure: Figure
    value: Decimal
    formula: str
    place: Place


Block = Cards | Wall | Chart | Text | Topic | Quote | Photo | Steps | YearWheel | Contents | Colophon | Derived


@dataclass(frozen=True, slots=True)
class Blocks:
    """A list of blocks that fills a region."""

    blocks: tuple[Block, ...]
    place: Place


Region = Text | Card | Blocks


@dataclass(frozen=True, slots=True)
class TemplatePage:
    """页: a page template of the theme and what fills its regions.

    `chapter` starts a chapter of that title; `contents` enters the page in the contents; `head` is the running head.
    `places` are where the names of parameters and regions stand.
    """

    template: str
    chapter: str
    contents: str
    head: str
    parameters: Mapping[str, str | Decimal | Chart]
    regions: Mapping[str, Region]
    places: Mapping[str, Place]
    place: Place


class SheetSpec(NamedTuple):
    """版面: finished size, bleed and safe distance in points, binding, wished page count (0 = free)."""

    width: float
    height: float
    bleed: float
    safe: float
    binding: str
    pages: int
    place: Place | None


@dataclass(frozen=True, slots=True)
class Delivery:
    """One output: `key` is what files are named after (press, office, screen, or the name itself)."""

    name: str
    key: str
    standards: tuple[str, ...]
    condition: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class About:
    """文档: what the report says of itself. Dates are ISO (2024-01-21).

    `fields` are all values by canonical name, `places` where they stand.
    """

    identifier: str
    title: str
    subtitle: str
    body: str
    date: str
    as_of: str
    language: str
    theme: str
    keywords: tuple[str, ...]
    fields: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report, ready for layout; `inputs` are the files it was read from."""

    about: About
    sheet: SheetSpec
    facts: Mapping[str, Fact]
    pages: tuple[TemplatePage, ...]
    deliveries: tuple[Delivery, ...]
    folder: str
    inputs: tuple[str, ...]
