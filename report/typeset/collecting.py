"""Font files of the user into the entries of a catalogue: what they are, whose, what they hold, whether they may be
embedded."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from report.content.catalogue import Catalogue, FaceRecord, Family
from report.content.source import load, plain
from report.named import NamedTuple
from report.problem import ContentError, Place, Problem, problem
from report.typeset.faces import check_kind

FILES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
EM = 1000
HAN_BOX = (880, -120)
"""The em box of most Chinese fonts, in thousandths (fonts/fonts.yaml)."""
CAP_HEIGHT = 730
"""Where a font says none: that of the bundled 宋 and 黑."""
COPYRIGHT, FAMILY, LICENCE, LICENCE_URL, TYPOGRAPHIC = 0, 1, 13, 14, 16
"""Names of a font (OpenType 1.9, name table)."""
LONGEST = 120
"""Characters of a licence that a catalogue keeps."""
LICENCES: Mapping[str, str] = {
    "Open Font License, Version 1.1": "OFL-1.1",
    "scripts.sil.org/OFL": "OFL-1.1",
    "openfontlicense.org": "OFL-1.1",
    "Apache License, Version 2.0": "Apache-2.0",
}
"""Words of a statement, and the licence they name (SPDX)."""
RIGHTS: Mapping[int, str] = {0x2: "restricted", 0x4: "preview", 0x8: "editable"}
"""What fsType says of embedding (OpenType 1.9, OS/2); none of them is `installable`."""
HAN = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x3FFFF))

STAND_INS = ("song", "hei", "kai", "latin-sans", "symbols", "rare")
"""What stands in for characters that a user's font lacks."""

Entry = dict[str, Any]


class Found(NamedTuple):
    """A font file as a catalogue knows it: the key of its family and the entry with its one face."""

    key: str
    entry: Entry
    path: Path
    rare: bool = False


class Coverage(NamedTuple):
    """How many characters a face has: all, Han, and of the 6763 Han of GB 2312."""

    characters: int
    han: int
    gb2312: int


def font_files(given: Path) -> tuple[Path, ...]:
    """The file, or the font files of a folder, in order; raises ContentError where there are none."""
    if given.is_file():
        return (given,)
    held = tuple(sorted(p for p in given.glob("*") if p.suffix.lower() in FILES)) if given.is_dir() else ()
    if not held:
        raise ContentError([problem("no-font-file", file=given)])
    return held


def collected(files: Sequence[Path], known: Catalogue, key: str = "", licence: str = "") -> tuple[Found, ...]:
    """What the files are. Where one belongs to an optional family of the catalogue (the rare pack), only such ones.

    Raises ContentError with everything that cannot be taken: no font, no right to embed, a name that is taken.
    """
    packed = {record.sha256: (name, record) for name, family in _optional(known) for record in family.faces}
    digests = {path: _digest(path) for path in files}
    rare = [path for path in files if digests[path] in packed]
    if rare:
        return tuple(Found(packed[digests[path]][0], {}, path, rare=True) for path in rare)
    found: list[Found] = []
    problems: list[Problem] = []
    for path in files:
        try:
            one = _found(path, digests[path], key, licence)
            _check_name(one, known)
            found.append(one)
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return tuple(found)


def _optional(known: Catalogue) -> Iterable[tuple[str, Family]]:
    return ((name, family) for name, family in known.families.items() if family.optional)


def _check_name(found: Found, known: Catalogue) -> None:
    """A family that others rely on keeps its faces."""
    if found.key in known.families:
        raise ContentError([problem("font-key-taken", file=found.path.name, key=found.key)])


def _found(path: Path, digest: str, key: str, licence: str) -> Found:
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with path.open("rb") as file:
            check_kind(record_of({"weight": 400, "postscript_name": path.stem}, path), file)
        with TTFont(path, fontNumber=0, lazy=True) as font:
            face = _face(font, path, digest)
            return Found(key or _name(font, TYPOGRAPHIC, FAMILY) or path.stem, _entry(font, face, licence), path)
    except (TTLibError, struct.error, LookupError, AssertionError, AttributeError, OSError, ValueError) as error:
        raise ContentError([problem("not-a-font", file=path.name)]) from error


def record_of(face: Mapping[str, Any], path: Path) -> FaceRecord:
    """The face as a catalogue that lies beside the file has it."""
    said = {**face, "version": str(face.get("version", ""))}
    return FaceRecord(
        weight=int(said["weight"]),
        style=str(said.get("style", "normal")),
        path=str(path),
        index=0,
        sha256=str(said.get("sha256", "")),
        bytes=int(said.get("bytes", 0)),
        fs_type=int(said.get("fs_type", 0)),
        version=said["version"],
        postscript_name=str(said["postscript_name"]),
    )


def _face(font: Any, path: Path, digest: str) -> Entry:
    os2 = font["OS/2"]
    return {
        "weight": int(os2.usWeightClass),
        "style": "italic" if os2.fsSelection & 1 else "normal",
        "file": path.name,
        "sha256": digest,
        "bytes": path.stat().st_size,
        "fs_type": int(os2.fsType),
        "version": f"{font['head'].fontRevision:.3f}",
        "postscript_name": _name(font, 6) or path.stem,
    }


