"""What rests on how Python itself is made, under every other Python that is found: records, named tuples, late modules.

None of it needs a library. All tests under another Python: `make test PYTHON=… VENV=…` (CONTRIBUTING.md).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CODE = """
from __future__ import annotations
import copy, dataclasses, pickle, sys
sys.path.insert(0, "")
from report.named import NamedTuple
from report.record import field, field_names, holder, record, replace

@record
class Point:
    x: float
    y: float = 1.0
    names: tuple = ()
    def far(self):
        return self.x + self.y

@holder
class Held:
    many: list = field(default_factory=list)
    one: int = 3

class Row(NamedTuple):
    a: int
    b: str = "x"

class Other(Row):
    def twice(self):
        return self.a * 2

one = Point(2.0)
assert (one.x, one.y, one.names, one.far()) == (2.0, 1.0, (), 3.0)
moved = replace(one, y=5.0, names=("a",))
assert (moved.x, moved.y, moved.names, moved == Point(2.0, 5.0, ("a",)), one.y) == (2.0, 5.0, ("a",), True, 1.0)
assert field_names(Point) == ("x", "y", "names")
assert dataclasses.replace(one, x=9.0) == Point(9.0)
assert hash(one) == hash(Point(2.0))
assert copy.copy(one) == one and pickle.loads(pickle.dumps(moved)) == moved
for wrong in (lambda: Point(), lambda: Point(1, 2, 3, 4), lambda: replace(one, z=1)):
    try:
        wrong()
    except TypeError:
        continue
    raise AssertionError
first, second = Held(), Held()
first.many.append(1)
assert (first.many, second.many, second.one) == ([1], [], 3)
row = Row(1)
assert (row, row.b, row._replace(b="y"), Row._fields) == ((1, "x"), "x", (1, "y"), ("a", "b"))
assert row._asdict() == {"a": 1, "b": "x"}
assert Other(3).twice() == 6 and pickle.loads(pickle.dumps(row)) == row
match one:
    case Point(x, y):
        assert (x, y) == (2.0, 1.0)
match row:
    case Row(a, b):
        assert (a, b) == (1, "x")

from report import modules
from report.patterns import all_late, late
import re
modules.alone()
modules.lean()
with all_late():
    assert re.compile("a") is not re.compile("a")
assert late("b+").search("abb").group() == "bb" and re.compile("c").search("c")
import ast, inspect, platform
assert inspect.CO_GENERATOR == 32 and ast.literal_eval("(1, 2)") == (1, 2)
assert list(inspect.signature(Point).parameters) == ["x", "y", "names"]
assert list(inspect.signature(Row).parameters) == ["a", "b"]
assert platform.python_version_tuple()[0] == "3"
for name, value in modules.CODE_FLAGS.items():
    assert getattr(inspect, name) == value
print("ok")
"""


@pytest.mark.parametrize("minor", range(11, 16))
def test_the_ground_is_the_same_under_another_python(minor: int) -> None:
    name = f"python3.{minor}"
    found = sys.executable if sys.version_info[:2] == (3, minor) else shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not here")
    environ = {**os.environ, "PYENV_VERSION": f"3.{minor}"}  # a shim of pyenv wants to be told
    line = [found, "-W", "error", "-c"]
    if subprocess.run([*line, "pass"], env=environ, capture_output=True, check=False).returncode:
        pytest.skip(f"{name} does not run")
    done = subprocess.run([*line, CODE], cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "ok\n", "")
