"""Records of any file into a table: its head of one or more rows joined into names, blank rows and columns left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from report.content.form import Log
from report.content.tables.cells import Cell, Record, Rows
from report.problem import Place


def framed(records: Sequence[Record], heads: int, place: Place, log: Log, spanned: bool = False) -> Rows | None:
    """The table of some records; None, with a problem, where they hold none.

    `spanned` says that merged head cells are already filled in, so that an empty one is empty.
    """
    kept = [record for record in records if not blank(record)]
    if not kept or len(kept) < heads:
        log.add("empty-table", place)
        return None
    width = max(len(record) for record in kept[:heads])
    upper = [_padded(record, width) for record in kept[:heads]]
    body = [fitted for record in kept[heads:] if (fitted := _fitted(record, width, log))]
    head = _joined(upper if spanned else _inherited(upper))
    used = [i for i in range(width) if head[i].text or any(not _empty(record[i]) for record in body)]
    if _is_title(head, used):
        log.add("title-row", head[0].place, text=head[0].text)
        return None
    named = tuple(head[i] for i in used)
    check_names(named, log)
    return Rows(named, tuple(tuple(record[i] for i in used) for record in body), place)


def blank(record: Record) -> bool:
    """Whether nothing stands in a record."""
    return all(_empty(cell) for cell in record)


def _empty(cell: Cell) -> bool:
    return not cell.text and cell.kind != "formula"


def _padded(record: Record, width: int) -> list[Cell]:
    """A head row as wide as the widest; what is added stands where the row ends."""
    return [*record, *(Cell("", record[-1].place) for _ in range(width - len(record)))]


def _fitted(record: Record, width: int, log: Log) -> Record | None:
    """The record without empty cells beyond the head; None, with a problem, for another length."""
    if blank(record[width:]):
        record = record[:width]
    if len(record) == width:
        return record
    split = _split_number(record) if len(record) > width else None
    if split is not None:
        log.add("thousands-unquoted", split.place, text=split.text)
    else:
        log.add("row-length", record[0].place, given=len(record), wanted=width)
    return None


def _split_number(record: Record) -> Cell | None:
    """The first half of a number that its own comma cut in two: 1,280 without quotes."""
    for first, second in pairwise(record):
        if re.fullmatch(r"[1-9]\d{0,2}", first.text) and re.fullmatch(r"\d{3}(\.\d+)?", second.text):
            return Cell(f"{first.text},{second.text}", first.place)
    return None


def _inherited(upper: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """Head rows in which a group's name stands over all its columns, as merged cells are saved as text.

    A name without a different one below it is a column of its own, not a group.
    """
    filled = [list(row) for row in upper]
    for row, below in pairwise(filled):
        for i in range(1, len(row)):
            group = below[i - 1].text not in ("", row[i - 1].text)
            if group and not row[i].text and below[i].text:
                row[i] = Cell(row[i - 1].text, row[i].place)
    return filled


def _joined(upper: Sequence[Sequence[Cell]]) -> list[Cell]:
    """One head of several rows: 合计 over 男 is 合计 男; it stands where its lowest part stands."""
    head = []
    for column in zip(*upper, strict=True):
        parts = [(_one_line(cell.text), cell.place) for cell in column if cell.text]
        names = list(dict.fromkeys(text for text, _ in parts))
        head.append(Cell(" ".join(names), parts[-1][1] if parts else column[-1].place))
    return head


def _one_line(text: str) -> str:
    """A name that was broken into lines to fit its column."""
    return re.sub(r"\s*[\r\n]+\s*", "", text)


def _is_title(head: Sequence[Cell], used: Sequence[int]) -> bool:
    """Whether the head is one text over several columns: the table's title was taken for its head."""
    return len(used) > 1 and len({head[i].text for i in used} - {""}) == 1


def check_names(head: Sequence[Cell], log: Log) -> None:
    """Notes a column without a name and one whose name stands before it already."""
    seen: dict[str, int] = {}
    for number, cell in enumerate(head, 1):
        if not cell.text:
            log.add("unnamed-column", cell.place, number=number)
        elif seen.setdefault(cell.text, number) != number:
            log.add("duplicate-column", cell.place, key=cell.text, first=seen[cell.text])


def spans(numbers: Sequence[int]) -> str:
    """Sorted row numbers as they are listed: 5、7—9."""
    return "、".join(f"{first}—{last}" if last > first else str(first) for first, last in _runs(numbers))


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for i in range(1, len(numbers) + 1):
        if i == len(numbers) or numbers[i] != numbers[i - 1] + 1:
            yield numbers[start], numbers[i - 1]
            start = i
