"""fonts.yaml into families and faces: names, files, licences, integrity, and the chain of fallbacks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from report.content.source import load, plain
from report.problem import ContentError, Place, problem
from report.record import record


@record
class FaceRecord:
    """One font file of a family; `path` is absolute, `sha256` is empty for a user's own font without one.

    `variations` pins the axes of a variable font: tag and value.
    """

    weight: int
    style: str
    path: str
    index: int
    sha256: str
    bytes: int
    fs_type: int
    version: str
    postscript_name: str
    variations: tuple[tuple[str, float], ...] = ()


@record
class Family:
    """A family by its key; the em box and cap height are in thousandths of an em.

    `cjk_quotes` says how full-width quotation marks are had: `default`, by the feature `fwid`, or by `vs` (U+FE01).
    `digits_language` and `digits_features` make digits of one width. `licence_file` is the path of the licence's text,
    "" where the catalogue names none.
    """

    key: str
    role: str
    licence: str
    em_box: tuple[float, float]
    cap_height: float
    cjk_quotes: str
    digits_language: str
    digits_features: tuple[str, ...]
    italic: str
    optional: bool
    faces: tuple[FaceRecord, ...]
    licence_file: str = ""
    copyright: str = ""

    @property
    def weights(self) -> tuple[int, ...]:
        return tuple(sorted({face.weight for face in self.faces}))


@record
class Catalogue:
    """Families by key, and the fallback chain of each."""

    families: Mapping[str, Family]
    fallback: Mapping[str, tuple[str, ...]]

    def merged(self, other: Catalogue) -> Catalogue:
        """This catalogue with another one's families on top."""
        return Catalogue({**self.families, **other.families}, {**self.fallback, **other.fallback})


def read_catalogue(path: Path, below: Catalogue | None = None) -> Catalogue:
    """Reads a catalogue; raises ContentError where an entry lacks what it needs.

    Its fallback chains may name families of the catalogue `below` it, on top of which it will lie.
    """
    tree = plain(load(path))
    place = Place(str(path), 1, 1)
    what = "families"
    families: dict[str, Family] = {}
    try:
        for what, entry in tree["families"].items():
            families[what] = _family(what, entry, path.parent)
        what = "fallback"
        fallback = {key: tuple(chain) for key, chain in tree.get("fallback", {}).items()}
    except KeyError as error:
        raise ContentError([problem("bad-catalogue", place, what=f"{what}: {error.args[0]}")]) from error
    except (TypeError, ValueError, AttributeError) as error:
        raise ContentError([problem("bad-catalogue", place, what=what)]) from error
    known = families.keys() | (below.families.keys() if below else ())
    missing = [k for chain in fallback.values() for k in chain if k not in known]
    if missing:
        raise ContentError([problem("bad-catalogue", place, what=missing[0])])
    return Catalogue(families, fallback)


def read_catalogues(path: Path, further: Iterable[Path]) -> Catalogue:
    """A catalogue with the families of others on top."""
    catalogue = read_catalogue(path)
    for other in further:
        catalogue = catalogue.merged(read_catalogue(other, catalogue))
    return catalogue


def _family(key: str, entry: Mapping[str, Any], folder: Path) -> Family:
    digits = entry.get("digits") or {}
    latin = entry.get("latin") or {}
    top, bottom = entry["em_box"]
    return Family(
        key=key,
        role=str(entry.get("role", "")),
        licence=str(entry.get("licence", "")),
        em_box=(float(top), float(bottom)),
        cap_height=float(entry["cap_height"]),
        cjk_quotes=str(entry.get("cjk_quotes", "default")),
        digits_language=str(digits.get("language", "")),
        digits_features=tuple(digits.get("features", ())),
        italic=str(latin.get("italic", "")),
        optional=bool(entry.get("optional", False)),
        faces=tuple(_face(face, folder, tuple(entry.get("search", ()))) for face in entry["faces"]),
        licence_file=str(folder / entry["licence_file"]) if entry.get("licence_file") else "",
        copyright=str(entry.get("copyright", "")),
    )


def _face(entry: Mapping[str, Any], folder: Path, search: tuple[str, ...]) -> FaceRecord:
    """A file beside the catalogue, or in one of the folders to search (from the catalogue's own)."""
    places = [folder, *(folder / name for name in search)]
    file = str(entry["file"])
    home = next((place for place in places if (place / file).is_file()), folder)
    return FaceRecord(
        weight=int(entry["weight"]),
        style=str(entry.get("style", "normal")),
        path=str((home / file).resolve()),
        index=int(entry.get("index", 0)),
        sha256=str(entry.get("sha256", "")),
        bytes=int(entry.get("bytes", 0)),
        fs_type=int(entry.get("fs_type", 0)),
        version=str(entry.get("version", "")),
        postscript_name=str(entry["postscript_name"]),
        variations=tuple(sorted((str(k), float(v)) for k, v in (entry.get("variations") or {}).items())),
    )


def told_of(catalogue: Catalogue) -> str:
    """The faces that text can be set in: by their hash, or by size and time where the catalogue has none."""
    families = []
    for key, family in catalogue.families.items():
        faces = [
            (f.weight, f.style, f.index, f.sha256, f.version, _file(f.path) if family.optional or not f.sha256 else "")
            for f in family.faces
        ]
        families.append((key, family.em_box, family.cjk_quotes, family.digits_language, family.digits_features, faces))
    return repr((families, list(catalogue.fallback.items())))


def _file(path: str) -> tuple[int, int]:
    try:
        about = Path(path).stat()
    except OSError:
        return 0, 0
    return about.st_size, about.st_mtime_ns
