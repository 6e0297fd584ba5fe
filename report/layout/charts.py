"""Charts of a report on their place: what must be true of them, who draws each kind, finished ones from the cache."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from report.charts import plots, stored
from report.charts.plots import Bar, BarLook, Bars, Legend, Part, Plot, Proportion, Ring, RingLook, Words
from report.content.model import Chart, Figure, Inline, Prose, Series
from report.content.spec import Spec, StyleSpec
from report.drawing import Item, Marked, moved
from report.layout import unitcharts
from report.layout.alt import unit_of
from report.layout.desk import Desk, Frame, Placed, plain, spans
from report.layout.unitcharts import as_figure, heading
from report.problem import Problem, problem
from report.typeset import Span

SAME_UNIT = {"名": "人", "位": "人"}
"""Words for one unit: persons are counted as 人, 名 or 位; 人次 are visits, not persons."""
PERCENT = ("%", "％")
_NAMED_UNIT = re.compile(r"[（(]([^（()）]+)[）)]$")


def chart(desk: Desk, given: Chart, spec: Spec, frame: Frame) -> Placed:
    """Any chart in the look of the theme, with what the template says on top; an untrue one is not drawn."""
    drawer = DRAWERS.get(given.kind)
    if drawer is None:
        desk.report(problem("unknown-chart", given.place, kind=given.kind, all="、".join(DRAWERS)))
        return Placed((), frame.y)
    found = tuple(untrue(given))
    for one in found:
        desk.report(one)
    if found:
        return Placed((), frame.y)
    return drawer(desk, given, spec.over(desk.theme.block(given.kind)), frame)


def untrue(given: Chart) -> Iterator[Problem]:
    """Why a chart must not be drawn: no values, several units, values below zero, shares that are none."""
    if not given.series:
        yield problem("chart-without-values", given.place)
        return
    yield from _mixed(given)
    for series in given.series:
        if series.value < 0:
            yield problem("negative-value", series.place, figure=series.figure.text)
        elif given.kind == "ring" and not _is_share(series):
            yield problem("ring-not-share", series.place, figure=series.figure.text)
    if given.kind == "proportion" and all(series.value == 0 for series in given.series):
        yield problem("parts-of-nothing", given.place)


def _mixed(given: Chart) -> Iterator[Problem]:
    """The first value whose unit is not that of the values before it; words without a unit agree with any."""
    first = ""
    for series in given.series:
        unit = unit_of(series.figure)
        if first and unit and SAME_UNIT.get(unit, unit) != SAME_UNIT.get(first, first):
            yield problem("mixed-units", series.place, first=first, second=unit, figure=series.figure.text)
            return
        first = first or unit


def _is_share(series: Series) -> bool:
    said = series.figure.text
    return 0 <= series.value <= 100 and (series.approx == "claim" or any(sign in said for sign in PERCENT))


def _bar(desk: Desk, given: Chart, spec: Spec, frame: Frame) -> Placed:
    """Horizontal bars; with a label width, the name of each stands before it."""
    look = BarLook(
        height=spec.mm("height"),
        pitch=spec.mm("pitch"),
        longest=spec.mm("longest"),
        name_width=spec.mm("label-width"),
        pale_length=spec.mm("pale-length"),
        pale_gap=spec.mm("pale-gap"),
        near_stroke=spec.pt("near-stroke"),
        value_gap=spec.mm("value-gap"),
    )
    bars = tuple(_one_bar(desk, given, spec, i) for i in range(len(given.series)))
    plot = Bars(bars, frame.width, look, _legend(desk, given, spec, bars))
    return _placed(desk, given, spec, frame, plot)


def _one_bar(desk: Desk, given: Chart, spec: Spec, i: int) -> Bar:
    series = given.series[i]
    colours = [c for c in spec.colours("colours") if c]
    pales = [c for c in spec.colours("pales") if c]
    return Bar(
        value=float(series.value),
        approx=series.approx,
        said=_figure(desk, _beside(series.figure, given.title), series, spec.style("value")),
        name=_label(desk, series.label, spec.style("label")) if spec.mm("label-width") else None,
        colour=colours[i % len(colours)],
        pale=pales[i % len(pales)],
    )


def _beside(figure: Figure, title: Prose) -> str:
    """A printed figure without the unit that the title names: 28000余 under 培训人数（人）."""
    named = _NAMED_UNIT.search(plain(title))
    return figure.text.removesuffix(named[1]) if named and figure.suffix.endswith(named[1]) else figure.text


def _legend(desk: Desk, given: Chart, spec: Spec, bars: tuple[Bar, ...]) -> Legend | None:
    if not given.legend:
        return None
    style = spec.style("legend")
    names = [_label(desk, series.label, style) for series in given.series]
    entries = tuple((name, bar.colour) for name, bar in zip(names, bars, strict=True))
    return Legend(entries, spec.mm("legend-dot"), spec.mm("legend-after"), spec.mm("legend-pitch"))


def _proportion(desk: Desk, given: Chart, spec: Spec, frame: Frame) -> Placed:
    """One bar in parts, each with its name and bare figure inside."""
    colours = [c for c in spec.colours("colours") if c]
    inks = [c for c in spec.colours("text-colours") if c]
    parts = []
    for i, series in enumerate(given.series):
        style = desk.style(spec.style("label"), inks[i % len(inks)])
        said = _bare(series.figure)
        label = spans(_inlines(series.label), style, desk.theme)
        words = Words((*label, Span(f" {said}" if label else said, None, series.place)), style)
        parts.append(Part(float(series.value), words, colours[i % len(colours)]))
    plot = Proportion(tuple(parts), spec.mm("width"), spec.mm("height"), spec.mm("label-inset"), spec.mm("label-drop"))
    return _placed(desk, given, spec, frame, plot)


def _bare(figure: Figure) -> str:
    """A printed figure without its unit, which the words around the bar name; a percentage keeps its sign."""
    unit = unit_of(figure)
    return figure.text if unit in PERCENT else figure.text.removesuffix(unit)


def _placed(desk: Desk, given: Chart, spec: Spec, frame: Frame, plot: Bars | Proportion) -> Placed:
    """The title, and the figure below it."""
    x, y = frame.at(0.0, spec.mm("at"))
    figure = as_figure(given, _finished(desk, plot, x, y), (x, y, plot.width, plot.depth))
    return Placed((*heading(desk, given, spec, frame), figure), y + plot.depth)


def _ring(desk: Desk, given: Chart, spec: Spec, frame: Frame) -> Placed:
    """A share as a ring, the numeral in its middle, the label below."""
    if len(given.series) > 1:
        desk.report(problem("too-many-values", given.series[1].place, room=1, given=len(given.series)))
    series = given.series[0]
    said, mark = _share_words(series.figure)
    plot = Ring(
        share=float(series.value) / 100,
        approx=series.approx,
        number=_figure(desk, said, series, spec.style("number")),
        mark=_figure(desk, mark, series, spec.style("mark")) if mark else None,
        colours=(spec.colour("colour"), spec.colour("pale"), spec.colour("track")),
        look=_ring_look(spec, near=series.approx == "near"),
    )
    figure = as_figure(given, _finished(desk, plot, frame.x, frame.y), (frame.x, frame.y, plot.width, plot.depth))
    label = given.label or series.label
    if not label:
        return Placed((figure,), frame.y + plot.depth)
    y = frame.y + spec.mm("label-at")
    words = desk.line(label, frame.x, y, desk.style(spec.style("label")), frame.width)
    return Placed((figure, Marked("P", words)), y)


def _ring_look(spec: Spec, near: bool) -> RingLook:
    return RingLook(
        radius=spec.mm("radius"),
        thickness=spec.mm("thickness"),
        centre=spec.point("centre"),
        pale_degrees=spec.number("pale-degrees"),
        pale_gap=spec.number("pale-gap-degrees", 0.0),
        near_stroke=spec.pt("near-stroke") if near else 0.0,
        number_at=spec.mm("number-at"),
        mark_at=spec.mm("mark-at"),
    )


def _share_words(figure: Figure) -> tuple[str, str]:
    """The numeral with its percent sign, and what qualifies it: 70% and 以上."""
    sign = figure.suffix[:1] if figure.suffix.startswith(PERCENT) else ""
    return figure.number + sign, figure.prefix + figure.suffix.removeprefix(sign)


def _figure(desk: Desk, text: str, series: Series, style: StyleSpec) -> Words:
    return Words((Span(text, None, series.place),), desk.style(style))


def _label(desk: Desk, label: Prose, look: StyleSpec) -> Words:
    style = desk.style(look)
    return Words(tuple(spans(_inlines(label), style, desk.theme)), style)


def _inlines(prose: Prose) -> list[Inline]:
    """A label is one line: line ends that the author forced elsewhere are left out."""
    return [inline._replace(text=inline.text.replace("\n", "")) for paragraph in prose for inline in paragraph]


def _finished(desk: Desk, plot: Plot, x: float, y: float) -> tuple[Item, ...]:
    """The plot's items at a place, from the cache if it has them; what was drawn with a problem is not kept."""
    key = plots.key_of(plot, desk.faces)
    kept = desk.cache.get(key)
    items = stored.from_bytes(kept, desk.faces) if kept is not None else None
    if items is None:
        items, problems = plots.draw(plot, desk.faces)
        for one in problems:
            desk.report(one)
        if not problems:
            desk.cache.put(key, stored.to_bytes(items))
    return tuple(moved(item, x, y) for item in items)


DRAWERS: Mapping[str, Callable[[Desk, Chart, Spec, Frame], Placed]] = {
    "flower": unitcharts.flower,
    "dots": unitcharts.dots,
    "squares": unitcharts.squares,
    "pictogram": unitcharts.pictogram,
    "weave": unitcharts.weave,
    "warp": unitcharts.warp,
    "wave": unitcharts.wave,
    "lanterns": unitcharts.lanterns,
    "courtyards": unitcharts.courtyards,
    "net": unitcharts.net,
    "ring": _ring,
    "proportion": _proportion,
    "bar": _bar,
}
"""The drawer of each kind of chart."""
