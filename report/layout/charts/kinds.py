"""Charts over names and series in the theme's terms: one function for each kind, chart and look in, plot out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from report.charts import grids, looks, scales
from report.charts.grids import Datum, Grid, GridPlot, Piece, Spot, Strand
from report.charts.truth import groups_of, highlights, is_total, name_of, pairs_of, parts_of, shown, whole_of
from report.charts.units import base, common_unit, power_of, signed
from report.charts.words import Words
from report.content import numerals
from report.content.model import Chart, Series
from report.content.spec import Spec
from report.layout.charts.grid import Maker, enough_colours, grid, maker, with_note
from report.layout.charts.looks import L, look
from report.layout.charts.words import joined, name, text
from report.layout.desk import Desk
from report.record import replace

Build = Callable[[Maker, float], GridPlot]


def columns(make: Maker, width: float) -> GridPlot:
    return grids.Columns(grid(make), width, own_look(looks.ColumnLook, make))


def lines(make: Maker, width: float) -> GridPlot:
    cut = _is_cut(make)
    found = _ended(make, grid(make, cut=cut, each_name=False))
    if cut:
        found = with_note(found, _cut_note(make, found, "纵轴"))
    return grids.Lines(found, width, own_look(looks.LineLook, make), cut)


def _is_cut(make: Maker) -> bool:
    """Whether the values stand so high that the theme lets the axis start above zero."""
    values = [float(base(series)) for series in shown(make.given)]
    return scales.cut(min(values), max(values), make.spec.number("cut", 0.0))


def _cut_note(make: Maker, found: Grid, axis: str) -> Words:
    unit = make.unit.stripped
    style = make.style("note")
    return text(f"{axis}自{found.axis.texts[0]}{unit}起", style, make.given.place)


def _ended(make: Maker, found: Grid) -> Grid:
    """The grid with each series' name and last figure as the words at its end."""
    style = make.style("end")
    strands = []
    for strand in found.strands:
        datum = strand.data[strand.last]
        assert datum is not None
        strands.append(strand._replace(end=joined(strand.name, datum.said, style)))
    return replace(found, strands=tuple(strands))


def areas(make: Maker, width: float) -> GridPlot:
    return grids.Areas(_ended(make, grid(make, each_name=False)), width, own_look(looks.LineLook, make))


def stacks(make: Maker, width: float) -> GridPlot:
    return grids.Stacks(grid(make), width, own_look(looks.StackLook, make))


def dots(make: Maker, width: float) -> GridPlot:
    cut = _is_cut(make)
    found = grid(make, cut=cut)
    if cut:
        found = with_note(found, _cut_note(make, found, "横轴"))
    return grids.Dots(found, width, own_look(looks.DotLook, make), cut)


def slopes(make: Maker, width: float) -> GridPlot:
    cut = _is_cut(make)
    found = grid(make, cut=cut, each_name=False)
    strands = tuple(_sloped(make, strand) for strand in found.strands)
    found = replace(found, strands=strands)
    if cut:
        found = with_note(found, _cut_note(make, found, "纵轴"))
    return grids.Slopes(found, width, own_look(looks.SlopeLook, make), cut)


def _sloped(make: Maker, strand: Strand) -> Strand:
    """A series with its words on both sides; without a highlight all tell."""
    first, last = strand.data
    assert first is not None
    assert last is not None
    start, end = joined(strand.name, first.said, make.style("value")), Words(last.said.spans, make.style("end"))
    return strand._replace(start=start, end=end, main=strand.main or not make.marked_groups)


def pyramid(make: Maker, width: float) -> GridPlot:
    return grids.Pyramid(grid(make), width, own_look(looks.PyramidLook, make))


def waterfall(make: Maker, width: float) -> GridPlot:
    """Totals, rises and falls in three colours."""
    totals = is_total(make.given)
    found = grid(make)
    (strand,) = found.strands
    data = tuple(
        _change(make, datum, total) if datum else None for datum, total in zip(strand.data, totals, strict=True)
    )
    found = replace(found, strands=(strand._replace(data=data),))
    return grids.Waterfall(found, width, own_look(looks.WaterfallLook, make), totals)


def _change(make: Maker, datum: Datum, total: bool) -> Datum:
    """A bar in its colour, with a sign before what was added."""
    index = 0 if total else 1 if datum.value >= 0 else 2
    own = make.paints
    said = datum.said
    if not total and datum.value > 0 and said.spans and not said.text.startswith("+"):
        first, *rest = said.spans
        said = Words((first._replace(text=f"+{first.text}"), *rest), said.style)
    return datum._replace(said=said, colour=own.colours[index], pale=own.pales[index])