def _entry(font: Any, face: Entry, licence: str) -> Entry:
    scale = EM / font["head"].unitsPerEm
    os2, cmap = font["OS/2"], font.getBestCmap() or {}
    box = (round(os2.sTypoAscender * scale), round(os2.sTypoDescender * scale))
    han = any(low <= code <= high for code in cmap for low, high in HAN)
    said = licence or _licence(_name(font, LICENCE) or _name(font, LICENCE_URL))
    return {
        "role": "own",
        "licence": " ".join(said.split())[:LONGEST],
        "copyright": " ".join(_name(font, COPYRIGHT).split())[:LONGEST],
        "em_box": list(box if box[0] - box[1] == EM or not han else HAN_BOX),
        "cap_height": round(getattr(os2, "sCapHeight", 0) * scale) or CAP_HEIGHT,
        "cjk_quotes": _quotes(font, cmap),
        "digits": _digits(font, cmap),
        "latin": {"own": ord("n") in cmap},
        "faces": [face],
    }


def _licence(text: str) -> str:
    """The name of a licence that many fonts have; any other as it is stated."""
    return next((name for words, name in LICENCES.items() if words in text), text)


def _quotes(font: Any, cmap: Mapping[int, str]) -> str:
    """How full-width quotation marks are had: as they are, or by the feature that makes them so."""
    mark = cmap.get(0x201C)
    full = mark is not None and font["hmtx"][mark][0] >= 0.9 * font["head"].unitsPerEm
    return "default" if full or "fwid" not in _features(font) else "fwid"


def _digits(font: Any, cmap: Mapping[int, str]) -> Entry:
    widths = {font["hmtx"][cmap[code]][0] for code in range(0x30, 0x3A) if code in cmap}
    if len(widths) == 1:
        return {"tabular": True}
    return {"features": ["tnum", "lnum"], "tabular": True} if "tnum" in _features(font) else {}


def _features(font: Any) -> frozenset[str]:
    table = font["GSUB"].table.FeatureList if "GSUB" in font else None
    return frozenset(record.FeatureTag for record in table.FeatureRecord) if table else frozenset()


def _name(font: Any, *numbers: int) -> str:
    """The first of some names that the font has; the Chinese one where there is one."""
    table = font["name"]
    for number in numbers:
        held = [one for one in table.names if one.nameID == number]
        chinese = [one for one in held if one.platformID == 3 and one.langID in (0x804, 0x404, 0xC04)]
        for one in (*(chinese if number in (FAMILY, TYPOGRAPHIC) else ()), *held):
            text = str(one.toUnicode(errors="ignore")).strip()
            if text:
                return text
    return ""


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        raise ContentError([problem("cannot-read", Place(str(path), 1, 1), file=path)]) from None


def joined(catalogue: Path, found: Sequence[Found], rare: Path) -> bytes:
    """The user's catalogue with what was found; `rare` is the catalogue that describes optional families.

    Raises ContentError where two files are the same face of one family.
    """
    tree: Entry = plain(load(catalogue)) if catalogue.is_file() else {"version": 1}
    families, fallback = tree.setdefault("families", {}), tree.setdefault("fallback", {})
    problems: list[Problem] = []
    for one in found:
        if one.rare:
            families[one.key] = {**plain(load(rare))["families"][one.key], "search": []}
            continue
        own = families.setdefault(one.key, {**one.entry, "faces": []})
        (new,) = one.entry["faces"]
        kept = {(face["weight"], face.get("style", "normal")): face for face in own["faces"]}
        face = (new["weight"], new["style"])
        if face in kept and kept[face]["sha256"] != new["sha256"]:
            shown = f"{new['weight']} {new['style']}"
            problems.append(problem("font-face-taken", file=new["file"], key=one.key, face=shown))
        own["faces"] = [held for _, held in sorted({**kept, face: new}.items())]
        fallback[one.key] = [one.key, *STAND_INS]
    if problems:
        raise ContentError(problems)
    return (json.dumps(tree, ensure_ascii=False, indent=2) + "\n").encode()


def right(fs_type: int) -> str:
    """What a font's licence bits say of embedding."""
    return next((word for bit, word in RIGHTS.items() if fs_type & bit), "installable")


def coverage(record: FaceRecord) -> Coverage:
    """How many characters a face has."""
    import uharfbuzz as hb

    codes = frozenset(hb.Face(hb.Blob.from_file_path(record.path), record.index).unicodes)
    han = sum(low <= code <= high for code in codes for low, high in HAN)
    return Coverage(len(codes), han, sum(ord(char) in codes for char in _gb2312()))


def _gb2312() -> str:
    """Its Han: rows 16 to 87 (GB/T 2312-1980)."""
    rows = (bytes([row, cell]) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return b"".join(rows).decode("gb2312", "ignore")
