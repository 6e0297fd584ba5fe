"""Spans and a measure into lines: boxes are measured, breaks chosen, gaps spread or squeezed to the exact right edge."""

from __future__ import annotations

from collections.abc import Sequence

from report.drawing import Run
from report.problem import Problem, problem
from report.typeset import breaking, spacing
from report.typeset.breaking import Measures
from report.typeset.faces import Faces
from report.typeset.shaping import Boxes, shape
from report.typeset.style import Line, Paragraph, Span, TextStyle


def set_paragraph(spans: Sequence[Span], measure: float, style: TextStyle, faces: Faces) -> Paragraph:
    """The paragraph in lines of `measure` points, the first one indented as the style says.

    A last line and a line before a forced end are not spread. Nothing runs past the measure: a word wider than it is
    broken anywhere and reported.
    """
    boxes = shape(spans, style, faces)
    if not len(boxes):
        return Paragraph((), measure, style.leading, tuple(boxes.problems))
    found = breaking.measure(boxes, spans, style)
    indent = style.indent * style.size
    ends, emergencies = breaking.breaks(boxes, found, measure - indent, measure)
    lines: list[Line] = []
    problems = list(boxes.problems)
    start = 0
    for end in ends:
        last = end == len(boxes) or end in boxes.forced
        shift = indent if start == 0 else 0.0
        line = _line(boxes, found, spans, style, (start, end), (measure - shift, shift, last))
        lines.append(_at(line, len(lines) * style.leading))
        problems += _complaints(boxes, line, style, start, end, emergencies)
        start = end
    return Paragraph(tuple(lines), measure, style.leading, tuple(problems))


def set_line(spans: Sequence[Span], style: TextStyle, faces: Faces) -> Line:
    """One line at its natural width, ends untrimmed, for labels and numerals; the runs start at x = 0."""
    boxes = shape(spans, style, faces)
    if not len(boxes):
        return Line((), 0.0, "")
    found = breaking.measure(boxes, spans, style)
    gaps = list(found.natural)
    gaps[-1] = 0.0
    first = boxes.before[0]
    runs = tuple(_runs(boxes, found, spans, style, (0, len(boxes)), gaps, first))
    return Line(runs, first + sum(boxes.widths) + sum(gaps), "".join(boxes.texts))


def _complaints(
    boxes: Boxes, line: Line, style: TextStyle, start: int, end: int, emergencies: set[int]
) -> list[Problem]:
    if end in emergencies:
        return [problem("text-too-wide", boxes.places[start], "warning", text=line.text[:20])]
    if style.align == "justify" and line.stretch > 4 * breaking.LOOSE_STRETCH:
        return [problem("loose-line", boxes.places[start], "notice", text=line.text[:12], em=f"{line.stretch:.2f}")]
    return []


def _at(line: Line, y: float) -> Line:
    if y == 0:
        return line
    from report.typeset.style import moved_run

    return Line(tuple(moved_run(run, 0.0, y) for run in line.runs), line.width, line.text, y, line.stretch)


def _line(
    boxes: Boxes,
    found: Measures,
    spans: Sequence[Span],
    style: TextStyle,
    reach: tuple[int, int],
    room: tuple[float, float, bool],
) -> Line:
    """Boxes of one line, spread or squeezed to the measure and aligned."""
    start, end = reach
    measure, left, last = room
    width = found.width(start, end)
    need = measure - width
    spread = need if style.align == "justify" and not last else min(need, 0.0)
    extra = _spread(found, start, end, spread) if spread > 0 else _squeezed(found, start, end, -spread)
    gaps = [found.natural[k] + extra[k - start] for k in range(start, end)]
    gaps[-1] = 0.0
    free = max(0.0, need) if style.align in ("right", "centre") else 0.0
    x = left - found.head[start] + free * (0.5 if style.align == "centre" else 1.0)
    runs = tuple(_runs(boxes, found, spans, style, reach, gaps, x))
    text = "".join(boxes.texts[start:end])
    inner = max(1, found.opens[end - 1] - found.opens[start])
    return Line(runs, width + spread, text, 0.0, spread / inner / found.sizes[start])


