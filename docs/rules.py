"""Writes the table of preflight's rules in print.md from the rules of the package, so that it cannot be stale.

Run: make docs
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from report.messages import SEVERITIES, all_rows
from report.preflight.rules import RULES, Rule

PAGE = Path(__file__).with_name("print.md")
START, END = "<!-- rules: docs/rules.py -->\n", "<!-- end of rules -->\n"


def table() -> str:
    """A row a rule, in the order of clauses."""
    return "\n".join(
        ["| 条 clause | 代码 code | 级 | 标准 standards | 说什么 what it says |", "|---|---|---|---|---|", *_rows(), ""]
    )


def _rows() -> Iterator[str]:
    for rule in RULES:
        standards = "、".join(rule.standards)
        yield f"| {rule.clause} | `{rule.code}` | {SEVERITIES[rule.severity].zh} | {standards} | {_said(rule)} |"


def _said(rule: Rule) -> str:
    """The message without what is filled in."""
    text = re.sub(r"\[\[.*?\]\]", "", all_rows()[rule.code].zh)
    return re.sub(r"\{\w+\}", "…", text) + ("（要分色）" if rule.measured else "")


def renewed(page: str) -> str:
    """The page with its table written anew."""
    before, _, rest = page.partition(START)
    return before + START + "\n" + table() + "\n" + END + rest.partition(END)[2]


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
