"""What the value of an expression prints."""

from __future__ import annotations

from report.content.expression import Quantity, Value, Words


def printed_form(value: Value | None) -> str:
    """The printed figure or words; "" where there is no value."""
    match value:
        case Quantity():
            return value.figure.text
        case Words():
            return value.text
    return ""
