"""Spans and a measure into lines: cells are measured, breaks chosen, gaps spread or squeezed to the right edge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from report.drawing import Run
from report.named import NamedTuple
from report.problem import Place, Problem, problem
from report.record import replace
from report.typeset import costs, dropcap, hyphens, marks, phrases
from report.typeset.breaking import Choice, Manner, choose
from report.typeset.classes import BROKEN
from report.typeset.faces import Faces, missing_glyph_problem
from report.typeset.setting import UNIT, Setter, hyphen_of, trimmed
from report.typeset.shaping import Cell, broken, shaper_for
from report.typeset.strip import Content, Strip, content, measured
from report.typeset.style import Line, Paragraph, Span, TextStyle

COMPLAINT = 2.5 * costs.LOOSE / 1000
"""Em a gap from which a line is reported as loose."""


class _Segment(NamedTuple):
    """Text between two forced ends, broken: its strip and its ends, in which style and room. `lefts` are the left edges
    of its first lines."""

    strip: Strip
    spans: tuple[Span, ...]
    choice: Choice
    style: TextStyle
    measure: float
    lefts: tuple[float, ...]


def line(spans: Sequence[Span], style: TextStyle, faces: Faces) -> Line:
    """One line, made anew."""
    given = tuple(_merged(spans))
    strip = measured(content(given, style, faces), style, faces)
    count = len(strip.rows)
    if not count:
        return Line((), 0.0, "")
    setter = Setter(strip, given, style, faces)
    gaps = setter.gaps(0, count, 0.0)
    first = given[0].before
    runs = setter.runs(0, count, gaps, first, 0.0)
    scales = strip.content.scales or [1.0] * count
    width = sum(cell.width * scale for cell, scale in zip(strip.content.cells, scales, strict=True)) + sum(gaps) / UNIT
    extras = marks.extras(setter, (0, count), gaps, first, 0.0)
    bases = marks.bases(setter, (0, count))
    return Line(tuple(runs), first + width * style.size / 1000, setter.text(0, count), extras=extras, bases=bases)


def paragraph(spans: tuple[Span, ...], measure: float, style: TextStyle, faces: Faces) -> Paragraph:
    """A paragraph, made anew."""
    em = style.size / 1000
    initial, rest = dropcap.parted(spans, style, faces)
    lines: list[Line] = []
    problems: list[Problem] = []
    for given in segments(rest):
        strip = _strip(given, style, faces, measure)
        if not strip.rows:
            continue
        lefts = _lefts(style, measure, len(lines), given[0].before, initial)
        rooms = (*((measure - left) / em for left in lefts), measure / em)
        manner = Manner(rooms, style.align == "justify", style.balance)
        strip, choice = _broken_up(strip, style, faces, manner)
        _append_lines(lines, problems, _Segment(strip, given, choice, style, measure, lefts), faces)
    problems[:0] = missing(spans, style, faces)
    if initial:
        lines[:1] = [dropcap.with_initial(lines[0] if lines else Line((), 0.0, ""), initial)]
    return Paragraph(tuple(lines), measure, style.leading, tuple(problems))


def _lefts(
    style: TextStyle, measure: float, line: int, before: float, initial: dropcap.Initial | None
) -> tuple[float, ...]:
    """The left edges of the first lines of a segment that begins with that line of the paragraph (rule 36)."""
    if initial:
        return (min(initial.width, measure - style.size),) * max(0, initial.lines - line)
    indent = min(style.indent * style.size, max(0.0, measure - style.size)) + before if line == 0 else 0.0
    return (indent,) if indent else ()


def segments(spans: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """Spans between forced ends, neighbours of one kind made one: how text is cut into runs decides nothing."""
    current: list[Span] = []
    for span in spans:
        if "\n" not in span.text:
            current.append(span)
            continue
        for i, part in enumerate(span.text.split("\n")):
            if i:
                yield tuple(_merged(current))
                current = []
            if part:
                current.append(span._replace(text=part))
    yield tuple(_merged(current))


def _merged(spans: Sequence[Span]) -> Iterator[Span]:
    if len(spans) == 1:
        yield spans[0]
        return
    for _, group in groupby(spans, lambda s: s._replace(text="", place=None)):
        members = list(group)
        if len(members) == 1 or members[0].before or members[0].ruby or members[0].rule or members[0].icon:
            yield from members
        else:
            yield members[0]._replace(text="".join(m.text for m in members))


def _strip(spans: tuple[Span, ...], style: TextStyle, faces: Faces, measure: float) -> Strip:
    """The measured segment; what is wider than the line comes in pieces."""
    given = marks.widened(content(spans, style, faces), spans, style, faces)
    strip = measured(given, style, faces)
    room = measure * 1000 / style.size
    if given.bound <= room or strip.widest <= room:
        return strip
    scales = given.scales or [1.0] * len(given.cells)
    wide = {k: broken(c) for k, c in enumerate(given.cells) if c.width * scales[k] > room}
    return measured(exchanged(given, wide), style, faces)


def exchanged(given: Content, parts: Mapping[int, list[Cell]]) -> Content:
    """Content with some cells in parts."""
    order = [k for k, cell in enumerate(given.cells) for _ in parts.get(k, (cell,))]
    cells = [part for k, cell in enumerate(given.cells) for part in parts.get(k, (cell,))]
    first = {k: at for at, k in reversed(list(enumerate(order)))}
    extra = None
    if given.extra:
        last = [k != after for k, after in zip(order, [*order[1:], -1], strict=True)]
        extra = [given.extra[k] if final else 0.0 for k, final in zip(order, last, strict=True)]
    return replace(
        given,
        cells=cells,
        spans=[given.spans[k] for k in order] if given.spans else None,
        scales=[given.scales[k] for k in order] if given.scales else None,
        extra=extra,
        kept=frozenset(first[k] for k in given.kept),
    )


def _broken_up(strip: Strip, style: TextStyle, faces: Faces, manner: Manner) -> tuple[Strip, Choice]:
    """The best ends; words are hyphenated where the paragraph is not good without (rule 8)."""
    if style.phrases:
        manner = manner._replace(phrases=phrases.costs_at(strip, style.language))
    choice = choose(strip, manner)
    if style.hyphenate and not style.grid and choice.cost > costs.NOT_GOOD:
        parts = hyphens.parts(strip.content, style.language)
        if parts:
            divided = measured(exchanged(strip.content, parts), style, faces)
            other = choose(divided, manner, thorough=True)
            if other.cost < choice.cost:
                return divided, other
    return strip, choice


def _append_lines(lines: list[Line], problems: list[Problem], segment: _Segment, faces: Faces) -> None:
    strip, spans, choice, style = segment.strip, segment.spans, segment.choice, segment.style
    setter = Setter(strip, spans, style, faces)
    start = 0
    for number, end in enumerate(choice.ends):
        left = segment.lefts[number] if number < len(segment.lefts) else 0.0
        line = _line(setter, (start, end), (segment.measure, left), len(lines) * style.leading)
        if hyphen_of(strip, end):
            line = _hyphened(line, setter, end)
        lines.append(line)
        problems += _complaints(line, segment, start, end)
        start = end


def _line(setter: Setter, reach: tuple[int, int], room: tuple[float, float], y: float) -> Line:
    """Cells of one line, spread or squeezed to the measure and aligned."""
    strip, style = setter.strip, setter.style
    start, end = reach
    measure, left = room
    em = style.size / 1000
    natural = strip.end(end) - strip.start(start)
    need = (measure - left) / em - natural
    spread = need if style.align == "justify" and end != len(strip.rows) else min(need, 0.0)
    stop = trimmed(setter.cells, start, end)
    if stop == start + 1:
        spread = min(spread, 0.0)  # one cell has no gap that could open
    each = 0.0
    if spread > 0:
        each = strip.each(start, stop, spread)
        if each >= costs.GOOD:
            spread = _not_loose(spread, each, strip.room(start, stop))
            setter = setter.tracked(start, stop, spread)
    gaps = setter.gaps(start, stop, spread)
    free = max(0.0, need) * em if style.align in ("right", "centre") else 0.0
    head = strip.start(start) - strip.at[start]
    x = left - head * em + free * (0.5 if style.align == "centre" else 1.0)
    runs = setter.runs(start, stop, gaps, x, y)
    extras = marks.extras(setter, (start, stop), gaps, x, y)
    stretch = each if spread > 0 else spread / max(1, stop - start - 1)
    text = runs[0].texts if len(runs) == 1 and stop == end else ""
    text = text if text and isinstance(text, str) else setter.text(start, end)
    bases = marks.bases(setter, (start, stop))
    return Line(tuple(runs), (natural + spread) * em, text, y, stretch / 1000, extras, bases=bases)


def _not_loose(spread: float, each: float, room: costs.Room) -> float:
    """Eleven Han in twelve em open by a tenth of an em exactly; a thousandth less keeps rounding from making them loose
    (rule 30) and leaves the edge straight by a hundredth."""
    return spread - room.opens if abs(each - costs.LOOSE) < 0.5 else spread


def _hyphened(line: Line, setter: Setter, end: int) -> Line:
    """The line with its hyphen, in the face and size of the word it divides."""
    last = line.runs[-1]
    cell = setter.cells[end - 1]
    glyph, advance = cell.face.glyph("-"), cell.face.advance("-")
    run = Run(
        last.x + last.width,
        last.y,
        last.face,
        last.size,
        last.colour,
        (glyph,),
        (advance,),
        "-",
        language=last.language,
    )
    return replace(line, runs=(*line.runs, run), hyphen=True)


def _complaints(line: Line, segment: _Segment, start: int, end: int) -> list[Problem]:
    cells = segment.strip.content.cells
    if end in segment.choice.unlawful or (end < len(cells) and cells[end - 1].last == BROKEN):
        return [problem("text-too-wide", _place(segment, start), "warning", text=line.text[:20])]
    if segment.style.align != "justify" or end == len(cells):
        return []
    short = end - start == 1 and segment.measure - line.width > segment.style.size
    loose = (segment.measure - line.width) / segment.style.size if short else line.stretch
    if loose <= COMPLAINT:
        return []
    return [problem("loose-line", _place(segment, start), "notice", text=line.text[:12], em=f"{loose:.2f}")]


def _place(segment: _Segment, cell: int) -> Place | None:
    """Where a cell stands in the source."""
    at = sum(len(c.text) for c in segment.strip.content.cells[:cell])
    for span in segment.spans:
        if at < len(span.text) or span is segment.spans[-1]:
            return span.place._replace(column=span.place.column + at) if span.place else None
        at -= len(span.text)
    return None


def missing(spans: Sequence[Span], style: TextStyle, faces: Faces, *, vertical: bool = False) -> Iterator[Problem]:
    """Characters that no face of the chain has, each where it stands."""
    for span in spans:
        absent = shaper_for(span.style or style, faces, vertical=vertical).absent
        if not absent or absent.isdisjoint(span.text):
            continue
        for i, char in enumerate(span.text):
            if char in absent:
                place = span.place._replace(column=span.place.column + i) if span.place else None
                yield missing_glyph_problem(char, (span.style or style).family, place)
