"""`banxin build`: what it writes, what it says, and what it leaves alone."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pikepdf
import pypdfium2
import pytest

from report import pipeline, program
from tests.cli.shell import BROKEN, OVERFULL, TINY, WARNED, banxin, held, write

FILES = {"tiny-press.pdf", "tiny-office.pdf", "summary.json", "tiny.lock.json"}


def summary(folder: str = "out/tiny") -> dict[str, object]:
    return dict(json.loads(Path(folder, "summary.json").read_bytes()))


def test_a_report_becomes_its_files() -> None:
    done = banxin("build", write("r.yaml"))
    assert (done.code, held("out/tiny").keys()) == (0, FILES)
    assert done.err.splitlines() == ["读稿", "备字", "排版", "出 PDF", "存盘"]
    assert re.sub(r"[\d.]+ kB|[\d.]+ 秒", "#", done.out).splitlines() == [
        "《小》",
        "  out/tiny/tiny-press.pdf  1 页  #  PDF/X-4",
        "  out/tiny/tiny-office.pdf  1 页  #  PDF/A-2u",
        "  字体 2 款 · 事实 0 个 · 警告 0 条 · #",
    ]


SOURCED = """格式: 1
文档: {编号: t, 标题: 测, 日期: 2026-01-02, 截至: 2025-12-31}
数据: {培训: {文件: 培训.csv, 键: 年, 列: {年: 年, 场: 整数}, 来源: 发展部}}
事实: {村: {值: 2135, 单位: 个, 来源: 市妇联}, 镇: {值: 80, 单位: 个, 来源: 市妇联}}
正文:
  - 图表: {类: 柱形, 题: 各年培训, 数据: 培训, 横: 年, 纵: {列: 场, 单位: 场}}
