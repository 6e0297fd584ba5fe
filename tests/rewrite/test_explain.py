"""The explanation of every code: there in both languages, with an example that is real."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from report.content.rewrite.convert import shown
from report.messages import all_rows, content, figures, notes, rewrite, tables
from report.messages.explain import EXPLAINED, PARTS
from tests.rewrite.examples import codes, is_table, laid_out, read_codes, whole

HAN = re.compile("[㐀-鿿]")
OF_TEXT = {**content.ROWS, **figures.ROWS, **notes.ROWS, **tables.ROWS}
"""Codes of the report's own text, which reading it alone can find."""
ELSEWHERE = {
    "a file that may not be read": "cannot-read cannot-write-table",
    "megabytes, levels or rows without number": "file-too-big too-deep too-many-rows too-many-cells too-many-sheets",
    "another encoding": "not-utf8",
    "nothing at all": "empty-file empty-table",
    "a file without the keys of a report": "not-a-report",
    "pages": "no-names note-not-here",
    "a workbook": "error-cell formula-without-value hidden-rows merged-number named-csv not-a-workbook numbers-as-text "
    "range-elsewhere range-not-one unknown-range unknown-sheet unwritable-text which-sheet workbook-entities "
    "workbook-locked workbook-packed workbook-parts workbook-unpacked",
    "a database": "database-unreachable library-missing missing-variable query-failed query-strange query-too-slow "
    "query-without-order",
}
"""Codes whose example says in words what no small text can show."""
TESTED = sorted(OF_TEXT.keys() - {code for codes_ in ELSEWHERE.values() for code in codes_.split()})
LEFT = frozenset({"figure-unmatched", "missing-variable"})
"""What the second text of an example may still have: figures of its data, and variables that are not set here."""


def test_every_code_is_explained() -> None:
    assert sorted(all_rows().keys() - EXPLAINED.keys()) == [], "explain them in report/messages/explain/"
    assert sorted(EXPLAINED.keys() - all_rows().keys()) == []
    assert sum(map(len, PARTS)) == len(EXPLAINED), "a code is explained twice"


@pytest.mark.parametrize("code", EXPLAINED)
def test_an_explanation_is_whole(code: str) -> None:
    row = EXPLAINED[code]
    assert HAN.search(row.zh)
    assert row.zh.endswith("。")
    assert not HAN.search(re.sub(r"元|余|近|多|注|“”|人次|6\.2万|两千多|press", "", row.en).replace("印厂", ""))
    assert row.en.endswith(".")
    assert row.before != row.after
    assert all((row.before, row.after))
    assert len(row.zh) <= 120
    assert len(row.en) <= 240


@pytest.mark.parametrize("code", TESTED)
def test_an_example_is_real(code: str, tmp_path: Path) -> None:
    """The first text has the problem, the second has none."""
    laid_out(tmp_path)
    row = EXPLAINED[code]
    assert whole(row.before) or is_table(row.before), "an example of a report is a part of one"
    assert code in codes(row.before, tmp_path)
    assert codes(row.after, tmp_path) <= LEFT - {code}


@pytest.mark.parametrize("code", EXPLAINED)
def test_an_example_has_english_keys_for_english_readers(code: str) -> None:
    row = EXPLAINED[code]
    for example in (row.turned or row.before, row.after):
        if whole(example):
            english = row.turned if example == row.turned else shown(example, "en")
            keys = re.findall(r"^(?:- )?(\w+): ", english, re.MULTILINE)
            assert all(key.isascii() for key in keys), english


@pytest.mark.parametrize("code", [code for code, row in EXPLAINED.items() if row.turned])
def test_an_example_that_was_turned_over_by_hand_is_real(code: str, tmp_path: Path) -> None:
    """Conversion would leave a misspelt name in Chinese, and repair a mixed file."""
    laid_out(tmp_path)
    head = "format: 1\ndocument: {id: a, title: 五年, date: 2024-01-21}\nfacts: {村: {value: 1}, 比例: {value: 1}}\n"
    turned = EXPLAINED[code].turned
    given = {line.split(":")[0] for line in turned.splitlines()}
    missing = "".join(line + "\n" for line in head.splitlines() if line.split(":")[0] not in given)
    blocks = "body:\n" + textwrap.indent(turned, "  ") if turned.startswith("- ") else turned + "\nbody:\n  - text: 好"
    (tmp_path / "example.yaml").write_text(missing + blocks + "\n", encoding="utf-8")
    assert code in read_codes(tmp_path / "example.yaml")


def test_words_of_rewriting_are_explained_among_the_others() -> None:
    assert rewrite.ROWS.keys() <= EXPLAINED.keys()
