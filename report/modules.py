"""Modules of others that are read when someone looks into them."""

from __future__ import annotations

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec


def later(package: str, name: str) -> None:
    """A module of a package that a library imports, and most runs do not need, is read late. Two threads that look into
    it at once would read it twice (Python before 3.12.3), so this is for commands that have but one."""
    spec = None if f"{package}.{name}" in sys.modules else find_spec(f"{package}.{name}")
    if spec is not None and spec.loader is not None:
        spec.loader = LazyLoader(spec.loader)
        module = sys.modules[spec.name] = module_from_spec(spec)
        spec.loader.exec_module(module)
        setattr(sys.modules[package], name, module)
