"""Print-ready Chinese reports from YAML and data."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from report.api import Figure, File, Problem, Result, build, check
    from report.bridge import Paragraph

__version__ = "0.1.0"
__all__ = ["Figure", "File", "Paragraph", "Problem", "Result", "__version__", "build", "check"]


def __getattr__(name: str) -> Any:
    """The library is imported when it is used: the command line starts without it."""
    if name == "Paragraph":
        from report.bridge import Paragraph

        return Paragraph
    if name in __all__:
        from report import api

        return getattr(api, name)
    raise AttributeError(name)
