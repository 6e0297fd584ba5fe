"""What an earlier run left on the disk changes no byte of a later one: themes, composed pages, paragraphs."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image

from report import pipeline, resources
from report.deliver.cache import FolderCache, RunCache
from report.layout import flow, standing
from report.memory import Memory
from report.pipeline import Options
from report.problem import ReportError
from report.typeset import paragraph
from report.typeset import standing as paragraphs
from report.warm import Warm
from tests.preview.test_again import BLOCKS, DATA

HEAD = (
    """格式: 1
文档: {编号: t, 标题: 监测报告, 日期: 2026-03-08}
版面: {开本: 大度16开, 出血: 3mm, 装订: 无}
"""
    + DATA
    + """正文:
  - 节: {题: 开始, 号: 始}
"""
)
PAGES = (
    "  - 页: {{版式: 读花, 区: {{题: 第{}页, 文: 版式是主题里的页面模板，区是模板里的版位。}}}}\n",
    "  - 页: {{版式: 展望, 区: {{右列: 与党同心, 左列: 与城同行, 题: 下一步{}, 文: 把工作重心放到基层。}}}}\n",
)


def page(dice: random.Random) -> str:
    return dice.choice(PAGES).format(dice.randint(1, 9))


def write(folder: Path, blocks: list[str], village: int = 2135) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "甲.csv").write_text("年份,人次\n2021,98\n2022,104\n2023,120\n", "utf-8")
    path = folder / "r.yaml"
    path.write_text(HEAD.replace("2135", str(village)) + "".join(blocks), "utf-8")
    return path


class Told(NamedTuple):
    """All that a build says."""

    files: list[bytes]
    rest: tuple[object, ...]


def built(path: Path, cache: Memory, warm: Warm | None = None) -> Told:
    try:
        made = pipeline.build(path, Options(ledger=True), cache, lambda *_: None, warm)
    except ReportError as error:
        return Told([], error.problems)
    rest = (made.problems, made.fonts, made.figures, made.inputs, made.kept, made.ledger)
    return Told([file.data for file in made.files], rest)


@pytest.mark.parametrize("seed", range(4))
def test_what_stands_changes_nothing(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    kinds = (*BLOCKS, page, page, page)
    blocks = [page(dice), *(dice.choice(kinds)(dice) for _ in range(16))]
    village = 2135
    for _ in range(5):
        path = write(tmp_path / "r", blocks, village)
        cache = FolderCache(tmp_path / "cache")  # a new run
        assert built(path, cache) == built(path, RunCache())
        at = dice.randrange(len(blocks))
        match dice.randrange(4):
            case 0:
                blocks.insert(at, dice.choice(kinds)(dice))
            case 1:
                village = dice.randint(1000, 9999)
            case 2:
                del blocks[at]
            case _:
                blocks[at] = dice.choice(kinds)(dice)


class Counted:
    """How many paragraphs were set and pages composed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.set = self.composed = 0
        setting, composing = paragraph.paragraph, flow.compose

        def set_now(*given: object) -> object:
            self.set += 1
            return setting(*given)  # type: ignore[arg-type]

        def compose_now(*given: object) -> object:
            self.composed += given[1].page.template in ("读花", "展望")  # type: ignore[attr-defined]
            return composing(*given)  # type: ignore[arg-type]

        monkeypatch.setattr(paragraph, "paragraph", set_now)
        monkeypatch.setattr(flow, "compose", compose_now)

    def taken(self) -> tuple[int, int]:
        found = self.set, self.composed
        self.set = self.composed = 0
        return found


BODY = [PAGES[0].format(1), PAGES[1].format(2), *(f"  - 段: 第{i}段。各县区把阵地建到妇女身边。\n" for i in range(8))]


def test_only_what_is_new_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted(monkeypatch)
    path = write(tmp_path / "r", BODY)
    built(path, FolderCache(tmp_path / "cache"))
    first = counted.taken()
    assert first[0] > 10
    assert first[1] == 2
    built(path, FolderCache(tmp_path / "cache"))
    assert counted.taken() == (0, 0)
    path = write(tmp_path / "r", [*BODY[:-1], BODY[-1].replace("第7段", "这一段")])
    built(path, FolderCache(tmp_path / "cache"))
    assert counted.taken() == (1, 0)
    path = write(tmp_path / "r", [BODY[0].replace("第1页", "第9页"), *BODY[1:]])
    built(path, FolderCache(tmp_path / "cache"))
    assert counted.taken()[1] == 1


