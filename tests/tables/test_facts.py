"""Facts of a table file, with decimals and dates; facts written and read back; default wording on the sample."""

from __future__ import annotations

import csv
import io
import string
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.content import numerals
from report.content.facts import facts_of_map, facts_of_table, printed_form, write_facts
from report.content.form import Log
from report.content.model import Fact
from report.content.tables import read_csv, read_fact_rows
from report.problem import ContentError, Place
from tests.tables.making import book, read_facts, report, told

HERE = Place("报告.yaml", 1, 1)
SAMPLE = Path(__file__).parents[2] / "data" / "kaifeng" / "facts.csv"


def facts(folder: Path, entry: str, source: str = "办公室") -> tuple[list[Fact], list[str]]:
    log = Log()
    rows = read_fact_rows(report(f"事实表: {entry}\n"), folder, log, [])
    return (facts_of_table(rows, source, log) if rows else []), told(log, folder)


def written(entry: str) -> tuple[list[Fact], list[str]]:
    log = Log()
    form = report(f"事实: {{甲: {entry}}}\n")
    return facts_of_map(form.node("facts"), "", log), [p.code for p in log.problems]


def placeless(found: Iterable[Fact]) -> list[Fact]:
    return [replace(fact, place=HERE) for fact in found]


@pytest.mark.parametrize(
    "entry",
    ["facts.xlsx", "{文件: facts.xlsx}", "{文件: facts.xlsx, 表: 事实}", "{文件: facts.xlsx, 区域: '事实!A2:G4'}"],
)
def test_a_workbook_is_a_fact_table(tmp_path: Path, entry: str) -> None:
    head = ["名", "值", "单位", "约", "小数", "截至", "说明"]
    rows = [
        head,
        ["贷款", 360000000, "元", None, None, date(2023, 12, 31), "发放"],
        ["调解率", 0.976, "%", None, 1, "2023", None],
    ]
    above = [["说明"]] if "区域" in entry else []
    made = book(tmp_path / "facts.xlsx", 事实=[*above, *rows])
    made["事实"].cell(len(above) + 3, 2).number_format = "0.0%"
    made.save(tmp_path / "facts.xlsx")
    found, problems = facts(tmp_path, entry)
    assert problems == []
    shown = [(f.name, f.value, f.unit, f.printed, f.as_of, f.label, f.source) for f in found]
    assert shown == [
        ("贷款", Decimal(360000000), "元", "3.6亿", "2023-12-31", "发放", "办公室"),
        ("调解率", Decimal("97.6"), "%", "97.6%", "2023", "", "办公室"),
    ]
    assert found[0].place.file.endswith(f"facts.xlsx!事实!A{len(above) + 2}")


def test_mistakes_of_a_fact_table_name_their_cells(tmp_path: Path) -> None:
    rows = [["名", "值", "截至", "数字"], ["甲", "许多", None, 1], [None, 5, None, 1], ["丙", 5, "去年", 1]]
    book(tmp_path / "facts.xlsx", 事实=rows)
    assert facts(tmp_path, "facts.xlsx")[1] == [
        "unknown-column facts.xlsx!事实!D1:1:4",
        "bad-number facts.xlsx!事实!B2:2:2",
        "empty-cell facts.xlsx!事实!A3:3:1",
        "bad-date facts.xlsx!事实!C4:4:3",
    ]


def test_an_error_in_a_fact_table_is_no_fact(tmp_path: Path) -> None:
    made = book(tmp_path / "facts.xlsx", 事实=[["名", "值"], ["甲", "#N/A"], ["乙", "=1+1"], ["丙", 5]])
    made["事实"]["B2"].data_type = "e"
    made.save(tmp_path / "facts.xlsx")
    found, problems = facts(tmp_path, "facts.xlsx")
    assert [fact.name for fact in found] == ["丙"]
    assert problems == ["error-cell facts.xlsx!事实!B2:2:2", "formula-without-value facts.xlsx!事实!B3:3:2"]


def test_a_fact_table_may_be_named_by_nothing_else(tmp_path: Path) -> None:
    assert read_facts(tmp_path, "[甲.csv]") == (None, ["wrong-type 报告.yaml:1:6"])
    assert read_facts(tmp_path, "{表: 一}") == (None, [])
    assert read_facts(tmp_path, "乙.csv") == (None, ["missing-file 报告.yaml:1:6"])


@pytest.mark.parametrize(
    ("entry", "printed", "value", "approx"),
    [
        ("{值: 97.6, 单位: '%', 小数: 1}", "97.6%", "97.6", "exact"),
        ("{值: 97.6%}", "97.6%", "97.6", "exact"),
        ("{值: 97, 小数: 1}", "97.0", "97", "exact"),
        ("{值: 97.63, 小数: 1}", "97.6", "97.63", "rounded"),
        ("{值: 97.68, 小数: 1, 约: 余}", "97.6余", "97.68", "over"),
        ("{值: 97.62, 小数: 1, 约: 近}", "近97.7", "97.62", "near"),
        ("{值: 3.6亿, 小数: 2}", "3.60亿", "360000000", "exact"),
        ("{值: 84567, 小数: 4}", "8.4567万", "84567", "exact"),
        ("{值: 5100, 单位: 人, 约: 多, 印作: 5100多}", "5100多", "5100", "over"),
        ("{值: 500, 单位: 场, 约: 以上}", "500场以上", "500", "over"),
        ("{值: 36000, 单位: 万元}", "36000", "36000", "exact"),
        ("{值: 36000, 单位: 万元, 约: 以上}", "36000万元以上", "36000", "over"),
        ("{value: 62000, unit: 人次, approx: over}", "62000余", "62000", "over"),
        ("{value: 5000, approx: near}", "近5000", "5000", "near"),
    ],
)
def test_a_fact_prints_as_its_words_say(entry: str, printed: str, value: str, approx: str) -> None:
    found, problems = written(entry)
    shown = [(fact.printed, fact.value, fact.approx) for fact in found]
    assert (shown, problems) == ([(printed, Decimal(value), approx)], [])


