"""Pages into a PDF: the painter's verbs as operators, the structure, the standards."""

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec


def _later(package: str, name: str) -> None:
    """A module of a package that ReportLab imports, and most files do not need, is read when someone looks into it:
    Pillow, which is for pictures, took a fortieth of a short build."""
    spec = None if f"{package}.{name}" in sys.modules else find_spec(f"{package}.{name}")
    if spec is not None and spec.loader is not None:
        spec.loader = LazyLoader(spec.loader)
        module = sys.modules[spec.name] = module_from_spec(spec)
        spec.loader.exec_module(module)
        setattr(sys.modules[package], name, module)


_later("PIL", "Image")
