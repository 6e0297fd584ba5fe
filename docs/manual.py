"""The manual as a report of ours: the pages of docs, by their Markdown, into chapters of one PDF.

Run: make manual, or `python docs/manual.py FOLDER`.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

import report

DOCS = Path(__file__).parent
PAGES = (
    *(
        "install",
        "tutorial",
        "format",
        "blocks",
        "designing",
        "themes",
        "typography",
        "preview",
        "cli",
        "print",
        "binding",
    ),
    *("print-shop", "batch", "editions", "schedule", "million", "api", "architecture", "benchmarks"),
)
"""The chapters in order; messages are left to `banxin explain`, which has them at hand."""
MARKS = re.compile(r"[*^{}\[\]$|〔〕\\\"]")
"""Signs that the markup of a report gives a meaning: what has one is a variable, which is plain text."""
LEVELS = {2: "节", 3: "小节"}
Block = dict[str, Any]


VARIABLES: dict[str, str] = {}


def body() -> Iterator[Block]:
    """The report's blocks: the contents, and a chapter for each page."""
    yield {"封面": {"标语": "一份 YAML、几张表，到可以付印的 PDF"}}
    yield {"目录": {"层级": 1}}
    parse = MarkdownIt("commonmark").enable("table")
    for name in PAGES:
        text = re.sub(r"<!--.*?-->\n?", "", (DOCS / f"{name}.md").read_text(encoding="utf-8"), flags=re.DOTALL)
        tree = SyntaxTreeNode(parse.parse(text))
        yield from _blocks(tree.children)


def _blocks(nodes: Sequence[SyntaxTreeNode]) -> Iterator[Block]:
    for node in nodes:
        match node.type:
            case "heading":
                level = int(node.tag[1])
                yield {"章": _title(node)} if level == 1 else {LEVELS.get(level, "小节"): _title(node)}
            case "paragraph":
                yield from _paragraph(node)
            case "fence" | "code_block":
                yield {"代码": node.content.rstrip("\n")}
            case "bullet_list" | "ordered_list":
                yield {"要点": [_words(item) for item in node.children]}
            case "table":
                yield from _table(node)
            case "blockquote":
                yield from _blocks(node.children)


def _paragraph(node: SyntaxTreeNode) -> Iterator[Block]:
    """A picture that stands alone, or text: Chinese and English in paragraphs of their own."""
    inline = node.children[0]
    if len(inline.children) == 1 and inline.children[0].type == "image":
        image = inline.children[0]
        yield {"图片": {"图": str(image.attrs["src"]), "替代": image.content or "图"}}
        return
    for part in re.split(r"(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef：])\n(?=[A-Za-z`*])", _inline(inline)):
        if text := _flat(part):
            yield {"段": text}


def _table(node: SyntaxTreeNode) -> Iterator[Block]:
    """Rows as points: what a table of the manual says is read row by row, and its columns are of every width."""
    head, *rest = node.children
    names = [_words(cell) for cell in head.children[0].children]
    rows = [[_words(cell) for cell in row.children] for row in (rest[0].children if rest else ())]
    said = []
    for row in rows:
        first, *others = row
        more = [
            f"{name}：{cell}" if name and len(names) > 2 else cell
            for name, cell in zip(names[1:], others, strict=False)
            if cell
        ]
        said.append("　".join([first, *more]).strip("　"))
    if said:
        yield {"要点": [one for one in said if one]}


def _title(node: SyntaxTreeNode) -> str:
    return _flat(_inline(node.children[0])).replace("**", "")


def _words(node: SyntaxTreeNode) -> str:
    """All text of a node on one line; code among it keeps a line's end as a sign."""
    parts = []
    for child in node.walk(include_self=False):
        if child.type == "inline":
            parts.append(_inline(child))
        elif child.type in ("fence", "code_block"):
            parts.append(_escaped(" ↵ ".join(child.content.strip().splitlines())))
    return _flat(" ".join(parts))


def _inline(node: SyntaxTreeNode) -> str:
    found = []
    for child in node.children:
        match child.type:
            case "text" | "code_inline":
                found.append(_escaped(child.content))
            case "softbreak" | "hardbreak":
                found.append("\n")
            case "strong":
                found.append(f"**{_inline(child)}**" if _inline(child).strip() else "")
            case "image":
                found.append(_escaped(child.content))
            case _:
                found.append(_inline(child) if child.children else _escaped(child.content))
    return "".join(found)


def _escaped(text: str) -> str:
    """Text as markup that prints it."""
    if not MARKS.search(text):
        return text
    text = text.replace("{页}", "{\u200b页}").replace("{page}", "{\u200bpage}")  # what only a link knows
    name = VARIABLES.setdefault(text, f"文{len(VARIABLES)}")
    return f"{{{{ {name} }}}}"


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def source(version: str) -> Block:
    """The report."""
    about = {
        "编号": "manual",
        "标题": "版心手册",
        "副题": f"Banxin {version}",
        "日期": "2026-03-08",
        "主题": "bulletin",
    }
    blocks = list(body())
    return {
        "格式": 1,
        "变量": {name: text for text, name in VARIABLES.items()},
        "文档": about,
        "核对": {"数字": "关"},
        "正文": blocks,
        "输出": {"网阅": {}},
    }


def made() -> report.Result:
    """The manual, built."""
    with tempfile.TemporaryDirectory() as name:
        for folder in ("blocks", "benchmarks"):
            shutil.copytree(DOCS / folder, Path(name) / folder)
        for picture in DOCS.glob("*.png"):
            shutil.copy(picture, name)
        return report.build(source(report.__version__), folder=name)


if __name__ == "__main__":
    done = made()
    for problem in done.problems:
        sys.stderr.write(f"{problem.severity} {problem.code} {problem.message} {problem.file} {problem.page}\n")
    if not done.ok:
        sys.exit(1)
    for path in done.write(sys.argv[1] if len(sys.argv) > 1 else "out/manual"):
        sys.stdout.write(f"{path}\n")
