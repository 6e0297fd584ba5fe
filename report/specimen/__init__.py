"""A theme into its specimen book: colours, text styles, every block and chart, set in the theme itself."""

from __future__ import annotations

import json
import re
import struct
import tempfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from report import __version__
from report.content.catalogue import Catalogue
from report.content.read import read_checked
from report.content.source import Fields, parse
from report.content.spec import Spec
from report.content.theme import Theme, colours_and_styles, merged, read_templates
from report.layout.flow import lay_out
from report.memory import Memory
from report.named import NamedTuple
from report.pdf.document import PdfSettings, write_pdf
from report.pdf.intent import Condition
from report.problem import ContentError, Problem, problem
from report.record import replace
from report.specimen.sheets import COLOURS, STYLES, Sheet, colour_sheets, size_of, style_sheets
from report.typeset.faces import Faces
from report.units import mm

STANDARDS = ("PDF/A-2u", "PDF/UA-1")
CONTENT = Path(__file__).with_name("content.yaml")
PICTURE = "样图.png"
TABLES = {
    "培训.csv": "年份,场次,人次\n2021,118,8600\n2022,126,9150\n2023,171,12300\n2024,204,15870\n2025,232,18420\n",
    "收支.csv": "项,额\n期初,40\n拨款,22\n支出,-30\n期末,32\n",
}
HEAD = Path(__file__).with_name("head.yaml")
PAGES = {
    "cover": "cover",
    "title-page": "title-page",
    "chapter": "chapter",
    "charts": "chapter",
    "back-cover": "back-cover",
}
"""What stands on a page of its own, and the page of the flow that it needs."""
FRONT = ("cover", "title-page", "contents", "matter")
"""What comes before the colours."""


class Book(NamedTuple):
    """A finished specimen."""

    data: bytes
    pages: int
    problems: tuple[Problem, ...]


class Bench(NamedTuple):
    """What a book is made with."""

    catalogue: Catalogue
    condition: Condition
    cache: Memory
    progress: Callable[[str, int, int], None]


def specimen(theme: Theme, bench: Bench) -> Book:
    """The specimen of a theme; raises ContentError where the theme lacks what a block of its own needs."""
    sheets = (*colour_sheets(theme, bench.condition.path), *style_sheets(theme, bench.condition.path))
    own = furnished(theme, sheets)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, table in TABLES.items():
            (folder / file).write_text(table, encoding="utf-8")
        (folder / PICTURE).write_bytes(picture())
        report_file = folder / "specimen.yaml"
        report_file.write_text(report_text(theme, sheets), encoding="utf-8")
        report, told, _ = read_checked(report_file)
        faces = Faces(bench.catalogue, bench.cache)
        paged, found = lay_out(report, own, faces, bench.cache, lambda now, total: bench.progress("layout", now, total))
        bench.progress("pdf", 0, 1)
        data = write_pdf(paged, PdfSettings(STANDARDS, bench.condition, True, bench.cache, __version__))
    problems = tuple(_of_theme(one, name) for one in (*told, *found, *_without_flow(theme)))
    return Book(data, len(paged.pages), problems)


def _of_theme(found: Problem, folder: str) -> Problem:
    """A problem of a page: the report is ours and gone, and what does not fit is only shown."""
    place = found.place if found.place and not found.place.file.startswith(folder) else None
    return replace(found, place=place, severity="warning" if found.severity == "error" else found.severity)


def _without_flow(theme: Theme) -> Iterator[Problem]:
    if not _has_flow(theme):
        yield problem("specimen-without-flow", None, "warning", name=theme.name)


def furnished(theme: Theme, sheets: Sequence[Sheet]) -> Theme:
    """The theme with what the book adds: inks and styles for its notes, templates for its colours and styles."""
    added = {"colours": COLOURS, "styles": STYLES}
    root = merged(theme.root.layers[0], _fields(added))
    problems: list[Problem] = []
    palette, styles = colours_and_styles(root, problems)
    spec = Spec((root,), palette, styles)
    made = read_templates(_fields({sheet.name: sheet.template for sheet in sheets}), spec, problems)
    if problems:
        raise ContentError(problems)
    return replace(theme, palette=palette, styles=styles, root=spec, templates={**theme.templates, **made})


