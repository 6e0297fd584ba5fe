"""Named tuples: what `typing.NamedTuple` makes, without what its making costs at every start.

A run defines two hundred of them, and `typing` looks at every annotation and compiles a `__new__` for each: a twentieth
of a short build. Here it is compiled when the first tuple of a class is made, which most classes never see.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

from report.signature import Signature

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import _tuplegetter

    class _Kind(type):
        """Makes a plain subclass of `tuple` of what is written in a class."""

        def __new__(cls, name, _bases, written):
            names = tuple(written.get("__annotations__", ()))
            held = {**_OWN, **written, "_fields": names, "__match_args__": names}
            held["_field_defaults"] = {name: written[name] for name in names if name in written}
            held.pop("__orig_bases__", None)
            held.update((name, _tuplegetter(i, "")) for i, name in enumerate(names))
            return type(name, (tuple,), held)

    class _NamedTuple:
        """What classes name as their base; it is not one of them."""

        def __mro_entries__(self, _bases):
            return (_BASE,)

    _BASE = type.__new__(_Kind, "NamedTuple", (), {})
    NamedTuple = _NamedTuple()

__all__ = ["NamedTuple"]


def _first(kind: Any, /, *given: object, **named: object) -> Any:
    """Stands for `__new__` until a tuple of the class is made for the first time."""
    return _maker(kind)(kind, *given, **named)


def _maker(kind: Any) -> Any:
    """The `__new__` of a class, which from now on it has; a class that inherits from another shares its own."""
    home = next(one for one in kind.__mro__ if "__new__" in one.__dict__)
    made = home.__dict__["__new__"].__func__
    if made is _first:
        code = _form(len(home._fields)).replace(co_varnames=("_kind", *home._fields))
        made = FunctionType(code, {"_tuple": tuple.__new__}, "__new__", (*home._field_defaults.values(),))
        made.__annotations__ = {name: home.__annotations__[name] for name in home._fields}
        made.__qualname__ = f"{home.__qualname__}.__new__"
        home.__new__ = staticmethod(made)
    return made


@cache
def _form(count: int) -> CodeType:
    """The code of a `__new__` of so many fields; that of a class differs in their names."""
    names = "".join(f"a{i}, " for i in range(count))
    space: dict[str, Any] = {}
    exec(f"def __new__(_kind, {names}): return _tuple(_kind, ({names}))", space)
    code: CodeType = space["__new__"].__code__
    return code


def _make(kind: Any, values: Iterable[object]) -> Any:
    """A tuple of values in order. Raises TypeError for too few or too many."""
    made = tuple.__new__(kind, values)
    if len(made) != len(kind._fields):
        raise TypeError(f"{kind.__name__} has {len(kind._fields)} fields, not {len(made)}")
    return made


def _replace(self: Any, /, **changes: object) -> Any:
    """The tuple with some fields changed. Raises ValueError for a field that it has not."""
    made = self._make(map(changes.pop, self._fields, self))
    if changes:
        raise ValueError(f"{type(self).__name__} has no field {', '.join(changes)}")
    return made


def _asdict(self: Any) -> dict[str, Any]:
    """The values by the names of the fields."""
    return dict(zip(self._fields, self, strict=True))


def _show(self: Any) -> str:
    told = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
    return f"{type(self).__name__}({told})"


def _reduced(self: Any) -> tuple[Any, tuple[object, ...]]:
    """What `pickle` and `copy` make it of again; to look for a state that no tuple has took them half as long again."""
    return self.__class__, tuple(self)


_OWN = {
    "__slots__": (),
    "__new__": staticmethod(_first),
    "__repr__": _show,
    "__reduce__": _reduced,
    "__signature__": Signature(_maker),
    "_make": classmethod(_make),
    "_replace": _replace,
    "_asdict": _asdict,
}
