"""Light markup into inlines that know their line.

**重** strong · *楷* second face · {{ 值 }} value · [字](#号) link · [字]{着重} marks · 〔拼音|字〕 ruby · ^1 note · two
backslashes for a line end. A line that begins with ^1 is the text of that note.

Blank lines part paragraphs. A single line end joins its lines without a space between Han characters, with one between
Latin words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from report.content import numerals
from report.content.expression import Quantity, Scope, Words, evaluate
from report.content.footnotes import attached, parted
from report.content.form import word
from report.content.model import Footnote, Inline, Prose
from report.content.source import Node, Scalar
from report.patterns import late
from report.problem import Place

MATH = r"\\\$|\$(?=[^\s$])(?:(?![\u3000-\u9fff\uff00-\uffef])[^$\n])+(?<=\S)\$(?!\d)"
"""Mathematics of a label, or a dollar sign that is none (report.charts.words); no mark is looked for inside.

Han stands in a lookahead: three ranges in one set cost a millisecond to compile, twice.
"""
_MARK = late(
    rf"(?P<math>{MATH})"
    r"|\{\{(?P<value>.*?)\}\}"
    r"|\[(?P<inner>(?:\{\{.*?\}\}|[^\[\]])*)\](?:\((?P<target>[^()\s]+)\)|\{(?P<marks>[^{}]*)\})"
    r"|〔(?P<reading>[^|〔〕]+)\|(?P<base>[^|〔〕]+)〕"
    r"|(?P<ruby>〔[^|〔〕]*\|)"
    r"|\^(?P<note>\d+)"
    r"|(?P<strong>\*\*)|(?P<kai>\*)|(?P<end>\\\\)|(?P<open>\{\{|\}\})"
)
_SIGN = late(r"[\\\$\[{}〔^*]")
"""What every mark begins with; most lines have none, and this is found out in a tenth of the time."""
PAGE = ("{页}", "{page}")
"""Where a link says the page of what it leads to."""
PAGES = frozenset({"文档.页数", "document.pages"})
"""The value that is how many pages there are; it is known when they are laid out."""
_LEADS = late(r"#.|(?:https?://|mailto:|tel:).", re.IGNORECASE)
"""What a link may lead to; a script or a file of this machine is no place for a reader to go."""
_QUOTED = r'(?<=[\u3400-\u9fff，。；：、])"|"(?=[\u3400-\u9fff])'


def prose(node: Node | None, scope: Scope) -> Prose:
    """The paragraphs of a text, its notes at their marks."""
    text, notes = noted(node, scope)
    return attached(text, notes, scope) if isinstance(node, Scalar) and "^" in node.text else text


def noted(node: Node | None, scope: Scope) -> tuple[Prose, tuple[Footnote, ...]]:
    """The paragraphs of a text, and the notes below it."""
    if not isinstance(node, Scalar):
        return (), ()
    texts, notes = parted(_paragraphs(node)) if "^" in node.text else (_paragraphs(node), [])
    paragraphs = (_paragraph(lines, scope) for lines in texts)
    footnotes = (Footnote(number, _paragraph(lines, scope), lines[0][1]) for number, lines in notes)
    return tuple(p for p in paragraphs if p), tuple(footnotes)


def line(node: Node | None, scope: Scope) -> Prose:
    """A text of one paragraph; more are reported."""
    return _one(prose(node, scope), scope)


def unnoted(node: Node | None, scope: Scope) -> Prose:
    """A text of one paragraph, whose marks lead to notes that stand elsewhere."""
    return _one(noted(node, scope)[0], scope)


def _one(found: Prose, scope: Scope) -> Prose:
    if len(found) > 1:
        scope.log.add("one-paragraph", found[1][0].place)
    return found[:1]


def words(text: str, place: Place, source: str = "") -> Prose:
    """A plain text without markup; `source` is the column of the data that it stands in, if it does."""
    return ((Inline(text, place, formula=source),),) if text else ()


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
    state.close()
    for inline in found:
        if not inline.deferred and any(sign in inline.text for sign in PAGE):
            scope.log.add("page-without-link", inline.place)
    return tuple(found)


class _Marks:
    """Strong and kai over the lines of one paragraph."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.opened: dict[str, Place] = {}

    def inlines(self, text: str, place: Place) -> Iterator[Inline]:
        if _SIGN.search(text) is None:
            yield from self._plain(text, place, 0)
            return
        at = 0
        for found in _MARK.finditer(text):
            yield from self._plain(text[at : found.start()], place, at)
            yield from self._marked(found, place._replace(column=place.column + found.start()))
            at = found.end()
        yield from self._plain(text[at:], place, at)

    def close(self) -> None:
        """What is still open when the paragraph ends is a mistake."""
        for kind, place in self.opened.items():
            self.scope.log.add("mark-unpaired", place, mark="**" if kind == "strong" else "*")

    def _marked(self, found: re.Match[str], here: Place) -> Iterator[Inline]:
        match found.lastgroup:
            case "math":
                yield self._inline(found["math"], here)
            case "value":
                yield from self._value(found["value"], here)
            case "target":
                if not _LEADS.match(found["target"]):
                    self.scope.log.add("link-target", here, target=found["target"])
                yield from self._linked(found["inner"], found["target"], here)
            case "marks":
                change = self._change(found["marks"], here._replace(column=here.column + len(found["inner"]) + 3))
                yield from _changed(tuple(self._inside(found["inner"], here)), change)
            case "base":
                base = here._replace(column=here.column + len(found["reading"]) + 2)
                yield self._inline(found["base"], base)._replace(ruby=_readings(found["reading"], found["base"]))
            case "ruby":
                self.scope.log.add("ruby-unpaired", here)
            case "note":
                yield self._inline(found["note"], here)._replace(note=True, script="super")
            case "end":
                yield self._inline("\n", here)
            case "open":
                self.scope.log.add("braces-unpaired", here)
            case "strong" | "kai" as kind:
                self._toggle(kind, here)

    def _linked(self, text: str, target: str, here: Place) -> Iterator[Inline]:
        """A link; a reference without words of its own is filled in when blocks have their numbers."""
        if not text and target.startswith("#"):
            yield Inline("", here, link=target)
        yield from (_led(i, target) for i in self._inside(text, here))

    def _inside(self, text: str, here: Place) -> Iterator[Inline]:
        yield from self.inlines(text, here._replace(column=here.column + 1))

    def _change(self, text: str, place: Place) -> dict[str, Any]:
        """What the words in braces ask for; unknown words are reported."""
        change: dict[str, Any] = {}
        for part in re.split(r"[,，、]\s*", text.strip()):
            name, _, value = part.partition(":")
            mark = word(name.strip(), "mark", place, self.scope.log)
            number = numerals.parse(value) if value else None
            if mark in ("name", "book"):
                change["rule"] = mark
            elif mark in ("super", "sub"):
                change["script"] = mark
            elif mark in ("dots", "person"):
                change[mark] = True
            elif mark == "code":
                change["kind"] = mark
            elif mark == "tracking" and number is not None:
                change["tracking"] = float(number)
            elif mark is not None:
                self.scope.log.add("mark-value", place, mark=name.strip())
        return change

    def _plain(self, text: str, place: Place, at: int) -> Iterator[Inline]:
        if text:
            yield self._inline(text, place._replace(column=place.column + at))

    def _value(self, text: str, place: Place) -> Iterator[Inline]:
        if text.strip() in PAGES:
            yield self._inline(f"{{{text.strip()}}}", place)._replace(deferred="pages")
            return
        inside = place._replace(column=place.column + 2)
        value = evaluate(text, inside, self.scope)
        if value is None:
            return
        shown = value.figure.text if isinstance(value, Quantity) else value.text
        fact = value.fact if isinstance(value, Quantity) else ""
        computed = "" if fact or (isinstance(value, Words) and value.value is None) else text.strip()
        if isinstance(value, Words) and value.source:  # its figures are the row's
            computed = value.source
        yield self._inline(shown, place)._replace(fact=fact, formula=computed)

    def _toggle(self, kind: str, place: Place) -> None:
        if kind in self.opened:
            del self.opened[kind]
        else:
            self.opened[kind] = place

    def _inline(self, text: str, place: Place) -> Inline:
        if "strong" in self.opened:
            return Inline(text, place, "strong")
        return Inline(text, place, "kai" if "kai" in self.opened else "text")


