"""Tables: what stands in their cells, how wide their columns are, how they are drawn, where they may be parted."""

from report.layout.tables.split import table

__all__ = ["table"]
