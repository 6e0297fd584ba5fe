"""A line of cells, spread or squeezed to its measure, into runs of glyphs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from copy import copy
from itertools import accumulate, chain, compress
from operator import itemgetter, sub

from report.colour import Colour
from report.drawing import Run
from report.named import NamedTuple
from report.patterns import late
from report.typeset import costs, spacing
from report.typeset.classes import SOFT, SPACES, WESTERN
from report.typeset.faces import Faces, OpenFace
from report.typeset.shaping import Cell, loosening, shaper_for
from report.typeset.strip import Strip, own_style
from report.typeset.style import Span, TextStyle

_TEXT, _FACE, _WIDTH, _TEXTS, _ODD, _GLYPH, _ADVANCE = map(itemgetter, (0, 1, 4, 7, 11, 13, 14))
HAN_FROM = "\u2e80"
"""The first character of the blocks of East Asian scripts."""
_HAN, _WORDS = (
    late(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"),
    late(r"[a-z]{2,}[^A-Za-z]+[A-Za-z]?[a-z]{2,}"),
)
"""Han; two words with small letters."""
TOGETHER = 3
"""The mode of cells that each stand across a column."""
SHIFT = 16
UNIT = 1 << SHIFT
"""Units in a thousandth of an em: gaps are whole numbers of them, so that they add up without error."""
RISES = {"": 0.0, "super": 0.35, "sub": -0.15}
"""How far scripts stand above the line, in em of the text."""


class _Look(NamedTuple):
    """Size, colour, language, scale, rise and centring (both in points) of the runs of a span in one face."""

    size: float
    colour: Colour
    language: str
    scale: float
    rise: float
    centring: float


class Setter:
    """Sets the lines of one segment. `left` is the edge that nothing beside the line may pass, in points; `marked` says
    whether anything stands beside the text, `read` whether any of it has a reading."""

    def __init__(self, strip: Strip, spans: Sequence[Span], style: TextStyle, faces: Faces) -> None:
        self.strip, self.spans, self.style, self.faces = strip, spans, style, faces
        self.marked = any(span.dots or span.rule or span.ruby or span.link or span.icon for span in spans)
        self.read = any(span.ruby for span in spans)
        self.left = 0.0
        self.main = shaper_for(style, faces).main.face
        self.cells: Sequence[Cell] = strip.content.cells
        self._middle = (self.main.ascent + self.main.descent) / 2
        self._one_face = strip.content.face
        if self._one_face is None and (strip.content.spans is None or len(set(strip.content.spans)) == 1):
            found = set(map(_FACE, self.cells))
            self._one_face = found.pop() if len(found) == 1 else None
        if self.read:
            self._one_face = None  # what is read apart is a run apart
        self._odd = list(compress(range(len(self.cells)), map(_ODD, self.cells)))
        self._glyphs: list[int] = list(map(_GLYPH, self.cells))
        self._advances: list[float] = list(map(_ADVANCE, self.cells))
        self._more = [0]
        for k in self._odd:
            at, cell = k + self._more[-1], self.cells[k]
            self._glyphs[at : at + 1] = cell.glyphs
            self._advances[at : at + 1] = cell.advances
            self._more.append(self._more[-1] + len(cell.glyphs) - 1)
        self._looks: dict[tuple[int, OpenFace], _Look] = {}

    def gaps(self, i: int, j: int, need: float) -> list[int]:
        """What stands after each cell of a line but the last, in units, with `need` more (or less) than is natural."""
        strip, content = self.strip, self.strip.content
        rows = strip.rows[i : j - 1]
        widths: Sequence[float] = strip.table.width
        if abs(need) > 0.01:
            weights = _weights(rows, content.scales[i : j - 1] if content.scales else None)
            changes = _opened(strip, (i, j), weights, need) if need > 0 else _squeezed(strip, weights, -need)
            adjusted = list(widths)
            for row, more in changes:
                adjusted[row] += more
            widths = adjusted
        if content.scales is None:
            units = {row: int(widths[row] * UNIT) for row in set(rows)}
            return list(map(units.__getitem__, rows))
        extra = content.extra or (0.0,) * len(self.cells)
        return [
            int((widths[row] * scale + more) * UNIT)
            for row, scale, more in zip(rows, content.scales[i:], extra[i:], strict=False)
        ]

    def tracked(self, i: int, j: int, need: float) -> Setter:
        """The setter with the letters of a line opened, where it needs that (rule 27)."""
        share = costs.each_gap(need, self.strip.room(i, j))[1]
        if not share:
            return self
        other = copy(self)
        cells = list(self.cells)
        for k in range(i, j):
            cell = self.cells[k]
            if cell.letters:
                more = [share * gap for gap in loosening(cell.face, cell.glyphs, cell.advances)]
                inner = tuple(gap + extra for gap, extra in zip(cell.inner, more, strict=True))
                cells[k] = cell._replace(inner=inner, width=cell.width + sum(more))
        other.cells = cells
        return other

    def runs(self, i: int, j: int, gaps: list[int], x: float, y: float) -> list[Run]:
        """The runs of a line whose first cell's pen is at x; x and y in points."""
        if self._one_face is not None:
            return [self._run(self._one_face, (i, j), gaps, x, y)]
        found = []
        scales = self.strip.content.scales
        for a, b in self._stretches(i, j):
            own = gaps[a - i : b - i]
            if self.cells[a].glyphs:
                found.append(self._run(self.cells[a].face, (a, b), own, x, y))
            scale = scales[a] if scales else 1.0
            x += (sum(map(_WIDTH, self.cells[a:b])) * scale + sum(own) / UNIT) * self.style.size / 1000
        return found

    def starts(self, i: int, j: int) -> list[int]:
        """The first cell of each run of a line."""
        return [a for a, _ in self._stretches(i, j) if self.cells[a].glyphs]

    def _stretches(self, i: int, j: int) -> Iterator[tuple[int, int]]:
        """Neighbours of one face and span; what has a reading of its own stands alone."""
        spans = self.strip.content.spans
        a = i
        for k in range(i + 1, j + 1):
            parted = k == j or _parts(self.cells[a], self.cells[k]) or (spans and spans[k] != spans[a])
            if parted or (self.read and len(self.spans[spans[a] if spans else 0].ruby) > 1):
                yield a, k
                a = k

    def _run(self, face: OpenFace, reach: tuple[int, int], gaps: list[int], x: float, y: float) -> Run:
        i, j = reach
        look = self._look(i, face)
        if look.scale != 1.0:
            gaps = [int(gap / look.scale) for gap in gaps]
        offsets: tuple[tuple[int, float, float], ...] = ()
        a, b = i, j
        said = "".join(map(_TEXT, self.cells[i:j]))
        texts: str | tuple[str, ...] = said
        if self._odd:
            low, high = bisect_left(self._odd, i), bisect_left(self._odd, j)
            a, b = i + self._more[low], j + self._more[high]
            if low < high:
                odd = self._odd[low:high]
                gaps, offsets = _flat(self.cells[i:j], gaps, [k - i for k in odd])
                if not all(len(t) == 1 for k in odd for t in self.cells[k].texts):
                    texts = tuple(chain.from_iterable(map(_TEXTS, self.cells[i:j])))
        return Run(
            x,
            y - look.rise - (0.0 if self.cells[i].first in WESTERN else look.centring),
            face.face,
            look.size,
            look.colour,
            tuple(self._glyphs[a:b]),
            tuple(self._advances[a:b]),
            texts,
            rounded(gaps[: b - a - 1]),
            offsets,
            language=spoken(said, look.language),
        )

    def _look(self, k: int, face: OpenFace) -> _Look:
        """What is common to all runs of a span in one face."""
        number = self.strip.content.spans[k] if self.strip.content.spans else 0
        found = self._looks.get((number, face))
        if found is None:
            span = self.spans[number]
            own = own_style(span, self.style)
            rise = span.rise + self.style.size * RISES[span.script]
            # fonts-facts: em boxes differ; Han of two faces stand on one line when the centres of their boxes do
            centring = (self._middle - (face.face.ascent + face.face.descent) / 2) * own.size / 1000
            language = "zh-CN" if own.language.startswith("zh") else own.language
            scale = self.strip.content.scales[k] if self.strip.content.scales else 1.0
            found = self._looks[number, face] = _Look(own.size, own.colour, language, scale, rise, centring)
        return found

    def text(self, i: int, j: int) -> str:
        return "".join(map(_TEXT, self.cells[i:j]))


