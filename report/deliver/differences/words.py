"""Two texts into what changed between them: sentences are paired, and inside a pair the runs of words that differ.

Runs are joined over what two of them have in common by chance, and a figure is one word with its unit, so that a
reader sees 3.6亿元 → 3.8亿元 and not a digit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

from report.deliver.differences.reading import CELL
from report.named import NamedTuple
from report.patterns import late

Kind = Literal["same", "changed", "added", "removed", "moved"]
TOKEN = late(
    r"\d[\d,.]*(?<![,.])[余多]?[十百千万亿]*[余多]?(?:个百分点|人次|公里|平方米|[%‰元人个件户名次家场期支项所组对台处])?|[A-Za-z]+|.",
    re.S,
)
SENTENCE = late(r"[^。！？；!?]*(?:[。！？；!?]+[”’」』）)]*|$)")
FIGURE = late(r"\d[\d,.]*")
LEAST = 0.35
"""How alike two sentences must be to be one that was changed."""
KEPT = 0.3
"""Share of a sentence that must be the same for its changes to be told one by one."""
MOST_PAIRS = 250_000
"""Sentences of one stretch times those of the other, above which they are not paired."""
LONG = 2_000
"""Sentences of a document above which common ones (table cells) no longer lead the comparison."""


class Segment(NamedTuple):
    """A run of a sentence: the same in both (`old` is `new`), or what became what; one of both may be empty."""

    old: str
    new: str

    @property
    def same(self) -> bool:
        return self.old == self.new


class Pair(NamedTuple):
    """A sentence of the old text and one of the new by their numbers; None where there is no counterpart."""

    kind: Kind
    old: int | None
    new: int | None


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a paragraph; closing quotes belong to it."""
    for found in SENTENCE.finditer(text):
        if found[0].strip():
            yield found.span()


