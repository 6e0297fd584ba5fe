"""Two readings of a PDF into changed sentences with their marks, and into pages that correspond."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from report.deliver.differences.model import Mark, WordChange
from report.deliver.differences.reading import CELL, Passage, Reading, Spot
from report.deliver.differences.words import Pair, Segment, paired, segments, sentences
from report.named import NamedTuple

ROWS = ("TR", "Figure")
"""Passages that are compared as one."""


class Unit(NamedTuple):
    """A sentence of a passage, or a whole row."""

    text: str
    role: str
    spots: tuple[Spot, ...]


class Compared(NamedTuple):
    """Changed sentences, and which page of the old edition each page of the new one was."""

    words: tuple[WordChange, ...]
    pages: dict[int, int]


def compare(old: Reading, new: Reading) -> Compared:
    """What changed in the text."""
    a, b = list(_units(old.passages)), list(_units(new.passages))
    pairs = paired([one.text for one in a], [one.text for one in b])
    return Compared(tuple(_changes(pairs, a, b)), _matched(pairs, a, b, old, new))


def _units(passages: Iterable[Passage]) -> Iterator[Unit]:
    for one in passages:
        spans = ((0, len(one.text)),) if one.role in ROWS or CELL in one.text else sentences(one.text)
        for start, end in spans:
            yield Unit(one.text[start:end], one.role, one.spots[start:end])


def _changes(pairs: Sequence[Pair], a: Sequence[Unit], b: Sequence[Unit]) -> Iterator[WordChange]:
    last: Spot | None = None
    for pair in pairs:
        old = a[pair.old] if pair.old is not None else None
        new = b[pair.new] if pair.new is not None else None
        if pair.kind != "same":
            told = (
                segments(old.text, new.text) if old and new else (Segment(*(u.text if u else "" for u in (old, new))),)
            )
            if any(not one.same for one in told) or pair.kind == "moved":
                marks = tuple(_marks(pair, told, new, last))
                role = (new or old or a[0]).role
                was, now = (one.spots[0].page if one else None for one in (old, new))
                yield WordChange(pair.kind, role, told, was, now, marks)
        if new is not None:
            last = new.spots[-1]


def _marks(pair: Pair, told: Sequence[Segment], new: Unit | None, last: Spot | None) -> Iterator[Mark]:
    if new is None:
        if last is not None:
            yield _caret(last, after=True)
        return
    if pair.kind in ("added", "moved"):
        yield from _lines(new.spots, "added" if pair.kind == "added" else "moved")
        return
    at = 0
    for one in told:
        spots = new.spots[at : at + len(one.new)]
        if not one.same and spots:
            yield from _lines(spots, "changed" if one.old else "added")
        elif not one.same:
            yield _caret(new.spots[at - 1], after=True) if at else _caret(new.spots[0], after=False)
        at += len(one.new)


def _caret(spot: Spot, after: bool) -> Mark:
    return Mark(spot.page, spot.right if after else spot.left, spot.top, 0.0, spot.bottom - spot.top, "removed")


def _lines(spots: Sequence[Spot], kind: str) -> Iterator[Mark]:
    """A mark for each line of a run; a jump to another line, column or page begins a new one."""
    held: Spot | None = None
    for spot in spots:
        if held is not None and _goes_on(held, spot):
            held = Spot(
                held.page,
                min(held.left, spot.left),
                min(held.top, spot.top),
                max(held.right, spot.right),
                max(held.bottom, spot.bottom),
            )
            continue
        if held is not None:
            yield _mark(held, kind)
        held = spot
    if held is not None:
        yield _mark(held, kind)


def _goes_on(held: Spot, spot: Spot) -> bool:
    size = max(spot.bottom - spot.top, 1.0)
    beside = -size < spot.left - held.right < 2 * size and abs(spot.bottom - held.bottom) < size / 2
    below = (
        abs(spot.left - held.left) < size / 2
        and -size < spot.top - held.bottom < size / 2
        and held.right - held.left < 1.5 * size
    )
    return spot.page == held.page and (beside or below)


def _mark(spot: Spot, kind: str) -> Mark:
    width, height = round(spot.right - spot.left, 2), round(spot.bottom - spot.top, 2)
    return Mark(spot.page, round(spot.left, 2), round(spot.top, 2), width, height, kind)  # type: ignore[arg-type]


def _matched(pairs: Sequence[Pair], a: Sequence[Unit], b: Sequence[Unit], old: Reading, new: Reading) -> dict[int, int]:
    """Pages by what they share: the most first, each at most once; pages without words by their neighbours."""
    shared: Counter[tuple[int, int]] = Counter()
    for pair in pairs:
        if pair.old is not None and pair.new is not None:
            size = 1 if pair.kind == "changed" else 2
            shared[b[pair.new].spots[0].page, a[pair.old].spots[0].page] += size * len(b[pair.new].text)
    found: dict[int, int] = {}
    for (here, there), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if here not in found and there not in found.values():
            found[here] = there
    _fill(found, len(old.sizes), len(new.sizes))
    return found


def _fill(found: dict[int, int], old: int, new: int) -> None:
    """A page that is left over belongs to the old one that is left over after the same page, or before it."""
    taken = set(found.values())
    for here in (*range(1, new + 1), *range(new, 0, -1)):
        if here in found:
            continue
        neighbours = ((here - 1, 1), (here + 1, -1))
        wished = [found[side] + step for side, step in neighbours if side in found] + ([here] if not found else [])
        wished += [1] if here == 1 else []
        free = next((there for there in wished if 1 <= there <= old and there not in taken), None)
        if free is not None:
            found[here] = free
            taken.add(free)
