"""The keys and words of a report into the other language; comments, layout and quotation marks stay."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, pairwise

from report.content.keys import BLOCKS, COMMON, JOB_SHAPES, SHAPES, WORDS
from report.content.rewrite.text import Edit, Source, edited, source
from report.content.schema.nested import Met, of_file, walk
from report.content.schema.pairs import Language, translated
from report.content.source import Scalar
from report.patterns import late
from report.problem import ContentError, problem

_NAMES = ("文档", "document")
_HYPHENED = sorted(
    {
        word
        for word in chain(WORDS["format"].values(), WORDS["function"].values(), (k.name for k in SHAPES["document"]))
        if "-" in word
    },
    key=len,
    reverse=True,
)
_TOKEN = late(
    r"(?P<text>\\?\"[^\"]*\"|'[^']*'|“[^”]*”)"
    rf"|(?P<name>(?:{'|'.join(_HYPHENED)})(?![\w-])|[^\W\d]\w*)"
    r"|(?P<sign>[|.(\[])"
)
_VALUE = late(r"\{\{(.*?)\}\}")
_MARKS = late(r"(?<=\])\{([^{}]+)\}")
_KEY = late(r"((?:^|[\[{,(])[ \t]*(?:-[ \t]*)?)(\w+)(?=[:：])", re.M)
_NAMED = Counter(
    [
        *((key.zh, key.name) for keys in (*SHAPES.values(), COMMON) for key in keys),
        *((block.zh, block.name) for block in BLOCKS),
    ]
)
_ENGLISH = {zh: name for (zh, name), _ in reversed(_NAMED.most_common())}
"""An English name for each Chinese one: of those that it has, the one that most maps have."""
_OF_JOBS = {key.zh: key.name for keys in JOB_SHAPES.values() for key in keys}
_JOB_FILE = late(r"^(?:任务|通道):", re.M)
_MODELINE = late(r"(#[ \t]*yaml-language-server:[ \t]*\$schema=\S*\breport\.)(?:zh|en)(?=\.json)")


def convert(text: str, to: Language, name: str = "") -> str:
    """The report with Chinese or English names; raises ContentError when it cannot be read.

    Words that are printed as they stand (余, 近), names of the author's own and names of a theme have one name only.
    """
    read = source(text, name)
    met = list(walk(read.root, of_file(read.root)))
    if not any(one.kind == "key" for one in met):
        raise ContentError([problem("not-a-report", read.root.place)])
    edits = [edit for one in met for edit in _edits(read, one, to)]
    return _MODELINE.sub(rf"\g<1>{to}", edited(read, edits, name))


def shown(example: str, language: Language) -> str:
    """An example of a document with its keys in this language; what is no YAML has the keys of its lines replaced."""
    if language == "zh":
        return example
    if _JOB_FILE.search(example):
        return _KEY.sub(lambda found: f"{found[1]}{_OF_JOBS.get(found[2], found[2])}", example)
    try:
        return convert(example, "en")
    except ContentError:
        return _KEY.sub(lambda found: f"{found[1]}{_ENGLISH.get(found[2], found[2])}", example)


def included(text: str, name: str = "") -> list[str]:
    """The paths of the files that a report names with 引用文件, from top to bottom."""
    read = source(text, name)
    met = list(walk(read.root, of_file(read.root)))
    blocks = [(one, following) for one, following in pairwise(met) if _is_include(one)]
    return [following.scalar.text for _, following in blocks]


def _is_include(met: Met) -> bool:
    return met.kind == "key" and met.row is not None and met.row.name == "include"


def _edits(read: Source, met: Met, to: Language) -> Iterator[Edit]:
    """What changes at one scalar."""
    scalar = met.scalar
    if met.kind == "key" and met.row is not None:
        yield from _renamed(read, scalar, met.row.zh if to == "zh" else met.row.name)
    elif met.kind.startswith(("word:", "open:")):
        yield from _renamed(read, scalar, translated(met.kind.partition(":")[2], scalar.text.strip(), to))
    elif met.kind in ("line", "prose", "expression"):
        for start, end in read.spans(scalar):
            words = read.text[start:end]
            new = expression(words, to) if met.kind == "expression" else prose(words, to)
            if new != words:
                yield Edit(start, end, new)


def _renamed(read: Source, scalar: Scalar, new: str) -> Iterator[Edit]:
    spans = read.spans(scalar)
    if scalar.text.strip() != new and len(spans) == 1:
        start, end = spans[0]
        written = read.text[start:end]
        lead = len(written) - len(written.lstrip())
        yield Edit(start + lead, start + len(written.rstrip()), new)


def prose(text: str, to: Language) -> str:
    """A line of prose with the names inside {{ }} and behind [字] in the other language."""
    text = _VALUE.sub(lambda found: "{{" + expression(found[1], to) + "}}", text)
    return _MARKS.sub(lambda found: "{" + _marks(found[1], to) + "}", text)


def _marks(text: str, to: Language) -> str:
    def said(found: re.Match[str]) -> str:
        return translated("mark", found[0], to)

    return re.sub(r"(?<![^\s,，、])[^\s,，、:]+", said, text)


def expression(text: str, to: Language) -> str:
    """An expression with its functions, formats and document values in the other language."""
    parts, at, before = [], 0, ["", "", ""]
    formats = False
    for found in _TOKEN.finditer(text):
        token = found[0]
        formats = formats or token == "|"
        new = token
        if found["name"]:
            new = _format(token, before[-1], to) if formats else _named(token, text[found.end() :], before, to)
        parts += [text[at : found.start()], new]
        at = found.end()
        before = [*before[1:], token]
    return "".join(parts) + text[at:]


def _format(word: str, before: str, to: Language) -> str:
    """A word of a format; what follows 单位 is the author's own unit."""
    return word if before in ("单位", "unit") else translated("format", word, to)


def _named(name: str, rest: str, before: list[str], to: Language) -> str:
    """A function, the document, or a member of it; any other name is the author's own."""
    following = rest.lstrip()[:1]
    if before[-1] == ".":
        return _member(name, to) if before[-2] in _NAMES and before[-3] != "." else name
    if following == "(":
        return translated("function", name, to)
    if name in _NAMES and following == ".":
        return _NAMES[0] if to == "zh" else _NAMES[1]
    return name


def _member(name: str, to: Language) -> str:
    key = next((key for key in SHAPES["document"] if name in (key.zh, key.name)), None)
    return name if key is None else (key.zh if to == "zh" else key.name)