def paired(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Every sentence of both once, in the order of the new text; those without a counterpart where they were."""
    a, b = [_bare(text) for text in old], [_bare(text) for text in new]
    matcher = SequenceMatcher(None, a, b, autojunk=max(len(a), len(b)) > LONG)
    found: list[Pair] = []
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag == "equal":
            found += (Pair("same", i, j) for i, j in zip(range(a1, a2), range(b1, b2), strict=True))
        elif "".join(a[a1:a2]) == "".join(b[b1:b2]):  # the same words, cut into other paragraphs
            found += _split(range(a1, a2), range(b1, b2))
        else:
            found += _aligned(a, b, range(a1, a2), range(b1, b2))
    return _moves(found, a, b)


def _split(old: range, new: range) -> Iterator[Pair]:
    yield from (Pair("same", old[min(at, len(old) - 1)], j) for at, j in enumerate(new))


def _bare(text: str) -> str:
    return "".join(text.split()) if CELL not in text else CELL.join("".join(cell.split()) for cell in text.split(CELL))


def _aligned(a: Sequence[str], b: Sequence[str], old: range, new: range) -> Iterator[Pair]:
    """The best pairs that keep the order (longest common subsequence by likeness)."""
    pairs = dict(_best(a, b, old, new)) if 0 < len(old) * len(new) <= MOST_PAIRS else {}
    at = old.start
    for j in new:
        i = pairs.get(j)
        if i is None:
            yield Pair("added", None, j)
            continue
        yield from (Pair("removed", gone, None) for gone in range(at, i))
        yield Pair("changed", i, j)
        at = i + 1
    yield from (Pair("removed", gone, None) for gone in range(at, old.stop))


def _best(a: Sequence[str], b: Sequence[str], old: range, new: range) -> Iterator[tuple[int, int]]:
    grams_a, grams_b = {i: _grams(a[i]) for i in old}, {j: _grams(b[j]) for j in new}
    like = [[_alike(grams_a[i], grams_b[j], a[i], b[j]) for j in new] for i in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for x in reversed(range(len(old))):
        for y in reversed(range(len(new))):
            skip = max(best[x + 1][y], best[x][y + 1])
            best[x][y] = max(skip, best[x + 1][y + 1] + like[x][y]) if like[x][y] >= LEAST else skip
    x = y = 0
    while x < len(old) and y < len(new):
        if like[x][y] >= LEAST and best[x][y] == best[x + 1][y + 1] + like[x][y]:
            yield new[y], old[x]
            x, y = x + 1, y + 1
        elif best[x + 1][y] >= best[x][y + 1]:
            x += 1
        else:
            y += 1


def _grams(text: str) -> Counter[str]:
    """Pairs of characters; every figure counts as the same, since figures are what changes."""
    masked = FIGURE.sub("0", text)
    return Counter(masked[at : at + 2] for at in range(max(1, len(masked) - 1)))


def _alike(a: Counter[str], b: Counter[str], old: str, new: str) -> float:
    """Dice's coefficient; rows of a table are known by their heads."""
    shared = 2 * sum((a & b).values()) / (sum(a.values()) + sum(b.values()))
    head_a, cell_a, _ = old.partition(CELL)
    head_b, cell_b, _ = new.partition(CELL)
    if not (cell_a and cell_b):
        return shared
    return max(shared, 0.9) if head_a and head_a == head_b else shared / 2


def _moves(pairs: list[Pair], a: Sequence[str], b: Sequence[str]) -> list[Pair]:
    """What is gone here and new there with the same words has moved."""
    gone: dict[str, list[int]] = {}
    for pair in pairs:
        if pair.kind == "removed" and pair.old is not None and len(a[pair.old]) > 5:
            gone.setdefault(a[pair.old], []).append(pair.old)
    moved: dict[int, int] = {}
    for pair in pairs:
        if pair.kind == "added" and pair.new is not None and gone.get(b[pair.new]):
            moved[pair.new] = gone[b[pair.new]].pop(0)
    taken = set(moved.values())
    kept = (pair for pair in pairs if not (pair.kind == "removed" and pair.old in taken))
    return [Pair("moved", moved[p.new], p.new) if p.new in moved and p.new is not None else p for p in kept]


def segments(old: str, new: str) -> tuple[Segment, ...]:
    """What became what inside a sentence, or cell by cell inside a row."""
    if CELL in old or CELL in new:
        return tuple(_joined(_of_cells(old.split(CELL), new.split(CELL))))
    return tuple(_of_words(old, new))


def _of_cells(old: list[str], new: list[str]) -> Iterator[Segment]:
    """Cell by cell; a cell that one of both lacks brings its separator with it."""
    lists = [(list(old), list(new))] if len(old) == len(new) else list(_of_lists(old, new))
    begun = [False, False]
    for cells in lists:
        for was, now in zip_longest(*cells):
            separators = []
            for side, cell in enumerate((was, now)):
                separators.append(CELL if begun[side] and cell is not None else "")
                begun[side] |= cell is not None
            if any(separators):
                yield Segment(*separators)
            yield from _of_words(was or "", now or "")


def _of_lists(old: list[str], new: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    for _, a1, a2, b1, b2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield old[a1:a2], new[b1:b2]


def _of_words(old: str, new: str) -> Iterator[Segment]:
    if old == new:
        yield from [Segment(old, new)] if old else []
        return
    a, b = TOKEN.findall(old), TOKEN.findall(new)
    told = [
        Segment("".join(a[a1:a2]), "".join(b[b1:b2]))
        for _, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    ]
    told = list(_joined(_without_chance(told)))
    same = sum(len(one.new) for one in told if one.same)
    if same < KEPT * max(len(old), len(new)):
        yield Segment(old, new)
    else:
        yield from told


def _without_chance(told: list[Segment]) -> list[Segment]:
    """Join changes over something that both texts have by chance: no longer than the changes on either side of it."""
    at = 1
    while at < len(told) - 1:
        before, here, after = told[at - 1 : at + 2]
        if here.same and not before.same and not after.same and _by_chance(here, before, after):
            told[at - 1 : at + 2] = [Segment(before.old + here.old + after.old, before.new + here.new + after.new)]
            at = max(1, at - 2)
        else:
            at += 1
    return told


def _by_chance(here: Segment, before: Segment, after: Segment) -> bool:
    if any(c in "，。、；：" for c in here.new) and FIGURE.search(before.new + after.new):
        return False  # a list of figures: each is its own change
    sizes = [max(len(one.old), len(one.new)) for one in (before, after)]
    return len(here.new) == 1 or len(here.new) <= min(sizes)


def _joined(told: Iterable[Segment]) -> Iterator[Segment]:
    """Neighbours of one kind as one; cells stay apart where they changed."""
    held: Segment | None = None
    for one in told:
        if held is not None and held.same and one.same:
            held = Segment(held.old + one.old, held.new + one.new)
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held
