"""What can be wrong and where: one kind of value for the reader, the layout and the preflight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from report.record import record

Severity = Literal["error", "warning", "notice", "unjudged"]


class Place(NamedTuple):
    """A place in a file the user wrote; line and column count from 1."""

    file: str
    line: int
    column: int


@record
class Problem:
    """One thing to tell the user.

    `code` names a row of `report.messages`; `values` fill the row's blanks; `page` is the number of the page in the
    finished document, where one is known.
    """

    code: str
    values: tuple[tuple[str, str], ...] = ()
    severity: Severity = "error"
    place: Place | None = None
    page: int | None = None
    file: str = ""


def problem(
    code: str,
    /,
    place: Place | None = None,
    severity: Severity = "error",
    page: int | None = None,
    **values: object,
) -> Problem:
    """A problem from keyword values: `problem("unknown-key", place, key="标提", near="标题")`."""
    return valued(code, place, severity, values, page)


def valued(
    code: str, place: Place | None, severity: Severity, values: Mapping[str, object], page: int | None = None
) -> Problem:
    """A problem whose values are at hand as a map."""
    return Problem(code, tuple((name, str(value)) for name, value in values.items()), severity, place, page)


class ReportError(Exception):
    """Anything that ends a build.

    ReportError              1
    ├── ContentError         2  the report or its data is wrong
    ├── LayoutError          3  something fits on no page
    └── ConformanceError     4  the finished file breaks its standard
    """

    exit_code = 1

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(p.code for p in problems))
        self.problems = tuple(problems)


class ContentError(ReportError):
    """The report or its data is wrong."""

    exit_code = 2


class LayoutError(ReportError):
    """Something fits on no page."""

    exit_code = 3


class ConformanceError(ReportError):
    """The finished file breaks its standard."""

    exit_code = 4
