"""A report that is laid out again and again comes out as from nothing, whatever was changed in between."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from report import resources
from report.content.catalogue import read_catalogue
from report.content.read import examine, ordered
from report.content.variants import for_delivery
from report.deliver.cache import RunCache
from report.drawing import Paged
from report.layout.flow import lay_out
from report.layout.recast import in_theme
from report.looks import look_of, themes_of
from report.pipeline import Options
from report.preview.moorings import Moorings
from report.preview.rehearsal import Rehearsal
from report.preview.takes import Take
from report.problem import Place
from report.typeset.faces import Faces
from tests.docscripts import loaded

DATA = """事实:
  村: {值: 2135, 单位: 个, 来源: 年报}
  户: {值: 480, 单位: 户, 来源: 台账, 名: 示范户}
数据:
  甲: {文件: 甲.csv, 键: 年份, 列: {年份: 年, 人次: 整数}, 单位: {人次: 人次}}
核对: {数字: 提醒}
"""
"""What the blocks below speak of."""
HEAD = (
    """格式: 1
文档: {编号: t, 标题: 监测报告, 日期: 2026-03-08, 主题: bulletin}
版面: {开本: A4, 出血: 3mm, 装订: 无}
"""
    + DATA
    + """输出: {公文: {标准: [PDF/A-2u]}}
