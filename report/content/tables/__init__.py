"""Table files and databases into rows of cells that know their place, and into typed tables of the data."""

from report.content.tables.cells import Cell, Rows
from report.content.tables.delimited import read_csv
from report.content.tables.reading import Files, read_fact_rows, read_table, read_tables

__all__ = ["Cell", "Files", "Rows", "read_csv", "read_fact_rows", "read_table", "read_tables"]
