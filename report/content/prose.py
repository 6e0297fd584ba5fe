"""Light markup into inlines that know their line: **重**, *楷*, {{ 值 }}, and two backslashes for a line end.

Blank lines part paragraphs. A single line end joins its lines without a space between Han characters, with one between
Latin words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.content.expression import Quantity, Scope, evaluate
from report.content.model import Inline, Prose
from report.content.source import Node, Scalar
from report.problem import Place

_MARK = re.compile(r"\{\{(?P<value>.*?)\}\}|(?P<strong>\*\*)|(?P<kai>\*)|(?P<end>\\\\)|(?P<open>\{\{|\}\})")
_QUOTED = re.compile(r'(?<=[\u3400-\u9fff，。；：、])"|"(?=[\u3400-\u9fff])')


def prose(node: Node | None, scope: Scope) -> Prose:
    """The paragraphs of a text."""
    if not isinstance(node, Scalar):
        return ()
    paragraphs = (_paragraph(lines, scope) for lines in _paragraphs(node))
    return tuple(p for p in paragraphs if p)


def line(node: Node | None, scope: Scope) -> Prose:
    """A text of one paragraph; more are reported."""
    found = prose(node, scope)
    if len(found) > 1:
        scope.log.add("one-paragraph", found[1][0].place)
    return found[:1]


def words(text: str, place: Place) -> Prose:
    """A plain text without markup."""
    return ((Inline(text, place),),) if text else ()


def _paragraphs(node: Scalar) -> Iterator[list[tuple[str, Place]]]:
    """Lines with their places, paragraph by paragraph."""
    start = node.body or (node.place if node.plain else node.place._replace(column=node.place.column + 1))
    lines: list[tuple[str, Place]] = []
    for number, text in enumerate(node.text.split("\n")):
        stripped = text.strip(" \t")
        if stripped:
            lead = len(text) - len(text.lstrip(" \t"))
            lines.append((stripped, start._replace(line=start.line + number, column=start.column + lead)))
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _paragraph(lines: list[tuple[str, Place]], scope: Scope) -> tuple[Inline, ...]:
    found: list[Inline] = []
    state = _Marks(scope)
    for text, place in lines:
        inlines = list(state.inlines(_curly(text, place, scope), place))
        if found and inlines:
            found[-1] = _joined(found[-1], inlines[0])
        found += inlines
    state.close(lines[-1][1])
    return tuple(found)


class _Marks:
    """Strong and kai over the lines of one paragraph."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.opened: dict[str, Place] = {}

    def inlines(self, text: str, place: Place) -> Iterator[Inline]:
        at = 0
        for found in _MARK.finditer(text):
            yield from self._plain(text[at : found.start()], place, at)
            here = place._replace(column=place.column + found.start())
            match found.lastgroup:
                case "value":
                    yield from self._value(found["value"], here)
                case "end":
                    yield self._inline("\n", here)
                case "open":
                    self.scope.log.add("braces-unpaired", here)
                case "strong" | "kai" as kind:
                    self._toggle(kind, here)
            at = found.end()
        yield from self._plain(text[at:], place, at)

    def close(self, _end: Place) -> None:
        """What is still open when the paragraph ends is a mistake."""
        for kind, place in self.opened.items():
            self.scope.log.add("mark-unpaired", place, mark="**" if kind == "strong" else "*")

    def _plain(self, text: str, place: Place, at: int) -> Iterator[Inline]:
        if text:
            yield self._inline(text, place._replace(column=place.column + at))

    def _value(self, text: str, place: Place) -> Iterator[Inline]:
        inside = place._replace(column=place.column + 2)
        value = evaluate(text, inside, self.scope)
        if value is not None:
            shown = value.figure.text if isinstance(value, Quantity) else value.text
            yield self._inline(shown, place, value.fact if isinstance(value, Quantity) else "")

    def _toggle(self, kind: str, place: Place) -> None:
        if kind in self.opened:
            del self.opened[kind]
        else:
            self.opened[kind] = place

    def _inline(self, text: str, place: Place, fact: str = "") -> Inline:
        if "strong" in self.opened:
            return Inline(text, place, "strong", fact)
        return Inline(text, place, "kai" if "kai" in self.opened else "text", fact)


def _joined(before: Inline, after: Inline) -> Inline:
    """A space between Latin words where a line of the source ended, nothing between Han."""
    left, right = before.text[-1:], after.text[:1]
    if left.isascii() and right.isascii() and not left.isspace() and not right.isspace():
        return before._replace(text=before.text + " ")
    return before


def _curly(text: str, place: Place, scope: Scope) -> str:
    """Straight quotes beside Han become curly ones, by turns, with a warning; those inside {{ }} are left."""
    if '"' not in text or not _QUOTED.search(text):
        return text
    scope.log.add("straight-quotes", place._replace(column=place.column + text.index('"')), "warning")
    parts = text.split('"')
    return "".join(part + ("“" if i % 2 == 0 else "”") for i, part in enumerate(parts[:-1])) + parts[-1]
