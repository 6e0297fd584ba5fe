"""What a package is made from: the report, the delivery, its finished files, what preflight found in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any, Literal

from report.content.model import Delivery, Report
from report.layout.coverparts import COVER_PART, waived
from report.messages import as_json
from report.named import NamedTuple
from report.problem import Problem
from report.record import record

Json = dict[str, Any]
Role = Literal["book", "cover", "inside"]
ROLES: Mapping[Role, str] = {"book": "全书", "cover": "封面", "inside": "内文"}
COVER = "-cover"
"""How the name of a file ends that holds the cover alone."""


class Finished(NamedTuple):
    """A finished file: its name and its bytes."""

    name: str
    data: bytes


class Manner(NamedTuple):
    """How files are read: whether their plates are made, and the inks beside the process inks that they may have."""

    plates: bool
    inks: tuple[str, ...] = ()


@record
class Part:
    """A finished file with what it is of the book, the record of its preflight and all that this found."""

    name: str
    data: bytes
    role: Role
    record: Json
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        return sum(one.severity == "error" for one in self.problems)

    @property
    def stem(self) -> str:
        return PurePath(self.name).stem


@record
class Job:
    """A report, one delivery of it, and its files."""

    report: Report
    delivery: Delivery
    parts: tuple[Part, ...]

    @property
    def name(self) -> str:
        """What all that belongs to the job is named after."""
        return f"{self.report.about.identifier}-{self.delivery.key}"

    @property
    def pages(self) -> int:
        return sum(int(part.record["pages"]) for part in self.parts if part.role != "cover")


def parts_of(files: Sequence[Finished], of: Report, delivery: Delivery, manner: Manner) -> Iterator[Part]:
    """Every file of a delivery read back by preflight, the cover first; what is no fault of such a part is left out."""
    from report.preflight import judge
    from report.preflight.record import as_record

    for file in sorted(files, key=lambda one: _role(one, files) != "cover"):
        role = _role(file, files)
        exempt = waived(of, COVER_PART if role == "cover" else "")
        judged = judge(file.data, delivery.standards, manner.plates, manner.inks).without(exempt)
        said: Json = {"file": file.name, **as_record(judged)}
        said["problems"] = [as_json(one, "zh", file.name) for one in judged.problems]
        said["not_judged"] = [as_json(one, "zh", file.name) for one in judged.not_judged]
        yield Part(file.name, file.data, role, said, (*judged.problems, *judged.not_judged))


def _role(file: Finished, files: Sequence[Finished]) -> Role:
    if PurePath(file.name).stem.endswith(COVER):
        return "cover"
    return "inside" if len(files) > 1 else "book"
