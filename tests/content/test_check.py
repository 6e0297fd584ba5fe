"""The figure check over whole reports."""

from pathlib import Path

import pytest

from report.content.check import summary
from report.content.ledger import ledger
from report.content.read import read_report
from report.problem import ContentError, Problem

REPORT = """格式: 1
文档: {{编号: t, 标题: 测, 日期: 2024-01-21}}
事实:
  网格员: {{值: 1.5万, 单位: 人, 约: 取整, 说明: 巾帼网格员}}
  村: {{值: 2135, 单位: 个}}
  参与: {{值: 10万, 单位: 人, 约: 余, 印作: 10万余}}
  接处率: {{值: 100, 单位: "%"}}
  两委比例: {{值: 100, 单位: "%"}}
核对:
  数字: {strictness}
  放行: [三件事]
  等式: [{equation}]
正文:
  - 页:
      版式: 展望
      区:
        文: |
          {text}
"""


def read(tmp_path: Path, text: str, strictness: str = "严格", equation: str = "") -> list[Problem]:
    path = tmp_path / "r.yaml"
    path.write_text(REPORT.format(text=text, strictness=strictness, equation=equation), encoding="utf-8")
    try:
        return list(read_report(path)[1])
    except ContentError as error:
        return list(error.problems)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全市{{ 村 }}村都有了。", []),
        ("全市2135个村都有了。", []),
        ("全市2136个村都有了。", ["figure-conflict"]),
        ("巾帼网格员1.5万名上岗。", []),
        ("巾帼网格员1.6万名上岗。", ["figure-conflict"]),
        ("二十七户人家有了货架。", ["figure-unmatched"]),
        ("二千一百三十五个村都有了。", []),
        ("２１３５个村都有了。", []),
        ("10万余人参与。", []),
        ("10万人参与。", ["figure-conflict"]),
        ("10余万人参与。", []),
        ("办了三件事。", []),
        ("接处率100%。", []),
        ("都达到了100%。", ["figure-ambiguous"]),
        ("增长12.3%。", ["figure-unmatched"]),
        ("约2100个村。", []),
        ("2100余个村。", []),
        ("2000多个村。", []),
        ("近2200个村。", []),
        ("近2100个村。", ["figure-conflict"]),
    ],
)
def test_a_numeral_of_the_prose_has_a_source_or_is_told(tmp_path: Path, text: str, found: list[str]) -> None:
    assert [p.code for p in read(tmp_path, text)] == found


def test_strict_stops_remind_warns_and_off_is_silent(tmp_path: Path) -> None:
    for strictness, severity in (("严格", ["error"]), ("提醒", ["warning"]), ("关", [])):
        assert [p.severity for p in read(tmp_path, "二十七户人家。", strictness)] == severity


def test_a_finding_stands_at_its_numeral(tmp_path: Path) -> None:
    place = read(tmp_path, "这里有二十七户人家。")[0].place
    assert place is not None
    assert (place.line, place.column) == (18, 14)


def test_equations_hold_or_name_both_sides(tmp_path: Path) -> None:
    assert read(tmp_path, "好。", equation="村 > 2000") == []
    failed = read(tmp_path, "好。", equation="村 == 2136")
    assert [p.code for p in failed] == ["equation-fails"]
    assert dict(failed[0].values)["left"] == "2135"
    assert "r.yaml:5" in dict(failed[0].values)["where"]


def test_the_ledger_names_every_figure_with_its_source(tmp_path: Path) -> None:
    read(tmp_path, "全市{{ 村 }}村、{{ 村 + 1 }}处，2024年有10万余人参与。", "提醒")
    report, _ = read_report(tmp_path / "r.yaml")
    rows = [(e.text, e.status, e.source) for e in ledger(report)]
    assert rows == [
        ("2135个", "referenced", "村"),
        ("2136处", "derived", "村 + 1"),
        ("2024", "aside", "date"),
        ("10万余人", "matched", "参与"),
    ]
    assert summary(ledger(report)) == {"referenced": 1, "derived": 1, "aside": 1, "matched": 1}


CARDS = """格式: 1
文档: {编号: t, 标题: 测, 日期: 2024-01-21}
事实: {甲: {值: 59, 单位: 家}, 乙: {值: 60, 单位: 家}}
正文:
  - 页:
      版式: 一览右
      区:
        墙:
          - 数墙: [{事实: 甲, 名: 示范基地}, {事实: 乙, 名: 示范基地}]
"""


def test_one_label_with_two_values_is_told(tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text(CARDS, encoding="utf-8")
    _, problems = read_report(tmp_path / "r.yaml")
    assert [p.code for p in problems] == ["label-two-values"]
