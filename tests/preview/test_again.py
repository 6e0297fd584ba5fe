"""A report that is laid out again and again comes out as from nothing, whatever was changed in between."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from report.deliver.cache import RunCache
from report.pipeline import Options
from report.preview.rehearsal import Rehearsal
from report.preview.takes import Take

HEAD = """格式: 1
文档: {编号: t, 标题: 监测报告, 日期: 2026-03-08, 主题: bulletin}
版面: {开本: A4, 出血: 3mm, 装订: 无}
事实:
  村: {值: 2135, 单位: 个}
数据:
  甲: {文件: 甲.csv, 键: 年份, 列: {年份: 年, 人次: 整数}, 单位: {人次: 人次}}
核对: {数字: 提醒}
输出: {公文: {标准: [PDF/A-2u]}}
正文:
"""
YEARS = "年份,人次\n2021,98\n2022,104\n2023,120\n"
SENTENCE = "各县区把阵地建到妇女身边，春耕时节围坐田埂，说起这一年的收成和孩子。"
BLOCKS: tuple[Callable[[random.Random], str], ...] = (
    lambda dice: f"  - 段: 第{dice.randint(1, 999)}段。{SENTENCE * dice.randint(1, 9)}\n",
    lambda dice: f"  - 段: |\n      先说{dice.randint(1, 99)}。\n\n      {SENTENCE * dice.randint(1, 4)}\n",
    lambda dice: f"  - 节: 第{dice.randint(1, 99)}件事\n",
    lambda dice: f"  - 小节: 其中{dice.randint(1, 99)}\n",
    lambda dice: f"  - 段: 建成阵地{{{{ 村 }}}}，比{dice.choice(('上年', '前年'))}多。{SENTENCE * 3}\n",
    lambda dice: f"  - 图表: {{类: {dice.choice(('柱形', '折线'))}, 题: 人次, 数据: 甲, 横: 年份, 纵: 人次}}\n",
    lambda dice: f"  - 表格: {{题: 表{dice.randint(1, 9)}, 数据: 甲}}\n",
    lambda dice: f"  - 段: 见[第{{页}}页](#始)，共{{{{ 文档.页数 }}}}页，{dice.randint(1, 9)}。\n",
    lambda dice: f"  - 段: |\n      有注的一段^1。{SENTENCE * 2}\n\n      ^1 这是注{dice.randint(1, 9)}。\n",
    lambda dice: f"  - 要点: [{'，'.join('一二三四'[: dice.randint(1, 4)])}, 再说一点]\n",
    lambda dice: f"  - 提示: 提醒{dice.randint(1, 9)}。{SENTENCE}\n",
    lambda dice: "  - 条码: 978-7-5000-0000-6\n" if dice.random() < 0.1 else "  - 段: 短。\n",
    lambda dice: "  - 分页: {}\n" if dice.random() < 0.3 else "  - 段: 也短。\n",
)


def write(folder: Path, facts: str, blocks: list[str], table: str) -> None:
    (folder / "甲.csv").write_text(table, "utf-8")
    body = "  - 节: {题: 开始, 号: 始}\n" + "".join(blocks)
    (folder / "r.yaml").write_text(HEAD.replace("2135", facts) + body, "utf-8")


def shown(take: Take) -> tuple[object, ...]:
    """All of a take that anybody sees, the places of every mark included."""
    assert take.stage is not None
    pages = take.stage.paged
    return repr(pages.pages), pages.outline, pages.destinations, take.problems, take.stage.figures, take.stale


def changed(dice: random.Random, state: tuple[str, list[str], str]) -> tuple[str, list[str], str]:
    """One edit: a block comes, goes, changes or moves; a fact or the table says something else."""
    facts, blocks, table = state
    blocks = list(blocks)
    at = dice.randrange(len(blocks))
    match dice.randrange(8):
        case 0:
            blocks.insert(at, dice.choice(BLOCKS)(dice))
        case 1 if len(blocks) > 3:
            del blocks[at]
        case 2:
            other = dice.randrange(len(blocks))
            blocks[at], blocks[other] = blocks[other], blocks[at]
        case 3:
            facts = str(dice.randint(1000, 9999))
        case 4:
            table = f"{YEARS}2024,{dice.randint(100, 999)}\n"
        case 5:
            blocks[at] = blocks[at].replace("。", "，改过。", 1)
        case _:
            blocks[at] = dice.choice(BLOCKS)(dice)
    return facts, blocks, table


@pytest.mark.parametrize("seed", range(6))
def test_a_take_is_what_the_first_take_of_a_new_rehearsal_would_be(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    state = ("2135", [dice.choice(BLOCKS)(dice) for _ in range(30)], f"{YEARS}2024,135\n")
    memory = RunCache()
    again = Rehearsal(tmp_path / "r.yaml", Options(), memory)
    for _ in range(8):
        write(tmp_path, *state)
        take = again.take()
        fresh = Rehearsal(tmp_path / "r.yaml", Options(), memory).take()
        assert shown(take) == shown(fresh)
        state = changed(dice, state)


def test_a_picture_that_changed_under_its_name_is_set_again(tmp_path: Path) -> None:
    write(tmp_path, "2135", ["  - 图片: {图: 图.png, 替代: 一张图}\n"], "年份,人次\n2023,120\n")
    memory = RunCache()
    again = Rehearsal(tmp_path / "r.yaml", Options(), memory)
    for height in (900, 1200):
        Image.new("L", (1800, height), 128).save(tmp_path / "图.png")
        take = again.take()
        assert shown(take) == shown(Rehearsal(tmp_path / "r.yaml", Options(), memory).take())


def test_a_table_that_was_read_once_is_read_again_when_its_file_changed(tmp_path: Path) -> None:
    again = Rehearsal(tmp_path / "r.yaml", Options(), RunCache())
    for count in (120, 120, 455):
        write(tmp_path, "2135", [BLOCKS[6](random.Random(1))], f"年份,人次\n2023,{count}\n")
        take = again.take()
        assert str(count) in str(shown(take)[0])
