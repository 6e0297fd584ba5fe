"""Deliveries and their pages into proofs: no claim to be for the press, and bars beside what changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from report.content.model import Delivery, Report
from report.drawing import Paged
from report.layout.coverparts import COVER_PART, part_key
from report.problem import Problem
from report.record import replace
from report.typeset.faces import Faces

if TYPE_CHECKING:
    from report.layout.changebars import Compare

PRESS_ONLY = frozenset({"PDF/X-4"})
"""Standards of files that a print shop prints as they come."""


def as_proof(delivery: Delivery) -> Delivery:
    """A proof is not for the press: it makes no claim to be, and no certificate goes with it."""
    kept = tuple(name for name in delivery.standards if name not in PRESS_ONLY)
    return replace(delivery, standards=kept, finish=delivery.finish._replace(certificate=False))


class Proofs:
    """Makes the proofs of a report; `since` says what changed in each."""

    def __init__(self, report: Report, faces: Faces, since: Compare | None) -> None:
        self._identifier, self._faces, self._since = report.about.identifier, faces, since
        self._keys = tuple(part_key(one.key, part) for one in report.deliveries for part in ("", COVER_PART))

    def proof(self, key: str, paged: Paged, write: Callable[[], bytes]) -> tuple[Paged, tuple[Problem, ...]]:
        """The pages of a file as a proof, and what is to be told of it; `write` gives the file as it would be."""
        from report.layout.proofing import proofed

        if self._since is None:
            return proofed(paged, self._faces), ()
        changes = self._since(self._identifier, self._keys, key, write())
        return proofed(paged, self._faces, changes), changes.problems
