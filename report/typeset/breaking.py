"""Which breaks are best for the whole of a segment: dynamic programming over the breaks that can be reached, after a
quick line by line try that is kept where every line of it is good already.

The cost of a line is O(1) by prefix sums. After Knuth and Plass, "Breaking Paragraphs into Lines" (1981), with
class-pair gaps in place of word glue.
"""

from __future__ import annotations

from bisect import bisect_right, insort

from report.named import NamedTuple
from report.typeset import costs
from report.typeset.classes import SILENT, SOFT
from report.typeset.strip import Strip

TOLERANCE = 0.01
"""Thousandths of an em: rounding of sums is no overfull line."""
QUICK, QUICK_LINE = 40.0, 800.0
"""Thousandths of an em, a gap and for all gaps of the line, up to which a line of the quick try is taken."""
GOOD_ENOUGH = 0.02
"""Cost of a line beyond which the quick try looks for no better one."""
NEAR, FAR = 130.0, 4000.0
"""How loose a line may be that is weighed at all: first, and where that gives no good paragraph."""
HOPELESS = 1000.0
"""Cost of a line that no lawful break ends."""


class Manner(NamedTuple):
    """How a paragraph wants its lines: `rooms` are the measures of the first lines, the last one that of all others;
    `justified`, or ragged; `balanced` weighs the last line like the others; `phrases` are costs of single places."""

    rooms: tuple[float, ...]
    justified: bool = True
    balanced: bool = False
    phrases: dict[int, float] | None = None

    def room(self, line: int) -> float:
        return self.rooms[min(line, len(self.rooms) - 1)]


class Choice(NamedTuple):
    """Where the lines end, the cost of it all, and the ends that no rule permits."""

    ends: tuple[int, ...]
    cost: float
    unlawful: frozenset[int] = frozenset()


def choose(strip: Strip, manner: Manner, thorough: bool = False) -> Choice:
    """The best ends of a segment; `thorough` weighs however loose lines."""
    count = len(strip.rows)
    plain = manner.justified and not manner.phrases and not manner.balanced
    if strip.end(count) - strip.start(0) <= manner.room(0) + TOLERANCE and not manner.balanced:
        return Choice((count,), 0.0)
    if plain and not thorough:
        quick = _quick(strip, manner)
        if quick is not None:
            return quick
    limits = (FAR,) if thorough or not plain else (costs.GOOD, NEAR, FAR)
    for loosest in limits:
        best = _best(_search(strip, manner, loosest))
        if best is not None and best.cost <= costs.looseness(loosest + 1.0):
            return best
    assert best is not None
    return best


def _quick(strip: Strip, manner: Manner) -> Choice | None:
    """Line by line, the last end that fits or the next ones squeezed; None when any line is not good."""
    stop, lone = len(strip.rows), lone_from(strip)
    result: list[int] = []
    i, total = 0, 0.0
    while i < stop:
        best, cost = _quick_end(strip, i, strip.start(i) + manner.room(len(result)) + TOLERANCE)
        if not best or (best == stop and i >= lone > 0):
            return None
        result.append(best)
        total += cost
        i = best
    return Choice(tuple(result), total)


def _quick_end(strip: Strip, i: int, limit: float) -> tuple[int, float]:
    """The best of the last end before the limit and the next two; 0 when none is good."""
    lawful, stop = strip.lawful, len(strip.rows)
    # a line's end is trimmed by half an em: what begins before the limit and that is near enough
    j = lawful.rfind(1, i, bisect_right(strip.at, limit + 500.0, i) - 1) + 1
    while j and strip.end(j) > limit:
        j = lawful.rfind(1, i, j - 1) + 1
    best, cost = 0, 1.0
    j = j or lawful.find(1, i) + 1
    for _ in range(3):
        weighed = _quick_cost(strip, i, j, limit)
        if weighed < cost:
            best, cost = j, weighed
        if cost < GOOD_ENOUGH or j == stop:
            break
        j = lawful.find(1, j) + 1
    return best, cost


