"""An initial over several lines: the first character of a paragraph, as high as they are, beside them."""

from __future__ import annotations

from collections.abc import Sequence

from report.drawing import Run
from report.named import NamedTuple
from report.record import replace
from report.typeset.faces import Faces
from report.typeset.setting import Setter
from report.typeset.strip import content, measured
from report.typeset.style import Line, Span, TextStyle

BESIDE = 0.25
"""Em of the text between the initial and the lines beside it."""


class Initial(NamedTuple):
    """The initial's runs on their place, its text, the room it takes with the gap beside it, and how many lines high it
    is."""

    runs: tuple[Run, ...]
    text: str
    width: float
    lines: int


def parted(spans: Sequence[Span], style: TextStyle, faces: Faces) -> tuple[Initial | None, Sequence[Span]]:
    """The initial of a paragraph, where its style has one, and the rest of the text."""
    at = next((k for k, span in enumerate(spans) if span.text and not span.icon), None)
    if style.drop_cap < 2 or at is None:
        return None, spans
    first = spans[at]
    own = first.style or style
    height = (style.drop_cap - 1) * style.leading
    large = replace(own, size=height + own.size, tracking=0.0, indent=0.0, drop_cap=0)
    given = (first._replace(text=first.text[0], style=large, before=0.0),)
    strip = measured(content(given, large, faces), large, faces)
    count = len(strip.rows)
    setter = Setter(strip, given, large, faces)
    # the feet of the em boxes of the initial and of the last line beside it stand on one line
    descent = -setter.main.descent / 1000
    y = height + descent * (own.size - large.size)
    runs = tuple(setter.runs(0, count, setter.gaps(0, count, 0.0), 0.0, y))
    width = sum(run.width for run in runs) + BESIDE * style.size
    place = first.place._replace(column=first.place.column + 1) if first.place else None
    rest = [*spans[:at], first._replace(text=first.text[1:], place=place), *spans[at + 1 :]]
    return Initial(runs, first.text[0], width, style.drop_cap), rest


def with_initial(line: Line, initial: Initial) -> Line:
    """The first line with the initial before it."""
    count = len(initial.runs)
    bases = tuple((a + count, b + count) for a, b in line.bases)
    return replace(line, runs=(*initial.runs, *line.runs), text=initial.text + line.text, bases=bases)
