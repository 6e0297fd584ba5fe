"""Bars, bars in parts and shares of a ring in the theme's terms: chart and look in, title, plot and label out."""

from __future__ import annotations

from report.charts.grids import Reference
from report.charts.looks import FootLook
from report.charts.plots import Bar, BarLook, Bars, Legend, Part, Proportion, Ring, RingLook
from report.charts.truth import groups_of, highlights, missing_names, name_of, parts_of
from report.charts.units import PERCENT, base, missing, named_unit, without_unit
from report.charts.words import Words
from report.colour import Colour
from report.content.model import Chart, Figure, Series
from report.content.spec import Spec
from report.drawing import Marked
from report.layout.alt import as_figure
from report.layout.charts.finished import finished
from report.layout.charts.looks import look, stroke
from report.layout.charts.words import bare, inlines, joined, label, name, text, unit_for
from report.layout.desk import Desk, Frame, Placed, spans
from report.layout.unitcharts import heading
from report.typeset import Span


def bar(desk: Desk, given: Chart, spec: Spec, frame: Frame) -> Placed:
    """Horizontal bars; names stand before them where the template gives them room, and where a table names them."""
    tabled = bool(groups_of(given)[0])
    own = BarLook(
        height=spec.mm("height"),
        pitch=spec.mm("pitch"),
        longest=spec.mm("longest"),
        name_width=spec.mm("label-width"),
        pale_length=spec.mm("pale-length"),
        pale_gap=spec.mm("pale-gap"),
        near_stroke=spec.pt("near-stroke"),
        value_gap=spec.mm("value-gap"),
        name_most=spec.mm("label-most", 0.0),
        note_at=spec.mm("note-at", 0.0),
    )
    unit = unit_for(given, axis=False) if tabled else None
    stripped = unit.stripped if unit else named_unit(given.title)
    shown = [series for series in given.series if not missing(series)]
    bars = tuple(_one_bar(desk, given, spec, i, (stripped, tabled)) for i, _ in enumerate(shown))
    plot = Bars(
        bars,
        frame.width,
        own,
        _legend(desk, given, spec, bars),
        look(FootLook, desk, spec.sub("around")) if spec.has("around") else None,
        stroke(spec, "zero") if spec.has("zero") else None,
        _bar_notes(desk, given, spec, unit.said if unit else ""),
        _bar_reference(desk, given, spec, stripped),
    )
    return _placed(desk, given, spec, frame, plot)


def _bar_notes(desk: Desk, given: Chart, spec: Spec, unit: str) -> tuple[Words, ...]:
    """The unit where the title does not name it, and what is missing."""
    lacking = missing_names(given)
    said = [f"单位：{unit}"] if unit else []
    said += [f"缺{'、'.join(lacking)}的数"] if lacking else []
    if not said or not spec.has("note"):
        return ()
    return (text("；".join(said), desk.style(spec.style("note")), given.place),)


def _bar_reference(desk: Desk, given: Chart, spec: Spec, stripped: str) -> Reference | None:
    if given.reference is None:
        return None
    style = desk.style(spec.sub("reference").style("style"))
    said = text(without_unit(given.reference.figure, stripped), style, given.reference.place)
    words = joined(name(desk, given.reference, style), said, style)
    return Reference(float(base(given.reference)), words, stroke(spec, "reference"))


def _one_bar(desk: Desk, given: Chart, spec: Spec, i: int, how: tuple[str, bool]) -> Bar:
    stripped, tabled = how
    series = [one for one in given.series if not missing(one)][i]
    colour, pale = _bar_colours(given, spec, series, 0 if tabled else i)
    named = spec.mm("label-width") or ((tabled or spec.flag("named")) and spec.has("around"))
    return Bar(
        value=float(base(series)),
        approx=series.approx,
        said=text(without_unit(series.figure, stripped), desk.style(spec.style("value")), series.place),
        name=name(desk, series, desk.style(spec.style("label"))) if named else None,
        colour=colour,
        pale=pale,
    )


