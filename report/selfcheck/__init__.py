"""The check that every build makes of its own pages before it writes them: laid-out pages into problems."""

from report.selfcheck.asked import Asked
from report.selfcheck.pages import PAGE_CODES, page_problems

__all__ = ["PAGE_CODES", "Asked", "page_problems"]
