"""Records do what dataclasses do, except that their classes are made in less time."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from functools import cached_property

import pytest

from report.record import field, field_names, holder, record, replace


@record
class Point:
    """A place."""

    x: float
    y: float = 0.0
    seen: list[int] = field(default_factory=list, compare=False)


@record(eq=False)
class Thing:
    """Something that is itself alone."""

    name: str


@record(slots=False)
class Knowing:
    """Something that remembers what it has worked out."""

    side: int

    @cached_property
    def area(self) -> int:
        """Worked out once."""
        return self.side**2


@holder
class Count:
    """Something that changes."""

    number: int = 0
    names: dict[str, int] = field(default_factory=dict)


@record
class Empty:
    """Nothing in it."""


def test_a_record_is_made_compared_hashed_and_shown_by_its_fields() -> None:
    one, same, other = Point(1.0, seen=[1]), Point(1.0, 0.0), Point(1.0, 2.0)
    assert (one == same, one == other, hash(one) == hash(same)) == (True, False, True)
    assert one != (1.0, 0.0, [])
    assert repr(other) == "Point(x=1.0, y=2.0, seen=[])"
    assert (Empty() == Empty(), repr(Empty())) == (True, "Empty()")


def test_a_default_that_is_made_is_made_for_each() -> None:
    one, other = Point(1.0), Point(2.0)
    one.seen.append(1)
    assert (one.seen, other.seen) == ([1], [])


@pytest.mark.parametrize(("given", "named"), [((), {}), ((1, 2, [], 3), {}), ((1,), {"x": 1}), ((1,), {"z": 1})])
def test_wrong_arguments_are_refused(given: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        Point(*given, **named)  # type: ignore[arg-type]


def test_fields_are_all_it_has() -> None:
    with pytest.raises(AttributeError):
        Point(1.0).z = 1  # type: ignore[attr-defined]
    assert (field_names(Point), field_names(int)) == (("x", "y", "seen"), ())


def test_a_changed_copy() -> None:
    one = Point(1.0, 2.0, [3])
    assert replace(one, y=5.0) == Point(1.0, 5.0)
    assert replace(one, y=5.0).seen is one.seen
    with pytest.raises(TypeError, match="Point has no field z"):
        replace(one, z=1)  # type: ignore[call-arg]


def test_the_library_of_dataclasses_knows_them() -> None:
    one = Point(1.0, 2.0, [3])
    assert dataclasses.asdict(one) == {"x": 1.0, "y": 2.0, "seen": [3]}
    assert dataclasses.replace(one, x=4.0) == Point(4.0, 2.0)
    made = {f.name: f.default_factory is list for f in dataclasses.fields(one)}
    assert made == {"x": False, "y": False, "seen": True}


def test_copies_travel_and_match() -> None:
    one = Point(1.0, 2.0, [3])
    assert pickle.loads(pickle.dumps(one)) == one == copy.deepcopy(one)
    match one:
        case Point(x, y):
            assert (x, y) == (1.0, 2.0)


def test_the_signature_is_that_of_the_fields() -> None:
    assert list(inspect.signature(Point).parameters) == ["x", "y", "seen"]
    assert inspect.signature(Point).parameters["y"].default == pytest.approx(0.0)


def test_identity_remembering_and_changing() -> None:
    assert Thing("a") != Thing("a")
    assert (Knowing(3).area, Knowing(3) == Knowing(3)) == (9, True)
    count = Count()
    count.number += 1
    count.names["a"] = 1
    assert (count.number, Count().names, count == Count(1, {"a": 1})) == (1, {}, False)
