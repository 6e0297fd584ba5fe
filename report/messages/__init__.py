"""Problems into words: one row of a table for each code, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, Literal

from report.messages.row import Message
from report.patterns import late
from report.problem import Problem

Language = Literal["zh", "en"]

PARTS = (
    "binding",
    "charts",
    "command",
    "content",
    "figures",
    "fonts",
    "layout",
    "notes",
    "official",
    "pdf",
    "pictures",
    "tables",
    "rewrite",
    "themes",
    "typeset",
    "prepress",
    "presswork",
    "archiving",
    "selfcheck",
    "jobs",
    "batch",
    "watch",
    "changes",
    "since",
    "schedule",
    "imposing",
    "packaging",
    "starting",
    "typefaces",
    "values",
    "preview",
)
"""The modules that hold rows; no code stands in two of them."""


@cache
def part(name: str) -> Mapping[str, Message]:
    """The rows of a part. Parts are read when a problem asks for them: a run without problems needs none."""
    rows: Mapping[str, Message] = import_module(f"{__name__}.{name}").ROWS
    return rows


@cache
def all_rows() -> Mapping[str, Message]:
    """Every row by its code."""
    return {code: row for name in PARTS for code, row in part(name).items()}


SEVERITIES: Mapping[str, Message] = {
    "error": Message("错误", "error"),
    "warning": Message("警告", "warning"),
    "notice": Message("提示", "notice"),
    "unjudged": Message("未判", "not judged"),
}


class _Blanks(dict[str, str]):
    """Values for the blanks of a row; a value that is missing shows as its name, since a message must never fail."""

    def __missing__(self, name: str) -> str:
        return "{" + name + "}"


def fill(row: Message, language: Language, values: Iterable[tuple[str, object]] = ()) -> tuple[str, str]:
    """Message and hint of a row with its blanks filled, each on one line."""
    blanks = _Blanks((name, _said(str(value), language)) for name, value in values)
    texts = (row.zh, row.zh_hint) if language == "zh" else (row.en, row.en_hint)
    said, hint = (_OPTIONAL.sub(lambda part: _kept(part, blanks), text).format_map(blanks) for text in texts)
    return said, hint


_OPTIONAL = late(r"\[\[(.*?)\]\]")
"""A part of a row that is left out when one of its blanks is empty."""


def _kept(part: re.Match[str], blanks: Mapping[str, str]) -> str:
    names = re.findall(r"\{(\w+)\}", part[1])
    return part[1] if all(blanks[name] for name in names) else ""


def _said(value: str, language: Language) -> str:
    """A value as it is shown; `@list` and the like are terms of the tables."""
    if not value.startswith("@"):
        return visible(value)
    from report.messages import archiving, content, imposing, selfcheck

    places = (content.TERMS, archiving.TERMS, selfcheck.TERMS, imposing.TERMS)
    term = next((terms[value] for terms in places if value in terms), None)
    if term is None:
        return visible(value)
    return term.zh if language == "zh" else term.en


def visible(text: str) -> str:
    """The text with line ends and control characters written out: a message is one line and moves no cursor."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def words(problem: Problem, language: Language) -> tuple[str, str]:
    """Message and hint of a problem; a code without a row (a fault of ours) says its values."""
    row = next((rows[problem.code] for rows in map(part, PARTS) if problem.code in rows), None)
    if row is None:
        text = ", ".join(f"{name}={visible(value)}" for name, value in problem.values)
        return text or problem.code, ""
    return fill(row, language, problem.values)


def render(problem: Problem, language: Language = "zh", file: str = "") -> str:
    """A problem as one line, as the contract has it; `file` stands for the place of a problem that has none."""
    message, hint = words(problem, language)
    chinese = language == "zh"
    if problem.page is not None:
        message += f"（第 {problem.page} 页）" if chinese else f" (page {problem.page})"
    if hint:
        message += ("；" if chinese else "; ") + hint
    at = ":".join(map(str, problem.place)) if problem.place else problem.file or file
    severity = fill(SEVERITIES[problem.severity], language)[0]
    return f"{visible(at)}: {severity}[{problem.code}] {message}" if at else f"{severity}[{problem.code}] {message}"


def as_json(problem: Problem, language: Language, file: str = "") -> dict[str, Any]:
    """A problem as the contract's JSON."""
    message, hint = words(problem, language)
    place = problem.place
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": place.file if place else problem.file or file or None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "page": problem.page,
        "message": message,
        "hint": hint,
    }
