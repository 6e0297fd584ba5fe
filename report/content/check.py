"""The figure check as others see it: rows of the ledger, which problems it finds, and equations between figures.

Each figure is matched (a fact or cell says it), referenced ({{ }}), derived (a formula), unmatched, conflicting (a fact
that is named beside it says otherwise), ambiguous (several facts say it), or set aside by class (docs/format.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Literal

from report.content import numerals
from report.content.expression import Scope, holds
from report.content.model import (
    Checks,
    Fact,
    Report,
)
from report.named import NamedTuple
from report.problem import Place, Severity

Status = Literal["matched", "referenced", "derived", "unmatched", "conflicting", "ambiguous", "aside"]
SEVERITIES: Mapping[str, Severity] = {"strict": "error", "remind": "warning"}
FINDINGS = frozenset(
    {"figure-unmatched", "figure-conflict", "figure-ambiguous", "equation-fails", "label-two-values", "house-word"}
)
"""Problem codes that say a report is wrong, though it can be read and set."""


class Entry(NamedTuple):
    """A row of the ledger: a figure where it stands, what it says, and what stands behind it.

    `source` is a fact's name, a cell, a formula, or the class by which a figure was set aside; `other` what a fact says
    that disagrees.
    """

    place: Place
    text: str
    value: Decimal
    unit: str
    status: Status
    source: str
    context: str
    other: str = ""


def looks(report: Report) -> bool:
    """Whether the report wants its figures checked."""
    return report.checks.figures in SEVERITIES


def equations(checks: Checks, scope: Scope) -> None:
    """Notes every equation that does not hold, with both its sides and the places of what it names."""
    for text, place in checks.equations:
        found = holds(text, place, scope)
        if found is not None and not found[0]:
            where = "、".join(_named(text, scope))
            scope.log.add("equation-fails", place, text=text, left=found[1], right=found[2], where=where)


def _named(text: str, scope: Scope) -> Iterator[str]:
    """Where the facts and columns of an equation stand."""
    for found in re.finditer(r"([^\W\d]\w*)(?:\[[^\]]*\])?(?:\.([^\W\d]\w*))?", text):
        fact, table = scope.facts.get(found[1]), scope.tables.get(found[1])
        if fact is not None:
            yield f"{fact.name} {fact.place.file}:{fact.place.line}"
        elif table is not None and table.rows:
            names = [column.name for column in table.columns]
            at = names.index(found[2]) if found[2] in names else 0
            first, last = table.rows[0][at].place, table.rows[-1][at].place
            yield f"{first.file}:{first.line}–{last.line}"


def summary(entries: Iterable[Entry]) -> Mapping[str, int]:
    """How many figures there are of each status."""
    counts: dict[str, int] = {}
    for entry in entries:
        counts[entry.status] = counts.get(entry.status, 0) + 1
    return counts


def fact_shown(fact: Fact) -> str:
    """A fact as it is printed, with its unit."""
    return numerals.with_unit(fact.printed, fact.unit, fact.approx)
