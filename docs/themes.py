"""Writes the tables of themes.md from the format that comes with the package, so that they cannot be stale."""

from __future__ import annotations

from pathlib import Path

from report.content.themecheck.vocabulary import ANY_LOOK, Vocabulary, vocabulary

PAGE = Path(__file__).with_name("themes.md")
START, END = "<!-- tables: docs/themes.py -->\n", "<!-- end of tables -->\n"
HEADINGS = {
    "theme": "theme.yaml",
    "stroke": "样子里的各部分 · Parts of looks",
    "looks": "内容块的样子 · Looks of blocks",
    "drawn": "图的样子 · Looks of charts (charts.yaml)",
    "template": "页的版式 · Page templates (pages.yaml)",
}
"""The map that each part of the tables begins with."""
KINDS = {
    "text": "文字 text",
    "texts": "文字的列表 list of texts",
    "number": "数 number",
    "flag": "true / false",
    "mm": "长度 mm",
    "mms": "长度的列表 list of mm",
    "pt": "磅 pt",
    "pts": "磅的列表 list of pt",
    "style": "样式名 style",
    "colour": "颜色名 colour",
    "colours": "颜色名的列表 list of colours",
    "template": "版式名 template",
    "grounds": "openers 里的名字 names of openers",
    "any": "见说明 as described",
    "own": "同一组键 the same keys",
    "variants": "块名 → 样子名 → 样子 looks by block and name",
    "elements": "列表 list of `kind: {…}`",
}
"""Kinds of values as the page says them."""


def tables() -> str:
    """Every map of the format as a table."""
    words = vocabulary()
    parts: list[str] = []
    for name in words.own:
        if name in HEADINGS:
            parts.append(f"## {HEADINGS[name]}\n")
        parts += [f"### `{name}`\n", *_taken_over(words, name)]
        if words.own[name]:
            rows = [f"| `{key}` | {kind(row.kind)} | {row.zh} | {row.en} |" for key, row in words.own[name].items()]
            parts += ["\n".join(["| 键 key | 值 value | 说明 | description |", "|---|---|---|---|", *rows]), ""]
    return "\n".join(parts)


def _taken_over(words: Vocabulary, name: str) -> list[str]:
    names = words.included.get(name, ())
    said = "、".join("各种块和图的全部键 all keys of looks" if n == ANY_LOOK else f"`{n}`" for n in names)
    return [f"另有 and those of {said}\n"] if said else []


def kind(name: str) -> str:
    """A kind of value in words."""
    form, _, of = name.partition(" ")
    if of:
        said = {"map": "一组键", "rows": "名字 → 一组键 names, each", "list": "列表，每项 list of"}[form]
        return f"{said} `{of}`"
    return KINDS[name]


def renewed(page: str) -> str:
    """The page with its tables written anew."""
    before, _, rest = page.partition(START)
    return before + START + "\n" + tables() + "\n" + END + rest.partition(END)[2]


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
