"""A report file into the model: every mistake is noted with its place, and all of them are told at once."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from report.content import check, facts, prose, tables, wording
from report.content.builders import Bench, build, built_blocks, card, chart
from report.content.deliveries import deliveries
from report.content.expression import Scope
from report.content.form import Form, Log, blocks, open_form, scalars
from report.content.given import Given
from report.content.model import (
    About,
    Block,
    Blocks,
    Chart,
    Checks,
    Fact,
    Region,
    Report,
    TemplatePage,
    Text,
)
from report.content.row import NO_ROW, Row, row_facts, variable_problems, with_values, words
from report.content.sheet import printing, sheet
from report.content.source import Fields, Items, Node, Scalar, load
from report.content.variants import check_names
from report.named import NamedTuple
from report.problem import ContentError, Place, Problem

FORMAT = 1
if TYPE_CHECKING:
    from report.content.again import Reread

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


def read_report(
    path: Path, environ: Mapping[str, str] = os.environ, row: Row = NO_ROW
) -> tuple[Report, tuple[Problem, ...]]:
    """The report with its warnings; raises ContentError with every problem when one is an error.

    `environ` holds the credentials of databases.
    """
    found = read_checked(path, environ, row, ledger=False)
    return found.report, found.problems


def read_checked(
    path: Path,
    environ: Mapping[str, str] = os.environ,
    row: Row = NO_ROW,
    given: Given = NOTHING,
    *,
    ledger: bool = True,
) -> Checked:
    """The report with warnings and ledger; raises ContentError like `read_report`."""
    found = examine(path, environ, row, given, ledger=ledger)
    if found.report is None or any(p.severity == "error" for p in found.problems):
        raise ContentError(found.problems)
    return Checked(found.report, found.problems, found.figures)


def examine(
    path: Path,
    environ: Mapping[str, str] = os.environ,
    row: Row = NO_ROW,
    given: Given = NOTHING,
    again: Reread | None = None,
    *,
    ledger: bool = True,
) -> Examined:
    """The report, whatever is wrong with it; raises ContentError where the file is no YAML. `again` keeps what the next
    reading need not do. Where nobody wants the ledger and the report has its figures unchecked, none is made."""
    root = given.root or load(path)
    log = Log(words=words(root, row))
    report = _report(root, path, log, environ, row=row, given=given, again=again)
    figures: tuple[check.Entry, ...] = ()
    if report is not None and (ledger or check.looks(report)):
        from report.content import ledger as ledgers  # its patterns take 5 ms to make

        figures = ledgers.ledger(report, again)
        log.problems += ledgers.problems(report, figures)
    return Examined(report, ordered(log.problems), figures)


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """In the order of the files, each file from top to bottom."""
    problems = tuple(problems)
    files = list(dict.fromkeys(p.place.file for p in problems if p.place))
    order = {file: i for i, file in enumerate(files)}
    return tuple(
        sorted(problems, key=lambda p: (order[p.place.file], p.place.line, p.place.column) if p.place else (-1, 0, 0))
    )


def _report(
    root: Node,
    path: Path,
    log: Log,
    environ: Mapping[str, str],
    *,
    row: Row,
    given: Given,
    again: Reread | None = None,
) -> Report | None:
    form = open_form(root, "report", log) if isinstance(root, Fields) else None
    if form is None:
        log.add("not-a-report", root.place)
        return None
    _check_format(form)
    about = _about(form)
    inputs = [str(path)] if given.root is None else []
    variable_problems(form)
    known = _facts(form, path.parent, about, inputs, row)
    read = partial(tables.read_tables, form, path.parent, log, inputs, environ, given=dict(given.tables))
    data = read() if again is None else again.tables(form.node("data"), log, inputs, read)
    scope = Scope(log, known, about.fields if about else {}, data)
    bench = Bench(scope, path.parent)
    bench.guests = dict(given.guests)
    body = tuple(_body(form.items("body"), bench))
    if form.has("body") and not form.items("body"):
        log.add("empty-body", form.at("body"))
    paper, outputs = sheet(form), deliveries(form, bench)
    if about is None:
        return None
    own = form.form("check", "check")
    checks = _checks(own)
    house = wording.rules(own, path.parent, inputs) if own is not None else ()
    files = (*inputs, *bench.inputs)
    said = (known, body, outputs, str(path.parent), files, scope.tables, checks)
    report = Report(about, paper, *said, row=row.texts, printing=printing(form))
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
    for name in ("date", "as-of", "signed"):
        if own.has(name) and not _is_date(own.text(name)):
            own.log.add("bad-date", own.at(name), text=own.text(name))
    _check_number(own)
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


def _check_number(own: Form) -> None:
    """The number of an official document, where there is one; its patterns take longer to make than a short reading."""
    number = own.text("document-number")
    if not number:
        return
    from report.content import official

    if (wanted := official.numbered(number)) != number:
        place = own.at("document-number")
        own.log.add("document-number", place, "warning", text=number, wanted=wanted or official.EXAMPLE)


def _facts(form: Form, folder: Path, about: About | None, inputs: list[str], row: Row) -> Mapping[str, Fact]:
    """Facts of the report, of the table that it names, and of the row that it is made of."""
    source = about.fields.get("source", "") if about else ""
    found = facts.facts_of_map(with_values(form.node("facts"), row, form.log.language), source, form.log)
    rows = tables.read_fact_rows(form, folder, form.log, inputs)
    if rows is not None:
        found += facts.facts_of_table(rows, source, form.log)
    found += row_facts(row, {fact.name for fact in found}, source, form.log)
    return facts.gathered(found, form.log)


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
    value = bench.log.filled(value)
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
                found[name.text] = own.log.filled(value).text
            case Fields():
                form = open_form(value, "chart", own.log)
                if form is not None:
                    found[name.text] = chart(bench, form)
            case Items():
                own.log.add("wrong-type", value.place, key=name.text, wanted="@text-or-chart")
    return found
