"""Every bad file beside what is said about it, in both languages: NAME.yaml and NAME.txt.

After a change of messages, `BANXIN_WRITE_EXPECTED=1 pytest tests/content/test_bad_files.py` writes the texts anew; read
the difference before it is committed.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from report.content.read import read_report
from report.messages import render
from report.problem import ContentError

FOLDER = Path(__file__).parent / "bad"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))


def said(name: str) -> str:
    with pytest.raises(ContentError) as caught:
        read_report(FOLDER / f"{name}.yaml")
    lines = [render(p, language) for language in ("zh", "en") for p in caught.value.problems]
    return "".join(line.replace(f"{FOLDER}{os.sep}", "") + "\n" for line in lines)


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_file_gets_its_messages(name: str) -> None:
    expected = FOLDER / f"{name}.txt"
    if os.environ.get("BANXIN_WRITE_EXPECTED"):
        expected.write_text(said(name), encoding="utf-8")
    assert said(name) == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_message_has_place_and_hint(name: str) -> None:
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert lines
    for line in lines:
        assert line.startswith(name), "no place"
        assert "；" in line or "; " in line, "no hint"
        assert not re.search(r"(?<!\{)\{[a-z]+\}", line), "an unfilled blank"
