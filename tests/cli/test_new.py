"""A report begun in an empty folder builds at once, in every theme and both languages, and nothing is written over."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import jsonschema
import pytest

from report.__main__ import main
from report.content.source import load, plain
from report.starter import THEMES
from tests.cli.shell import Done, banxin, held
from tests.cli.test_streams import Terminal
from tests.verapdf import assert_conforms


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("theme", THEMES)
def test_the_first_build_works(theme: str, language: str) -> None:
    done = banxin("new", "first", "--theme", theme, "--lang", language)
    assert (done.code, done.err) == (0, "")
    built = banxin("build", "first/report.yaml", "--json", BANXIN_CACHE="cache")
    assert (built.code, built.json["id"], built.json["problems"]) == (0, "first", [])
    assert built.json["figures"]["facts"] == 7
    files = [Path(file["path"]) for file in built.json["files"]]
    assert files
    assert_conforms(*files)
    checked = banxin("check", "first/report.yaml", "--json", BANXIN_CACHE="cache").json
    assert checked["problems"] == []
    assert checked["figures"].keys() <= {"referenced", "aside", "matched", "derived"}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("theme", THEMES)
def test_the_modeline_names_the_schema_beside_the_report(theme: str, language: str) -> None:
    banxin("new", "first", "--theme", theme, "--lang", language)
    report = Path("first/report.yaml")
    named = report.read_text(encoding="utf-8").splitlines()[0].removeprefix("# yaml-language-server: $schema=./")
    schema = json.loads(Path("first", named).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(plain(load(report)))
    assert [plain(load(report)).get(key) for key in ("文档", "document")].count(None) == 1


def test_comments_are_in_the_language_of_the_report() -> None:
    banxin("new", "a", "--lang", "en")
    banxin("new", "b")
    english, chinese = (Path(name, "report.yaml").read_text(encoding="utf-8") for name in "ab")
    assert "# A figure has one home" in english
    assert "# 一个数只有一个家" in chinese
    assert "#=" not in english + chinese


def test_nothing_is_written_over() -> None:
    for taken in (Path("full"), Path("file")):
        taken.mkdir() if taken.name == "full" else taken.write_text("mine", encoding="utf-8")
    Path("full/mine.txt").write_text("mine", encoding="utf-8")
    before = held(".")
    for name in ("full", "file", "."):
        done = banxin("new", name)
        assert (done.code, "new-folder-taken" in done.err) == (2, True)
    assert held(".") == before
    Path("empty").mkdir()
    assert banxin("new", "empty").code == 0


def answered(answers: str, *argv: str, monkeypatch: pytest.MonkeyPatch) -> Done:
    """A run on a terminal whose user types these lines."""
    out, err = Terminal(), Terminal()
    monkeypatch.setattr(sys, "stdin", Terminal(answers))
    return Done(main(argv, out, err, {}), out.getvalue(), err.getvalue())


def test_two_questions_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    done = answered("9\n统计公报\n妇儿统计\n", "new", "a", monkeypatch=monkeypatch)
    assert done.code == 0
    assert "请写 1、2 或 3" in done.err
    document = plain(load(Path("a/report.yaml")))["文档"]
    assert (document["主题"], document["标题"]) == ("bulletin", "妇儿统计")


def test_enter_takes_what_is_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    assert answered("\n\n", "new", "a", monkeypatch=monkeypatch).code == 0
    assert held("a") == (banxin("new", "x/a") and held("x/a"))


def test_yes_asks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    done = answered("3\n别的\n", "new", "a", "--yes", monkeypatch=monkeypatch)
    assert (done.code, done.err) == (0, "")


def test_a_pipe_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("3\n别的\n"))
    assert banxin("new", "a").err == ""


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("--theme", "brochur"), "new-theme"), (("--title", "长" * 29), "new-title"), (("--id", "年报"), "new-id")],
)
def test_wrong_options_are_told(arguments: tuple[str, str], code: str) -> None:
    done = banxin("new", "a", *arguments)
    assert done.code == 64
    assert f"[{code}]" in done.err
    assert not Path("a").exists()


@pytest.mark.parametrize("title", ["开封市3万户妇女家庭调查", 'a: #c {x} "q" **重** {村}', "null", "yes", "0012"])
def test_any_title_is_kept_as_it_was_given(title: str) -> None:
    banxin("new", "a", "--title", title)
    assert plain(load(Path("a/report.yaml")))["文档"]["标题"] == title
    assert banxin("check", "a/report.yaml", "--json", BANXIN_CACHE="cache").json["problems"] == []


def test_the_id_is_that_of_the_folder_where_it_can_be() -> None:
    banxin("new", "五年画册")
    banxin("new", "b", "--id", "annual-2025")
    ids = [plain(load(Path(name, "report.yaml")))["文档"]["编号"] for name in ("五年画册", "b")]
    assert ids == ["report", "annual-2025"]
