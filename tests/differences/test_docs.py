"""The example of docs/editions.md, as it stands, in an empty folder."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.shell import banxin
from tests.differences.builds import built

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "editions.md").read_text(encoding="utf-8")


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The two editions of the page."""
    monkeypatch.chdir(tmp_path)
    (text,) = re.findall(r"^`报告.yaml`\n\n```yaml\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL)
    for said in (text, text.replace("2135", "2140").replace("服务送到", "关爱送到")):
        Path("报告.yaml").write_text(said, encoding="utf-8")
        os.utime("报告.yaml", ns=(0, long_ago(said)))
        built(Path("报告.yaml"), Path("out/note"), "--keep", 12)
    return tmp_path


def long_ago(text: str) -> int:
    """A time of saving that is long past."""
    return 10**18 + len(text)


def shape(text: str) -> list[str]:
    """Lines without the digests of editions."""
    return [re.sub(r"-[0-9a-f]{8}\b", "", line) for line in text.splitlines()]


def test_the_example_does_what_the_page_says(example: Path) -> None:
    first = next((example / "out/note/editions").glob("0001-*"))
    done = banxin("diff", first, "out/note", "--pdf", "对照.pdf")
    shown = re.search(r"\$ banxin diff .*?\n(.*?)```", PAGE, re.DOTALL)
    assert shown
    assert shape(done.out) == shape(shown[1])
    assert (example / "对照.pdf").is_file()


def test_the_program_of_the_page_runs(example: Path) -> None:
    program = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert program
    (example / "program.py").write_text(program[1], encoding="utf-8")
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "program.py"], env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [line.split()[-1] for line in done.stdout.splitlines()] == ["changed", "changed"]


def test_the_page_names_all_of_a_manifest(example: Path) -> None:
    home = next((example / "out/note/editions").glob("0002-*"))
    told = json.loads((home / "manifest.json").read_text("utf-8"))
    (file,), (figure,) = told["files"], told["figures"]
    keys = {*told, *file, *file["pages"][0], *figure} - {"format"}
    named = set(re.findall(r"`(\w+)`", PAGE[PAGE.index("`manifest.json`：") : PAGE.index("## 对照")]))
    assert sorted(keys - named) == []
