"""What a chart may not claim: every reason for which it is not drawn, with the place where the author wrote it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from report.charts.units import PERCENT, base, counted, missing, plain, slack, unit_of
from report.content import numerals
from report.content.model import Chart, Series
from report.patterns import late
from report.problem import Problem, problem

Rule = Callable[[Chart], Iterator[Problem]]

HUNDRED = Decimal(100)
TOTALS = ("合计", "总计", "总数", "全部", "总体")
"""Names of an item that is the whole of the others."""
COMPARED = frozenset({"bar", "column", "grouped", "line"})
"""Kinds that can draw a line of reference."""
SUBTOTALS = (*TOTALS, "小计")
_NOT_ADDED = late("不(?:可|能|宜|得)?(?:简单)?相加|不(?:可|能)?合计|有(?:交叉|重叠|重复)")


def untrue(given: Chart) -> Iterator[Problem]:
    """Why a chart must not be drawn; nothing for a true one."""
    if not shown(given):
        yield problem("chart-without-values", given.place)
        return
    for rule in (*RULES.get(given.kind, (_mixed,)), _highlighted, _referred):
        found = tuple(rule(given))
        yield from found
        if found:
            return


def shown(given: Chart) -> tuple[Series, ...]:
    """Values that are there."""
    return tuple(series for series in given.series if not missing(series))


def name_of(series: Series) -> str:
    """The name of a value: its label, or the fact it comes from."""
    return plain(series.label) or series.fact


def groups_of(given: Chart) -> tuple[str, ...]:
    """Names of the series that have a value, in their order."""
    return tuple(dict.fromkeys(series.group for series in shown(given)))


def all_groups_of(given: Chart) -> tuple[str, ...]:
    """Names of the series in their order, with those that have no value at all."""
    return tuple(dict.fromkeys(series.group for series in given.series))


def names_of(given: Chart) -> tuple[str, ...]:
    """Names of the values in their order."""
    return tuple(dict.fromkeys(name_of(series) for series in given.series))


def missing_names(given: Chart) -> tuple[str, ...]:
    """Names without a value."""
    return tuple(name_of(series) for series in given.series if missing(series))


def whole_of(given: Chart) -> Series | None:
    """The declared whole: an item called 合计 or the like."""
    return next((series for series in shown(given) if name_of(series) in TOTALS), None)


def parts_of(given: Chart) -> tuple[Series, ...]:
    """The values that are parts of a whole."""
    return tuple(series for series in shown(given) if name_of(series) not in TOTALS)


def highlights(given: Chart) -> tuple[str, ...]:
    """Names that stand out: one, or several with 、 between them."""
    return tuple(name for name in re.split("[、，,]", given.highlight) if name)


# Units


def _mixed(given: Chart) -> Iterator[Problem]:
    """The first value whose unit is not that of the values before it; words without a unit agree with any."""
    yield from _mixed_in((*shown(given), given.reference) if given.reference else shown(given))


def _mixed_in(given: Sequence[Series]) -> Iterator[Problem]:
    first = ""
    for series in given:
        unit = unit_of(series.figure)
        if first and unit and counted(unit) != counted(first):
            yield problem("mixed-units", series.place, first=first, second=unit, figure=series.figure.text)
            return
        first = first or unit


def _mixed_within(given: Chart) -> Iterator[Problem]:
    """One unit for each axis."""
    for group in groups_of(given):
        yield from _mixed_in([series for series in shown(given) if series.group == group])


# Values


def _below_zero(given: Chart) -> Iterator[Problem]:
    """Lengths and areas that add up, and units that are counted, have no negative ones."""
    for series in shown(given):
        if series.value < 0:
            yield problem("negative-value", series.place, figure=series.figure.text)


def _below_zero_added(given: Chart) -> Iterator[Problem]:
    if len(groups_of(given)) > 1:
        yield from _below_zero(given)


def _nothing(given: Chart) -> Iterator[Problem]:
    if all(series.value == 0 for series in shown(given)):
        yield problem("parts-of-nothing", given.place)


def _twice(given: Chart) -> Iterator[Problem]:
    """The same name twice in one series."""
    counts = Counter((series.group, name_of(series)) for series in given.series)
    for series in given.series:
        if counts[series.group, name_of(series)] > 1 and name_of(series):
            yield problem("name-twice", series.place, name=name_of(series))
            return


def _one_series(given: Chart) -> Iterator[Problem]:
    groups = groups_of(given)
    if len(groups) > 1:
        place = next(series.place for series in given.series if series.group == groups[1])
        yield problem("one-series", place, given=len(groups), names="、".join(groups))


def _highlighted(given: Chart) -> Iterator[Problem]:
    known = (*names_of(given), *groups_of(given))
    for name in highlights(given):
        if name not in known:
            yield problem(
                "unknown-highlight", given.place, name=name, all="、".join(dict.fromkeys(filter(None, known)))
            )


def _referred(given: Chart) -> Iterator[Problem]:
    """A line of reference stands only among lengths from one axis."""
    if given.reference is not None and given.kind not in COMPARED:
        yield problem("reference-not-here", given.reference.place)


# Parts of a whole


def _overlapping(given: Chart) -> Iterator[Problem]:
    """Values that the chart's own words call not additive are not added."""
    for prose in (given.title, given.label, *(series.label for series in given.series)):
        if _NOT_ADDED.search(plain(prose)):
            yield problem("parts-not-added", given.place, said=plain(prose))
            return


