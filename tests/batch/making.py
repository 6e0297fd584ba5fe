"""Counties in one table, and a small report that is made of each of its rows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PIL import Image

from report.deliver.batch import Task, planned
from report.deliver.edition import Choices
from report.deliver.jobs import read_jobs

REPORT = """\
格式: 1
变量: {县区: 样县, 代码: "000", 负责人: 王芳}
文档:
  编号: "county-{{ 代码 }}"
  标题: "{{ 县区 }}妇联工作一页"
  单位: 青岚市妇女联合会
  日期: 2026-03-08
  主题: bulletin
核对:
  数字: 严格
  等式: [示范户 <= 户数]
版面: {开本: A4}
事实:
  户数: {值: 1000, 单位: 户, 来源: 办公室}
  示范户: {值: 10, 单位: 户}
  家园: {值: 1, 单位: 个}
正文:
  - 节: "{{ 县区 }}的家底"
  - 段: |
      全县{{ 户数 }}，其中巾帼示范户{{ 示范户 }}，妇女之家{{ 家园 }}。负责人：{{ 负责人 }}。
  - 图片: {图: "img/{{ 代码 }}.jpg", 替代: "{{ 县区 }}一景", 说明: "{{ 县区 }}一景"}
输出:
  网阅: {图片: 100dpi}
"""
JOBS = """\
格式: 1
任务:
  - 名: 县报
    报告: 县报.yaml
    逐行:
      表: 县区.csv
      名: "{县区}"
      列: {户数: 整数, 示范户: 整数, 家园: 整数}
"""
POISON = {
    "missing number": "empty-word",
    "word for a number": "cell-not-integer",
    "unknown character": "missing-glyph-rare",
    "broken picture": "bad-picture",
    "missing picture": "missing-file",
    "too long a name": "row-name-long",
    "a name twice": "row-name-twice",
    "figures that contradict": "equation-fails",
}
"""What is wrong with some rows, and the code of the problem that explains it."""


def counties(folder: Path, count: int, poisoned: bool = False) -> Path:
    """A job file with its report, pictures and table of so many counties; eight of them cannot be made."""
    (folder / "img").mkdir(parents=True)
    (folder / "县报.yaml").write_text(REPORT, encoding="utf-8")
    jobs = folder / "任务.yaml"
    jobs.write_text(JOBS, encoding="utf-8")
    rows = [[f"第{i}县", f"{i:03}", str(1000 + i), str(10 + i), str(i), "王芳"] for i in range(1, count + 1)]
    for row in [["样县", "000"], *rows]:
        picture(folder / "img" / f"{row[1]}.jpg", int(row[1]))
    if poisoned:
        poison(rows[:: count // len(POISON)][: len(POISON)], folder)
    lines = [",".join(row) for row in [["县区", "代码", "户数", "示范户", "家园", "负责人"], *rows]]
    (folder / "县区.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return jobs


def picture(path: Path, number: int) -> None:
    """A small picture, another one for each number."""
    Image.new("RGB", (1200, 800), (number * 37 % 256, number * 11 % 256, 90)).save(path, quality=60)


def poison(rows: list[list[str]], folder: Path) -> None:
    """Spoil eight rows, in the order of POISON."""
    rows[0][2] = ""
    rows[1][2] = "约三百"
    rows[2][5] = "王\U0002a6d6"
    broken = folder / "img" / f"{rows[3][1]}.jpg"
    broken.write_bytes(broken.read_bytes()[:100])
    (folder / "img" / f"{rows[4][1]}.jpg").unlink()
    rows[5][0] = "一个本该写在备注里的很长很长的名字" * 6
    rows[6][0] = rows[0][0]
    rows[7][3] = "9999"


def tasks(jobs: Path, out: Path | str) -> tuple[Task, ...]:
    """The tasks of a job file whose files go into folders of `out`."""
    (job,) = read_jobs(jobs)
    plan = planned(replace(job, output=f"{out}/{{名}}"), Choices(), {})
    assert plan.failed == ()
    return plan.tasks
