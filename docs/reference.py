"""Writes the tables of format.md from the key tables of the package, so that they cannot be stale. Run: make docs"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from report.content.keys import BLOCKS, SHAPES, SIZES, WORDS, BlockKey, Key
from report.content.schema import described

PAGE = Path(__file__).with_name("format.md")
START, END = "<!-- tables: docs/reference.py -->\n", "<!-- end of tables -->\n"

KINDS = {
    "text": "文字 text",
    "line": "一段文字 one paragraph",
    "prose": "文字，空行分段 paragraphs",
    "number": "数 number",
    "flag": "true / false",
    "list": "列表 list",
    "blocks": "内容块列表 list of blocks",
    "map": "一组键值 map",
    "any": "见下 see below",
}


def tables() -> str:
    """All key tables and word tables as Markdown."""
    blocks = [(f"`{k.zh}`", f"`{k.name}`", _body(k), _said(described.BLOCKS.get(k.name))) for k in BLOCKS]
    parts = ["### 内容块 Blocks\n", _rows(KEYS, blocks)]
    for name, keys in SHAPES.items():
        if keys:
            parts += [f"### {_title(name)} {name}\n", _rows(KEYS, [_row(name, key) for key in keys])]
    for name, words in WORDS.items():
        pairs = [(f"`{zh}`", f"`{en}`") for zh, en in words.items()]
        parts += [f"### 词 words: {name}\n", _rows(("中文", "English"), pairs)]
    sizes = [(f"`{name}`", f"{width} × {height} mm") for name, (width, height) in SIZES.items()]
    return "\n".join([*parts, "### 开本 sizes\n", _rows(("名 name", "大小 size"), sizes)])


TITLES = {
    "report": "整份报告",
    "document": "文档",
    "sheet": "版面",
    "printing": "印刷",
    "size": "自定的开本",
    "data": "数据里的一个表",
    "fact-table": "事实表",
    "check": "核对",
    "wording": "用语的一条",
    "fact": "一个事实",
    "card": "一张数卡",
    "series": "图表的一项",
    "axis": "图表的横和纵",
    "column": "表格的一列",
    "event": "一件大事",
    "honour": "一项荣誉",
    "step": "一步",
    "node": "年轮的节点",
    "span": "年轮的弧段",
    "delivery": "一种输出",
}
"""What a map is that is no block."""


def _title(shape: str) -> str:
    """The blocks that such a map says, or what it is inside one."""
    return "、".join(block.zh for block in BLOCKS if block.shape == shape) or TITLES[shape]


KEYS = ("中文", "English", "值 value", "说明 what it is for")
"""Heads of a table of keys."""
SHORT = {
    "": "map",
    "text": "文字或 map",
    "list": "列表 list",
    "items": "列表或 map",
    "rows": "任意键值 any keys",
    "columns": "列表或 map",
    "path": "路径 path",
}


def _body(block: BlockKey) -> str:
    """What the body of a block is: its short form, and the shape of its map."""
    return SHORT[block.short] + (f" `{block.shape}`" if block.shape else "")


def _row(shape: str, key: Key) -> tuple[str, ...]:
    kind = f"词 word: {key.kind[5:]}" if key.kind.startswith("word:") else KINDS[key.kind]
    value = kind + ("，必填 required" if key.required else "")
    return f"`{key.zh}`", f"`{key.name}`", value, _said(described.described(shape, key.name))


def _said(said: described.Said | None) -> str:
    """What editors show beside a key, in both languages."""
    text = f"{said.zh} {said.en}" if said else ""
    return re.sub(r"([\\*_\[\]<>|])", r"\\\1", text)


def _rows(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head, *rest = (f"| {' | '.join(cells)} |\n" for cells in (heads, *rows))
    return head + "|" + "---|" * len(heads) + "\n" + "".join(rest)


def renewed(page: str) -> str:
    """The page with its tables written anew."""
    before, _, rest = page.partition(START)
    return before + START + "\n" + tables() + "\n" + END + rest.partition(END)[2]


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