def _quick_cost(strip: Strip, i: int, j: int, limit: float) -> float:
    need = limit - strip.end(j)
    if need < 0:
        return _squeezing_cost(strip, i, j, need) + strip.penalty(j)
    return _opening_cost(strip, i, j, need) + strip.penalty(j) if j != len(strip.rows) else 0.0


def _squeezing_cost(strip: Strip, i: int, j: int, need: float) -> float:
    room = strip.can_lose(i, j)
    return costs.SQUEEZE * (need / room) ** 2 if -need <= room else HOPELESS


def _opening_cost(strip: Strip, i: int, j: int, need: float) -> float:
    rest = need - strip.eased(i, j)
    if rest <= TOLERANCE:
        return 0.0
    gaps = strip.opening(i, j)
    return (rest / gaps / costs.GOOD) ** 2 if rest <= QUICK_LINE and rest <= QUICK * gaps else HOPELESS


def lone_from(strip: Strip) -> int:
    """The last start from which more than one character that is no mark is left (rule 11); beyond it a line is lone."""
    seen = 0
    cells = strip.content.cells
    for k in range(len(cells) - 1, -1, -1):
        cell = cells[k]
        if cell.first not in SILENT or cell.last not in SILENT:
            seen += max(1, len(cell.text))
            if seen > 1:
                return k + 1
    return len(cells)


State = tuple[int, int, int]
"""Position, number of the line (as far as rooms differ), fitness of the line before."""


class _Search(NamedTuple):
    """What all lines of a search have in common: `at` are the ends of the places, `lone` the start from which a last
    line is a lone character, `loosest` how far gaps may open."""

    strip: Strip
    manner: Manner
    at: list[float]
    lone: int
    loosest: float


Way = tuple[int, float, int]
"""An end that a line may have, what it costs, and how it fits: tight, even, open or loose."""


def _search(strip: Strip, manner: Manner, loosest: float) -> _Search:
    return _Search(strip, manner, list(map(strip.ends.__getitem__, strip.places)), lone_from(strip), loosest)


def _best(search: _Search) -> Choice | None:
    """The cheapest ends of lines that are no looser than that: every state keeps its cheapest way. With FAR there are
    always some."""
    cells, stop = search.strip.content.cells, search.strip.places[-1]
    last_room = len(search.manner.rooms) - 1
    ways: dict[State, tuple[float, State | None]] = {(0, 0, 1): (0.0, None)}
    waiting: dict[int, list[State]] = {0: [(0, 0, 1)]}
    order = [0]
    unlawful: set[int] = set()
    while order and order[0] != stop:
        i = order.pop(0)
        after_hyphen = i > 0 and cells[i - 1].last == SOFT
        weighed: dict[int, list[Way]] = {}
        for state in waiting.pop(i):
            line, fit = state[1], state[2]
            if line not in weighed:
                weighed[line] = _lines_from(search, i, search.manner.room(line)) or _forced(search, i, line, unlawful)
            base = ways[state][0]
            for j, cost, fitting in weighed[line]:
                total = base + cost
                if fitting - fit > 1 or fit - fitting > 1:
                    total += costs.UNLIKE
                if after_hyphen and cells[j - 1].last == SOFT:
                    total += costs.HYPHENS
                following = (j, min(line + 1, last_room), fitting)
                known = ways.get(following)
                if known is None:
                    if j not in waiting:
                        waiting[j] = []
                        insort(order, j)
                    waiting[j].append(following)
                if known is None or total < known[0]:
                    ways[following] = (total, state)
    return _traced(ways, stop, unlawful)


def _forced(search: _Search, i: int, line: int, unlawful: set[int]) -> list[Way]:
    """Where no lawful line begins, at last any end that fits."""
    if search.loosest < FAR:
        return []
    end = emergency(search.strip, i, search.manner.room(line))
    unlawful.add(end)
    return [(end, HOPELESS, 3)]


