"""Forms into blocks of words: headings, texts, lists, people, honours, events."""

from __future__ import annotations

import re
from collections.abc import Callable

from report.content import prose
from report.content.articles import fault_of
from report.content.builders.bench import Bench
from report.content.expression import Scope
from report.content.form import Form
from report.content.model import (
    Appendix,
    Callout,
    Chapter,
    Colophon,
    Event,
    Honour,
    Honours,
    Matter,
    Points,
    Profile,
    Prose,
    Quote,
    Section,
    Step,
    Steps,
    Text,
    Timeline,
    Topic,
)
from report.content.source import Fields, Node, Scalar
from report.problem import Place

BOOK_NUMBERS = ("ISBN", "书号")
"""Names of rows of an imprint whose number is checked."""
LEVELS = ("国家级", "全国", "省级", "市级", "县级", "区级", "乡级", "镇级", "村级")
"""Levels of honours from the highest; others follow in the order in which they are written."""


def matter(kind: str) -> Callable[[Bench, Form], Matter]:
    """The builder of a preface or closing."""

    def build(bench: Bench, form: Form) -> Matter:
        title, text = bench.line(form, "title"), bench.prose(form, "text")
        return Matter(kind, title, text, form.place, bench.common(form))

    return build


def chapter(bench: Bench, form: Form) -> Chapter:
    title, kicker = bench.line(form, "title"), bench.line(form, "kicker")
    return Chapter(title, kicker, bench.photo(form), form.place, bench.common(form))


def section(level: int) -> Callable[[Bench, Form], Section]:
    """The builder of headings of a level."""

    def build(bench: Bench, form: Form) -> Section:
        return Section(level, bench.line(form, "title"), form.place, bench.common(form))

    return build


def text(bench: Bench, form: Form) -> Text:
    return Text(bench.prose(form, "text"), form.place, bench.common(form))


def callout(bench: Bench, form: Form) -> Callout:
    return Callout(bench.prose(form, "text"), form.place, bench.common(form))


def points(bench: Bench, form: Form) -> Points:
    first = form.count("first", 1)
    return Points(bench.lines(form, "items"), form.flag("numbered"), form.place, bench.common(form), first)


def topic(bench: Bench, form: Form) -> Topic:
    return Topic(
        title=bench.line(form, "title"),
        claim=bench.line(form, "claim"),
        text=bench.prose(form, "text"),
        aside=bench.blocks(form.items("aside")),
        place=form.place,
        common=bench.common(form),
    )


def quote(bench: Bench, form: Form) -> Quote:
    return Quote(bench.prose(form, "text"), bench.line(form, "source"), form.place, bench.common(form))


def steps(bench: Bench, form: Form) -> Steps:
    listed = form.forms("items", "step")
    return Steps(
        tuple(Step(bench.line(f, "title"), bench.line(f, "text")) for f in listed), form.place, bench.common(form)
    )


def timeline(bench: Bench, own: Form) -> Timeline:
    """Events in the order of their dates; a date that is none is reported."""
    events = []
    for form in own.forms("items", "event"):
        date = form.text("date")
        if form.has("date") and not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", date):
            bench.log.add("bad-event-date", form.at("date"), text=date)
        events.append(Event(date, bench.line(form, "text"), form.place))
    return Timeline(tuple(sorted(events, key=lambda event: event.date)), own.place, bench.common(own))


def profile(bench: Bench, form: Form) -> Profile:
    """A person; the name is text like any other, so that a character without a glyph stops the build."""
    return Profile(
        name=_person(bench.line(form, "name")),
        role=bench.line(form, "role"),
        photo=bench.photo(form),
        text=bench.line(form, "text"),
        place=form.place,
        common=bench.common(form),
    )


def _person(name: Prose) -> Prose:
    """A name that an index of names finds."""
    return tuple((p[0]._replace(person="".join(i.text for i in p)), *p[1:]) for p in name if p)


def honours(bench: Bench, form: Form) -> Honours:
    """Sorted by level, then by year, the latest first."""
    items = [
        Honour(f.text("level"), bench.line(f, "name"), f.count("year", 0, 1900), f.place)
        for f in form.forms("items", "honour")
    ]
    order = [*LEVELS, *(item.level for item in items)]
    ranked = sorted(items, key=lambda item: (order.index(item.level), -item.year))
    return Honours(bench.line(form, "title"), tuple(ranked), form.place, bench.common(form))


def appendix(bench: Bench, form: Form) -> Appendix:
    automatic = form.word("automatic", "appendix", "")
    if not automatic and not form.has("text"):
        bench.log.add("appendix-empty", form.place)
    title = bench.line(form, "title")
    return Appendix(title, automatic, bench.prose(form, "text"), form.place, bench.common(form))


def colophon(scope: Scope, node: Node, place: Place) -> Colophon:
    """Names and what stands for them, in the author's order."""
    rows: list[tuple[str, Prose]] = []
    for key, value in node.entries if isinstance(node, Fields) else ():
        rows.append((key.text, prose.line(value, scope)))
        if key.text.upper() in BOOK_NUMBERS and isinstance(value, Scalar) and (fault := fault_of(value.text)):
            scope.log.add(fault.code, value.place, text=value.text.strip(), right=fault.right)
    return Colophon(tuple(rows), place)
