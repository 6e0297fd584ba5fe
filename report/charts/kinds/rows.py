"""Names before rows: how wide their column is, how far apart rows stand, and the names in their lines."""

from __future__ import annotations

from collections.abc import Sequence

from report.charts.composing import Composer
from report.charts.kinds.easel import Easel
from report.charts.looks import FootLook
from report.charts.words import Words
from report.named import NamedTuple


class Names(NamedTuple):
    """Names in lines, the width of their column with the space after it, and the distance from row to row."""

    lines: tuple[tuple[Words, ...], ...]
    width: float
    pitch: float

    def reach(self, row: int) -> float:
        """How far the lines of a name reach above and below their middle."""
        return _height(self.lines[row]) / 2


def names_before(
    composer: Composer, names: Sequence[Words], widths: tuple[float, float], pitch: float, look: FootLook
) -> Names:
    """Names in a column between a least and a most width; rows move apart where a name needs more lines."""
    least, most = widths
    longest = composer.widest(names)
    if not longest:
        return Names(tuple((name,) for name in names), 0.0, pitch)
    width = max(least, min(most, longest + look.label_gap))
    lines = [composer.lines(name, width - look.label_gap, look.label_lines) or (name,) for name in names]
    heights = [_height(one) for one in lines]
    return Names(tuple(lines), width, max(pitch, *heights))


def _height(lines: Sequence[Words]) -> float:
    """The depth that a name takes, with the space that parts it from the next."""
    return len(lines) * lines[0].style.leading


def draw_names(on: Easel, names: Names, middles: Sequence[float], look: FootLook) -> None:
    """Each name around the middle of its row."""
    for lines, middle in zip(names.lines, middles, strict=True):
        leading = lines[0].style.leading
        first = middle + on.middle(lines[0]) - (len(lines) - 1) * leading / 2
        for i, words in enumerate(lines):
            on.write(words, 0.0, first + i * leading, names.width - look.label_gap)
