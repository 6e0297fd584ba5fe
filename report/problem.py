"""What can be wrong and where: one kind of value for the reader, the layout and the preflight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from report.named import NamedTuple
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


def of_fault(fault: BaseException) -> Problem:
    """An exception that nobody expected: a library that is not installed, or a fault of ours."""
    if isinstance(fault, ModuleNotFoundError) and str(fault.name).partition(".")[0] != __package__:
        return problem("missing-package", name=fault.name)
    return problem("internal-fault", what=f"{type(fault).__name__}: {fault}")


def ranges(pages: Sequence[int]) -> str:
    """Numbers for people: 2–5, 9."""
    parts: list[list[int]] = []
    for page in sorted(pages):
        if parts and page == parts[-1][-1] + 1:
            parts[-1].append(page)
        else:
            parts.append([page])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in parts)


class _Key(NamedTuple):
    code: str
    severity: Severity
    place: Place | None
    values: tuple[tuple[str, str], ...]


class Gathered:
    """Problems as pages are gone over; the same one on several pages is told once, with its other pages."""

    def __init__(self) -> None:
        self._found: dict[_Key, tuple[str, list[int]]] = {}

    def note(
        self,
        code: str,
        page: int,
        text: str = "",
        severity: Severity = "error",
        place: Place | None = None,
        **values: object,
    ) -> None:
        """Notes a problem of a page; `text` is told of the first one only, so that the same fault of other words is
        the same problem."""
        key = _Key(code, severity, place, tuple((name, str(value)) for name, value in values.items()))
        pages = self._found.setdefault(key, (text, []))[1]
        if not pages or pages[-1] != page:
            pages.append(page)

    def problems(self) -> tuple[Problem, ...]:
        """All of them, in the order of their first pages."""
        rows = sorted(self._found.items(), key=lambda row: row[1][1][0])
        return tuple(
            Problem(key.code, (*key.values, ("text", text), ("others", ranges(on[1:]))), key.severity, key.place, on[0])
            for key, (text, on) in rows
        )


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
