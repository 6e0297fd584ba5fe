"""A map of the theme into the look of a kind of chart: its fields are the keys, their types say how each is read."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, reduce
from operator import or_
from types import NoneType
from typing import Annotated, Any, TypeVar, cast, get_args, get_origin, get_type_hints

from report.colour import Colour
from report.content.spec import Spec
from report.drawing import Stroke
from report.layout.desk import Desk
from report.typeset import TextStyle

L = TypeVar("L", bound=tuple[Any, ...])


def look(kind: type[L], desk: Desk, spec: Spec) -> L:
    """A look with every field from the theme."""
    return kind(*[_value(desk, spec, key, hint) for key, hint in _keys(kind)])


@cache
def _keys(kind: type[tuple[Any, ...]]) -> tuple[tuple[str, Any], ...]:
    """The keys of a look in order, and how each is read."""
    return tuple((name.replace("_", "-"), hint) for name, hint in get_type_hints(kind, include_extras=True).items())


def _value(desk: Desk, spec: Spec, key: str, hint: Any) -> Any:
    if get_origin(hint) is Annotated:
        return LENGTHS[get_args(hint)[1]](spec, key)
    if hint in READERS:
        return READERS[hint](spec, key)
    if hint is TextStyle:
        return desk.style(spec.style(key))
    if NoneType in get_args(hint):
        inner = reduce(or_, (one for one in get_args(hint) if one is not NoneType))  # a colour is itself one of several
        return _value(desk, spec, key, inner) if spec.has(key) else None
    return look(cast("type[tuple[Any, ...]]", hint), desk, spec.sub(key))


def stroke(spec: Spec, key: str) -> Stroke:
    """A line of the theme: {stroke: 0.6, colour: ink}."""
    own = spec.sub(key)
    return Stroke(own.colour("colour"), own.pt("stroke"))


LENGTHS: dict[str, Callable[[Spec, str], Any]] = {"mm": Spec.mm, "pt": Spec.pt, "mms": Spec.mms}
"""How lengths are read, by the unit that a bare number has."""
READERS: dict[Any, Callable[[Spec, str], Any]] = {
    float: Spec.number,
    int: Spec.count,
    bool: Spec.flag,
    Colour: Spec.colour,
    Stroke: stroke,
}
"""How the plain kinds of values are read."""
