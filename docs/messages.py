"""The page of messages: every code with what it says, what to do, what it means, and an example.

It is made from the tables of words whenever the manual is (docs/site.py), and kept nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from report.messages import PARTS, part
from report.messages.explain import EXPLAINED
from report.messages.row import Message

HEAD = """\
# 提示 · Messages

每条提示说什么、怎么办、为什么要紧，错的和对的写法；`…` 处填当时的名字和数。命令行里看一条：`banxin explain 代码`。
Every message by its code: what it says, what to write, why it matters, wrong and right; `…` stands for names and
figures. On the command line: `banxin explain CODE`.
"""
TITLES: Mapping[str, str] = {
    "binding": "页数和装订 · Pages and binding",
    "charts": "图表 · Charts",
    "command": "命令 · Commands",
    "content": "稿子 · The report",
    "figures": "数字 · Figures",
    "fonts": "字体 · Fonts",
    "layout": "排版 · Layout",
    "notes": "注 · Notes",
    "official": "公文 · Official documents",
    "pdf": "文件 · The file",
    "pictures": "图片 · Pictures",
    "tables": "数据和表格 · Data and tables",
    "rewrite": "改写 · Rewriting",
    "themes": "主题 · Themes",
    "typeset": "字 · Type",
    "prepress": "预检：印刷 · Preflight for print",
    "presswork": "预检：印版 · Preflight of plates",
    "archiving": "预检：存档和无障碍 · Preflight for archives and readers",
    "selfcheck": "出文件时的检查 · Checks of what is written",
    "jobs": "任务 · Jobs",
    "batch": "批量 · Batches",
    "watch": "运行记录 · Records of runs",
    "changes": "对照 · Comparing",
    "since": "校样对照 · Proofs since an edition",
    "schedule": "定时 · Schedules",
    "imposing": "拼版 · Imposition",
    "packaging": "打包 · Packages",
    "starting": "新建 · New reports",
    "typefaces": "字体目录 · Font catalogues",
    "values": "Python 接口 · The Python API",
    "preview": "预览 · Preview",
}


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(_part(name) for name in PARTS)])


def _part(name: str) -> str:
    entries = (_entry(code, row) for code, row in sorted(part(name).items()))
    return "\n".join([f"## {TITLES[name]}\n", *entries])


def _entry(code: str, row: Message) -> str:
    return "\n".join([f"### `{code}`\n", *_lines(code, row), ""])


def _lines(code: str, row: Message) -> Iterator[str]:
    for said, hint in ((row.zh, row.zh_hint), (row.en, row.en_hint)):
        yield "  \n".join(f"{_plain(text)}" for text in (said, hint) if text)
        yield ""
    found = EXPLAINED.get(code)
    if found is None:
        return
    yield f"{_escaped(found.zh)}  \n{_escaped(found.en)}"
    yield ""
    for label, text in (("会报错 wrong", found.before), ("改成 right", found.after)):
        if text:
            yield f"{label}：\n\n```text\n{text}\n```"


def _plain(text: str) -> str:
    """A row without its blanks, as far as it is always said."""
    kept = re.sub(r"\[\[(.*?)\]\]", lambda found: found[1], text)
    return _escaped(re.sub(r"\{\w+\}", "…", kept))


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|~#$])", r"\\\1", text)
