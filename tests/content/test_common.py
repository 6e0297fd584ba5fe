"""Keys that any block may have, also those that are written as lists."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from report.content.model import Cards, Steps, Timeline, Wall
from report.content.read import read_report

HEAD = """格式: 1
文档: {编号: t, 标题: 测, 日期: 2026-01-02}
事实: {村: {值: 2135, 单位: 个}}
正文:
"""
LISTED = [
    ("数卡", "{事实: 村, 名: 村}", Cards),
    ("数墙", "{事实: 村, 名: 村}", Wall),
    ("步骤", "{题: 排查, 文: 入户。}", Steps),
    ("时间线", "{时: 2021-06, 事: 上岗}", Timeline),
]


def only_block(folder: Path, body: str) -> Any:
    path = folder / "r.yaml"
    path.write_text(HEAD + body, encoding="utf-8")
    (block,) = read_report(path)[0].body
    return block


@pytest.mark.parametrize(("name", "item", "kind"), LISTED)
def test_a_list_stands_for_the_map_that_may_say_more(tmp_path: Path, name: str, item: str, kind: type) -> None:
    short = only_block(tmp_path, f"  - {name}: [{item}]\n")
    long = only_block(tmp_path, f"  - {name}: {{项: [{item}], 号: 甲, 除: [印厂], 不拆: true, 另起: 右页}}\n")
    assert isinstance(short, kind)
    assert isinstance(long, kind)
    assert (short.common.anchor, long.common.anchor) == ("", "甲")
    assert (long.common.unsplit, long.common.excepted, long.common.start) == (True, ("press",), "recto")
