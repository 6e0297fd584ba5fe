"""What is inspected against the rules: problems, what could not be judged, and what the certificate says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from report.preflight.facts import Inspected, Intent, Sheet
from report.preflight.inspect import Unreadable, inspect
from report.preflight.marks import Box
from report.preflight.rules import A2U, RULES, UA1, X4, Asked, Found, Rule
from report.preflight.rules.row import mm
from report.preflight.separations import Failed, Press
from report.problem import Problem, problem, ranges
from report.record import record, replace

LIMITS = {"FOGRA29": 280.0}
"""Total ink by printing condition, where it is not 300 %."""
MOST = 300.0
NAMED, SHOWN = 12, 3
"""Findings of one kind that differ in their values are told one by one up to here, those that name something further:
a font that is not embedded is told by its name, thin lines in ten colours are one thing to do."""


@record
class Judgement:
    """A file, what it was judged by, what is wrong with it, what nobody looked at.

    `file` is nothing where the bytes could not be read as a PDF.
    """

    file: Inspected | None
    asked: Asked
    problems: tuple[Problem, ...]
    not_judged: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        return sum(problem.severity == "error" for problem in self.problems)

    def without(self, codes: Set[str]) -> Judgement:
        """The same without what does not concern this file."""
        if not codes:
            return self
        return replace(self, problems=tuple(one for one in self.problems if one.code not in codes))

    def errors_of(self, standard: str) -> int:
        """How many of the problems are errors by one standard."""
        codes = {rule.code for rule in RULES if standard in rule.standards}
        return sum(p.severity == "error" and p.code in codes for p in self.problems)


def judge(data: bytes, standards: Sequence[str] = (), separations: bool = True, spots: Sequence[str] = ()) -> Judgement:
    """Judge a PDF by standards (names of `report.standards`); without any, by those it claims, else by PDF/X-4.

    With `separations`, plates are made where PDF/X-4 is asked for and Ghostscript is found. `spots` are inks that the
    file may have.
    """
    try:
        file = inspect(data) if not separations else _inspected(data, standards)
    except Unreadable as failure:
        code = "x02-encrypted" if failure.locked else "g01-unreadable"
        asked = Asked(tuple(standards) or (X4,), tuple(spots))
        return Judgement(None, asked, (problem(code, what="@damaged", at="", others=""),), ())
    asked = Asked(tuple(standards) or file.claimed or (X4,), tuple(spots), ink_limit(file.intents))
    problems = tuple(p for rule in _asked_rules(asked) for p in _problems(rule, file, asked))
    return Judgement(file, asked, problems, tuple(_not_judged(file, asked, separations)))


def _inspected(data: bytes, standards: Sequence[str]) -> Inspected:
    """The file with its plates; they are made while the file is read, and thrown away where nobody asks for them."""
    if standards and X4 not in standards:
        return inspect(data)
    with Press(data) as press:
        file = inspect(data)
        if not standards and file.claimed and X4 not in file.claimed:
            return file
        try:
            return replace(file, plates=press.plates(file.sheets))
        except Failed as failure:
            return replace(file, unmeasured=str(failure))


def ink_limit(intents: Iterable[Intent]) -> float:
    return next((LIMITS[intent.identifier] for intent in intents if intent.identifier in LIMITS), MOST)


def _asked_rules(asked: Asked) -> Iterator[Rule]:
    return (rule for rule in RULES if set(rule.standards) & set(asked.standards))


def _problems(rule: Rule, file: Inspected, asked: Asked) -> Iterator[Problem]:
    """The findings of a rule; the same one on several pages is told once, with its other pages."""
    gathered: dict[tuple[tuple[str, str], ...], list[Found]] = {}
    for one in rule.find(file, asked):
        gathered.setdefault(tuple(one.values.items()), []).append(one)
    most = NAMED if any("name" in dict(values) for values in gathered) else SHOWN
    if len(gathered) > most:
        gathered = {next(iter(gathered)): [one for group in gathered.values() for one in group]}
    for values, group in gathered.items():
        first = group[0]
        pages = list(dict.fromkeys(one.page for one in group if one.page))
        place = _place(file.sheets[first.page - 1], first.box) if first.page and first.box else ""
        told = {"at": place, "others": ranges(pages[1:])}
        yield Problem(rule.code, (*values, *told.items()), rule.severity, page=first.page)


def _place(sheet: Sheet, box: Box) -> str:
    """Millimetres from the left and the top of the finished page."""
    left, _, _, top = sheet.finished
    return f"{mm(box[0] - left)}, {mm(top - box[3])} mm"


def _not_judged(file: Inspected, asked: Asked, separations: bool) -> Iterator[Problem]:
    if X4 in asked.standards and file.plates is None:
        reason = (file.unmeasured or "@no-ghostscript") if separations else "@not-wanted"
        clauses = "、".join(["G20", *(rule.clause for rule in RULES if rule.measured)])
        yield problem("not-measured", severity="unjudged", clauses=clauses, reason=reason)
    pages = [s.number for s in file.sheets for i in s.images if i.ink is None and i.space and i.space.components == 4]
    if pages and X4 in asked.standards and file.plates is None:
        yield problem("picture-ink-unknown", severity="unjudged", pages=ranges(sorted(set(pages))))
    for standard in (A2U, UA1):
        if standard in asked.standards:
            yield problem("beyond-preflight", severity="unjudged", standard=standard)
