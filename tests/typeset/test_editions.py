"""Traditional Chinese and English have tables of their own; the grid of official documents; the bench for strangers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from report.typeset.faces import Faces
from report.typeset.grid import on_grid
from tests.typeset.text import body, lines, positions, set_text

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
CLEAN = [
    "A1", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "B1", "B2", "B3", "B4", "B5", "B6", "B7",
    "B8", "B9", "C1", "C3", "C5", "C6", "D1", "D2", "D3", "D4", "D5", "D6", "D8", "F1", "F2", "F4",
]  # fmt: skip
"""The rules of the meter that any text has to keep, however narrow its column."""


@pytest.mark.parametrize("language", ["zh-Hant", "zh-TW", "zh-HK"])
def test_marks_of_taiwan_and_hong_kong_keep_their_em(language: str, faces: Faces) -> None:
    assert lines("五年同行，再啟新程。", 5, faces, language=language) == ["五年同行，", "再啟新程。"]
    assert [at for _, at in positions(set_text("好，「來」", 12, faces, language=language), 0)] == [0, 1, 1.5, 2.5, 3.5]
    assert lines("五年同行，再啟新程。", 4.5, faces, language=language)[0] == "五年同"


def test_brackets_of_taiwan_still_close_up(faces: Faces) -> None:
    assert [at for _, at in positions(set_text("「「好」」", 12, faces, language="zh-TW"), 0)] == [-0.5, 0, 1, 2, 2.5]


def test_english_spaces_stretch_and_shrink(faces: Faces) -> None:
    found = set_text("one two three four five six seven", 9, faces, language="en", family="latin-serif")
    assert all(abs(line.width - 90) < 0.1 for line in found.lines[:-1])


def test_a_grid_of_28_characters(faces: Faces) -> None:
    style = on_grid(body(size=16.0, family="fang"), (442.2, 637.8), 28, 22)
    assert round(style.leading * 21 + 16, 6) == 637.8
    found = set_text(
        "国" * 56, 44.22, faces, **{n: getattr(style, n) for n in ("size", "tracking", "family", "punctuation")}
    )
    assert [len(line.text) for line in found.lines] == [28, 28]
    assert round(found.lines[0].width, 3) == 442.2


@pytest.mark.parametrize("name", ["narrow12", "mid22", "full38"])
def test_the_meter_finds_nothing_in_the_corpus(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = _set(tmp_path_factory)
    text = HERE / "corpus.txt"
    done = subprocess.run(
        [sys.executable, "-m", "cjkcheck", folder / f"{name}.pdf", "--source", text, "--json"],
        cwd=HERE, capture_output=True, text=True, check=True,
    )  # fmt: skip
    rules = json.loads(done.stdout)["rules"]
    assert {rule: rules[rule]["items"] for rule in CLEAN if rules[rule]["violations"]} == {}


_FOLDERS: dict[str, Path] = {}


def _set(factory: pytest.TempPathFactory) -> Path:
    """The corpus set once by the bench, as a stranger would."""
    if "bench" not in _FOLDERS:
        folder = factory.mktemp("bench")
        bench = ROOT / "benchmarks" / "typography.py"
        subprocess.run([sys.executable, bench, HERE / "corpus.txt", folder], check=True, capture_output=True)
        _FOLDERS["bench"] = folder
    return _FOLDERS["bench"]
