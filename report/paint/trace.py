"""The verbs of painting as text, one a line: test oracle and debugging view."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath

from report.colour import Cmyk, Colour, Spot
from report.drawing import Foreign, Group, GuestPage, Link, Marked, Picture, Run, Shape, Vector


class Trace:
    """Paints as lines of text in `lines`."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def run(self, run: Run) -> None:
        way = " vertical" if run.vertical else ""
        where = f"{run.x:.2f} {run.y:.2f}"
        self.lines.append(f"run {where} {run.face.key} {run.size:g}{way} {_ink(run.colour)} {run.text}")

    def shape(self, shape: Shape) -> None:
        points = " ".join(f"{p:.2f}" for p in shape.path.points[:8])
        said = f"shape {shape.path.verbs[:24]} {points}"
        if shape.fill is not None:
            said += f" fill {_ink(shape.fill)}"
        if shape.stroke is not None:
            said += f" stroke {shape.stroke.width:g} {_ink(shape.stroke.colour)}"
        self.lines.append(said)

    def picture(self, picture: Picture) -> None:
        box = f"{picture.x:.2f} {picture.y:.2f} {picture.width:.2f} {picture.height:.2f}"
        self.lines.append(f"picture {box} {picture.crop}")

    def foreign(self, item: Foreign) -> None:
        box = f"{item.x:.2f} {item.y:.2f} {item.width:.2f} {item.height:.2f}"
        self.lines.append(f"foreign {box} {type(item.flowable).__name__} {' '.join(f.key for f in item.faces)}")

    def guest_page(self, item: GuestPage) -> None:
        box = f"{item.x:.2f} {item.y:.2f} {item.width:.2f} {item.height:.2f}"
        self.lines.append(f"guest page {box} {PurePath(item.source).name} {item.number}")

    def vector(self, item: Vector) -> None:
        box = f"{item.x:.2f} {item.y:.2f} {item.width:.2f} {item.height:.2f}"
        self.lines.append(f"vector {box} {PurePath(item.source).name}")

    def link(self, link: Link) -> None:
        self.lines.append(f"link {link.target} {link.text}")

    @contextmanager
    def group(self, group: Group) -> Iterator[None]:
        self.lines.append("push" + (" clip" if group.clip else "") + (f" {group.matrix}" if group.matrix else ""))
        try:
            yield
        finally:
            self.lines.append("pop")

    @contextmanager
    def element(self, mark: Marked) -> Iterator[None]:
        self.lines.append(f"<{mark.role}>" + (f" {mark.alt}" if mark.alt else ""))
        try:
            yield
        finally:
            self.lines.append(f"</{mark.role}>")

    def leaf(self, mark: Marked, run: Run) -> None:
        with self.element(mark), self.content():
            self.run(run)

    @contextmanager
    def content(self) -> Iterator[None]:
        self.lines.append("{")
        try:
            yield
        finally:
            self.lines.append("}")


def _ink(colour: Colour) -> str:
    match colour:
        case Cmyk():
            return "/".join(f"{v * 100:g}" for v in colour.inks)
        case Spot():
            return f"{colour.name} {colour.share:g}"
