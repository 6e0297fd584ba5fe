"""The tiny language inside {{ }}: not Python, no loops, no attributes of objects, no files."""

from report.content.expression.evaluate import evaluate, holds
from report.content.expression.values import Quantity, Scope, Value, Words, in_unit, quantity

__all__ = ["Quantity", "Scope", "Value", "Words", "evaluate", "holds", "in_unit", "quantity"]
