"""The certificate (预检单): what preflight found, as one page for the print shop.

It is Chinese whatever the language of the messages, since the shop reads it, and bears no date of its own: the same
file has the same certificate, and who signs it writes the day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from report import __version__
from report.colour import BLACK, Cmyk, Colour
from report.deliver.cache import RunCache
from report.deliver.lettering import Letters, plain_style
from report.drawing import Item, Marked, Meta, Page, Paged, Shape, Sheet, Stroke, line
from report.messages import words
from report.pdf.document import PdfSettings, write_pdf
from report.pdf.intent import CONDITIONS
from report.problem import Problem
from report.typeset import TextStyle
from report.units import MM

Json = Mapping[str, Any]
SHEET = Sheet(210 * MM, 297 * MM, 0.0)
LEFT, RIGHT, TOP, FOOT = 18 * MM, 192 * MM, 62 * MM, 268 * MM
LABEL = 26 * MM
SIZE, LEADING, GAP = 8.5, 13.0, 4.0
GREY, RED, GREEN = Cmyk(0, 0, 0, 0.7), Cmyk(0, 0.9, 0.8, 0), Cmyk(0.8, 0, 0.7, 0)
FONTS, PICTURES = 9, 6
"""How many fonts and pictures are listed before the rest is counted."""
STANDARDS = ("PDF/A-2u", "PDF/UA-1")
INKS = {"Cyan": "青 C", "Magenta": "品 M", "Yellow": "黄 Y", "Black": "黑 K"}
SEVERITIES = {"error": "错误", "warning": "警告", "notice": "提示", "unjudged": "未判"}
ORDER = tuple(SEVERITIES)


class Row(NamedTuple):
    """A row of the certificate: its head, its paragraphs, how they are coloured."""

    head: str
    texts: Sequence[str]
    colours: Sequence[Colour] = ()


def certificate(name: str, record: Json, problems: Sequence[Problem]) -> bytes:
    """The page as PDF/A-2u and PDF/UA-1; `problems` are all findings, those that were not judged too."""
    items = _Setter().page(name, record, problems)
    meta = Meta("certificate", f"预检单：{name}", "", "印前检查结果", (), "zh-CN", "2024-01-01T00:00:00+00:00")
    paged = Paged(meta, (Page(1, "1", SHEET, items),))
    return write_pdf(paged, PdfSettings(STANDARDS, CONDITIONS["FOGRA39"], False, RunCache(), __version__))


def verdict(problems: Sequence[Problem]) -> tuple[str, Colour]:
    """The word at the top."""
    errors = sum(problem.severity == "error" for problem in problems)
    return (f"不合格：错误 {errors} 条", RED) if errors else ("未发现错误", GREEN)


def rows(name: str, record: Json) -> Iterator[Row]:
    """All rows but the findings."""
    yield Row("文件", (name, f"{record['bytes'] / 1e6:.2f} MB · PDF {record['version']} · {record['producer'] or '—'}"))
    yield Row("SHA-256", (record["sha256"],))
    yield Row("标准", [_standard(row) for row in record["standards"]])
    yield Row("页数与装订", (_binding(record["pages"]),))
    yield Row("成品与出血", [_box(box, len(record["boxes"]) > 1) for box in record["boxes"][:4]])
    yield Row("印刷条件", (record["condition"] or "没有写明",))
    yield Row("色墨", ("、".join(INKS.get(ink, f"专色 {ink}") for ink in record["inks"]) or "—",))
    plates = record["plates"]
    yield Row("分色的版", ("没有分色" if plates is None else "、".join(INKS.get(p, f"专色 {p}") for p in plates),))
    yield Row("最大总墨量", (_ink(record["max_ink"]),))
    black = record["black_text"]
    said = f"K100 叠印 {black['k_overprint']} 处，K100 不叠印 {black['k_knockout']} 处，其他黑 {black['other']} 处"
    yield Row("黑字", (said,))
    yield Row("字体", _some([_font(font) for font in record["fonts"]], FONTS, "款"))
    pictures = sorted(record["images"], key=lambda image: image["ppi"])
    yield Row("图片", _some([_picture(image) for image in pictures], PICTURES, "张"))


def _standard(row: Json) -> str:
    claimed = "文件自称符合" if row["claimed"] else "文件没有声明"
    found = "没有查" if not row["judged"] else f"错误 {row['errors']} 条" if row["errors"] else "未发现错误"
    return f"{row['name']}：{found}（{claimed}）"


def _binding(pages: int) -> str:
    return f"{pages} 页，" + ("是 4 的倍数，可以骑马钉" if pages % 4 == 0 else "不是 4 的倍数，不能直接骑马钉")


def _box(box: Json, several: bool) -> str:
    width, height = box["trim_mm"]
    left, bottom, right, top = box["bleed_mm"]
    bleed = f"出血 {left:g} mm" if len(set(box["bleed_mm"])) == 1 else ""
    bleed = bleed or f"出血左 {left:g}、下 {bottom:g}、右 {right:g}、上 {top:g} mm"
    return f"{width:g} × {height:g} mm，{bleed}" + (f"（第 {box['pages']} 页）" if several else "")


def _ink(ink: Json) -> str:
    page = f"，第 {ink['page']} 页" if ink["page"] else ""
    how = "分色实测" if ink["measured"] else "按颜色值计，叠印未计"
    return f"{ink['percent']:g}%{page}（{how}；上限 {ink['limit']:g}%）"


def _font(font: Json) -> str:
    held = ("嵌入子集" if font["subset"] else "全部嵌入") if font["embedded"] else "没有嵌入"
    return f"{font['name']} · {font['kind']} · {held} · {font['glyphs']} 字"


def _picture(image: Json) -> str:
    width, height = image["pixels"]
    ink = f" · 墨量至多 {image['max_ink']:g}%" if image["max_ink"] is not None else ""
    return f"第 {image['page']} 页 · {width} × {height} 像素 · {image['ppi']} ppi · {image['space']}{ink}"


def _some(lines: Sequence[str], most: int, unit: str) -> Sequence[str]:
    if not lines:
        return ("没有",)
    left = len(lines) - most
    return lines if left <= 0 else (*lines[:most], f"另有 {left} {unit}，见同名 .json")


def finding(problem: Problem) -> str:
    """A finding with its severity, code, page and advice."""
    message, hint = words(problem, "zh")
    page = f"第 {problem.page} 页 " if problem.page else ""
    return f"{SEVERITIES[problem.severity]} {problem.code}　{page}{message}；{hint}"


class _Setter:
    """Sets the page, from the top downwards."""

    def __init__(self) -> None:
        self._letters = Letters()
        self._line = self._letters.line

    def page(self, name: str, record: Json, problems: Sequence[Problem]) -> tuple[Item, ...]:
        word, colour = verdict(problems)
        counts = [sum(p.severity == severity for p in problems) for severity in ("warning", "unjudged")]
        more = self._line(f"警告 {counts[0]} 条，未判 {counts[1]} 条", LEFT, 53 * MM, _style(SIZE, GREY))
        head = (
            Marked("H1", self._line("预检单", LEFT, 28 * MM, _style(24, weight=700, family="song"))),
            Marked("P", self._line(word, LEFT, 44 * MM, _style(16, colour, 700))),
            Marked("P", more),
        )
        cells: list[Item] = []
        y = TOP
        for row in rows(name, record) if record["readable"] else ():
            made, y = self._row(row, y)
            cells.append(made)
        made, _ = self._row(self._findings(problems, y), y)
        return (*head, Marked("Table", (*cells, made)), *self._foot())

    def _row(self, row: Row, y: float) -> tuple[Item, float]:
        """A row from y downwards, and where the next begins."""
        rule = Marked("Artifact", (Shape(line(LEFT, y, RIGHT, y), stroke=Stroke(Cmyk(0, 0, 0, 0.3), 0.25)),))
        base = at = y + GAP + SIZE
        head = self._line(row.head, LEFT, base, _style(SIZE, weight=700))
        texts: list[Item] = []
        for text, colour in zip(row.texts, row.colours or [BLACK] * len(row.texts), strict=True):
            items, height = self._paragraph(text, at, colour)
            texts.append(Marked("P", items))
            at += height
        cells = (Marked("TH", head, attributes=(("Scope", "Row"),)), Marked("TD", tuple(texts)))
        return Marked("TR", (rule, *cells)), at - LEADING + GAP + 2.0

    def _findings(self, problems: Sequence[Problem], y: float) -> Row:
        """As many findings as have room, the worst first."""
        told = sorted(problems, key=lambda problem: ORDER.index(problem.severity))
        texts, colours, room = [], [], FOOT - y - 2 * LEADING
        for count, problem in enumerate(told):
            text = finding(problem)
            room -= self._paragraph(text, 0.0, BLACK)[1]
            if room < 0:
                texts.append(f"另有 {len(told) - count} 条，见同名 .json")
                colours.append(BLACK)
                break
            texts.append(text)
            colours.append(RED if problem.severity == "error" else BLACK)
        return Row("发现", texts or ["没有"], colours or [BLACK])

    def _foot(self) -> tuple[Item, ...]:
        made = f"版心 {__version__} 独立检查，不看文件由谁做成；本单不代替打样"
        return (
            Marked(
                "P", self._line("印厂签收：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿＿", LEFT, 277 * MM, _style(SIZE))
            ),
            Marked("P", self._line(made, LEFT, 284 * MM, _style(7, GREY))),
        )

    def _paragraph(self, text: str, y: float, colour: Colour) -> tuple[tuple[Item, ...], float]:
        return self._letters.paragraph(text, (LEFT + LABEL, y), RIGHT - LEFT - LABEL, _style(SIZE, colour))


def _style(size: float, colour: Colour = BLACK, weight: int = 400, family: str = "hei") -> TextStyle:
    return plain_style(size, LEADING if size <= SIZE else 1.5 * size, colour, weight, family)
