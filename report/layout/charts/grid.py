"""The values of a chart as names and series with their colours and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.charts import scales
from report.charts.grids import Datum, Grid, Reference, Strand
from report.charts.truth import all_groups_of, groups_of, highlights, name_of, names_of
from report.charts.units import base, missing, without_unit
from report.charts.words import Words
from report.colour import Colour
from report.content.model import Chart, Series
from report.content.spec import Spec
from report.layout.charts.looks import stroke
from report.layout.charts.words import Unit, bracketed, joined, name, text, unit_for
from report.layout.desk import Desk
from report.named import NamedTuple
from report.problem import problem
from report.record import replace
from report.typeset import TextStyle

STEPS = 5
"""Steps of an axis that the theme does not count."""
CLEAR = 0.05
"""Share of the values' reach by which an axis that is cut begins below the lowest."""
MOST_MISSING = 3
"""Missing names that a note lists; of more it gives the number."""


class Paints(NamedTuple):
    """Colours of the series, their pale ends, what is not to stand out, colours of words inside a field, and of a name
    that stands out where that has a colour of its own."""

    colours: tuple[Colour, ...]
    pales: tuple[Colour, ...]
    quiet: Colour
    quiet_pale: Colour
    inside: tuple[Colour, ...]
    high: Colour | None = None


def paints(spec: Spec) -> Paints:
    colours, pales = (tuple(c for c in spec.colours(key) if c) for key in ("colours", "pales"))
    inside = tuple(c for c in spec.colours("text-colours") if c) if spec.has("text-colours") else ()
    high = spec.colour("high") if spec.has("high") else None
    return Paints(colours, pales, spec.colour("quiet"), spec.colour("quiet-pale"), inside, high)


class Maker(NamedTuple):
    """What turns values into data: the desk, the chart, its look, its colours, its unit; names and series that stand
    out."""

    desk: Desk
    given: Chart
    spec: Spec
    paints: Paints
    unit: Unit
    marked_names: frozenset[str]
    marked_groups: frozenset[str]

    def style(self, key: str) -> TextStyle:
        """A text style of the look."""
        return self.desk.style(self.spec.style(key))


def maker(desk: Desk, given: Chart, spec: Spec) -> Maker:
    always = spec.has("axis") and spec.sub("axis").flag("always")
    wanted = frozenset(highlights(given))
    names, groups = (wanted.intersection(found) for found in (names_of(given), groups_of(given)))
    return Maker(desk, given, spec, paints(spec), unit_for(given, axis=always), names, groups)


def grid(make: Maker, *, cut: bool = False, each_name: bool = True) -> Grid:
    """Names, series and axis of a chart; with `each_name` a name that stands out leaves the others quiet."""
    given, spec, desk = make.given, make.spec, make.desk
    names = names_of(given)
    style = make.style("label")
    firsts = {name_of(series): series for series in reversed(given.series)}
    strands = tuple(_strands(make, names, each_name=each_name))
    compared = reference(make)
    values = [datum.value for strand in strands for _, datum in strand.values()]
    values += [compared.value] if compared else []
    low, high = min([*values, 0.0]), max([*values, 0.0])
    if cut:
        low = min(values) - CLEAR * (max(values) - min(values))
    steps = spec.sub("axis").count("steps") if spec.has("axis") else STEPS
    note = make.style("note")
    return Grid(
        names=tuple(name(desk, firsts[one], style) for one in names),
        strands=strands,
        shares=scales.shares(names),
        ordered=scales.is_sequence(names),
        unit=bracketed(make.unit.said, note, given.place),
        axis=scales.axis(low, high, steps, make.unit.power),
        notes=tuple(text(one, note, given.place) for one in _gaps(make, names)),
        reference=compared,
    )


def reference(make: Maker) -> Reference | None:
    """The line of a chart's reference, with its name and figure."""
    given = make.given.reference
    if given is None:
        return None
    look = make.spec.sub("reference")
    style = make.desk.style(look.style("style"))
    said = text(without_unit(given.figure, make.unit.stripped), style, given.place)
    return Reference(
        float(base(given)), joined(name(make.desk, given, style), said, style), stroke(make.spec, "reference")
    )


def _strands(make: Maker, names: Sequence[str], *, each_name: bool) -> Iterator[Strand]:
    given = make.given
    groups = groups_of(given)
    style = make.style("name")
    for k, group in enumerate(groups):
        found = {name_of(s): s for s in given.series if s.group == group and not missing(s)}
        if not found:
            continue
        colour, pale = colours_of(make, k, group)
        data = tuple(
            _datum(make, found[one], (k, colour, pale), each_name=each_name) if one in found else None for one in names
        )
        said = text(group if len(all_groups_of(given)) > 1 else "", style, next(iter(found.values())).place)
        yield Strand(said, data, colour, group in make.marked_groups)


def colours_of(make: Maker, index: int, group: str) -> tuple[Colour, Colour]:
    """Colour and pale colour of a series; where some stand out the others are quiet."""
    own = make.paints
    if not make.marked_groups:
        return own.colours[index % len(own.colours)], own.pales[index % len(own.pales)]
    if group not in make.marked_groups:
        return own.quiet, own.quiet_pale
    order = [g for g in groups_of(make.given) if g in make.marked_groups].index(group)
    return own.colours[order % len(own.colours)], own.pales[order % len(own.pales)]


def _datum(make: Maker, series: Series, strand: tuple[int, Colour, Colour], *, each_name: bool) -> Datum:
    index, colour, pale = strand
    main = name_of(series) in make.marked_names
    if each_name and make.marked_names and not main:
        colour, pale = make.paints.quiet if len(groups_of(make.given)) == 1 else pale, make.paints.quiet_pale
    if main and make.paints.high:
        colour = make.paints.high
    style = make.style("main" if main else "value")
    if make.paints.inside:
        style = replace(style, colour=make.paints.inside[index % len(make.paints.inside)])
    said = text(without_unit(series.figure, make.unit.stripped), style, series.place)
    return Datum(float(base(series)), series.approx, said, colour, pale, main)


def _gaps(make: Maker, names: Sequence[str]) -> Iterator[str]:
    """What is missing, in one note: 缺2022年的数; 乙区缺2021年、2022年的数."""
    said = []
    groups = all_groups_of(make.given)
    for group in groups:
        there = {name_of(s) for s in make.given.series if s.group == group and not missing(s)}
        lacking = [one for one in names if one not in there]
        if not there:
            said.append(f"{group}没有数")
        elif lacking:
            listed = "、".join(lacking) if len(lacking) <= MOST_MISSING else f"{len(lacking)}项"
            said.append(f"{group if len(groups) > 1 else ''}缺{listed}的数")
    if said:
        yield "；".join(said)


def enough_colours(make: Maker, count: int) -> bool:
    """Whether the theme can tell so many series apart; if not, that is reported."""
    most = len(make.paints.colours)
    if count <= most or make.marked_groups:
        return True
    make.desk.report(problem("too-many-series", make.given.place, given=count, most=most))
    return False


def with_note(given: Grid, note: Words) -> Grid:
    """The grid with another note before its own."""
    return replace(given, notes=(note, *given.notes)) if note.text else given
