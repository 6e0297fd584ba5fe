"""Examples of explanations made into whole reports, in a folder that has the files they name."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

from report.content.read import read_report
from report.problem import ContentError

FACTS = """\
事实:
  村: {值: 2135, 单位: 个}
  社区: {值: 431, 单位: 个}
  培训: {值: 28000, 单位: 人, 约: 余}
  救助妇女: {值: 1391, 单位: 人}
  受助者: {值: 1391, 单位: 人}
  救助金: {值: 1391万, 单位: 元}
  比例: {值: 97.6, 单位: "%"}
  上年比例: {值: 95.1, 单位: "%"}
"""
HEAD = {
    "格式": "格式: 1\n",
    "文档": "文档: {编号: a, 标题: 五年一览, 日期: 2024-01-21}\n",
    "数据": "数据:\n  培训表: {文件: 培训.csv, 键: 年份, 列: {年份: 年, 人次: 整数, 场次: 整数, 地点: 文本}}\n",
    "事实": FACTS,
}
FILES = {
    "培训.csv": "年份,人次,场次,地点\n2023,3100,30,市里\n2024,3600,36,县里\n2025,4100,41,县里\n2026,,40,县里\n",
    "镇.csv": "名,值,单位\n镇,118,个\n",
    "标题.yaml": "标题: 第一章\n",
    "第一章.yaml": "- 段: 开头的话。\n",
    "报告.yaml": "- 引用文件: 报告.yaml\n",
    "通知.pdf": "%PDF-1.7\n",
    "通知.docx": "x",
    "旧表.xls": "x",
    "img/a.jpg": "x",
}


def completed(example: str, keys: tuple[str, ...] = tuple(HEAD)) -> str:
    """An example as a whole report: a list is its body, a map some of its keys."""
    if example.lstrip("#").startswith("- "):
        return "".join(HEAD[key] for key in keys) + "正文:\n" + textwrap.indent(example, "  ") + "\n"
    given = [line.split(":")[0] for line in example.splitlines()]
    missing = "".join(HEAD[key] for key in keys if key not in given)
    return missing + example + "\n" + ("" if "正文" in given else "正文:\n  - 段: 开头的话。\n")


def whole(example: str) -> bool:
    """Whether an example is text of a report; others are tables, themes, or what is typed at a prompt."""
    return bool(re.match(r"(#\s*)?(- |[^\s,]+[:：])", example))


TYPES = {"年份": "年", "人次": "整数", "场次": "整数", "面积": "小数", "占比": "百分", "日期": "日期"}
"""What the columns of example tables hold; a column that is not here has no declared type."""


def is_table(example: str) -> bool:
    """Whether an example is a table of facts or of data."""
    return "," in example.partition("\n")[0] and re.search(r"^(名|年份),", example, re.MULTILINE) is not None


def of_table(example: str, folder: Path) -> str:
    """A report that reads an example table."""
    (folder / "例.csv").write_text(example + "\n", encoding="utf-8")
    if example.startswith("名,"):
        return completed("事实表: 例.csv", ("格式", "文档"))
    head = next(line for line in example.splitlines() if line.startswith("年份,")).split(",")
    types = ", ".join(f"{name}: {TYPES[name]}" for name in dict.fromkeys(head) if name in TYPES)
    return completed(f"数据:\n  例: {{文件: 例.csv, 键: 年份, 列: {{{types}}}}}")


def laid_out(folder: Path) -> None:
    """The files that examples name."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def codes(example: str, folder: Path) -> set[str]:
    """The codes of all problems of an example, a table of facts or a part of a report."""
    text = of_table(example, folder) if is_table(example) else completed(example)
    path = folder / "example.yaml"
    path.write_text(text, encoding="utf-8")
    return read_codes(path)


def read_codes(path: Path) -> set[str]:
    """The codes of all problems of a report."""
    try:
        return {problem.code for problem in read_report(path)[1]}
    except ContentError as error:
        return {problem.code for problem in error.problems}
