"""Every bad report beside what is said about it, in both languages: bad/NAME.yaml and bad/NAME.txt.

After a change of messages, `BANXIN_WRITE_EXPECTED=1 pytest tests/test_bad_files.py` writes the texts anew; read the
difference before it is committed.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from report import pipeline
from report.deliver.cache import RunCache
from report.messages import render

FOLDER = Path(__file__).parent / "bad"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))


def silent(_stage: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


def said(name: str) -> str:
    report = FOLDER / f"{name}.yaml"
    problems = pipeline.check(report, pipeline.Options(), RunCache(), silent).problems
    lines = [render(p, language, str(report)) for language in ("zh", "en") for p in problems]
    return "".join(line.replace(f"{FOLDER}{os.sep}", "") + "\n" for line in lines)


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_file_gets_its_messages(name: str) -> None:
    expected = FOLDER / f"{name}.txt"
    if os.environ.get("BANXIN_WRITE_EXPECTED"):
        expected.write_text(said(name), encoding="utf-8")
    assert said(name) == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_message_has_a_place_and_says_what_to_write(name: str) -> None:
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert lines
    for line in lines:
        assert re.match(r"[\w./!-]+:", line), "no file"
        assert "；" in line or "; " in line, "no hint"
        assert not re.search(r"(?<![{\]])\{[a-z]+\}", line), "an unfilled blank"
