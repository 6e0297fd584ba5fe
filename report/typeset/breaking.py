"""Where a line may break and which breaks are best: whole-paragraph choice with a greedy fast path.

The cost of a line is O(1) by prefix sums; only breaks that can be reached are weighed (engine.md, section 6). After
Knuth and Plass, "Breaking Paragraphs into Lines" (1981), with class-pair gaps in place of word glue.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from report.typeset import spacing
from report.typeset.shaping import Boxes
from report.typeset.spacing import Gap
from report.typeset.style import Span, TextStyle

GOOD_STRETCH = 0.05
"""Em a gap up to which a line is good (typography.md, the meter)."""
LOOSE_STRETCH = 0.10
"""Em a gap beyond which a line is loose (rule 30)."""
WIDEST_STRETCH = 0.5
LONE_COST = 400.0
"""A last line of one character (rule 11) costs more than any looseness that a rearrangement can bring."""
LOOSE_COST = 40.0
UNLIKE_COST = 0.2
TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Measures:
    """Prefix sums over boxes and gaps of one paragraph, in points; gap k follows box k."""

    gaps: tuple[Gap, ...]
    natural: tuple[float, ...]
    sizes: tuple[float, ...]
    start: tuple[float, ...]
    shrink: tuple[float, ...]
    stretch: tuple[float, ...]
    opens: tuple[int, ...]
    head: tuple[float, ...]
    tail: tuple[float, ...]

    def width(self, i: int, j: int) -> float:
        """Natural width of boxes i to j (exclusive) as a line, with its ends trimmed."""
        return self.start[j] - self.start[i] - self.natural[j - 1] - self.tail[j - 1] - self.head[i]

    def room(self, i: int, j: int) -> float:
        """How much such a line can be squeezed."""
        return self.shrink[j - 1] - self.shrink[i]

    def em_a_gap(self, i: int, j: int, need: float) -> float:
        """What `need` more points mean in em for each gap."""
        gaps = self.opens[j - 1] - self.opens[i]
        return need / max(1, gaps) / self.sizes[i]


def measure(boxes: Boxes, spans: Sequence[Span], style: TextStyle) -> Measures:
    """The prefix sums of a paragraph."""
    count = len(boxes)
    styles = [span.style or style for span in spans]
    sizes = tuple(styles[s].size for s in boxes.spans)
    gaps = tuple(_gap(boxes, styles, k) for k in range(count))
    natural = []
    for k in range(count):
        own = styles[boxes.spans[k]]
        following = boxes.before[k + 1] if k + 1 < count else 0.0
        natural.append(gaps[k].width * sizes[k] + own.tracking * own.size + following)
    total = [boxes.widths[k] + natural[k] for k in range(count)]
    return Measures(
        gaps,
        tuple(natural),
        sizes,
        tuple(accumulate(total, initial=0.0)),
        tuple(accumulate((g.shrink * s for g, s in zip(gaps, sizes, strict=True)), initial=0.0)),
        tuple(accumulate((g.stretch * s for g, s in zip(gaps, sizes, strict=True)), initial=0.0)),
        tuple(accumulate((int(g.opens or g.stretch > 0) for g in gaps), initial=0)),
        tuple(_head(boxes, k, sizes[k]) for k in range(count)),
        tuple(_tail(boxes, k, sizes[k], style.punctuation) for k in range(count)),
    )


def _gap(boxes: Boxes, styles: Sequence[TextStyle], k: int) -> Gap:
    own = styles[boxes.spans[k]]
    if k + 1 == len(boxes):
        return Gap(0.0, True, 0.0, "", 0.0, False)
    found = spacing.gap(
        boxes.last_classes[k], boxes.classes[k + 1], own.han_latin, own.punctuation, own.level == "strict"
    )
    if k in boxes.free:
        return found._replace(breaks=True)
    if k in boxes.bound:
        return found._replace(breaks=False)
    return found


def _head(boxes: Boxes, k: int, size: float) -> float:
    """Rule 16: an opening mark loses its outer half at the start of a line."""
    return 0.5 * size if boxes.classes[k] == spacing.OPEN else 0.0


def _tail(boxes: Boxes, k: int, size: float, punctuation: str) -> float:
    """Rule 15: a mark takes half an em at the end of a line; a space takes nothing."""
    last = boxes.last_classes[k]
    if last == spacing.SPACE:
        return boxes.widths[k]
    return 0.5 * size if last in spacing.HALF_RIGHT and punctuation != "full" else 0.0


def breaks(boxes: Boxes, found: Measures, first: float, measure_: float) -> tuple[list[int], set[int]]:
    """Where lines end (index after the last box of each), and which of these ends are emergencies in a long word.

    `first` is the measure of the first line, `measure_` of the others.
    """
    ends: list[int] = []
    emergencies: set[int] = set()
    start = 0
    for stop in [*sorted(boxes.forced - {0, len(boxes)}), len(boxes)]:
        room = first if start == 0 else measure_
        ends += _segment(boxes, found, start, stop, (room, measure_), emergencies)
        start = stop
    return ends, emergencies


def _segment(
    boxes: Boxes, found: Measures, start: int, stop: int, rooms: tuple[float, float], emergencies: set[int]
) -> list[int]:
    if start == stop:
        return [stop]
    if found.width(start, stop) <= rooms[0] + TOLERANCE:
        return [stop]
    places = [k + 1 for k in range(start, stop - 1) if found.gaps[k].breaks] + [stop]
    quick = _greedy(boxes, found, start, places, rooms)
    if quick is not None:
        return quick
    return _best(boxes, found, start, places, rooms, emergencies)


def _greedy(
    boxes: Boxes, found: Measures, start: int, places: list[int], rooms: tuple[float, float]
) -> list[int] | None:
    """Line by line, the better of the last that fits and the first that fits squeezed; None when any line is not good."""
    stop = places[-1]
    at = [found.start[p] for p in places]
    ends: list[int] = []
    i, room = start, rooms[0]
    while i < stop:
        k = bisect_right(at, found.start[i] + room)
        best, cost = 0, 3.0
        for p in places[max(0, k - 1) : k + 3]:
            if p > i:
                weighed = _cost(boxes, found, i, p, stop, room)
                if weighed < cost:
                    best, cost = p, weighed
        if not best or cost > 1.0:
            return None
        ends.append(best)
        i, room = best, rooms[1]
    return ends


def _best(
    boxes: Boxes, found: Measures, start: int, places: list[int], rooms: tuple[float, float], emergencies: set[int]
) -> list[int]:
    """The cheapest ends for the whole segment: dynamic programming over the breaks that can be reached."""
    stop = places[-1]
    at = [found.start[p] for p in places]
    reached: dict[int, tuple[float, int, float]] = {start: (0.0, -1, 0.0)}
    queue = [start]
    index = {p: k for k, p in enumerate(places)}
    done = -1
    while queue:
        i = min(queue)
        queue.remove(i)
        if i == stop or i <= done:
            continue
        done = i
        room = rooms[0] if i == start else rooms[1]
        candidates = _candidates(boxes, found, i, places, at, index.get(i, -1) + 1, room)
        if not candidates:
            candidates = [(_emergency(found, i, stop, room), 2 * LONE_COST)]
            emergencies.add(candidates[0][0])
        base, _, before = reached[i]
        for j, cost in candidates:
            looseness = found.em_a_gap(i, j, room - found.width(i, j)) if j != stop else before
            total = base + cost + UNLIKE_COST * abs(looseness - before) / GOOD_STRETCH
            if j not in reached or total < reached[j][0]:
                if j not in reached:
                    queue.append(j)
                reached[j] = (total, i, looseness)
    ends = [stop]
    while (previous := reached[ends[-1]][1]) > start:
        ends.append(previous)
    return ends[::-1]


def _candidates(
    boxes: Boxes, found: Measures, i: int, places: list[int], at: list[float], low: int, room: float
) -> list[tuple[int, float]]:
    """Ends that a line from i may have, with their cost; the fullest lawful line is always among them."""
    stop = places[-1]
    k = bisect_right(at, found.start[i] + room, low)
    result: list[tuple[int, float]] = []
    for p in places[k : k + 6]:
        cost = _cost(boxes, found, i, p, stop, room)
        if cost < INFEASIBLE:
            result.append((p, cost))
    for p in reversed(places[low:k]):
        cost = _cost(boxes, found, i, p, stop, room)
        if cost >= INFEASIBLE:
            continue
        loose = found.em_a_gap(i, p, room - found.width(i, p))
        if result and loose > WIDEST_STRETCH and p != stop:
            break
        result.append((p, cost))
    return result


INFEASIBLE = 1e9


def _cost(boxes: Boxes, found: Measures, i: int, j: int, stop: int, room: float) -> float:
    """What a line from i to j costs: looseness, squeeze, a lone last character."""
    need = room - found.width(i, j)
    if need < -found.room(i, j) - TOLERANCE:
        return INFEASIBLE
    if j == stop:
        lone = _characters(boxes, i, j) <= 1 and i > 0
        return (LONE_COST if lone else 0.0) + (_squeeze(found, i, j, need) if need < 0 else 0.0)
    if need < 0:
        return _squeeze(found, i, j, need)
    ease = found.stretch[j - 1] - found.stretch[i]
    each = found.em_a_gap(i, j, max(0.0, need - ease / 2))
    cost = (each / GOOD_STRETCH) ** 2
    return cost + LOOSE_COST * (each / LOOSE_STRETCH) ** 2 if each > LOOSE_STRETCH else cost


def _squeeze(found: Measures, i: int, j: int, need: float) -> float:
    share = -need / max(found.room(i, j), TOLERANCE)
    return 0.6 * share * share


def _characters(boxes: Boxes, i: int, j: int) -> int:
    """Characters of a line that are no marks."""
    marks = spacing.HALF_RIGHT | {spacing.OPEN, spacing.SPACE, spacing.LATIN_CLOSE}
    return sum(len(boxes.texts[k]) for k in range(i, j) if boxes.classes[k] not in marks)


def _emergency(found: Measures, i: int, stop: int, room: float) -> int:
    """Somewhere inside a word that is longer than the line."""
    j = i + 1
    while j < stop and found.width(i, j + 1) <= room + TOLERANCE:
        j += 1
    return j
