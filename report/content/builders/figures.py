"""Forms into cards, charts and derived figures."""

from __future__ import annotations

import re
from decimal import Decimal

from report.content import numerals
from report.content.builders.bench import Bench
from report.content.builders.plotted import data_series, refused
from report.content.expression import quantity
from report.content.form import Form
from report.content.model import Card, Cards, Chart, Derived, Series, Wall

SAME = {"dot-plot": "dot"}
"""Kinds with a second name: 点图 is 点."""
SIGNS = {"/": "÷", "*": "×"}
"""Signs of a formula as they are printed."""


def card(bench: Bench, form: Form) -> Card:
    """A figure with its label: a fact, or a printed form that is no fact (5章)."""
    found = bench.fact(form)
    if found is None and not form.has("fact") and not form.has("printed"):
        bench.log.add("card-empty", form.place)
    mini = form.form("mini", "chart")
    return Card(
        figure=found.figure if found else numerals.figure(form.text("printed")),
        label=bench.line(form, "label"),
        note=bench.line(form, "note"),
        place=form.place,
        fact=found.fact if found else "",
        span=form.count("span", 1, 1),
        ground=form.text("ground"),
        mini=chart(bench, mini) if mini else None,
    )


def cards(bench: Bench, form: Form) -> Cards:
    return Cards(tuple(card(bench, one) for one in form.forms("items", "card")), form.place, bench.common(form))


def wall(bench: Bench, form: Form) -> Wall:
    return Wall(tuple(card(bench, one) for one in form.forms("items", "card")), form.place, bench.common(form))


def chart_block(bench: Bench, form: Form) -> Chart:
    """A chart that stands as a block must say of what kind it is."""
    if not form.has("kind"):
        bench.log.add("missing-key", form.place, key=bench.log.shown(form.shape["kind"]))
    found = chart(bench, form)
    for one in refused(found):
        bench.log.problems.append(one)
    return found


def chart(bench: Bench, form: Form, kind: str = "flower") -> Chart:
    """A chart of one fact, of listed values, of data or of a worked-out value; `kind` unless the author names one."""
    listed: list[Series | None] = [
        _series(bench, item) for name in ("series", "groups") for item in form.forms(name, "series")
    ]
    used = bench.scope.tables.get(form.text("data"))
    if form.has("data"):
        listed += data_series(bench, form)
    elif not listed:
        listed = [_series(bench, form)]
    reference = form.form("reference", "series")
    per = form.number("per", Decimal(1))
    if per <= 0:
        bench.log.add("not-positive", form.at("per"), key=bench.log.shown(form.shape["per"]), value=per)
        per = Decimal(1)
    return Chart(
        kind=SAME.get(named := form.word("kind", "chart", kind), named),
        title=bench.line(form, "title"),
        label=bench.line(form, "label"),
        series=tuple(series for series in listed if series is not None),
        place=form.place,
        per=per,
        icon=form.word("icon", "icon", ""),
        legend=form.flag("legend"),
        alt=form.text("alt"),
        highlight=form.text("highlight"),
        source=form.text("source") or (used.source if used else ""),
        reference=_series(bench, reference) if reference else None,
        common=bench.common(form),
        listed=form.flag("data-table"),
    )


def derived(bench: Bench, form: Form) -> Derived | None:
    """A figure worked out from facts, with its formula in printed figures."""
    value = bench.worked_out(form, "formula")
    if value is None:
        return None
    formula = form.text("formula")
    printed = form.text("printed") or numerals.wording(value.value)
    if not numerals.agrees(printed, value.value, "rounded"):
        said = f"{value.value:f}"
        bench.log.add("printed-disagrees", form.at("printed"), printed=printed, value=said, name=formula)
    figure = numerals.figure(printed + form.text("unit"))
    label = bench.line(form, "label")
    return Derived(label, figure, value.value, _spelled(bench, formula), form.place, bench.common(form))


def _spelled(bench: Bench, formula: str) -> str:
    """The formula in printed figures: 1391万元 ÷ 1391人."""

    def said(found: re.Match[str]) -> str:
        fact = bench.scope.facts.get(found[0])
        return quantity(fact).figure.text if fact else SIGNS.get(found[0], found[0])

    return re.sub(r"[^\W\d]\w*|[/*]", said, formula)


def _series(bench: Bench, form: Form) -> Series | None:
    """One plotted value, from a fact or an expression."""
    found = bench.fact(form) or bench.worked_out(form, "value")
    if found is None:
        if not form.has("fact") and not form.has("value"):
            bench.log.add("chart-empty", form.place)
        return None
    label = bench.line(form, "label")
    return Series(found.value, found.approx, found.figure, label, found.fact, form.place, form.text("group"))
