"""Records: what `dataclasses` does for us, without what its import and its class making cost at every start.

A run defines some hundred classes. `dataclasses` reads `inspect` and compiles up to six methods for each of them, which
was a quarter of a short build. Here one method is compiled, `__init__`, and when the class is first called: most are
not in most runs. Comparison, hash and repr are closures; that nobody assigns to a field of a record is what mypy
proves (`frozen_default`), not what every instance checks. `match`, pickling, default values and the functions of
`dataclasses` (`replace`, `fields`, `asdict`) work as with any dataclass.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform, overload

from report.signature import Signature

UNSET: Any = object()


class Default:
    """A default that is made anew (`default_factory`), or a field that counts for no comparison (`compare`)."""

    __slots__ = ("compare", "default", "default_factory")

    def __init__(
        self, *, default: object = UNSET, default_factory: Callable[[], object] | None = None, compare: bool = True
    ) -> None:
        self.default, self.default_factory, self.compare = default, default_factory, compare


if TYPE_CHECKING:
    from dataclasses import field, replace
else:
    field = Default

    def replace(one, /, **changes):
        """The record with some fields changed: what `dataclasses.replace` gives, in a tenth of the time."""
        kind = one.__class__
        made = object.__new__(kind)
        _copier(kind)(one, made)
        for name, value in changes.items():
            if name not in kind.__match_args__:
                raise TypeError(f"{kind.__name__} has no field {name}")
            object.__setattr__(made, name, value)
        return made


__all__ = ["field", "field_names", "holder", "record", "registered", "replace"]

T = TypeVar("T")
_RECORDS: dict[type, tuple[str, ...]] = {}
_DEFAULTS: dict[type, dict[str, Any]] = {}


def field_names(kind: type) -> tuple[str, ...]:
    """The fields of a record in order, none for any other kind."""
    return _RECORDS.get(kind, ())


def registered(kind: type, names: tuple[str, ...]) -> None:
    """A class that is written by hand, and is a record to all who ask for its fields."""
    _RECORDS[kind], _DEFAULTS[kind] = names, {}


@overload
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T], /) -> type[T]: ...
@overload
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(*, eq: bool = True, slots: bool = True) -> Callable[[type[T]], type[T]]: ...
def record(cls: type[T] | None = None, /, *, eq: bool = True, slots: bool = True) -> Any:
    """A class of what is written in it as fields, frozen for the type checker: compared and hashed by its fields, with
    `eq=False` by identity; without slots it can remember (`cached_property`)."""
    if cls is None:
        return lambda made: _made(made, eq, slots)
    return _made(cls, eq, slots)


@dataclass_transform(eq_default=False, field_specifiers=(field,))
def holder(cls: type[T]) -> type[T]:
    """A class of fields that change while somebody works with it; compared by identity."""
    return _made(cls, eq=False, slots=True)


def _made(cls: type[T], eq: bool, slots: bool) -> type[T]:
    named: dict[str, str] = cls.__annotations__
    names = tuple(name for name, kind in named.items() if not kind.startswith("ClassVar"))
    contents = dict(cls.__dict__)
    defaults = {name: contents.pop(name) for name in names if name in contents}
    for name in ("__dict__", "__weakref__"):
        contents.pop(name, None)
    if slots:
        contents["__slots__"] = names
    contents |= {"__match_args__": names, "__signature__": _SIGNATURE, "__dataclass_fields__": _FIELDS}
    own = {"__init__": _first, "__repr__": _show}
    if eq:
        compared = [name for name in names if not isinstance(f := defaults.get(name), Default) or f.compare]
        own |= _compared(attrgetter(*compared) if compared else type)
    for name, method in own.items():
        if contents.get(name) is None:  # a class that defines __eq__ has __hash__ None
            contents[name] = method
    made: Any = type(cls.__name__, cls.__bases__, contents)
    made.__qualname__ = cls.__qualname__
    _RECORDS[made], _DEFAULTS[made] = names, defaults
    return made  # type: ignore[no-any-return]


def _compared(worth: Callable[[Any], Any]) -> dict[str, Callable[..., Any]]:
    def equal(self: object, other: object) -> bool:
        if self is other:
            return True
        return bool(worth(self) == worth(other)) if other.__class__ is self.__class__ else NotImplemented

    def digest(self: object) -> int:
        return hash(worth(self))

    return {"__eq__": equal, "__hash__": digest}


def _show(self: object) -> str:
    told = (f"{name}={getattr(self, name)!r}" for name in _RECORDS[self.__class__])
    return f"{type(self).__qualname__}({', '.join(told)})"


def _first(self: object, *given: object, **named: object) -> None:
    """Stands for `__init__` until a record of the class is made for the first time."""
    _initialiser(self.__class__)(self, *given, **named)


def _initialiser(kind: Any) -> Callable[..., None]:
    made: Callable[..., None] = kind.__init__
    if made is _first:
        made = kind.__init__ = _compiled(kind)
    return made


def _compiled(kind: Any) -> Callable[..., None]:
    given = _DEFAULTS[kind]
    if any(isinstance(default, Default) for default in given.values()):
        return _written(kind)
    names = _RECORDS[kind]
    code = _form(len(names)).replace(co_names=names, co_varnames=("self", *names))
    made = FunctionType(code, {}, "__init__", tuple(given[name] for name in names if name in given))
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    return made


@cache
def _form(count: int) -> CodeType:
    """The code of an `__init__` of so many fields; that of a record differs in their names."""
    names = ", ".join(f"a{i}" for i in range(count))
    sets = "".join(f"\n self.f{i} = a{i}" for i in range(count))
    space: dict[str, Any] = {}
    exec(f"def __init__(self, {names}):{sets or ' pass'}", space)
    code: CodeType = space["__init__"].__code__
    return code


@cache
def _copier(kind: Any) -> Callable[[Any, Any], None]:
    """What gives the fields of one record of a class to another."""
    names: tuple[str, ...] = kind.__match_args__
    return FunctionType(_copying(len(names)).replace(co_names=names), {}, "copy")


@cache
def _copying(count: int) -> CodeType:
    """The code that copies so many fields; that of a record differs in their names."""
    sets = "".join(f"\n made.f{i} = one.f{i}" for i in range(count))
    space: dict[str, Any] = {}
    exec(f"def copy(one, made):{sets or ' pass'}", space)
    code: CodeType = space["copy"].__code__
    return code


def _written(kind: type) -> Callable[..., None]:
    """The `__init__` of a record whose defaults are made anew."""
    known: dict[str, Any] = {"unset": UNSET}
    heads, sets = [], []
    for name in _RECORDS[kind]:
        head, value = name, name
        default = _DEFAULTS[kind].get(name, UNSET)
        if isinstance(default, Default):
            if default.default_factory:
                known[f"make_{name}"] = default.default_factory
                head, value = f"{name}=unset", f"make_{name}() if {name} is unset else {name}"
            default = default.default
        if default is not UNSET:
            known[f"default_{name}"], head = default, f"{name}=default_{name}"
        heads.append(head)
        sets.append(f"\n self.{name} = {value}")
    exec(f"def __init__(self, {', '.join(heads)}):{''.join(sets) or ' pass'}", known)  # our own names
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    return made


class _Fields:
    """What the functions of `dataclasses` look for in a class."""

    def __get__(self, one: object, kind: type) -> Any:
        import dataclasses

        def told(name: str) -> Any:
            default = _DEFAULTS[kind].get(name, UNSET)
            compared = not isinstance(default, Default) or default.compare
            if isinstance(default, Default):
                if default.default_factory:
                    return dataclasses.field(default_factory=default.default_factory, compare=compared)
                default = default.default
            return dataclasses.field(default=dataclasses.MISSING if default is UNSET else default, compare=compared)

        named = [(name, kind.__annotations__[name], told(name)) for name in _RECORDS[kind]]
        return dataclasses.make_dataclass(kind.__name__, named).__dict__["__dataclass_fields__"]


_SIGNATURE, _FIELDS = Signature(_initialiser), _Fields()
