"""The example of docs/batch.md, as it stands, in an empty folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from report.content.keys import JOB_SHAPES
from report.messages.batch import SYNOPSES
from tests.cli.shell import banxin

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "batch.md").read_text(encoding="utf-8")


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = re.findall(r"^`([\w.]+)`\n\n```\w+\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL)
    assert [name for name, _ in files] == ["县报.yaml", "县区.csv", "任务.yaml"]
    for name, text in files:
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shape(line: str) -> str:
    """A line of the table without its sizes and times."""
    return re.sub(r"[\d.]+ ?(kB|s|秒|份)", "", " ".join(line.split()))


def test_the_example_does_what_the_page_says(example: Path) -> None:
    own = {"BANXIN_CACHE": str(example / "cache")}
    done = banxin("batch", "任务.yaml", **own)
    assert done.code == 1
    shown = re.search(r"```text\n(任务  名.*?)```", PAGE, re.DOTALL)
    assert shown
    assert [shape(line) for line in done.out.splitlines()] == [shape(line) for line in shown[1].splitlines()]
    table = example / "县区.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("290,,", "290,207,"), encoding="utf-8")
    again = banxin("batch", "任务.yaml", **own)
    assert again.code == 0, again.err
    assert again.out.splitlines()[-1].startswith("3 份：做成 1，未变 2，失败 0；")
    assert banxin("check", "县报.yaml", **own).code == 0, "the report alone is its own sample"


def test_the_program_of_the_page_runs(example: Path) -> None:
    program = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert program
    (example / "program.py").write_text(program[1], encoding="utf-8")
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "program.py"], env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert sorted(done.stdout.split()) == sorted(["青岚县", "delivered", "东屏县", "failed", "西亭县", "delivered"])


def test_the_page_knows_every_key_and_option() -> None:
    for row in (row for name in ("job", "job-rows", "job-limits", "job-failure") for row in JOB_SHAPES[name]):
        assert f"`{row.zh}`" in PAGE or f"`{row.zh}`" in PAGE.replace("、", "`、`"), row.zh
        assert f"`{row.name}`" in PAGE, row.name
    assert SYNOPSES["batch"] in PAGE
