"""Arguments that are wrong, reports that are not there, faults of ours: always a line of words and an exit code."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from reportlab.pdfgen.canvas import Canvas

from report import resources
from report.content.read import read_report
from report.messages.helping import SYNOPSES
from report.problem import Place
from tests.cli.shell import BROKEN, OVERFULL, WARNED, banxin, write

WRONG = [
    ("biuld r.yaml", "unknown-command", "build"),
    ("chekc", "unknown-command", "check"),
    ("certify r.yaml", "unknown-command", "banxin --help"),
    ("报告", "unknown-command", "报告"),
    ("--json check r.yaml", "command-not-first", "banxin check"),
    ("r.yaml --forse", "unknown-argument", "--force"),
    ("r.yaml other.yaml", "unknown-argument", "other.yaml"),
    ("check r.yaml --force", "unknown-argument", "banxin check"),
    ("r.yaml --force=yes", "takes-no-value", "--force"),
    ("r.yaml -o", "needs-value", "-o"),
    ("r.yaml --only --json", "needs-value", "--only"),
    ("r.yaml --lang fr", "not-a-choice", "--lang"),
    ("check", "needs-argument", "REPORT"),
    ("explain", "needs-argument", "CODE"),
    ("explain unknown-kye", "unknown-code", "unknown-key"),
]


@pytest.mark.parametrize(("line", "code", "word"), WRONG)
def test_a_wrong_command_line_is_told_in_one_line(line: str, code: str, word: str) -> None:
    write("r.yaml")
    done = banxin(*line.split())
    assert (done.code, done.err.count("\n")) == (64, 1)
    assert done.err.startswith(f"错误[{code}] ")
    assert word in done.err


@pytest.mark.parametrize(("line", "code", "_word"), WRONG)
def test_json_is_one_document_even_then(line: str, code: str, _word: str) -> None:
    write("r.yaml")
    done = banxin(*line.split(), "--json")
    assert (done.code, [p["code"] for p in done.json["problems"]]) == (64, [code])


@pytest.mark.parametrize("line", [["-o", ""], ["--only", ""], ["--only="], [""]])
def test_an_empty_argument_is_a_mistake(line: list[str]) -> None:
    """As `-o "$DIR"` is where DIR was never set: the current folder is not meant."""
    assert banxin(write("r.yaml") if line != [""] else "build", *line).code == 64
    assert [p.name for p in Path().iterdir()] == (["r.yaml"] if line != [""] else [])


def test_a_folder_may_have_the_name_of_a_command() -> None:
    write("r.yaml")
    assert banxin("r.yaml", "-o", "build").code == 0
    assert Path("build/tiny-press.pdf").is_file()


def test_without_report_the_sample_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    sample = write("elsewhere/r.yaml")
    monkeypatch.setattr(resources, "sample", lambda: sample)
    assert banxin().code == 0
    assert Path("out/tiny/tiny-press.pdf").is_file()


def test_a_wheel_has_no_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "sample", lambda: None)
    done = banxin()
    assert (done.code, done.out) == (64, "")
    assert "例如 banxin report.yaml" in done.err


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_report_that_is_not_there(command: str) -> None:
    write("年报/报告.yaml")
    done = banxin(command, "年报/报告1.yaml")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "年报/报告1.yaml: 错误[no-report] 没有这个文件：年报/报告1.yaml；"
        "最像的是 年报/报告.yaml；请检查路径，从现在所在的文件夹算起\n"
    )
    assert banxin(command, "no/where.yaml", "--json").json["problems"][0]["code"] == "no-report"
    assert "[no-report]" in banxin(command, "年报/报告.yaml/x.yaml").err
    assert banxin(command, "长" * 400 + ".yaml").code == 2


def test_a_folder_is_no_report() -> None:
    write("年报/报告.yaml")
    done = banxin("年报")
    assert done.code == 2
    assert "请写明其中的文件，如 年报/报告.yaml" in done.err


def test_a_report_that_may_not_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    write("r.yaml")

    def refuse(_path: Path, *_mode: object) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    monkeypatch.setattr(Path, "open", refuse)
    done = banxin("r.yaml")
    assert (done.code, done.told) == (2, ["r.yaml:1:1: 错误[cannot-read] 读不了 r.yaml；请检查文件名和读取权限"])


@pytest.mark.parametrize(
    ("text", "code", "out"),
    [
        (WARNED, 0, "错误 0 条，警告 1 条\n"),
        (BROKEN, 2, "错误 1 条，警告 0 条\n"),
        (OVERFULL, 3, "错误 1 条，警告 0 条\n"),
        (WARNED.replace('"', ""), 0, "没有问题\n"),
    ],
)
def test_check_counts_and_writes_nothing(text: str, code: int, out: str) -> None:
    done = banxin("check", write("r.yaml", text))
    assert (done.code, done.out) == (code, out)
    told = banxin("check", "r.yaml", "--json").json
    assert told["problems"] == banxin("build", "r.yaml", "-o", "../other", "--json").json["problems"]
    assert [p.name for p in Path().iterdir()] == ["r.yaml"]


def test_explain_says_what_a_code_means() -> None:
    done = banxin("explain", "no-report", "--lang", "en")
    assert (done.code, done.out.splitlines()[:3]) == (0, ["no-report", "", "there is no such file: …"])


@pytest.mark.parametrize("command", [[], ["build"], ["check"], ["explain"]])
def test_help_goes_to_standard_output(command: list[str]) -> None:
    for flag in ("-h", "--help"):
        chinese, english = banxin(*command, flag), banxin(*command, flag, "--lang", "en")
        assert (chinese.code, chinese.err, english.err) == (0, "", "")
        assert " ".join(["banxin", *command]) in chinese.out.replace("[build]", "build")
        assert english.out.isascii()


def test_version() -> None:
    assert banxin("--version").out.startswith("banxin 0.")


def stopped(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_arguments: object) -> NoReturn:
        raise error

    monkeypatch.setattr("report.pipeline.build", stop)


def test_an_interruption(monkeypatch: pytest.MonkeyPatch) -> None:
    stopped(KeyboardInterrupt(), monkeypatch)
    done = banxin(write("r.yaml"), "--json")
    assert (done.code, [p["code"] for p in done.json["problems"]]) == (130, ["run-interrupted"])
    assert done.err == "r.yaml: 错误[run-interrupted] 已中断；已有的文件都是完整的，可以重新运行\n"


def test_a_fault_of_ours_is_called_so(monkeypatch: pytest.MonkeyPatch) -> None:
    stopped(RuntimeError("两行\n话"), monkeypatch)
    done = banxin(write("r.yaml"), "--json")
    assert (done.code, [p["code"] for p in done.json["problems"]]) == (1, ["internal-fault"])
    assert "内部故障：RuntimeError: 两行\\n话；这是版心的错" in done.err
    assert done.err.count("\n") == 1


def test_a_fault_in_detail_when_asked_for(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import sys

    from report.__main__ import main

    stopped(RuntimeError("x"), monkeypatch)
    assert main([str(write("r.yaml"))], sys.stdout, sys.stderr, {"BANXIN_DEBUG": "1"}) == 1
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["yaml", "reportlab.lib"])
def test_a_missing_package_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped(ModuleNotFoundError(f"No module named {name!r}", name=name), monkeypatch)
    done = banxin(write("r.yaml"))
    assert (done.code, done.told[0].split("；")[0]) == (1, f"r.yaml: 错误[missing-package] 缺 Python 包 {name}")


NOWHERE = Place("", 0, 0)
LEDGER = """格式: 1
文档: {编号: t, 标题: 测, 日期: 2024-01-21}
事实: {村: {值: 2135, 单位: 个}}
正文:
  - 页: {版式: 展望, 区: {题: 下一步, 文: "有{{ 村 }}村，第一批300个。"}}
