"""Facts and cells by value, so that a figure in a text finds what may stand behind it without reading them all."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from decimal import Decimal

from report.content import numerals
from report.content.claims import Claim, same_family
from report.content.model import Approx, Fact, Table
from report.named import NamedTuple

FIT: Mapping[str, frozenset[str]] = {
    "exact": frozenset({"exact", "rounded", "claim"}),
    "over": frozenset({"over", "exact", "rounded"}),
    "near": frozenset({"near", "exact", "rounded"}),
    "rounded": frozenset({"rounded", "exact"}),
}
"""Which approximations of a fact a qualifier in a text may stand for; 10万 is not 10万余."""


class Source(NamedTuple):
    """A fact or cell: its value, unit and approximation, how it is shown, and the words that speak of it."""

    name: str
    value: Decimal
    unit: str
    approx: Approx
    shown: str
    words: tuple[str, ...]

    def beside(self, sentence: str, figure: str) -> bool:
        """Whether a sentence speaks of this source; a word of one character must follow the figure (2135个村)."""
        if any(len(word) > 1 and word in sentence for word in self.words):
            return True
        after = sentence.partition(figure)[2][:1]
        return any(len(word) == 1 and word == after for word in self.words)


class Register:
    """All sources, sorted by value."""

    def __init__(self, facts: Mapping[str, Fact], tables: Mapping[str, Table]) -> None:
        self.facts = facts
        found = [_of_fact(fact) for fact in facts.values()]
        found += [source for table in tables.values() for source in _of_table(table)]
        self._sorted = sorted(found, key=lambda source: source.value)
        self._values = [source.value for source in self._sorted]

    def sources(self, claim: Claim) -> list[Source]:
        """Sources that the figure can stand for: its number by its precision, its unit, its qualifier."""
        low, high = _reach(claim)
        within = self._sorted[bisect_left(self._values, low) : bisect_right(self._values, high)]
        return [source for source in within if _fits(claim, source)]

    def rival(self, claim: Claim, sentence: str) -> Source | None:
        """A source that the sentence speaks of, of the same unit, that says something else."""
        for source in self._sorted:
            if (
                claim.unit
                and source.unit
                and same_family(claim.unit, source.unit)
                and source.beside(sentence, claim.text)
            ):
                return source
        return None


def _of_fact(fact: Fact) -> Source:
    shown = numerals.with_unit(fact.printed, fact.unit, fact.approx)
    parts = re.split(r"[“”（）()、，,\s]+", fact.label)
    words = (fact.name, *(word for word in parts if len(word) > 1))
    return Source(fact.name, fact.value, fact.unit, fact.approx, shown, words)


def _of_table(table: Table) -> list[Source]:
    at = next((i for i, column in enumerate(table.columns) if column.name == table.key), 0)
    found = []
    for row in table.rows:
        for column, cell in zip(table.columns, row, strict=True):
            if isinstance(cell.value, Decimal) and column.kind != "year":
                name = f"{table.name}[{row[at].text}].{column.name}"
                words = (row[at].text, column.name)
                found.append(Source(name, cell.value, column.unit, "exact", cell.text + column.unit, words))
    return found


def _reach(claim: Claim) -> tuple[Decimal, Decimal]:
    """The values that a printed figure can mean."""
    value = claim.value
    step = Decimal(1).scaleb(_last_digit(claim))
    match claim.qualifier:
        case "over":
            return value, value + max(step, _round_step(value))
        case "near":
            return value - max(step, _round_step(value)), value
        case "rounded":
            half = max(step, _round_step(value)) / 2
            return value - half, value + half
    loose = step / 2 if step > 1 or value != int(value) else Decimal(0)
    return value - loose, value + loose


def _last_digit(claim: Claim) -> int:
    """The power of ten of the last digit that is printed: 7 for 3.6亿, -1 for 97.6%."""
    number = re.search(r"\d[\d,]*(\.\d+)?", claim.text)
    scale = sum(numerals.SCALES[c] for c in claim.text if c in "万亿")
    return scale - (len(number[1]) - 1 if number and number[1] else 0)


def _round_step(value: Decimal) -> Decimal:
    """100 for 2300: the step of a round number."""
    digits = str(int(abs(value)))
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0"))) if value else Decimal(1)


def _fits(claim: Claim, source: Source) -> bool:
    if not same_family(claim.unit, source.unit) or source.approx not in FIT[claim.qualifier]:
        return False
    if claim.qualifier in ("over", "near"):
        stated = numerals.printed_value(source.shown) if source.approx == claim.qualifier else source.value
        return stated == claim.value or (source.approx != claim.qualifier and source.value != claim.value)
    return True
