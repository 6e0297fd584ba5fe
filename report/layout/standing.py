"""Composed pages as an earlier run of a report drew them, like type that is left standing for a reprint.

A page is known by all that it is made of: what the author wrote for it and where, its place in the book, what the book
says of itself, the theme, the faces, the pictures, the program. So it is what drawing it again would give.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path

from report import packed, program
from report.content.catalogue import told_of
from report.content.model import Appendix, Report
from report.layout.again import Drawn, Sight, bare_of, known_of
from report.layout.book import Book
from report.layout.desk import Desk
from report.layout.fill import Leaf
from report.layout.inside import records
from report.program import SETTLED
from report.record import replace

READ = frozenset({".yaml", ".yml", ".csv"})
"""Files whose content is in the report as it was read; of all others it has but the name."""


class Standing:
    """The composed pages of one layout, from the desk's memory where that lasts."""

    def __init__(self, desk: Desk, report: Report, book: Book) -> None:
        self._ground, self._facts = b"", b""
        if not (desk.cache.lasts and desk.theme.mark):
            return
        files = [path for path in report.inputs if Path(path).suffix.lower() not in READ]
        stamps = [_stamp(path) for path in files]
        stated = sorted(report.sheet.stated)  # the order of a set is another one in every run
        sheet = report.sheet._replace(stated=frozenset())
        bare, said = replace(bare_of(report), sheet=sheet), known_of(report)
        known = packed.to_bytes((bare, stated, said.sources, book.pages, book.marks, files, stamps, desk.language))
        self._facts = packed.to_bytes(said.facts) or b""
        if known is not None and None not in stamps:
            mark = f"{desk.theme.mark} {program.mark(desk.cache)} {told_of(desk.faces.catalogue)} {desk.folder}"
            self._ground = sha256(known + mark.encode()).digest()

    def page(self, desk: Desk, sight: Sight, make: Callable[[], Drawn]) -> Drawn:
        """The page, drawn now unless it stands; what is wrong with it is told as if it had been."""
        key = self._key(desk, sight)
        if not key:
            return make()
        desk.page = sight.facts.number
        match packed.kept(desk.cache, key, desk.faces.keyed):
            case Drawn() as drawn, tuple() as problems, dict() as codes:
                desk.codes.update(codes)
            case _:
                before = dict(desk.codes)
                with desk.overheard() as found:
                    drawn = make()
                problems = tuple(found)
                codes = {name: place for name, place in desk.codes.items() if name not in before}
                desk.faces.once_sound(partial(packed.keep, desk.cache, key, (drawn, problems, codes)))
        desk.tell(problems)
        return drawn

    def _key(self, desk: Desk, sight: Sight) -> str:
        """A name for all that a page is made of; "" for one that cannot be told so."""
        leaf = sight.leaf
        if not self._ground or leaf.plate is None:
            return ""
        lists = any(isinstance(one, Appendix) for one in records(leaf.plate.page))
        plain = leaf.plate._replace(topics=dict(leaf.plate.topics))  # a proxy has no bytes
        shown = (plain, leaf.problems, sight.facts, sight.label, sight.level, sight.book, desk.codes)
        told = packed.to_bytes(shown) if _whole(leaf) else None
        if told is None:
            return ""
        return f"page-{sha256(self._ground + told + (self._facts if lists else b'')).hexdigest()}"


def _whole(leaf: Leaf) -> bool:
    """Whether nothing stands on a composed page but what its plate says: the pieces of a flow are functions."""
    return not leaf.puts and not leaf.notes


def _stamp(path: str) -> tuple[int, ...] | None:
    """What tells one state of a file from another; None for one that was just written, or is not there."""
    try:
        about = Path(path).stat()
    except OSError:
        return None
    if time.time_ns() - max(about.st_mtime_ns, about.st_ctime_ns) < SETTLED:
        return None
    return about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns
