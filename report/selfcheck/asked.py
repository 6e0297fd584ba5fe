"""What the pages of a delivery are held to."""

from __future__ import annotations

from report.problem import Place
from report.record import record
from report.standards import standards_named
from report.units import MM

EDGE = 3 * MM
"""What the knife may take of the paper, in points (print.md C05), and how far colour goes beyond it (C01)."""


@record
class Asked:
    """Standards by name; whether the file is printed, and with how much ink in percent and which spot inks; the
    report's own least distance of text from the trim, in points; where the sheet is described."""

    standards: tuple[str, ...]
    printed: bool = True
    ink: float = 300.0
    spots: tuple[str, ...] = ()
    safe: float = EDGE
    place: Place | None = None

    @property
    def tagged(self) -> bool:
        return any(standard.tagged for standard in standards_named(self.standards))

    @property
    def pressed(self) -> bool:
        """Whether a print shop gets the file: it is cut, and needs what is cut away."""
        return any(standard.intent == "GTS_PDFX" for standard in standards_named(self.standards))
