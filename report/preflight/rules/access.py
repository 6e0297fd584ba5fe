"""Rules of PDF/UA-1 that a program can judge (ISO 14289-1)."""

from __future__ import annotations

from collections.abc import Iterator

from report.preflight.facts import Inspected
from report.preflight.rules.row import UA1, Asked, Found, Rule, found
from report.preflight.rules.whole import packet_of
from report.preflight.tags import Element


def not_called_ua1(file: Inspected, _asked: Asked) -> Iterator[Found]:
    said = packet_of(file).get("pdfuaid:part")
    if said != "1":
        yield found(said=said or "-")


def untagged(file: Inspected, _asked: Asked) -> Iterator[Found]:
    if not file.catalog.structured or not file.catalog.marked:
        yield found(what="MarkInfo" if file.catalog.structured else "StructTreeRoot")


def no_language(file: Inspected, _asked: Asked) -> Iterator[Found]:
    if not file.catalog.language.strip():
        yield found()


def no_title(file: Inspected, _asked: Asked) -> Iterator[Found]:
    if not packet_of(file).get("dc:title"):
        yield found(what="dc:title")
    elif not file.catalog.shows_title:
        yield found(what="DisplayDocTitle")


def tab_order(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from (found(sheet) for sheet in file.sheets if sheet.notes and sheet.tabs != "S")


def no_alternative(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for element in file.tags.elements:
        if element.role in ("Figure", "Formula") and not element.text:
            yield found(element.page or None, role=element.role)


def head_cells(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for element in file.tags.elements:
        if element.role == "TH" and element.scope not in ("Row", "Column", "Both") and not element.headers:
            yield found(element.page or None)


def _level(element: Element) -> int:
    return int(element.role[1]) if len(element.role) == 2 and element.role[0] == "H" else 0


def levels_skipped(file: Inspected, _asked: Asked) -> Iterator[Found]:
    before = 0
    for element in file.tags.elements:
        if level := _level(element):
            if level > before + 1:
                yield found(element.page or None, role=element.role, wanted=f"H{before + 1}")
            before = level


def headings_mixed(file: Inspected, _asked: Asked) -> Iterator[Found]:
    roles = {element.role for element in file.tags.elements}
    if "H" in roles and any(_level(element) for element in file.tags.elements):
        yield found()


def content_untagged(file: Inspected, _asked: Asked) -> Iterator[Found]:
    if file.catalog.structured:
        yield from (found(s, count=s.marks.unmarked) for s in file.sheets if s.marks.unmarked)


def links(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet in file.sheets:
        for note in sheet.notes:
            if note.subtype not in ("Popup", "PrinterMark") and not note.hidden:
                if not note.tagged:
                    yield found(sheet, note.box, what="@not-tagged", kind=note.subtype)
                elif not note.contents and note.subtype != "Widget":
                    yield found(sheet, note.box, what="@no-contents", kind=note.subtype)


def strange_roles(file: Inspected, _asked: Asked) -> Iterator[Found]:
    if file.tags.unknown:
        yield found(names="、".join(file.tags.unknown))


def notes_unidentified(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for element in file.tags.elements:
        if element.role == "Note" and not element.identified:
            yield found(element.page or None)


RULES = (
    Rule("ua1-name", (UA1,), "error", not_called_ua1),
    Rule("ua1-untagged", (UA1,), "error", untagged),
    Rule("ua1-language", (UA1,), "error", no_language),
    Rule("ua1-title", (UA1,), "error", no_title),
    Rule("ua1-tab-order", (UA1,), "error", tab_order),
    Rule("ua1-alternative", (UA1,), "error", no_alternative),
    Rule("ua1-head-cell", (UA1,), "error", head_cells),
    Rule("ua1-heading-skipped", (UA1,), "error", levels_skipped),
    Rule("ua1-heading-mixed", (UA1,), "error", headings_mixed),
    Rule("ua1-content", (UA1,), "error", content_untagged),
    Rule("ua1-link", (UA1,), "error", links),
    Rule("ua1-role", (UA1,), "error", strange_roles),
    Rule("ua1-note-id", (UA1,), "error", notes_unidentified),
)
