"""A report of an earlier format into the present one, or back: a table of steps, each a set of names that changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from report.content.rewrite.text import Edit, Source, edited, source
from report.content.schema.nested import Met, Old, of_file, walk
from report.content.source import Fields, Scalar
from report.named import NamedTuple
from report.problem import ContentError, problem

FORMAT = 1
"""The present version of the format."""
MARK = "  # banxin upgrade"
"""Behind a version that an upgrade put in, so that going back takes it out again."""


class Renamed(NamedTuple):
    """A key of a shape by its English name, and what it was called before, in both languages."""

    shape: str
    key: str
    zh: str
    en: str


class Step(NamedTuple):
    """What changed from the version before; `words` are words of a table, old to new."""

    version: int
    keys: tuple[Renamed, ...]
    words: Mapping[str, Mapping[str, str]]


STEPS = (
    Step(
        1,
        keys=(
            Renamed("chart", "per", "每瓣", "per-petal"),
            Renamed("topic", "text", "正文", "body"),
            Renamed("quote", "source", "作者", "attribution"),
        ),
        words={
            "chart": {
                "dot-matrix": "dots",
                "proportion-bar": "proportion",
                "paired-bars": "bar",
                "warp-bands": "warp",
                "wave-field": "wave",
            }
        },
    ),
)
"""Version 0 is the draft in which the first brochure was planned; it had no version of its own."""


def version(text: str, name: str = "") -> int:
    """The version that a report states; 0 when it states none."""
    found = _version(source(text, name))
    return _number(found) if found else 0


def upgrade(text: str, name: str = "", to: int = FORMAT) -> str:
    """The report in version `to` of the format, an earlier one included; raises ContentError for a version unknown."""
    read = source(text, name)
    stated = _version(read)
    now = _number(stated) if stated else 0
    if not 0 <= now <= FORMAT or not 0 <= to <= FORMAT:
        place = stated.place if stated else read.root.place
        raise ContentError([problem("unknown-format-version", place, given=now if now > FORMAT else to, known=FORMAT)])
    for step in STEPS if to >= now else reversed(STEPS):
        if now < step.version <= to:
            text = _stepped(text, step, name, forward=True)
        elif to < step.version <= now:
            text = _stepped(text, step, name, forward=False)
    return text


def _stepped(text: str, step: Step, name: str, forward: bool) -> str:
    """One step up or down."""
    read = source(text, name)
    old: Old = {(row.shape, before): row.key for row in step.keys for before in (row.zh, row.en)}
    edits = list(_stated(read, step.version if forward else step.version - 1))
    for met in walk(read.root, of_file(read.root), old if forward else {}):
        new = _name(met, step, forward)
        if new and new != met.scalar.text:
            start, end = read.spans(met.scalar)[0]
            edits.append(Edit(start, end, new))
    return edited(read, edits, name)


def _name(met: Met, step: Step, forward: bool) -> str:
    """What a key or word is called after the step; "" where nothing changes."""
    row, text = met.row, met.scalar.text
    if met.kind == "key" and row is not None:
        renamed = next((one for one in step.keys if (one.shape, one.key) == (met.shape, row.name)), None)
        if renamed is None:
            return ""
        if forward:
            return {renamed.zh: row.zh, renamed.en: row.name}.get(text, "")
        return {row.zh: renamed.zh, row.name: renamed.en}.get(text, "")
    words = step.words.get(met.kind.partition(":")[2], {}) if met.kind.startswith("word:") else {}
    return words.get(text, "") if forward else {new: before for before, new in words.items()}.get(text, "")


def _version(read: Source) -> Scalar | None:
    """The scalar that states the version."""
    entries = read.root.entries if isinstance(read.root, Fields) else ()
    return next((v for k, v in entries if k.text in ("格式", "format") and isinstance(v, Scalar)), None)


def _number(stated: Scalar) -> int:
    return int(stated.text) if re.fullmatch(r"\d{1,4}", stated.text) else FORMAT + 1


def _stated(read: Source, number: int) -> Iterator[Edit]:
    """The version written anew, put in where there is none, or taken out where an upgrade had put it in."""
    stated = _version(read)
    if stated is not None:
        start, end = read.spans(stated)[0]
        line = read.text.rfind("\n", 0, start) + 1
        after = re.compile(rf"{MARK}\r?\n").match(read.text, end)
        yield Edit(line, after.end(), "") if after and number == 0 else Edit(start, end, str(number))
    elif isinstance(read.root, Fields) and read.root.entries:
        first = read.root.entries[0][0]
        at = read.offset(first.place)
        key = "format" if first.text.isascii() else "格式"
        flow = read.text[read.offset(read.root.place)] == "{"
        line_end = "\r\n" if "\r\n" in read.text else "\n"
        yield Edit(at, at, f"{key}: {number}, " if flow else f"{key}: {number}{MARK}{line_end}")
