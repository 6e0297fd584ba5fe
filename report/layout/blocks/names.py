"""The index of names: everybody whom the book marks as a person, in the order of pinyin, with linked pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from report.content.model import Appendix, Inline, Prose
from report.content.spec import Spec
from report.drawing import Item, Marked
from report.layout.blocks.setting import Setting, Spot, text_block
from report.layout.book import Book
from report.layout.pieces import Piece, still
from report.problem import Place, problem

READ_AS: Mapping[str, str] = dict(
    zip(
        "曾单解仇区查朴乐种员闫覃闵瞿滕邬臧褚奚邸郜晏窦鄢竺冼佟谌岑胥蔺晁郗邝荀逄佘仝",
        "增善谢求欧渣瓢月虫运阎秦敏渠腾乌赃楚西底告艳豆烟竹显同陈层须吝巢西矿寻庞蛇同",
        strict=True,
    )
)
"""Surnames that GB 2312 has under another reading or by their radical, with a character that is read like them."""
PINYIN = (b"\xb0\xa1", b"\xd7\xf9")
"""The first and the last character of GB 2312 that stand in the order of pinyin (its level 1)."""
JOINT = "、"


def names(setting: Setting, given: Appendix, look: Spec, width: float) -> tuple[Piece, ...]:
    """Rows of names, read from left to right, each with its pages."""
    found = persons(setting.book)
    if not found:
        # before the first binding no page is known
        if setting.book.pages:
            setting.desk.report(problem("no-names", given.place))
        return ()
    columns, gap = look.count("columns"), look.mm("gap")
    cell = (width - gap * (columns - 1)) / columns
    style = setting.desk.style(look.style("style"))
    listed = sorted(found, key=order)
    pieces: list[Piece] = []
    for start in range(0, len(listed), columns):
        items: list[Item] = []
        bottom = 0.0
        for i, name in enumerate(listed[start : start + columns]):
            prose = _entry(name, found[name], given.place)
            drawn, last = text_block(setting.desk, prose, style, Spot(i * (cell + gap), style.leading, cell, role="P"))
            items += drawn
            bottom = max(bottom, last)
        row = Marked("Index", tuple(items), key=f"{setting.key}.index")
        pieces.append(Piece(bottom, still((row,)), snap=not pieces, before=look.mm("before") if not pieces else 0.0))
    return tuple(pieces)


def persons(book: Book) -> Mapping[str, Sequence[int]]:
    """Every person with the pages on which the name is marked."""
    found: dict[str, list[int]] = {}
    for mark in book.marks:
        if mark.kind == "person":
            pages = found.setdefault(mark.title, [])
            if mark.page not in pages:
                pages.append(mark.page)
    return {name: sorted(pages) for name, pages in found.items()}


def _entry(name: str, pages: Sequence[int], place: Place) -> Prose:
    """张三　3、12."""
    inlines = [Inline(name, place), Inline("\u3000", place)]
    for i, page in enumerate(pages):
        inlines += [Inline(JOINT, place)] if i else []
        inlines.append(Inline(str(page), place, link=f"#page-{page}"))
    return (tuple(inlines),)


def order(name: str) -> tuple[tuple[int, bytes, bytes], ...]:
    """Where a name stands: Latin letters, then Han by GB 2312, whose level 1 is in the order of pinyin and whose level
    2 by radical and strokes, then what GB 2312 does not have."""
    surname, rest = name[:1], name[1:]
    return (_place(surname, READ_AS.get(surname, surname)), *(_place(char, char) for char in rest))


def _place(char: str, read_as: str) -> tuple[int, bytes, bytes]:
    own = char.encode("gb18030")
    if char.isascii():
        return 0, own, own
    code = read_as.encode("gb18030")
    if PINYIN[0] <= code <= PINYIN[1] and len(code) == 2:
        return 1, code, own if read_as != char else b""
    return (2 if len(code) == 2 and code > PINYIN[1] else 3), code, own
