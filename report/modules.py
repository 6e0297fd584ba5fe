"""Modules that are read when someone looks into them: ours of which a run needs few, and some of others."""

from __future__ import annotations

import sys
from _thread import RLock  # `threading` takes a millisecond and a half to read
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any

_READING = RLock()
"""Two threads may look into a module at once."""
_open: set[str] = set()
"""Names of those that are being read: they may import others that look into them."""
_process: dict[str, bool] = {"own": False}


def alone() -> None:
    """Says that this process is ours: nobody else in it will miss what a run of ours does without."""
    _process["own"] = True


def is_alone() -> bool:
    """Whether this process is ours."""
    return _process["own"]


def late(module: str, name: str) -> Callable[..., Any]:
    """A function whose module is read when it is first called."""

    def called(*given: Any, **named: Any) -> Any:
        return getattr(read(module), name)(*given, **named)

    return called


class _Late(ModuleType):
    """A module that has been found and not been read."""

    def __getattr__(self, name: str) -> Any:
        if name != "__path__":  # every import of a part asks for it, and a package has it from the start
            read(self.__name__)
        if self.__class__ is _Late and name not in vars(self):  # or somebody asks while it is being read
            raise AttributeError(f"module {self.__name__} has no attribute {name} yet")
        return getattr(self, name)


def later(name: str, **known: Any) -> None:
    """A module that a library imports, and most runs do not need, is read late; what is `known` of it is given unread.

    Does nothing for one that has been read, and where there is none.
    """
    try:
        spec = None if name in sys.modules else find_spec(name)
    except ModuleNotFoundError:  # of its package; who imports it will say so
        return
    if spec is None or spec.loader is None:
        return
    module = module_from_spec(spec)
    module.__class__ = _Late
    vars(module).update(known)
    sys.modules[name] = module
    parent, _, own = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], own, module)


def read(name: str) -> ModuleType:
    """The module itself, read now if that has been put off."""
    module = import_module(name)
    if module.__class__ is not _Late:
        return module
    with _READING:
        if module.__class__ is _Late and name not in _open:
            loader: Any = module.__loader__
            _open.add(name)
            try:
                loader.exec_module(module)
            finally:
                _open.remove(name)
            module.__class__ = ModuleType  # type: ignore[assignment]
    return module


def lean() -> None:
    """Reads late what ReportLab and HarfBuzz import and a build does not use: a twentieth of a short one."""
    later("PIL.Image")
    later("platform", python_implementation=lambda: IMPLEMENTATIONS.get(sys.implementation.name, ""))
    later("inspect", **CODE_FLAGS)
    later("ast", literal_eval=late("ast", "literal_eval"))
    evaluation = "reportlab.lib.rl_safe_eval"
    later(evaluation, **{name: late(evaluation, name) for name in EVALUATION})


IMPLEMENTATIONS = {"cpython": "CPython", "pypy": "PyPy"}
"""Which Python it is, as `platform` calls it."""
CODE_FLAGS = {
    "CO_OPTIMIZED": 1,
    "CO_NEWLOCALS": 2,
    "CO_VARARGS": 4,
    "CO_VARKEYWORDS": 8,
    "CO_GENERATOR": 32,
    "CO_COROUTINE": 128,
    "CO_ASYNC_GENERATOR": 512,
}
"""What Cython's modules ask of `inspect` when they begin."""
EVALUATION = ("rl_safe_exec", "rl_safe_eval", "safer_globals", "rl_extended_literal_eval")
"""What ReportLab takes from its evaluation of expressions, which colours written as such want."""
