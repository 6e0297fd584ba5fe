"""Notes at the foot of the page on which their marks stand: what is set there, and which piece of a flow wants it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from report.colour import Colour
from report.content.model import Inline
from report.content.spec import Spec
from report.drawing import Group, Item, Link, Marked, Run, Shape, Stroke, line, moved, runs_of
from report.layout.blocks.setting import Column, Setting, lines
from report.layout.book import Mark
from report.layout.pieces import Draw, Piece, noted, stacked
from report.layout.pieces import drawn as drawn_pieces
from report.layout.settling import NOTE, PERSON, marks_of_notes
from report.named import NamedTuple
from report.problem import problem
from report.record import replace
from report.units import mm

NEAR = 0.01
"""Points by which a mark's link and its glyph may be apart."""


def footed(setting: Setting, pieces: Sequence[Piece], part: Any, width: float) -> tuple[Piece, ...]:
    """The pieces of a block, each with the notes whose marks it shows; notes whose marks are shown nowhere are told."""
    marks = {inline.link: inline for inline in marks_of_notes(part)}
    found: list[Piece] = []
    for piece in pieces:
        drawn = piece.draw(0.0, 0.0)
        shown = [marks.pop(target) for target in targets(drawn, NOTE) if target in marks]
        names = dict.fromkeys(targets(drawn, PERSON))
        if shown or names:
            look = setting.desk.theme.root.sub("flow").sub("notes") if shown else None
            notes = tuple(line for mark in shown if look for line in note(setting, mark, look, width))
            own = (*piece.marks, *(Mark("person", name.removeprefix(PERSON)) for name in names))
            found.append(replace(piece, draw=_referring(piece.draw), notes=notes, marks=own))
        else:
            found.append(piece)
    return noted(found, (), [problem("note-not-here", mark.place, mark=mark.text) for mark in marks.values()])


def note(setting: Setting, mark: Inline, look: Spec, width: float, colour: Colour | None = None) -> Iterator[Piece]:
    """A note line by line, its number before the first."""
    desk, inset = setting.desk, look.mm("inset")
    style = desk.style(look.style("style"), colour)
    with desk.apart() as problems:
        made = lines(setting._replace(key=mark.link), (mark.footnote,), style, Column(width - inset, inset))
        label = Marked("Lbl", desk.line(mark.text, 0.0, style.leading, style))
    for i, piece in enumerate(made):
        first = i == 0
        names = dict.fromkeys(targets(piece.draw(0.0, 0.0), PERSON))
        persons = tuple(Mark("person", name.removeprefix(PERSON)) for name in names)
        yield Piece(
            piece.height,
            _part_of_note(_referring(piece.draw), label if first else None, mark.link),
            before=look.mm("between", 0.0) if first else 0.0,
            snap=False,
            marks=(Mark("note", mark.link), *persons) if first else persons,
            problems=tuple(problems) if first else (),
            place=mark.place,
        )


class Region(NamedTuple):
    """Where a region of a composed page stands: left edge, width, and its lowest baseline (0 where it has none)."""

    x: float
    width: float
    foot: float


def region_of(spec: Spec) -> Region:
    """The room of an element; only one that has a foot can hold notes."""
    x, y = spec.point("origin" if spec.has("origin") else "at") if spec.has("origin") or spec.has("at") else (0.0, 0.0)
    width = spec.mm("width") if spec.has("width") else 0.0
    if spec.has("foot"):
        return Region(x, width, spec.mm("foot"))
    return Region(x, width, y + spec.mm("height") if spec.has("height") and spec.has("origin") else 0.0)


def in_region(setting: Setting, drawn: Sequence[Item], marks: dict[str, Inline], region: Region) -> tuple[Item, ...]:
    """What was drawn in a region, with the notes of its marks at the region's foot in the colour of the text; they are
    taken out of `marks`. Text that reaches down to them is a problem."""
    shown = [target for target in targets(drawn, NOTE) if target in marks] if region.foot and region.width else []
    if not shown:
        return tuple(referring(drawn))
    desk = setting.desk
    look = desk.theme.root.sub("flow").sub("notes")
    words = list(runs_of(drawn))
    links = {item.target: item for item in _links(drawn)}
    found: list[Piece] = []
    own = next((run.colour for run in words if _is_mark(run, links[shown[0]])), None)
    place = marks[shown[0]].place
    for target in shown:
        found += note(setting, marks.pop(target), look, region.width, own)
    placed, height = stacked(found)
    desk.tell(one for piece in found for one in piece.problems)
    top = region.foot - height
    edge = top - look.mm("above") + look.sub("rule").mm("at")
    low = max((run.y for run in words if run.x < region.x + region.width and run.x + run.width > region.x), default=0.0)
    if low > edge:
        desk.report(problem("block-overflow", place, over=f"{mm(low - edge):.1f}"))
    line_ = look.sub("rule")
    stroke = Stroke(own or line_.colour("colour"), line_.pt("stroke"))
    rule = Shape(line(region.x, edge, region.x + line_.mm("length"), edge), stroke=stroke)
    return (*referring(drawn), Marked("Artifact", (rule,)), *drawn_pieces(placed, region.x, top))


def _links(items: Iterable[Item]) -> Iterator[Link]:
    for item in items:
        match item:
            case Link():
                yield item
            case Group() | Marked():
                yield from _links(item.items)


def _part_of_note(inner: Draw, label: Marked | None, key: str) -> Draw:
    def draw(x: float, y: float) -> tuple[Item, ...]:
        before = (moved(label, x, y),) if label is not None else ()
        return (Marked("Note", (*before, *inner(x, y)), key=key),)

    return draw


def _referring(inner: Draw) -> Draw:
    return lambda x, y: tuple(referring(inner(x, y)))


def targets(items: Iterable[Item], kind: str) -> Iterator[str]:
    """Where the links of a kind in a drawing lead."""
    yield from (link.target for link in _links(items) if link.target.startswith(kind))


def referring(items: Iterable[Item]) -> Iterator[Item]:
    """A drawing in which note marks are references with their links, where they stand in the text, and names are no
    links any more (ISO 14289-1, 7.9)."""
    given = tuple(items)
    links = {item.target: item for item in given if isinstance(item, Link) and item.target.startswith(NOTE)}
    for item in given:
        match item:
            case Marked():
                yield replace(item, items=tuple(referring(item.items)))
            case Group():
                yield replace(item, items=tuple(referring(item.items)))
            case Link() if links.get(item.target) is item or item.target.startswith(PERSON):
                pass
            case Run():
                own = next((link for link in links.values() if _is_mark(item, link)), None)
                yield Marked("Reference", (item, own)) if own else item
            case _:
                yield item


def _is_mark(run: Run, link: Link) -> bool:
    return run.text == link.text and abs(run.x - link.x) < NEAR and abs(run.y - link.y) < 2 * link.height