def _fields(value: object) -> Fields:
    """A value as nodes, as if a file held it."""
    node = parse(json.dumps(value, ensure_ascii=False).encode(), "specimen")
    assert isinstance(node, Fields)
    return node


# The report


def report_text(theme: Theme, sheets: Sequence[Sheet]) -> str:
    """The report of a specimen book as YAML."""
    width, height = size_of(theme)
    page = theme.root.sub("page")
    sizes = {"WIDTH": f"{width:g}", "HEIGHT": f"{height:g}", "BLEED": f"{mm(page.mm('bleed')):g}"}
    said = {"NAME": json.dumps(theme.name, ensure_ascii=False), **sizes}
    head = re.sub(r"[A-Z]{4,}", lambda found: said.get(found[0], found[0]), HEAD.read_text(encoding="utf-8"))
    items = dict(_items(theme))
    front = (items.pop(name) for name in FRONT if name in items)
    return head + "正文:\n" + "".join(chain(front, map(_page_item, sheets), items.values()))


def _page_item(sheet: Sheet) -> str:
    given = {"版式": sheet.name, "区": sheet.regions, **({"目录": sheet.entry} if sheet.entry else {})}
    return f"  - 页: {json.dumps(given, ensure_ascii=False)}\n"


def _items(theme: Theme) -> Iterator[tuple[str, str]]:
    """The parts of content.yaml that the theme can set, as they are written there."""
    if not _has_flow(theme):
        return
    for name, body in re.findall(r"^([a-z-]+):\n((?:  .*\n|\n)+)", CONTENT.read_text(encoding="utf-8"), re.M):
        if name == "tiles":
            grounds = [row for row in _names(theme, "tiles") if row != "plain"] if _can(theme, "wall") else []
            yield name, "".join(body.replace("GROUND", json.dumps(row, ensure_ascii=False)) for row in grounds)
        elif _can(theme, name):
            yield name, body


def _has_flow(theme: Theme) -> bool:
    return isinstance(theme.root.node("flow"), Fields) and bool(theme.root.sub("flow").text("template", ""))


def _can(theme: Theme, name: str) -> bool:
    """Whether a theme has the look, or the page, of a block or a kind of chart."""
    flow = theme.root.sub("flow")
    if name in PAGES:
        return PAGES[name] in _names(theme, "flow", "pages")
    if name in _names(theme, "flow", "blocks") or (name in _names(theme, "blocks") and name not in _charts()):
        return True
    charts = _names(theme, "flow", "blocks", "chart", "kinds") + _names(theme, "blocks")
    return flow.has("blocks") and flow.sub("blocks").has("chart") and name in charts


def _charts() -> frozenset[str]:
    from report.content.themecheck.vocabulary import vocabulary

    return frozenset(vocabulary().keys("chart-looks"))


def _names(theme: Theme, *path: str) -> tuple[str, ...]:
    """The keys of a map of the theme, none where it is not there."""
    spec = theme.root
    for key in path:
        if not isinstance(spec.node(key), Fields):
            return ()
        spec = spec.sub(key)
    return spec.names()


def picture(width: int = 2400, height: int = 1600, bands: int = 64) -> bytes:
    """A PNG that slopes from light to dark in bands, the same on every machine."""
    rows = []
    for band in range(bands):
        line = bytearray([0])
        for x in range(width):
            share = (x / width + band / bands) / 2
            line += bytes((round(238 - 110 * share), round(232 - 100 * share), round(222 - 84 * share)))
        rows.append(bytes(line) * (height // bands))

    def part(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(b"".join(rows), 9)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", size) + part(b"IDAT", packed) + part(b"IEND", b"")