def test_a_printed_form_must_agree_and_decimals_have_a_limit() -> None:
    assert written("{值: 5099, 约: 多, 印作: 5100多}")[1] == ["printed-disagrees"]
    assert written("{值: 1, 小数: 99}")[1] == ["too-many-decimals"]


def default(row: dict[str, str]) -> str:
    word = row["约"] if row["约"] in ("余", "多", "近", "以上") else ""
    return printed_form(Decimal(row["值"]), word, row["单位"])


def test_the_default_wording_is_that_of_the_sample_but_for_three() -> None:
    with SAMPLE.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["约"] != "说法"]
    other = {row["印作"]: default(row) for row in rows if default(row) != row["印作"]}
    assert len(rows) == 56
    assert other == {"20余万": "20万余", "10余万": "10万余", "600余万": "600万余"}


def test_the_printed_forms_of_the_sample_agree_with_their_values() -> None:
    log = Log()
    rows = read_csv(SAMPLE, "facts.csv", log)
    assert rows is not None
    assert len(facts_of_table(rows, "开封市妇联", log)) == 58
    assert log.problems == []


@given(
    st.decimals(min_value="0.001", max_value=10**12, places=3),
    st.sampled_from(["", "余", "多", "以上", "近", "不足", "约", "左右"]),
    st.sampled_from(["", "人", "%"]),
    st.none() | st.integers(0, 5),
)
def test_a_default_wording_always_agrees_with_its_value(
    value: Decimal, word: str, unit: str, decimals: int | None
) -> None:
    printed = printed_form(value, word, unit, decimals)
    approx = {"": "rounded", "约": "rounded", "左右": "rounded", "近": "near", "不足": "near"}.get(word, "over")
    assert numerals.agrees(printed, value, approx)  # type: ignore[arg-type]
    if decimals is None:
        assert numerals.printed_value(printed) == value


@pytest.mark.parametrize("name", ["facts.csv", "facts.xlsx"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_facts_of_the_sample_are_written_and_read_back(tmp_path: Path, name: str, language: str) -> None:
    log = Log()
    rows = read_csv(SAMPLE, "facts.csv", log)
    assert rows is not None
    first = facts_of_table(rows, "开封市妇联", log)
    write_facts(first, tmp_path / name, language)
    again, problems = facts(tmp_path, name, "开封市妇联")
    assert (placeless(again), problems) == (placeless(first), [])


TEXT = st.text(st.sampled_from("甲乙人次元%，,;\"'=+-@ 1" + string.ascii_letters), max_size=6).map(str.strip)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=8)


@given(value=NUMBERS, texts=st.tuples(TEXT, TEXT, TEXT), kind=st.sampled_from([".csv", ".xlsx"]))
def test_any_fact_is_read_back_exactly(
    tmp_path_factory: pytest.TempPathFactory, value: Decimal, texts: tuple[str, str, str], kind: str
) -> None:
    name, unit, label = texts
    fact = Fact("事" + name, value, unit, "claim", "甚多", "来源", label, HERE, "2023-12")
    folder = tmp_path_factory.mktemp("facts")
    write_facts([fact], folder / f"facts{kind}")
    again, problems = facts(folder, f"facts{kind}", "来源")
    assert (placeless(again), problems) == ([fact], [])


def test_a_number_that_a_workbook_would_round_is_kept_as_text(tmp_path: Path) -> None:
    exact = [
        Fact(f"事{i}", Decimal(text), "", "exact", text, "", "", HERE)
        for i, text in enumerate(("0.1", "1234567890.123456789"))
    ]
    write_facts(exact, tmp_path / "facts.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "facts.xlsx")["事实"]
    assert [sheet["B2"].value, sheet["B3"].value] == [0.1, "1234567890.123456789"]


def test_the_same_facts_are_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fact = Fact("甲", Decimal(5), "", "exact", "5", "", "=1+1", HERE)
    write_facts([fact], tmp_path / "a.xlsx")
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    write_facts([fact], tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    with zipfile.ZipFile(io.BytesIO((tmp_path / "a.xlsx").read_bytes())) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms" not in package.read("docProps/core.xml").replace(b"xmlns:dcterms", b"")


@pytest.mark.parametrize(
    ("name", "label", "code"),
    [
        ("facts.ods", "", "unknown-table-file"),
        ("无/facts.csv", "", "cannot-write-table"),
        ("a.xlsx", "\x01", "unwritable-text"),
    ],
)
def test_what_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path, name: str, label: str, code: str) -> None:
    with pytest.raises(ContentError) as raised:
        write_facts([Fact("甲", Decimal(5), "", "exact", "5", "", label, HERE)], tmp_path / name)
    assert [p.code for p in raised.value.problems] == [code]
    assert list(tmp_path.iterdir()) == []
