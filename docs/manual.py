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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from PIL import Image, ImageChops

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
APART = re.compile(
    rf"(?<=[。！？；：）])\s*(?=[^{HAN}]{{24,}})|(?<=[.:;!?)])\s+(?=[{HAN}])|(?<=[{HAN}])\n(?=[A-Za-z\ue000])"
)
"""Where Chinese ends and English begins or the other way round: sentences of two languages do not share a line."""
CODED = re.compile("\ue000(\\d+)\ue001")
Block = dict[str, Any]


class Table(NamedTuple):
    """A table of the report: its name, its columns, its CSV."""

    name: str
    columns: tuple[str, ...]
    text: str


@dataclass
class Book:
    """What the blocks refer to: texts as variables, tables as files, titles of the pages by their names."""

    titles: dict[str, str]
    texts: dict[str, str] = field(default_factory=dict)
    tables: list[Table] = field(default_factory=list)

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
        parts = [part.strip() for part in APART.split(self.text(node))]
        paired = _paired([part for part in parts if part])
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
        whole = strong + part
        strong = "**" if whole.count("**") % 2 else ""
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
            yield {"节": {"题": _title(head, book), "号": name, "另起": "新页"}}
            yield from _blocks(rest, book)


def _read(name: str) -> str:
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


def _parsed(text: str) -> Sequence[SyntaxTreeNode]:
    return SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(text)).children


def _blocks(nodes: Sequence[SyntaxTreeNode], book: Book) -> Iterator[Block]:
    """Nodes as blocks; a heading of the third level names the table below it."""
    title, beside = "", ""
    for node, after in pairwise((*nodes, None)):
        assert node is not None
        named = bool(title)
        match node.type:
            case "heading" if node.tag == "h3" and _leads(nodes, node):
                title = _title(node, book)
            case "heading":
                yield {"小节": _title(node, book)}
            case "paragraph" if named and after is not None and after.type == "table":
                beside = _flat(node, book)
            case "paragraph":
                yield from _paragraph(node, book)
            case "fence" | "code_block":
                yield {"代码": node.content.rstrip("\n")}
            case "bullet_list" | "ordered_list":
                yield _points(node, book)
            case "table":
                yield _table(node, book, title, beside)
                title, beside = "", ""
            case "blockquote":
                yield from _blocks(node.children, book)


def _leads(nodes: Sequence[SyntaxTreeNode], node: SyntaxTreeNode) -> bool:
    """Whether a heading is followed by a table, or by a line and a table."""
    at = nodes.index(node)
    kinds = [one.type for one in nodes[at + 1 : at + 3]]
    return "table" in kinds and not {"heading", "fence", "bullet_list"} & set(kinds[: kinds.index("table")])


def _paragraph(node: SyntaxTreeNode, book: Book) -> Iterator[Block]:
    """A picture that stands alone, or text: Chinese and English in paragraphs of their own."""
    inline = node.children[0]
    if len(inline.children) == 1 and inline.children[0].type == "image":
        image = inline.children[0]
        source = Path(str(image.attrs["src"])).with_suffix(".pdf")
        yield {"图片": {"图": source.name, "替代": image.content or "图"}}
        return
    for text, english in Words(book).paragraphs(inline):
        yield {"段": {"文": text, "样式": "英文"} if english else text}


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


def _table(node: SyntaxTreeNode, book: Book, title: str, beside: str) -> Block:
    """A table of the data; a column that holds code alone is set as code."""
    head, *rest = node.children
    names = [_plain(cell) for cell in head.children[0].children]
    rows = [row.children for row in (rest[0].children if rest else ())]
    columns: list[Block] = []
    for i, name in enumerate(names):
        label = book.escaped(name) or ("说明 what" if i else "项 item")
        coded = all(_is_code(row[i]) for row in rows) and any(_plain(row[i]) for row in rows)
        columns.append({"列": f"c{i}", "名": label, **({"代码": True} if coded else {})})
    made = book.table([one["列"] for one in columns], ([_plain(cell) for cell in row] for row in rows))
    about = {"题": title, "续表": True} if title else {}
    return {"表格": {**about, **({"题旁": beside} if beside else {}), "数据": made, "列": columns}}


def _is_code(cell: SyntaxTreeNode) -> bool:
    """Whether a cell has no words beside its code."""
    words = "".join(child.content for child in cell.children[0].children if child.type != "code_inline")
    return not re.search(r"[^\W_]", words)


