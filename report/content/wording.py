"""House wording: words that a report should not use, found in its prose, each with its place and what to write.

A word inside a longer one that is allowed (the wording to use instead, or a word of the allow list) is not found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from report.content.form import Form, Log, open_form
from report.content.model import About, Inline, Report
from report.content.nearest import nearest_file
from report.content.source import Fields, Items, Node, Scalar, load
from report.problem import ContentError, Place, Problem, Severity, valued
from report.record import field_names, record

Paragraph = tuple[Inline, ...]

PRINTED = frozenset({"alt", "source", "chapter", "contents", "head"})
"""Fields of records that are plain text and are printed or read out."""
ABOUT = ("title", "subtitle", "body", "status", "source", "period")
"""What a report says of itself in print."""
SEVERITIES: Mapping[str, Severity] = {"error": "error", "warning": "warning", "notice": "notice"}


@record
class Rule:
    """A word that should not appear, what to write instead, and why."""

    word: str
    instead: str
    reason: str
    severity: Severity


def rules(check: Form, folder: Path, inputs: list[str]) -> tuple[Rule, ...]:
    """The rules of 核对.用语: listed there, or in a YAML file, which becomes one of the inputs."""
    node = check.node("wording")
    if isinstance(node, Scalar):
        node = _filed(node, folder, check.log, inputs)
    listed = node.get("用语") or node.get("wording") if isinstance(node, Fields) else node
    if not isinstance(listed, Items):
        if node is not None:
            check.log.add("wrong-type", node.place, key=check.log.shown(check.shape["wording"]), wanted="@list")
        return ()
    forms = (open_form(item, "wording", check.log) for item in listed.items)
    return tuple(_rule(form) for form in forms if form is not None and form.text("word"))


def _filed(named: Scalar, folder: Path, log: Log, inputs: list[str]) -> Node | None:
    path = folder / named.text
    if not path.resolve().is_relative_to(folder.resolve()):
        log.add("path-outside", named.place, file=named.text)
    elif not path.is_file():
        near = nearest_file(path.name, sorted(p.name for p in folder.glob("*.y*ml")))
        log.add("missing-file", named.place, file=named.text, near=near)
    else:
        inputs.append(str(path))
        try:
            return load(path)
        except ContentError as error:
            log.problems += error.problems
    return None


def _rule(form: Form) -> Rule:
    severity = SEVERITIES[form.word("severity", "severity", "warning")]
    return Rule(form.text("word"), form.text("instead"), form.text("reason"), severity)


def findings(
    paragraphs: Iterable[Paragraph], known: Collection[Rule], allowed: Iterable[str] = ()
) -> Iterator[Problem]:
    """Every use of a word that a rule names."""
    find = _finder(known, allowed)
    for paragraph in paragraphs:
        text, places = _joined(paragraph)
        for at, rule in find(text):
            told = {"word": rule.word, "instead": rule.instead, "reason": rule.reason}
            yield valued("house-word", places[at], rule.severity, told)


def _finder(known: Collection[Rule], allowed: Iterable[str]) -> Callable[[str], Iterator[tuple[int, Rule]]]:
    """Finds words from left to right, the longest first; of those that no rule names, nothing is told."""
    words: dict[str, Rule | None] = dict.fromkeys([*allowed, *(rule.instead for rule in known)])
    words |= {rule.word: rule for rule in known}
    by_first: dict[str, list[str]] = {}
    for word in sorted(filter(None, words), key=len, reverse=True):
        by_first.setdefault(word[0], []).append(word)
    first = re.compile(f"[{re.escape(''.join(by_first))}]") if by_first else None

    def find(text: str) -> Iterator[tuple[int, Rule]]:
        at = 0
        while first and (found := first.search(text, at)):
            start = found.start()
            word = next((word for word in by_first[found[0]] if text.startswith(word, start)), "")
            if rule := words.get(word):
                yield start, rule
            at = start + (len(word) or 1)

    return find


def _joined(paragraph: Paragraph) -> tuple[str, list[Place]]:
    """The words of a paragraph without forced line ends, and the place of each character."""
    letters: list[str] = []
    places: list[Place] = []
    for inline in paragraph:
        typed = not inline.fact and not inline.formula
        for i, char in enumerate(inline.text):
            if char != "\n":
                letters.append(char)
                places.append(inline.place._replace(column=inline.place.column + i) if typed else inline.place)
    return "".join(letters), places


def paragraphs(report: Report) -> Iterator[Paragraph]:
    """Everything in words that a report prints, from front to back."""
    yield from _of_about(report.about)
    yield from _inside(report.body)


def _of_about(about: About) -> Iterator[Paragraph]:
    for name in ABOUT:
        if about.fields.get(name):
            yield (Inline(about.fields[name], about.places[name]),)


def _inside(value: Any) -> Iterator[Paragraph]:
    """The paragraphs of a record, a list or a map, however deep."""
    if isinstance(value, tuple) and value and all(isinstance(item, Inline) for item in value):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _inside(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _inside(item)
    else:
        for name in field_names(value.__class__):
            inner = getattr(value, name)
            place = getattr(value, "place", None)
            if name in PRINTED and isinstance(inner, str) and inner and place is not None:
                yield (Inline(inner, place),)
            else:
                yield from _inside(inner)
