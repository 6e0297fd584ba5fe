"""What a handbook asks of a theme: sections by chapters, lists that go on, framed pictures, code that wraps."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from report.content.read import read_report
from report.content.theme import read_theme
from report.deliver.cache import RunCache
from report.layout.flow import lay_out
from report.typeset.faces import Faces
from report.units import MM
from tests.layout.tiny import Laid, marks, runs

THEME = """format: 1
name: 手册
inherits: brochure
numbering: {section: "{chapter}.{n} "}
flow: {blocks: {photo: {frame: {stroke: 0.5, colour: k30}}}}
"""
HEAD = "格式: 1\n文档: {编号: t, 标题: 测, 日期: 2024-01-21, 主题: 手册}\n核对: {数字: 关}\n正文:\n"


def laid(folder: Path, faces: Faces, body: str) -> Laid:
    (folder / "手册").mkdir()
    (folder / "手册" / "theme.yaml").write_text(THEME, encoding="utf-8")
    path = folder / "r.yaml"
    path.write_text(HEAD + body, encoding="utf-8")
    report, _ = read_report(path)
    return Laid(*lay_out(report, read_theme(folder / "手册"), faces, RunCache(), lambda *_: None))


def test_sections_count_in_their_chapter(tmp_path: Path, faces: Faces) -> None:
    body = "  - 章: 甲\n  - 节: 一\n  - 段: 文。\n  - 章: 乙\n  - 节: 二\n  - 段: 文。\n  - 节: 三\n  - 段: 文。\n"
    said = laid(tmp_path, faces, body).said
    assert [number in said for number in ("1.1一", "2.1二", "2.2三")] == [True] * 3


def test_a_list_may_begin_at_any_number(tmp_path: Path, faces: Faces) -> None:
    said = laid(tmp_path, faces, "  - 要点: {编号: true, 起: 13, 项: [甲, 乙]}\n").said
    assert "13.甲14.乙" in said


def test_a_picture_is_framed_where_the_theme_says_so(tmp_path: Path, faces: Faces) -> None:
    Image.new("RGB", (1800, 600), "white").save(tmp_path / "a.png")
    found = laid(tmp_path, faces, "  - 图片: {图: a.png, 替代: 一片白}\n")
    drawn = found.trace(1)
    (box,) = (line.split()[1:5] for line in drawn if line.startswith("picture"))
    assert f"shape r {' '.join(box)} stroke 0.5 0/0/0/30" in drawn


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("  --since [E]    " + "说明一句话，" * 20, 15),
        ("    键: [" + "甲乙丙，" * 20 + "]", 4 * MM / (7.5 / 2)),
    ],
)
def test_long_code_goes_on_below_its_column(tmp_path: Path, faces: Faces, line: str, at: float) -> None:
    found = laid(tmp_path, faces, f"  - 代码: {{原样: '{line}'}}\n")
    code = [run for mark in marks(found.pages[0].items) if mark.role == "Code" for run in runs(mark.items)]
    rows = sorted({run.y for run in code})
    assert len(rows) > 1
    first = min(run.x for run in code if run.y == rows[0])
    assert min(run.x for run in code if run.y == rows[1]) - first == pytest.approx(at * 7.5 / 2, abs=0.1)