def _led(inline: Inline, target: str) -> Inline:
    """An inline of a link; where it says {页}, the page of what it leads to will stand."""
    paged = target.startswith("#") and any(sign in inline.text for sign in PAGE)
    return inline._replace(link=target, deferred="page") if paged else inline._replace(link=target)


def _changed(inside: tuple[Inline, ...], change: dict[str, Any]) -> Iterator[Inline]:
    """Inlines with their marks; the first one of a person's name says all of it."""
    named = change.pop("person", False)
    name = "".join(inline.text for inline in inside) if named else ""
    for i, inline in enumerate(inside):
        yield inline._replace(**change, person=name if i == 0 else "")


def _readings(reading: str, base: str) -> tuple[str, ...]:
    """One reading for each character where there are as many, else one for the whole."""
    parts = tuple(reading.split())
    return parts if len(parts) == len(base) else (" ".join(parts),)


def _joined(before: Inline, after: Inline) -> Inline:
    """A space between Latin words where a line of the source ended, nothing between Han."""
    left, right = before.text[-1:], after.text[:1]
    if left.isascii() and right.isascii() and not left.isspace() and not right.isspace():
        return before._replace(text=before.text + " ")
    return before


def _curly(text: str, place: Place, scope: Scope) -> str:
    """Straight quotes beside Han become curly ones, by turns, with a warning; those inside {{ }} are left."""
    if '"' not in text or not re.search(_QUOTED, text):
        return text
    scope.log.add("straight-quotes", place._replace(column=place.column + text.index('"')), "warning")
    parts = text.split('"')
    return "".join(part + ("“" if i % 2 == 0 else "”") for i, part in enumerate(parts[:-1])) + parts[-1]