def test_a_series_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted(monkeypatch)
    path, warm = write(tmp_path / "r", BODY), Warm(series=True)
    one = built(path, FolderCache(tmp_path / "cache"), warm)
    first = counted.taken()
    assert built(path, FolderCache(tmp_path / "cache"), warm) == one
    assert counted.taken() == first


def test_a_long_report_is_kept_from_its_second_run_on_and_in_bundles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paragraphs, "FEW", 5)
    monkeypatch.setattr(paragraphs, "BUNDLES", 3)
    counted = Counted(monkeypatch)
    blocks = list(BODY)
    sets = []
    for run in range(8):
        blocks[3] = f"  - 段: 第{run}次改。\n" if run > 2 else blocks[3]
        path = write(tmp_path / "r", blocks)
        assert built(path, FolderCache(tmp_path / "cache")).files
        sets.append(counted.taken()[0])
    assert sets[0] > 5
    assert sets[2:] == [0, 1, 1, 1, 1, 1]
    assert 0 < sets[1] <= sets[0]


def test_where_somebody_watches_a_long_report_is_kept_at_once_and_after_the_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paragraphs, "FEW", 5)
    counted = Counted(monkeypatch)
    path, warm = write(tmp_path / "r", BODY), Warm(watched=True)
    with warm.settled():
        one = built(path, FolderCache(tmp_path / "cache"), warm)
        before = set((tmp_path / "cache").rglob("*"))
        assert counted.taken()[0] > 5
    assert set((tmp_path / "cache").rglob("*")) > before
    assert built(path, FolderCache(tmp_path / "cache")) == one
    assert counted.taken() == (0, 0)


def test_damaged_entries_are_the_same_as_none(tmp_path: Path) -> None:
    path = write(tmp_path / "r", BODY)
    one = built(path, FolderCache(tmp_path / "cache"))
    for at in (None, 40, -3):
        for entry in (tmp_path / "cache").rglob("*"):
            if entry.is_file():
                data = bytearray(entry.read_bytes())
                if at is None or abs(at) >= len(data):
                    data = bytearray(b"torn")
                else:
                    data[at] ^= 0xFF
                entry.write_bytes(data)
        assert built(path, FolderCache(tmp_path / "cache")) == one


def test_another_picture_of_the_same_name_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "SETTLED", 0)
    counted = Counted(monkeypatch)
    photo = tmp_path / "r" / "图.png"
    photo.parent.mkdir()
    path = write(tmp_path / "r", ["  - 图片: {图: 图.png, 替代: 图, 跨页: true}\n", *BODY])
    seen = []
    for size in ((1800, 1200), (1200, 1800)):
        Image.new("RGB", size, (200, 60, 40)).save(photo)
        os.utime(photo, (1_700_000_000, 1_700_000_000))
        told = built(path, FolderCache(tmp_path / "cache"))
        assert told == built(path, RunCache())
        counted.taken()
        assert told == built(path, FolderCache(tmp_path / "cache"))
        assert counted.taken() == (0, 0)
        seen.append(told)
    assert seen[0] != seen[1]


def test_a_theme_of_the_report_is_read_again_when_a_file_of_it_comes_or_changes(tmp_path: Path) -> None:
    path = write(tmp_path / "r", BODY)
    path.write_text(path.read_text("utf-8").replace("日期: 2026", "主题: 自家, 日期: 2026"), "utf-8")
    own = tmp_path / "r" / "自家"
    own.mkdir()
    main = own / "theme.yaml"
    seen = []

    def taken() -> None:
        told = built(path, FolderCache(tmp_path / "cache"))
        assert told == built(path, RunCache())
        assert told.files
        seen.append(told.files)

    main.write_text("name: 自家\ninherits: brochure\n", "utf-8")
    taken()
    shutil.copytree(resources.themes() / "brochure", tmp_path / "r" / "brochure")  # now above comes from beside it
    beside = tmp_path / "r" / "brochure" / "theme.yaml"
    beside.write_text(beside.read_text("utf-8").replace("name: ", "name: 又", 1), "utf-8")
    taken()
    main.write_text("name: 自家\ninherits: brochure\ncolours: {crimson: [0, 90, 80, 40]}\n", "utf-8")
    taken()
    assert seen[1] != seen[2]
