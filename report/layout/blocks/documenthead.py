"""What stands above the text of a continuous report: the mark of an attachment, the title of the whole."""

from __future__ import annotations

from report.content.spec import Spec
from report.drawing import Item, Marked
from report.layout.blocks.setting import Setting, label, prose_of
from report.layout.book import Mark
from report.layout.desk import plain, spans
from report.layout.pieces import Piece, space, still
from report.problem import Place
from report.record import replace
from report.typeset import set_paragraph


def document_head(setting: Setting, look: Spec) -> tuple[Piece, ...]:
    """附件2 at the left of the first line, the title in the middle of the third, then an empty line (GB/T 9704)."""
    report = setting.book.report
    found: list[Piece] = []
    if look.has("mark"):
        found += _mark(setting, look.sub("mark"))
    title = report.edition.title or prose_of(report.about.title, report.about.places.get("title") or Place("", 0, 0))
    own = look.sub("title")
    desk, width = setting.desk, own.mm("width")
    style = replace(desk.style(own.style("style")), phrases=True, balance=True)
    made = set_paragraph(spans([one for p in title for one in p], style, desk.theme), width, style, desk.faces)
    desk.tell(made.problems)
    items: tuple[Item, ...] = (Marked("H1", made.items(own.mm("x", 0.0), own.mm("at"))),)
    depth = style.leading * len(made.lines)
    mark = Mark("matter", plain(title), 1)
    return (*found, Piece(depth, still(items), keep=True, marks=(mark,)), space(own.mm("below")))


def _mark(setting: Setting, look: Spec) -> tuple[Piece, ...]:
    """The word 附件 with its number; an attachment that is the only one has none (GB/T 9704-2012)."""
    desk = setting.desk
    edition = setting.book.report.edition
    said = label(desk, "attachment-mark", number=edition.number)
    line = desk.line(said, 0.0, look.mm("at"), desk.style(look.style("style"), align="left"))
    return (Piece(look.mm("height"), still((Marked("P", line),)), keep=True),)
