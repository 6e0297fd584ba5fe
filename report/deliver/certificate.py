"""The certificate (预检单): what preflight found, as one page for the print shop.

It is Chinese whatever the language of the messages, since the shop reads it, and bears no date of its own: the same
file has the same certificate, and who signs it writes the day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from report import __version__
from report.colour import BLACK, Colour
from report.deliver.onepage import (
    FOOT,
    GREEN,
    GREY,
    LEADING,
    LEFT,
    RED,
    SIZE,
    TOP,
    Row,
    Setter,
    as_file,
    style,
)
from report.drawing import Item, Marked
from report.messages import words
from report.problem import Problem
from report.units import MM

Json = Mapping[str, Any]
FOUR = 4
"""Pages of a folded sheet."""
FONTS, PICTURES = 9, 6
"""How many fonts and pictures are listed before the rest is counted."""
INKS = {"Cyan": "青 C", "Magenta": "品 M", "Yellow": "黄 Y", "Black": "黑 K"}
SEVERITIES = {"error": "错误", "warning": "警告", "notice": "提示", "unjudged": "未判"}
ORDER = tuple(SEVERITIES)


def certificate(name: str, record: Json, problems: Sequence[Problem]) -> bytes:
    """The page as PDF/A-2u and PDF/UA-1; `problems` are all findings, those that were not judged too."""
    items = _Certificate().page(name, record, problems)
    return as_file([items], "certificate", f"预检单：{name}", "印前检查结果")


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
    """How many pages, and whether a stitch holds them; a card or the sheet of a cover is no book."""
    if pages < FOUR:
        return f"{pages} 页"
    return f"{pages} 页，" + ("是 4 的倍数，可以骑马订" if pages % FOUR == 0 else "不是 4 的倍数，骑马订要补页")


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


class _Certificate(Setter):
    """Sets the page, from the top downwards."""

    def page(self, name: str, record: Json, problems: Sequence[Problem]) -> tuple[Item, ...]:
        word, colour = verdict(problems)
        counts = [sum(p.severity == severity for p in problems) for severity in ("warning", "unjudged")]
        more = self.line(f"警告 {counts[0]} 条，未判 {counts[1]} 条", LEFT, 53 * MM, style(SIZE, GREY))
        head = (
            Marked("H1", self.line("预检单", LEFT, 28 * MM, style(24, weight=700, family="song"))),
            Marked("P", self.line(word, LEFT, 44 * MM, style(16, colour, 700))),
            Marked("P", more),
        )
        cells: list[Item] = []
        y = TOP
        for row in rows(name, record) if record["readable"] else ():
            made, y = self.row(row, y)
            cells.append(made)
        made, _ = self.row(self._findings(problems, y), y)
        return (*head, Marked("Table", (*cells, made)), *self._foot())

    def _findings(self, problems: Sequence[Problem], y: float) -> Row:
        """As many findings as have room, the worst first."""
        told = sorted(problems, key=lambda problem: ORDER.index(problem.severity))
        texts, colours, room = [], [], FOOT - y - 2 * LEADING
        for count, problem in enumerate(told):
            text = finding(problem)
            room -= self.paragraph(text, 0.0, BLACK)[1]
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
            Marked("P", self.line("印厂签收：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿＿", LEFT, 277 * MM, style(SIZE))),
            Marked("P", self.line(made, LEFT, 284 * MM, style(7, GREY))),
        )
