"""Sets work.json by WeasyPrint: `by_weasyprint.py FOLDER` writes weasyprint.pdf beside it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.rivals.content import Look, Work, load
from report.resources import fonts

STYLE = """\
@font-face {{ font-family: text; src: url({text}) }}
@font-face {{ font-family: head; src: url({head}) }}
@page {{ size: {width}mm {height}mm; @bottom-center {{ content: counter(page); font: 9pt text }} }}
@page :right {{ margin: {top}mm {outer}mm {bottom}mm {inner}mm }}
@page :left {{ margin: {top}mm {inner}mm {bottom}mm {outer}mm }}
html {{ font: {size}pt/{leading}pt text; text-align: justify }}
p {{ margin: 0; text-indent: 2em }}
h1, h2 {{ font: {size}pt/{leading}pt head; margin: 0; break-after: avoid }}
figure {{ margin: 5mm 0; break-inside: avoid }}
svg {{ width: 100%; height: auto }}
table {{ width: 100%; border-collapse: collapse }}
td + td {{ text-align: right }}
"""


def page(work: Work) -> str:
    return "".join(
        (
            f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{escape(work.title)}</title>',
            f"<style>{_style(work.look)}</style><body>",
            *_body(work),
        )
    )


def _style(look: Look) -> str:
    faces = {"text": fonts() / f"{look.font}.ttf", "head": fonts() / f"{look.head}.ttf"}
    return STYLE.format(**{**vars(look), **{name: path.as_uri() for name, path in faces.items()}})


def _body(work: Work) -> Iterator[str]:
    for kind, held in work.blocks:
        match kind:
            case "chart":
                from benchmarks.rivals.charts import svg

                drawn = svg(held).decode()
                yield f"<figure>{drawn[drawn.index('<svg') :]}</figure>"
            case "table":
                head = "".join(f"<th>{escape(one)}</th>" for one in held["head"])
                rows = "".join(
                    f"<tr>{''.join(f'<td>{escape(str(one))}</td>' for one in row)}</tr>" for row in held["rows"]
                )
                yield f"<table><caption>{escape(held['title'])}</caption><thead><tr>{head}</thead>{rows}</table>"
            case _:
                yield f"<{kind}>{escape(held)}</{kind}>"


def build(folder: Path) -> None:
    from weasyprint import HTML

    HTML(string=page(load(folder))).write_pdf(folder / "weasyprint.pdf")


if __name__ == "__main__":
    build(Path(sys.argv[1]))
