"""The commands that rewrite a report, and those that say something about reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from report.content.rewrite.convert import convert
from report.content.schema import as_text
from report.messages.explain import EXPLAINED
from tests.cli.shell import banxin

REPORT = """\
格式: 1
文档: {编号: a, 标题: 五年一览, 日期: 2024-01-21}   # 注
正文:
  - 段: |
      五年间,全市培训。
  - 引用文件: 章/一.yaml
"""
CHAPTER = "- 段: 好.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "章").mkdir()
    (tmp_path / "报告.yaml").write_bytes(REPORT.replace("\n", "\r\n").encode())
    (tmp_path / "章" / "一.yaml").write_text(CHAPTER, encoding="utf-8")
    return tmp_path


def texts(folder: Path) -> tuple[str, str]:
    return tuple((folder / name).read_bytes().decode() for name in ("报告.yaml", "章/一.yaml"))  # type: ignore[return-value]


def test_keys_turns_a_report_and_what_it_includes(folder: Path) -> None:
    before = texts(folder)
    done = banxin("keys", "--to", "en", "报告.yaml")
    assert done.code == 0
    assert texts(folder) == tuple(convert(text, "en") for text in before)
    assert "-格式: 1" in done.out
    assert "+format: 1" in done.out
    assert banxin("keys", "--to", "zh", "报告.yaml").code == 0
    assert texts(folder) == before


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    before = texts(folder)
    for argv in (("keys", "--to", "en", "--dry-run"), ("clean",), ("upgrade", "--to", "0", "--dry-run")):
        done = banxin(*argv, "报告.yaml")
        assert (done.code, texts(folder)) == (0, before)
        assert "@@" in done.out


def test_clean_writes_when_it_is_told_to(folder: Path) -> None:
    assert banxin("clean", "--write", "报告.yaml").code == 0
    report, chapter = texts(folder)
    assert "五年间，全市培训。\r\n" in report
    assert chapter == "- 段: 好。\n"
    assert banxin("clean", "报告.yaml").out == "报告.yaml 不用改\n"


def test_upgrade_goes_up_and_back(folder: Path) -> None:
    before = texts(folder)
    assert banxin("upgrade", "报告.yaml").out == "报告.yaml 不用改\n"
    assert banxin("upgrade", "--to", "0", "报告.yaml").code == 0
    assert texts(folder)[0].startswith("格式: 0\r\n")
    assert banxin("upgrade", "报告.yaml").code == 0
    assert texts(folder) == before


def test_nothing_is_written_when_one_file_cannot_be_read(folder: Path) -> None:
    (folder / "章" / "一.yaml").write_bytes("- 段: 好\n".encode("gbk"))
    before = (folder / "报告.yaml").read_bytes()
    done = banxin("keys", "--to", "en", "报告.yaml")
    assert (done.code, (folder / "报告.yaml").read_bytes()) == (2, before)
    assert "not-utf8" in done.err


@pytest.mark.parametrize("argv", [("keys", "报告.yaml"), ("keys", "--to", "fr", "报告.yaml"), ("clean",), ("upgrade",)])
def test_a_wrong_command_line_is_told(folder: Path, argv: tuple[str, ...]) -> None:
    assert banxin(*argv).code == 64


@pytest.mark.parametrize("language", ["zh", "en"])
def test_schema_prints_the_published_schema(language: str) -> None:
    done = banxin("schema", "--lang", language)
    assert (done.code, json.loads(done.out)) == (0, json.loads(as_text(language)))


def test_explain_has_a_paragraph_and_two_examples() -> None:
    said = banxin("explain", "tab-indent").out
    assert EXPLAINED["tab-indent"].zh in said
    assert said.index("会报错的写法：") < said.index("改成：")
    english = banxin("explain", "unknown-key", "--lang", "en").out
    assert "document: {id: a, titel: 五年一览, date: 2024-01-21}" in english
    assert "document: {id: a, title: 五年一览, date: 2024-01-21}" in english
    assert "{key}" not in english
