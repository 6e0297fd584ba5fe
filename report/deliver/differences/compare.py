"""Two editions into their differences: figures by name, text by sentence, pages by content, inputs by digest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from report.deliver.differences import looks
from report.deliver.differences.editions import read_edition
from report.deliver.differences.model import Datum, Differences, FigureChange, Mark, PageChange, Recorded, WordChange
from report.deliver.differences.reading import CELL, Reading, read_pdf
from report.deliver.differences.text import compare
from report.problem import ContentError, problem

SHORTEST = 3
"""Characters below which a figure without its unit could be any other."""
START = 40
"""Characters by which a page that was added or removed is known."""


def differences(old: Path, new: Path, delivery: str = "") -> Differences:
    """What changed from one edition to another, by the delivery of that name, or the first one that both have.

    Raises ContentError for what is no edition, and for editions of different reports or without a common delivery.
    """
    one, other = read_edition(old), read_edition(new)
    if one.inputs and other.inputs and one.identifier != other.identifier:
        raise ContentError([problem("diff-other-report", file=new, old=one.identifier, new=other.identifier)])
    was, now = _files(one, other, delivery)
    data = was.read_bytes(), now.read_bytes()
    a, b = read_pdf(data[0], str(was)), read_pdf(data[1], str(now))
    found = compare(a, b)
    words = tuple(one for one in found.words if _stays(one, found.pages))
    return Differences(
        old=one,
        new=other,
        delivery=next(name for name, path in other.files.items() if path == now),
        figures=tuple(_figures(one.figures, other.figures, a, b)) if one.figures is not None else (),
        words=words,
        pages=() if data[0] == data[1] else tuple(_pages(words, found.pages, (a, b), data)),
        inputs=tuple(_inputs(one.inputs, other.inputs)),
        tool_changed=bool(one.tool and other.tool) and one.tool != other.tool,
        pages_old=len(a.sizes),
        pages_new=len(b.sizes),
    )


def changes(old: Path, new: Path, delivery: str = "") -> tuple[Mark, ...]:
    """Where the new edition differs, for change bars: marks by page and from the top."""
    return differences(old, new, delivery).marks


def _stays(change: WordChange, matched: Mapping[int, int]) -> bool:
    """Whether it is on pages that both editions have."""
    if change.page is not None:
        return change.page in matched
    return change.old_page in matched.values()


def _files(old: Recorded, new: Recorded, delivery: str) -> tuple[Path, Path]:
    if not delivery and len(old.files) == len(new.files) == 1:
        return next(iter(old.files.values())), next(iter(new.files.values()))
    common = [name for name in new.files if name in old.files]
    if not delivery and common:
        return old.files[common[0]], new.files[common[0]]
    for one in (old, new):
        if delivery not in one.files:
            known = "、".join(one.files)
            raise ContentError(
                [problem("diff-no-delivery", file=one.path, name=delivery or next(iter(new.files)), all=known)]
            )
    return old.files[delivery], new.files[delivery]


def _figures(
    old: Mapping[str, Datum] | None, new: Mapping[str, Datum] | None, a: Reading, b: Reading
) -> Iterator[FigureChange]:
    if old is None or new is None:
        return
    texts = [page_texts(reading) for reading in (a, b)]
    for name in dict.fromkeys((*new, *old)):
        was, now = old.get(name), new.get(name)
        shown = now or was
        if shown is not None and (was is None or now is None or was[:3] != now[:3]):
            yield FigureChange(name, was, now, printed_on(shown, texts[now is not None]))


def page_texts(reading: Reading) -> Sequence[str]:
    """The text of each page without its spaces; lines and cells stay apart, or figures of two would be one."""
    pages = range(1, len(reading.sizes) + 1)
    return [re.sub(r"[^\S\t\n]+", "", reading.page_text(page)) for page in pages]


def printed_on(datum: Datum, texts: Sequence[str]) -> tuple[int, ...]:
    """Pages on which a figure stands: with its unit, or where it has none there, by itself if it is long enough."""
    for words in dict.fromkeys((datum.shown, datum.printed)):
        bare = "".join(words.split())
        if words != datum.shown and len(bare) < SHORTEST:
            continue
        near = [page for page, text in enumerate(texts, 1) if bare and bare in text]  # patterns take far longer
        if not near:
            continue
        pattern = re.compile(rf"(?<![\d.,]){re.escape(bare)}(?![\d]|[.,]\d)")
        pages = tuple(page for page in near if pattern.search(texts[page - 1]))
        if pages:
            return pages
    return ()


def _pages(
    words: Sequence[WordChange],
    matched: Mapping[int, int],
    readings: tuple[Reading, Reading],
    data: tuple[bytes, bytes],
) -> Iterator[PageChange]:
    a, b = readings
    counts = {page: sum(page in _touched(change) for change in words) for page in range(1, len(b.sizes) + 1)}
    pictures = looks.Pictures(data[0]), looks.Pictures(data[1])
    try:
        photos = {digest for page in range(1, len(a.sizes) + 1) for digest in pictures[0].photos(page)}
        for page in range(1, len(b.sizes) + 1):
            old = matched.get(page)
            if old is None:
                mark = Mark(page, 0.0, 0.0, *b.sizes[page - 1], "added")
                yield PageChange("added", None, page, marks=(mark,), text=_start(b, page))
                continue
            if a.page_text(old) == b.page_text(page):
                marks = look_of(pictures, (a, b), old, page)
            else:
                marks = tuple(mark for digest, mark in pictures[1].photos(page).items() if digest not in photos)
            if counts[page] or marks:
                yield PageChange("changed", old, page, counts[page], bool(marks), marks)
            elif old != page:
                yield PageChange("moved", old, page)
    finally:
        for one in pictures:
            one.close()
    for old in range(1, len(a.sizes) + 1):
        if old not in matched.values():
            yield PageChange("removed", old, None, text=_start(a, old))


def _start(reading: Reading, page: int) -> str:
    text = reading.page_text(page).replace("\n", " ").replace(CELL, " ")
    return text if len(text) <= START else text[:START] + "…"


def _touched(change: WordChange) -> set[int]:
    return {mark.page for mark in change.marks} | ({change.page} if change.page is not None else set())


def look_of(
    pictures: tuple[looks.Pictures, looks.Pictures], readings: tuple[Reading, Reading], old: int, page: int
) -> tuple[Mark, ...]:
    """Where two pages look different, by page from 1; both lose the page numbers and running heads of both."""
    artifacts = [s for s in readings[0].artifacts if s.page == old] + [
        s for s in readings[1].artifacts if s.page == page
    ]
    was, now = pictures[0].page(old, artifacts), pictures[1].page(page, artifacts)
    return looks.changed_areas(was, now, page)


def _inputs(
    old: Mapping[str, str], new: Mapping[str, str]
) -> Iterator[tuple[Literal["changed", "added", "removed"], str]]:
    for name in dict.fromkeys((*new, *old)):
        if name not in old:
            yield "added", name
        elif name not in new:
            yield "removed", name
        elif old[name] != new[name] and old[name] and new[name]:  # "" is an input that nobody knows the state of
            yield "changed", name