def _spread(found: Measures, start: int, end: int, need: float) -> list[float]:
    """Rule 29: word spaces to half an em, then gaps of Han and Latin, then all gaps equally."""
    extra = [0.0] * (end - start)
    for kind in spacing.STRETCH_ORDER[:-1]:
        able = [k for k in range(start, end - 1) if found.gaps[k].kind == kind and found.gaps[k].stretch]
        capacity = sum(found.gaps[k].stretch * found.sizes[k] for k in able)
        share = min(1.0, need / capacity) if capacity else 0.0
        for k in able:
            extra[k - start] = found.gaps[k].stretch * found.sizes[k] * share
        need -= capacity * share
    able = [k for k in range(start, end - 1) if found.gaps[k].opens]
    able = able or [k for k in range(start, end - 1) if found.gaps[k].kind == "space"] or list(range(start, end - 1))
    for k in able:
        extra[k - start] += need / len(able)
    return extra


def _squeezed(found: Measures, start: int, end: int, need: float) -> list[float]:
    """Rule 28: kinds give way in order, all gaps of one kind by the same share."""
    extra = [0.0] * (end - start)
    for kind in spacing.SHRINK_ORDER if need > 0 else ():
        able = [k for k in range(start, end - 1) if found.gaps[k].kind == kind and found.gaps[k].shrink]
        capacity = sum(found.gaps[k].shrink * found.sizes[k] for k in able)
        share = min(1.0, need / capacity) if capacity else 0.0
        for k in able:
            extra[k - start] = -found.gaps[k].shrink * found.sizes[k] * share
        need -= capacity * share
    return extra


def _runs(
    boxes: Boxes,
    found: Measures,
    spans: Sequence[Span],
    style: TextStyle,
    reach: tuple[int, int],
    gaps: list[float],
    x: float,
) -> list[Run]:
    """Consecutive boxes of one face and span become a run."""
    start, end = reach
    runs: list[Run] = []
    k = start
    while k < end:
        face, span = boxes.faces[k], boxes.spans[k]
        j = k + 1
        while j < end and boxes.faces[j] is face and boxes.spans[j] == span:
            j += 1
        runs.append(_run(boxes, spans[span], spans[span].style or style, (k, j), gaps[k - start : j - start], x, style))
        x += sum(boxes.widths[k:j]) + sum(gaps[k - start : j - start])
        k = j
    return runs


def _run(
    boxes: Boxes,
    span: Span,
    own: TextStyle,
    reach: tuple[int, int],
    gaps: list[float],
    x: float,
    style: TextStyle,
) -> Run:
    start, end = reach
    face = boxes.faces[start].face
    glyphs: list[int] = []
    advances: list[float] = []
    texts: list[str] = []
    adjust: list[float] = []
    offsets: list[tuple[int, float, float]] = []
    for k in range(start, end):
        at = len(glyphs)
        glyphs += boxes.glyphs[k]
        advances += boxes.advances[k]
        texts += [boxes.texts[k], *[""] * (len(boxes.glyphs[k]) - 1)]
        shifted = boxes.offsets[k]
        if shifted:
            offsets += [(at + i, dx, dy) for i, (dx, dy) in enumerate(shifted) if dx or dy]
        widened = boxes.widths[k] * 1000 / own.size - sum(boxes.advances[k])
        adjust += [0.0] * (len(boxes.glyphs[k]) - 1) + [gaps[k - start] * 1000 / own.size + widened]
    simple = all(len(t) == 1 for t in texts)
    return Run(
        x,
        -span.rise - _centred(boxes, start, own, style),
        face,
        own.size,
        own.colour,
        tuple(glyphs),
        tuple(advances),
        "".join(texts) if simple else tuple(texts),
        _rounded(adjust),
        tuple(offsets),
        language="zh-CN" if own.language.startswith("zh") else own.language,
    )


def _centred(boxes: Boxes, k: int, own: TextStyle, style: TextStyle) -> float:
    """How far a face of another em box stands higher, so that the centres of the em boxes agree; Han only."""
    box, family = boxes.faces[k].face, boxes.faces[k].family.key
    if family == own.family or boxes.classes[k] != spacing.HAN:
        return 0.0
    return (380.0 - (box.ascent + box.descent) / 2) * own.size / 1000


def _rounded(gaps: list[float]) -> tuple[float, ...]:
    """Gaps in whole thousandths of an em, rounded along the run so that no error adds up; the last one is dropped."""
    if not any(gaps):
        return ()
    result: list[float] = []
    total = done = 0.0
    for value in gaps:
        total += value
        step = round(total) - done
        done += step
        result.append(float(step))
    result[-1] = 0.0
    return tuple(result)
