"""docs/tutorial.md, walked from an empty folder."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from tests.cli.shell import banxin

PAGE = Path(__file__).parents[2] / "docs" / "tutorial.md"


def edit(text: str) -> None:
    """One change of a file, as the page shows it; what it takes away stands there once."""
    head, *lines = text.splitlines()
    path = Path(head.removeprefix("--- "))
    old, new = ("\n".join(line[1:] for line in lines if line[0] == sign) for sign in "-+")
    before = path.read_bytes().decode()
    end = "\r\n" if "\r\n" in before else "\n"
    assert before.count(old) == 1
    path.write_bytes(before.replace(old, new.replace("\n", end)).encode())


def walk(text: str) -> None:
    """Commands, each followed by what it must say; a command that tells an error fails, any other succeeds."""
    for said in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, *expected = said.splitlines()
        done = banxin(*shlex.split(command)[1:], BANXIN_CACHE="cache")
        assert (done.code != 0) == any(line.startswith("错误[") for line in expected), done.err
        for line in expected:
            assert line in done.out + done.err


def test_the_first_report_has_no_dead_end() -> None:
    steps = re.findall(r"```(diff|text)\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert [kind for kind, _ in steps].count("diff") == 6
    for kind, text in steps:
        (edit if kind == "diff" else walk)(text)
    assert Path("校样/wunian-press.pdf").is_file()
