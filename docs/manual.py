"""The manual as a report of ours: the pages of docs, by their Markdown, into the chapters of one PDF.

Run: make manual, or `python docs/manual.py FOLDER`.
"""

from __future__ import annotations

import csv
import importlib.util
import io
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

import report

DOCS = Path(__file__).parent
THEME = "handbook"


class Chapter(NamedTuple):
    """A chapter of the book: its title and its pages."""

    title: str
    pages: tuple[str, ...]


CHAPTERS = (
    Chapter("开始 · Start", ("install", "tutorial")),
    Chapter("写 · Writing", ("format", "blocks", "designing", "themes", "typography")),
    Chapter("看 · Looking", ("preview", "cli")),
    Chapter("印 · Printing", ("print", "binding", "print-shop")),
    Chapter("每个月 · Every month", ("batch", "editions", "schedule", "million")),
    Chapter("给工程师 · For engineers", ("api", "architecture", "benchmarks")),
)
PAGES = tuple(chain.from_iterable(chapter.pages for chapter in CHAPTERS))
PREFACE = """\
这本手册由版心自己排成：网站上的各页编成一本书。提示有六百多条，不在书里；`banxin explain 代码` 说明其中任何一条。

This book was set by Banxin from the pages of its site. The messages, some six hundred, are not in it: \
`banxin explain CODE` tells what one of them means.
"""
SAID = re.compile(r"[*^{}\[\]$|〔〕\\\"\ue000\ue001]")
"""Signs that the markup of a report gives a meaning: what has one is a variable, which is plain text."""
HAN = "\u3000-\u303f\u3400-\u9fff\uff00-\uffef"
LETTERS = "\u3400-\u9fff"
FEW = 0.08
"""Share of Han letters below which a text is English that speaks of Chinese."""
APART = re.compile(
    rf"(?<=[。！？；：）])\s*(?=[^{HAN}]{{24,}}|[^{HAN}]{{6,}}\Z)|(?<=[{HAN}])\n(?=[A-Za-z\ue000])"
    rf"|(?:(?<=[.:;!?])|(?<=[.:;!?]\*\*))\s+(?=[{HAN}])"
)
"""Where Chinese ends and English begins or the other way round: sentences of two languages do not share a line."""
CODED = re.compile("\ue000(\\d+)\ue001")
KINDS = "值 value"
"""Head of the column of kinds of values, which has a few long ones: what a key is for takes the room."""
GROUP = "g"
"""The column whose values are the groups of a table."""
Block = dict[str, Any]


class Table(NamedTuple):
    """A table of the report: its name, its columns, its CSV."""

    name: str
    columns: tuple[str, ...]
    text: str


class Book:
    """What the blocks refer to: titles of the pages by their names, texts as variables, tables as files."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self.titles = titles
        self.texts: dict[str, str] = {}
        self.tables: list[Table] = []

    def escaped(self, text: str) -> str:
        """Text as markup that prints it."""
        if not SAID.search(text):
            return text
        text = text.replace("{页}", "{\u200b页}").replace("{page}", "{\u200bpage}")  # what only a link knows
        return f"{{{{ {self.texts.setdefault(text, f'文{len(self.texts)}')} }}}}"

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
        """A table as a file of the report; its name in the data."""
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows([columns, *rows])
        self.tables.append(Table(f"表{len(self.tables) + 1}", tuple(columns), out.getvalue()))
        return self.tables[-1].name


class Words:
    """Text of a Markdown node: code is held apart, so that languages are told by what is said."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.codes: list[str] = []

    def paragraphs(self, node: SyntaxTreeNode) -> list[tuple[str, bool]]:
        """The node's text as markup, Chinese and English apart; whether each is English."""
        text = self.text(node)
        if len(re.findall(f"[{LETTERS}]", text)) < FEW * len(text):
            return [(self.marked(text.strip()), True)]
        paired = _paired([part.strip() for part in APART.split(text) if part.strip()])
        return [(self.marked(part), not re.search(f"[{HAN}]", part)) for part in paired]

    def text(self, node: SyntaxTreeNode) -> str:
        return re.sub(r"[ \t]+", " ", "".join(self._inline(child) for child in node.children))

    def marked(self, text: str) -> str:
        """The text with its code in place."""
        text = re.sub(r"\s+", " ", text)
        return CODED.sub(lambda found: self._code(self.codes[int(found[1])]), text)

    def _code(self, text: str) -> str:
        return f"[{self.book.escaped(text)}]{{代码}}"

    def _inline(self, node: SyntaxTreeNode) -> str:
        match node.type:
            case "text":
                return self.book.escaped(self._named(node.content))
            case "code_inline":
                self.codes.append(node.content)
                return f"\ue000{len(self.codes) - 1}\ue001"
            case "softbreak" | "hardbreak":
                return "\n"
            case "strong":
                inner = self.text(node)
                return f"**{inner}**" if inner.strip() else ""
            case "link":
                return self._link(str(node.attrs["href"]), self.text(node))
        return self.text(node) if node.children else self.book.escaped(node.content)

    def _link(self, target: str, text: str) -> str:
        name = target.partition("#")[0].removesuffix(".md")
        if name in self.book.titles:
            said = f"《{self.book.titles[name]}》" if text.endswith(".md") else text
            return f"[{said}（第{{页}}页）](#节-{name})"
        return f"[{text}]({target})" if target.startswith("http") else text

    def _title(self, found: re.Match[str]) -> str:
        return f"《{self.book.titles[found[1]]}》" if found[1] in self.book.titles else found[0]

    def _named(self, text: str) -> str:
        """Text that names a page of docs, which is a section here."""
        return re.sub(r"\b([a-z-]+)\.md\b", self._title, text)


