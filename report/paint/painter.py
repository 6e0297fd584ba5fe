"""The verbs of painting, and the walk that says a page in them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from itertools import groupby
from typing import Protocol

from report.drawing import Foreign, Group, GuestPage, Item, Link, Marked, Page, Picture, Run, Shape, Vector


class Painter(Protocol):
    """What a page may ask of any output. Contexts close what they open, also when painting fails."""

    def run(self, run: Run) -> None: ...
    def shape(self, shape: Shape) -> None: ...
    def picture(self, picture: Picture) -> None: ...
    def foreign(self, item: Foreign) -> None: ...
    def guest_page(self, item: GuestPage) -> None: ...
    def vector(self, item: Vector) -> None: ...
    def link(self, link: Link) -> None: ...
    def group(self, group: Group) -> AbstractContextManager[None]: ...
    def element(self, mark: Marked) -> AbstractContextManager[None]:
        """What is painted inside belongs to a structure element; an element may lie in an element."""
        ...

    def leaf(self, mark: Marked, run: Run) -> None:
        """An element that holds one run: a cell of a table, a label. Long tables have a hundred thousand."""
        ...

    def content(self) -> AbstractContextManager[None]:
        """A stretch of content of the innermost element, or of none (an artifact)."""
        ...


def paint_page(page: Page, painter: Painter) -> None:
    """Everything on the page, in order."""
    _paint(page.items, painter)


def _paint(items: Sequence[Item], painter: Painter) -> None:
    for structural, part in groupby(items, _structural):
        if structural:
            for item in part:
                _open(item, painter)
        else:
            with painter.content():
                for item in part:
                    _content(item, painter)


def _structural(item: Item) -> bool:
    """Whether the item is, or holds, an element of its own, so that no stretch of content may enclose it."""
    if isinstance(item, Group):
        return any(_structural(inner) for inner in item.items)
    return isinstance(item, Marked | Link)


def _open(item: Item, painter: Painter) -> None:
    match item:
        case Marked(items=[Run() as run]):
            painter.leaf(item, run)
        case Marked():
            with painter.element(item):
                _paint(item.items, painter)
        case Group():
            with painter.group(item):
                _paint(item.items, painter)
        case Link():
            painter.link(item)


def _content(item: Item, painter: Painter) -> None:
    match item:
        case Run():
            painter.run(item)
        case Shape():
            painter.shape(item)
        case Picture():
            painter.picture(item)
        case Foreign():
            painter.foreign(item)
        case GuestPage():
            painter.guest_page(item)
        case Vector():
            painter.vector(item)
        case Group():
            with painter.group(item):
                for inner in item.items:
                    _content(inner, painter)
