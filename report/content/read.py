"""A report file into the model: every mistake is noted with its place, and all of them are told at once."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from report import units
from report.content import check, facts, prose, tables, wording
from report.content.builders import Bench, build, built_blocks, card, chart
from report.content.deliveries import deliveries
from report.content.expression import Scope
from report.content.form import Form, Log, blocks, nearest, open_form, scalars
from report.content.given import Given
from report.content.keys import SIZES
from report.content.model import (
    About,
    Block,
    Blocks,
    Chart,
    Checks,
    Fact,
    Region,
    Report,
    SheetSpec,
    TemplatePage,
    Text,
)
from report.content.source import Fields, Items, Node, Scalar, load
from report.content.variants import check_names
from report.problem import ContentError, Place, Problem

FORMAT = 1
NOTHING = Given()
MOST_INCLUDES = 8
"""How deep included files may include others."""


class Examined(NamedTuple):
    """All that was found in a report: None for one that cannot be read, every problem, and the ledger of figures."""

    report: Report | None
    problems: tuple[Problem, ...]
    figures: tuple[check.Entry, ...]


class Checked(NamedTuple):
    """A report that may be built: its warnings, and its ledger of figures."""

    report: Report
    problems: tuple[Problem, ...]
    figures: tuple[check.Entry, ...]


def read_report(path: Path, environ: Mapping[str, str] = os.environ) -> tuple[Report, tuple[Problem, ...]]:
    """The report with its warnings; raises ContentError with every problem when one is an error.

    `environ` holds the credentials of databases.
    """
    found = read_checked(path, environ)
    return found.report, found.problems


def read_checked(path: Path, environ: Mapping[str, str] = os.environ, given: Given = NOTHING) -> Checked:
    """The report with warnings and ledger; raises ContentError like `read_report`."""
    found = examine(path, environ, given)
    if found.report is None or any(p.severity == "error" for p in found.problems):
        raise ContentError(found.problems)
    return Checked(found.report, found.problems, found.figures)


def examine(path: Path, environ: Mapping[str, str] = os.environ, given: Given = NOTHING) -> Examined:
    """The report, whatever is wrong with it; raises ContentError where the file is no YAML."""
    root = given.root or load(path)
    log = Log()
    report = _report(root, path, log, environ, given)
    figures = check.ledger(report) if report is not None else ()
    if report is not None:
        log.problems += check.problems(report, figures)
    return Examined(report, ordered(log.problems), figures)


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """In the order of the files, each file from top to bottom."""
    problems = tuple(problems)
    files = list(dict.fromkeys(p.place.file for p in problems if p.place))
    order = {file: i for i, file in enumerate(files)}
    return tuple(
        sorted(problems, key=lambda p: (order[p.place.file], p.place.line, p.place.column) if p.place else (-1, 0, 0))
    )


def _report(root: Node, path: Path, log: Log, environ: Mapping[str, str], given: Given) -> Report | None:
    form = open_form(root, "report", log) if isinstance(root, Fields) else None
    if form is None:
        log.add("not-a-report", root.place)
        return None
    _check_format(form)
    about = _about(form)
    inputs = [str(path)] if given.root is None else []
    known = _facts(form, path.parent, about, inputs)
    data = tables.read_tables(form, path.parent, log, inputs, environ, given=dict(given.tables))
    scope = Scope(log, known, about.fields if about else {}, data)
    bench = Bench(scope, path.parent)
    body = tuple(_body(form.items("body"), bench))
    if form.has("body") and not form.items("body"):
        log.add("empty-body", form.at("body"))
    sheet, outputs = _sheet(form), deliveries(form, bench)
    if about is None:
        return None
    own = form.form("check", "check")
    checks = _checks(own)
    house = wording.rules(own, path.parent, inputs) if own is not None else ()
    files = (*inputs, *bench.inputs)
    report = Report(about, sheet, known, body, outputs, str(path.parent), files, scope.tables, checks)
    check_names(report, log)
    check.equations(checks, scope)
    if house:
        log.problems += wording.findings(wording.paragraphs(report), house, checks.allow)
    return report


def _checks(own: Form | None) -> Checks:
    if own is None:
        return Checks()
    equations = tuple((scalar.text, scalar.place) for scalar in scalars(own.items("equations"), own.log))
    return Checks(own.word("figures", "strictness", "remind"), own.texts("allow"), equations)


def _check_format(form: Form) -> None:
    if form.has("format") and form.number("format", Decimal(FORMAT)) != FORMAT:
        form.log.add("unknown-format-version", form.at("format"), given=form.text("format"), known=FORMAT)


def _about(form: Form) -> About | None:
    own = form.form("document", "document")
    if own is None:
        return None
    identifier = own.text("id")
    if own.has("id") and not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", identifier):
        own.log.add("bad-id", own.at("id"), id=identifier)
    for name in ("date", "as-of"):
        if own.has(name) and not _is_date(own.text(name)):
            own.log.add("bad-date", own.at(name), text=own.text(name))
    return About(
        identifier=identifier,
        title=own.text("title"),
        subtitle=own.text("subtitle"),
        body=own.text("body"),
        date=own.text("date"),
        as_of=own.text("as-of"),
        language=own.text("language", "zh-Hans"),
        theme=own.text("theme", "brochure"),
        keywords=own.texts("keywords"),
        fields={name: own.text(name) for name, node in own.values.items() if isinstance(node, Scalar)},
        places={name: node.place for name, node in own.values.items()},
    )


def _is_date(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text)) and date.fromisoformat(text) is not None
    except ValueError:
        return False


def _facts(form: Form, folder: Path, about: About | None, inputs: list[str]) -> Mapping[str, Fact]:
    """Facts of the report and of the table that it names."""
    source = about.fields.get("source", "") if about else ""
    found = facts.facts_of_map(form.node("facts"), source, form.log)
    rows = tables.read_fact_rows(form, folder, form.log, inputs)
    if rows is not None:
        found += facts.facts_of_table(rows, source, form.log)
    return facts.gathered(found, form.log)


def _sheet(form: Form) -> SheetSpec:
    own = form.form("sheet", "sheet")
    if own is None:
        width, height = SIZES["大度16开"]
        return SheetSpec(width * units.MM, height * units.MM, 3 * units.MM, 5 * units.MM, "none", 0, None)
    width, height = _size(own)
    return SheetSpec(
        width=width,
        height=height,
        bleed=_length(own, "bleed", "3mm"),
        safe=_length(own, "safe", "5mm"),
        binding=own.word("binding", "binding", "none"),
        pages=own.count("pages", 0, 1) if own.has("pages") else 0,
        place=own.place,
    )


def _size(own: Form) -> tuple[float, float]:
    """A finished size by name, or {宽: …, 高: …}, in points."""
    node = own.node("size")
    standard = tuple(side * units.MM for side in SIZES["大度16开"])
    if isinstance(node, Fields):
        given = own.form("size", "size")
        return (
            (_length(given, "width", "210mm"), _length(given, "height", "285mm"))
            if given
            else (standard[0], standard[1])
        )
    name = own.text("size", "大度16开")
    if name not in SIZES:
        own.log.add("unknown-size", own.at("size"), name=name, near=nearest(name, list(SIZES)), all="、".join(SIZES))
        return standard[0], standard[1]
    width, height = SIZES[name]
    return width * units.MM, height * units.MM


def _length(own: Form, name: str, default: str) -> float:
    """A length in points, from nothing up to a metre."""
    text = own.text(name, default)
    try:
        value = units.length(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1000 * units.MM:
        own.log.add("bad-length", own.at(name), text=text)
        return units.length(default)
    return value


def _body(nodes: Sequence[Node], bench: Bench, depth: int = 0) -> Iterator[TemplatePage | Block]:
    """Pages and blocks in reading order; included files are read in their place."""
    for row, written, value in blocks(nodes, bench.log, outer=True):
        if row.name == "page":
            own = open_form(value, "page", bench.log, common=True)
            if own is not None:
                yield _page(own, written.place, bench)
        elif row.name == "include":
            yield from _body(_included(value, bench, depth), bench, depth + 1)
        else:
            block = build(bench, row, written, value)
            if block is not None:
                yield block


def _included(value: Node, bench: Bench, depth: int) -> tuple[Node, ...]:
    """The blocks of another file: a list, or a map whose body is one."""
    if not isinstance(value, Scalar):
        bench.log.add("wrong-type", value.place, key="引用文件", wanted="@text")
        return ()
    path = bench.folder / value.text
    if depth >= MOST_INCLUDES:
        bench.log.add("include-depth", value.place, limit=MOST_INCLUDES)
    elif not bench.exists(value.text, value.place):
        return ()
    else:
        try:
            root = load(path)
        except ContentError as error:
            bench.log.problems += error.problems
            return ()
        if isinstance(root, Items):
            return root.items
        body = (
            next((v for k, v in root.entries if k.text in ("正文", "body")), None) if isinstance(root, Fields) else None
        )
        if isinstance(body, Items):
            return body.items
        bench.log.add("include-shape", root.place)
    return ()


def _page(own: Form, place: Place, bench: Bench) -> TemplatePage:
    named = [own.node(name) for name in ("parameters", "regions")]
    places = {key.text: key.place for node in named if isinstance(node, Fields) for key, _ in node.entries}
    return TemplatePage(
        template=own.text("template"),
        chapter=own.text("chapter"),
        contents=own.text("contents"),
        head=own.text("head"),
        parameters=_parameters(own, bench),
        regions=_regions(own, bench),
        places=places,
        place=own.at("template") if own.has("template") else place,
        common=bench.common(own),
    )


def _regions(own: Form, bench: Bench) -> Mapping[str, Region]:
    node = own.node("regions")
    entries = node.entries if isinstance(node, Fields) else ()
    filled = ((name.text, _region(value, bench)) for name, value in entries)
    return {name: region for name, region in filled if region is not None}


def _region(value: Node, bench: Bench) -> Region | None:
    """A text, a card, or a list of blocks."""
    match value:
        case Scalar():
            return Text(prose.prose(value, bench.scope), value.body or value.place)
        case Fields():
            form = open_form(value, "card", bench.log)
            return card(bench, form) if form else None
        case Items():
            return Blocks(built_blocks(bench, value.items), value.place)


def _parameters(own: Form, bench: Bench) -> Mapping[str, str | Decimal | Chart]:
    """Words and numbers of a template, and charts where the value is a map."""
    found: dict[str, str | Decimal | Chart] = {}
    node = own.node("parameters")
    for name, value in node.entries if isinstance(node, Fields) else ():
        match value:
            case Scalar():
                found[name.text] = value.text
            case Fields():
                form = open_form(value, "chart", own.log)
                if form is not None:
                    found[name.text] = chart(bench, form)
            case Items():
                own.log.add("wrong-type", value.place, key=name.text, wanted="@text-or-chart")
    return found
