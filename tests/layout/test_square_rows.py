"""Squares of several values: a row each, a square a unit, the second series in outline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from report import resources
from report.content.read import read_report
from report.content.theme import read_theme
from report.deliver.cache import RunCache
from report.drawing import Group, Item, Marked, Shape
from report.layout.flow import lay_out
from report.typeset.faces import Faces
from tests.layout.tiny import Laid

REPORT = """\
格式: 1
文档: {编号: t, 标题: 示例公报, 日期: 2026-03-08, 主题: bulletin}
版面: {开本: A4, 出血: 3mm}
数据: {甲: {文件: 甲.csv, 键: 领域, 列: {领域: 文本, 达到: 整数, 未达到: 整数}, 单位: {达到: 项, 未达到: 项}}}
核对: {数字: 关}
正文:
  - 图表: {类: 方格, 题: 目标, 数据: 甲, 横: 领域, 纵: [达到, 未达到]}
"""


def laid(folder: Path, faces: Faces, rows: str) -> Laid:
    (folder / "甲.csv").write_text(f"领域,达到,未达到\n{rows}", encoding="utf-8")
    (folder / "report.yaml").write_text(REPORT, encoding="utf-8")
    report, _ = read_report(folder / "report.yaml")
    theme = read_theme(resources.themes() / "bulletin")
    return Laid(*lay_out(report, theme, faces, RunCache(), lambda _done, _total: None))


def shapes(items: Iterable[Item]) -> Iterator[Shape]:
    """What the figures of a drawing are made of."""
    for item in items:
        match item:
            case Shape():
                yield item
            case Marked(role="Artifact"):
                continue
            case Marked() | Group():
                yield from shapes(item.items)


def test_every_unit_is_a_square_and_none_is_drawn_for_zero(tmp_path: Path, faces: Faces) -> None:
    found = laid(tmp_path, faces, "健康,12,0\n教育,9,1\n法律,0,3\n")
    assert found.codes == []
    drawn = list(shapes(found.pages[0].items))
    filled = sum(shape.path.verbs.count("r") for shape in drawn if shape.fill)
    outlined = sum(shape.path.verbs.count("r") for shape in drawn if shape.stroke)
    assert (filled, outlined) == (12 + 9 + 1, 1 + 3 + 1)  # one of each in the key
    assert "健康" in found.said
    assert "未达到" in found.said


def test_a_row_that_is_too_long_is_told(tmp_path: Path, faces: Faces) -> None:
    assert laid(tmp_path, faces, "健康,12,0\n教育,15,1\n").codes == ["block-overflow"]
