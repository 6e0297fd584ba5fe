"""The ledger: every numeral of a report against its facts and tables. Imported where a report has it made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from report.content.again import Reread
from report.content.check import SEVERITIES, Entry
from report.content.claims import Claim, claims, same_family
from report.content.model import (
    Card,
    Common,
    Derived,
    Figure,
    Inline,
    Report,
    Series,
    Table,
    TemplatePage,
)
from report.content.prose import MATH
from report.content.register import Register
from report.patterns import late
from report.problem import Place, Problem, Severity, problem, valued
from report.record import field_names

FOUND = {"unmatched": "figure-unmatched", "conflicting": "figure-conflict", "ambiguous": "figure-ambiguous"}
"""Problem codes of the statuses that are findings."""
SENTENCE = late(r"[。！？；\n]")


def ledger(report: Report, again: Reread | None = None) -> tuple[Entry, ...]:
    """Every figure of the report, in reading order; `again` keeps what is found in each paragraph."""
    register = again.ground(report) if again is not None else Register(report.facts, report.tables)
    found: list[Entry] = []
    for part in _parts(report.body):
        match part:
            case tuple():
                judge = partial(_of_paragraph, part, register, report.checks.allow)
                found += judge() if again is None else again.entries(part, judge)
            case Card():
                found += _of_figure(part.figure, part.fact, part.place, register, report.checks.allow)
            case Series(value) if value.is_nan():
                pass
            case Series(value, _, figure, _, fact, place):
                source = fact or f"{place.file}:{place.line}"
                found.append(Entry(place, figure.text, value, "", "referenced" if fact else "matched", source, ""))
            case Derived():
                found.append(Entry(part.place, part.figure.text, part.value, "", "derived", part.formula, ""))
    return tuple(found)


def problems(report: Report, entries: Iterable[Entry]) -> Iterator[Problem]:
    """What the check finds wrong: figures without a source, labels with two values."""
    severity = SEVERITIES.get(report.checks.figures)
    if severity is None:
        return
    for entry in entries:
        code = FOUND.get(entry.status)
        if code:
            weight: Severity = "warning" if entry.status == "ambiguous" else severity
            values = {"text": entry.text, "name": entry.source, "other": entry.other}
            yield valued(code, entry.place, weight, values)
    yield from _two_values(report, severity)


def _parts(value: Any) -> Iterator[Any]:
    """Paragraphs, cards, series and derived figures of a report, in reading order."""
    if isinstance(value, Card | Series | Derived):
        yield value
    if isinstance(value, tuple) and value and all(isinstance(item, Inline) for item in value):
        yield tuple(inline for inline in value if not inline.note)
        yield from (inline.footnote for inline in value if inline.footnote)
        return
    for part in _inside(value):
        yield from _parts(part)


def _inside(value: Any) -> Iterable[Any]:
    """What a value holds; texts, places, figures and the tables of the data hold nothing to check."""
    match value:
        case TemplatePage():
            return (*value.parameters.values(), *value.regions.values())
        case str() | Figure() | Place() | Table() | Common() | None:
            return ()
        case tuple():
            return value
    return (getattr(value, name) for name in field_names(value.__class__))


def _of_paragraph(inlines: tuple[Inline, ...], register: Register, allowed: Sequence[str]) -> Iterator[Entry]:
    text = "".join(inline.text for inline in inlines)
    if "$" in text:
        text = re.sub(MATH, lambda found: " " * len(found[0]), text)
    spans: list[tuple[int, Inline]] = []
    at = 0
    for inline in inlines:
        spans.append((at, inline))
        at += len(inline.text)
    for claim in claims(text, allowed):
        start, inline = max((pair for pair in spans if pair[0] <= claim.start), key=lambda pair: pair[0])
        place = inline.place
        if not inline.fact and not inline.formula:
            place = place._replace(column=place.column + claim.start - start)
        sentence = _sentence(text, claim)
        if inline.fact:
            yield Entry(place, claim.text, claim.value, claim.unit, "referenced", inline.fact, sentence)
        elif inline.formula:
            yield Entry(place, claim.text, claim.value, claim.unit, "derived", inline.formula, sentence)
        else:
            yield _judged(claim, place, sentence, register)


def _of_figure(figure: Figure, fact: str, place: Place, register: Register, allowed: Sequence[str]) -> Iterator[Entry]:
    if fact:
        value = register.facts[fact].value
        yield Entry(place, figure.text, value, register.facts[fact].unit, "referenced", fact, "")
    else:
        yield from (_judged(claim, place, "", register) for claim in claims(figure.text, allowed))


def _judged(claim: Claim, place: Place, sentence: str, register: Register) -> Entry:
    """A figure that no reference stands behind."""
    entry = Entry(place, claim.text, claim.value, claim.unit, "aside", claim.aside, sentence)
    if claim.aside:
        return entry
    sources = register.sources(claim)
    if len(sources) > 1:
        named = [source for source in sources if source.beside(sentence, claim.text)]
        sources = named or sources
    if len(sources) == 1:
        return entry._replace(status="matched", source=sources[0].name)
    if sources:
        return entry._replace(status="ambiguous", source="、".join(source.name for source in sources[:4]))
    rival = register.rival(claim, sentence)
    if rival is not None:
        return entry._replace(status="conflicting", source=rival.name, other=rival.shown)
    return entry._replace(status="unmatched", source="")


def _sentence(text: str, claim: Claim) -> str:
    """The sentence around a figure."""
    start = max((m.end() for m in SENTENCE.finditer(text, 0, claim.start)), default=0)
    end = SENTENCE.search(text, claim.end)
    return text[start : end.start() if end else len(text)].strip()


def _two_values(report: Report, severity: Severity) -> Iterator[Problem]:
    """The same label with two values of one unit, anywhere in cards and charts; series of one name are one place."""
    seen: dict[tuple[str, str], list[tuple[Figure, Place]]] = {}
    for part in _parts(report.body):
        if isinstance(part, Card | Series) and part.figure.text:
            label = "".join(i.text for p in part.label for i in p).replace("\n", "")
            group = part.group if isinstance(part, Series) else ""
            seen.setdefault((group, label), []).append((part.figure, part.place))
    for (_, label), figures in seen.items():
        first = figures[0][0]
        for figure, place in figures[1:] if label else ():
            one, two = (_stated(f) for f in (first, figure))
            if one and two and same_family(one.unit, two.unit) and one.value != two.value:
                yield problem("label-two-values", place, severity, label=label, one=first.text, other=figure.text)


def _stated(figure: Figure) -> Claim | None:
    return next((claim for claim in claims(figure.text) if not claim.aside), None)