def scatter(make: Maker, width: float) -> GridPlot:
    """Two series, one for each axis; or one over names that are numbers."""
    given, spec = make.given, make.spec
    pairs = pairs_of(given)
    spots = [_spot(make, up, float(base(across))) for across, up in pairs] or [
        _spot(make, series, float(numerals.parse(name_of(series)) or 0), named=False) for series in shown(given)
    ]
    (x_name, x_power), (y_name, y_power) = _axis_names(make, [a for a, _ in pairs], [b for _, b in pairs])
    steps = spec.sub("axis").count("steps")
    across = scales.axis(*_reach([spot.x for spot in spots], spec), steps, x_power)
    up = scales.axis(*_reach([spot.y for spot in spots], spec), steps, y_power)
    cuts = [f"{said}自{axis.texts[0]}起" for said, axis in (("横轴", across), ("纵轴", up)) if axis.low > 0]
    notes = (text("，".join(cuts), make.style("note"), given.place),) if cuts else ()
    own = own_look(looks.ScatterLook, make)
    return grids.Scatter(tuple(spots), across, up, x_name, y_name, notes, width, own)


def _reach(values: list[float], spec: Spec) -> tuple[float, float]:
    """The values that an axis must hold: with zero, unless they stand high."""
    low, high = min(values), max(values)
    if scales.cut(low, high, spec.number("cut", 0.0)):
        return low, high
    return min(low, 0.0), max(high, 0.0)


def _spot(make: Maker, series: Series, x: float, *, named: bool = True) -> Spot:
    own = make.paints
    main = name_of(series) in make.marked_names
    style = make.style("main" if main else "value")
    colour = own.colours[0] if main or not make.marked_names else own.quiet
    words = name(make.desk, series, style) if named else text("", style)
    return Spot(x, float(base(series)), words, colour, main)


def _axis_names(make: Maker, across: list[Series], up: list[Series]) -> tuple[tuple[Words, int], tuple[Words, int]]:
    """What each axis shows, with its unit, and the power of its numbers."""
    style = make.style("note")
    groups = groups_of(make.given)
    found = []
    for group, values in zip(groups if across else ("", *groups), (across, up or shown(make.given)), strict=True):
        unit = common_unit([series.figure for series in values])
        said = f"{group}{f'（{unit}）' if unit else ''}"
        found.append((text(said, style, make.given.place), power_of(unit)))
    return found[0], found[1]


def multiples(make: Maker, width: float) -> GridPlot:
    """One colour for all; the last period, or the one that stands out, in full."""
    found = grid(make)
    own = make.paints
    index = next(
        (i for i, words in enumerate(found.names) if words.text in highlights(make.given)), len(found.names) - 1
    )
    main = make.style("main")
    strands = tuple(
        strand._replace(
            data=tuple(
                datum
                and datum._replace(
                    colour=own.colours[0] if i == index else own.quiet,
                    pale=own.pales[0] if i == index else own.quiet_pale,
                    said=Words(datum.said.spans, main),
                    main=i == index,
                )
                for i, datum in enumerate(strand.data)
            )
        )
        for strand in found.strands
    )
    first, last, told = (found.names[i].text for i in (0, -1, index))
    said = f"各图由左至右为{first}至{last}，同一纵轴，深色为{told}"
    note = text(said, make.style("note"), make.given.place)
    found = with_note(replace(found, strands=strands), note)
    return grids.Multiples(found, width, own_look(looks.MultipleLook, make))


def parts_ring(make: Maker, width: float) -> GridPlot:
    """A ring in parts with names and figures beside them, the whole in the middle where it is declared."""
    parts, whole = parts_of(make.given), whole_of(make.given)
    colours = make.paints.colours
    style, middle = make.style("label"), make.style("whole")
    pieces = tuple(
        Piece(
            float(base(series)),
            joined(name(make.desk, series, style), text(signed(series.figure.text), style, series.place), style),
            colours[i],
        )
        for i, series in enumerate(parts)
    )
    said: tuple[Words, ...] = ()
    if whole is not None:
        said = (name(make.desk, whole, style), text(whole.figure.text, middle, whole.place))
    return grids.PartsRing(pieces, said, (), width, own_look(looks.PartsLook, make))


def own_look(kind: type[L], make: Maker) -> L:
    """The look of a kind from the chart's block of the theme."""
    return look(kind, make.desk, make.spec)


BUILDERS: Mapping[str, tuple[str, Build]] = {
    "column": ("column", columns),
    "grouped": ("grouped", columns),
    "line": ("line", lines),
    "area": ("area", areas),
    "stacked": ("stacked", stacks),
    "dot": ("dot", dots),
    "slope": ("slope", slopes),
    "pyramid": ("pyramid", pyramid),
    "waterfall": ("waterfall", waterfall),
    "scatter": ("scatter", scatter),
    "multiples": ("multiples", multiples),
    "parts-ring": ("parts-ring", parts_ring),
}
"""Each kind over names and series: the block of the theme with its look, and its builder."""

ONE_COLOUR = frozenset({"waterfall", "scatter", "multiples"})
"""Kinds whose series need no colours of their own."""


def built(desk: Desk, given: Chart, kind: str, spec: Spec, width: float) -> GridPlot | None:
    """The plot of a chart; None, with a problem, where the theme has too few colours for it."""
    make = maker(desk, given, spec)
    count = len(parts_of(given)) if kind == "parts-ring" else len(groups_of(given))
    if kind not in ONE_COLOUR and not enough_colours(make, count):
        return None
    return BUILDERS[kind][1](make, width)
