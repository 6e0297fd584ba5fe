"""The sheet of a report: what it says itself, and for the rest what its theme is made for."""

from __future__ import annotations

from pathlib import Path

import pytest

from report import pipeline
from report.deliver.cache import RunCache

SIZES = {"brochure": (210, 285), "bulletin": (210, 297), "attachment": (210, 297)}


def trim(tmp_path: Path, head: str) -> tuple[int, int]:
    """The finished size in millimetres; the build must find nothing wrong."""
    import pikepdf

    report = tmp_path / "r.yaml"
    report.write_text(f"格式: 1\n{head}正文:\n  - 节: 一节\n  - 段: 好。\n", encoding="utf-8")
    built = pipeline.build(report, pipeline.Options(), RunCache(), lambda *_: None)
    assert [p.code for p in built.problems] == []
    (tmp_path / "r.pdf").write_bytes(built.files[0].data)
    with pikepdf.open(tmp_path / "r.pdf") as pdf:
        left, bottom, right, top = map(float, pdf.pages[0].TrimBox)
    return round((right - left) / 72 * 25.4), round((top - bottom) / 72 * 25.4)


@pytest.mark.parametrize("theme", SIZES)
def test_a_report_without_a_sheet_has_that_of_its_theme(theme: str, tmp_path: Path) -> None:
    head = f"文档: {{编号: r, 标题: 测, 日期: 2026-03-08, 主题: {theme}}}\n"
    assert trim(tmp_path, head) == SIZES[theme]
    assert trim(tmp_path, head + "版面: {出血: 3mm}\n") == SIZES[theme]


def test_what_a_report_says_goes_before_its_theme(tmp_path: Path) -> None:
    head = "文档: {编号: r, 标题: 测, 日期: 2026-03-08}\n版面: {开本: A4}\n"
    assert trim(tmp_path, head) == (210, 297)
