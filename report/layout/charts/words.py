"""Labels of charts in the styles of the theme, and what a chart says of its unit."""

from __future__ import annotations

from collections.abc import Sequence

from report.charts.truth import shown
from report.charts.units import common_unit, named_unit, power_of, unit_of
from report.charts.words import Words
from report.content.model import Chart, Figure, Inline, Prose, Series
from report.layout.desk import Desk, spans
from report.named import NamedTuple
from report.problem import Place
from report.typeset import Span, TextStyle

LONG = 10**5
"""Values from which an axis says 万 or 亿 where the figures do not."""


class Unit(NamedTuple):
    """What figures need not say, what is said beside the plot instead ("" where the title says it), and its power."""

    stripped: str
    said: str
    power: int


def unit_for(given: Chart, *, axis: bool) -> Unit:
    """The unit of a chart: that of its title, or what its figures have in common; one value keeps its own.

    Long numbers of an axis are said in 万 or 亿; the figures then keep their own unit.
    """
    named = named_unit(given.title)
    if named:
        return Unit(named, "", power_of(named))
    figures = [series.figure for series in shown(given)]
    common = common_unit(figures) if len(figures) > 1 else ""
    most = max((abs(series.value) for series in shown(given)), default=0)
    if axis and common and not power_of(common) and most >= LONG:
        scale = "亿" if most >= 10**8 else "万"
        return Unit(scale + common, scale + common, power_of(scale))
    return Unit(common, common, power_of(common))


def label(desk: Desk, prose: Prose, style: TextStyle) -> Words:
    """A label of the author."""
    return Words(tuple(spans(inlines(prose), style, desk.theme)), style)


def inlines(prose: Prose) -> list[Inline]:
    """A label is one line: line ends that the author forced elsewhere are left out."""
    return [inline._replace(text=inline.text.replace("\n", "")) for paragraph in prose for inline in paragraph]


def text(said: str, style: TextStyle, place: Place | None = None) -> Words:
    """A label of ours, or one that is plain text."""
    return Words((Span(said, None, place),) if said else (), style)


def joined(first: Words, second: Words, style: TextStyle) -> Words:
    """Two labels with a space between them."""
    if not first.text or not second.text:
        return Words(first.spans or second.spans, style)
    return Words((*first.spans, Span(" "), *second.spans), style)


def name(desk: Desk, series: Series, style: TextStyle) -> Words:
    """The name of a value: its label, or the fact it comes from."""
    return label(desk, series.label, style) if series.label else text(series.fact, style, series.place)


def bracketed(unit: str, style: TextStyle, place: Place) -> Words:
    """A unit as it is said beside a plot."""
    return text(f"（{unit}）" if unit else "", style, place)


def bare(figure: Figure, percent: Sequence[str]) -> str:
    """A printed figure without its unit, which the words around it name; a percentage keeps its sign."""
    unit = unit_of(figure)
    return figure.text if unit in percent else figure.text.removesuffix(unit)
