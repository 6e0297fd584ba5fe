"""Where figures come from and of what day they are, as the line below a chart or table."""

from __future__ import annotations

from collections.abc import Iterable

from report.content.model import Chart
from report.layout.blocks.setting import Setting, label


def source_line(setting: Setting, given: Chart) -> str:
    """来源：市妇联 · 截至2025年12月31日, from the chart, its facts and the document."""
    known = setting.book.report.facts
    facts = [known[series.fact] for series in given.series if series.fact in known]
    sources = [given.source] if given.source else [fact.source for fact in facts]
    return sourced(setting, sources, [fact.as_of for fact in facts])


def sourced(setting: Setting, sources: Iterable[str], dates: Iterable[str]) -> str:
    """Sources and dates as one line; the document's date stands where nothing else is known."""
    named = "、".join(dict.fromkeys(source for source in sources if source))
    dated = [date for date in dict.fromkeys(dates) if date] or [setting.book.report.about.as_of]
    said = [label(setting.desk, "source", source=named)] if named else []
    said += [label(setting.desk, "as-of", date="、".join(map(day, dated)))] if dated[0] else []
    return label(setting.desk, "joint").join(said)


def day(date: str) -> str:
    """2025年12月31日 from 2025-12-31, 2025年12月 from 2025-12; anything else as it is."""
    parts = date.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return date
    return "".join(f"{int(part)}{sign}" for part, sign in zip(parts, "年月日", strict=False))
