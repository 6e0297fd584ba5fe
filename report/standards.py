"""One row for each PDF standard: what it asks and what it forbids."""

from __future__ import annotations

from typing import NamedTuple


class Standard(NamedTuple):
    """A standard: the highest PDF version it allows, its output intent, what it asks of tags, links and metadata."""

    name: str
    version: str
    intent: str
    tagged: bool
    links: bool
    part: str = ""
    conformance: str = ""


STANDARDS = {
    s.name: s
    for s in (
        Standard("PDF/X-4", "1.6", "GTS_PDFX", tagged=False, links=False),
        Standard("PDF/A-2u", "1.7", "GTS_PDFA1", tagged=False, links=True, part="2", conformance="U"),
        Standard("PDF/UA-1", "1.7", "", tagged=True, links=True),
    )
}


def standards_named(names: tuple[str, ...]) -> tuple[Standard, ...]:
    """The rows of these names, in order; a name without a row is a KeyError (content has refused it before)."""
    return tuple(STANDARDS[name] for name in names)
