"""Modules that are read when someone looks into them: ours of which a run needs few, and some of others."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import LazyLoader, find_spec, module_from_spec
from typing import Any


def late(module: str, name: str) -> Callable[..., Any]:
    """A function whose module is read when it is first called."""

    def called(*given: Any, **named: Any) -> Any:
        return getattr(import_module(module), name)(*given, **named)

    return called


def later(package: str, name: str) -> None:
    """A module of a package that a library imports, and most runs do not need, is read late. Two threads that look into
    it at once would read it twice (Python before 3.12.3), so this is for commands that have but one."""
    spec = None if f"{package}.{name}" in sys.modules else find_spec(f"{package}.{name}")
    if spec is not None and spec.loader is not None:
        spec.loader = LazyLoader(spec.loader)
        module = sys.modules[spec.name] = module_from_spec(spec)
        spec.loader.exec_module(module)
        setattr(sys.modules[package], name, module)
