"""The product against its goals of time: whole commands in processes of their own, processor seconds, best of some.

- `four`: a build of four composed pages without charts (goal 0.25 s), with what a first run keeps, and without.
- `check`: `check` of the sample (goal 0.3 s): the first on a machine, after one word was changed, and again.
- `figures`: `check` of a report of 200 pages with 2,000 facts and as many figures in prose (goal 1.5 s), the first one.
- `table`: a build of one table of 10,000 rows and five columns (goal 2 s).

Prints a table and asserts nothing. `python benchmarks/goals.py [NAME …] [--rounds N]`.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parents[1]
FOUR = """\
格式: 1
文档: {编号: four, 标题: 四页, 日期: 2024-01-21}
正文:
  - 页: {版式: 展望, 区: {右列: 与党同心, 左列: 与城同行, 题: 下一步, 文: 把工作重心放到基层、放到家门口。}}
  - 页: {版式: 读花, 区: {题: 第二页, 文: 版式是主题里的页面模板，区是模板里的版位。}}
  - 页: {版式: 展望, 区: {右列: 与党同心, 左列: 与城同行, 题: 再一步, 文: 把工作重心放到基层、放到家门口。}}
  - 页: {版式: 读花, 区: {题: 第四页, 文: 版式是主题里的页面模板，区是模板里的版位。}}
"""
SENTENCE = "市县两级妇联按期换届，村和社区的阵地逐一落位，干部培训逐级展开，把工作重心放到基层、放到家门口。"
ROWS, FACTS, CHAPTERS, SECTIONS, PARAGRAPHS = 10_000, 2_000, 20, 10, 5


class Goal(NamedTuple):
    """One line of the table: what is measured, the seconds it may take, and the seconds it took in each round."""

    name: str
    goal: float
    took: list[float]


def seconds(folder: Path, *words: str, known: bool = True) -> float:
    """Processor time of one command in a folder, whose cache is emptied first unless it is `known`."""
    cache = folder / "cache"
    if not known:
        shutil.rmtree(cache, ignore_errors=True)
    environ = {**os.environ, "BANXIN_CACHE": str(cache), "PYTHONPATH": str(PROJECT)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "report", *words], cwd=folder, env=environ, capture_output=True, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(done.stderr.decode())
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def four(folder: Path, rounds: int) -> Iterator[Goal]:
    (folder / "four.yaml").write_text(FOUR, encoding="utf-8")

    def build(known: bool) -> float:
        return seconds(folder, "build", "four.yaml", "-o", "out", "--force", known=known)

    yield Goal("four pages, first time", 0.25, [build(known=False) for _ in range(rounds)])
    yield Goal("four pages", 0.25, [build(known=True) for _ in range(rounds)])


def check(folder: Path, rounds: int) -> Iterator[Goal]:
    shutil.copytree(PROJECT / "data" / "kaifeng", folder, dirs_exist_ok=True)
    report = folder / "report.yaml"
    text = report.read_text(encoding="utf-8")
    first, edited, again = [], [], []
    for number in range(rounds):
        first.append(seconds(folder, "check", "report.yaml", known=False))
        report.write_text(
            text.replace("把工作重心", f"把{'全部各项主要日常'[number % 8]}工作重心", 1), encoding="utf-8"
        )
        edited.append(seconds(folder, "check", "report.yaml"))
        again.append(seconds(folder, "check", "report.yaml"))
        report.write_text(text, encoding="utf-8")
    yield Goal("check of the sample, first time", 0.3, first)
    yield Goal("check of the sample, one word changed", 0.3, edited)
    yield Goal("check of the sample, again", 0.3, again)


def figures(folder: Path, rounds: int) -> Iterator[Goal]:
    chance = random.Random(20260308)
    facts = [f"  事实{i}: {{值: {1000 + 7 * i}, 单位: 人}}" for i in range(FACTS)]
    body = []
    for chapter in range(CHAPTERS):
        body.append(f"  - 章: 第{chapter}部分")
        for section in range(SECTIONS):
            body.append(f"  - 节: 小节标题{section}")
            for _ in range(PARAGRAPHS):
                named, other = chance.randrange(FACTS), 1000 + 7 * chance.randrange(FACTS)
                body.append(f"  - 段: |\n      {SENTENCE}共有{{{{ 事实{named} }}}}参加，另有{other}人。{SENTENCE * 4}")
    head = [
        "格式: 1",
        "文档: {编号: big, 标题: 大报告, 日期: 2024-01-21}",
        "事实:",
        *facts,
        "核对: {数字: 提醒}",
        "正文:",
    ]
    (folder / "big.yaml").write_text("\n".join([*head, *body]) + "\n", encoding="utf-8")
    took = [seconds(folder, "check", "big.yaml", known=False) for _ in range(rounds)]
    yield Goal("check of 200 pages and 2,000 facts, first time", 1.5, took)
    yield Goal("check of the same, again", 1.5, [seconds(folder, "check", "big.yaml") for _ in range(rounds)])


def table(folder: Path, rounds: int) -> Iterator[Goal]:
    lines = ["序号,名称,人数,比例,备注"]
    lines += [f"{i},第{i}村,{(i * 37) % 5000},{(i * 13) % 1000 / 10},按期完成" for i in range(1, ROWS + 1)]
    (folder / "rows.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "table.yaml").write_text(
        "格式: 1\n文档: {编号: table, 标题: 长表, 日期: 2024-01-21}\n"
        "数据: {各村: {文件: rows.csv}}\n正文:\n  - 表格: {题: 各村, 数据: 各村}\n",
        encoding="utf-8",
    )
    took = [seconds(folder, "build", "table.yaml", "-o", "out", "--force") for _ in range(rounds)]
    yield Goal("a table of 10,000 rows", 2.0, took)


GOALS: dict[str, Callable[[Path, int], Iterator[Goal]]] = {
    "four": four,
    "check": check,
    "figures": figures,
    "table": table,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", choices=[*GOALS, []], metavar="NAME", help=" ".join(GOALS))
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    for name in asked.names or GOALS:
        with TemporaryDirectory() as folder:
            for goal in GOALS[name](Path(folder), asked.rounds):
                met = "met" if min(goal.took) <= goal.goal else "missed"
                print(f"{goal.name:48} goal {goal.goal:.2f} s   best {min(goal.took):.2f} s   {met}")


if __name__ == "__main__":
    main()
