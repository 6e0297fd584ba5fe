"""A small report on show: two pages, a fact, a table, a delivery for the press and one for screens."""

from __future__ import annotations

from pathlib import Path

from report.deliver.cache import RunCache
from report.pipeline import Options
from report.preview.rehearsal import Rehearsal

TEXT = """\
格式: 1
文档: {编号: demo, 标题: 五年一览, 单位: 示例市妇联, 日期: 2024-01-21, 主题: bulletin}
版面: {开本: A4, 出血: 3mm}
输出: {印厂: {标准: PDF/X-4}, 屏幕: {标准: PDF/A-2u, 色彩: sRGB}}
事实:
  村: {值: 2135, 单位: 个, 来源: 年报}
数据:
  培训: {文件: 培训.csv, 键: 年份, 列: {年份: 年, 场次: 整数}}
正文:
  - 节: 阵地
  - 段: 春耕时节，妇女们围坐田埂听讲；学会了的，再教给下一个人。
  - 段: 全市 {{ 村 }} 个村都有家园，去年培训 232 场。
  - 表格: {题: 历年培训, 数据: 培训}
  - 节: {题: 队伍, 另起: 新页}
  - 段: 队伍常训常新。
"""
TABLE = "年份,场次\n2022,126\n2023,171\n2024,232\n"


def written(folder: Path) -> Path:
    """The report in a folder."""
    (folder / "培训.csv").write_text(TABLE, encoding="utf-8")
    path = folder / "report.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def rehearsal(folder: Path, *only: str) -> Rehearsal:
    return Rehearsal(written(folder), Options(only=only), RunCache())
