"""Finished charts into bytes and back: JSON of plain values, so that a shared cache can hold nothing that runs.

Bytes that are damaged, or of another form, are the same as none.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from report.colour import Cmyk, Colour, Spot
from report.drawing import COORDINATES, Group, Item, Path, Run, Shape, Stroke
from report.problem import ContentError
from report.typeset.faces import Faces

CAPS, JOINS = ("butt", "round", "square"), ("miter", "round", "bevel")


def to_bytes(depth: float, items: Sequence[Item]) -> bytes:
    """The depth of a chart and its items, shapes, runs and groups; a face is named by its key."""
    told = [depth, [_told(item) for item in items]]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def from_bytes(data: bytes, faces: Faces) -> tuple[float, tuple[Item, ...]] | None:
    """Depth and items again, in faces that are opened and checked as for any text; None for bytes of another form."""
    try:
        depth, items = json.loads(data)
        return _number(depth), _Reader(faces).items(items)
    except (ValueError, TypeError, KeyError, IndexError, RecursionError, ContentError):
        return None


def _told(item: Item) -> list[Any]:
    match item:
        case Shape(path, fill, stroke, even_odd, opacity):
            return ["shape", *_path(path), _ink(fill), _pen(stroke), even_odd, opacity]
        case Group(items, clip, matrix):
            return ["group", [_told(inner) for inner in items], clip and _path(clip), matrix]
        case Run():
            told = [item.glyphs, item.advances, item.texts, item.gaps, item.offsets]
            rest = [item.vertical, item.turn, item.language]
            return ["run", item.x, item.y, item.face.key, item.size, _ink(item.colour), *told, *rest]
    raise TypeError(f"a chart holds no {type(item).__name__}")


def _path(path: Path) -> list[Any]:
    return [path.verbs, path.points]


def _ink(colour: Colour | None) -> list[Any] | None:
    match colour:
        case Cmyk():
            return list(colour.inks)
        case Spot(name, alternate, share):
            return [name, share, *alternate.inks]
    return None


def _pen(stroke: Stroke | None) -> list[Any] | None:
    return [_ink(stroke.colour), stroke.width, stroke.cap, stroke.join, stroke.dash] if stroke else None


class _Reader:
    """Builds values from what JSON gives and refuses what has the wrong form."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces

    def items(self, told: Any) -> tuple[Item, ...]:
        return tuple(self._item(*one) for one in _list(told))

    def _item(self, kind: str, *parts: Any) -> Item:
        match kind:
            case "shape":
                verbs, points, fill, stroke, even_odd, opacity = parts
                ink = _colour(fill) if fill is not None else None
                return Shape(_outline(verbs, points), ink, _stroke(stroke), _flag(even_odd), _number(opacity))
            case "group":
                items, clip, matrix = parts
                return Group(self.items(items), clip and _outline(*clip), matrix and _matrix(matrix))
            case "run":
                return self._run(*parts)
        raise ValueError(kind)

    def _run(self, x: Any, y: Any, face: Any, size: Any, colour: Any, *rest: Any) -> Run:
        glyphs, advances, texts, gaps, offsets, vertical, turn, language = rest
        run = Run(
            _number(x),
            _number(y),
            self._faces.keyed(_text(face)),
            _number(size),
            _colour(colour),
            tuple(_whole(g) for g in _list(glyphs)),
            _numbers(advances),
            _text(texts) if isinstance(texts, str) else tuple(_text(t) for t in _list(texts)),
            _numbers(gaps),
            tuple((_whole(i), _number(dx), _number(dy)) for i, dx, dy in _list(offsets)),
            _flag(vertical),
            _number(turn),
            _text(language),
        )
        count = len(run.glyphs)
        if len(run.advances) != count or len(run.texts) != count or len(run.gaps) not in (0, count):
            raise ValueError(run.text)
        return run


def _outline(verbs: Any, points: Any) -> Path:
    path = Path(_text(verbs), _numbers(points))
    if sum(COORDINATES[verb] for verb in path.verbs) != len(path.points):
        raise ValueError(verbs)
    return path


def _stroke(told: Any) -> Stroke | None:
    if told is None:
        return None
    colour, width, cap, join, dash = told
    if cap not in CAPS or join not in JOINS:
        raise ValueError(told)
    return Stroke(_colour(colour), _number(width), cap, join, _numbers(dash))


def _colour(told: Any) -> Colour:
    if isinstance(told[0], str):
        name, share, *inks = told
        return Spot(name, _process(inks), _share(share))
    return _process(told)


def _process(inks: Any) -> Cmyk:
    c, m, y, k = (_share(ink) for ink in _list(inks))
    return Cmyk(c, m, y, k)


def _share(value: Any) -> float:
    if not 0 <= _number(value) <= 1:
        raise ValueError(value)
    return float(value)


def _matrix(told: Any) -> tuple[float, float, float, float, float, float]:
    a, b, c, d, e, f = _numbers(told)
    return a, b, c, d, e, f


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _whole(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= 0xFFFF:
        raise ValueError(value)
    return value


def _number(value: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not abs(value) < 1e9:
        raise ValueError(value)
    return float(value)


def _numbers(value: Any) -> tuple[float, ...]:
    return tuple(_number(v) for v in _list(value))
