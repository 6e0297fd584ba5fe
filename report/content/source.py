"""YAML into nodes that know their place: 1.2 core scalars, no tags, no duplicate keys, all problems at once.

The only home of PyYAML. Its C parser turns text into events; what scalars mean is decided here (YAML 1.2.2, 10.3):
PyYAML reads the older 1.1, where no is False and 12:30 is 750.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from report.patterns import all_late, late
from report.problem import ContentError, Place, Problem, problem, valued
from report.record import record

with all_late():  # PyYAML has a dozen for what its C parser does itself: a fiftieth of a short build
    import yaml

MAX_BYTES = 8 * 1024 * 1024
MAX_DEPTH = 64
MAX_NODES = 2_000_000
"""Limits on what one file may hold; anchors are expanded, so nodes are counted as they are used."""

_INT = late(r"[-+]?(?:0|[1-9][0-9]*)")
_FLOAT = late(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


@record
class Scalar:
    """A single value; `plain` = unquoted; for a literal block, `body` is the place of its first character of text."""

    text: str
    plain: bool
    place: Place
    literal: bool = False
    body: Place | None = None

    @property
    def value(self) -> str | int | float | bool | None:
        """What a plain scalar means in YAML 1.2 core; quoted and block scalars are text."""
        if not self.plain:
            return self.text
        if self.text.lower() in _WORDS:
            return _WORDS[self.text.lower()]
        if _INT.fullmatch(self.text):
            return int(self.text)
        if _FLOAT.fullmatch(self.text):
            return float(self.text)
        return self.text


@record
class Items:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@record
class Fields:
    """A map, in the order of the file."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place

    def get(self, key: str) -> Node | None:
        for name, value in self.entries:
            if name.text == key:
                return value
        return None

    def __reduce__(self) -> tuple[Any, ...]:
        """What is kept of it between runs."""
        from report.content.folded import Folded, folded

        return Folded, folded(self)


Node = Scalar | Items | Fields


def load(path: Path, shown: str = "") -> Node:
    """The root node of a file; `shown` is the name that problems give it. Raises ContentError."""
    name = shown or str(path)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        raise ContentError([problem("cannot-read", Place(name, 1, 1), file=name)]) from None
    return parse(data, name)