def _traced(ways: dict[State, tuple[float, State | None]], stop: int, unlawful: set[int]) -> Choice | None:
    finals = [s for s in ways if s[0] == stop]
    if not finals:
        return None
    final = min(finals, key=lambda s: (ways[s][0], s))
    cost = ways[final][0]
    ends = []
    state: State | None = final
    while state is not None and state[0]:
        ends.append(state[0])
        state = ways[state][1]
    return Choice(tuple(reversed(ends)), cost, frozenset(unlawful & set(ends)))


def _lines_from(search: _Search, i: int, room: float) -> list[Way]:
    """The ends of all lines from i that are weighed."""
    strip = search.strip
    low = bisect_right(strip.places, i)
    first = bisect_right(search.at, strip.starts[i] + room + TOLERANCE, low)
    found = [(j, cost + _at(search, j), 0) for j, cost in _squeezed_from(strip, i, first, room)]
    (_justified if search.manner.justified else _ragged)(search, found, (i, low, first), room)
    if i >= search.lone > 0 and i > 0:
        found = [(j, cost + costs.LONE, fit) for j, cost, fit in found]
    return found


def _justified(search: _Search, found: list[Way], reach: tuple[int, int, int], room: float) -> None:
    """Adds the ends of lines that are opened, from the fullest down to the loosest that is weighed."""
    i, low, first = reach
    strip, loosest = search.strip, search.loosest
    places, ends, stretch, opened = strip.places, strip.ends, strip.stretch, strip.opens
    limit = room + strip.starts[i] - TOLERANCE
    last = -1 if search.manner.balanced else places[-1]
    for m in range(first - 1, low - 1, -1):
        j = places[m]
        need = limit - ends[j]
        rest = need - stretch[j - 1] + stretch[i]
        opens = opened[j - 1] - opened[i]
        if j == last or rest <= 0:
            each, cost = 0.0, 0.0
        elif rest <= costs.GOOD * opens:
            each = rest / opens
            cost = (each / costs.GOOD) ** 2
        else:
            each, tracked = costs.each_gap(need, strip.room(i, j))
            if each > loosest and (found or loosest < FAR):
                break
            cost = costs.looseness(each, tracked) + (costs.PUSHED_OUT if found else 0.0)
        fit = 1 if each <= costs.GOOD else 2 if each <= costs.LOOSE else 3
        found.append((j, cost + _at(search, j), fit))


def _ragged(search: _Search, found: list[Way], reach: tuple[int, int, int], room: float) -> None:
    """Adds the ends of lines that are left short; in a balanced text the last one counts like all."""
    i, low, first = reach
    strip, balanced = search.strip, search.manner.balanced
    for m in range(first - 1, low - 1, -1):
        j = strip.places[m]
        short = (room + strip.starts[i] - strip.ends[j]) / 1000
        cost = 0.0 if j == strip.places[-1] and not balanced else costs.RAGGED * short * short
        found.append((j, cost + costs.LINE * balanced + _at(search, j), 1))


def _at(search: _Search, j: int) -> float:
    """What a break there costs wherever the line began."""
    cost = search.strip.penalty(j)
    return cost + search.manner.phrases.get(j, 0.0) if search.manner.phrases else cost


def _squeezed_from(strip: Strip, i: int, first: int, room: float) -> list[tuple[int, float]]:
    """Ends past the measure that squeezing brings in (rule 12)."""
    found = []
    for j in strip.places[first : first + 4]:
        over = strip.ends[j] - strip.starts[i] - room
        able = strip.shrink[j - 1] - strip.shrink[i]
        if over <= able + costs.SLACK:
            found.append((j, costs.SQUEEZE * (over / able) ** 2 if over < able else costs.SQUEEZE + over / 100))
    return found


def emergency(strip: Strip, i: int, room: float) -> int:
    """The last end that fits, lawful or not; one cell at least."""
    stop = len(strip.rows)
    j = i + 1
    while j < stop and strip.width(i, j + 1) <= room + TOLERANCE:
        j += 1
    return j