def _paired(parts: Sequence[str]) -> Iterator[str]:
    """Texts with strong words that go on over a border closed before it and opened after it."""
    strong = ""
    for part in parts:
        whole = part.removeprefix(strong).strip() if strong and part.startswith(strong) else strong + part
        strong = "**" if whole.count("**") % 2 else ""
        if whole:
            yield whole + strong


def body(book: Book) -> Iterator[Block]:
    """The report's blocks: contents, preface, and a chapter for each group of pages."""
    yield {"封面": {"标语": "一份 YAML、几张表，到可以付印的 PDF"}}
    yield {"目录": {"层级": 2}}
    for node in _parsed(PREFACE):
        yield from _paragraph(node, book)
    for chapter in CHAPTERS:
        named = "\\\\".join(book.titles[name] for name in chapter.pages)
        yield {"章": {"题": chapter.title, "眉题": named}}
        for name in chapter.pages:
            head, *rest = _parsed(re.sub(r"<!--.*?-->\n?", "", _read(name), flags=re.DOTALL))
            yield {"节": {"题": _heading(head, book), "号": name}}
            yield from _blocks(rest, book)


def _read(name: str) -> str:
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


def _parsed(text: str) -> Sequence[SyntaxTreeNode]:
    return SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(text)).children


class Keyed(NamedTuple):
    """A table with the heading of the third level, and the line, that stand above it."""

    name: str
    table: SyntaxTreeNode

    @property
    def heads(self) -> list[str]:
        return _cells(self.table.children[0].children[0])


def _blocks(nodes: Sequence[SyntaxTreeNode], book: Book) -> Iterator[Block]:
    """Nodes as blocks; tables with headings of their own that are of one form are the groups of one table."""
    for heads, group in groupby(_keyed(nodes), lambda one: one.heads if isinstance(one, Keyed) else None):
        if heads is not None:
            yield _table([one for one in group if isinstance(one, Keyed)], book)
            continue
        for node in group:
            assert isinstance(node, SyntaxTreeNode)
            yield from _block(node, book)


def _keyed(nodes: Sequence[SyntaxTreeNode]) -> Iterator[SyntaxTreeNode | Keyed]:
    """Nodes, with each heading and the table that it leads to made one."""
    rest = list(nodes)
    while rest:
        node = rest.pop(0)
        found = [one.type for one in rest[:2]]
        if node.tag != "h3" or "table" not in found or found[0] not in ("table", "paragraph"):
            yield node
            continue
        above = [node, *rest[: found.index("table")]]
        yield Keyed("　".join(map(_plain, above)), rest[len(above) - 1])
        del rest[: len(above)]


SHORT = 14
"""Lines of code that stay on one page."""


def _block(node: SyntaxTreeNode, book: Book) -> Iterator[Block]:
    match node.type:
        case "heading":
            yield {"小节": _heading(node, book)}
        case "paragraph":
            yield from _paragraph(node, book)
        case "fence" | "code_block":
            text = node.content.rstrip("\n")
            yield {"代码": {"原样": text, "不拆": text.count("\n") < SHORT}}
        case "bullet_list" | "ordered_list":
            yield _points(node, book)
        case "table":
            yield _table([Keyed("", node)], book)
        case "blockquote":
            yield from _blocks(node.children, book)


LONG = 60
"""Code of so many characters leaves a line nothing to spread."""


def _paragraph(node: SyntaxTreeNode, book: Book) -> Iterator[Block]:
    """A picture that stands alone, or text: Chinese and English in paragraphs of their own."""
    inline = node.children[0]
    if len(inline.children) == 1 and inline.children[0].type == "image":
        image = inline.children[0]
        source = Path(str(image.attrs["src"])).with_suffix(".pdf")
        yield {"图片": {"图": source.name, "替代": image.content or "图"}}
        return
    words = Words(book)
    for i, (text, english) in enumerate(words.paragraphs(inline)):
        ragged = any(len(code) > LONG for code in words.codes)
        style = ("英文" if i else "英文首") if english else "齐左" if ragged else ""
        yield {"段": {"文": text, "样式": style} if style else text}