def parse(data: bytes, name: str) -> Node:
    """The root node of YAML text in UTF-8. Raises ContentError with every problem found."""
    if len(data) > MAX_BYTES:
        raise ContentError([problem("file-too-big", Place(name, 1, 1), limit=MAX_BYTES // 1024 // 1024)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ContentError([problem("not-utf8", Place(name, line, 1))]) from None
    return _Parser(text, name).root()


def plain(node: Node) -> Any:
    """The node as plain Python values."""
    match node:
        case Scalar():
            return node.value
        case Items():
            return [plain(item) for item in node.items]
        case Fields():
            return {key.text: plain(value) for key, value in node.entries}


class _Parser:
    """Events into nodes; problems are collected and raised together at the end."""

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.count = 0
        self.quoted: list[range] = []
        self.next: Callable[[], Any] = list

    def root(self) -> Node:
        from report.content.traps import syntax_problem, traps

        self.problems += traps(self.lines, self.name)
        try:
            # the C parser where PyYAML has it, ten times faster; not yaml.parse, which looks at events twice
            self.next = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(self.text).get_event
            node = self._document()
        except (yaml.YAMLError, ValueError) as error:  # a character that YAML forbids is a ValueError
            found = syntax_problem(error, self.lines, self.name)
            known = {(p.place.line if p.place else 0) for p in self.problems}
            if found.place is None or found.place.line not in known:
                self.problems.append(found)
            raise ContentError(self._told()) from None
        if self.quoted:  # what stands between quotes is no trap, whatever its line begins with
            self.problems = [p for p in self.problems if not p.place or not any(p.place.line in q for q in self.quoted)]
        if self.problems:
            raise ContentError(self._told())
        return node

    def _told(self) -> list[Problem]:
        """Without what only follows from a trap on the same line."""
        trapped = {p.place.line for p in self.problems if p.place and p.code == "quote-needed"}
        return [p for p in self.problems if p.code != "key-not-text" or not p.place or p.place.line not in trapped]

    def _document(self) -> Node:
        while not isinstance(event := self.next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                node = self._node(self.next(), 0)
                self.next()
                following = self.next()
                if not isinstance(following, yaml.StreamEndEvent):
                    self._add("several-documents", following)
                return node
        raise ContentError([problem("empty-file", Place(self.name, 1, 1))])

    def _node(self, event: Any, depth: int) -> Node:
        self.count += 1
        if depth > MAX_DEPTH or self.count > MAX_NODES:
            raise ContentError([*self.problems, problem("too-deep", self._place(event), depth=MAX_DEPTH)])
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        before = self.count
        if getattr(event, "tag", None) and not self._implicit(event):
            self._add("tag-refused", event, tag=event.tag)
        node = self._content(event, depth)
        if event.anchor:
            self.anchors[event.anchor] = (node, self.count - before + 1)
        return node

    def _content(self, event: Any, depth: int) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(inner := self.next(), yaml.SequenceEndEvent):
                items.append(self._simple(inner) or self._node(inner, depth + 1))
            return Items(tuple(items), self._place(event))
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Place] = {}
        while not isinstance(inner := self.next(), yaml.MappingEndEvent):
            key = self._simple(inner) or self._node(inner, depth + 1)
            inner = self.next()
            value = self._simple(inner) or self._node(inner, depth + 1)
            if not isinstance(key, Scalar):
                self.problems.append(problem("key-not-text", key.place))
            elif key.text in seen:
                self.problems.append(problem("duplicate-key", key.place, key=key.text, first=seen[key.text].line))
            else:
                seen[key.text] = key.place
                entries.append((key, value))
        return Fields(tuple(entries), self._place(event))

    def _simple(self, found: object) -> Scalar | None:
        """Nearly every node: a scalar on its line without tag or anchor; None for all others."""
        if type(found) is not yaml.ScalarEvent:
            return None
        event: Any = found
        if event.tag is not None or event.anchor is not None:
            return None
        style = event.style
        if style in ("|", ">") or self.count >= MAX_NODES:
            return None
        self.count += 1
        mark = event.start_mark
        if style and event.end_mark.line > mark.line:
            self.quoted.append(range(mark.line + 2, event.end_mark.line + 2))
        return Scalar(event.value, not style, Place(self.name, mark.line + 1, mark.column + 1))

    def _implicit(self, event: Any) -> bool:
        """The C parser gives plain and quoted scalars no tag; an explicit ! or !!x is one."""
        return isinstance(event, yaml.ScalarEvent) and event.tag is None

    def _alias(self, event: Any) -> Node:
        if event.anchor not in self.anchors:
            self._add("unknown-anchor", event, name=event.anchor)
            return Scalar("", True, self._place(event))
        node, size = self.anchors[event.anchor]
        self.count += size
        return node

    def _scalar(self, event: Any) -> Scalar:
        if event.style in ("|", ">"):
            return Scalar(event.value, False, self._place(event), True, self._body(event))
        return Scalar(event.value, not event.style, self._place(event))

    def _body(self, event: Any) -> Place:
        """Where the text of a block scalar begins: the first line below its head that is not blank."""
        line = event.start_mark.line + 1
        while line < len(self.lines) - 1 and not self.lines[line].strip():
            line += 1
        text = self.lines[line] if line < len(self.lines) else ""
        return Place(self.name, event.start_mark.line + 2, len(text) - len(text.lstrip(" ")) + 1)

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.name, mark.line + 1, mark.column + 1)

    def _add(self, code: str, event: Any, **values: object) -> None:
        self.problems.append(valued(code, self._place(event), "error", values))
