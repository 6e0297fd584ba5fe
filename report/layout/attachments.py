"""The pages of another PDF as pages of a report, each in the middle of a blank one, with its own label."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from report.content.model import Attachment, Common, SheetSpec
from report.content.spec import Spec
from report.drawing import GuestPage, Marked
from report.foreign import Guest, GuestSheet
from report.layout.blocks.fronts import attached_title, page_of
from report.layout.blocks.setting import Setting
from report.layout.desk import Desk
from report.layout.pieces import Plate
from report.problem import problem

FAULTS = {"broken": "attachment-broken", "encrypted": "attachment-encrypted", "layers": "attachment-layers"}
"""The problem that tells a file's fault."""


def attached(setting: Setting, given: Attachment, path: Path, guest: Guest, pages: Spec) -> Iterator[Plate]:
    """The pages that follow the title page; what is wrong with the file, or is left out of it, is told."""
    _told(setting.desk, given, guest)
    blank = page_of(pages.text("blank"), given.place, {}, Common())
    sheet, title = setting.book.report.sheet, attached_title(given)
    for number, one in enumerate(guest.sheets, 1):
        box = centred(one, sheet)
        page = GuestPage(*box, str(path), number, given.place)
        figure = Marked("Figure", (page,), alt=f"附件《{title}》第 {number} 页", box=box)
        yield Plate(blank, items=(figure,), label=one.label)


def centred(page: GuestSheet, sheet: SheetSpec) -> tuple[float, float, float, float]:
    """Where a page stands on a sheet, in points: in the middle, in its own size where the safe area allows it."""
    room = sheet.width - 2 * sheet.safe, sheet.height - 2 * sheet.safe
    scale = min(1.0, room[0] / page.width, room[1] / page.height)
    width, height = page.width * scale, page.height * scale
    return (sheet.width - width) / 2, (sheet.height - height) / 2, width, height


def _told(desk: Desk, given: Attachment, guest: Guest) -> None:
    if guest.fault:
        desk.report(problem(FAULTS[guest.fault], given.place, file=given.file))
    notes = sum(one.notes for one in guest.sheets)
    if notes:
        desk.report(problem("attachment-notes", given.place, "notice", file=given.file, count=notes))
    if guest.scripts:
        desk.report(problem("attachment-scripts", given.place, "notice", file=given.file))
