"""Maps of a file folded for the memory between runs: plain values, which are written and read in a third of the time
of nodes, and opened level by level where somebody looks into them. A theme says much more than a report asks."""

from __future__ import annotations

from typing import Any

from report.content.source import Fields, Items, Node, Scalar
from report.problem import Place
from report.record import field_names, registered

_ENTRIES: Any = Fields.__dict__["entries"]
"""Where a map has its entries, or what they are folded into."""


class Folded(Fields):
    """A map whose entries are still folded; it becomes a plain one when they are asked for."""

    __slots__ = ()

    def __init__(self, place: tuple[str, int, int], folded: tuple[Any, ...]) -> None:
        self.place = Place(*place)  # type: ignore[misc]
        _ENTRIES.__set__(self, folded)

    def _open(self) -> None:
        found = _ENTRIES.__get__(self)
        self.__class__ = Fields  # type: ignore[assignment]
        self.entries = tuple((opened(key), opened(node)) for key, node in found)  # type: ignore[misc]

    def __getattribute__(self, name: str) -> Any:
        if name != "place":
            Folded._open(self)
        return object.__getattribute__(self, name)

    def __eq__(self, other: object) -> bool:
        Folded._open(self)
        return self == other

    def __hash__(self) -> int:
        Folded._open(self)
        return hash(self)


registered(Folded, field_names(Fields))


def folded(node: Node) -> tuple[Any, ...]:
    """A node in plain values: its place, and text, or a list of nodes, or pairs of keys and nodes in a tuple."""
    place = node.place[:]
    if isinstance(node, Scalar):
        if node.body is None and not node.literal:
            return place, node.text, node.plain
        return place, node.text, node.plain, node.literal, node.body and node.body[:]
    if isinstance(node, Items):
        return place, [folded(item) for item in node.items]
    return place, tuple([(folded(key), folded(value)) for key, value in node.entries])


def opened(given: tuple[Any, ...]) -> Any:
    """The node again; of a map, only the map itself."""
    place, said, *more = given
    if said.__class__ is str:
        plain, *further = more
        literal, body = further or (False, None)
        return Scalar(said, plain, Place(*place), literal, body and Place(*body))
    if said.__class__ is list:
        return Items(tuple(map(opened, said)), Place(*place))
    return Folded(place, said)
