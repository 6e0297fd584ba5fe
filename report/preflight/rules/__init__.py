"""The rules: one function each, an inspected file and what it is judged by in, findings out (docs/print.md)."""

from __future__ import annotations

from report.preflight.rules import access, colours, measured, pages, paint, text, things, whole
from report.preflight.rules.row import A2U, GB9704, UA1, X4, Asked, Found, Rule

KEPT_APART = {"C": 2, "G": 1, "X": 0, "A": 3, "U": 4}
RULES: tuple[Rule, ...] = tuple(
    sorted(
        (rule for part in (whole, pages, things, colours, text, paint, measured, access) for rule in part.RULES),
        key=lambda rule: (KEPT_APART[rule.clause[0]], rule.clause),
    )
)
"""All rules in the order of their clauses."""

__all__ = ["A2U", "GB9704", "RULES", "UA1", "X4", "Asked", "Found", "Rule"]
