"""Themes that inherit from brochure and have one fault each."""

from __future__ import annotations

from pathlib import Path

from report import resources
from report.content.catalogue import read_catalogue
from report.content.themecheck.checking import Press, check_theme
from report.pdf.intent import CONDITIONS
from report.problem import Problem

FOGRA39 = CONDITIONS["FOGRA39"]
PRESS = Press(read_catalogue(resources.fonts() / "fonts.yaml"), FOGRA39.path, FOGRA39.ink)
BROCHURE = resources.themes() / "brochure"


def theme(home: Path, text: str = "", pages: str = "", name: str = "朱砂") -> Path:
    """A theme folder that says only what is given."""
    folder = home / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "theme.yaml").write_text(f"name: {name}\ninherits: brochure\n{text}", encoding="utf-8")
    if pages:
        (folder / "pages.yaml").write_text(pages, encoding="utf-8")
    return folder


def found(folder: Path) -> tuple[Problem, ...]:
    """What the check says of a theme, without what it accepts."""
    return tuple(one for one in check_theme(folder, PRESS)[1] if one.severity != "notice")


def told(folder: Path) -> list[str]:
    """The same as `severity code place key values`, the file by its name."""
    lines = []
    for one in found(folder):
        place = f"{Path(one.place.file).name}:{one.place.line}:{one.place.column}" if one.place else ""
        values = dict(one.values)
        about = values.get("where") or values.get("name") or values.get("key") or values.get("family") or ""
        lines.append(f"{one.severity} {one.code} {place} {about}".strip())
    return lines


def value(folder: Path, name: str) -> str:
    """A value of the only problem of a theme."""
    (one,) = found(folder)
    return dict(one.values)[name]