def _bar_colours(given: Chart, spec: Spec, series: Series, index: int) -> tuple[Colour, Colour]:
    """The bar that stands out in the first colour and the others quiet; with a reference, so are those below it; else
    each in its own."""
    colours = [c for c in spec.colours("colours") if c]
    pales = [c for c in spec.colours("pales") if c]
    marked = highlights(given)
    if marked and name_of(series) not in marked:
        return pales[0], spec.colour("quiet-pale") if spec.has("quiet-pale") else pales[0]
    if marked and spec.has("high"):
        return spec.colour("high"), pales[0]
    if given.reference is not None and base(series) < base(given.reference):
        return pales[0], spec.colour("quiet-pale") if spec.has("quiet-pale") else pales[0]
    index = 0 if marked else index
    return colours[index % len(colours)], pales[index % len(pales)]


def _legend(desk: Desk, given: Chart, spec: Spec, bars: tuple[Bar, ...]) -> Legend | None:
    if not given.legend:
        return None
    style = desk.style(spec.style("legend"))
    names = [label(desk, series.label, style) for series in given.series]
    entries = tuple((words, one.colour) for words, one in zip(names, bars, strict=True))
    return Legend(entries, spec.mm("legend-dot"), spec.mm("legend-after"), spec.mm("legend-pitch"))


def proportion(desk: Desk, given: Chart, spec: Spec, frame: Frame) -> Placed:
    """One bar in parts, each with its name and bare figure inside, or below it where the theme has room there."""
    colours = [c for c in spec.colours("colours") if c]
    inks = [c for c in spec.colours("text-colours") if c]
    below_at = spec.mm("below-at", 0.0)
    own = spec.style("label")
    parts = []
    for i, series in enumerate(parts_of(given)):
        style = desk.style(own, inks[i % len(inks)])
        said = bare(series.figure, PERCENT)
        named = spans(inlines(series.label), style, desk.theme)
        words = Words((*named, Span(f" {said}" if named else said, None, series.place)), style)
        below = Words(words.spans, desk.style(own)) if below_at else None
        parts.append(Part(float(base(series)), words, colours[i % len(colours)], below))
    width = spec.mm("width") if spec.has("width") else frame.width
    inset, drop = spec.mm("label-inset"), spec.mm("label-drop")
    return _placed(desk, given, spec, frame, Proportion(tuple(parts), width, spec.mm("height"), inset, drop, below_at))


def _placed(desk: Desk, given: Chart, spec: Spec, frame: Frame, plot: Bars | Proportion) -> Placed:
    """The title, and the figure below it."""
    x, y = frame.at(0.0, spec.mm("at"))
    items, depth = finished(desk, plot, x, y)
    notes = [words.text for words in plot.notes] if isinstance(plot, Bars) else []
    figure = as_figure(given, items, (x, y, plot.width, depth), notes)
    return Placed((*heading(desk, given, spec, frame), figure), y + depth)


def share_ring(desk: Desk, given: Chart, spec: Spec, frame: Frame) -> Placed:
    """A share as a ring, the numeral in its middle, the label below."""
    series = given.series[0]
    said, mark = _share_words(series.figure)
    plot = Ring(
        share=float(series.value) / 100,
        approx=series.approx,
        number=text(said, desk.style(spec.style("number")), series.place),
        mark=text(mark, desk.style(spec.style("mark")), series.place) if mark else None,
        colours=(spec.colour("colour"), spec.colour("pale"), spec.colour("track")),
        look=_ring_look(spec, near=series.approx == "near"),
    )
    items, depth = finished(desk, plot, frame.x, frame.y)
    figure = as_figure(given, items, (frame.x, frame.y, plot.width, depth))
    named = given.label or series.label
    if not named:
        return Placed((figure,), frame.y + depth)
    y = frame.y + spec.mm("label-at")
    words = desk.line(named, frame.x, y, desk.style(spec.style("label")), frame.width)
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
