"""fonts list, add, check: the faces there are, fonts of the user's own, the rare pack."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report import resources
from report.commands.arguments import CONTENT, GOOD, Arguments, path_of, some
from report.commands.reports import fonts_of
from report.deliver.output import write_files
from report.problem import ContentError, Problem, problem
from report.terminal import Screen, cells

if TYPE_CHECKING:
    from report.content.catalogue import Catalogue, FaceRecord, Family
    from report.typeset.collecting import Found

CATALOGUE = "fonts.yaml"
SHOWN = 32
"""Characters of a licence in a list."""
Row = dict[str, Any]


def list_faces_arguments() -> Arguments:
    parser = Arguments("fonts list")
    parser.flags("--json")
    return parser


def add_arguments() -> Arguments:
    parser = Arguments("fonts add")
    parser.add_argument("given", nargs="+", type=path_of, metavar="FILE|DIR")
    parser.add_argument("--as", dest="key", type=some, metavar="NAME")
    parser.add_argument("--licence", type=some, metavar="TEXT")
    parser.flags("--json")
    return parser


def check_arguments() -> Arguments:
    parser = Arguments("fonts check")
    parser.flags("--json")
    return parser


def list_faces(asked: argparse.Namespace, screen: Screen, environ: Mapping[str, str]) -> int:
    """Every face that a theme or a style can name."""
    rows = [_row(family, face) for family, face in _faces(_catalogue(environ))]
    if asked.json:
        screen.say_json({"faces": rows, "problems": []})
        return GOOD
    shown = [list(_shown(row, screen)) for row in rows]
    screen.say(_columns([[screen.word(f"font-{name}") for name in HEAD], *shown]))
    return GOOD


HEAD = ("family", "weight", "name", "licence", "embedding", "coverage")


def _shown(row: Row, screen: Screen) -> Iterator[str]:
    """The cells of a face."""
    yield row["family"]
    yield str(row["weight"]) if row["style"] == "normal" else f"{row['weight']} {row['style']}"
    yield row["name"]
    yield row["licence"][:SHOWN] or "—"
    yield screen.word(f"embed-{row['embedding']}")
    yield _covered(row, screen)


def _covered(row: Row, screen: Screen) -> str:
    if not row["present"]:
        return screen.word("font-absent")
    return screen.word("font-covers", **{name: row[name] for name in ("characters", "han", "gb2312")})


def _columns(rows: Sequence[Sequence[str]]) -> str:
    """Columns of equal width on a terminal, the last one ragged."""
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "".join(cell + " " * (width - cells(cell) + 2) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _catalogue(environ: Mapping[str, str]) -> Catalogue:
    from report.content.catalogue import read_catalogues

    return read_catalogues(resources.fonts() / CATALOGUE, fonts_of(environ))


def _faces(catalogue: Catalogue) -> Iterator[tuple[Family, FaceRecord]]:
    return ((family, face) for family in catalogue.families.values() for face in family.faces)


def _row(family: Family, face: FaceRecord) -> Row:
    from report.typeset.collecting import coverage, right

    there = Path(face.path).is_file()
    counts = coverage(face)._asdict() if there else {"characters": 0, "han": 0, "gb2312": 0}
    return {
        "family": family.key,
        "weight": face.weight,
        "style": face.style,
        "name": face.postscript_name,
        "file": Path(face.path).as_posix(),
        "licence": family.licence,
        "embedding": right(face.fs_type),
        "present": there,
        **counts,
    }


def check(asked: argparse.Namespace, screen: Screen, environ: Mapping[str, str]) -> int:
    """Whether every face is there, whole, and may be embedded; hashes are those of the catalogue."""
    catalogue = _catalogue(environ)
    problems = [found for family, face in _faces(catalogue) for found in _faults(catalogue, family, face)]
    screen.tell(problems, "")
    errors = sum(found.severity == "error" for found in problems)
    if asked.json:
        count = sum(1 for _ in _faces(catalogue))
        screen.say_json({"faces": count, "errors": errors, "problems": screen.told(problems, "")})
    else:
        warnings = sum(found.severity == "warning" for found in problems)
        said = screen.word("found", errors=errors, warnings=warnings) if errors + warnings else screen.word("good")
        screen.say(said)
    return CONTENT if errors else GOOD


def _faults(catalogue: Catalogue, family: Family, face: FaceRecord) -> Iterator[Problem]:
    from report.typeset.faces import Faces

    if family.optional and not Path(face.path).is_file():
        yield problem("rare-pack-absent", None, "notice", file=Path(face.path).name)
        return
    try:
        Faces(catalogue).open(family.key, face.weight, face.style)
    except ContentError as error:
        yield from error.problems
    except Exception:  # what HarfBuzz raises for a file that is no font has no name of its own
        yield problem("not-a-font", file=Path(face.path).name)


def add(asked: argparse.Namespace, screen: Screen, environ: Mapping[str, str]) -> int:
    """Fonts of the user, or the rare pack, into the user's own catalogue."""
    from report.content.catalogue import read_catalogue
    from report.typeset.collecting import collected, font_files, joined

    home = resources.own_fonts(environ)
    if home is None:
        raise ContentError([problem("fonts-no-home")])
    bundled = resources.fonts() / CATALOGUE
    files = tuple(file for given in asked.given for file in font_files(given))
    found = collected(files, read_catalogue(bundled), asked.key or "", asked.licence or "")
    stored = {one.path.name: one.path.read_bytes() for one in found}
    _not_over(home, found, stored)
    write_files(home, {**stored, CATALOGUE: joined(home / CATALOGUE, found, bundled)})
    problems = [problem("font-licence-unknown", None, "warning", file=p) for p in _unlicensed(found)]
    screen.tell(problems, "")
    rows = [_row(family, face) for family, face in _faces(_catalogue(environ)) if Path(face.path).name in stored]
    if asked.json:
        screen.say_json(
            {"catalogue": (home / CATALOGUE).as_posix(), "faces": rows, "problems": screen.told(problems, "")}
        )
        return GOOD
    for row in rows:
        screen.say(screen.word("font-added", **{**row, "embedding": screen.word(f"embed-{row['embedding']}")}))
    screen.say(screen.word("font-catalogue", file=(home / CATALOGUE).as_posix()))
    return GOOD


def _unlicensed(found: Sequence[Found]) -> Iterator[str]:
    return (one.path.name for one in found if not one.rare and not one.entry["licence"])


def _not_over(home: Path, found: Sequence[Found], stored: Mapping[str, bytes]) -> None:
    """Another font of the same file name is not written over, neither in the folder nor by one given beside it."""
    names = [one.path.name for one in found]
    taken = [name for name in names if (home / name).is_file() and (home / name).read_bytes() != stored[name]]
    taken += [name for name in dict.fromkeys(names) if names.count(name) > 1]
    if taken:
        raise ContentError([problem("font-file-taken", file=name, folder=home) for name in dict.fromkeys(taken)])