def spoken(text: str, language: str) -> str:
    """The language of a run of a text: words in Latin letters alone are no Chinese, and Han alone is no other language
    (ISO 14289-1, 7.2). Abbreviations, single words and figures are of the text that they stand in."""
    if language.startswith("zh"):
        return "en" if text[:1] < HAN_FROM and _WORDS.search(text) and not _HAN.search(text) else language
    return "zh" if text[:1] >= HAN_FROM and not _WORDS.search(text) and _HAN.search(text) else language


def _parts(before: Cell, after: Cell) -> bool:
    """Whether two cells cannot share a run."""
    if before.face is not after.face or before.mode != after.mode:
        return True
    return before.mode == TOGETHER


def trimmed(cells: Sequence[Cell], i: int, j: int) -> int:
    """The end of a line without the spaces there, which take no room."""
    while j > i + 1 and cells[j - 1].last in SPACES:
        j -= 1
    return j


def hyphen_of(strip: Strip, j: int) -> bool:
    """Whether the line that ends there ends inside a word."""
    return j < len(strip.rows) and strip.content.cells[j - 1].last == SOFT


def _weights(rows: bytes, scales: Sequence[float] | None) -> dict[int, float]:
    """How often each row stands in a line, weighed by the size of its text."""
    if scales is None:
        return {row: float(rows.count(row)) for row in set(rows)}
    found: dict[int, float] = {}
    for row, scale in zip(rows, scales, strict=True):
        found[row] = found.get(row, 0.0) + scale
    return found


