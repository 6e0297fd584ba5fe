"""References of a text to named blocks, names that lead nowhere, figures that stand before what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from report.content.model import PLAIN, Report
from report.content.nearest import nearest
from report.drawing import Page, links_of
from report.layout.book import Book
from report.layout.inside import inlines, records
from report.problem import Place, Problem, problem


def reference_problems(report: Report, book: Book) -> Iterator[Problem]:
    """Links to names that no block has, and names that two blocks have."""
    known = tuple(dict.fromkeys(mark.title for mark in book.marks if mark.kind == "anchor"))
    for inline in inlines(report.body):
        name = inline.link.removeprefix("#")
        if inline.link.startswith("#") and name not in known:
            near, listed = nearest(name, known), "、".join(known)
            yield problem("unknown-reference", inline.place, name=name, near=near, all=listed)
    seen: dict[str, Place] = {}
    for name, place in anchored(report.body):
        if name in seen:
            first = seen[name]
            yield problem("anchor-twice", place, name=name, first=f"{Path(first.file).name}:{first.line}")
        seen.setdefault(name, place)


def early_figures(report: Report, book: Book, pages: Iterable[Page]) -> Iterator[Problem]:
    """Figures and tables on pages before the first one that refers to them."""
    referred: dict[str, int] = {}
    for page in pages:
        for link in links_of(page.items):
            referred.setdefault(link.target.removeprefix("#"), page.number)
    standing = {mark.title: mark.page for mark in book.marks if mark.kind == "anchor"}
    for name, place in anchored(report.body):
        named = [one for one in (f"图-{name}", f"表-{name}") if one in standing]
        first = min((referred[one] for one in (name, *named) if one in referred), default=0)
        if named and first > standing[named[0]]:
            yield problem("figure-before-text", place, "notice", page=standing[named[0]], first=first)


def anchored(part: Any) -> Iterator[tuple[str, Place]]:
    """The name of every block that has one, with the block's place, in reading order."""
    for one in records(part):
        common, place = getattr(one, "common", PLAIN), getattr(one, "place", None)
        if common.anchor and place is not None:
            yield common.anchor, place
