"""What stands in a text only when pages are known: numbers of notes, pages of references, how many pages there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import Any

from report.content.model import Inline
from report.content.prose import PAGE, PAGES
from report.content.theme import Theme
from report.layout.book import Book
from report.layout.inside import SIMPLE, inlines
from report.named import NamedTuple
from report.record import field_names, replace

NOTE, PERSON = "note:", "person:"
"""How the targets of note marks begin, and those of names, which are no links in the end."""
CIRCLED = ((1, 0x2460, 20), (21, 0x3251, 15), (36, 0x32B1, 15))
"""The circled numbers of Unicode: the first number, its character, how many follow each other."""


class Known(NamedTuple):
    """The book as it is known, and the number of each of its notes as it is shown."""

    book: Book
    notes: Mapping[str, str]


def known(book: Book, theme: Theme) -> Known:
    """The numbers of notes count on every page anew, or through the book, as the theme says."""
    flow = theme.root.sub("flow") if theme.root.has("flow") else None
    if flow is None or not flow.has("notes"):
        return Known(book, {})
    look = flow.sub("notes")
    form = look.choice("form", FORMS, "plain")
    through = look.choice("count", {"page": False, "through": True}, "page")
    shown: dict[str, str] = {}
    page, number = 0, 0
    for mark in book.marks:
        if mark.kind == "note" and mark.title not in shown:
            number = number + 1 if through or mark.page == page else 1
            page = mark.page
            shown[mark.title] = form(number)
    return Known(book, shown)


def circled(number: int) -> str:
    """① to ㊿; from 51 on in figures."""
    return next(
        (chr(code + number - first) for first, code, size in CIRCLED if 0 <= number - first < size), f"{number}"
    )


FORMS: Mapping[str, Callable[[int], str]] = {"plain": str, "circled": circled}
"""How the numbers of notes may look."""


def moves(part: Any, *, persons: bool) -> bool:
    """Whether a part of a report says anything that is known only when pages are, or with `persons` names anybody."""
    return any(inline.note or inline.deferred or (persons and inline.person) for inline in inlines(part))


def settled(part: Any, now: Known, key: str, *, persons: bool = False) -> Any:
    """A part of a report with what is known; `key` is the document's own for it, and notes have theirs from it. With
    `persons`, the names for the index can be found again where they are drawn."""
    numbers = count()

    def filled(inline: Inline) -> Inline:
        if inline.footnote:
            target = f"{NOTE}{key}.{next(numbers)}"
            inside = tuple(filled(one) for one in inline.footnote)
            return inline._replace(text=now.notes.get(target, inline.text), link=target, footnote=inside)
        if inline.deferred == "pages":
            return inline._replace(text=_said(inline.text, (f"{{{name}}}" for name in PAGES), now.book.counted))
        if inline.deferred == "page":
            place = now.book.anchors.get(inline.link.removeprefix("#"))
            return inline._replace(text=_said(inline.text, PAGE, now.book.number(place.page) if place else 0))
        if persons and inline.person and not inline.link:
            return inline._replace(link=PERSON + "".join(inline.person.split()))
        return inline

    return _changed(part, filled)


def _said(text: str, signs: Any, number: int) -> str:
    for sign in signs:
        text = text.replace(sign, str(number))
    return text


def _changed(part: Any, change: Callable[[Inline], Inline]) -> Any:
    """A part with every inline changed, in reading order; parts without any stay what they are."""
    if part.__class__ in SIMPLE:
        return part
    match part:
        case Inline():
            return change(part)
        case tuple():
            found = [_changed(one, change) for one in part]
            if all(a is b for a, b in zip(part, found, strict=True)):
                return part
            return type(part)(*found) if hasattr(part, "_fields") else tuple(found)
        case Mapping():
            return {name: _changed(one, change) for name, one in part.items()}
    own = {name: getattr(part, name) for name in field_names(part.__class__)}
    values = {name: _changed(value, change) for name, value in own.items()}
    different = {name: value for name, value in values.items() if value is not own[name]}
    return replace(part, **different) if different else part


def marks_of_notes(part: Any) -> Iterator[Inline]:
    """The marks in a settled part that lead to notes on its page."""
    yield from (inline for inline in inlines(part) if inline.footnote and inline.link.startswith(NOTE))
