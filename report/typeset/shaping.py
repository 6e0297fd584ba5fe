"""Spans into boxes: every run shaped by HarfBuzz, one box for each cluster, with its class and the gap after it.

Cluster is not index: —— may be one glyph of two em, and a quotation mark may take a variation selector to become full
width. So each box carries the glyphs and the source text of its cluster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import uharfbuzz as hb

from report.problem import Place, Problem
from report.typeset import spacing
from report.typeset.faces import Faces, OpenFace, missing_glyph_problem
from report.typeset.spacing import class_of
from report.typeset.style import Span, TextStyle

QUOTES = frozenset("“”‘’")
_URL = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+\.[\w.-]+", re.ASCII)
_URL_BREAK_AFTER = frozenset("/.?&=-_#@")
_UNIT = re.compile(r"(?<=\d) (?=[A-Za-zµΩ]{1,4}(?![A-Za-z]))")


@dataclass(slots=True)
class Boxes:
    """Flat arrays, one entry a cluster: what makes lines quick to measure. Lengths are points."""

    texts: list[str] = field(default_factory=list)
    classes: list[int] = field(default_factory=list)
    last_classes: list[int] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    glyphs: list[tuple[int, ...]] = field(default_factory=list)
    advances: list[tuple[float, ...]] = field(default_factory=list)
    offsets: list[tuple[tuple[float, float], ...] | None] = field(default_factory=list)
    faces: list[OpenFace] = field(default_factory=list)
    spans: list[int] = field(default_factory=list)
    before: list[float] = field(default_factory=list)
    forced: set[int] = field(default_factory=set)
    places: list[Place | None] = field(default_factory=list)
    free: set[int] = field(default_factory=set)
    bound: set[int] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.texts)


def shape(spans: Sequence[Span], style: TextStyle, faces: Faces) -> Boxes:
    """All spans as boxes; characters without a glyph are left out and reported."""
    boxes = Boxes()
    text = "".join(span.text for span in spans)
    offset = 0
    previous = ""
    for number, span in enumerate(spans):
        own = span.style or style
        for start, end, face in _runs(span, own, faces, boxes):
            context = (previous, text[offset + end : offset + end + 1])
            _shape_run(boxes, span, number, own, face, start, end, context)
            previous = span.text[end - 1 : end]
        if span.text.endswith("\n"):
            boxes.forced.add(len(boxes))
        offset += len(span.text)
    _urls(boxes)
    return boxes


def _runs(span: Span, style: TextStyle, faces: Faces, boxes: Boxes) -> Iterator[tuple[int, int, OpenFace]]:
    """Stretches of one face; a forced line end and a missing character stand between them."""
    start, current = 0, None
    for i, char in enumerate(span.text):
        face = None
        if char == "\n":
            if current is not None:
                yield start, i, current
            boxes.forced.add(len(boxes))
            start, current = i + 1, None
            continue
        face = current if char in "\u3000\ufe01" and current else faces.find(char, style.family, style.weight, style.slant)
        if face is None and char == "\u3000":
            face = faces.open(style.family, style.weight, style.slant)
        if face is None:
            place = span.place._replace(column=span.place.column + i) if span.place else None
            boxes.problems.append(missing_glyph_problem(char, style.family, place))
        if face is not current:
            if current is not None:
                yield start, i, current
            start, current = i, face
    if current is not None:
        yield start, len(span.text), current


def _shape_run(
    boxes: Boxes,
    span: Span,
    number: int,
    style: TextStyle,
    face: OpenFace,
    start: int,
    end: int,
    context: tuple[str, str],
) -> None:
    """Shape one run and append a box for each of its clusters."""
    text = span.text[start:end]
    codes, sources, narrow = _codes(text, face, context)
    buffer = hb.Buffer()
    buffer.add_codepoints(codes)
    buffer.direction, buffer.script = "ltr", "Hani"
    tabular = style.tabular and face.family.digits_language
    buffer.language = face.family.digits_language if tabular else style.language
    hb.shape(face.font, buffer, _features(face, sources, text, narrow, style))
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    clusters = [sources[info.cluster] for info in infos]
    i, count = 0, len(infos)
    while i < count:
        at = clusters[i]
        j = i + 1
        while j < count and clusters[j] == at:
            j += 1
        until = clusters[j] if j < count else len(text)
        _append(boxes, span, number, style, face, text[at:until], infos[i:j], positions[i:j], start + at, at in narrow)
        i = j


def _codes(text: str, face: OpenFace, context: tuple[str, str]) -> tuple[list[int], list[int], set[int]]:
    """Code points for HarfBuzz, the source index of each, and which quotes are Latin ones."""
    codes: list[int] = []
    sources: list[int] = []
    narrow: set[int] = set()
    western = not any(_wide(char) for char in text + context[0] + context[1])
    for i, char in enumerate(text):
        codes.append(ord(char))
        sources.append(i)
        if char in QUOTES:
            before = text[i - 1] if i else context[0]
            after = text[i + 1] if i + 1 < len(text) else context[1]
            if (_latin(before) and _latin(after)) or western:
                narrow.add(i)
            elif face.family.cjk_quotes == "vs":
                codes.append(0xFE01)
                sources.append(i)
    return codes, sources, narrow


def _latin(char: str) -> bool:
    return bool(char) and char.isascii() and not char.isspace()


def _wide(char: str) -> bool:
    return bool(char) and ord(char) >= 0x2E80


def _features(
    face: OpenFace, sources: list[int], text: str, narrow: set[int], style: TextStyle
) -> dict[str, bool | int | list[tuple[int, int, int]]]:
    """Kerning for Latin; quotes full width or proportional by where they stand; tabular digits where asked."""
    features: dict[str, bool | int | list[tuple[int, int, int]]] = {"kern": True}
    wide = [(i, i + 1, 1) for i, at in enumerate(sources) if text[at] in QUOTES and at not in narrow]
    if wide and face.family.cjk_quotes == "fwid":
        features["fwid"] = wide
    if narrow and face.family.cjk_quotes == "default":
        features["pwid"] = [(i, i + 1, 1) for i, at in enumerate(sources) if at in narrow]
    if style.tabular:
        for tag in face.family.digits_features:
            features[tag] = True
    return features


def _append(
    boxes: Boxes,
    span: Span,
    number: int,
    style: TextStyle,
    face: OpenFace,
    text: str,
    infos: Sequence[hb.GlyphInfo],
    positions: Sequence[hb.GlyphPosition],
    at: int,
    narrow: bool,
) -> None:
    scale = face.scale
    advances = tuple(p.x_advance * scale for p in positions)
    offsets = tuple((p.x_offset * scale, p.y_offset * scale) for p in positions)
    first = spacing.LATIN if narrow else class_of(text[0])
    total = sum(advances)
    if first == spacing.DOT and total != 500 and len(advances) == 1:
        offsets = (((500 - total) / 2, 0.0),)  # rule 19: half an em, the point in its middle
        total = 500.0
    elif first == spacing.WIDE:
        advances, total = (1000.0,), 1000.0
    boxes.texts.append(text)
    boxes.classes.append(first)
    boxes.last_classes.append(spacing.LATIN if narrow else class_of(text[-1]))
    boxes.widths.append(total * style.size / 1000)
    boxes.glyphs.append(tuple(info.codepoint for info in infos))
    boxes.advances.append(advances)
    boxes.offsets.append(offsets if any(dx or dy for dx, dy in offsets) else None)
    boxes.faces.append(face)
    boxes.spans.append(number)
    boxes.before.append(span.before if at == 0 else 0.0)
    boxes.places.append(span.place._replace(column=span.place.column + at) if span.place else None)


def _urls(boxes: Boxes) -> None:
    """Where a URL or address may break (rule 9), and the space between a number and its unit that may not (rule 7)."""
    text = "".join(boxes.texts)
    if "/" not in text and "@" not in text and "www" not in text and " " not in text:
        return
    starts = {}
    at = 0
    for i, one in enumerate(boxes.texts):
        starts[at] = i
        at += len(one)
    for found in _URL.finditer(text):
        for k in range(found.start(), found.end() - 1):
            if text[k] in _URL_BREAK_AFTER and text[k + 1] not in _URL_BREAK_AFTER and k in starts:
                boxes.free.add(starts[k])
    for found in _UNIT.finditer(text):
        if found.start() in starts:
            boxes.bound.add(starts[found.start()])
