"""Pages of other PDF files as form XObjects of ours (ISO 32000-1, 8.10): cut to what is shown, turned upright."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report.drawing import GuestPage
from report.pdf.backend import Sheets
from report.pdf.syntax import fine, nums, stream
from report.problem import ConformanceError, Problem, problem, valued

if TYPE_CHECKING:
    from report.pdf.guestcopy import Copier
    from report.pdf.guestrules import Finding


class GuestPages:
    """All foreign pages of a file; `problems` are what of them breaks the file's standards."""

    def __init__(self, sheets: Sheets, standards: tuple[str, ...], stack: ExitStack, *, screen: bool = False) -> None:
        self._wrong = "rgb" if not screen else "cmyk"
        self._sheets, self._standards, self._stack = sheets, standards, stack
        self._files: dict[str, tuple[Any, Copier]] = {}
        self._forms: dict[tuple[str, int], tuple[str, bool]] = {}
        self.problems: list[Problem] = []

    def scales(self, item: GuestPage) -> tuple[float, float]:
        """By how much the page is drawn larger than it is, across and up."""
        from report.foreign import view

        width, height = view(self._page(item)).size
        return item.width / width, item.height / height

    def draw(self, item: GuestPage, page: int) -> None:
        """Draws a page in its own points from the origin upwards; `page` is ours, for what is wrong with it."""
        key = item.source, item.number
        if key not in self._forms:
            self._forms[key] = self._made(item, page, f"P{len(self._forms)}")
        name, transparent = self._forms[key]
        self._sheets.transparent |= transparent
        self._sheets.doForm(name)

    def _made(self, item: GuestPage, page: int, name: str) -> tuple[str, bool]:
        import pikepdf

        from report.foreign import MISSHAPEN

        found: dict[Finding, None] = {}
        _, copier = self._file(item)
        copier.told = found.setdefault
        given = self._page(item)
        try:
            data = _form(given, copier)
        except (pikepdf.PdfError, *MISSHAPEN) as error:
            file = Path(item.source).name
            unread = problem("guest-broken", item.place, page=page, file=file, number=item.number)
            raise ConformanceError([unread]) from error
        self.problems += self._refused(item, page, found)
        self._sheets.book.image(name, data)
        return name, any(one.rule == "blend" for one in found)

    def _refused(self, item: GuestPage, page: int, found: dict[Finding, None]) -> Iterator[Problem]:
        from report.pdf.guestrules import RULES

        for one in found:
            if one.rule in ("rgb", "cmyk") and one.rule != self._wrong:
                continue
            rule = RULES[one.rule]
            broken = [name for name in self._standards if name in rule.standards]
            if broken:
                values = {"file": Path(item.source).name, "number": item.number, "what": one.what}
                yield valued(rule.code, item.place, "error", {**values, "standards": "、".join(broken)}, page)

    def _page(self, item: GuestPage) -> Any:
        return self._file(item)[0].pages[item.number - 1].obj

    def _file(self, item: GuestPage) -> tuple[Any, Copier]:
        if item.source not in self._files:
            from report.foreign import opened
            from report.pdf.guestcopy import Copier

            file = self._stack.enter_context(opened(Path(item.source)))
            self._files[item.source] = file, Copier(self._sheets.book, lambda _: None)
        return self._files[item.source]


def _form(page: Any, copier: Copier) -> bytes:
    from report.foreign import inherited, upright, view
    from report.pdf.guestcode import cleaned

    shown = view(page)
    code = cleaned(page)
    copier.page = inherited(page, "/Resources") or {}
    held = copier.resources(copier.page, code)
    box, matrix = nums(shown.box).encode(), " ".join(map(fine, upright(shown))).encode()
    entries = b"/Type/XObject/Subtype/Form/BBox[%s]/Matrix[%s]/Resources%s" % (box, matrix, held)
    if "/Group" in page:
        entries += b"/Group" + copier.value(page["/Group"])
    return stream(code.data, entries)
