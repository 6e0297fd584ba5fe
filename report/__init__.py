"""Print-ready Chinese reports from YAML and data."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from report.api import File, Problem, Result, build, check

__version__ = "0.1.0"
__all__ = ["File", "Problem", "Result", "__version__", "build", "check"]


def __getattr__(name: str) -> Any:
    """The library is imported when it is used: the command line starts without it."""
    if name in __all__:
        from report import api

        return getattr(api, name)
    raise AttributeError(name)
