"""One row for each PDF standard: what it asks and what it forbids."""

from __future__ import annotations

from collections.abc import Sequence

from report.named import NamedTuple


class Standard(NamedTuple):
    """A standard: the highest PDF version it allows, its output intent, what it asks of tags, links and metadata, and
    whether the sources of the document lie in the file."""

    name: str
    version: str
    intent: str
    tagged: bool
    links: bool
    part: str = ""
    conformance: str = ""
    sources: bool = False


STANDARDS = {
    s.name: s
    for s in (
        Standard("PDF/X-4", "1.6", "GTS_PDFX", tagged=False, links=False),
        Standard("PDF/A-2u", "1.7", "GTS_PDFA1", tagged=False, links=True, part="2", conformance="U"),
        Standard("PDF/A-3u", "1.7", "GTS_PDFA1", tagged=False, links=True, part="3", conformance="U", sources=True),
        Standard("PDF/A-4", "2.0", "GTS_PDFA1", tagged=False, links=True, part="4"),
        Standard("PDF/UA-1", "1.7", "", tagged=True, links=True),
    )
}


SCREEN = "sRGB"
"""The condition of a delivery for screens."""


def conflict(names: Sequence[str], condition: str) -> tuple[str, str, str] | None:
    """Why no file can be all of these: a code of the reason and the two that exclude each other; None where one can.

    One file states one part of PDF/A in its metadata; PDF/A-4 is PDF 2.0, which PDF/X-4 (ISO 15930-7, at most 1.6) and
    PDF/UA-1 (ISO 14289-1, of PDF 1.7) are not; a file for the press has the press's inks.
    """
    archives = [name for name in names if STANDARDS[name].part]
    if len(archives) > 1:
        return "standards-two-archives", archives[0], archives[1]
    older = next((name for name in names if name != "PDF/A-4" and not STANDARDS[name].part), "")
    if "PDF/A-4" in names and older:
        return "standards-two-versions", "PDF/A-4", older
    if "PDF/X-4" in names and condition == SCREEN:
        return "standards-screen", "PDF/X-4", condition
    return None


def standards_named(names: tuple[str, ...]) -> tuple[Standard, ...]:
    """The rows of these names, in order; a name without a row is a KeyError (content has refused it before)."""
    return tuple(STANDARDS[name] for name in names)
