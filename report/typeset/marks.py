"""What stands beside the line: emphasis dots, rules of names and titles, ruby, links, icons."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from report.drawing import Group, Item, Link, Marked, Path, Run, Shape, Stroke, line, moved
from report.named import NamedTuple
from report.record import replace
from report.typeset.classes import HAN
from report.typeset.faces import Faces
from report.typeset.setting import UNIT, Setter
from report.typeset.shaping import Cell
from report.typeset.strip import Content, content, measured, own_style
from report.typeset.style import Span, TextStyle

DOT_BELOW, DOT_RADIUS = 0.27, 0.065
"""Middle of an emphasis dot under the baseline and its radius, in em (rule 42)."""
RULE_BELOW, RULE_WIDTH, RULE_BREAK = 0.2, 0.045, 0.09
"""Depth and width of the rule of a name, and what it leaves free at each end, in em (rule 43)."""
WAVE, SWING = 0.16, 0.055
"""Half a wave of a book title's rule, and its height over the middle, in em."""
RUBY_SIZE, RUBY_ABOVE, RUBY_GAP = 0.5, 0.98, 150.0
"""Size of ruby and its baseline over the text's, in em; thousandths of an em between two readings (rule 44)."""
PINYIN = "zh-Latn-pinyin"
"""The language of a reading in Latin letters (registered variant of BCP 47)."""
ARC = 0.5523
"""Length of a control arm that makes a quarter circle of a Bézier curve, in radii."""


class Placed(NamedTuple):
    """Cells of one span in a line: their left edges (one more than cells) in points, the baseline, and how many of the
    span's cells stand in the lines before."""

    span: Span
    style: TextStyle
    cells: Sequence[Cell]
    lefts: Sequence[float]
    y: float
    starts: bool
    ends: bool
    before: int


def marked(span: Span) -> bool:
    """Whether anything stands beside the text of a span."""
    return bool(span.dots or span.rule or span.ruby or span.link or span.icon)


def extras(setter: Setter, reach: tuple[int, int], gaps: list[int], x: float, y: float) -> tuple[Item, ...]:
    """What stands beside a line whose first pen is at (x, y)."""
    if not setter.marked:
        return ()
    found: list[Item] = []
    for part in _parts(setter, reach, gaps, x, y):
        for draw in (_dots, _rule, _link, _icon):
            found += draw(part)
        found += _ruby(part, setter)
    return tuple(found)


def _parts(setter: Setter, reach: tuple[int, int], gaps: list[int], x: float, y: float) -> Iterator[Placed]:
    i, j = reach
    em = setter.style.size / 1000
    scales, spans = setter.strip.content.scales, setter.strip.content.spans
    widths = [c.width * (scales[i + k] if scales else 1.0) * em for k, c in enumerate(setter.cells[i:j])]
    steps = [w + (gaps[k] / UNIT * em if k < len(gaps) else 0.0) for k, w in enumerate(widths)]
    lefts = list(accumulate(steps, initial=x))
    for number, group in groupby(range(i, j), lambda k: spans[k] if spans else 0):
        span = setter.spans[number]
        if marked(span):
            own = list(group)
            a, b = own[0], own[-1] + 1
            # the gap after the last cell is not part of the span
            edges = [*lefts[a - i : b - i], lefts[b - 1 - i] + widths[b - 1 - i]]
            starts = a == 0 or (spans is not None and spans[a - 1] != number)
            ends = b == len(setter.cells) or (spans is not None and spans[b] != number)
            style, before = own_style(span, setter.style), a - _first(setter, a)
            yield Placed(span, style, setter.cells[a:b], edges, y - span.rise, starts, ends, before)


def _first(setter: Setter, k: int) -> int:
    """The first cell of the span that a cell is of."""
    spans = setter.strip.content.spans
    if spans is None:
        return 0
    while k and spans[k - 1] == spans[k]:
        k -= 1
    return k


