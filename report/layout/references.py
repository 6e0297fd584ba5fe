"""References of a text to named blocks, names that lead nowhere, figures that stand before what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from report.content.model import PLAIN, Report
from report.content.nearest import nearest
from report.drawing import Page, links_of
from report.layout.book import Book
from report.layout.inside import inlines, records
from report.problem import Place, Problem, problem


def reference_problems(report: Report, book: Book, pages: Iterable[Page]) -> Iterator[Problem]:
    """Links to names that no block has, names that two blocks have, and what stands before it is spoken of."""
    standing = {mark.title: mark.page for mark in book.marks if mark.kind == "anchor"}
    known = tuple(standing)
    for inline in inlines(report.body):
        name = inline.link.removeprefix("#")
        if inline.link.startswith("#") and name not in known:
            near, listed = nearest(name, known), "、".join(known)
            yield problem("unknown-reference", inline.place, name=name, near=near, all=listed)
    named = list(_anchored(report.body))
    seen: dict[str, Place] = {}
    for name, place in named:
        if name in seen:
            first = seen[name]
            yield problem("anchor-twice", place, name=name, first=f"{Path(first.file).name}:{first.line}")
        seen.setdefault(name, place)
    yield from _early(named, standing, pages)


def _early(named: Iterable[tuple[str, Place]], standing: Mapping[str, int], pages: Iterable[Page]) -> Iterator[Problem]:
    """Figures and tables on pages before the first one that refers to them; `standing` has the page of each name."""
    counted = {name: [one for one in (f"图-{name}", f"表-{name}") if one in standing] for name, _ in named}
    if not any(counted.values()):
        return
    referred: dict[str, int] = {}
    for page in pages:
        for link in links_of(page.items):
            referred.setdefault(link.target.removeprefix("#"), page.number)
    for name, place in named:
        called = counted[name]
        first = min((referred[one] for one in (name, *called) if one in referred), default=0)
        if called and first > standing[called[0]]:
            yield problem("figure-before-text", place, "notice", page=standing[called[0]], first=first)


def _anchored(part: Any) -> Iterator[tuple[str, Place]]:
    """The name of every block that has one, with the block's place, in reading order."""
    for one in records(part):
        common, place = getattr(one, "common", PLAIN), getattr(one, "place", None)
        if common.anchor and place is not None:
            yield common.anchor, place
