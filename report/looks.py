"""The themes that a report's deliveries wear: the document's own, and those of deliveries that have another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from report.colour import Spot
from report.content.model import Delivery, Report, SheetSpec
from report.content.theme import Theme, built_in
from report.content.themecheck.faces import ink_problems
from report.layout.recast import sheet_in
from report.memory import Memory
from report.pdf.intent import condition_named
from report.problem import ContentError, Place, Problem, problem
from report.warm import Warm


def look_of(report: Report, delivery: Delivery) -> tuple[str, tuple[str, ...]]:
    """The theme of a delivery by its name and the spot inks it is printed with."""
    return delivery.edition.theme or report.about.theme, delivery.finish.spots


def themes_of(
    report: Report, deliveries: tuple[Delivery, ...], warm: Warm | None = None, memory: Memory | None = None
) -> Mapping[tuple[str, tuple[str, ...]], Theme]:
    """The document's theme, and those of deliveries that have one of their own or spot inks, as they are named."""
    warm = warm or Warm()
    memory = memory if not warm.series else None
    home = report.about.places.get("theme")
    found: dict[tuple[str, tuple[str, ...]], Theme] = {}
    found[report.about.theme, ()] = warm.theme(_theme_folder(report, report.about.theme, home), home, (), memory)
    for delivery in deliveries:
        name, spots = look_of(report, delivery)
        if (name, spots) not in found:
            place = delivery.edition.place if delivery.edition.theme else home
            inks = tuple(zip(spots, delivery.finish.places, strict=True))
            found[name, spots] = warm.theme(_theme_folder(report, name, place), place, inks, memory)
    return found


def sheet_for(report: Report, delivery: Delivery) -> SheetSpec:
    """The sheet that a delivery is laid out on."""
    themes = themes_of(report, (delivery,))
    return sheet_in(report.sheet, themes[look_of(report, delivery)], themes[report.about.theme, ()])


def spot_names(report: Report, delivery: Delivery) -> tuple[str, ...]:
    """The inks beside the process inks that a delivery is printed with, as its plates are called."""
    return tuple(spot_inks(themes_of(report, (delivery,))[look_of(report, delivery)]))


def spot_inks(theme: Theme) -> dict[str, Spot]:
    """The spot inks of a theme by name."""
    return {colour.name: colour for colour in theme.palette.colours.values() if isinstance(colour, Spot)}


def _theme_folder(report: Report, name: str, place: Place | None) -> Path:
    """A theme of the report's own folder, or a built-in one."""
    home = Path(report.folder).resolve()
    own = home / name
    if (own / "theme.yaml").is_file():
        if not own.resolve().is_relative_to(home):
            raise ContentError([problem("theme-path", place, name=name)])
        return Path(report.folder, name)
    return built_in(name)


def inks_refused(theme: Theme, report: Report) -> Iterator[Problem]:
    """Colours that the strictest printing condition of the report's deliveries refuses."""
    limits = [condition_named(d.condition, d.place, report.folder).ink for d in report.deliveries]
    return ink_problems(theme, min(limits)) if limits else iter(())
