"""A map that the author wrote, checked against its row of the key table, with typed access to its values.

Nothing here raises for a mistake: it is noted with its place, and a harmless value stands in, so that one reading finds
every mistake of a report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from report.content import keys, numerals
from report.content.keys import BLOCKS, COMMON, OUTER, BlockKey, Key, keys_of, words_of
from report.content.nearest import nearest
from report.content.source import Fields, Items, Node, Scalar
from report.patterns import late
from report.problem import Place, Problem, Severity, valued
from report.record import field, holder, record, replace

WANTED = {
    "text": "@text",
    "prose": "@text",
    "line": "@text",
    "number": "@number",
    "flag": "@flag",
    "list": "@list",
    "blocks": "@list",
    "map": "@map",
}
"""What a kind of value is called in messages, as a term of the message tables."""

__all__ = ["WANTED", "Form", "Log", "blocks", "find", "nearest", "open_form", "scalars", "word"]


VERBATIM = frozenset({"query", "verbatim"})
"""Keys whose text is another language's: nothing is filled into it."""
_BLANK = late(r"\{\{(.*?)\}\}")


@holder
class Log:
    """The mistakes of one reading; `language` is that of the keys, known from the first key that has two names.

    `words` are what {{ name }} stands for in values that are no prose: variables of the report, cells of a row.
    """

    problems: list[Problem] = field(default_factory=list)
    language: str = ""
    words: Mapping[str, Scalar] = field(default_factory=dict)

    def add(self, code: str, place: Place | None, severity: Severity = "error", **values: object) -> None:
        self.problems.append(valued(code, place, severity, values))

    def shown(self, key: Key | BlockKey) -> str:
        """A key as this author writes keys."""
        return key.name if self.language == "en" else key.zh

    def filled(self, value: Scalar) -> Scalar:
        """A value that is no prose with its blanks filled: 标题: {{ 县区 }}年报."""
        if "{{" not in value.text:
            return value
        return replace(value, text=_BLANK.sub(lambda found: self._word(found[1].strip(), value.place), value.text))

    def _word(self, name: str, place: Place) -> str:
        found = self.words.get(name)
        if found is None:
            self.add("unknown-variable", place, name=name, near=nearest(name, self.words))
            return ""
        if not found.text:
            self.add("empty-word", found.place, name=name, where=f"{place.file}:{place.line}")
        return found.text

    def meets(self, written: Scalar, key: Key | BlockKey) -> None:
        """Note a key of the other language (a file uses one of the two)."""
        if key.zh == key.name:
            return
        language = "zh" if written.text == key.zh else "en"
        if not self.language:
            self.language = language
        elif language != self.language:
            self.add("mixed-keys", written.place, key=written.text, right=self.shown(key))


