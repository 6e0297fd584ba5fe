"""Small reports, built and kept as editions."""

from __future__ import annotations

import os
from pathlib import Path

from tests.cli.shell import Done, banxin

HEAD = """格式: 1
文档: {编号: small, 标题: 小报告, 日期: 2024-01-21, 主题: bulletin}
版面: {开本: A4, 出血: 3mm, 装订: 无}
事实:
  村: {值: 2135, 单位: 个}
  贷款: {值: 3.6亿, 单位: 元}
数据:
  培训: {文件: 培训.csv, 键: 年份, 列: {年份: 年, 人次: 整数}, 单位: {人次: 人次}}
输出: {公文: {标准: [PDF/A-2u, PDF/UA-1]}}
正文:
"""
TABLE = "年份,人次\n2023,1200\n2024,1350\n"
BODY = """  - 节: 组织
  - 段: 全市{{ 村 }}村都建了阵地。各县区把阵地建到妇女身边，把服务送到家门口。
  - 段: 发放贷款{{ 贷款 }}，带动妇女就业。
  - 表格: {题: 培训人次, 数据: 培训}
"""
TOLD = "的妇女围坐田埂，说起这一年的收成和孩子，也说起春天要做的事情。" + "田里的水渠修好了，夜校的灯又亮起来。" * 40
LONG = "".join(f"  - 段: 第{name}组{TOLD}\n" for name in "甲乙丙丁戊己庚辛壬癸")
"""More than three pages."""


def write(folder: Path, body: str = BODY, head: str = HEAD, table: str = TABLE) -> Path:
    """A report and its table in a folder, saved a while before the run begins."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "培训.csv").write_text(table, "utf-8")
    path = folder / "报告.yaml"
    path.write_text(head + body, "utf-8")
    for file in (path, folder / "培训.csv"):
        os.utime(file, ns=(0, file.stat().st_mtime_ns - 10**9))
    return path


def built(report: Path, out: Path, *more: object) -> Done:
    """Build into a folder."""
    done = banxin("build", report, "-o", out, "--force", *more)
    assert done.code == 0, done.err
    return done


def edition(report: Path, out: Path, keep: int = 5) -> Path:
    """Build and keep; the folder of the edition."""
    return Path(built(report, out, "--keep", keep, "--json").json["edition"])
