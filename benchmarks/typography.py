"""Sets a text, one paragraph a line, at three measures for a typographic meter: `typography.py TEXT OUTDIR`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from report import __version__
from report.colour import BLACK
from report.content.catalogue import read_catalogue
from report.drawing import Marked, Meta, Page, Paged, Sheet, moved
from report.pdf.document import PdfSettings, write_pdf
from report.pdf.intent import condition_named
from report.problem import Problem
from report.resources import fonts
from report.typeset import Paragraph, Span, TextStyle, set_paragraph
from report.typeset.columns import Block, Part, fill
from report.typeset.faces import Faces
from report.units import MM

SHEET = Sheet(210 * MM, 297 * MM, 0.0)
TOP, FOOT = 25 * MM, 22 * MM
STYLE = TextStyle("song", 400, 10.5, 18.375, BLACK, indent=2.0)


class Setting(NamedTuple):
    """One file of the bench: its name and its measure in em. A page holds one column, in its middle."""

    name: str
    measure: int


SETTINGS = (Setting("narrow12", 12), Setting("mid22", 22), Setting("full38", 38))


class Kept(dict[str, bytes]):
    """What a run keeps for itself, and nothing from run to run."""

    def put(self, key: str, data: bytes) -> None:
        self[key] = data


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    text, folder = Path(arguments[0]), Path(arguments[1])
    folder.mkdir(parents=True, exist_ok=True)
    lines = [line.rstrip("\r") for line in text.read_text(encoding="utf-8-sig").split("\n") if line.strip()]
    faces = Faces(read_catalogue(fonts() / "fonts.yaml"))
    for setting in SETTINGS:
        paragraphs = [set_paragraph([Span(t)], setting.measure * STYLE.size, STYLE, faces) for t in lines]
        for found in (p for paragraph in paragraphs for p in paragraph.problems):
            _say(setting, found)
        target = folder / f"{setting.name}.pdf"
        target.write_bytes(write_pdf(paged(paragraphs, setting), _settings()))
        print(target)
    return 0


def paged(paragraphs: Sequence[Paragraph], setting: Setting) -> Paged:
    """The paragraphs on pages, on one grid of baselines."""
    height = int((SHEET.height - TOP - FOOT - STYLE.size) / STYLE.leading) + 1
    columns = fill([Block(len(p.lines)) for p in paragraphs], height)
    left = (SHEET.width - setting.measure * STYLE.size) / 2
    pages = tuple(_page(n, column, paragraphs, left) for n, column in enumerate(columns or ((),), 1))
    meta = Meta("bench", setting.name, "", "", (), "zh-CN", "2000-01-01T00:00:00+00:00")
    return Paged(meta, pages)


def _page(number: int, column: Sequence[Part], paragraphs: Sequence[Paragraph], left: float) -> Page:
    first = TOP + STYLE.size * 0.88
    items = tuple(_part(part, paragraphs[part.block], left, first + part.at * STYLE.leading) for part in column)
    return Page(number, str(number), SHEET, items)


def _part(part: Part, paragraph: Paragraph, x: float, y: float) -> Marked:
    lines = paragraph.lines[part.start : part.stop]
    up = lines[0].y
    items = tuple(moved(item, x, y - up) for line in lines for item in line.items())
    return Marked("P", items, key=f"p{part.block}")


def _settings() -> PdfSettings:
    condition = condition_named("FOGRA39", None)
    return PdfSettings((), condition, links=False, cache=Kept(), tool_version=__version__)


def _say(setting: Setting, found: Problem) -> None:
    print(f"{setting.name}: {found.code} {dict(found.values)}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
