"""A theme into everything that is wrong with it: names, faces, inks, legibility, grid, safe zone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from report.content.catalogue import Catalogue
from report.content.source import Fields, Node, Scalar
from report.content.theme import Theme, examine_theme
from report.content.themecheck.faces import face_problems, ink_problems
from report.content.themecheck.grids import grid_problems
from report.content.themecheck.legible import legible_problems
from report.content.themecheck.names import name_problems
from report.problem import Problem, problem
from report.record import record, replace

__all__ = ["Press", "check_theme", "theme_problems"]


@record
class Press:
    """What a theme is printed with: faces, the profile of the printing condition and its limit of ink in percent."""

    catalogue: Catalogue
    profile: Path
    ink: int


def check_theme(folder: Path, press: Press) -> tuple[Theme, tuple[Problem, ...]]:
    """A theme and all its problems in the order of its files; raises ContentError when a file cannot be read."""
    theme, found = examine_theme(folder)
    return theme, theme_problems(theme, press, found)


def theme_problems(theme: Theme, press: Press, known: Sequence[Problem] = ()) -> tuple[Problem, ...]:
    """All problems of a theme with those that are `known`, each place once; what the theme accepts is only a notice."""
    checks = (
        name_problems(theme),
        face_problems(theme, press.catalogue),
        ink_problems(theme, press.ink),
        legible_problems(theme, press.profile),
        grid_problems(theme),
    )
    once = {(p.code, p.place, _value(p, "where") or _value(p, "key")): p for p in chain(*checks, known)}
    return tuple(sorted(_accepted(theme, list(once.values())), key=lambda p: _order(theme, p)))


def _order(theme: Theme, found: Problem) -> tuple[int, int, int]:
    place = found.place
    if place is None:
        return (len(theme.files), 0, 0)
    return (theme.files.index(place.file) if place.file in theme.files else -1, place.line, place.column)


def _accepted(theme: Theme, problems: Sequence[Problem]) -> Iterator[Problem]:
    """Warnings that the theme accepts become notices; an acceptance of what is not there is a warning itself."""
    rows = {(code, where): node for code, where, node in _rows(theme.root.node("accepted"))}
    met = set()
    for found in problems:
        key = (found.code, _value(found, "where"))
        accepted = found.severity == "warning" and key in rows
        met |= {key} if accepted else set()
        yield replace(found, severity="notice") if accepted else found
    own = Path(theme.files[0]).parent
    for (code, where), node in rows.items():
        theirs = Path(node.place.file).parent != own  # what a parent accepts may have gone with what was changed
        if (code, where) not in met and not theirs:
            yield problem("accepted-nothing", node.place, "warning", wanted=code, where=where)


def _rows(node: Node | None) -> Iterator[tuple[str, str, Scalar]]:
    """Code and place of what is accepted, and where that is written."""
    for code, places in node.entries if isinstance(node, Fields) else ():
        for where, _why in places.entries if isinstance(places, Fields) else ():
            yield code.text, where.text, where


def _value(found: Problem, name: str) -> str:
    return dict(found.values).get(name, "")
