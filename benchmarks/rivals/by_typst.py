"""Sets work.json by Typst: `by_typst.py FOLDER` writes typst.pdf beside it."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.rivals.content import Work, load
from report.resources import fonts

FAMILIES = {
    "NotoSansSC-Regular": "Noto Sans SC",
    "NotoSansSC-Bold": "Noto Sans SC",
    "NotoSerifSC-Bold": "Noto Serif SC",
    "ZhuqueFangsong-Regular": "Zhuque Fangsong (technical preview)",
}
TEMPLATE = """\
#let work = json("work.json")
#set document(title: work.title)
#set page(width: {width}mm, height: {height}mm, numbering: "1",
  margin: (top: {top}mm, bottom: {bottom}mm, inside: {inner}mm, outside: {outer}mm))
#set text(font: "{font}", size: {size}pt, lang: "zh", region: "cn", top-edge: "ascender", bottom-edge: "descender")
#set text(top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, leading: {gap}pt, spacing: {gap}pt, first-line-indent: (amount: 2em, all: true))
#show heading: set text(font: "{head}", weight: "bold")
#for (i, (kind, held)) in work.blocks.enumerate() {{
  if kind == "h1" [ #heading(level: 1, held) ]
  else if kind == "h2" [ #heading(level: 2, held) ]
  else if kind == "p" [ #par(held) ]
  else if kind == "chart" {{
    figure(image("chart" + str(i) + ".svg", width: 100%, alt: held.title), caption: held.title)
  }} else {{
    figure(kind: table, caption: held.title, table(
      columns: held.head.len(), stroke: none, align: (x, y) => if x == 0 {{ left }} else {{ right }},
      table.header(..held.head.map(one => strong(one))),
      ..held.rows.flatten().map(one => str(one)),
    ))
  }}
}}
"""


def write(work: Work, folder: Path) -> Path:
    """The source and the charts; returns the source's path."""
    look = work.look
    for i, (kind, held) in enumerate(work.blocks):
        if kind == "chart":
            from benchmarks.rivals.charts import svg

            (folder / f"chart{i}.svg").write_bytes(svg(held))
    told = {**vars(look), "font": FAMILIES[look.font], "head": FAMILIES[look.head], "gap": look.leading - look.size}
    source = folder / "typst.typ"
    source.write_text(TEMPLATE.format(**told), encoding="utf-8")
    return source


def build(folder: Path) -> None:
    import typst

    source = write(load(folder), folder)
    typst.compile(source, output=folder / "typst.pdf", font_paths=[fonts()], ignore_system_fonts=True)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
