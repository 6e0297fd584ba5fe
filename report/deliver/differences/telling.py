"""Differences as text for people and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from report.deliver.differences.model import Differences, FigureChange, PageChange, WordChange
from report.deliver.differences.reading import CELL
from report.deliver.differences.words import Segment
from report.messages import Language, fill
from report.messages.changes import WORDS
from report.named import NamedTuple

AROUND = 14
"""Characters of a sentence shown on either side of a change."""
MOST_CELLS = 5
"""Figures of a table that have a line each when they come or go."""
MOST_PAGES = 12
"""Pages with new words that have a line each."""
BETWEEN = " │ "

Json = dict[str, Any]


def word(language: Language, key: str, **values: object) -> str:
    return fill(WORDS[key], language, values.items())[0]


def as_text(found: Differences, language: Language) -> str:
    """The differences a line each, under their heads."""

    def say(key: str, **values: object) -> str:
        return word(language, key, **values)

    lines = [
        say("head", title=found.new.title or found.new.identifier, delivery=found.delivery),
        say("between", old=found.old.label, new=found.new.label, pages_old=found.pages_old, pages_new=found.pages_new),
    ]
    if found.same:
        lines.append(say("same"))
    for key, told in (
        ("figures", [_figure_line(one, language) for one in figure_groups(found.figures)]),
        ("words", [word_line(one, language) for one in found.words]),
        ("pages", page_lines(found.pages, language)),
        ("inputs", [f"{say(kind)} {name}" for kind, name in found.inputs]),
    ):
        if told:
            count = {"pages": len(found.pages), "figures": len(found.figures)}.get(key, len(told))
            lines += ["", say(key, count=count), *(f"  {line}" for line in told)]
    notes = [say("figures-unknown")] * (found.old.figures is None) + [say("tool")] * found.tool_changed
    return "\n".join([*lines, *([""] if notes else []), *notes])


class Lot(NamedTuple):
    """Figures of a table that came or went as a whole."""

    kind: str
    table: str
    total: int


def figure_groups(figures: Sequence[FigureChange]) -> list[FigureChange | Lot]:
    """Each figure, or each table of which many came or went."""
    lots = Counter(_table(one) for one in figures)
    told: dict[FigureChange | Lot, None] = {}
    for one in figures:
        table = _table(one)
        told[Lot(*table, lots[table]) if table and lots[table] > MOST_CELLS else one] = None
    return list(told)


def _table(one: FigureChange) -> tuple[str, str] | None:
    """Whether a figure came or went, and its table."""
    name, bracket, _ = one.name.partition("[")
    if not bracket or (one.old is not None and one.new is not None):
        return None
    return "added" if one.old is None else "removed", name


def lot_line(one: Lot, language: Language) -> str:
    """What became of a table, and how many figures it had."""
    return f"{word(language, one.kind)} {one.table}[…]  {word(language, 'cells', count=one.total)}"


def _figure_line(one: FigureChange | Lot, language: Language) -> str:
    """Name, what became what, where it is written, where it is printed."""
    if isinstance(one, Lot):
        return lot_line(one, language)
    shown = one.new or one.old
    became = " → ".join(part.shown for part in (one.old, one.new) if part is not None)
    kind = word(language, "added" if one.old is None else "removed") + " " if one.old is None or one.new is None else ""
    return f"{kind}{one.name}  {became}  {shown.place if shown else ''}  {pages_of(one, language)}"


def pages_of(one: FigureChange, language: Language) -> str:
    """The pages on which a figure is printed."""
    if not one.pages:
        return word(language, "nowhere")
    return word(language, "old-page" if one.new is None else "page", page=_listed(one.pages, language))


def _listed(pages: Sequence[int], language: Language) -> str:
    return ("、" if language == "zh" else ", ").join(map(str, pages))


def word_line(one: WordChange, language: Language) -> str:
    """Where it is, and the sentence with its changes in brackets."""
    where = word(language, "old-page", page=one.old_page) if one.page is None else word(language, "page", page=one.page)
    if one.kind == "changed":
        return f"{where}  {''.join(bracketed(one.segments))}"
    text = (one.new or one.old).replace(CELL, BETWEEN)
    return f"{where}  {word(language, one.kind)}  {text}"


def bracketed(segments: Sequence[Segment]) -> Iterator[str]:
    """A sentence with 〔old → new〕 where it changed; what stays is cut to the words around a change."""
    for at, one in enumerate(segments):
        if one.same:
            yield shortened(one.new, first=at == 0, last=at == len(segments) - 1).replace(CELL, BETWEEN)
        elif one.old and one.new:
            yield f"〔{one.old} → {one.new}〕".replace(CELL, BETWEEN)
        else:
            yield (f"〔+{one.new}〕" if one.new else f"〔−{one.old}〕").replace(CELL, BETWEEN)


def shortened(text: str, first: bool, last: bool) -> str:
    """Unchanged words of a sentence: the head of a row stays, and what stands beside a change."""
    head, cell, rest = text.partition(CELL)
    if first and cell:
        return head + cell + (f"… {CELL}".join(["", rest.rpartition(CELL)[2]]) if rest.count(CELL) > 2 else rest)
    if first and len(text) > AROUND + 1:
        return "…" + text[-AROUND:]
    if last and len(text) > AROUND + 1:
        return text[:AROUND] + "…"
    return text if len(text) <= 2 * AROUND + 1 else f"{text[:AROUND]}…{text[-AROUND:]}"


def page_lines(pages: Sequence[PageChange], language: Language) -> list[str]:
    """What became of pages, a line each; those that moved together stand in one, and so do many with new words."""
    reworded = [one.new for one in pages if _is_reworded(one) and one.new is not None]
    told: list[str] = []
    if len(reworded) > MOST_PAGES:
        told.append(f"{word(language, 'page', page=_listed(reworded, language))}  {word(language, 'reworded')}")
        pages = [one for one in pages if not _is_reworded(one)]
    at = 0
    while at < len(pages):
        end = at + 1
        while end < len(pages) and _go_together(pages[end - 1], pages[end]):
            end += 1
        told.append(_moved(pages[at], pages[end - 1], language) if end - at > 1 else page_line(pages[at], language))
        at = end
    return told


def _is_reworded(one: PageChange) -> bool:
    return one.kind == "changed" and one.old == one.new and not one.look


def _go_together(one: PageChange, other: PageChange) -> bool:
    both_moved = one.kind == other.kind == "moved"
    return both_moved and other.new == (one.new or 0) + 1 and other.old == (one.old or 0) + 1


def _moved(first: PageChange, last: PageChange, language: Language) -> str:
    said = word(language, "page", page=f"{first.new}–{last.new}"), word(language, "moved")
    return "  ".join([*said, word(language, "was", page=f"{first.old}–{last.old}")])


def page_line(one: PageChange, language: Language) -> str:
    """What became of a page."""
    if one.new is None:
        return f"{word(language, 'old-page', page=one.old)}  {word(language, 'removed')}  {one.text}".rstrip()
    said = [word(language, one.kind)] if one.kind != "changed" else []
    if one.words:
        said.append(word(language, "sentences", count=one.words))
    if one.look:
        said.append(word(language, "look"))
    if one.old is not None and one.old != one.new:
        said.append(word(language, "was", page=one.old))
    return f"{word(language, 'page', page=one.new)}  {'  '.join([*said, *([one.text] if one.text else [])])}"


def as_json(found: Differences) -> Json:
    """The differences for programs; lengths are points from the top left of the trim."""
    return {
        "same": found.same,
        "delivery": found.delivery,
        "old": {"path": found.old.path.as_posix(), "edition": found.old.label, "pages": found.pages_old},
        "new": {"path": found.new.path.as_posix(), "edition": found.new.label, "pages": found.pages_new},
        "figures": [_figure(one) for one in found.figures],
        "words": [_words(one) for one in found.words],
        "pages": [
            {"kind": one.kind, "old": one.old, "new": one.new, "words": one.words, "look": one.look, "text": one.text}
            for one in found.pages
        ],
        "inputs": [{"kind": kind, "name": name} for kind, name in found.inputs],
        "tool_changed": found.tool_changed,
        "figures_known": found.old.figures is not None and found.new.figures is not None,
        "marks": [mark._asdict() for mark in found.marks],
    }


def _figure(one: FigureChange) -> Json:
    kind = "added" if one.old is None else "removed" if one.new is None else "changed"
    parts = {"old": one.old._asdict() if one.old else None, "new": one.new._asdict() if one.new else None}
    return {"kind": kind, "name": one.name, **parts, "pages": list(one.pages)}


def _words(one: WordChange) -> Json:
    return {
        "kind": one.kind,
        "role": one.role,
        "old_page": one.old_page,
        "page": one.page,
        "old": one.old or None,
        "new": one.new or None,
        "segments": [segment._asdict() for segment in one.segments],
    }
