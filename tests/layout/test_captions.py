"""Numbers of figures and tables, and references that have no words of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from report import pipeline, resources
from report.content.read import read_report
from report.content.theme import read_theme
from report.deliver.cache import RunCache
from report.layout.flow import lay_out
from report.problem import ContentError
from report.typeset.faces import Faces
from tests.layout.tiny import Laid

HEAD = """\
格式: 1
文档: {编号: t, 标题: 示例公报, 日期: 2026-03-08, 主题: THEME, 性质: 示例}
版面: {开本: A4, 出血: 3mm}
数据: {甲: {文件: 甲.csv, 键: 年, 列: {年: 年, 数: 整数}, 单位: {数: 个}}}
核对: {数字: 关}
正文:
"""
BODY = """\
  - 节: {题: 综合, 号: 综}
  - 段: 见[](#图-前)、[](#图-后)、[](#表-数)和[](#节-综)；[原话](#图-前)不变。
  - 图表: {类: 柱形, 号: 前, 题: 前一张, 数据: 甲, 横: 年, 纵: 数}
  - 两栏:
      - - 图表: {类: 折线, 号: 后, 题: 后一张, 数据: 甲, 横: 年, 纵: 数}
      - - 图表: {类: 柱形, 数据: 甲, 横: 年, 纵: 数}
  - 表格: {号: 数, 题: 各年的数, 题旁: 单位：个, 数据: 甲}
"""


def laid(folder: Path, faces: Faces, theme: str, body: str = BODY) -> Laid:
    (folder / "甲.csv").write_text("年,数\n2023,12\n2024,15\n2025,19\n", encoding="utf-8")
    path = folder / "report.yaml"
    path.write_text(HEAD.replace("THEME", theme) + body, encoding="utf-8")
    report, _ = read_report(path)
    look = read_theme(resources.themes() / theme)
    return Laid(*lay_out(report, look, faces, RunCache(), lambda _done, _total: None))


def test_a_theme_that_counts_puts_numbers_before_titles_and_into_references(tmp_path: Path, faces: Faces) -> None:
    found = laid(tmp_path, faces, "bulletin")
    assert found.codes == []
    said = found.said.replace("\u3000", "")
    assert "见图1、图2、表1和一；原话不变。" in said
    for title in ("图1前一张", "图2后一张", "表1各年的数"):
        assert title in said
    assert "图3" not in said


def test_the_words_beside_a_title_end_at_the_right_edge(tmp_path: Path, faces: Faces) -> None:
    from report.units import MM
    from tests.layout.tiny import runs

    found = laid(tmp_path, faces, "bulletin")
    (beside,) = (run for run in runs(found.pages[0].items) if run.text.startswith("单位"))
    assert (beside.x + beside.width) / MM == pytest.approx(190, abs=0.01)


def test_a_theme_that_does_not_count_calls_blocks_by_their_titles(tmp_path: Path, faces: Faces) -> None:
    said = laid(tmp_path, faces, "brochure").said
    assert "见前一张、后一张、各年的数和一；原话不变。" in said
    assert "图1" not in said


def test_a_reference_to_nothing_is_told(tmp_path: Path, faces: Faces) -> None:
    assert laid(tmp_path, faces, "bulletin", "  - 段: 见[](#图-无)。\n").codes == ["unknown-reference"]


def test_a_figure_on_a_page_before_its_reference_is_told(tmp_path: Path, faces: Faces) -> None:
    figure = "  - 图表: {类: 柱形, 号: 前, 题: 数, 数据: 甲, 横: 年, 纵: 数}\n"
    early = laid(tmp_path, faces, "bulletin", f"{figure}  - 分页: {{}}\n  - 段: 见[](#图-前)。\n")
    assert [(one.code, one.severity) for one in early.problems] == [("figure-before-text", "notice")]
    late = laid(tmp_path, faces, "bulletin", f"  - 段: 见[](#图-前)。\n  - 分页: {{}}\n{figure}")
    assert late.codes == []


def test_a_reference_that_a_kind_of_chart_cannot_draw_is_told(tmp_path: Path, faces: Faces) -> None:
    body = "  - 图表: {类: 面积, 题: 数, 数据: 甲, 横: 年, 纵: 数, 参照: {值: '15', 单位: 个, 名: 目标}}\n"
    assert laid(tmp_path, faces, "bulletin", body).codes == ["reference-not-here"]


@pytest.mark.parametrize("kind", ["柱形", "折线", "条形"])
@pytest.mark.parametrize("theme", ["bulletin", "brochure"])
def test_a_reference_stands_in_the_chart_with_its_name(tmp_path: Path, faces: Faces, kind: str, theme: str) -> None:
    body = f"  - 图表: {{类: {kind}, 题: 数, 数据: 甲, 横: 年, 纵: 数, 参照: {{值: '30', 单位: 个, 名: 目标}}}}\n"
    found = laid(tmp_path, faces, theme, body)
    assert found.codes == []
    assert "目标30" in found.said


def test_an_heir_takes_out_a_template(tmp_path: Path) -> None:
    bulletin, brochure = (read_theme(resources.themes() / name) for name in ("bulletin", "brochure"))
    assert "织机" in brochure.templates
    assert "织机" not in bulletin.templates
    home = tmp_path / "报告"
    home.mkdir()
    text = HEAD.replace("THEME", "bulletin").replace("甲.csv", "乙.csv") + "  - 页: {版式: 织机}\n"
    (home / "乙.csv").write_text("年,数\n2023,12\n", encoding="utf-8")
    (home / "report.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        pipeline.build(home / "report.yaml", pipeline.Options(), RunCache(), lambda *_: None)
    assert [one.code for one in caught.value.problems] == ["unknown-template"]
