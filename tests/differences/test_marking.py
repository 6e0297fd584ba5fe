"""Notes beside a page: near their marks, never over one another."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.deliver.differences import changes
from report.deliver.differences.marking import BETWEEN_NOTES, stacked
from tests.cli.shell import banxin
from tests.differences.builds import edition, write
from tests.tools import run


@given(st.lists(st.tuples(st.floats(0, 800), st.floats(10, 60)), max_size=12))
def test_notes_never_stand_over_one_another(notes: list[tuple[float, float]]) -> None:
    wished = sorted(notes)
    room = sum(height + BETWEEN_NOTES for _, height in wished)
    tops = stacked(wished, 20.0, 20.0 + max(room, 830.0))
    ends = [top + height for top, (_, height) in zip(tops, wished, strict=True)]
    assert all(top >= 20.0 - 1e-6 for top in tops)
    assert all(end <= 20.0 + max(room, 830.0) + 1e-6 for end in ends)
    assert all(end + BETWEEN_NOTES <= top + 1e-6 for end, top in zip(ends, tops[1:], strict=False))


def test_a_note_that_has_room_stands_at_its_mark() -> None:
    assert stacked([(100.0, 20.0), (110.0, 20.0), (400.0, 20.0)], 20.0, 800.0) == [100.0, 125.0, 400.0]


def test_more_changes_than_notes_have_room_for_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = ["".join(f"第{n}件事情{what}了结果。" for n in range(90)) for what in ("有", "没有")]
    old, new = (edition(write(tmp_path, f"  - 段: {text}\n"), tmp_path / "out") for text in said)
    assert banxin("diff", old, new, "--pdf", "m.pdf").code == 0
    with pikepdf.open(tmp_path / "m.pdf") as file:
        first = next(number for number, page in enumerate(file.pages, 1) if page.label == "1")
    counts = []
    for page, marks in ((page, sum(mark.page == page for mark in changes(old, new))) for page in (1,)):
        words = run("pdftotext", "-f", page + first - 1, "-l", page + first - 1, tmp_path / "m.pdf", "-").replace(
            " ", ""
        )
        notes = words.count("新增没")
        counts.append((marks, notes, f"另有{marks - notes}处" in words))
    assert sum(marks for marks, _, _ in counts) == 90
    assert all(marks == notes or more for marks, notes, more in counts)
    assert any(more for _, _, more in counts)