def _is_percent(series: Series) -> bool:
    return unit_of(series.figure).startswith(PERCENT) or any(sign in series.figure.text for sign in PERCENT)


def _agree(parts: Sequence[Series], whole: Decimal, margins: tuple[Decimal, Decimal]) -> bool:
    """Whether parts can add up to a whole, each within what its printed figure leaves open."""
    total = sum((base(series) for series in parts), Decimal(0))
    below = sum((slack(series)[0] for series in parts), Decimal(0)) + margins[1]
    above = sum((slack(series)[1] for series in parts), Decimal(0)) + margins[0]
    return total - below <= whole <= total + above


def _declared(given: Chart) -> Iterator[Problem]:
    """Parts of a ring add up to the whole that is declared, or to 100 %."""
    parts, whole = parts_of(given), whole_of(given)
    total = numerals.plain(sum((base(series) for series in parts), Decimal(0)))
    if whole is not None:
        if not _agree(parts, base(whole), slack(whole)):
            yield problem("parts-not-whole", whole.place, total=total, whole=whole.figure.text)
    elif not all(_is_percent(series) for series in parts):
        yield problem("ring-no-whole", given.place, total=total)
    elif not _agree(parts, HUNDRED, (Decimal(0), Decimal(0))):
        yield problem("parts-not-whole", given.place, total=f"{total}%", whole="100%")


def _shares_add_up(given: Chart) -> Iterator[Problem]:
    """Percentages in one bar make 100, counts the total that is declared, if one is."""
    if whole_of(given) is not None or all(_is_percent(series) for series in parts_of(given)):
        yield from _declared(given)


def _rows_add_up(given: Chart) -> Iterator[Problem]:
    """Percentages stacked in one bar make 100."""
    rows: dict[str, list[Series]] = {}
    for series in shown(given):
        rows.setdefault(name_of(series), []).append(series)
    for name, parts in rows.items():
        percent = all(_is_percent(series) for series in parts)
        if percent and len(parts) > 1 and not _agree(parts, HUNDRED, (Decimal(0), Decimal(0))):
            total = numerals.plain(sum((base(series) for series in parts), Decimal(0)))
            yield problem("stack-not-whole", parts[0].place, name=name, total=total)
            return


def _ring(given: Chart) -> Iterator[Problem]:
    """One share of 100, or parts of a whole that is declared."""
    if len(given.series) > 1:
        yield from _below_zero(given)
        yield from _nothing(given)
        yield from _overlapping(given)
        yield from _declared(given)
        return
    for series in given.series:
        said = 0 <= series.value <= HUNDRED and (series.approx == "claim" or _is_percent(series))
        if not said:
            yield problem("ring-not-share", series.place, figure=series.figure.text)


