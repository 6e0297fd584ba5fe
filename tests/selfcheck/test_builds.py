"""A build that would carry a false label delivers nothing, and says where the fault is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.shell import banxin

REPORT = """\
格式: 1
文档: {{编号: small, 标题: 小册子, 日期: 2024-01-21}}
版面: {{开本: 大度16开, 出血: {bleed}}}
输出:
  印厂: {{标准: [PDF/X-4, PDF/UA-1]}}
  网阅: {{标准: [PDF/UA-1], 色彩: sRGB}}
正文:
  - 章: 第一章
  - 段: 五年同行，再启新程。
"""


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "report.yaml"


def test_a_bleed_that_is_too_small_for_the_press(report: Path) -> None:
    report.write_text(REPORT.format(bleed="1mm"), encoding="utf-8")
    done = banxin("build", "report.yaml", "-o", "out")
    assert done.code == 4
    told = [text for text in done.told if "错误" in text]
    said = "出血只有 1 mm，印刷至少 3 mm，另见第 2–3 页（第 1 页）；请写 版面: {出血: 3mm}"
    assert told == [f"report.yaml:3:5: 错误[bleed-short] {said}"]
    assert not list(Path().glob("out/*.pdf"))


def test_a_check_says_the_same_without_writing(report: Path) -> None:
    report.write_text(REPORT.format(bleed="1mm"), encoding="utf-8")
    done = banxin("check", "report.yaml", "--json")
    assert done.code == 4
    assert [one["code"] for one in done.json["problems"] if one["severity"] == "error"] == ["bleed-short"]


def test_the_same_report_may_be_read_on_a_screen(report: Path) -> None:
    report.write_text(REPORT.format(bleed="1mm"), encoding="utf-8")
    assert banxin("build", "report.yaml", "-o", "out", "--only", "网阅").code == 0


def test_a_good_one_is_delivered(report: Path) -> None:
    report.write_text(REPORT.format(bleed="3mm"), encoding="utf-8")
    done = banxin("build", "report.yaml", "-o", "out")
    assert (done.code, len(list(Path().glob("out/*.pdf")))) == (0, 2), done.err
