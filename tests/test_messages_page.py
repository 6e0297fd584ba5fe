"""The page of messages says how bad each one is, and is right about it."""

from __future__ import annotations

import re
from pathlib import Path

from report.messages import SEVERITIES, all_rows
from tests.docscripts import loaded

TESTS = Path(__file__).parent
NAMES = {text: name for name, row in SEVERITIES.items() for text in (row.zh, row.en)}
"""Severities by the words of both languages."""
LEFT_TO_REPORTS = {"figure-ambiguous", "figure-conflict", "figure-unmatched", "house-word", "label-two-values"}


def test_every_code_has_its_severity() -> None:
    known = loaded("messages").severities()
    assert known.keys() == all_rows().keys()
    assert {code for code, found in known.items() if "" in found} == LEFT_TO_REPORTS
    assert set().union(*known.values()) == {"", *SEVERITIES}


def test_severities_are_those_that_bad_files_get() -> None:
    known = loaded("messages").severities()
    said = re.compile(rf"({'|'.join(map(re.escape, NAMES))})\[([a-z0-9-]+)\]")
    told = {
        (code, NAMES[word])
        for path in (TESTS / "bad").glob("*.txt")
        for word, code in said.findall(path.read_text(encoding="utf-8"))
    }
    assert len(told) > 150
    assert sorted(f"{severity}[{code}]" for code, severity in told if not known[code] & {severity, ""}) == []


def test_the_page_says_them_in_both_languages() -> None:
    page = loaded("messages").page()
    assert "### `unknown-fact`\n\n**错误 error**\n" in page
    assert "### `low-resolution`\n\n**错误 error · 警告 warning**\n" in page
    assert "### `house-word`\n\n**按设置 as set**\n" in page
    assert "### `not-measured`\n\n**未判 not judged**\n" in page
