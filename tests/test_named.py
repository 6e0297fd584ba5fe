"""Named tuples of ours do what those of `typing` do."""

from __future__ import annotations

import copy
import inspect
import pickle
import sys
import typing
from typing import Any

import pytest

from report.named import NamedTuple

SOURCE = '''
class Row(NamedTuple):
    """A row."""

    a: int
    b: str = "x"
    c: tuple[int, ...] = ()

    @property
    def twice(self) -> int:
        return 2 * self.a

    def next(self) -> Row:
        return self._replace(a=self.a + 1)


class Empty(NamedTuple):
    """Nothing."""


class Awkward(NamedTuple):
    """Names that a maker has itself."""

    made: int
    kind: int
    tuple: int
    default_made: int = 4


class Further(Row):
    """A row that says more."""

    def said(self) -> str:
        return f"{self.b}{super().twice}"
'''


def made(base: object) -> dict[str, Any]:
    space: dict[str, Any] = {"NamedTuple": base, "__name__": __name__}
    exec(f"from __future__ import annotations\n{SOURCE}", space)
    return space


OURS, THEIRS = made(NamedTuple), made(typing.NamedTuple)
Row, Empty, Further = OURS["Row"], OURS["Empty"], OURS["Further"]


@pytest.mark.parametrize(
    "ask",
    [
        lambda one: one["Row"](1),
        lambda one: one["Row"](1, c=(2,)),
        lambda one: one["Row"](a=1, b="y") == (1, "y", ()),
        lambda one: one["Row"](3).twice,
        lambda one: one["Row"](3).next().a,
        lambda one: one["Row"]._make([1, 2, 3]),
        lambda one: one["Row"](1)._asdict(),
        lambda one: one["Row"](1)._replace(b="z", c=(1,)),
        lambda one: hash(one["Row"](1)),
        lambda one: (one["Row"]._fields, one["Row"]._field_defaults, one["Row"].__match_args__, one["Row"].__doc__),
        lambda one: (sorted(one["Row"].__annotations__), one["Row"].__module__, one["Row"].__qualname__),
        lambda one: [(p.name, p.default, p.kind) for p in inspect.signature(one["Row"]).parameters.values()],
        lambda one: (one["Empty"](), len(one["Empty"]()), one["Empty"]._fields),
        lambda one: one["Awkward"](1, 2, 3),
        lambda one: one["Awkward"](made=1, kind=2, tuple=3)._replace(kind=4),
        lambda one: (one["Further"](2).said(), one["Further"](2, "y"), type(one["Further"](2)).__mro__[2]),
        lambda one: one["Row"](1).__class__.__mro__[1:],
        lambda one: isinstance(one["Row"](1), tuple),
        lambda one: hasattr(one["Row"](1), "__dict__"),
        lambda one: copy.deepcopy(one["Row"](1)),
        lambda one: sorted([one["Row"](2), one["Row"](1)]),
    ],
)
def test_they_are_alike(ask: Any) -> None:
    ours, theirs = ask(OURS), ask(THEIRS)
    assert ours == theirs or repr(ours) == repr(theirs)
    assert repr(ours) == repr(theirs)


LATER: dict[type[Exception], type[Exception]] = {ValueError: TypeError} if sys.version_info >= (3, 13) else {}
"""What Python's own raises from 3.13 on for a field that there is not; ours stays."""


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        (lambda row: row(), TypeError),
        (lambda row: row(1, d=2), TypeError),
        (lambda row: row._make([1]), TypeError),
        (lambda row: row(1)._replace(d=2), ValueError),
        (lambda row: setattr(row(1), "a", 2), AttributeError),
    ],
)
def test_mistakes_are_the_same(wrong: Any, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        wrong(Row)
    with pytest.raises(LATER.get(kind, kind)):
        wrong(THEIRS["Row"])


class Kept(NamedTuple):
    """Found by its name."""

    a: int
    b: str = ""


def test_they_are_pickled_and_matched() -> None:
    assert pickle.loads(pickle.dumps(Kept(1, "y"))) == Kept(1, "y")
    assert type(pickle.loads(pickle.dumps(Kept(1)))) is Kept
    match Kept(1, "y"):
        case Kept(1, b):
            assert b == "y"
        case _:
            raise AssertionError


def test_a_class_is_finished_with_its_first_tuple() -> None:
    fresh = made(NamedTuple)
    assert fresh["Further"](1).a == 1  # before any of the class above
    assert fresh["Row"](1).a == 1
    assert "exec" not in repr(fresh["Row"].__new__)
    assert str(inspect.signature(made(NamedTuple)["Row"])) == "(a: 'int', b: 'str' = 'x', c: 'tuple[int, ...]' = ())"
