"""Blocks that hold no other blocks, and the parts of blocks, with every expression already worked out."""

from __future__ import annotations

from decimal import Decimal

from report.content.model.values import PLAIN, Approx, Common, Figure, Prose
from report.named import NamedTuple
from report.problem import Place
from report.record import record


@record
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


@record
class Cards:
    """数卡: figures side by side."""

    cards: tuple[Card, ...]
    place: Place
    common: Common = PLAIN


@record
class Wall:
    """数墙: tiles of figures on the module grid."""

    cards: tuple[Card, ...]
    place: Place
    common: Common = PLAIN


@record
class Series:
    """One plotted value: exact value, honesty mark, printed figure, label; `group` names its series among several.

    A gap in the data has the value NaN: it has a name and a place, and nothing is drawn for it.
    """

    value: Decimal
    approx: Approx
    figure: Figure
    label: Prose
    fact: str
    place: Place
    group: str = ""


@record
class Chart:
    """图表: a kind and the values it shows.

    `per` is what one unit stands for, `icon` the sign of a pictogram, `highlight` the label of the value that stands
    out, `unit` the unit of the axis of values where the data has one, `reference` a value that all are compared with;
    `listed` puts the values into a table below.
    """

    kind: str
    title: Prose
    label: Prose
    series: tuple[Series, ...]
    place: Place
    per: Decimal = Decimal(1)
    icon: str = ""
    legend: bool = False
    alt: str = ""
    highlight: str = ""
    source: str = ""
    unit: str = ""
    reference: Series | None = None
    common: Common = PLAIN
    listed: bool = False


@record
class Text:
    """段: paragraphs of running text."""

    text: Prose
    place: Place
    common: Common = PLAIN


@record
class Quote:
    """引文: words and who said them."""

    text: Prose
    source: Prose
    place: Place
    common: Common = PLAIN


@record
class Photo:
    """图片: a file of the report's folder; `focus` is the point to keep, as shares of width and height; `credit` says
    who took it, `number` is the page of a PDF."""

    file: str
    focus: tuple[float, float]
    alt: str
    caption: Prose
    place: Place
    spread: bool = False
    common: Common = PLAIN
    credit: Prose = ()
    number: int = 1


@record
class Step:
    title: Prose
    text: Prose


@record
class Steps:
    """步骤: numbered steps side by side."""

    steps: tuple[Step, ...]
    place: Place
    common: Common = PLAIN


class WheelNode(NamedTuple):
    """A day of the year (month, day) on the year wheel; `colour` is a token of the theme."""

    month: int
    day: int
    name: Prose
    note: Prose
    colour: str
    place: Place


@record
class YearWheel:
    """年轮: the year as a ring; months that matter, days as nodes, spans of months as arcs (first, last)."""

    text: Prose
    nodes: tuple[WheelNode, ...]
    spans: tuple[tuple[int, int], ...]
    span_name: Prose
    span_note: Prose
    months: tuple[int, ...]
    place: Place
    common: Common = PLAIN


@record
class Contents:
    """目录: made from the finished pages, down to a level of headings, with charts and tables if asked."""

    place: Place
    depth: int = 2
    charts: bool = False
    common: Common = PLAIN


@record
class Colophon:
    """版权: names and what stands for them."""

    rows: tuple[tuple[str, Prose], ...]
    place: Place
    common: Common = PLAIN


@record
class Derived:
    """派生: a figure worked out from facts, with its formula in printed figures (1391万元 ÷ 1391人)."""

    label: Prose
    figure: Figure
    value: Decimal
    formula: str
    place: Place
    common: Common = PLAIN


@record
class Cover:
    """封面: title and issuer come from the document; a picture (or none) fills the page, one that is a spread the back
    cover and the spine too; `flap` are the words on the front flap."""

    photo: Photo | None
    slogan: Prose
    logo: str
    place: Place
    common: Common = PLAIN
    flap: Prose = ()


@record
class TitlePage:
    """扉页: what it does not say comes from the document."""

    title: Prose
    subtitle: Prose
    body: Prose
    date: str
    place: Place
    common: Common = PLAIN


@record
class Matter:
    """前言, 结语: `kind` is preface or closing."""

    kind: str
    title: Prose
    text: Prose
    place: Place
    common: Common = PLAIN


@record
class Chapter:
    """章: begins a chapter, with a short line above the title and a picture behind it if given."""

    title: Prose
    kicker: Prose
    photo: Photo | None
    place: Place
    common: Common = PLAIN


@record
class Section:
    """节 (level 2) and 小节 (level 3)."""

    level: int
    title: Prose
    place: Place
    common: Common = PLAIN


@record
class Points:
    """要点: dotted lines, or lines numbered from `first`."""

    items: tuple[Prose, ...]
    numbered: bool
    place: Place
    common: Common = PLAIN
    first: int = 1


@record
class TableColumn:
    """A shown column: index in the data, its head, alignment (left, centre, right, decimal), decimals (-1 = as given),
    unit, wished width in points (0 = by content), whether equal neighbours in it are one cell, whether its cells are
    code."""

    index: int
    label: Prose
    align: str
    decimals: int
    unit: str
    width: float
    place: Place
    merged: bool = False
    code: bool = False


class Event(NamedTuple):
    """A date as it is written (2021-06 or 2021-06-18) and what happened."""

    date: str
    text: Prose
    place: Place


@record
class Timeline:
    """时间线: events in order."""

    events: tuple[Event, ...]
    place: Place
    common: Common = PLAIN


@record
class Gallery:
    """图集: pictures side by side."""

    photos: tuple[Photo, ...]
    columns: int
    caption: Prose
    place: Place
    common: Common = PLAIN


@record
class Profile:
    """人物: a person with role, picture and a few words."""

    name: Prose
    role: Prose
    photo: Photo | None
    text: Prose
    place: Place
    common: Common = PLAIN


class Honour(NamedTuple):
    """An honour: its level (国家级, 省级, 市级, 县级 …), name and year."""

    level: str
    name: Prose
    year: int
    place: Place


@record
class Honours:
    """荣誉: sorted by level, then by year."""

    title: Prose
    items: tuple[Honour, ...]
    place: Place
    common: Common = PLAIN