"""


def test_sources_stand_below_their_charts_and_in_the_metadata() -> None:
    """Needs B13."""
    write("培训.csv", "年,场\n2023,3\n2024,5\n2025,8\n")
    assert banxin("build", write("r.yaml", SOURCED)).code == 0
    with pikepdf.open("out/t/t-press.pdf") as file, file.open_metadata() as words:
        assert words["dc:source"] == "市妇联；发展部"
    page = pypdfium2.PdfDocument("out/t/t-press.pdf")[0].get_textpage().get_text_range()
    assert "来源：发展部·截至2025年12月31日" in "".join(page.split())


def test_labels_of_a_scaled_column_have_as_many_decimals() -> None:
    write("培训.csv", "年,场\n2023,8600\n2024,9150\n2025,20000\n")
    assert banxin("build", write("r.yaml", SOURCED.replace("单位: 场}", "单位: 万场}"))).code == 0
    page = pypdfium2.PdfDocument("out/t/t-press.pdf")[0].get_textpage().get_text_range()
    assert [word for word in page.split() if "." in word] == ["0.860", "0.915", "2.000"]


def test_the_word_build_may_be_left_out() -> None:
    assert banxin(write("r.yaml")).code == 0
    assert held("out/tiny").keys() == FILES


def test_the_summary_tells_of_every_file() -> None:
    done = banxin("build", write("r.yaml"), "--json")
    told = summary()
    assert done.json == told
    assert list(told) == ["id", "files", "fonts", "figures", "problems", "seconds", "cached"]
    assert told["files"] == [
        {
            "delivery": delivery,
            "path": f"out/tiny/tiny-{delivery}.pdf",
            "pages": 1,
            "sha256": hashlib.sha256(data).hexdigest(),
            "standards": [standard],
            "bytes": len(data),
        }
        for delivery, standard in (("press", "PDF/X-4"), ("office", "PDF/A-2u"))
        for data in [held("out/tiny")[f"tiny-{delivery}.pdf"]]
    ]
    assert (told["id"], told["problems"], told["cached"]) == ("tiny", [], False)


def test_messages_in_english() -> None:
    write("r.yaml", BROKEN)
    by_option, by_environment = banxin("r.yaml", "--lang", "en"), banxin("r.yaml", BANXIN_LANG="en_GB.UTF-8")
    assert by_option.err == by_environment.err
    assert by_option.err.splitlines()[0] == "reading"
    assert re.match(r"r\.yaml:5:\d+: error\[unknown-key\] .+; .+", by_option.told[0])
    assert "错误" in banxin("r.yaml", "--lang=zh", BANXIN_LANG="en").err


def test_a_path_may_hold_han_and_spaces() -> None:
    report = write("年 报/第一 份.yaml")
    done = banxin(report, "-o", "成 品", "--json")
    assert [file["path"] for file in done.json["files"]] == ["成 品/tiny-press.pdf", "成 品/tiny-office.pdf"]
    assert held("成 品").keys() == FILES


def test_only_some_deliveries() -> None:
    write("r.yaml")
    assert [f["delivery"] for f in banxin("r.yaml", "--only", "公文", "--json").json["files"]] == ["office"]
    assert [f["delivery"] for f in banxin("r.yaml", "--only", "office，印厂", "--json").json["files"]] == [
        "press",
        "office",
    ]
    wrong = banxin("r.yaml", "--only", "官网")
    assert wrong.code == 2
    assert wrong.told == ["r.yaml: 错误[unknown-delivery] 没有名为“官网”的输出；可用：印厂、press、公文、office"]


def test_neither_folder_nor_language_nor_cache_changes_a_byte() -> None:
    write("a/r.yaml")
    write("b/c/r.yaml")
    banxin("a/r.yaml", "-o", "1")
    banxin("b/c/r.yaml", "-o", "2", "--lang", "en", "--no-cache")
    banxin("b/c/r.yaml", "-o", "3", BANXIN_CACHE="cache")
    banxin("b/c/r.yaml", "-o", "4", BANXIN_CACHE="cache")
    first, *others = ({n: d for n, d in held(folder).items() if n.endswith(".pdf")} for folder in "1234")
    assert all(other == first for other in others)


def test_a_cache_that_cannot_be_used_is_not_missed(tmp_path: Path) -> None:
    write("r.yaml")
    (tmp_path / "file").write_bytes(b"mine")
    for place in ("file", "file/inside", os.devnull, "new/folder"):
        assert banxin("r.yaml", "--force", BANXIN_CACHE=place).code == 0
    assert (tmp_path / "file").read_bytes() == b"mine"


class TestUnchanged:
    """A build that would only repeat an earlier one says so and touches nothing."""

    def test_the_second_run_touches_nothing(self) -> None:
        write("r.yaml")
        banxin("r.yaml")
        before = {p: p.stat().st_mtime_ns for p in Path("out").rglob("*")}
        done = banxin("r.yaml")
        assert (done.code, done.out, done.err) == (0, "未变：out/tiny（--force 重做）\n", "")
        assert {p: p.stat().st_mtime_ns for p in Path("out").rglob("*")} == before

    def test_its_json_is_the_summary_marked_as_cached(self) -> None:
        write("r.yaml")
        banxin("r.yaml")
        again = banxin("r.yaml", "--json").json
        assert {**again, "cached": False, "seconds": 0} == {**summary(), "seconds": 0}
        assert again["cached"] is True

    def test_warnings_are_told_again_in_the_language_of_the_run(self) -> None:
        write("a/r.yaml", WARNED)
        first = banxin("a/r.yaml")
        again = banxin("./a/r.yaml", "--lang", "en", "--json")
        assert first.told == ["a/r.yaml:5:34: 警告[straight-quotes] 汉字旁的直引号已改成“”；请直接写“”"]
        assert again.told == [
            "a/r.yaml:5:34: warning[straight-quotes] straight quotes beside Han were made curly; write “” yourself"
        ]
        assert again.json["cached"]
        assert again.json["problems"][0]["hint"] == "write “” yourself"

    def test_seen_from_another_folder(self, monkeypatch: pytest.MonkeyPatch) -> None:
        write("a/r.yaml", WARNED)
        banxin("a/r.yaml", "-o", "a/out")
        monkeypatch.chdir("a")
        again = banxin("r.yaml", "-o", "out", "--json").json
        assert again["cached"]
        assert again["files"][0]["path"] == "out/tiny-press.pdf"
        assert again["problems"][0]["file"] == "r.yaml"

    @pytest.mark.parametrize("extra", [["--force"], ["--only", "印厂"], ["-o", "elsewhere"], ["--draft"]])
    def test_other_wishes_build_again(self, extra: list[str]) -> None:
        write("r.yaml")
        banxin("r.yaml")
        assert banxin("r.yaml", "--json", *extra).json["cached"] is False

    def test_an_edition_elsewhere_is_not_the_one_of_out(self) -> None:
        write("r.yaml")
        banxin("r.yaml", "-o", "out/draft-2")
        assert banxin("r.yaml", "--json").json["files"][0]["path"] == "out/tiny/tiny-press.pdf"

    def test_a_changed_input_builds_again(self) -> None:
        banxin(write("r.yaml"))
        banxin(write("r.yaml", TINY.replace("从家出发", "从村出发")), "--json")
        assert summary()["cached"] is False
        assert banxin("r.yaml", "--json").json["cached"] is True

    def test_what_is_saved_during_a_build_is_built_again(self, monkeypatch: pytest.MonkeyPatch) -> None:
        build = pipeline.build

        def saved_meanwhile(*arguments: Any) -> pipeline.Built:
            built = build(*arguments)
            Path("r.yaml").write_text(TINY.replace("从家出发", "从村出发"), encoding="utf-8")
            return replace(built, inputs={**built.inputs, "r.yaml": program.file_digest(Path("r.yaml")) or ""})

        write("r.yaml")
        with monkeypatch.context() as during:
            during.setattr(pipeline, "build", saved_meanwhile)
            banxin("r.yaml")
        old = held("out/tiny")["tiny-press.pdf"]
        assert banxin("r.yaml", "--json").json["cached"] is False
        assert held("out/tiny")["tiny-press.pdf"] != old

    def test_a_changed_tool_builds_again(self, monkeypatch: pytest.MonkeyPatch) -> None:
        write("r.yaml")
        banxin("r.yaml")
        monkeypatch.setattr("report.resources.code", lambda: iter([("new.py", Path("r.yaml"))]))
        assert banxin("r.yaml", "--json").json["cached"] is False

    @pytest.mark.parametrize("file", sorted(FILES))
    @pytest.mark.parametrize(
        "content",
        [b"", b"[]", b"{}", b'{"files": [1]}', b'{"files": {"\\u0000": ""}, "id": 1}', b"[" * 100_000, b"\xff"],
        ids=["empty", "list", "bare", "odd", "nul", "deep", "bytes"],
    )
    def test_a_damaged_file_is_made_anew(self, file: str, content: bytes) -> None:
        write("r.yaml")
        banxin("r.yaml")
        whole = held("out/tiny")
        Path("out/tiny", file).write_bytes(content)
        done = banxin("r.yaml", "--json")
        assert (done.code, done.json["cached"]) == (0, False)
        assert {**held("out/tiny"), "summary.json": b""} == {**whole, "summary.json": b""}

    @pytest.mark.parametrize("change", [{"files": {"\0": ""}}, {"report": "\0"}, {"problems": [3]}, {"inputs": None}])
    def test_a_strange_lock_is_made_anew(self, change: dict[str, object]) -> None:
        write("r.yaml")
        banxin("r.yaml")
        lock = Path("out/tiny/tiny.lock.json")
        lock.write_text(json.dumps({**json.loads(lock.read_bytes()), **change}))
        done = banxin("r.yaml", "--json")
        assert (done.code, done.json["cached"]) == (0, False)

    @pytest.mark.parametrize("file", sorted(FILES))
    def test_a_missing_file_is_made_anew(self, file: str) -> None:
        write("r.yaml")
        banxin("r.yaml")
        Path("out/tiny", file).unlink()
        banxin("r.yaml")
        assert held("out/tiny").keys() == FILES


class TestFailure:
    """What fails leaves the files of before as they were."""

    @pytest.mark.parametrize(("text", "code"), [(BROKEN, 2), (OVERFULL, 3), ("格式: [", 2), ("", 2)])
    def test_old_files_stay_when_the_report_is_wrong(self, text: str, code: int) -> None:
        banxin(write("r.yaml"))
        old = held("out")
        done = banxin(write("r.yaml", text))
        assert (done.code, done.out) == (code, "")
        assert re.match(r"r\.yaml:\d+:\d+: 错误\[[a-z-]+\] .+；.+", done.told[0])
        assert held("out") == old

    def test_the_json_of_a_failure(self) -> None:
        told = banxin(write("r.yaml", BROKEN), "--json").json
        assert {**told, "problems": [], "seconds": 0} == {
            "id": None,
            "files": [],
            "fonts": [],
            "figures": {"facts": 0, "matched": 0, "unmatched": 0},
            "problems": [],
            "seconds": 0,
            "cached": False,
        }
        assert told["problems"][0] == {
            "code": "unknown-key",
            "severity": "error",
            "file": "r.yaml",
            "line": 5,
            "column": 17,
            "page": None,
            "message": "没有“颜”这个键",
            "hint": told["problems"][0]["hint"],
        }

    @pytest.mark.parametrize(
        ("number", "code"),
        [
            (errno.ENOSPC, "disk-full"),
            (errno.EROFS, "write-denied"),
            (errno.EACCES, "write-denied"),
            (errno.EIO, "cannot-write"),
        ],
    )
    def test_old_files_stay_when_the_disk_refuses(
        self, number: int, code: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        banxin(write("r.yaml"))
        old = held("out")

        def refuse(_handle: int) -> NoReturn:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr("os.fsync", refuse)
        done = banxin("r.yaml", "--force", "--json")
        assert (done.code, [p["code"] for p in done.json["problems"]]) == (1, [code])
        assert held("out") == old

    @pytest.mark.parametrize("folder", ["r.yaml", "r.yaml/inside"])
    def test_the_folder_is_a_file(self, folder: str) -> None:
        write("r.yaml")
        done = banxin("r.yaml", "-o", folder)
        assert (done.code, done.out) == (1, "")
        assert f"[not-a-folder] 写不了 {folder}：" in done.told[0]
        assert held(".") == {"r.yaml": TINY.encode()}

    def test_a_folder_stands_where_a_file_should(self) -> None:
        write("r.yaml")
        Path("to/tiny-office.pdf").mkdir(parents=True)
        done = banxin("r.yaml", "-o", "to")
        assert (done.code, held("to")) == (1, {})
        assert "[not-a-folder] 写不了 to/tiny-office.pdf：" in done.told[0]