"""


def test_the_ledger_has_every_figure_with_page_and_source() -> None:
    done = banxin("check", write("r.yaml", LEDGER), "--ledger", "out/ledger.csv")
    assert done.out.splitlines()[-1] == "数字 2 处：引用 1 · 没有出处 1"
    rows = Path("out/ledger.csv").read_text("utf-8-sig").splitlines()
    assert rows[0].startswith("页码,文件,行,列,原文,数值,单位")
    assert rows[1].split(",")[:9] == ["1", "r.yaml", "5", "34", "2135个", "2135", "个", "引用", "村"]
    assert rows[2].split(",")[4:9] == ["300个", "300", "个", "没有出处", ""]


def test_the_ledger_is_whole_where_a_strict_report_is_stopped() -> None:
    strict = LEDGER + "核对: {数字: 严格}\n"
    done = banxin("check", write("r.yaml", strict), "--ledger", "ledger.csv", "--lang", "en")
    assert (done.code, len(done.told)) == (2, 1)
    rows = [row.split(",") for row in Path("ledger.csv").read_text("utf-8-sig").splitlines()]
    assert [(row[0], row[4], row[7]) for row in rows[1:]] == [
        ("1", "2135个", "referenced"),
        ("1", "300个", "unmatched"),
    ]


@pytest.mark.parametrize("name", [name for name in SYNOPSES if name])
def test_every_command_has_a_page_of_help(name: str) -> None:
    done = banxin(name, "--help")
    assert done.out.startswith(SYNOPSES[name])
    assert len(done.out.splitlines()) > 2


def test_a_check_is_remembered_by_its_inputs(tmp_path: Path) -> None:
    cache = {"BANXIN_CACHE": str(tmp_path / "cache")}
    first = banxin("check", write("r.yaml", LEDGER), **cache)
    again = banxin("check", "r.yaml", **cache)
    assert (again.code, again.out, again.told) == (first.code, first.out, first.told)
    assert "排版" in first.err
    assert "排版" not in again.err
    changed = banxin("check", write("r.yaml", LEDGER.replace("300", "301")), **cache)
    assert "301个" in changed.told[0]


def test_a_check_finds_what_a_standard_refuses_in_an_attachment() -> None:
    sheet = Canvas("paper.pdf", initialFontName="Helvetica")
    sheet.drawString(72, 72, "not embedded")
    sheet.save()
    report = write("r.yaml", LEDGER.replace("300个", "一些") + "  - 附件: {文件: paper.pdf, 题: 批复}\n")
    done = banxin("check", report)
    assert done.code == banxin("build", report).code == 4
    assert [line.split(": ")[1].split()[0] for line in done.told] == ["错误[guest-font]"]
    assert done.told[0].startswith("r.yaml:6:")


def test_facts_go_into_a_workbook_and_come_back() -> None:
    report = write("r.yaml", LEDGER.replace("单位: 个", "单位: 个, 约: 取整, 印作: 2135, 来源: 市妇联, 部分: 一"))
    done = banxin("facts", report, "--to", "facts.xlsx")
    assert (done.code, done.out) == (0, "1 个事实写进了 facts.xlsx\n")
    there = read_report(report)[0].facts
    text = LEDGER.replace("事实: {村: {值: 2135, 单位: 个}}", "事实表: facts.xlsx")
    back = read_report(write("back.yaml", text))[0].facts
    assert [replace(f, place=NOWHERE) for f in back.values()] == [replace(f, place=NOWHERE) for f in there.values()]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let go of a folder that somebody is in")
def test_a_folder_that_is_gone_is_no_place_to_run_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report, gone = write("r.yaml").absolute(), tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    for line in (["build", report], ["check", report], ["batch", "任务.yaml"], ["new", "a"]):
        done = banxin(*line)
        assert done.code == 2
        assert [told.split("]")[0] for told in done.told] == ["错误[no-current-folder"]
    assert banxin("--version").code == 0
