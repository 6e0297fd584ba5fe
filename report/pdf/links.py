"""Links as annotations (ISO 32000-1, 12.5.6.5): tagged, with words; inside the document led by a destination."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from report.boxes import Box
from report.drawing import Destination
from report.named import NamedTuple
from report.pdf.objects import Store
from report.pdf.syntax import literal, num, nums, text

URI_CHARACTERS = "!#$%&'()*+,/:;=?@[]~"
"""What stays as it is in a URI, besides letters, digits and -._ (RFC 3986)."""


class Annotation(NamedTuple):
    """A link: its object number, rectangle on the sheet, target and words, and its key in the parent tree."""

    number: int
    rect: Box
    target: str
    text: str
    parent: int


def reachable(target: str, places: Mapping[str, Destination]) -> bool:
    """Whether a link leads anywhere: to a place of the document, or to a URI."""
    return target in places or ":" in target


def write(
    links: Sequence[Annotation], places: Mapping[str, Destination], pages: Sequence[tuple[int, float]], store: Store
) -> None:
    """Puts the annotations of a page; `pages` are object number and upper trim edge of every page."""
    for link in links:
        words = text(link.text or link.target)
        parts = (nums(link.rect).encode(), words, link.parent, _action(link.target, places, pages))
        form = b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%s]/Contents%s/StructParent %d%s>>"
        store.put(link.number, form % parts)


def _action(target: str, places: Mapping[str, Destination], pages: Sequence[tuple[int, float]]) -> bytes:
    place = places.get(target)
    if place is None:
        return b"/A<</S/URI/URI%s>>" % literal(quote(target, safe=URI_CHARACTERS))
    number, top = pages[place.page - 1]
    return b"/Dest[%d 0 R/XYZ 0 %s null]" % (number, num(top - place.y).encode())
