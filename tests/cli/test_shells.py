"""Help by example, completion in a real shell, JSON from every command, consoles of old code pages, Ctrl-C."""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from report.__main__ import main
from report.commands import COMMANDS, GROUPS
from report.commands.completion import SHELLS
from report.messages.examples import EXAMPLES
from report.messages.helping import SYNOPSES
from tests.cli.shell import TINY, banxin, write
from tests.cli.test_streams import Terminal
from tests.tools import need


@pytest.mark.parametrize("command", ["", *COMMANDS, *GROUPS])
def test_help_has_examples_in_both_languages(command: str) -> None:
    chinese, english = (banxin(*command.split(), "--help", "--lang", language) for language in ("zh", "en"))
    assert (chinese.code, english.code) == (0, 0)
    assert SYNOPSES[command] in chinese.out or not command
    assert "\n例：\n  " in chinese.out
    assert "\nExamples:\n  " in english.out
    assert english.out.isascii()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_example_is_read_by_its_command(command: str) -> None:
    for example in EXAMPLES[command]:
        line = re.sub(r'^eval "\$\((.*)\)"$', r"\1", re.split(r" [>|] ", example.line)[0])
        given = shlex.split(line)[1:]
        assert given[: len(command.split())] == command.split()
        COMMANDS[command].arguments().parse_args(given[len(command.split()) :])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_can_answer_in_json(command: str) -> None:
    done = banxin(*command.split(), "--json", "--no-such-option")
    assert done.code == 64
    assert [p["code"] for p in done.json["problems"]] == ["unknown-argument"] or done.json["problems"]
    flags = [flag for action in COMMANDS[command].arguments()._actions for flag in action.option_strings]
    assert "--json" in flags


@pytest.mark.parametrize(
    "line",
    [
        "explain no-report --json",
        "schema --json",
        "keys --to en r.yaml --dry-run --json",
        "clean r.yaml --json",
        "upgrade r.yaml --json",
        "facts r.yaml --to f.csv --json",
        "theme new mine --json",
        "new annual --json",
        "completion fish --json",
    ],
)
def test_the_result_of_a_small_command_is_one_json_document(line: str) -> None:
    write("r.yaml", TINY.replace("正文:", "事实: {村: {值: 3, 单位: 个}}\n正文:"))
    done = banxin(*line.split())
    assert (done.code, isinstance(done.json, dict)) == (0, True)


def completed(*typed: str) -> list[str]:
    """What real bash offers for the last word; `cur` is empty where the line ends in a space."""
    script = banxin("completion", "bash").out
    words = " ".join(shlex.quote(word) for word in typed)
    ask = f"{script}\nCOMP_WORDS=({words})\nCOMP_CWORD={len(typed) - 1}\n_banxin\nprintf '%s\\n' \"${{COMPREPLY[@]}}\""
    done = subprocess.run([need("bash"), "--norc", "-c", ask], capture_output=True, text=True, encoding="utf-8")
    assert done.stderr == ""
    return done.stdout.split("\n")[:-1]


def test_bash_completes_commands_options_values_and_files() -> None:
    Path("报告.yaml").touch()
    Path("fonts.d").mkdir()
    assert set(completed("banxin", "")) >= {name.split()[0] for name in COMMANDS} | {"报告.yaml", "--help"}
    assert completed("banxin", "pre")[:1] == ["preflight"]
    assert completed("banxin", "theme", "s") == ["specimen"]
    assert completed("banxin", "fonts", "") == ["list", "add", "check"]
    assert completed("banxin", "build", "--dr") == ["--draft"]
    assert completed("banxin", "报告.yaml", "--fo") == ["--force"]
    assert completed("banxin", "build", "--lang", "") == ["zh", "en"]
    assert completed("banxin", "keys", "--to", "z") == ["zh"]
    assert completed("banxin", "check", "报") == ["报告.yaml"]
    assert completed("banxin", "fonts", "add", "--a") == ["--as"]
    assert completed("banxin", "completion", "f") == ["fish"]
    assert completed("banxin", "build", "-o", "f") == ["fonts.d"]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_script_knows_every_command_and_option(shell: str) -> None:
    script = banxin("completion", shell).out
    for name, command in COMMANDS.items():
        flags = {flag for action in command.arguments()._actions for flag in action.option_strings}
        (row,) = re.findall(rf"""(?m)^.*['"]{name}['"]\)? *(?:=|said=)? *\n? *(?:set said)?(.*--lang.*)$""", script)
        assert flags <= set(re.findall(r"-[\w-]+", row))


@pytest.mark.parametrize(("shell", "check"), [("bash", "-n"), ("zsh", "-n"), ("fish", "--no-execute")])
def test_shells_that_are_here_read_their_script(shell: str, check: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    Path("script").write_text(banxin("completion", shell).out, encoding="utf-8")
    done = subprocess.run([shell, check, "script"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_wrong_shell_is_told() -> None:
    assert "[not-a-choice]" in banxin("completion", "tcsh").err


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp437"])
@pytest.mark.parametrize("line", ["--help", "fonts list", "new 五年画册", "explain missing-glyph", "check 没有.yaml"])
def test_a_console_of_an_old_code_page_gets_what_it_can_show(encoding: str, line: str) -> None:
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding) for _ in range(2))
    main(line.split(), out, err, {})
    said = out.buffer.getvalue() + err.buffer.getvalue()  # type: ignore[attr-defined]
    assert said.decode(encoding)
    if encoding == "gbk" and "explain" not in line:  # an example there shows a character that GBK lacks
        assert b"\\u" not in said


def test_a_whole_run_on_a_gbk_console(tmp_path: Path) -> None:
    """As a Chinese Windows runs it: its code page, a path with Han and a space."""
    folder = tmp_path / "五年 画册"
    run = [sys.executable, "-m", "report"]
    home = Path(__file__).parents[2]
    environ = {**os.environ, "PYTHONIOENCODING": "gbk", "PYTHONPATH": str(home), "BANXIN_CACHE": str(tmp_path / "c")}
    for line in (["new", str(folder)], ["build", str(folder / "report.yaml"), "--draft"], ["check", str(folder)]):
        done = subprocess.run([*run, *line], capture_output=True, env=environ, cwd=tmp_path)
        assert done.returncode == (2 if line[0] == "check" else 0)
        said = (done.stdout + done.stderr).decode("gbk")
        assert "五年 画册" in said or line[0] == "build"
        assert "Traceback" not in said
    assert (tmp_path / "out/report/report-press.pdf").is_file()


def test_ctrl_c_at_a_question_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(Terminal):
        def readline(self, _size: int | None = -1, /) -> str:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", Interrupted())
    out, err = Terminal(), Terminal()
    assert main(["new", "a"], out, err, {}) == 130
    assert err.getvalue().endswith("错误[run-interrupted] 已中断；已有的文件都是完整的，可以重新运行\n")
    assert not Path("a").exists()
