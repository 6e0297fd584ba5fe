"""The structure tree of pages that have become form XObjects, each once: what points at a page points at its form.

Facing pages are read as single ones are, so their tags stay; on a plate pages stand in no order that anybody reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from report.foreign import Matrix
from report.named import NamedTuple
from report.pdf.syntax import nums
from report.preflight.marks import boxed

Key = tuple[int, int]
"""An object's number and generation."""


class Moved(NamedTuple):
    """Where the content of a page has gone: the page of the sheet, the form on it, the matrix in front of that."""

    sheet: Any
    form: Any
    matrix: Matrix


def keep_tags(file: Any, moved: Mapping[Key, Moved]) -> None:
    """Leads the marked content of the tree to forms (ISO 32000-1, 14.7.4.3); links, which are gone, are let go."""
    seen: set[Key] = set()
    waiting = list(_kids(file.Root.StructTreeRoot))
    while waiting:
        element = waiting.pop()
        if not _is_element(element) or element.objgen in seen:
            continue
        seen |= {element.objgen} - {(0, 0)}
        _move_box(element, moved, seen)
        kids = [_led(kid, element, moved) for kid in _kids(element)]
        waiting += [kid for kid in kids if _is_element(kid)]
        _set_kids(element, [kid for kid in kids if kid is not None])
        if "/Pg" in element and element.Pg.objgen in moved:
            element.Pg = moved[element.Pg.objgen].sheet


def _kids(node: Any) -> Iterator[Any]:
    held = node.get("/K")
    if held is not None:
        yield from held if getattr(held, "_type_name", "") == "array" else (held,)


def _is_element(kid: Any) -> bool:
    return getattr(kid, "_type_name", "") == "dictionary" and "/S" in kid


def _led(kid: Any, element: Any, moved: Mapping[Key, Moved]) -> Any:
    """A kid of an element with its page and form; nothing for an annotation."""
    import pikepdf

    if _is_element(kid):
        return kid
    given = isinstance(kid, int)
    if not given and kid.get("/Type") == "/OBJR":
        return None
    page = element.get("/Pg") if given or "/Pg" not in kid else kid.Pg
    place = moved.get(page.objgen) if page is not None else None
    if place is None:
        return None
    led = pikepdf.Dictionary(Type=pikepdf.Name.MCR, MCID=kid) if given else kid
    led.Pg = place.sheet
    if "/Stm" not in led:
        led.Stm = place.form
    return led


def _move_box(element: Any, moved: Mapping[Key, Moved], seen: set[Key]) -> None:
    """The box of a figure, which is said in units of the page (14.8.5.4.3), where the page is now."""
    import pikepdf

    pages = [element.get("/Pg"), *(kid.get("/Pg") for kid in _kids(element) if not isinstance(kid, int))]
    place = next((moved[page.objgen] for page in pages if page is not None and page.objgen in moved), None)
    held = element.get("/A")
    if place is None or held is None:
        return
    for said in held if held._type_name == "array" else (held,):
        if getattr(said, "_type_name", "") == "dictionary" and "/BBox" in said and said.objgen not in seen:
            seen |= {said.objgen} - {(0, 0)}
            left, bottom, right, top = (float(side) for side in said.BBox)
            said.BBox = pikepdf.Object.parse(f"[{nums(boxed(place.matrix, left, bottom, right, top))}]".encode())


def _set_kids(element: Any, kids: list[Any]) -> None:
    import pikepdf

    if kids:
        element.K = pikepdf.Array(kids)
    elif "/K" in element:
        del element["/K"]
