"""The first file of a new theme: what people change first, with the values that its parent has, and what they mean."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from report.content.source import Fields, Items, Scalar
from report.content.spec import Spec
from report.content.theme import Theme, read_theme
from report.resources import themes

HEAD = """\
# 主题 {name}：只写要改的，没有写的都照 {parent}（inherits）。写法见 docs/themes.md。
# 报告里写 文档: {{主题: {name}}}，这个文件夹放在报告旁边。改完查一遍：banxin theme check {name}
# 长度不写单位是毫米，字号和线的粗细不写单位是磅，油墨是百分数。
format: 1
name: {quoted}
title: {{zh: {quoted}, en: {quoted}}}
inherits: {inherited}
"""
COLOURS = """
# 颜色：名字: [青, 品, 黄, 黑]。改一处，用到它的地方全改。总墨量不要超过 300%。
# 同色的深浅（如 crimson-40）是另外的名字，改了主色要一起改；全部名字见 {parent} 的 colours。
# 要加颜色，写一个新名字就行。
colours:
"""
WORDS = """
# 作者叫的颜色名：报告里写“底: 绛”，就是这里的绛。
words:
"""
STYLES = """
# 文字样式：face 是字体（song 宋、hei 黑、kai 楷、fang 仿宋），weight 是字重，要字体目录里有，不合成；
# size 字号，leading 行距，colour 颜色，align 对齐。只写要改的键，其余照 {parent}。
styles:
"""
MORE = """
# 还能改的，写法照 {parent} 的 theme.yaml：
# tiles 数墙的底色 · openers 章首的底色 · blocks 和 flow.blocks 各种内容块和图的样子
# variants 作者用“样式”选的样子 · numbering 节的编号 · labels 主题加的字 · pages.yaml 页的版式
# 例：节的编号改成 1、1.1：
# numbering: {{section: "{{n}}", subsection: "{{n}}"}}
"""
SHOWN = ("text", "section", "subsection", "quote", "callout")
"""Blocks whose styles a new theme shows."""
MOST = 8
"""Colours that are shown where authors have no words for them."""


def starter(name: str, parent: str, home: Path) -> str:
    """theme.yaml of a theme that stands in the folder `home`; raises ContentError when there is no such parent."""
    beside = home / parent
    theme = read_theme(beside if (beside / "theme.yaml").is_file() else themes() / parent)
    said = {"name": name, "quoted": quoted(name), "parent": parent, "inherited": quoted(parent)}
    parts = [HEAD.format(**said)]
    if theme.palette.colours:
        parts += [COLOURS.format(**said), *_colours(theme)]
    if theme.palette.words:
        parts += [WORDS, *(f"  {quoted(word)}: {token}\n" for word, token in theme.palette.words.items())]
    styles = tuple(_styles(theme))
    if styles:
        parts += [STYLES.format(**said), *styles]
    return "".join([*parts, MORE.format(**said)])


def quoted(name: str) -> str:
    """A name as YAML reads it back as text."""
    return (
        name
        if name.isalpha() and name.lower() not in ("true", "false", "null")
        else json.dumps(name, ensure_ascii=False)
    )


def _colours(theme: Theme) -> Iterator[str]:
    """The colours that authors have words for, or the first ones."""
    tokens = dict.fromkeys(theme.palette.words.values()) or list(theme.palette.colours)[:MOST]
    called: Mapping[str, str] = {token: word for word, token in theme.palette.words.items()}
    table = theme.root.node("colours")
    for token in tokens:
        node = table.get(token) if isinstance(table, Fields) else None
        if isinstance(node, Items):
            inks = ", ".join(item.text for item in node.items if isinstance(item, Scalar))
            yield f"  {token}: [{inks}]" + (f"    # {called[token]}" if token in called else "") + "\n"


def _styles(theme: Theme) -> Iterator[str]:
    """The styles of the commonest blocks, with the sizes that they have."""
    names = dict.fromkeys(style for block in SHOWN for style in _styles_of(theme, block))
    for name in names:
        style = theme.styles[name]
        yield f"  {name}: {{face: {style.face}, weight: {style.weight}, size: {style.size:g}}}\n"


def _styles_of(theme: Theme, block: str) -> Iterator[str]:
    """The style of a block in running text, or elsewhere."""
    flow = theme.root.sub("flow") if isinstance(theme.root.node("flow"), Fields) else None
    running = flow.sub("blocks") if flow is not None and isinstance(flow.node("blocks"), Fields) else None
    looks: list[Spec] = [running.sub(block)] if running is not None and running.has(block) else []
    if isinstance(theme.root.node("blocks"), Fields):
        looks.append(theme.block(block))
    name = next((look.text("style") for look in looks if look.has("style")), "")
    if name in theme.styles:
        yield name
