"""The canvas as a foreign drawing sees it: ReportLab's, but for what the file does in its own way or cannot hold."""

from __future__ import annotations

import re
from typing import Any, NoReturn, Protocol

from reportlab.lib.boxstuff import aspectRatioFix
from reportlab.lib.colors import CMYKColor

from report.boxes import Box
from report.patterns import late
from report.pdf.backend import Sheets
from report.pdf.state import OVERPRINTS

PAINTS = late(r"(?<!\S)((?:[\d.]+ ){4})k(?!\S)")
BLACK = "0 0 0 1 "
FORBIDDEN = {
    False: re.compile(r"(?<!\S)(rg|RG|g|G|sc|SC|BI)(?!\S)"),
    True: re.compile(r"(?<!\S)(k|K|g|G|sc|SC|BI)(?!\S)"),
}
"""Operators of colour spaces that a file for the press, or for screens, must not have, and of inline images."""
PICTURE = ("width", "height", "mask", "preserveAspectRatio", "anchor", "anchorAtXY")
"""Options of `drawImage` in order."""
REFUSED = (
    *("addPostScriptCommand", "setEncrypt", "showPage", "save"),
    *("freeTextAnnotation", "textAnnotation", "highlightAnnotation", "inkAnnotation"),
)
"""What has no place in a drawing, or in the file."""
STRINGS = late(r"\((?:\\.|[^\\()])*\)", re.DOTALL)


class Host(Protocol):
    """Who answers for a foreign drawing."""

    def ink(self, colour: Any) -> Any: ...
    def image(self, image: Any, mask: Any, width: float) -> str: ...
    def size(self, image: Any) -> tuple[int, int]: ...
    def link(self, rect: Box, target: str, words: str) -> None: ...
    def refuse(self, what: str) -> NoReturn: ...


class Hosted(Sheets):
    """`Sheets` while a foreign drawing is made; `host` is set by who makes it."""

    host: Host

    def setFillGray(self, gray: float, alpha: float | None = None) -> None:  # noqa: N802 - names are ReportLab's
        self.setFillColor(CMYKColor(0, 0, 0, 1 - gray), alpha)

    def setStrokeGray(self, gray: float, alpha: float | None = None) -> None:  # noqa: N802
        self.setStrokeColor(CMYKColor(0, 0, 0, 1 - gray), alpha)

    def linearGradient(self, *ends: Any, colors: Any = None, **options: Any) -> None:  # noqa: N802
        points, inks = _split(ends, 4, colors)
        super().linearGradient(*points, [self.host.ink(one) for one in inks], *ends[5:], **options)

    def radialGradient(self, *ends: Any, colors: Any = None, **options: Any) -> None:  # noqa: N802
        points, inks = _split(ends, 3, colors)
        super().radialGradient(*points, [self.host.ink(one) for one in inks], *ends[4:], **options)

    def drawText(self, aTextObject: Any) -> None:  # noqa: N802, N803
        """Black text overprints, as ours does, also amid words of other colours."""
        code = PAINTS.sub(self._inked, str(aTextObject.getCode()))
        if self.fills_black() or "gs" in code:
            self.overprint(self.fills_black())
            self.addLiteral(code)
            self.overprint(False)
        else:
            self.addLiteral(code)

    def _inked(self, inks: re.Match[str]) -> str:
        """A colour within a text object, and whether what follows overprints."""
        return f"{inks[0]} /{self._overprinting(inks[1] == BLACK)} gs"

    def overprint(self, wanted: bool) -> None:
        self.addLiteral(f"/{self._overprinting(wanted)} gs")

    def _overprinting(self, wanted: bool) -> str:
        """The name of a state in which everything overprints, or nothing."""
        said = str(wanted).lower().encode()
        return self.stated(OVERPRINTS[wanted, wanted], b"/OP %s/op %s/OPM 1" % (said, said))

    def drawImage(self, image: Any, x: float, y: float, *rest: Any, **options: Any) -> tuple[int, int]:  # noqa: N802
        given = {**dict(zip(PICTURE, rest, strict=False)), **options}
        size = self.host.size(image)
        ways = (given.get("preserveAspectRatio", False), given.get("anchor", "c"))
        box = aspectRatioFix(
            *ways, x, y, given.get("width"), given.get("height"), *size, given.get("anchorAtXY", False)
        )
        key = self.host.image(image, given.get("mask"), box[2])
        self.saveState()
        self.translate(box[0], box[1])
        self.scale(box[2], box[3])
        self.doForm(key)
        self.restoreState()
        return size

    def drawInlineImage(self, image: Any, x: float, y: float, *rest: Any, **options: Any) -> tuple[int, int]:  # noqa: N802
        return self.drawImage(image, x, y, *rest[:2], **options)

    def linkURL(self, url: str, rect: Box, relative: int = 0, **_: Any) -> None:  # noqa: N802
        self.host.link(self.absolute(rect, relative), url, url)

    def linkRect(self, contents: str, destinationname: str, *rest: Any, **options: Any) -> None:  # noqa: N802
        given = {**dict(zip(("Rect", "addtopage", "name", "relative"), rest, strict=False)), **options}
        self.host.link(self.absolute(given.get("Rect"), given.get("relative", 1)), destinationname, contents)

    def checked(self, mark: int) -> None:
        """Refuses what was drawn since a mark in colours that the file must not have."""
        found = FORBIDDEN[self.screen].search(STRINGS.sub("()", self.since(mark)))
        if found:
            self.host.refuse(f"operator {found[1]}")


def _split(ends: tuple[Any, ...], count: int, colors: Any) -> tuple[tuple[Any, ...], Any]:
    return ends[:count], colors if colors is not None else ends[count]


def _refusal(what: str) -> Any:
    def refused(self: Hosted, *_: Any, **__: Any) -> NoReturn:
        self.host.refuse(what)

    return refused


for _what in REFUSED:
    setattr(Hosted, _what, _refusal(_what))
Hosted.acroForm = property(_refusal("acroForm"))