def _opened(
    strip: Strip, reach: tuple[int, int], weights: dict[int, float], need: float
) -> Iterator[tuple[int, float]]:
    """Rule 29: word spaces to half an em, then gaps of Han and Latin, then all other gaps equally; what would open them
    by more than GOOD goes between Latin letters as far as it may; what would by more than LOOSE is shared by all."""
    rows = strip.table.rows
    eased = [row for row in weights if rows[row].stretch]
    for kind in spacing.STRETCH_ORDER if eased else ():
        able = [row for row in eased if rows[row].kind == kind]
        capacity = sum(rows[row].stretch * weights[row] for row in able)
        share = min(1.0, need / capacity) if capacity else 0.0
        yield from ((row, rows[row].stretch * share) for row in able)
        need -= capacity * share
    if need <= 1e-9:
        return
    opening = [row for row in weights if rows[row].opens]
    count: float = sum([weights[row] for row in opening])
    if need > costs.GOOD * count:
        letters = strip.letters[reach[1]] - strip.letters[reach[0]]
        need -= min(need - costs.GOOD * count, letters)
    if count and need <= costs.LOOSE * count:
        yield from [(row, need / count) for row in opening]
        return
    yield from [(row, costs.LOOSE) for row in opening]
    need -= costs.LOOSE * count
    opening = list(dict.fromkeys([*opening, *eased])) or list(weights)
    count = sum([weights[row] for row in opening])
    yield from [(row, need / count) for row in opening if count]


def _squeezed(strip: Strip, weights: dict[int, float], need: float) -> Iterator[tuple[int, float]]:
    """Rule 28: kind after kind, all of one kind equally."""
    rows = strip.table.rows
    for kind in spacing.SHRINK_ORDER:
        able = [row for row in weights if rows[row].kind == kind and rows[row].shrink]
        capacity = sum(rows[row].shrink * weights[row] for row in able)
        share = min(1.0, need / capacity) if capacity else 0.0
        yield from ((row, -rows[row].shrink * share) for row in able)
        need -= capacity * share
    count = sum(weights.values())
    if 0.01 < need <= costs.SLACK + 1 and count:
        yield from ((row, -need / count) for row in weights)


def _flat(
    cells: Sequence[Cell], gaps: list[int], odd: Sequence[int]
) -> tuple[list[int], tuple[tuple[int, float, float], ...]]:
    """What is added after each glyph but the last, and the shifts of glyphs, where some cells have several glyphs."""
    found: list[int] = []
    offsets: list[tuple[int, float, float]] = []
    done = 0
    for k in odd:
        found += gaps[done:k]
        cell = cells[k]
        if cell.offsets:
            offsets += [(len(found) + at, dx, dy) for at, dx, dy in cell.offsets]
        found += [int(gap * UNIT) for gap in cell.inner]
        found.append(int(cell.pad * UNIT) + (gaps[k] if k < len(gaps) else 0))
        done = k + 1
    found += gaps[done:]
    return found, tuple(offsets)


def rounded(gaps: Sequence[int]) -> tuple[float, ...]:
    """Gaps in whole thousandths of an em, rounded along the run so that no error adds up; a last zero ends them."""
    if not any(gaps):
        return ()
    edges = [edge >> SHIFT for edge in accumulate(gaps, initial=UNIT // 2)]
    return (*map(sub, edges[1:], edges), 0)