def _points(node: SyntaxTreeNode, book: Book) -> Block:
    items = ["\\\\".join(text for text, _ in _said(item, book)) for item in node.children]
    if node.type == "bullet_list":
        return {"要点": items}
    return {"要点": {"编号": True, "起": int(node.attrs.get("start", 1)), "项": items}}


def _said(item: SyntaxTreeNode, book: Book) -> Iterator[tuple[str, bool]]:
    """The texts of an item of a list."""
    words = Words(book)
    for child in item.walk(include_self=False):
        if child.type == "inline":
            yield from words.paragraphs(child)
        elif child.type in ("fence", "code_block"):
            yield from ((f"[{book.escaped(line)}]{{代码}}", True) for line in child.content.strip().splitlines())


DENSE = 6
"""Columns from which a table is set smaller."""
NUMBER = re.compile(r"([≤≥−+-] ?)?[\d,.]+ ?(%|[a-zA-Z]{1,2})?")


def _table(parts: Sequence[Keyed], book: Book) -> Block:
    """A table of the data, in groups where its parts have names."""
    heads = parts[0].heads
    rows = [(part.name, row) for part in parts for body in part.table.children[1:] for row in body.children]
    grouped = {"组": GROUP} if parts[0].name else {}
    columns = [_column(i, head, [row.children[i] for _, row in rows], book) for i, head in enumerate(heads)]
    names = [one["列"] for one in columns]
    if grouped:
        made = book.table([GROUP, *names], ([name, *_cells(row)] for name, row in rows))
    else:
        made = book.table(names, (_cells(row) for _, row in rows))
    return {"表格": {"数据": made, **grouped, "列": columns, **({"样式": "密"} if len(heads) >= DENSE else {})}}


def _column(number: int, head: str, cells: Sequence[SyntaxTreeNode], book: Book) -> Block:
    """A column; one that holds code alone is set as code, one of numbers stands to the right."""
    said = [cell for cell in cells if _plain(cell)]
    look: Block = {}
    if said and all(map(_is_code, said)):
        look = {"代码": True}
    elif said and all(NUMBER.fullmatch(_plain(cell)) for cell in said):
        look = {"齐": "右"}
    elif number and head == KINDS:
        look = {"宽": "34mm"}
    return {"列": f"c{number}", "名": book.escaped(head) or ("说明 what" if number else "项 item"), **look}


def _is_code(cell: SyntaxTreeNode) -> bool:
    """Whether a cell has no words beside its code."""
    words = "".join(child.content for child in cell.children[0].children if child.type != "code_inline")
    return not re.search(r"[^\W_]", words)


def _cells(row: SyntaxTreeNode) -> list[str]:
    return [_plain(cell) for cell in row.children]


def _plain(node: SyntaxTreeNode) -> str:
    """The text of a cell without markup."""
    found = []
    for child in node.walk(include_self=False):
        if child.type in ("text", "code_inline"):
            found.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            found.append(" ")
    return "".join(found).strip()


def _heading(node: SyntaxTreeNode, book: Book) -> str:
    """A title without the number that its page gives it: the theme has numbers of its own."""
    return book.escaped(re.sub(r"^\d+ ", "", _plain(node)))


def source(version: str) -> tuple[Block, Book]:
    """The report and its tables."""
    titles = {name: _read(name).splitlines()[0].lstrip("# ").split(" · ")[0] for name in PAGES}
    book = Book(titles)
    blocks = list(body(book))
    about = {"编号": "manual", "标题": "版心手册", "副题": f"The Banxin manual · {version}", "日期": "2026-03-08"}
    made: Block = {
        "格式": 1,
        "变量": {name: text for text, name in book.texts.items()},
        "文档": {**about, "主题": THEME},
        "数据": {
            one.name: {"文件": f"{one.name}.csv", "列": dict.fromkeys(one.columns, "文本")} for one in book.tables
        },
        "核对": {"数字": "关"},
        "正文": blocks,
        "输出": {"网阅": {}},
    }
    return made, book


def program(name: str) -> ModuleType:
    """Another program of docs, which is no package."""
    spec = importlib.util.spec_from_file_location(f"docs_{name}", DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def made() -> report.Result:
    """The manual, built."""
    given, book = source(report.__version__)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(DOCS / THEME, folder / THEME)
        for table in book.tables:
            (folder / f"{table.name}.csv").write_text(table.text, encoding="utf-8")
        program("exhibits").drawn(folder, program)
        return report.build(given, folder=name)


if __name__ == "__main__":
    done = made()
    for problem in done.problems:
        sys.stderr.write(f"{problem.severity} {problem.code} {problem.message} {problem.file} {problem.page}\n")
    if not done.ok:
        sys.exit(1)
    for path in done.write(sys.argv[1] if len(sys.argv) > 1 else "out/manual"):
        sys.stdout.write(f"{path}\n")
