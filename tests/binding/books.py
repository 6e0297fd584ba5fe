"""Books made by code: as many pages as a binding needs, with a cover and a back cover."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

SENTENCES = (
    "春耕时节，妇女们围坐在田埂上听讲，讲的是怎样选种、怎样育苗、怎样把田里的收成卖个好价钱。",
    "课讲完了，大家不急着散，三三两两地问，问到天色暗下来。",
    "村口的院子改成了课堂，黑板是旧门板刷的漆，粉笔灰落在窗台上，像一层薄霜。",
    "她学会了开网店，又把邻居一个一个教会；如今这条巷子里，家家门口都停着取件的车。",
    "维权热线响起的时候，总有人接；接起来的人说，先别急，慢慢讲。",
)
"""Sentences without numerals: no figure needs a source."""
SMALL = """格式: 1
文档: {编号: book, 标题: 向光而行, 副题: 工作画册, 单位: 青岚市妇女联合会, 日期: 2026-03-08, 主题: brochure}
"""


def paragraph(number: int) -> str:
    """A paragraph that differs from its neighbours."""
    return "".join(SENTENCES[(number + i) % len(SENTENCES)] for i in range(4 + number % 3))


def thick_book(folder: Path, paragraphs: int = 620, pages: int = 96, more: str = "", art: str = "") -> Path:
    """A glued book of so many inside pages: ten chapters of text, a cover apart, 100 g offset; `more` joins what it is
    printed on, `art` the cover."""
    body = [f"  - 封面: {{标语: 五年同行{art}}}", "  - 目录: {层级: 2}"]
    each = -(-paragraphs // 10)
    for i in range(paragraphs):
        if i % each == 0:
            body.append(f"  - 章: {{题: 第{'一二三四五六七八九十'[i // each]}个春天, 眉题: 发展}}")
        if i % 6 == 0:
            body.append(f"  - 节: {SENTENCES[i // 6 % len(SENTENCES)].split('，')[0]}")
        body.append(f"  - 段: {paragraph(i)}")
    body.append("  - 封底: {文: 青岚市妇女联合会编, 二维码: 'https://example.org/qinglan'}")
    head = f"版面: {{开本: 大度16开, 出血: 3mm, 装订: 胶订, 页数: {pages}, 封面编页: false}}\n"
    paper = f"印刷: {{纸张: 双胶纸, 克重: 100g, 封面纸: 铜版纸, 封面克重: 250g{more}}}\n"
    outputs = "输出:\n  印厂: {封面另出: true, 预检单: true, 标记: [裁切, 折线, 套准]}\n"
    return written(folder, SMALL + head + paper + "正文:\n" + "\n".join(body) + "\n" + outputs)


def thin_book(folder: Path, sheet: str, outputs: str, printing: str = "", cover: str = "{标语: 同行}") -> Path:
    """A cover, three sections, a back cover."""
    body = [f"  - 封面: {cover}"]
    for i in range(30):
        body += ([f"  - 节: 第{'甲乙丙'[i // 10]}节"] if i % 10 == 0 else []) + [f"  - 段: {paragraph(i)}"]
    body.append("  - 封底: {文: 编}")
    paper = f"印刷: {{{printing}}}\n" if printing else ""
    return written(folder, f"{SMALL}版面: {{{sheet}}}\n{paper}正文:\n" + "\n".join(body) + f"\n输出:\n{outputs}\n")


def written(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "report.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def picture(path: Path, size: tuple[int, int]) -> None:
    """A picture whose left is red, whose middle is yellow and whose right is blue."""
    image = Image.new("RGB", size, (40, 60, 160))
    image.paste((180, 40, 40), (0, 0, size[0] * 2 // 5, size[1]))
    image.paste((230, 200, 60), (size[0] * 2 // 5, 0, size[0] * 3 // 5, size[1]))
    image.save(path, quality=70)
