"""The tiny language inside {{ }}: not Python, no loops, no attributes of objects, no files."""

from __future__ import annotations

from report.content.expression.values import Quantity, Scope, Value, Words, in_unit, quantity, unknown
from report.problem import Place

__all__ = ["Quantity", "Scope", "Value", "Words", "evaluate", "holds", "in_unit", "quantity", "unknown"]


def evaluate(text: str, place: Place, scope: Scope) -> Value | None:
    """The value of an expression whose first character stands at `place`; None, with a problem, when it has none."""
    from report.content.expression import working

    return working.evaluate(text, place, scope)


def holds(text: str, place: Place, scope: Scope) -> tuple[bool, str, str] | None:
    """Whether an equation or inequality holds, and both its sides as printed; None, with a problem, when it is none."""
    from report.content.expression import working

    return working.holds(text, place, scope)