def _plain(node: SyntaxTreeNode) -> str:
    """The text of a cell without markup."""
    found = []
    for child in node.walk(include_self=False):
        if child.type in ("text", "code_inline"):
            found.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            found.append(" ")
    return "".join(found).strip()


def _title(node: SyntaxTreeNode, book: Book) -> str:
    return book.escaped(re.sub(r"^\d+ ", "", _plain(node)))


def _flat(node: SyntaxTreeNode, book: Book) -> str:
    return book.escaped(_plain(node))


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


SCREEN = "输出: {网阅: {}}\n"
"""What makes an example one for the screen, as this book is: PDF/A allows the inks of one condition only."""


def pictures(folder: Path) -> None:
    """The pictures of the pages as drawings: leaves of the reports that they show, cut to what is printed on them."""
    blocks, designing, benchmarks = map(program, ("blocks", "designing", "benchmarks"))
    for example in blocks.examples():
        with tempfile.TemporaryDirectory() as name:
            shown = example._replace(text=example.text + SCREEN)
            data = blocks.built(shown, Path(name)).files[0].data
        _leaf(data, folder / f"{example.name}.pdf", whole=example.name in blocks.WHOLE)
    with tempfile.TemporaryDirectory() as name:
        path = designing.written(Path(name))
        path.write_text(path.read_text(encoding="utf-8") + SCREEN, encoding="utf-8")
        data = report.build(path).files[0].data
    _leaf(data, folder / "designing.pdf", share=designing.SHARE)
    _leaf(benchmarks.leaf(benchmarks.results()), folder / "results.pdf", share=benchmarks.BODY)


def _leaf(data: bytes, path: Path, *, whole: bool = False, share: float = 0.0) -> None:
    """The first leaf with words on it: the whole, so much of it from its top, or the rows that a block takes."""
    leaves = pypdfium2.PdfDocument(data)
    number = next(i for i, leaf in enumerate(leaves) if leaf.get_textpage().count_chars() > 0)
    left, bottom, right, top = leaves[number].get_trimbox()
    if share:
        bottom = top - share * (top - bottom)
    elif not whole:
        left, bottom, right, top = _inked(leaves[number])
    with pikepdf.open(io.BytesIO(data)) as pdf:
        kept = pdf.pages[number]
        for box in ("/TrimBox", "/CropBox"):
            kept.obj[box] = pikepdf.Array([left, bottom, right, top])
        for key in ("/BleedBox", "/ArtBox"):
            if key in kept.obj:
                del kept.obj[key]
        with pikepdf.new() as out:
            out.pages.append(kept)
            out.save(path, deterministic_id=True)


MM = 72 / 25.4
COLUMN, WIDE = (57.0, 197.0), (13.0, 197.0)
"""Left and right edges, in millimetres, of what is shown of a page of the brochure: its column of text, or all."""
AREA = (0.06, 0.94)
"""The part of the page between the running head and the folio."""
ROUND = 3.0
"""Points of the page that are left above and below a block."""


def _inked(leaf: Any) -> tuple[float, float, float, float]:
    """The box of what is printed between head and folio; all boxes of one kind are of one width, so that blocks keep
    their proportions to each other."""
    left, bottom, right, top = leaf.get_trimbox()
    media = leaf.get_mediabox()
    shown = leaf.render(scale=1, crop=(left, bottom, media[2] - right, media[3] - top)).to_pil().convert("RGB")
    rows = [round(share * shown.height) for share in AREA]
    area = shown.crop((0, rows[0], shown.width, rows[1]))
    ground = Image.new("RGB", area.size, area.getpixel((2, area.height // 2)))
    box = ImageChops.difference(area, ground).getbbox() or (0, 0, *area.size)
    edges = COLUMN if box[0] >= COLUMN[0] * MM else WIDE
    head, foot = rows[0] + box[1] - ROUND, rows[0] + box[3] + ROUND
    return left + edges[0] * MM, top - foot, left + edges[1] * MM, top - head


def program(name: str) -> ModuleType:
    """Another program of docs, which is no package."""
    spec = importlib.util.spec_from_file_location(f"docs_{name}", DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[f"docs_{name}"] = module
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
        pictures(folder)
        return report.build(given, folder=name)


if __name__ == "__main__":
    done = made()
    for problem in done.problems:
        sys.stderr.write(f"{problem.severity} {problem.code} {problem.message} {problem.file} {problem.page}\n")
    if not done.ok:
        sys.exit(1)
    for path in done.write(sys.argv[1] if len(sys.argv) > 1 else "out/manual"):
        sys.stdout.write(f"{path}\n")
