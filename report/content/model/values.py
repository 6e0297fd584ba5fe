"""What prose, figures, facts and tables are, as values."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from report.named import NamedTuple
from report.problem import Place
from report.record import record

Approx = Literal["exact", "over", "near", "rounded", "claim"]
"""How a printed figure stands to its value: over = 余 多 以上; near = 近; rounded = 取整; claim = words."""


class Inline(NamedTuple):
    """A stretch of prose of one kind, from one line of the source; "\\n" in it is a forced line end.

    The kind `number` is that of a figure or table, `code` that of what is set as it is written. A reference to a block
    may have no text until blocks have numbers.
    `fact` names the fact whose printed form this is, when it is one; `formula` is the expression of a computed figure.
    `dots` are emphasis dots, `rule` the line of a proper name or a book title, `script` super or sub, `tracking` in em,
    `ruby` one reading for the whole stretch or one for each character, `link` an anchor (#号) or an address, `note` a
    mark that leads to a note, `footnote` the text of that note. `deferred` is what is known only when pages are: the
    page of the link, or how many pages there are; `text` says where it stands ({页}). `person` is the name under which
    an index of names has this place.
    """

    text: str
    place: Place
    kind: Literal["text", "strong", "kai", "number", "code"] = "text"
    fact: str = ""
    formula: str = ""
    dots: bool = False
    rule: Literal["", "name", "book"] = ""
    script: Literal["", "super", "sub"] = ""
    tracking: float = 0.0
    ruby: tuple[str, ...] = ()
    link: str = ""
    note: bool = False
    footnote: tuple[Inline, ...] = ()
    deferred: Literal["", "page", "pages"] = ""
    person: str = ""


Prose = tuple[tuple[Inline, ...], ...]
"""Paragraphs of inlines."""


class Common(NamedTuple):
    """What any block may say of itself: a name to refer to, the deliveries it is for, its look, and how it breaks.

    `start` is recto, verso or any (a new page), "" for none.
    """

    anchor: str = ""
    only: tuple[str, ...] = ()
    excepted: tuple[str, ...] = ()
    style: str = ""
    bleed: bool = False
    unsplit: bool = False
    start: str = ""


PLAIN = Common()


class Figure(NamedTuple):
    """A printed figure in the parts that a big numeral needs: 近 + 2000 + 人, or 20 + 余万人次."""

    prefix: str
    number: str
    suffix: str

    @property
    def text(self) -> str:
        return self.prefix + self.number + self.suffix


class Column(NamedTuple):
    """A column of a table: `kind` is year, integer, decimal, text, date or percent."""

    name: str
    kind: str
    unit: str = ""


class Footnote(NamedTuple):
    """A note: the number by which its mark calls it, and its text."""

    number: str
    text: tuple[Inline, ...]
    place: Place


class DataCell(NamedTuple):
    """A cell: its text as it stands in the file, and its exact value (None for an empty cell).

    `mark` is the number of a note that the text ended with (280^1). The file of its place names sheet and cell of a
    workbook (阵地.xlsx!汇总!B4).
    """

    text: str
    value: Decimal | str | None
    place: Place
    mark: str = ""


@record
class Table:
    """数据: typed columns and rows of the same length; `key` names the column by whose values rows are found."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[DataCell, ...], ...]
    key: str
    place: Place
    source: str = ""


@record
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
    as_of: str = ""
    section: str = ""
    group: str = ""
    remark: str = ""
