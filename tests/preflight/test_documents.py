"""What docs/print.md says of the rules is what the rules are."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from report.preflight.rules import RULES

ROOT = Path(__file__).parents[2]
LEVELS = {"error": "error", "warn": "warning", "info": "notice"}


def test_the_table_of_rules_is_that_of_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    import rules

    sys.modules.pop("rules")
    page = (ROOT / "docs/print.md").read_text(encoding="utf-8")
    assert rules.renewed(page) == page, "run `make docs`"


def test_every_clause_has_a_rule_as_severe_as_it_says() -> None:
    page = (ROOT / "docs/print.md").read_text(encoding="utf-8")
    clauses = dict(re.findall(r"^\| ([XGCAU]\w+) \| (error|warn|info) \|", page, re.MULTILINE))
    assert len(clauses) == 88
    held: dict[str, set[str]] = {}
    for rule in RULES:
        held.setdefault(rule.clause, set()).add(rule.severity)
    assert {clause: held.get(clause) for clause in clauses} == {c: {LEVELS[level]} for c, level in clauses.items()}


def test_a_rule_has_a_code_of_its_own() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
