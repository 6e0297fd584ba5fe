"""Plain pages of our own about a document (its certificate, what changed in it): text in our own typesetting."""

from __future__ import annotations

from collections.abc import Sequence

from report import resources
from report.colour import BLACK, Colour
from report.content.catalogue import read_catalogue
from report.drawing import Item, moved
from report.typeset import Span, TextStyle, set_line, set_paragraph
from report.typeset.faces import Faces


class Letters:
    """Sets text in the bundled fonts; what no font has becomes the mark of a missing type, since names in a foreign
    file may hold anything."""

    def __init__(self) -> None:
        self._faces = Faces(read_catalogue(resources.fonts() / "fonts.yaml"))

    def line(self, text: str | Sequence[Span], x: float, y: float, style: TextStyle) -> tuple[Item, ...]:
        """One line from x on the baseline y."""
        return tuple(moved(run, x, y) for run in set_line(self._spans(text, style), style, self._faces).runs)

    def width(self, text: str, style: TextStyle) -> float:
        """The width of one line, in points."""
        return set_line(self._spans(text, style), style, self._faces).width

    def paragraph(
        self, text: str | Sequence[Span], at: tuple[float, float], measure: float, style: TextStyle
    ) -> tuple[tuple[Item, ...], float]:
        """A paragraph from the first baseline `at` downwards, and the height of its lines."""
        found = set_paragraph(self._spans(text, style), measure, style, self._faces)
        return found.items(*at), len(found.lines) * style.leading

    def _spans(self, text: str | Sequence[Span], style: TextStyle) -> list[Span]:
        spans = [Span(text)] if isinstance(text, str) else text
        return [s if s.text == "\n" else s._replace(text=self._known(s.text, s.style or style)) for s in spans]

    def _known(self, text: str, style: TextStyle) -> str:
        shown = "".join(c if c.isprintable() else " " for c in text)
        find = self._faces.find
        return "".join(c if c == " " or find(c, style.family, style.weight) else "〓" for c in shown)


def plain_style(
    size: float, leading: float, colour: Colour = BLACK, weight: int = 400, family: str = "hei"
) -> TextStyle:
    """Text of such pages: set to the left."""
    return TextStyle(family, weight, size, leading, colour, align="left")