正文:
"""
)
ROOT = Path(__file__).parents[2]
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
    lambda dice: f"  - 图表: {{类: 点阵, 题: 示范户{dice.randint(1, 9)}, 事实: 户, 名: 示范户, 每: 10}}\n",
    lambda dice: (
        f"  - 附录: {{题: 来源{dice.randint(1, 9)}, 自动: 来源表}}\n" if dice.random() < 0.3 else "  - 段: 再短。\n"
    ),
    lambda dice: "  - 条码: 978-7-5000-0000-6\n" if dice.random() < 0.1 else "  - 段: 短。\n",
    lambda dice: "  - 分页: {}\n" if dice.random() < 0.3 else "  - 段: 也短。\n",
)


NAMED = re.compile(r"\b[bk]\d+\b|\bcode\.\d+\.\d+\b")
"""Keys of blocks and of codes."""


def write(folder: Path, facts: str, blocks: list[str], table: str) -> None:
    (folder / "甲.csv").write_text(table, "utf-8")
    body = "  - 节: {题: 开始, 号: 始}\n" + "".join(blocks)
    value, source = facts.split()
    (folder / "r.yaml").write_text(HEAD.replace("2135", value).replace("年报", source) + body, "utf-8")


class Plain:
    """A report laid out once, with nothing kept and its places as they are."""

    def __init__(self, path: Path, memory: RunCache) -> None:
        found = examine(path)
        assert found.report is not None
        delivery = found.report.deliveries[0]
        themes = themes_of(found.report, (delivery,))
        theme = themes[look_of(found.report, delivery)]
        variant = in_theme(for_delivery(found.report, delivery), theme, theme)
        faces = Faces(read_catalogue(resources.fonts() / "fonts.yaml"), memory)
        self.paged, told = lay_out(variant, theme, faces, memory, lambda *_: None)
        self.problems, self.figures = ordered(dict.fromkeys((*found.problems, *told))), found.figures


def shown(paged: Paged, moorings: Moorings) -> tuple[object, ...]:
    """All that anybody sees, the places of every mark included; the keys of blocks are told in their order alone, for
    a block may keep a key that another layout would have given to another one."""
    keys: dict[str, str] = {}

    def key(found: re.Match[str]) -> str:
        return keys.setdefault(found[0], f"block{len(keys)}")

    def line(found: re.Match[str]) -> str:
        return f"line={moorings.place(Place('', int(found[1]), 1)).line}"

    drawn = re.sub(r"line=(\d+)", line, NAMED.sub(key, repr(paged.pages)))
    links = {NAMED.sub(key, name): place for name, place in paged.destinations.items()}
    return drawn, paged.outline, links


def assert_as_from_nothing(take: Take, path: Path, memory: RunCache) -> None:
    assert take.stage is not None
    assert not take.stale
    plain = Plain(path, memory)
    assert shown(take.stage.paged, take.stage.moorings) == shown(plain.paged, Moorings({}))
    assert take.problems == plain.problems
    assert take.stage.figures == plain.figures


def changed(dice: random.Random, state: tuple[str, list[str], str]) -> tuple[str, list[str], str]:
    """One edit: a block comes, goes, changes or moves; a fact or the table says something else."""
    facts, blocks, table = state
    blocks = list(blocks)
    at = dice.randrange(len(blocks))
    match dice.randrange(9):
        case 0:
            blocks.insert(at, dice.choice(BLOCKS)(dice))
        case 1 if len(blocks) > 3:
            del blocks[at]
        case 2:
            other = dice.randrange(len(blocks))
            blocks[at], blocks[other] = blocks[other], blocks[at]
        case 3:
            facts = f"{dice.randint(1000, 9999)} {facts.split()[1]}"
        case 4:
            table = f"{YEARS}2024,{dice.randint(100, 999)}\n"
        case 8:
            facts = f"{facts.split()[0]} {dice.choice(('年报', '月报'))}"
        case 5:
            blocks[at] = blocks[at].replace("。", "，改过。", 1)
        case _:
            blocks[at] = dice.choice(BLOCKS)(dice)
    return facts, blocks, table


@pytest.mark.parametrize("seed", range(6))
def test_a_take_is_what_the_first_take_of_a_new_rehearsal_would_be(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    state = ("2135 年报", [dice.choice(BLOCKS)(dice) for _ in range(30)], f"{YEARS}2024,135\n")
    memory = RunCache()
    again = Rehearsal(tmp_path / "r.yaml", Options(), memory)
    for _ in range(8):
        write(tmp_path, *state)
        assert_as_from_nothing(again.take(), tmp_path / "r.yaml", memory)
        state = changed(dice, state)


def test_a_picture_that_changed_under_its_name_is_set_again(tmp_path: Path) -> None:
    write(tmp_path, "2135 年报", ["  - 图片: {图: 图.png, 替代: 一张图}\n"], "年份,人次\n2023,120\n")
    memory = RunCache()
    again = Rehearsal(tmp_path / "r.yaml", Options(), memory)
    for height in (900, 1200):
        Image.new("L", (1800, height), 128).save(tmp_path / "图.png")
        assert_as_from_nothing(again.take(), tmp_path / "r.yaml", memory)


def test_a_table_that_was_read_once_is_read_again_when_its_file_changed(tmp_path: Path) -> None:
    again = Rehearsal(tmp_path / "r.yaml", Options(), RunCache())
    for count in (120, 120, 455):
        write(tmp_path, "2135 年报", [BLOCKS[6](random.Random(1))], f"年份,人次\n2023,{count}\n")
        stage = again.take().stage
        assert stage is not None
        assert str(count) in repr(stage.paged.pages)


def test_a_block_that_comes_or_goes_changes_no_page_but_its_own(tmp_path: Path) -> None:
    blocks = [f"  - 节: {{题: 第{i}节, 另起: 新页}}\n  - 段: {SENTENCE}\n" for i in range(6)]
    again = Rehearsal(tmp_path / "r.yaml", Options(), RunCache())
    table = f"{YEARS}2024,135\n"
    write(tmp_path, "2135 年报", blocks, table)
    again.take()
    write(tmp_path, "2135 年报", [*blocks[:3], "  - 段: 多一段。\n", *blocks[3:]], table)
    assert again.take().changed == (4,)
    write(tmp_path, "2135 年报", blocks, table)
    assert again.take().changed == (4,)


def test_every_block_of_the_manual_is_laid_out_again_as_from_nothing(tmp_path: Path) -> None:
    memory, path, blocks = RunCache(), tmp_path / "r.yaml", loaded("blocks")
    examples = list(blocks.examples())
    assert len(examples) > 20
    again = Rehearsal(path, Options(), memory)
    for example in (one for one in examples if "外来图形" not in one.text):  # which a program draws
        blocks.furnish(example, tmp_path)
        head, _, body = example.text.partition("正文:\n")
        for before in ("", "  - 段: 前面加一段。\n\n"):
            path.write_text(f"{head}正文:\n{before}{body}", "utf-8")
            assert_as_from_nothing(again.take(), path, memory)
