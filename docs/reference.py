"""Writes the tables of format.md from the key tables of the package, so that they cannot be stale. Run: make docs"""

from __future__ import annotations

from pathlib import Path

from report.content.keys import BLOCKS, SHAPES, SIZES, WORDS, BlockKey, Key

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
    parts = ["### 内容块 Blocks\n", _rows([(f"`{k.zh}`", f"`{k.name}`", _body(k)) for k in BLOCKS])]
    for name, keys in SHAPES.items():
        if keys:
            parts += [f"### {name}\n", _rows([_row(key) for key in keys])]
    for name, words in WORDS.items():
        parts += [f"### 词 words: {name}\n", _rows([(f"`{zh}`", f"`{en}`", "") for zh, en in words.items()])]
    sizes = [(f"`{name}`", f"{width} × {height} mm", "") for name, (width, height) in SIZES.items()]
    return "\n".join([*parts, "### 开本 sizes\n", _rows(sizes)])


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


def _row(key: Key) -> tuple[str, str, str]:
    kind = f"词 word: {key.kind[5:]}" if key.kind.startswith("word:") else KINDS[key.kind]
    return f"`{key.zh}`", f"`{key.name}`", kind + ("，必填 required" if key.required else "")


def _rows(rows: list[tuple[str, str, str]]) -> str:
    lines = ["| 中文 | English | 值 value |", "|---|---|---|", *(f"| {a} | {b} | {c} |" for a, b, c in rows)]
    return "\n".join(lines) + "\n"


def renewed(page: str) -> str:
    """The page with its tables written anew."""
    before, _, rest = page.partition(START)
    return before + START + "\n" + tables() + "\n" + END + rest.partition(END)[2]


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
