"""Blocks that hold other blocks or tables, and the union of all blocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from report.content.model.parts import (
    Cards,
    Chapter,
    Chart,
    Colophon,
    Contents,
    Cover,
    Derived,
    Gallery,
    Honours,
    Matter,
    Photo,
    Points,
    Profile,
    Quote,
    Section,
    Steps,
    TableColumn,
    Text,
    Timeline,
    TitlePage,
    Wall,
    YearWheel,
)
from report.content.model.values import PLAIN, Common, Footnote, Prose, Table
from report.drawing import Face
from report.problem import Place
from report.record import record


@record
class Topic:
    """专题: title, claim (a short word beside the title), text, and what stands beside the text."""

    title: Prose
    claim: Prose
    text: Prose
    aside: tuple[Block, ...]
    place: Place
    common: Common = PLAIN


@record
class TableBlock:
    """表格: a table of the data as it is shown; `group` is the column that makes group rows (-1 = none), `beside` what
    stands at the right end of the title's line; `notes` are what marks in its title, heads and cells lead to, with the
    numbers that the author gave them."""

    title: Prose
    table: Table
    columns: tuple[TableColumn, ...]
    group: int
    total: bool
    continued: bool
    note: Prose
    source: str
    place: Place
    beside: Prose = ()
    common: Common = PLAIN
    landscape: bool = False
    notes: tuple[Footnote, ...] = ()


@record
class Columns:
    """两栏, 三栏: blocks side by side."""

    columns: tuple[tuple[Block, ...], ...]
    place: Place
    common: Common = PLAIN


@record
class Callout:
    """提示: a note that stands out."""

    text: Prose
    place: Place
    common: Common = PLAIN


@record
class MapBlock:
    """地图: an approved base map with its number (审图号)."""

    photo: Photo
    approval: str
    place: Place
    common: Common = PLAIN


@record
class Appendix:
    """附录: a title, and either text or what is made of the report itself (`automatic`: sources, terms)."""

    title: Prose
    automatic: str
    text: Prose
    place: Place
    common: Common = PLAIN


@record
class Attachment:
    """附件: the pages of another PDF, appended with their own page labels."""

    file: str
    title: Prose
    place: Place
    common: Common = PLAIN


@record
class Break:
    """分页: what follows begins on a new page, or on the next page of a side (any, recto, verso)."""

    side: str
    place: Place
    common: Common = PLAIN


@record
class Blank:
    """空白: so many pages left blank on purpose."""

    pages: int
    place: Place
    common: Common = PLAIN


@record
class Barcode:
    """条码: the number of a book or an article as it is written, an add-on of two or five digits, and how large: 1 with
    modules of 0.33 mm."""

    number: str
    add_on: str
    scale: float
    place: Place
    common: Common = PLAIN


@record
class Code:
    """代码: lines that are set as they are written, with their spaces, in the ways of no language."""

    text: str
    place: Place
    common: Common = PLAIN


class Guest(Protocol):
    """What another library draws: a Flowable of ReportLab that a program has handed over."""

    def parts(
        self, width: float, room: float, faces: Sequence[Face], place: Place
    ) -> Sequence[tuple[object, float, float]]:
        """What is drawn in a column of this width and depth, in points: a part for each column, with width and depth.

        `faces` are those that it may be set in. Raises ReportError for what it may not do.
        """
        ...


@record
class GuestBlock:
    """外来图形: a drawing of a program's own by its name, and what it shows in words."""

    name: str
    alt: str
    guest: Guest
    place: Place
    common: Common = PLAIN


@record
class BackCover:
    """封底: a line of text, a QR code, the print run; `flap` are the words on the back flap."""

    text: Prose
    qr: str
    print_run: str
    place: Place
    common: Common = PLAIN
    flap: Prose = ()
    barcode: Barcode | None = None


Block = (
    Cards
    | Wall
    | Chart
    | Text
    | Topic
    | Quote
    | Photo
    | Steps
    | YearWheel
    | Contents
    | Colophon
    | Derived
    | Cover
    | TitlePage
    | Matter
    | Chapter
    | Section
    | Points
    | TableBlock
    | Timeline
    | Gallery
    | Columns
    | Profile
    | Honours
    | Callout
    | MapBlock
    | Appendix
    | Attachment
    | Break
    | Blank
    | BackCover
    | Barcode
    | GuestBlock
    | Code
)
