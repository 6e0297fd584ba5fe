"""The sample as an attachment of an official document, and a small report in the same theme, built once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar

from report import pipeline, resources
from report.deliver.cache import RunCache
from report.units import MM

SMALL = """\
格式: 1
文档: {编号: small, 标题: 各县区妇女工作统计表, 日期: 2026-03-08, 主题: 公文附件}
版面: {开本: A4, 出血: 0mm}
数据: {表一: {文件: t.csv}}
正文:
  - 章: 总体情况
  - 节: 组织
  - 段: 各县区完成了组织换届，村、社区妇联全部建成。
  - 小节: 县区
  - 要点: {项: [建组织, 建队伍], 编号: true}
  - 表格: {题: 各县区情况, 数据: 表一, 横向: true, 续表: true, 列: [{列: 片区, 并: true}, 县区, {列: 甲, 齐: 右}]}
  - 章: 其他
  - 段: 完。
输出:
  公文: {标准: [PDF/A-2u, PDF/UA-1], 附件号: 2, 起页: 9}
"""


@dataclass(frozen=True)
class Glyph:
    """A character: its origin from the top left of the page and its size in mm, whether it stands across the sheet."""

    text: str
    x: float
    y: float
    size: float
    font: str
    turned: bool


@dataclass(frozen=True)
class File:
    """A built file and the characters of its pages."""

    path: Path
    built: pipeline.Built
    pages: tuple[tuple[Glyph, ...], ...]

    def lines(self, page: int) -> list[tuple[float, list[Glyph]]]:
        """The upright lines of a page from top to bottom: baseline and characters from left to right."""
        rows: dict[float, list[Glyph]] = {}
        for glyph in self.pages[page - 1]:
            if not glyph.turned:
                rows.setdefault(round(glyph.y, 2), []).append(glyph)
        return [(y, sorted(rows[y], key=lambda glyph: glyph.x)) for y in sorted(rows)]


def silent(_stage: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


def made(source: Path, folder: Path) -> File:
    built = pipeline.build(source, pipeline.Options(only=("公文",)), RunCache(), silent)
    path = folder / built.files[0].name
    path.write_bytes(built.files[0].data)
    pages = tuple(tuple(_glyphs(page, page.height)) for page in extract_pages(path, laparams=None))
    return File(path, built, pages)


def _glyphs(part: Any, height: float) -> Iterator[Glyph]:
    if isinstance(part, LTChar):
        a, b, _, _, x, y = part.matrix
        yield Glyph(part.get_text(), x / MM, (height - y) / MM, part.size / MM, part.fontname, abs(b) > abs(a))
    elif hasattr(part, "__iter__"):
        for inner in part:
            yield from _glyphs(inner, height)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> File:
    source = resources.sample()
    assert source is not None
    return made(source, tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> File:
    folder = tmp_path_factory.mktemp("small")
    (folder / "report.yaml").write_text(SMALL, encoding="utf-8")
    rows = [f"{'东西南北'[i // 9]}片,第{i}区,{i * 37}" for i in range(34)]
    (folder / "t.csv").write_text("\n".join(["片区,县区,甲", *rows]), encoding="utf-8")
    return made(folder / "report.yaml", folder)
