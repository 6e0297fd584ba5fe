"""Printing conditions by name, and the output intents that carry their profile."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from report.pdf.objects import Store
from report.pdf.syntax import literal
from report.problem import ContentError, Place, problem
from report.standards import Standard

PROFILES = Path(__file__).parent.parent / "profiles"


class Condition(NamedTuple):
    """A printing condition: registered identifier, name for people, profile, limit of total ink (percent)."""

    identifier: str
    info: str
    file: str
    ink: int

    @property
    def path(self) -> Path:
        return PROFILES / self.file


CONDITIONS = {
    "FOGRA39": Condition("FOGRA39", "Coated FOGRA39 (ISO 12647-2:2004)", "coated-fogra39l-300.icc", 300),
    "TR006": Condition("CGATS TR 006", "Coated GRACoL 2006", "coated-tr006-300.icc", 300),
    "FOGRA29": Condition("FOGRA29", "Uncoated FOGRA29 (ISO 12647-2:2004)", "uncoated-fogra29l-280.icc", 280),
}
REGISTRY = "http://www.color.org"


def condition_named(name: str, place: Place | None) -> Condition:
    """The condition; raises ContentError for a name that is not in the table."""
    if name not in CONDITIONS:
        raise ContentError([problem("unknown-condition", place, name=name, all="、".join(CONDITIONS))])
    return CONDITIONS[name]


def intents(standards: tuple[Standard, ...], condition: Condition, store: Store) -> bytes:
    """One intent for each standard that asks for one; all share one profile object (print.md X08)."""
    wanted = [s.intent for s in standards if s.intent]
    if not wanted:
        return b""
    profile = store.add_stream(condition.path.read_bytes(), b"/N 4")
    words = b"/OutputConditionIdentifier%s/RegistryName%s/Info%s" % (
        literal(condition.identifier),
        literal(REGISTRY),
        literal(condition.info),
    )
    form = b"<</Type/OutputIntent/S/%s%s/DestOutputProfile %d 0 R>>"
    return b"".join(form % (subtype.encode(), words, profile) for subtype in wanted)
