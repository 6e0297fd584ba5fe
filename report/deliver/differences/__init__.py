"""What changed between two editions: figures, words, pages; as values, as text and JSON, and as a marked PDF."""

from report.deliver.differences.compare import changes, differences
from report.deliver.differences.editions import read_edition
from report.deliver.differences.model import Datum, Differences, FigureChange, Mark, PageChange, Recorded, WordChange

__all__ = [
    "Datum",
    "Differences",
    "FigureChange",
    "Mark",
    "PageChange",
    "Recorded",
    "WordChange",
    "changes",
    "differences",
    "read_edition",
]