def bases(setter: Setter, reach: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """For each reading of a line the numbers of the runs that it belongs to, first and after last."""
    if not setter.read:
        return ()
    i, j = reach
    starts, spans = setter.starts(i, j), setter.strip.content.spans
    found: list[tuple[int, int]] = []
    for number, group in groupby(range(i, j), lambda k: spans[k] if spans else 0):
        own = list(group)
        first = own[0]
        read = _bases(setter.spans[number], setter.cells[first : own[-1] + 1], first - _first(setter, first))
        found += [(bisect_left(starts, first + a), bisect_left(starts, first + b)) for _, a, b in read]
    return tuple(found)


def _dots(part: Placed) -> Iterator[Item]:
    """Rule 42: a dot under the middle of each character, none under marks and spaces (GB 5.1.8)."""
    if not part.span.dots:
        return
    size = part.style.size
    middles = [
        (left + cell.width * size / 2000)
        for cell, left in zip(part.cells, part.lefts, strict=False)
        if _takes_dot(cell)
    ]
    dots = tuple(Shape(circle(x, part.y + DOT_BELOW * size, DOT_RADIUS * size), part.style.colour) for x in middles)
    if dots:
        yield Marked("Artifact", dots)


def _takes_dot(cell: Cell) -> bool:
    return cell.first == HAN and unicodedata.category(cell.text[:1] or " ")[0] in "LN"


def _rule(part: Placed) -> Iterator[Item]:
    """Rule 43: as long as the name, with a visible break before the next; a title in two lines goes on unbroken."""
    if not part.span.rule:
        return
    size = part.style.size
    left = part.lefts[0] + RULE_BREAK * size * part.starts
    right = part.lefts[-1] - RULE_BREAK * size * part.ends
    y = part.y + RULE_BELOW * size
    path = line(left, y, right, y) if part.span.rule == "name" else wave(left, right, y, size)
    yield Marked("Artifact", (Shape(path, stroke=Stroke(part.style.colour, RULE_WIDTH * size)),))


def _link(part: Placed) -> Iterator[Item]:
    if part.span.link:
        size = part.style.size
        width = part.lefts[-1] - part.lefts[0]
        text = "".join(cell.text for cell in part.cells)
        yield Link(part.lefts[0], part.y - 0.88 * size, width, size, part.span.link, text)


def _icon(part: Placed) -> Iterator[Item]:
    icon = part.span.icon
    if icon is None:
        return
    size = part.style.size
    x, y = part.lefts[0], part.y - 0.88 * size
    drawn = Group(icon.shapes, None, (size, 0.0, 0.0, size, x, y))
    if icon.alt:
        yield Marked("Figure", (drawn,), alt=icon.alt, box=(x, y, icon.width * size, size))
    else:
        yield Marked("Artifact", (drawn,))


def _ruby(part: Placed, setter: Setter) -> Iterator[Item]:
    """Rule 44: each reading centred over its character, or one over the word."""
    for reading, a, b in _bases(part.span, part.cells, part.before):
        style = _ruby_style(part.style)
        runs = reading_runs(reading, style, setter.faces)
        width = sum(run.width for run in runs)
        left, right = part.lefts[a], part.lefts[b - 1] + part.cells[b - 1].width * part.style.size / 1000
        x = max(setter.left, (left + right - width) / 2)
        y = part.y - RUBY_ABOVE * part.style.size
        language = PINYIN if _latin(reading) and style.language.startswith("zh") else ""
        yield Marked("RT", tuple(moved(run, x, y) for run in runs), language=language)


def _latin(reading: str) -> bool:
    """Whether all letters of a reading are Latin."""
    return all(unicodedata.name(c, "").startswith("LATIN") for c in reading if unicodedata.category(c)[0] == "L")


def _bases(span: Span, cells: Sequence[Cell], before: int = 0) -> Iterator[tuple[str, int, int]]:
    """Each reading with the cells it belongs to: one a character, or all; `before` cells stand in earlier lines."""
    if len(span.ruby) > 1:
        yield from ((reading, k, k + 1) for k, reading in enumerate(span.ruby[before : before + len(cells)]))
    elif span.ruby:
        yield span.ruby[0], 0, len(cells)


def _ruby_style(style: TextStyle) -> TextStyle:
    return replace(style, size=style.size * RUBY_SIZE, tracking=0.0, indent=0.0)


def reading_runs(reading: str, style: TextStyle, faces: Faces) -> list[Run]:
    """A reading at its natural width, its first pen at the origin."""
    spans = (Span(reading),)
    strip = measured(content(spans, style, faces), style, faces)
    setter = Setter(strip, spans, style, faces)
    return setter.runs(0, len(strip.rows), setter.gaps(0, len(strip.rows), 0.0), 0.0, 0.0)


def widened(given: Content, spans: Sequence[Span], style: TextStyle, faces: Faces) -> Content:
    """The content with room for readings that are wider than their base, and no break inside a word's reading."""
    if given.spans is None or not any(span.ruby for span in spans):
        return given
    extra = list(given.extra or [0.0] * len(given.cells))
    kept: set[int] = set()
    for number, group in groupby(range(len(given.cells)), lambda k: given.spans[k] if given.spans else 0):
        own, span = list(group), spans[number]
        first = own[0]
        ruby = replace(own_style(span, style), size=style.size * RUBY_SIZE)
        for reading, a, b in _bases(span, given.cells[own[0] : own[-1] + 1]):
            cells = content((Span(reading),), ruby, faces).cells
            base = sum(c.width for c in given.cells[first + a : first + b])
            over = sum(c.width for c in cells) * RUBY_SIZE + RUBY_GAP - base
            kept.update(range(first + a + 1, first + b))
            if over > 0:
                share = over / (2 * (b - a))
                for k in range(first + a, first + b):
                    extra[k] += share
                    if k:
                        extra[k - 1] += share
    return replace(given, extra=extra, kept=frozenset(kept))


def circle(x: float, y: float, radius: float) -> Path:
    """The path of a circle about (x, y)."""
    r, arm = radius, radius * ARC
    return Path(
        "mccccz",
        (
            x + r, y,
            x + r, y + arm, x + arm, y + r, x, y + r,
            x - arm, y + r, x - r, y + arm, x - r, y,
            x - r, y - arm, x - arm, y - r, x, y - r,
            x + arm, y - r, x + r, y - arm, x + r, y,
        ),
    )  # fmt: skip


def wave(left: float, right: float, y: float, size: float) -> Path:
    """A wavy line of whole waves."""
    count = max(1, round((right - left) / (2 * WAVE * size))) * 2
    step, swing = (right - left) / count, SWING * size * 4 / 3
    points = [left, y]
    for k in range(count):
        x, up = left + k * step, swing if k % 2 else -swing
        points += [x + step * 0.35, y + up, x + step * 0.65, y + up, x + step, y]
    return Path("m" + "c" * count, tuple(points))
