"""Mistakes that YAML reports badly or not at all, found in the raw lines, and syntax errors in the user's words.

The list is that of the authoring format (docs/format.md, "YAML traps"): each was typed and seen to be misread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from report.patterns import late
from report.problem import Place, Problem, problem

_BLOCK_HEAD = late(r"^( *)(?:- +)*(?:[^#\s][^#]*?)?[:\-]\s+[|>][-+0-9]*\s*(?:#.*)?$")
_FULL_COLON = late(r"^ *(?:- +)*([^\s\"'\[\]{}：:#，。；“”（）]{1,12})：(?!：)\s*\S")
_NO_SPACE = late(r"^ *-([^\s\-\d.])")
_SPECIAL = late(r"^ *(?:- +)*(?:[^\s:\"'{\[#][^:\"'{\[]*: +)?(\{\{|\*\*|\[[^\]]*\]\(|[%@`])")
_INDICATOR = late(r"^ *(?:- +)*(?:[^\s:\"'{\[#][^:\"'{\[]*: +)?([&!*>|%@`])")
"""A value that begins with a sign that YAML keeps for itself."""
_SUSPECT = late(r"[\t\u3000：%@`]|^ *-[^\s\-\d.]|\{\{|\*\*|\]\(")
"""What no line is without that is one of the traps."""


def traps(lines: Sequence[str], name: str) -> Iterator[Problem]:
    """Problems of lines that are outside block text."""
    inside = -1
    for number, line in enumerate(lines, 1):
        indent = len(line) - len(line.lstrip(" "))
        if inside >= 0:
            if not line.strip() or indent > inside:
                continue
            inside = -1
        if _SUSPECT.search(line):
            yield from _line_traps(line, Place(name, number, indent + 1))
        if ("|" in line or ">" in line) and _BLOCK_HEAD.match(line):
            inside = _block_indent(line)


def _block_indent(line: str) -> int:
    """Indentation of the key that a block text belongs to: `- a: |` counts the dash as indentation."""
    return len(line) - len(line.lstrip(" "))


def _line_traps(line: str, place: Place) -> Iterator[Problem]:
    stripped = line.strip()
    if not stripped or stripped.startswith("#"):
        return
    lead = line[: len(line) - len(line.lstrip())]
    if "\t" in lead:
        yield problem("tab-indent", place._replace(column=lead.index("\t") + 1))
    elif "\u3000" in lead:
        yield problem("wide-space-indent", place._replace(column=lead.index("\u3000") + 1))
    elif found := _FULL_COLON.match(line):
        yield problem("full-width-colon", place._replace(column=found.end(1) + 1), key=found[1])
    elif found := _NO_SPACE.match(line):
        if stripped != "---":
            yield problem("dash-without-space", place, text=stripped[:12])
    elif found := _SPECIAL.match(line):
        yield problem("quote-needed", place._replace(column=found.start(1) + 1), start=found[1][:2])


def syntax_problem(error: Any, lines: Sequence[str], name: str) -> Problem:
    """A PyYAML error as a problem with its place."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return problem("yaml-syntax", Place(name, 1, 1), text=str(error).splitlines()[0][:80])
    place = Place(name, mark.line + 1, mark.column + 1)
    said = str(getattr(error, "problem", "") or "")
    opened = getattr(error, "context_mark", None)
    start = Place(name, opened.line + 1, opened.column + 1) if opened is not None else place
    line = lines[mark.line] if mark.line < len(lines) else ""
    if found := _INDICATOR.match(line):
        return problem("quote-needed", place._replace(column=found.start(1) + 1), start=found[1])
    if "quoted scalar" in str(getattr(error, "context", "") or ""):
        return problem("yaml-quote", start)
    if "mapping values are not allowed" in said:
        return problem("colon-in-value", place)
    if "did not find expected key" in said or "could not find expected ':'" in said:
        return problem("yaml-indent", place)
    if "expected ',' or" in said:
        return problem("yaml-bracket", start)
    return problem("yaml-syntax", place, text=line.strip()[:24])
