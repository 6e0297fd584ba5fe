"""Two files of one delivery into what a proof marks: changed words wherever they now stand, changed pictures, figures.

A page break that only moved changes nothing here, so pages are not told apart from their neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.deliver.differences import looks
from report.deliver.differences.compare import look_of
from report.deliver.differences.drawn import Figure, figures
from report.deliver.differences.model import Mark, WordChange
from report.deliver.differences.reading import Reading, read_pdf
from report.deliver.differences.text import compare
from report.named import NamedTuple

LINE = 24.0
"""Points that no line is higher than."""


class Revisions(NamedTuple):
    """Marks in the new file, how many places changed, and at how many more words are only gone."""

    marks: tuple[Mark, ...]
    changed: int
    removed: int


def revisions(old: tuple[str, bytes], new: tuple[str, bytes]) -> Revisions:
    """What a new file has that an old one has not; each is given by its name for people and its bytes."""
    a, b = read_pdf(old[1], old[0]), read_pdf(new[1], new[0])
    found = compare(a, b)
    written = tuple(_written(found.words))
    drawn = _drawn(written, figures(old[1], a), figures(new[1], b))
    seen = (*drawn, *_looks((a, b), found.pages, (old[1], new[1])))
    areas = tuple(one for i, one in enumerate(seen) if not any(_within(one, other) for other in seen[:i]))
    words = [one for one in written if not (one.marks and all(_in_any(m, drawn) for m in one.marks))]
    marks = {*areas, *(mark for one in words for mark in one.marks)}
    gone = {one.marks for one in words if all(mark.kind == "removed" for mark in one.marks)}
    kept = sorted((mark for mark in marks if mark.kind != "removed"), key=lambda mark: (mark.page, mark.y))
    return Revisions(tuple(sorted(marks)), _places(kept), len(gone))


def _written(words: Sequence[WordChange]) -> Iterator[WordChange]:
    """Without figures, and the titles beside them, that only stand elsewhere: they float, and nobody moved them."""
    floats = {i for i, one in enumerate(words) if one.kind == "moved" and one.role == "Figure"}
    beside = [one for i, one in enumerate(words) if i not in floats and {i - 1, i + 1} & floats]
    titles = {one.new for one in beside if one.kind in ("moved", "added")}
    titles &= {one.old for one in words if one.kind in ("moved", "removed")}  # a short title comes and goes
    for i, one in enumerate(words):
        alone = one.kind in ("moved", "added", "removed") and (one.new or one.old) in titles
        if i not in floats and not alone:
            yield one


def _places(marks: Sequence[Mark]) -> int:
    """At how many places something changed: marks on lines that follow one another are one."""
    count, page, foot = 0, 0, 0.0
    for mark in marks:
        if mark.page != page or mark.y > foot + min(mark.height, LINE):
            count += 1
            foot = 0.0
        page, foot = mark.page, max(foot, mark.y + mark.height)
    return count


def _drawn(words: Sequence[WordChange], old: Sequence[Figure], new: Sequence[Figure]) -> tuple[Mark, ...]:
    """Figures that no old one is like, and those in which words changed."""
    said = [mark for one in words if one.role == "Figure" for mark in one.marks]
    return tuple(
        one.mark
        for one in new
        if any(_within(mark, one.mark) for mark in said) or not any(one.like(other) for other in old)
    )


def _looks(readings: tuple[Reading, Reading], matched: dict[int, int], data: tuple[bytes, bytes]) -> Iterator[Mark]:
    """Pages of the same text are compared by what they look like, others by their pictures."""
    a, b = readings
    was, now = looks.Pictures(data[0]), looks.Pictures(data[1])
    try:
        photos = {digest for page in range(1, len(a.sizes) + 1) for digest in was.photos(page)}
        for page in range(1, len(b.sizes) + 1):
            yield from (mark for digest, mark in now.photos(page).items() if digest not in photos)
            old = matched.get(page)
            if old is not None and a.page_text(old) == b.page_text(page):
                yield from look_of((was, now), readings, old, page)
    finally:
        was.close()
        now.close()


def _in_any(mark: Mark, areas: Sequence[Mark]) -> bool:
    return any(_within(mark, area) for area in areas)


def _within(mark: Mark, area: Mark) -> bool:
    """Whether the middle of a mark lies in an area."""
    x, y = mark.x + mark.width / 2, mark.y + mark.height / 2
    across = area.x - 1 <= x <= area.x + area.width + 1
    return mark.page == area.page and across and area.y - 1 <= y <= area.y + area.height + 1