# Kinds of their own


def _two_sides(given: Chart) -> Iterator[Problem]:
    groups = groups_of(given)
    if len(groups) != 2:
        yield problem("pyramid-sides", given.place, given=len(groups))


def _two_periods(given: Chart) -> Iterator[Problem]:
    names = names_of(given)
    if len(names) != 2:
        yield problem("slope-periods", given.place, given=len(names))
        return
    for group in groups_of(given):
        found = [series for series in shown(given) if series.group == group]
        if len(found) != 2:
            yield problem("slope-gap", found[0].place if found else given.place, name=group)


def _adds_up(given: Chart) -> Iterator[Problem]:
    """A waterfall runs from a total over changes to a total that they make; totals between them agree as well."""
    found = shown(given)
    if len(found) < 3 or len(found) != len(given.series):
        yield problem("waterfall-short", given.place, given=len(found))
        return
    run = [found[0]]
    for i, series in enumerate(found[1:], 1):
        if i < len(found) - 1 and name_of(series) not in SUBTOTALS:
            run.append(series)
        elif not _agree(run, base(series), slack(series)):
            total = numerals.plain(sum((base(one) for one in run), Decimal(0)))
            yield problem("waterfall-sum", series.place, total=total, name=name_of(series), whole=series.figure.text)
            return


def is_total(given: Chart) -> tuple[bool, ...]:
    """Which bars of a waterfall are totals: the first, the last, and those called so."""
    last = len(given.series) - 1
    return tuple(i in (0, last) or name_of(series) in SUBTOTALS for i, series in enumerate(given.series))


def pairs_of(given: Chart) -> tuple[tuple[Series, Series], ...]:
    """The points of a scatter: values of two series that have one name; empty where there are not two series."""
    groups = groups_of(given)
    if len(groups) != 2:
        return ()
    first, second = ({name_of(s): s for s in shown(given) if s.group == group} for group in groups)
    return tuple((first[name], second[name]) for name in names_of(given) if name in first and name in second)


def _two_axes(given: Chart) -> Iterator[Problem]:
    """Two series with names in common, or one whose names are numbers."""
    numbers = [numerals.parse(name_of(series)) for series in shown(given)]
    if len(groups_of(given)) == 1 and all(number is not None for number in numbers):
        return
    if not pairs_of(given):
        yield problem("scatter-axes", given.place, given=len(groups_of(given)))


def _several(given: Chart) -> Iterator[Problem]:
    if len(groups_of(given)) < 2:
        yield problem("multiples-one", given.place)


UNITS: tuple[Rule, ...] = (_mixed, _below_zero)
OVER_NAMES: tuple[Rule, ...] = (_mixed, _twice)
RULES: Mapping[str, tuple[Rule, ...]] = {
    **dict.fromkeys(
        ("flower", "dots", "squares", "pictogram", "weave", "warp", "wave", "lanterns", "courtyards", "net"), UNITS
    ),
    "ring": (_mixed, _ring),
    "proportion": (_mixed, _below_zero, _nothing, _overlapping, _shares_add_up),
    "bar": (_mixed, _one_series),
    "column": OVER_NAMES,
    "grouped": OVER_NAMES,
    "stacked": (*OVER_NAMES, _below_zero, _nothing, _overlapping, _rows_add_up),
    "line": OVER_NAMES,
    "area": (*OVER_NAMES, _below_zero_added, _overlapping),
    "dot": OVER_NAMES,
    "slope": (*OVER_NAMES, _two_periods),
    "pyramid": (*OVER_NAMES, _below_zero, _two_sides),
    "waterfall": (*OVER_NAMES, _one_series, _adds_up),
    "scatter": (_mixed_within, _two_axes),
    "multiples": (*OVER_NAMES, _several),
}
"""What must be true of each kind, in the order in which it is looked at; the first rule that is broken is told."""
