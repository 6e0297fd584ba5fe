"""A whole report: pages, sheet, deliveries, and what it says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from report.content.model.blocks import (
    Block,
)
from report.content.model.parts import (
    Card,
    Chart,
    Text,
)
from report.content.model.values import PLAIN, Common, Fact, Prose, Table
from report.named import NamedTuple
from report.problem import Place
from report.record import field, record


@record
class Blocks:
    """A list of blocks that fills a region."""

    blocks: tuple[Block, ...]
    place: Place


Region = Text | Card | Blocks


@record
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
    common: Common = PLAIN


class SheetSpec(NamedTuple):
    """版面: finished size, bleed and safe distance in points, binding, wished page count (0 = free)."""

    width: float
    height: float
    bleed: float
    safe: float
    binding: str
    pages: int
    place: Place | None
    cover_counts: bool = True
    """Whether the cover's four pages have numbers; without, the page after them is number 1."""
    stated: frozenset[str] = frozenset({"size", "safe"})
    """What the report says itself; the rest is the theme's, where that is known (layout/recast)."""


class Printing(NamedTuple):
    """印刷: what the book is printed on and how it is finished.

    `paper` and `cover_paper` are canonical names (`WORDS["paper"]`) or what the author calls a paper that is none of
    them; weights are grams a square metre. `thickness` of a leaf, `spine` and `flaps` are points, 0 where nothing is
    said. `places` are where the keys stand, by canonical name.
    """

    paper: str = ""
    weight: int = 0
    thickness: float = 0.0
    cover_paper: str = ""
    cover_weight: int = 0
    spine: float = 0.0
    flaps: float = 0.0
    creep: bool = False
    quantity: int = 0
    finish: str = ""
    places: Mapping[str, Place] = {}


class Edition(NamedTuple):
    """How a delivery is laid out where it differs: theme, title, number of the attachment, number of its first page,
    whether its cover is a sheet of its own."""

    theme: str = ""
    title: Prose = ()
    number: str = ""
    first_page: int = 1
    place: Place | None = None
    cover_apart: bool = False


class Finish(NamedTuple):
    """What a delivery asks for beside its standards: printer's marks by canonical name, the highest resolution of
    pictures (pixels an inch, 0 = as the press needs it), a certificate, colours of the theme printed as spot inks."""

    marks: tuple[str, ...] = ()
    resolution: int = 0
    certificate: bool = False
    spots: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


SAME = Edition()
PLAIN_FINISH = Finish()


@record
class Delivery:
    """One output: `key` is what files are named after (press, office, screen, or the name itself)."""

    name: str
    key: str
    standards: tuple[str, ...]
    condition: str
    place: Place | None
    edition: Edition = SAME
    finish: Finish = PLAIN_FINISH


class Checks(NamedTuple):
    """核对: how strict the figure check is (strict, remind, off), what it lets pass, equations with their places."""

    figures: str = "remind"
    allow: tuple[str, ...] = ()
    equations: tuple[tuple[str, Place], ...] = ()


@record
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


NO_CHECKS = Checks()
NO_PRINTING = Printing()


@record
class Report:
    """A whole report, ready for layout; `inputs` are the files it was read from.

    `row` are the columns and cells of the row that it was made of, if it was.
    """

    about: About
    sheet: SheetSpec
    facts: Mapping[str, Fact]
    body: tuple[TemplatePage | Block, ...]
    deliveries: tuple[Delivery, ...]
    folder: str
    inputs: tuple[str, ...]
    tables: Mapping[str, Table] = field(default_factory=dict)
    checks: Checks = NO_CHECKS
    edition: Edition = SAME
    row: tuple[tuple[str, str], ...] = ()
    printing: Printing = NO_PRINTING

    @property
    def pages(self) -> tuple[TemplatePage, ...]:
        """The composed pages."""
        return tuple(item for item in self.body if isinstance(item, TemplatePage))
