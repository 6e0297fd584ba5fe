"""How a build ends by the codes of its problems."""

from __future__ import annotations

from report.problem import ConformanceError, ContentError, LayoutError, ReportError
from report.selfcheck import PAGE_CODES

LAYOUT_CODES = frozenset(
    {
        "text-overflow",
        "line-overflow",
        "column-overflow",
        "block-overflow",
        "tab-overflow",
        "block-too-tall",
        "table-too-wide",
        "fit-cut",
    }
)
"""Problems of texts that fit nowhere (exit 3); what is in neither set is a mistake in the report (exit 2)."""
PRESS_CODES = frozenset({"type-near-trim", "bleed-short", "colour-over-ink", "type-many-inks", "line-too-thin"})
"""Faults that only a press has: a proof is printed in the office, and told of them."""
CONFORMANCE_CODES = PAGE_CODES | {"guest-broken", "guest-font", "guest-unicode", "guest-colour", "guest-feature"}
"""Pages and attachments that a standard refuses (exit 4)."""


def error_kind(errors: set[str]) -> type[ReportError]:
    """What ends a build by the codes of its errors: the report's own come before the layout's, these before labels."""
    if CONFORMANCE_CODES.issuperset(errors):
        return ConformanceError
    return LayoutError if errors <= LAYOUT_CODES | CONFORMANCE_CODES else ContentError
