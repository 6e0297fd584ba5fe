"""Type that cannot be read, or that cannot be printed sharply: contrast, thin tints, several inks in small type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from report.colour import Cmyk, Colour, contrast, on_screen
from report.content.theme import Theme
from report.content.themecheck.uses import BOLD, PAPER, Use, uses
from report.problem import Problem, Severity, problem

PLAIN, LARGE = 4.5, 3.0
"""Contrast that type must have, and large type (WCAG 2, 1.4.3)."""
LARGE_FROM, LARGE_BOLD_FROM = 18.0, 14.0
"""What is large, in points."""
SMALL, INKS, TINT = 9.0, 2, 0.7
"""Type below this size has at most so many inks, or at least this tint of black."""

Ratio = Callable[[str, str], float]


def legible_problems(theme: Theme, profile: Path) -> Iterator[Problem]:
    """What is wrong with type in its colour on its ground; each colour on a ground once for each style."""
    colours, ratio = theme.palette.colours, ratios(theme, profile)
    told: set[tuple[str, str, str, str]] = set()
    for use in uses(theme):
        colour = _token(theme, use.colour)
        ground = _token(theme, use.ground)
        if colour not in colours or ground not in {*colours, PAPER}:
            continue  # a picture, or an unknown colour, which is told as such
        for found in (_contrast(use, ratio(colour, ground)), _inks(use, colours[colour], ground)):
            if found is not None and (key := (found.code, use.style, colour, ground)) not in told:
                told.add(key)
                yield found


def ratios(theme: Theme, profile: Path) -> Ratio:
    """The contrast of two colours of a theme, by name, as a profile shows them; without a colour `white`, paper is."""
    names = list(theme.palette.colours)
    shown = dict(zip(names, on_screen([theme.palette.colours[name] for name in names], profile), strict=True))
    shown.setdefault(PAPER, (255, 255, 255))
    return lambda one, other: contrast(shown[one], shown[other])


def _token(theme: Theme, name: str) -> str:
    return theme.palette.words.get(name, name)


def wanted(size: float, weight: int) -> float:
    """The contrast that type of this size and weight needs."""
    return LARGE if size >= LARGE_FROM or (weight >= BOLD and size >= LARGE_BOLD_FROM) else PLAIN


def _contrast(use: Use, found: float) -> Problem | None:
    least = wanted(use.size, use.weight)
    if found >= least:
        return None
    severity: Severity = "error" if found < LARGE else "warning"
    return problem(
        "low-contrast",
        use.place,
        severity,
        where=use.where,
        size=f"{use.size:g}",
        colour=use.colour,
        ground=use.ground,
        found=f"{found:.2f}",
        wanted=f"{least:g}",
    )


def _inks(use: Use, colour: Colour, ground: str) -> Problem | None:
    """Inks of small type that must register, and tints of black that break into dots."""
    if use.size >= SMALL or not isinstance(colour, Cmyk):
        return None
    size, inks = f"{use.size:g}", sum(ink > 0 for ink in colour.inks)
    if inks > INKS:
        return problem("small-inks", use.place, where=use.where, size=size, colour=use.colour, inks=inks, most=INKS)
    if inks == 1 and 0 < colour.k < TINT and ground == PAPER:
        tint = round(colour.k * 100)
        return problem("faint-type", use.place, where=use.where, size=size, colour=use.colour, tint=tint)
    return None
