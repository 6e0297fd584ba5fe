"""Pages into one PDF: fonts are frozen, pages painted, the structure written, everything serialised."""

from __future__ import annotations

from report.drawing import Paged
from report.memory import Memory
from report.named import NamedTuple
from report.pdf.intent import Condition
from report.record import record


class Source(NamedTuple):
    """A file that lies in the document: its name, what it is, its bytes."""

    name: str
    mime: str
    data: bytes


@record
class PdfSettings:
    """How a delivery is written: standards by name, printing condition, links or not, where pictures are kept, the
    highest resolution of pictures (0 = the press's), files that lie in it."""

    standards: tuple[str, ...]
    condition: Condition
    links: bool
    cache: Memory
    tool_version: str
    resolution: int = 0
    sources: tuple[Source, ...] = ()


def ready_to_write() -> None:
    """Import what writing takes, where there is time for it before it is wanted: ReportLab and our part of the writing
    are a tenth of a short build."""
    import report.pdf.writing  # noqa: F401


def write_pdf(paged: Paged, settings: PdfSettings) -> bytes:
    """The file. The same pages and settings give the same bytes.

    Raises ConformanceError for what may not stand in a file of these standards.
    """
    from report.pdf.writing import written  # ReportLab is imported by those who write

    return written(paged, settings)
