"""The fonts of a job with their licences: a table, and the texts of the licences."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from report.content.catalogue import Catalogue, Family
from report.deliver.package.parts import Job
from report.named import NamedTuple

HEAD = ("字体", "用在", "格式", "嵌入", "字数", "许可", "版权", "许可文本")
UNKNOWN = "未知（不是本机字体目录里的字体，多来自附入的 PDF）"


class Font(NamedTuple):
    """A row of the table; `licence_file` is where its text lies, None for a font that no catalogue knows."""

    name: str
    role: str
    kind: str
    held: str
    glyphs: int
    licence: str
    copyright: str
    licence_file: Path | None


def fonts(job: Job, catalogue: Catalogue) -> Iterator[Font]:
    """The fonts that lie in the files, each once."""
    families = {face.postscript_name: family for family in catalogue.families.values() for face in family.faces}
    seen: dict[str, list[Mapping[str, object]]] = {}
    for part in job.parts:
        for font in part.record["fonts"]:
            seen.setdefault(str(font["name"]), []).append(font)
    for name, found in sorted(seen.items()):
        held = "没有嵌入" if not all(f["embedded"] for f in found) else "子集" if found[0]["subset"] else "全部"
        yield _font(name, str(found[0]["kind"]), held, sum(int(str(f["glyphs"])) for f in found), families.get(name))


def _font(name: str, kind: str, held: str, glyphs: int, family: Family | None) -> Font:
    if family is None:
        return Font(name, "", kind, held, glyphs, UNKNOWN, "", None)
    text = Path(family.licence_file) if family.licence_file else None
    return Font(name, family.role, kind, held, glyphs, family.licence, family.copyright, text)


def as_csv(rows: list[Font]) -> bytes:
    """The table for office programs, which take UTF-8 with a mark at its beginning."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    for row in rows:
        writer.writerow([*row[:-1], f"licences/{row.licence_file.name}" if row.licence_file else ""])
    return out.getvalue().encode("utf-8-sig")


def licences(rows: list[Font]) -> Mapping[str, bytes]:
    """The texts of the licences by name, each once."""
    files = {row.licence_file.name: row.licence_file for row in rows if row.licence_file}
    return {name: path.read_bytes() for name, path in sorted(files.items()) if path.is_file()}