@record
class Form:
    """Values by canonical key, each with the place of its key."""

    log: Log
    place: Place
    values: Mapping[str, Node]
    shape: Mapping[str, Key]

    def has(self, name: str) -> bool:
        return name in self.values

    def node(self, name: str) -> Node | None:
        return self.values.get(name)

    def at(self, name: str) -> Place:
        """The place of a value, or of the whole map."""
        found = self.values.get(name)
        return found.place if found is not None else self.place

    def text(self, name: str, default: str = "") -> str:
        found = self.values.get(name)
        return found.text.strip() if isinstance(found, Scalar) else default

    def number(self, name: str, default: Decimal) -> Decimal:
        """An exact number; 1,280 and 6.2万 are numbers too."""
        found = self.values.get(name)
        value = numerals.parse(found.text) if isinstance(found, Scalar) else None
        return default if value is None else value

    def count(self, name: str, default: int, least: int = 0) -> int:
        """A whole number, at least `least`."""
        value = self.number(name, Decimal(default))
        if value != int(value) or value < least:
            self.log.add("not-a-count", self.at(name), key=self.log.shown(self.shape[name]), value=value, least=least)
            return default
        return int(value)

    def flag(self, name: str) -> bool:
        found = self.values.get(name)
        return isinstance(found, Scalar) and found.value is True

    def items(self, name: str) -> tuple[Node, ...]:
        found = self.values.get(name)
        return found.items if isinstance(found, Items) else ()

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of plain words; anything else in it is a mistake."""
        return tuple(scalar.text for scalar in scalars(self.items(name), self.log))

    def word(self, name: str, table: str, default: str) -> str:
        """The canonical name of a word of a table."""
        if not self.has(name):
            return default
        found = word(self.text(name), table, self.at(name), self.log)
        return default if found is None else found

    def form(self, name: str, shape: str) -> Form | None:
        found = self.values.get(name)
        return None if found is None else open_form(found, shape, self.log)

    def forms(self, name: str, shape: str) -> tuple[Form, ...]:
        opened = (open_form(item, shape, self.log) for item in self.items(name))
        return tuple(form for form in opened if form is not None)


def open_form(node: Node, shape: str, log: Log, common: bool = False) -> Form | None:
    """The node as a map of this shape, with the keys that all blocks share if `common`; None when it is no map."""
    rows = (*keys_of(shape), *COMMON) if common else keys_of(shape)
    if isinstance(node, Scalar) and node.plain and node.text == "":
        node = Fields((), node.place)  # `key:` alone: an empty map, whose missing keys are told below
    if not isinstance(node, Fields):
        log.add("wrong-type", node.place, key=rows[0].zh if rows else "", wanted=WANTED["map"])
        return None
    values: dict[str, Node] = {}
    written: dict[str, Scalar] = {}
    for name, value in node.entries:
        key = find(name, rows, log)
        if key is None:
            continue
        if key.name in written:
            log.add("duplicate-key", name.place, key=name.text, first=written[key.name].place.line)
        elif _fits(key, value := _filled(key, value, log), log):
            values[key.name] = value
        written.setdefault(key.name, name)
    for key in rows:
        if key.required and key.name not in written:
            log.add("missing-key", node.place, key=log.shown(key))
    return Form(log, node.place, values, {key.name: key for key in rows})


def _filled(key: Key, value: Node, log: Log) -> Node:
    """The value with its blanks filled, if it is no prose: that is read with all its marks by its own reader."""
    prose = key.kind in ("prose", "line") or key.name in VERBATIM
    return log.filled(value) if isinstance(value, Scalar) and not prose else value


def find(written: Scalar, rows: Sequence[Key], log: Log) -> Key | None:
    """The row of a written key; a stranger is reported with the nearest name."""
    for key in rows:
        if written.text in (key.zh, key.name):
            log.meets(written, key)
            return key
    names = [log.shown(key) for key in rows]
    log.add("unknown-key", written.place, key=written.text, near=nearest(written.text, names), all="、".join(names))
    return None


def blocks(nodes: Sequence[Node], log: Log, outer: bool = False) -> Iterator[tuple[BlockKey, Scalar, Node]]:
    """The single-key blocks of a list, with the row of each; what is no block is reported.

    `outer` is the body itself, where a page may stand.
    """
    rows = BLOCKS if outer else tuple(row for row in BLOCKS if row.name not in OUTER)
    for node in nodes:
        if not isinstance(node, Fields) or len(node.entries) != 1:
            log.add("not-a-block", node.place, text=_glimpse(node))
            continue
        written, value = node.entries[0]
        row = next((row for row in BLOCKS if written.text in (row.zh, row.name)), None)
        if row is None:
            names = [log.shown(r) for r in rows]
            near = nearest(written.text, names)
            log.add("unknown-block", written.place, block=written.text, near=near, all="、".join(names))
        elif row not in rows:
            log.add("block-not-here", written.place, block=written.text)
        else:
            log.meets(written, row)
            yield row, written, value


def word(text: str, table: str, place: Place, log: Log) -> str | None:
    """The canonical name of a written word; a stranger is reported with the nearest."""
    found = keys.canonical(table, text)
    if found is None:
        words = words_of(table)
        names = list(dict.fromkeys(words.values() if log.language == "en" else words))
        log.add("unknown-word", place, word=text, near=nearest(text, names), all="、".join(names))
    return found


def scalars(nodes: Sequence[Node], log: Log) -> Iterator[Scalar]:
    """The single values of a list; anything else is a mistake."""
    for node in nodes:
        if isinstance(node, Scalar):
            yield log.filled(node)
        else:
            log.add("wrong-type", node.place, key="-", wanted=WANTED["text"])


def _fits(key: Key, value: Node, log: Log) -> bool:
    """Whether the value is of the kind that the key wants; if not, that is reported."""
    kind = "text" if key.kind.startswith("word:") else key.kind
    match kind, value:
        case (("text" | "prose" | "line"), Scalar()):
            fits = True
        case (("list" | "blocks"), Items()):
            fits = True
        case "map", Fields():
            fits = True
        case "map", Scalar():
            fits = value.plain and value.text == ""
        case "number", Scalar():
            fits = numerals.parse(value.text) is not None
        case "flag", Scalar():
            fits = isinstance(value.value, bool)
        case _:
            fits = kind == "any"
    if not fits:
        log.add("wrong-type", value.place, key=log.shown(key), wanted=WANTED[kind])
    return fits


def _glimpse(node: Node) -> str:
    match node:
        case Scalar():
            return node.text.strip()[:12]
        case Fields():
            return "、".join(key.text for key, _ in node.entries[:3])
        case Items():
            return "[…]"
