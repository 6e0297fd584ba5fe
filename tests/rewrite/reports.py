"""Texts of reports that rewriting is tried on, and the model of a report without its places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from report.content.source import Fields, Items, Node, Scalar, parse
from report.problem import ContentError, Place

ROOT = Path(__file__).parents[2]
SAMPLE = (ROOT / "data" / "kaifeng" / "report.yaml").read_text(encoding="utf-8")
KEPT = """\
# 注释一
格式: 1   # 版本

"文档":
    '编号': a
    标题: &t 五年一览   # 行末的注
    日期: "2024-01-21"
    关键词: [妇联,   五年]
版面: {装订: 骑马订,
       页数: 20}
事实:
  村: {值: 2135, 单位: 个, 约: 余}
  名: {值: 97.6, 单位: "%", 约: 取整}
核对:
  数字: 提醒
  放行: [年份, 四组一队]
  等式: ["合计(培训.人次) == 21", 村 > 名]
输出:
  印厂: {标准: PDF/X-4}
  样张: {标准: PDF/A-2u}
正文:
  - 段: |
      {{ 文档.标题 }}有{{ 村 | 单位 名 }}，[重]{着重}、{{ 同比(培训.人次, 2025) }}，
      {{ 培训[2025].人次 | 万 1位 }}，[图](#图-培训)。

      {{ 文档.日期 | 年月日 汉字 }}
  - 图表: {类: 环, 事实: 名, 名: "名：{{ 名 | 数 }}", 仅: [印厂, 样张]}
  - 表格: {数据: 培训, 列: [年份, {列: 人次, 齐: 右}]}
  - 两栏:
      - [段: 左]
      - - 分页: {页: 右页}
"""
"""A report with every kind of layout that must survive."""


def texts() -> dict[str, str]:
    """Every report of the repository that is YAML."""
    paths = [*sorted(ROOT.glob("data/*/*.yaml")), *sorted(ROOT.glob("tests/bad/*.yaml"))]
    found = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in paths}
    return {"kept": KEPT} | {name: text for name, text in found.items() if is_yaml(text)}


def is_yaml(text: str) -> bool:
    try:
        parse(text.encode(), "")
    except ContentError:
        return False
    return True


def scalars(node: Node) -> Iterator[Scalar]:
    """Every scalar of a tree, keys included."""
    match node:
        case Scalar():
            yield node
        case Items(items):
            for item in items:
                yield from scalars(item)
        case Fields(entries):
            for key, value in entries:
                yield key
                yield from scalars(value)


def bare(value: Any) -> Any:
    """A model as plain values without places."""
    if isinstance(value, Place):
        return None
    if is_dataclass(value) and not isinstance(value, type):
        return type(value).__name__, {field.name: bare(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return type(value).__name__, [bare(item) for item in value]
    if isinstance(value, Mapping):
        return {key: bare(item) for key, item in value.items()}
    return value
