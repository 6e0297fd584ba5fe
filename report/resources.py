"""Where themes, profiles, fonts and the sample are: in a checkout, and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def themes() -> Path:
    """The folder of the built-in themes, one folder each."""
    return _PACKAGE / "themes"


def profiles() -> Path:
    """The folder of the ICC profiles."""
    return _PACKAGE / "profiles"


def fonts() -> Path:
    """The folder of the bundled fonts and their catalogue; a wheel carries it inside the package (pyproject.toml)."""
    packed = _PACKAGE / "_fonts"
    return packed if packed.is_dir() else _PACKAGE.parent / "fonts"


def sample() -> Path | None:
    """The report that is built when none is named; a wheel has none."""
    report = _PACKAGE.parent / "data" / "kaifeng" / "report.yaml"
    return report if report.is_file() else None


def code() -> tuple[Path, ...]:
    """Every file of the package itself that can change what is built, sorted; fonts are inputs and not among them."""
    kinds = {".py", ".yaml", ".icc"}
    found = (p for p in _PACKAGE.rglob("*") if p.suffix in kinds and "_fonts" not in p.relative_to(_PACKAGE).parts)
    return tuple(sorted(found))
